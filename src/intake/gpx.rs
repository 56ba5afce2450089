//! Tracks in the GPX format ([GPX 1.1](https://www.topografix.com/GPX/1/1/)), as receivers and phones write them.

use std::path::Path;

use crate::model::id::PhotoId;
use crate::model::record::Fields;
use crate::model::track::{OnTrack, Track, TrackPoint};
use crate::model::{Change, Photo};
use crate::text::{t, tf};

/// Reads the track in a file.
///
/// # Errors
/// When it can't be read, is no GPX, or no point of it has a time.
pub fn track_in(file: &Path) -> Result<Track, String> {
    let text = std::fs::read_to_string(file)
        .map_err(|error| tf("read-failed", &[("reason", error.to_string().into())]))?;
    track(&text)
}

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

/// Where a track puts some photos.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Placed {
    /// Those that it puts somewhere.
    pub photos: Vec<(PhotoId, OnTrack)>,
    /// How many have a time, but no offset from UTC: they can't be compared with a track.
    pub without_offset: usize,
    /// How many were taken when the track had no point near enough.
    pub away: usize,
    /// How many have a position already, or no time.
    pub passed_over: usize,
}

impl Placed {
    /// Where `track` puts `photos` that have no position, by their corrected time. Photos that state no offset from UTC
    /// get `offset`; the nearest point may be `within_s` seconds away.
    #[must_use]
    pub fn by(track: &Track, photos: &[Photo], offset: Option<&str>, within_s: i64) -> Self {
        let mut placed = Self::default();
        for photo in photos {
            let (Some(taken), None) = (photo.taken(), photo.position()) else {
                placed.passed_over += 1;
                continue;
            };
            // A local time with its offset is a moment (RFC 3339).
            let at = photo
                .offset()
                .or(offset)
                .map(|offset| format!("{taken}{offset}").parse());
            match at {
                None | Some(Err(_)) => placed.without_offset += 1,
                Some(Ok(at)) => match track.at(at, within_s) {
                    Some(place) => placed.photos.push((photo.id, place)),
                    None => placed.away += 1,
                },
            }
        }
        placed
    }

    /// The changes that give the photos these positions, with the track's file as what they rest on.
    pub fn changes(&self, file: &Path) -> impl Iterator<Item = Change> {
        let name = file
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        self.photos.iter().map(move |(photo, place)| {
            let facts = [("track", name.as_str().into()), ("seconds", place.away_s.into())];
            let mut fields = Fields::new();
            fields.insert("placed_latitude".to_owned(), place.latitude.into());
            fields.insert("placed_longitude".to_owned(), place.longitude.into());
            fields.insert("placed_basis".to_owned(), tf("place-basis", &facts).into());
            Change::Edit {
                record: (*photo).into(),
                fields,
            }
        })
    }
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
    fn photos_are_placed_by_the_time_and_the_offset_that_they_state() {
        let at = "2024-08-18T06:00:00Z".parse().unwrap();
        let (latitude, longitude) = (50.45, 30.52);
        let track = Track::new(vec![TrackPoint {
            at,
            latitude,
            longitude,
        }]);
        let photo = |captured: Option<&str>, offset: Option<&str>| Photo {
            captured: captured.map(str::to_owned),
            captured_offset: offset.map(str::to_owned),
            ..Photo::default()
        };
        let photos = [
            photo(Some("2024-08-18T09:00:30"), Some("+03:00")),
            photo(Some("2024-08-18T09:00:30"), None),
            photo(Some("2024-08-18T06:00:30"), Some("+03:00")),
            photo(None, None),
            Photo {
                latitude: Some(1.0),
                longitude: Some(2.0),
                ..photo(Some("2024-08-18T09:00:30"), Some("+03:00"))
            },
        ];
        let placed = Placed::by(&track, &photos, None, 60);
        assert_eq!(placed.photos.len(), 1);
        assert_eq!(
            (placed.photos[0].0, placed.photos[0].1.away_s),
            (photos[0].id, 30)
        );
        assert_eq!(
            (placed.without_offset, placed.away, placed.passed_over),
            (1, 1, 2)
        );
        assert_eq!(placed.changes(Path::new("/x/walk.gpx")).count(), 1);
        assert_eq!(Placed::by(&track, &photos, Some("+03:00"), 60).photos.len(), 2);
    }

    #[test]
    fn what_is_no_track_says_so() {
        assert_eq!(track("<kml/>").unwrap_err(), t("gpx-none"));
        assert_eq!(track("<gpx/>").unwrap_err(), t("gpx-no-points"));
        assert!(track("not XML").is_err());
    }
}
