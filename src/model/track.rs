//! A track of a receiver, and where it was at a moment: photos without a position can be placed by their time.

use jiff::Timestamp;

/// A point of a track.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TrackPoint {
    /// When.
    pub at: Timestamp,
    /// Degrees north, WGS 84.
    pub latitude: f64,
    /// Degrees east, WGS 84.
    pub longitude: f64,
}

/// Where a receiver was, in the order of time.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Track(Vec<TrackPoint>);

/// A place that a track gives for a moment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OnTrack {
    /// Degrees north, WGS 84.
    pub latitude: f64,
    /// Degrees east, WGS 84.
    pub longitude: f64,
    /// Seconds to the nearest recorded point.
    pub away_s: i64,
}

impl Track {
    /// The track of these points, in whatever order they are; points outside of the Earth are left out.
    #[must_use]
    pub fn new(mut points: Vec<TrackPoint>) -> Self {
        points.retain(|point| {
            (-90.0..=90.0).contains(&point.latitude) && (-180.0..=180.0).contains(&point.longitude)
        });
        points.sort_by_key(|point| point.at);
        Self(points)
    }

    /// How many points it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Where the receiver was at `at`: between the two points around it, if the nearer of them is at most `within_s`
    /// seconds away. Nothing is said of the time before the first and after the last point beyond that.
    #[must_use]
    pub fn at(&self, at: Timestamp, within_s: i64) -> Option<OnTrack> {
        let next = self.0.partition_point(|point| point.at < at);
        let after = self.0.get(next);
        let before = next.checked_sub(1).and_then(|before| self.0.get(before));
        let away = |point: &TrackPoint| point.at.duration_since(at).abs().as_secs();
        let away_s = before.into_iter().chain(after).map(away).min()?;
        if away_s > within_s {
            return None;
        }
        let (from, to) = (before.or(after)?, after.or(before)?);
        let whole = to.at.duration_since(from.at).as_secs_f64();
        let part = if whole > 0.0 {
            (at.duration_since(from.at).as_secs_f64() / whole).clamp(0.0, 1.0)
        } else {
            0.0
        };
        // Across the date line the shorter way round is meant.
        let mut east = to.longitude - from.longitude;
        if east.abs() > 180.0 {
            east -= 360.0 * east.signum();
        }
        let longitude = (from.longitude + east * part + 540.0).rem_euclid(360.0) - 180.0;
        Some(OnTrack {
            latitude: from.latitude + (to.latitude - from.latitude) * part,
            longitude,
            away_s,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(at: &str, latitude: f64, longitude: f64) -> TrackPoint {
        TrackPoint {
            at: at.parse().unwrap(),
            latitude,
            longitude,
        }
    }

    fn track() -> Track {
        Track::new(vec![
            point("2024-08-18T06:10:00Z", 50.1, 30.2),
            point("2024-08-18T06:00:00Z", 50.0, 30.0),
            point("2024-08-18T06:00:00Z", 95.0, 30.0),
        ])
    }

    #[test]
    fn a_moment_between_two_points_lies_between_them() {
        let place = track().at("2024-08-18T06:02:30Z".parse().unwrap(), 600).unwrap();
        assert!((place.latitude - 50.025).abs() < 1e-9);
        assert!((place.longitude - 30.05).abs() < 1e-9);
        assert_eq!(place.away_s, 150);
    }

    #[test]
    fn nothing_is_said_far_from_every_point() {
        let at = |text: &str, within| track().at(text.parse().unwrap(), within);
        assert!(at("2024-08-18T06:05:00Z", 60).is_none(), "a gap in the track");
        assert!(at("2024-08-18T07:00:00Z", 600).is_none());
        let end = at("2024-08-18T06:12:00Z", 600).unwrap();
        assert!((end.latitude - 50.1).abs() < 1e-9, "the last point stands");
        assert!(
            Track::default()
                .at("2024-08-18T06:00:00Z".parse().unwrap(), 600)
                .is_none()
        );
    }

    #[test]
    fn the_date_line_is_crossed_the_short_way() {
        let track = Track::new(vec![
            point("2024-08-18T06:00:00Z", 0.0, 179.0),
            point("2024-08-18T06:10:00Z", 0.0, -179.0),
        ]);
        let place = track.at("2024-08-18T06:07:30Z".parse().unwrap(), 600).unwrap();
        assert!((place.longitude - -179.5).abs() < 1e-9, "{place:?}");
    }
}
