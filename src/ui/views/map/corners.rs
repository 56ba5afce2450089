//! What stands at the map's edges: the bar of a known length, the coordinates under the pointer, the buttons, the legend.

use egui::accesskit::Role;
use egui::{Align2, Id, Rect, Response, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons;

use super::base_list::BaseList;
use super::data::{Kind, length};
use super::ground::Sheet;
use super::keys::Asked;
use super::marks;
use super::moves::coordinates;
use crate::text::{t, tf};
use crate::ui::desk::Desk;
use crate::ui::theme::{Tokens, Type, size, space};
use crate::ui::widgets::{Action, Text};

/// The height of the line below the map.
pub const FOOT: f32 = 30.0;

/// Draws the bar of a known length in the lower left corner.
pub fn scale(ui: &Ui, sheet: &Sheet) {
    let tokens = Tokens::of(ui);
    let (metres, points) = sheet.camera.bar(120.0);
    let from = sheet.rect.left_bottom() + vec2(12.0, -12.0);
    let to = from + vec2(points as f32, 0.0);
    let galley = ui
        .painter()
        .layout_no_wrap(length(metres), Type::Caption.font(tokens), tokens.text);
    let plate = Rect::from_min_max(from - vec2(6.0, 12.0), to + vec2(galley.size().x + 14.0, 6.0));
    ui.painter()
        .rect_filled(plate, 3.0, tokens.overlay.gamma_multiply(0.85));
    let stroke = Stroke::new(1.5, tokens.text);
    ui.painter().line_segment([from, to], stroke);
    for end in [from, to] {
        ui.painter().line_segment([end, end - vec2(0.0, 5.0)], stroke);
    }
    let at = pos2(to.x + 8.0, to.y - 3.0 - galley.size().y / 2.0);
    ui.painter().galley(at, galley, tokens.text);
}

/// Draws which map lies below, and who made it, in the lower right corner; gives the height that it takes.
pub fn credits(ui: &Ui, sheet: &Sheet, id: Id, lines: &[String]) -> f32 {
    let tokens = Tokens::of(ui);
    // Beside the bar of a known length.
    let room = (sheet.rect.width() - 260.0).max(160.0);
    let text = lines.join("\n");
    let font = Type::Caption.font(tokens);
    let galley = ui.painter().layout(text.clone(), font, tokens.text, room);
    let corner = sheet.rect.right_bottom() - vec2(14.0, 10.0);
    let rect = Align2::RIGHT_BOTTOM.anchor_size(corner, galley.size());
    let plate = rect.expand2(vec2(6.0, 3.0));
    ui.painter()
        .rect_filled(plate, 3.0, tokens.overlay.gamma_multiply(0.85));
    ui.painter().galley(rect.min, galley, tokens.text);
    ui.interact(plate, id.with("credits"), Sense::hover())
        .widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
    plate.height() + space::XS
}

/// Draws the coordinates under the pointer, `above` so much in the lower right corner; a right click offers to copy them.
pub fn pointer(ui: &Ui, sheet: &Sheet, map: &Response, above: f32) -> Option<Asked> {
    let tokens = Tokens::of(ui);
    let mut asked = None;
    map.context_menu(|ui| {
        // Where the menu was opened: the pointer has moved since.
        let at = ui.ctx().input(|input| input.pointer.press_origin());
        let place = ui.ctx().data_mut(|data| {
            let kept = data.get_temp_mut_or_insert_with(map.id.with("menu"), || at);
            *kept
        });
        if let Some(at) = place {
            let text = coordinates(sheet, sheet.spot(at));
            let name = tf("map-copy", &[("text", text.as_str().into())]);
            if ui.add(Action::quiet(&name)).clicked() {
                asked = Some(Asked::Copy(text));
                ui.close();
            }
        }
    });
    if !map.context_menu_opened() {
        let id = map.id.with("menu");
        ui.ctx().data_mut(|data| data.remove::<Option<egui::Pos2>>(id));
    }
    let pointer = ui.input(|input| input.pointer.hover_pos());
    let Some(at) = pointer.filter(|at| sheet.rect.contains(*at)) else {
        return asked;
    };
    let text = coordinates(sheet, sheet.spot(at));
    let galley = ui
        .painter()
        .layout_no_wrap(text, Type::Caption.font(tokens), tokens.text);
    let corner = sheet.rect.right_bottom() - vec2(14.0, 10.0 + above);
    let rect = Align2::RIGHT_BOTTOM.anchor_size(corner, galley.size());
    let plate = rect.expand2(vec2(6.0, 3.0));
    ui.painter()
        .rect_filled(plate, 3.0, tokens.overlay.gamma_multiply(0.85));
    ui.painter().galley(rect.min, galley, tokens.text);
    asked
}

/// Draws the buttons in the upper right corner; the last one opens and closes the list of base maps.
pub fn buttons(ui: &mut Ui, desk: &mut Desk, sheet: &Sheet, id: Id, list: &mut BaseList) -> Vec<Asked> {
    let tokens = Tokens::of(ui);
    let mut asked = Vec::new();
    let side = size::CONTROL;
    let rect = Rect::from_min_size(
        sheet.rect.right_top() + vec2(-side - 12.0, 12.0),
        vec2(side, 3.0 * side + 2.0),
    );
    ui.painter().rect(
        rect.expand(2.0),
        4.0,
        tokens.overlay,
        tokens.hairline(),
        egui::StrokeKind::Outside,
    );
    // Nothing of the map under them is touched.
    ui.interact(rect.expand(2.0), id.with("buttons"), Sense::click_and_drag());
    ui.scope_builder(egui::UiBuilder::new().max_rect(rect), |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 1.0);
        let larger = Action::icon(icons::ICON_ADD, t("map-zoom-in")).keys("+");
        if ui.add(larger).clicked() {
            asked.push(Asked::Zoom(1.0));
        }
        let smaller = Action::icon(icons::ICON_REMOVE, t("map-zoom-out")).keys("-");
        if ui.add(smaller).clicked() {
            asked.push(Asked::Zoom(-1.0));
        }
        let maps = Action::icon(icons::ICON_LAYERS, t("basemap-button")).selected(list.is_open());
        let maps = ui.add(maps);
        if maps.clicked() {
            list.toggle();
        }
        asked.extend(list.show(ui, desk, &maps, id.with("base maps")));
    });
    asked
}

/// Draws what the signs mean, how many strikes are shown, and how many have no place. Whether the latter are wanted.
pub fn foot(ui: &mut Ui, rect: Rect, shown: usize, placeless: usize, shows: [bool; 3]) -> bool {
    let tokens = Tokens::of(ui);
    ui.painter().rect_filled(rect, 0.0, tokens.base);
    let mut wanted = false;
    let mut left = rect.right();
    let builder = egui::UiBuilder::new()
        .max_rect(rect.shrink2(vec2(space::S, 0.0)))
        .layout(egui::Layout::right_to_left(egui::Align::Center));
    ui.scope_builder(builder, |ui| {
        if placeless > 0 {
            let name = tf("map-placeless", &[("count", placeless.into())]);
            wanted = ui
                .add(Action::quiet(&name).with_icon(icons::ICON_WRONG_LOCATION))
                .clicked();
        }
        let count = tf("map-shown", &[("count", shown.into())]);
        let response = ui.add(Text::new(&count).kind(Type::Small).weak());
        left = response.rect.left();
    });
    legend(ui, rect.with_max_x(left - space::M), shows);
    wanted
}

fn legend(ui: &Ui, rect: Rect, [_, recovered, photos]: [bool; 3]) {
    let tokens = Tokens::of(ui);
    let samples = [
        (Kind::Strike, false, tokens.accent, "map-legend-strike", true),
        (Kind::Strike, true, tokens.accent, "map-legend-reported", true),
        (
            Kind::Recovered,
            false,
            tokens.warn.text,
            "map-legend-recovered",
            recovered,
        ),
        (Kind::Photo, false, tokens.info.text, "map-legend-photo", photos),
    ];
    let mut x = rect.left() + space::S;
    let y = rect.center().y;
    let text = |x: f32, key: &str| {
        let galley =
            ui.painter()
                .layout_no_wrap(t(key).to_owned(), Type::Small.font(tokens), tokens.text_weak);
        let width = galley.size().x;
        let fits = x + width <= rect.right();
        if fits {
            ui.painter()
                .galley(pos2(x, y - galley.size().y / 2.0), galley, tokens.text_weak);
        }
        fits.then_some(width)
    };
    for (kind, reported, ink, key, _) in samples.into_iter().filter(|sample| sample.4) {
        let Some(width) = text(x + 18.0, key) else { return };
        marks::sign(ui.painter(), tokens, kind, pos2(x + 8.0, y), ink, reported);
        x += 18.0 + width + space::M;
    }
    if let Some(width) = text(x + 26.0, "map-legend-area") {
        let ground = tokens.accent.gamma_multiply(0.12);
        ui.painter()
            .circle(pos2(x + 11.0, y), 9.0, ground, Stroke::new(1.0, tokens.accent));
        x += 26.0 + width + space::M;
    }
    let area = Rect::from_min_max(rect.min, pos2(x, rect.bottom()));
    ui.interact(area, ui.scope_id().with("map legend"), Sense::hover())
        .widget_info(|| WidgetInfo::labeled(Role::Label, true, t("map-legend")));
}
