//! Linking photos to what they show: one search over strikes, weapons and components.

use egui::{Popup, PopupCloseBehavior, Ui};
use egui_material_icons::icons;

use super::grid::link_change;
use crate::case::{CaseError, Reader};
use crate::model::id::PhotoId;
use crate::model::record::{RecordKind, RecordRef};
use crate::text::t;
use crate::ui::desk::Desk;
use crate::ui::link::Remote;
use crate::ui::theme::{Type, space};
use crate::ui::widgets::{Action, Field, Text, gap, weak_text};

/// How many choices are shown at once; typing finds the rest.
const SHOWN: usize = 14;

/// Everything that a photo can show: the record and its title.
type Choices = Vec<(RecordRef, String)>;

/// The button that opens the choices.
#[derive(Default)]
pub struct LinkMenu {
    choices: Remote<(), Choices>,
    query: String,
}

fn load(reader: &Reader) -> Result<Choices, CaseError> {
    let mut choices: Choices = Vec::new();
    choices.extend(
        reader
            .component_titles()?
            .into_iter()
            .map(|(id, title)| (id.into(), title)),
    );
    choices.extend(
        reader
            .weapon_titles()?
            .into_iter()
            .map(|(id, title)| (id.into(), title)),
    );
    choices.extend(
        reader
            .strike_titles()?
            .into_iter()
            .map(|(id, title)| (id.into(), title)),
    );
    Ok(choices)
}

impl LinkMenu {
    /// Shows the button; what is chosen is linked to all of `photos`.
    pub fn button(&mut self, ui: &mut Ui, desk: &mut Desk, photos: &[PhotoId]) {
        let response = ui.add(Action::secondary(t("photos-link")).with_icon(icons::ICON_ADD_LINK));
        let mut chosen = None;
        Popup::menu(&response)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .show(|ui| {
                ui.set_width(340.0);
                let field = Field::new(t("picker-search"))
                    .hint(t("photos-link-hint"))
                    .hidden_label()
                    .show(ui, &mut self.query);
                if self.query.is_empty() && !field.response.has_focus() {
                    field.response.request_focus();
                }
                gap(ui, space::XS);
                let Some(choices) = self.choices.get(&desk.link, (), load) else {
                    return;
                };
                if choices.is_empty() {
                    weak_text(ui, t("photos-link-none"));
                }
                let wanted = self.query.to_lowercase();
                let mut fitting = choices
                    .iter()
                    .filter(|(_, title)| wanted.is_empty() || title.to_lowercase().contains(&wanted));
                for (record, title) in fitting.by_ref().take(SHOWN) {
                    let title = if title.is_empty() {
                        t("record-untitled")
                    } else {
                        title
                    };
                    ui.horizontal(|ui| {
                        if ui.add(Action::quiet(title)).clicked() {
                            chosen = Some(record.clone());
                        }
                        ui.add(Text::new(kind_name(record.kind)).kind(Type::Caption).weak());
                    });
                }
                if fitting.next().is_some() {
                    weak_text(ui, t("picker-more"));
                }
                if chosen.is_some() {
                    ui.close();
                }
            });
        if let Some(subject) = chosen {
            self.query.clear();
            desk.apply(link_change(photos.to_vec(), subject, true));
        }
    }
}

/// What a kind of record is called.
#[must_use]
pub fn kind_name(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Strike => t("record-strike"),
        RecordKind::Weapon => t("record-weapon"),
        RecordKind::Component => t("record-component"),
        _ => "",
    }
}
