//! The rows on a page of a table, without the pages above it: a damaged page takes its own rows with it and no
//! others. Format: <https://www.sqlite.org/fileformat2.html>, sections 1.6 and 2.1.

use super::pages::{Pages, word};

/// A value of a row.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    Null,
    Integer(i64),
    Real(f64),
    Text(String),
    Blob(Vec<u8>),
}

impl Cell {
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    pub(super) fn integer(&self) -> Option<i64> {
        match self {
            Self::Integer(number) => Some(*number),
            _ => None,
        }
    }

    pub(super) fn blob(&self) -> Option<&[u8]> {
        match self {
            Self::Blob(bytes) => Some(bytes),
            _ => None,
        }
    }
}

/// A row of some table.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    pub id: i64,
    pub cells: Vec<Cell>,
}

/// A leaf page of a table.
const LEAF: u8 = 0x0d;

/// More than this is no value of a case; a damaged length would ask for memory that is not there.
const LONGEST: u64 = 1 << 31;

/// The rows on page `number`; none when it is not a leaf of a table. What can't be read of it is left out.
pub(super) fn rows_on(pages: &mut Pages, number: u32) -> Vec<Row> {
    let Some(page) = pages.get(number) else {
        return Vec::new();
    };
    let begin = if number == 1 { 100 } else { 0 };
    if page.get(begin) != Some(&LEAF) {
        return Vec::new();
    }
    let count = half(&page, begin + 3);
    (0..count)
        .filter_map(|cell| {
            let place = half(&page, begin + 8 + 2 * cell);
            row_at(pages, page.get(place..)?)
        })
        .collect()
}

fn half(bytes: &[u8], place: usize) -> usize {
    bytes
        .get(place..place + 2)
        .map_or(0, |bytes| usize::from(bytes[0]) << 8 | usize::from(bytes[1]))
}

/// The row whose cell `bytes` begin with.
fn row_at(pages: &mut Pages, bytes: &[u8]) -> Option<Row> {
    let (length, bytes) = varint(bytes)?;
    let (id, bytes) = varint(bytes)?;
    if length > LONGEST {
        return None;
    }
    let length = usize::try_from(length).ok()?;
    let usable = pages.usable();
    let most = usable - 35;
    if length <= most {
        return record(bytes.get(..length)?).map(|cells| row(id, cells));
    }
    let least = (usable - 12) * 32 / 255 - 23;
    let fit = least + (length - least) % (usable - 4);
    let local = if fit <= most { fit } else { least };
    let mut payload = bytes.get(..local)?.to_vec();
    let mut next = word(bytes.get(local..local + 4)?, 0);
    while payload.len() < length {
        let page = pages.get(next)?;
        next = word(&page, 0);
        let part = (length - payload.len()).min(usable - 4);
        payload.extend_from_slice(page.get(4..4 + part)?);
    }
    record(&payload).map(|cells| row(id, cells))
}

fn row(id: u64, cells: Vec<Cell>) -> Row {
    Row {
        id: id.cast_signed(),
        cells,
    }
}

/// A number of one to nine bytes, and what follows it.
fn varint(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let mut number = 0;
    for (place, byte) in bytes.iter().take(9).enumerate() {
        if place == 8 {
            return Some((number << 8 | u64::from(*byte), &bytes[9..]));
        }
        number = number << 7 | u64::from(byte & 0x7f);
        if byte & 0x80 == 0 {
            return Some((number, &bytes[place + 1..]));
        }
    }
    None
}

/// The values of a record.
fn record(payload: &[u8]) -> Option<Vec<Cell>> {
    let (header, _) = varint(payload)?;
    let header = usize::try_from(header).ok()?;
    let mut kinds = payload.get(..header)?;
    kinds = varint(kinds)?.1;
    let mut body = payload.get(header..)?;
    let mut cells = Vec::new();
    while !kinds.is_empty() {
        let (kind, rest) = varint(kinds)?;
        kinds = rest;
        let length = match kind {
            0 | 8 | 9 => 0,
            1..=4 => kind,
            5 => 6,
            6 | 7 => 8,
            10 | 11 => return None,
            _ => (kind - 12) / 2,
        };
        let (value, rest) = body.split_at_checked(usize::try_from(length).ok()?)?;
        body = rest;
        cells.push(match kind {
            0 => Cell::Null,
            8 => Cell::Integer(0),
            9 => Cell::Integer(1),
            7 => Cell::Real(f64::from_be_bytes(value.try_into().ok()?)),
            1..=6 => Cell::Integer(signed(value)),
            _ if kind % 2 == 0 => Cell::Blob(value.to_vec()),
            _ => Cell::Text(String::from_utf8(value.to_vec()).ok()?),
        });
    }
    Some(cells)
}

fn signed(bytes: &[u8]) -> i64 {
    let first = bytes.first().map_or(0, |byte| i64::from(byte.cast_signed()));
    bytes
        .iter()
        .skip(1)
        .fold(first, |number, byte| number << 8 | i64::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_is_read_as_the_format_says() {
        // Header of 6 bytes: null, one byte, text of 2, blob of 1, the constant 1.
        let payload = [6, 0, 1, 17, 14, 9, 0xff, b'a', b'b', 7];
        let cells = [
            Cell::Null,
            Cell::Integer(-1),
            Cell::Text("ab".to_owned()),
            Cell::Blob(vec![7]),
            Cell::Integer(1),
        ];
        assert_eq!(record(&payload).as_deref(), Some(&cells[..]));
        assert_eq!(varint(&[0x81, 0x00]), Some((128, &[][..])));
        assert_eq!(varint(&[0xff; 9]), Some((u64::MAX, &[][..])));
        for cut in 0..payload.len() {
            // Never a panic; a cut record is none.
            assert_eq!(record(&payload[..cut]), None, "{cut}");
        }
    }
}
