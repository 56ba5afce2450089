//! Where a photo was taken, and when by the satellites' clock: EXIF's GPS directory (EXIF 3.0 §4.6.7).

use exif::{Exif, In, Tag, Value};

use super::Facts;
use super::captured::exif_date;
use super::exif_block::{raw_text as text, uint};
use crate::text::{t, tf};

/// Puts position, altitude and satellite time into the facts.
pub(super) fn read_gps(exif: &Exif, facts: &mut Facts) {
    let coordinate = |tag, reference, [positive, negative]: [char; 2]| {
        let degrees = degrees(exif, tag)?;
        // Without the letter the half of the globe is not known, and it is not guessed.
        let side = text(exif, reference)?.chars().next()?.to_ascii_uppercase();
        if side == positive {
            Some(degrees)
        } else {
            (side == negative).then_some(-degrees)
        }
    };
    let latitude = coordinate(Tag::GPSLatitude, Tag::GPSLatitudeRef, ['N', 'S']);
    let longitude = coordinate(Tag::GPSLongitude, Tag::GPSLongitudeRef, ['E', 'W']);
    match (latitude, longitude) {
        (Some(latitude), Some(longitude)) if latitude.abs() <= 90.0 && longitude.abs() <= 180.0 => {
            facts.position = Some((latitude, longitude));
            if latitude == 0.0 && longitude == 0.0 {
                facts.warnings.push(t("metadata-null-island").to_owned());
            }
            warn_of_doubts(exif, &mut facts.warnings);
            let sides = [Tag::GPSLatitudeRef, Tag::GPSLongitudeRef].map(|tag| text(exif, tag));
            if sides
                .iter()
                .flatten()
                .any(|side| !matches!(&**side, "N" | "S" | "E" | "W"))
            {
                facts.warnings.push(t("metadata-gps-side").to_owned());
            }
            let parts = |tag| Some(rationals(&exif.get_field(tag, In::PRIMARY)?.value)?.len());
            if [Tag::GPSLatitude, Tag::GPSLongitude]
                .into_iter()
                .any(|tag| parts(tag) != Some(3))
            {
                facts.warnings.push(t("metadata-gps-parts").to_owned());
            }
        }
        _ => {
            let named = [Tag::GPSLatitude, Tag::GPSLongitude, Tag::GPSLatitudeRef];
            if named
                .iter()
                .any(|tag| exif.get_field(*tag, In::PRIMARY).is_some())
            {
                facts.warnings.push(t("metadata-no-position").to_owned());
            }
        }
    }
    facts.altitude_m = exif
        .get_field(Tag::GPSAltitude, In::PRIMARY)
        .and_then(|field| rationals(&field.value)?.first().copied().flatten())
        .map(|metres| match uint(exif, Tag::GPSAltitudeRef) {
            Some(1) => -metres,
            _ => metres,
        });
    facts.gps_time = gps_time(exif);
}

/// The numbers of a rational value; `None` for one with a zero denominator. Some phones write signed ones where
/// the standard has unsigned.
fn rationals(value: &Value) -> Option<Vec<Option<f64>>> {
    match value {
        Value::Rational(parts) => Some(
            parts
                .iter()
                .map(|part| (part.denom != 0).then(|| part.to_f64()))
                .collect(),
        ),
        Value::SRational(parts) => Some(
            parts
                .iter()
                .map(|part| (part.denom != 0).then(|| part.to_f64()))
                .collect(),
        ),
        _ => None,
    }
}

/// What the receiver itself says against its position.
fn warn_of_doubts(exif: &Exif, warnings: &mut Vec<String>) {
    if let Some(datum) = text(exif, Tag::GPSMapDatum) {
        let letters: String = datum.chars().filter(|c| c.is_ascii_alphanumeric()).collect();
        if !letters.is_empty() && !letters.eq_ignore_ascii_case("WGS84") {
            warnings.push(tf("metadata-map-datum", &[("datum", datum.into())]));
        }
    }
    if text(exif, Tag::GPSStatus).is_some_and(|status| status.eq_ignore_ascii_case("V")) {
        warnings.push(t("metadata-gps-void").to_owned());
    }
}

/// Degrees from degrees, minutes and seconds. None of them can be negative, because the side of the globe is told
/// by a letter: one that is would contradict it.
fn degrees(exif: &Exif, tag: Tag) -> Option<f64> {
    let parts = rationals(&exif.get_field(tag, In::PRIMARY)?.value)?;
    let part = |place: usize| parts.get(place).copied().unwrap_or(Some(0.0));
    parts.first()?;
    let (degrees, minutes, seconds) = (part(0)?, part(1)?, part(2)?);
    let fits = degrees >= 0.0 && (0.0..=60.0).contains(&minutes) && (0.0..=60.0).contains(&seconds);
    fits.then_some(degrees + minutes / 60.0 + seconds / 3600.0)
}

fn gps_time(exif: &Exif) -> Option<String> {
    let date = text(exif, Tag::GPSDateStamp)?;
    let parts = rationals(&exif.get_field(Tag::GPSTimeStamp, In::PRIMARY)?.value)?;
    let [Some(hours), Some(minutes), Some(seconds)] = parts[..] else {
        return None;
    };
    let whole = exif_date(&format!(
        "{date} {hours:02.0}:{minutes:02.0}:{:02.0}",
        seconds.floor()
    ))?;
    let nanoseconds = ((seconds - seconds.floor()) * 1000.0).round() as i32 * 1_000_000;
    let exact = whole
        .with()
        .subsec_nanosecond(nanoseconds.min(999_000_000))
        .build()
        .ok()?;
    Some(format!("{exact}Z"))
}
