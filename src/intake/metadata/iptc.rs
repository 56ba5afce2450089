//! A JPEG's IPTC block: IIM datasets (IPTC-NAA Information Interchange Model 4.2) in the resource 0x0404 of the
//! segment that Photoshop introduced for them.

use super::segments::segments;
use super::tag::{Tag, cut};

/// What the segment begins with.
const PHOTOSHOP: &[u8] = b"Photoshop 3.0\0";
/// The resource that holds IIM datasets.
const IIM: u16 = 0x0404;
/// Dataset 1:90 with this value says that texts are UTF-8 (IIM 4.2 §5, ISO 2022).
const UTF_8: &[u8] = b"\x1B%G";

/// Date (2:55) and time (2:60) of creation, as they stand there.
pub(super) fn created(bytes: &[u8]) -> Option<(String, Option<String>)> {
    let datasets = block(bytes)?;
    let text = |wanted| {
        let (.., value) = Datasets(datasets).find(|(record, number, _)| (*record, *number) == (2, wanted))?;
        Some(String::from_utf8_lossy(value).trim().to_owned())
    };
    Some((text(55)?, text(60).filter(|time| !time.is_empty())))
}

/// Every text of the application record.
pub(super) fn tags(bytes: &[u8]) -> Vec<Tag> {
    let Some(datasets) = block(bytes) else {
        return Vec::new();
    };
    let is_utf_8 =
        Datasets(datasets).any(|(record, number, value)| (record, number, value) == (1, 90, UTF_8));
    Datasets(datasets)
        .filter(|(record, number, _)| *record == 2 && *number != 0)
        .map(|(_, number, value)| {
            let text = match std::str::from_utf8(value) {
                Ok(text) => text.to_owned(),
                Err(_) if is_utf_8 => String::from_utf8_lossy(value).into_owned(),
                // Latin-1: each byte is the letter of that number.
                Err(_) => value.iter().copied().map(char::from).collect(),
            };
            ("IPTC".to_owned(), name(number), cut(&text))
        })
        .collect()
}

/// The name of a dataset of record 2 (IIM 4.2 §6, as the IPTC Photo Metadata Standard writes it).
fn name(number: u8) -> String {
    let name = match number {
        5 => "ObjectName",
        7 => "EditStatus",
        10 => "Urgency",
        15 => "Category",
        20 => "SupplementalCategories",
        25 => "Keywords",
        26 => "ContentLocationCode",
        27 => "ContentLocationName",
        30 => "ReleaseDate",
        35 => "ReleaseTime",
        40 => "SpecialInstructions",
        55 => "DateCreated",
        60 => "TimeCreated",
        62 => "DigitalCreationDate",
        63 => "DigitalCreationTime",
        65 => "OriginatingProgram",
        70 => "ProgramVersion",
        80 => "By-line",
        85 => "By-lineTitle",
        90 => "City",
        92 => "Sub-location",
        95 => "Province-State",
        100 => "Country-PrimaryLocationCode",
        101 => "Country-PrimaryLocationName",
        103 => "OriginalTransmissionReference",
        105 => "Headline",
        110 => "Credit",
        115 => "Source",
        116 => "CopyrightNotice",
        118 => "Contact",
        120 => "Caption-Abstract",
        122 => "Writer-Editor",
        other => return format!("2:{other}"),
    };
    name.to_owned()
}

/// The datasets of the file.
fn block(bytes: &[u8]) -> Option<&[u8]> {
    segments(bytes)
        .filter(|(marker, _)| *marker == 0xED)
        .find_map(|(_, content)| resource(content.strip_prefix(PHOTOSHOP)?))
}

/// The content of the resource [`IIM`]: signature, number, name, size, data; name and data fill an even number of bytes.
fn resource(mut rest: &[u8]) -> Option<&[u8]> {
    while let Some(after) = rest.strip_prefix(b"8BIM") {
        let number = u16::from_be_bytes(*after.first_chunk()?);
        let name = usize::from(*after.get(2)?) + 1;
        let after = after.get(2 + name + name % 2..)?;
        let size = usize::try_from(u32::from_be_bytes(*after.first_chunk()?)).ok()?;
        let data = after.get(4..size.checked_add(4)?)?;
        if number == IIM {
            return Some(data);
        }
        rest = after.get(4 + size + size % 2..)?;
    }
    None
}

/// Record, number and value of each dataset.
struct Datasets<'a>(&'a [u8]);

impl<'a> Iterator for Datasets<'a> {
    type Item = (u8, u8, &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let [0x1C, record, number, high, low, after @ ..] = self.0 else {
            return None;
        };
        // An extended length begins with a set bit; what has one is a picture, not a text.
        let value = after.get(..usize::from(u16::from_be_bytes([*high, *low])))?;
        self.0 = &after[value.len()..];
        Some((*record, *number, value))
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A JPEG without pixels, with an IPTC block of this date and time between others.
    pub(crate) fn jpeg(date: &[u8], time: Option<&[u8]>) -> Vec<u8> {
        let datasets = [(5, Some(&b"x"[..])), (55, Some(date)), (60, time)];
        with(
            datasets
                .into_iter()
                .filter_map(|(number, value)| Some((2, number, value?))),
        )
    }

    fn with<'a>(datasets: impl IntoIterator<Item = (u8, u8, &'a [u8])>) -> Vec<u8> {
        let short = |n: usize| u16::try_from(n).unwrap().to_be_bytes();
        let mut block = Vec::new();
        for (record, number, value) in datasets {
            block.extend([0x1C, record, number]);
            block.extend(short(value.len()));
            block.extend(value);
        }
        let mut resources = b"8BIM\x03\xED\x01n\0\0\0\x03abc\0".to_vec();
        resources.extend(b"8BIM\x04\x04\0\0\0\0");
        resources.extend(short(block.len()));
        resources.extend(&block);
        let content = [PHOTOSHOP, &resources].concat();
        let mut jpeg = vec![0xFF, 0xD8, 0xFF, 0xE0, 0, 2, 0xFF, 0xED];
        jpeg.extend(short(content.len() + 2));
        jpeg.extend(content);
        jpeg.extend([0xFF, 0xD9]);
        jpeg
    }

    #[test]
    fn texts_are_read_in_the_encoding_that_the_block_states() {
        let read = |datasets: Vec<(u8, u8, &'static [u8])>| tags(&with(datasets));
        let tag = |name: &str, value: &str| ("IPTC".to_owned(), name.to_owned(), value.to_owned());
        assert_eq!(
            read(vec![
                (1, 90, UTF_8),
                (2, 80, "Олена".as_bytes()),
                (2, 25, b"missile"),
                (2, 25, b"vane")
            ]),
            [
                tag("By-line", "Олена"),
                tag("Keywords", "missile"),
                tag("Keywords", "vane")
            ]
        );
        assert_eq!(
            read(vec![(2, 0, &[0, 4]), (2, 90, b"Z\xFCrich"), (2, 231, b"x")]),
            [tag("City", "Zürich"), tag("2:231", "x")]
        );
    }

    #[test]
    fn a_cut_block_is_no_panic() {
        let whole = jpeg(b"20240818", Some(b"034001+0300"));
        assert!(created(&whole).is_some());
        for length in 0..whole.len() {
            let _ = (created(&whole[..length]), tags(&whole[..length]));
        }
        for place in 0..whole.len() {
            let mut odd = whole.clone();
            odd[place] = 0xFF;
            let _ = (created(&odd), tags(&odd));
        }
    }
}
