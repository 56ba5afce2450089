//! The network of what marks link as a picture for a report, black on white, and its matrix as CSV.

use std::io::Write;

use svg::Document;
use svg::node::element::{Group, Line, Path, Rectangle, Text, Title};

use super::chart::{FACE, rectangle, words};
use super::page::{Room, lines};
use super::sheet::neutral;
use crate::analysis::links::{Link, LinkKind, called};
use crate::analysis::network::doubt::Doubt;
use crate::analysis::network::layout::{Layer, Picture};
use crate::analysis::network::matrix::{Column, Matrix};
use crate::analysis::network::{Network, StrikeNode};
use crate::text::date::{self, Length};
use crate::text::{t, tf};

/// From one node to the next.
const APART: f64 = 10.0;

/// How the picture is laid out: its width, and the room of its parts.
struct Form {
    width: f64,
    /// The room at both sides, and of a node between them.
    side: f64,
    node: f64,
    /// The height of a node, and how many lines a name has in it.
    tall: f64,
    name: usize,
    /// Above the nodes.
    head: f64,
    /// Whether it has a title and notes of its own.
    is_alone: bool,
}

/// In a file of its own, in pixels.
const ALONE: Form = Form {
    width: 1280.0,
    side: 24.0,
    node: 300.0,
    tall: 40.0,
    name: 1,
    head: 112.0,
    is_alone: true,
};

impl Form {
    /// On a page nodes are narrow, and names go on on a second line.
    fn page(room: Room) -> Self {
        Self {
            width: room.width,
            side: 1.0,
            node: room.width * 0.25,
            tall: 56.0,
            name: 2,
            head: 44.0,
            is_alone: false,
        }
    }

    /// Between two layers.
    fn gap(&self) -> f64 {
        (self.width - 2.0 * self.side - 3.0 * self.node) / 2.0
    }

    fn left(&self, layer: Layer) -> f64 {
        self.side + f64::from(layer as u8) * (self.node + self.gap())
    }

    fn y(&self, picture: &Picture, layer: Layer, nth: usize) -> f64 {
        self.head + f64::from(picture.place((layer, nth))) * self.row()
    }

    /// From the middle of a node to that of the next.
    fn row(&self) -> f64 {
        self.tall + APART
    }

    /// A text in a node, as much of it as has room.
    fn cut(&self, text: &str, size: f64, most: usize) -> Vec<String> {
        lines(text, size, self.node - 20.0, most)
    }
}

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
    let below = form.cut(below, 11.0, 1).concat();
    let all = names.len() + usize::from(!below.is_empty());
    let mut line = middle + 12.0 - 8.0 * all as f64;
    let mut group = Group::new()
        .add(Title::new(format!("{name}\n{below}")))
        .add(frame);
    for name in names {
        group = group.add(words(x + 10.0, line, name).set("font-weight", 600));
        line += 16.0;
    }
    if !below.is_empty() {
        group = group.add(weak(words(x + 10.0, line, below)).set("font-size", 11));
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

/// Writes the matrix as CSV: a row for each mark or series, a column for each strike (and each weapon of no strike) with its id
/// in its name, and in the cells how many marks; an empty cell is none. The last three columns before them say how much the
/// link joins and what is doubtful in it.
///
/// # Errors
/// When it can't be written.
pub fn csv(network: &Network, matrix: &Matrix, to: impl Write) -> Result<(), csv::Error> {
    let mut out = csv::Writer::from_writer(to);
    let head = ["kind", "mark", "weapons", "strikes", "doubt"];
    let names = matrix.columns.iter().map(|column| match column {
        Column::Strike(nth) => {
            let strike = &network.strikes[*nth];
            let day = strike.days.map(|days| format!("{days} ")).unwrap_or_default();
            neutral(&format!("{day}{} [{}]", strike.title, strike.id))
        }
        Column::Weapon(nth) => {
            let weapon = &network.weapons[*nth];
            neutral(&format!("{} [{}]", weapon.title, weapon.id))
        }
    });
    out.write_record(head.into_iter().map(str::to_owned).chain(names))?;
    for row in &matrix.rows {
        let node = &network.links[row.link];
        let kind = match node.link.kind {
            LinkKind::Mark(_) => "mark",
            LinkKind::Series(_) => "series",
        };
        out.write_field(kind)?;
        out.write_field(neutral(&node.label))?;
        out.write_field(node.link.weapons.len().to_string())?;
        out.write_field(node.link.strikes.to_string())?;
        out.write_field(node.doubt.word())?;
        let mut cells = row.cells.iter().peekable();
        for nth in 0..matrix.columns.len() {
            match cells.next_if(|cell| cell.column == nth) {
                Some(cell) => out.write_field(cell.marks.to_string())?,
                None => out.write_field("")?,
            }
        }
        out.write_record(None::<&[u8]>)?;
    }
    out.flush()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
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
