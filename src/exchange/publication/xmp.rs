//! What was chosen, as an XMP packet (ISO 16684-1) inside a copy: Dublin Core, and the credit line of the IPTC's photo metadata.

use xmp_writer::{CustomNamespace, Namespace, XmpWriter};

/// What the segment of a JPEG begins with that holds a packet (XMP specification, part 3, §1.1.3).
const SEGMENT: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
/// A segment has at most this many bytes of packet. Texts are cut so that no packet comes near it.
const LONGEST: usize = 65_533 - SEGMENT.len();
/// Letters of a text in a packet: the tables have it whole.
const MOST: usize = 2_000;
/// The keyword of a packet in a PNG (XMP specification, part 3, §1.1.5).
pub const PNG_KEYWORD: &str = "XML:com.adobe.xmp";

/// What is written into a copy.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chosen {
    /// What the picture shows.
    pub caption: Option<String>,
    /// The credit line.
    pub credit: Option<String>,
    /// Who took it.
    pub photographer: Option<String>,
    /// The licence.
    pub licence: Option<String>,
    /// The SHA-256 of the original.
    pub original: Option<String>,
}

/// The packet; `None` when nothing was chosen.
pub fn packet(chosen: &Chosen) -> Option<String> {
    if *chosen == Chosen::default() {
        return None;
    }
    let clean = |text: &Option<String>| text.as_deref().map(clean);
    let (caption, licence) = (clean(&chosen.caption), clean(&chosen.licence));
    let (credit, photographer) = (clean(&chosen.credit), clean(&chosen.photographer));
    let source = chosen.original.as_ref().map(|hash| format!("urn:sha256:{hash}"));
    let mut writer = XmpWriter::new();
    if let Some(caption) = &caption {
        writer.description([(None, caption.as_str())]);
    }
    if let Some(licence) = &licence {
        writer.rights([(None, licence.as_str())]);
    }
    if let Some(photographer) = &photographer {
        writer.creator([photographer.as_str()]);
    }
    if let Some(source) = &source {
        writer.source(source);
    }
    if let Some(credit) = &credit {
        let photoshop = CustomNamespace::new("Photoshop", "photoshop", "http://ns.adobe.com/photoshop/1.0/");
        writer
            .element("Credit", Namespace::Custom(Box::new(photoshop)))
            .value(credit.as_str());
    }
    Some(writer.finish(None))
}

/// The JPEG with the packet, right after its first segments.
pub fn into_jpeg(jpeg: &[u8], packet: &str) -> Vec<u8> {
    let packet = packet.as_bytes();
    // Texts of 2,000 letters of at most 6 bytes each leave it far below.
    let packet = &packet[..packet.len().min(LONGEST)];
    let head = match jpeg {
        // After the JFIF header, which must come first.
        [0xFF, 0xD8, 0xFF, 0xE0, high, low, ..] => 4 + usize::from(u16::from_be_bytes([*high, *low])),
        _ => 2,
    };
    let (head, rest) = jpeg.split_at(head.min(jpeg.len()));
    // Bounded by `LONGEST`.
    let length = (2 + SEGMENT.len() + packet.len()) as u16;
    [head, &[0xFF, 0xE1], &length.to_be_bytes(), SEGMENT, packet, rest].concat()
}

/// Without the letters that XML can't have, and cut.
fn clean(text: &str) -> String {
    let is_xml = |c: &char| {
        matches!(c, '\t' | '\n' | '\r') || (!c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}'))
    };
    let mut letters = text.chars().filter(is_xml);
    let mut clean: String = letters.by_ref().take(MOST).collect();
    if letters.next().is_some() {
        clean.push('…');
    }
    clean
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_chosen_is_in_the_packet_and_nothing_else() {
        assert_eq!(packet(&Chosen::default()), None);
        let chosen = Chosen {
            caption: Some("A <mark> & \u{0}113".to_owned()),
            credit: Some("Team".to_owned()),
            ..Chosen::default()
        };
        let packet = packet(&chosen).unwrap();
        let read = roxmltree::Document::parse(packet.trim_start_matches('\u{feff}')).unwrap();
        let texts: Vec<&str> = read
            .descendants()
            .filter_map(|node| node.text())
            .filter(|text| !text.trim().is_empty())
            .collect();
        assert!(
            texts.contains(&"A <mark> & 113") && texts.contains(&"Team"),
            "{texts:?}"
        );
        for absent in ["creator", "rights", "source", "Date", "Tool"] {
            assert!(!packet.contains(absent), "{absent}");
        }
    }

    #[test]
    fn the_longest_texts_fit_into_a_segment() {
        let long = Some("&".repeat(100_000));
        let chosen = Chosen {
            caption: long.clone(),
            credit: long.clone(),
            photographer: long.clone(),
            licence: long,
            original: Some("0".repeat(64)),
        };
        let packet = packet(&chosen).unwrap();
        assert!(packet.len() < LONGEST, "{}", packet.len());
        let jpeg = into_jpeg(&[0xFF, 0xD8, 0xFF, 0xD9], &packet);
        assert!(jpeg.ends_with(&[0xFF, 0xD9]));
    }
}
