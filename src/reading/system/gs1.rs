//! GS1 element strings: application identifiers (AI) with their data, as read from bar codes or written in
//! brackets beside them. AI 11 is the date of production or assembly that the maker gives, AI 13 that of
//! packaging; 15 and 17 are no dates of production. Years by
//! [GS1 General Specifications](https://www.gs1.org/standards/barcodes-epcrfid-id-keys/gs1-general-specifications),
//! section 7.12.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::{System, calendar_days, dated};
use crate::reading::context::Context;
use crate::reading::face::Face;
use crate::reading::grade::{Proposal, Support};
use crate::reading::outcome::Meaning;
use crate::text::t;

pub(super) const SYSTEM: System = System { id: "gs1", read };

/// Ends a field of variable length: the control character, and its picture.
const SEPARATORS: [char; 2] = ['\u{1D}', '\u{241D}'];

/// What a scanner puts before the data of a GS1 symbol.
const PREFIXES: [&str; 6] = ["]C1", "]d2", "]Q3", "]e0", "\u{1D}", "\u{241D}"];

static BRACKETED: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"\((?<ai>\d{2,4})\)(?<data>[^()\s\x{1D}\x{241D}]+)").ok());

fn read(face: &Face<'_>, context: &Context) -> Vec<Proposal> {
    let text = face.text();
    let mut elements: Vec<(&str, &str, Range<usize>)> = Vec::new();
    for captures in super::each(&BRACKETED, face) {
        if let (Some(whole), Some(ai), Some(data)) =
            (captures.get(0), captures.name("ai"), captures.name("data"))
        {
            elements.push((ai.as_str(), data.as_str(), whole.range()));
        }
    }
    for prefix in PREFIXES {
        if let Some(data) = text.strip_prefix(prefix) {
            elements.extend(unbracketed(data, prefix.len()));
            break;
        }
    }
    elements
        .into_iter()
        .filter_map(|(ai, data, range)| element(ai, data, range, context))
        .collect()
}

fn element(ai: &str, data: &str, range: Range<usize>, context: &Context) -> Option<Proposal> {
    let (meaning, reason) = match ai {
        "11" => (Meaning::Production, "reading-why-gs1-production"),
        "13" => (Meaning::LabelPrint, "reading-why-gs1-packaging"),
        _ => return None,
    };
    let digits = data.len() == 6 && data.bytes().all(|b| b.is_ascii_digit());
    let part = |range: Range<usize>| data.get(range)?.parse::<u32>().ok();
    let (year, month, day) = (part(0..2)?, part(2..4)?, part(4..6)?);
    let proposal =
        Proposal::new("GS1", range, Support::Named, &["S70", "S71", "S72"]).because(t(reason).to_owned());
    if !digits {
        return None;
    }
    let year = century(i16::try_from(year).ok()?, context.now.year());
    let days = calendar_days(year, Some(month), Some(day).filter(|day| *day > 0));
    Some(dated(proposal, days).meaning(meaning))
}

/// The year that two digits mean, seen from `now`.
fn century(short: i16, now: i16) -> i16 {
    let base = now - now % 100;
    match short - now % 100 {
        51..=99 => base - 100 + short,
        -99..=-50 => base + 100 + short,
        _ => base + short,
    }
}

/// The elements of data without brackets, as far as they can be told apart.
fn unbracketed(data: &str, at: usize) -> Vec<(&str, &str, Range<usize>)> {
    let mut found = Vec::new();
    let mut next = 0;
    while let Some(rest) = data.get(next..).filter(|rest| !rest.is_empty()) {
        if rest.starts_with(SEPARATORS) {
            next += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        }
        let Some(ai) = rest.get(..identifier_length(rest)) else {
            break;
        };
        let behind = rest.get(ai.len()..).unwrap_or_default();
        let length = data_length(ai).unwrap_or_else(|| behind.find(SEPARATORS).unwrap_or(behind.len()));
        let Some(value) = behind.get(..length) else {
            break;
        };
        let end = next + ai.len() + length;
        found.push((ai, value, at + next..at + end));
        next = end;
    }
    found
}

/// How many digits an identifier has that begins as the text does.
fn identifier_length(text: &str) -> usize {
    match text.get(..2) {
        Some("23" | "24" | "25" | "40" | "41" | "42" | "71") => 3,
        Some("31" | "32" | "33" | "34" | "35" | "36" | "39" | "43" | "70" | "72" | "80" | "81" | "82") => 4,
        _ => 2,
    }
}

/// The length of the data of those identifiers that have a predefined one (General Specifications, 7.8).
fn data_length(ai: &str) -> Option<usize> {
    match ai.get(..2)? {
        "00" => Some(18),
        "01" | "02" | "03" => Some(14),
        "04" => Some(16),
        "11" | "12" | "13" | "14" | "15" | "16" | "17" | "18" | "19" => Some(6),
        "20" => Some(2),
        "31" | "32" | "33" | "34" | "35" | "36" => Some(6),
        "41" => Some(13),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_century_is_the_nearest_as_the_standard_counts() {
        assert_eq!(century(99, 2026), 1999);
        assert_eq!(century(77, 2026), 1977);
        assert_eq!(century(76, 2026), 2076);
        assert_eq!(century(23, 2026), 2023);
        assert_eq!(century(1, 2060), 2101);
    }

    #[test]
    fn data_without_brackets_falls_into_its_elements() {
        let data = "010950110153000311230412\u{1D}10ABC\u{1D}21X7";
        let found: Vec<(&str, &str)> = unbracketed(data, 0)
            .into_iter()
            .map(|(ai, value, _)| (ai, value))
            .collect();
        assert_eq!(
            found,
            [
                ("01", "09501101530003"),
                ("11", "230412"),
                ("10", "ABC"),
                ("21", "X7")
            ]
        );
        assert!(unbracketed("0109", 0).is_empty());
    }
}
