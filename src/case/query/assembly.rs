//! When a weapon was put together at the earliest, from the marks on all its components.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::super::{CaseError, Reader};
use super::pieces::WITHIN;
use crate::model::id::{ComponentId, MarkingId, WeaponId};
use crate::model::when::Interval;
use crate::model::{Finding, Transcription, Verdict};
use crate::reading::bound::{
    AssemblyBound, CodeShare, Part, ProductionToUse, assembly_bound, assembly_to_use, bound_statement,
    use_phrase,
};
use crate::reading::read_text;
use crate::text::tf;

/// What the marks on a weapon's components say together.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Assembly {
    /// The earliest day on which it can have been put together, and what that rests on.
    pub bound: Option<AssemblyBound>,
    /// The component that decides.
    pub decided_by: Option<ComponentId>,
    /// The days on which the weapon can have been used.
    pub used: Option<Interval>,
    /// From there to its use.
    pub to_use: Option<ProductionToUse>,
    /// The same in a sentence that may be quoted; empty when no mark is dated.
    pub statement: String,
    /// How many markings its components bear.
    pub markings: usize,
    /// How many of these are dated.
    pub dated: usize,
    /// How many components there are, how many of them dated, and in which years.
    pub share: CodeShare,
}

impl Reader {
    /// How many pieces belong to a weapon: its components, those in other components too, by their quantity.
    fn pieces_of(&self, weapon: WeaponId) -> Result<u64, CaseError> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT coalesce(sum(quantity), 0) FROM component WHERE id IN ({WITHIN})"
        ))?;
        Ok(statement.query_row([weapon.to_string()], |row| row.get(0))?)
    }

    /// What the marks on a weapon's components say together, read on the day `now`.
    ///
    /// Where a person has accepted a reading of a mark, it alone counts; else all readings graded C or better.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn assembly(&self, weapon: WeaponId, now: Date) -> Result<Assembly, CaseError> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT c.id, c.title, m.id FROM component AS c JOIN marking AS m ON m.component = c.id
             WHERE c.id IN ({WITHIN}) ORDER BY c.id, m.id"
        ))?;
        let marks = statement
            .query_map([weapon.to_string()], |row| {
                Ok((super::id(row, 0)?, row.get::<_, String>(1)?, super::id(row, 2)?))
            })?
            .collect::<Result<Vec<(ComponentId, String, MarkingId)>, _>>()?;
        let mut assembly = Assembly {
            markings: marks.len(),
            ..Assembly::default()
        };
        let mut parts: Vec<Part> = Vec::new();
        let mut components = Vec::new();
        for (component, title, marking) in marks {
            let Some(context) = self.marking_context(marking)? else {
                continue;
            };
            let context = context.reading_context(now);
            assembly.used = context.strike;
            let transcriptions = self.transcriptions(marking)?;
            let text = Transcription::settled(&transcriptions).map(|one| one.text.clone());
            let label = match &text {
                Some(mark) if title.is_empty() => mark.clone(),
                Some(mark) => format!("{title} ({mark})"),
                None => title,
            };
            let accepted = self
                .findings(marking)?
                .into_iter()
                .filter(|finding| finding.verdict == Verdict::Accepted)
                .filter_map(|finding| days_of(&finding))
                .next_back();
            let part = match (accepted, text) {
                (Some(days), _) => Some(Part {
                    label,
                    candidates: vec![days],
                    preferred: Some(days),
                }),
                (None, Some(text)) => read_text(&text, &context)
                    .ok()
                    .and_then(|readings| Part::from_readings(label, &readings)),
                (None, None) => None,
            };
            if let Some(part) = part {
                parts.push(part);
                components.push(component);
            }
        }
        assembly.dated = parts.len();
        assembly.share = CodeShare::of(self.pieces_of(weapon)?, &newest_of_each(&parts, &components));
        assembly.bound = assembly_bound(&parts);
        if let Some(bound) = &assembly.bound {
            let place = parts.iter().position(|part| part.label == bound.decided_by);
            assembly.decided_by = place.map(|place| components[place]);
            assembly.to_use = assembly.used.map(|used| assembly_to_use(bound.not_before, used));
            assembly.statement = bound_statement(bound);
            if let Some(to_use) = &assembly.to_use {
                assembly.statement.push(' ');
                let phrase = use_phrase(to_use);
                assembly
                    .statement
                    .push_str(&tf("assembly-to-use", &[("use", phrase.into())]));
            }
        }
        Ok(assembly)
    }
}

/// Of each component the part that bounds most: a component with several marks is one component.
fn newest_of_each(parts: &[Part], components: &[ComponentId]) -> Vec<Part> {
    let mut newest: BTreeMap<ComponentId, &Part> = BTreeMap::new();
    for (part, component) in parts.iter().zip(components) {
        let known = newest.entry(*component).or_insert(part);
        if part.earliest() > known.earliest() {
            *known = part;
        }
    }
    newest.into_values().cloned().collect()
}

/// The days of an accepted finding that dates production.
fn days_of(finding: &Finding) -> Option<Interval> {
    let counts = matches!(
        finding.meaning.as_str(),
        "production" | "lot_start" | "seal_window"
    );
    let days = Interval::new(finding.earliest?, finding.latest?).ok()?;
    counts.then_some(days)
}
