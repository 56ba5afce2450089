//! A serial or lot number taken apart: what makes it comparable, and its value.

use std::sync::LazyLock;

use regex::Regex;
use serde::{Deserialize, Serialize};

use crate::reading::notation::{Certainty, Glyph, Notation};
use crate::reading::search::in_one_script;

/// What two numbers must have in common to be compared.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Key {
    /// The kind of component; empty when it is not known.
    pub object: String,
    /// Its maker; empty when it is not known.
    pub maker: String,
    /// What stands before the number, in the script in which it is written.
    pub prefix: String,
    /// How many digits the number has.
    pub digits: u8,
    /// What stands behind it, in form: `A` for a Latin letter, `А` for a Cyrillic one, the signs between as
    /// they are.
    pub suffix: String,
    /// The interfix of a lot number by MIL-STD-1168, which takes the place of prefix and suffix.
    pub interfix: Option<String>,
}

impl Key {
    /// Whether it is a lot by MIL-STD-1168, which says itself what a series is.
    #[must_use]
    pub const fn is_lot(&self) -> bool {
        self.interfix.is_some()
    }

    /// Whether both differ in nothing but the form of the suffix.
    pub(super) fn differs_in_suffix(&self, other: &Self) -> bool {
        self.suffix != other.suffix
            && Self {
                suffix: String::new(),
                ..self.clone()
            } == Self {
                suffix: String::new(),
                ..other.clone()
            }
    }

    /// The same with letters that have one shape in two scripts written in one of them.
    #[must_use]
    pub fn in_one_script(&self) -> Self {
        Self {
            prefix: in_one_script(&self.prefix),
            suffix: in_one_script(&self.suffix),
            ..self.clone()
        }
    }
}

/// A serial or lot number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Number {
    /// What it can be compared with.
    pub key: Key,
    /// The number.
    pub value: u64,
    /// The whole mark, in its comparable form.
    pub written: String,
    /// Whether each character is plain to see.
    pub certain: bool,
}

static LOT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"^(?<maker>[A-Z]{3}|[A-Z]{2}-|[A-Z]--)\d{2}[A-HJ-M](?<i>\d{3})[-A-Z](?<s>\d{3})(?<x>[A-Z]{0,3})$",
    )
    .ok()
});

static SERIAL: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"^(?<prefix>.*?)(?<digits>\d{1,18})(?<suffix>[\p{L}\-./ ]{0,4})$").ok());

impl Number {
    /// Takes a transcription apart by its likeliest writing. `None` when it bears no number, or characters that
    /// may belong to it are missing.
    #[must_use]
    pub fn parse(mark: &str, object: Option<&str>, maker: Option<&str>) -> Option<Self> {
        let notation = Notation::parse(mark).unwrap_or_else(|_| Notation::literal(mark));
        Self::of(&notation, object, maker)
    }

    /// The same for a transcription that is parsed already.
    #[must_use]
    pub fn of(mark: &Notation, object: Option<&str>, maker: Option<&str>) -> Option<Self> {
        let variants = mark.variants();
        let cells = variants.all.first()?;
        let mut written = String::new();
        for cell in cells {
            match cell.glyph {
                Glyph::Char(c) => written.push(c),
                Glyph::Apart => {}
                Glyph::Gap(_) | Glyph::LineBreak | Glyph::FaceBreak => return None,
            }
        }
        let written = crate::reading::normalise::normalise(written.trim());
        let certain = cells
            .iter()
            .all(|cell| cell.certainty == Certainty::Clear && !cell.struck);
        let text = |text: Option<&str>| text.map(|text| text.trim().to_lowercase()).unwrap_or_default();
        let object = text(object);
        if let Some(lot) = LOT.as_ref().and_then(|lot| lot.captures(&written)) {
            let key = Key {
                object,
                maker: lot["maker"].trim_end_matches('-').to_owned(),
                prefix: String::new(),
                digits: 3,
                suffix: String::new(),
                interfix: Some(lot["i"].to_owned()),
            };
            let value = lot["s"].parse().ok()?;
            return Some(Self {
                key,
                value,
                certain,
                written,
            });
        }
        let parts = SERIAL.as_ref()?.captures(&written)?;
        let digits = &parts["digits"];
        let key = Key {
            object,
            maker: text(maker),
            prefix: parts["prefix"].to_owned(),
            digits: u8::try_from(digits.len()).ok()?,
            suffix: form(&parts["suffix"]),
            interfix: None,
        };
        let value = digits.parse().ok()?;
        Some(Self {
            key,
            value,
            certain,
            written,
        })
    }
}

/// The form of a suffix: which scripts and signs it has, not which letters.
fn form(suffix: &str) -> String {
    suffix
        .chars()
        .map(|c| match c {
            c if c.is_ascii_alphabetic() => 'A',
            '\u{400}'..='\u{52F}' => 'А',
            c => c,
        })
        .collect()
}
