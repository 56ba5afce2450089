//! In which country a position is, as the source of the outlines draws them: said only where the outlines leave no doubt.

use super::{Country, Outlines, UNIT, index};

/// The outlines are off by less than this many metres: they are drawn for 1 : 10,000,000 and simplified to 0.003°.
pub const OFF_M: f64 = 5_000.0;

/// Metres for a degree of latitude, about.
const DEGREE_M: f64 = 111_320.0;

impl Outlines {
    /// The country in which the position (degrees north and east) is. `None` on the sea, and within [`OFF_M`] of a
    /// second country or inside of one that lies within another, where the outlines could be wrong.
    #[must_use]
    pub fn country_at(&self, position: (f64, f64)) -> Option<&Country> {
        let mut found = None;
        for country in &self.countries {
            let is_near = country.lands.iter().any(|land| self.is_near(land, position));
            if is_near && found.replace(country).is_some() {
                return None;
            }
        }
        found.filter(|country| country.is_named)
    }

    /// Whether the position is inside a piece of land or within [`OFF_M`] of its edge.
    fn is_near(&self, land: &[i32], (latitude, longitude): (f64, f64)) -> bool {
        let mut edge: Vec<(f64, f64)> = Vec::new();
        let mut turn = 0.0;
        for arc in land {
            let points = &self.arcs[index(*arc)].points;
            let degrees = |point: &(i32, i32)| (f64::from(point.0) * UNIT, f64::from(point.1) * UNIT);
            let mut add = |point: (f64, f64)| {
                // An arc may begin on the other side of the antimeridian.
                if let Some(last) = edge.last() {
                    turn = ((last.0 - point.0) / 360.0).round() * 360.0;
                }
                edge.push((point.0 + turn, point.1));
            };
            if *arc >= 0 {
                points.iter().map(degrees).for_each(&mut add);
            } else {
                points.iter().rev().map(degrees).for_each(&mut add);
            }
        }
        let (west, east) = edge.iter().fold((f64::MAX, f64::MIN), |(west, east), point| {
            (west.min(point.0), east.max(point.0))
        });
        if let (true, Some(first), Some(last)) = (east - west > 359.0, edge.first(), edge.last()) {
            // A piece all around the pole is closed along it.
            let pole = if first.1 < 0.0 { -90.0 } else { 90.0 };
            let (first, last) = (*first, *last);
            edge.extend([(last.0, pole), (first.0, pole)]);
        }
        [-360.0, 0.0, 360.0].iter().any(|turn| {
            let at = (longitude + turn, latitude);
            let margin = OFF_M / (DEGREE_M * latitude.to_radians().cos().max(0.01));
            at.0 >= west - margin && at.0 <= east + margin && (is_inside(&edge, at) || is_by(&edge, at))
        })
    }
}

/// Whether the point is inside the edge: a line from it to the east crosses the edge an odd number of times.
fn is_inside(edge: &[(f64, f64)], at: (f64, f64)) -> bool {
    let mut is_inside = false;
    for (one, other) in sides(edge) {
        if (one.1 > at.1) != (other.1 > at.1) {
            let crossing = one.0 + (at.1 - one.1) / (other.1 - one.1) * (other.0 - one.0);
            is_inside ^= at.0 < crossing;
        }
    }
    is_inside
}

/// Whether the point is within [`OFF_M`] of the edge, on a plane around it.
fn is_by(edge: &[(f64, f64)], at: (f64, f64)) -> bool {
    let across = DEGREE_M * at.1.to_radians().cos();
    let metres = |point: (f64, f64)| ((point.0 - at.0) * across, (point.1 - at.1) * DEGREE_M);
    sides(edge).any(|(one, other)| {
        let (one, other) = (metres(one), metres(other));
        let along = (other.0 - one.0, other.1 - one.1);
        let length = along.0.hypot(along.1);
        let part = if length > 0.0 {
            (-(one.0 * along.0 + one.1 * along.1) / (length * length)).clamp(0.0, 1.0)
        } else {
            0.0
        };
        (one.0 + part * along.0).hypot(one.1 + part * along.1) <= OFF_M
    })
}

fn sides(edge: &[(f64, f64)]) -> impl Iterator<Item = ((f64, f64), (f64, f64))> {
    let next = edge.iter().cycle().skip(1);
    edge.iter().copied().zip(next.copied())
}

#[cfg(test)]
mod tests {
    use super::super::shared;
    use crate::text::Language;

    #[test]
    fn a_country_is_said_where_there_is_no_doubt() {
        let at = |latitude, longitude| {
            shared()
                .country_at((latitude, longitude))
                .map(|country| country.name(Language::English))
        };
        assert_eq!(at(50.45, 30.52), Some("Ukraine"));
        assert_eq!(at(45.0, 34.1), Some("Ukraine"));
        assert_eq!(at(39.03, 125.75), Some("North Korea"));
        assert_eq!(at(-33.87, 151.1), Some("Australia"));
        // Beyond the antimeridian, and by a coast.
        assert_eq!(at(67.0, -175.5), Some("Russia"));
        assert_eq!(at(46.48, 30.74), Some("Ukraine"));
        // On the sea, at borders, and where one country lies within another.
        assert_eq!(at(43.0, 34.0), None);
        assert_eq!(at(50.31, 36.86), None);
        assert_eq!(at(-29.5, 28.3), None);
        assert_eq!(at(43.94, 12.46), None);
    }
}
