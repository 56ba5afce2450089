//! The sixteen points of the compass: their short names, and the words for them in English, Ukrainian, Russian and
//! Korean.

use crate::text::t;

/// The points clockwise from north, as they are written with letters.
const POINTS: [&str; 16] = [
    "n", "nne", "ne", "ene", "e", "ese", "se", "sse", "s", "ssw", "sw", "wsw", "w", "wnw", "nw", "nnw",
];

/// How the words for the four directions begin.
const STEMS: [(char, &[&str]); 4] = [
    ('n', &["north", "північ", "север", "북"]),
    ('s', &["south", "півден", "юг", "юж", "남"]),
    ('e', &["east", "схід", "восто", "동"]),
    ('w', &["west", "захід", "запад", "서"]),
];

/// What may follow: endings of the languages, and particles.
const ENDINGS: [&str; 24] = [
    "",
    "ern",
    "erly",
    "ward",
    "wards",
    "ь",
    "о",
    "у",
    "е",
    "но",
    "ний",
    "ного",
    "ному",
    "ніше",
    "нее",
    "ный",
    "ном",
    "к",
    "ку",
    "ке",
    "чнее",
    "чный",
    "쪽",
    "쪽으로",
];

/// A point of the compass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point(usize);

impl Point {
    /// The nearest point to a bearing in degrees clockwise from north.
    #[must_use]
    pub fn nearest(bearing: f64) -> Self {
        Self((bearing.rem_euclid(360.0) / 22.5).round() as usize % 16)
    }

    /// Its short name in the language of the program: `NNW`.
    #[must_use]
    pub fn name(self) -> &'static str {
        t(&format!("compass-{}", POINTS[self.0]))
    }

    /// Degrees clockwise from north.
    #[must_use]
    pub fn bearing(self) -> f64 {
        self.0 as f64 * 22.5
    }

    /// How far a direction told by this word may be off to either side: a word is of the coarsest rose that has it.
    /// *North* is one of four directions, *north-west* one of eight, *north-north-west* one of sixteen.
    #[must_use]
    pub fn half_width(self) -> f64 {
        match self.0 % 4 {
            0 => 45.0,
            2 => 22.5,
            _ => 11.25,
        }
    }

    /// Reads `NNW`, `north-west`, `північний захід`, `북서쪽` and the like.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let letters = if POINTS.contains(&text.as_str()) {
            text
        } else {
            letters(&text)?
        };
        // Korean and old English also name the other one of two first.
        let letters = match letters.as_str() {
            "en" => "ne",
            "wn" => "nw",
            "es" => "se",
            "ws" => "sw",
            other => other,
        };
        POINTS.iter().position(|point| *point == letters).map(Self)
    }
}

/// The letters of a point that is written in words.
fn letters(text: &str) -> Option<String> {
    let mut letters = String::new();
    let words = text.split(|c: char| c.is_whitespace() || c == '-' || c == '\u{2010}' || c == '.');
    for word in words.filter(|word| !word.is_empty()) {
        let mut rest = word;
        loop {
            let (letter, after) = STEMS.iter().find_map(|(letter, stems)| {
                let after = stems.iter().find_map(|stem| rest.strip_prefix(stem))?;
                Some((*letter, after))
            })?;
            letters.push(letter);
            rest = after;
            if ENDINGS.contains(&rest) {
                break;
            }
        }
        if letters.len() > 3 {
            return None;
        }
    }
    Some(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directions_are_read_in_four_languages() {
        for (text, bearing) in [
            ("N", 0.0),
            ("north", 0.0),
            ("northern", 0.0),
            ("NNW", 337.5),
            ("north-west", 315.0),
            ("Northwest", 315.0),
            ("north north-west", 337.5),
            ("southeast", 135.0),
            ("північ", 0.0),
            ("північніше", 0.0),
            ("північний захід", 315.0),
            ("північно-східніше", 45.0),
            ("південь", 180.0),
            ("південний схід", 135.0),
            ("захід", 270.0),
            ("север", 0.0),
            ("севернее", 0.0),
            ("северо-запад", 315.0),
            ("юго-восток", 135.0),
            ("юг", 180.0),
            ("запад", 270.0),
            ("북쪽", 0.0),
            ("북서쪽으로", 315.0),
            ("동북", 45.0),
            ("남동", 135.0),
        ] {
            assert_eq!(Point::parse(text).map(Point::bearing), Some(bearing), "{text}");
        }
        for text in ["", "nen", "northing", "Norway", "Західне", "south of"] {
            assert_eq!(Point::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_bearing_has_its_nearest_point() {
        for (bearing, point) in [
            (0.0, "N"),
            (359.0, "N"),
            (11.3, "NNE"),
            (337.0, "NNW"),
            (180.0, "S"),
        ] {
            assert_eq!(Point::nearest(bearing).name(), point);
        }
    }
}
