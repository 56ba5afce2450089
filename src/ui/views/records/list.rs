//! A list of records of one kind: its head, its filter, and a table from which one or several are selected.

use std::collections::HashMap;

use egui::{Key, Modifiers, Ui};
use egui_material_icons::icons;

use super::Kind;
use super::filter::{Filter, FilterBar, leave_incomplete};
use super::head::head;
use crate::case::{CaseError, Reader};
use crate::model::record::{RecordKind, RecordRef};
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::Desk;
use crate::ui::inspector::checklist::in_short;
use crate::ui::link::Remote;
use crate::ui::tallies::Tallies;
use crate::ui::theme::space;
use crate::ui::widgets::{Action, Align, Column, Sort, Table, Text, empty_state, gap, text};

/// The column that says how much of a row's checklists is filled in. It is not asked for of all rows, so it sorts nothing.
const FILLED: Spec = Spec {
    title: "checklist-column",
    width: 84.0,
    align: Align::Right,
    rank: 2,
};

/// The narrowest that a column without a width of its own is made.
const NARROWEST: f32 = 180.0;

/// A column of a list.
#[derive(Clone, Copy)]
pub struct Spec {
    /// The key of its title.
    pub title: &'static str,
    /// In points; 0 takes what is left.
    pub width: f32,
    /// On which side its cells stand.
    pub align: Align,
    /// Where room is short, the column of the highest rank goes first; rank 0 stays.
    pub rank: u8,
}

/// By what a column sorts. What is not known comes last, whichever way it is sorted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum SortKey {
    /// Days, counts.
    Number(i64),
    /// Words.
    Words(String),
}

/// A row of a list.
pub trait Listed: Send + Sized + 'static {
    /// What its rows are.
    const KIND: RecordKind;
    /// Its columns.
    const COLUMNS: &'static [Spec];
    /// How they are sorted at first.
    const SORT: Sort;

    /// The rows that pass, in the order in which they are shown at first.
    fn load(reader: &Reader, filter: &Filter) -> Result<Vec<Self>, CaseError>;
    /// Which record it is.
    fn record(&self) -> RecordRef;
    /// Its title; may be empty.
    fn title(&self) -> &str;
    /// By what a column sorts; `None` is not known.
    fn key(&self, column: usize) -> Option<SortKey>;
    /// Draws a cell.
    fn cell(&self, ui: &mut Ui, column: usize);
}

/// The rows in their order, and where each record stands.
struct Rows<R> {
    rows: Vec<R>,
    places: HashMap<RecordRef, usize>,
}

/// A list of records of one kind.
pub struct List<R> {
    rows: Remote<(Filter, (usize, bool)), Rows<R>>,
    bar: FilterBar,
    sort: Sort,
    /// Where a selection of several begins.
    anchor: Option<RecordRef>,
    tallies: Tallies,
}

impl<R: Listed> Default for List<R> {
    fn default() -> Self {
        Self {
            rows: Remote::default(),
            bar: FilterBar::default(),
            sort: R::SORT,
            anchor: None,
            tallies: Tallies::default(),
        }
    }
}

impl<R: Listed> List<R> {
    /// Draws the list.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk, kind: &Kind) {
        let filter = self.bar.filter.clone();
        let sort = (self.sort.column, self.sort.downwards);
        let rows = self.rows.get(&desk.link, (filter.clone(), sort), move |reader| {
            Rows::load(reader, &filter, sort)
        });
        let count = rows.map(|rows| rows.rows.len());
        let is_filtered = !self.bar.filter.is_empty();
        // The empty state has the button for a new record where the eye is.
        let has_new = count != Some(0) || is_filtered;
        if head(ui, desk, kind, count, (false, has_new)) {
            desk.command(kind.new);
        }
        if count != Some(0) || is_filtered {
            self.bar.show(ui, desk);
            gap(ui, space::S);
        }
        let Some(rows) = rows else {
            if let Some(error) = self.rows.error() {
                text(ui, error);
            }
            return;
        };
        if rows.rows.is_empty() {
            if empty(ui, kind, is_filtered) {
                if is_filtered {
                    self.bar = FilterBar::default();
                } else {
                    desk.command(kind.new);
                }
            }
            return;
        }
        let hands = (&mut self.anchor, &self.tallies);
        if let Some(sort) = table(ui, desk, kind, rows, self.sort, hands) {
            self.sort = sort;
        }
        self.tallies.fetch(&desk.link, R::KIND, rows.rows.len(), |row| {
            rows.rows.get(row)?.record().id.parse().ok()
        });
    }
}

impl<R: Listed> Rows<R> {
    fn load(reader: &Reader, filter: &Filter, (column, downwards): (usize, bool)) -> Result<Self, CaseError> {
        let mut rows = R::load(reader, filter)?;
        leave_incomplete(reader, R::KIND, filter.missing, &mut rows, |row| row.record().id)?;
        let mut keyed: Vec<(Option<SortKey>, R)> =
            rows.into_iter().map(|row| (row.key(column), row)).collect();
        keyed.sort_by(|(one, _), (other, _)| match (one, other) {
            (Some(one), Some(other)) if downwards => other.cmp(one),
            (Some(one), Some(other)) => one.cmp(other),
            (one, other) => one.is_none().cmp(&other.is_none()),
        });
        let rows: Vec<R> = keyed.into_iter().map(|(_, row)| row).collect();
        let places = rows
            .iter()
            .enumerate()
            .map(|(place, row)| (row.record(), place))
            .collect();
        Ok(Self { rows, places })
    }
}

/// What is shown when there is nothing; whether its button was pressed.
fn empty(ui: &mut Ui, kind: &Kind, is_filtered: bool) -> bool {
    if is_filtered {
        let (title, explanation) = (t("records-none-found"), t("records-none-found-text"));
        return empty_state(ui, icons::ICON_FILTER_ALT, title, explanation, |ui| {
            ui.add(Action::secondary(t("records-show-all"))).clicked()
        });
    }
    empty_state(ui, kind.icon, kind.empty, kind.empty_text, |ui| {
        let new = Action::primary(kind.new.text())
            .with_icon(icons::ICON_ADD)
            .keys(kind.new.shortcut_text());
        ui.add(new).clicked()
    })
}

/// Draws the table; how it is to be sorted from now on.
fn table<R: Listed>(
    ui: &mut Ui,
    desk: &mut Desk,
    kind: &Kind,
    rows: &Rows<R>,
    sort: Sort,
    (anchor, tallies): (&mut Option<RecordRef>, &Tallies),
) -> Option<Sort> {
    let filled = R::COLUMNS.len();
    let specs: Vec<Spec> = R::COLUMNS.iter().copied().chain([FILLED]).collect();
    let shown = fitting(&specs, ui.available_width());
    let columns: Vec<Column<'_>> = shown
        .iter()
        .map(|&column| {
            let spec = &specs[column];
            Column {
                title: t(spec.title),
                width: spec.width,
                align: spec.align,
                sorts: column != filled,
            }
        })
        .collect();
    let place = |record: &RecordRef| rows.places.get(record).copied();
    let chosen = desk.selected.last().and_then(place);
    let mut also: Vec<usize> = Vec::new();
    if desk.selected.len() > 1 {
        also = desk.selected.iter().filter_map(place).collect();
        also.sort_unstable();
    }
    let sorted = shown
        .iter()
        .position(|column| *column == sort.column)
        .map(|column| Sort { column, ..sort });
    let output = Table::new(kind.title, &columns)
        .sort(sorted)
        .chosen(chosen)
        .also(&also)
        .show(
            ui,
            rows.rows.len(),
            |row| match rows.rows[row].title() {
                "" => t("record-untitled").to_owned(),
                title => title.to_owned(),
            },
            |ui, row, column| {
                if shown[column] == filled {
                    filled_cell(ui, tallies, &rows.rows[row], row);
                } else {
                    rows.rows[row].cell(ui, shown[column]);
                }
            },
        );
    if let Some(row) = output.chosen {
        select(ui, desk, rows, row, anchor);
    }
    if output.opened.is_some() {
        desk.command(UiCommand::EditItem);
    }
    let all = !ui.text_edit_focused() && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::A));
    if all {
        let last = chosen.unwrap_or(rows.rows.len() - 1);
        select_range(desk, rows, 0..rows.rows.len(), last);
    }
    output.sort.map(|sort| Sort {
        column: shown[sort.column],
        ..sort
    })
}

/// How much of its checklists is filled in. Quiet while nothing that is required is missing.
fn filled_cell<R: Listed>(ui: &mut Ui, tallies: &Tallies, row: &R, place: usize) {
    let id = row.record().id.parse().ok();
    let Some(tally) = id
        .and_then(|id| tallies.get(id, place))
        .filter(|tally| tally.asked > 0)
    else {
        return;
    };
    let counts = [("there", tally.there.into()), ("asked", tally.asked.into())];
    let said = tf("checklist-of", &counts);
    let shown = Text::new(&said);
    let shown = if tally.required_missing == 0 {
        shown.weak()
    } else {
        shown
    };
    ui.add(shown).on_hover_text(in_short(&tally));
}

/// Selects `row` alone; with Ctrl adds it or takes it out; with Shift all from where the selection began.
fn select<R: Listed>(ui: &Ui, desk: &mut Desk, rows: &Rows<R>, row: usize, anchor: &mut Option<RecordRef>) {
    let record = rows.rows[row].record();
    let held = ui.input(|input| input.modifiers);
    let from = anchor
        .as_ref()
        .or(desk.selected.last())
        .and_then(|anchor| rows.places.get(anchor).copied());
    match from {
        Some(from) if held.shift => select_range(desk, rows, from.min(row)..from.max(row) + 1, row),
        _ if held.command => {
            if desk.is_selected(&record) {
                desk.selected.retain(|other| *other != record);
            } else {
                desk.selected.push(record.clone());
            }
            *anchor = Some(record);
        }
        _ => {
            desk.selected = vec![record.clone()];
            *anchor = Some(record);
        }
    }
}

/// Selects a range of rows, `last` as the one to edit last.
fn select_range<R: Listed>(desk: &mut Desk, rows: &Rows<R>, range: std::ops::Range<usize>, last: usize) {
    desk.selected = range
        .filter(|row| *row != last)
        .chain([last])
        .map(|row| rows.rows[row].record())
        .collect();
}

/// The columns for which there is room.
fn fitting(specs: &[Spec], room: f32) -> Vec<usize> {
    let mut shown: Vec<usize> = (0..specs.len()).collect();
    let width = |column: &usize| match specs[*column].width {
        0.0 => NARROWEST,
        width => width,
    };
    while shown.iter().map(width).sum::<f32>() > room {
        let Some(last) = shown
            .iter()
            .copied()
            .filter(|column| specs[*column].rank > 0)
            .max_by_key(|column| specs[*column].rank)
        else {
            break;
        };
        shown.retain(|column| *column != last);
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spec(width: f32, rank: u8) -> Spec {
        Spec {
            title: "records-date",
            width,
            align: Align::Left,
            rank,
        }
    }

    #[test]
    fn where_room_is_short_the_least_important_columns_go() {
        let specs = [spec(100.0, 0), spec(0.0, 0), spec(100.0, 2), spec(100.0, 1)];
        assert_eq!(fitting(&specs, 500.0), [0, 1, 2, 3]);
        assert_eq!(fitting(&specs, 400.0), [0, 1, 3]);
        assert_eq!(fitting(&specs, 100.0), [0, 1]);
    }
}
