//! The capture date that some programs write into XMP alone. The packet is found by its own tags wherever the
//! container keeps it, as the XMP specification (ISO 16684-1, part 3 §4 "Packet scanning") allows.

use roxmltree::{Document, ParsingOptions};

/// Larger packets are previews or edit histories, not dates.
const MOST: usize = 1 << 20;

/// Where the date of capture may stand, best first: namespace and name.
const DATES: [(&str, &str); 3] = [
    ("http://ns.adobe.com/exif/1.0/", "DateTimeOriginal"),
    ("http://ns.adobe.com/photoshop/1.0/", "DateCreated"),
    ("http://ns.adobe.com/xap/1.0/", "CreateDate"),
];

/// The text of the date of capture and the name of the property that holds it.
pub(super) fn capture_date(bytes: &[u8]) -> Option<(String, &'static str)> {
    let packet = packet(bytes)?;
    // No document type: entities could make a small packet huge.
    let options = ParsingOptions {
        allow_dtd: false,
        nodes_limit: 100_000,
        ..ParsingOptions::default()
    };
    let document = Document::parse_with_options(packet, options).ok()?;
    DATES.iter().find_map(|(namespace, name)| {
        let found = document.descendants().find_map(|node| {
            if node.has_tag_name((*namespace, *name)) {
                return node.text();
            }
            node.attribute((*namespace, *name))
        })?;
        Some((found.trim().to_owned(), *name))
    })
}

fn packet(bytes: &[u8]) -> Option<&str> {
    let start = find(bytes, b"<x:xmpmeta")?;
    let rest = &bytes[start..bytes.len().min(start + MOST)];
    let end = find(rest, b"</x:xmpmeta>")? + b"</x:xmpmeta>".len();
    std::str::from_utf8(&rest[..end]).ok()
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_as_an_attribute_and_as_an_element() {
        let wrap = |inner: &str| {
            format!(
                r#"junk<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">{inner}</rdf:RDF></x:xmpmeta>more"#
            )
        };
        let attribute = wrap(r#"<rdf:Description photoshop:DateCreated="2022-01-10T15:15:44.31"/>"#);
        let element = wrap(
            "<rdf:Description><photoshop:DateCreated>2022-01-10</photoshop:DateCreated></rdf:Description>",
        );
        let read = |text: &str| capture_date(text.as_bytes()).map(|(date, _)| date);
        assert_eq!(read(&attribute).as_deref(), Some("2022-01-10T15:15:44.31"));
        assert_eq!(read(&element).as_deref(), Some("2022-01-10"));
        assert_eq!(read("<x:xmpmeta>never closed"), None);
    }
}
