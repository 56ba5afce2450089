//! Web Mercator (EPSG:3857), the projection of most maps on a screen: the world is a square with its corner in the
//! north-west, x to the east and y to the south, each from 0 to 1. Angles are kept, so a small circle on the ground is one
//! on the map; lengths grow towards the poles, which lie outside. See OGC 17-083r4, annex D.

use std::f64::consts::PI;

use super::geodesic::{measure, travel};

/// The latitude at which the square ends, in degrees.
pub const LIMIT: f64 = 85.051_128_779_806_59;
/// Points of a screen that the world is wide at zoom 0.
pub const WORLD: f64 = 256.0;
/// The zooms that make sense: the world, and a house.
pub const ZOOMS: std::ops::RangeInclusive<f64> = 0.0..=19.0;

/// A place on the square.
pub type Spot = (f64, f64);

/// Where a latitude and a longitude in degrees lie on the square. What is beyond its edge in the north or south is put on it.
///
/// ```
/// use witnessmark::model::place::mercator::{project, unproject};
/// assert_eq!(project((0.0, 0.0)), (0.5, 0.5));
/// let (latitude, longitude) = unproject(project((50.45, 30.52)));
/// assert!((latitude - 50.45).abs() < 1e-12 && (longitude - 30.52).abs() < 1e-12);
/// ```
#[must_use]
pub fn project((latitude, longitude): (f64, f64)) -> Spot {
    let angle = latitude.clamp(-LIMIT, LIMIT).to_radians();
    let y = 0.5 - angle.sin().atanh() / (2.0 * PI);
    (longitude / 360.0 + 0.5, y.clamp(0.0, 1.0))
}

/// The latitude and longitude of a place on the square; one beside it is a turn around the world away.
#[must_use]
pub fn unproject((x, y): Spot) -> (f64, f64) {
    let latitude = (PI * (1.0 - 2.0 * y)).sinh().atan().to_degrees();
    let turned = x.rem_euclid(1.0);
    // `rem_euclid` makes 1 of the smallest negative numbers.
    let turned = if turned < 1.0 { turned } else { 0.0 };
    (latitude, (turned - 0.5) * 360.0)
}

/// The places on the square of a line, so that each is next to the one before: it may leave the square in the east or west.
#[must_use]
pub fn unrolled(line: impl IntoIterator<Item = (f64, f64)>) -> Vec<Spot> {
    let mut before: Option<f64> = None;
    line.into_iter()
        .map(|point| {
            let (x, y) = project(point);
            let x = before.map_or(x, |before| x + (before - x).round());
            before = Some(x);
            (x, y)
        })
        .collect()
}

/// The circle of `radius` metres on the ground around a point, as a closed line.
#[must_use]
pub fn circle(middle: (f64, f64), radius: f64) -> Vec<Spot> {
    const STEPS: u32 = 64;
    let line =
        unrolled((0..STEPS).map(|step| travel(middle, 360.0 * f64::from(step) / f64::from(STEPS), radius)));
    // It begins north of the middle, which may be over the pole on the other side of the world.
    let off = project(middle).0 - line.iter().map(|spot| spot.0).sum::<f64>() / f64::from(STEPS);
    line.into_iter().map(|(x, y)| (x + off.round(), y)).collect()
}

/// A rectangle on the square; it may leave the square in the east.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// The corner in the north-west.
    pub min: Spot,
    /// The corner in the south-east.
    pub max: Spot,
}

impl Bounds {
    /// The smallest rectangle around places on the square, over the antimeridian if that is shorter. `None` without any.
    #[must_use]
    pub fn around(spots: impl IntoIterator<Item = Spot>) -> Option<Self> {
        let (mut xs, ys): (Vec<f64>, Vec<f64>) =
            spots.into_iter().map(|(x, y)| (x.rem_euclid(1.0), y)).unzip();
        xs.sort_by(f64::total_cmp);
        let (first, last) = (*xs.first()?, *xs.last()?);
        // The widest stretch without any is left out.
        let around = first + 1.0 - last;
        let widest = xs
            .windows(2)
            .map(|pair| (pair[1] - pair[0], pair[1]))
            .max_by(|one, other| one.0.total_cmp(&other.0))
            .filter(|(gap, _)| *gap > around);
        let (west, width) = widest.map_or((first, last - first), |(gap, west)| (west, 1.0 - gap));
        let top = ys.iter().copied().fold(f64::INFINITY, f64::min);
        let bottom = ys.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        Some(Self {
            min: (west, top),
            max: (west + width, bottom),
        })
    }

    /// Whether the two have a place in common when the other one is moved by whole turns: these turns.
    pub fn turns(self, other: Self) -> impl Iterator<Item = f64> {
        let first = (self.min.0 - other.max.0).ceil();
        let last = (self.max.0 - other.min.0).floor();
        let overlaps = self.min.1 <= other.max.1 && other.min.1 <= self.max.1;
        let count = if overlaps {
            (last - first + 1.0).clamp(0.0, 8.0)
        } else {
            0.0
        };
        (0..count as u32).map(move |turn| first + f64::from(turn))
    }
}

/// How the map lies in a view: what is in its middle, how large, and how much room there is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Camera {
    /// What is in the middle of the view.
    pub middle: Spot,
    /// Each step doubles lengths.
    pub zoom: f64,
    /// Width and height of the view in points.
    pub size: (f64, f64),
}

impl Camera {
    /// Points for the width of the world.
    #[must_use]
    pub fn scale(&self) -> f64 {
        WORLD * self.zoom.exp2()
    }

    /// Points from the view's corner in the north-west.
    #[must_use]
    pub fn on_view(&self, spot: Spot) -> (f64, f64) {
        let scale = self.scale();
        (
            (spot.0 - self.middle.0) * scale + self.size.0 / 2.0,
            (spot.1 - self.middle.1) * scale + self.size.1 / 2.0,
        )
    }

    /// As [`Camera::on_view`], for the turn of the place that is nearest to the middle.
    #[must_use]
    pub fn nearest_on_view(&self, (x, y): Spot) -> (f64, f64) {
        self.on_view((x + (self.middle.0 - x).round(), y))
    }

    /// The place under a point of the view.
    #[must_use]
    pub fn spot(&self, (x, y): (f64, f64)) -> Spot {
        let scale = self.scale();
        (
            (x - self.size.0 / 2.0) / scale + self.middle.0,
            (y - self.size.1 / 2.0) / scale + self.middle.1,
        )
    }

    /// What is in view.
    #[must_use]
    pub fn bounds(&self) -> Bounds {
        Bounds {
            min: self.spot((0.0, 0.0)),
            max: self.spot(self.size),
        }
    }

    /// Moves the map by so many points to the right and down.
    pub fn pan(&mut self, (right, down): (f64, f64)) {
        let scale = self.scale();
        self.middle = (self.middle.0 - right / scale, self.middle.1 - down / scale);
        self.settle();
    }

    /// Zooms by so many steps; the place under `point` stays there.
    pub fn zoom_about(&mut self, point: (f64, f64), steps: f64) {
        let held = self.spot(point);
        self.zoom = (self.zoom + steps).clamp(self.least_zoom(), *ZOOMS.end());
        let now = self.spot(point);
        self.middle = (self.middle.0 + held.0 - now.0, self.middle.1 + held.1 - now.1);
        self.settle();
    }

    /// Shows all of `bounds`, with `margin` points around it, no larger than at `most`.
    pub fn fit(&mut self, bounds: Bounds, margin: f64, most: f64) {
        let room = |size: f64| (size - 2.0 * margin).max(32.0);
        let across = room(self.size.0) / (bounds.max.0 - bounds.min.0).max(1e-12);
        let down = room(self.size.1) / (bounds.max.1 - bounds.min.1).max(1e-12);
        self.zoom = (across.min(down) / WORLD)
            .log2()
            .clamp(self.least_zoom(), most.min(*ZOOMS.end()).max(self.least_zoom()));
        self.middle = (
            (bounds.min.0 + bounds.max.0) / 2.0,
            (bounds.min.1 + bounds.max.1) / 2.0,
        );
        self.settle();
    }

    /// The zoom at which the world is as wide as the view: from there on nothing is seen twice.
    #[must_use]
    pub fn least_zoom(&self) -> f64 {
        (self.size.0 / WORLD).log2().clamp(*ZOOMS.start(), *ZOOMS.end())
    }

    /// Keeps the middle on the square, and what lies beyond its edges out of the view.
    pub fn settle(&mut self) {
        self.zoom = self.zoom.max(self.least_zoom());
        let half = self.size.1 / 2.0 / self.scale();
        let y = if half >= 0.5 {
            0.5
        } else {
            self.middle.1.clamp(half, 1.0 - half)
        };
        self.middle = (self.middle.0.rem_euclid(1.0), y);
    }

    /// Metres on the ground for a point of the view in its middle, from west to east.
    #[must_use]
    pub fn metres_per_point(&self) -> f64 {
        let half = 0.5 / self.scale().max(1.0);
        let at = |x: f64| unproject((x, self.middle.1));
        measure(at(self.middle.0 - half), at(self.middle.0 + half)).0
    }

    /// The longest bar of 1, 2 or 5 times a power of ten metres that is at most `room` points long: metres and points.
    #[must_use]
    pub fn bar(&self, room: f64) -> (f64, f64) {
        let point = self.metres_per_point().max(1e-9);
        let most = room * point;
        let power = 10f64.powf(most.log10().floor());
        let metres = [5.0, 2.0, 1.0]
            .into_iter()
            .map(|digit| digit * power)
            .find(|metres| *metres <= most)
            .unwrap_or(power);
        (metres, metres / point)
    }
}

/// Degrees between the lines of a graticule, so that they are at least `room` points apart at this scale.
#[must_use]
pub fn graticule_step(scale: f64, room: f64) -> f64 {
    let steps = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 15.0, 30.0];
    steps
        .into_iter()
        .find(|step| step / 360.0 * scale >= room)
        .unwrap_or(45.0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn camera(middle: Spot, zoom: f64) -> Camera {
        let mut camera = Camera {
            middle,
            zoom,
            size: (900.0, 600.0),
        };
        camera.settle();
        camera
    }

    #[test]
    fn the_square_ends_where_the_standard_says() {
        assert!(project((LIMIT, 0.0)).1.abs() < 1e-12);
        assert!((project((-LIMIT, 0.0)).1 - 1.0).abs() < 1e-12);
        assert_eq!(project((90.0, 180.0)), project((LIMIT, 180.0)));
        // EPSG guidance note 7-2: 24°22′54.433″N 100°20′W is x -11169055.58 m, y 2800000.00 m of a sphere of 6378137 m.
        let (x, y) = project((24.0 + 22.0 / 60.0 + 54.433 / 3600.0, -(100.0 + 20.0 / 60.0)));
        let world = 2.0 * PI * 6_378_137.0;
        assert!(((x - 0.5) * world + 11_169_055.58).abs() < 0.01);
        assert!(((0.5 - y) * world - 2_800_000.0).abs() < 0.1);
    }

    #[test]
    fn a_circle_over_the_antimeridian_is_whole_and_as_wide_as_on_the_ground() {
        let line = circle((50.0, 179.99), 20_000.0);
        let reach = line.iter().map(|spot| spot.0).fold(f64::MIN, f64::max);
        assert!(reach > 1.0, "it leaves the square: {reach}");
        for pair in line.windows(2) {
            assert!((pair[0].0 - pair[1].0).abs() < 1e-4);
        }
        for spot in line {
            let metres = measure((50.0, 179.99), unproject(spot)).0;
            assert!((metres - 20_000.0).abs() < 0.01, "{metres}");
        }
    }

    #[test]
    fn what_lies_on_both_sides_of_the_antimeridian_is_near() {
        let bounds = Bounds::around([project((0.0, 179.0)), project((1.0, -179.0))]).unwrap();
        assert!((bounds.max.0 - bounds.min.0 - 2.0 / 360.0).abs() < 1e-9);
        let mut view = camera((0.5, 0.5), 3.0);
        view.fit(bounds, 20.0, 9.0);
        let at = view.nearest_on_view(project((0.0, -179.0)));
        assert!((0.0..900.0).contains(&at.0), "{at:?}");
        let world = Bounds {
            min: (0.0, 0.0),
            max: (1.0, 1.0),
        };
        assert_eq!(camera((0.99, 0.5), 4.0).bounds().turns(world).count(), 2);
        assert_eq!(Bounds::around([]), None);
    }

    #[test]
    fn the_bar_is_of_a_round_length_that_fits() {
        for zoom in 0..=19 {
            let view = camera(project((50.45, 30.52)), f64::from(zoom));
            let (metres, points) = view.bar(120.0);
            assert!((40.0..=120.0).contains(&points), "{zoom}: {metres} m, {points}");
            let first = metres / 10f64.powf(metres.log10().floor());
            assert!([1.0, 2.0, 5.0].iter().any(|digit| (digit - first).abs() < 1e-9));
        }
        // At 60° a degree of longitude is about half as long as at the equator.
        let there = camera(project((60.0, 0.0)), 8.0).metres_per_point();
        let equator = camera(project((0.0, 0.0)), 8.0).metres_per_point();
        assert!((there / equator - 0.5).abs() < 0.01);
    }

    proptest! {
        #[test]
        fn a_place_comes_back_from_the_square(latitude in -85.0..85.0f64, longitude in -180.0..180.0f64) {
            let back = unproject(project((latitude, longitude)));
            prop_assert!((back.0 - latitude).abs() < 1e-9 && (back.1 - longitude).abs() < 1e-9);
        }

        #[test]
        fn what_is_under_the_pointer_stays_there_when_one_zooms(
            x in 0.0..1.0f64, y in 0.3..0.7f64, zoom in 3.0..15.0f64, steps in -1.0..3.0f64,
            point in (0.0..900.0f64, 0.0..600.0f64),
        ) {
            let mut view = camera((x, y), zoom);
            let held = unproject(view.spot(point));
            view.zoom_about(point, steps);
            let now = unproject(view.spot(point));
            prop_assert!((held.0 - now.0).abs() < 1e-6, "{held:?} {now:?}");
            prop_assert!(((held.1 - now.1 + 540.0).rem_euclid(360.0) - 180.0).abs() < 1e-6);
        }

        #[test]
        fn all_that_was_to_fit_is_in_view(
            points in prop::collection::vec((-80.0..80.0f64, -180.0..180.0f64), 1..20),
        ) {
            let spots: Vec<Spot> = points.iter().map(|point| project(*point)).collect();
            let bounds = Bounds::around(spots.iter().copied()).unwrap();
            for spot in &spots {
                let (min, max) = ((spot.0 - 1e-9, spot.1 - 1e-9), (spot.0 + 1e-9, spot.1 + 1e-9));
                let point = Bounds { min, max };
                prop_assert!(bounds.turns(point).count() >= 1);
            }
            let mut view = camera((0.1, 0.5), 2.0);
            view.size = (2000.0, 2000.0);
            view.fit(bounds, 10.0, 12.0);
            for spot in spots {
                let at = view.nearest_on_view(spot);
                prop_assert!((-1.0..=2001.0).contains(&at.0) && (-1.0..=2001.0).contains(&at.1), "{at:?}");
            }
        }
    }
}
