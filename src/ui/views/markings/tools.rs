//! The tools beside the crop: from where it is seen and how it is shown. They change what is seen and nothing else; the
//! turn and the view are kept with the region.

use egui::{Ui, vec2};
use egui_material_icons::icons;

use super::pins::Pins;
use super::slide::{Slide, dial, head, let_go};
use crate::model::View;
use crate::model::view::{Channel, Combine, Palette};
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

/// What the tools work on.
pub struct Tools<'a> {
    /// How the region is shown.
    pub view: &'a mut View,
    /// How it is turned.
    pub turn: &'a mut Turn,
    /// Whether the loupe follows the pointer.
    pub loupe: &'a mut bool,
    /// Which pins are being placed.
    pub placing: &'a mut Option<Pins>,
    /// Whether the mark is seen in other regions too.
    pub has_others: bool,
    /// In how many of these the three points are placed.
    pub laid: usize,
}

/// What was done with the tools.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ToolOutput {
    /// The turn was changed and let go: it is to be kept.
    pub turned: bool,
    /// The view was changed and let go: it is to be kept.
    pub changed: bool,
}

impl Tools<'_> {
    /// Shows the tools.
    pub fn show(mut self, ui: &mut Ui) -> ToolOutput {
        let mut output = ToolOutput::default();
        ui.spacing_mut().item_spacing.y = space::XS;
        ui.add(Text::new(t("marking-tools-turn")).kind(Type::Strong));
        self.turns(ui, &mut output);
        self.pins(ui, &mut output);
        ui.add_space(space::S);
        ui.add(Text::new(t("marking-tools-look")).kind(Type::Strong));
        output.changed |= presets(ui, self.view);
        output.changed |= colours(ui, self.view);
        output.changed |= sliders(ui, self.view);
        output
    }

    fn turns(&mut self, ui: &mut Ui, output: &mut ToolOutput) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            for (command, clockwise) in [(UiCommand::RotateLeft, false), (UiCommand::RotateRight, true)] {
                if ui.add(Action::command(command)).clicked() {
                    self.turn.quarter(clockwise);
                    output.turned = true;
                }
            }
            let straight = self.turn.angle() == 0.0;
            let reset = Action::icon(icons::ICON_RESTART_ALT, t("marking-tools-upright"))
                .unless(straight.then(|| t("marking-tools-is-upright")));
            if ui.add(reset).clicked() {
                *self.turn = Turn::default();
                output.turned = true;
            }
            let glass = Action::icon(icons::ICON_SEARCH, t("marking-tools-loupe"))
                .keys(t("marking-tools-loupe-keys"))
                .selected(*self.loupe);
            if ui.add(glass).clicked() {
                *self.loupe = !*self.loupe;
            }
        });
        let shown = format!("{:.1}°", self.turn.fine);
        let name = t("marking-tools-straighten");
        let title = head(ui, name, &shown, self.turn.fine != 0.0);
        let slider = ui
            .scope(|ui| {
                ui.spacing_mut().slider_width = ui.available_width();
                ui.spacing_mut().interact_size.y = 20.0;
                ui.add(egui::Slider::new(&mut self.turn.fine, -45.0..=45.0).show_value(false))
            })
            .inner;
        slider.widget_info(|| egui::WidgetInfo::slider(ui.is_enabled(), f64::from(self.turn.fine), name));
        output.turned |= let_go(ui, &slider);
        if title.double_clicked() || slider.double_clicked() {
            output.turned |= self.turn.fine != 0.0;
            self.turn.fine = 0.0;
        }
        ui.spacing_mut().item_spacing.y = space::XS;
    }

    /// The corners between which the mark is straightened, and the points by which photos of it are laid together.
    fn pins(&mut self, ui: &mut Ui, output: &mut ToolOutput) {
        self.pins_of(ui, output, Pins::Corners, self.view.corners.is_some());
        if !self.has_others {
            return;
        }
        self.pins_of(ui, output, Pins::Points, self.view.points.is_some());
        if self.view.points.is_none() {
            return;
        }
        if self.laid == 0 {
            ui.add(Text::new(t("marking-points-others")).kind(Type::Caption).weak());
        }
        output.changed |= select(
            ui,
            t("marking-tools-combine"),
            &mut self.view.combine,
            &[
                (Combine::Alone, t("marking-combine-alone")),
                (Combine::Average, t("marking-combine-average")),
                (Combine::Darkest, t("marking-combine-darkest")),
                (Combine::Lightest, t("marking-combine-lightest")),
                (Combine::Difference, t("marking-combine-difference")),
            ],
        );
    }

    fn pins_of(&mut self, ui: &mut Ui, output: &mut ToolOutput, pins: Pins, is_set: bool) {
        let (name, hint, remove) = match pins {
            Pins::Corners => (
                "marking-tools-corners",
                "marking-tools-corners-hint",
                "marking-tools-corners-remove",
            ),
            Pins::Points => (
                "marking-tools-points",
                "marking-tools-points-hint",
                "marking-tools-points-remove",
            ),
        };
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            let is_placing = *self.placing == Some(pins);
            let icon = match pins {
                Pins::Corners => icons::ICON_CROP_FREE,
                Pins::Points => icons::ICON_LAYERS,
            };
            let button = Action::secondary(t(name)).with_icon(icon).selected(is_placing);
            if ui.add(button).on_hover_text(t(hint)).clicked() {
                *self.placing = (!is_placing).then_some(pins);
                if is_placing {
                    pins.settle(self.view);
                    output.changed = true;
                }
            }
            if is_set {
                let none = Action::icon(icons::ICON_CLOSE, t(remove));
                if ui.add(none).clicked() {
                    match pins {
                        Pins::Corners => self.view.corners = None,
                        Pins::Points => {
                            self.view.points = None;
                            self.view.combine = Combine::Alone;
                        }
                    }
                    *self.placing = None;
                    output.changed = true;
                }
            }
        });
        if *self.placing == Some(pins) {
            ui.add(Text::new(t(hint)).kind(Type::Caption).weak());
        }
    }
}

/// True when one was chosen.
fn presets(ui: &mut Ui, view: &mut View) -> bool {
    let choices = [
        ("marking-preset-plain", View::PLAIN),
        ("marking-preset-stamped", View::STAMPED),
        ("marking-preset-burnt", View::BURNT),
        ("marking-preset-label", View::LABEL),
        ("marking-preset-circuit", View::CIRCUIT),
    ];
    let mut chosen = false;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
        for (name, preset) in choices {
            let here = view.without_place() == preset;
            if ui.add(Action::secondary(t(name)).selected(here)).clicked() {
                *view = View {
                    corners: view.corners,
                    points: view.points,
                    combine: view.combine,
                    ..preset
                };
                chosen = true;
            }
        }
    });
    chosen
}

fn colours(ui: &mut Ui, view: &mut View) -> bool {
    let channel = select(
        ui,
        t("marking-tools-channel"),
        &mut view.channel,
        &[
            (Channel::Colour, t("marking-channel-colour")),
            (Channel::Red, t("marking-channel-red")),
            (Channel::Green, t("marking-channel-green")),
            (Channel::Blue, t("marking-channel-blue")),
            (Channel::Luma, t("marking-channel-luma")),
            (Channel::Saturation, t("marking-channel-saturation")),
        ],
    );
    let palette = select(
        ui,
        t("marking-tools-palette"),
        &mut view.palette,
        &[
            (Palette::Natural, t("marking-palette-natural")),
            (Palette::Viridis, t("marking-palette-viridis")),
            (Palette::Heat, t("marking-palette-heat")),
            (Palette::Turbo, t("marking-palette-turbo")),
        ],
    );
    channel || palette
}

fn sliders(ui: &mut Ui, view: &mut View) -> bool {
    let mut changed = false;
    let mut slide = |ui: &mut Ui, key, value: &mut i16, range, rest, shown| {
        let slide = Slide {
            name: t(key),
            range,
            rest,
            shown,
        };
        changed |= slide.show(ui, value);
    };
    slide(
        ui,
        "marking-tools-brightness",
        &mut view.brightness,
        -60..=60,
        0,
        signed,
    );
    slide(
        ui,
        "marking-tools-contrast",
        &mut view.contrast,
        -90..=90,
        0,
        signed,
    );
    slide(ui, "marking-tools-gamma", &mut view.gamma, 30..=300, 100, factor);
    slide(ui, "marking-tools-local", &mut view.local, 0..=100, 0, percent);
    slide(ui, "marking-tools-median", &mut view.median, 0..=4, 0, pixels);
    slide(
        ui,
        "marking-tools-sharpen",
        &mut view.sharpen,
        0..=100,
        0,
        percent,
    );
    slide(ui, "marking-tools-edges", &mut view.edges, 0..=100, 0, percent);
    slide(ui, "marking-tools-relief", &mut view.relief, 0..=100, 0, percent);
    if view.relief > 0 {
        ui.horizontal(|ui| {
            changed |= dial(ui, t("marking-tools-light"), &mut view.light);
            ui.vertical(|ui| {
                ui.add(Text::new(t("marking-tools-light")).kind(Type::Small).weak());
                let ink = Tokens::of(ui).text_strong;
                ui.add(
                    Text::new(&format!("{}°", view.light))
                        .kind(Type::Small)
                        .color(ink),
                );
            });
        });
    }
    changed | ui.checkbox(&mut view.invert, t("marking-tools-invert")).changed()
}

fn signed(value: i16) -> String {
    if value == 0 {
        "0".to_owned()
    } else {
        format!("{value:+}")
    }
}

fn factor(value: i16) -> String {
    format!("{:.2}", f32::from(value) / 100.0)
}

fn percent(value: i16) -> String {
    format!("{value} %")
}

fn pixels(value: i16) -> String {
    format!("{value} px")
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
