//! Tracks in the GPX format ([GPX 1.1](https://www.topografix.com/GPX/1/1/)), as receivers and phones write them.

use crate::model::track::{Track, TrackPoint};
use crate::text::{t, tf};

/// Reads the points that have a time. GPX states times in UTC.
///
/// # Errors
/// When it is no GPX, or no point of it has a time.
pub fn track(text: &str) -> Result<Track, String> {
    let document = roxmltree::Document::parse(text)
        .map_err(|error| tf("gpx-unreadable", &[("reason", error.to_string().into())]))?;
    if document.root_element().tag_name().name() != "gpx" {
        return Err(t("gpx-none").to_owned());
    }
    let points = document
        .descendants()
        .filter(|node| node.tag_name().name() == "trkpt")
        .filter_map(|node| {
            let time = node.children().find(|child| child.tag_name().name() == "time")?;
            Some(TrackPoint {
                at: time.text()?.trim().parse().ok()?,
                latitude: node.attribute("lat")?.parse().ok()?,
                longitude: node.attribute("lon")?.parse().ok()?,
            })
        });
    let track = Track::new(points.collect());
    if track.is_empty() {
        return Err(t("gpx-no-points").to_owned());
    }
    Ok(track)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_with_a_time_are_read() {
        let gpx = r#"<?xml version="1.0"?>
            <gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>
            <trkpt lat="50.45" lon="30.52"><ele>120</ele><time>2024-08-18T06:00:00Z</time></trkpt>
            <trkpt lat="50.46" lon="30.53"/>
            </trkseg></trk></gpx>"#;
        assert_eq!(track(gpx).unwrap().len(), 1);
    }

    #[test]
    fn what_is_no_track_says_so() {
        assert_eq!(track("<kml/>").unwrap_err(), t("gpx-none"));
        assert_eq!(track("<gpx/>").unwrap_err(), t("gpx-no-points"));
        assert!(track("not XML").is_err());
    }
}
