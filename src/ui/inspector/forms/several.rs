//! Several records at once: the tags that any of them bears, a tag for all, and removal.

use egui::Ui;
use egui_material_icons::icons;

use crate::model::record::RecordRef;
use crate::model::{Change, Vocabulary};
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::Desk;
use crate::ui::link::Remote;
use crate::ui::theme::{Type, space};
use crate::ui::widgets::{Action, TagEvent, Text, gap, tag_field, weak_text};

/// The form for several records.
#[derive(Default)]
pub struct SeveralForm {
    tags: Remote<Vec<RecordRef>, Vec<String>>,
}

impl SeveralForm {
    /// Draws the form for all that is selected.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        let records = desk.selected.clone();
        let title = tf("form-several", &[("count", records.len().into())]);
        ui.add(Text::new(&title).kind(Type::Heading));
        gap(ui, space::M);
        let words = desk.vocabularies();
        let known = words.terms(Vocabulary::Tags);
        let asked = records.clone();
        let borne = self
            .tags
            .get(&desk.link, records.clone(), move |reader| {
                let mut borne = Vec::new();
                for record in &asked {
                    borne.extend(reader.tags_of(record)?);
                }
                borne.sort();
                borne.dedup();
                Ok(borne)
            })
            .map_or(&[][..], Vec::as_slice);
        match tag_field(ui, t("form-tags"), borne, known) {
            TagEvent::None => {}
            TagEvent::ShowList => desk.show_vocabulary(Vocabulary::Tags, ""),
            TagEvent::Added(name) => desk.apply(Change::AddTag {
                name,
                vocabulary: String::new(),
                records,
            }),
            TagEvent::Removed(name) => desk.apply(Change::RemoveTag {
                name,
                vocabulary: String::new(),
                records,
            }),
        }
        weak_text(ui, t("form-several-tags"));
        gap(ui, space::L);
        let remove = Action::secondary(UiCommand::RemoveItem.text())
            .with_icon(icons::ICON_DELETE)
            .keys(UiCommand::RemoveItem.shortcut_text());
        if ui.add(remove).clicked() {
            desk.command(UiCommand::RemoveItem);
        }
    }
}
