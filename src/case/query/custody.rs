//! The handovers of a component.

use super::super::{CaseError, Reader, tables};
use crate::model::Custody;
use crate::model::id::ComponentId;
use crate::model::record::{RecordKind, RecordRef};

impl Reader {
    /// The handovers of a component, the earliest first; those without a date last, as they were entered.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn custody_of(&self, component: ComponentId) -> Result<Vec<Custody>, CaseError> {
        let table = tables::table(RecordKind::Custody);
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {} FROM custody WHERE component = ?1 ORDER BY id",
            table.fields.join(", ")
        ))?;
        let rows = statement
            .query_map([component.to_string()], |row| tables::fields_of(table, row))?
            .collect::<Result<Vec<_>, _>>()?;
        let mut handovers = rows
            .into_iter()
            .map(|fields| {
                let id = fields
                    .get("id")
                    .and_then(|id| id.as_str())
                    .unwrap_or_default()
                    .to_owned();
                serde_json::from_value(fields.into()).map_err(|error| CaseError::Field {
                    record: RecordRef::new(RecordKind::Custody, id),
                    reason: error.to_string(),
                })
            })
            .collect::<Result<Vec<Custody>, _>>()?;
        // Stable: what has the same date stays in the order in which it was entered.
        handovers.sort_by_key(|custody| {
            let day = custody.at.as_ref().and_then(|at| Some(at.interval()?.earliest()));
            (day.is_none(), day)
        });
        Ok(handovers)
    }
}
