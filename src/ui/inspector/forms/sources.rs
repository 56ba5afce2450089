//! The sources of a record: a line for each, and the fields of the one that is open.

use egui::Ui;
use egui_material_icons::icons;

use super::super::draft::{Draft, optional};
use super::dates::date;
use crate::analysis::calendar::words;
use crate::model::Source;
use crate::model::record::{RecordRef, Recorded};
use crate::model::when::Edtf;
use crate::text::t;
use crate::ui::seek;
use crate::ui::theme::{Type, space};
use crate::ui::widgets::{Action, Field, Text, card, gap, section, weak_text};

/// Which source of which record is open.
#[derive(Default)]
pub struct SourcesEditor {
    of: Option<RecordRef>,
    open: Option<usize>,
    wants_keyboard: bool,
}

/// Where a record keeps its sources.
type Slot<R> = fn(&mut R) -> &mut Vec<Source>;

impl SourcesEditor {
    /// Shows the sources of the record under the hands.
    pub fn show<R: Recorded>(&mut self, ui: &mut Ui, draft: &mut Draft<R>, list: &[Source], slot: Slot<R>) {
        if self.of != draft.record() {
            *self = Self {
                of: draft.record(),
                ..Self::default()
            };
        }
        section(ui, t("form-sources"), |ui| {
            if list.is_empty() {
                weak_text(ui, t("form-sources-none"));
                gap(ui, space::XS);
            }
            for (place, source) in list.iter().enumerate() {
                if self.open == Some(place) {
                    card(ui, |ui| self.fields(ui, draft, place, source, slot));
                } else {
                    self.line(ui, draft, place, source);
                }
                gap(ui, space::XS);
            }
            let add = Action::secondary(t("form-source-add")).with_icon(icons::ICON_ADD);
            let record = draft.record();
            let button = seek::place(ui, record.as_ref(), "sources", |ui| ui.add(add));
            if button.clicked() {
                draft.forget("source");
                draft.set(|record| slot(record).push(Source::default()));
                self.open = Some(list.len());
                self.wants_keyboard = true;
            }
        });
    }

    /// A source that is not open: a click opens it.
    fn line<R: Recorded>(&mut self, ui: &mut Ui, draft: &mut Draft<R>, place: usize, source: &Source) {
        let title = if source.title.is_empty() {
            source.link.as_deref().unwrap_or(t("form-source-untitled"))
        } else {
            &source.title
        };
        let clicked = ui.push_id(place, |ui| {
            let about: Vec<String> = source
                .by
                .iter()
                .cloned()
                .chain(source.date.as_ref().map(words::edtf))
                .collect();
            ui.horizontal(|ui| {
                let icon = Action::icon(icons::ICON_EDIT, title);
                let clicked = ui.add(icon).clicked();
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = 0.0;
                    ui.add(Text::new(title).truncate());
                    if !about.is_empty() {
                        ui.add(Text::new(&about.join(" · ")).kind(Type::Small).weak().truncate());
                    }
                });
                clicked
            })
            .inner
        });
        if clicked.inner {
            draft.forget("source");
            self.open = Some(place);
            self.wants_keyboard = true;
        }
    }

    fn fields<R: Recorded>(
        &mut self,
        ui: &mut Ui,
        draft: &mut Draft<R>,
        place: usize,
        source: &Source,
        slot: Slot<R>,
    ) {
        let which = place as u64;
        let field = |label: &'static str| Field::new(t(label)).which(which);
        let title = draft.field(
            ui,
            "source title",
            field("form-source-title"),
            &source.title,
            |text, record| at(slot(record), place, |source| text.clone_into(&mut source.title)),
        );
        if std::mem::take(&mut self.wants_keyboard) {
            title.response.request_focus();
        }
        gap(ui, space::XS);
        draft.field(
            ui,
            "source by",
            field("form-source-by"),
            source.by.as_deref().unwrap_or_default(),
            |text, record| at(slot(record), place, |source| source.by = optional(text)),
        );
        gap(ui, space::XS);
        draft.field(
            ui,
            "source date",
            field("form-source-date").hint(t("form-date-hint")),
            source.date.as_ref().map(Edtf::as_str).unwrap_or_default(),
            |text, record| {
                let date = date(text)?;
                at(slot(record), place, |source| source.date = date)
            },
        );
        gap(ui, space::XS);
        draft.field(
            ui,
            "source link",
            field("form-source-link"),
            source.link.as_deref().unwrap_or_default(),
            |text, record| at(slot(record), place, |source| source.link = optional(text)),
        );
        gap(ui, space::XS);
        draft.field(
            ui,
            "source note",
            field("form-source-note").lines(2),
            source.note.as_deref().unwrap_or_default(),
            |text, record| at(slot(record), place, |source| source.note = optional(text)),
        );
        gap(ui, space::S);
        ui.horizontal(|ui| {
            if ui.add(Action::secondary(t("form-source-done"))).clicked() {
                draft.forget("source");
                self.open = None;
            }
            let remove = Action::quiet(t("form-source-remove")).with_icon(icons::ICON_DELETE);
            if ui.add(remove).clicked() {
                draft.discard("source");
                draft.set(|record| {
                    let list = slot(record);
                    if place < list.len() {
                        list.remove(place);
                    }
                });
                self.open = None;
            }
        });
    }
}

/// Writes into the source at `place`, which another window may have taken away meanwhile.
fn at(list: &mut [Source], place: usize, write: impl FnOnce(&mut Source)) -> Result<(), String> {
    let source = list
        .get_mut(place)
        .ok_or_else(|| t("form-source-gone").to_owned())?;
    write(source);
    Ok(())
}
