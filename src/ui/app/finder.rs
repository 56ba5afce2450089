//! Find anything: every command, and every record in which what was typed is found.

use std::collections::HashSet;

use egui_material_icons::{MaterialIcon, icons};

use crate::case::{CaseError, Hit, QueryMode, Reader};
use crate::model::record::{RecordKind, RecordRef};
use crate::ui::commands::UiCommand;
use crate::ui::link::{CaseLink, Remote};
use crate::ui::widgets::{Palette, PaletteEvent, PaletteRow};

/// What was chosen.
pub(super) enum Choice {
    /// A command.
    Command(UiCommand),
    /// A record.
    Record(RecordRef),
}

/// A record that is offered.
struct Found {
    hit: Hit,
    title: String,
}

/// At most so many records are offered.
const MOST: usize = 30;

/// The palette, with the records that fit what is typed.
#[derive(Default)]
pub(super) struct Finder {
    palette: Palette,
    found: Remote<String, Vec<Found>>,
}

impl Finder {
    pub(super) fn open(&mut self) {
        self.palette.open();
    }

    pub(super) fn is_open(&self) -> bool {
        self.palette.is_open()
    }

    /// Draws it, if it is open, and tells what was chosen.
    pub(super) fn show(&mut self, ctx: &egui::Context, link: &CaseLink) -> Option<Choice> {
        if !self.palette.is_open() {
            return None;
        }
        let mut rows: Vec<PaletteRow> = UiCommand::ALL.iter().copied().map(PaletteRow::command).collect();
        let query = self.palette.query().trim().to_owned();
        let found = if query.is_empty() {
            None
        } else {
            let text = query.clone();
            self.found.get(link, query, move |reader| search(reader, &text))
        };
        let found = found.map_or(&[][..], Vec::as_slice);
        rows.extend(found.iter().map(row));
        let PaletteEvent::Chosen(chosen) = self.palette.show(ctx, &rows) else {
            return None;
        };
        match UiCommand::ALL.get(chosen) {
            Some(command) => Some(Choice::Command(*command)),
            None => {
                let found = found.get(chosen - UiCommand::ALL.len())?;
                Some(Choice::Record(found.hit.record.clone()))
            }
        }
    }
}

fn search(reader: &Reader, text: &str) -> Result<Vec<Found>, CaseError> {
    let mut hits = reader.search(text, QueryMode::Strict, 2 * MOST)?;
    // A record once, at its best hit, and only records that have a place of their own.
    let mut known = HashSet::new();
    hits.retain(|hit| icon_of(hit.record.kind).is_some() && known.insert(hit.record.clone()));
    hits.truncate(MOST);
    hits.into_iter()
        .map(|hit| {
            let title = reader.title(&hit.record)?;
            Ok(Found { hit, title })
        })
        .collect()
}

fn row(found: &Found) -> PaletteRow {
    let text = if found.title.is_empty() {
        &found.hit.text
    } else {
        &found.title
    };
    PaletteRow {
        icon: icon_of(found.hit.record.kind).unwrap_or(icons::ICON_DESCRIPTION),
        text: text.clone(),
        detail: found.hit.text.clone(),
        keys: String::new(),
        found: true,
    }
}

/// The icon of a kind of record that is shown somewhere by itself.
fn icon_of(kind: RecordKind) -> Option<MaterialIcon> {
    match kind {
        RecordKind::Photo => Some(icons::ICON_PHOTO),
        RecordKind::Marking => Some(icons::ICON_FINGERPRINT),
        RecordKind::Component => Some(icons::ICON_MEMORY),
        RecordKind::Weapon => Some(icons::ICON_ROCKET),
        RecordKind::Strike => Some(icons::ICON_CRISIS_ALERT),
        _ => None,
    }
}
