//! The picture: three layers of nodes, and the edges between them. Only what is in view is drawn.

use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui::{
    Align2, Id, Key, PointerButton, Pos2, Rect, Response, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2,
};
use egui_material_icons::icons;

use super::camera::{Camera, STEP, View, middle};
use super::choice::Chosen;
use super::{Asked, detail, pen};
use crate::analysis::links::LinkKind;
use crate::analysis::network::doubt::Doubt;
use crate::analysis::network::layout::{Layer, NodeAt, Picture};
use crate::text::{number, t};
use crate::ui::commands::UiCommand;
use crate::ui::desk::Desk;
use crate::ui::theme::{Tokens, Type, radius, space};
use crate::ui::widgets::focus_ring;
use crate::ui::widgets::tiles::{has_keys, pressed};

/// The height of the heads of the layers.
const HEAD: f32 = 32.0;
/// The height of a node, and from one to the next.
const TALL: f32 = 44.0;
const ROW: f32 = 56.0;
/// Below this zoom there is no room for why an edge is doubtful.
const WORDS: f32 = 0.8;
/// How wide a node may be.
const WIDE: std::ops::RangeInclusive<f32> = 160.0..=320.0;
/// The least room for an edge.
const GAP: f32 = 88.0;

/// A gap that is narrower has no room for what its edges say.
const NARROW: f32 = 64.0;

/// How wide the parts of the picture are.
struct Across {
    node: f32,
    gap: f32,
}

impl Across {
    fn of(width: f32) -> Self {
        let inside = width - 2.0 * space::L;
        let node = ((inside - 2.0 * GAP) / 3.0).clamp(*WIDE.start(), *WIDE.end());
        Self {
            node,
            gap: ((inside - 3.0 * node) / 2.0).clamp(GAP, 240.0),
        }
    }

    fn size(&self, rows: f32) -> Vec2 {
        vec2(
            3.0 * self.node + 2.0 * self.gap + 2.0 * space::L,
            rows * ROW + 2.0 * space::S,
        )
    }

    fn left(&self, layer: Layer) -> f32 {
        space::L + f32::from(layer as u8) * (self.node + self.gap)
    }

    /// Where a node lies in the picture.
    fn node(&self, picture: &Picture, node: NodeAt) -> Rect {
        let middle = space::S + picture.place(node) * ROW;
        Rect::from_min_size(
            pos2(self.left(node.0), middle - TALL / 2.0),
            vec2(self.node, TALL),
        )
    }
}

/// What the drawing of nodes and edges needs.
struct Stage<'a> {
    picture: &'a Picture,
    across: Across,
    view: View,
    area: Rect,
    /// What is linked to what is chosen, once something is.
    lit: Option<BTreeSet<NodeAt>>,
    chosen: Option<NodeAt>,
}

impl Stage<'_> {
    fn rect(&self, node: NodeAt) -> Rect {
        let rect = self.across.node(self.picture, node);
        Rect::from_min_max(
            self.view.on_screen(self.area, rect.min),
            self.view.on_screen(self.area, rect.max),
        )
    }

    fn is_faded(&self, node: NodeAt) -> bool {
        self.lit.as_ref().is_some_and(|lit| !lit.contains(&node))
    }
}

/// Draws the picture, and gives what was asked for.
pub fn show(
    ui: &mut Ui,
    desk: &mut Desk,
    picture: &Picture,
    camera: &mut Camera,
    chosen: Option<&Chosen>,
    all: usize,
) -> Option<Asked> {
    let whole = ui.max_rect();
    let area = whole.with_min_y(whole.top() + HEAD);
    let across = Across::of(area.width());
    let size = across.size(picture.height);
    let ground = ui.interact(area, Id::unique("network ground"), Sense::click_and_drag());
    ground.widget_info(|| WidgetInfo::labeled(Role::Group, true, t("network-title")));
    camera.heed(ui, &ground, size);
    let at = chosen.and_then(|chosen| chosen.node(&picture.network));
    let mut asked = keys(ui, desk, &ground, picture, camera, (&across, size), at);
    let view = camera.view(size, area.size());
    let stage = Stage {
        picture,
        across,
        view,
        area,
        lit: at.map(|node| picture.lit(node)),
        chosen: at,
    };
    heads(ui, &stage, whole, all);
    let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(area));
    inside.shrink_clip_rect(area);
    edges(&inside, &stage);
    let layers = Layer::ALL.into_iter().zip(&picture.order);
    for (layer, order) in layers {
        for nth in order {
            let node = (layer, *nth);
            let rect = stage.rect(node);
            if !rect.intersects(area) {
                continue;
            }
            let response = one(&inside, &stage, node, rect);
            if response.clicked() {
                ground.request_focus();
                asked = Chosen::at(&picture.network, node).map(|chosen| Asked::Choose(Some(chosen)));
            }
            if response.double_clicked() {
                asked = Chosen::at(&picture.network, node).map(Asked::Open);
            }
            response.on_hover_ui(|ui| detail::card(ui, &picture.network, node));
        }
    }
    if ground.clicked_by(PointerButton::Primary) {
        ground.request_focus();
        asked = Some(Asked::Choose(None));
    }
    focus_ring(ui, &ground, area.shrink(1.0), radius::S);
    asked
}

/// Takes the keys: arrows go from node to node, Enter opens, plus and minus zoom, Home shows all of it.
fn keys(
    ui: &Ui,
    desk: &mut Desk,
    ground: &Response,
    picture: &Picture,
    camera: &mut Camera,
    (across, size): (&Across, Vec2),
    at: Option<NodeAt>,
) -> Option<Asked> {
    let room = ground.rect.size();
    let mut zooms = Vec::new();
    for (command, by) in [
        (UiCommand::ZoomIn, Some(STEP)),
        (UiCommand::ZoomOut, Some(1.0 / STEP)),
        (UiCommand::ZoomFit, None),
    ] {
        if desk.take_command(command) {
            zooms.push(by);
        }
    }
    let mut asked = None;
    let mut here = at;
    let is_covered = ui.memory(|memory| memory.top_modal_layer().is_some());
    let is_ours = !is_covered && !egui::Popup::is_any_open(ui) && has_keys(ui, ground);
    for (key, held) in pressed(ui).into_iter().filter(|_| is_ours) {
        if held.alt || held.command || held.ctrl {
            continue;
        }
        let next = match key {
            Key::Plus | Key::Equals => {
                zooms.push(Some(STEP));
                continue;
            }
            Key::Minus => {
                zooms.push(Some(1.0 / STEP));
                continue;
            }
            Key::Home => {
                zooms.push(None);
                continue;
            }
            Key::Enter => {
                asked = here
                    .and_then(|node| Chosen::at(&picture.network, node))
                    .map(Asked::Open);
                continue;
            }
            Key::ArrowDown => here.map(|node| picture.beside(node, 1)),
            Key::ArrowUp => here.map(|node| picture.beside(node, -1)),
            Key::ArrowRight => here.and_then(|node| picture.across(node, true)),
            Key::ArrowLeft => here.and_then(|node| picture.across(node, false)),
            _ => continue,
        };
        let Some(next) = next.or(here).or_else(|| picture.first()) else {
            continue;
        };
        here = Some(next);
        camera.reveal(size, room, across.node(picture, next).expand(space::S));
        asked = Chosen::at(&picture.network, next).map(|chosen| Asked::Choose(Some(chosen)));
    }
    for by in zooms {
        match by {
            Some(by) => camera.zoom(size, room, by, middle(room)),
            None => camera.fit(size, room),
        }
    }
    asked
}

/// What the layers are, and what the edges between them say. Of `all` links there are, some may not be drawn.
fn heads(ui: &Ui, stage: &Stage<'_>, whole: Rect, all: usize) {
    let tokens = Tokens::of(ui);
    let painter = ui.painter();
    let middle = whole.top() + HEAD / 2.0;
    let network = &stage.picture.network;
    let counts = [network.strikes.len(), network.weapons.len(), network.links.len()];
    let keys = ["network-strikes", "network-weapons", "network-links"];
    for ((layer, key), count) in Layer::ALL.into_iter().zip(keys).zip(counts) {
        let left = stage
            .view
            .on_screen(stage.area, pos2(stage.across.left(layer), 0.0))
            .x;
        let name = painter.text(
            pos2(left, middle),
            Align2::LEFT_CENTER,
            t(key),
            Type::Strong.font(tokens),
            tokens.text_strong,
        );
        painter.text(
            pos2(name.right() + space::XS, middle),
            Align2::LEFT_CENTER,
            match layer {
                Layer::Links if all > count => format!("{} / {}", number(count), number(all)),
                _ => number(count),
            },
            Type::Small.font(tokens),
            tokens.text_weak,
        );
    }
    for (layer, key) in [
        (Layer::Strikes, "network-belongs"),
        (Layer::Weapons, "network-bears"),
    ] {
        // Between two names of layers that stand close it would run into them.
        if stage.view.zoom * stage.across.gap < NARROW {
            continue;
        }
        let x = stage.across.left(layer) + stage.across.node + stage.across.gap / 2.0;
        painter.text(
            pos2(stage.view.on_screen(stage.area, pos2(x, 0.0)).x, middle),
            Align2::CENTER_CENTER,
            t(key),
            Type::Caption.font(tokens),
            tokens.text_weak,
        );
    }
    painter.hline(whole.x_range(), stage.area.top(), tokens.hairline());
}

fn edges(ui: &Ui, stage: &Stage<'_>) {
    let tokens = Tokens::of(ui);
    let network = &stage.picture.network;
    let belongs = network.weapons.iter().enumerate().filter_map(|(nth, weapon)| {
        let strike = (Layer::Strikes, weapon.strike?);
        Some((strike, (Layer::Weapons, nth), ""))
    });
    let bears = network.bears.iter().map(|bears| {
        let ends = ((Layer::Weapons, bears.weapon), (Layer::Links, bears.link));
        (ends.0, ends.1, bears.doubt.text())
    });
    for (from, to, doubt) in belongs.chain(bears) {
        let (start, end) = (stage.rect(from).right_center(), stage.rect(to).left_center());
        let span = Rect::from_two_pos(start, end).expand(1.0);
        if !span.intersects(stage.area) {
            continue;
        }
        let is_faded = stage.is_faded(from) || stage.is_faded(to);
        let is_lit = stage.lit.is_some() && !is_faded;
        let (width, colour) = if is_lit {
            (2.0 * tokens.line_width, tokens.accent)
        } else {
            (tokens.line_width, tokens.line_control)
        };
        let stroke = Stroke::new(width, pen::ink(colour, is_faded));
        pen::edge(ui.painter(), pen::curve(start, end), stroke, !doubt.is_empty());
    }
    if stage.view.zoom >= WORDS {
        words(ui, stage);
    }
}

/// Why edges are doubtful, once for each mark that they end at.
fn words(ui: &Ui, stage: &Stage<'_>) {
    let network = &stage.picture.network;
    for link in 0..network.links.len() {
        let end = stage.rect((Layer::Links, link)).left_center();
        if !stage.area.expand(TALL).contains(end) {
            continue;
        }
        let drawn = network
            .borne_by(link)
            .iter()
            .filter(|bears| !stage.is_faded((Layer::Weapons, bears.weapon)))
            .filter(|_| !stage.is_faded((Layer::Links, link)));
        let doubt = drawn.fold(Doubt::default(), |doubt, bears| doubt.or(bears.doubt));
        if doubt.is_any() {
            word(ui, doubt.text(), end);
        }
    }
}

/// Why an edge is doubtful, where it ends.
fn word(ui: &Ui, doubt: &str, end: Pos2) {
    let tokens = Tokens::of(ui);
    let galley = ui
        .painter()
        .layout_no_wrap(doubt.to_owned(), Type::Caption.font(tokens), tokens.warn.text);
    let at = end - vec2(galley.size().x + space::S, galley.size().y + 2.0);
    let ground = Rect::from_min_size(at, galley.size()).expand2(vec2(2.0, 0.0));
    ui.painter().rect_filled(ground, 2.0, tokens.base);
    ui.painter().galley(at, galley, tokens.warn.text);
}

fn one(ui: &Ui, stage: &Stage<'_>, node: NodeAt, rect: Rect) -> Response {
    let tokens = Tokens::of(ui);
    let network = &stage.picture.network;
    let is_chosen = stage.chosen == Some(node);
    let id = Id::unique(("network node", node));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_chosen, detail::name(network, node)));
    let is_faded = stage.is_faded(node);
    let doubt = match node.0 {
        Layer::Links => network.links[node.1].doubt,
        Layer::Strikes | Layer::Weapons => Default::default(),
    };
    let fill = if is_chosen {
        tokens.selection
    } else if response.hovered() {
        tokens.hover
    } else {
        tokens.raised
    };
    let corner = f32::from(radius::M);
    ui.painter().rect_filled(rect, corner, fill);
    let line = match node.0 {
        _ if is_chosen => Stroke::new(2.0 * tokens.line_width, tokens.accent),
        Layer::Links => Stroke::new(tokens.line_width, pen::ink(tokens.accent, is_faded)),
        Layer::Strikes | Layer::Weapons => {
            Stroke::new(tokens.line_width, pen::ink(tokens.line_control, is_faded))
        }
    };
    pen::frame(ui.painter(), rect, corner, line, doubt.is_any());
    focus_ring(ui, &response, rect.expand(1.0), radius::M);
    let (strong, weak) = (
        pen::ink(tokens.text_strong, is_faded),
        pen::ink(
            if doubt.is_any() {
                tokens.warn.text
            } else {
                tokens.text_weak
            },
            is_faded,
        ),
    );
    let zoom = stage.view.zoom;
    let icon = match node.0 {
        Layer::Strikes => icons::ICON_CRISIS_ALERT,
        Layer::Weapons => icons::ICON_ROCKET,
        Layer::Links if matches!(network.links[node.1].link.kind, LinkKind::Series(_)) => {
            icons::ICON_FORMAT_LIST_NUMBERED
        }
        Layer::Links => icons::ICON_FINGERPRINT,
    };
    ui.painter().text(
        pos2(rect.left() + 8.0 * zoom, rect.center().y),
        Align2::LEFT_CENTER,
        icon.codepoint,
        egui::FontId::new((16.0 * zoom).round(), icon.font_family()),
        weak,
    );
    let left = rect.left() + 32.0 * zoom;
    let width = rect.right() - left - 8.0 * zoom;
    let (above, below) = detail::lines(network, node);
    let kind = if node.0 == Layer::Links {
        Type::Mono
    } else {
        Type::Strong
    };
    let font = pen::font(tokens, kind, zoom);
    let small = pen::font(tokens, Type::Small, zoom);
    let (high, low) = (font.size * 1.3, small.size * 1.3);
    if below.is_empty() {
        pen::lines(ui, &above, font, strong, pos2(left, rect.center().y), width);
        return response;
    }
    let top = rect.center().y - (high + low) / 2.0;
    pen::line(ui, &above, font, strong, pos2(left, top), width);
    pen::line(ui, &below, small, weak, pos2(left, top + high), width);
    response
}
