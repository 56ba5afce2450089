//! XMP (ISO 16684-1): the date of capture that some programs write there alone, and every property as text.

use memchr::memmem;
use roxmltree::{Document, Node, ParsingOptions};

use super::segments::segments;
use super::tag::{MOST_TAGS, Tag, cut};

/// What the segment of a JPEG begins with.
const SEGMENT: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
/// Larger packets are previews or edit histories, not dates.
const MOST: usize = 1 << 20;
/// Structures within structures are followed so far.
const DEPTH: usize = 8;

/// The language of a text.
const XML: &str = "http://www.w3.org/XML/1998/namespace";
const RDF: &str = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

/// Where the date of capture may stand, best first: namespace and name.
const DATES: [(&str, &str); 3] = [
    ("http://ns.adobe.com/exif/1.0/", "DateTimeOriginal"),
    ("http://ns.adobe.com/photoshop/1.0/", "DateCreated"),
    ("http://ns.adobe.com/xap/1.0/", "CreateDate"),
];

/// A packet that could be read.
pub(super) struct Packet<'a>(Document<'a>);

impl<'a> Packet<'a> {
    /// The packet of the file in `bytes`, if there is one: as text, then read.
    ///
    /// # Errors
    /// With the reason in words when it is there and can't be read.
    pub(super) fn find(bytes: &'a [u8]) -> Option<Result<Self, String>> {
        let text = match std::str::from_utf8(packet(bytes)?) {
            Ok(text) => text,
            Err(error) => return Some(Err(error.to_string())),
        };
        // No document type: entities could make a small packet huge.
        let options = ParsingOptions {
            allow_dtd: false,
            nodes_limit: 100_000,
            ..ParsingOptions::default()
        };
        let read = Document::parse_with_options(text.trim_matches(['\0', '\u{FEFF}', ' ', '\n']), options);
        Some(read.map(Self).map_err(|error| error.to_string()))
    }

    /// The text of the date of capture and the name of the property that holds it.
    pub(super) fn capture_date(&self) -> Option<(String, &'static str)> {
        DATES.iter().find_map(|(namespace, name)| {
            let found = self.0.descendants().find_map(|node| {
                if node.has_tag_name((*namespace, *name)) {
                    return node.text();
                }
                node.attribute((*namespace, *name))
            })?;
            Some((found.trim().to_owned(), *name))
        })
    }

    /// Every property with its prefix, structures as `name/part`, several values one after the other.
    pub(super) fn tags(&self) -> Vec<Tag> {
        let mut tags = Vec::new();
        let is_description = |node: &Node<'_, '_>| {
            node.has_tag_name((RDF, "Description"))
                && node.parent().is_some_and(|up| up.has_tag_name((RDF, "RDF")))
        };
        for description in self.0.descendants().filter(is_description) {
            parts(description, "", 0, &mut tags);
        }
        tags
    }
}

/// The attributes and elements of a description or structure.
fn parts(node: Node<'_, '_>, path: &str, depth: usize, tags: &mut Vec<Tag>) {
    let own = |namespace: Option<&str>| namespace.is_some_and(|name| name != RDF && name != XML);
    for attribute in node.attributes().filter(|attribute| own(attribute.namespace())) {
        let name = prefixed(node, attribute.namespace(), attribute.name());
        add(tags, &format!("{path}{name}"), attribute.value());
    }
    for child in node.children().filter(|child| own(child.tag_name().namespace())) {
        let name = prefixed(child, child.tag_name().namespace(), child.tag_name().name());
        value(child, &format!("{path}{name}"), depth, tags);
    }
}

/// A value: text, a list, or a structure.
fn value(node: Node<'_, '_>, name: &str, depth: usize, tags: &mut Vec<Tag>) {
    if depth == DEPTH || tags.len() >= MOST_TAGS {
        return;
    }
    let mut elements = node.children().filter(Node::is_element).peekable();
    if elements.peek().is_none() {
        if let Some(text) = node.text() {
            add(tags, name, text);
        }
        parts(node, &format!("{name}/"), depth + 1, tags);
        return;
    }
    for element in elements {
        match (element.tag_name().namespace(), element.tag_name().name()) {
            (Some(RDF), "Seq" | "Bag" | "Alt") => {
                for item in element.children().filter(Node::is_element) {
                    value(item, name, depth + 1, tags);
                }
            }
            (Some(RDF), _) => parts(element, &format!("{name}/"), depth + 1, tags),
            // A structure without its description (`rdf:parseType="Resource"`).
            (namespace, own) => {
                let own = prefixed(element, namespace, own);
                value(element, &format!("{name}/{own}"), depth + 1, tags);
            }
        }
    }
}

fn add(tags: &mut Vec<Tag>, name: &str, text: &str) {
    let text = text.trim();
    if !text.is_empty() && tags.len() < MOST_TAGS {
        tags.push(("XMP".to_owned(), name.to_owned(), cut(text)));
    }
}

fn prefixed(node: Node<'_, '_>, namespace: Option<&str>, name: &str) -> String {
    match namespace.and_then(|namespace| node.lookup_prefix(namespace)) {
        Some(prefix) => format!("{prefix}:{name}"),
        None => name.to_owned(),
    }
}

/// In a JPEG the segment for it; elsewhere the packet is found by its own tags, as part 3 of the standard allows.
fn packet(bytes: &[u8]) -> Option<&[u8]> {
    if bytes.starts_with(&[0xFF, 0xD8]) {
        return segments(bytes)
            .filter(|(marker, _)| *marker == 0xE1)
            .find_map(|(_, content)| content.strip_prefix(SEGMENT));
    }
    let start = memmem::find(bytes, b"<x:xmpmeta")?;
    let rest = &bytes[start..bytes.len().min(start + MOST)];
    let end = memmem::find(rest, b"</x:xmpmeta>")? + b"</x:xmpmeta>".len();
    Some(&rest[..end])
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A JPEG without pixels, with this packet.
    pub(crate) fn jpeg(packet: &str) -> Vec<u8> {
        let content = [SEGMENT, packet.as_bytes()].concat();
        let length = u16::try_from(content.len() + 2).unwrap().to_be_bytes();
        [&[0xFF, 0xD8, 0xFF, 0xE1][..], &length, &content, &[0xFF, 0xD9]].concat()
    }

    fn wrap(inner: &str) -> String {
        format!(
            r#"<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{RDF}" xmlns:dc="http://purl.org/dc/elements/1.1/"
            xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/"
            xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">{inner}</rdf:RDF></x:xmpmeta>"#
        )
    }

    #[test]
    fn a_date_is_read_as_an_attribute_and_as_an_element() {
        let attribute = wrap(r#"<rdf:Description photoshop:DateCreated="2022-01-10T15:15:44.31"/>"#);
        let element = wrap(
            "<rdf:Description><photoshop:DateCreated>2022-01-10</photoshop:DateCreated></rdf:Description>",
        );
        let read = |bytes: &[u8]| Some(Packet::find(bytes)?.ok()?.capture_date()?.0);
        assert_eq!(read(&jpeg(&attribute)).as_deref(), Some("2022-01-10T15:15:44.31"));
        let elsewhere = format!("junk{element}more");
        assert_eq!(read(elsewhere.as_bytes()).as_deref(), Some("2022-01-10"));
        assert!(Packet::find(b"<x:xmpmeta>never closed").is_none());
    }

    #[test]
    fn every_property_becomes_text() {
        let packet = wrap(
            r#"<rdf:Description photoshop:City="Київ">
            <dc:subject><rdf:Bag><rdf:li>vane</rdf:li><rdf:li>missile</rdf:li></rdf:Bag></dc:subject>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Actuator</rdf:li></rdf:Alt></dc:title>
            <Iptc4xmpCore:CreatorContactInfo Iptc4xmpCore:CiEmailWork="a@example.org"/>
            <Iptc4xmpCore:Location rdf:parseType="Resource"><dc:source>notes</dc:source></Iptc4xmpCore:Location>
            </rdf:Description>"#,
        );
        let bytes = jpeg(&packet);
        let tags = Packet::find(&bytes).unwrap().unwrap().tags();
        let found: Vec<(&str, &str)> = tags.iter().map(|(_, name, value)| (&**name, &**value)).collect();
        assert_eq!(
            found,
            [
                ("photoshop:City", "Київ"),
                ("dc:subject", "vane"),
                ("dc:subject", "missile"),
                ("dc:title", "Actuator"),
                (
                    "Iptc4xmpCore:CreatorContactInfo/Iptc4xmpCore:CiEmailWork",
                    "a@example.org"
                ),
                ("Iptc4xmpCore:Location/dc:source", "notes"),
            ]
        );
    }

    #[test]
    fn a_packet_with_entities_is_refused() {
        let bomb = r#"<!DOCTYPE l [<!ENTITY a "x">]><x:xmpmeta xmlns:x="adobe:ns:meta/">&a;</x:xmpmeta>"#;
        assert!(Packet::find(&jpeg(bomb)).unwrap().is_err());
    }
}
