//! The production-to-use chart as a picture for a report: [SVG 1.1](https://www.w3.org/TR/SVG11/), black on white, or PNG
//! made from that.

use svg::Document;
use svg::node::element::{Group, Line, Polygon, Rectangle, TSpan, Text, Title};

use crate::analysis::chart::{Chart, Row, figures, notes, steps};
use crate::analysis::links::called;
use crate::reading::bound::days_phrase;
use crate::text::faces::ARABIC;
use crate::text::{t, tf};

/// The width of the picture, in pixels.
const WIDTH: f64 = 1000.0;
/// The room of the names at the left.
const NAMES: f64 = 300.0;
/// The room of the figures at the right.
const FIGURES: f64 = 130.0;
/// The height of a row.
const ROW: f64 = 34.0;
/// The room above the rows.
const HEAD: f64 = 84.0;
/// The room below them.
const FOOT: f64 = 76.0;
/// The room that a remark needs in a bar.
const LOWEST: f64 = 110.0;
/// The face, and what stands for it.
pub(super) const FACE: &str = "IBM Plex Sans, Noto Sans CJK KR, Vazirmatn, sans-serif";

/// The chart as SVG. The same chart gives the same bytes.
#[must_use]
pub fn svg(chart: &Chart) -> String {
    let most = chart.rows.iter().map(|row| row.max).max().unwrap_or(1);
    let steps = steps(most);
    let end = f64::from(steps.last().copied().unwrap_or(1));
    let right = WIDTH - FIGURES;
    let at = |days: f64| right - days / end * (right - NAMES);
    let bottom = HEAD + ROW * chart.rows.len() as f64;
    let height = bottom + FOOT;
    let mut document = Document::new()
        .set("viewBox", (0, 0, WIDTH, height))
        .set("width", WIDTH)
        .set("height", height)
        .set("font-family", FACE)
        .set("font-size", 13)
        .add(Title::new(t("analysis-chart")))
        .add(rectangle(0.0, 0.0, WIDTH, height, "#ffffff"))
        .add(
            words(16.0, 30.0, t("analysis-chart"))
                .set("font-size", 20)
                .set("font-weight", 600),
        )
        .add(words(16.0, 52.0, t("analysis-chart-text")).set("fill", "#555555"));
    let mut axis = Group::new();
    for step in &steps {
        let x = at(f64::from(*step));
        let line = Line::new()
            .set("x1", x)
            .set("x2", x)
            .set("y1", HEAD - 6.0)
            .set("y2", bottom);
        axis = axis.add(line.set("stroke", "#dddddd")).add(
            words(x, bottom + 18.0, step.to_string())
                .set("text-anchor", "middle")
                .set("fill", "#555555"),
        );
    }
    let label = words((NAMES + right) / 2.0, bottom + 38.0, t("analysis-chart-axis"));
    document = document.add(axis.add(label.set("text-anchor", "middle").set("fill", "#555555")));
    for (nth, row) in chart.rows.iter().enumerate() {
        document = document.add(bar(row, HEAD + ROW * nth as f64, &at, right));
    }
    if let Some(median) = chart.median {
        let x = at(median);
        let line = Line::new()
            .set("x1", x)
            .set("x2", x)
            .set("y1", HEAD - 6.0)
            .set("y2", bottom);
        document = document
            .add(line.set("stroke", "#b45309").set("stroke-dasharray", "4 3"))
            .add(
                words(
                    x,
                    HEAD - 10.0,
                    tf(
                        "analysis-chart-median",
                        &[("days", (median.round() as i64).into())],
                    ),
                )
                .set("text-anchor", "middle")
                .set("fill", "#b45309"),
            );
    }
    let below = notes(chart);
    document = document.add(
        words(16.0, bottom + 62.0, below)
            .set("font-size", 12)
            .set("fill", "#555555"),
    );
    format!("{document}\n")
}

fn bar(row: &Row, top: f64, at: &impl Fn(f64) -> f64, right: f64) -> Group {
    let first = at(f64::from(row.max));
    let middle = top + ROW / 2.0;
    let names = called(&row.title, t("record-weapon"));
    let mut group = Group::new()
        .add(words(16.0, middle - 2.0, cut(names)))
        .add(
            words(16.0, middle + 12.0, cut(&days_phrase(row.used)))
                .set("font-size", 11)
                .set("fill", "#555555"),
        )
        .add(rectangle(
            first,
            middle - 7.0,
            (right - first).max(1.5),
            14.0,
            "#5fa8a0",
        ));
    let tip = format!(
        "{right},{} {},{middle} {right},{} {},{middle}",
        middle - 5.0,
        right + 5.0,
        middle + 5.0,
        right - 5.0
    );
    group = group
        .add(Polygon::new().set("points", tip).set("fill", "#222222"))
        .add(
            words(right + 14.0, middle + 4.0, figures(row))
                .set("font-weight", if row.is_lowest_yet { 600 } else { 400 }),
        );
    if row.is_lowest_yet {
        // In the bar where it has room, else beside it.
        let is_inside = right - first > LOWEST;
        let (x, anchor) = if is_inside {
            (first + 8.0, "start")
        } else {
            (first - 6.0, "end")
        };
        let label = words(x, middle + 4.0, t("analysis-chart-lowest"));
        group = group.add(label.set("text-anchor", anchor).set("font-size", 11));
    }
    group
}

/// No more characters of a name have room.
const MOST_NAME: usize = 44;

pub(super) fn cut(name: &str) -> String {
    if name.chars().count() <= MOST_NAME {
        return name.to_owned();
    }
    name.chars().take(MOST_NAME - 1).chain(['…']).collect()
}

/// A line of text. What is in the Arabic script is named as such: a program that looks for another face letter by letter finds
/// none for words whose letters join.
pub(super) fn words(x: f64, y: f64, text: impl Into<String>) -> Text {
    let text = text.into();
    let at = |text: Text| text.set("x", x).set("y", y).set("fill", "#111111");
    if !text.chars().any(is_arabic) {
        return at(Text::new(text));
    }
    // The face of the first run lays out the whole line, and the others are put over it: with another face than that of the
    // joined letters one of two that are drawn as one sign would be left over. Nothing is seen of this run.
    let mut line = Text::new("").add(
        TSpan::new("\u{200b}")
            .set("font-family", ARABIC)
            .set("font-size", 0.1),
    );
    let mut rest = text.as_str();
    while let Some(first) = rest.chars().next() {
        let script = is_arabic(first);
        let end = rest
            .find(|letter| is_arabic(letter) != script)
            .unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        let part = TSpan::new(part);
        line = line.add(if script {
            part.set("font-family", format!("{ARABIC}, {FACE}"))
        } else {
            part
        });
        rest = after;
    }
    at(line)
}

/// A letter of the Arabic script, or a mark on one: the [blocks](https://www.unicode.org/charts/) Arabic, its supplements and
/// presentation forms.
const fn is_arabic(letter: char) -> bool {
    matches!(letter, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}'
        | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}')
}

pub(super) fn rectangle(x: f64, y: f64, width: f64, height: f64, fill: &str) -> Rectangle {
    Rectangle::new()
        .set("x", x)
        .set("y", y)
        .set("width", width)
        .set("height", height)
        .set("fill", fill)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::chart::chart;
    use crate::analysis::chart::tests::weapon;

    #[test]
    fn the_picture_is_well_formed_and_says_what_the_chart_says_whatever_a_title_holds() {
        let weapons = [
            weapon("A <b>&\"'", "2023", "2024-01-02"),
            weapon("C", "2024", "2024-08-18"),
            weapon("undated", "", "2024-08-18"),
        ];
        let picture = svg(&chart(&weapons));
        let parsed = roxmltree::Document::parse(&picture).unwrap();
        let texts: Vec<&str> = parsed
            .descendants()
            .filter(|node| node.has_tag_name("text"))
            .filter_map(|node| node.text().map(str::trim))
            .collect();
        assert!(texts.contains(&"A <b>&\"'"), "{texts:?}");
        assert!(texts.iter().any(|text| text.contains("230")), "{texts:?}");
        assert_eq!(
            picture,
            svg(&chart(&weapons)),
            "the same chart gives the same bytes"
        );
    }

    #[test]
    fn arabic_words_between_others_are_drawn_by_a_face_that_has_them() {
        let title = "Удар 5: ضربة على الميناء / 야간";
        let picture = svg(&chart(&[weapon(title, "2024", "2024-08-18")]));
        let parsed = roxmltree::Document::parse(&picture).unwrap();
        let runs: Vec<(&str, bool)> = parsed
            .descendants()
            .filter(|node| node.has_tag_name("tspan"))
            .map(|node| {
                (
                    node.text().unwrap_or_default(),
                    node.attribute("font-family").is_some(),
                )
            })
            .collect();
        let whole: String = runs.iter().map(|(text, _)| *text).collect();
        assert_eq!(whole.trim_start_matches('\u{200b}'), title);
        assert!(
            runs.contains(&("ضربة", true)) && runs.contains(&("Удар 5: ", false)),
            "{runs:?}"
        );
    }
}
