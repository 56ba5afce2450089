//! What was done to the case, newest first: who, when, on which device, what. Only the pages in view are loaded.

mod sentence;

use std::collections::HashMap;

use egui::Ui;
use egui_material_icons::icons;

use crate::case::{CaseError, Chain, Reader};
use crate::model::record::{RecordKind, RecordRef};
use crate::text::{t, tf};
use crate::ui::desk::{Desk, Place};
use crate::ui::link::Remote;
use crate::ui::theme::{Type, space};
use crate::ui::widgets::{Align, Column, Table, Text, chip, empty_state, gap, weak_text};

use sentence::Line;

/// So many entries are loaded at once.
const PAGE: i64 = 100;

/// How long the history is, and whose chains it holds.
struct Extent {
    newest: i64,
    chains: Vec<Chain>,
}

/// A page: its entries by their number.
type Page = HashMap<i64, Line>;

/// What was done to the case.
#[derive(Default)]
pub struct HistoryView {
    extent: Remote<(), Extent>,
    pages: HashMap<i64, Remote<i64, Page>>,
    chosen: Option<i64>,
}

impl HistoryView {
    /// Draws the view.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        let extent = self.extent.get(&desk.link, (), |reader| {
            let newest = reader.history(None, 1)?.first().map_or(0, |entry| entry.seq);
            Ok(Extent {
                newest,
                chains: reader.chains()?,
            })
        });
        head(ui, extent);
        let Some(extent) = extent else { return };
        let newest = extent.newest;
        if newest == 0 {
            let (title, explanation) = (t("history-empty"), t("history-empty-text"));
            empty_state(ui, icons::ICON_HISTORY, title, explanation, |_| {});
            return;
        }
        // The pages that were in view in the last frame have been asked for; the table reads what has arrived.
        let mut pages: HashMap<i64, &Page> = HashMap::new();
        for (&page, remote) in &mut self.pages {
            if let Some(lines) = remote.get(&desk.link, page, move |reader| load(reader, page)) {
                pages.insert(page, lines);
            }
        }
        let seq_of = |row: usize| newest - i64::try_from(row).unwrap_or(0);
        let line_of = |row: usize| {
            let seq = seq_of(row);
            pages.get(&page_of(seq)).map(|page| page.get(&seq))
        };
        let columns = columns();
        let count = usize::try_from(newest).unwrap_or(0);
        let chosen = self
            .chosen
            .and_then(|seq| usize::try_from(newest - seq).ok())
            .filter(|row| *row < count);
        let output = Table::new(t("command-go-history"), &columns).chosen(chosen).show(
            ui,
            count,
            |row| match line_of(row) {
                Some(Some(line)) => line.sentence(),
                _ => seq_of(row).to_string(),
            },
            |ui, row, column| cell(ui, seq_of(row), line_of(row), column),
        );
        let record = |row: usize| line_of(row).flatten()?.record.clone();
        if let Some(record) = output.chosen.and_then(record) {
            desk.selected = vec![record];
        }
        if let Some(record) = output.opened.and_then(record)
            && let Some(place) = place_of(&record)
        {
            desk.selected = vec![record];
            desk.go(place);
        }
        if let Some(row) = output.chosen {
            self.chosen = Some(seq_of(row));
        }
        let last = page_of(seq_of(output.visible.start).max(1));
        let first = page_of(seq_of(output.visible.end).max(1));
        self.pages.retain(|page, _| (first - 1..=last + 1).contains(page));
        for page in first..=last {
            self.pages.entry(page).or_insert_with(|| {
                ui.request_repaint();
                Remote::default()
            });
        }
    }
}

/// Which page holds the entry `seq`, from 1.
fn page_of(seq: i64) -> i64 {
    (seq - 1).div_euclid(PAGE)
}

fn load(reader: &Reader, page: i64) -> Result<Page, CaseError> {
    let after = (page + 1) * PAGE;
    let entries = reader.history(Some(after + 1), PAGE.try_into().unwrap_or(u32::MAX))?;
    let names = sentence::Names::new(reader, page * PAGE + 1, after)?;
    entries
        .iter()
        .filter(|entry| entry.seq > page * PAGE)
        .map(|entry| Ok((entry.seq, Line::of(reader, entry, &names)?)))
        .collect()
}

fn head(ui: &mut Ui, extent: Option<&Extent>) {
    gap(ui, space::S);
    ui.horizontal(|ui| {
        ui.add_space(space::S);
        ui.add(Text::new(t("command-go-history")).kind(Type::Title));
        weak_text(ui, t("history-text"));
    });
    if let Some(extent) = extent {
        for chain in extent.chains.iter().take(4) {
            let words = tf(
                "history-chains",
                &[
                    ("entries", chain.entries.into()),
                    ("device", chain.name.as_str().into()),
                    ("hash", sentence::short_hash(&chain.head).into()),
                ],
            );
            ui.horizontal(|ui| {
                ui.add_space(space::S);
                weak_text(ui, &words).on_hover_text(chain.head.to_string());
            });
        }
    }
    gap(ui, space::S);
}

fn columns() -> [Column<'static>; 6] {
    let column = |title: &'static str, width: f32, align: Align| Column {
        title: t(title),
        width,
        align,
        sorts: false,
    };
    [
        column("history-entry", 64.0, Align::Right),
        column("history-when", 152.0, Align::Left),
        column("history-who", 130.0, Align::Left),
        column("history-device", 120.0, Align::Left),
        column("history-what", 0.0, Align::Left),
        column("history-hash", 88.0, Align::Left),
    ]
}

/// Draws a cell of an entry: `None` while it is on its way, `Some(None)` when the file lacks it.
fn cell(ui: &mut Ui, seq: i64, line: Option<Option<&Line>>, column: usize) {
    match (column, line) {
        (0, _) => {
            ui.add(Text::new(&seq.to_string()).weak());
        }
        (4, Some(None)) => {
            let bad = crate::ui::theme::Tokens::of(ui).bad.text;
            ui.add(Text::new(t("history-missing")).color(bad).truncate());
        }
        (1, Some(Some(line))) => {
            ui.add(Text::new(&line.at).truncate());
        }
        (2, Some(Some(line))) => {
            ui.add(Text::new(&line.person).truncate());
        }
        (3, Some(Some(line))) => {
            ui.add(Text::new(&line.device).weak().truncate());
        }
        (4, Some(Some(line))) => what(ui, line),
        (5, Some(Some(line))) => {
            ui.add(Text::new(&line.hash).kind(Type::Mono).weak());
        }
        _ => {}
    }
}

fn what(ui: &mut Ui, line: &Line) {
    ui.spacing_mut().item_spacing.x = space::S;
    if line.is_taken_back {
        chip(ui, t("history-taken-back"));
    }
    let struck = line.is_taken_back;
    ui.add(Text::new(line.action).kind(Type::Strong).strike(struck));
    if !line.subject.is_empty() {
        ui.add(Text::new(&line.subject).strike(struck).truncate());
    }
    if !line.detail.is_empty() && ui.available_width() > space::XL {
        ui.add(Text::new(&line.detail).weak().truncate());
    }
}

/// Where a record is shown.
fn place_of(record: &RecordRef) -> Option<Place> {
    match record.kind {
        RecordKind::Photo => record.id.parse().ok().map(Place::Photo),
        RecordKind::Marking => record.id.parse().ok().map(Place::Marking),
        RecordKind::Component => Some(Place::Components),
        RecordKind::Weapon => Some(Place::Weapons),
        RecordKind::Strike => Some(Place::Strikes),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_is_on_one_page() {
        assert_eq!([1, 100, 101, 200, 201].map(page_of), [0, 0, 1, 1, 2]);
    }
}
