//! The tiles of base maps on the map, the names on them, and who made them.

use egui::{Align2, Color32, Painter, Pos2, Rect, Ui, pos2, vec2};

use super::ground::{Sheet, lettered};
use crate::basemap::Name;
use crate::basemap::style::Palette;
use crate::model::place::mercator::{Bounds, Spot};
use crate::model::place::tile::TileId;
use crate::text::{self, t, tf};
use crate::ui::base_maps::{BaseMaps, Look, Piece, Standing};
use crate::ui::theme::{Tokens, Type};

/// So many names are looked at for each map, the most important first, and so many are written.
const LOOKED_AT: usize = 400;
const WRITTEN: usize = 90;
/// Free points around a name.
const APART: f32 = 14.0;
/// From this opacity on, in hundredths, names below are not written where the map covers them.
const COVERS: u8 = 40;

/// What was drawn.
#[derive(Default)]
pub struct Below {
    /// Where maps cover what is below them.
    pub covered: Vec<Rect>,
    /// What they are called, and who made them: lines to be shown.
    pub credits: Vec<String>,
}

/// Draws the base maps.
pub fn show(ui: &Ui, painter: &Painter, maps: &mut BaseMaps, sheet: &Sheet) -> Below {
    let tokens = Tokens::of(ui);
    let look = Look {
        palette: palette(tokens),
        language: text::language().code(),
    };
    maps.begin_frame(ui.ctx(), &look);
    let mut below = Below::default();
    for place in 0..maps.layers().len() {
        let kept = maps.layers()[place].kept.clone();
        let view = maps.view(place, &sheet.camera);
        let tint = Color32::from_white_alpha((u16::from(kept.opacity.min(100)) * 255 / 100) as u8);
        for piece in &view.pieces {
            let (rect, uv) = placed(sheet, piece);
            painter.image(piece.ready.texture.id(), rect, uv, tint);
            if kept.opacity >= COVERS {
                below.covered.push(rect);
            }
        }
        names(painter, tokens, sheet, &view.pieces);
        let is_too_far = view.is_too_far;
        below.credits.extend(credit(maps, place, is_too_far));
    }
    if below.credits.is_empty() {
        let outlines = tf("basemap-outlines", &[("sources", t("map-sources-short").into())]);
        below.credits.push(outlines);
    }
    below
}

/// What is said of a map that is on.
fn credit(maps: &BaseMaps, place: usize, is_too_far: bool) -> Option<String> {
    let layer = maps.layers().get(place)?;
    let name = layer.name();
    match layer.standing() {
        Standing::Off | Standing::Opening => None,
        Standing::Refused(_) => Some(tf("basemap-not-shown", &[("name", name.into())])),
        Standing::Open(_) if is_too_far => Some(tf("basemap-nearer", &[("name", name.into())])),
        Standing::Open(facts) if facts.attribution.is_empty() => {
            Some(tf("basemap-shown", &[("name", name.into())]))
        }
        Standing::Open(facts) => {
            let by = facts.attribution.as_str().into();
            Some(tf(
                "basemap-shown-by",
                &[("name", name.into()), ("attribution", by)],
            ))
        }
    }
}

/// Where a piece is drawn, and which part of its picture.
fn placed(sheet: &Sheet, piece: &Piece<'_>) -> (Rect, Rect) {
    let (corner, side) = part(piece.cell, piece.from);
    let bounds = piece.cell.bounds();
    let at = |(x, y): Spot| sheet.at((x + piece.turn, y));
    let rect = Rect::from_min_max(at(bounds.min), at(bounds.max));
    (rect, Rect::from_min_size(corner, vec2(side, side)))
}

fn part(cell: TileId, from: TileId) -> (Pos2, f32) {
    let ((x, y), side) = cell.within(from);
    (pos2(x as f32, y as f32), side as f32)
}

/// Writes names, the most important first, none over another.
fn names(painter: &Painter, tokens: &Tokens, sheet: &Sheet, pieces: &[Piece<'_>]) {
    let mut found: Vec<(&Name, Pos2)> = Vec::new();
    for piece in pieces {
        let bounds = piece.cell.bounds();
        for name in &piece.ready.names {
            if !is_in(bounds, name.at) {
                continue;
            }
            let at = sheet.at((name.at.0 + piece.turn, name.at.1));
            if sheet.rect.contains(at) {
                found.push((name, at));
            }
        }
    }
    // By the name too, so that the same ones win in each frame.
    found.sort_by(|(one, _), (other, _)| (one.rank, &one.text).cmp(&(other.rank, &other.text)));
    let mut taken: Vec<Rect> = Vec::new();
    for (name, at) in found.into_iter().take(LOOKED_AT) {
        let (kind, ink) = match name.rank {
            _ if name.is_area => (Type::Strong, tokens.text_weak),
            0..300 => (Type::Strong, tokens.text),
            300..600 => (Type::Small, tokens.text),
            _ => (Type::Small, tokens.text_weak),
        };
        let font = kind.font(tokens);
        let galley = painter.layout_no_wrap(name.text.clone(), font.clone(), ink);
        let rect = Align2::CENTER_CENTER.anchor_size(at, galley.size());
        if taken.iter().any(|other| other.intersects(rect)) {
            continue;
        }
        taken.push(rect.expand(APART));
        lettered(
            painter,
            at,
            Align2::CENTER_CENTER,
            &name.text,
            font,
            ink,
            tokens.raised,
        );
        if taken.len() == WRITTEN {
            break;
        }
    }
}

fn is_in(bounds: Bounds, (x, y): Spot) -> bool {
    (bounds.min.0..bounds.max.0).contains(&x) && (bounds.min.1..bounds.max.1).contains(&y)
}

/// The colours of vectors, of the theme's own.
fn palette(tokens: &Tokens) -> Palette {
    let mixed = |ink: Color32, depth: f32| tokens.raised.lerp_to_gamma(ink, depth).to_array();
    // On dark ground the eye needs more of a difference.
    let water = if tokens.dark { 0.24 } else { 0.12 };
    Palette {
        land: tokens.raised.to_array(),
        green: mixed(tokens.good.text, 0.09),
        built: mixed(tokens.text, 0.05),
        bare: mixed(tokens.warn.text, 0.07),
        water: tokens.sunken.lerp_to_gamma(tokens.info.text, water).to_array(),
        building: mixed(tokens.text, 0.11),
        motorway: mixed(tokens.text, 0.42),
        road: mixed(tokens.text, 0.28),
        street: mixed(tokens.text, 0.17),
        path: mixed(tokens.text, 0.12),
        rail: mixed(tokens.text_weak, 0.5),
        border: mixed(tokens.text_weak, 0.85),
        other: mixed(tokens.text, 0.35),
    }
}
