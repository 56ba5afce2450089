//! When a photo was taken: EXIF's dates, else XMP's, else IPTC's. A date that is blank, impossible or without its
//! time is no time of capture; it is told in a note, never filled up.

use exif::{Exif, In, Tag, Value};
use jiff::civil::{Date, DateTime};

use super::super::xmp;
use super::{Captured, iptc, text};
use crate::text::{t, tf};

/// When the photo in `bytes` was taken, from the first block that says so.
pub(super) fn captured(bytes: &[u8], exif: Option<&Exif>, warnings: &mut Vec<String>) -> Option<Captured> {
    exif.and_then(|exif| of_exif(exif, warnings))
        .or_else(|| of_xmp(bytes, warnings))
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
        let offset = text(exif, offset).filter(|offset| !offset.trim_matches([' ', ':']).is_empty());
        return Some(Captured {
            local,
            offset: offset.and_then(|offset| checked_offset(offset, warnings)),
            origin,
        });
    }
    None
}

fn of_xmp(bytes: &[u8], warnings: &mut Vec<String>) -> Option<Captured> {
    let (raw, name) = xmp::capture_date(bytes)?;
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
    Some(Captured {
        local,
        offset,
        origin,
    })
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
    Some(Captured {
        local,
        offset: offset.and_then(|offset| checked_offset(offset, warnings)),
        origin: ORIGIN,
    })
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

/// `YYYY-MM-DD` and `HH:MM[:SS[.fraction]]`.
fn iso_date(date: &str, time: &str) -> Option<DateTime> {
    let whole = date.len() == "YYYY-MM-DD".len() && time.len() >= "HH:MM".len();
    whole.then(|| at(date.parse().ok()?, time)).flatten()
}

fn at(date: Date, time: &str) -> Option<DateTime> {
    // Before the first photograph: a camera that writes zeros.
    const FIRST_PHOTOGRAPH: i16 = 1826;
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
    use super::*;
    use crate::intake::format::Format;
    use crate::intake::metadata::facts;

    fn with_xmp(date: &str) -> Vec<u8> {
        let packet = format!(
            r#"<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
            xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"><rdf:Description photoshop:DateCreated="{date}"/>
            </rdf:RDF></x:xmpmeta>"#
        );
        [&[0xFF, 0xD8, 0xFF, 0xD9], packet.as_bytes()].concat()
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
