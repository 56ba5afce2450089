//! Years of Japanese eras. The first and the last year of an era are cut where the era begins and ends.

use std::sync::LazyLock;

use jiff::civil::{Date, date};
use regex::{Captures, Regex};

use super::{System, calendar_days, digits, each, is_whole};
use crate::model::when::Interval;
use crate::reading::context::Context;
use crate::reading::face::Face;
use crate::reading::grade::{Proposal, Support};
use crate::reading::normalise::han_number;
use crate::text::{t, tf};

pub(super) const SYSTEM: System = System { id: "jp", read };

const SOURCES: &[&str] = &["ICU"];

/// Name, short forms, first and last day; `None` for the era that lasts.
type Era = (&'static str, [&'static str; 2], Date, Option<Date>);

const ERAS: [Era; 5] = [
    ("明治", ["明", "M"], date(1868, 10, 23), Some(date(1912, 7, 29))),
    ("大正", ["大", "T"], date(1912, 7, 30), Some(date(1926, 12, 24))),
    ("昭和", ["昭", "S"], date(1926, 12, 25), Some(date(1989, 1, 7))),
    ("平成", ["平", "H"], date(1989, 1, 8), Some(date(2019, 4, 30))),
    ("令和", ["令", "R"], date(2019, 5, 1), None),
];

static PATTERN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?<era>明治|大正|昭和|平成|令和|[MTSHR明大昭平令])\s*(?<y>元|\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:年|\.)\s*(?:(?<m>\d{1,2}|[一二三四五六七八九十]{1,3})\s*(?:月|\.)?(?:\s*(?<d>\d{1,2}|[一二三四五六七八九十]{1,3})\s*日?)?)?",
    )
    .ok()
});

fn read(face: &Face<'_>, context: &Context) -> Vec<Proposal> {
    each(&PATTERN, face)
        .filter_map(|captures| one(face, context, &captures))
        .collect()
}

fn one(face: &Face<'_>, context: &Context, captures: &Captures<'_>) -> Option<Proposal> {
    let whole = captures.get(0)?.range();
    let name = captures.name("era")?.as_str();
    let (_, _, begins, ends) = ERAS
        .iter()
        .find(|(long, short, ..)| *long == name || short.contains(&name))?;
    let latin = name.is_ascii();
    // A letter and two numbers may be a thread, a type or a grid: it must at least stand by itself.
    if latin && (!is_whole(face, &whole) || captures.name("m").is_none()) {
        return None;
    }
    let (support, reason) = match (latin, context.is_from("JP")) {
        (true, true) => (Support::Context, "reading-why-jp-origin"),
        (true, false) => (Support::Bare, "reading-why-jp-letter"),
        (false, _) => (Support::Named, "reading-why-jp-era"),
    };
    let proposal = Proposal::new("P1", whole, support, SOURCES).because(t(reason).to_owned());
    let year = numeral(captures.name("y"))?;
    if year == 0 {
        return Some(proposal.impossible(t("reading-why-year-zero").to_owned()));
    }
    let gregorian = begins.year() + i16::try_from(year).ok()? - 1;
    let (month, day) = (numeral(captures.name("m")), numeral(captures.name("d")));
    let (days, precision) = match calendar_days(gregorian, month, day) {
        Ok(days) => days,
        Err(reason) => return Some(proposal.impossible(reason)),
    };
    let first = days.earliest().max(*begins);
    let last = ends.map_or(days.latest(), |end| days.latest().min(end));
    Some(match Interval::new(first, last) {
        Ok(days) => proposal.made_in(days, precision),
        Err(_) => proposal.impossible(tf(
            "reading-why-jp-outside",
            &[
                ("first", begins.to_string().into()),
                (
                    "last",
                    ends.map_or_else(|| "…".to_owned(), |end| end.to_string()).into(),
                ),
            ],
        )),
    })
}

/// A number in ASCII digits or Han numerals.
fn numeral(text: Option<regex::Match<'_>>) -> Option<u32> {
    digits(text).or_else(|| han_number(text?.as_str()))
}

#[cfg(test)]
mod tests {
    use icu_calendar::Date as IcuDate;
    use icu_calendar::cal::Japanese;

    use super::*;

    #[test]
    fn eras_begin_when_the_library_says_and_follow_each_other() {
        // The library knows Meiji from 1873 only, when Japan took the Gregorian calendar.
        let codes = ["taisho", "showa", "heisei", "reiwa"];
        for ((_, _, begins, ends), code) in ERAS.iter().skip(1).zip(codes) {
            let iso = IcuDate::try_new_iso(
                i32::from(begins.year()),
                begins.month().unsigned_abs(),
                begins.day().unsigned_abs(),
            )
            .unwrap();
            let year = iso.to_calendar(Japanese::new()).era_year();
            assert_eq!((year.era.as_str(), year.year), (code, 1));
            if let Some(end) = ends {
                assert!(
                    ERAS.iter()
                        .any(|(_, _, next, _)| *next == end.tomorrow().unwrap())
                );
            }
        }
    }
}
