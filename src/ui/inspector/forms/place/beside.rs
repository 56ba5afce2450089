//! What stands beside a position: the same in other notations, each to be copied by a click, and near which towns it is.

use egui::accesskit::Role;
use egui::{Align2, Rect, Sense, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons;

use crate::model::place::compass::Point;
use crate::model::place::{Form, Position, gazetteer, print};
use crate::text::{language, number, t, tf};
use crate::ui::desk::Desk;
use crate::ui::link::Remote;
use crate::ui::theme::{Tokens, Type, radius};
use crate::ui::widgets::{Action, Text, focus_ring};

/// Height of a line.
const LINE: f32 = 18.0;
/// The notations that show; the menu has them all.
const SHOWN: [Form; 3] = [Form::Seconds, Form::Mgrs, Form::Utm];

/// What stands beside a position.
#[derive(Default)]
pub struct Beside {
    /// The position and its notations, so that they are not put together in every frame.
    written: Option<(Position, Vec<(Form, String)>)>,
    near: Remote<(u64, u64), Vec<String>>,
}

impl Beside {
    /// Shows it, small.
    pub fn show(&mut self, ui: &mut Ui, desk: &Desk, place: Position) {
        if self.written.as_ref().is_none_or(|(of, _)| *of != place) {
            let forms = Form::ALL.map(|form| (form, print(&place, form)));
            self.written = Some((place, forms.to_vec()));
        }
        let forms = self.written.as_ref().map_or(&[][..], |(_, forms)| forms);
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.horizontal(|ui| {
                let key = (place.latitude.to_bits(), place.longitude.to_bits());
                let at = (place.latitude, place.longitude);
                let near = self.near.get(&desk.link, key, move |_| Ok(near(at)));
                let button = Action::icon(icons::ICON_CONTENT_COPY, t("place-copy-menu"));
                let button = ui.add(button);
                egui::Popup::menu(&button).show(|ui| {
                    for (form, text) in forms {
                        let name = format!("{}: {text}", form.name());
                        if ui.button(&name).clicked() {
                            ui.copy_text(text.clone());
                        }
                    }
                });
                if let Some(near) = near {
                    ui.add(Text::new(&near.join(" · ")).kind(Type::Small).weak());
                }
            });
            for (form, text) in forms.iter().filter(|(form, _)| SHOWN.contains(form)) {
                copied_by_a_click(ui, *form, text);
            }
        });
    }
}

/// Shows the notations of a position that nobody edits.
pub fn notations(ui: &mut Ui, place: &Position) {
    ui.scope(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for form in SHOWN {
            copied_by_a_click(ui, form, &print(place, form));
        }
    });
}

/// "12 km NNW of Kyiv", of the nearest town and of one that is widely known. Asked on a reader's thread, because the
/// list of towns is unpacked for the first question.
fn near(position: (f64, f64)) -> Vec<String> {
    let near = gazetteer::shared().near(position);
    near.into_iter()
        .map(|(town, metres, bearing)| {
            let kilometres = metres / 1000.0;
            let distance = if kilometres < 10.0 {
                number(format!("{kilometres:.1}"))
            } else {
                number(format!("{kilometres:.0}"))
            };
            let facts = [
                ("distance", distance.into()),
                ("direction", Point::nearest(bearing).name().into()),
                ("name", town.name_in(language()).into()),
            ];
            tf("place-near", &facts)
        })
        .collect()
}

/// A notation on a small line; a click copies it.
fn copied_by_a_click(ui: &mut Ui, form: Form, text: &str) {
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::click());
    let facts = [("notation", form.name().into()), ("text", text.into())];
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), tf("place-copy", &facts)));
    if response.hovered() {
        ui.painter().rect_filled(rect, radius::S, tokens.hover);
    }
    focus_ring(ui, &response, rect.shrink(1.0), radius::S);
    // As wide as the names of facts.
    let middle = rect.left() + (rect.width() * 0.36).min(140.0) + ui.spacing().item_spacing.x;
    let cell = |from: f32, to: f32, text: &str, ink| {
        let cell = Rect::from_min_max(pos2(from, rect.top()), pos2(to, rect.bottom()));
        let painter = ui.painter().with_clip_rect(cell.intersect(ui.clip_rect()));
        let font = Type::Small.font(tokens);
        painter.text(cell.left_center(), Align2::LEFT_CENTER, text, font, ink);
    };
    let ink = if response.hovered() {
        tokens.text
    } else {
        tokens.text_weak
    };
    cell(rect.left(), middle - 4.0, form.name(), tokens.text_weak);
    cell(middle, rect.right(), text, ink);
    if response.on_hover_text(t("place-copy-hint")).clicked() {
        ui.copy_text(text.to_owned());
    }
}
