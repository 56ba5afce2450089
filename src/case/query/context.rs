//! What is known about a mark from elsewhere in the case: the context in which it is read.

use jiff::civil::Date;

use super::super::{CaseError, Reader};
use crate::model::component::Supply;
use crate::model::id::{MarkingId, WeaponId};
use crate::model::when::{Edtf, Interval, StrikeDates};
use crate::model::{Component, Marking, Strike, Weapon};
use crate::reading::Context;
use crate::reading::rules::RuleBook;

/// A marking with what it hangs on.
#[derive(Debug, Clone, PartialEq)]
pub struct MarkingContext {
    /// The marking.
    pub marking: Marking,
    /// The component that bears it.
    pub component: Option<Component>,
    /// The weapon that the component belongs to, itself or by what contains it.
    pub weapon: Option<Weapon>,
    /// That weapon's strike.
    pub strike: Option<Strike>,
    /// The rules that the team added to the case.
    pub rules: RuleBook,
}

impl MarkingContext {
    /// The context in which the mark is read on the day `now`.
    ///
    /// The country of origin counts only with the evidence for it: that a mark can be read in a calendar says
    /// nothing about where the piece was made.
    #[must_use]
    pub fn reading_context(&self, now: Date) -> Context {
        let component = self.component.as_ref();
        let weapon = self.weapon.as_ref();
        let has_basis = |weapon: &&Weapon| {
            weapon
                .origin_basis
                .as_deref()
                .is_some_and(|basis| !basis.trim().is_empty())
        };
        Context {
            origin: weapon.filter(has_basis).and_then(|weapon| weapon.origin.clone()),
            object: component.and_then(|component| component.kind.clone()),
            imported: component
                .and_then(|component| component.supply)
                .map(|supply| supply == Supply::Imported),
            field: self.marking.kind,
            maker: component.and_then(|component| component.maker.clone()),
            strike: self.strike.as_ref().and_then(use_days),
            documented: component
                .and_then(|component| component.documented.as_ref())
                .and_then(Edtf::interval)
                .map(|days| days.latest()),
            profile: component.and_then(|component| component.week_profile),
            rules: self.rules.clone(),
            ..Context::new(now)
        }
    }
}

/// The days on which the strike's weapon can have been used.
fn use_days(strike: &Strike) -> Option<Interval> {
    let dates = StrikeDates {
        occurred: strike.occurred.as_ref(),
        reported: strike.reported.as_ref(),
        zone: strike.time_zone.as_deref(),
    };
    dates.use_interval().map(|(days, _)| days)
}

/// A chain of containers longer than this is no real one.
const DEEPEST: usize = 32;

impl Reader {
    /// The weapon that a component belongs to, itself or by what contains it.
    fn weapon_around(&self, component: Option<&Component>) -> Result<Option<WeaponId>, CaseError> {
        let mut inner = component.cloned();
        for _ in 0..DEEPEST {
            let Some(piece) = inner else { return Ok(None) };
            if piece.weapon.is_some() {
                return Ok(piece.weapon);
            }
            inner = match piece.parent {
                Some(parent) => self.get::<Component>(parent)?,
                None => None,
            };
        }
        Ok(None)
    }

    /// The marking with what it hangs on. `None` when it is not in the case.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn marking_context(&self, marking: MarkingId) -> Result<Option<MarkingContext>, CaseError> {
        let Some(marking) = self.get::<Marking>(marking)? else {
            return Ok(None);
        };
        let component = match marking.component {
            Some(id) => self.get::<Component>(id)?,
            None => None,
        };
        let weapon = match self.weapon_around(component.as_ref())? {
            Some(id) => self.get::<Weapon>(id)?,
            None => None,
        };
        let strike = match weapon.as_ref().and_then(|weapon| weapon.strike) {
            Some(id) => self.get::<Strike>(id)?,
            None => None,
        };
        Ok(Some(MarkingContext {
            marking,
            component,
            weapon,
            strike,
            rules: self.rule_book()?,
        }))
    }
}
