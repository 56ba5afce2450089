//! Positions in addresses: `geo:` URIs (RFC 5870) and the links that maps give for a place. Nothing is fetched: a short
//! link, which only its service can resolve, is refused with that reason.

mod geo_uri;

use super::degrees;
use super::geodesic::cell_radius;
use super::notation::{Map, Notation, NotationError, Written};

/// Hosts whose links say nothing by themselves.
const SHORTENERS: [&str; 9] = [
    "goo.gl",
    "maps.app.goo.gl",
    "g.co",
    "g.page",
    "bit.ly",
    "t.co",
    "binged.it",
    "maps.apple",
    "clck.ru",
];

/// Reads a `geo:` URI or a link; `None` if it is neither.
pub(super) fn read(text: &str) -> Option<Result<Written, NotationError>> {
    let begins = |start: &str| {
        text.get(..start.len())
            .is_some_and(|head| head.eq_ignore_ascii_case(start))
    };
    if begins("geo:") {
        return Some(geo_uri::read(&text["geo:".len()..]));
    }
    let rest = if begins("https://") {
        &text["https://".len()..]
    } else if begins("http://") {
        &text["http://".len()..]
    } else if begins("www.") || begins("maps.") {
        text
    } else {
        return None;
    };
    Some(Link::new(rest).place())
}

fn in_range(latitude: f64, longitude: f64) -> Result<(), NotationError> {
    if !(-90.0..=90.0).contains(&latitude) {
        return Err(NotationError::Latitude { degrees: latitude });
    }
    if !(-180.0..=180.0).contains(&longitude) {
        return Err(NotationError::Longitude { degrees: longitude });
    }
    Ok(())
}

/// A number with half of what its last digit counts.
type Digits = (f64, f64);

/// A decimal number of a link.
fn digits(text: &str) -> Option<Digits> {
    let text = text.trim();
    let body = text.trim_start_matches(['-', '+']);
    let is_plain = body.chars().all(|c| c.is_ascii_digit() || c == '.') && text.len() - body.len() <= 1;
    let value = text.parse().ok().filter(|_| is_plain)?;
    let decimals = body.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    Some((value, 0.5 * 10f64.powi(-(decimals as i32))))
}

/// A position of latitude and longitude in a link.
fn located(
    ((latitude, half_latitude), (longitude, half_longitude)): (Digits, Digits),
    notation: Notation,
    has_radius: bool,
) -> Result<Written, NotationError> {
    in_range(latitude, longitude)?;
    let radius = cell_radius((latitude, longitude), half_latitude, half_longitude);
    Ok(Written::new(
        latitude,
        longitude,
        has_radius.then_some(radius),
        notation,
    ))
}

/// A link, taken apart and decoded.
struct Link {
    host: String,
    path: String,
    query: Vec<(String, String)>,
    fragment: String,
}

impl Link {
    /// Of an address without its scheme.
    fn new(rest: &str) -> Self {
        let (rest, fragment) = rest.split_once('#').unwrap_or((rest, ""));
        let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        Self {
            host: host.to_ascii_lowercase().trim_start_matches("www.").to_owned(),
            path: decoded(path),
            query: pairs(query),
            fragment: fragment.to_owned(),
        }
    }

    /// The first value of this name.
    fn value(&self, name: &str) -> Option<&str> {
        let found = self.query.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.as_str())
    }

    /// Two numbers under this name, longitude first if `is_turned`; `None` if there are none.
    fn pair(&self, name: &str, is_turned: bool) -> Option<Result<(Digits, Digits), NotationError>> {
        let value = self.value(name)?;
        // A mark's name in brackets may follow; `loc:` may stand before.
        let value = value.split('(').next()?.trim().trim_start_matches("loc:");
        let mut numbers = value.split([',', '~', ' ']).filter(|part| !part.is_empty());
        let (first, second) = (digits(numbers.next()?)?, digits(numbers.next()?)?);
        if numbers.next().is_some_and(|more| digits(more).is_some()) {
            return Some(Err(NotationError::Unrecognised));
        }
        Some(Ok(if is_turned {
            (second, first)
        } else {
            (first, second)
        }))
    }

    fn place(&self) -> Result<Written, NotationError> {
        let host = self.host.as_str();
        let is = |name: &str| host == name || host.ends_with(&format!(".{name}"));
        // Services with an address in many countries: google.com.ua, yandex.ru.
        let is_of = |name: &str| host.split('.').any(|part| part == name);
        let is_short = SHORTENERS.contains(&host)
            || (is_of("yandex") && self.path.contains("maps/-/"))
            || (is("osm.org") && self.path.starts_with("go/"));
        if is_short {
            return Err(NotationError::ShortLink {
                host: host.to_owned(),
            });
        }
        let (map, found) = if is_of("google") {
            (Map::Google, self.google())
        } else if is("openstreetmap.org") || is("osm.org") {
            (Map::OpenStreetMap, self.open_street_map())
        } else if is("maps.apple.com") {
            (Map::Apple, self.apple())
        } else if is_of("yandex") {
            (Map::Yandex, self.yandex())
        } else if is("bing.com") {
            (Map::Bing, self.bing())
        } else if is("wikimapia.org") {
            (Map::Wikimapia, self.wikimapia())
        } else if self.path.ends_with("geohack.php") {
            (Map::GeoHack, self.geo_hack())
        } else {
            return Err(NotationError::UnknownLink {
                host: host.chars().take(60).collect(),
            });
        };
        found.unwrap_or(Err(NotationError::LinkWithout { map }))
    }

    /// A pair under one of these names, as a mark.
    fn marked(&self, names: &[&str], is_turned: bool, map: Map) -> Option<Result<Written, NotationError>> {
        let found = names.iter().find_map(|name| self.pair(name, is_turned))?;
        Some(found.and_then(|pair| located(pair, Notation::MarkOnMap(map), true)))
    }

    /// A pair under one of these names, as the middle of the map.
    fn middle(&self, names: &[&str], is_turned: bool, map: Map) -> Option<Result<Written, NotationError>> {
        let found = names.iter().find_map(|name| self.pair(name, is_turned))?;
        Some(found.and_then(|pair| located(pair, Notation::MiddleOfMap(map), true)))
    }

    /// `!3d` and `!4d` are the place, `@` is the middle of the map, which is another point.
    fn google(&self) -> Option<Result<Written, NotationError>> {
        let map = Map::Google;
        let mut places: Vec<(Digits, Digits)> = Vec::new();
        for after in self.path.split("!3d").skip(1) {
            let Some((latitude, rest)) = after.split_once("!4d") else {
                continue;
            };
            let longitude = rest.split(['!', '/', '?', '&']).next().unwrap_or_default();
            let (Some(latitude), Some(longitude)) = (digits(latitude), digits(longitude)) else {
                continue;
            };
            if !places.contains(&(latitude, longitude)) {
                places.push((latitude, longitude));
            }
        }
        match places.as_slice() {
            [] => {}
            [place] => return Some(located(*place, Notation::MarkOnMap(map), true)),
            _ => return Some(Err(NotationError::LinkSeveral { map })),
        }
        let names = ["q", "query", "destination", "daddr", "ll"];
        if let Some(found) = self.marked(&names, false, map) {
            return Some(found);
        }
        for part in self.path.split('/') {
            // /place/50°27'00"N+30°31'00"E and /search/50.45,+30.52
            let text = part.replace('+', " ");
            if part.contains(|c: char| c.is_ascii_digit())
                && !part.starts_with('@')
                && let Ok(written) = degrees::read(&text)
            {
                return Some(Ok(Written {
                    notation: Notation::MarkOnMap(map),
                    ..written
                }));
            }
        }
        if let Some(middle) = self.path.split('/').find_map(|part| part.strip_prefix('@')) {
            let mut numbers = middle.split(',');
            let pair = (digits(numbers.next()?)?, digits(numbers.next()?)?);
            return Some(located(pair, Notation::MiddleOfMap(map), true));
        }
        self.middle(&["center", "viewpoint"], false, map)
    }

    fn open_street_map(&self) -> Option<Result<Written, NotationError>> {
        let map = Map::OpenStreetMap;
        for (latitude, longitude, notation) in [
            ("mlat", "mlon", Notation::MarkOnMap(map)),
            ("lat", "lon", Notation::MiddleOfMap(map)),
        ] {
            if let (Some(latitude), Some(longitude)) = (
                self.value(latitude).and_then(digits),
                self.value(longitude).and_then(digits),
            ) {
                return Some(located((latitude, longitude), notation, true));
            }
        }
        let hash = pairs(&self.fragment);
        let (_, view) = hash.iter().find(|(name, _)| name == "map")?;
        let mut parts = view.split('/').skip(1);
        let pair = (digits(parts.next()?)?, digits(parts.next()?)?);
        Some(located(pair, Notation::MiddleOfMap(map), true))
    }

    fn apple(&self) -> Option<Result<Written, NotationError>> {
        let map = Map::Apple;
        // With a text as `q`, `ll` is where it lies; alone it is the middle of the map.
        let names: &[&str] = if self.value("q").is_some() || self.value("address").is_some() {
            &["coordinate", "q", "ll", "daddr"]
        } else {
            &["coordinate", "daddr"]
        };
        self.marked(names, false, map)
            .or_else(|| self.middle(&["ll", "center", "sll"], false, map))
    }

    /// Longitude stands first.
    fn yandex(&self) -> Option<Result<Written, NotationError>> {
        let map = Map::Yandex;
        let marks = ["whatshere[point]", "poi[point]", "pt"];
        if let Some(points) = self.value("pt")
            && points.contains('~')
        {
            return Some(Err(NotationError::LinkSeveral { map }));
        }
        self.marked(&marks, true, map)
            .or_else(|| self.middle(&["ll"], true, map))
    }

    fn bing(&self) -> Option<Result<Written, NotationError>> {
        let map = Map::Bing;
        if let Some(point) = self.value("sp").and_then(|point| point.strip_prefix("point.")) {
            if point.contains('~') {
                return Some(Err(NotationError::LinkSeveral { map }));
            }
            let mut parts = point.split('_');
            let pair = (digits(parts.next()?)?, digits(parts.next()?)?);
            return Some(located(pair, Notation::MarkOnMap(map), true));
        }
        self.middle(&["cp"], false, map)
    }

    fn wikimapia(&self) -> Option<Result<Written, NotationError>> {
        let hash = pairs(&self.fragment);
        let number = |wanted: &str| {
            let (_, value) = hash.iter().find(|(name, _)| name == wanted)?;
            digits(value)
        };
        let pair = (number("lat")?, number("lon")?);
        Some(located(pair, Notation::MiddleOfMap(Map::Wikimapia), true))
    }

    /// `params=50_27_0_N_30_31_24_E_type:city`: degrees up to the letter of the east or west, or two decimal numbers.
    fn geo_hack(&self) -> Option<Result<Written, NotationError>> {
        let params = self.value("params")?.replace(';', "_");
        let parts: Vec<&str> = params.split('_').collect();
        let end = parts
            .iter()
            .position(|part| matches!(*part, "E" | "W"))
            .map(|place| place + 1)
            .or_else(|| (parts.len() >= 2).then_some(2))?;
        let read = degrees::read(&parts[..end].join(" "));
        Some(read.map(|written| Written {
            notation: Notation::MarkOnMap(Map::GeoHack),
            ..written
        }))
    }
}

/// `name=value&name=value`, decoded.
fn pairs(text: &str) -> Vec<(String, String)> {
    text.split('&')
        .filter_map(|pair| pair.split_once('='))
        .map(|(name, value)| (decoded(name), decoded(&value.replace('+', " "))))
        .collect()
}

/// Without percent signs (RFC 3986 §2.1); what is no UTF-8 stays as it is.
fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let hex = |place: usize| {
            let digit = bytes.get(place).copied()?;
            char::from(digit).to_digit(16)
        };
        match (byte, hex(at + 1), hex(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                decoded.push((high * 16 + low) as u8);
                at += 3;
            }
            _ => {
                decoded.push(*byte);
                at += 1;
            }
        }
    }
    String::from_utf8(decoded).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests;
