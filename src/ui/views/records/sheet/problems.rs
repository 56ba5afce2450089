//! What keeps rows out, by row: the cell, what is wrong with it, and how to mend it.

use egui::Ui;

use crate::exchange::sheet::{Plan, Problem};
use crate::text::{t, tf};
use crate::ui::theme::{Tokens, Type, size};
use crate::ui::widgets::{Align, Column, Table, Text};

/// Draws the list: first the problems, then what is only to be looked at.
pub(super) fn show(ui: &mut Ui, plan: &Plan) {
    let column = |title: &'static str, width| Column {
        title: t(title),
        width,
        align: Align::Left,
        sorts: false,
    };
    let columns = [
        column("sheet-row", 64.0),
        column("sheet-column", 150.0),
        column("sheet-value", 170.0),
        column("sheet-problem", 0.0),
    ];
    let problem = |row: usize| -> &Problem {
        let rest = row.checked_sub(plan.problems.len());
        rest.map_or_else(|| &plan.problems[row], |rest| &plan.remarks[rest])
    };
    let ink = if plan.problems.is_empty() {
        Tokens::of(ui).warn.text
    } else {
        Tokens::of(ui).bad.text
    };
    Table::new(t("sheet-problems"), &columns)
        .row_height(size::ROW_TALL)
        .show(
            ui,
            plan.problems.len() + plan.remarks.len(),
            |row| {
                let problem = problem(row);
                let facts = [
                    ("row", problem.row.to_string().into()),
                    ("column", problem.column.as_str().into()),
                    ("what", problem.what.as_str().into()),
                ];
                tf("sheet-problem-name", &facts)
            },
            |ui, row, column| {
                let problem = problem(row);
                match column {
                    0 => ui.add(Text::new(&problem.row.to_string())),
                    1 => ui.add(Text::new(&problem.column).truncate()),
                    2 => ui.add(Text::new(&problem.value).truncate()),
                    _ => {
                        ui.vertical(|ui| {
                            ui.spacing_mut().item_spacing.y = 0.0;
                            ui.add_space(4.0);
                            let ink = if row < plan.problems.len() {
                                ink
                            } else {
                                Tokens::of(ui).warn.text
                            };
                            ui.add(Text::new(&problem.what).color(ink).truncate());
                            ui.add(Text::new(&problem.mend).kind(Type::Small).weak().truncate());
                        })
                        .response
                    }
                };
            },
        );
}
