//! What the timeline says of an event: when, and on what that rests.

use crate::analysis::calendar::words;
use crate::analysis::lifeline::{Event, Stage};
use crate::model::when::Edtf;
use crate::text::date::{self, Length};
use crate::text::{t, tf};

/// When it happened, as exactly as that is known.
#[must_use]
pub fn when(event: &Event) -> String {
    if let Ok(stated) = Edtf::parse(&event.stated) {
        return words::edtf(&stated);
    }
    let base = match (event.earliest, event.latest) {
        (Some(first), Some(last)) => date::days(first, last, Length::Full),
        (Some(first), None) => tf("calendar-from", &[("day", words::day(first).into())]),
        (None, Some(last)) => tf("calendar-until", &[("day", words::day(last).into())]),
        (None, None) => String::new(),
    };
    event.qualified(base)
}

/// To what it happened, who says so, or what it follows from.
#[must_use]
pub fn rests_on(event: &Event) -> String {
    match event.stage {
        Stage::Made => tf("timeline-by-mark", &[("of", (*event.of).into())]),
        _ if event.of.is_empty() => t("timeline-by-record").to_owned(),
        _ => event.of.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_said_as_exactly_as_it_is_known() {
        for (stated, full, short) in [
            ("2024-08-18", "18 August 2024", "18 Aug 2024"),
            ("2024-08-18~", "about 18 August 2024", "about 18 Aug 2024"),
            ("2024-08-18/..", "on or after 18 August 2024", "from 18 Aug 2024"),
            (
                "../2024-08-18",
                "on or before 18 August 2024",
                "until 18 Aug 2024",
            ),
            ("2024-08-17/2024-08-18", "17 to 18 August 2024", "17–18 Aug 2024"),
        ] {
            let event = Event::stated(Stage::Recovered, &Edtf::parse(stated).unwrap(), "").unwrap();
            assert_eq!(
                (when(&event).as_str(), event.when_short().as_str()),
                (full, short)
            );
            let derived = Event {
                stated: Box::default(),
                ..event
            };
            assert_eq!(when(&derived), full);
        }
    }
}
