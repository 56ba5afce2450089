//! Item unique identification by MIL-STD-130: a message by ISO/IEC 15434 in format 06 (data identifiers) or 12
//! (text element identifiers), from which the unique item identifier (UII) is put together. A UII has no date.

use super::System;
use crate::reading::context::Context;
use crate::reading::face::Face;
use crate::reading::grade::{Proposal, Support};
use crate::text::{t, tf};

pub(super) const SYSTEM: System = System { id: "iuid", read };

/// The control characters of the message, and their pictures.
const FIELD_ENDS: [char; 6] = ['\u{1D}', '\u{1E}', '\u{4}', '\u{241D}', '\u{241E}', '\u{2404}'];

fn read(face: &Face<'_>, _context: &Context) -> Vec<Proposal> {
    let text = face.text();
    let Some((start, message)) = text
        .find("[)>")
        .and_then(|start| Some((start, text.get(start + 3..)?)))
    else {
        return Vec::new();
    };
    let mut fields = message.split(FIELD_ENDS).filter(|field| !field.trim().is_empty());
    let format = fields.next().map_or("", str::trim);
    let fields: Vec<&str> = fields.map(str::trim).collect();
    let names: &[Names] = match format {
        "06" => &DATA_IDENTIFIERS,
        "12" => &TEXT_ELEMENTS,
        _ => return Vec::new(),
    };
    let end = start + 3 + message.trim_end_matches(FIELD_ENDS).len();
    let proposal = Proposal::new("IUID", start..end, Support::Named, &["S73", "S74", "S75"]);
    vec![match names.iter().find_map(|names| names.uii(&fields)) {
        Some(uii) => proposal.because(tf("reading-why-uii", &[("uii", uii.into())])),
        None => proposal.impossible(t("reading-why-no-uii").to_owned()),
    }]
}

/// How the parts of a UII are called in a format. In construct 1 the serial number is the enterprise's, in
/// construct 2 it is that of the part number.
struct Names {
    enterprise: &'static str,
    part: Option<&'static str>,
    serial: &'static str,
}

const TEXT_ELEMENTS: [Names; 4] = [
    Names::of("CAG", Some("PNO"), "SEQ"),
    Names::of("MFR", Some("PNO"), "SEQ"),
    Names::of("CAG", None, "SER"),
    Names::of("MFR", None, "SER"),
];

const DATA_IDENTIFIERS: [Names; 2] = [Names::of("17V", Some("1P"), "S"), Names::of("17V", None, "S")];

impl Names {
    const fn of(enterprise: &'static str, part: Option<&'static str>, serial: &'static str) -> Self {
        Self {
            enterprise,
            part,
            serial,
        }
    }

    /// The identifier, when all of its parts are there: the issuing agency of CAGE codes is `D`.
    fn uii(&self, fields: &[&str]) -> Option<String> {
        let value = |name: &str| {
            fields
                .iter()
                .find_map(|field| field.strip_prefix(name))
                .map(str::trim)
                .filter(|value| !value.is_empty())
        };
        // 18S is enterprise and serial number in one.
        if let Some(whole) = value("18S") {
            return Some(format!("D{whole}"));
        }
        let part = match self.part {
            Some(name) => value(name)?,
            None => "",
        };
        Some(format!(
            "D{}{part}{}",
            value(self.enterprise)?,
            value(self.serial)?
        ))
    }
}
