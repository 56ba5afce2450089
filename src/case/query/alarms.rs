//! Marks that can't be what they say, see [`Alarm`]: every mark is read once, in the context as it is now.

use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::{MutexGuard, PoisonError};

use jiff::civil::Date;
use rusqlite::Row;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::super::{CaseError, Reader};
use super::{MarkingContext, id, some_id};
use crate::model::id::{ComponentId, MarkingId, WeaponId};
use crate::model::marking::MarkKind;
use crate::model::when::{Edtf, Interval};
use crate::model::{Component, Marking, Strike, Weapon};
use crate::reading::alarm::{Accepted, Alarm, Settled, apart, assembled, of_accepted, of_readings};
use crate::reading::rules::RuleBook;
use crate::reading::{Context, Meaning, read_text};

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

/// The marks with what they hang on. The weapon is the component's own, or that of the nearest piece around it.
const MARKS: &str = "
SELECT m.id, m.title, m.kind, m.component,
    (SELECT text FROM transcription AS t WHERE t.marking = m.id AND t.text <> ''
     ORDER BY (t.role IS 'adjudicator') DESC, (t.role IS 'machine'), t.at DESC, t.id DESC LIMIT 1),
    c.title, c.kind, c.maker, c.supply, c.documented, c.week_profile, c.quantity,
    w.id, w.title, w.origin, w.origin_basis, s.occurred, s.reported, s.time_zone
FROM marking AS m
LEFT JOIN component AS c ON c.id = m.component
LEFT JOIN weapon AS w ON w.id = coalesce(c.weapon, (
    WITH RECURSIVE around (weapon, parent, depth) AS (
        SELECT p.weapon, p.parent, 1 FROM component AS p WHERE p.id = c.parent
        UNION ALL
        SELECT p.weapon, p.parent, depth + 1 FROM around JOIN component AS p ON p.id = around.parent
        WHERE around.weapon IS NULL AND depth < 32)
    SELECT weapon FROM around WHERE weapon IS NOT NULL))
LEFT JOIN strike AS s ON s.id = w.strike";

/// The components of a weapon, those in other components included.
pub(super) const WITHIN: &str = "
    WITH RECURSIVE within (id) AS (
        SELECT id FROM component WHERE weapon = ?1
        UNION
        SELECT c.id FROM within JOIN component AS c ON c.parent = within.id WHERE c.weapon IS NULL)
    SELECT id FROM within";

impl AlarmScope {
    /// Which marks are looked at: a mark is judged beside the others on its component.
    fn condition(self) -> (String, Option<String>) {
        match self {
            Self::Case => (String::new(), None),
            Self::Weapon(weapon) => (
                format!("WHERE m.component IN ({WITHIN})"),
                Some(weapon.to_string()),
            ),
            Self::Component(component) => ("WHERE m.component = ?1".to_owned(), Some(component.to_string())),
            Self::Marking(marking) => (
                "WHERE m.id = ?1 OR m.component = (SELECT component FROM marking WHERE id = ?1)".to_owned(),
                Some(marking.to_string()),
            ),
        }
    }
}

/// A mark as it counts.
struct Mark {
    id: MarkingId,
    name: String,
    text: Option<String>,
    kind: Option<MarkKind>,
}

/// What marks hang on, and these marks.
struct Piece {
    component: Option<ComponentId>,
    title: String,
    quantity: u32,
    weapon: Option<WeaponId>,
    weapon_title: String,
    context: Context,
    /// A hash of the context, but for the sort of mark.
    stamp: u64,
    marks: Vec<Mark>,
}

/// What people decided about a mark.
#[derive(Default)]
struct Decided {
    accepted: Vec<Accepted>,
    settled: Settled,
}

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

    /// The marks with what they hang on, component by component.
    fn pieces(&self, scope: AlarmScope, now: Date) -> Result<Vec<Piece>, CaseError> {
        let rules = self.rule_book()?;
        let rules = (stamp(&self.rules.borrow().0), rules);
        let (condition, value) = scope.condition();
        let sql = format!("{MARKS} {condition} ORDER BY m.component, m.id");
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(rusqlite::params_from_iter(value))?;
        let mut pieces: Vec<Piece> = Vec::new();
        while let Some(row) = rows.next()? {
            let component = some_id(row, 3)?;
            if pieces.last().is_none_or(|piece| piece.component != component) {
                pieces.push(piece_of(row, component, &rules, now)?);
            }
            let (title, text): (String, Option<String>) = (row.get(1)?, row.get(4)?);
            if let Some(piece) = pieces.last_mut() {
                piece.marks.push(Mark {
                    id: id(row, 0)?,
                    name: text.clone().unwrap_or(title),
                    text,
                    kind: term(row, 2)?,
                });
            }
        }
        Ok(pieces)
    }

    /// What people decided about the marks, oldest first.
    fn decided(&self, scope: AlarmScope) -> Result<HashMap<MarkingId, Decided>, CaseError> {
        let (condition, value) = scope.condition();
        let sql = format!(
            "SELECT m.id, f.verdict, f.system, f.rule, f.raw, f.earliest, f.latest, f.meaning
             FROM marking AS m JOIN finding AS f ON f.marking = m.id {condition} ORDER BY m.id, f.at, f.id"
        );
        let mut statement = self.conn.prepare_cached(&sql)?;
        let mut rows = statement.query(rusqlite::params_from_iter(value))?;
        let mut decided: HashMap<MarkingId, Decided> = HashMap::new();
        while let Some(row) = rows.next()? {
            let of = decided.entry(id(row, 0)?).or_default();
            let (system, rule): (String, String) = (row.get(2)?, row.get(3)?);
            if row.get_ref(1)?.as_str().unwrap_or_default() == "rejected" {
                of.settled.rejected.push((system, rule));
                continue;
            }
            let days: (Option<Date>, Option<Date>) = (some_id(row, 5)?, some_id(row, 6)?);
            let Some(days) = days
                .0
                .zip(days.1)
                .and_then(|(first, last)| Interval::new(first, last).ok())
            else {
                of.settled.is_no_date = true;
                continue;
            };
            of.accepted.push(Accepted {
                mark: row.get(4)?,
                system,
                days,
                meaning: term(row, 7)?.unwrap_or(Meaning::None),
            });
        }
        Ok(decided)
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

fn stamp(of: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    of.hash(&mut hasher);
    hasher.finish()
}

/// What the marks of a component hang on.
fn piece_of(
    row: &Row<'_>,
    component: Option<ComponentId>,
    (rules_stamp, rules): &(u64, RuleBook),
    now: Date,
) -> Result<Piece, CaseError> {
    let text = |column| row.get::<_, Option<String>>(column);
    let weapon = some_id(row, 12)?;
    let piece = Component {
        kind: text(6)?,
        maker: text(7)?,
        supply: term(row, 8)?,
        documented: edtf(row, 9)?,
        week_profile: term(row, 10)?,
        ..Component::default()
    };
    let around = Weapon {
        origin: text(14)?,
        origin_basis: text(15)?,
        ..Weapon::default()
    };
    let strike = Strike {
        occurred: edtf(row, 16)?,
        reported: edtf(row, 17)?,
        time_zone: text(18)?,
        ..Strike::default()
    };
    let context = MarkingContext {
        marking: Marking::default(),
        component: component.map(|_| piece),
        weapon: weapon.map(|_| around),
        strike: Some(strike),
        rules: rules.clone(),
    }
    .reading_context(now);
    // As JSON it has no rules in it: these are told apart by what stands in their files.
    let known = serde_json::to_string(&context).unwrap_or_default();
    Ok(Piece {
        component,
        title: text(5)?.unwrap_or_default(),
        quantity: row.get::<_, Option<u32>>(11)?.unwrap_or(1),
        weapon,
        weapon_title: text(13)?.unwrap_or_default(),
        context,
        stamp: stamp(&(known, rules_stamp)),
        marks: Vec::new(),
    })
}

/// A column with a word of the model; a word that this version does not know is none.
fn term<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<T>> {
    let word: Option<String> = row.get(column)?;
    Ok(word.and_then(|word| serde_json::from_value(word.into()).ok()))
}

/// A column with a date as a person stated it.
fn edtf(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Edtf>> {
    let date: Option<String> = row.get(column)?;
    Ok(date.and_then(|date| Edtf::parse(&date).ok()))
}
