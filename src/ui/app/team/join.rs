//! A new copy of a case, made from its team's store: asked for on the start screen.

use std::path::{Path, PathBuf};

use egui::{Context, Key as Keyboard, Modifiers};
use egui_material_icons::icons;
use zeroize::Zeroizing;

use super::form::{Form, Key};
use super::{HEIGHT, WIDTH, Wish};
use crate::case::{Case, CaseError, Passphrase};
use crate::exchange::team::TeamError;
use crate::exchange::team::laptop::{Access, Laptop, read_key};
use crate::exchange::team::pull::{How, Originals};
use crate::job::Progress;
use crate::text::{t, tf};
use crate::ui::app::intent::{Report, Setting};
use crate::ui::app::jobs::{Named, notable};
use crate::ui::app::path_field::path;
use crate::ui::theme::{Type, space};
use crate::ui::widgets::{Action, Text, bar, dialog, gap, secret_field, weak_text};

/// The dialog, if it is open. What was typed stays until a copy is made.
#[derive(Default)]
pub(in crate::ui::app) struct JoinTeam {
    is_open: bool,
    form: Form,
    file: String,
    originals: bool,
    encrypts: bool,
    passphrase: Zeroizing<String>,
}

/// A copy that is to be made.
pub(in crate::ui::app) struct NewCopy {
    named: Named,
    file: PathBuf,
    originals: bool,
    passphrase: Option<Passphrase>,
}

impl JoinTeam {
    pub(in crate::ui::app) fn takes_keys(&self) -> bool {
        self.is_open
    }

    pub(in crate::ui::app) fn open(&mut self) {
        self.is_open = true;
    }

    /// Takes a file or a folder that was asked for.
    pub(in crate::ui::app) fn take_path(&mut self, wish: Wish, path: &Path) {
        match wish {
            Wish::Copy => self.file = path.to_string_lossy().into_owned(),
            other => self.form.take(other, path),
        }
    }

    /// Draws the dialog. Gives the copy that is wanted once that is decided, and what is asked of the window.
    pub(in crate::ui::app) fn show(&mut self, ctx: &Context) -> (Option<NewCopy>, Option<Wish>) {
        if !self.is_open {
            return (None, None);
        }
        let (mut wish, mut asked, mut closed) = (None, false, false);
        let room = ctx.content_rect().size() - egui::vec2(80.0, 220.0);
        let modal = dialog(ctx, "join team").show(ctx, |ui| {
            ui.set_width(WIDTH.min(room.x));
            bar(
                ui,
                |ui| {
                    ui.add(Text::new(t("team-join-title")).kind(Type::Heading));
                },
                |ui| {
                    let close = Action::icon(icons::ICON_CLOSE, t("handover-close"));
                    closed = ui.add(close.keys(t("key-escape"))).clicked();
                },
            );
            gap(ui, space::S);
            egui::ScrollArea::vertical()
                .max_height(HEIGHT.min(room.y))
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    ui.add(Text::new(t("team-join-text")));
                    gap(ui, space::M);
                    wish = self.form.show(ui, Key::Known);
                    gap(ui, space::S);
                    if path(ui, t("team-copy"), &mut self.file, t("team-choose-copy")).1 {
                        wish = Some(Wish::Copy);
                    }
                    gap(ui, space::S);
                    ui.checkbox(&mut self.originals, t("team-with-originals"));
                    ui.checkbox(&mut self.encrypts, t("start-encrypt"));
                    if self.encrypts {
                        secret_field(ui, t("start-passphrase"), &mut self.passphrase);
                        weak_text(ui, t("start-passphrase-text"));
                    }
                });
            gap(ui, space::M);
            let unnamed = self.file.trim().is_empty().then(|| t("team-no-copy"));
            let open = (self.encrypts && self.passphrase.is_empty()).then(|| t("start-passphrase-needed"));
            let fault = self.form.fault(Key::Known).or(unnamed).or(open);
            asked = ui.add(Action::primary(t("team-join")).unless(fault)).clicked();
        });
        let escape = modal.is_top_modal
            && !modal.any_popup_open
            && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Keyboard::Escape));
        self.is_open = !closed && !escape && !asked;
        let typed = match self.is_open {
            true => None,
            false => Some(std::mem::take(&mut self.passphrase)),
        };
        let copy = asked.then(|| NewCopy {
            named: self.form.named(Key::Known),
            file: crate::case::with_extension(PathBuf::from(self.file.trim())),
            originals: self.originals,
            passphrase: typed.filter(|_| self.encrypts).and_then(Passphrase::new),
        });
        (copy, wish)
    }
}

impl NewCopy {
    /// Makes it. Gives what there is to say of it.
    ///
    /// # Errors
    /// When the store can't be read, or the file not made; it is not left then.
    pub(in crate::ui::app) fn make(
        self,
        laptop: &Laptop,
        setting: &Setting,
        progress: &Progress,
    ) -> Result<(Case, Option<Report>), CaseError> {
        let refused = |error: TeamError| match error {
            TeamError::Case(error) => error,
            other => CaseError::Query(other.to_string()),
        };
        let key_file = self.named.key_file.as_deref();
        let access = Access {
            credentials: self.named.credentials,
            seal: key_file.map(read_key).transpose().map_err(refused)?,
            ..Access::to(self.named.address)
        };
        let mut team = laptop.open(&access).map_err(refused)?;
        let how = How {
            originals: match self.originals {
                true => Originals::All,
                false => Originals::Later,
            },
            ..How::default()
        };
        let (case, pulled) = team
            .join(
                &self.file,
                setting.author.clone(),
                self.passphrase.as_ref(),
                setting.chains.as_deref(),
                &how,
                progress,
            )
            .map_err(refused)?;
        let mut lines = notable(&pulled, None);
        let unkept = laptop.keep_secrets(&team, &access);
        if !unkept.is_empty() {
            lines.push(t("team-secret-not-kept").to_owned());
        }
        // The copy is there; the store can be named again.
        if let Err(error) = laptop.remember(&case.reader()?, &access.address) {
            lines.push(error.to_string());
        }
        let said = [("entries", pulled.taken.entries.into())];
        let title = tf("team-joined", &said);
        Ok((case, (!lines.is_empty()).then_some((title, lines))))
    }
}
