//! The calendar on paper: a month a page, with its strikes, or the months of a year with how many strikes each day has, as SVG
//! in black and one colour on white.

mod month;
mod year;

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use svg::Document;
use svg::node::element::{Definitions, LinearGradient, Stop, Text, Title};

use super::chart::{FACE, rectangle, words};
use crate::analysis::calendar::layout::Grid;
use crate::case::{CalendarFilter, CaseError, Reader, Reports};
use crate::text::{t, tf};

/// A4 on its side, in pixels of 1/96 inch.
const WIDTH: f64 = 1123.0;
const HEIGHT: f64 = 794.0;
/// The room around what is printed.
const MARGIN: f64 = 36.0;
/// The room of title and second line.
const HEAD: f64 = 54.0;
/// The room of the legend.
const FOOT: f64 = 26.0;
/// The colour of what is known.
const INK: &str = "#2a7f78";
/// What is said beside.
const WEAK: &str = "#555555";

/// No month has more strikes of several days than these drawn.
const MOST: u32 = 2_000;

/// The month in which `day` lies, as a page. The same case gives the same bytes.
///
/// # Errors
/// When the case can't be read.
pub fn month(reader: &Reader, day: Date, filter: &CalendarFilter) -> Result<String, CaseError> {
    let grid = Grid::of(day);
    let (first, last) = (grid.first(), grid.last());
    let strikes = reader.calendar_leading(first, last, filter, month::LINES, MOST)?;
    let spans = reader.calendar_spans(first, last, filter)?;
    let page = month::Page::new(grid, strikes, &spans);
    let title = crate::analysis::calendar::words::month(day);
    let said = tf(
        "calendar-in-month",
        &[("count", page.in_month.into()), ("month", title.as_str().into())],
    );
    let document = page.draw(head(&title, &reader.info()?.title, &said, filter), filter);
    Ok(format!("{document}\n"))
}

/// A year as a page of twelve months. The same case gives the same bytes.
///
/// # Errors
/// When the case can't be read.
pub fn year(reader: &Reader, year: i16, filter: &CalendarFilter) -> Result<String, CaseError> {
    let counts = year::Counts::of(reader, year, filter)?;
    let said = tf(
        "calendar-in-year",
        &[("count", counts.total.into()), ("year", year.to_string().into())],
    );
    let document = counts.draw(head(&year.to_string(), &reader.info()?.title, &said, filter));
    Ok(format!("{document}\n"))
}

/// The file of one of several pages: `OUT-2024-08.svg` for `OUT.svg`.
#[must_use]
pub fn page_file(file: &Path, day: Date) -> PathBuf {
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    let mut name = format!("{stem}-{:04}-{:02}", day.year(), day.month());
    if let Some(end) = file.extension() {
        name = format!("{name}.{}", end.to_string_lossy());
    }
    file.with_file_name(name)
}

/// An empty page with its title, the case and what is shown.
fn head(title: &str, case: &str, said: &str, filter: &CalendarFilter) -> Document {
    let mut shown = vec![said.to_owned()];
    shown.extend(layers(filter).map(str::to_owned));
    if !filter.tags.is_empty() {
        shown.push(format!(
            "{} {}",
            t("calendar-filter-shown"),
            filter.tags.join(", ")
        ));
    }
    let right = WIDTH - MARGIN;
    Document::new()
        .set("viewBox", (0, 0, WIDTH, HEIGHT))
        .set("width", WIDTH)
        .set("height", HEIGHT)
        .set("font-family", FACE)
        .set("font-size", 11)
        .add(Title::new(format!("{case}, {title}")))
        .add(fades())
        .add(rectangle(0.0, 0.0, WIDTH, HEIGHT, "#ffffff"))
        .add(
            words(MARGIN, MARGIN + 18.0, title)
                .set("font-size", 22)
                .set("font-weight", 600),
        )
        .add(weak(words(right, MARGIN + 14.0, case)).set("text-anchor", "end"))
        .add(weak(words(MARGIN, MARGIN + 38.0, shown.join(" · "))))
}

/// Which layers are shown, in words, where it is not the usual.
#[must_use]
pub fn layers(filter: &CalendarFilter) -> Option<&'static str> {
    let key = match (filter.observed, filter.reports) {
        (true, Reports::Otherwise) => return None,
        (true, Reports::Hidden) => "calendar-layers-observed",
        (true, Reports::All) => "calendar-layers-all",
        (false, Reports::Hidden) => "calendar-layers-none",
        (false, Reports::Otherwise) => "calendar-layers-otherwise",
        (false, Reports::All) => "calendar-layers-reports",
    };
    Some(t(key))
}

fn weak(text: Text) -> Text {
    text.set("fill", WEAK)
}

/// What an entry is filled with whose days are not known exactly: it fades where it may have begun or ended.
fn fades() -> Definitions {
    let mut all = Definitions::new();
    for (name, left, right) in [("between", 0.0, 0.0), ("until", 0.28, 0.0), ("from", 0.0, 0.28)] {
        let mut fade = LinearGradient::new().set("id", name);
        for (offset, opacity) in [(0.0, left), (0.3, 0.28), (0.7, 0.28), (1.0, right)] {
            let stop = Stop::new().set("offset", offset).set("stop-color", INK);
            fade = fade.add(stop.set("stop-opacity", opacity));
        }
        all = all.add(fade);
    }
    all
}

#[cfg(test)]
mod tests;
