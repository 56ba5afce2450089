//! What is drawn of a tile with vectors, and how: what a feature is by the names of layers that
//! [OpenMapTiles](https://openmaptiles.org/schema/) and the [basemap of Protomaps](https://docs.protomaps.com/basemaps/layers) use, and a
//! quiet look of it, because the marks over it are what counts. A layer by another name is drawn in a neutral line.

use super::vector::{Feature, Form};

/// Red, green, blue and alpha.
pub type Colour = [u8; 4];

/// The colours of a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Palette {
    /// What nothing else covers.
    pub land: Colour,
    /// Woods and parks.
    pub green: Colour,
    /// Where people live and work.
    pub built: Colour,
    /// Ice, sand and rock.
    pub bare: Colour,
    /// Seas, lakes and rivers.
    pub water: Colour,
    /// Houses.
    pub building: Colour,
    /// Motorways and trunk roads.
    pub motorway: Colour,
    /// Other roads between towns.
    pub road: Colour,
    /// Streets.
    pub street: Colour,
    /// Paths and tracks.
    pub path: Colour,
    /// Railways.
    pub rail: Colour,
    /// Borders of countries and their parts.
    pub border: Colour,
    /// What is of a layer that is not known.
    pub other: Colour,
}

/// For figures: on white paper.
pub const PAPER: Palette = Palette {
    land: [0xff, 0xff, 0xff, 0xff],
    green: [0xea, 0xf1, 0xe6, 0xff],
    built: [0xf3, 0xf1, 0xee, 0xff],
    bare: [0xf5, 0xf3, 0xea, 0xff],
    water: [0xdc, 0xe7, 0xec, 0xff],
    building: [0xe4, 0xe1, 0xdc, 0xff],
    motorway: [0xb9, 0xb2, 0xa6, 0xff],
    road: [0xcb, 0xc6, 0xbd, 0xff],
    street: [0xd9, 0xd6, 0xd0, 0xff],
    path: [0xdd, 0xda, 0xd4, 0xff],
    rail: [0xb4, 0xb4, 0xb8, 0xff],
    border: [0x8a, 0x95, 0x99, 0xff],
    other: [0xb0, 0xb0, 0xb0, 0xff],
};

/// What a feature is, in the order in which they are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Look {
    /// Ground.
    Land,
    /// Where people live and work.
    Built,
    /// Ice, sand and rock.
    Bare,
    /// Woods and parks.
    Green,
    /// Seas, lakes and broad rivers.
    Water,
    /// Rivers as lines.
    River,
    /// Streams, canals and ditches.
    Stream,
    /// Houses.
    Building,
    /// Of a layer that is not known.
    Other,
    /// A path or a track.
    Path,
    /// A street.
    Street,
    /// A road between towns.
    Road,
    /// A larger road.
    MainRoad,
    /// A motorway.
    Motorway,
    /// A railway.
    Rail,
    /// The border of a part of a country.
    Region,
    /// The border of a country.
    Border,
}

impl Look {
    /// All of them, in the order in which they are drawn.
    pub const ALL: [Self; 17] = [
        Self::Land,
        Self::Built,
        Self::Bare,
        Self::Green,
        Self::Water,
        Self::River,
        Self::Stream,
        Self::Building,
        Self::Other,
        Self::Path,
        Self::Street,
        Self::Road,
        Self::MainRoad,
        Self::Motorway,
        Self::Rail,
        Self::Region,
        Self::Border,
    ];

    /// Its colour.
    #[must_use]
    pub fn colour(self, palette: &Palette) -> Colour {
        match self {
            Self::Land => palette.land,
            Self::Built => palette.built,
            Self::Bare => palette.bare,
            Self::Green => palette.green,
            Self::Water | Self::River | Self::Stream => palette.water,
            Self::Building => palette.building,
            Self::Other => palette.other,
            Self::Path => palette.path,
            Self::Street => palette.street,
            Self::Road | Self::MainRoad => palette.road,
            Self::Motorway => palette.motorway,
            Self::Rail => palette.rail,
            Self::Region | Self::Border => palette.border,
        }
    }

    /// How wide its line is at a zoom of tiles, in points.
    #[must_use]
    pub fn width(self, zoom: u8) -> f32 {
        let zoom = f32::from(zoom);
        // Doubling every two zooms: slower than the ground, so that a road is seen from afar and no band from near.
        let growing = |at_12: f32| (at_12 * ((zoom - 12.0) / 2.0).exp2()).clamp(0.5, at_12 * 6.0);
        match self {
            Self::River => growing(1.6),
            Self::Stream => growing(0.8),
            Self::Path => growing(0.4),
            Self::Street => growing(0.9),
            Self::Road => growing(1.2),
            Self::MainRoad => growing(1.6),
            Self::Motorway => growing(2.0),
            Self::Rail => 0.9,
            Self::Region => 0.8,
            Self::Border => 1.2,
            _ => 0.8,
        }
    }

    /// Dashes and gaps of its line, in points.
    #[must_use]
    pub fn dashes(self) -> Option<[f32; 2]> {
        match self {
            Self::Border => Some([6.0, 3.0]),
            Self::Region => Some([3.0, 3.0]),
            Self::Rail => Some([5.0, 2.0]),
            _ => None,
        }
    }
}

/// What a feature is to be drawn as; `None` for what is not drawn: numbers of houses, shops, labels.
#[must_use]
pub fn look(layer: &str, feature: &Feature<'_>) -> Option<Look> {
    let class = class(feature);
    match (layer, feature.form) {
        (
            "place"
            | "places"
            | "poi"
            | "pois"
            | "housenumber"
            | "mountain_peak"
            | "aerodrome_label"
            | "water_name"
            | "transportation_name"
            | "physical_point"
            | "mask"
            | "natural_point"
            | "globallandcover",
            _,
        )
        | (_, Form::Points) => None,
        ("earth", Form::Areas) => Some(Look::Land),
        ("water", Form::Areas) => Some(Look::Water),
        ("water" | "waterway" | "physical_line", _) => Some(match class {
            "river" | "" => Look::River,
            _ => Look::Stream,
        }),
        ("landcover" | "landuse" | "natural" | "park" | "aeroway", Form::Areas) => ground(layer, class),
        ("building" | "buildings", Form::Areas) => Some(Look::Building),
        ("transportation" | "roads" | "transit", Form::Lines) => road(class),
        ("boundary" | "boundaries", Form::Lines) => border(feature, class),
        (
            "earth" | "landcover" | "landuse" | "natural" | "park" | "building" | "buildings"
            | "transportation" | "roads" | "transit" | "boundary" | "boundaries",
            _,
        ) => None,
        ("aeroway", _) => Some(Look::Road),
        _ => Some(Look::Other),
    }
}

fn class<'a>(feature: &Feature<'a>) -> &'a str {
    ["class", "kind", "pmap:kind"]
        .into_iter()
        .map(|key| feature.text(key))
        .find(|text| !text.is_empty())
        .unwrap_or_default()
}

fn ground(layer: &str, class: &str) -> Option<Look> {
    match class {
        "wood" | "forest" | "grass" | "grassland" | "park" | "national_park" | "nature_reserve"
        | "protected_area" | "scrub" | "wetland" | "meadow" | "cemetery" | "golf_course" | "pitch"
        | "village_green" | "orchard" | "garden" | "recreation_ground" | "stadium" | "zoo" => {
            Some(Look::Green)
        }
        "ice" | "glacier" | "sand" | "beach" | "rock" | "bare_rock" | "barren" | "quarry" => Some(Look::Bare),
        "residential" | "urban_area" | "suburb" | "neighbourhood" | "commercial" | "industrial"
        | "retail" | "military" | "hospital" | "school" | "university" | "college" | "aerodrome"
        | "airfield" | "railway" | "garages" | "naval_base" | "pedestrian" | "runway" | "taxiway"
        | "apron" | "helipad" => Some(Look::Built),
        _ if layer == "park" => Some(Look::Green),
        _ => None,
    }
}

fn road(class: &str) -> Option<Look> {
    Some(match class {
        "motorway" | "trunk" | "highway" => Look::Motorway,
        "primary" | "major_road" => Look::MainRoad,
        "secondary" | "tertiary" | "medium_road" => Look::Road,
        "path" | "track" | "pedestrian" | "footway" | "other" => Look::Path,
        "rail" | "transit" | "railway" | "subway" | "tram" | "light_rail" => Look::Rail,
        "ferry" | "aerialway" | "pier" => return None,
        _ => Look::Street,
    })
}

fn border(feature: &Feature<'_>, class: &str) -> Option<Look> {
    if feature.number("maritime") == Some(1.0) {
        return None;
    }
    let level = [
        "admin_level",
        "kind_detail",
        "pmap:min_admin_level",
        "min_admin_level",
    ]
    .into_iter()
    .find_map(|key| feature.number(key));
    match (class, level) {
        ("country", _) => Some(Look::Border),
        (_, Some(level)) if level <= 2.0 => Some(Look::Border),
        ("region" | "macroregion", _) => Some(Look::Region),
        (_, Some(level)) if level <= 4.0 => Some(Look::Region),
        _ => None,
    }
}

/// How important the name of a place is, the smaller the more, and whether it is that of an area; `None` for what has none to
/// be written.
#[must_use]
pub fn rank(layer: &str, feature: &Feature<'_>, zoom: u8) -> Option<(u16, bool)> {
    if !matches!(layer, "place" | "places") || feature.form != Form::Points {
        return None;
    }
    let detail = ["kind_detail", "pmap:kind_detail", "class", "kind", "pmap:kind"]
        .into_iter()
        .map(|key| feature.text(key))
        .find(|text| !text.is_empty())
        .unwrap_or_default();
    let kind = class(feature);
    let (base, is_area, until) = match (kind, detail) {
        ("country", _) => (0, true, 8),
        ("state" | "region" | "province", _) => (300, true, 9),
        (_, "city") => (100, false, 15),
        (_, "town") => (400, false, 17),
        (_, "village") => (600, false, 20),
        (_, "hamlet" | "isolated_dwelling" | "farm" | "locality") => (800, false, 24),
        (_, "suburb" | "quarter" | "neighbourhood" | "borough" | "macrohood") => (700, false, 24),
        ("locality", _) => (500, false, 20),
        ("neighbourhood", _) => (700, false, 24),
        _ => return None,
    };
    if zoom > until {
        return None;
    }
    let own = feature.number("rank").or_else(|| {
        // The more people the higher; here the most important has the smallest number.
        Some(20.0 - feature.number("population_rank")?.clamp(0.0, 20.0))
    });
    // Between 0 and 99.
    Some((base + own.unwrap_or(50.0).clamp(0.0, 99.0) as u16, is_area))
}

/// The name of a place in a language, or else as the people there write it.
#[must_use]
pub fn name<'a>(feature: &Feature<'a>, language: &str) -> Option<&'a str> {
    [&format!("name:{language}"), &format!("name_{language}"), "name"]
        .into_iter()
        .map(|key| feature.text(key).trim())
        .find(|name| !name.is_empty())
}
