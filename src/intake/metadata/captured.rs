//! When a photo was taken: EXIF's dates, else XMP's, else IPTC's. A date that is blank, impossible or without its
//! time is no time of capture; it is told in a note, never filled up.

use exif::{Exif, In, Tag, Value};
use jiff::civil::{Date, DateTime};

use super::exif_block::raw_text as text;
use super::tag::cut_to;
use super::xmp::Packet;
use super::{Captured, iptc};
use crate::text::{t, tf};

/// When the photo in `bytes` was taken, from the first block that says so.
pub(super) fn captured(
    bytes: &[u8],
    exif: Option<&Exif>,
    packet: Option<&Packet<'_>>,
    warnings: &mut Vec<String>,
) -> Option<Captured> {
    exif.and_then(|exif| of_exif(exif, warnings))
        .or_else(|| of_xmp(packet?, warnings))
        .or_else(|| of_iptc(bytes, warnings))
}

fn of_exif(exif: &Exif, warnings: &mut Vec<String>) -> Option<Captured> {
    let tags = [
        (
            Tag::DateTimeOriginal,
            Tag::SubSecTimeOriginal,
            Tag::OffsetTimeOriginal,
            "DateTimeOriginal",
        ),
        (
            Tag::DateTimeDigitized,
            Tag::SubSecTimeDigitized,
            Tag::OffsetTimeDigitized,
            "DateTimeDigitized",
        ),
    ];
    for (date, fraction, offset, origin) in tags {
        let Some(field) = exif.get_field(date, In::PRIMARY) else {
            continue;
        };
        let Value::Ascii(parts) = &field.value else {
            continue;
        };
        let raw = String::from_utf8_lossy(parts.first().map_or(&[][..], Vec::as_slice)).into_owned();
        let Some(mut local) = exif_date(&raw) else {
            // Many cameras leave both dates blank: one note is enough.
            let note = no_date(&raw);
            if !warnings.contains(&note) {
                warnings.push(note);
            }
            continue;
        };
        if let Some(nanoseconds) = text(exif, fraction).as_deref().and_then(fraction_of_second)
            && let Ok(exact) = local.with().subsec_nanosecond(nanoseconds).build()
        {
            local = exact;
        }
        if local.date() == local.date().first_of_year() && local.hour() == 0 && local.minute() == 0 {
            warnings.push(t("metadata-clock-never-set").to_owned());
        }
        if !is_as_exif_asks(&raw) {
            warnings.push(tf("metadata-date-odd", &[("value", cut_to(&raw, 40).into())]));
        }
        let offset_origin = offset.to_string();
        let offset = text(exif, offset)
            .filter(|offset| !offset.trim_matches([' ', ':']).is_empty())
            .and_then(|offset| checked_offset(offset, warnings));
        return Some(Captured::new(local, origin).with_offset(offset, &offset_origin));
    }
    None
}

fn of_xmp(packet: &Packet<'_>, warnings: &mut Vec<String>) -> Option<Captured> {
    let (raw, name) = packet.capture_date()?;
    let origin = match name {
        "DateTimeOriginal" => "XMP exif:DateTimeOriginal",
        "DateCreated" => "XMP photoshop:DateCreated",
        _ => "XMP xmp:CreateDate",
    };
    // A date alone, or a year: XMP allows it (ISO 16684-1 §8.2.1.2), but it is no time.
    let Some((date, time)) = raw.split_once('T') else {
        warnings.push(if is_blank(&raw) {
            no_date(&raw)
        } else {
            without_time(&raw, origin)
        });
        return None;
    };
    let (time, offset) = match time.find(['+', '-', 'Z']) {
        Some(place) => (&time[..place], Some(&time[place..])),
        None => (time, None),
    };
    let Some(local) = iso_date(date, time) else {
        warnings.push(no_date(&raw));
        return None;
    };
    if time.len() == "HH:MM".len() {
        warnings.push(t("metadata-no-seconds").to_owned());
    }
    let offset = match offset {
        Some("Z") => Some("+00:00".to_owned()),
        Some(offset) => checked_offset(offset.to_owned(), warnings),
        None => None,
    };
    Some(Captured::new(local, origin).with_offset(offset, origin))
}

/// IIM 2:55 is `CCYYMMDD`, 2:60 `HHMMSS±HHMM` (IPTC-NAA IIM 4.2 §6).
fn of_iptc(bytes: &[u8], warnings: &mut Vec<String>) -> Option<Captured> {
    const ORIGIN: &str = "IPTC DateCreated";
    let (date, time) = iptc::created(bytes)?;
    let Some(time) = time else {
        warnings.push(if is_blank(&date) {
            no_date(&date)
        } else {
            without_time(&date, ORIGIN)
        });
        return None;
    };
    let raw = format!("{date} {time}");
    let parsed = (|| {
        let date = format!("{}-{}-{}", date.get(..4)?, date.get(4..6)?, date.get(6..)?);
        let clock = format!("{}:{}:{}", time.get(..2)?, time.get(2..4)?, time.get(4..6)?);
        iso_date(&date, &clock)
    })();
    let Some(local) = parsed else {
        warnings.push(no_date(&raw));
        return None;
    };
    let offset = time.get(6..).filter(|offset| !offset.is_empty()).map(|offset| {
        match (offset.get(..3), offset.get(3..)) {
            (Some(hours), Some(minutes)) => format!("{hours}:{minutes}"),
            _ => offset.to_owned(),
        }
    });
    let offset = offset.and_then(|offset| checked_offset(offset, warnings));
    Some(Captured::new(local, ORIGIN).with_offset(offset, "IPTC TimeCreated"))
}

impl Captured {
    fn new(local: DateTime, origin: &'static str) -> Self {
        Self {
            local,
            offset: None,
            offset_origin: None,
            origin,
        }
    }

    fn with_offset(self, offset: Option<String>, origin: &str) -> Self {
        Self {
            offset_origin: offset.is_some().then(|| origin.to_owned()),
            offset,
            ..self
        }
    }
}

/// Clocks on Earth differ from UTC by whole quarters of an hour.
const QUARTER: i64 = 15 * 60;
/// Satellite time is that of the last fix, which can be a little older than the photo.
const LATE: i64 = 120;

/// A camera that states no offset but has the satellites' time (UTC) tells the offset by the difference of both, where
/// that is a whole number of quarters of an hour.
pub(super) fn offset_by_satellites(captured: &mut Captured, gps_time: &str, warnings: &mut Vec<String>) {
    let Some(utc) = gps_time
        .strip_suffix('Z')
        .and_then(|utc| utc.parse::<DateTime>().ok())
    else {
        return;
    };
    if captured.offset.is_some() {
        return;
    }
    let Ok(apart) = captured.local.since((jiff::Unit::Second, utc)) else {
        return;
    };
    let apart = apart.get_seconds();
    let quarters = (apart as f64 / QUARTER as f64).round() as i64;
    let is_exact = (apart - quarters * QUARTER).abs() <= LATE;
    let offset = {
        let (sign, minutes) = (if quarters < 0 { '-' } else { '+' }, quarters.abs() * 15);
        format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
    };
    if is_exact && (-12 * 4..=14 * 4).contains(&quarters) {
        captured.offset = Some(offset);
        captured.offset_origin = Some("GPSTimeStamp".to_owned());
    } else {
        warnings.push(tf("metadata-clocks-differ", &[("seconds", apart.into())]));
    }
}

/// Whether a date has only what cameras fill unknown ones with.
fn is_blank(raw: &str) -> bool {
    raw.trim_matches([' ', ':', '-', 'T', '0', '\0']).is_empty()
}

fn no_date(raw: &str) -> String {
    let key = if is_blank(raw) {
        "metadata-date-blank"
    } else {
        "metadata-date-unreadable"
    };
    tf(key, &[("value", raw.trim_end_matches('\0').into())])
}

fn without_time(raw: &str, origin: &str) -> String {
    tf(
        "metadata-date-without-time",
        &[("value", raw.into()), ("origin", origin.into())],
    )
}

fn checked_offset(offset: String, warnings: &mut Vec<String>) -> Option<String> {
    if is_offset(&offset) {
        return Some(offset);
    }
    warnings.push(tf("metadata-offset-unreadable", &[("value", offset.into())]));
    None
}

/// `YYYY:MM:DD HH:MM:SS` (EXIF 3.0 §4.6.6). Some writers use the separators of ISO 8601.
pub(super) fn exif_date(raw: &str) -> Option<DateTime> {
    let raw = raw.trim_matches(|c: char| c.is_whitespace() || c == '\0');
    let (date, time) = raw.split_once([' ', 'T'])?;
    let mut date = date.split([':', '-']);
    let mut part = || date.next()?.trim().parse::<i16>().ok();
    let (year, month, day) = (part()?, part()?, part()?);
    let small = |n: i16| i8::try_from(n).ok();
    at(Date::new(year, small(month)?, small(day)?).ok()?, time.get(..8)?)
}

/// Whether a date that could be read is written as the standard has it, with the NUL at its end or without.
fn is_as_exif_asks(raw: &str) -> bool {
    let raw = raw.trim_end_matches(['\0', ' ']);
    raw.len() == 19
        && raw.bytes().enumerate().all(|(place, byte)| match place {
            4 | 7 | 13 | 16 => byte == b':',
            10 => byte == b' ',
            _ => byte.is_ascii_digit(),
        })
}

/// `YYYY-MM-DD` and `HH:MM[:SS[.fraction]]`.
fn iso_date(date: &str, time: &str) -> Option<DateTime> {
    let whole = date.len() == "YYYY-MM-DD".len() && time.len() >= "HH:MM".len();
    whole.then(|| at(date.parse().ok()?, time)).flatten()
}

fn at(date: Date, time: &str) -> Option<DateTime> {
    // Before the first photograph: a camera that writes zeros.
    const FIRST_PHOTOGRAPH: i16 = 1826;
    // A second 60 would be taken for 59, which nobody wrote.
    if time.get(6..8) == Some("60") {
        return None;
    }
    let time: DateTime = format!("2000-01-01T{time}").parse().ok()?;
    (date.year() >= FIRST_PHOTOGRAPH).then(|| date.to_datetime(time.time()))
}

/// `SubSecTime` holds the digits after the decimal point.
fn fraction_of_second(digits: &str) -> Option<i32> {
    let digits: String = digits.chars().take(9).collect();
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    format!("{digits:0<9}").parse().ok()
}

/// `+HH:MM` or `-HH:MM` (EXIF 3.0 §4.6.6), within what clocks on Earth are set to.
fn is_offset(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 6
        && matches!(bytes[0], b'+' | b'-')
        && bytes[3] == b':'
        && [1, 2, 4, 5].iter().all(|place| bytes[*place].is_ascii_digit())
        && bytes[1..3] <= b"14"[..]
        && bytes[4] < b'6'
}

#[cfg(test)]
mod tests {
    use super::super::xmp;
    use super::*;
    use crate::intake::format::Format;
    use crate::intake::metadata::facts;

    #[test]
    fn the_satellites_tell_an_offset_of_whole_quarters() {
        let local = jiff::civil::date(2024, 8, 18).at(3, 41, 10, 0);
        let by = |utc: &str| {
            let (mut captured, mut warnings) = (Captured::new(local, "DateTimeOriginal"), Vec::new());
            offset_by_satellites(&mut captured, utc, &mut warnings);
            (captured.offset, warnings.len())
        };
        assert_eq!(by("2024-08-18T00:40:01Z"), (Some("+03:00".to_owned()), 0));
        assert_eq!(by("2024-08-17T21:56:10Z"), (Some("+05:45".to_owned()), 0));
        assert_eq!(by("2024-08-18T08:11:00Z"), (Some("-04:30".to_owned()), 0));
        assert_eq!(
            by("2024-08-18T00:33:00Z"),
            (None, 1),
            "the clocks differ by minutes"
        );
        assert_eq!(by("2024-08-17T00:41:10Z"), (None, 1), "more than any zone");
        assert_eq!(by("nonsense"), (None, 0));
        let mut stated = Captured::new(local, "DateTimeOriginal").with_offset(Some("+02:00".to_owned()), "x");
        offset_by_satellites(&mut stated, "2024-08-18T00:41:10Z", &mut Vec::new());
        assert_eq!(stated.offset.as_deref(), Some("+02:00"), "what is stated counts");
    }

    fn with_xmp(date: &str) -> Vec<u8> {
        let packet = format!(
            r#"<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
            xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"><rdf:Description photoshop:DateCreated="{date}"/>
            </rdf:RDF></x:xmpmeta>"#
        );
        xmp::tests::jpeg(&packet)
    }

    #[test]
    fn blank_and_impossible_dates_are_no_dates() {
        for raw in [
            "    :  :     :  :  ",
            "0000:00:00 00:00:00",
            "2024:13:01 00:00:00",
            "",
            "2024:01:01",
        ] {
            assert_eq!(exif_date(raw), None, "{raw:?}");
        }
        let expected = jiff::civil::date(2024, 8, 18).at(3, 40, 1, 0);
        assert_eq!(exif_date("2024:08:18 03:40:01\0"), Some(expected));
        assert_eq!(exif_date("2024-08-18T03:40:01"), Some(expected));
        assert_eq!(exif_date("2024:08:18 03:40:60"), None);
        assert!(is_as_exif_asks("2024:08:18 03:40:01\0"));
        assert!(!is_as_exif_asks("2024-08-18 03:40:01"));
        assert!(!is_as_exif_asks("2024:08:18 03:40:01 and more"));
    }

    #[test]
    fn a_date_without_a_time_is_not_made_midnight() {
        for date in ["2024-08-18", "2024-08", "2024"] {
            let facts = facts(&with_xmp(date), Format::Jpeg);
            assert_eq!(facts.captured, None, "{date}");
            assert_eq!(facts.warnings, [without_time(date, "XMP photoshop:DateCreated")]);
        }
    }

    #[test]
    fn a_time_of_xmp_keeps_its_offset_and_tells_of_missing_seconds() {
        let read = facts(&with_xmp("2024-08-18T03:40+03:00"), Format::Jpeg);
        let captured = read.captured.unwrap();
        assert_eq!(captured.local, jiff::civil::date(2024, 8, 18).at(3, 40, 0, 0));
        assert_eq!(captured.offset.as_deref(), Some("+03:00"));
        assert_eq!(read.warnings, [t("metadata-no-seconds")]);
        let odd = facts(&with_xmp("2024-08-18T03:40:01+99:99"), Format::Jpeg);
        assert_eq!(odd.captured.unwrap().offset, None);
        assert_eq!(odd.warnings.len(), 1);
        let zero = facts(&with_xmp("0000-00-00T00:00:00"), Format::Jpeg);
        assert_eq!((zero.captured, zero.warnings.len()), (None, 1));
    }

    #[test]
    fn a_date_of_iptc_counts_where_no_other_block_has_one() {
        let read = facts(
            &iptc::tests::jpeg(b"20240818", Some(b"034001+0300")),
            Format::Jpeg,
        );
        let captured = read.captured.unwrap();
        assert_eq!(captured.local, jiff::civil::date(2024, 8, 18).at(3, 40, 1, 0));
        assert_eq!(captured.offset.as_deref(), Some("+03:00"));
        assert_eq!(captured.origin, "IPTC DateCreated");
        for (date, time) in [
            (&b"20240818"[..], None),
            (b"20240800", Some(&b"034001+0300"[..])),
            (b"00000000", Some(b"000000")),
            ("2024ж18".as_bytes(), Some(b"034001")),
        ] {
            let read = facts(&iptc::tests::jpeg(date, time), Format::Jpeg);
            assert_eq!(
                (read.captured, read.warnings.len()),
                (None, 1),
                "{date:?} {time:?}"
            );
        }
    }

    #[test]
    fn a_fraction_counts_its_leading_zeros() {
        assert_eq!(fraction_of_second("023460"), Some(23_460_000));
        assert_eq!(fraction_of_second("5"), Some(500_000_000));
        assert_eq!(fraction_of_second("x"), None);
    }

    #[test]
    fn an_offset_has_one_form() {
        for good in ["+06:30", "-12:00", "+14:00", "+00:00"] {
            assert!(is_offset(good), "{good}");
        }
        for bad in ["+6:30", "Z", "+15:00", "+03:60"] {
            assert!(!is_offset(bad), "{bad}");
        }
    }
}
