//! The form of a photo set: where the photos are from, and the report of their import.

use egui::Ui;
use egui_material_icons::icons;

use super::super::draft::Draft;
use super::super::parts::{notes_row, text_row};
use super::dates::date_row;
use super::title::TitleField;
use crate::intake::plan::Plan;
use crate::model::PhotoSet;
use crate::model::id::PhotoSetId;
use crate::model::photo_set::{FileNote, SetOrigin, SetState};
use crate::model::record::RecordKind;
use crate::text::{t, tf};
use crate::ui::desk::{Desk, Wish};
use crate::ui::link::Remote;
use crate::ui::theme::{Tokens, space};
use crate::ui::widgets::{Action, Text, folded_section, gap, message, pair, section, weak_text};

/// The form of a photo set.
#[derive(Default)]
pub struct PhotoSetForm {
    set: Remote<PhotoSetId, Option<PhotoSet>>,
    draft: Draft<PhotoSet>,
    title: TitleField,
}

impl PhotoSetForm {
    /// Draws the form of the selected set.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        let selected = desk.selected_of(RecordKind::PhotoSet);
        let Some(id) = selected.and_then(|record| record.id.parse::<PhotoSetId>().ok()) else {
            return;
        };
        self.title.watch(desk, &id.into());
        let question = move |reader: &crate::case::Reader| reader.get::<PhotoSet>(id);
        let Some(Some(set)) = self.set.get(&desk.link, id, question) else {
            return;
        };
        self.draft.sync(set);
        if desk.refused {
            self.draft.refused();
        }
        let draft = &mut self.draft;
        ui.push_id(id, |ui| {
            self.title.show(
                ui,
                desk,
                draft,
                (t("set-kind"), t("set-title-hint")),
                &set.title,
                |set| &mut set.title,
            );
            if Plan::is_unfinished(set) {
                message(ui, icons::ICON_INFO, Tokens::of(ui).info, t("set-unfinished"));
                gap(ui, space::XS);
                if ui.add(Action::secondary(t("set-go-on"))).clicked() {
                    desk.wish(Wish::Resume(Box::new(set.clone())));
                }
                gap(ui, space::S);
            }
            section(ui, t("set-provenance"), |ui| {
                provenance(ui, draft, set);
                notes_row(ui, draft, &set.notes, |set| &mut set.notes);
            });
            section(ui, t("set-import"), |ui| facts(ui, set));
            for (name, notes) in [("set-refused", &set.refused), ("set-known", &set.known)] {
                if !notes.is_empty() {
                    let title = tf(name, &[("count", notes.len().into())]);
                    folded_section(ui, name, &title, |ui| report(ui, notes));
                }
            }
        });
        desk.apply_all(draft.changes());
    }

    /// Sends what was typed.
    pub fn leave(&mut self, desk: &mut Desk) {
        self.draft.leave();
        desk.apply_all(self.draft.changes());
    }
}

fn provenance(ui: &mut Ui, draft: &mut Draft<PhotoSet>, set: &PhotoSet) {
    text_row(
        ui,
        draft,
        "taken_by",
        t("set-taken-by"),
        set.taken_by.as_deref(),
        |set| &mut set.taken_by,
    );
    text_row(
        ui,
        draft,
        "given_by",
        t("set-given-by"),
        set.given_by.as_deref(),
        |set| &mut set.given_by,
    );
    date_row(
        ui,
        draft,
        "received",
        t("set-received"),
        set.received.as_ref(),
        |set| &mut set.received,
    );
    text_row(
        ui,
        draft,
        "licence",
        t("photo-licence"),
        set.licence.as_deref(),
        |set| &mut set.licence,
    );
    text_row(
        ui,
        draft,
        "restrictions",
        t("set-restrictions"),
        set.restrictions.as_deref(),
        |set| &mut set.restrictions,
    );
}

fn facts(ui: &mut Ui, set: &PhotoSet) {
    let origin = match set.origin {
        SetOrigin::Files => "set-origin-files",
        SetOrigin::Folder => "set-origin-folder",
        SetOrigin::MemoryCard => "set-origin-card",
        SetOrigin::Archive => "set-origin-archive",
        SetOrigin::Watched => "set-origin-watched",
    };
    let state = match set.state {
        SetState::UnderWay => "set-state-under-way",
        SetState::Stopped => "set-state-stopped",
        SetState::Finished => "set-state-finished",
    };
    pair(ui, t("set-origin"), t(origin));
    for path in set.paths.iter().take(8) {
        pair(ui, t("photo-source"), path);
    }
    let imported = set.imported.strftime("%Y-%m-%d %H:%M:%SZ").to_string();
    pair(ui, t("set-imported"), &imported);
    pair(ui, t("set-imported-by"), &set.imported_by);
    pair(ui, t("set-state"), t(state));
    pair(ui, t("set-added"), &set.added.to_string());
    gap(ui, space::S);
}

/// Only the lines in view are laid out: a set may have thousands of them.
fn report(ui: &mut Ui, notes: &[FileNote]) {
    egui::ScrollArea::vertical()
        .max_height(220.0)
        .auto_shrink([false, true])
        .show_rows(ui, 36.0, notes.len(), |ui, rows| {
            for note in &notes[rows] {
                ui.vertical(|ui| {
                    ui.set_height(36.0);
                    ui.spacing_mut().item_spacing.y = 0.0;
                    ui.add(Text::new(&note.file).truncate()).on_hover_text(&note.file);
                    weak_text(ui, &note.note).on_hover_text(&note.note);
                });
            }
        });
    gap(ui, space::S);
}
