//! What keys and pointer do in a sheet, and what becomes of it.

use std::collections::HashSet;

use egui::{Id, Ui};
use uuid::Uuid;

use super::clip::{copied, text_of};
use super::cursor::{Place, Step};
use super::draw::Pointed;
use super::frame::Frame;
use super::keys::{Asked, Hands};
use super::queue::{Typed, Wanted};
use super::{Grid, id_and};
use crate::case::{CaseError, SheetSort};
use crate::exchange::sheet::{
    Entry, Fault, Field, Form, Outcome, Row, Subject, Table, Wrong, is_named, restored, same_as,
};
use crate::model::record::RecordRef;
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::{Desk, TableSource, Wish};
use crate::ui::widgets::Toast;

/// A pasted text longer than this, in bytes, is looked at as a table first.
const PASTED: usize = 200_000;

impl Grid {
    /// Does what a key asks for.
    pub(super) fn do_asked(&mut self, ui: &Ui, desk: &mut Desk, frame: &Frame, asked: Asked) {
        let (rows, columns) = (self.rows(), self.columns.shown().len());
        match asked {
            Asked::Go(step, extends) => {
                self.commit();
                self.cursor.step(step, self.rows(), columns, extends);
            }
            Asked::Page(up, extends) => {
                let page = isize::try_from(frame.page()).unwrap_or(isize::MAX);
                let step = Step::Rows(if up { -page } else { page });
                self.cursor.step(step, rows, columns, extends);
            }
            Asked::Tab(back) => {
                self.commit();
                self.cursor.tab(self.rows(), columns, back);
            }
            Asked::Enter(back) => {
                self.commit();
                self.cursor.enter(self.rows(), back);
            }
            Asked::Edit => self.begin(),
            Asked::Cancel => self.cancel(),
            Asked::Clear => self.clear(),
            Asked::FillDown => self.fill_down(desk),
            Asked::Today => {
                let today = desk.today.to_string();
                let dates: Vec<Typed> = self
                    .block_cells()
                    .filter(|(_, field)| field.form == Form::Date)
                    .map(|(row, field)| id_and(row, field, today.clone()))
                    .collect();
                self.type_all(dates);
            }
            Asked::All => self.cursor.take_all(rows, columns),
            Asked::Copy(cut) => {
                let (ids, fields) = (self.block_rows(), self.block_fields());
                let (asked, target) = (ids.clone(), self.target);
                self.copying = Some(
                    desk.link
                        .ask(move |reader| copied(reader, target, &asked, &fields)),
                );
                if cut {
                    self.clear();
                }
            }
            Asked::Paste(text) => self.paste(desk, &text),
            Asked::Undo => desk.command(UiCommand::Undo),
            Asked::Redo => desk.command(UiCommand::Redo),
            Asked::NextWrong => self.go_to_wrong(),
        }
        self.follows = true;
        ui.request_repaint();
    }

    /// Does what the pointer asks for.
    pub(super) fn do_pointed(&mut self, ui: &Ui, desk: &mut Desk, id: Id, pointed: Pointed) {
        match pointed {
            Pointed::Cell(place, extends) => {
                self.commit();
                self.cursor.go(place, extends);
            }
            Pointed::Edit(place) => {
                self.cursor.go(place, false);
                self.begin();
            }
            Pointed::Row(row, extends) => {
                self.commit();
                let columns = self.columns.shown().len();
                self.cursor.take_row(row, columns, extends);
            }
            Pointed::Sort(field) => {
                self.commit();
                self.sort = match &self.sort {
                    Some(sort) if sort.field == field.name && sort.downwards => None,
                    Some(sort) if sort.field == field.name => Some(SheetSort {
                        field: field.name,
                        downwards: true,
                    }),
                    _ => Some(SheetSort {
                        field: field.name,
                        downwards: false,
                    }),
                };
                return;
            }
            Pointed::Widen(field, points) => return self.columns.widen(field, points),
            Pointed::Remove => desk.command(UiCommand::RemoveItem),
        }
        ui.memory_mut(|memory| memory.request_focus(id));
        ui.request_repaint();
    }

    fn begin(&mut self) {
        if let Some(field) = self.field_at(self.cursor.at.column) {
            let text = self.text_at(self.id_at(self.cursor.at.row), field);
            self.editor.edit(text);
        }
    }

    /// Takes back what is being typed; else what was typed into the cell and could not be taken in.
    fn cancel(&mut self) {
        if self.editor.end().is_some() {
            return;
        }
        for (row, field) in self.block_cells().collect::<Vec<_>>() {
            self.wrong.remove(&(row, field.name));
            self.drop_draft(row);
        }
    }

    /// Takes a row out that was to become a record, once nothing stands in it.
    fn drop_draft(&mut self, row: Uuid) {
        let is_empty = !self.wrong.keys().any(|(other, _)| *other == row);
        if is_empty && self.queue.is_empty() && self.drafts.remove(&row).is_some() {
            self.order.remove(row);
        }
    }

    /// Ends typing: what was typed counts.
    pub(super) fn commit(&mut self) {
        let at = self.cursor.at;
        if let (Some(text), Some(field)) = (self.editor.end(), self.field_at(at.column)) {
            self.type_in(id_and(self.id_at(at.row), field, text));
        }
    }

    /// Types into one cell.
    pub(super) fn type_in(&mut self, typed: Typed) {
        self.type_all(vec![typed]);
    }

    fn type_all(&mut self, cells: Vec<Typed>) {
        for typed in &cells {
            self.wrong.remove(&(typed.row, typed.field.name));
            // The empty row is one that is being made as soon as something stands in it, and another one is empty.
            if self.is_next(typed.row) && !typed.text.trim().is_empty() {
                self.drafts.insert(typed.row, self.blank());
                self.order.push(typed.row);
                self.next = Row::blank(self.target);
            }
        }
        let mut cells = cells;
        cells.retain(|typed| !self.is_next(typed.row));
        if cells.is_empty() {
            return;
        }
        self.queue.push(Wanted::Type(cells));
    }

    /// The records of the block.
    fn block_rows(&self) -> Vec<Uuid> {
        let (first, last) = self.cursor.rows().into_inner();
        let rows = self.order.rows();
        let end = (last + 1).min(rows.len());
        let rows = rows.get(first..end).unwrap_or_default().iter();
        rows.filter(|row| !self.drafts.contains_key(row))
            .copied()
            .collect()
    }

    fn block_fields(&self) -> Vec<&'static Field> {
        self.cursor
            .columns()
            .filter_map(|column| self.field_at(column))
            .collect()
    }

    fn block_cells(&self) -> impl Iterator<Item = (Uuid, &'static Field)> + '_ {
        let rows = self.cursor.rows().map(|row| self.id_at(row));
        rows.flat_map(|row| self.block_fields().into_iter().map(move |field| (row, field)))
    }

    fn clear(&mut self) {
        for (row, field) in self.block_cells().collect::<Vec<_>>() {
            self.wrong.remove(&(row, field.name));
            self.drop_draft(row);
        }
        let (rows, fields) = (self.block_rows(), self.block_fields());
        if !rows.is_empty() {
            self.queue.push(Wanted::Clear { fields, rows });
        }
    }

    /// The rows below the first of the block say what that says; one row what the row above says.
    pub(super) fn fill_down(&mut self, desk: &mut Desk) {
        let fields = self.block_fields();
        let mut rows = self.block_rows();
        let at = self.cursor.at.row;
        if self.cursor.rows().count() > 1 {
            if rows.len() > 1 {
                let from = rows.remove(0);
                self.queue.push(Wanted::Same { from, fields, rows });
            }
            return;
        }
        let Some(above) = at.checked_sub(1).map(|above| self.id_at(above)) else {
            return;
        };
        if !self.is_next(self.id_at(at)) {
            self.queue.push(Wanted::Same {
                from: above,
                fields,
                rows,
            });
        } else if let Some(above) = self.row(above) {
            let mut entry = Entry::default();
            for field in fields {
                entry = entry.and(same_as(field, &above));
            }
            let blank = self.blank();
            if let Ok(changes) = blank.creation(&entry) {
                let entries = vec![(blank.record.clone(), entry)];
                self.apply(
                    desk,
                    Outcome {
                        changes,
                        entries,
                        wrong: Vec::new(),
                    },
                );
            }
        }
    }

    fn paste(&mut self, desk: &mut Desk, text: &str) {
        let is_block = text.trim_end_matches(['\r', '\n']).contains(['\t', '\n']);
        if !is_block {
            let cells = self
                .block_cells()
                .map(|(row, field)| id_and(row, field, restored(text.trim()).to_owned()))
                .collect();
            return self.type_all(cells);
        }
        let table = (text.len() <= PASTED).then(|| Table::of_text(text));
        match table {
            Some(Ok(table)) if !is_named(&table, self.target) => self.paste_block(desk, &table),
            // With names of columns, or too long to be looked at between two frames: as a table. It also says what is wrong.
            _ => desk.table = Some(TableSource::Pasted(text.to_owned())),
        }
    }

    /// Rows that are there take the cells; what reaches beyond them is looked at as a table before it makes records.
    fn paste_block(&mut self, desk: &mut Desk, table: &Table) {
        let (first, left) = (*self.cursor.rows().start(), *self.cursor.columns().start());
        let fields: Vec<&'static Field> = self.columns.shown().iter().skip(left).copied().collect();
        let width = table.lines().iter().map(|line| line.len()).max().unwrap_or(0);
        if width > fields.len() {
            let counts = [("cells", width.into()), ("columns", fields.len().into())];
            let toast = Toast::refused(tf("grid-too-wide", &counts), t("grid-too-wide-mend").to_owned());
            return desk.wish(Wish::Tell(toast));
        }
        let made = self.order.rows().len().saturating_sub(first);
        let mut cells = Vec::new();
        let mut beyond: Vec<Vec<String>> = Vec::new();
        for (nth, line) in table.lines().iter().enumerate() {
            if nth < made {
                let row = self.id_at(first + nth);
                let typed = (0..line.len()).map(|column| (column, restored(line.cell(column)).to_owned()));
                cells.extend(typed.map(|(column, text)| id_and(row, fields[column], text)));
            } else {
                let text = (0..width).map(|column| line.cell(column).to_owned());
                beyond.push(text.collect());
            }
        }
        self.type_all(cells);
        if !beyond.is_empty() {
            let fields = fields.into_iter().take(width).collect();
            desk.table = Some(TableSource::Cells(text_of(&beyond), fields));
        }
    }

    /// Goes to the next cell that could not be taken in.
    pub(super) fn go_to_wrong(&mut self) {
        let columns = self.columns.shown();
        let place = |(row, name): &(Uuid, &'static str)| {
            let row = if self.is_next(*row) {
                Some(self.order.rows().len())
            } else {
                self.order.place(*row)
            };
            let column = columns.iter().position(|field| field.name == *name);
            Some((row?, column?))
        };
        let mut places: Vec<(usize, usize)> = self.wrong.keys().filter_map(place).collect();
        places.sort_unstable();
        let at = (self.cursor.at.row, self.cursor.at.column);
        let next = places.iter().find(|place| **place > at).or(places.first());
        if let Some((row, column)) = next.copied() {
            self.cursor.go(Place { row, column }, false);
            self.follows = true;
        }
    }

    /// Asks for the next deed.
    pub(super) fn ask(&mut self, desk: &Desk) {
        let Self {
            queue,
            lines,
            drafts,
            target,
            ..
        } = self;
        queue.ask(&desk.link, *target, |id| {
            let draft = drafts.get(&id).map(|row| (row, true));
            let (row, is_new) = draft.or_else(|| lines.known(id).map(|line| (&line.row, false)))?;
            Some(Subject {
                row: row.clone(),
                is_new,
            })
        });
    }

    /// Carries out what a deed came to.
    pub(super) fn carry_out(&mut self, desk: &mut Desk, wanted: Wanted, outcome: Result<Outcome, CaseError>) {
        match outcome {
            Ok(outcome) => {
                if let Wanted::Type(cells) = wanted {
                    let wrong: HashSet<(&str, &str)> = outcome
                        .wrong
                        .iter()
                        .map(|wrong| (wrong.record.id.as_str(), wrong.field.name))
                        .collect();
                    let is_wrong =
                        |typed: &Typed| wrong.contains(&(typed.row.to_string().as_str(), typed.field.name));
                    if !outcome.changes.is_empty() {
                        self.sent
                            .extend(cells.into_iter().filter(|typed| !is_wrong(typed)));
                    }
                }
                self.apply(desk, outcome);
            }
            Err(error) => {
                if let Wanted::Type(cells) = wanted {
                    self.keep(cells, &error.to_string());
                }
                let toast = Toast::refused(t("shell-refused").to_owned(), error.to_string());
                desk.wish(Wish::Tell(toast));
            }
        }
    }

    fn apply(&mut self, desk: &mut Desk, outcome: Outcome) {
        for wrong in outcome.wrong {
            if let Ok(row) = wrong.record.id.parse() {
                self.wrong.insert((row, wrong.field.name), wrong);
            }
        }
        if outcome.changes.is_empty() {
            return;
        }
        for (record, entry) in &outcome.entries {
            let Ok(id) = record.id.parse::<Uuid>() else {
                continue;
            };
            let Some(row) = self.row(id) else { continue };
            self.lines.run_ahead(&row, entry, self.target);
            self.drafts.remove(&id);
        }
        // Not by `Desk::apply`: the form of a record that was just made would take the keyboard.
        desk.wish(Wish::Apply(outcome.changes));
    }

    /// The case refused: what was typed stays in its cells with a word about it.
    pub(super) fn take_back(&mut self) {
        let refused = self.lines.refused();
        let sent = std::mem::take(&mut self.sent);
        self.keep(sent, t("shell-refused"));
        for id in refused {
            // A record that was not made is one that is still to be made.
            if self.lines.known(id).is_none() {
                self.drafts.insert(id, Row::blank_of(self.target, id));
            }
        }
    }

    fn keep(&mut self, cells: Vec<Typed>, what: &str) {
        for Typed { row, field, text } in cells {
            let wrong = Wrong {
                record: RecordRef::new(self.target.kind(), row),
                field,
                typed: text,
                fault: Fault {
                    what: what.to_owned(),
                    mend: t("grid-refused-mend").to_owned(),
                },
            };
            self.wrong.insert((row, field.name), wrong);
        }
    }

    /// Whether somebody types.
    pub(super) fn is_typing(&self) -> bool {
        self.editor.hands() != Hands::Choosing
    }
}
