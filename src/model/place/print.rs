//! Positions in each notation, with as many digits as their radius allows: the coarsest step whose own uncertainty is
//! not larger than the radius.

use super::Position;
use super::geodesic::cell_radius;
use super::grid::Grid;

/// A notation to write in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Decimal degrees: `50.4501, 30.5234`.
    Decimal,
    /// Degrees and decimal minutes: `50°27.006′N 30°31.404′E`.
    Minutes,
    /// Degrees, minutes and seconds: `50°27′00.4″N 30°31′24.2″E`.
    Seconds,
    /// UTM, or UPS at the poles: `36U 324567 5587654`.
    Utm,
    /// MGRS: `36U UA 24567 87654`.
    Mgrs,
    /// A `geo:` URI (RFC 5870) with the radius as its uncertainty.
    GeoUri,
}

impl Form {
    /// All of them, the most usual first.
    pub const ALL: [Self; 6] = [
        Self::Decimal,
        Self::Seconds,
        Self::Minutes,
        Self::Utm,
        Self::Mgrs,
        Self::GeoUri,
    ];

    /// What it is called, in short.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Decimal => crate::text::t("place-notation-decimal"),
            Self::Minutes => crate::text::t("place-form-minutes"),
            Self::Seconds => crate::text::t("place-form-seconds"),
            Self::Utm => "UTM",
            Self::Mgrs => "MGRS",
            Self::GeoUri => "geo:",
        }
    }

    /// The word for it in JSON.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Decimal => "decimal",
            Self::Minutes => "ddm",
            Self::Seconds => "dms",
            Self::Utm => "utm",
            Self::Mgrs => "mgrs",
            Self::GeoUri => "geo",
        }
    }
}

/// Steps of decimal degrees: 1° to about a millimetre.
const DECIMALS: usize = 8;
/// Without a radius: a tenth of a metre.
const USUAL_DECIMALS: usize = 6;

/// Writes a position. Without a radius it is written to a metre or finer, which is no claim that it is known so well.
///
/// ```
/// use witnessmark::model::place::{Form, Position, print};
/// let place = Position { latitude: 50.4501, longitude: 30.5234, radius_m: Some(100.0) };
/// assert_eq!(print(&place, Form::Decimal), "50.450, 30.523");
/// assert_eq!(print(&place, Form::Seconds), "50°27′00″N 30°31′24″E");
/// assert_eq!(print(&place, Form::Mgrs), "36U UA 241 916");
/// assert_eq!(print(&place, Form::GeoUri), "geo:50.450,30.523;u=100");
/// ```
#[must_use]
pub fn print(place: &Position, form: Form) -> String {
    let at = (place.latitude, place.longitude);
    match form {
        Form::Decimal => decimal(place, ", "),
        Form::Minutes => {
            // Degrees, minutes, and decimals of minutes.
            let level = level(place, 6, 5, |level| step(level, &[60, 1]));
            format!(
                "{} {}",
                sexagesimal(at.0, level, 2, "NS"),
                sexagesimal(at.1, level, 2, "EW")
            )
        }
        Form::Seconds => {
            let level = level(place, 6, 4, |level| step(level, &[3600, 60, 1]));
            format!(
                "{} {}",
                sexagesimal(at.0, level, 3, "NS"),
                sexagesimal(at.1, level, 3, "EW")
            )
        }
        Form::Utm => grid(place, |grid| {
            // Down to a millimetre, and up to whole hundreds of kilometres: zeros at the end say nothing.
            let rounded = (1..=5)
                .rev()
                .filter(|power| fits(place, 0.708 * 10f64.powi(*power)))
                .find_map(|power| grid.rounded(power));
            if let Some(rounded) = rounded {
                return Some(rounded.utm(0));
            }
            let decimals = (0..3)
                .find(|decimals| fits(place, 0.708 * 10f64.powi(-decimals)))
                .unwrap_or(if place.radius_m.is_some() { 3 } else { 0 });
            Some(grid.utm(decimals as usize))
        }),
        Form::Mgrs => grid(place, |grid| {
            let digits = (0..5).find(|digits| fits(place, 0.708 * 10f64.powi(5 - *digits)));
            grid.mgrs(digits.unwrap_or(5) as usize)
        }),
        Form::GeoUri => {
            let uncertainty = place.radius_m.map(|metres| format!(";u={metres}"));
            format!("geo:{}{}", decimal(place, ","), uncertainty.unwrap_or_default())
        }
    }
}

/// Whether a notation with this uncertainty says no more than is known.
fn fits(place: &Position, uncertainty: f64) -> bool {
    place.radius_m.is_some_and(|radius| uncertainty <= radius)
}

fn decimal(place: &Position, between: &str) -> String {
    let at = (place.latitude, place.longitude);
    let decimals = level(place, DECIMALS + 1, USUAL_DECIMALS, |decimals| {
        10f64.powi(-(decimals as i32))
    });
    // A negative zero has no sign.
    let shown = |degrees: f64| {
        let text = format!("{degrees:.decimals$}");
        let is_zero = text
            .trim_start_matches('-')
            .chars()
            .all(|c| matches!(c, '0' | '.'));
        if is_zero {
            text.trim_start_matches('-').to_owned()
        } else {
            text
        }
    };
    format!("{}{between}{}", shown(at.0), shown(at.1))
}

/// The first of so many levels whose step, in degrees, fits the radius; `usual` if there is none.
fn level(place: &Position, levels: usize, usual: usize, step: impl Fn(usize) -> f64) -> usize {
    if place.radius_m.is_none() {
        return usual;
    }
    (0..levels)
        .find(|level| {
            let half = step(*level) / 2.0;
            fits(place, cell_radius((place.latitude, place.longitude), half, half))
        })
        .unwrap_or(levels)
}

/// The step of a level in degrees: each unit in turn, then tenths of the smallest.
fn step(level: usize, units: &[u32]) -> f64 {
    let smallest = units.len() - 1;
    let parts = f64::from(units[level.min(smallest)]);
    let whole = f64::from(units[0]);
    parts / whole / 10f64.powi(level.saturating_sub(smallest) as i32)
}

/// Degrees with `units - 1` smaller units at most and the letter of the direction.
fn sexagesimal(degrees: f64, level: usize, units: usize, letters: &str) -> String {
    let shown = units.min(level + 1);
    let decimals = (level + 1).saturating_sub(units);
    // Counted in whole steps, so that nothing is rounded up to 60.
    let per_unit = 10u64.pow(decimals as u32);
    let per_degree = 60u64.pow(shown as u32 - 1) * per_unit;
    let mut steps = (degrees.abs() * per_degree as f64).round() as u64;
    let is_zero = steps == 0;
    let mut text = String::new();
    for unit in 0..shown {
        let size = 60u64.pow((shown - 1 - unit) as u32) * per_unit;
        let width = if unit == 0 { 1 } else { 2 };
        text.push_str(&format!("{:0width$}", steps / size));
        steps %= size;
        if unit + 1 == shown && decimals > 0 {
            text.push_str(&format!(".{steps:0decimals$}"));
        }
        text.push(['°', '′', '″'][unit]);
    }
    let is_down = degrees < 0.0 && !is_zero;
    text.extend(letters.chars().nth(usize::from(is_down)));
    text
}

/// Of a grid; decimal degrees if the position has none, which no position on Earth is.
fn grid(place: &Position, write: impl Fn(&Grid) -> Option<String>) -> String {
    Grid::of(place.latitude, place.longitude)
        .and_then(|grid| write(&grid))
        .unwrap_or_else(|| decimal(place, ", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(latitude: f64, longitude: f64, radius_m: Option<f64>) -> Position {
        Position {
            latitude,
            longitude,
            radius_m,
        }
    }

    #[test]
    fn the_digits_follow_the_radius() {
        let place = |radius| at(50.450_123_4, 30.523_412_3, radius);
        for (radius, decimal, seconds, mgrs) in [
            (
                None,
                "50.450123, 30.523412",
                "50°27′00.44″N 30°31′24.28″E",
                "36U UA 24183 91610",
            ),
            (Some(2.0), "50.45012, 30.52341", "50°27′00.4″N 30°31′24.3″E", ""),
            (
                Some(1000.0),
                "50.45, 30.52",
                "50°27′00″N 30°31′24″E",
                "36U UA 24 91",
            ),
            (Some(80_000.0), "50, 31", "50°N 31°E", "36U UA"),
        ] {
            assert_eq!(print(&place(radius), Form::Decimal), decimal);
            assert_eq!(print(&place(radius), Form::Seconds), seconds);
            if !mgrs.is_empty() {
                assert_eq!(print(&place(radius), Form::Mgrs), mgrs);
            }
        }
    }

    #[test]
    fn nothing_is_rounded_up_to_sixty() {
        let place = at(-0.999_999_999_9, 179.999_999_999_9, None);
        assert_eq!(print(&place, Form::Seconds), "1°00′00.00″S 180°00′00.00″E");
        assert_eq!(print(&place, Form::Minutes), "1°00.0000′S 180°00.0000′E");
        assert_eq!(
            print(&at(-0.0, -0.000_000_01, None), Form::Decimal),
            "0.000000, 0.000000"
        );
        assert_eq!(
            print(&at(-1e-9, 0.0, None), Form::Seconds),
            "0°00′00.00″N 0°00′00.00″E"
        );
    }

    #[test]
    fn a_uri_has_the_radius_as_its_uncertainty() {
        assert_eq!(
            print(&at(50.45, 30.52, Some(5.0)), Form::GeoUri),
            "geo:50.45000,30.52000;u=5"
        );
        assert_eq!(
            print(&at(50.45, 30.52, None), Form::GeoUri),
            "geo:50.450000,30.520000"
        );
    }
}
