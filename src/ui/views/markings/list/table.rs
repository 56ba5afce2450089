//! The list of markings as a table: what each looks like, what was read there, what it is on, and what was decided.

use egui::{Sense, Ui, vec2};

use super::super::alarm;
use super::super::field;
use super::super::find;
use super::super::readings::system_name;
use super::super::thumb;
use super::Listed;
use crate::case::MarkingRow;
use crate::model::record::{RecordKind, RecordRef};
use crate::text::t;
use crate::ui::desk::{Desk, Place};
use crate::ui::script_text;
use crate::ui::theme::{Tokens, Type};
use crate::ui::widgets::{Align, Column, Table, Text, chip, status_chip};

/// Height of a row, in points: a crop can be told from another.
const ROW: f32 = 60.0;

/// Shows the table.
pub(super) fn table(ui: &mut Ui, desk: &mut Desk, listed: &Listed, has_keyboard: &mut bool) {
    let column = |title, width| Column {
        title,
        width,
        align: Align::Left,
        sorts: false,
    };
    let narrow = ui.available_width() < 900.0;
    let columns = [
        column(t("markings-column-crop"), 128.0),
        column(t("markings-column-read"), 0.0),
        column(t("markings-column-component"), 0.0),
        column(t("markings-column-finding"), if narrow { 212.0 } else { 240.0 }),
        column(t("markings-column-tags"), if narrow { 110.0 } else { 180.0 }),
    ];
    let id = |row: &MarkingRow| RecordRef::new(RecordKind::Marking, row.id);
    let chosen = listed.rows.iter().position(|row| desk.is_selected(&id(row)));
    let name = |row: usize| row_name(&listed.rows[row]);
    let output = Table::new(t("markings-title"), &columns)
        .row_height(ROW)
        .chosen(chosen)
        .wants_keyboard(!*has_keyboard)
        .show(ui, listed.rows.len(), name, |ui, row, place| {
            let row = &listed.rows[row];
            cell(ui, desk, row, listed, place);
        });
    // So that the arrows work as soon as the list is there.
    if !*has_keyboard && chosen.is_none() && ui.memory(|memory| memory.focused().is_none()) {
        desk.select(listed.rows[0].id);
    } else if ui.memory(|memory| memory.focused().is_some()) {
        *has_keyboard = true;
    }
    if let Some(row) = output.chosen.and_then(|row| listed.rows.get(row)) {
        desk.select(row.id);
    }
    if let Some(row) = output.opened.and_then(|row| listed.rows.get(row)) {
        desk.select(row.id);
        desk.go(Place::Marking(row.id));
    }
}

/// What a row is called: what was read there, and on what.
pub(super) fn row_name(row: &MarkingRow) -> String {
    let text = row.text.as_deref().filter(|text| !text.is_empty());
    let mut name = text.unwrap_or_else(|| no_text(row)).to_owned();
    for part in [row.component_title.as_deref().unwrap_or_default(), &row.title] {
        if !part.is_empty() {
            name.push_str(", ");
            name.push_str(part);
        }
    }
    name
}

/// Why no text is shown.
pub(super) fn no_text(row: &MarkingRow) -> &'static str {
    t(if row.transcriptions > 0 {
        "markings-hidden"
    } else {
        "markings-not-transcribed"
    })
}

fn cell(ui: &mut Ui, desk: &mut Desk, row: &MarkingRow, listed: &Listed, place: usize) {
    let tokens = Tokens::of(ui);
    match place {
        0 => {
            let (rect, _) = ui.allocate_exact_size(vec2(112.0, ROW - 12.0), Sense::hover());
            if let Some(region) = &row.region {
                thumb::paint(ui, desk, rect, region.photo, region.id);
            }
        }
        1 => match row.text.as_deref().filter(|text| !text.is_empty()) {
            Some(text) => {
                let shown = script_text::galley(
                    ui,
                    text,
                    egui::text::TextFormat::simple(
                        egui::FontId::new(20.0 + tokens.larger, egui::FontFamily::Monospace),
                        tokens.text_strong,
                    ),
                    f32::INFINITY,
                );
                let Some(hit) = listed.hits.get(&row.id) else {
                    let (rect, _) = ui.allocate_exact_size(shown.size(), Sense::hover());
                    ui.painter().galley(rect.min, shown, tokens.text_strong);
                    return;
                };
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 1.0;
                    ui.add_space(8.0);
                    let marked = field::coloured(&shown, text, &find::colours(hit, tokens));
                    let (rect, _) = ui.allocate_exact_size(marked.size(), Sense::hover());
                    ui.painter().galley(rect.min, marked, tokens.text_strong);
                    ui.add(Text::new(find::rank(hit)).kind(Type::Small).weak().truncate());
                });
            }
            None => {
                ui.add(Text::new(no_text(row)).weak().truncate());
            }
        },
        2 => {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                let both = row
                    .component_title
                    .as_ref()
                    .is_some_and(|title| !title.is_empty())
                    && !row.title.is_empty();
                ui.add_space(if both { 12.0 } else { 20.0 });
                match row.component_title.as_deref().filter(|title| !title.is_empty()) {
                    Some(title) => ui.add(Text::new(title).truncate()),
                    None => ui.add(Text::new(t("markings-no-component")).weak().truncate()),
                };
                if !row.title.is_empty() {
                    ui.add(Text::new(&row.title).kind(Type::Small).weak().truncate());
                }
            });
        }
        3 if row.alarm.is_some() => alarm::cell(ui, row),
        3 => {
            let Some(system) = &row.accepted else {
                if row.transcriptions > 0 {
                    ui.add(Text::new(t("markings-undecided")).kind(Type::Small).weak());
                }
                return;
            };
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                ui.add_space(9.0);
                status_chip(ui, system_name(system), tokens.good);
                if let (Some(first), Some(last)) = (&row.earliest, &row.latest) {
                    let days = if first == last {
                        first.clone()
                    } else {
                        format!("{first} – {last}")
                    };
                    ui.add(Text::new(&days).kind(Type::Mono).truncate());
                }
            });
        }
        _ => {
            for tag in &row.tags {
                chip(ui, tag);
            }
        }
    }
}
