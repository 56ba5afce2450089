//! The marks of a case with what they hang on and what people decided about them: each mark once, in the context in which it
//! is read.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use jiff::civil::Date;
use rusqlite::Row;
use serde::de::DeserializeOwned;

use super::super::{CaseError, Reader};
use super::alarms::AlarmScope;
use super::{MarkingContext, id, some_id};
use crate::model::id::{ComponentId, MarkingId, WeaponId};
use crate::model::marking::MarkKind;
use crate::model::when::{Edtf, Interval};
use crate::model::{Component, Marking, Strike, Weapon};
use crate::reading::alarm::{Accepted, Settled};
use crate::reading::rules::RuleBook;
use crate::reading::{Context, Meaning};

/// The marks with what they hang on. The weapon is the component's own, or that of the nearest piece around it.
pub(super) const MARKS: &str = "
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
pub(super) struct Mark {
    pub(super) id: MarkingId,
    pub(super) name: String,
    pub(super) text: Option<String>,
    pub(super) kind: Option<MarkKind>,
}

/// What marks hang on, and these marks.
pub(super) struct Piece {
    pub(super) component: Option<ComponentId>,
    pub(super) title: String,
    pub(super) quantity: u32,
    pub(super) weapon: Option<WeaponId>,
    pub(super) weapon_title: String,
    pub(super) context: Context,
    /// A hash of the context, but for the sort of mark.
    pub(super) stamp: u64,
    pub(super) marks: Vec<Mark>,
}

/// What people decided about a mark.
#[derive(Default)]
pub(super) struct Decided {
    pub(super) accepted: Vec<Accepted>,
    pub(super) settled: Settled,
}

impl Reader {
    /// The marks with what they hang on, component by component.
    pub(super) fn pieces(&self, scope: AlarmScope, now: Date) -> Result<Vec<Piece>, CaseError> {
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
    pub(super) fn decided(&self, scope: AlarmScope) -> Result<HashMap<MarkingId, Decided>, CaseError> {
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

/// A hash.
pub(super) fn stamp(of: &impl Hash) -> u64 {
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
