use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::model::when::Interval;

/// `id, input, context, system, earliest, latest, grade, note`, tab-separated; `-` is none. Grade `none`: the
/// system must not read it. Unless the context says otherwise it is read on 23 November 2026.
const ROWS: &str = include_str!("tests/readings.tsv");

fn interval(earliest: &str, latest: &str) -> Option<Interval> {
    Some(Interval::new(earliest.parse().ok()?, latest.parse().ok()?).unwrap())
}

fn context(text: &str) -> Context {
    let mut context = Context::new(date(2026, 11, 23));
    for (name, value) in text.split_whitespace().filter_map(|pair| pair.split_once('=')) {
        let text = Some(value.to_owned());
        match name {
            "origin" => context.origin = text,
            "obj" | "part" => context.object = text,
            "maker" => context.maker = text,
            "field" => context.field = Some(serde_json::from_value(value.into()).unwrap()),
            "profile" => context.profile = Some(serde_json::from_value(value.into()).unwrap()),
            "strike" => context.strike = Some(Interval::day(value.parse().unwrap())),
            "documented" => context.documented = Some(value.parse().unwrap()),
            _ => panic!("{name}"),
        }
    }
    context
}

fn all(input: &str, given: &str) -> Vec<Reading> {
    let context = context(given);
    // A message by ISO/IEC 15434 is data of a code, no transcription.
    if input.starts_with("[)>") {
        return read(&Notation::literal(input), &context);
    }
    read_text(input, &context).unwrap()
}

/// The readings of one system.
fn of(system: &str, input: &str, given: &str) -> Vec<Reading> {
    let mut readings = all(input, given);
    readings.retain(|reading| reading.system == system);
    readings
}

#[test]
fn every_row_of_the_table_is_read_as_it_says() {
    let mut wrong = Vec::new();
    let mut rows = 0;
    for row in ROWS.lines().filter(|row| !row.starts_with('#')) {
        let [id, input, given, system, earliest, latest, grade, _note] =
            row.split('\t').collect::<Vec<_>>()[..]
        else {
            panic!("{row}");
        };
        rows += 1;
        let found = of(system, input, given);
        let first = found.first().map(|one| (one.interval, one.grade.to_string()));
        let expected = (grade != "none").then(|| (interval(earliest, latest), grade.to_owned()));
        if first != expected {
            wrong.push(format!("{id} {input} {given}: {first:?}, not {expected:?}"));
        }
    }
    assert!(rows > 150, "{rows} rows");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_system_has_a_row_that_it_reads() {
    let rows: Vec<Vec<&str>> = ROWS.lines().map(|row| row.split('\t').collect()).collect();
    for system in system::SYSTEMS.iter().filter(|system| system.id != system::TEAM) {
        let reads = |row: &&Vec<&str>| row.get(3) == Some(&system.id) && row[6] != "none";
        assert!(rows.iter().any(|row| reads(&row)), "{}", system.id);
    }
}

#[test]
fn a_bare_juche_year_never_stands_without_its_rivals() {
    let actuator = &all("113", "origin=KP part=jet_vane_actuator")[0];
    assert_eq!(actuator.system, "juche");
    assert_eq!(actuator.alternatives, ["roc", "yww", "value"]);
    let structure = &all("112", "origin=KP part=structure")[0];
    assert!(structure.alternatives.contains(&"february_11".to_owned()));
    let taiwan = &all("113", "origin=TW")[0];
    assert_eq!(taiwan.system, "roc");
    assert!(taiwan.alternatives.contains(&"juche".to_owned()));
    let (juche, roc) = (of("juche", "113", "-"), of("roc", "113", "-"));
    assert_eq!(juche[0].interval, roc[0].interval);
}

#[test]
fn a_mark_that_names_its_calendar_has_no_rivals_unless_the_name_is_in_doubt() {
    let systems = |mark: &str| {
        all(mark, "-")
            .into_iter()
            .map(|one| one.system)
            .collect::<Vec<_>>()
    };
    assert_eq!(systems("Juche 113"), ["juche"]);
    assert_eq!(systems("ROC 112"), ["roc"]);
    assert!(systems("{Juche?} 113").contains(&"roc".to_owned()));
    assert!(systems("Juche 113 2317").contains(&"yyww".to_owned()));
}

#[test]
fn every_day_that_a_maker_may_mean_is_kept() {
    for (code, days) in [
        ("2317", "2023-04-17/2023-04-30"),
        ("2145", "2021-10-31/2021-11-14"),
        ("2310", "2023-02-27/2023-03-12"),
        ("2253", "2022-12-25/2023-01-01"),
    ] {
        let tolerant = of("yyww", code, "obj=ic")[0].bound_interval().unwrap();
        assert_eq!(tolerant.to_string(), days, "{code}");
    }
}

#[test]
fn every_decade_of_a_short_date_code_is_kept_newest_first() {
    let days: Vec<String> = of("yww", "317", "obj=ic")
        .iter()
        .map(|reading| reading.interval.unwrap().to_string())
        .collect();
    assert_eq!(
        days,
        [
            "2023-04-24/2023-04-30",
            "2013-04-22/2013-04-28",
            "2003-04-21/2003-04-27"
        ]
    );
}

#[test]
fn a_code_is_impossible_only_if_every_counting_is_after_the_strike() {
    let grade = |strike: &str| of("yyww", "2317", &format!("obj=ic strike={strike}"))[0].grade;
    assert_eq!(grade("2023-04-16"), Grade::X);
    assert_eq!(grade("2023-04-17"), Grade::B);
}

#[test]
fn what_is_later_than_the_strike_is_cut_off_and_the_whole_is_kept() {
    let reading = &of("juche", "113", "origin=KP part=structure strike=2024-08-18")[0];
    assert_eq!(reading.interval.unwrap().to_string(), "2024-01-01/2024-12-31");
    assert_eq!(reading.clipped.unwrap().to_string(), "2024-01-01/2024-08-18");
    let early = &of("juche", "112", "origin=KP part=structure strike=2024-08-18")[0];
    assert_eq!(early.clipped, None);
}

#[test]
fn what_was_documented_earlier_is_impossible_and_says_so() {
    let reading = &of("juche", "114", "origin=KP documented=2024-09-01")[0];
    assert_eq!(reading.grade, Grade::X);
    assert!(reading.why[0].contains("2024-09-01"), "{:?}", reading.why);
}

#[test]
fn the_less_likely_character_is_read_too_but_after_the_likely_one() {
    let readings = of("juche", "11{3/2}", "origin=KP part=structure");
    let found: Vec<(&str, Grade)> = readings
        .iter()
        .map(|one| (one.normalised.as_str(), one.grade))
        .collect();
    assert_eq!(found, [("113", Grade::C), ("112", Grade::C)]);
    assert_eq!(readings[0].raw, "11{3/2}");
    assert_eq!(readings[0].span, 0..7);
}

#[test]
fn day_and_month_are_kept_in_both_orders() {
    let days: Vec<String> = of("gregorian", "05.08.2024", "field=date")
        .iter()
        .map(|reading| format!("{} {}", reading.interval.unwrap(), reading.grade))
        .collect();
    assert_eq!(days, ["2024-08-05 C", "2024-05-08 C"]);
}

#[test]
fn a_mark_with_too_many_choices_says_that_not_all_were_read() {
    let readings = all(&("113 ".to_owned() + &"{0/O}".repeat(9)), "-");
    assert!(
        readings[0].why.iter().any(|why| why.contains("200")),
        "{:?}",
        readings[0].why
    );
}

#[test]
fn a_month_by_name_is_no_part_of_another_word() {
    let grades = |mark: &str| {
        of("gregorian", mark, "-")
            .iter()
            .map(|one| one.grade)
            .collect::<Vec<_>>()
    };
    assert_eq!(grades("05AUG2024"), [Grade::A]);
    assert_eq!(grades("AUG 5, 2024"), [Grade::A]);
    assert_eq!(grades("5 Aug 24"), [Grade::B, Grade::B]);
    assert_eq!(grades("AUG 24"), [Grade::C, Grade::C]);
    for mark in ["MARK 24", "DEC21140", "NOV12", "SEPTIC 22"] {
        assert_eq!(grades(mark), [], "{mark}");
    }
}

#[test]
fn a_serial_number_is_no_date() {
    assert_eq!(all("2317", "obj=ic field=serial")[0].grade, Grade::D);
    assert!(all("2317", "obj=ic field=part_number").is_empty());
}

#[test]
fn a_reading_says_where_it_stands_and_comes_back_from_a_file() {
    let mark = "<star> SN 7|주체１１２년";
    let reading = &all(mark, "-")[0];
    assert_eq!(
        (reading.raw.as_str(), reading.normalised.as_str()),
        ("주체１１２년", "주체112년")
    );
    assert_eq!(&mark[reading.span.clone()], reading.raw);
    let json = serde_json::to_string(reading).unwrap();
    assert!(
        json.contains(r#""precision":"year","meaning":"production""#),
        "{json}"
    );
    assert!(json.contains(r#""grade":"A""#), "{json}");
    assert_eq!(&serde_json::from_str::<Reading>(&json).unwrap(), reading);
}

#[test]
fn every_reading_has_reasons_a_name_and_known_sources() {
    for row in ROWS.lines().filter(|row| !row.starts_with('#')) {
        let cells: Vec<&str> = row.split('\t').collect();
        for reading in all(cells[1], cells[2]) {
            assert!(!reading.why.is_empty(), "{}", cells[0]);
            assert!(
                !reading.system_name().starts_with("reading-"),
                "{}",
                reading.system
            );
            for text in &reading.why {
                assert!(!text.starts_with("reading-") && !text.contains("{$"), "{text}");
            }
            for id in &reading.sources {
                assert!(source(id).is_some(), "{id}");
            }
        }
    }
}

proptest! {
    #[test]
    fn no_mark_makes_it_panic(text in ".{0,24}|[0-9./ -]{0,16}|[0-9주체年民國ROC(){}?/.\\[\\]|]{0,16}") {
        let _ = read(&Notation::literal(&text), &context("origin=KP obj=ic"));
        if let Ok(mark) = Notation::parse(&text) {
            for reading in read(&mark, &context("strike=2024-08-18")) {
                prop_assert_eq!(text.get(reading.span.clone()), Some(reading.raw.as_str()));
                let doubtful = reading.raw.contains(['{', '[']);
                prop_assert!(reading.grade != Grade::A || !doubtful);
                if let (Some(days), true) = (reading.bound_interval(), reading.grade != Grade::X) {
                    prop_assert!(days.earliest() <= date(2024, 8, 18));
                }
            }
        }
    }

    #[test]
    fn an_uncertain_character_never_leaves_a_good_grade(n in 86_u32..=113, at in 0_usize..3) {
        let mut digits: Vec<String> = format!("{n:03}").chars().map(String::from).collect();
        digits[at] = format!("{{{}?}}", digits[at]);
        for reading in all(&digits.concat(), "origin=KP part=structure") {
            prop_assert!(reading.grade >= Grade::C);
        }
    }
}
