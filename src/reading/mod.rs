//! What a mark may mean: from a transcription to dated, sourced, hedged readings.
//!
//! A reading is a hypothesis with an interval, a grade, its reasons, rivals and sources; it never takes the
//! place of what was transcribed, and a person decides on it. Each [system] of reading (a calendar,
//! a date code) is one file; all share [one grading rule](outcome::Grade). [`bound`] does arithmetic with
//! readings, [`search`] finds transcriptions. Nothing here does I/O or asks the clock.
//!
//! ```
//! use jiff::civil::date;
//! use witnessmark::reading::{Context, Grade, read_text};
//!
//! let context = Context {
//!     origin: Some("KP".into()),
//!     object: Some("jet_vane_actuator".into()),
//!     ..Context::new(date(2024, 9, 11))
//! };
//! let readings = read_text("113", &context).unwrap();
//! assert_eq!((readings[0].system.as_str(), readings[0].grade), ("juche", Grade::B));
//! assert_eq!(readings[0].interval.unwrap().to_string(), "2024-01-01/2024-12-31");
//! assert!(readings[0].alternatives.contains(&"roc".to_owned()));
//! ```

pub mod agreement;
pub mod alarm;
pub mod bound;
pub mod context;
pub mod decision;
mod face;
pub mod glyphs;
mod grade;
pub mod legibility;
pub mod normalise;
pub mod notation;
pub mod outcome;
pub mod rules;
pub mod search;
pub mod series;
mod sources;
pub mod system;
mod tables;

pub use context::{Context, WeekProfile};
pub use notation::{Notation, NotationError};
pub use outcome::{Grade, Meaning, Place, Precision, Reading};
pub use sources::{citation, source};

use std::ops::Range;

use face::Face;
use grade::Draft;
use notation::{Certainty, MOST_VARIANTS};

use crate::text::tf;

/// Everything that `mark` may mean: best grade first, then the surest writing, then the newest date.
///
/// Impossible readings come last, with the reason.
#[must_use]
pub fn read(mark: &Notation, context: &Context) -> Vec<Reading> {
    let mut drafts: Vec<Draft> = Vec::new();
    let variants = mark.variants();
    for variant in &variants.all {
        for face in Face::all(variant) {
            for (order, system) in system::SYSTEMS.iter().enumerate() {
                for proposal in (system.read)(&face, context) {
                    let of = (order, system.id);
                    let draft = Draft::new(of, &face, mark.as_typed(), proposal, context);
                    match drafts.iter_mut().find(|known| known.says_the_same(&draft)) {
                        Some(known) if known.certainty <= draft.certainty => {}
                        Some(known) => *known = draft,
                        None => drafts.push(draft),
                    }
                }
            }
        }
    }
    let named: Vec<_> = drafts
        .iter()
        .filter(|draft| draft.is_plainly_named())
        .map(|draft| draft.reading.span.clone())
        .collect();
    drafts.retain(|draft| !named.iter().any(|span| draft.is_bare_part_of(span)));
    let whole: Vec<(&str, Range<usize>)> = drafts
        .iter()
        .filter(|draft| draft.reading.grade != Grade::X)
        .map(|draft| (draft.system, draft.reading.span.clone()))
        .collect();
    drafts.retain(|draft| !whole.iter().any(|of| draft.is_less_than(of)));
    let rivals: Vec<Vec<String>> = drafts.iter().map(|draft| rivals(draft, &drafts)).collect();
    let mut readings: Vec<(Certainty, usize, Reading)> = drafts
        .into_iter()
        .zip(rivals)
        .map(|(draft, rivals)| draft.graded(rivals))
        .collect();
    let removed = system::removed::read(mark, context);
    readings.extend(removed.into_iter().map(|one| (Certainty::Clear, usize::MAX, one)));
    readings.sort_by(|(sure_a, order_a, a), (sure_b, order_b, b)| {
        let newest = |reading: &Reading| reading.bound_interval().map(|days| days.latest());
        a.grade
            .cmp(&b.grade)
            .then(sure_a.cmp(sure_b))
            .then(newest(b).cmp(&newest(a)))
            .then(order_a.cmp(order_b))
    });
    let mut readings: Vec<Reading> = readings.into_iter().map(|(_, _, reading)| reading).collect();
    if variants.capped {
        let most = u32::try_from(MOST_VARIANTS).unwrap_or(u32::MAX);
        let incomplete = tf("reading-why-capped", &[("most", most.into())]);
        for reading in &mut readings {
            reading.why.push(incomplete.clone());
        }
    }
    readings
}

/// Everything that a transcription in the [notation] may mean.
///
/// # Errors
/// When it is no transcription.
pub fn read_text(text: &str, context: &Context) -> Result<Vec<Reading>, NotationError> {
    Notation::parse(text).map(|mark| read(&mark, context))
}

/// The systems whose possible readings compete with `draft` for the same writing.
fn rivals(draft: &Draft, all: &[Draft]) -> Vec<String> {
    let mut rivals: Vec<(usize, &str)> = all
        .iter()
        .filter(|other| other.reading.grade != Grade::X && draft.competes_with(other))
        .map(|other| (other.order, other.system))
        .collect();
    rivals.sort_unstable();
    rivals.dedup();
    rivals.into_iter().map(|(_, id)| id.to_owned()).collect()
}

#[cfg(test)]
mod tests;
