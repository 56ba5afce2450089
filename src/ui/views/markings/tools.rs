//! The tools beside the crop: how it is turned and how it is shown. They change what is seen and nothing else; only
//! the turn is kept, as the region's angle.

use egui::{Response, Sense, Slider, Ui, WidgetInfo, vec2};
use egui_material_icons::icons;

use super::crop::{Channel, Look};
use crate::text::t;
use crate::ui::commands::UiCommand;
use crate::ui::theme::{Tokens, Type, size, space};
use crate::ui::widgets::{Action, Text, select};

/// How a region is turned: quarter turns and a fine angle, both in degrees clockwise.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Turn {
    quarters: i32,
    fine: f32,
}

impl Turn {
    /// The turn that makes `angle`; the fine part is at most 45 degrees either way.
    #[must_use]
    pub fn of(angle: f64) -> Self {
        let quarters = (angle / 90.0).round();
        Self {
            quarters: (quarters as i32).rem_euclid(4),
            fine: (angle - quarters * 90.0) as f32,
        }
    }

    /// Degrees clockwise, 0 or more and below 360.
    #[must_use]
    pub fn angle(self) -> f64 {
        // To a tenth of a degree, so that 0.1 is kept as 0.1.
        let tenths = f64::from(self.quarters) * 900.0 + f64::from((self.fine * 10.0).round());
        tenths.rem_euclid(3600.0) / 10.0
    }

    /// One quarter further, clockwise or back.
    pub fn quarter(&mut self, clockwise: bool) {
        self.quarters = (self.quarters + if clockwise { 1 } else { -1 }).rem_euclid(4);
    }
}

/// What was done with the tools.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ToolOutput {
    /// The turn was changed and let go: it is to be kept.
    pub turned: bool,
}

/// Shows the tools.
pub fn tools(ui: &mut Ui, look: &mut Look, turn: &mut Turn, loupe: &mut bool) -> ToolOutput {
    let mut output = ToolOutput::default();
    ui.spacing_mut().item_spacing.y = space::XS;
    ui.add(Text::new(t("marking-tools-turn")).kind(Type::Strong));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        for (command, clockwise) in [(UiCommand::RotateLeft, false), (UiCommand::RotateRight, true)] {
            if ui.add(Action::command(command)).clicked() {
                turn.quarter(clockwise);
                output.turned = true;
            }
        }
        let straight = turn.angle() == 0.0;
        let reset = Action::icon(icons::ICON_RESTART_ALT, t("marking-tools-upright"))
            .unless(straight.then(|| t("marking-tools-is-upright")));
        if ui.add(reset).clicked() {
            *turn = Turn::default();
            output.turned = true;
        }
        let glass = Action::icon(icons::ICON_SEARCH, t("marking-tools-loupe"))
            .keys(t("marking-tools-loupe-keys"))
            .selected(*loupe);
        if ui.add(glass).clicked() {
            *loupe = !*loupe;
        }
    });
    let mut fine = turn.fine;
    let straighten = slide(
        ui,
        t("marking-tools-straighten"),
        &mut fine,
        -45.0..=45.0,
        0.0,
        &degrees,
    );
    turn.fine = fine;
    output.turned |= straighten;

    ui.add_space(space::S);
    ui.add(Text::new(t("marking-tools-look")).kind(Type::Strong));
    presets(ui, look);
    select(
        ui,
        t("marking-tools-channel"),
        &mut look.channel,
        &[
            (Channel::Colour, t("marking-channel-colour")),
            (Channel::Red, t("marking-channel-red")),
            (Channel::Green, t("marking-channel-green")),
            (Channel::Blue, t("marking-channel-blue")),
            (Channel::Luma, t("marking-channel-luma")),
        ],
    );
    slide(
        ui,
        t("marking-tools-brightness"),
        &mut look.brightness,
        -0.6..=0.6,
        0.0,
        &signed,
    );
    slide(
        ui,
        t("marking-tools-contrast"),
        &mut look.contrast,
        -0.9..=0.9,
        0.0,
        &signed,
    );
    slide(
        ui,
        t("marking-tools-gamma"),
        &mut look.gamma,
        0.3..=3.0,
        1.0,
        &factor,
    );
    slide(
        ui,
        t("marking-tools-local"),
        &mut look.local,
        0.0..=1.0,
        0.0,
        &percent,
    );
    slide(
        ui,
        t("marking-tools-sharpen"),
        &mut look.sharpen,
        0.0..=1.0,
        0.0,
        &percent,
    );
    slide(
        ui,
        t("marking-tools-relief"),
        &mut look.relief,
        0.0..=1.0,
        0.0,
        &percent,
    );
    if look.relief > 0.0 {
        slide(
            ui,
            t("marking-tools-light"),
            &mut look.light,
            0.0..=360.0,
            315.0,
            &degrees,
        );
    }
    ui.checkbox(&mut look.invert, t("marking-tools-invert"));
    output
}

fn presets(ui: &mut Ui, look: &mut Look) {
    let choices = [
        ("marking-preset-plain", Look::PLAIN),
        ("marking-preset-stamped", Look::STAMPED),
        ("marking-preset-burnt", Look::BURNT),
        ("marking-preset-label", Look::LABEL),
    ];
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
        for (name, preset) in choices {
            let here = *look == preset;
            if ui.add(Action::secondary(t(name)).selected(here)).clicked() {
                *look = preset;
            }
        }
    });
}

/// A slider under its name and value. A double click on the name puts it back. True when it was let go.
fn slide(
    ui: &mut Ui,
    name: &str,
    value: &mut f32,
    range: std::ops::RangeInclusive<f32>,
    rest: f32,
    shown: &dyn Fn(f32) -> String,
) -> bool {
    let tokens = Tokens::of(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    let (row, head) = ui.allocate_exact_size(vec2(ui.available_width(), 16.0), Sense::click());
    let font = Type::Small.font(tokens);
    let ink = if (*value - rest).abs() > f32::EPSILON {
        tokens.text_strong
    } else {
        tokens.text_weak
    };
    let painter = ui.painter();
    painter.text(
        row.left_center(),
        egui::Align2::LEFT_CENTER,
        name,
        font.clone(),
        tokens.text_weak,
    );
    painter.text(
        row.right_center(),
        egui::Align2::RIGHT_CENTER,
        shown(*value),
        font,
        ink,
    );
    let before = *value;
    let slider = ui
        .scope(|ui| {
            ui.spacing_mut().slider_width = ui.available_width();
            ui.spacing_mut().interact_size.y = 20.0;
            ui.add(Slider::new(value, range).show_value(false))
        })
        .inner;
    slider.widget_info(|| WidgetInfo::slider(ui.is_enabled(), f64::from(*value), name));
    let mut done = let_go(&slider);
    if head.on_hover_text(t("marking-tools-reset")).double_clicked() || slider.double_clicked() {
        *value = rest;
        done |= (before - rest).abs() > f32::EPSILON;
    }
    ui.spacing_mut().item_spacing.y = space::XS;
    done
}

/// Whether a slider was moved and is now left alone.
fn let_go(slider: &Response) -> bool {
    slider.drag_stopped() || slider.lost_focus()
}

fn degrees(value: f32) -> String {
    format!("{value:.1}°")
}

fn signed(value: f32) -> String {
    format!("{:+.0}", value * 100.0)
}

fn factor(value: f32) -> String {
    format!("{value:.2}")
}

fn percent(value: f32) -> String {
    format!("{:.0} %", value * 100.0)
}

/// The width of the column of tools, in points.
pub const WIDTH: f32 = 7.0 * size::CONTROL;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_angle_is_quarters_and_a_fine_part_and_comes_back() {
        for angle in [0.0, 12.3, 45.0, 89.9, 90.0, 135.1, 200.0, 359.5] {
            let turn = Turn::of(angle);
            assert!(turn.fine.abs() <= 45.0, "{turn:?}");
            assert!((turn.angle() - angle).abs() < 1e-9, "{angle}: {}", turn.angle());
        }
        assert_eq!(Turn::of(-90.0).angle(), 270.0);
    }

    #[test]
    fn four_quarters_are_none() {
        let mut turn = Turn::of(3.5);
        for _ in 0..4 {
            turn.quarter(true);
        }
        assert_eq!(turn.angle(), 3.5);
        turn.quarter(false);
        assert_eq!(turn.angle(), 273.5);
    }
}
