//! The sentences about series that may be quoted.

use super::{Number, Order, Relation, Series};
use crate::reading::bound::days_phrase;
use crate::text::{t, tf};

/// What two numbers say together: never more than that they were numbered so.
#[must_use]
pub fn relation_statement(relation: Relation, a: &Number, b: &Number) -> String {
    let marks = |key| {
        tf(
            key,
            &[("a", a.written.as_str().into()), ("b", b.written.as_str().into())],
        )
    };
    let mut sentence = match relation {
        Relation::Identical => tf("reading-series-identical", &[("mark", a.written.as_str().into())]),
        Relation::Series { difference } => {
            let (earlier, later) = if difference < 0 { (b, a) } else { (a, b) };
            tf(
                "reading-series-same",
                &[
                    ("a", earlier.written.as_str().into()),
                    ("b", later.written.as_str().into()),
                    ("difference", difference.unsigned_abs().into()),
                ],
            )
        }
        Relation::SideBySide => marks("reading-series-side-by-side"),
        Relation::OtherScript => marks("reading-series-other-script"),
    };
    if !(a.certain && b.certain) {
        sentence.push(' ');
        sentence.push_str(t("reading-series-uncertain"));
    }
    sentence
}

/// What a series says together, and what not.
#[must_use]
pub fn series_statement<Id>(series: &Series<Id>) -> String {
    let ends = series.members.first().zip(series.members.last());
    let Some((first, last)) = ends else {
        return String::new();
    };
    let mut sentences = vec![tf(
        "reading-series-of",
        &[
            ("count", series.members.len().into()),
            ("first", first.number.written.as_str().into()),
            ("last", last.number.written.as_str().into()),
            ("between", series.between().into()),
        ],
    )];
    sentences.push(match series.order() {
        Order::Numbered => t("reading-series-numbered").to_owned(),
        Order::Made { dated } => tf("reading-series-made", &[("dated", dated.into())]),
        Order::NotMonotone => t("reading-series-not-monotone").to_owned(),
    });
    for (member, days) in series.interpolated() {
        sentences.push(tf(
            "reading-series-interpolated",
            &[
                ("mark", member.number.written.as_str().into()),
                ("days", days_phrase(days).into()),
            ],
        ));
    }
    if !series.is_certain() {
        sentences.push(t("reading-series-uncertain").to_owned());
    }
    sentences.join(" ")
}
