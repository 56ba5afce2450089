//! Base maps in a figure: their tiles as one picture, the names on them, and who made them.

use base64::Engine as _;
use svg::node::element::{Group, Image};

use super::figure::{WEAK, at, round, words};
use crate::basemap::Mosaic;
use crate::model::place::mercator::{Camera, Spot};
use crate::text::{t, tf};

/// At most so many names are looked at.
const NAMES: usize = 400;

/// Whether a place lies under the tiles.
pub(super) fn covers(mosaic: &Mosaic, (x, y): Spot) -> bool {
    let bounds = mosaic.bounds;
    (bounds.min.0..bounds.max.0).contains(&x) && (bounds.min.1..bounds.max.1).contains(&y)
}

/// Who made what is below the strikes; the outlines are named only where nothing lies over them.
pub(super) fn sources(base: &[(Mosaic, f64)]) -> String {
    let line = |(mosaic, _): &(Mosaic, f64)| {
        let (name, by) = (&mosaic.facts.name, &mosaic.facts.attribution);
        if by.is_empty() {
            return tf("basemap-shown", &[("name", name.as_str().into())]);
        }
        let what = [
            ("name", name.as_str().into()),
            ("attribution", by.as_str().into()),
        ];
        tf("basemap-shown-by", &what)
    };
    let lines: Vec<String> = base.iter().map(line).collect();
    if lines.is_empty() {
        return t("map-sources").to_owned();
    }
    let outlines = tf("basemap-outlines", &[("sources", t("map-sources-short").into())]);
    lines
        .into_iter()
        .chain([outlines])
        .collect::<Vec<_>>()
        .join(" · ")
}

/// The tiles of a base map and the names on them.
pub(super) fn tiles(camera: &Camera, mosaic: &Mosaic, opacity: f64) -> Group {
    let (left, top) = at(camera, mosaic.bounds.min);
    let (right, bottom) = at(camera, mosaic.bounds.max);
    let data = base64::engine::general_purpose::STANDARD.encode(&mosaic.png);
    let picture = Image::new()
        .set("x", round(left))
        .set("y", round(top))
        .set("width", round(right - left))
        .set("height", round(bottom - top))
        .set("preserveAspectRatio", "none")
        .set("opacity", opacity)
        .set("href", format!("data:image/png;base64,{data}"));
    let (mut group, mut taken) = (Group::new().add(picture), Vec::new());
    for name in mosaic.names.iter().take(NAMES) {
        let (x, y) = at(camera, name.at);
        // About as wide as its letters are; a name of its own room is worth more than one more name.
        let half = (name.text.chars().count() as f64 * 3.4 + 6.0, 9.0);
        let is_free = taken
            .iter()
            .all(|((other_x, other_y), other): &((f64, f64), (f64, f64))| {
                (x - other_x).abs() > half.0 + other.0 || (y - other_y).abs() > half.1 + other.1
            });
        if !is_free {
            continue;
        }
        taken.push(((x, y), half));
        let weight = if name.is_area || name.rank < 300 { 600 } else { 400 };
        let text = words(x, y + 4.0, name.text.as_str())
            .set("text-anchor", "middle")
            .set("font-size", 11)
            .set("font-weight", weight);
        // First its edge in the colour of paper, so that lines below do not cross it out.
        let edge = text
            .clone()
            .set("fill", "#ffffff")
            .set("stroke", "#ffffff")
            .set("stroke-width", 3);
        group = group.add(edge).add(text.set("fill", WEAK));
    }
    group
}
