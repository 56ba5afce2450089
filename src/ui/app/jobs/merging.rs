//! Another copy of the case, a case file or a package of one, taken in: first what would come is shown, and then a person
//! decides. A package that is not sound is refused with all that is wrong with it.

use std::path::{Path, PathBuf};

use egui::Context;
use zeroize::Zeroizing;

use super::{Jobs, Outcome, Report};
use crate::case::{CaseError, CaseFile, Passphrase};
use crate::exchange::merging::Merged;
use crate::exchange::package::import::{Judged, Sound, is_package, judge};
use crate::exchange::package::read::{ReadError, Verdict};
use crate::job::Progress;
use crate::text::{t, tf};
use crate::ui::link::CaseLink;
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::{Action, Text, Toast, Toasts, gap, secret_field, weak_text};
use crate::ui::worker::{Joining, StoreLink, Worker};

/// What is asked before another copy is taken in.
pub(super) enum Asked {
    /// The passphrase of the copy in this file, and why the last one did not do.
    Passphrase {
        path: PathBuf,
        typed: Zeroizing<String>,
        problem: Option<String>,
    },
    /// Whether this is to come from the copy.
    Foreseen { copy: Found, merged: Merged },
}

/// Another copy that was looked at.
pub(in crate::ui::app) struct Found {
    /// The name of its file, or of its folder.
    name: String,
    what: What,
}

enum What {
    Case(Box<CaseFile>),
    Package(Box<Sound>),
}

/// What a person wants of another copy.
pub(in crate::ui::app) enum Wanted {
    /// To see what would come.
    Foresee(PathBuf, Option<Passphrase>),
    /// To take it in.
    TakeIn(Found),
}

/// What a look at another copy, or taking it in, came to.
pub(super) enum Joined {
    /// What would come.
    Foreseen(PathBuf, Result<(Found, Merged), ReadError>),
    /// The package of this name is not sound.
    Unsound(String, Box<Verdict>),
    /// What came.
    Taken(Result<Merged, ReadError>),
}

/// Looks at what is at `path`.
fn look(path: PathBuf, passphrase: Option<&Passphrase>, store: &StoreLink, progress: &Progress) -> Joined {
    let name = name_of(&path);
    let seen = if is_package(&path) {
        match judge(&path, None, progress) {
            Ok(Judged::Unsound(verdict)) => return Joined::Unsound(name, verdict),
            Ok(Judged::Sound(package)) => store
                .join(Joining::seen(&package, progress))
                .map(|merged| (What::Package(package), merged)),
            Err(error) => Err(error),
        }
    } else {
        CaseFile::find(&path, passphrase)
            .and_then(|file| Ok((Joining::of(&file, true, progress)?, file)))
            .map_err(ReadError::from)
            .and_then(|(joining, file)| Ok((What::Case(Box::new(file)), store.join(joining)?)))
    };
    let found = seen.map(|(what, merged)| (Found { name, what }, merged));
    Joined::Foreseen(path, found)
}

fn name_of(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

impl Jobs {
    /// Looks at another copy, or takes it in.
    pub(in crate::ui::app) fn join(&mut self, wanted: Wanted, worker: &Worker, link: &CaseLink) {
        let store = worker.store_link();
        match wanted {
            Wanted::Foresee(path, passphrase) => self.start(t("merge-job-foresee"), link, move |progress| {
                Outcome::Joined(look(path, passphrase.as_ref(), &store, progress))
            }),
            Wanted::TakeIn(found) => {
                worker.doing(t("merge-job"));
                self.start(t("merge-job"), link, move |progress| {
                    let joining = match found.what {
                        What::Case(file) => Joining::of(&file, false, progress),
                        What::Package(package) => Ok(Joining::of_package(package, progress)),
                    };
                    let taken = joining
                        .map_err(ReadError::from)
                        .and_then(|joining| store.join(joining));
                    Outcome::Joined(Joined::Taken(taken))
                });
            }
        }
    }

    pub(super) fn joined(&mut self, joined: Joined, toasts: &mut Toasts) {
        match joined {
            Joined::Foreseen(_, Ok((copy, merged))) => self.copy = Some(Asked::Foreseen { copy, merged }),
            Joined::Foreseen(
                path,
                Err(ReadError::Case(error @ (CaseError::Locked(_) | CaseError::WrongPassphrase(_)))),
            ) => {
                let is_wrong = matches!(error, CaseError::WrongPassphrase(_));
                self.copy = Some(Asked::Passphrase {
                    path,
                    typed: Zeroizing::default(),
                    problem: is_wrong.then(|| error.to_string()),
                });
            }
            Joined::Foreseen(_, Err(ReadError::Case(CaseError::Cancelled))) => {}
            Joined::Taken(Err(ReadError::Case(CaseError::Cancelled))) => {
                toasts.push(Toast::note(t("merge-stopped")));
            }
            Joined::Unsound(name, verdict) => {
                let of = [("file", name.into()), ("count", verdict.faults.len().into())];
                let faults = verdict.faults.iter().map(|fault| ("", fault.message.clone()));
                self.report = Some(Report {
                    title: tf("merge-unsound", &of),
                    lines: faults.collect(),
                });
            }
            Joined::Foreseen(_, Err(error)) | Joined::Taken(Err(error)) => {
                toasts.push(Toast::refused(t("shell-refused"), error.to_string()));
            }
            Joined::Taken(Ok(merged)) => {
                self.has_brought |= merged.originals > 0;
                let said = counted("cli-merge-done", &merged);
                let lines = notable(&merged);
                if lines.is_empty() {
                    toasts.push(Toast::done(said));
                } else {
                    let lines = lines.into_iter().map(|line| ("", line)).collect();
                    self.report = Some(Report { title: said, lines });
                }
            }
        }
    }

    /// Draws what is asked. Gives what is wanted then.
    pub(super) fn show_copy(&mut self, ctx: &Context) -> Option<Wanted> {
        let mut asked = self.copy.take()?;
        let mut confirmed = false;
        let mut is_closed = false;
        let modal = egui::Modal::new(egui::Id::unique("take in copy")).show(ctx, |ui| {
            ui.set_width(560.0);
            let is_confirmed = match &mut asked {
                Asked::Passphrase { path, typed, problem } => {
                    let title = tf("merge-passphrase", &[("file", name_of(path).into())]);
                    ui.add(Text::new(&title).kind(Type::Strong));
                    gap(ui, space::S);
                    let field = secret_field(ui, t("merge-passphrase-field"), typed);
                    if let Some(problem) = problem {
                        ui.add(
                            Text::new(problem)
                                .kind(Type::Small)
                                .color(Tokens::of(ui).bad.text),
                        );
                    }
                    gap(ui, space::M);
                    let is_entered =
                        field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
                    choose(ui, Some(t("merge-look")), &mut is_closed) || is_entered
                }
                Asked::Foreseen { copy, merged } => {
                    let title = tf("merge-foreseen", &[("file", copy.name.as_str().into())]);
                    ui.add(Text::new(&title).kind(Type::Strong));
                    gap(ui, space::S);
                    let brings = merged.taken.entries > 0 || merged.originals > 0;
                    let area = egui::ScrollArea::vertical().max_height(320.0);
                    area.show(ui, |ui| {
                        for (device, entries) in &merged.taken.chains {
                            let said = [("device", device.as_str().into()), ("entries", (*entries).into())];
                            ui.add(Text::new(&tf("cli-merge-chain", &said)));
                        }
                        if brings {
                            ui.add(Text::new(&counted("cli-merge-would", merged)));
                        } else {
                            ui.add(Text::new(t("merge-nothing")));
                        }
                        for line in notable(merged) {
                            ui.add(Text::new(&line));
                        }
                    });
                    if brings {
                        gap(ui, space::S);
                        weak_text(ui, t("merge-no-undo"));
                    }
                    gap(ui, space::M);
                    choose(ui, brings.then(|| t("merge-take-in")), &mut is_closed)
                }
            };
            confirmed = is_confirmed;
        });
        match asked {
            Asked::Passphrase { path, typed, .. } if confirmed && !typed.is_empty() => {
                Passphrase::new(typed).map(|passphrase| Wanted::Foresee(path, Some(passphrase)))
            }
            Asked::Foreseen { copy, .. } if confirmed => Some(Wanted::TakeIn(copy)),
            asked => {
                if !is_closed && !modal.should_close() {
                    self.copy = Some(asked);
                }
                None
            }
        }
    }
}

/// The buttons under a question: what goes on, if anything can, and what does not.
fn choose(ui: &mut egui::Ui, go_on: Option<&str>, is_closed: &mut bool) -> bool {
    ui.horizontal(|ui| {
        let is_confirmed = go_on.is_some_and(|name| ui.add(Action::primary(name)).clicked());
        let close = t(match go_on {
            Some(_) => "merge-not-now",
            None => "job-report-close",
        });
        *is_closed = ui.add(Action::secondary(close)).clicked();
        is_confirmed
    })
    .inner
}

fn counted(key: &str, merged: &Merged) -> String {
    let said = [
        ("entries", merged.taken.entries.into()),
        ("records", merged.taken.records.len().into()),
        ("originals", merged.originals.into()),
    ];
    tf(key, &said)
}

/// What there is to say beside the numbers: questions, originals that did not come, and what was refused.
fn notable(merged: &Merged) -> Vec<String> {
    let taken = &merged.taken;
    let mut lines = Vec::new();
    if taken.conflicts > 0 {
        lines.push(tf("merge-questions", &[("count", taken.conflicts.into())]));
    }
    let missing = taken.awaited.saturating_sub(merged.originals);
    if missing > 0 {
        lines.push(tf("cli-merge-awaited", &[("count", missing.into())]));
    }
    for refusal in &taken.refused {
        let said = [
            ("device", refusal.device.as_str().into()),
            ("reason", refusal.reason.as_str().into()),
        ];
        lines.push(tf("merge-refused", &said));
    }
    lines
}
