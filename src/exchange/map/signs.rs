//! What stands on the figure's outlines: strikes as exactly as they are known with their names, and towns and countries between
//! them.

use svg::node::element::{Circle, Group, Path, Title};

use super::base::covers;
use super::figure::{Figure, INK, MARGIN, WEAK, at, nearest, path, round, words};
use crate::analysis::map::clusters::Clusters;
use crate::analysis::map::names::Names;
use crate::basemap::Mosaic;
use crate::exchange::page;
use crate::model::place::mercator::{Camera, Spot};
use crate::model::place::{gazetteer, outlines};
use crate::text;

/// The room of a word or a sign in the drawing: left, top, right and bottom.
pub(super) type Taken = [f64; 4];

fn overlap(one: &Taken, other: &Taken) -> bool {
    one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}

/// Names of countries and towns, but for those that a base map or a strike's sign or name covers.
pub(super) fn names(camera: &Camera, base: &[(Mosaic, f64)], taken: &[Taken]) -> Group {
    let zoom = (camera.zoom * 2.0).floor() / 2.0;
    let names = Names::new(outlines::shared(), gazetteer::shared(), text::language(), zoom);
    let mut group = Group::new().set("fill", WEAK);
    for (name, turn) in names.within(camera.bounds()) {
        let place = (name.at.0 + turn, name.at.1);
        if base.iter().any(|(mosaic, _)| covers(mosaic, place)) {
            continue;
        }
        let (x, y) = at(camera, place);
        let room = if name.is_country {
            let half = page::width(name.text, 13.0) / 2.0;
            [x - half, y - 7.0, x + half, y + 7.0]
        } else {
            [x - 2.0, y - 6.0, x + 5.0 + page::width(name.text, 11.0), y + 6.0]
        };
        if taken.iter().any(|other| overlap(&room, other)) {
            continue;
        }
        if name.is_country {
            let text = words(x, y + 4.0, name.text).set("fill", WEAK);
            group = group.add(text.set("text-anchor", "middle").set("font-weight", 600));
        } else {
            let dot = Circle::new()
                .set("cx", round(x))
                .set("cy", round(y))
                .set("r", 1.6);
            let text = words(x + 5.0, y + 4.0, name.text).set("fill", WEAK);
            group = group.add(dot).add(text.set("font-size", 11));
        }
    }
    group
}

/// The strikes, and the room of their signs and names.
pub(super) fn strikes(figure: &Figure, camera: &Camera) -> (Group, Vec<Taken>) {
    let marks: Vec<_> = figure
        .strikes
        .iter()
        .filter_map(|strike| Some((strike, strike.mark?)))
        .collect();
    let spots: Vec<Spot> = marks.iter().map(|(_, mark)| mark.spot()).collect();
    // On paper there is more room than on a screen: half as far apart is enough.
    let clusters = Clusters::new(&spots, camera.zoom.round().max(0.0) as u32 + 1);
    let (mut places, mut signs, mut taken) = (Group::new(), Group::new(), Vec::new());
    for cluster in clusters.iter() {
        let (x, y) = nearest(camera, cluster.at);
        let circle = || {
            Circle::new()
                .set("cx", round(x))
                .set("cy", round(y))
                .set("stroke", INK)
        };
        let members = clusters.members(cluster);
        if members.len() > 1 {
            let radius = 10.0 + f64::from(cluster.count).ln() * 1.6;
            let disc = circle().set("r", round(radius)).set("fill", "#dcebea");
            let count = words(x, y + 4.5, cluster.count.to_string()).set("text-anchor", "middle");
            signs = signs.add(disc).add(count);
            taken.push([x - radius, y - radius, x + radius, y + radius]);
            continue;
        }
        let (strike, mark) = marks[members[0] as usize];
        if let Some(edge) = mark.edge() {
            let turn = (camera.middle.0 - mark.spot().0).round();
            let mut data = String::new();
            path(
                &mut data,
                edge.into_iter().map(|(x, y)| at(camera, (x + turn, y))),
            );
            data.push('Z');
            let place = Path::new()
                .set("d", data)
                .set("fill", INK)
                .set("fill-opacity", 0.12)
                .set("stroke", INK);
            places = places.add(place);
        }
        let fill = if strike.reported_only { "#ffffff" } else { INK };
        let dot = circle().set("r", 4.5).set("fill", fill).set("stroke-width", 2);
        let title = strike.name();
        signs = signs.add(dot.add(Title::new(title)));
        let title = cut(title);
        // At the left of its sign where the map ends at the right.
        let wide = page::width(&title, 12.0) + 9.0;
        let is_left = x + wide > MARGIN + camera.size.0 && x - wide > MARGIN;
        let (left, right, start, anchor) = if is_left {
            (x - wide, x + 6.0, x - 9.0, "end")
        } else {
            (x - 6.0, x + wide, x + 9.0, "start")
        };
        taken.push([left, y - 8.0, right, y + 8.0]);
        let label = words(start, y + 4.0, title)
            .set("font-size", 12)
            .set("font-weight", 600)
            .set("text-anchor", anchor);
        // With an edge in the colour of paper, so that no line crosses it out.
        signs = signs.add(
            label
                .set("stroke", "#ffffff")
                .set("stroke-width", 3)
                .set("paint-order", "stroke"),
        );
    }
    (Group::new().add(places).add(signs), taken)
}

/// No more characters of a title have room.
fn cut(title: &str) -> String {
    const MOST: usize = 40;
    if title.chars().count() <= MOST {
        return title.to_owned();
    }
    title.chars().take(MOST - 1).chain(['…']).collect()
}
