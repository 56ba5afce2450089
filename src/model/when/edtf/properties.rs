//! What holds for every expression.

use std::ops::Range;

use jiff::civil::Date;
use proptest::prelude::*;

use super::*;

/// A day, and an expression that may mean it: digits are masked, the year may be negative, parts are qualified.
fn masked_day() -> impl Strategy<Value = (Date, String)> {
    let day = (-9999_i16..=9999, 1_i8..=12, 1_i8..=31);
    let signs = prop::array::uniform6(prop::option::weighted(
        0.1,
        prop::sample::select(vec!['?', '~', '%']),
    ));
    (day, any::<u8>(), signs).prop_filter_map("a day of the calendar", |((year, month, day), mask, signs)| {
        let date = Date::new(year, month, day).ok()?;
        let parts = [
            format!("{:04}", year.unsigned_abs()),
            format!("{month:02}"),
            format!("{day:02}"),
        ];
        let mut at = 0;
        let parts: Vec<String> = parts
            .iter()
            .zip(signs.chunks(2))
            .enumerate()
            .map(|(part, (digits, signs))| {
                let masked: String = digits
                    .chars()
                    .map(|digit| {
                        let shown = mask >> at & 1 == 0;
                        at += 1;
                        if shown { digit } else { 'X' }
                    })
                    .collect();
                let sign = |sign: Option<char>| sign.map(String::from).unwrap_or_default();
                let minus = if part == 0 && year < 0 { "-" } else { "" };
                format!("{}{minus}{masked}{}", sign(signs[0]), sign(signs[1]))
            })
            .collect();
        let known = parts.concat().bytes().any(|byte| byte.is_ascii_digit());
        known.then(|| (date, parts.join("-")))
    })
}

/// Whether a day, as it is written, has the digits that `pattern` gives.
fn fits(day: Date, pattern: &str) -> bool {
    let digits =
        |text: &str| -> Vec<char> { text.chars().filter(|sign| Doubt::of(*sign).is_none()).collect() };
    let (day, pattern) = (digits(&Interval::day(day).to_string()), digits(pattern));
    day.len() == pattern.len()
        && day
            .iter()
            .zip(pattern)
            .all(|(digit, shown)| shown == 'X' || shown == *digit)
}

fn part_of_a_set(years: Range<i16>) -> impl Strategy<Value = String> {
    (years, 1_i16..50, 0..3).prop_map(|(year, length, form)| match form {
        0 => format!("{year:04}"),
        1 => format!("{year:04}-05..{:04}-06", year + length),
        _ => format!("{year:04}-1X?"),
    })
}

proptest! {
    #[test]
    fn the_days_have_each_day_that_fits_and_end_with_such((day, text) in masked_day()) {
        let edtf = Edtf::parse(&text).unwrap();
        let days = edtf.interval().unwrap();
        prop_assert!(days.contains(day), "{text} {days} {day}");
        // No wider than it must be.
        prop_assert!(fits(days.earliest(), &text), "{text} {days}");
        prop_assert!(fits(days.latest(), &text), "{text} {days}");
        prop_assert_eq!(edtf.to_string(), text);
    }

    #[test]
    fn a_date_without_gaps_means_each_of_its_days((_, text) in masked_day()) {
        let edtf = Edtf::parse(&text).unwrap();
        let days = edtf.interval().unwrap();
        let mut all = days.earliest().series(jiff::Span::new().days(1)).take_while(|day| *day <= days.latest());
        // Whole centuries say no more than a few years of them.
        let all_fit = all.by_ref().take(3000).all(|day| fits(day, &text));
        if edtf.has_gaps() {
            prop_assert!(!all_fit || all.next().is_some(), "{text}");
        } else {
            prop_assert!(all_fit, "{text}");
        }
    }

    #[test]
    fn a_set_has_the_days_of_its_members(
        parts in prop::collection::vec(part_of_a_set(0..9900), 1..6),
        all in any::<bool>(),
    ) {
        let (open, close) = if all { ('{', '}') } else { ('[', ']') };
        let text = format!("{open}{}{close}", parts.join(","));
        let set = Edtf::parse(&text).unwrap();
        let days = set.interval().unwrap();
        let members = set.members().unwrap().1;
        prop_assert_eq!(members.len(), parts.len());
        let hull = members.iter().filter_map(Edtf::interval).reduce(|all, one| all.hull(&one));
        prop_assert_eq!(hull, Some(days));
        prop_assert_eq!(Edtf::try_from(String::from(set.clone())), Ok(set));
    }

    #[test]
    fn significant_digits_have_the_year_itself(year in 0_i16..=9999, kept in 1_u32..=4, negative in any::<bool>()) {
        prop_assume!(!negative || year > 0);
        let sign = if negative { "-" } else { "" };
        let edtf = Edtf::parse(&format!("{sign}{year:04}S{kept}")).unwrap();
        let itself = Edtf::parse(&format!("{sign}{year:04}")).unwrap().interval().unwrap();
        prop_assert_eq!(edtf.interval().unwrap().overlap(&itself), Some(itself));
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,24}|[0-9X/.T:+Z~?%SEY,\\[\\]{}-]{0,24}") {
        for edtf in [Edtf::parse(&text), Edtf::parse_lenient(&text)].into_iter().flatten() {
            prop_assert_eq!(&Edtf::parse(edtf.as_str()).unwrap(), &edtf);
            let bounds = edtf.bounds();
            if let (Some(earliest), Some(latest)) = (bounds.earliest, bounds.latest) {
                prop_assert!(earliest <= latest);
            }
            let _ = crate::analysis::calendar::words::edtf(&edtf);
        }
    }
}
