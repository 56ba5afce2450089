//! What is to be handed over, in which form and to where: chosen here, with what would be in it told beside the choices.

mod choices;
mod foretold;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Context, Key, Modifiers};
use egui_material_icons::icons;
use zeroize::Zeroizing;

use super::jobs::{HandOver, Signing};
use crate::case::{CaseFile, Reader};
use crate::exchange::handover::{Form, KINDS, Order, Outlook, outlook, standing, suggest};
use crate::exchange::package::Standing;
use crate::exchange::report::PageSize;
use crate::model::record::RecordRef;
use crate::text::{self, Language, t, tf};
use crate::ui::link::{CaseLink, Remote};
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::{Action, Text, bar, dialog, gap};

/// Width of the dialog and of its left part, in points.
const WIDTH: f32 = 900.0;
const CHOSEN: f32 = 470.0;
/// Height of its parts, in points, if the window has so much.
const HEIGHT: f32 = 440.0;

/// By whose key a package is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum By {
    /// The key of this device.
    #[default]
    Device,
    /// A key in a file.
    File,
    /// None.
    Nobody,
}

/// What is asked of the window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wish {
    /// A place for it, beginning with this one.
    Place(Form, PathBuf),
    /// A file with a key.
    Key,
}

/// What is chosen, apart from the records themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Choice {
    /// Which opening of the dialog it is of: with another the records may be others.
    opening: u64,
    is_selection: bool,
    form: Form,
    size: PageSize,
    language: Language,
    with_history: bool,
}

impl Choice {
    fn order(self, selected: &[RecordRef]) -> Order {
        Order {
            of: match self.is_selection {
                true => selected.to_vec(),
                false => Vec::new(),
            },
            form: self.form,
            size: self.size,
            language: self.language,
            with_history: self.with_history,
        }
    }
}

/// The dialog that is open, if it is. What was chosen last stays chosen while the case is open.
#[derive(Default)]
pub(super) struct Handover {
    is_open: bool,
    opening: u64,
    /// Shared, because there may be as many as the case has photos.
    selected: Arc<[RecordRef]>,
    is_selection: bool,
    form: Form,
    size: PageSize,
    language: Option<Language>,
    /// Whether the history goes with the whole case, and with a selection.
    leaves_history: bool,
    adds_history: bool,
    by: By,
    key_file: String,
    passphrase: Zeroizing<String>,
    /// Where it is to go, as it is shown; a place of our own is another when the form is another.
    place: String,
    is_typed: bool,
    /// The place is still that of the last time: if something stands there by now, a free one is looked for.
    is_kept: bool,
    outlook: Remote<Choice, Outlook>,
    /// With the place that a person gave; else one is looked for.
    standing: Remote<(Choice, Option<String>), (PathBuf, Standing)>,
}

impl Handover {
    pub(super) fn takes_keys(&self) -> bool {
        self.is_open
    }

    pub(super) fn close(&mut self) {
        self.is_open = false;
        self.passphrase = Zeroizing::default();
    }

    /// Opens the dialog. Of `selected` counts what can be handed over by itself.
    pub(super) fn open(&mut self, selected: &[RecordRef]) {
        let selected = selected.iter().filter(|record| KINDS.contains(&record.kind));
        self.selected = selected.cloned().collect();
        // Who has gathered several means them; one is selected most of the time.
        self.is_selection = self.selected.len() > 1;
        self.reopen();
    }

    /// Opens it as it was left.
    pub(super) fn reopen(&mut self) {
        self.is_open = true;
        // What is on the disk may be another than when it was last asked, too.
        self.opening += 1;
        self.is_kept = self.is_typed;
    }

    /// Takes the place that a person chose.
    pub(super) fn take_place(&mut self, place: &Path) {
        self.place = place.to_string_lossy().into_owned();
        self.is_typed = true;
        self.is_kept = false;
    }

    /// Takes the file with a key that a person chose.
    pub(super) fn take_key(&mut self, file: &Path) {
        self.key_file = file.to_string_lossy().into_owned();
        self.by = By::File;
    }

    /// Draws the dialog. Gives what is to be handed over once that is decided, and what is asked of the window. `busy` says
    /// why nothing can be handed over now.
    pub(super) fn show(
        &mut self,
        ctx: &Context,
        link: &CaseLink,
        file: &CaseFile,
        busy: Option<&str>,
    ) -> (Option<HandOver>, Option<Wish>) {
        if !self.is_open {
            return (None, None);
        }
        let choice = self.choice();
        let known = self.foresee(link, choice);
        let found = self.look(link, choice, file.path());
        let there = found.as_ref().map(|(_, there)| *there);
        let fault = self.fault(known.as_ref().ok(), there).or(busy.map(str::to_owned));
        let (mut wish, mut asked, mut closed) = (None, false, false);
        let room = ctx.content_rect().size() - egui::vec2(80.0, 220.0);
        let modal = dialog(ctx, "handover").show(ctx, |ui| {
            ui.set_width(WIDTH.min(room.x));
            bar(
                ui,
                |ui| {
                    ui.add(Text::new(t("handover-title")).kind(Type::Heading));
                },
                |ui| {
                    let close = Action::icon(icons::ICON_CLOSE, t("handover-close"));
                    closed = ui.add(close.keys(t("key-escape"))).clicked();
                },
            );
            gap(ui, space::S);
            let height = HEIGHT.min(room.y);
            ui.horizontal_top(|ui| {
                ui.vertical(|ui| {
                    ui.set_width(CHOSEN);
                    egui::ScrollArea::vertical()
                        .id_salt("chosen")
                        .max_height(height)
                        .auto_shrink([false, true])
                        .show(ui, |ui| wish = self.chosen(ui, there));
                });
                ui.add_space(space::L);
                ui.vertical(|ui| {
                    ui.set_width(ui.available_width());
                    egui::ScrollArea::vertical()
                        .id_salt("foretold")
                        .max_height(height)
                        .auto_shrink([false, true])
                        .show(ui, |ui| foretold::show(ui, choice, known.as_ref()));
                });
            });
            gap(ui, space::M);
            if let Some(fault) = &fault {
                let ink = Tokens::of(ui).bad.text;
                ui.add(Text::new(fault).kind(Type::Small).color(ink));
                gap(ui, space::XS);
            }
            // Nothing goes before it was said what would be in it.
            let waits = match (&known, there) {
                (Ok(None), _) => Some(t("handover-counting")),
                (_, None) => Some(t("handover-looking")),
                _ => None,
            };
            let go = Action::primary(t("handover-go"))
                .with_icon(icons::ICON_IOS_SHARE)
                .unless(fault.as_deref().or(waits));
            asked = ui.add(go).clicked();
        });
        // Not by a click beside it: what was chosen would be gone from view.
        let escape = modal.is_top_modal
            && !modal.any_popup_open
            && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        self.is_open = !closed && !escape && !asked;
        if !self.is_open && !asked {
            self.close();
        }
        let to = found.filter(|_| asked).map(|(to, _)| to);
        let wanted = to.map(|to| HandOver {
            order: choice.order(&self.selected),
            signing: self.signing(),
            to,
        });
        (wanted, wish)
    }

    /// What is chosen.
    fn choice(&self) -> Choice {
        let is_selection = self.is_selection && !self.selected.is_empty();
        let with_history = match is_selection {
            true => self.adds_history,
            false => !self.leaves_history,
        };
        Choice {
            opening: self.opening,
            is_selection,
            form: self.form,
            size: self.size,
            language: self.language.unwrap_or_else(text::language),
            with_history: with_history && !self.form.is_report(),
        }
    }

    fn signing(&mut self) -> Signing {
        let passphrase = std::mem::take(&mut self.passphrase);
        match self.by {
            _ if self.form.is_report() => Signing::Nobody,
            By::Nobody => Signing::Nobody,
            By::Device => Signing::Device,
            By::File => Signing::File(PathBuf::from(self.key_file.trim()), passphrase),
        }
    }

    /// What would be in it, or why that is not known. `None` while the answer is on its way.
    fn foresee(&mut self, link: &CaseLink, choice: Choice) -> Result<Option<Outlook>, String> {
        let selected = self.selected.clone();
        let question = move |reader: &Reader| outlook(reader, &choice.order(&selected));
        let known = self.outlook.get(link, choice, question).cloned();
        match self.outlook.error() {
            Some(error) if known.is_none() => Err(error.to_owned()),
            _ => Ok(known),
        }
    }

    /// What stands where it is to go, once that is known. A place of our own is taken over.
    fn look(&mut self, link: &CaseLink, choice: Choice, case: &Path) -> Option<(PathBuf, Standing)> {
        let typed = self.is_typed.then(|| self.place.trim().to_owned());
        let key = (choice, typed.clone());
        let (selected, case) = (self.selected.clone(), case.to_owned());
        let answer = self.standing.get(link, key, move |reader| {
            let order = choice.order(&selected);
            // The case may have been opened by a path from where the program was started.
            let case = std::path::absolute(&case).unwrap_or(case);
            let folder = case.parent().unwrap_or(Path::new(""));
            if let Some(typed) = typed {
                // Beside the case, where it does not say otherwise.
                let to = folder.join(typed);
                let there = standing(reader, &order, &to)?;
                return Ok((to, there));
            }
            let stem = case.file_stem().unwrap_or_default().to_string_lossy();
            suggest(reader, &order, folder, &stem)
        });
        let (place, there) = answer.cloned()?;
        if self.is_kept && there == Standing::Taken {
            self.is_typed = false;
            self.is_kept = false;
            return None;
        }
        if !self.is_typed {
            self.place = place.to_string_lossy().into_owned();
        }
        Some((place, there))
    }

    /// Why it can't be handed over as it is chosen.
    fn fault(&self, known: Option<&Option<Outlook>>, there: Option<Standing>) -> Option<String> {
        if let Some(Some(Outlook::Package(package))) = known
            && package.missing > 0
        {
            return Some(tf("handover-missing", &[("count", package.missing.into())]));
        }
        if !self.form.is_report() && self.by == By::File && self.key_file.trim().is_empty() {
            return Some(t("handover-no-key").to_owned());
        }
        let file = [("file", self.place.trim().to_owned().into())];
        match there {
            _ if self.is_typed && self.place.trim().is_empty() => Some(t("handover-no-place").to_owned()),
            Some(Standing::Taken) => Some(tf("package-error-exists", &file)),
            Some(Standing::Foreign) => Some(tf("package-error-foreign", &file)),
            Some(Standing::NoFolder) => Some(t("handover-no-folder").to_owned()),
            Some(Standing::Free | Standing::Unfinished) | None => None,
        }
    }
}
