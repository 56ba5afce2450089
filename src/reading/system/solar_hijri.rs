//! The Solar Hijri calendar of Iran (and Afghanistan): years begin at Nowruz, on 20 or 21 March. Numbers up to
//! 1405 are solar years by default where Iran is the origin; they may be lunar years or date codes as well.

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::calendar::{Written, persian};
use super::{System, bare_tokens, capped_by_field, dated, digits, each, is_expiry, is_whole, number};
use crate::model::marking::MarkKind;
use crate::reading::context::Context;
use crate::reading::face::Face;
use crate::reading::grade::{Proposal, Support};
use crate::text::t;

pub(super) const SYSTEM: System = System { id: "sh", read };

const SOURCES: &[&str] = &["S24", "S31", "ICU"];

/// The years that are read: those of the last century and of this one.
const YEARS: Range<u32> = 1300..1500;

/// A date in figures, year first or last, with the era's letter or without it.
static FIGURES: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?<a>\d{1,4})\s*(?<s>[/.-])\s*(?<b>\d{1,4})(?:\s*(?<t>[/.-])\s*(?<c>\d{1,4}))?(?<era>\s*(?:هـ?\s*\.?\s*ش|ش))?",
    )
    .ok()
});

/// A year with the era's letter.
static WITH_ERA: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?<y>1[34]\d\d)\s*(?:هـ?\s*\.?\s*ش|ش)").ok());

/// The months, with the Persian or the Arabic form of yeh.
const MONTHS: [&str; 12] = [
    "فرورد[یي]ن",
    "ارد[یي]بهشت",
    "خرداد",
    "ت[یي]ر",
    "ا?مرداد",
    "شهر[یي]ور",
    "مهر",
    "[آا]بان",
    "[آا]ذر",
    "د[یي]",
    "بهمن",
    "اسفند",
];

/// A month by name; which one, the number of the capture tells.
static NAMED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let months: Vec<String> = MONTHS.iter().map(|month| format!("({month})")).collect();
    Regex::new(&format!(
        r"(?:(?<d>\d{{1,2}})\s+)?(?:{})(?:\s*ماه)?\s*(?<y>1[34]\d\d)",
        months.join("|")
    ))
    .ok()
});

fn read(face: &Face<'_>, context: &Context) -> Vec<Proposal> {
    let mut found: Vec<Proposal> = Vec::new();
    for captures in each(&WITH_ERA, face) {
        let year = digits(captures.name("y"));
        found.extend(captures.get(0).zip(year).map(|(whole, year)| {
            let proposal = Proposal::new("S1", whole.range(), Support::Named, SOURCES);
            dated(proposal, persian((year, None, None)))
        }));
    }
    for captures in each(&NAMED, face) {
        found.extend(named(context, &captures));
    }
    if context.field != Some(MarkKind::PartNumber) {
        for captures in each(&FIGURES, face) {
            found.extend(figures(face, context, &captures));
        }
    }
    for token in bare_tokens(face, context) {
        if let Some(year) = number(&token, 4).filter(|year| YEARS.contains(year)) {
            let proposal = supported("S1", face, token.range.clone(), context);
            let days = persian((year, None, None));
            // A year still to come is worth a word only where such years are to be expected.
            let to_come = matches!(&days, Ok((days, _)) if days.earliest() > context.existed_by());
            if !to_come || is_iranian(context) {
                found.push(dated(proposal, days));
            }
        }
        if let Some(short) = number(&token, 2).filter(|_| is_iranian(context) && !context.is_value_coded()) {
            for written in past((short, None, None), context) {
                found.push(short_year(token.range.clone(), written));
            }
        }
    }
    found.retain(|proposal| !is_expiry(face, proposal.range()));
    found
        .into_iter()
        .map(|proposal| capped_by_field(proposal, context))
        .collect()
}

/// A month by name.
fn named(context: &Context, captures: &Captures<'_>) -> Option<Proposal> {
    let whole = captures.get(0)?;
    // Capture 1 is the day, the twelve months follow.
    let month = (1_u32..=12).find(|month| {
        let group = usize::try_from(*month).unwrap_or(0) + 1;
        captures.get(group).is_some()
    })?;
    let year = digits(captures.name("y"))?;
    let support = if is_iranian(context) {
        Support::Named
    } else {
        Support::Context
    };
    let proposal =
        Proposal::new("S2", whole.range(), support, SOURCES).because(t("reading-why-sh-month").to_owned());
    let written = (year, Some(month), digits(captures.name("d")));
    Some(dated(proposal, persian(written)))
}

/// Year, month and day in figures, in either direction: writing from right to left may have been typed in
/// the other order.
fn figures(face: &Face<'_>, context: &Context, captures: &Captures<'_>) -> Vec<Proposal> {
    let Some(whole) = captures.get(0).map(|whole| whole.range()) else {
        return Vec::new();
    };
    let separator = |name| captures.name(name).map(|s| s.as_str());
    if !is_whole(face, &whole) || captures.name("c").is_some() && separator("s") != separator("t") {
        return Vec::new();
    }
    let part = |name| digits(captures.name(name));
    let length = |name| captures.name(name).map_or(0, |part| part.len());
    let (a, b, c) = (part("a").unwrap_or(0), part("b"), part("c"));
    let named = captures.name("era").is_some();
    let written: Option<Written> = match [length("a"), length("b"), length("c")] {
        [4, 1 | 2, 0..=2] => Some((a, b, c)),
        [1 | 2, 4, 0] => b.map(|year| (year, Some(a), None)),
        [1 | 2, 1 | 2, 4] => c.map(|year| (year, b, Some(a))),
        [2, 2, 2] if is_iranian(context) => {
            return past((a, b, c), context)
                .map(|written| short_year(whole.clone(), written))
                .collect();
        }
        _ => None,
    };
    let Some(written) = written.filter(|(year, ..)| YEARS.contains(year)) else {
        return Vec::new();
    };
    let proposal = if named {
        Proposal::new("S3", whole, Support::Named, SOURCES)
    } else {
        supported("S3", face, whole.clone(), context)
    };
    let days = persian(written);
    // Without anything that points to Iran, what is no date is some other number.
    let worth = days.is_ok() || named || is_iranian(context);
    worth.then(|| dated(proposal, days)).into_iter().collect()
}

/// A proposal for figures, with what speaks for it.
fn supported(rule: &'static str, face: &Face<'_>, range: Range<usize>, context: &Context) -> Proposal {
    let persian_digits = face
        .written(&range)
        .any(|c| matches!(c, '\u{06F0}'..='\u{06F9}' | '\u{0660}'..='\u{0669}'));
    let (support, reason) = match (is_iranian(context), persian_digits) {
        (true, true) => (Support::Named, "reading-why-sh-digits"),
        (false, true) => (Support::Context, "reading-why-sh-digits"),
        (true, false) if context.is_electronic() => (Support::Bare, "reading-why-sh-electronic"),
        (true, false) => (Support::Context, "reading-why-sh-origin"),
        (false, false) => (Support::Bare, "reading-why-sh-bare"),
    };
    Proposal::new(rule, range, support, SOURCES).because(t(reason).to_owned())
}

/// A year of which only two digits are written.
fn short_year(range: Range<usize>, written: Written) -> Proposal {
    let proposal = Proposal::new("S4", range, Support::Fair, SOURCES)
        .because(t("reading-why-two-digit-year").to_owned());
    dated(proposal, persian(written))
}

/// The centuries that a year of two digits may belong to, newest first.
fn past((short, month, day): Written, context: &Context) -> impl Iterator<Item = Written> {
    let last = context.existed_by();
    [1400 + short, 1300 + short]
        .into_iter()
        .map(move |year| (year, month, day))
        .filter(move |written| persian(*written).is_ok_and(|(days, _)| days.earliest() <= last))
}

/// Whether it was made where the calendar is in use.
fn is_iranian(context: &Context) -> bool {
    context.is_from("IR") || context.is_from("AF")
}
