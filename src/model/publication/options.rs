//! What is chosen for a copy. The default chooses nothing but the picture.

use serde::{Deserialize, Serialize};

use crate::text::{t, tf};

/// What is chosen for the copies of a publication; what is not chosen is withheld.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PublicationOptions {
    /// The file format of the copies.
    pub format: CopyFormat,
    /// The quality of JPEGs, 1 to 100.
    pub quality: u8,
    /// The long side in pixels; no copy is larger than its original. `None` for the original's size.
    pub size: Option<u32>,
    /// How exactly the time of capture is told.
    pub date: DatePrecision,
    /// How exactly the place is told.
    pub place: PlacePrecision,
    /// The credit line of every copy, in place of those of the photos.
    pub credit: Option<String>,
    /// Which fields of the photos are told.
    pub keep: Vec<PublishedField>,
    /// Whether the credit line stands under the picture.
    pub strip: bool,
}

/// The least and the most of [`PublicationOptions::quality`].
pub const QUALITY: (u8, u8) = (1, 100);
/// The least and the most of [`PublicationOptions::size`], in pixels.
pub const SIZE: (u32, u32) = (64, 16_000);

/// The file format of copies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CopyFormat {
    /// JPEG.
    #[default]
    Jpeg,
    /// PNG.
    Png,
}

/// How exactly a time of capture is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DatePrecision {
    /// Not at all.
    #[default]
    None,
    /// The year.
    Year,
    /// The month.
    Month,
    /// The day.
    Day,
    /// As it is known, with the offset from UTC.
    Exact,
}

/// How exactly a place is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, schemars::JsonSchema)]
pub enum PlacePrecision {
    /// Not at all.
    #[default]
    #[serde(rename = "none")]
    None,
    /// The country.
    #[serde(rename = "country")]
    Country,
    /// A cell of 10 km.
    #[serde(rename = "10km")]
    Km10,
    /// A cell of 1 km.
    #[serde(rename = "1km")]
    Km1,
    /// A cell of 100 m.
    #[serde(rename = "100m")]
    M100,
    /// As it is known.
    #[serde(rename = "exact")]
    Exact,
}

/// A field that can be told of a photo.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum PublishedField {
    /// What it shows.
    Caption,
    /// Its credit line.
    Credit,
    /// Who took it.
    Photographer,
    /// The licence under which it may be used.
    Licence,
    /// The name of the original's file.
    FileName,
    /// The SHA-256 of the original: whoever has a file can tell whether it is the one.
    Original,
}

/// Why options make no sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum OptionFault {
    /// The quality is out of its range.
    #[error("{}", tf("publication-fault-quality", &[("least", QUALITY.0.into()), ("most", QUALITY.1.into())]))]
    Quality,
    /// The size is out of its range.
    #[error("{}", tf("publication-fault-size", &[("least", SIZE.0.into()), ("most", SIZE.1.into())]))]
    Size,
    /// A strip without a credit line.
    #[error("{}", t("publication-fault-strip"))]
    Strip,
}

impl CopyFormat {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Jpeg, Self::Png];

    /// Its word on the command line.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Jpeg => "jpeg",
            Self::Png => "png",
        }
    }

    /// How the names of its files end.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
        }
    }

    /// What it is called.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
        }
    }
}

impl DatePrecision {
    /// All of them, the least first.
    pub const ALL: [Self; 5] = [Self::None, Self::Year, Self::Month, Self::Day, Self::Exact];

    /// Its word on the command line.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Year => "year",
            Self::Month => "month",
            Self::Day => "day",
            Self::Exact => "exact",
        }
    }

    /// What it is called.
    #[must_use]
    pub fn label(self) -> &'static str {
        t(match self {
            Self::None => "publication-date-none",
            Self::Year => "publication-date-year",
            Self::Month => "publication-date-month",
            Self::Day => "publication-date-day",
            Self::Exact => "publication-date-exact",
        })
    }

    /// As much of a local time `YYYY-MM-DDTHH:MM:SS[.fff]` as this lets through; `None` where that is nothing.
    #[must_use]
    pub fn of(self, time: &str) -> Option<&str> {
        let letters = match self {
            Self::None => return None,
            Self::Year => 4,
            Self::Month => 7,
            Self::Day => 10,
            Self::Exact => time.len(),
        };
        time.get(..letters)
    }
}

impl PlacePrecision {
    /// All of them, the least first.
    pub const ALL: [Self; 6] = [
        Self::None,
        Self::Country,
        Self::Km10,
        Self::Km1,
        Self::M100,
        Self::Exact,
    ];

    /// Its word on the command line.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Country => "country",
            Self::Km10 => "10km",
            Self::Km1 => "1km",
            Self::M100 => "100m",
            Self::Exact => "exact",
        }
    }

    /// What it is called.
    #[must_use]
    pub fn label(self) -> &'static str {
        t(match self {
            Self::None => "publication-place-none",
            Self::Country => "publication-place-country",
            Self::Km10 => "publication-place-10km",
            Self::Km1 => "publication-place-1km",
            Self::M100 => "publication-place-100m",
            Self::Exact => "publication-place-exact",
        })
    }

    /// The height of its cells in metres, for those that have cells.
    #[must_use]
    pub const fn cell_m(self) -> Option<u32> {
        match self {
            Self::Km10 => Some(10_000),
            Self::Km1 => Some(1_000),
            Self::M100 => Some(100),
            Self::None | Self::Country | Self::Exact => None,
        }
    }
}

impl PublishedField {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Caption,
        Self::Credit,
        Self::Photographer,
        Self::Licence,
        Self::FileName,
        Self::Original,
    ];

    /// Its word on the command line.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Caption => "caption",
            Self::Credit => "credit",
            Self::Photographer => "photographer",
            Self::Licence => "licence",
            Self::FileName => "file_name",
            Self::Original => "original",
        }
    }

    /// What it is called.
    #[must_use]
    pub fn label(self) -> &'static str {
        t(match self {
            Self::Caption => "publication-field-caption",
            Self::Credit => "publication-field-credit",
            Self::Photographer => "publication-field-photographer",
            Self::Licence => "publication-field-licence",
            Self::FileName => "publication-field-file-name",
            Self::Original => "publication-field-original",
        })
    }
}

impl PublicationOptions {
    /// Whether a field is chosen.
    #[must_use]
    pub fn keeps(&self, field: PublishedField) -> bool {
        self.keep.contains(&field)
    }

    /// The credit line that stands for all copies, if it says anything.
    #[must_use]
    pub fn credit(&self) -> Option<&str> {
        self.credit
            .as_deref()
            .map(str::trim)
            .filter(|credit| !credit.is_empty())
    }

    /// That the options make sense.
    ///
    /// # Errors
    /// The first that does not.
    pub fn check(&self) -> Result<(), OptionFault> {
        if !(QUALITY.0..=QUALITY.1).contains(&self.quality) {
            return Err(OptionFault::Quality);
        }
        if self.size.is_some_and(|size| !(SIZE.0..=SIZE.1).contains(&size)) {
            return Err(OptionFault::Size);
        }
        if self.strip && self.credit().is_none() && !self.keeps(PublishedField::Credit) {
            return Err(OptionFault::Strip);
        }
        Ok(())
    }
}

impl Default for PublicationOptions {
    fn default() -> Self {
        Self {
            format: CopyFormat::Jpeg,
            quality: 90,
            size: None,
            date: DatePrecision::None,
            place: PlacePrecision::None,
            credit: None,
            keep: Vec::new(),
            strip: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_the_names_in_json_and_nothing_is_chosen_by_itself() {
        for place in PlacePrecision::ALL {
            assert_eq!(serde_json::to_value(place).ok(), Some(place.word().into()));
        }
        for date in DatePrecision::ALL {
            assert_eq!(serde_json::to_value(date).ok(), Some(date.word().into()));
        }
        for field in PublishedField::ALL {
            assert_eq!(serde_json::to_value(field).ok(), Some(field.word().into()));
            assert!(!PublicationOptions::default().keeps(field));
        }
        for format in CopyFormat::ALL {
            assert_eq!(serde_json::to_value(format).ok(), Some(format.word().into()));
        }
    }

    #[test]
    fn a_time_is_cut_and_never_rounded() {
        let time = "2024-08-18T23:59:59.9";
        let cut = DatePrecision::ALL.map(|precision| precision.of(time));
        assert_eq!(
            cut,
            [
                None,
                Some("2024"),
                Some("2024-08"),
                Some("2024-08-18"),
                Some(time)
            ]
        );
        assert_eq!(DatePrecision::Day.of("2024"), None);
    }

    #[test]
    fn options_that_make_no_sense_are_refused() {
        let with = |change: fn(&mut PublicationOptions)| {
            let mut options = PublicationOptions::default();
            change(&mut options);
            options.check()
        };
        assert_eq!(with(|_| ()), Ok(()));
        assert_eq!(with(|options| options.quality = 0), Err(OptionFault::Quality));
        assert_eq!(with(|options| options.size = Some(8)), Err(OptionFault::Size));
        assert_eq!(with(|options| options.strip = true), Err(OptionFault::Strip));
        let credited = |options: &mut PublicationOptions| {
            options.strip = true;
            options.credit = Some("A".to_owned());
        };
        assert_eq!(with(credited), Ok(()));
    }
}
