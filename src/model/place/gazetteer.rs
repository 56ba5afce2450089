//! Named places (`assets/gazetteer/`, GeoNames): to find one by its name in Latin, Cyrillic or Korean letters, and to say
//! near which ones a position lies.

use std::sync::OnceLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::geodesic::measure;
use crate::text::Language;

static PLACES: &[u8] = include_bytes!("../../../assets/gazetteer/places.bin");
static SHARED: OnceLock<Gazetteer> = OnceLock::new();

/// A place that people call by its name.
#[derive(Debug, Clone, PartialEq)]
pub struct Town {
    /// Its name.
    pub name: &'static str,
    /// Names in other letters; if it has an own name, that is the first.
    pub others: Vec<&'static str>,
    /// Whether it is known how its country writes it now, in its own letters. Former names are no such name.
    has_own: bool,
    /// The region of its country; may be empty.
    pub region: &'static str,
    /// Its country.
    pub country: &'static str,
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// How many people live there, as the source has it.
    pub population: u32,
}

impl Town {
    /// Its name with its region, to tell it from others of this name.
    #[must_use]
    pub fn full_name(&self) -> String {
        let region = if self.region.is_empty() {
            self.country
        } else {
            self.region
        };
        format!("{}, {region}", self.name)
    }

    /// Its name as it is written in a language: in Ukraine's or Korea's own letters there, else in Latin ones.
    #[must_use]
    pub fn name_in(&self, language: Language) -> &'static str {
        let own = match language {
            Language::Ukrainian if self.has_own => self.others.first(),
            Language::Korean => self
                .others
                .iter()
                .find(|name| name.chars().all(|c| ('가'..='힣').contains(&c))),
            Language::English | Language::Ukrainian => None,
        };
        own.copied().unwrap_or(self.name)
    }

    /// Latitude and longitude.
    #[must_use]
    pub fn point(&self) -> (f64, f64) {
        (self.latitude, self.longitude)
    }
}

/// All named places.
#[derive(Debug, Default)]
pub struct Gazetteer {
    /// Largest first.
    towns: Vec<Town>,
    /// Comparable names in order, each with its place; put together when the first name is asked for.
    names: OnceLock<Vec<(String, u32)>>,
}

/// The places. They are unpacked when they are first asked for, and their names put in order when the first name is:
/// that takes too long for a frame.
pub fn shared() -> &'static Gazetteer {
    SHARED.get_or_init(|| Gazetteer::unpacked(PLACES).unwrap_or_default())
}

/// The places if their names were put in order before, so that a frame can ask for one.
#[must_use]
pub fn ready() -> Option<&'static Gazetteer> {
    SHARED.get().filter(|places| places.names.get().is_some())
}

/// From so many people a place is one that others have heard of.
const KNOWN: u32 = 100_000;
/// In the number of a place's other names: the first of them is the country's own.
const OWN: u32 = 0x80;
/// A known place is named only if it isn't farther away, in metres.
const FAR: f64 = 150_000.0;
/// A place this near to a larger one is told by that one, in metres: it is a part of it, or next to it.
const PART: f64 = 15_000.0;

impl Gazetteer {
    fn unpacked(data: &'static [u8]) -> Option<Self> {
        let mut data = Bytes(data);
        let regions: Vec<(&str, &str)> = (0..data.number::<2>()?)
            .map(|_| Some((data.text()?, data.text()?)))
            .collect::<Option<_>>()?;
        let count = data.number::<4>()?;
        let mut towns = Vec::with_capacity(count as usize);
        for _ in 0..count {
            let degrees = |number: u32| f64::from(number.cast_signed()) / 1e5;
            let (latitude, longitude) = (degrees(data.number::<4>()?), degrees(data.number::<4>()?));
            let population = data.number::<4>()?;
            let (region, country) = *regions.get(data.number::<2>()? as usize)?;
            let name = data.text()?;
            let number = data.number::<1>()?;
            let others: Vec<&str> = (0..number & !OWN).map(|_| data.text()).collect::<Option<_>>()?;
            towns.push(Town {
                name,
                others,
                has_own: number & OWN != 0,
                region,
                country,
                latitude,
                longitude,
                population,
            });
        }
        Some(Self {
            towns,
            names: OnceLock::new(),
        })
    }

    /// The comparable names in order.
    pub fn names(&self) -> &[(String, u32)] {
        self.names.get_or_init(|| {
            let mut names: Vec<(String, u32)> = Vec::with_capacity(self.towns.len() * 2);
            for (place, town) in (0..).zip(&self.towns) {
                names.push((comparable(town.name), place));
                names.extend(town.others.iter().map(|other| (comparable(other), place)));
            }
            names.sort_unstable();
            names.dedup();
            names
        })
    }

    /// The places, largest first.
    #[must_use]
    pub fn towns(&self) -> &[Town] {
        &self.towns
    }

    /// How many places there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.towns.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.towns.is_empty()
    }

    /// The places of this name, largest first; behind a comma may stand the region or the country.
    #[must_use]
    pub fn named(&self, text: &str) -> Vec<&Town> {
        let (name, within) = text
            .split_once(',')
            .map_or((text, None), |(name, within)| (name, Some(comparable(within))));
        let name = comparable(name);
        let places: Vec<u32> = self
            .starting(&name)
            .take_while(|(other, _)| *other == name)
            .map(|(_, place)| *place)
            .collect();
        self.towns_at(places)
            .filter(|town| {
                within.as_ref().is_none_or(|within| {
                    comparable(town.region).starts_with(within.as_str())
                        || comparable(town.country) == *within
                })
            })
            .collect()
    }

    /// So many places, largest first, of which a name begins with `text`: with that name.
    #[must_use]
    pub fn beginning_with(&self, text: &str, most: usize) -> Vec<(&'static str, &Town)> {
        let start = comparable(text);
        if start.chars().count() < 2 {
            return Vec::new();
        }
        let places: Vec<u32> = self
            .starting(&start)
            .take_while(|(other, _)| other.starts_with(&start))
            .map(|(_, place)| *place)
            .collect();
        let named = self.towns_at(places).take(most).map(|town| {
            let other = town
                .others
                .iter()
                .find(|other| comparable(other).starts_with(&start));
            let is_first = comparable(town.name).starts_with(&start);
            (
                if is_first {
                    town.name
                } else {
                    other.unwrap_or(&town.name)
                },
                town,
            )
        });
        named.collect()
    }

    /// The nearest place, and the nearest that is widely known if it is another one and not too far. With each its
    /// distance in metres and the bearing from the place to the position, degrees clockwise from north.
    #[must_use]
    pub fn near(&self, position: (f64, f64)) -> Vec<(&Town, f64, f64)> {
        let nearest = |least: u32| {
            self.towns
                .iter()
                .take_while(|town| town.population >= least)
                .min_by(|one, other| rough(one.point(), position).total_cmp(&rough(other.point(), position)))
        };
        let mut found: Vec<(&Town, f64, f64)> = Vec::new();
        let known = nearest(KNOWN).map(|town| self.whole(town));
        for town in [nearest(0), known].into_iter().flatten() {
            let (metres, bearing) = measure(town.point(), position);
            if metres <= FAR && found.iter().all(|(other, _, _)| *other != town) {
                found.push((town, metres, bearing));
            }
        }
        found
    }

    /// The largest place of which another is a part, or the place itself.
    fn whole<'g>(&'g self, town: &'g Town) -> &'g Town {
        self.towns
            .iter()
            .take_while(|other| other.population > town.population)
            .find(|other| measure(other.point(), town.point()).0 < PART)
            .unwrap_or(town)
    }

    fn starting(&self, start: &str) -> impl Iterator<Item = &(String, u32)> {
        let names = self.names();
        let first = names.partition_point(|(name, _)| name.as_str() < start);
        names[first..].iter()
    }

    /// The places of these numbers, each once, largest first.
    fn towns_at(&self, mut places: Vec<u32>) -> impl Iterator<Item = &Town> {
        places.sort_unstable();
        places.dedup();
        places
            .into_iter()
            .filter_map(|place| self.towns.get(place as usize))
    }
}

/// Something that grows with the distance: the square of the chord on a sphere.
fn rough(one: (f64, f64), other: (f64, f64)) -> f64 {
    let half = |degrees: f64| (degrees.to_radians() / 2.0).sin().powi(2);
    half(one.0 - other.0) + one.0.to_radians().cos() * other.0.to_radians().cos() * half(one.1 - other.1)
}

/// A name without case, marks and signs between its letters.
#[must_use]
pub fn comparable(name: &str) -> String {
    let mut comparable = String::with_capacity(name.len());
    if name.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        comparable.push_str(name);
        comparable.make_ascii_lowercase();
        return comparable;
    }
    for c in name.nfkd() {
        if c.is_alphanumeric() {
            comparable.extend(c.to_lowercase());
        } else if (c.is_whitespace() || c == '-') && !comparable.is_empty() && !comparable.ends_with(' ') {
            comparable.push(' ');
        } else if is_combining_mark(c) {
            continue;
        }
    }
    comparable.truncate(comparable.trim_end().len());
    comparable
}

/// What is left of the data.
struct Bytes(&'static [u8]);

impl Bytes {
    fn take(&mut self, length: usize) -> Option<&'static [u8]> {
        let (head, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(head)
    }

    /// A number of so many bytes, at most four.
    fn number<const LENGTH: usize>(&mut self) -> Option<u32> {
        let bytes = self.take(LENGTH)?;
        Some(
            bytes
                .iter()
                .rev()
                .fold(0, |number, byte| number << 8 | u32::from(*byte)),
        )
    }

    fn text(&mut self) -> Option<&'static str> {
        let length = self.number::<1>()? as usize;
        std::str::from_utf8(self.take(length)?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_data_is_whole_and_in_order() {
        let places = shared();
        assert!(places.len() > 40_000, "{}", places.len());
        let in_order = |pair: &[Town]| pair[0].population >= pair[1].population;
        assert!(places.towns.windows(2).all(in_order));
        for town in &places.towns {
            assert!((-90.0..=90.0).contains(&town.latitude), "{town:?}");
            assert!((-180.0..=180.0).contains(&town.longitude), "{town:?}");
            assert!(!town.name.is_empty() && !town.country.is_empty(), "{town:?}");
        }
    }

    #[test]
    fn a_place_is_found_by_its_names_in_several_scripts() {
        for name in ["Kyiv", "kyiv", "Київ", "Киев", "Kyiv, Kyiv City", "Kyiv, Ukraine"] {
            let found = shared().named(name);
            assert_eq!(found.first().map(|town| town.name), Some("Kyiv"), "{name}");
        }
        assert_eq!(
            shared().named("Вишгород").first().map(|town| town.name),
            Some("Vyshhorod")
        );
        assert_eq!(
            shared().named("평양").first().map(|town| town.name),
            Some("Pyongyang")
        );
        assert!(shared().named("Nowhere At All").is_empty());
        assert!(shared().named("").is_empty());
    }

    #[test]
    fn a_town_is_called_as_its_country_writes_it_now_not_as_it_was_called_before() {
        for (name, ukrainian, korean) in [
            ("Kyiv", "Київ", "키이우"),
            ("Kharkiv", "Харків", "하르키우"),
            ("Odesa", "Одеса", "오데사"),
            ("Donetsk", "Донецьк", "Donetsk"),
            ("Luhansk", "Луганськ", "루한시크"),
            ("Sevastopol", "Севастополь", "세바스토폴"),
            ("Kamyanske", "Кам'янське", "Kamyanske"),
            ("Kropyvnytskyi", "Кропивницький", "Kropyvnytskyi"),
            ("Bakhmut", "Бахмут", "Bakhmut"),
            ("Brovary", "Бровари", "Brovary"),
            ("Lutsk", "Луцьк", "루츠크"),
            ("Kerch", "Керч", "Kerch"),
        ] {
            let town = shared().named(name)[0];
            assert_eq!(town.name_in(Language::English), name);
            assert_eq!(town.name_in(Language::Ukrainian), ukrainian, "{town:?}");
            assert_eq!(town.name_in(Language::Korean), korean, "{town:?}");
        }
        for town in shared().towns() {
            let name = town.name_in(Language::Ukrainian);
            assert!(!name.contains(|c| ('가'..='힣').contains(&c)), "{town:?}");
        }
        // Former names still find it.
        assert_eq!(shared().named("Артемівськ")[0].name, "Bakhmut");
    }

    #[test]
    fn names_are_offered_largest_first_in_the_letters_that_are_typed() {
        let offered = shared().beginning_with("Kha", 5);
        assert!(offered.len() == 5 && offered[0].1.population >= offered[4].1.population);
        let offered = shared().beginning_with("Харк", 3);
        assert_eq!((offered[0].0, offered[0].1.name), ("Харків", "Kharkiv"));
        assert!(shared().beginning_with("K", 5).is_empty());
    }

    #[test]
    fn a_position_is_told_from_the_nearest_place_and_a_known_one() {
        let near = shared().near((50.62, 30.40));
        assert!(near.len() == 2, "{near:?}");
        assert_eq!(near[1].0.name, "Kyiv");
        assert!((near[1].1 - 20_350.0).abs() < 500.0, "{near:?}");
        assert!((near[1].2 - 334.5).abs() < 2.0, "{near:?}");
        // In the middle of the ocean there is none.
        assert!(shared().near((-48.9, -123.4)).is_empty());
    }
}
