//! Of what the timeline is: the whole case, or one strike, weapon or model of it.

use egui::Ui;
use egui_material_icons::icons;

use crate::analysis::timeline::Subject;
use crate::case::{CaseError, Reader};
use crate::text::t;
use crate::ui::commands::UiCommand;
use crate::ui::desk::Desk;
use crate::ui::inspector::picker::{Picked, pick};
use crate::ui::link::Remote;
use crate::ui::theme::space;
use crate::ui::widgets::{Action, bar, segmented};

/// What kind of thing it is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Case,
    Strike,
    Weapon,
    Model,
}

impl Kind {
    fn of(subject: &Subject) -> Self {
        match subject {
            Subject::Case => Self::Case,
            Subject::Strike(_) => Self::Strike,
            Subject::Weapon(_) => Self::Weapon,
            Subject::Model(_) => Self::Model,
        }
    }

    /// All that there is to choose from, with what it is called.
    fn choices(self, reader: &Reader) -> Result<Vec<(Subject, String)>, CaseError> {
        Ok(match self {
            Self::Case => Vec::new(),
            Self::Strike => {
                let strikes = reader.strike_titles()?.into_iter();
                strikes.map(|(id, title)| (Subject::Strike(id), title)).collect()
            }
            Self::Weapon => {
                let weapons = reader.weapon_titles()?.into_iter();
                weapons.map(|(id, title)| (Subject::Weapon(id), title)).collect()
            }
            Self::Model => {
                let models = reader.models()?.into_iter();
                models
                    .map(|model| (Subject::Model(model.clone()), model))
                    .collect()
            }
        })
    }
}

/// The choice of a subject.
#[derive(Default)]
pub struct Choice {
    /// The kind that was chosen last, until one of its kind is.
    wanted: Option<Kind>,
    choices: Remote<Kind, Vec<(Subject, String)>>,
}

impl Choice {
    /// Draws it, and gives what was chosen.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk, subject: &Subject) -> Option<Subject> {
        let mut kind = self.wanted.unwrap_or_else(|| Kind::of(subject));
        let mut chosen = None;
        let segments = [
            (Kind::Case, t("timeline-of-case")),
            (Kind::Strike, t("timeline-of-strike")),
            (Kind::Weapon, t("timeline-of-weapon")),
            (Kind::Model, t("timeline-of-model")),
        ];
        let asked_now = bar(
            ui,
            |ui| {
                ui.add_space(space::S);
                if segmented(ui, t("timeline-subject"), &mut kind, &segments) {
                    self.wanted = Some(kind);
                }
                if kind == Kind::Case {
                    if self.wanted.take().is_some() {
                        chosen = Some(Subject::Case);
                    }
                    return;
                }
                let choices = self
                    .choices
                    .get(&desk.link, kind, move |reader| kind.choices(reader));
                let Some(choices) = choices else { return };
                let is_of_kind = Kind::of(subject) == kind;
                if self.wanted.is_some() {
                    // What is selected, or else the first there is.
                    let selected = match kind {
                        Kind::Strike => desk.selected_strike().map(Subject::Strike),
                        Kind::Weapon => desk.selected_weapon().map(Subject::Weapon),
                        Kind::Case | Kind::Model => None,
                    };
                    let first = || choices.first().map(|(subject, _)| subject.clone());
                    let found = selected.or_else(first);
                    if found.is_some() {
                        self.wanted = None;
                    }
                    chosen = found.filter(|_| !is_of_kind);
                }
                ui.add_space(space::XS);
                let name = match kind {
                    Kind::Weapon => t("timeline-weapon"),
                    Kind::Model => t("timeline-model"),
                    Kind::Case | Kind::Strike => t("timeline-strike"),
                };
                let known = choices.iter().find(|(one, _)| one == subject);
                let shown = known.map(|(one, title)| (one, title.as_str()));
                match pick(ui, name, shown, choices) {
                    Some(Picked::Some(one)) => chosen = Some(one),
                    Some(Picked::None) => chosen = Some(Subject::Case),
                    None => {}
                }
            },
            |ui| {
                ui.add_space(space::S);
                ui.spacing_mut().item_spacing.x = space::XS;
                let mut asked = None;
                for (command, icon, name) in [
                    (UiCommand::ZoomFit, icons::ICON_FIT_SCREEN, "timeline-fit"),
                    (UiCommand::ZoomIn, icons::ICON_ZOOM_IN, "timeline-zoom-in"),
                    (UiCommand::ZoomOut, icons::ICON_ZOOM_OUT, "timeline-zoom-out"),
                ] {
                    let action = Action::icon(icon, t(name)).keys(command.shortcut_text());
                    if ui.add(action).clicked() {
                        asked = Some(command);
                    }
                }
                asked
            },
        )
        .inner;
        desk.commands.extend(asked_now);
        chosen
    }
}
