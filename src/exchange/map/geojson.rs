//! Strikes as a collection of features: a point with its radius, or the polygon of a sector.

use serde_json::{Value, json};

use crate::analysis::map::marks::Shape;
use crate::case::MapStrike;
use crate::model::place::sector::Sector;

/// The strikes as a FeatureCollection; those without a place have no geometry.
///
/// `radius_m` is the radius in metres within which the true place lies; `null` says that none is stated, not that the point is
/// exact. `occurred` and `reported` are EDTF, `earliest` and `latest` the days between which it was.
#[must_use]
pub fn geojson(strikes: &[MapStrike]) -> Value {
    let features: Vec<Value> = strikes.iter().map(feature).collect();
    json!({ "type": "FeatureCollection", "features": features })
}

fn feature(strike: &MapStrike) -> Value {
    let (geometry, shape) = match strike.mark {
        None => (Value::Null, Value::Null),
        Some(mark) => match mark.shape {
            Shape::Sector(sector) => (polygon(&sector), json!("sector")),
            Shape::Circle(_) | Shape::NotStated => (point(mark.at), json!("circle")),
        },
    };
    json!({
        "type": "Feature",
        "id": strike.id.to_string(),
        "geometry": geometry,
        "properties": {
            "title": strike.title,
            "place_name": strike.place_name,
            "shape": shape,
            "radius_m": strike.mark.and_then(|mark| mark.reach()),
            "occurred": strike.occurred,
            "reported": strike.reported,
            "basis": strike.days.map(|_| if strike.reported_only { "reported_on" } else { "observed" }),
            "earliest": strike.days.map(|days| days.earliest()),
            "latest": strike.days.map(|days| days.latest()),
            "tags": strike.tags,
        },
    })
}

fn point((latitude, longitude): (f64, f64)) -> Value {
    json!({ "type": "Point", "coordinates": [longitude, latitude] })
}

/// The ring runs counter-clockwise (RFC 7946, section 3.1.6), and past 180° where it crosses the antimeridian.
fn polygon(sector: &Sector) -> Value {
    let mut before = sector.from.1;
    let mut ring: Vec<[f64; 2]> = sector
        .edge()
        .into_iter()
        .map(|(latitude, longitude)| {
            before = longitude + ((before - longitude) / 360.0).round() * 360.0;
            [before, latitude]
        })
        .collect();
    ring.reverse();
    ring.extend(ring.first().copied());
    json!({ "type": "Polygon", "coordinates": [ring] })
}
