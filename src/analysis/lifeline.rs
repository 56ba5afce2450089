//! What happened to a weapon as far as it is known: made, used, reported, recovered, documented, published. Each event is the
//! days of which it was one, for none is known more exactly than it was stated; where an end is not known, it is none.

use jiff::civil::Date;
use serde::Serialize;

use crate::model::Source;
use crate::model::strike::DateBasis;
use crate::model::when::{Edtf, Interval, StrikeDates};
use crate::reading::bound::AssemblyBound;
use crate::text::date::{self, Length};
use crate::text::{t, tf};

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
    /// All of them, in the order of a life.
    pub const ALL: [Self; 6] = [
        Self::Made,
        Self::Used,
        Self::Reported,
        Self::Recovered,
        Self::Documented,
        Self::Published,
    ];

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

    /// Its word in tables and files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Made => "made",
            Self::Used => "used",
            Self::Reported => "reported",
            Self::Recovered => "recovered",
            Self::Documented => "documented",
            Self::Published => "published",
        }
    }
}

/// Something that happened in the life of a weapon. At least one of its ends is known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Event {
    /// What.
    pub stage: Stage,
    /// The first day on which it can have happened; `None` where nothing says.
    pub earliest: Option<Date>,
    /// The last day on which it can have happened; `None` where nothing says.
    pub latest: Option<Date>,
    /// The date as it was stated (EDTF); empty where the days follow from something else.
    pub stated: Box<str>,
    /// Whether that is marked as approximate (`~`, `%`).
    pub is_approximate: bool,
    /// Whether that is marked as uncertain (`?`, `%`).
    pub is_uncertain: bool,
    /// To what it happened, who says so, or what it follows from; may be empty.
    pub of: Box<str>,
}

impl Event {
    /// What somebody stated; `None` for a date of which neither end is known.
    #[must_use]
    pub fn stated(stage: Stage, date: &Edtf, of: &str) -> Option<Self> {
        let bounds = date.bounds();
        bounds.earliest.or(bounds.latest)?;
        Some(Self {
            stage,
            earliest: bounds.earliest,
            latest: bounds.latest,
            stated: date.as_str().into(),
            is_approximate: date.is_approximate(),
            is_uncertain: date.is_uncertain(),
            of: of.into(),
        })
    }

    /// When the weapon was put together, by its marks: from the first possible day to the last one of its use. A use before
    /// that is a contradiction, which closes nothing.
    #[must_use]
    pub fn made(bound: &AssemblyBound, used: Option<Interval>) -> Self {
        let latest = used.map(|used| used.latest());
        Self {
            stage: Stage::Made,
            earliest: Some(bound.not_before),
            latest: latest.filter(|latest| bound.not_before <= *latest),
            stated: Box::default(),
            is_approximate: false,
            is_uncertain: false,
            of: bound.decided_by.as_str().into(),
        }
    }

    /// When the weapon was used, by the dates of its strike.
    #[must_use]
    pub fn used(dates: &StrikeDates<'_>) -> Option<Self> {
        let Some((days, basis)) = dates.use_interval() else {
            return Self::stated(Stage::Used, dates.occurred?, "");
        };
        let stated = dates
            .occurred
            .filter(|occurred| occurred.interval() == Some(days));
        let of = match (basis, stated) {
            (DateBasis::ReportedOn, _) => t("lifeline-used-by-report"),
            (DateBasis::Observed, None) => t("lifeline-used-by-both"),
            (DateBasis::Observed, Some(_)) => "",
        };
        let rests_on = dates.occurred.or(dates.reported);
        Some(Self {
            stage: Stage::Used,
            earliest: Some(days.earliest()),
            latest: Some(days.latest()),
            stated: stated.map(Edtf::as_str).unwrap_or_default().into(),
            is_approximate: rests_on.is_some_and(Edtf::is_approximate),
            is_uncertain: rests_on.is_some_and(Edtf::is_uncertain),
            of: of.into(),
        })
    }

    /// When these sources were published.
    pub fn published(sources: &[Source]) -> impl Iterator<Item = Self> {
        sources
            .iter()
            .filter_map(|source| Self::stated(Stage::Published, source.date.as_ref()?, &source.title))
    }

    /// The days of which it was one, where both ends are known.
    #[must_use]
    pub fn days(&self) -> Option<Interval> {
        Interval::new(self.earliest?, self.latest?).ok()
    }

    /// Whether its date is marked as approximate or uncertain.
    #[must_use]
    pub fn is_doubtful(&self) -> bool {
        self.is_approximate || self.is_uncertain
    }

    /// When it happened, in few letters.
    #[must_use]
    pub fn when_short(&self) -> String {
        let day = |day| date::day(day, Length::Short);
        self.qualified(match (self.earliest, self.latest) {
            (Some(first), Some(last)) => date::days(first, last, Length::Short),
            (Some(first), None) => tf("timeline-from", &[("day", day(first).into())]),
            (None, Some(last)) => tf("timeline-until", &[("day", day(last).into())]),
            (None, None) => String::new(),
        })
    }

    /// Says of a date in words whether it is approximate or uncertain.
    #[must_use]
    pub fn qualified(&self, when: String) -> String {
        let key = match (self.is_approximate, self.is_uncertain) {
            (false, false) => return when,
            (true, false) => "calendar-about",
            (false, true) => "calendar-uncertain",
            (true, true) => "calendar-about-uncertain",
        };
        tf(key, &[("when", when.into())])
    }

    fn is_like(&self, other: &Self) -> bool {
        self.stage == other.stage
            && (self.earliest, self.latest) == (other.earliest, other.latest)
            && (self.is_approximate, self.is_uncertain) == (other.is_approximate, other.is_uncertain)
    }
}

/// No more are named of an event that happened to several things.
const MOST_NAMED: usize = 6;

/// The events in the order of the stages, those of one stage and the same days as one.
#[must_use]
pub fn lifeline(events: impl IntoIterator<Item = Event>) -> Vec<Event> {
    let mut events: Vec<Event> = events.into_iter().collect();
    events.sort_by(|a, b| {
        // What has no known end comes after what has one; what is like each other stands together.
        let key = |event: &Event| {
            let end = (event.latest.is_none(), event.latest);
            let doubt = (event.is_approximate, event.is_uncertain);
            (event.stage, event.earliest, end, doubt)
        };
        key(a).cmp(&key(b)).then_with(|| a.of.cmp(&b.of))
    });
    let mut life: Vec<Event> = Vec::with_capacity(events.len());
    let mut named: Vec<Box<str>> = Vec::new();
    for event in events {
        match life.last_mut() {
            Some(last) if last.is_like(&event) => {
                if last.stated != event.stated {
                    last.stated = Box::default();
                }
                if !event.of.is_empty() && !named.contains(&event.of) {
                    named.push(event.of);
                }
            }
            _ => {
                name(life.last_mut(), &named);
                named.clear();
                named.extend((!event.of.is_empty()).then(|| event.of.clone()));
                life.push(event);
            }
        }
    }
    name(life.last_mut(), &named);
    life
}

/// Writes on an event what it happened to.
fn name(event: Option<&mut Event>, named: &[Box<str>]) {
    let Some(event) = event.filter(|_| named.len() > 1) else {
        return;
    };
    let first = named[..named.len().min(MOST_NAMED)].join("; ");
    let more = named.len().saturating_sub(MOST_NAMED);
    event.of = if more == 0 {
        first.into()
    } else {
        let arguments = [("named", first.into()), ("count", more.into())];
        tf("lifeline-and-more", &arguments).into()
    };
}

/// The days from the first to the last known end of the events; `None` where nothing is known.
#[must_use]
pub fn span<'a>(events: impl IntoIterator<Item = &'a Event>) -> Option<Interval> {
    let mut ends = events
        .into_iter()
        .flat_map(|event| [event.earliest, event.latest])
        .flatten();
    let first = ends.next()?;
    let (first, last) = ends.fold((first, first), |(first, last), end| {
        (first.min(end), last.max(end))
    });
    Interval::new(first, last).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(stage: Stage, date: &str, of: &str) -> Event {
        Event::stated(stage, &Edtf::parse(date).unwrap(), of).unwrap()
    }

    #[test]
    fn events_stand_in_the_order_of_a_life_and_what_happened_on_one_day_is_one() {
        let life = lifeline([
            event(Stage::Documented, "2024-08-20", "Vane"),
            event(Stage::Used, "2024-08-18", ""),
            event(Stage::Documented, "2024-08-20", "Actuator"),
            event(Stage::Documented, "2024-08-20~", "Actuator"),
            event(Stage::Documented, "2024-08-22", "Actuator"),
            event(Stage::Reported, "2024-08-18", "A newspaper"),
        ]);
        let told: Vec<(Stage, &str, bool)> = life
            .iter()
            .map(|event| (event.stage, &*event.of, event.is_approximate))
            .collect();
        assert_eq!(
            told,
            [
                (Stage::Used, "", false),
                (Stage::Reported, "A newspaper", false),
                (Stage::Documented, "Actuator; Vane", false),
                (Stage::Documented, "Actuator", true),
                (Stage::Documented, "Actuator", false),
            ]
        );
        assert_eq!(span(&life).unwrap().to_string(), "2024-08-18/2024-08-22");
        assert_eq!(span(&[]), None);
    }

    #[test]
    fn of_very_many_things_the_first_are_named() {
        let life = lifeline((0..9).map(|nth| event(Stage::Recovered, "2024-08-20", &format!("Part {nth}"))));
        assert_eq!(life.len(), 1);
        assert!(life[0].of.starts_with("Part 0; Part 1"), "{}", life[0].of);
        assert!(life[0].of.ends_with("and 3 more"), "{}", life[0].of);
    }

    #[test]
    fn an_end_that_is_not_known_stays_open() {
        let open = event(Stage::Recovered, "2024-08-20/..", "");
        assert_eq!((open.latest, open.days()), (None, None));
        assert_eq!(span([&open]).unwrap().to_string(), "2024-08-20");
        let occurred = Edtf::parse("2024-08-05/..").unwrap();
        let reported = Edtf::parse("2024-08-18").unwrap();
        let dates = |reported| StrikeDates {
            occurred: Some(&occurred),
            reported,
            zone: None,
        };
        let used = Event::used(&dates(None)).unwrap();
        assert_eq!((used.latest, &*used.stated), (None, "2024-08-05/.."));
        let used = Event::used(&dates(Some(&reported))).unwrap();
        assert_eq!(used.days().unwrap().to_string(), "2024-08-05/2024-08-18");
        assert_eq!(&*used.stated, "", "the end follows from the report");
        assert_ne!(&*used.of, "");
    }
}
