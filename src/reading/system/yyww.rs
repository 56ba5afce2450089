//! `YYWW` date codes on electronics: two digits of the year, two of the week. Makers count weeks
//! differently, so that the tolerant days are kept beside those of the ISO week.

use jiff::civil::Weekday;

use super::{System, bare_tokens, capped_by_field, number, week};
use crate::model::when::Interval;
use crate::reading::context::{Context, WeekProfile};
use crate::reading::face::Face;
use crate::reading::grade::{Proposal, Support};
use crate::reading::outcome::{Grade, Meaning, Precision};
use crate::text::{t, tf};

pub(super) const SYSTEM: System = System { id: "yyww", read };

/// Date codes of this form are not older than integrated circuits in series.
const FIRST_YEAR: i16 = 1960;

const SOURCES: &[&str] = &["S50", "S51", "S52", "S54", "S57"];

fn read(face: &Face<'_>, context: &Context) -> Vec<Proposal> {
    let mut found = Vec::new();
    for token in bare_tokens(face, context) {
        let Some(code) = number(&token, 4) else {
            continue;
        };
        // Both parts of a number of four digits are below 100.
        let year = i16::try_from(code / 100).unwrap_or(0);
        let week = u8::try_from(code % 100).unwrap_or(0);
        let (support, reason) = support(context);
        let proposal = Proposal::new("yyww", token.range.clone(), support, SOURCES)
            .because(t(reason).to_owned())
            .at_most(Grade::B, t("reading-why-two-digit-year").to_owned());
        if !(1..=53).contains(&week) {
            // On anything but electronics such a number was never a date code.
            if context.is_electronic() {
                found.push(proposal.impossible(tf(
                    "reading-why-no-week",
                    &[("week", format!("{week:02}").into())],
                )));
            }
            continue;
        }
        let last = context.existed_by().year();
        let mut years: Vec<i16> = [2000 + year, 1900 + year]
            .into_iter()
            .filter(|year| (FIRST_YEAR..=last).contains(year))
            .collect();
        if years.is_empty() && context.is_electronic() {
            years.push(2000 + year);
        }
        for year in years {
            let dated = in_week(proposal.clone(), year, week, context.profile);
            found.push(capped_by_field(dated, context));
        }
    }
    found
}

/// What the kind of component says about such a code.
fn support(context: &Context) -> (Support, &'static str) {
    if context.object.is_none() {
        (Support::Neutral, "reading-why-code-object")
    } else if context.is_electronic() && !context.is_value_coded() {
        (Support::Context, "reading-why-code-typical")
    } else if context.is_electronic() {
        (Support::Neutral, "reading-why-code-value")
    } else {
        (Support::Bare, "reading-why-code-untypical")
    }
}

/// The proposal with the days of a week in the maker's counting.
pub(super) fn in_week(proposal: Proposal, year: i16, number: u8, profile: Option<WeekProfile>) -> Proposal {
    let iso = week::iso(year, number);
    let tolerant = week::tolerant(year, number);
    let proposal = proposal.meaning(Meaning::Production);
    let moved = |before, after| iso.and_then(|days| days.moved(before, after));
    let known = |proposal: Proposal, days: Option<Interval>, key: &str| match days {
        Some(days) => proposal
            .made_in(days, Precision::Multi)
            .because(t(key).to_owned()),
        None => no_such_week(proposal, year, number),
    };
    match (profile, iso) {
        (Some(WeekProfile::Mil38535), _) => {
            known(proposal, moved(-35, 35), "reading-why-mil38535").meaning(Meaning::SealWindow)
        }
        (Some(WeekProfile::Fairchild6), _) => known(proposal, moved(0, 35), "reading-why-fairchild6"),
        (Some(WeekProfile::Tolerant), _) => known(proposal, tolerant, "reading-why-tolerant"),
        (Some(WeekProfile::Iso), Some(days)) => proposal.made_in(days, Precision::Week),
        (Some(WeekProfile::Iso), None) => no_such_week(proposal, year, number),
        (None, Some(days)) => {
            let proposal = proposal.made_in(days, Precision::Week).tolerant(tolerant);
            match tolerant {
                Some(wide) if wide != days => proposal.because(tf(
                    "reading-why-week-counting",
                    &[
                        ("first", wide.earliest().to_string().into()),
                        ("last", wide.latest().to_string().into()),
                    ],
                )),
                _ => proposal,
            }
        }
        (None, None) => {
            let january = [Weekday::Sunday, Weekday::Monday]
                .into_iter()
                .filter_map(|first| week::january_first(year, number, first))
                .reduce(|all, one| all.hull(&one));
            let reason = tf("reading-why-january-week", &[("year", i32::from(year).into())]);
            proposal
                .precise_to(Precision::Week)
                .tolerant(january)
                .at_most(Grade::C, reason)
        }
    }
}

fn no_such_week(proposal: Proposal, year: i16, week: u8) -> Proposal {
    proposal.impossible(tf(
        "reading-why-no-week-in-year",
        &[
            ("week", format!("{week:02}").into()),
            ("year", i32::from(year).into()),
        ],
    ))
}
