//! The production-to-use chart as a picture for a report: [SVG 1.1](https://www.w3.org/TR/SVG11/), black on white, or PNG
//! made from that.

use svg::Document;
use svg::node::element::{Group, Line, Polygon, Rectangle, TSpan, Text, Title};

use super::page::{self, Room, lines};
use crate::analysis::chart::{Chart, Row, figures, notes, steps};
use crate::analysis::links::called;
use crate::reading::bound::days_phrase;
use crate::text::date::{self, Length};
use crate::text::faces::ARABIC;
use crate::text::{t, tf};

/// From one line of a row's words to the next.
const LINE: f64 = 14.0;
/// The room that a remark needs in a bar.
const LOWEST: f64 = 110.0;
/// No page has more bars than this in all: more can't be read.
const MOST: usize = 300;

/// The face, and what stands for it.
pub(super) const FACE: &str = "IBM Plex Sans, Noto Sans CJK KR, Vazirmatn, sans-serif";

/// How the chart is laid out: its width, and the room of its parts.
struct Form {
    width: f64,
    /// The names at the left.
    names: f64,
    /// The figures at the right.
    figures: f64,
    /// Above and below the rows.
    head: f64,
    foot: f64,
    row: f64,
    /// Whether it has a title and notes of its own.
    is_alone: bool,
}

/// In a file of its own, in pixels.
const ALONE: Form = Form {
    width: 1000.0,
    names: 300.0,
    figures: 130.0,
    head: 84.0,
    foot: 76.0,
    row: 34.0,
    is_alone: true,
};

impl Form {
    /// On a page, with rows as high as the words of the one with most.
    fn page(rows: &[Row], room: Room) -> Self {
        let mut form = Self {
            width: room.width,
            names: room.width * 0.36,
            figures: 0.0,
            head: 30.0,
            foot: 46.0,
            row: 0.0,
            is_alone: false,
        };
        let lines = rows.iter().map(|row| form.said(row).len()).max();
        let figures = rows.iter().map(|row| page::width(&figures(row), NAME));
        form.figures = figures.fold(0.0, f64::max) + 24.0;
        form.row = lines.unwrap_or_default() as f64 * LINE + 10.0;
        form
    }

    /// The lines of a row's words, each with its size: its name, and when it was used.
    fn said(&self, row: &Row) -> Vec<(String, f64)> {
        let name = called(&row.title, t("record-weapon"));
        if self.is_alone {
            return vec![(cut(name), NAME), (cut(&days_phrase(row.used)), USED)];
        }
        let used = date::days(row.used.earliest(), row.used.latest(), Length::Full);
        let line = |text: &str, size: f64| lines(text, size, self.names - self.left() - 14.0, 2);
        let name = line(name, NAME).into_iter().map(|line| (line, NAME));
        name.chain(line(&used, USED).into_iter().map(|line| (line, USED)))
            .collect()
    }

    fn left(&self) -> f64 {
        if self.is_alone { 16.0 } else { 0.0 }
    }
}

/// The size of a name, and of the words below it.
const NAME: f64 = 13.0;
const USED: f64 = 11.0;

/// The chart as SVG. The same chart gives the same bytes.
#[must_use]
pub fn svg(chart: &Chart) -> String {
    draw(chart, &chart.rows, &ALONE)
}

/// The chart for a document, a drawing for each page that its rows take, all on one scale.
#[must_use]
pub fn pages(chart: &Chart, room: Room) -> Vec<String> {
    let rows = &chart.rows[..chart.rows.len().min(MOST)];
    let form = Form::page(rows, room);
    let pages = page::cut(rows.iter().map(|_| form.row), room.height - form.head - form.foot);
    let mut rest = rows;
    pages
        .into_iter()
        .map(|count| {
            let (these, after) = rest.split_at(count);
            rest = after;
            draw(chart, these, &form)
        })
        .collect()
}

/// How many rows of a chart its pages do not have.
#[must_use]
pub fn not_drawn(chart: &Chart) -> usize {
    chart.rows.len().saturating_sub(MOST)
}

fn draw(chart: &Chart, rows: &[Row], form: &Form) -> String {
    let most = chart.rows.iter().map(|row| row.max).max().unwrap_or(1);
    let steps = steps(most);
    let end = f64::from(steps.last().copied().unwrap_or(1));
    let right = form.width - form.figures;
    let at = |days: f64| right - days / end * (right - form.names);
    let bottom = form.head + form.row * rows.len() as f64;
    let height = bottom + form.foot;
    let mut document = Document::new()
        .set("viewBox", (0, 0, form.width, height))
        .set("width", form.width)
        .set("height", height)
        .set("font-family", FACE)
        .set("font-size", 13)
        .add(Title::new(t("analysis-chart")))
        .add(rectangle(0.0, 0.0, form.width, height, "#ffffff"));
    if form.is_alone {
        document = document
            .add(
                words(16.0, 30.0, t("analysis-chart"))
                    .set("font-size", 20)
                    .set("font-weight", 600),
            )
            .add(words(16.0, 52.0, t("analysis-chart-text")).set("fill", "#555555"));
    }
    let mut axis = Group::new();
    for step in &steps {
        let x = at(f64::from(*step));
        let line = Line::new()
            .set("x1", x)
            .set("x2", x)
            .set("y1", form.head - 6.0)
            .set("y2", bottom);
        axis = axis.add(line.set("stroke", "#dddddd")).add(
            words(x, bottom + 18.0, step.to_string())
                .set("text-anchor", "middle")
                .set("fill", "#555555"),
        );
    }
    let label = words(
        (form.names + right) / 2.0,
        bottom + 38.0,
        t("analysis-chart-axis"),
    );
    document = document.add(axis.add(label.set("text-anchor", "middle").set("fill", "#555555")));
    for (nth, row) in rows.iter().enumerate() {
        document = document.add(bar(row, form.head + form.row * nth as f64, &at, form));
    }
    if let Some(median) = chart.median {
        let x = at(median);
        let line = Line::new()
            .set("x1", x)
            .set("x2", x)
            .set("y1", form.head - 6.0)
            .set("y2", bottom);
        document = document
            .add(line.set("stroke", "#b45309").set("stroke-dasharray", "4 3"))
            .add(
                words(
                    x,
                    form.head - 10.0,
                    tf(
                        "analysis-chart-median",
                        &[("days", (median.round() as i64).into())],
                    ),
                )
                .set("text-anchor", "middle")
                .set("fill", "#b45309"),
            );
    }
    if form.is_alone {
        document = document.add(
            words(16.0, bottom + 62.0, notes(chart))
                .set("font-size", 12)
                .set("fill", "#555555"),
        );
    }
    format!("{document}\n")
}

fn bar(row: &Row, top: f64, at: &impl Fn(f64) -> f64, form: &Form) -> Group {
    let right = form.width - form.figures;
    let first = at(f64::from(row.max));
    let middle = top + form.row / 2.0;
    let said = form.said(row);
    let mut line = middle + 12.0 - LINE / 2.0 * said.len() as f64;
    let mut group = Group::new();
    for (words_of, size) in said {
        let text = words(form.left(), line, words_of).set("font-size", size);
        group = group.add(if size < NAME {
            text.set("fill", "#555555")
        } else {
            text
        });
        line += LINE;
    }
    group = group.add(rectangle(
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

/// A letter of the Arabic script, a mark on one, or what says how two of them join: the
/// [blocks](https://www.unicode.org/charts/) Arabic, its supplements and presentation forms, and the joiners and marks of direction.
const fn is_arabic(letter: char) -> bool {
    matches!(letter, '\u{200c}'..='\u{200f}' | '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{8a0}'..='\u{8ff}'
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
    fn the_pages_have_every_weapon_once_with_letters_that_are_readable_in_print() {
        let title = |nth| format!("Missile {nth} with a name that takes more than one line of the room");
        let weapons: Vec<_> = (0..40)
            .map(|nth| weapon(&title(nth), "2024", "2024-08-18"))
            .collect();
        let room = Room {
            width: 672.0,
            height: 860.0,
        };
        let pages = pages(&chart(&weapons), room);
        assert!(pages.len() > 1);
        let mut bars = 0;
        for page in &pages {
            let parsed = roxmltree::Document::parse(page).unwrap();
            let root = parsed.root_element();
            assert_eq!(root.attribute("width"), Some("672"));
            assert!(root.attribute("height").unwrap().parse::<f64>().unwrap() <= room.height);
            for node in parsed.descendants() {
                if let Some(size) = node.attribute("font-size") {
                    let points = size.parse::<f64>().unwrap() * page::POINTS;
                    assert!(points >= 7.0, "{points}");
                }
            }
            bars += parsed
                .descendants()
                .filter(|node| node.has_tag_name("polygon"))
                .count();
        }
        assert_eq!(bars, 40);
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
