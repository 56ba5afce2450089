//! The table of the terms of one vocabulary.

use egui::Ui;

use crate::case::TermRow;
use crate::text::{Language, t};
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::{Align, Column, Table, TableOutput, Text};

/// From this width on, in points, the source of a term has a column too.
const WIDE: f32 = 860.0;

/// Draws the table with the chosen terms.
pub(super) fn show(ui: &mut Ui, name: &str, rows: &[&TermRow], chosen: &[String]) -> TableOutput {
    let column = |title: &'static str, width, align| Column {
        title: t(title),
        width,
        align,
        sorts: false,
    };
    let mut columns = vec![
        column("vocabulary-english", 0.0, Align::Left),
        column("vocabulary-ukrainian", 0.0, Align::Left),
        column("vocabulary-korean", 0.0, Align::Left),
        column("vocabulary-synonyms", 0.0, Align::Left),
    ];
    if ui.available_width() >= WIDE {
        columns.push(column("vocabulary-source", 0.0, Align::Left));
    }
    columns.push(column("vocabulary-uses", 64.0, Align::Right));
    let last = columns.len() - 1;
    let place = |id: &String| rows.iter().position(|row| row.term.id == *id);
    let mut also: Vec<usize> = chosen.iter().filter_map(place).collect();
    also.sort_unstable();
    let here = chosen.last().and_then(place);
    Table::new(name, &columns).chosen(here).also(&also).show(
        ui,
        rows.len(),
        |row| rows[row].term.label().to_owned(),
        |ui, row, column| {
            if column == last {
                let uses = rows[row].uses.to_string();
                let shown = Text::new(&uses);
                ui.add(if rows[row].uses == 0 { shown.weak() } else { shown });
            } else {
                cell(ui, rows[row], column);
            }
        },
    )
}

fn cell(ui: &mut Ui, row: &TermRow, column: usize) {
    let term = &row.term;
    let words = |ui: &mut Ui, words: &str| {
        let shown = Text::new(words).truncate();
        ui.add(if term.is_hidden { shown.weak() } else { shown })
            .on_hover_text(words);
    };
    match column {
        0 => {
            if let Some(colour) = term.colour.as_deref().and_then(colour) {
                let (rect, _) = ui.allocate_exact_size(egui::vec2(10.0, 10.0), egui::Sense::hover());
                ui.painter().circle_filled(rect.center(), 4.0, colour);
                ui.add_space(space::XS);
            }
            words(ui, term.label_in(Language::English));
        }
        1 => words(ui, term.stated_in(Language::Ukrainian)),
        2 => words(ui, term.stated_in(Language::Korean)),
        3 => match (row.is_listed, term.is_hidden) {
            (false, _) => {
                let warn = Tokens::of(ui).warn.text;
                ui.add(
                    Text::new(t("vocabulary-not-listed"))
                        .kind(Type::Small)
                        .color(warn),
                );
            }
            (true, true) => {
                ui.add(Text::new(t("vocabulary-hidden")).kind(Type::Small).weak());
            }
            (true, false) => words(ui, &term.synonyms.join("; ")),
        },
        _ => words(ui, &term.source),
    }
}

/// A colour as `#rrggbb`.
fn colour(text: &str) -> Option<egui::Color32> {
    egui::Color32::from_hex(text).ok()
}
