//! Another record like the one that is selected: what it takes over is read off the frame.

use crate::case::CaseError;
use crate::exchange::sheet::{Row, Target, another};
use crate::model::Change;
use crate::model::record::RecordRef;
use crate::ui::desk::Place;
use crate::ui::link::{Answer, CaseLink};

/// A record that is on its way.
#[derive(Default)]
pub(super) struct Another(Option<(Target, Answer<Vec<Change>>)>);

impl Another {
    /// Asks for one like `record`, if that is a strike, a weapon or a component.
    pub(super) fn ask(&mut self, link: &CaseLink, record: &RecordRef) {
        let Some(target) = Target::ALL
            .into_iter()
            .find(|target| target.kind() == record.kind)
        else {
            return;
        };
        let id = record.id.clone();
        let answer = link.ask(move |reader| {
            let row = Row::load(reader, target, &id)?;
            Ok(row.map_or_else(Vec::new, |row| another(&row, target)))
        });
        self.0 = Some((target, answer));
    }

    /// What makes it and where it will stand, once that is known.
    pub(super) fn take(&mut self) -> Option<(Place, Result<Vec<Change>, CaseError>)> {
        let (target, answer) = self.0.take()?;
        match answer.take() {
            Err(waiting) => {
                self.0 = Some((target, waiting));
                None
            }
            Ok(changes) => {
                let place = match target {
                    Target::Strikes => Place::Strikes,
                    Target::Weapons => Place::Weapons,
                    Target::Components => Place::Components,
                };
                Some((place, changes))
            }
        }
    }
}
