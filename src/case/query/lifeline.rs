//! The life of a weapon, from its marks, its strike, its components and its sources.

use super::super::{CaseError, Reader};
use super::Assembly;
use crate::analysis::lifeline::{Event, Stage, lifeline};
use crate::model::id::WeaponId;
use crate::model::when::{Edtf, Interval};
use crate::model::{Component, Source, Strike, Weapon};

impl Reader {
    /// The life of a weapon as far as it is known, with what its marks say together.
    ///
    /// # Errors
    /// When one of the records can't be read.
    pub fn lifeline(&self, weapon: WeaponId, assembly: &Assembly) -> Result<Vec<Event>, CaseError> {
        let Some(record) = self.get::<Weapon>(weapon)? else {
            return Ok(Vec::new());
        };
        let mut events = Vec::new();
        let mut add = |stage, days: Option<Interval>, of: &str| {
            let of = of.to_owned();
            events.extend(days.map(|days| Event { stage, days, of }));
        };
        if let Some(bound) = &assembly.bound {
            let until = assembly.used.map_or(bound.not_before, |used| used.latest());
            add(
                Stage::Made,
                Interval::new(bound.not_before, until).ok(),
                &bound.decided_by,
            );
        }
        add(Stage::Used, assembly.used, "");
        let strike = match record.strike {
            Some(strike) => self.get::<Strike>(strike)?,
            None => None,
        };
        if let Some(strike) = &strike {
            let by = strike.reported_by.as_deref().unwrap_or_default();
            add(Stage::Reported, days(strike.reported.as_ref()), by);
        }
        let components: Vec<Component> =
            self.pointing("SELECT id FROM component WHERE weapon = ?1 ORDER BY id", weapon)?;
        for component in &components {
            add(
                Stage::Recovered,
                days(component.recovered.as_ref()),
                &component.title,
            );
            add(
                Stage::Documented,
                days(component.documented.as_ref()),
                &component.title,
            );
        }
        let of_parts = components.iter().flat_map(|component| &component.sources);
        let of_strike = strike.iter().flat_map(|strike| &strike.sources);
        let mut sources: Vec<&Source> = record.sources.iter().chain(of_strike).chain(of_parts).collect();
        sources.sort_by(|a, b| a.title.cmp(&b.title));
        sources.dedup_by(|a, b| a.title == b.title && a.date == b.date);
        for source in sources {
            add(Stage::Published, days(source.date.as_ref()), &source.title);
        }
        Ok(lifeline(events))
    }
}

fn days(date: Option<&Edtf>) -> Option<Interval> {
    date.and_then(Edtf::interval)
}
