//! What a map shows of the case: strikes, recovered components and photos with their places.

use std::collections::HashMap;

use rusqlite::params;

use super::super::{CaseError, Reader, date_of_day};
use super::calendar::CalendarFilter;
use super::{id, split_tags};
use crate::analysis::map::marks::Mark;
use crate::analysis::map::outliers::Pair;
use crate::model::id::{ComponentId, PhotoId, StrikeId};
use crate::model::place::sector::{Anchor, Located, known, locate, told};
use crate::model::place::{Position, gazetteer};
use crate::model::strike::DateBasis;
use crate::model::when::Interval;

/// A strike, as a map shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct MapStrike {
    /// The strike.
    pub id: StrikeId,
    /// Its title.
    pub title: String,
    /// Where it was, if that is known.
    pub mark: Option<Mark>,
    /// The place in words.
    pub place_name: Option<String>,
    /// The days on which it may have been.
    pub days: Option<Interval>,
    /// Only a report's day is known.
    pub reported_only: bool,
    /// When it happened, EDTF.
    pub occurred: Option<String>,
    /// When it was reported, EDTF.
    pub reported: Option<String>,
    /// Its tags by name; the first one gives it its colour.
    pub tags: Vec<String>,
}

impl MapStrike {
    /// What it is called: its title, else its place; empty if it has neither.
    #[must_use]
    pub fn name(&self) -> &str {
        let title = self.title.trim();
        if title.is_empty() {
            self.place_name.as_deref().map_or("", str::trim)
        } else {
            title
        }
    }
}

/// A component with the place where it was recovered.
#[derive(Debug, Clone, PartialEq)]
pub struct MapComponent {
    /// The component.
    pub id: ComponentId,
    /// Its title.
    pub title: String,
    /// Where it was recovered.
    pub mark: Mark,
    /// The same in words.
    pub place_name: String,
}

/// A photo with its position.
#[derive(Debug, Clone, PartialEq)]
pub struct MapPhoto {
    /// The photo.
    pub id: PhotoId,
    /// Its file name.
    pub file_name: String,
    /// Latitude and longitude.
    pub at: (f64, f64),
}

/// What the words of places mean, each text once.
struct Told {
    own: Vec<Anchor>,
    seen: HashMap<String, Option<Located>>,
}

impl Told {
    fn get(&mut self, words: &str) -> Option<&Located> {
        if !self.seen.contains_key(words) {
            let found = told(words).and_then(|told| {
                locate(&told, &|name| known(name, Some(gazetteer::shared()), &self.own)).ok()
            });
            self.seen.insert(words.to_owned(), found);
        }
        self.seen.get(words).and_then(Option::as_ref)
    }
}

impl Reader {
    /// The strikes that bear all tags of the filter, in the order of their days, then those without a day.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn map_strikes(&self, filter: &CalendarFilter) -> Result<Vec<MapStrike>, CaseError> {
        let mut told = self.told()?;
        let mut statement = self.conn.prepare_cached(
            "SELECT s.id, s.title, s.latitude, s.longitude, s.radius_m, s.place_name, s.first_day, s.last_day, s.basis,
                    s.occurred, s.reported,
                    (SELECT group_concat(t.name, char(31) ORDER BY t.name) FROM tagging AS g JOIN tag AS t ON t.id = g.tag
                     WHERE g.record_kind = 'strike' AND g.record = s.id)
             FROM strike AS s
             WHERE ?1 = '[]' OR NOT EXISTS (SELECT 1 FROM json_each(?1) AS wanted WHERE NOT EXISTS (
                     SELECT 1 FROM tagging AS g JOIN tag AS t ON t.id = g.tag
                     WHERE g.record_kind = 'strike' AND g.record = s.id AND t.name = wanted.value))
             ORDER BY s.first_day IS NULL, s.first_day, s.last_day DESC, s.title, s.id",
        )?;
        let strikes = statement
            .query_map(params![filter.json()], |row| {
                let day = |column| -> rusqlite::Result<_> {
                    Ok(row.get::<_, Option<i64>>(column)?.and_then(date_of_day))
                };
                let place_name: Option<String> = row.get(5)?;
                let position = position(row, 2)?;
                let days = day(6)?.zip(day(7)?);
                Ok(MapStrike {
                    id: id(row, 0)?,
                    title: row.get(1)?,
                    mark: Mark::new(position, place_name.as_deref().and_then(|words| told.get(words))),
                    place_name,
                    days: days.and_then(|(first, last)| Interval::new(first, last).ok()),
                    reported_only: row.get::<_, Option<String>>(8)?.as_deref()
                        == Some(DateBasis::ReportedOn.word()),
                    occurred: row.get(9)?,
                    reported: row.get(10)?,
                    tags: split_tags(row.get(11)?),
                })
            })?
            .collect::<Result<_, _>>()?;
        Ok(strikes)
    }

    /// The components with a place of recovery that is known as a position or a sector.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn map_components(&self) -> Result<Vec<MapComponent>, CaseError> {
        let mut told = self.told()?;
        let mut statement = self.conn.prepare_cached(
            "SELECT id, title, latitude, longitude, radius_m, place_name FROM component
             WHERE latitude IS NOT NULL OR place_name <> '' ORDER BY id",
        )?;
        let mut found = Vec::new();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let place_name: Option<String> = row.get(5)?;
            let place_name = place_name.unwrap_or_default();
            if let Some(mark) = Mark::new(position(row, 2)?, told.get(&place_name)) {
                found.push(MapComponent {
                    id: id(row, 0)?,
                    title: row.get(1)?,
                    mark,
                    place_name,
                });
            }
        }
        Ok(found)
    }

    /// The photos with a position.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn map_photos(&self) -> Result<Vec<MapPhoto>, CaseError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT id, file_name, at_latitude, at_longitude FROM photo
             WHERE at_latitude IS NOT NULL AND at_longitude IS NOT NULL ORDER BY id",
        )?;
        let photos = statement
            .query_map([], |row| {
                Ok(MapPhoto {
                    id: id(row, 0)?,
                    file_name: row.get(1)?,
                    at: (row.get(2)?, row.get(3)?),
                })
            })?
            .collect::<Result<_, _>>()?;
        Ok(photos)
    }

    /// The photos with a position that show a strike with one, its weapons or their components; each pair once.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn photos_of_placed_strikes(&self) -> Result<Vec<Pair>, CaseError> {
        let mut told = self.told()?;
        let mut statement = self.conn.prepare_cached(
            "WITH shown AS (
                 SELECT photo, subject AS strike FROM depiction WHERE subject_kind = 'strike'
                 UNION
                 SELECT d.photo, w.strike FROM depiction AS d JOIN weapon AS w ON w.id = d.subject
                 WHERE d.subject_kind = 'weapon' AND w.strike IS NOT NULL
                 UNION
                 SELECT d.photo, w.strike FROM depiction AS d JOIN component AS c ON c.id = d.subject
                 JOIN weapon AS w ON w.id = c.weapon
                 WHERE d.subject_kind = 'component' AND w.strike IS NOT NULL)
             SELECT p.id, p.file_name, p.at_latitude, p.at_longitude, s.id, s.title, s.place_name,
                    s.latitude, s.longitude, s.radius_m
             FROM shown JOIN photo AS p ON p.id = shown.photo JOIN strike AS s ON s.id = shown.strike
             WHERE p.at_latitude IS NOT NULL AND p.at_longitude IS NOT NULL
               AND (s.latitude IS NOT NULL OR s.place_name <> '')
             ORDER BY p.id, s.id",
        )?;
        let mut pairs = Vec::new();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let place_name: Option<String> = row.get(6)?;
            let place_name = place_name.unwrap_or_default();
            let Some(mark) = Mark::new(position(row, 7)?, told.get(&place_name)) else {
                continue;
            };
            let title: String = row.get(5)?;
            pairs.push(Pair {
                photo: id(row, 0)?,
                photo_name: row.get(1)?,
                photo_at: (row.get(2)?, row.get(3)?),
                strike: id(row, 4)?,
                strike_title: if title.trim().is_empty() {
                    place_name
                } else {
                    title
                },
                strike_at: mark.at,
                radius_m: mark.reach(),
            });
        }
        Ok(pairs)
    }

    fn told(&self) -> Result<Told, CaseError> {
        Ok(Told {
            own: self.named_places(None)?,
            seen: HashMap::new(),
        })
    }
}

/// The position in three columns. One that makes no sense is none: the record's form says so.
fn position(row: &rusqlite::Row<'_>, first: usize) -> rusqlite::Result<Option<Position>> {
    let position = Position::from_fields(row.get(first)?, row.get(first + 1)?, row.get(first + 2)?);
    Ok(position.unwrap_or_default())
}
