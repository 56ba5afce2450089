use jiff::civil::date;

use super::*;
use crate::reading::read_text;

fn context() -> Context {
    Context {
        strike: Interval::new(date(2024, 8, 17), date(2024, 8, 18)).ok(),
        ..Context::new(date(2024, 9, 11))
    }
}

fn on(object: &str) -> Context {
    Context {
        object: Some(object.to_owned()),
        ..context()
    }
}

/// The alarm of a mark about which nobody has decided anything.
fn alarm(text: &str, kind: Option<MarkKind>, context: &Context) -> Option<Alarm> {
    let context = Context {
        field: kind,
        ..context.clone()
    };
    of_readings(&read_text(text, &context).unwrap(), kind, &Settled::default())
}

fn accepted(mark: &str, first: Date, last: Date) -> Accepted {
    Accepted {
        mark: mark.to_owned(),
        system: "juche".to_owned(),
        days: Interval::new(first, last).unwrap(),
        meaning: Meaning::Production,
    }
}

#[test]
fn a_week_54_on_a_chip_is_an_alarm_and_a_week_17_is_none() {
    let found = alarm("2354", None, &on("ic")).unwrap();
    assert!(
        matches!(&found, Alarm::NoDate { mark, .. } if mark == "2354"),
        "{found:?}"
    );
    assert!(found.reason().contains("54"), "{}", found.reason());
    assert_eq!(alarm("2317", None, &on("ic")), None);
    assert_eq!(alarm("2354", None, &on("structure")), None);
}

#[test]
fn a_number_that_is_no_date_is_none() {
    assert_eq!(alarm("2354", Some(MarkKind::PartNumber), &on("ic")), None);
    assert_eq!(alarm("2354", Some(MarkKind::Serial), &on("ic")), None);
    let readings = read_text("2354", &on("ic")).unwrap();
    let decided = Settled {
        is_no_date: true,
        ..Settled::default()
    };
    assert_eq!(of_readings(&readings, None, &decided), None);
    // Who rejects the reading has said that it is not what the mark means.
    let rejected = readings
        .iter()
        .filter(|reading| reading.grade == Grade::X)
        .map(|reading| (reading.system.clone(), reading.rule_id.clone()))
        .collect();
    let settled = Settled {
        rejected,
        ..Settled::default()
    };
    assert_eq!(of_readings(&readings, None, &settled), None);
}

#[test]
fn a_mark_that_names_its_system_must_be_possible_by_it() {
    // 1911 + 118 is 2029; the bare number alone could be other things.
    let found = alarm("주체118", None, &context()).unwrap();
    assert!(
        matches!(&found, Alarm::Named { system, .. } if system == "juche"),
        "{found:?}"
    );
    assert_eq!(alarm("주체113", None, &context()), None);
    // Whatever sort of mark it is said to be.
    assert!(alarm("주체118", Some(MarkKind::Serial), &context()).is_some());
}

#[test]
fn a_double_date_that_contradicts_itself_is_an_alarm() {
    let found = alarm("주체113(2023)", None, &context()).unwrap();
    assert!(matches!(found, Alarm::Named { .. }), "{found:?}");
    assert_eq!(alarm("주체113(2024)", None, &context()), None);
}

#[test]
fn an_uncertain_character_that_may_be_another_raises_no_alarm() {
    assert_eq!(alarm("주체11{3/8}", None, &context()), None);
    assert!(alarm("주체118", None, &context()).is_some());
}

#[test]
fn what_was_accepted_must_not_begin_after_the_strike_or_the_documentation() {
    let year = accepted("113", date(2024, 1, 1), date(2024, 12, 31));
    assert_eq!(of_accepted(&year, &context()), None);
    let moved = Context {
        strike: Some(Interval::day(date(2023, 12, 30))),
        ..context()
    };
    let found = of_accepted(&year, &moved).unwrap();
    assert!(
        matches!(found, Alarm::AfterStrike { strike, .. } if strike == date(2023, 12, 30)),
        "{found:?}"
    );
    assert!(found.reason().contains("30 December 2023"), "{}", found.reason());
    let documented = Context {
        documented: Some(date(2023, 5, 1)),
        ..context()
    };
    assert!(matches!(
        of_accepted(&year, &documented),
        Some(Alarm::AfterDocumented { .. })
    ));
    // The first day counts: made in a year in which it was used is possible.
    let used = Context {
        strike: Some(Interval::day(date(2024, 1, 1))),
        ..context()
    };
    assert_eq!(of_accepted(&year, &used), None);
}

#[test]
fn dates_of_production_on_one_component_must_have_a_day_in_common() {
    let of = |number: u8, first, last| (number, accepted("x", first, last));
    let year = of(1, date(2024, 1, 1), date(2024, 12, 31));
    let week = of(2, date(2024, 4, 22), date(2024, 4, 28));
    let older = of(3, date(2023, 1, 1), date(2023, 12, 31));
    assert!(apart(&[year.clone(), week.clone()]).is_empty());
    let mut found: Vec<u8> = apart(&[year.clone(), week.clone(), older.clone()])
        .into_keys()
        .collect();
    found.sort_unstable();
    assert_eq!(found, [1, 2, 3]);
    let mut lot = older;
    lot.1.meaning = Meaning::LotStart;
    assert!(apart(&[year, week, lot]).is_empty());
    assert!(apart::<u8>(&[]).is_empty());
}

#[test]
fn a_weapon_is_not_put_together_after_it_was_used() {
    let used = Interval::day(date(2024, 8, 18));
    let old = ("old", accepted("112", date(2023, 1, 1), date(2023, 12, 31)));
    let new = ("new", accepted("114", date(2025, 1, 1), date(2025, 12, 31)));
    assert_eq!(assembled(std::slice::from_ref(&old), Some(used)), None);
    let (mark, alarm) = assembled(&[old, new.clone()], Some(used)).unwrap();
    assert_eq!(mark, "new");
    assert!(matches!(alarm, Alarm::Assembled { not_before, .. } if not_before == date(2025, 1, 1)));
    assert_eq!(assembled(&[new], None), None);
}

proptest::proptest! {
    /// No order of the marks and no choice of the other changes which of them stand alone.
    #[test]
    fn a_mark_is_apart_exactly_when_another_shares_no_day_with_it(days in proptest::collection::vec((0_i32..60, 0_i32..30), 0..8)) {
        let day = |number: i32| date(2024, 1, 1).checked_add(jiff::Span::new().days(number)).unwrap();
        let marks: Vec<(usize, Accepted)> = days
            .iter()
            .enumerate()
            .map(|(mark, (first, length))| (mark, accepted("x", day(*first), day(first + length))))
            .collect();
        let found = apart(&marks);
        for (mark, one) in &marks {
            let stands_apart = marks.iter().any(|(_, other)| {
                other.days.earliest() > one.days.latest() || other.days.latest() < one.days.earliest()
            });
            proptest::prop_assert_eq!(found.contains_key(mark), stands_apart);
        }
    }
}
