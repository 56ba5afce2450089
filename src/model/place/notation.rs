//! A position as people write it: which notation it is in, where it lies, and how exactly the notation can tell.
//!
//! Fifty-fifty readings are refused with both of them named: a place that was guessed is worse than none.

use super::geodesic::rounded_up;
use super::{degrees, grid, link, plus_code};
use crate::text::{t, tf};

/// How a position was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notation {
    /// Decimal degrees.
    Decimal,
    /// Degrees and minutes.
    Minutes,
    /// Degrees, minutes and seconds.
    Seconds,
    /// Universal Transverse Mercator (NGA.SIG.0012).
    Utm,
    /// Universal Polar Stereographic.
    Ups,
    /// Military Grid Reference System or United States National Grid: a square.
    Mgrs,
    /// A `geo:` URI (RFC 5870).
    GeoUri,
    /// A Plus Code: a cell.
    PlusCode,
    /// A point that a map's link marks.
    MarkOnMap(Map),
    /// The middle of a map as it was shown: nothing is marked there.
    MiddleOfMap(Map),
}

/// A map whose links are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Map {
    /// Google Maps.
    Google,
    /// OpenStreetMap.
    OpenStreetMap,
    /// Apple Maps.
    Apple,
    /// Yandex Maps.
    Yandex,
    /// Bing Maps.
    Bing,
    /// Wikimapia.
    Wikimapia,
    /// GeoHack, to which Wikipedia's coordinates lead.
    GeoHack,
}

impl Map {
    /// Its name, the same in all languages.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Google => "Google Maps",
            Self::OpenStreetMap => "OpenStreetMap",
            Self::Apple => "Apple Maps",
            Self::Yandex => "Yandex Maps",
            Self::Bing => "Bing Maps",
            Self::Wikimapia => "Wikimapia",
            Self::GeoHack => "GeoHack",
        }
    }
}

impl Notation {
    /// What it is called.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Decimal => t("place-notation-decimal").to_owned(),
            Self::Minutes => t("place-notation-minutes").to_owned(),
            Self::Seconds => t("place-notation-seconds").to_owned(),
            Self::Utm => "UTM".to_owned(),
            Self::Ups => "UPS".to_owned(),
            Self::Mgrs => "MGRS".to_owned(),
            Self::GeoUri => t("place-notation-geo").to_owned(),
            Self::PlusCode => t("place-notation-plus-code").to_owned(),
            Self::MarkOnMap(map) => tf("place-notation-link", &[("map", map.name().into())]),
            Self::MiddleOfMap(map) => tf("place-notation-link-view", &[("map", map.name().into())]),
        }
    }
}

/// A position that was read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Written {
    /// Degrees north, -90 to 90.
    pub latitude: f64,
    /// Degrees east, -180 to 180.
    pub longitude: f64,
    /// Metres around it in which everything lies that is written so: to the corner of a square, or of the cell of
    /// what would be rounded to these digits. `None` if the notation says nothing of it.
    pub radius_m: Option<f64>,
    /// How it was written.
    pub notation: Notation,
}

impl Written {
    /// Degrees of computed positions are kept to this part: a centimetre.
    const STEPS: f64 = 1e7;

    /// A position with the radius of its notation. The radius is rounded up, the middle of a cell to a centimetre.
    pub(super) fn new(latitude: f64, longitude: f64, radius: Option<f64>, notation: Notation) -> Self {
        let is_computed = matches!(
            notation,
            Notation::Utm | Notation::Ups | Notation::Mgrs | Notation::PlusCode
        );
        // Grids of millimetres keep what they say.
        let tidy = |degrees: f64| {
            let steps = if radius.is_some_and(|radius| radius < 0.5) {
                Self::STEPS * 100.0
            } else {
                Self::STEPS
            };
            if is_computed {
                (degrees * steps).round() / steps
            } else {
                degrees
            }
        };
        Self {
            // No negative zero: it would be shown as one.
            latitude: tidy(latitude) + 0.0,
            longitude: tidy(longitude) + 0.0,
            radius_m: radius.map(rounded_up),
            notation,
        }
    }

    /// Latitude and longitude.
    #[must_use]
    pub fn point(&self) -> (f64, f64) {
        (self.latitude, self.longitude)
    }
}

/// Why a position can't be read.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum NotationError {
    /// It has the form of nothing that is read.
    #[error("{}", t("place-unrecognised"))]
    Unrecognised,
    /// It can be read in two ways.
    #[error("{}", tf("place-ambiguous", &[("one", one.as_str().into()), ("other", other.as_str().into())]))]
    Ambiguous {
        /// One way.
        one: String,
        /// The other.
        other: String,
    },
    /// A latitude beyond 90 degrees.
    #[error("{}", tf("place-latitude-range", &[("degrees", degrees.to_string().into())]))]
    Latitude {
        /// What was given.
        degrees: f64,
    },
    /// A longitude beyond 180 degrees.
    #[error("{}", tf("place-longitude-range", &[("degrees", degrees.to_string().into())]))]
    Longitude {
        /// What was given.
        degrees: f64,
    },
    /// Only the other way round it is a position.
    #[error("{}", tf("place-swapped", &[("degrees", degrees.to_string().into()), ("other", other.as_str().into())]))]
    Swapped {
        /// What can't be a latitude.
        degrees: f64,
        /// The position with its two parts exchanged.
        other: String,
    },
    /// Minutes or seconds of 60 or more.
    #[error("{}", t("place-sixty"))]
    Sixty,
    /// A fraction before a smaller unit, as in 50.5° 27′.
    #[error("{}", t("place-fraction"))]
    Fraction,
    /// A sign and a letter.
    #[error("{}", t("place-sign-and-letter"))]
    SignAndLetter,
    /// One part has a letter for its direction, the other none; or both have one of the same axis.
    #[error("{}", t("place-letters"))]
    Letters,
    /// A zone that the grid doesn't have.
    #[error("{}", tf("place-zone", &[("zone", zone.as_str().into())]))]
    Zone {
        /// The zone with its band.
        zone: String,
    },
    /// A square that the zone doesn't have.
    #[error("{}", tf("place-square", &[("zone", zone.as_str().into()), ("square", square.as_str().into())]))]
    Square {
        /// The zone with its band.
        zone: String,
        /// The two letters.
        square: String,
    },
    /// The digits of a square are not two halves of up to five.
    #[error("{}", t("place-square-digits"))]
    SquareDigits,
    /// Easting and northing that lie outside the zone.
    #[error("{}", tf("place-outside-zone", &[("zone", zone.as_str().into())]))]
    OutsideZone {
        /// The zone with its band.
        zone: String,
    },
    /// The band's letter contradicts the northing.
    #[error("{}", tf("place-band", &[("zone", zone.as_str().into()), ("is", is.to_string().into())]))]
    Band {
        /// The zone with its band, as written.
        zone: String,
        /// The band in which the northing lies.
        is: char,
    },
    /// `S` may be the band S or the south, and both make sense.
    #[error("{}", tf("place-band-or-south", &[("zone", zone.to_string().into())]))]
    BandOrSouth {
        /// The zone's number.
        zone: u8,
    },
    /// A link that only its service can resolve.
    #[error("{}", tf("place-short-link", &[("host", host.as_str().into())]))]
    ShortLink {
        /// The service's address.
        host: String,
    },
    /// A link of a map that is not known.
    #[error("{}", tf("place-unknown-link", &[("host", host.as_str().into())]))]
    UnknownLink {
        /// The address.
        host: String,
    },
    /// A link of a known map without coordinates in it.
    #[error("{}", tf("place-link-without", &[("map", map.name().into())]))]
    LinkWithout {
        /// The map.
        map: Map,
    },
    /// A link with several points.
    #[error("{}", tf("place-link-several", &[("map", map.name().into())]))]
    LinkSeveral {
        /// The map.
        map: Map,
    },
    /// A `geo:` URI that is not well-formed.
    #[error("{}", t("place-geo-wrong"))]
    GeoUri,
    /// A `geo:` URI in another reference system.
    #[error("{}", tf("place-geo-crs", &[("crs", crs.as_str().into())]))]
    Crs {
        /// The system that is asked for.
        crs: String,
    },
    /// A Plus Code that needs a town.
    #[error("{}", t("place-plus-code-short"))]
    ShortPlusCode,
}

/// No position is longer, not even as a link.
const LONGEST: usize = 4000;

/// Reads a position in any of the notations.
///
/// ```
/// use witnessmark::model::place::{Notation, read};
/// let place = read("36U UB 24 87").unwrap();
/// assert_eq!(place.notation, Notation::Mgrs);
/// assert_eq!(place.radius_m, Some(710.0)); // a square of 1 km, from its middle to its corners
/// ```
///
/// # Errors
/// Why it can't be read, or that it can be read in two ways.
pub fn read(text: &str) -> Result<Written, NotationError> {
    let text = text.trim();
    if text.is_empty() || text.len() > LONGEST {
        return Err(NotationError::Unrecognised);
    }
    if let Some(read) = link::read(text) {
        return read;
    }
    let plain = plain(text);
    grid::read(&plain)
        .or_else(|| plus_code::read(&plain))
        .unwrap_or_else(|| degrees::read(&plain))
}

/// One sign for what is written with several: dashes, primes, quotes, spaces, digits of other scripts.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{2212}' | '\u{2010}'..='\u{2015}' | '\u{fe63}' | '\u{ff0d}' => plain.push('-'),
            '\u{2032}' | '\u{2019}' | '\u{2018}' | '\u{02b9}' | '\u{02bc}' | '\u{00b4}' | '`'
            | '\u{ff07}' => {
                plain.push('\'');
            }
            '\u{2033}' | '\u{201c}' | '\u{201d}' | '\u{02ba}' | '\u{ff02}' => plain.push('"'),
            '\u{00ba}' | '\u{02da}' | '\u{2070}' => plain.push('°'),
            '\u{ff0c}' | '\u{060c}' | '\u{3001}' => plain.push(','),
            '\u{ff0e}' | '\u{066b}' => plain.push('.'),
            '\u{0660}'..='\u{0669}' => plain.push(digit(c, 0x0660)),
            '\u{06f0}'..='\u{06f9}' => plain.push(digit(c, 0x06f0)),
            '\u{ff10}'..='\u{ff19}' => plain.push(digit(c, 0xff10)),
            // Marks of direction and spaces without width come along when one copies.
            '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'
            | '\u{2066}'..='\u{2069}'
            | '\u{feff}' => {}
            c if c.is_whitespace() => plain.push(' '),
            c => plain.push(c),
        }
    }
    // Two primes are one double prime.
    plain.replace("''", "\"").trim().to_owned()
}

/// The digit `c` of the ten that begin at `zero`.
fn digit(c: char, zero: u32) -> char {
    char::from_digit(u32::from(c).wrapping_sub(zero), 10).unwrap_or(c)
}
