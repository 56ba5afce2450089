//! What was done to the case, newest first: who, when, on which device, what. Only the pages in view are loaded.

mod detail;
pub(in crate::ui::views) mod difference;
mod filter;
pub(in crate::ui::views) mod sentence;

use std::collections::HashMap;

use egui::Ui;
use egui_material_icons::icons;

use crate::case::{CaseError, Chain, LogChoices, LogFilter, Reader};
use crate::model::record::{RecordKind, RecordRef};
use crate::text::{t, tf};
use crate::ui::desk::{Desk, Place};
use crate::ui::link::Remote;
use crate::ui::theme::{Type, space};
use crate::ui::widgets::{Align, Column, Table, Text, chip, empty_state, gap, weak_text};

use detail::DetailPanel;
use filter::FilterBar;
use sentence::Line;

/// So many entries are loaded at once.
const PAGE: usize = 100;

/// How long the history is, whose chains it holds, and what it can be filtered by.
struct Extent {
    newest: i64,
    chains: Vec<Chain>,
    choices: LogChoices,
}

/// A page: its entries by their number.
type Page = HashMap<i64, Line>;

/// The numbers of the entries in the list, newest first.
enum Rows<'a> {
    /// All of them, up to the newest.
    All(i64),
    /// Those that pass the filter.
    Some(&'a [i64]),
}

impl Rows<'_> {
    fn count(&self) -> usize {
        match self {
            Self::All(newest) => usize::try_from(*newest).unwrap_or(0),
            Self::Some(found) => found.len(),
        }
    }

    fn seq(&self, row: usize) -> i64 {
        match self {
            Self::All(newest) => newest - i64::try_from(row).unwrap_or(0),
            Self::Some(found) => found.get(row).copied().unwrap_or(0),
        }
    }

    fn row(&self, seq: i64) -> Option<usize> {
        match self {
            Self::All(newest) => usize::try_from(newest - seq).ok(),
            Self::Some(found) => found.binary_search_by(|other| seq.cmp(other)).ok(),
        }
    }

    fn page(&self, page: usize) -> Vec<i64> {
        let last = ((page + 1) * PAGE).min(self.count());
        (page * PAGE..last).map(|row| self.seq(row)).collect()
    }
}

/// What was done to the case.
#[derive(Default)]
pub struct HistoryView {
    extent: Remote<(), Extent>,
    filter: FilterBar,
    found: Remote<LogFilter, Vec<i64>>,
    pages: HashMap<usize, Remote<Vec<i64>, Page>>,
    chosen: Option<i64>,
    detail: DetailPanel,
}

impl HistoryView {
    /// Draws the view.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        if let Some((record, title)) = desk.history_of.take() {
            self.filter = FilterBar::of_record(record, title);
            self.chosen = None;
        }
        if let Some(seq) = desk.history_entry.take() {
            self.filter = FilterBar::default();
            self.chosen = Some(seq);
        }
        if let Some(seq) = self.chosen {
            let panel = egui::Panel::right("history entry")
                .default_size(360.0)
                .size_range(280.0..=560.0);
            let asked = panel.show(ui, |ui| {
                let area = egui::ScrollArea::vertical().auto_shrink(false);
                area.show(ui, |ui| self.detail.show(ui, desk, seq)).inner
            });
            if let Some(record) = asked.inner {
                desk.history_of = Some(record);
            }
        }
        egui::CentralPanel::default()
            .frame(egui::Frame::NONE)
            .show(ui, |ui| self.log(ui, desk));
    }

    fn log(&mut self, ui: &mut Ui, desk: &mut Desk) {
        let extent = self.extent.get(&desk.link, (), |reader| {
            let newest = reader.history(None, 1)?.first().map_or(0, |entry| entry.seq);
            Ok(Extent {
                newest,
                chains: reader.chains()?,
                choices: reader.log_choices()?,
            })
        });
        head(ui, extent);
        let filter = self.filter.filter();
        let found = if filter.is_empty() {
            None
        } else {
            let wanted = filter.clone();
            Some(
                self.found
                    .get(&desk.link, filter, move |reader| reader.log(&wanted)),
            )
        };
        let count = found.and_then(|found| found.map(Vec::len));
        self.filter.show(ui, extent.map(|extent| &extent.choices), count);
        gap(ui, space::S);
        let Some(extent) = extent else { return };
        let rows = match found {
            None => Rows::All(extent.newest),
            Some(Some(found)) => Rows::Some(found),
            Some(None) => return,
        };
        if rows.count() == 0 {
            let (title, explanation) = match found {
                None => ("history-empty", "history-empty-text"),
                Some(_) => ("history-filter-none", "history-filter-none-text"),
            };
            empty_state(ui, icons::ICON_HISTORY, t(title), t(explanation), |_| {});
            return;
        }
        list(ui, desk, &rows, &mut self.pages, &mut self.chosen);
    }
}

/// Draws the list. Only the pages in view are loaded.
fn list(
    ui: &mut Ui,
    desk: &mut Desk,
    rows: &Rows<'_>,
    remotes: &mut HashMap<usize, Remote<Vec<i64>, Page>>,
    chosen: &mut Option<i64>,
) {
    // The pages that were in view in the last frame have been asked for; the table reads what has arrived.
    let mut pages: HashMap<usize, &Page> = HashMap::new();
    for (&page, remote) in remotes.iter_mut() {
        let wanted = rows.page(page);
        let seqs = wanted.clone();
        if let Some(lines) = remote.get(&desk.link, wanted, move |reader| load(reader, &seqs)) {
            pages.insert(page, lines);
        }
    }
    let line_of = |row: usize| pages.get(&(row / PAGE)).map(|page| page.get(&rows.seq(row)));
    let columns = columns();
    let count = rows.count();
    let here = chosen.and_then(|seq| rows.row(seq)).filter(|row| *row < count);
    let output = Table::new(t("command-go-history"), &columns).chosen(here).show(
        ui,
        count,
        |row| match line_of(row) {
            Some(Some(line)) => line.sentence(),
            _ => rows.seq(row).to_string(),
        },
        |ui, row, column| cell(ui, rows.seq(row), line_of(row), column),
    );
    let record = |row: usize| line_of(row).flatten()?.record.clone();
    if let Some(record) = output.chosen.and_then(record)
        && place_of(&record).is_some()
    {
        desk.selected = vec![record];
    }
    if let Some(record) = output.opened.and_then(record)
        && let Some(place) = place_of(&record)
    {
        desk.selected = vec![record];
        desk.go(place);
    }
    if let Some(row) = output.chosen {
        *chosen = Some(rows.seq(row));
    }
    let (first, last) = (output.visible.start / PAGE, output.visible.end / PAGE);
    remotes.retain(|page, _| (first.saturating_sub(1)..=last + 1).contains(page));
    for page in first..=last {
        remotes.entry(page).or_insert_with(|| {
            ui.request_repaint();
            Remote::default()
        });
    }
}

fn load(reader: &Reader, seqs: &[i64]) -> Result<Page, CaseError> {
    let (Some(newest), Some(oldest)) = (seqs.first(), seqs.last()) else {
        return Ok(Page::new());
    };
    let names = sentence::Names::new(reader, *oldest, *newest)?;
    let mut page = Page::new();
    for seq in seqs {
        if let Some(entry) = reader.entry(*seq)? {
            page.insert(*seq, Line::of(reader, &entry, &names)?);
        }
    }
    Ok(page)
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
pub fn place_of(record: &RecordRef) -> Option<Place> {
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
    fn rows_and_entries_find_each_other() {
        let found = [9, 7, 3];
        for rows in [Rows::All(9), Rows::Some(&found)] {
            for row in 0..rows.count() {
                assert_eq!(rows.row(rows.seq(row)), Some(row));
            }
        }
        assert_eq!(Rows::Some(&found).row(4), None);
        assert_eq!(Rows::All(250).page(2).len(), 50);
    }
}
