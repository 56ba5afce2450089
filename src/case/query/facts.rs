//! All weapons with what is known of their age and use: what the analysis of a case rests on.

use std::collections::HashMap;

use jiff::civil::Date;

use super::super::{CaseError, Reader};
use super::alarms::AlarmScope;
use super::pieces::{Decided, Mark, Piece};
use super::{id, some_id};
use crate::analysis::{Dated, MarkFacts, WeaponFacts};
use crate::model::id::{ComponentId, WeaponId};
use crate::model::when::{Edtf, Interval, StrikeDates};
use crate::model::{Vocabularies, Vocabulary};
use crate::reading::bound::{CodeShare, Part, assembly_bound};
use crate::reading::{Context, Grade, Meaning, read_text};

/// The weapons with their strikes.
const WEAPONS: &str = "
SELECT w.id, w.title, w.model, w.maker, w.strike, s.title, s.occurred, s.reported, s.time_zone,
    (SELECT coalesce(sum(quantity), 0) FROM component WHERE id IN (
        WITH RECURSIVE within (id) AS (
            SELECT id FROM component WHERE weapon = w.id
            UNION
            SELECT c.id FROM within JOIN component AS c ON c.parent = within.id WHERE c.weapon IS NULL)
        SELECT id FROM within))
FROM weapon AS w LEFT JOIN strike AS s ON s.id = w.strike ORDER BY w.id";

/// A part of a weapon, with the component that it is on.
type PartOf = (Option<ComponentId>, Part);

impl Reader {
    /// All weapons with what the marks on their components say on the day `now`. Where a person has accepted a reading of a
    /// mark, it alone counts; else all readings graded C or better, as in [`Reader::assembly`].
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn weapon_facts(&self, now: Date) -> Result<Vec<WeaponFacts>, CaseError> {
        let decided = self.decided(AlarmScope::Case)?;
        let words = self.vocabularies()?;
        let nothing = Decided::default();
        let disputed = self.read_differently()?;
        let mut marks: HashMap<WeaponId, Vec<(MarkFacts, Option<Part>)>> = HashMap::new();
        for piece in self.pieces(AlarmScope::Case, now)? {
            let Some(weapon) = piece.weapon else { continue };
            for mark in &piece.marks {
                let own = decided.get(&mark.id).unwrap_or(&nothing);
                let (mut facts, part) = facts_of(&words, &piece, mark, own);
                facts.is_disputed = disputed.contains(&mark.id);
                marks.entry(weapon).or_default().push((facts, part));
            }
        }
        let mut statement = self.conn.prepare_cached(WEAPONS)?;
        let mut rows = statement.query([])?;
        let mut weapons = Vec::new();
        while let Some(row) = rows.next()? {
            let weapon: WeaponId = id(row, 0)?;
            let (marks, parts): (Vec<MarkFacts>, Vec<Option<Part>>) =
                marks.remove(&weapon).unwrap_or_default().into_iter().unzip();
            let of: Vec<PartOf> = marks
                .iter()
                .zip(&parts)
                .filter_map(|(mark, part)| Some((mark.component, part.clone()?)))
                .collect();
            let all: Vec<Part> = parts.into_iter().flatten().collect();
            weapons.push(WeaponFacts {
                id: weapon,
                title: row.get(1)?,
                model: row.get(2)?,
                maker: row.get(3)?,
                strike: some_id(row, 4)?,
                strike_title: row.get::<_, Option<String>>(5)?.unwrap_or_default(),
                used: use_days(row)?,
                bound: assembly_bound(&all),
                share: CodeShare::of(row.get(9)?, &newest_of_each(of)),
                marks,
            });
        }
        Ok(weapons)
    }
}

/// The days on which a weapon of this row's strike can have been used.
fn use_days(row: &rusqlite::Row<'_>) -> Result<Option<Interval>, CaseError> {
    // What is no EDTF is refused when it is written.
    let edtf = |column: usize| -> rusqlite::Result<Option<Edtf>> {
        let text: Option<String> = row.get(column)?;
        Ok(text.and_then(|text| Edtf::parse(&text).ok()))
    };
    let (occurred, reported) = (edtf(6)?, edtf(7)?);
    let zone: Option<String> = row.get(8)?;
    let dates = StrikeDates {
        occurred: occurred.as_ref(),
        reported: reported.as_ref(),
        zone: zone.as_deref(),
    };
    Ok(dates.use_interval().map(|(days, _)| days))
}

/// A mark as it counts, and how it bounds the weapon.
fn facts_of(
    words: &Vocabularies,
    piece: &Piece,
    mark: &Mark,
    decided: &Decided,
) -> (MarkFacts, Option<Part>) {
    let context = Context {
        field: mark.kind,
        ..piece.context.clone()
    };
    let text = mark.text.as_deref().unwrap_or_default();
    let title = if piece.title.is_empty() {
        let kind = piece.context.object.as_deref().unwrap_or_default();
        words.label(Vocabulary::ComponentKind, kind).to_owned()
    } else {
        piece.title.clone()
    };
    let label = match (title.is_empty(), text.is_empty()) {
        (true, _) => text.to_owned(),
        (false, true) => title.clone(),
        (false, false) => format!("{title} ({text})"),
    };
    let accepted = decided.accepted.iter().rfind(|one| one.meaning.bounds_assembly());
    let readings = match accepted {
        Some(_) => Vec::new(),
        None => read_text(text, &context).unwrap_or_default(),
    };
    let (dated, part) = match accepted {
        Some(one) => {
            let part = Part {
                label,
                candidates: vec![one.days],
                preferred: Some(one.days),
            };
            let dated = Dated {
                system: one.system.clone(),
                days: one.days,
                grade: Grade::B,
                is_accepted: true,
            };
            ((one.meaning == Meaning::Production).then_some(dated), Some(part))
        }
        None => {
            let best = readings
                .iter()
                .find(|reading| reading.grade != Grade::X && reading.meaning == Meaning::Production);
            let dated = best.and_then(|reading| {
                Some(Dated {
                    system: reading.system.clone(),
                    days: reading.interval?,
                    grade: reading.grade,
                    is_accepted: false,
                })
            });
            (dated, Part::from_readings(label, &readings))
        }
    };
    let facts = MarkFacts {
        id: mark.id,
        component: piece.component,
        component_title: title,
        kind: piece.context.object.clone(),
        maker: piece.context.maker.clone(),
        text: text.to_owned(),
        is_disputed: false,
        dated,
    };
    (facts, part)
}

/// Of each component the part that bounds most: a component with several marks is one component.
fn newest_of_each(parts: Vec<PartOf>) -> Vec<Part> {
    let mut newest: Vec<PartOf> = Vec::new();
    for (component, part) in parts {
        match newest.iter_mut().find(|(known, _)| *known == component) {
            Some((_, known)) if part.earliest() > known.earliest() => *known = part,
            Some(_) => {}
            None => newest.push((component, part)),
        }
    }
    newest.into_iter().map(|(_, part)| part).collect()
}
