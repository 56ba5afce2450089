//! The first line on a photo is along something of known length: how long it is, and what it is.

use egui::{Id, Key, Order, Rect, Ui};
use egui_material_icons::icons;

use crate::model::measurement::Measurement;
use crate::text::t;
use crate::ui::theme::{Type, space};
use crate::ui::widgets::{Action, Field, FieldEvent, Text, bar, gap, weak_text};

/// Width of the question, in points.
const WIDTH: f32 = 300.0;
/// Room for it, in points.
const HEIGHT: f32 = 220.0;

/// Asks for the length of a scale.
pub(super) struct Ask {
    line: Measurement,
    length: String,
    label: String,
    is_wrong: bool,
    /// The keyboard has been put into the field.
    is_begun: bool,
}

/// How the question was answered.
pub(super) enum Answer {
    Open,
    Cancelled,
    /// The scale, with its length.
    Given(Box<Measurement>),
}

impl Ask {
    pub(super) fn new(line: Measurement) -> Self {
        Self {
            line,
            length: String::new(),
            label: String::new(),
            is_wrong: false,
            is_begun: false,
        }
    }

    /// The line that it asks about.
    pub(super) fn line(&self) -> &Measurement {
        &self.line
    }

    /// Shows the question beside `rect`, where the line is on screen, within `area`.
    pub(super) fn show(&mut self, ui: &Ui, rect: Rect, area: Rect) -> Answer {
        let mut answer = Answer::Open;
        let mut is_given = false;
        egui::Area::new(Id::unique("scale question"))
            .order(Order::Foreground)
            .fixed_pos(beside(rect, area))
            .show(ui.ctx(), |ui| {
                egui::Frame::popup(ui.style()).inner_margin(12).show(ui, |ui| {
                    ui.set_width(WIDTH - 24.0);
                    let closed = bar(
                        ui,
                        |ui| {
                            ui.add(Text::new(t("measure-ask-title")).kind(Type::Heading));
                        },
                        |ui| {
                            let close = Action::icon(icons::ICON_CLOSE, t("measure-cancel"));
                            ui.add(close.keys(t("key-escape"))).clicked()
                        },
                    )
                    .inner;
                    weak_text(ui, t("measure-ask-text"));
                    gap(ui, space::S);
                    let error = self.is_wrong.then(|| t("measure-ask-wrong"));
                    let length = Field::new(t("measure-ask-length"))
                        .hint(t("measure-ask-length-hint"))
                        .error(error)
                        .show(ui, &mut self.length);
                    gap(ui, space::XS);
                    let label = Field::new(t("measure-label"))
                        .hint(t("measure-ask-label-hint"))
                        .show(ui, &mut self.label);
                    gap(ui, space::M);
                    let set = Action::primary(t("measure-ask-set")).keys(t("key-enter"));
                    let set = ui.add(set).clicked();
                    if !self.is_begun {
                        length.response.request_focus();
                        self.is_begun = true;
                    }
                    // Leaving a field commits it as well, but only Enter is an answer.
                    let enter = ui.input(|input| input.key_pressed(Key::Enter));
                    let fields = [length.event, label.event];
                    is_given = set || (enter && fields.contains(&FieldEvent::Committed));
                    let escape = ui.input(|input| input.key_pressed(Key::Escape));
                    if closed || escape {
                        answer = Answer::Cancelled;
                    }
                });
            });
        if is_given {
            match millimetres(&self.length) {
                Some(millimetres) => {
                    let mut scale = self.line.clone();
                    scale.millimetres = Some(millimetres);
                    self.label.trim().clone_into(&mut scale.label);
                    answer = Answer::Given(Box::new(scale));
                }
                None => {
                    self.is_wrong = true;
                    self.is_begun = false;
                }
            }
        }
        answer
    }
}

/// A length as a person writes it, in millimetres unless another unit follows.
fn millimetres(text: &str) -> Option<f64> {
    let text = text.trim().replace(',', ".").to_lowercase();
    let unit = text.find(|c: char| c.is_alphabetic() || c == '"' || c == '″');
    let (number, unit) = text.split_at(unit.unwrap_or(text.len()));
    let factor = match unit.trim() {
        "" | "mm" => 1.0,
        "cm" => 10.0,
        "m" => 1000.0,
        "in" | "\"" | "″" => 25.4,
        _ => return None,
    };
    let length: f64 = number.trim().parse().ok()?;
    let length = length * factor;
    (length.is_finite() && length > 0.0).then_some(length)
}

/// Right of the line, else left of it, and never out of the area.
fn beside(rect: Rect, area: Rect) -> egui::Pos2 {
    const AWAY: f32 = 16.0;
    let right = rect.right() + AWAY;
    let x = if right + WIDTH <= area.right() {
        right
    } else {
        (rect.left() - AWAY - WIDTH).max(area.left() + AWAY)
    };
    let lowest = (area.bottom() - HEIGHT).max(area.top() + AWAY);
    egui::pos2(x, rect.top().clamp(area.top() + AWAY, lowest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_in_millimetres_unless_it_says_otherwise() {
        for (text, expected) in [
            ("50", Some(50.0)),
            (" 12,5 mm", Some(12.5)),
            ("5cm", Some(50.0)),
            ("0.3 m", Some(300.0)),
            ("2 in", Some(50.8)),
            ("1\"", Some(25.4)),
            ("", None),
            ("0", None),
            ("-3", None),
            ("five", None),
            ("5 furlongs", None),
            ("1e999", None),
        ] {
            let found = millimetres(text);
            let same = match (found, expected) {
                (Some(found), Some(expected)) => (found - expected).abs() < 1e-9,
                (found, expected) => found == expected,
            };
            assert!(same, "{text}: {found:?}");
        }
    }
}
