//! The rows of a table as the records that they will be, with the cells marked that can't be told.

use egui::{CornerRadius, ScrollArea, Ui};

use crate::exchange::sheet::{Field, Form, Plan, RowPlan, RowState, Table};
use crate::model::record::Fields;
use crate::text::{t, tf};
use crate::ui::theme::{Tokens, radius, space};
use crate::ui::views::records::cell_text::shown;
use crate::ui::widgets::{Align, Column, Table as RowTable, Text};

/// The widths of the row's number and of a field, in points.
const NUMBER: f32 = 64.0;
const FIELD: f32 = 148.0;
/// The width of a position, which is longer.
const POSITION: f32 = 236.0;

/// Draws them: those at `places`, or all.
pub(super) fn show(ui: &mut Ui, plan: &Plan, table: &Table, places: Option<&[usize]>) {
    let mapped: Vec<(usize, &Field)> = plan.mapped().collect();
    let mut columns = vec![Column {
        title: t("sheet-row"),
        width: NUMBER,
        align: Align::Left,
        sorts: false,
    }];
    columns.extend(mapped.iter().map(|(_, field)| Column {
        title: field.label(),
        width: if field.form == Form::Position {
            POSITION
        } else {
            FIELD
        },
        align: Align::Left,
        sorts: false,
    }));
    let wanted: f32 = columns.iter().map(|column| column.width).sum();
    let row_at = |row: usize| &plan.rows[places.map_or(row, |places| places[row])];
    let count = places.map_or(plan.rows.len(), <[usize]>::len);
    // The fields of the record of one row, which are made once for all its cells.
    let mut made: Option<(usize, Fields)> = None;
    ScrollArea::horizontal()
        .id_salt("sheet width")
        .auto_shrink(false)
        .show(ui, |ui| {
            ui.set_width((wanted + ui.spacing().scroll.allocated_width()).max(ui.available_width()));
            RowTable::new(t("sheet-rows"), &columns).show(
                ui,
                count,
                |row| row_name(row_at(row)),
                |ui, row, column| {
                    let planned = row_at(row);
                    let Some(column) = column.checked_sub(1) else {
                        return number(ui, plan, planned);
                    };
                    let (place, field) = mapped[column];
                    if made.as_ref().is_none_or(|(number, _)| *number != planned.number) {
                        let record = planned.record.as_ref();
                        made = record.map(|record| (planned.number, record.fields()));
                    }
                    let raw = table.lines()[planned.line].cell(place);
                    let text = match &made {
                        Some((number, fields)) if *number == planned.number => {
                            shown(field, fields, &planned.tags, raw, &plan.words)
                        }
                        _ => raw.to_owned(),
                    };
                    cell(ui, plan, planned, place, &text);
                },
            );
        });
}

fn row_name(row: &RowPlan) -> String {
    let number = ("row", row.number.to_string().into());
    match &row.state {
        RowState::Good => tf("sheet-row-good", &[number]),
        RowState::Wrong => tf("sheet-row-wrong", &[number]),
        RowState::Known(_) => tf("sheet-row-known", &[number]),
        RowState::Repeated(first) => tf(
            "sheet-row-repeated",
            &[number, ("first", first.to_string().into())],
        ),
    }
}

/// The row's number, marked when the row as a whole is left out.
fn number(ui: &mut Ui, plan: &Plan, row: &RowPlan) {
    let tokens = Tokens::of(ui);
    let text = row.number.to_string();
    let text = Text::new(&text);
    match row.state {
        RowState::Good => ui.add(text.color(tokens.good.text)),
        RowState::Known(_) | RowState::Repeated(_) => ui.add(text.weak()).on_hover_text(row_name(row)),
        RowState::Wrong => {
            let whole = plan.problems[row.problems.clone()]
                .iter()
                .find(|problem| problem.place.is_none());
            if whole.is_some() {
                mark(ui);
            }
            let shown = ui.add(text.color(tokens.bad.text));
            match whole {
                Some(problem) => shown.on_hover_text(format!("{} {}", problem.what, problem.mend)),
                None => shown,
            }
        }
    };
}

fn cell(ui: &mut Ui, plan: &Plan, row: &RowPlan, column: usize, text: &str) {
    let tokens = Tokens::of(ui);
    let line = text.lines().next().unwrap_or_default();
    if let Some(problem) = plan.problem_at(row, column) {
        mark(ui);
        ui.add(Text::new(line).color(tokens.bad.text).truncate())
            .on_hover_text(format!("{} {}", problem.what, problem.mend));
    } else if row.state == RowState::Good {
        ui.add(Text::new(line).truncate());
    } else {
        ui.add(Text::new(line).weak().truncate());
    }
}

/// The ground of a cell that can't be told.
fn mark(ui: &mut Ui) {
    let bad = Tokens::of(ui).bad;
    ui.painter().rect(
        ui.max_rect().shrink2(egui::vec2(0.0, 2.0)),
        CornerRadius::same(radius::S),
        bad.ground,
        egui::Stroke::new(Tokens::of(ui).line_width, bad.text.gamma_multiply(0.5)),
        egui::StrokeKind::Inside,
    );
    ui.add_space(space::XS);
}
