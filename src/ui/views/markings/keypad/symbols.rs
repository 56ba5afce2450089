//! Symbols that no script has: drawn once, and then written by a key. A transcription names them.

use egui::{Color32, Painter, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, vec2};
use egui_material_icons::icons;

use super::super::field;
use crate::model::{Change, Symbol};
use crate::text::{t, tf};
use crate::ui::desk::Desk;
use crate::ui::entered;
use crate::ui::link::Remote;
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::{Action, Field, Text};

/// The side of a key with a symbol, and of the square in which one is drawn, in points.
const KEY: f32 = 36.0;
const SQUARE: f32 = 280.0;

/// The symbols of the case, and one that is being drawn.
#[derive(Default)]
pub struct Symbols {
    known: Remote<(), Vec<Symbol>>,
    drawing: Option<Symbol>,
}

impl Symbols {
    /// Shows a key for each symbol, which writes its name, and the way to draw another.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk, text: &mut String) {
        let known = self
            .known
            .get(&desk.link, (), |reader| reader.all::<Symbol>())
            .cloned()
            .unwrap_or_default();
        if known.is_empty() {
            ui.add(Text::new(t("marking-symbols-none")).kind(Type::Small).weak());
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
            for symbol in &known {
                let name = tf("marking-palette-key", &[("sign", symbol.name.as_str().into())]);
                let response = key(ui, symbol, &name);
                egui::Popup::context_menu(&response).show(|ui| {
                    let words = tf("marking-symbol-remove", &[("name", symbol.name.as_str().into())]);
                    let remove = Action::quiet(&words).with_icon(icons::ICON_DELETE);
                    if ui.add(remove).clicked() {
                        desk.apply(Change::Remove(symbol.id.into()));
                        ui.close();
                    }
                });
                if response.on_hover_text(&symbol.name).clicked() {
                    field::write(ui, text, &format!("<{}>", symbol.name), "");
                }
            }
            let draw = Action::secondary(t("marking-symbol-draw")).with_icon(icons::ICON_DRAW);
            if ui.add(draw).clicked() {
                self.drawing = Some(Symbol::default());
            }
        });
        self.draw(ui, desk, text);
    }

    /// The square in which a symbol is drawn, with its name.
    fn draw(&mut self, ui: &mut Ui, desk: &mut Desk, text: &mut String) {
        let Some(mut symbol) = self.drawing.take() else {
            return;
        };
        let mut kept = false;
        let mut cancelled = false;
        let modal = egui::Modal::new(egui::Id::unique("symbol")).show(ui.ctx(), |ui| {
            ui.set_width(SQUARE);
            ui.add(Text::new(t("marking-symbol-draw")).kind(Type::Heading));
            ui.add(Text::new(t("marking-symbol-hint")).kind(Type::Small).weak());
            square(ui, &mut symbol);
            let name = Field::new(t("marking-symbol-name"))
                .hint(t("marking-symbol-name-hint"))
                .show(ui, &mut symbol.name);
            kept = entered(ui, &name);
            ui.horizontal(|ui| {
                let missing = (symbol.name.trim().is_empty() || symbol.strokes.is_empty())
                    .then(|| t("marking-symbol-missing"));
                let keep = Action::primary(t("marking-symbol-keep")).unless(missing);
                kept |= ui.add(keep).clicked();
                kept &= missing.is_none();
                let none = symbol.strokes.is_empty().then(|| t("marking-symbol-missing"));
                let back = Action::quiet(t("marking-symbol-back")).unless(none);
                if ui.add(back).clicked() {
                    symbol.strokes.pop();
                }
                cancelled = ui.add(Action::quiet(t("marking-decide-cancel"))).clicked();
            });
        });
        if kept {
            symbol.name = symbol.name.trim().to_owned();
            field::write(ui, text, &format!("<{}>", symbol.name), "");
            desk.apply(Change::Create(symbol.into()));
        } else if !cancelled && !modal.should_close() {
            self.drawing = Some(symbol);
        }
    }
}

/// Takes strokes of the pointer in thousandths of the square.
fn square(ui: &mut Ui, symbol: &mut Symbol) {
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(SQUARE), Sense::drag());
    response.widget_info(|| {
        WidgetInfo::labeled(
            egui::accesskit::Role::Canvas,
            ui.is_enabled(),
            t("marking-symbol-square"),
        )
    });
    let side = Symbol::SIDE as f32;
    if let Some(pointer) = response.interact_pointer_pos() {
        let at = (pointer - rect.min) / SQUARE * side;
        let point = [at.x, at.y].map(|at| (at.round() as i32).clamp(0, Symbol::SIDE));
        if response.drag_started() || symbol.strokes.is_empty() {
            symbol.strokes.push(Vec::new());
        }
        if let Some(stroke) = symbol.strokes.last_mut()
            && stroke.last() != Some(&point)
        {
            stroke.push(point);
        }
    }
    ui.painter().rect(
        rect,
        egui::CornerRadius::ZERO,
        tokens.sunken,
        tokens.hairline(),
        StrokeKind::Inside,
    );
    paint(ui.painter(), rect, symbol, tokens.text_strong);
}

/// A key with the symbol on it.
fn key(ui: &mut Ui, symbol: &Symbol, name: &str) -> Response {
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(KEY), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(egui::accesskit::Role::Button, ui.is_enabled(), name));
    let line = if response.has_focus() {
        tokens.focus_ring()
    } else {
        tokens.hairline()
    };
    let fill = if response.hovered() {
        tokens.hover
    } else {
        tokens.raised
    };
    ui.painter()
        .rect(rect, egui::CornerRadius::same(4), fill, line, StrokeKind::Inside);
    paint(ui.painter(), rect.shrink(5.0), symbol, tokens.text_strong);
    response
}

/// Draws a symbol into `rect`.
pub fn paint(painter: &Painter, rect: Rect, symbol: &Symbol, ink: Color32) {
    let side = Symbol::SIDE as f32;
    let width = (rect.width() / 60.0).clamp(1.5, 4.0);
    for stroke in &symbol.strokes {
        let points: Vec<Pos2> = stroke
            .iter()
            .map(|[x, y]| rect.min + vec2(*x as f32, *y as f32) / side * rect.size())
            .collect();
        painter.line(points, Stroke::new(width, ink));
    }
}
