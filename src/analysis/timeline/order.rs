//! Dates that exclude each other: a strike that is stated as reported, or its remnants as recovered or documented, before the
//! first day on which it can have happened. One of the two dates is wrong, or the tie to the strike is; which is not said.
//!
//! That a weapon was put together after its use is an [`Alarm`](crate::reading::alarm::Alarm). Publications are not held
//! against a strike: a source may be an older text about the weapon. Dates that are marked as approximate are left out,
//! for by how much is not known.

use serde::Serialize;

use super::super::lifeline::{Event, Stage};
use super::super::links::called;
use super::{Owner, StrikeFacts, Ties};
use crate::model::when::Interval;
use crate::reading::bound::days_phrase;
use crate::text::{t, tf};

/// Two dates that exclude each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Disorder {
    /// What is stated to have happened before the strike.
    pub stage: Stage,
    /// The record that states it.
    pub record: Owner,
    /// The strike.
    pub strike: Owner,
    /// The same in a sentence that may be quoted.
    pub statement: String,
}

/// All of them, in the order of the strikes.
pub(super) fn disorders(ties: &Ties<'_>) -> Vec<Disorder> {
    let mut found = Vec::new();
    for strike in &ties.facts.strikes {
        let Some(used) = strike.used().filter(|used| !used.is_approximate) else {
            continue;
        };
        let own = (Owner::Strike(strike.id), &*strike.title);
        found.extend(
            strike
                .reported()
                .and_then(|event| before(&event, own, &used, strike)),
        );
        for weapon in ties.weapons_of(strike.id) {
            for part in ties.parts_of(weapon.id) {
                let own = (Owner::Component(part.id), &*part.title);
                let events = part.recovered.iter().chain(&part.documented);
                found.extend(events.filter_map(|event| before(event, own, &used, strike)));
            }
        }
    }
    found
}

fn before(
    event: &Event,
    (record, title): (Owner, &str),
    used: &Event,
    strike: &StrikeFacts,
) -> Option<Disorder> {
    let (latest, first) = (event.latest?, used.earliest?);
    if latest >= first || event.is_approximate {
        return None;
    }
    let stated = event.days().unwrap_or(Interval::day(latest));
    let key = match (event.stage, event.earliest.is_some()) {
        (Stage::Reported, true) => "timeline-order-reported",
        (Stage::Reported, false) => "timeline-order-reported-until",
        (Stage::Recovered, true) => "timeline-order-recovered",
        (Stage::Recovered, false) => "timeline-order-recovered-until",
        (_, true) => "timeline-order-documented",
        (_, false) => "timeline-order-documented-until",
    };
    let statement = tf(
        key,
        &[
            ("part", called(title, t("record-untitled")).into()),
            ("strike", called(&strike.title, t("record-untitled")).into()),
            ("stated", days_phrase(stated).into()),
            ("first", days_phrase(Interval::day(first)).into()),
        ],
    );
    Some(Disorder {
        stage: event.stage,
        record,
        strike: Owner::Strike(strike.id),
        statement,
    })
}

#[cfg(test)]
mod tests {
    use super::super::tests::facts;
    use super::super::{Subject, timeline};
    use super::*;

    fn told(occurred: &str, reported: &str, recovered: &str, documented: &str) -> Vec<(Stage, String)> {
        let facts = facts(occurred, reported, recovered, documented);
        let found = timeline(&Subject::Case, &facts).disorders;
        found.into_iter().map(|one| (one.stage, one.statement)).collect()
    }

    #[test]
    fn what_is_stated_before_the_first_day_of_the_strike_is_told() {
        let found = told("2024-08-18", "2024-08-17", "2024-08-16", "../2024-08-10");
        let stages: Vec<Stage> = found.iter().map(|(stage, _)| *stage).collect();
        assert_eq!(stages, [Stage::Reported, Stage::Recovered, Stage::Documented]);
        for (part, nth) in [
            ("17 August", 0),
            ("Actuator", 1),
            ("16 August", 1),
            ("10 August", 2),
        ] {
            assert!(found[nth].1.contains(part), "{part}: {}", found[nth].1);
            assert!(found[nth].1.contains("18 August 2024"), "{}", found[nth].1);
        }
    }

    #[test]
    fn what_may_have_happened_in_order_is_not() {
        for (occurred, reported, recovered, documented) in [
            ("2024-08-18", "2024-08-18", "2024-08-18", "2024-08-18"),
            ("2024-08", "2024-08-01", "2024-08-01", ""),
            ("2024-08-18", "2024-08-10/..", "2024", ""),
            ("", "2024-08-18", "2024-08-17", ""),
            ("2024-08-18~", "2024-08-17", "2024-08-17", ""),
            ("2024-08-18", "2024-08-17~", "2024-08-17%", ""),
            ("../2024-08-18", "", "2024-08-01", ""),
            ("", "", "2024-08-01", ""),
        ] {
            assert_eq!(told(occurred, reported, recovered, documented), []);
        }
    }

    #[test]
    fn a_remnant_that_was_found_before_the_day_that_a_report_allows_is_told() {
        let found = told("", "2024-08-18", "2024-08-16", "");
        assert_eq!(found.len(), 1);
        assert!(found[0].1.contains("17 August 2024"), "{}", found[0].1);
        assert_eq!(told("2024-08-05/..", "", "2024-08-04?", "").len(), 1);
    }
}
