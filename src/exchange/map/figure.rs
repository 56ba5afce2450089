//! The figure: outlines, names, strikes as exactly as they are known, a legend, a bar of a known length, and the sources.

use std::fmt::Write as _;

use svg::Document;

use svg::node::element::{Circle, ClipPath, Definitions, Group, Line, Path, Rectangle, Text, Title};

use super::super::chart;
use super::super::page::{self, Room};
use super::base::{sources, tiles};
use super::length;
use super::signs::{names, strikes};
use crate::basemap::style::PAPER;
use crate::basemap::{BaseMap, Mosaic, Reason, mosaic};
use crate::case::MapStrike;
use crate::model::place::mercator::{Bounds, Camera, Spot};
use crate::model::place::outlines;
use crate::model::when::Interval;
use crate::text::date::{self, Length};
use crate::text::{self, t, tf};

/// Room above and below the map.
const HEAD: f64 = 64.0;
const FOOT: f64 = 72.0;
pub(super) const MARGIN: f64 = 16.0;
/// Of a bare figure: the room of its edge, and of the legend below it.
const EDGE: f64 = 1.0;
const LEGEND: f64 = 40.0;
pub(super) const INK: &str = "#0b6e6e";
pub(super) const WEAK: &str = "#555555";

/// What is drawn.
#[derive(Debug, Clone)]
pub struct Figure {
    /// What the case is called.
    pub title: String,
    /// The strikes of the window with a place.
    pub(super) strikes: Vec<MapStrike>,
    /// How many of its strikes have none.
    placeless: usize,
    /// Only what may have been on these days.
    window: Option<Interval>,
    /// Width and height in units of the drawing.
    pub size: (f64, f64),
    /// What is drawn below the strikes, the lowest first, each with its opacity from 0 to 1.
    base: Vec<(Mosaic, f64)>,
    /// Without title and sources, for a document that says them.
    is_bare: bool,
}

impl Figure {
    /// The figure of a case's strikes; with a window, of those that may have been on its days.
    #[must_use]
    pub fn new(title: String, strikes: Vec<MapStrike>, window: Option<Interval>) -> Self {
        let (placed, others): (Vec<_>, Vec<_>) = strikes
            .into_iter()
            .filter(|strike| is_in(strike, window))
            .partition(|strike| strike.mark.is_some());
        Self {
            title,
            strikes: placed,
            placeless: others.len(),
            window,
            size: (1200.0, 800.0),
            base: Vec::new(),
            is_bare: false,
        }
    }

    /// The same for a document, which says in words of its own what the figure is of, what is not on it and who made the
    /// outlines.
    #[must_use]
    pub fn bare(mut self, room: Room) -> Self {
        self.size = (
            room.width + 2.0 * MARGIN - 2.0 * EDGE,
            room.height + HEAD + FOOT - LEGEND - EDGE,
        );
        self.is_bare = true;
        self
    }

    /// How many strikes are on it.
    #[must_use]
    pub fn shown(&self) -> usize {
        self.strikes.len()
    }

    /// How many have no place, and are not on it.
    #[must_use]
    pub fn placeless(&self) -> usize {
        self.placeless
    }

    /// Lays a base map below the strikes. Gives how many of its tiles can't be read, or `None` when it has none in this area.
    ///
    /// # Errors
    /// When its file can't be read.
    pub fn lay(&mut self, map: &mut BaseMap, opacity: f64) -> Result<Option<usize>, Reason> {
        let camera = self.camera();
        let language = text::language().code();
        let mosaic = mosaic(map, camera.bounds(), camera.zoom, &PAPER, language)?;
        let damaged = mosaic.as_ref().map(|mosaic| mosaic.damaged);
        self.base.extend(mosaic.map(|mosaic| (mosaic, opacity)));
        Ok(damaged)
    }

    fn camera(&self) -> Camera {
        let mut camera = Camera {
            middle: (0.5, 0.4),
            zoom: 1.5,
            size: (
                (self.size.0 - 2.0 * MARGIN).max(64.0),
                (self.size.1 - HEAD - FOOT).max(64.0),
            ),
        };
        // Of very many the places are enough: what they reach changes nothing then.
        let edges = self
            .strikes
            .iter()
            .take(500)
            .filter_map(|strike| strike.mark?.edge())
            .flatten();
        let spots = self.strikes.iter().filter_map(|strike| Some(strike.mark?.spot()));
        if let Some(bounds) = Bounds::around(spots.chain(edges)) {
            camera.fit(bounds, 60.0, 11.0);
        }
        camera.settle();
        camera
    }
}

/// Whether a strike may have been on the days of the window; one without a day counts only without a window.
#[must_use]
pub fn is_in(strike: &MapStrike, window: Option<Interval>) -> bool {
    window.is_none_or(|window| strike.days.is_some_and(|days| days.overlap(&window).is_some()))
}

/// The figure as SVG. The same figure gives the same bytes.
#[must_use]
pub fn svg(figure: &Figure) -> String {
    let (width, height) = figure.size;
    let camera = figure.camera();
    let map = (MARGIN, HEAD, camera.size.0, camera.size.1);
    let (signs, labels) = strikes(figure, &camera);
    let clip = ClipPath::new().set("id", "map").add(rectangle(map, "#000000"));
    let drawn = Group::new()
        .set("clip-path", "url(#map)")
        .add(rectangle(map, "#eef2f3"))
        .add(ground(&camera))
        .add(names(&camera, &figure.base, &labels));
    let drawn = figure
        .base
        .iter()
        .fold(drawn, |drawn, (mosaic, opacity)| {
            drawn.add(tiles(&camera, mosaic, *opacity))
        })
        .add(signs)
        .add(bar(&camera, map.1 + map.3));
    let view = if figure.is_bare {
        let (width, height) = (map.2 + 2.0 * EDGE, map.3 + EDGE + LEGEND);
        (map.0 - EDGE, map.1 - EDGE, width, height)
    } else {
        (0.0, 0.0, width, height)
    };
    let mut document = Document::new()
        .set("viewBox", view)
        .set("width", view.2)
        .set("height", view.3)
        .set("font-family", chart::FACE)
        .set("font-size", 13)
        .add(Title::new(figure.title.as_str()))
        .add(Definitions::new().add(clip))
        .add(rectangle(view, "#ffffff"))
        .add(drawn)
        .add(rectangle(map, "none").set("stroke", "#999999"))
        .add(legend(map.1 + map.3 + 24.0));
    if !figure.is_bare {
        document = document
            .add(
                words(MARGIN, 28.0, figure.title.as_str())
                    .set("font-size", 20)
                    .set("font-weight", 600),
            )
            .add(words(MARGIN, 50.0, subtitle(figure)).set("fill", WEAK))
            .add(
                words(MARGIN, height - 14.0, sources(&figure.base))
                    .set("font-size", 11)
                    .set("fill", WEAK),
            );
    }
    format!("{document}\n")
}

fn subtitle(figure: &Figure) -> String {
    let days = match figure.window {
        Some(days) => date::days(days.earliest(), days.latest(), Length::Full),
        None => t("map-all-days").to_owned(),
    };
    let shown = tf("map-shown", &[("count", figure.strikes.len().into())]);
    let mut parts = vec![days, shown];
    if figure.placeless > 0 {
        parts.push(tf("map-placeless", &[("count", figure.placeless.into())]));
    }
    parts.join(" · ")
}

/// Where a place on the square is in the drawing.
pub(super) fn at(camera: &Camera, spot: Spot) -> (f64, f64) {
    let (x, y) = camera.on_view(spot);
    (x + MARGIN, y + HEAD)
}

pub(super) fn nearest(camera: &Camera, spot: Spot) -> (f64, f64) {
    let (x, y) = camera.nearest_on_view(spot);
    (x + MARGIN, y + HEAD)
}

fn ground(camera: &Camera) -> Group {
    let detail = outlines::detail(outlines::level(camera.zoom));
    let view = camera.bounds();
    let mut land = String::new();
    for piece in &detail.lands {
        for turn in view.turns(piece.bounds) {
            let (x, y) = piece.bounds.min;
            let corner = |place: u32| {
                let [right, down] = piece.points[place as usize];
                at(camera, (x + f64::from(right) + turn, y + f64::from(down)))
            };
            for triangle in piece.triangles.chunks_exact(3) {
                let corners = [corner(triangle[0]), corner(triangle[1]), corner(triangle[2])];
                path(&mut land, corners);
                land.push('Z');
            }
        }
    }
    let (mut coasts, mut borders) = (String::new(), String::new());
    for line in &detail.lines {
        for turn in view.turns(line.bounds) {
            let to = if line.is_border { &mut borders } else { &mut coasts };
            path(to, line.spots().map(|(x, y)| at(camera, (x + turn, y))));
        }
    }
    // Triangles that touch show a seam unless their edges are drawn as well.
    let land = Path::new()
        .set("d", land)
        .set("fill", "#ffffff")
        .set("stroke", "#ffffff")
        .set("stroke-width", 0.6);
    let line = |data: String| {
        Path::new()
            .set("d", data)
            .set("fill", "none")
            .set("stroke", "#8a9599")
            .set("stroke-width", 0.8)
    };
    Group::new()
        .add(land)
        .add(line(coasts))
        .add(line(borders).set("stroke-dasharray", "5 3"))
}

fn bar(camera: &Camera, bottom: f64) -> Group {
    let (metres, points) = camera.bar(160.0);
    let (left, y) = (MARGIN + 14.0, bottom - 14.0);
    let line = |x1: f64, y1: f64, x2: f64, y2: f64| {
        Line::new()
            .set("x1", round(x1))
            .set("y1", round(y1))
            .set("x2", round(x2))
            .set("y2", round(y2))
            .set("stroke", "#111111")
            .set("stroke-width", 1.5)
    };
    Group::new()
        .add(rectangle((left - 6.0, y - 14.0, points + 76.0, 22.0), "#ffffff").set("fill-opacity", 0.8))
        .add(line(left, y, left + points, y))
        .add(line(left, y, left, y - 5.0))
        .add(line(left + points, y, left + points, y - 5.0))
        .add(words(left + points + 8.0, y + 1.0, length(metres)).set("font-size", 12))
}

fn legend(y: f64) -> Group {
    let mut group = Group::new().set("font-size", 12);
    let mut x = MARGIN + 8.0;
    let circle = |x: f64, radius: f64| {
        Circle::new()
            .set("cx", round(x))
            .set("cy", y)
            .set("r", radius)
            .set("stroke", INK)
    };
    let samples = [
        (circle(x, 4.5).set("fill", INK), "map-legend-strike"),
        (
            circle(x, 4.5).set("fill", "#ffffff").set("stroke-width", 2),
            "map-legend-reported",
        ),
        (circle(x, 9.0).set("fill", "#dcebea"), "map-legend-area"),
    ];
    for (sign, key) in samples {
        let text = t(key);
        group = group
            .add(sign.set("cx", round(x)))
            .add(words(x + 16.0, y + 4.0, text));
        x += 16.0 + page::width(text, 12.0) + 32.0;
    }
    group
}

/// Adds a line to the data of a path.
pub(super) fn path(data: &mut String, points: impl IntoIterator<Item = (f64, f64)>) {
    for (nth, (x, y)) in points.into_iter().enumerate() {
        let letter = if nth == 0 { 'M' } else { 'L' };
        // Writing to a string never fails.
        let _ = write!(data, "{letter}{} {}", round(x), round(y));
    }
}

/// Tenths of a unit: finer than any eye, and short in the file.
pub(super) fn round(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

pub(super) fn words(x: f64, y: f64, text: impl Into<String>) -> Text {
    chart::words(round(x), round(y), text)
}

fn rectangle((x, y, width, height): (f64, f64, f64, f64), fill: &str) -> Rectangle {
    Rectangle::new()
        .set("x", round(x))
        .set("y", round(y))
        .set("width", round(width))
        .set("height", round(height))
        .set("fill", fill)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::map::marks::Mark;
    use crate::model::id::StrikeId;
    use crate::model::place::Position;
    use jiff::civil::date;

    fn strike(title: &str, at: Option<(f64, f64)>, day: Option<i8>) -> MapStrike {
        let position = at.map(|(latitude, longitude)| Position {
            latitude,
            longitude,
            radius_m: Some(5_000.0),
        });
        MapStrike {
            id: StrikeId::default(),
            title: title.to_owned(),
            mark: Mark::new(position, None),
            place_name: None,
            days: day.map(|day| Interval::day(date(2024, 8, day))),
            reported_only: false,
            occurred: day.map(|day| format!("2024-08-{day:02}")),
            reported: None,
            tags: Vec::new(),
        }
    }

    fn case() -> Vec<MapStrike> {
        vec![
            strike("A <b>&\"'", Some((50.45, 30.52)), Some(5)),
            strike("East", Some((49.99, 36.23)), Some(18)),
            strike("Nowhere", None, Some(18)),
            strike("Undated", Some((46.48, 30.73)), None),
        ]
    }

    #[test]
    fn the_figure_is_well_formed_and_says_what_is_on_it_whatever_a_title_holds() {
        let figure = Figure::new("Case".to_owned(), case(), None);
        let drawing = svg(&figure);
        let parsed = roxmltree::Document::parse(&drawing).unwrap();
        let texts: Vec<&str> = parsed
            .descendants()
            .filter(|node| node.has_tag_name("text"))
            .filter_map(|node| node.text().map(str::trim))
            .collect();
        for text in ["A <b>&\"'", "East", "Undated", t("map-sources")] {
            assert!(texts.contains(&text), "{text}: {texts:?}");
        }
        assert!(!texts.contains(&"Nowhere"));
        assert_eq!(drawing, svg(&figure), "the same figure gives the same bytes");
    }

    #[test]
    fn a_window_leaves_out_what_was_not_in_it() {
        let window = Some(Interval::day(date(2024, 8, 18)));
        let figure = Figure::new("Case".to_owned(), case(), window);
        assert_eq!((figure.strikes.len(), figure.placeless), (1, 1));
        assert_eq!(figure.strikes[0].title, "East");
        let empty = svg(&Figure::new(String::new(), Vec::new(), None));
        assert!(roxmltree::Document::parse(&empty).is_ok());
    }
}
