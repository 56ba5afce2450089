//! The timeline for a report: as SVG in black on white, alone or for the pages of a document, and as rows of CSV.

mod rows;
mod signs;

use svg::Document;
use svg::node::element::{Group, Line, Rectangle, Title};

pub use rows::csv;
use signs::{fades, legend, sign, weak};

use super::chart::{FACE, cut, rectangle, words};
use super::page::{self, Room, lines};
use crate::analysis::lifeline::Event;
use crate::analysis::timeline::layout::{self, Bar, Density, MARK, Stack, bar, line_count};
use crate::analysis::timeline::scale::Scale;
use crate::analysis::timeline::{Row, Timeline};
use crate::text::{t, tf};

/// The room at the right.
const RIGHT: f32 = 24.0;
/// The room of a label on the axis.
const LABEL: f64 = 96.0;
/// No more rows are drawn: a picture of more can't be read.
const MOST: usize = 300;

/// How a timeline is laid out: its width, and the room of its parts.
struct Form {
    width: f32,
    /// The names at the left, and where they begin.
    names: f32,
    left: f32,
    /// Above and below the rows.
    head: f32,
    foot: f32,
    /// Whether it has a title and notes of its own.
    is_alone: bool,
    density: Density,
    /// Which page it is: the names of its fades must not be those of another one's.
    page: usize,
}

impl Form {
    /// In a file of its own, in pixels.
    const fn alone(density: Density) -> Self {
        Self {
            width: 1280.0,
            names: 320.0,
            left: 16.0,
            head: 92.0,
            foot: 84.0,
            is_alone: true,
            density,
            page: 0,
        }
    }

    fn page(room: Room, density: Density, page: usize) -> Self {
        Self {
            width: room.width as f32,
            names: room.width as f32 * 0.3,
            left: 0.0,
            head: 30.0,
            foot: 36.0,
            is_alone: false,
            density,
            page,
        }
    }

    /// The room of the days.
    fn days(&self) -> f32 {
        self.width - self.names - RIGHT
    }

    /// The lines of a row's name.
    fn name(&self, title: &str, left: f32) -> Vec<String> {
        if self.is_alone {
            vec![cut(title)]
        } else {
            lines(title, 13.0, f64::from(self.names - left - 12.0), 2)
        }
    }
}

/// The timeline as SVG, all of its days in view. The same timeline gives the same bytes.
#[must_use]
pub fn svg(timeline: &Timeline, density: Density) -> String {
    let rows = &timeline.rows[..timeline.rows.len().min(MOST)];
    draw(timeline, rows, &Form::alone(density))
}

/// The timeline for a document, a drawing for each page that its rows take, all on one scale. Words stand beside its signs unless
/// it has so many rows that they would take many pages.
#[must_use]
pub fn pages(timeline: &Timeline, room: Room) -> Vec<String> {
    let rows = &timeline.rows[..timeline.rows.len().min(MOST)];
    let cut = |density: Density| {
        let form = Form::page(room, density, 0);
        let height = |row: &Row| f64::from(density.height(line_count(&row.events)));
        page::cut(
            rows.iter().map(height),
            room.height - f64::from(form.head + form.foot),
        )
    };
    let (mut density, mut pages) = (Density::Roomy, cut(Density::Roomy));
    if pages.len() > ROOMY_PAGES {
        (density, pages) = (Density::Dense, cut(Density::Dense));
    }
    let mut rest = rows;
    pages
        .into_iter()
        .enumerate()
        .map(|(nth, count)| {
            let (these, after) = rest.split_at(count);
            rest = after;
            draw(timeline, these, &Form::page(room, density, nth))
        })
        .collect()
}

/// On more pages than these no words stand beside the signs.
const ROOMY_PAGES: usize = 3;

/// What a timeline does not show or can't order, in sentences.
#[must_use]
pub fn notes(timeline: &Timeline) -> Vec<String> {
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
    notes
}

fn draw(timeline: &Timeline, rows: &[Row], form: &Form) -> String {
    let stack = Stack::of(rows, form.density);
    let bottom = form.head + stack.height();
    let height = bottom + form.foot;
    let heading = tf("timeline-of", &[("what", timeline.title.as_str().into())]);
    let mut document = Document::new()
        .set("viewBox", (0, 0, form.width, height))
        .set("width", form.width)
        .set("height", height)
        .set("font-family", FACE)
        .set("font-size", 13)
        .add(Title::new(heading.as_str()))
        .add(fades(form))
        .add(rectangle(0.0, 0.0, form.width.into(), height.into(), "#ffffff"));
    if form.is_alone {
        document = document.add(
            words(16.0, 32.0, heading)
                .set("font-size", 20)
                .set("font-weight", 600),
        );
    }
    if let Some(scale) = timeline.span().map(Scale::of) {
        document = document.add(axis(&scale, bottom, form));
        for (nth, row) in rows.iter().enumerate() {
            document = document.add(one(row, form.head + stack.top(nth), &scale, form));
        }
    }
    document = document.add(legend(&timeline.stages(), bottom + 28.0, form));
    if form.is_alone {
        let notes = words(16.0, f64::from(bottom) + 60.0, notes(timeline).join(" "));
        document = document.add(weak(notes));
    }
    format!("{document}\n")
}

fn axis(scale: &Scale, bottom: f32, form: &Form) -> Group {
    let width = f64::from(form.days());
    let mut axis = Group::new();
    for tick in scale.ticks(LABEL / width) {
        let x = f64::from(form.names) + tick.at * width;
        let line = Line::new()
            .set("x1", x)
            .set("x2", x)
            .set("y1", form.head - 20.0)
            .set("y2", bottom);
        // The label of a mark at the right end stands before it.
        let is_last = x + 4.0 + page::width(&tick.label, 11.0) > f64::from(form.width);
        let (start, anchor) = if is_last {
            (x - 4.0, "end")
        } else {
            (x + 4.0, "start")
        };
        let label = weak(words(start, f64::from(form.head) - 10.0, tick.label));
        axis = axis
            .add(line.set("stroke", "#dddddd"))
            .add(label.set("text-anchor", anchor));
    }
    axis
}

fn one(row: &Row, top: f32, scale: &Scale, form: &Form) -> Group {
    let density = form.density;
    let all = line_count(&row.events);
    let height = density.height(all);
    let title = if row.title.is_empty() {
        t("record-untitled")
    } else {
        &row.title
    };
    let middle = f64::from(top + height / 2.0);
    let left = form.left + f32::from(row.depth) * 16.0;
    let rule = Line::new()
        .set("x1", form.left)
        .set("x2", form.width - RIGHT)
        .set("y1", top + height)
        .set("y2", top + height)
        .set("stroke", "#eeeeee");
    let names = form.name(title, left);
    let mut line = middle + 11.0 - 7.0 * names.len() as f64;
    let mut group = Group::new().add(rule);
    for name in names {
        let name = words(left.into(), line, name);
        group = group.add(name.set("font-weight", if row.depth == 0 { 600 } else { 400 }));
        line += 14.0;
    }
    for (event, line) in row.events.iter().zip(layout::lines(&row.events)) {
        if let Some(bar) = bar(event, scale, form.days()) {
            let middle = top + density.middle(line, all);
            group = group.add(drawn(event, &bar, middle, form));
            let right = (form.names + bar.right + 6.0).min(form.width);
            let label = label(event);
            // A letter of this size is at most so wide.
            let width = label.chars().count() as f32 * 6.4;
            let before = form.names + bar.left - 2.0 * MARK;
            if density == Density::Dense {
                continue;
            }
            // After the bar, or before it and its sign, or on a piece of paper on it.
            let (x, anchor) = if right + width < form.width {
                (right, "start")
            } else if before - width > form.names {
                (before, "end")
            } else {
                let x = form.names + bar.left + 24.0;
                let wide = page::width(&label, 11.0) + 8.0;
                group = group.add(rectangle(
                    f64::from(x) - 4.0,
                    f64::from(middle) - 7.0,
                    wide,
                    14.0,
                    "#ffffff",
                ));
                (x, "start")
            };
            // With an edge in the colour of paper, so that no line crosses it out.
            let text = weak(words(x.into(), f64::from(middle) + 4.0, label));
            group = group.add(
                text.set("text-anchor", anchor)
                    .set("stroke", "#ffffff")
                    .set("stroke-width", 3)
                    .set("paint-order", "stroke"),
            );
        }
    }
    group
}

fn drawn(event: &Event, bar: &Bar, middle: f32, form: &Form) -> Group {
    let (left, right) = (form.names + bar.left, form.names + bar.right);
    let group = Group::new().add(Title::new(label(event)));
    if bar.is_day {
        let center = f32::midpoint(left, right);
        return group.add(sign(event.stage, center, middle, event.is_doubtful()));
    }
    let fill = match (bar.opens_left, bar.opens_right) {
        (true, _) => "until",
        (false, true) => "from",
        (false, false) => "between",
    };
    let mut group = group.add(
        Rectangle::new()
            .set("x", left)
            .set("y", middle - 4.0)
            .set("width", right - left)
            .set("height", 8.0)
            .set("fill", format!("url(#{fill}{})", form.page)),
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
    fn the_pages_have_every_row_once_and_fades_of_their_own() {
        let one = facts("2024-08-18", "2024-08-17", "2024-08-19/..", "2024-08-20~");
        let mut many = crate::analysis::timeline::Facts::default();
        many.strikes
            .extend(std::iter::repeat_n(one.strikes[0].clone(), 60));
        let room = Room {
            width: 672.0,
            height: 860.0,
        };
        let pages = pages(&timeline(&Subject::Case, &many), room);
        assert!(pages.len() > 1);
        let mut rows = 0;
        for (nth, page) in pages.iter().enumerate() {
            let parsed = roxmltree::Document::parse(page).unwrap();
            let height = parsed.root_element().attribute("height").unwrap();
            assert!(height.parse::<f64>().unwrap() <= room.height, "{height}");
            assert!(page.contains(&format!("id=\"between{nth}\"")));
            let titles = parsed.descendants().filter(|node| node.has_tag_name("title"));
            let used = titles.filter(|node| node.text().is_some_and(|text| text.starts_with("Used, ")));
            rows += used.count();
        }
        assert_eq!(rows, 60);
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
