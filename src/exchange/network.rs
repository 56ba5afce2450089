//! The network of what marks link as a picture for a report, black on white, and its matrix as CSV.

mod form;
mod rows;

use svg::Document;
use svg::node::element::{Group, Line, Path, Rectangle, Text, Title};

use form::{ALONE, Form};
pub use rows::csv;

use super::chart::{FACE, rectangle, words};
use super::page::Room;
use crate::analysis::links::{Link, called};
use crate::analysis::network::StrikeNode;
use crate::analysis::network::doubt::Doubt;
use crate::analysis::network::layout::{Layer, Picture};
use crate::text::date::{self, Length};
use crate::text::{t, tf};

/// The network as SVG. The same network gives the same bytes.
#[must_use]
pub fn svg(picture: &Picture) -> String {
    draw(picture, &ALONE)
}

/// The network for a document; `None` where a page has no room for it, or it has no room for the words on its edges.
#[must_use]
pub fn page(picture: &Picture, room: Room) -> Option<String> {
    let form = Form::page(room);
    let is_whole = picture.not_drawn == 0;
    let height = form.head + f64::from(picture.height) * form.row() + 34.0;
    (is_whole && height <= room.height).then(|| draw(picture, &form))
}

fn draw(picture: &Picture, form: &Form) -> String {
    let network = &picture.network;
    let bottom = form.head + f64::from(picture.height) * form.row();
    let notes = if form.is_alone { notes(picture) } else { Vec::new() };
    let below = if form.is_alone { 52.0 } else { 34.0 };
    let height = bottom + below + 18.0 * notes.len() as f64;
    let mut document = Document::new()
        .set("viewBox", (0, 0, form.width, height))
        .set("width", form.width)
        .set("height", height)
        .set("font-family", FACE)
        .set("font-size", 13)
        .add(Title::new(t("network-title")))
        .add(rectangle(0.0, 0.0, form.width, height, "#ffffff"));
    if form.is_alone {
        document = document
            .add(
                words(form.side, 34.0, t("network-title"))
                    .set("font-size", 20)
                    .set("font-weight", 600),
            )
            .add(weak(words(form.side, 58.0, t("network-careful"))));
    }
    for (layer, key) in Layer::ALL
        .into_iter()
        .zip(["network-strikes", "network-weapons", "network-links"])
    {
        document = document.add(words(form.left(layer), form.head - 16.0, t(key)).set("font-weight", 600));
    }
    for (layer, key) in [
        (Layer::Strikes, "network-belongs"),
        (Layer::Weapons, "network-bears"),
    ] {
        let x = form.left(layer) + form.node + form.gap() / 2.0;
        document = document.add(weak(
            words(x, form.head - 16.0, t(key)).set("text-anchor", "middle"),
        ));
    }
    let mut edges = Group::new();
    for (nth, weapon) in network.weapons.iter().enumerate() {
        if let Some(strike) = weapon.strike {
            let (from, to) = (
                form.y(picture, Layer::Strikes, strike),
                form.y(picture, Layer::Weapons, nth),
            );
            edges = edges.add(edge(form, Layer::Strikes, from, to, Doubt::default()));
        }
    }
    for bears in &network.bears {
        let from = form.y(picture, Layer::Weapons, bears.weapon);
        let to = form.y(picture, Layer::Links, bears.link);
        edges = edges.add(edge(form, Layer::Weapons, from, to, bears.doubt));
    }
    // Over the edges, once for each mark.
    for link in 0..network.links.len() {
        let doubts = network.borne_by(link).iter().map(|bears| bears.doubt);
        let doubt = doubts.fold(Doubt::default(), Doubt::or);
        if doubt.is_any() {
            edges = edges.add(why(form, doubt, form.y(picture, Layer::Links, link)));
        }
    }
    document = document.add(edges);
    for (nth, strike) in network.strikes.iter().enumerate() {
        let title = called(&strike.title, t("record-untitled"));
        let at = form.y(picture, Layer::Strikes, nth);
        document = document.add(node(form, Layer::Strikes, at, &day(strike), title, false));
    }
    for (nth, weapon) in network.weapons.iter().enumerate() {
        let title = called(&weapon.title, t("record-untitled"));
        let model = weapon.model.as_deref().unwrap_or_default();
        let below = match weapon.strike {
            Some(_) => model,
            None => t("network-no-strike"),
        };
        document = document.add(node(
            form,
            Layer::Weapons,
            form.y(picture, Layer::Weapons, nth),
            title,
            below,
            false,
        ));
    }
    for (nth, link) in network.links.iter().enumerate() {
        let mut below = on(&link.link);
        if link.doubt.is_any() {
            below = format!("{}: {}; {below}", t("network-doubtful"), link.doubt.text());
        }
        let at = form.y(picture, Layer::Links, nth);
        document = document.add(node(
            form,
            Layer::Links,
            at,
            &link.label,
            &below,
            link.doubt.is_any(),
        ));
    }
    document = document.add(legend(form, bottom + 24.0));
    for (nth, note) in notes.into_iter().enumerate() {
        document = document.add(weak(words(form.side, bottom + 50.0 + 18.0 * nth as f64, note)));
    }
    format!("{document}\n")
}

/// How many weapons and strikes a link joins, in words; or how many marks there are on the one weapon that bears them.
#[must_use]
pub fn on(link: &Link) -> String {
    if link.weapons.len() < 2 {
        return tf("network-on-one", &[("marks", link.marks.len().into())]);
    }
    tf(
        "network-on",
        &[
            ("weapons", link.weapons.len().into()),
            ("strikes", link.strikes.into()),
        ],
    )
}

/// The days of a strike, in words.
fn day(strike: &StrikeNode) -> String {
    match strike.days {
        Some(days) => date::days(days.earliest(), days.latest(), Length::Full),
        None => t("network-no-day").to_owned(),
    }
}

fn notes(picture: &Picture) -> Vec<String> {
    let mut notes = picture.network.notes();
    if picture.not_drawn > 0 {
        notes.push(tf("network-not-drawn", &[("count", picture.not_drawn.into())]));
    }
    notes
}

fn weak(text: Text) -> Text {
    text.set("font-size", 12).set("fill", "#555555")
}

fn edge(form: &Form, from_layer: Layer, from: f64, to: f64, doubt: Doubt) -> Group {
    let x = form.left(from_layer) + form.node;
    let end = x + form.gap();
    let middle = f64::midpoint(x, end);
    let curve = Path::new()
        .set(
            "d",
            format!("M{x},{from} C{middle},{from} {middle},{to} {end},{to}"),
        )
        .set("fill", "none")
        .set("stroke", "#777777")
        .set("stroke-width", 1.2);
    Group::new().add(if doubt.is_any() {
        curve.set("stroke-dasharray", "5 4")
    } else {
        curve
    })
}

/// Why edges are doubtful, where they end.
fn why(form: &Form, doubt: Doubt, to: f64) -> Text {
    let word = words(form.left(Layer::Links) - 8.0, to - 8.0, doubt.text());
    weak(word)
        .set("font-size", 10)
        .set("text-anchor", "end")
        .set("stroke", "#ffffff")
        .set("stroke-width", 4)
        .set("paint-order", "stroke")
}

fn node(form: &Form, layer: Layer, middle: f64, name: &str, below: &str, is_doubtful: bool) -> Group {
    let (x, top) = (form.left(layer), middle - form.tall / 2.0);
    let stroke = if layer == Layer::Links {
        "#2a7f78"
    } else {
        "#777777"
    };
    let mut frame: Rectangle = rectangle(x, top, form.node, form.tall, "#ffffff")
        .set("rx", 4)
        .set("stroke", stroke)
        .set("stroke-width", 1.2);
    if is_doubtful {
        frame = frame.set("stroke-dasharray", "5 4");
    }
    let names = form.cut(name, 13.0, form.name);
    let title = format!("{name}\n{below}");
    let mut below = form.cut(below, 11.0, form.lines.saturating_sub(names.len()));
    below.retain(|line| !line.is_empty());
    let all = names.len() + below.len();
    let mut line = middle + 12.0 - 8.0 * all as f64;
    let mut group = Group::new().add(Title::new(title)).add(frame);
    for name in names {
        group = group.add(words(x + 10.0, line, name).set("font-weight", 600));
        line += 16.0;
    }
    for text in below {
        group = group.add(weak(words(x + 10.0, line, text)).set("font-size", 11));
        line += 14.0;
    }
    group
}

fn legend(form: &Form, y: f64) -> Group {
    let line = |x: f64| {
        Line::new()
            .set("x1", x)
            .set("x2", x + 32.0)
            .set("y1", y - 4.0)
            .set("y2", y - 4.0)
            .set("stroke", "#777777")
            .set("stroke-width", 1.2)
    };
    let second = form.side + 220.0;
    Group::new()
        .add(line(form.side))
        .add(weak(words(form.side + 40.0, y, t("network-legend-edge"))))
        .add(line(second).set("stroke-dasharray", "5 4"))
        .add(weak(words(second + 40.0, y, t("network-legend-doubtful"))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::network::matrix::Matrix;
    use crate::analysis::network::tests::three_strikes;
    use crate::analysis::network::{Filter, network};

    #[test]
    fn the_picture_says_what_links_what_and_what_is_doubtful() {
        let mut weapons = three_strikes();
        weapons[0].title = "A <b>&\"'".to_owned();
        let picture = Picture::of(&network(&weapons, Filter::default()));
        let drawn = svg(&picture);
        let parsed = roxmltree::Document::parse(&drawn).unwrap();
        let texts: Vec<&str> = parsed
            .descendants()
            .filter(|node| node.has_tag_name("text"))
            .filter_map(|node| node.text().map(str::trim))
            .collect();
        for part in [
            "A <b>&\"'",
            "ПР 18",
            "А0101 … А0109",
            "belongs to",
            "bears",
            "no strike",
        ] {
            assert!(texts.contains(&part), "{part}: {texts:?}");
        }
        assert!(texts.contains(&"uncertain characters"), "on the edge: {texts:?}");
        assert!(
            texts.iter().any(|text| text.starts_with("doubtful: uncertain")),
            "on the mark: {texts:?}"
        );
        assert!(
            texts
                .iter()
                .any(|text| text.contains("never that weapons are the same"))
        );
        assert!(drawn.contains("stroke-dasharray"));
        assert_eq!(drawn, svg(&picture), "the same network gives the same bytes");
    }

    #[test]
    fn on_a_page_it_says_the_same_in_letters_that_are_readable_or_is_not_drawn() {
        let picture = Picture::of(&network(&three_strikes(), Filter::default()));
        let room = Room {
            width: 672.0,
            height: 860.0,
        };
        let drawn = page(&picture, room).unwrap();
        let parsed = roxmltree::Document::parse(&drawn).unwrap();
        assert_eq!(parsed.root_element().attribute("width"), Some("672"));
        for node in parsed.descendants() {
            if let Some(size) = node.attribute("font-size") {
                assert!(size.parse::<f64>().unwrap() >= 10.0, "{size}");
            }
        }
        for part in ["ПР 18", "А0101 … А0109", "no strike", "uncertain characters"] {
            assert!(drawn.contains(part), "{part}");
        }
        assert_eq!(
            page(
                &picture,
                Room {
                    height: 200.0,
                    ..room
                }
            ),
            None
        );
    }

    #[test]
    fn the_csv_has_a_column_for_each_strike_and_each_weapon_of_none() {
        let network = network(&three_strikes(), Filter::default());
        let matrix = Matrix::of(&network);
        let mut bytes = Vec::new();
        csv(&network, &matrix, &mut bytes).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let mut reader = csv::Reader::from_reader(text.as_bytes());
        let head = reader.headers().unwrap().clone();
        assert_eq!(head.len(), 5 + 4, "{head:?}");
        assert!(
            head.iter().any(|name| name.starts_with("2024-07-30 Strike of")),
            "{head:?}"
        );
        let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        assert_eq!(rows.len(), 3);
        let doubtful = rows.iter().find(|row| &row[1] == "ОТК 7").unwrap();
        assert_eq!((&doubtful[0], &doubtful[4]), ("mark", "uncertain"));
        let filled = doubtful.iter().skip(5).filter(|cell| !cell.is_empty()).count();
        assert_eq!(filled, 2);
    }
}
