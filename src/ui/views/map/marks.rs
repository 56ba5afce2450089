//! Strikes, recovered components and photos on the map: each as what is known of its place, or as a count where they are crowded.
//! What tells kinds apart is the form: a disc, a diamond, a square.

use std::collections::HashMap;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{
    Align2, Color32, Id, Painter, Pos2, Rect, Response, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::data::{Crowd, Item, Kind};
use super::ground::Sheet;
use crate::analysis::map::clusters::Cluster;
use crate::analysis::map::marks::Shape as PlaceShape;
use crate::model::place::mercator::Spot;
use crate::model::record::RecordRef;
use crate::text::tf;
use crate::ui::theme::{Tokens, Type};
use crate::ui::views::calendar::paint::TagInks;

/// The smallest disc of a strike, in points.
const DOT: f32 = 5.0;
/// A place that is smaller than this on the screen is drawn as a round disc around its dot.
const SMALL: f64 = 20.0;
/// So many edges are measured in a frame; others are round until theirs is.
const MEASURED: usize = 24;

/// The edges of wide places, measured once.
#[derive(Default)]
pub struct Edges {
    known: HashMap<RecordRef, (PlaceShape, Arc<[Spot]>)>,
    left: usize,
}

impl Edges {
    /// To be called once a frame.
    pub fn begin_frame(&mut self) {
        const MOST: usize = 4000;
        if self.known.len() > MOST {
            self.known.clear();
        }
        self.left = MEASURED;
    }

    fn of(&mut self, item: &Item) -> Option<Arc<[Spot]>> {
        if let Some((shape, edge)) = self.known.get(&item.record)
            && *shape == item.mark.shape
        {
            return Some(edge.clone());
        }
        self.left = self.left.checked_sub(1)?;
        let edge: Arc<[Spot]> = item.mark.edge()?.into();
        self.known
            .insert(item.record.clone(), (item.mark.shape, edge.clone()));
        Some(edge)
    }
}

/// What somebody did with a mark.
pub enum Touched {
    /// Clicked a single one.
    One(RecordRef),
    /// Clicked it twice.
    Twice(RecordRef),
    /// Clicked a cluster.
    Several(Vec<u32>, Pos2),
}

/// One layer and how it is drawn.
pub struct Layer<'a> {
    /// What it is of.
    pub kind: Kind,
    /// What is in it.
    pub crowd: &'a Crowd,
    /// The colours of tags.
    pub inks: &'a TagInks,
    /// What is selected.
    pub selected: &'a [RecordRef],
}

impl Layer<'_> {
    /// Draws what is in view and takes the pointer. `card` shows the record under it.
    pub fn show(
        &self,
        ui: &Ui,
        sheet: &Sheet,
        id: Id,
        edges: &mut Edges,
        card: &mut dyn FnMut(&mut Ui, &Item),
    ) -> Option<Touched> {
        let tokens = Tokens::of(ui);
        let mut touched = None;
        let painter = ui.painter().with_clip_rect(sheet.rect);
        let in_view = || self.crowd.in_view(sheet.camera.bounds(), sheet.camera.scale());
        // Places first, so that none lies over a mark.
        for (cluster, turn) in in_view() {
            let members = self.crowd.members(cluster);
            if !self.crowd.shown.are_alike(members) {
                continue;
            }
            let item = self.crowd.shown.item(members[0]);
            let ink = self.ink(tokens, item);
            let is_selected = self.selected.contains(&item.record);
            place(&painter, sheet, edges, item, turn, ink, is_selected);
        }
        for (cluster, turn) in in_view() {
            let at = sheet.at((cluster.at.0 + turn, cluster.at.1));
            let members = self.crowd.members(cluster);
            if let [member] = members {
                let item = self.crowd.shown.item(*member);
                let asked = self.one(
                    ui,
                    &painter,
                    sheet,
                    id.with((&item.record.id, turn as i32)),
                    item,
                    at,
                    card,
                );
                touched = asked.or(touched);
            } else {
                let key = id.with((self.kind, members[0], cluster.count, turn as i32));
                let asked = self.several(ui, &painter, sheet, key, cluster, members, at);
                touched = asked.or(touched);
            }
        }
        touched
    }

    fn ink(&self, tokens: &Tokens, item: &Item) -> Color32 {
        match (self.kind, &item.tag) {
            (Kind::Strike, Some(tag)) => self.inks.of(tokens, tag),
            (Kind::Strike, None) => tokens.accent,
            (Kind::Recovered, _) => tokens.warn.text,
            (Kind::Photo, _) => tokens.info.text,
        }
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of one mark")]
    fn one(
        &self,
        ui: &Ui,
        painter: &Painter,
        sheet: &Sheet,
        id: Id,
        item: &Item,
        at: Pos2,
        card: &mut dyn FnMut(&mut Ui, &Item),
    ) -> Option<Touched> {
        let tokens = Tokens::of(ui);
        let rect = Rect::from_center_size(at, vec2(18.0, 18.0)).intersect(sheet.rect);
        if !rect.is_positive() {
            return None;
        }
        let response = ui.interact(rect, id, Sense::click());
        let is_selected = self.selected.contains(&item.record);
        response.widget_info(|| {
            WidgetInfo::selected(Role::Button, ui.is_enabled(), is_selected, item.spoken(self.kind))
        });
        let ink = self.ink(tokens, item);
        sign(painter, tokens, self.kind, at, ink, item.reported_only);
        if is_selected || response.has_focus() || response.hovered() {
            let width = if is_selected { 2.5 } else { 1.5 };
            let colour = if is_selected {
                tokens.text_strong
            } else {
                tokens.accent
            };
            painter.circle_stroke(at, DOT + 5.0, Stroke::new(width, colour));
        }
        if is_selected {
            label(painter, tokens, at + vec2(DOT + 9.0, 0.0), item.called());
        }
        let touched = touched(&response, &item.record);
        response.on_hover_ui(|ui| card(ui, item));
        touched
    }

    #[expect(clippy::too_many_arguments, reason = "the parts of one mark")]
    fn several(
        &self,
        ui: &Ui,
        painter: &Painter,
        sheet: &Sheet,
        id: Id,
        cluster: &Cluster,
        members: &[u32],
        at: Pos2,
    ) -> Option<Touched> {
        let tokens = Tokens::of(ui);
        let radius = 10.0 + (cluster.count as f32).ln() * 1.6;
        let rect = Rect::from_center_size(at, vec2(2.0 * radius, 2.0 * radius)).intersect(sheet.rect);
        if !rect.is_positive() {
            return None;
        }
        let response = ui.interact(rect, id, Sense::click());
        let key = match self.kind {
            Kind::Strike => "map-cluster",
            Kind::Recovered => "map-cluster-recovered",
            Kind::Photo => "map-cluster-photos",
        };
        let name = || tf(key, &[("count", cluster.count.into())]);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name()));
        let ink = match self.kind {
            Kind::Strike => tokens.accent,
            Kind::Recovered => tokens.warn.text,
            Kind::Photo => tokens.info.text,
        };
        let ground = tokens
            .raised
            .lerp_to_gamma(ink, if response.hovered() { 0.3 } else { 0.16 });
        let line = Stroke::new(1.5, ink);
        match self.kind {
            Kind::Strike => {
                painter.circle(at, radius, ground, line);
            }
            Kind::Recovered => {
                painter.add(Shape::convex_polygon(diamond(at, radius * 1.15), ground, line));
            }
            Kind::Photo => {
                let square = Rect::from_center_size(at, vec2(2.0 * radius, 1.6 * radius));
                painter.rect(square, 3.0, ground, line, egui::StrokeKind::Inside);
            }
        }
        if response.has_focus() {
            painter.circle_stroke(at, radius + 3.0, tokens.focus_ring());
        }
        // One of a cluster may be selected: it is said, and not drawn at a place that is the cluster's.
        let few = members.len() < 2000 && !self.selected.is_empty();
        if few
            && members
                .iter()
                .any(|member| self.selected.contains(&self.crowd.shown.item(*member).record))
        {
            painter.circle_stroke(at, radius + 3.0, Stroke::new(2.5, tokens.text_strong));
        }
        painter.text(
            at,
            Align2::CENTER_CENTER,
            short(cluster.count),
            Type::Small.font(tokens),
            tokens.text_strong,
        );
        let asked = response.clicked().then(|| Touched::Several(members.to_vec(), at));
        response.on_hover_text(name());
        asked
    }
}

fn touched(response: &Response, record: &RecordRef) -> Option<Touched> {
    if response.double_clicked() {
        Some(Touched::Twice(record.clone()))
    } else {
        response.clicked().then(|| Touched::One(record.clone()))
    }
}

/// A count in the little room of a cluster.
fn short(count: u32) -> String {
    match count {
        ..1000 => count.to_string(),
        1000..10_000 => format!("{:.1}k", f64::from(count / 100) / 10.0),
        _ => format!("{}k", count / 1000),
    }
}

/// The area in which the place lies.
fn place(
    painter: &Painter,
    sheet: &Sheet,
    edges: &mut Edges,
    item: &Item,
    turn: f64,
    ink: Color32,
    is_selected: bool,
) {
    let Some(reach) = item.mark.reach() else {
        return;
    };
    let stretch = item.mark.at.0.to_radians().cos().max(0.05);
    let points = reach / (40_075_016.0 * stretch) * sheet.camera.scale();
    if points <= f64::from(DOT) {
        return;
    }
    let ground = ink.gamma_multiply(if is_selected { 0.22 } else { 0.1 });
    let line = Stroke::new(if is_selected { 2.0 } else { 1.0 }, ink.gamma_multiply(0.8));
    let is_round = points < SMALL && !matches!(item.mark.shape, PlaceShape::Sector(_));
    let edge = if is_round { None } else { edges.of(item) };
    let Some(edge) = edge else {
        let spot = item.mark.spot();
        painter.circle(sheet.at((spot.0 + turn, spot.1)), points as f32, ground, line);
        return;
    };
    let edge: Vec<Pos2> = edge.iter().map(|(x, y)| sheet.at((x + turn, *y))).collect();
    if matches!(item.mark.shape, PlaceShape::Circle(_)) {
        painter.add(Shape::convex_polygon(edge, ground, line));
        return;
    }
    // A part of a ring is not convex: it is filled in slices.
    for slice in slices(&edge) {
        painter.add(Shape::convex_polygon(slice, ground, Stroke::NONE));
    }
    painter.add(Shape::closed_line(edge, line));
}

/// A sector's edge (out, around, back; or around and to the middle) in convex slices.
fn slices(edge: &[Pos2]) -> Vec<Vec<Pos2>> {
    let half = edge.len() / 2;
    if edge.len().is_multiple_of(2) && half > 16 {
        (1..half)
            .map(|at| {
                let back = |at: usize| edge[edge.len() - 1 - at];
                vec![edge[at - 1], edge[at], back(at), back(at - 1)]
            })
            .collect()
    } else {
        let middle = edge.last().copied().unwrap_or_default();
        edge.windows(2)
            .map(|pair| vec![pair[0], pair[1], middle])
            .collect()
    }
}

fn diamond(at: Pos2, radius: f32) -> Vec<Pos2> {
    [
        vec2(0.0, -radius),
        vec2(radius, 0.0),
        vec2(0.0, radius),
        vec2(-radius, 0.0),
    ]
    .map(|by| at + by)
    .to_vec()
}

/// The sign of a kind: also what the legend shows.
pub fn sign(painter: &Painter, tokens: &Tokens, kind: Kind, at: Pos2, ink: Color32, reported_only: bool) {
    let edge = Stroke::new(1.5, tokens.raised);
    match kind {
        Kind::Strike if reported_only => {
            painter.circle(at, DOT, tokens.raised, Stroke::new(2.0, ink));
        }
        Kind::Strike => {
            painter.circle(at, DOT, ink, edge);
        }
        Kind::Recovered => {
            painter.add(Shape::convex_polygon(diamond(at, DOT + 1.0), ink, edge));
        }
        Kind::Photo => {
            let square = Rect::from_center_size(at, vec2(8.0, 8.0));
            painter.rect(square, 1.0, ink, edge, egui::StrokeKind::Outside);
        }
    }
}

/// The name of what is selected, on a ground of its own.
fn label(painter: &Painter, tokens: &Tokens, at: Pos2, text: &str) {
    let text: String = text.chars().take(48).collect();
    let galley = painter.layout_no_wrap(text, Type::Strong.font(tokens), tokens.text_strong);
    let rect = Align2::LEFT_CENTER.anchor_size(at, galley.size());
    painter.rect(
        rect.expand2(vec2(5.0, 2.0)),
        3.0,
        tokens.overlay,
        tokens.hairline(),
        egui::StrokeKind::Outside,
    );
    painter.galley(pos2(rect.left(), rect.top()), galley, tokens.text_strong);
}
