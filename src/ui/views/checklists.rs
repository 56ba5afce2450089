//! The checklists of a kind of record: what each asks for, and beside it the form of the list or item that is chosen. Where the
//! case has none the program's own are shown, and can be taken over.

mod files;
mod form;
mod item;

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{
    Align, CornerRadius, Frame, Layout, Panel, Rect, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};
use egui_material_icons::icons;

use crate::model::checklist::{Item, fields_of, vocabulary_of};
use crate::model::id::ChecklistId;
use crate::model::record::RecordKind;
use crate::model::{Change, Checklist, Checklists, Vocabularies};
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::Desk;
use crate::ui::link::Remote;
use crate::ui::theme::{Tokens, Type, radius, size, space};
use crate::ui::widgets::{Action, Text, bar, focus_ring, gap, hairline, message, weak_text};

/// What a kind of record is called where there are many.
#[must_use]
pub fn name_of(kind: RecordKind) -> &'static str {
    t(match kind {
        RecordKind::Weapon => "checklist-weapons",
        RecordKind::Component => "checklist-components",
        RecordKind::Photo => "checklist-photos",
        RecordKind::Marking => "checklist-markings",
        _ => "checklist-strikes",
    })
}

/// What is chosen: a list, or one of its items by place.
type Chosen = (ChecklistId, Option<usize>);

/// The checklists, and what a person is doing in them.
#[derive(Default)]
pub struct ChecklistsView {
    lists: Remote<(), Arc<Checklists>>,
    of: Option<RecordKind>,
    chosen: Option<Chosen>,
    form: form::Form,
    item: item::ItemForm,
    files: files::Files,
}

impl ChecklistsView {
    /// Goes on with what was asked for, wherever one is.
    pub fn heed(&mut self, desk: &mut Desk) {
        self.files.heed(desk);
    }

    /// Draws the checklists of a kind of record.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk, kind: RecordKind) {
        if self.of != Some(kind) {
            self.of = Some(kind);
            self.chosen = None;
        }
        let lists = self
            .lists
            .get(&desk.link, (), |reader| reader.checklists())
            .cloned();
        let Some(lists) = lists else {
            if let Some(error) = self.lists.error() {
                ui.add(Text::new(error).color(Tokens::of(ui).bad.text));
            }
            return;
        };
        let own = lists.are_own(kind);
        if own && let Some((id, place)) = self.chosen {
            self.edit(ui, desk, &lists, (id, place));
        }
        egui::CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
            self.head(ui, desk, kind, &lists);
            hairline(ui);
            if !own {
                offer(ui, desk, kind, &lists);
            }
            let words = desk.vocabularies();
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                gap(ui, space::S);
                for list in lists.of_kind(kind) {
                    ui.push_id(list.id, |ui| self.list(ui, desk, list, own, &words));
                    gap(ui, space::L);
                }
            });
        });
    }

    fn head(&mut self, ui: &mut Ui, desk: &mut Desk, kind: RecordKind, lists: &Checklists) {
        let mut asked = None;
        let mut is_new = false;
        bar(
            ui,
            |ui| {
                ui.add_space(space::S);
                ui.add(Text::new(name_of(kind)).kind(Type::Strong));
            },
            |ui| {
                ui.add_space(space::S);
                for command in [UiCommand::ExportChecklists, UiCommand::ImportChecklists] {
                    if ui.add(Action::command(command)).clicked() {
                        asked = Some(command);
                    }
                }
                let new = Action::secondary(t("checklist-new")).with_icon(icons::ICON_ADD);
                is_new = ui.add(new).clicked();
            },
        );
        if let Some(command) = asked {
            desk.command(command);
        }
        if is_new {
            let list = Checklist {
                name: free_name(lists, kind),
                record_kind: kind,
                ..Checklist::default()
            };
            self.choose((list.id, None));
            self.form.take_keyboard();
            desk.apply(Change::Create(list.into()));
        }
    }

    fn choose(&mut self, chosen: Chosen) {
        self.chosen = Some(chosen);
    }

    /// One list with its items.
    fn list(&mut self, ui: &mut Ui, desk: &mut Desk, list: &Checklist, own: bool, words: &Vocabularies) {
        let remark = remark_of(list, words);
        let title = list.title();
        let name = tf("checklist-list-named", &[("name", title.as_str().into())]);
        let is_chosen = self.chosen == Some((list.id, None));
        let row = Row {
            name: &name,
            text: &title,
            kind: Type::Strong,
            remark: &remark,
            hint: &list.notes,
            indent: space::S,
        };
        if row.show(ui, own, is_chosen) {
            self.choose((list.id, None));
        }
        if list.items.is_empty() {
            ui.horizontal(|ui| {
                ui.add_space(space::XL);
                weak_text(ui, t("checklist-no-items"));
            });
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        for (place, item) in list.items.iter().enumerate() {
            let label = item.label(list.record_kind);
            let own_name = item.own_name(list.record_kind);
            let remark = match own_name == label {
                true => item.demand.label().to_owned(),
                false => format!("{own_name} · {}", item.demand.label()),
            };
            let row = Row {
                name: &label,
                text: &label,
                kind: Type::Body,
                remark: &remark,
                hint: item.source.as_deref().unwrap_or_default(),
                indent: space::XL,
            };
            let is_chosen = self.chosen == Some((list.id, Some(place)));
            if ui.push_id(place, |ui| row.show(ui, own, is_chosen)).inner {
                self.choose((list.id, Some(place)));
            }
        }
        if own {
            gap(ui, space::XS);
            ui.horizontal(|ui| {
                ui.add_space(space::L);
                let add = Action::quiet(t("checklist-add-item")).with_icon(icons::ICON_ADD);
                if ui.add(add).clicked() {
                    let mut after = list.clone();
                    after.items.push(next_item(list));
                    self.choose((list.id, Some(list.items.len())));
                    desk.apply_all(Change::edit(list, &after).into_iter().collect());
                }
            });
        }
    }

    /// The form of what is chosen.
    fn edit(&mut self, ui: &mut Ui, desk: &mut Desk, lists: &Checklists, (id, place): Chosen) {
        let Some(list) = lists.all().find(|list| list.id == id) else {
            return;
        };
        Panel::right("checklist")
            .default_size(size::INSPECTOR)
            .size_range(size::INSPECTOR_MIN..=480.0)
            .show(ui, |ui| {
                ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                    gap(ui, space::S);
                    ui.spacing_mut().item_spacing.y = space::S;
                    let item = place.and_then(|place| Some((place, list.items.get(place)?)));
                    match (item, place) {
                        (Some((place, item)), _) => {
                            let moved = ui
                                .push_id((id, place), |ui| self.item.show(ui, desk, list, (place, item)))
                                .inner;
                            if let Some(moved) = moved {
                                self.chosen = Some((id, moved));
                            }
                        }
                        (None, None) => {
                            ui.push_id(id, |ui| self.form.show(ui, desk, list));
                        }
                        // It is on its way.
                        (None, Some(_)) => {}
                    }
                    gap(ui, space::L);
                });
            });
    }
}

/// For which records a list is, and how many items it has.
fn remark_of(list: &Checklist, words: &Vocabularies) -> String {
    let term = vocabulary_of(list.record_kind)
        .zip(list.term.as_deref())
        .map(|((vocabulary, _), term)| {
            tf(
                "checklist-for-term",
                &[("term", words.label(vocabulary, term).into())],
            )
        });
    let tag = list
        .tag
        .as_deref()
        .map(|tag| tf("checklist-for-tag", &[("tag", tag.into())]));
    let count = tf("checklist-count", &[("count", list.items.len().into())]);
    let parts: Vec<String> = term.into_iter().chain(tag).chain([count]).collect();
    parts.join(" · ")
}

/// That these lists are the program's own, and the way to make them the case's.
fn offer(ui: &mut Ui, desk: &mut Desk, kind: RecordKind, lists: &Checklists) {
    gap(ui, space::S);
    ui.horizontal(|ui| {
        ui.add_space(space::S);
        ui.vertical(|ui| {
            ui.set_max_width(ui.available_width() - space::S);
            let info = Tokens::of(ui).info;
            message(ui, icons::ICON_INFO, info, t("checklist-of-program"));
            gap(ui, space::S);
            let take = Action::secondary(t("checklist-take-over")).with_icon(icons::ICON_EDIT);
            if ui.add(take).clicked() {
                let copies = lists.of_kind(kind).map(Checklist::copied);
                desk.apply_all(copies.map(|list| Change::Create(list.into())).collect());
            }
        });
    });
}

/// A name that no list of the kind has.
fn free_name(lists: &Checklists, kind: RecordKind) -> String {
    let is_taken = |name: &String| {
        lists.are_own(kind)
            && lists
                .of_kind(kind)
                .any(|list| list.name.to_lowercase() == name.to_lowercase())
    };
    let first = t("checklist-new-name").to_owned();
    let numbered = (2..).map(|number| format!("{} {number}", t("checklist-new-name")));
    std::iter::once(first)
        .chain(numbered)
        .find(|name| !is_taken(name))
        .unwrap_or_default()
}

/// What a new item asks for at first: the first field that the list does not ask for yet.
fn next_item(list: &Checklist) -> Item {
    let is_free = |item: &Item| list.items.iter().all(|other| other.asks != item.asks);
    let fields = fields_of(list.record_kind);
    let mut items = fields.iter().map(|field| Item::field(field.name));
    items
        .find(is_free)
        .unwrap_or_else(|| Item::field(fields.first().map_or("title", |field| field.name)))
}

/// A line that can be chosen: a text, and a remark at the right.
struct Row<'a> {
    name: &'a str,
    text: &'a str,
    kind: Type,
    remark: &'a str,
    /// What shows under the pointer.
    hint: &'a str,
    indent: f32,
}

impl Row<'_> {
    /// Shows it; whether it was chosen.
    fn show(&self, ui: &mut Ui, can_choose: bool, is_chosen: bool) -> bool {
        let tokens = Tokens::of(ui);
        let sense = if can_choose {
            Sense::click()
        } else {
            Sense::hover()
        };
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::ROW), sense);
        response.widget_info(|| {
            if can_choose {
                WidgetInfo::selected(Role::Row, ui.is_enabled(), is_chosen, self.name)
            } else {
                WidgetInfo::labeled(Role::Label, ui.is_enabled(), self.name)
            }
        });
        let ground = match (is_chosen, can_choose && response.hovered()) {
            (true, _) => tokens.selection,
            (false, true) => tokens.hover,
            (false, false) => egui::Color32::TRANSPARENT,
        };
        ui.painter()
            .rect_filled(rect, CornerRadius::same(radius::S), ground);
        let inner = Rect::from_min_max(
            pos2(rect.left() + self.indent, rect.top()),
            rect.max - vec2(space::M, 0.0),
        );
        let builder = UiBuilder::new()
            .max_rect(inner)
            .layout(Layout::right_to_left(Align::Center));
        let mut inside = ui.new_child(builder);
        inside.style_mut().interaction.selectable_labels = false;
        inside.add(Text::new(self.remark).kind(Type::Small).weak());
        inside.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add(Text::new(self.text).kind(self.kind).truncate());
        });
        focus_ring(ui, &response, rect.shrink(1.0), radius::S);
        let clicked = response.clicked();
        if !self.hint.is_empty() {
            response.on_hover_text(self.hint);
        }
        clicked
    }
}
