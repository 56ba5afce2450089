//! Which strikes the calendar shows: a field that completes tags as one types, and what it holds as chips.

use egui::accesskit::Role;
use egui::{CornerRadius, Key, Modifiers, Popup, PopupCloseBehavior, Sense, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons;

use super::paint;
use crate::case::{CalendarFilter, TagRow};
use crate::exchange::calendar::layers;
use crate::model::{Vocabularies, Vocabulary};
use crate::text::t;
use crate::ui::desk::Desk;
use crate::ui::theme::{Tokens, Type, radius, size, space};
use crate::ui::widgets::{ChipEvent, Field, Text, quiet_button, tag_chip};

/// How many tags are offered.
const OFFERED: usize = 10;
/// The field, in points.
pub const WIDTH: f32 = 150.0;
/// The narrowest that it is made where there is little room.
pub const NARROWEST: f32 = 96.0;
/// The list below it.
const LIST: f32 = 240.0;

/// The filter as it is being typed.
#[derive(Debug, Clone, Default)]
pub struct TagFilter {
    /// What it lets through.
    pub chosen: CalendarFilter,
    typed: String,
    row: usize,
    field: Option<egui::Id>,
    pointer_on_list: bool,
    wants_keyboard: bool,
}

impl TagFilter {
    /// Gives the field the keyboard in the next frame.
    pub fn ask_for_keyboard(&mut self) {
        self.wants_keyboard = true;
    }

    /// The field, for the bar.
    pub fn field(&mut self, ui: &mut Ui, desk: &mut Desk) {
        let typing = self
            .field
            .is_some_and(|id| ui.memory(|memory| memory.has_focus(id)));
        let keys = Keys::take(ui, typing);
        let output = Field::new(t("calendar-filter"))
            .hidden_label()
            .hint(t("calendar-filter"))
            .width(WIDTH)
            .show(ui, &mut self.typed);
        let field = output.response;
        self.field = Some(field.id);
        if std::mem::take(&mut self.wants_keyboard) {
            field.request_focus();
        }
        if field.changed() {
            self.row = 0;
        }
        let open = field.has_focus() || self.pointer_on_list;
        if !open {
            self.typed.clear();
            return;
        }
        let tags = desk.tags();
        let terms = desk.vocabularies();
        let offered = offered(&tags, &terms, &self.typed, &self.chosen.tags);
        let count = offered.len();
        if count > 0 {
            self.row = (self.row.min(count - 1) + keys.down + count - keys.up % count) % count;
        }
        let clicked = self.list(&field, &offered, &terms);
        let taken = clicked.or(keys.enter.then_some(self.row));
        if let Some(tag) = taken.and_then(|row| offered.get(row)) {
            self.chosen.tags.push(tag.name.clone());
            self.typed.clear();
            self.row = 0;
            self.pointer_on_list = false;
            field.surrender_focus();
        }
    }

    /// The list below the field; the row that was clicked.
    fn list(&mut self, field: &egui::Response, offered: &[&TagRow], terms: &Vocabularies) -> Option<usize> {
        let shown = Popup::from_response(field)
            .id(field.id.with("tags"))
            .open(true)
            .close_behavior(PopupCloseBehavior::IgnoreClicks)
            .width(LIST)
            .gap(2.0)
            .show(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.set_width(LIST);
                if offered.is_empty() {
                    ui.add(Text::new(t("calendar-filter-nothing")).kind(Type::Small).weak());
                }
                let mut clicked = None;
                for (at, tag) in offered.iter().enumerate() {
                    let name = terms.label(Vocabulary::Tags, &tag.name);
                    if row(ui, name, tag.records, at == self.row) {
                        clicked = Some(at);
                    }
                }
                clicked
            });
        self.pointer_on_list = shown
            .as_ref()
            .is_some_and(|shown| shown.response.contains_pointer());
        shown.and_then(|shown| shown.inner)
    }

    /// Whether it shows anything but all strikes on their usual days.
    #[must_use]
    pub fn is_in_use(&self) -> bool {
        self.chosen != CalendarFilter::default()
    }

    /// What is chosen, on a line of its own, if anything is.
    pub fn chips(&mut self, ui: &mut Ui, desk: &mut Desk) {
        if !self.is_in_use() {
            return;
        }
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            if let Some(layers) = layers(&self.chosen) {
                ui.add(Text::new(layers).kind(Type::Small).weak());
            }
            if !self.chosen.tags.is_empty() {
                ui.add(Text::new(t("calendar-filter-shown")).kind(Type::Small).weak());
            }
            let terms = desk.vocabularies();
            let mut removed = None;
            for (at, tag) in self.chosen.tags.iter().enumerate() {
                if tag_chip(ui, terms.label(Vocabulary::Tags, tag), true) == ChipEvent::Removed {
                    removed = Some(at);
                }
            }
            if let Some(at) = removed {
                self.chosen.tags.remove(at);
            }
            if quiet_button(ui, t("calendar-filter-clear")).clicked() {
                self.chosen = CalendarFilter::default();
            }
        });
    }
}

/// Keys that the list takes before the field sees them.
#[derive(Default)]
struct Keys {
    down: usize,
    up: usize,
    enter: bool,
}

impl Keys {
    fn take(ui: &Ui, open: bool) -> Self {
        if !open {
            return Self::default();
        }
        ui.input_mut(|input| Self {
            down: input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown),
            up: input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp),
            enter: input.consume_key(Modifiers::NONE, Key::Enter),
        })
    }
}

/// Tags that begin with what was typed by any of their names, then those that contain it; those already chosen are left out.
fn offered<'a>(tags: &'a [TagRow], terms: &Vocabularies, typed: &str, chosen: &[String]) -> Vec<&'a TagRow> {
    let wanted = typed.trim().to_lowercase();
    let mut fitting: Vec<(bool, &TagRow)> = tags
        .iter()
        .filter(|tag| !chosen.contains(&tag.name))
        .filter_map(|tag| {
            let place = |name: &str| name.to_lowercase().find(&wanted);
            let term = terms.term(Vocabulary::Tags, &tag.name);
            let at = match term {
                Some(term) => term.names().filter_map(place).min()?,
                None => place(&tag.name)?,
            };
            Some((at > 0, tag))
        })
        .collect();
    fitting.sort_by_key(|(inside, _)| *inside);
    fitting.into_iter().take(OFFERED).map(|(_, tag)| tag).collect()
}

fn row(ui: &mut Ui, name: &str, records: u32, chosen: bool) -> bool {
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, ui.is_enabled(), chosen, name));
    let painter = ui.painter();
    if chosen || response.hovered() {
        let ground = if chosen { tokens.selection } else { tokens.hover };
        painter.rect_filled(rect, CornerRadius::same(radius::S), ground);
    }
    let icon = pos2(rect.left() + space::L, rect.center().y);
    paint::icon(painter, icon, icons::ICON_SELL, 14.0, tokens.text_weak);
    let text = rect
        .with_min_x(rect.left() + space::XL + space::XS)
        .with_max_x(rect.right() - 40.0);
    paint::line(ui, painter, text, name, Type::Body, tokens.text_strong);
    painter.text(
        pos2(rect.right() - space::S, rect.center().y),
        egui::Align2::RIGHT_CENTER,
        records,
        Type::Small.font(tokens),
        tokens.text_weak,
    );
    response.clicked()
}
