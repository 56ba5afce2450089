//! How a place is drawn: a point with the circle in which it lies, or the sector that its words tell. What is known as a
//! circle or a sector is never drawn as a point.

use crate::model::place::Position;
use crate::model::place::geodesic::measure;
use crate::model::place::mercator::{Spot, circle, project, unrolled};
use crate::model::place::sector::{Located, Sector};

/// What a place looks like on a map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shape {
    /// A point whose radius nobody stated, which is not the same as an exact one.
    NotStated,
    /// A circle of so many metres.
    Circle(f64),
    /// A part of a ring around another place.
    Sector(Sector),
}

/// A place on a map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mark {
    /// Latitude and longitude of its middle.
    pub at: (f64, f64),
    /// What is known of it.
    pub shape: Shape,
}

impl Mark {
    /// The place of a record that states a position, tells a sector in words, or both. Words count where the position is the
    /// one that follows from them, or where there is none: a person may have found a better one.
    #[must_use]
    pub fn new(position: Option<Position>, told: Option<&Located>) -> Option<Self> {
        let sector = told.map(|told| told.sector);
        let Some(position) = position else {
            let sector = sector?;
            let (latitude, longitude, _) = sector.circle();
            return Some(Self {
                at: (latitude, longitude),
                shape: Shape::Sector(sector),
            });
        };
        let at = (position.latitude, position.longitude);
        let follows = sector.filter(|sector| {
            let (latitude, longitude, radius) = sector.circle();
            let is_same = |one: f64, other: f64| (one - other).abs() <= radius * 0.02;
            measure(at, (latitude, longitude)).0 <= radius * 0.02
                && position.radius_m.is_none_or(|stated| is_same(stated, radius))
        });
        let shape = match (follows, position.radius_m) {
            (Some(sector), _) => Shape::Sector(sector),
            (None, Some(radius)) => Shape::Circle(radius),
            (None, None) => Shape::NotStated,
        };
        Some(Self { at, shape })
    }

    /// Where its middle is on the square.
    #[must_use]
    pub fn spot(&self) -> Spot {
        project(self.at)
    }

    /// The edge of the place on the square, near [`Mark::spot`]; `None` for a point.
    #[must_use]
    pub fn edge(&self) -> Option<Vec<Spot>> {
        match self.shape {
            Shape::NotStated => None,
            Shape::Circle(radius) => (radius > 0.0).then(|| circle(self.at, radius)),
            Shape::Sector(sector) => {
                let edge = unrolled(sector.edge());
                let turn = edge.first().map_or(0.0, |spot| (self.spot().0 - spot.0).round());
                Some(edge.into_iter().map(|(x, y)| (x + turn, y)).collect())
            }
        }
    }

    /// Metres from its middle within which it lies, if that is known.
    #[must_use]
    pub fn reach(&self) -> Option<f64> {
        match self.shape {
            Shape::NotStated => None,
            Shape::Circle(radius) => Some(radius),
            Shape::Sector(sector) => Some(sector.circle().2),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::place::sector::{Anchor, locate, told};

    fn north_of_kyiv() -> Located {
        let told = told("20 km north of Kyiv").unwrap();
        let kyiv = |_: &str| {
            vec![Anchor {
                name: "Kyiv".to_owned(),
                point: (50.45, 30.52),
                radius_m: None,
                weight: 1,
            }]
        };
        locate(&told, &kyiv).unwrap()
    }

    #[test]
    fn a_place_that_is_told_as_a_sector_is_one() {
        let located = north_of_kyiv();
        let by_words = Mark::new(None, Some(&located)).unwrap();
        assert_eq!(by_words.shape, Shape::Sector(located.sector));
        assert!(by_words.at.0 > 50.5);
        let (latitude, longitude, radius) = located.sector.circle();
        let stored = Position {
            latitude,
            longitude,
            radius_m: Some(radius),
        };
        assert_eq!(Mark::new(Some(stored), Some(&located)), Some(by_words));
        assert!(by_words.edge().unwrap().len() > 30);
    }

    #[test]
    fn a_better_position_counts_more_than_the_words() {
        let better = Position {
            latitude: 50.6,
            longitude: 30.5,
            radius_m: Some(200.0),
        };
        let mark = Mark::new(Some(better), Some(&north_of_kyiv())).unwrap();
        assert_eq!((mark.shape, mark.reach()), (Shape::Circle(200.0), Some(200.0)));
        let point = Mark::new(
            Some(Position {
                radius_m: None,
                ..better
            }),
            None,
        )
        .unwrap();
        assert_eq!((point.shape, point.edge()), (Shape::NotStated, None));
        assert_eq!(Mark::new(None, None), None);
    }
}
