use jiff::civil::date;
use proptest::prelude::*;

use super::super::super::{AgendaKey, Author, Case};
use super::*;
use crate::model::strike::shown_days;
use crate::model::when::{Edtf, Interval};
use crate::model::{Change, Strike};

const LAYERS: [(bool, Reports); 6] = [
    (true, Reports::Hidden),
    (true, Reports::Otherwise),
    (true, Reports::All),
    (false, Reports::Hidden),
    (false, Reports::Otherwise),
    (false, Reports::All),
];

fn filled(folder: &std::path::Path, strikes: &[Strike]) -> Reader {
    let path = folder.join("a.witness");
    let author = Author {
        person: "A".to_owned(),
        device: "d".to_owned(),
        device_name: "d".to_owned(),
    };
    let mut case = Case::create(&path, "A", author).unwrap();
    let made = strikes.iter().map(|strike| Change::Create(strike.clone().into()));
    case.apply_all(made.collect()).unwrap();
    let odd = strikes.iter().step_by(2).map(|strike| strike.id.into());
    if !strikes.is_empty() {
        case.apply(Change::AddTag {
            name: "odd".to_owned(),
            vocabulary: String::new(),
            records: odd.collect(),
        })
        .unwrap();
    }
    case.close().unwrap();
    Reader::open(&path).unwrap()
}

/// A day, a range of days or months, a month, or no date.
fn edtf() -> impl Strategy<Value = Option<Edtf>> {
    let day = |number: i64| date(2024, 1, 1).saturating_add(number.days());
    prop_oneof![
        1 => Just(None),
        4 => (0..60_i64).prop_map(move |number| Some(day(number).to_string())),
        3 => (0..60_i64, 1..9_i64)
            .prop_map(move |(from, days)| Some(format!("{}/{}", day(from), day(from + days)))),
        1 => (0..60_i64, 60..300_i64)
            .prop_map(move |(from, days)| Some(format!("{}/{}", day(from), day(from + days)))),
        1 => Just(Some("2024-02".to_owned())),
    ]
    .prop_map(|text| text.map(|text| Edtf::parse(&text).unwrap()))
}

fn strikes() -> impl Strategy<Value = Vec<Strike>> {
    let strike = (edtf(), edtf()).prop_map(|(occurred, reported)| Strike {
        occurred,
        reported,
        ..Strike::default()
    });
    prop::collection::vec(strike, 0..40)
}

type Stand = (StrikeId, Interval, &'static str);

/// What the layers mean, said without SQL.
fn stands(strikes: &[Strike], filter: &CalendarFilter) -> Vec<Stand> {
    let mut stands = Vec::new();
    for (number, strike) in strikes.iter().enumerate() {
        if !filter.tags.is_empty() && number % 2 == 1 {
            continue;
        }
        let days = |edtf: &Option<Edtf>| edtf.as_ref().and_then(shown_days);
        let (observed, report) = (days(&strike.occurred), days(&strike.reported));
        if let Some(days) = observed.filter(|_| filter.observed) {
            stands.push((strike.id, days, "observed"));
        }
        let shown = match filter.reports {
            Reports::Hidden => None,
            Reports::Otherwise => report.filter(|_| observed.is_none()),
            Reports::All => report.filter(|report| !filter.observed || observed.as_ref() != Some(report)),
        };
        stands.extend(shown.map(|days| (strike.id, days, "reported_on")));
    }
    stands
}

fn stand(strike: &CalendarStrike) -> (StrikeId, Interval, String) {
    let days = Interval::new(strike.first, strike.last).unwrap();
    (strike.id, days, strike.basis.clone())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn the_layers_show_what_they_say_and_all_counts_agree(
        strikes in strikes(), from in 0..70_i64, days in 0..45_i64,
    ) {
        let folder = tempfile::tempdir().unwrap();
        let reader = filled(folder.path(), &strikes);
        let first = date(2024, 1, 1).saturating_add(from.days());
        let last = first.saturating_add(days.days());
        let period = Interval::new(first, last).unwrap();
        for (observed, reports) in LAYERS {
            for tags in [vec![], vec!["odd".to_owned()]] {
                let filter = CalendarFilter { tags, observed, reports };
                let all = stands(&strikes, &filter);
                let mut wanted: Vec<_> = all
                    .iter()
                    .filter(|(_, days, _)| days.overlap(&period).is_some())
                    .map(|(id, days, basis)| (*id, *days, (*basis).to_owned()))
                    .collect();
                let shown = reader.calendar(first, last, &filter, 1000).unwrap();
                let mut found: Vec<_> = shown.iter().map(stand).collect();
                wanted.sort_by_key(|(id, _, basis)| (*id, basis.clone()));
                found.sort_by_key(|(id, _, basis)| (*id, basis.clone()));
                prop_assert_eq!(&found, &wanted);
                let spans = reader.calendar_spans(first, last, &filter).unwrap();
                prop_assert_eq!(spans.iter().map(|span| span.strikes as usize).sum::<usize>(), wanted.len());
                for day in reader.calendar_days(first, last, &filter).unwrap() {
                    let on = wanted.iter().filter(|(_, days, _)| days.contains(day.day)).count();
                    prop_assert_eq!((day.day, day.strikes as usize), (day.day, on));
                }
                let counted: usize = reader
                    .calendar_days(first, last, &filter)
                    .unwrap()
                    .iter()
                    .map(|day| day.strikes as usize)
                    .sum();
                let touched: usize = wanted
                    .iter()
                    .filter_map(|(_, days, _)| days.overlap(&period))
                    .map(|days| days.days() as usize)
                    .sum();
                prop_assert_eq!(counted, touched);
                let counted = reader.period(first, last, &filter).unwrap();
                let is_inside = |days: &Interval| period.contains(days.earliest()) && period.contains(days.latest());
                let count = |of: &str| {
                    let stands = wanted.iter().filter(|(_, _, basis)| basis == of);
                    let (inside, perhaps): (Vec<_>, Vec<_>) = stands.partition(|(_, days, _)| is_inside(days));
                    Count { inside: inside.len() as u32, perhaps: perhaps.len() as u32 }
                };
                prop_assert_eq!((counted.observed, counted.reported), (count("observed"), count("reported_on")));
                let odd: std::collections::BTreeSet<_> = strikes.iter().step_by(2).map(|strike| strike.id).collect();
                let tagged: std::collections::BTreeSet<_> =
                    wanted.iter().map(|(id, _, _)| *id).filter(|id| odd.contains(id)).collect();
                let Count { inside, perhaps } = counted.tagged("odd");
                prop_assert_eq!((inside + perhaps) as usize, tagged.len());
                let next = all.iter().map(|(_, days, _)| days.earliest()).filter(|day| *day > first).min();
                prop_assert_eq!(reader.next_strike_day(first, &filter).unwrap(), next);
                let before = all.iter().map(|(_, days, _)| days.earliest()).filter(|day| *day < first).max();
                prop_assert_eq!(reader.previous_strike_day(first, &filter).unwrap(), before);
                let agenda = reader.agenda_from(&AgendaKey::start(), &filter, 1000).unwrap();
                prop_assert_eq!(agenda.len(), all.len());
                for at in agenda.iter().map(AgendaKey::of) {
                    let rest = reader.agenda_from(&at, &filter, 1000).unwrap();
                    let head = reader.agenda_before(&at, &filter, 1000).unwrap();
                    prop_assert_eq!(AgendaKey::of(&rest[0]), at);
                    prop_assert_eq!(head.len() + rest.len(), agenda.len());
                }
            }
        }
    }

    #[test]
    fn the_leading_strikes_of_a_day_are_as_many_as_it_has_room_for(strikes in strikes(), rows in 1..5_u32) {
        let folder = tempfile::tempdir().unwrap();
        let reader = filled(folder.path(), &strikes);
        let (first, last) = (date(2024, 1, 1), date(2024, 3, 31));
        let filter = CalendarFilter { reports: Reports::All, ..CalendarFilter::default() };
        let all = reader.calendar(first, last, &filter, 1000).unwrap();
        let leading = reader.calendar_leading(first, last, &filter, rows, 1000).unwrap();
        let group = |strike: &CalendarStrike| (strike.first, strike.first < strike.last);
        let count = |strikes: &[CalendarStrike]| {
            let mut counts: BTreeMap<_, usize> = BTreeMap::new();
            for strike in strikes {
                *counts.entry(group(strike)).or_default() += 1;
            }
            counts
        };
        let shown = count(&leading);
        for (group, count) in count(&all) {
            prop_assert_eq!(shown.get(&group).copied().unwrap_or(0), count.min(rows as usize));
        }
        for strike in &leading {
            prop_assert!(all.contains(strike));
        }
    }
}
