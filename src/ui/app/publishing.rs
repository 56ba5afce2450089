//! What is to be chosen for copies for publication, and what will be withheld.

use std::path::PathBuf;

use egui::{Context, Key, Modifiers, Ui};
use egui_material_icons::icons;

use crate::exchange::publication::{Outlook, Plan, outlook};
use crate::model::id::PhotoId;
use crate::model::publication::{
    CopyFormat, DatePrecision, PlacePrecision, PublicationOptions, PublishedField, Withheld, WithheldKind,
};
use crate::text::{t, tf};
use crate::ui::link::{CaseLink, Remote};
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::{Action, Field, Text, bar, dialog, gap, segmented, select, weak_text};

/// Width of the dialog and of its left part, in points.
const WIDTH: f32 = 880.0;
const CHOSEN: f32 = 500.0;
/// Height of its parts, in points, if the window has so much.
const HEIGHT: f32 = 460.0;

/// The dialog that is open, if one is. What was chosen last stays chosen while the case is open.
#[derive(Default)]
pub(super) struct Publishing {
    photos: Vec<PhotoId>,
    is_open: bool,
    options: PublicationOptions,
    size: String,
    credit: String,
    recipient: String,
    purpose: String,
    outlook: Remote<(Vec<PhotoId>, Vec<u8>), Outlook>,
}

impl Publishing {
    pub(super) fn takes_keys(&self) -> bool {
        self.is_open
    }

    /// Opens the dialog for these photos.
    pub(super) fn open(&mut self, photos: Vec<PhotoId>) {
        self.photos = photos;
        self.is_open = true;
    }

    /// Draws the dialog. True when a folder is asked for.
    pub(super) fn show(&mut self, ctx: &Context, link: &CaseLink) -> bool {
        if !self.is_open {
            return false;
        }
        let mut asked = false;
        let mut closed = false;
        let fault = self.read().err();
        // The options as they are written in files tell two of them apart.
        let key = serde_json::to_vec(&self.options).unwrap_or_default();
        let (photos, options) = (self.photos.clone(), self.options.clone());
        let known = self
            .outlook
            .get(link, (self.photos.clone(), key), move |reader| {
                outlook(reader, &photos, &options)
            })
            .cloned();
        let room = ctx.content_rect().size() - egui::vec2(80.0, 220.0);
        let modal = dialog(ctx, "publication").show(ctx, |ui| {
            ui.set_width(WIDTH.min(room.x));
            bar(
                ui,
                |ui| {
                    ui.add(Text::new(t("publication-title")).kind(Type::Heading));
                    let count = [("count", self.photos.len().into())];
                    weak_text(ui, &tf("publication-photos", &count));
                },
                |ui| {
                    let close = Action::icon(icons::ICON_CLOSE, t("publication-close"));
                    closed = ui.add(close.keys(t("key-escape"))).clicked();
                },
            );
            gap(ui, space::S);
            ui.horizontal_top(|ui| {
                ui.vertical(|ui| {
                    ui.set_width(CHOSEN);
                    egui::ScrollArea::vertical()
                        .id_salt("chosen")
                        .max_height(HEIGHT.min(room.y))
                        .auto_shrink([false, true])
                        .show(ui, |ui| self.chosen(ui));
                });
                ui.add_space(space::L);
                ui.vertical(|ui| {
                    ui.set_width(ui.available_width());
                    egui::ScrollArea::vertical()
                        .id_salt("withheld")
                        .max_height(HEIGHT.min(room.y))
                        .auto_shrink([false, true])
                        .show(ui, |ui| withheld(ui, known.as_ref()));
                });
            });
            gap(ui, space::M);
            if let Some(fault) = &fault {
                let ink = Tokens::of(ui).bad.text;
                ui.add(Text::new(fault).kind(Type::Small).color(ink));
                gap(ui, space::XS);
            }
            let go = Action::primary(t("publication-choose-folder"))
                .with_icon(icons::ICON_FOLDER_OPEN)
                .unless(fault.as_deref());
            asked = ui.add(go).clicked();
        });
        // Not by a click beside it: what was chosen would be gone from view.
        let escape = modal.is_top_modal && !modal.any_popup_open && escapes(ctx);
        if closed || escape {
            self.is_open = false;
        }
        asked
    }

    /// What can be chosen.
    fn chosen(&mut self, ui: &mut Ui) {
        let options = &mut self.options;
        ui.columns(2, |halves| {
            halves[0].add(Text::new(t("publication-format")).kind(Type::Small).weak());
            let formats = CopyFormat::ALL.map(|format| (format, format.label()));
            segmented(
                &mut halves[0],
                t("publication-format"),
                &mut options.format,
                &formats,
            );
            Field::new(t("publication-size"))
                .hint(t("publication-size-hint"))
                .show(&mut halves[1], &mut self.size);
        });
        gap(ui, space::S);
        ui.columns(2, |halves| {
            let dates = DatePrecision::ALL.map(|date| (date, date.label()));
            select(&mut halves[0], t("publication-date"), &mut options.date, &dates);
            let places = PlacePrecision::ALL.map(|place| (place, place.label()));
            select(
                &mut halves[1],
                t("publication-place"),
                &mut options.place,
                &places,
            );
        });
        gap(ui, space::M);
        ui.add(Text::new(t("publication-tell")).kind(Type::Small).weak());
        let rows = PublishedField::ALL.len().div_ceil(2);
        ui.columns(2, |halves| {
            for (half, fields) in halves.iter_mut().zip(PublishedField::ALL.chunks(rows)) {
                for field in fields {
                    let mut is_kept = options.keeps(*field);
                    if half.checkbox(&mut is_kept, field.label()).changed() {
                        options.keep.retain(|kept| kept != field);
                        if is_kept {
                            options.keep.push(*field);
                            options.keep.sort_unstable();
                        }
                    }
                }
            }
        });
        gap(ui, space::M);
        Field::new(t("publication-credit"))
            .hint(t("publication-credit-hint"))
            .show(ui, &mut self.credit);
        gap(ui, space::XS);
        ui.checkbox(&mut options.strip, t("publication-strip"));
        gap(ui, space::M);
        ui.columns(2, |halves| {
            Field::new(t("publication-recipient")).show(&mut halves[0], &mut self.recipient);
            Field::new(t("publication-purpose")).show(&mut halves[1], &mut self.purpose);
        });
    }

    /// Takes what was typed into the options.
    fn read(&mut self) -> Result<(), String> {
        let credit = self.credit.trim();
        self.options.credit = (!credit.is_empty()).then(|| credit.to_owned());
        let size = self.size.trim();
        self.options.size = if size.is_empty() {
            None
        } else {
            // What is no number is out of the range too.
            Some(size.parse().unwrap_or(0))
        };
        self.options.check().map_err(|fault| fault.to_string())
    }

    /// What is to be published into this folder, or into a new one in it where it is not empty. Closes the dialog.
    pub(super) fn plan(&mut self, folder: PathBuf, by: &str, now: &jiff::Zoned) -> Plan {
        self.is_open = false;
        let is_empty = std::fs::read_dir(&folder).is_ok_and(|mut entries| entries.next().is_none());
        let folder = if is_empty || !folder.exists() {
            folder
        } else {
            folder.join(now.strftime("publication %Y-%m-%d %H%M%S").to_string())
        };
        Plan {
            photos: self.photos.clone(),
            folder,
            options: self.options.clone(),
            purpose: self.purpose.trim().to_owned(),
            recipient: self.recipient.trim().to_owned(),
            by: by.to_owned(),
            at: now.timestamp(),
        }
    }
}

fn escapes(ctx: &Context) -> bool {
    ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
}

/// What will be withheld.
fn withheld(ui: &mut Ui, known: Option<&Outlook>) {
    ui.add(Text::new(t("publication-withheld")).kind(Type::Small).weak());
    let Some(known) = known else { return };
    let warning = Tokens::of(ui).warn.text;
    for (key, count) in [
        ("publication-uncovered", known.uncovered),
        ("publication-undecodable", known.undecodable),
    ] {
        if count > 0 {
            let said = tf(key, &[("count", count.into())]);
            ui.add(Text::new(&said).color(warning));
        }
    }
    for withheld in &known.withheld {
        let line = match withheld.what {
            // Of these it is counted how many there are.
            WithheldKind::Redaction => withheld.line(),
            what => {
                let one = Withheld::new(what, withheld.name.clone(), 1);
                let facts = [("what", one.line().into()), ("count", withheld.count.into())];
                tf("publication-withheld-line", &facts)
            }
        };
        ui.add(Text::new(&line));
    }
    gap(ui, space::XS);
    weak_text(ui, t("publication-metadata-too"));
}
