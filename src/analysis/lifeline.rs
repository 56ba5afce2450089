//! The life of one weapon as far as it is known: made, used, reported, recovered, documented, published. Each event is an
//! interval, for none is known more exactly than it was stated.

use serde::Serialize;

use crate::model::when::Interval;
use crate::text::t;

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// It was put together, as its marks say.
    Made,
    /// It was used.
    Used,
    /// Somebody reported that.
    Reported,
    /// A part of it was found.
    Recovered,
    /// A part of it was documented.
    Documented,
    /// A source about it was published.
    Published,
}

impl Stage {
    /// What it is called.
    #[must_use]
    pub fn text(self) -> &'static str {
        t(match self {
            Self::Made => "lifeline-made",
            Self::Used => "lifeline-used",
            Self::Reported => "lifeline-reported",
            Self::Recovered => "lifeline-recovered",
            Self::Documented => "lifeline-documented",
            Self::Published => "lifeline-published",
        })
    }
}

/// Something that happened in the life of a weapon.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Event {
    /// What.
    pub stage: Stage,
    /// The days of which it was one.
    pub days: Interval,
    /// To what it happened, or who says so; may be empty.
    pub of: String,
}

/// The events in the order of the stages, those of one stage and the same days as one.
#[must_use]
pub fn lifeline(events: impl IntoIterator<Item = Event>) -> Vec<Event> {
    let mut events: Vec<Event> = events.into_iter().collect();
    events.sort_by(|a, b| {
        let key = |event: &Event| (event.stage, event.days.earliest(), event.days.latest());
        key(a).cmp(&key(b)).then_with(|| a.of.cmp(&b.of))
    });
    let mut life: Vec<Event> = Vec::new();
    for event in events {
        match life.last_mut() {
            Some(last) if last.stage == event.stage && last.days == event.days => {
                if !event.of.is_empty() && last.of != event.of {
                    let between = if last.of.is_empty() { "" } else { "; " };
                    last.of = format!("{}{between}{}", last.of, event.of);
                }
            }
            _ => life.push(event),
        }
    }
    life
}

/// The days from the first to the last event; `None` where nothing is known.
#[must_use]
pub fn span(events: &[Event]) -> Option<Interval> {
    let first = events.iter().map(|event| event.days.earliest()).min()?;
    let last = events.iter().map(|event| event.days.latest()).max()?;
    Interval::new(first, last).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn event(stage: Stage, day: i8, of: &str) -> Event {
        Event {
            stage,
            days: Interval::day(date(2024, 8, day)),
            of: of.to_owned(),
        }
    }

    #[test]
    fn events_stand_in_the_order_of_a_life_and_what_happened_on_one_day_is_one() {
        let life = lifeline([
            event(Stage::Documented, 20, "Vane"),
            event(Stage::Used, 18, ""),
            event(Stage::Documented, 20, "Actuator"),
            event(Stage::Documented, 22, "Actuator"),
            event(Stage::Reported, 18, "A newspaper"),
        ]);
        let told: Vec<(Stage, &str)> = life
            .iter()
            .map(|event| (event.stage, event.of.as_str()))
            .collect();
        assert_eq!(
            told,
            [
                (Stage::Used, ""),
                (Stage::Reported, "A newspaper"),
                (Stage::Documented, "Actuator; Vane"),
                (Stage::Documented, "Actuator"),
            ]
        );
        assert_eq!(span(&life).unwrap().to_string(), "2024-08-18/2024-08-22");
        assert_eq!(span(&[]), None);
    }
}
