//! Marks that can't be what they say, see [`Alarm`]: every mark is read once, in the context as it is now.

use std::collections::{BTreeMap, HashMap};
use std::sync::{MutexGuard, PoisonError};

use jiff::civil::Date;
use serde::Serialize;

use super::super::{CaseError, Reader};
use super::pieces::{Decided, Mark, Piece, stamp};
use crate::model::id::{ComponentId, MarkingId, WeaponId};
use crate::reading::alarm::{Accepted, Alarm, apart, assembled, of_accepted, of_readings};
use crate::reading::{Context, read_text};

/// Whose alarms are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AlarmScope {
    /// Those of the whole case.
    Case,
    /// Those of a weapon and of the marks on its components.
    Weapon(WeaponId),
    /// Those of the marks on a component.
    Component(ComponentId),
    /// Those of one mark.
    Marking(MarkingId),
}

/// An alarm with the mark that it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AlarmRow {
    /// The marking; of a weapon that was put together too late the one that decides.
    pub marking: MarkingId,
    /// What people call it: the text of the transcription that counts, else its title.
    pub mark: String,
    /// The component that bears it.
    pub component: Option<ComponentId>,
    /// That component's title.
    pub component_title: String,
    /// The weapon that the component belongs to, itself or by what contains it.
    pub weapon: Option<WeaponId>,
    /// That weapon's title.
    pub weapon_title: String,
    /// What is wrong.
    #[serde(flatten)]
    pub alarm: Alarm,
    /// The reason in a sentence.
    pub reason: String,
}

/// What was found of each mark before, with a hash of all that it rests on: most marks are read once while a case is
/// open.
pub(in crate::case) type AlarmMemo = HashMap<MarkingId, (u64, Option<Alarm>)>;

impl Reader {
    /// What can't be as it is said on the day `now`, in the order of the components.
    ///
    /// Of a whole case the first call reads every mark; from then on only those about which something has changed.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn alarms(&self, scope: AlarmScope, now: Date) -> Result<Vec<AlarmRow>, CaseError> {
        let decided = self.decided(scope)?;
        let nothing = Decided::default();
        let of = |mark: &Mark| decided.get(&mark.id).unwrap_or(&nothing);
        let pieces = self.pieces(scope, now)?;
        // Taken out, so that another reader does not wait for this one; a question about a part does without.
        let mut known = match scope {
            AlarmScope::Case => std::mem::take(&mut *self.alarm_memo()),
            _ => AlarmMemo::new(),
        };
        let mut fresh = AlarmMemo::new();
        let mut alarms = Vec::new();
        for piece in &pieces {
            let apart = piece.apart(of);
            for mark in &piece.marks {
                let own = of(mark);
                let stamp = stamp_of(mark, own, piece.stamp);
                let read = match known.remove(&mark.id) {
                    Some((before, alarm)) if before == stamp => alarm,
                    _ => of_text(mark, own, &piece.context),
                };
                let late = own
                    .accepted
                    .iter()
                    .find_map(|one| of_accepted(one, &piece.context));
                let found = late
                    .into_iter()
                    .chain(apart.get(&mark.id).cloned())
                    .chain(read.clone());
                alarms.extend(found.map(|alarm| piece.row(mark, alarm)));
                fresh.insert(mark.id, (stamp, read));
            }
        }
        match scope {
            AlarmScope::Case => {
                alarms.extend(put_together_late(&pieces, of));
                *self.alarm_memo() = fresh;
            }
            AlarmScope::Weapon(_) => alarms.extend(put_together_late(&pieces, of)),
            AlarmScope::Component(_) => {}
            AlarmScope::Marking(marking) => alarms.retain(|alarm| alarm.marking == marking),
        }
        Ok(alarms)
    }

    fn alarm_memo(&self) -> MutexGuard<'_, AlarmMemo> {
        // Each entry stands for itself: after a panic elsewhere those that are there still hold.
        self.file.alarms.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Piece {
    /// The marks whose accepted dates contradict each other. Several pieces that are alike may have been made at
    /// different times.
    fn apart<'a>(&self, decided: impl Fn(&Mark) -> &'a Decided) -> HashMap<MarkingId, Alarm> {
        if self.component.is_none() || self.quantity > 1 {
            return HashMap::new();
        }
        let accepted: Vec<(MarkingId, Accepted)> = self
            .marks
            .iter()
            .flat_map(|mark| decided(mark).accepted.iter().map(|one| (mark.id, one.clone())))
            .collect();
        apart(&accepted)
    }

    fn row(&self, mark: &Mark, alarm: Alarm) -> AlarmRow {
        AlarmRow {
            marking: mark.id,
            mark: mark.name.clone(),
            component: self.component,
            component_title: self.title.clone(),
            weapon: self.weapon,
            weapon_title: self.weapon_title.clone(),
            reason: alarm.reason(),
            alarm,
        }
    }
}

/// What was accepted of a mark, with the place of its piece and its own place there.
type Placed = ((usize, usize), Accepted);

/// The weapons that were put together after they were used, by what was accepted last of each mark.
fn put_together_late<'a>(pieces: &[Piece], decided: impl Fn(&Mark) -> &'a Decided) -> Vec<AlarmRow> {
    let mut weapons: BTreeMap<WeaponId, Vec<Placed>> = BTreeMap::new();
    for (at, piece) in pieces.iter().enumerate() {
        let Some(weapon) = piece.weapon else { continue };
        for (place, mark) in piece.marks.iter().enumerate() {
            let bounds = |one: &&Accepted| one.meaning.bounds_assembly();
            if let Some(one) = decided(mark).accepted.iter().rfind(bounds) {
                weapons
                    .entry(weapon)
                    .or_default()
                    .push(((at, place), one.clone()));
            }
        }
    }
    let late = |accepted: Vec<Placed>| {
        let used = accepted
            .first()
            .and_then(|((at, _), _)| pieces[*at].context.strike);
        let ((at, place), alarm) = assembled(&accepted, used)?;
        Some(pieces[at].row(&pieces[at].marks[place], alarm))
    };
    weapons.into_values().filter_map(late).collect()
}

/// The alarm of what was read, if it raises one.
fn of_text(mark: &Mark, decided: &Decided, piece: &Context) -> Option<Alarm> {
    let context = Context {
        field: mark.kind,
        ..piece.clone()
    };
    let readings = read_text(mark.text.as_deref()?, &context).ok()?;
    of_readings(&readings, mark.kind, &decided.settled)
}

/// A hash of all on which the alarm of what was read rests.
fn stamp_of(mark: &Mark, decided: &Decided, piece: u64) -> u64 {
    stamp(&(piece, &mark.text, mark.kind, &decided.settled))
}
