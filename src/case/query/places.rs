//! Places that a case knows by name and position.

use super::super::{CaseError, Reader};
use crate::model::place::sector::{Anchor, OWN};
use crate::model::record::RecordRef;

impl Reader {
    /// The positions of strikes and components under their place's name and under their title, without those of the
    /// record `except`: a place can't be told from itself.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn named_places(&self, except: Option<&RecordRef>) -> Result<Vec<Anchor>, CaseError> {
        let except = except.map(|record| record.id.as_str()).unwrap_or_default();
        let mut statement = self.conn.prepare_cached(
            "SELECT DISTINCT name, latitude, longitude, radius_m FROM (
                 SELECT id, place_name AS name, latitude, longitude, radius_m FROM strike
                 UNION ALL SELECT id, title, latitude, longitude, radius_m FROM strike
                 UNION ALL SELECT id, place_name, latitude, longitude, radius_m FROM component
                 UNION ALL SELECT id, title, latitude, longitude, radius_m FROM component)
             WHERE name <> '' AND latitude IS NOT NULL AND longitude IS NOT NULL AND id <> ?1
             ORDER BY name, latitude, longitude",
        )?;
        let places = statement
            .query_map([except], |row| {
                Ok(Anchor {
                    name: row.get(0)?,
                    point: (row.get(1)?, row.get(2)?),
                    radius_m: row.get(3)?,
                    weight: OWN,
                })
            })?
            .collect::<Result<_, _>>()?;
        Ok(places)
    }
}
