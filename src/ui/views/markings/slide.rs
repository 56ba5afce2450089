//! A slider under its name and value, and the dial for the direction of light.

use egui::{Align2, Key, Response, Sense, Slider, Stroke, Ui, Vec2, WidgetInfo, vec2};

use crate::text::t;
use crate::ui::theme::{Tokens, Type, space};

/// A slider of whole numbers.
pub struct Slide<'a> {
    /// What it sets.
    pub name: &'a str,
    /// From the least to the greatest.
    pub range: std::ops::RangeInclusive<i16>,
    /// Where it is when nobody has moved it.
    pub rest: i16,
    /// Its value in words.
    pub shown: fn(i16) -> String,
}

impl Slide<'_> {
    /// Shows it. True when it was moved and let go. A double click puts it back.
    pub fn show(&self, ui: &mut Ui, value: &mut i16) -> bool {
        let before = *value;
        let head = head(ui, self.name, &(self.shown)(*value), *value != self.rest);
        let slider = ui
            .scope(|ui| {
                ui.spacing_mut().slider_width = ui.available_width();
                ui.spacing_mut().interact_size.y = 20.0;
                ui.add(Slider::new(value, self.range.clone()).show_value(false))
            })
            .inner;
        slider.widget_info(|| WidgetInfo::slider(ui.is_enabled(), f64::from(*value), self.name));
        let mut done = let_go(ui, &slider);
        if head.double_clicked() || slider.double_clicked() {
            *value = self.rest;
            done |= before != self.rest;
        }
        ui.spacing_mut().item_spacing.y = space::XS;
        done
    }
}

/// The line of name and value above a slider. It is no stop of the Tab key: the slider is.
pub fn head(ui: &mut Ui, name: &str, shown: &str, is_set: bool) -> Response {
    let tokens = Tokens::of(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    let (row, head) = ui.allocate_exact_size(vec2(ui.available_width(), 16.0), Sense::CLICK);
    let font = Type::Small.font(tokens);
    let ink = if is_set {
        tokens.text_strong
    } else {
        tokens.text_weak
    };
    let painter = ui.painter();
    painter.text(
        row.left_center(),
        Align2::LEFT_CENTER,
        name,
        font.clone(),
        tokens.text_weak,
    );
    painter.text(row.right_center(), Align2::RIGHT_CENTER, shown, font, ink);
    head.on_hover_text(t("marking-tools-reset"))
}

/// Whether a slider was moved and is now left alone.
pub fn let_go(ui: &Ui, slider: &Response) -> bool {
    // By keyboard every step counts: nothing else says that the last one is done.
    let by_key = slider.changed() && slider.has_focus() && !ui.input(|input| input.pointer.any_down());
    slider.drag_stopped() || slider.lost_focus() || by_key
}

/// The side of the dial in points, and what an arrow key turns it.
const DIAL: f32 = 52.0;
const STEP: i16 = 15;

/// A dial for degrees clockwise from the top. True when it was moved and let go.
pub fn dial(ui: &mut Ui, name: &str, degrees: &mut i16) -> bool {
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(DIAL), Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::slider(ui.is_enabled(), f64::from(*degrees), name));
    if response.clicked() || response.drag_started() {
        response.request_focus();
    }
    let mut done = response.drag_stopped() || response.clicked();
    if let Some(pointer) = response.interact_pointer_pos() {
        let from = pointer - rect.center();
        if from.length() > 2.0 {
            *degrees = (from.x.atan2(-from.y).to_degrees().round() as i16).rem_euclid(360);
        }
    }
    if response.has_focus() {
        ui.memory_mut(|memory| {
            let filter = egui::EventFilter {
                horizontal_arrows: true,
                vertical_arrows: true,
                ..egui::EventFilter::default()
            };
            memory.set_focus_lock_filter(response.id, filter);
        });
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        let forth = pressed(Key::ArrowRight) || pressed(Key::ArrowUp);
        let back = pressed(Key::ArrowLeft) || pressed(Key::ArrowDown);
        if forth != back {
            *degrees = (*degrees + if forth { STEP } else { -STEP }).rem_euclid(360);
            done = true;
        }
    }
    let painter = ui.painter();
    let radius = DIAL / 2.0 - 6.0;
    let line = if response.has_focus() {
        tokens.focus_ring()
    } else {
        tokens.hairline()
    };
    painter.circle(rect.center(), radius, tokens.sunken, line);
    let (sin, cos) = f32::from(*degrees).to_radians().sin_cos();
    let sun = rect.center() + vec2(sin, -cos) * radius;
    painter.line_segment(
        [sun, rect.center() - vec2(sin, -cos) * radius * 0.2],
        Stroke::new(1.0, tokens.text_weak),
    );
    painter.circle_filled(sun, 5.0, tokens.accent);
    response.on_hover_text(t("marking-tools-light-hint"));
    done
}
