use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::model::when::{Edtf, StrikeDates};
use crate::reading::{Context, read_text};

fn days(first: &str, last: &str) -> Interval {
    Interval::new(first.parse().unwrap(), last.parse().unwrap()).unwrap()
}

fn day(text: &str) -> Interval {
    days(text, text)
}

/// The best reading of a mark on a North Korean structural part.
fn juche(mark: &str, strike: Option<Interval>) -> Reading {
    let context = Context {
        origin: Some("KP".into()),
        object: Some("structure".into()),
        strike,
        ..Context::new(date(2026, 11, 23))
    };
    let readings = read_text(mark, &context).unwrap();
    readings
        .into_iter()
        .find(|reading| reading.system == "juche")
        .unwrap()
}

fn ic(code: &str) -> Part {
    let context = Context {
        object: Some("ic".into()),
        ..Context::new(date(2026, 11, 23))
    };
    Part::from_readings(code, &read_text(code, &context).unwrap()).unwrap()
}

fn range(outcome: ProductionToUse) -> (u32, u32) {
    match outcome {
        ProductionToUse::Days { min, max, .. } => (min, max),
        ProductionToUse::Contradiction { .. } => panic!("{outcome:?}"),
    }
}

#[test]
fn w1_same_year_production_is_at_most_230_days_before_use() {
    let strike = day("2024-08-18");
    let reading = juche("113", Some(strike));
    let outcome = production_to_use(reading.interval.unwrap(), strike);
    assert_eq!(range(outcome), (0, 230));
    assert_eq!(
        statement(&reading, Some(strike)),
        "If “113” is read as a Juche year, the piece was made in 2024, at most 230 days before use. \
         It can also be read as: a Minguo year; a date code of a one-digit year and week; a component value."
    );
}

#[test]
fn w2_a_day_of_report_leaves_that_unchanged() {
    let reported = Edtf::parse("2024-08-18").unwrap();
    let dates = StrikeDates {
        reported: Some(&reported),
        ..StrikeDates::default()
    };
    let (used, _) = dates.use_interval().unwrap();
    assert_eq!(used, days("2024-08-17", "2024-08-18"));
    let made = juche("113", Some(used)).interval.unwrap();
    assert_eq!(range(production_to_use(made, used)), (0, 230));
}

#[test]
fn w3_last_years_production_is_2_to_366_days_before_use() {
    let strike = day("2024-01-02");
    let reading = juche("112", Some(strike));
    assert_eq!(
        range(production_to_use(reading.interval.unwrap(), strike)),
        (2, 366)
    );
    assert!(statement(&reading, Some(strike)).contains("between 2 and 366 days before use"));
    assert!(statement(&reading, Some(strike)).contains("“February 11” plant"));
}

#[test]
fn w4_a_published_bound_gives_a_window_of_assembly() {
    let outcome = assembly_to_use(date(2023, 3, 1), day("2024-01-02"));
    assert_eq!(
        outcome,
        ProductionToUse::Days {
            production: days("2023-03-01", "2024-01-02"),
            min: 0,
            max: 307
        }
    );
}

#[test]
fn w5_the_latest_date_code_decides_and_is_named() {
    let parts = [ic("2117"), ic("2244"), ic("2310")];
    let earliest: Vec<String> = parts
        .iter()
        .map(|part| part.earliest().unwrap().to_string())
        .collect();
    assert_eq!(earliest, ["2021-04-18", "2022-10-23", "2023-02-27"]);
    let bound = assembly_bound(&parts).unwrap();
    assert_eq!(bound.not_before, date(2023, 2, 27));
    assert_eq!(bound.decided_by, "2310");
    assert_eq!(bound.without_it, Some(date(2022, 10, 23)));
    assert_eq!(bound.preferred, date(2023, 3, 6));
    let used = day("2024-01-02");
    assert_eq!(range(assembly_to_use(bound.not_before, used)), (0, 309));
    assert_eq!(range(assembly_to_use(bound.preferred, used)), (0, 302));
    let sentence = bound_statement(&bound);
    for part in ["27 February 2023", "“2310”", "23 October 2022", "6 March 2023"] {
        assert!(sentence.contains(part), "{sentence}");
    }
}

#[test]
fn w6_w7_and_w10_count_nights() {
    for (made, used, expected) in [
        (
            days("2023-08-23", "2023-09-22"),
            days("2024-01-14", "2024-01-15"),
            (114, 145),
        ),
        (days("2023-01-01", "2023-12-31"), day("2024-05-10"), (131, 495)),
        (
            days("1993-01-01", "1993-12-31"),
            days("2014-06-01", "2014-06-30"),
            (7457, 7850),
        ),
    ] {
        assert_eq!(range(production_to_use(made, used)), expected);
    }
}

#[test]
fn w8_the_newer_of_two_parts_decides() {
    let used = days("2024-08-05", "2024-08-06");
    let parts: Vec<Part> = ["113", "112"]
        .iter()
        .filter_map(|mark| Part::from_readings(*mark, &[juche(mark, Some(used))]))
        .collect();
    let bound = assembly_bound(&parts).unwrap();
    assert_eq!(
        (bound.not_before, bound.decided_by.as_str()),
        (date(2024, 1, 1), "113")
    );
    assert_eq!(bound.without_it, Some(date(2023, 1, 1)));
    assert_eq!(range(assembly_to_use(bound.not_before, used)), (0, 218));
}

#[test]
fn w9_production_after_the_strike_is_a_contradiction_without_a_number() {
    let used = day("2024-08-18");
    let reading = juche("114", Some(used));
    assert_eq!(reading.grade, Grade::X);
    let outcome = production_to_use(reading.interval.unwrap(), used);
    assert!(matches!(outcome, ProductionToUse::Contradiction { .. }));
    let sentence = statement(&reading, Some(used));
    assert!(
        sentence.contains("in 2025") && sentence.contains("18 August 2024"),
        "{sentence}"
    );
    assert_eq!(Part::from_readings("114", &[reading]), None);
}

#[test]
fn an_impossible_mark_says_why_and_not_that_it_has_no_date() {
    let sentence = statement(&juche("주체107(2019)", None), Some(day("2024-08-18")));
    assert!(
        sentence.contains("2018") && sentence.contains("2019"),
        "{sentence}"
    );
}

#[test]
fn labels_and_readings_without_support_bound_nothing() {
    let context = Context::new(date(2026, 11, 23));
    assert_eq!(
        Part::from_readings("113", &read_text("113", &context).unwrap()),
        None
    );
    let mut reading = juche("113", None);
    reading.meaning = crate::reading::Meaning::LabelPrint;
    assert_eq!(Part::from_readings("113", &[reading.clone()]), None);
    assert!(!statement(&reading, Some(day("2024-08-18"))).contains("before use"));
    assert_eq!(assembly_bound(&[]), None);
}

#[test]
fn the_only_dated_part_is_said_to_be_alone() {
    let bound = assembly_bound(&[ic("2310")]).unwrap();
    assert_eq!(bound.without_it, None);
    assert_eq!(bound.leave_one_out.len(), 1);
    assert!(bound_statement(&bound).contains("only"));
}

#[test]
fn days_are_named_as_people_name_them() {
    assert_eq!(days_phrase(days("2024-01-01", "2024-12-31")), "in 2024");
    assert_eq!(days_phrase(days("2024-08-01", "2024-08-31")), "in August 2024");
    assert_eq!(days_phrase(day("2024-08-05")), "on 5 August 2024");
    assert_eq!(
        days_phrase(days("2023-04-17", "2023-04-30")),
        "between 17 April 2023 and 30 April 2023"
    );
}

#[test]
fn a_same_day_and_a_single_number_are_said_so() {
    let said = |made, used| use_phrase(&production_to_use(made, used));
    assert_eq!(said(day("2024-08-18"), day("2024-08-18")), "on the day of use");
    assert_eq!(said(day("2024-08-17"), day("2024-08-18")), "1 day before use");
    assert_eq!(
        said(days("2024-08-17", "2024-08-18"), day("2024-08-18")),
        "at most 1 day before use"
    );
}

proptest! {
    #[test]
    fn every_possible_pair_of_days_lies_between_the_two_numbers(
        made in 0_i32..900, made_for in 0_i32..400, used in 0_i32..900, used_for in 0_i32..40,
        pick_made in 0_i32..400, pick_used in 0_i32..40,
    ) {
        let start = Interval::day(date(2022, 1, 1));
        let made_days = start.moved(made, made + made_for).unwrap();
        let used_days = start.moved(used, used + used_for).unwrap();
        let made_day = made + pick_made.min(made_for);
        let used_day = used + pick_used.min(used_for);
        match production_to_use(made_days, used_days) {
            ProductionToUse::Days { min, max, production } => {
                prop_assert!(min <= max);
                prop_assert!(production.latest() <= used_days.latest());
                if made_day <= used_day {
                    let between = u32::try_from(used_day - made_day).unwrap();
                    prop_assert!((min..=max).contains(&between));
                }
            }
            ProductionToUse::Contradiction { .. } => prop_assert!(made > used + used_for),
        }
    }

    #[test]
    fn one_part_more_never_makes_the_bound_earlier(starts in prop::collection::vec(0_i32..900, 1..6)) {
        let parts: Vec<Part> = starts
            .iter()
            .map(|at| Part {
                label: at.to_string(),
                candidates: vec![Interval::day(date(2022, 1, 1)).moved(*at, at + 30).unwrap()],
                preferred: None,
            })
            .collect();
        let all = assembly_bound(&parts).unwrap();
        let fewer = assembly_bound(&parts[1..]);
        prop_assert!(fewer.as_ref().is_none_or(|fewer| fewer.not_before <= all.not_before));
        prop_assert_eq!(all.leave_one_out[0].not_before, fewer.map(|fewer| fewer.not_before));
        prop_assert!(all.without_it.is_none_or(|day| day <= all.not_before));
    }
}

/// A part that can have been made on these days.
fn made(earliest: &str, latest: &str) -> Part {
    Part {
        label: earliest.to_owned(),
        candidates: vec![days(earliest, latest)],
        preferred: None,
    }
}

#[test]
fn e15_shares_are_of_the_codes_and_not_of_the_components() {
    let mut parts: Vec<Part> = (0..35).map(|_| made("2019-05-06", "2019-05-12")).collect();
    parts.extend((0..40).map(|_| made("2021-06-07", "2021-06-13")));
    parts.extend((0..40).map(|_| made("2022-06-06", "2022-06-12")));
    parts.extend((0..29).map(|_| made("2023-01-02", "2023-01-08")));
    parts.push(made("2023-03-01", "2023-03-31"));
    let share = CodeShare::of(290, &parts);
    assert_eq!(
        (share.components, share.dated, share.within(2021..=2023)),
        (290, 145, 110)
    );
    assert_eq!(share.latest, Some(date(2023, 3, 1)));
    assert_eq!(share.newest_years(), Some(2021..=2023));
    let sentence = share.statement().unwrap();
    for part in [
        "290",
        "145",
        "110 of the codes (75 %)",
        "2021 to 2023",
        "March 2023",
    ] {
        assert!(sentence.contains(part), "{sentence}");
    }
    assert_eq!(assembly_bound(&parts).unwrap().not_before, date(2023, 3, 1));
    assert_eq!(CodeShare::of(3, &[]).statement(), None);
}

#[test]
fn w6_w7_and_w10_hold_for_what_is_read_from_the_marks() {
    for (mark, origin, object, system, used, expected) in [
        (
            "۱۴۰۲/۰۶",
            "IR",
            "structure",
            "sh",
            days("2024-01-14", "2024-01-15"),
            (114, 145),
        ),
        (
            "7-23-254",
            "RU",
            "projectile",
            "su_lyp",
            day("2024-05-10"),
            (131, 495),
        ),
        (
            "31/93",
            "CN",
            "cartridge",
            "cn_fy",
            days("2014-06-01", "2014-06-30"),
            (7457, 7850),
        ),
    ] {
        let context = Context {
            origin: Some(origin.to_owned()),
            object: Some(object.to_owned()),
            strike: Some(used),
            ..Context::new(date(2026, 11, 23))
        };
        let readings = read_text(mark, &context).unwrap();
        let reading = readings
            .iter()
            .find(|one| one.system == system && one.grade != Grade::X);
        let made = reading.and_then(Reading::bound_interval);
        assert_eq!(range(production_to_use(made.unwrap(), used)), expected, "{mark}");
    }
}
