//! The timeline for a report: as SVG in black on white, and as rows of CSV.

use jiff::civil::Date;
use serde::Serialize;
use svg::Document;
use svg::node::element::{
    Circle, Definitions, Group, Line, LinearGradient, Polygon, Rectangle, Stop, Text, Title,
};

use super::chart::{FACE, cut, rectangle, words};
use super::sheet::neutral;
use crate::analysis::lifeline::{Event, Stage};
use crate::analysis::timeline::layout::{Bar, Density, MARK, Stack, bar, line_count, lines};
use crate::analysis::timeline::scale::Scale;
use crate::analysis::timeline::{Row, Timeline};
use crate::model::record::RecordRef;
use crate::text::{t, tf};

/// The width of the picture, in pixels.
const WIDTH: f32 = 1280.0;
/// The room of the names at the left.
const NAMES: f32 = 320.0;
/// The room at the right.
const RIGHT: f32 = 24.0;
/// The room above the rows.
const HEAD: f32 = 92.0;
/// The room below them.
const FOOT: f32 = 84.0;
/// The room of a label on the axis.
const LABEL: f64 = 96.0;
/// No more rows are drawn: a picture of more can't be read.
const MOST: usize = 300;

/// The timeline as SVG, all of its days in view. The same timeline gives the same bytes.
#[must_use]
pub fn svg(timeline: &Timeline, density: Density) -> String {
    let rows = &timeline.rows[..timeline.rows.len().min(MOST)];
    let stack = Stack::of(rows, density);
    let bottom = HEAD + stack.height();
    let height = bottom + FOOT;
    let heading = tf("timeline-of", &[("what", timeline.title.as_str().into())]);
    let mut document = Document::new()
        .set("viewBox", (0, 0, WIDTH, height))
        .set("width", WIDTH)
        .set("height", height)
        .set("font-family", FACE)
        .set("font-size", 13)
        .add(Title::new(heading.as_str()))
        .add(fades())
        .add(rectangle(0.0, 0.0, WIDTH.into(), height.into(), "#ffffff"))
        .add(
            words(16.0, 32.0, heading)
                .set("font-size", 20)
                .set("font-weight", 600),
        );
    if let Some(scale) = timeline.span().map(Scale::of) {
        document = document.add(axis(&scale, bottom));
        for (nth, row) in rows.iter().enumerate() {
            document = document.add(one(row, HEAD + stack.top(nth), &scale, density));
        }
    }
    document = document.add(legend(&timeline.stages(), bottom + 28.0));
    let mut notes = Vec::new();
    if !timeline.disorders.is_empty() {
        notes.push(tf(
            "timeline-disorders",
            &[("count", timeline.disorders.len().into())],
        ));
    }
    if timeline.rows.len() > MOST {
        let more = timeline.rows.len() - MOST;
        notes.push(tf("timeline-not-drawn", &[("count", more.into())]));
    }
    let notes = words(16.0, f64::from(bottom) + 60.0, notes.join(" "));
    format!("{}\n", document.add(weak(notes)))
}

fn weak(text: Text) -> Text {
    text.set("font-size", 11).set("fill", "#555555")
}

/// What a bar is filled with, by which of its ends are not known.
fn fades() -> Definitions {
    let mut all = Definitions::new();
    for (name, left, right) in [("between", 0.25, 0.25), ("until", 0.0, 0.25), ("from", 0.25, 0.0)] {
        let stop = |offset: f64, opacity: f64| {
            Stop::new()
                .set("offset", offset)
                .set("stop-color", "#2a7f78")
                .set("stop-opacity", opacity)
        };
        all = all.add(
            LinearGradient::new()
                .set("id", name)
                .add(stop(0.0, left))
                .add(stop(0.3, 0.7))
                .add(stop(0.7, 0.7))
                .add(stop(1.0, right)),
        );
    }
    all
}

fn axis(scale: &Scale, bottom: f32) -> Group {
    let width = f64::from(WIDTH - NAMES - RIGHT);
    let mut axis = Group::new();
    for tick in scale.ticks(LABEL / width) {
        let x = f64::from(NAMES) + tick.at * width;
        let line = Line::new()
            .set("x1", x)
            .set("x2", x)
            .set("y1", HEAD - 20.0)
            .set("y2", bottom);
        axis = axis.add(line.set("stroke", "#dddddd")).add(weak(words(
            x + 4.0,
            f64::from(HEAD) - 10.0,
            tick.label,
        )));
    }
    axis
}

fn one(row: &Row, top: f32, scale: &Scale, density: Density) -> Group {
    let all = line_count(&row.events);
    let height = density.height(all);
    let title = if row.title.is_empty() {
        t("record-untitled")
    } else {
        &row.title
    };
    let middle = f64::from(top + height / 2.0);
    let left = 16.0 + f64::from(row.depth) * 16.0;
    let rule = Line::new()
        .set("x1", 16.0)
        .set("x2", WIDTH - RIGHT)
        .set("y1", top + height)
        .set("y2", top + height)
        .set("stroke", "#eeeeee");
    let mut group = Group::new().add(rule).add(
        words(left, middle + 4.0, cut(title)).set("font-weight", if row.depth == 0 { 600 } else { 400 }),
    );
    for (event, line) in row.events.iter().zip(lines(&row.events)) {
        if let Some(bar) = bar(event, scale, WIDTH - NAMES - RIGHT) {
            let middle = top + density.middle(line, all);
            group = group.add(drawn(event, &bar, middle));
            let right = (NAMES + bar.right + 6.0).min(WIDTH);
            let label = label(event);
            // A letter of this size is at most so wide.
            let width = label.chars().count() as f32 * 6.4;
            let before = NAMES + bar.left - 2.0 * MARK;
            // After the bar, or before it and its sign.
            let (x, anchor) = if right + width < WIDTH {
                (right, "start")
            } else if before - width > NAMES {
                (before, "end")
            } else {
                continue;
            };
            if density == Density::Roomy {
                let text = weak(words(x.into(), f64::from(middle) + 4.0, label));
                group = group.add(text.set("text-anchor", anchor));
            }
        }
    }
    group
}

fn drawn(event: &Event, bar: &Bar, middle: f32) -> Group {
    let (left, right) = (NAMES + bar.left, NAMES + bar.right);
    let group = Group::new().add(Title::new(label(event)));
    if bar.is_day {
        let center = f32::midpoint(left, right);
        return group.add(sign(event.stage, center, middle, event.is_doubtful()));
    }
    let fill = match (bar.opens_left, bar.opens_right) {
        (true, _) => "url(#until)",
        (false, true) => "url(#from)",
        (false, false) => "url(#between)",
    };
    let mut group = group.add(
        Rectangle::new()
            .set("x", left)
            .set("y", middle - 4.0)
            .set("width", right - left)
            .set("height", 8.0)
            .set("fill", fill),
    );
    for (x, opens, out) in [(left, bar.opens_left, -1.0), (right, bar.opens_right, 1.0)] {
        let (near, far) = if opens { (x - out * 4.0, x) } else { (x, x) };
        for up in [-4.0, 4.0] {
            let line = Line::new()
                .set("x1", near)
                .set("y1", middle + up)
                .set("x2", far)
                .set("y2", middle);
            group = group.add(line.set("stroke", "#2a7f78"));
        }
    }
    group.add(sign(event.stage, left - MARK, middle, event.is_doubtful()))
}

fn label(event: &Event) -> String {
    let stage = event.stage.text();
    tf(
        "timeline-label",
        &[("stage", stage.into()), ("when", event.when_short().into())],
    )
}

/// The sign of a stage; hollow where its date is approximate or uncertain.
fn sign(stage: Stage, x: f32, y: f32, is_hollow: bool) -> Group {
    let fill = match (is_hollow, stage) {
        (true, _) => "#ffffff",
        (false, Stage::Used) => "#111111",
        (false, Stage::Reported | Stage::Published) => "#666666",
        (false, _) => "#2a7f78",
    };
    let half = MARK / 2.0;
    let corners: &[(f32, f32)] = match stage {
        Stage::Made => &[(-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)],
        Stage::Used => &[(0.0, -1.1), (1.1, 0.0), (0.0, 1.1), (-1.1, 0.0)],
        Stage::Reported => &[(0.0, -1.0), (1.05, 0.9), (-1.05, 0.9)],
        Stage::Recovered => {
            let circle = Circle::new().set("cx", x).set("cy", y).set("r", half * 0.95);
            return Group::new().add(circle.set("fill", fill).set("stroke", "#333333"));
        }
        Stage::Documented => &[(-0.5, -1.05), (0.5, -1.05), (0.5, 1.05), (-0.5, 1.05)],
        Stage::Published => &[(-1.05, -0.9), (1.05, -0.9), (0.0, 1.0)],
    };
    let points: Vec<String> = corners
        .iter()
        .map(|(across, down)| format!("{},{}", x + across * half, y + down * half))
        .collect();
    let polygon = Polygon::new().set("points", points.join(" "));
    Group::new().add(polygon.set("fill", fill).set("stroke", "#333333"))
}

fn legend(stages: &[Stage], y: f32) -> Group {
    let mut group = Group::new();
    let mut x = 22.0;
    for stage in stages {
        group = group.add(sign(*stage, x, y - 4.0, false)).add(weak(words(
            f64::from(x) + 10.0,
            y.into(),
            stage.text(),
        )));
        x += 30.0 + stage.text().chars().count() as f32 * 8.0;
    }
    group
}

/// A row of the CSV.
#[derive(Serialize)]
struct CsvRow<'a> {
    kind: &'a str,
    record: String,
    title: String,
    stage: &'a str,
    earliest: Option<Date>,
    latest: Option<Date>,
    stated: &'a str,
    of: String,
}

/// The events as CSV, one a row; an end that is not known is empty.
///
/// # Errors
/// When a row can't be written, which memory alone can cause.
pub fn csv(timeline: &Timeline) -> Result<String, csv::Error> {
    let mut out = csv::Writer::from_writer(Vec::new());
    for row in &timeline.rows {
        let record = RecordRef::from(row.record);
        for event in &row.events {
            out.serialize(CsvRow {
                kind: record.kind.word(),
                record: record.id.clone(),
                title: neutral(&row.title),
                stage: event.stage.word(),
                earliest: event.earliest,
                latest: event.latest,
                stated: &event.stated,
                of: neutral(&event.of),
            })?;
        }
    }
    let bytes = out
        .into_inner()
        .map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::timeline::tests::facts;
    use crate::analysis::timeline::{Subject, timeline};

    #[test]
    fn the_picture_says_what_is_known_and_that_dates_exclude_each_other() {
        let mut facts = facts("2024-08-18", "2024-08-17", "2024-08-19/..", "2024-08-20~");
        facts.parts[0].title = "A <b>&\"'".into();
        let timeline = timeline(&Subject::Strike(facts.strikes[0].id), &facts);
        let picture = svg(&timeline, Density::Roomy);
        let parsed = roxmltree::Document::parse(&picture).unwrap();
        let texts: Vec<&str> = parsed
            .descendants()
            .filter(|node| node.has_tag_name("text"))
            .filter_map(|node| node.text().map(str::trim))
            .collect();
        for part in ["A <b>&\"'", "Used, 18 Aug 2024", "Recovered, from 19 Aug 2024"] {
            assert!(texts.contains(&part), "{part}: {texts:?}");
        }
        assert!(texts.contains(&"Documented, about 20 Aug 2024"), "{texts:?}");
        assert!(
            texts.iter().any(|text| text.contains("exclude each other")),
            "{texts:?}"
        );
        assert_eq!(
            picture,
            svg(&timeline, Density::Roomy),
            "the same timeline gives the same bytes"
        );
        let rows = csv(&timeline).unwrap();
        assert!(
            rows.starts_with("kind,record,title,stage,earliest,latest,stated,of\n"),
            "{rows}"
        );
        assert!(
            rows.contains("recovered,2024-08-19,,2024-08-19/..,A police officer"),
            "{rows}"
        );
    }

    #[test]
    fn of_very_many_rows_the_first_are_drawn_and_the_rest_counted() {
        let one = facts("2024-08-18", "", "", "");
        let mut many = crate::analysis::timeline::Facts::default();
        many.strikes
            .extend(std::iter::repeat_n(one.strikes[0].clone(), MOST + 7));
        let picture = svg(&timeline(&Subject::Case, &many), Density::Dense);
        assert!(picture.contains("7 more rows are not drawn"));
    }
}
