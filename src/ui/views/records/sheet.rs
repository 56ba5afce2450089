//! A table from a spreadsheet before it is taken in: which column is which field, the rows as they will be, and every
//! problem. It stands in place of the list that it will go into. What is shown is worked out on a reader's thread.

mod columns;
mod problems;
mod rows;

use std::sync::{Arc, Mutex, OnceLock};

use egui::{Event, Layout, Panel, Ui};
use egui_material_icons::icons;

use crate::case::{CaseError, Reader};
use crate::exchange::sheet::{
    DayOrder, Form, Mapping, Plan, RowState, Setting, SheetError, Table, Target, plan, read_file,
};
use crate::model::Change;
use crate::model::record::RecordRef;
use crate::text::{t, tf};
use crate::ui::desk::{Desk, Place, TableSource, Wish};
use crate::ui::link::Remote;
use crate::ui::theme::{Tokens, Type, size, space};
use crate::ui::widgets::{Action, Text, Toast, gap, message, segmented, weak_text};

/// The width of the columns' choices, in points.
const COLUMNS: f32 = 264.0;
/// The height of the list of problems at first, in points.
const PROBLEMS: f32 = 190.0;

/// Which rows are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Show {
    All,
    Wrong,
    Known,
}

/// What a table would become, with what is shown of it.
struct Planned {
    setting: Setting,
    /// Why there is no table, if there is none.
    outcome: Result<Whole, SheetError>,
}

/// All that is worked out of a table.
struct Whole {
    plan: Plan,
    /// What takes the good rows in, until it is handed over.
    changes: Mutex<Vec<Change>>,
    read_as: String,
    summary: String,
    good: usize,
    /// By column, the first few cells that are not empty.
    samples: Vec<String>,
    /// The rows with problems, by their places.
    wrong: Vec<usize>,
    /// The rows that are there already, by their places.
    known: Vec<usize>,
}

/// A table that is being taken in.
pub struct SheetView {
    name: String,
    source: Arc<TableSource>,
    table: Arc<OnceLock<Result<Table, SheetError>>>,
    setting: Setting,
    planned: Remote<Setting, Arc<Planned>>,
    show: Show,
    /// The record by which one knows that the rows were taken in, and how many there are.
    taking: Option<(RecordRef, usize)>,
}

/// The table in what was just pasted, if no field takes it.
pub(super) fn pasted(ui: &Ui) -> Option<TableSource> {
    if ui.text_edit_focused() {
        return None;
    }
    let is_table = |text: &str| text.trim_end().contains(['\t', '\n']);
    ui.input(|input| {
        input.events.iter().find_map(|event| match event {
            Event::Paste(text) if is_table(text) => Some(TableSource::Pasted(text.clone())),
            _ => None,
        })
    })
}

fn target_of(place: Place) -> Target {
    match place {
        Place::Weapons => Target::Weapons,
        Place::Components => Target::Components,
        _ => Target::Strikes,
    }
}

impl SheetView {
    /// A table that goes into the list of `place`. What was said of the dates of the one before holds on.
    pub(super) fn new(source: TableSource, place: Place, before: Option<&Self>) -> Self {
        let name = match &source {
            TableSource::File(path) => {
                let name = path.file_name().unwrap_or(path.as_os_str());
                name.to_string_lossy().into_owned()
            }
            TableSource::Pasted(_) | TableSource::Cells(..) => t("sheet-pasted").to_owned(),
        };
        let target = target_of(place);
        let (header, mapping) = match &source {
            TableSource::Cells(_, fields) => (Some(false), Some(Mapping::of(target, fields))),
            _ => (None, None),
        };
        Self {
            name,
            source: Arc::new(source),
            table: Arc::default(),
            setting: Setting {
                header,
                mapping,
                day_order: before.and_then(|before| before.setting.day_order),
                ..Setting::new(target)
            },
            planned: Remote::default(),
            show: Show::All,
            taking: None,
        }
    }

    /// The list that it goes into.
    pub(super) fn place(&self) -> Place {
        match self.setting.target {
            Target::Strikes => Place::Strikes,
            Target::Weapons => Place::Weapons,
            Target::Components => Place::Components,
        }
    }

    /// Whether its rows are in the case now; says so. A refusal is told elsewhere, and the table stays.
    pub(super) fn is_taken(&mut self, desk: &mut Desk) -> bool {
        let Some((first, count)) = &self.taking else {
            return false;
        };
        let is_done = desk
            .applied
            .as_ref()
            .is_some_and(|applied| applied.records.contains(first));
        if is_done {
            let said = tf("sheet-taken", &[("count", (*count).into())]);
            desk.wish(Wish::Tell(Toast::done(said).with_undo()));
        } else if desk.refused {
            self.taking = None;
        }
        is_done
    }

    /// Draws it. False when it is to be closed.
    pub(super) fn show(&mut self, ui: &mut Ui, desk: &mut Desk) -> bool {
        let (source, table, setting) = (self.source.clone(), self.table.clone(), self.setting.clone());
        self.planned.get(&desk.link, self.setting.clone(), move |reader| {
            work_out(&source, &table, setting, reader)
        });
        self.head(ui, desk);
        let Some(planned) = self.planned.held().cloned() else {
            return self.without(ui);
        };
        let whole = match &planned.outcome {
            Ok(whole) => whole,
            Err(error) => return refused(ui, &error.to_string()),
        };
        let mut stays = !leaves(ui);
        Panel::bottom("sheet actions")
            .exact_size(size::BAR + space::S)
            .show(ui, |ui| stays &= self.actions(ui, desk, &planned, whole));
        Panel::left("sheet columns")
            .exact_size(COLUMNS)
            .resizable(false)
            .show(ui, |ui| {
                if let Some(mapping) = columns::show(ui, whole) {
                    self.setting.mapping = Some(mapping);
                }
            });
        if !whole.plan.problems.is_empty() || !whole.plan.remarks.is_empty() {
            Panel::bottom("sheet problems")
                .default_size(PROBLEMS)
                .size_range(80.0..=480.0)
                .show(ui, |ui| problems::show(ui, &whole.plan));
        }
        egui::CentralPanel::default().show(ui, |ui| {
            self.options(ui, whole);
            gap(ui, space::S);
            if whole.plan.mapping.is_empty() {
                let warn = &Tokens::of(ui).warn;
                message(ui, icons::ICON_WARNING, *warn, t("sheet-unmapped"));
            } else if let Some(Ok(table)) = self.table.get() {
                let places = match self.show {
                    Show::All => None,
                    Show::Wrong => Some(&whole.wrong[..]),
                    Show::Known => Some(&whole.known[..]),
                };
                rows::show(ui, &whole.plan, table, places);
            }
        });
        stays
    }

    fn head(&mut self, ui: &mut Ui, desk: &mut Desk) {
        gap(ui, space::S);
        ui.horizontal(|ui| {
            ui.add_space(space::S);
            ui.add(Text::new(t("command-import-table")).kind(Type::Title));
            ui.add(Text::new(&self.name).weak());
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                ui.add_space(space::S);
                let targets = [
                    (Target::Strikes, t("command-go-strikes")),
                    (Target::Weapons, t("command-go-weapons")),
                    (Target::Components, t("command-go-components")),
                ];
                let mut target = self.setting.target;
                if segmented(ui, t("sheet-target"), &mut target, &targets) {
                    self.setting = Setting {
                        target,
                        mapping: None,
                        ..self.setting.clone()
                    };
                    desk.go(self.place());
                }
                weak_text(ui, t("sheet-target"));
            });
        });
        gap(ui, space::S);
    }

    /// What is shown while the table is read, or when the case can't answer.
    fn without(&self, ui: &mut Ui) -> bool {
        match self.planned.error() {
            Some(error) => refused(ui, error),
            None => {
                weak_text(ui, t("sheet-working"));
                true
            }
        }
    }

    /// What a person can say of the table as a whole, and which rows are shown.
    fn options(&mut self, ui: &mut Ui, whole: &Whole) {
        ui.horizontal(|ui| {
            let choices = [
                (
                    Show::All,
                    tf("sheet-show-all", &[("count", whole.plan.rows.len().into())]),
                ),
                (
                    Show::Wrong,
                    tf("sheet-show-wrong", &[("count", whole.wrong.len().into())]),
                ),
                (
                    Show::Known,
                    tf("sheet-show-known", &[("count", whole.known.len().into())]),
                ),
            ];
            let choices: Vec<(Show, &str)> = choices
                .iter()
                .map(|(show, name)| (*show, name.as_str()))
                .collect();
            segmented(ui, t("sheet-show"), &mut self.show, &choices);
            let is_date = |(_, field): (_, &crate::exchange::sheet::Field)| field.form == Form::Date;
            if whole.plan.mapped().any(is_date) {
                weak_text(ui, t("sheet-order"));
                let orders = [
                    (None, t("sheet-order-unknown")),
                    (Some(DayOrder::DayFirst), t("sheet-order-day")),
                    (Some(DayOrder::MonthFirst), t("sheet-order-month")),
                ];
                segmented(ui, t("sheet-order"), &mut self.setting.day_order, &orders);
            }
        });
        ui.horizontal(|ui| {
            let mut has_header = whole.plan.has_header;
            if ui.checkbox(&mut has_header, t("sheet-header")).changed() {
                self.setting.header = Some(has_header);
                self.setting.mapping = None;
            }
            if !whole.known.is_empty() || self.setting.again {
                ui.checkbox(&mut self.setting.again, t("sheet-again"));
            }
            ui.add(Text::new(&whole.read_as).kind(Type::Small).weak());
        });
    }

    /// What the plan comes to, and what can be done. False when the table is to be closed.
    fn actions(&mut self, ui: &mut Ui, desk: &mut Desk, planned: &Planned, whole: &Whole) -> bool {
        let mut stays = true;
        ui.horizontal_centered(|ui| {
            ui.add(Text::new(&whole.summary).kind(Type::Strong));
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                let is_old = planned.setting != self.setting;
                let reason = if self.taking.is_some() {
                    Some(t("sheet-taking"))
                } else if is_old {
                    Some(t("sheet-working"))
                } else {
                    (whole.good == 0).then(|| t("sheet-none-good"))
                };
                let name = tf("sheet-take", &[("count", whole.good.into())]);
                let take = Action::primary(&name).with_icon(icons::ICON_CHECK).unless(reason);
                if ui.add(take).clicked() {
                    let first = whole.plan.rows.iter().find_map(|row| row.record.as_ref());
                    self.taking = first.map(|record| (record.record_ref(), whole.good));
                    if let Ok(mut changes) = whole.changes.lock() {
                        desk.apply_all(std::mem::take(&mut *changes));
                    }
                }
                stays = !ui.add(Action::secondary(t("sheet-cancel"))).clicked();
            });
        });
        stays
    }
}

/// Whether Escape was pressed, and not to close a list or the palette over the table.
fn leaves(ui: &Ui) -> bool {
    ui.memory(|memory| memory.is_above_modal_layer(ui.layer_id()))
        && !egui::Popup::is_any_open(ui)
        && ui.input(|input| input.key_pressed(egui::Key::Escape))
}

/// Says why there is nothing to show. False when that was read.
fn refused(ui: &mut Ui, reason: &str) -> bool {
    let bad = &Tokens::of(ui).bad;
    message(ui, icons::ICON_ERROR, *bad, reason);
    gap(ui, space::M);
    !(ui.add(Action::secondary(t("sheet-cancel"))).clicked() || leaves(ui))
}

fn work_out(
    source: &TableSource,
    table: &OnceLock<Result<Table, SheetError>>,
    setting: Setting,
    reader: &Reader,
) -> Result<Arc<Planned>, CaseError> {
    let table = table.get_or_init(|| match source {
        TableSource::File(path) => read_file(path, None),
        TableSource::Pasted(text) | TableSource::Cells(text, _) => Table::of_text(text),
    });
    let outcome = match table {
        Err(error) => Err(error.clone()),
        Ok(table) => Ok(whole(table, plan(table, &setting, reader)?)),
    };
    Ok(Arc::new(Planned { setting, outcome }))
}

fn whole(table: &Table, plan: Plan) -> Whole {
    let places = |is_it: fn(&RowState) -> bool| {
        let rows = plan.rows.iter().enumerate();
        rows.filter(|(_, row)| is_it(&row.state))
            .map(|(place, _)| place)
            .collect()
    };
    let read_as = [
        ("encoding", table.encoding().into()),
        ("separator", table.separator_name().into()),
    ];
    Whole {
        read_as: tf("sheet-read-as", &read_as),
        // Without a field for any column there are no rows to count.
        summary: if plan.mapping.is_empty() {
            String::new()
        } else {
            plan.summary()
        },
        good: plan.good(),
        changes: Mutex::new(plan.changes()),
        samples: columns::samples(table, &plan),
        wrong: places(|state| matches!(state, RowState::Wrong)),
        known: places(|state| matches!(state, RowState::Known(_) | RowState::Repeated(_))),
        plan,
    }
}
