//! Plain Gregorian dates, as they are on labels and plates. Where day and month can't be told apart, both
//! orders are kept. A date behind a word for expiry is none of production.

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::{
    System, bare_tokens, calendar_days, capped_by_field, centuries, dated, digits, is_expiry, number,
};
use crate::model::marking::MarkKind;
use crate::reading::context::Context;
use crate::reading::face::Face;
use crate::reading::grade::{Proposal, Support};
use crate::reading::outcome::Grade;
use crate::text::t;

pub(super) const SYSTEM: System = System {
    id: "gregorian",
    read,
};

/// No mark of an earlier year is read without an era.
const FIRST_YEAR: i16 = 1900;

const SOURCES: &[&str] = &["ISO8601"];

/// Digits with one separator: `2024-08-05`, `05.08.2024`, `08/2024`, `2024.08`, `05.08.24`.
static FIGURES: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?<a>\d{1,4})(?<s>[./-])(?<b>\d{1,4})(?:(?<t>[./-])(?<c>\d{1,4}))?").ok());

/// `2024년 10월 12일`, `2024年8月`.
static EAST_ASIAN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?<y>\d{4})\s*[년年](?:\s*(?<m>\d{1,2})\s*[월月](?:\s*(?<d>\d{1,2})\s*[일日])?)?").ok()
});

/// `5 AUG 2024`, `05AUG2024`, `Aug-2024`, `AUG 5, 2024`, `AUG 24`.
static NAMED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let month = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|\
                 sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
    let gap = r"[\s.,'-]";
    let day = format!(r"(?:(?<d>\d{{1,2}}){gap}*)?");
    let year = format!(r"(?:{gap}*(?<y>\d{{4}})|{gap}+(?<e>\d{{1,2}}),\s*(?<z>\d{{4}})|{gap}+(?<s>\d{{2}}))");
    Regex::new(&format!(r"(?i)\b{day}(?<m>{month}){year}\b")).ok()
});

const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

fn read(face: &Face<'_>, context: &Context) -> Vec<Proposal> {
    let mut found = Vec::new();
    let each = |pattern: &'static LazyLock<Option<Regex>>| {
        pattern
            .iter()
            .flat_map(|pattern| pattern.captures_iter(face.text()))
    };
    if context.field != Some(MarkKind::PartNumber) {
        for captures in each(&FIGURES) {
            found.extend(figures(face, context, &captures));
        }
    }
    for captures in each(&EAST_ASIAN) {
        found.extend(east_asian(face, &captures));
    }
    for captures in each(&NAMED) {
        found.extend(named(face, context, &captures));
    }
    for token in bare_tokens(face, context) {
        let known_by = context.existed_by().year();
        let year = number(&token, 4).and_then(|n| i16::try_from(n).ok());
        if let Some(year) = year.filter(|year| (FIRST_YEAR..=known_by).contains(year)) {
            let proposal = proposal("G1", token.range.clone(), support(context));
            found.push(capped_by_field(
                dated(proposal, calendar_days(year, None, None)),
                context,
            ));
        }
        // Of two digits only where such marks are to be expected.
        let short = number(&token, 2).and_then(|n| i16::try_from(n).ok());
        if let Some(short) = short.filter(|_| context.is_from("KP") && !context.is_value_coded()) {
            for year in centuries(short, FIRST_YEAR, known_by) {
                let proposal = proposal("G5", token.range.clone(), Support::Bare)
                    .because(t("reading-why-gregorian-kp").to_owned());
                found.push(dated(proposal, calendar_days(year, None, None)));
            }
        }
    }
    found.retain(|proposal| !is_expiry(face, proposal.range()));
    found
}

fn proposal(rule: &'static str, range: Range<usize>, support: Support) -> Proposal {
    Proposal::new(rule, range, support, SOURCES)
}

/// A mark that a person has called a date is one.
fn support(context: &Context) -> Support {
    if context.field == Some(MarkKind::Date) {
        Support::Context
    } else {
        Support::Neutral
    }
}

/// Year, month and day in one of the orders in which they are written.
type Order = (i16, Option<u32>, Option<u32>);

fn figures(face: &Face<'_>, context: &Context, captures: &Captures<'_>) -> Vec<Proposal> {
    let Some(whole) = captures.get(0).map(|whole| whole.range()) else {
        return Vec::new();
    };
    let (before, behind) = face.around(&whole);
    let joined = |c: Option<char>| c.is_some_and(|c| "./-".contains(c));
    let separator = |name| captures.name(name).map(|s| s.as_str());
    let third = captures.name("c");
    if !face.stands_alone(&whole)
        || joined(before)
        || joined(behind) && behind != Some('.')
        || third.is_some() && separator("s") != separator("t")
    {
        return Vec::new();
    }
    let part = |name| digits(captures.name(name));
    let length = |name| captures.name(name).map_or(0, |part| part.len());
    let year = |name| part(name).and_then(|year| i16::try_from(year).ok());
    let lengths = [length("a"), length("b"), length("c")];
    let known_by = context.existed_by().year();
    let (rule, orders): (_, Vec<Order>) = match lengths {
        [4, 1 | 2, 0] => (
            "G2",
            year("a").map(|y| (y, part("b"), None)).into_iter().collect(),
        ),
        [1 | 2, 4, 0] => (
            "G2",
            year("b").map(|y| (y, part("a"), None)).into_iter().collect(),
        ),
        [4, 1 | 2, 1 | 2] => (
            "G3",
            year("a").map(|y| (y, part("b"), part("c"))).into_iter().collect(),
        ),
        [1 | 2, 1 | 2, 4] => (
            "G3",
            year("c")
                .into_iter()
                .flat_map(|y| [(y, part("b"), part("a")), (y, part("a"), part("b"))])
                .collect(),
        ),
        [2, 2, 2] => {
            let last = year("c")
                .into_iter()
                .flat_map(|short| centuries(short, FIRST_YEAR, known_by));
            let first = year("a")
                .into_iter()
                .flat_map(|short| centuries(short, FIRST_YEAR, known_by));
            let orders = last
                .flat_map(|y| [(y, part("b"), part("a")), (y, part("a"), part("b"))])
                .chain(first.map(|y| (y, part("b"), part("c"))))
                .collect();
            ("G4", orders)
        }
        _ => return Vec::new(),
    };
    let plausible = |order: &Order| (FIRST_YEAR..2100).contains(&order.0);
    let mut orders: Vec<Order> = orders.into_iter().filter(plausible).collect();
    orders.dedup();
    let possible: Vec<Order> = orders
        .iter()
        .copied()
        .filter(|(y, m, d)| calendar_days(*y, *m, *d).is_ok())
        .collect();
    // Where one order is right, the others are no reading; where none is, the first tells why.
    let kept = if possible.is_empty() && rule != "G4" {
        orders.truncate(1);
        orders
    } else {
        possible
    };
    let several = kept.len() > 1;
    kept.into_iter()
        .map(|(y, m, d)| {
            let support = if rule == "G4" {
                Support::Neutral
            } else {
                support(context)
            };
            let mut one = dated(proposal(rule, whole.clone(), support), calendar_days(y, m, d));
            if several {
                one = one.at_most(Grade::C, t("reading-why-day-month").to_owned());
            }
            if rule == "G4" {
                one = one.at_most(Grade::B, t("reading-why-two-digit-year").to_owned());
            }
            capped_by_field(one, context)
        })
        .collect()
}

fn east_asian(face: &Face<'_>, captures: &Captures<'_>) -> Option<Proposal> {
    let whole = captures.get(0)?.range();
    let year = i16::try_from(digits(captures.name("y"))?).ok()?;
    let (before, _) = face.around(&whole);
    let alone = !before.is_some_and(|c| c.is_ascii_digit());
    (alone && (FIRST_YEAR..2100).contains(&year)).then(|| {
        let days = calendar_days(year, digits(captures.name("m")), digits(captures.name("d")));
        dated(proposal("G6", whole, Support::Named), days)
    })
}

fn named(face: &Face<'_>, context: &Context, captures: &Captures<'_>) -> Vec<Proposal> {
    let (Some(whole), Some(name)) = (captures.get(0), captures.name("m")) else {
        return Vec::new();
    };
    let whole = whole.range();
    let name = name.as_str().to_lowercase();
    let month = MONTHS
        .iter()
        .zip(1_u32..)
        .find_map(|(short, n)| name.starts_with(short).then_some(n));
    let day = digits(captures.name("d").or(captures.name("e")));
    let year = |name| digits(captures.name(name)).and_then(|year| i16::try_from(year).ok());
    let short = year("s");
    let years: Vec<i16> = match (year("y").or(year("z")), short) {
        (Some(year), _) => vec![year],
        (None, Some(short)) => centuries(short, FIRST_YEAR, context.existed_by().year()).collect(),
        (None, None) => Vec::new(),
    };
    if !face.stands_alone(&whole) {
        return Vec::new();
    }
    years
        .into_iter()
        .filter(|year| (FIRST_YEAR..2100).contains(year))
        .map(|year| {
            let mut one = proposal("G7", whole.clone(), Support::Named);
            if short.is_some() {
                one = one.at_most(Grade::B, t("reading-why-two-digit-year").to_owned());
            }
            if short.is_some() && day.is_none() {
                one = one.at_most(Grade::C, t("reading-why-year-or-day").to_owned());
            }
            dated(one, calendar_days(year, month, day))
        })
        .collect()
}
