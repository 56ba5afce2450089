//! From bytes to rows and cells: the encoding, the separator, quotes, and the number that a row has in a spreadsheet.

use std::borrow::Cow;
use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use csv::{ReaderBuilder, StringRecord};
use encoding_rs::{Encoding, UTF_8};

use super::{MOST_BYTES, MOST_ROWS, SheetError};
use crate::text::t;

/// The text in rows and cells.
#[derive(Debug, Clone)]
pub struct Table {
    lines: Vec<Line>,
    encoding: &'static str,
    separator: char,
}

/// One row.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its number in a spreadsheet, from 1: empty rows count, line ends within a cell do not.
    pub number: usize,
    cells: StringRecord,
}

impl Line {
    /// The text of a cell as it stands there, without spaces at its ends; empty where the row is too short.
    #[must_use]
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).unwrap_or_default().trim()
    }

    /// How many cells it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether nothing stands in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cells.iter().all(|cell| cell.trim().is_empty())
    }

    /// Its cells from `column` on are empty.
    pub(super) fn ends_before(&self, column: usize) -> bool {
        (column..self.len()).all(|column| self.cell(column).is_empty())
    }
}

/// What separates cells.
const SEPARATORS: [char; 3] = ['\t', ';', ','];
/// So many bytes of a text are enough to tell its encoding.
const ENCODING_SAMPLE: usize = 1_000_000;
/// So many rows are enough to tell what separates the cells.
const SEPARATOR_SAMPLE: usize = 200;
/// The first bytes of ZIP files, which workbooks are, and of those of older spreadsheets (OLE2).
const WORKBOOKS: [&[u8]; 2] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"];

/// The encoding of a name (`windows-1251`), as the WHATWG's Encoding Standard names it.
#[must_use]
pub fn encoding_named(name: &str) -> Option<&'static Encoding> {
    Encoding::for_label(name.as_bytes())
}

/// Reads the table in a file, as [`Table::read`].
///
/// # Errors
/// As [`Table::read`], and when the file can't be read.
pub fn read_file(path: &Path, stated: Option<&'static Encoding>) -> Result<Table, SheetError> {
    let failed = |error: std::io::Error| SheetError::File {
        file: path.display().to_string(),
        reason: error.to_string(),
    };
    let file = File::open(path).map_err(failed)?;
    let mut bytes = Vec::new();
    // One byte more than is read, so that a longer file is refused and not cut.
    let most = u64::try_from(MOST_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    file.take(most).read_to_end(&mut bytes).map_err(failed)?;
    Table::read(&bytes, stated)
}

impl Table {
    /// Reads bytes. Without a stated encoding it is told from the bytes: a mark of Unicode, UTF-8, or else the most
    /// likely one of the older encodings.
    ///
    /// # Errors
    /// When it is no text, too large, or a quotation mark stays open.
    pub fn read(bytes: &[u8], stated: Option<&'static Encoding>) -> Result<Self, SheetError> {
        let (text, encoding) = decode(bytes, stated)?;
        Self::parse(&text, encoding)
    }

    /// Reads a text, as it is pasted.
    ///
    /// # Errors
    /// As [`Table::read`].
    pub fn of_text(text: &str) -> Result<Self, SheetError> {
        if text.len() > MOST_BYTES {
            return Err(SheetError::TooLong);
        }
        Self::parse(text.trim_start_matches('\u{feff}'), UTF_8.name())
    }

    /// Its rows, without empty ones.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The name of the encoding in which it was read.
    #[must_use]
    pub fn encoding(&self) -> &'static str {
        self.encoding
    }

    /// What separates its cells: a comma, a semicolon or a tab.
    #[must_use]
    pub fn separator(&self) -> char {
        self.separator
    }

    /// What separates its cells, in words.
    #[must_use]
    pub fn separator_name(&self) -> &'static str {
        t(match self.separator {
            '\t' => "sheet-separator-tab",
            ';' => "sheet-separator-semicolon",
            _ => "sheet-separator-comma",
        })
    }

    /// How many columns it has: as many as its first row has cells, but for empty ones at its end.
    #[must_use]
    pub fn width(&self) -> usize {
        self.lines.first().map_or(0, |line| {
            (0..line.len())
                .rev()
                .find(|column| !line.cell(*column).is_empty())
                .map_or(0, |last| last + 1)
        })
    }

    fn parse(text: &str, encoding: &'static str) -> Result<Self, SheetError> {
        if text.contains('\0') {
            return Err(SheetError::NotText);
        }
        // One line end for all, so that rows are counted alike and a cell's own lines are as they are typed here.
        let text = if text.contains('\r') {
            Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
        } else {
            Cow::Borrowed(text)
        };
        let text: &str = &text;
        // Excel's own way to state the separator; it shows no row for it.
        let stated = text
            .strip_prefix("sep=")
            .and_then(|rest| Some((rest.chars().next()?, rest)))
            .filter(|(separator, rest)| SEPARATORS.contains(separator) && rest[1..].starts_with('\n'));
        let (separator, text) = match stated {
            Some((separator, rest)) => {
                let end = rest.find('\n').map_or(rest.len(), |end| end + 1);
                (separator, &rest[end..])
            }
            None => (separator_of(text), text),
        };
        if let Some(line) = open_quote(text, separator) {
            return Err(SheetError::OpenQuote { line });
        }
        let mut lines: Vec<Line> = Vec::new();
        let mut reader = reader_of(separator).from_reader(text.as_bytes().chain(&b"\n"[..]));
        let mut cells = StringRecord::new();
        let (mut number, mut before) = (0, reader.position().line());
        // The bytes are UTF-8 and rows may differ in length: nothing is left that could fail.
        while matches!(reader.read_record(&mut cells), Ok(true)) {
            let after = reader.position().line();
            let within: usize = cells.iter().map(|cell| cell.matches('\n').count()).sum();
            let passed = usize::try_from(after - before).unwrap_or(1);
            // The reader passes over empty lines; a spreadsheet counts them.
            number += passed.saturating_sub(within).max(1);
            before = after;
            let line = Line {
                number,
                cells: std::mem::take(&mut cells),
            };
            if line.is_empty() {
                continue;
            }
            if lines.len() == MOST_ROWS {
                return Err(SheetError::TooManyRows);
            }
            lines.push(line);
        }
        if lines.is_empty() {
            return Err(SheetError::Empty);
        }
        Ok(Self {
            lines,
            encoding,
            separator,
        })
    }
}

fn reader_of(separator: char) -> ReaderBuilder {
    let mut builder = ReaderBuilder::new();
    builder
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(separator).unwrap_or(b','));
    builder
}

fn decode<'b>(
    bytes: &'b [u8],
    stated: Option<&'static Encoding>,
) -> Result<(Cow<'b, str>, &'static str), SheetError> {
    if bytes.len() > MOST_BYTES {
        return Err(SheetError::TooLong);
    }
    if WORKBOOKS.iter().any(|start| bytes.starts_with(start)) {
        return Err(SheetError::Workbook);
    }
    let (encoding, bytes) = match (Encoding::for_bom(bytes), stated) {
        (Some((encoding, mark)), _) => (encoding, &bytes[mark..]),
        (None, Some(encoding)) => (encoding, bytes),
        (None, None) if std::str::from_utf8(bytes).is_ok() => (UTF_8, bytes),
        (None, None) => {
            let sample = &bytes[..bytes.len().min(ENCODING_SAMPLE)];
            let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
            detector.feed(sample, sample.len() == bytes.len());
            (detector.guess(None, Utf8Detection::Deny), bytes)
        }
    };
    let text = encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .ok_or(SheetError::NotText)?;
    Ok((text, encoding.name()))
}

/// What separates the cells: that which gives most rows as many cells as the first one has, and more than one.
fn separator_of(text: &str) -> char {
    let mut best = (',', 0.0, 1);
    for separator in SEPARATORS {
        let mut reader = reader_of(separator).from_reader(text.as_bytes());
        let counts: Vec<usize> = reader
            .records()
            .take(SEPARATOR_SAMPLE)
            .filter_map(Result::ok)
            .map(|cells| cells.len())
            .collect();
        let Some(width) = counts.first().copied().filter(|width| *width > 1) else {
            continue;
        };
        let alike = counts.iter().filter(|count| **count == width).count();
        #[expect(clippy::cast_precision_loss, reason = "at most 200 rows")]
        let share = alike as f64 / counts.len() as f64;
        if share > best.1 || share >= best.1 && width > best.2 {
            best = (separator, share, width);
        }
    }
    best.0
}

/// The line of the quotation mark that is never closed (RFC 4180 §2, rules 5 to 7).
fn open_quote(text: &str, separator: char) -> Option<usize> {
    let (mut line, mut opened) = (1, None);
    let mut at_start = true;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\n' {
            line += 1;
        }
        if opened.is_some() {
            if c == '"' && chars.next_if_eq(&'"').is_none() {
                opened = None;
            }
            at_start = false;
        } else if c == '"' && at_start {
            opened = Some(line);
        } else {
            at_start = c == separator || c == '\n';
        }
    }
    opened
}

#[cfg(test)]
mod tests;
