//! The list of base maps: which are shown, how strongly, and what is wrong with one that is not.

use egui::{
    Align, Id, Layout, Popup, PopupCloseBehavior, RectAlign, Response, ScrollArea, Slider, Ui, WidgetInfo,
};
use egui_material_icons::icons;

use super::keys::Asked;
use crate::basemap::{Facts, Kind};
use crate::text::{t, tf};
use crate::ui::base_maps::{Layer, Standing};
use crate::ui::commands::UiCommand;
use crate::ui::desk::Desk;
use crate::ui::theme::{Tokens, Type, size, space};
use crate::ui::widgets::{Action, Text, gap, hairline, message};

const WIDTH: f32 = 340.0;
const HEIGHT: f32 = 380.0;

/// The list, while it is open.
#[derive(Default)]
pub struct BaseList {
    is_open: bool,
}

impl BaseList {
    /// Whether it is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.is_open
    }

    /// Opens or closes it.
    pub fn toggle(&mut self) {
        self.is_open = !self.is_open;
    }

    /// Draws it beside its button, if it is open.
    pub fn show(&mut self, ui: &Ui, desk: &mut Desk, button: &Response, id: Id) -> Option<Asked> {
        let mut is_open = self.is_open;
        let shown = Popup::from_response(button)
            .id(id)
            .open_bool(&mut is_open)
            .close_behavior(PopupCloseBehavior::IgnoreClicks)
            .align(RectAlign::LEFT_START)
            .accessible_name(t("basemap-title").to_owned())
            .width(WIDTH)
            .gap(space::S)
            .show(|ui| {
                ui.set_width(WIDTH);
                let margin = egui::Margin::same(space::XS as i8);
                egui::Frame::new()
                    .inner_margin(margin)
                    .show(ui, |ui| list(ui, desk))
                    .inner
            });
        // A click elsewhere closes it, but not the one that opened it, nor one on what it asks about.
        let is_elsewhere = shown
            .as_ref()
            .is_some_and(|shown| shown.response.clicked_elsewhere());
        if is_open && is_elsewhere && !button.clicked() {
            is_open = false;
        }
        if is_open && ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Escape)) {
            is_open = false;
        }
        self.is_open = is_open;
        shown.and_then(|shown| shown.inner)
    }
}

fn list(ui: &mut Ui, desk: &mut Desk) -> Option<Asked> {
    let mut asked = None;
    ui.add(Text::new(t("basemap-title")).kind(Type::Strong));
    ui.add(Text::new(t("basemap-about")).kind(Type::Small).weak());
    gap(ui, space::S);
    let mut changes = Vec::new();
    if desk.base_maps.layers().is_empty() {
        ui.add(Text::new(t("basemap-none")));
    }
    ScrollArea::vertical().max_height(HEIGHT).show(ui, |ui| {
        // The one on top first, as they lie.
        for (place, layer) in desk.base_maps.layers().iter().enumerate().rev() {
            hairline(ui);
            gap(ui, space::XS);
            ui.push_id(place, |ui| {
                asked = one(ui, place, layer, &mut changes).or(asked.take())
            });
            gap(ui, space::XS);
        }
    });
    for change in changes {
        match change {
            Change::Keep(place, kept) => desk.base_maps.keep(place, kept),
            Change::Remove(place) => desk.base_maps.remove(place),
        }
    }
    hairline(ui);
    gap(ui, space::S);
    let add = Action::secondary(UiCommand::AddBaseMap.text())
        .with_icon(icons::ICON_ADD)
        .keys(UiCommand::AddBaseMap.shortcut_text());
    if ui.add(add).clicked() {
        desk.command(UiCommand::AddBaseMap);
    }
    asked
}

enum Change {
    Keep(usize, crate::settings::KeptMap),
    Remove(usize),
}

fn one(ui: &mut Ui, place: usize, layer: &Layer, changes: &mut Vec<Change>) -> Option<Asked> {
    let tokens = Tokens::of(ui);
    let mut asked = None;
    let name = layer.name();
    let about = |key: &str| tf(key, &[("name", name.as_str().into())]);
    let mut kept = layer.kept.clone();
    ui.horizontal(|ui| {
        let (show, go, remove) = (
            about("basemap-show"),
            about("basemap-go"),
            about("basemap-remove"),
        );
        let eye = if kept.is_on {
            icons::ICON_VISIBILITY
        } else {
            icons::ICON_VISIBILITY_OFF
        };
        if ui.add(Action::icon(eye, &show).selected(kept.is_on)).clicked() {
            kept.is_on = !kept.is_on;
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ui.add(Action::icon(icons::ICON_CLOSE, &remove)).clicked() {
                changes.push(Change::Remove(place));
            }
            let bounds = layer.bounds();
            let why = match layer.standing() {
                Standing::Open(_) => t("basemap-no-place-told"),
                _ => t("basemap-not-open"),
            };
            let go = Action::icon(icons::ICON_ZOOM_IN_MAP, &go).unless(bounds.is_none().then_some(why));
            if ui.add(go).clicked() {
                asked = bounds.map(Asked::Area);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Text::new(&name).kind(Type::Strong).truncate());
            });
        });
    });
    match layer.standing() {
        Standing::Off => {}
        Standing::Opening => {
            ui.add(Text::new(t("basemap-opening")).kind(Type::Small).weak());
        }
        Standing::Refused(reason) => {
            message(ui, icons::ICON_ERROR, tokens.bad, reason);
        }
        Standing::Open(facts) => {
            described(ui, facts);
            if let Some((count, reason)) = layer.damaged() {
                let what = [("count", count.into()), ("reason", reason.into())];
                message(
                    ui,
                    icons::ICON_WARNING,
                    tokens.warn,
                    &tf("basemap-tiles-damaged", &what),
                );
            }
            opacity(ui, &about("basemap-opacity"), &mut kept.opacity);
        }
    }
    if kept != layer.kept {
        changes.push(Change::Keep(place, kept));
    }
    asked
}

fn described(ui: &mut Ui, facts: &Facts) {
    let key = match facts.kind {
        Kind::Raster => "basemap-facts-raster",
        Kind::Vector => "basemap-facts-vector",
    };
    let zooms = [
        ("least", i64::from(facts.min_zoom).into()),
        ("most", i64::from(facts.max_zoom).into()),
    ];
    ui.add(Text::new(&tf(key, &zooms)).kind(Type::Small).weak());
    let by = if facts.attribution.is_empty() {
        t("basemap-no-attribution")
    } else {
        &facts.attribution
    };
    ui.add(Text::new(by).kind(Type::Small).weak());
}

fn opacity(ui: &mut Ui, name: &str, percent: &mut u8) {
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = size::CHIP;
        ui.add(Text::new(t("basemap-opacity-short")).kind(Type::Small).weak());
        ui.spacing_mut().slider_width = 160.0;
        let slider = ui.add(Slider::new(percent, 10..=100).step_by(5.0).show_value(false));
        slider.widget_info(|| WidgetInfo::slider(ui.is_enabled(), f64::from(*percent), name));
        let shown = tf("basemap-percent", &[("percent", i64::from(*percent).into())]);
        ui.add(Text::new(&shown).kind(Type::Small));
    });
}
