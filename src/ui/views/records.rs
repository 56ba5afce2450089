//! Strikes, weapons and components as lists. What is selected in one is edited in the inspector.

use egui::Ui;
use egui_material_icons::{MaterialIcon, icons};

use crate::case::{ComponentRow, StrikeRow, WeaponRow};
use crate::model::record::RecordRef;
use crate::model::vocabulary;
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::{Desk, Place};
use crate::ui::link::Remote;
use crate::ui::theme::{Type, space};
use crate::ui::widgets::{
    Action, Align, Column, Field, Sort, TagEvent, Text, empty_state, gap, tag_field, text, weak_text,
};

/// What a list is filtered by.
#[derive(Clone, Default, PartialEq)]
struct Filter {
    text: String,
    tags: Vec<String>,
}

/// What decides which rows a list has, and their order: a column, and whether the greatest is first.
type Asked = (Filter, Option<(usize, bool)>);

/// The rows of one list in the order in which they are shown.
struct List<R> {
    rows: Remote<Asked, Vec<R>>,
    filter: Filter,
    sort: Option<Sort>,
}

impl<R> Default for List<R> {
    fn default() -> Self {
        Self {
            rows: Remote::default(),
            filter: Filter::default(),
            sort: None,
        }
    }
}

/// The three lists.
#[derive(Default)]
pub struct RecordsView {
    strikes: List<StrikeRow>,
    weapons: List<WeaponRow>,
    components: List<ComponentRow>,
}

/// What differs between the lists.
struct Kind {
    icon: MaterialIcon,
    new: UiCommand,
    title: &'static str,
    empty: &'static str,
    empty_text: &'static str,
}

/// A row of a list.
trait Listed: Send + 'static {
    fn record(&self) -> RecordRef;
    fn title(&self) -> &str;
    /// The text by which a column sorts.
    fn key(&self, column: usize) -> String;
    fn cell(&self, ui: &mut Ui, column: usize);
}

impl RecordsView {
    /// Draws the list of the place where one is.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        match desk.place {
            Place::Strikes => {
                let kind = Kind {
                    icon: icons::ICON_CRISIS_ALERT,
                    new: UiCommand::NewStrike,
                    title: t("command-go-strikes"),
                    empty: t("records-no-strikes"),
                    empty_text: t("records-no-strikes-text"),
                };
                let columns = [
                    column("records-date", 160.0, Align::Left),
                    column("form-title", 0.0, Align::Left),
                    column("form-place", 104.0, Align::Left),
                    column("command-go-weapons", 74.0, Align::Right),
                    column("command-go-components", 92.0, Align::Right),
                    column("command-go-photos", 62.0, Align::Right),
                    column("form-tags", 120.0, Align::Left),
                ];
                self.strikes.show(ui, desk, &kind, &columns, |reader, filter| {
                    reader.strikes(&filter.tags, &filter.text)
                });
            }
            Place::Weapons => {
                let kind = Kind {
                    icon: icons::ICON_ROCKET,
                    new: UiCommand::NewWeapon,
                    title: t("command-go-weapons"),
                    empty: t("records-no-weapons"),
                    empty_text: t("records-no-weapons-text"),
                };
                let columns = [
                    column("form-title", 0.0, Align::Left),
                    column("form-class", 150.0, Align::Left),
                    column("form-model", 130.0, Align::Left),
                    column("record-strike", 220.0, Align::Left),
                    column("command-go-components", 96.0, Align::Right),
                    column("form-tags", 130.0, Align::Left),
                ];
                self.weapons.show(ui, desk, &kind, &columns, |reader, filter| {
                    reader.weapons(&filter.tags, &filter.text)
                });
            }
            _ => {
                let kind = Kind {
                    icon: icons::ICON_MEMORY,
                    new: UiCommand::NewComponent,
                    title: t("command-go-components"),
                    empty: t("records-no-components"),
                    empty_text: t("records-no-components-text"),
                };
                let columns = [
                    column("form-title", 0.0, Align::Left),
                    column("form-kind", 160.0, Align::Left),
                    column("record-weapon", 220.0, Align::Left),
                    column("form-exhibit", 120.0, Align::Left),
                    column("command-go-markings", 80.0, Align::Right),
                    column("command-go-photos", 70.0, Align::Right),
                    column("form-tags", 130.0, Align::Left),
                ];
                self.components.show(ui, desk, &kind, &columns, |reader, filter| {
                    reader.components(&filter.tags, &filter.text)
                });
            }
        }
    }
}

fn column(title: &str, width: f32, align: Align) -> Column<'static> {
    Column {
        title: t(title),
        width,
        align,
        sorts: true,
    }
}

impl<R: Listed> List<R> {
    fn show(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk,
        kind: &Kind,
        columns: &[Column<'_>],
        load: impl FnOnce(&crate::case::Reader, &Filter) -> Result<Vec<R>, crate::case::CaseError>
        + Send
        + 'static,
    ) {
        let key = (
            self.filter.clone(),
            self.sort.map(|sort| (sort.column, sort.downwards)),
        );
        let asked = key.clone();
        // Sorted where it is read, not in a frame.
        let rows = self.rows.get(&desk.link, key, move |reader| {
            let (filter, sort) = asked;
            let mut rows = load(reader, &filter)?;
            if let Some((column, downwards)) = sort {
                rows.sort_by_cached_key(|row| row.key(column));
                if downwards {
                    rows.reverse();
                }
            }
            Ok(rows)
        });
        let count = rows.map(Vec::len);
        head(ui, desk, kind, &mut self.filter, count);
        let Some(rows) = rows else {
            if let Some(error) = self.rows.error() {
                text(ui, error);
            }
            return;
        };
        if rows.is_empty() {
            let is_filtered = self.filter != Filter::default();
            let (title, explanation) = if is_filtered {
                (t("records-none-found"), t("records-none-found-text"))
            } else {
                (kind.empty, kind.empty_text)
            };
            let asked = empty_state(ui, kind.icon, title, explanation, |ui| {
                if is_filtered {
                    ui.add(Action::secondary(t("records-clear"))).clicked()
                } else {
                    ui.add(Action::secondary(kind.new.text()).with_icon(icons::ICON_ADD))
                        .clicked()
                }
            });
            if asked {
                if is_filtered {
                    self.filter = Filter::default();
                } else {
                    desk.command(kind.new);
                }
            }
            return;
        }
        let chosen = desk
            .selected
            .last()
            .and_then(|selected| rows.iter().position(|row| row.record() == *selected));
        let output = crate::ui::widgets::Table::new(kind.title, columns)
            .sort(self.sort)
            .chosen(chosen)
            .show(
                ui,
                rows.len(),
                |row| match rows[row].title() {
                    "" => t("record-untitled").to_owned(),
                    title => title.to_owned(),
                },
                |ui, row, column| rows[row].cell(ui, column),
            );
        if let Some(row) = output.chosen.or(output.opened).and_then(|row| rows.get(row)) {
            let record = row.record();
            let more = ui.input(|input| input.modifiers.command);
            if more && !desk.is_selected(&record) {
                desk.selected.push(record);
            } else {
                desk.selected = vec![record];
            }
        }
        if output.sort.is_some() {
            self.sort = output.sort;
        }
    }
}

fn head(ui: &mut Ui, desk: &mut Desk, kind: &Kind, filter: &mut Filter, count: Option<usize>) {
    gap(ui, space::S);
    ui.horizontal(|ui| {
        ui.add_space(space::S);
        ui.add(Text::new(kind.title).kind(Type::Title));
        if let Some(count) = count {
            weak_text(ui, &tf("records-count", &[("count", count.into())]));
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.add_space(space::S);
            // The empty state has the same button where the eye is.
            let is_empty = count == Some(0) && *filter == Filter::default();
            let new = Action::primary(kind.new.text())
                .with_icon(icons::ICON_ADD)
                .keys(kind.new.shortcut_text());
            if !is_empty && ui.add(new).clicked() {
                desk.command(kind.new);
            }
        });
    });
    gap(ui, space::S);
    ui.horizontal_top(|ui| {
        ui.add_space(space::S);
        ui.vertical(|ui| {
            ui.set_width(260.0);
            let find = Field::new(t("command-find"))
                .hint(t("records-find-hint"))
                .show(ui, &mut filter.text);
            if desk.take_command(UiCommand::Find) {
                find.response.request_focus();
            }
        });
        ui.vertical(|ui| {
            ui.set_width(300.0);
            let known = desk.tag_names();
            match tag_field(ui, t("records-tags"), &filter.tags, &known) {
                TagEvent::None => {}
                TagEvent::Added(tag) => filter.tags.push(tag),
                TagEvent::Removed(tag) => filter.tags.retain(|other| *other != tag),
            }
        });
    });
    gap(ui, space::S);
}

fn words(ui: &mut Ui, words: &str) {
    ui.add(Text::new(words).truncate());
}

fn number(ui: &mut Ui, count: u32) {
    if count == 0 {
        weak_text(ui, "–");
    } else {
        text(ui, &count.to_string());
    }
}

fn title_cell(ui: &mut Ui, title: &str) {
    if title.is_empty() {
        weak_text(ui, t("record-untitled"));
    } else {
        ui.add(Text::new(title).kind(Type::Strong).truncate());
    }
}

/// Numbers in the order of their value, as texts.
fn counted(count: u32) -> String {
    format!("{count:010}")
}

impl Listed for StrikeRow {
    fn record(&self) -> RecordRef {
        self.id.into()
    }

    fn title(&self) -> &str {
        &self.title
    }

    fn key(&self, column: usize) -> String {
        match column {
            0 => self
                .occurred
                .clone()
                .or_else(|| self.reported.clone())
                .unwrap_or_default(),
            1 => self.title.to_lowercase(),
            2 => self.place_name.clone().unwrap_or_default().to_lowercase(),
            3 => counted(self.weapons),
            4 => counted(self.components),
            5 => counted(self.photos),
            _ => self.tags.join(" "),
        }
    }

    fn cell(&self, ui: &mut Ui, column: usize) {
        match column {
            0 => match (&self.occurred, &self.reported) {
                (Some(occurred), _) => words(ui, occurred),
                (None, Some(reported)) => {
                    let said = tf("records-reported", &[("date", reported.as_str().into())]);
                    ui.add(Text::new(&said).weak().truncate());
                }
                (None, None) => {
                    weak_text(ui, t("date-unknown"));
                }
            },
            1 => title_cell(ui, &self.title),
            2 => words(ui, self.place_name.as_deref().unwrap_or_default()),
            3 => number(ui, self.weapons),
            4 => number(ui, self.components),
            5 => number(ui, self.photos),
            _ => words(ui, &self.tags.join(", ")),
        }
    }
}

impl Listed for WeaponRow {
    fn record(&self) -> RecordRef {
        self.id.into()
    }

    fn title(&self) -> &str {
        &self.title
    }

    fn key(&self, column: usize) -> String {
        match column {
            0 => self.title.to_lowercase(),
            1 => self.class.clone().unwrap_or_default(),
            2 => self.model.clone().unwrap_or_default().to_lowercase(),
            3 => self.strike_title.clone().unwrap_or_default().to_lowercase(),
            4 => counted(self.components),
            _ => self.tags.join(" "),
        }
    }

    fn cell(&self, ui: &mut Ui, column: usize) {
        match column {
            0 => title_cell(ui, &self.title),
            1 => {
                let class = self.class.as_deref().unwrap_or_default();
                words(ui, vocabulary::label(vocabulary::weapon_classes(), class));
            }
            2 => words(ui, self.model.as_deref().unwrap_or_default()),
            3 => words(ui, self.strike_title.as_deref().unwrap_or_default()),
            4 => number(ui, self.components),
            _ => words(ui, &self.tags.join(", ")),
        }
    }
}

impl Listed for ComponentRow {
    fn record(&self) -> RecordRef {
        self.id.into()
    }

    fn title(&self) -> &str {
        &self.title
    }

    fn key(&self, column: usize) -> String {
        match column {
            0 => self.title.to_lowercase(),
            1 => self.kind.clone().unwrap_or_default(),
            2 => self.weapon_title.clone().unwrap_or_default().to_lowercase(),
            3 => self.exhibit_number.clone().unwrap_or_default().to_lowercase(),
            4 => counted(self.markings),
            5 => counted(self.photos),
            _ => self.tags.join(" "),
        }
    }

    fn cell(&self, ui: &mut Ui, column: usize) {
        match column {
            0 => title_cell(ui, &self.title),
            1 => {
                let kind = self.kind.as_deref().unwrap_or_default();
                words(ui, vocabulary::label(vocabulary::component_kinds(), kind));
            }
            2 => words(ui, self.weapon_title.as_deref().unwrap_or_default()),
            3 => words(ui, self.exhibit_number.as_deref().unwrap_or_default()),
            4 => number(ui, self.markings),
            5 => number(ui, self.photos),
            _ => words(ui, &self.tags.join(", ")),
        }
    }
}
