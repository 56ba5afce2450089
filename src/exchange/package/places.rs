//! Places as GeoJSON ([RFC 7946](https://www.rfc-editor.org/rfc/rfc7946)): longitude first, WGS 84, and how far off each
//! may be as a property, because a point says nothing of that.

use serde_json::{Value, json};

use crate::model::record::Record;

/// With what the file begins.
pub(super) const HEAD: &str = "{\"type\":\"FeatureCollection\",\"features\":[\n";
/// With what it ends.
pub(super) const TAIL: &str = "\n]}\n";

/// Degrees with seven decimals at most, which is a centimetre on the ground.
fn degrees(value: f64) -> f64 {
    (value * 1e7).round() / 1e7
}

/// What is said of a place beside where it is.
struct About<'a> {
    at: (f64, f64),
    radius_m: Option<f64>,
    title: &'a str,
    place_name: Option<&'a str>,
    date: Option<String>,
    basis: &'a str,
}

/// A strike, component or photo with a place as a feature; `None` for what has none.
pub(super) fn feature(record: &Record) -> Option<Value> {
    let about = match record {
        Record::Strike(strike) => About {
            at: strike.latitude.zip(strike.longitude)?,
            radius_m: strike.radius_m,
            title: &strike.title,
            place_name: strike.place_name.as_deref(),
            date: strike.occurred.as_ref().map(ToString::to_string),
            basis: "stated",
        },
        Record::Component(component) => About {
            at: component.latitude.zip(component.longitude)?,
            radius_m: component.radius_m,
            title: &component.title,
            place_name: component.place_name.as_deref(),
            date: component.recovered.as_ref().map(ToString::to_string),
            basis: "stated",
        },
        Record::Photo(photo) => About {
            at: photo.position()?,
            radius_m: None,
            title: &photo.file_name,
            place_name: None,
            date: photo.taken(),
            basis: match photo.placed_latitude.zip(photo.placed_longitude) {
                Some(_) => "placed afterwards",
                None => "file",
            },
        },
        _ => return None,
    };
    let name = record.record_ref();
    Some(json!({
        "type": "Feature",
        "id": name.id,
        "geometry": {
            "type": "Point",
            "coordinates": [degrees(about.at.1), degrees(about.at.0)],
        },
        "properties": {
            "kind": name.kind.word(),
            "id": name.id,
            "title": about.title,
            "place_name": about.place_name,
            "radius_m": about.radius_m,
            "uncertainty": match about.radius_m {
                Some(_) => "the true place lies within radius_m of the point",
                None => "not stated: the point is not to be taken for exact",
            },
            "basis": about.basis,
            "date": about.date,
        },
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Photo, Strike};

    #[test]
    fn longitude_comes_first_and_an_unknown_radius_is_said() {
        let strike = Strike {
            latitude: Some(50.123_456_789),
            longitude: Some(-30.5),
            ..Strike::default()
        };
        let feature = feature(&strike.into()).unwrap();
        assert_eq!(feature["geometry"]["coordinates"], json!([-30.5, 50.123_456_8]));
        assert!(feature["properties"]["radius_m"].is_null());
        let said = feature["properties"]["uncertainty"].as_str().unwrap();
        assert!(said.starts_with("not stated"));
    }

    #[test]
    fn what_has_no_place_is_no_feature() {
        assert!(feature(&Strike::default().into()).is_none());
        let half = Photo {
            latitude: Some(1.0),
            ..Photo::default()
        };
        assert!(feature(&half.into()).is_none());
    }
}
