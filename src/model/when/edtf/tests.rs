use proptest::prelude::*;

use super::*;

fn days(text: &str) -> String {
    Edtf::parse(text).unwrap().interval().unwrap().to_string()
}

#[test]
fn every_form_means_its_days() {
    for (text, expected) in [
        ("2024", "2024-01-01/2024-12-31"),
        ("2024-08", "2024-08-01/2024-08-31"),
        ("2024-08-05", "2024-08-05"),
        ("2024-08-05T03:40:00+03:00", "2024-08-05"),
        ("2024-08-05T03:40:00Z", "2024-08-05"),
        ("2024-08-05T03:40:00", "2024-08-05"),
        ("2024-08-05T03:40", "2024-08-05"),
        ("2024-08-05/2024-08-06", "2024-08-05/2024-08-06"),
        ("2024-02/2024", "2024-02-01/2024-12-31"),
        ("2024-08-1X", "2024-08-10/2024-08-19"),
        ("2024-08-0X", "2024-08-01/2024-08-09"),
        ("2024-08-3X", "2024-08-30/2024-08-31"),
        ("2023-02-2X", "2023-02-20/2023-02-28"),
        ("2024-08-XX", "2024-08-01/2024-08-31"),
        ("2024-1X", "2024-10-01/2024-12-31"),
        ("2024-XX", "2024-01-01/2024-12-31"),
        ("2024-XX-XX", "2024-01-01/2024-12-31"),
        ("202X", "2020-01-01/2029-12-31"),
        ("19XX", "1900-01-01/1999-12-31"),
        ("2024-22", "2024-06-01/2024-09-23"),
        ("2024-08~", "2024-08-01/2024-08-31"),
    ] {
        assert_eq!(days(text), expected, "{text}");
    }
}

#[test]
fn an_open_end_is_not_known() {
    let until = Edtf::parse("../2024-08").unwrap().bounds();
    assert_eq!(
        (until.earliest, until.latest.map(|d| d.to_string())),
        (None, Some("2024-08-31".into()))
    );
    let since = Edtf::parse("2024/..").unwrap();
    assert_eq!(since.bounds().latest, None);
    assert_eq!(since.interval(), None);
    assert_eq!(Edtf::parse("/2024").unwrap().bounds().earliest, None);
}

#[test]
fn qualifiers_are_told_apart() {
    let doubt = |text: &str| {
        let edtf = Edtf::parse(text).unwrap();
        (edtf.is_uncertain(), edtf.is_approximate())
    };
    assert_eq!(doubt("2024"), (false, false));
    assert_eq!(doubt("2024?"), (true, false));
    assert_eq!(doubt("2024-08~"), (false, true));
    assert_eq!(doubt("2024-08-05%"), (true, true));
    assert_eq!(doubt("2024-08-05~/2024-08-06"), (false, true));
}

#[test]
fn a_wrong_date_is_refused_with_its_reason() {
    let reason = |text: &str| Edtf::parse(text).unwrap_err();
    assert_eq!(reason(" "), EdtfError::Empty);
    assert!(matches!(reason("2024-13"), EdtfError::Month { .. }));
    assert!(matches!(reason("2023-02-29"), EdtfError::Day { .. }));
    assert!(matches!(reason("2023-02-3X"), EdtfError::Day { .. }));
    assert!(matches!(reason("2024-08-05T25:00"), EdtfError::Time { .. }));
    assert!(matches!(reason("2024-08-05T03:40+19:00"), EdtfError::Time { .. }));
    assert!(matches!(
        reason("2024-08-05T03:40~"),
        EdtfError::QualifiedTime { .. }
    ));
    assert!(matches!(
        reason("2024-08-06/2024-08-05"),
        EdtfError::Backwards { .. }
    ));
    assert!(matches!(
        reason("2024-08-06T05:00/2024-08-06T04:00"),
        EdtfError::Backwards { .. }
    ));
    assert_eq!(reason("../.."), EdtfError::NoEnd);
    assert_eq!(reason("[2024,..]"), EdtfError::NoEnd);
    assert_eq!(reason("XXXX-XX"), EdtfError::NothingKnown);
    assert!(matches!(reason("Y10000"), EdtfError::Year { .. }));
    assert!(matches!(reason("9999-24"), EdtfError::Year { .. }));
    assert!(matches!(reason("[2024..2023]"), EdtfError::Backwards { .. }));
    assert!(matches!(
        reason("2024-08-~05T03:40"),
        EdtfError::QualifiedTime { .. }
    ));
    for text in [
        "yesterday",
        "24",
        "2024-8",
        "2024-2025",
        "2024-08-05-1",
        "2024-08T03:40",
        "2024//",
    ] {
        assert!(
            matches!(reason(text), EdtfError::Form { .. }),
            "{text}: {:?}",
            reason(text)
        );
    }
    assert!(reason("2024-13").to_string().contains("13"));
}

#[test]
fn the_finest_part_gives_the_precision() {
    for (text, precision) in [
        ("202X", Precision::Decade),
        ("2024-XX", Precision::Year),
        ("2024-21", Precision::Season),
        ("2024-08-XX", Precision::Month),
        ("2024-08-1X", Precision::Range),
        ("2024-08-05", Precision::Day),
        ("2024-08-05T03:40Z", Precision::Minute),
        ("2024-08-05T03:40:59", Precision::Second),
        ("2024/..", Precision::Range),
        ("1950S2", Precision::Century),
        ("Y2E3", Precision::Year),
        ("20X4", Precision::Range),
        ("20XX-21", Precision::Range),
        ("2024-04-3X", Precision::Day),
        ("2024-X2-30", Precision::Day),
        ("2024-X2-3X", Precision::Range),
        ("[2024-08-05]", Precision::Range),
    ] {
        assert_eq!(Edtf::parse(text).unwrap().precision(), precision, "{text}");
    }
}

#[test]
fn files_hold_the_text_and_refuse_what_is_none() {
    let edtf = Edtf::parse("2024-08-1X?").unwrap();
    let json = serde_json::to_string(&edtf).unwrap();
    assert_eq!(json, "\"2024-08-1X?\"");
    assert_eq!(serde_json::from_str::<Edtf>(&json).unwrap(), edtf);
    assert!(serde_json::from_str::<Edtf>("\"2024-99\"").is_err());
}

#[test]
fn a_set_gives_its_members() {
    let set = Edtf::parse("[..1667,1670..1672,1684-05~]").unwrap();
    let (kind, members) = set.members().unwrap();
    assert_eq!(kind, SetKind::OneOf);
    // Each is an expression of its own.
    let texts: Vec<&str> = members.iter().map(Edtf::as_str).collect();
    assert_eq!(texts, ["../1667", "1670/1672", "1684-05~"]);
    for member in members {
        assert_eq!(&Edtf::parse(member.as_str()).unwrap(), member);
    }
    assert_eq!(Edtf::parse("{2024}").unwrap().members().unwrap().0, SetKind::All);
    assert!(Edtf::parse("2024/2025").unwrap().members().is_none());
}

#[test]
fn a_part_of_a_date_is_qualified_alone_or_with_all_before_it() {
    let signs = |text: &str| {
        let doubts = Edtf::parse(text).unwrap().doubts()?;
        Some(doubts.map(|doubt| match (doubt.uncertain, doubt.approximate) {
            (false, false) => ' ',
            (true, false) => '?',
            (false, true) => '~',
            (true, true) => '%',
        }))
    };
    assert_eq!(signs("2004-06-~11"), Some([' ', ' ', '~']));
    assert_eq!(signs("2004-06~-11"), Some(['~', '~', ' ']));
    assert_eq!(signs("?2004~-06-%11"), Some(['%', ' ', '%']));
    assert_eq!(signs("~2004-06"), Some(['~', ' ', ' ']));
    // All alike is a date that is qualified as a whole.
    assert_eq!(signs("2004-06-11~"), None);
    assert_eq!(signs("~2004-~06-~11"), None);
    assert_eq!(signs("2004-06-11"), None);
}

#[test]
fn days_between_that_do_not_fit_are_gaps() {
    let has_gaps = |text: &str| Edtf::parse(text).unwrap().has_gaps();
    for text in [
        "2024-XX-05",
        "202X-08",
        "20X4",
        "2024-X1",
        "2024-08-X5",
        "20XX-21",
    ] {
        assert!(has_gaps(text), "{text}");
    }
    for text in [
        "2024",
        "2024-1X",
        "202X",
        "1XXX-XX",
        "202X-XX-XX",
        "2024-X2-3X",
        "2023-02-2X",
        "2024-21",
        "2024/2026",
    ] {
        assert!(!has_gaps(text), "{text}");
    }
}

#[test]
fn a_year_before_the_first_comes_back_from_its_days() {
    let days = Interval::new(Date::constant(-43, 3, 15), Date::constant(-1, 1, 2)).unwrap();
    let edtf = Edtf::from_interval(days);
    assert_eq!(edtf.as_str(), "-0043-03-15/-0001-01-02");
    assert_eq!(Edtf::parse(edtf.as_str()), Ok(edtf));
}

prop_compose! {
    fn any_point()(year in 1900_i16..2100, month in 1_i8..=12, day in 1_i8..=28, form in 0..7, mark in 0_usize..4) -> String {
        let date = match form {
            0 => format!("{year}"),
            1 => format!("{year}-{month:02}"),
            2 => format!("{year}-{month:02}-{day:02}"),
            3 => format!("{year}-{month:02}-{}X", day / 10),
            4 => format!("{}X", year / 10),
            5 => format!("{year}-{}", 20 + (month - 1) / 3 + 1),
            _ => return format!("{year}-{month:02}-{day:02}T{:02}:{month:02}", day % 24),
        };
        date + ["", "?", "~", "%"][mark]
    }
}

proptest! {
    #[test]
    fn what_is_printed_reads_the_same(text in any_point()) {
        let edtf = Edtf::parse(&text).unwrap();
        prop_assert_eq!(edtf.to_string(), text);
        prop_assert_eq!(&edtf.to_string().parse::<Edtf>().unwrap(), &edtf);
        prop_assert_eq!(&Edtf::parse_lenient(edtf.as_str()).unwrap(), &edtf);
    }

    #[test]
    fn an_interval_has_the_days_of_both_ends(a in any_point(), b in any_point()) {
        let (first, last) = (Edtf::parse(&a).unwrap(), Edtf::parse(&b).unwrap());
        if let Ok(range) = Edtf::parse(&format!("{a}/{b}")) {
            prop_assert_eq!(range.bounds().earliest, first.bounds().earliest);
            prop_assert_eq!(range.bounds().latest, last.bounds().latest);
            prop_assert!(range.interval().is_some());
        }
    }

    #[test]
    fn a_day_and_an_interval_come_back(year in 1900_i16..2100, month in 1_i8..=12, length in 0_i32..900) {
        let day = Date::new(year, month, 1).unwrap();
        prop_assert_eq!(Edtf::from_date(day).interval(), Some(Interval::day(day)));
        let long = Interval::day(day).moved(0, length).unwrap();
        let edtf = Edtf::from_interval(long);
        prop_assert_eq!(edtf.interval(), Some(long));
        prop_assert_eq!(Edtf::parse(edtf.as_str()).unwrap(), edtf);
    }
}
