//! The columns of a table, each with the field that it is and its first cells.

use egui::{ScrollArea, Ui};

use super::Whole;
use crate::exchange::sheet::{Mapping, Plan, Table};
use crate::text::{t, tf};
use crate::ui::theme::{Type, space};
use crate::ui::widgets::{Text, gap, select};

/// So many cells of a column are shown.
const SAMPLES: usize = 3;
/// Among so many rows they are looked for.
const LOOKED_AT: usize = 50;
/// The height of a column's choice with its cells, in points.
const ROW: f32 = 76.0;

/// By column, the first few cells that are not empty.
pub(super) fn samples(table: &Table, plan: &Plan) -> Vec<String> {
    (0..plan.columns.len())
        .map(|column| {
            let cells: Vec<&str> = table
                .lines()
                .iter()
                .skip(usize::from(plan.has_header))
                .take(LOOKED_AT)
                .map(|line| line.cell(column))
                .filter(|cell| !cell.is_empty())
                .take(SAMPLES)
                .collect();
            cells.join(" · ").replace('\n', " ")
        })
        .collect()
}

/// Draws them; the mapping that a person wants from now on.
pub(super) fn show(ui: &mut Ui, whole: &Whole) -> Option<Mapping> {
    let plan = &whole.plan;
    let mut changed = None;
    gap(ui, space::S);
    let count = [("count", plan.columns.len().into())];
    ui.add(Text::new(&tf("sheet-columns", &count)).kind(Type::Strong));
    gap(ui, space::XS);
    let mut choices = vec![(None, t("sheet-leave-out"))];
    choices.extend(
        plan.target
            .fields()
            .iter()
            .map(|field| (Some(field.name), field.label())),
    );
    ScrollArea::vertical()
        .auto_shrink(false)
        .show_rows(ui, ROW, plan.columns.len(), |ui, visible| {
            for column in visible {
                ui.allocate_ui(egui::vec2(ui.available_width(), ROW), |ui| {
                    ui.set_min_height(ROW);
                    ui.push_id(column, |ui| {
                        let mut field = plan.mapping.field(column).map(|field| field.name);
                        if select(ui, &plan.columns[column], &mut field, &choices) {
                            let mut mapping = plan.mapping.clone();
                            mapping.set(column, field.and_then(|name| plan.target.field(name)));
                            changed = Some(mapping);
                        }
                        let sample = Text::new(&whole.samples[column]).kind(Type::Small).weak();
                        ui.add(sample.truncate());
                    });
                });
            }
        });
    changed
}
