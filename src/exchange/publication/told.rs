//! What is told of a photo: the fields that were chosen, its time and place as exactly as was chosen, and what is withheld of
//! all that is known.

use std::collections::BTreeMap;

use serde::Serialize;

use super::xmp::Chosen;
use crate::intake::format::Format;
use crate::intake::metadata::beside::beside;
use crate::intake::metadata::facts;
use crate::model::place::cell::cell;
use crate::model::place::outlines;
use crate::model::publication::{
    DatePrecision, PlacePrecision, PublicationOptions, PublishedField, Withheld, WithheldKind,
};
use crate::model::{Photo, Redaction};
use crate::text::language;

/// A photo's place as it is told.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
pub struct ToldPlace {
    /// The country, in the language of the program.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<&'static str>,
    /// Degrees north, WGS 84.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latitude: Option<f64>,
    /// Degrees east, WGS 84.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub longitude: Option<f64>,
    /// Metres in which the true place lies; none where it is told as it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub radius_m: Option<f64>,
}

/// The photo's place, as exactly as `precision` lets through; `None` where nothing is to be told or known.
#[must_use]
pub fn place(photo: &Photo, precision: PlacePrecision) -> Option<ToldPlace> {
    let position = photo.position()?;
    let point = |(latitude, longitude), radius_m| ToldPlace {
        country: None,
        latitude: Some(latitude),
        longitude: Some(longitude),
        radius_m,
    };
    match precision {
        PlacePrecision::None => None,
        PlacePrecision::Country => Some(ToldPlace {
            country: Some(outlines::shared().country_at(position)?.name(language())),
            ..ToldPlace::default()
        }),
        PlacePrecision::Exact => Some(point(position, None)),
        PlacePrecision::Km10 | PlacePrecision::Km1 | PlacePrecision::M100 => {
            let about = cell(position, precision.cell_m()?);
            Some(point((about.latitude, about.longitude), Some(about.radius_m)))
        }
    }
}

/// The photo's time of capture, as exactly as `precision` lets through.
#[must_use]
pub fn time(photo: &Photo, precision: DatePrecision) -> Option<String> {
    let taken = photo.taken()?;
    let told = precision.of(&taken)?;
    let offset = photo.offset().filter(|_| precision == DatePrecision::Exact);
    Some(format!("{told}{}", offset.unwrap_or_default()))
}

/// The fields that were chosen, as far as the photo has them.
#[must_use]
pub fn chosen(photo: &Photo, options: &PublicationOptions) -> Chosen {
    let of = |field, text: Option<&str>| {
        let text = text.map(str::trim).filter(|text| !text.is_empty());
        text.filter(|_| options.keeps(field)).map(str::to_owned)
    };
    Chosen {
        caption: of(PublishedField::Caption, Some(&photo.caption)),
        credit: options
            .credit()
            .map(str::to_owned)
            .or_else(|| of(PublishedField::Credit, photo.credit.as_deref())),
        photographer: of(PublishedField::Photographer, photo.photographer.as_deref()),
        licence: of(PublishedField::Licence, photo.licence.as_deref()),
        original: options
            .keeps(PublishedField::Original)
            .then(|| photo.sha256.to_string()),
    }
}

/// What is known of the photo and not in its copy or the tables, in order: of the record, and of the file as far as it is
/// understood. The file itself is never in a copy.
#[must_use]
pub fn withheld(
    photo: &Photo,
    original: &[u8],
    redactions: &[Redaction],
    options: &PublicationOptions,
) -> Vec<Withheld> {
    let mut withheld = of_record(photo, redactions, options);
    let Some(format) = Format::sniff(original) else {
        return withheld;
    };
    let mut blocks: BTreeMap<String, u64> = BTreeMap::new();
    let mut has_serial = photo.camera_serial.is_some();
    for (block, name, _) in facts(original, format).tags {
        has_serial |= name.contains("SerialNumber");
        *blocks.entry(block).or_default() += 1;
    }
    if has_serial {
        withheld.push(Withheld::new(WithheldKind::SerialNumber, "", 1));
    }
    let blocks = blocks.into_iter();
    withheld.extend(blocks.map(|(name, count)| Withheld::new(WithheldKind::Metadata, name, count)));
    let beside = beside(original, format);
    let segments = beside.segments.into_iter();
    withheld.extend(segments.map(|(name, count)| Withheld::new(WithheldKind::Segment, name, count)));
    if beside.trailing > 0 {
        withheld.push(Withheld::new(WithheldKind::TrailingData, "", beside.trailing));
    }
    withheld.sort();
    withheld
}

/// What of the record is withheld: known without a look at the file.
#[must_use]
pub fn of_record(photo: &Photo, redactions: &[Redaction], options: &PublicationOptions) -> Vec<Withheld> {
    let mut withheld = Vec::new();
    let mut reasons: BTreeMap<&str, u64> = BTreeMap::new();
    for redaction in redactions {
        *reasons.entry(redaction.why.word()).or_default() += 1;
    }
    let reasons = reasons.into_iter();
    withheld.extend(reasons.map(|(why, count)| Withheld::new(WithheldKind::Redaction, why, count)));
    let is_placed = photo.position().is_some() || photo.latitude.is_some();
    if is_placed && options.place != PlacePrecision::Exact {
        withheld.push(Withheld::new(WithheldKind::Position, "", 1));
    }
    let is_timed = photo.captured.is_some() || photo.gps_time.is_some();
    if is_timed && options.date != DatePrecision::Exact {
        withheld.push(Withheld::new(WithheldKind::Time, "", 1));
    }
    let told = chosen(photo, options);
    let is_said = |text: &Option<String>| text.as_deref().is_some_and(|text| !text.trim().is_empty());
    let kept = |field| options.keeps(field);
    let fields: [(&str, bool); 15] = [
        (
            "caption",
            !photo.caption.trim().is_empty() && told.caption.is_none(),
        ),
        // A line for all copies stands in the place of the photo's own.
        ("credit", is_said(&photo.credit) && told.credit != photo.credit),
        (
            "photographer",
            is_said(&photo.photographer) && told.photographer.is_none(),
        ),
        ("licence", is_said(&photo.licence) && told.licence.is_none()),
        ("file_name", !kept(PublishedField::FileName)),
        ("original", !kept(PublishedField::Original)),
        ("source_path", photo.source_path.is_some()),
        ("photo_set", photo.photo_set.is_some()),
        ("altitude_m", photo.altitude_m.is_some()),
        ("camera_make", photo.camera_make.is_some()),
        ("camera_model", photo.camera_model.is_some()),
        ("lens", photo.lens.is_some()),
        ("software", photo.software.is_some()),
        ("notes", !photo.notes.trim().is_empty()),
        ("gps_time", photo.gps_time.is_some()),
    ];
    let fields = fields.into_iter().filter(|(_, is_withheld)| *is_withheld);
    withheld.extend(fields.map(|(name, _)| Withheld::new(WithheldKind::Field, name, 1)));
    withheld.sort();
    withheld
}

#[cfg(test)]
mod tests {
    use super::*;

    fn photo() -> Photo {
        Photo {
            file_name: "IMG_0113.JPG".to_owned(),
            captured: Some("2024-08-18T10:12:00".to_owned()),
            captured_offset: Some("+03:00".to_owned()),
            latitude: Some(50.4501),
            longitude: Some(30.5234),
            photographer: Some("A person".to_owned()),
            credit: Some("Team".to_owned()),
            ..Photo::default()
        }
    }

    fn names(withheld: &[Withheld]) -> Vec<&str> {
        withheld.iter().map(|withheld| withheld.name.as_str()).collect()
    }

    #[test]
    fn nothing_is_told_that_was_not_chosen_and_all_of_it_is_listed() {
        let options = PublicationOptions::default();
        assert_eq!(chosen(&photo(), &options), Chosen::default());
        assert_eq!(time(&photo(), options.date), None);
        assert_eq!(place(&photo(), options.place), None);
        let withheld = of_record(&photo(), &[], &options);
        assert_eq!(
            names(&withheld),
            ["", "", "credit", "file_name", "original", "photographer"]
        );
    }

    #[test]
    fn what_is_told_coarsely_is_withheld_all_the_same() {
        let options = PublicationOptions {
            place: PlacePrecision::Km10,
            date: DatePrecision::Month,
            keep: vec![PublishedField::Credit],
            credit: Some("Another".to_owned()),
            ..PublicationOptions::default()
        };
        assert_eq!(time(&photo(), options.date).as_deref(), Some("2024-08"));
        assert_eq!(
            time(&photo(), DatePrecision::Exact).as_deref(),
            Some("2024-08-18T10:12:00+03:00")
        );
        let told = place(&photo(), options.place).unwrap();
        assert!(
            told.radius_m
                .is_some_and(|radius| (7000.0..7500.0).contains(&radius))
        );
        let kinds = of_record(&photo(), &[], &options);
        let kinds: Vec<WithheldKind> = kinds.iter().map(|withheld| withheld.what).collect();
        assert!(kinds.contains(&WithheldKind::Position) && kinds.contains(&WithheldKind::Time));
        assert_eq!(chosen(&photo(), &options).credit.as_deref(), Some("Another"));
        assert!(names(&of_record(&photo(), &[], &options)).contains(&"credit"));
    }
}
