//! The sentences that may be quoted. They say no more than the arithmetic does, and always on which reading
//! they rest.

use jiff::civil::Date;

use super::{AssemblyBound, ProductionToUse, production_to_use};
use crate::model::when::Interval;
use crate::reading::outcome::{Grade, Meaning, Reading};
use crate::reading::system::system_phrase;
use crate::text::date::{self, Length};
use crate::text::tf;

/// Days in words: `in 2024`, `in August 2024`, `on 5 August 2024`, `between 5 August 2024 and …`.
#[must_use]
pub fn days_phrase(days: Interval) -> String {
    let (first, last) = (days.earliest(), days.latest());
    let year = || i32::from(first.year()).to_string();
    if first == last {
        tf("reading-phrase-day", &[("day", day_name(first).into())])
    } else if Interval::year(first.year()) == Some(days) {
        tf("reading-phrase-year", &[("year", year().into())])
    } else if Interval::month(first.year(), first.month()) == Some(days) {
        tf(
            "reading-phrase-month",
            &[
                ("month", date::month_in_date(first).into()),
                ("year", year().into()),
            ],
        )
    } else {
        tf(
            "reading-phrase-between",
            &[("first", day_name(first).into()), ("last", day_name(last).into())],
        )
    }
}

fn day_name(day: Date) -> String {
    date::day(day, Length::Full)
}

/// How long before its use something was made: `at most 230 days before use`.
#[must_use]
pub fn use_phrase(outcome: &ProductionToUse) -> String {
    match *outcome {
        ProductionToUse::Days { max: 0, .. } => tf("reading-use-same-day", &[]),
        ProductionToUse::Days { min: 0, max, .. } => tf("reading-use-at-most", &[("max", max.into())]),
        ProductionToUse::Days { min, max, .. } if min == max => {
            tf("reading-use-exactly", &[("max", max.into())])
        }
        ProductionToUse::Days { min, max, .. } => {
            tf("reading-use-between", &[("min", min.into()), ("max", max.into())])
        }
        ProductionToUse::Contradiction { production, used } => tf(
            "reading-use-contradiction",
            &[
                ("production", days_phrase(production).into()),
                ("used", days_phrase(used).into()),
            ],
        ),
    }
}

/// The sentences for one reading, the days of use when they are known, and its rivals.
#[must_use]
pub fn statement(reading: &Reading, used: Option<Interval>) -> String {
    let system = system_phrase(&reading.system);
    let mark = reading.raw.as_str();
    let days = reading.bound_interval();
    let outcome = days.zip(used).map(|(days, used)| production_to_use(days, used));
    if let Some(contradiction @ ProductionToUse::Contradiction { .. }) = outcome {
        return tf(
            "reading-statement-contradiction",
            &[
                ("mark", mark.into()),
                ("system", system.into()),
                ("use", use_phrase(&contradiction).into()),
            ],
        );
    }
    if reading.grade == Grade::X {
        return tf(
            "reading-statement-impossible",
            &[
                ("mark", mark.into()),
                ("system", system.into()),
                ("reason", reading.why.first().map_or("", String::as_str).into()),
            ],
        );
    }
    let Some(days) = days else {
        let none = tf(
            "reading-statement-no-date",
            &[("mark", mark.into()), ("system", system.into())],
        );
        return with_rivals(none, reading);
    };
    let what = match reading.meaning {
        Meaning::LotStart => "reading-statement-lot",
        Meaning::SealWindow => "reading-statement-sealed",
        Meaning::LabelPrint => "reading-statement-label",
        Meaning::DesignModel => "reading-statement-design",
        Meaning::Assembly => "reading-statement-assembled",
        Meaning::Production | Meaning::None => "reading-statement-made",
    };
    let dated = tf(
        what,
        &[
            ("mark", mark.into()),
            ("system", system.into()),
            ("days", days_phrase(days).into()),
        ],
    );
    let sentence = match outcome.filter(|_| reading.meaning.bounds_assembly()) {
        None => tf("reading-statement-end", &[("sentence", dated.into())]),
        Some(outcome) => tf(
            "reading-statement-use",
            &[("sentence", dated.into()), ("use", use_phrase(&outcome).into())],
        ),
    };
    with_rivals(sentence, reading)
}

/// The sentence, and behind it how else the mark can be read: a hypothesis never goes out without its rivals.
fn with_rivals(sentence: String, reading: &Reading) -> String {
    if reading.alternatives.is_empty() {
        return sentence;
    }
    let rivals: Vec<&str> = reading.alternatives.iter().map(|id| system_phrase(id)).collect();
    tf(
        "reading-statement-rivals",
        &[
            ("sentence", sentence.into()),
            ("rivals", rivals.join("; ").into()),
        ],
    )
}

/// The sentences for an assembly bound: what it is, what decides, what is left without that, and what could
/// make it wrong.
#[must_use]
pub fn bound_statement(bound: &AssemblyBound) -> String {
    let decided = tf(
        "reading-bound-decided",
        &[
            ("day", day_name(bound.not_before).into()),
            ("label", bound.decided_by.as_str().into()),
        ],
    );
    let without = match bound.without_it {
        None => tf("reading-bound-alone", &[]),
        Some(day) => tf("reading-bound-without", &[("day", day_name(day).into())]),
    };
    let preferred = (bound.preferred != bound.not_before).then(|| {
        tf(
            "reading-bound-preferred",
            &[("day", day_name(bound.preferred).into())],
        )
    });
    let sentences = [
        Some(decided),
        Some(without),
        preferred,
        Some(tf("reading-bound-caveats", &[])),
    ];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
