//! Which records a report is of: those that were selected, with everything that hangs on them.

use std::collections::BTreeSet;

use super::ReportError;
use crate::case::Reader;
use crate::model::id::{ComponentId, MarkingId, PhotoId, StrikeId, WeaponId};
use crate::model::record::{RecordKind, RecordRef};
use crate::model::{Component, Depiction, Marking, Photo, Region, Strike, Weapon};

/// The records of a report, each kind in the order of its ids.
#[derive(Debug, Default)]
pub(super) struct Scope {
    pub(super) is_whole: bool,
    pub(super) strikes: Vec<Strike>,
    pub(super) weapons: Vec<Weapon>,
    pub(super) components: Vec<Component>,
    pub(super) markings: Vec<Marking>,
    pub(super) photos: Vec<Photo>,
}

#[derive(Default)]
struct Ids {
    strikes: BTreeSet<StrikeId>,
    weapons: BTreeSet<WeaponId>,
    components: BTreeSet<ComponentId>,
    markings: BTreeSet<MarkingId>,
    photos: BTreeSet<PhotoId>,
}

impl Scope {
    pub(super) fn of(reader: &Reader, of: &[RecordRef]) -> Result<Self, ReportError> {
        let mut scope = Self {
            is_whole: of.is_empty(),
            strikes: reader.all()?,
            weapons: reader.all()?,
            components: reader.all()?,
            markings: reader.all()?,
            photos: reader.all()?,
        };
        if scope.is_whole {
            return Ok(scope);
        }
        let mut ids = Ids::default();
        for record in of {
            scope.take(record, &mut ids)?;
        }
        scope.spread(&mut ids, &reader.all()?, &reader.all()?);
        scope.strikes.retain(|one| ids.strikes.contains(&one.id));
        scope.weapons.retain(|one| ids.weapons.contains(&one.id));
        scope.components.retain(|one| ids.components.contains(&one.id));
        scope.markings.retain(|one| ids.markings.contains(&one.id));
        scope.photos.retain(|one| ids.photos.contains(&one.id));
        Ok(scope)
    }

    fn take(&self, record: &RecordRef, ids: &mut Ids) -> Result<(), ReportError> {
        let id = &record.id;
        let before = ids.count();
        match record.kind {
            RecordKind::Strike => ids.strikes.extend(
                self.strikes
                    .iter()
                    .map(|one| one.id)
                    .filter(|one| one.to_string() == *id),
            ),
            RecordKind::Weapon => ids.weapons.extend(
                self.weapons
                    .iter()
                    .map(|one| one.id)
                    .filter(|one| one.to_string() == *id),
            ),
            RecordKind::Component => ids.components.extend(
                self.components
                    .iter()
                    .map(|one| one.id)
                    .filter(|one| one.to_string() == *id),
            ),
            RecordKind::Marking => ids.markings.extend(
                self.markings
                    .iter()
                    .map(|one| one.id)
                    .filter(|one| one.to_string() == *id),
            ),
            RecordKind::Photo => ids.photos.extend(
                self.photos
                    .iter()
                    .map(|one| one.id)
                    .filter(|one| one.to_string() == *id),
            ),
            RecordKind::PhotoSet => {
                let within = |one: &&Photo| one.photo_set.is_some_and(|set| set.to_string() == *id);
                ids.photos
                    .extend(self.photos.iter().filter(within).map(|one| one.id));
            }
            _ => {}
        }
        if ids.count() == before && !ids.holds(id) {
            return Err(ReportError::NoRecord { id: id.clone() });
        }
        Ok(())
    }

    /// Downwards from strikes to marks, then to the photos that show any of them, then to the marks on chosen photos.
    fn spread(&self, ids: &mut Ids, regions: &[Region], shown: &[Depiction]) {
        let chosen = ids.photos.clone();
        ids.markings.extend(
            regions
                .iter()
                .filter(|region| chosen.contains(&region.photo))
                .map(|region| region.marking),
        );
        for weapon in &self.weapons {
            if weapon.strike.is_some_and(|strike| ids.strikes.contains(&strike)) {
                ids.weapons.insert(weapon.id);
            }
        }
        loop {
            let before = ids.components.len();
            for piece in &self.components {
                let of_weapon = piece.weapon.is_some_and(|weapon| ids.weapons.contains(&weapon));
                let within = piece
                    .parent
                    .is_some_and(|parent| ids.components.contains(&parent));
                if of_weapon || (within && piece.weapon.is_none()) {
                    ids.components.insert(piece.id);
                }
            }
            if ids.components.len() == before {
                break;
            }
        }
        for mark in &self.markings {
            if mark
                .component
                .is_some_and(|piece| ids.components.contains(&piece))
            {
                ids.markings.insert(mark.id);
            }
        }
        for region in regions {
            if ids.markings.contains(&region.marking) {
                ids.photos.insert(region.photo);
            }
        }
        for one in shown {
            let subject = &one.subject;
            if ids.holds(subject) {
                ids.photos.insert(one.photo);
            }
        }
    }
}

impl Ids {
    fn count(&self) -> usize {
        self.strikes.len()
            + self.weapons.len()
            + self.components.len()
            + self.markings.len()
            + self.photos.len()
    }

    fn holds(&self, id: &str) -> bool {
        id.parse().is_ok_and(|id| self.strikes.contains(&id))
            || id.parse().is_ok_and(|id| self.weapons.contains(&id))
            || id.parse().is_ok_and(|id| self.components.contains(&id))
            || id.parse().is_ok_and(|id| self.markings.contains(&id))
            || id.parse().is_ok_and(|id| self.photos.contains(&id))
    }
}
