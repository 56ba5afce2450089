//! What a strike's dates say, in words and by the clock.

use jiff::civil::Time;
use jiff::tz::TimeZone;

use super::{CalendarSpan, CalendarStrike};
use crate::analysis::calendar::{Certainty, words};
use crate::model::strike::DateBasis;
use crate::model::when::{Clocks, Edtf, Interval};
use crate::text::t;

/// What a strike's dates say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// How exactly the days are known on which it stands.
    pub certainty: Certainty,
    /// The date that it is shown by, in words.
    pub when: String,
    /// When it was by the clocks of its place and by UTC, where its time of day is known.
    pub clocks: Option<Clocks>,
}

impl CalendarStrike {
    /// The days on which it stands.
    #[must_use]
    pub fn days(&self) -> Interval {
        Interval::new(self.first, self.last).unwrap_or_else(|_| Interval::day(self.first))
    }

    /// What its dates say.
    #[must_use]
    pub fn told(&self) -> Told {
        let reported_only = self.basis == DateBasis::ReportedOn.word();
        let shown_by = if reported_only {
            &self.reported
        } else {
            &self.occurred
        };
        let parsed = shown_by.as_deref().and_then(|text| Edtf::parse(text).ok());
        let zone = self
            .time_zone
            .as_deref()
            .and_then(|name| TimeZone::get(name.trim()).ok());
        Told {
            certainty: Certainty {
                reported_only,
                ..parsed.as_ref().map(Certainty::of).unwrap_or_default()
            },
            when: match &parsed {
                Some(when) => words::edtf(when),
                None => words::days(self.days()),
            },
            clocks: parsed
                .filter(|_| !reported_only)
                .and_then(|when| Clocks::of(&when, zone.as_ref())),
        }
    }

    /// What it is called: its title, else its place.
    #[must_use]
    pub fn name(&self) -> &str {
        let place = self.place_name.as_deref().unwrap_or_default();
        [self.title.trim(), place.trim()]
            .into_iter()
            .find(|name| !name.is_empty())
            .unwrap_or_else(|| t("calendar-untitled"))
    }
}

impl Told {
    /// The time by the clocks of the place, on the day on which `strike` stands.
    #[must_use]
    pub fn hour(&self, strike: &CalendarStrike) -> Option<Time> {
        let local = self.clocks?.local?;
        (local.date() == strike.first).then(|| local.time())
    }
}

impl CalendarSpan {
    /// Its days, and how many strikes have them.
    #[must_use]
    pub fn counted(&self) -> Option<(Interval, usize)> {
        let days = Interval::new(self.first, self.last).ok()?;
        Some((days, self.strikes as usize))
    }
}
