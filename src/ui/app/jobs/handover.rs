//! The job that makes a report or a package, and what it came to: where it lies, whether it is sound, or why there is none and
//! how to go on.

use std::path::{Path, PathBuf};

use crossbeam_channel::{Receiver, TryRecvError, bounded};
use egui::{Context, Key};
use egui_material_icons::icons;
use ssh_key::PrivateKey;
use zeroize::Zeroizing;

use super::{Jobs, Outcome};
use crate::case::CaseFile;
use crate::exchange::handover::{Handed, HandoverError, Order, hand_over};
use crate::exchange::package::Made;
use crate::exchange::package::read::Verdict;
use crate::job::Progress;
use crate::settings::signing_key;
use crate::text::{t, tf};
use crate::ui::link::CaseLink;
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::{Action, Text, Toast, Toasts, bytes, dialog, gap, message};
use crate::ui::worker::Worker;

/// What a person wants handed over.
pub(in crate::ui::app) struct HandOver {
    pub(in crate::ui::app) order: Order,
    pub(in crate::ui::app) signing: Signing,
    pub(in crate::ui::app) to: PathBuf,
}

/// With which key a package is signed.
pub(in crate::ui::app) enum Signing {
    /// None.
    Nobody,
    /// The key of this device.
    Device,
    /// The key in this file, with the passphrase that it may need.
    File(PathBuf, Zeroizing<String>),
}

/// What a hand-over came to.
pub(super) struct Ended {
    wanted: HandOver,
    handed: Result<Handed, Refused>,
}

/// Why nothing was handed over, or why it is not known to be sound.
struct Refused {
    reason: String,
    is_stopped: bool,
    /// The package is there, and could not be read back.
    is_made: bool,
}

impl Refused {
    fn of(reason: String) -> Self {
        Self {
            reason,
            is_stopped: false,
            is_made: false,
        }
    }
}

impl Ended {
    /// Whether something lies where it was to go.
    fn is_made(&self) -> bool {
        self.handed
            .as_ref()
            .map_or_else(|refused| refused.is_made, |_| true)
    }

    fn is_stopped(&self) -> bool {
        self.handed.as_ref().is_err_and(|refused| refused.is_stopped)
    }
}

/// What a person wants after a hand-over that came to nothing.
pub(in crate::ui::app) enum Next {
    /// The same once more; of a package what is there is gone on with.
    Again(HandOver),
    /// To choose once more.
    Choose,
}

/// What is shown of it until it is read.
pub(super) struct Told {
    ended: Ended,
    title: &'static str,
    lines: Vec<String>,
    /// What is wrong with it.
    faults: Vec<String>,
    is_new: bool,
}

impl Jobs {
    /// Makes a report, or a package that is checked then.
    pub(in crate::ui::app) fn hand_over(&mut self, wanted: HandOver, worker: &Worker, link: &CaseLink) {
        let file = worker.file().clone();
        let title = t(match wanted.order.form.is_report() {
            true => "handover-job-report",
            false => "handover-job-package",
        });
        self.start(title, link, move |progress| {
            let handed = carry_out(&file, &wanted, progress);
            Outcome::HandedOver(Box::new(Ended { wanted, handed }))
        });
        if let Some(job) = self.running.last_mut() {
            job.can_pause = true;
            job.hands_over = true;
        }
    }

    /// Why nothing else can be handed over now. Two exports to one place would write into each other.
    pub(in crate::ui::app) fn hands_over(&self) -> Option<&'static str> {
        let is_under_way = self.running.iter().any(|job| job.hands_over);
        is_under_way.then(|| t("handover-busy"))
    }

    /// Keeps what it came to, to be read.
    pub(super) fn handed_over(&mut self, ended: Ended) {
        self.told = Some(tell(ended));
    }

    /// Draws what it came to. Gives what is wanted then.
    pub(super) fn show_told(&mut self, ctx: &Context, toasts: &mut Toasts) -> Option<Next> {
        self.opened(toasts);
        let mut told = self.told.take()?;
        let (is_made, is_stopped) = (told.ended.is_made(), told.ended.is_stopped());
        let (mut closed, mut goes_on) = (false, false);
        let modal = dialog(ctx, "handed over").show(ctx, |ui| {
            ui.set_width(620.0);
            ui.add(Text::new(told.title).kind(Type::Heading));
            gap(ui, space::S);
            egui::ScrollArea::vertical()
                .max_height(360.0)
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    if is_made {
                        let place = told.ended.wanted.to.display().to_string();
                        ui.add(Text::new(&place).kind(Type::Mono));
                        gap(ui, space::S);
                    }
                    for line in &told.lines {
                        ui.add(Text::new(line));
                        gap(ui, space::XS);
                    }
                    for fault in &told.faults {
                        let bad = Tokens::of(ui).bad;
                        message(ui, icons::ICON_ERROR, bad, fault);
                        gap(ui, space::XS);
                    }
                });
            gap(ui, space::M);
            ui.horizontal(|ui| {
                let next = if is_made {
                    Action::primary(t("handover-open-folder")).with_icon(icons::ICON_FOLDER_OPEN)
                } else if is_stopped && told.ended.wanted.order.form.is_report() {
                    // Nothing of a report is kept with which one could go on.
                    Action::primary(t("handover-once-more"))
                } else if is_stopped {
                    Action::primary(t("handover-go-on"))
                } else {
                    Action::primary(t("handover-choose-again"))
                };
                let next = ui.add(next);
                goes_on = next.clicked();
                if std::mem::take(&mut told.is_new) {
                    next.request_focus();
                }
                closed = ui.add(Action::secondary(t("job-report-close"))).clicked();
            });
        });
        let escapes = modal.is_top_modal
            && ctx.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Escape));
        if goes_on && is_made {
            self.open_folder(ctx, &told.ended.wanted.to);
        } else if goes_on {
            return Some(match is_stopped {
                true => Next::Again(told.ended.wanted),
                false => Next::Choose,
            });
        }
        if !closed && !escapes {
            self.told = Some(told);
        }
        None
    }

    /// Opens the folder in which `file` lies, by the system's program for that. It may take long, and is waited for by nobody.
    fn open_folder(&mut self, ctx: &Context, file: &Path) {
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new(".")).to_owned();
        let (send, failed) = bounded(1);
        let ctx = ctx.clone();
        std::thread::spawn(move || {
            if let Err(error) = opener::open(&folder) {
                let facts = [
                    ("folder", folder.display().to_string().into()),
                    ("reason", error.to_string().into()),
                ];
                let _ = send.send(tf("handover-not-opened", &facts));
                ctx.request_repaint();
            }
        });
        self.folder = Some(failed);
    }

    /// Says why a folder could not be opened.
    fn opened(&mut self, toasts: &mut Toasts) {
        let Some(failed): Option<&Receiver<String>> = self.folder.as_ref() else {
            return;
        };
        match failed.try_recv() {
            Ok(reason) => {
                toasts.push(Toast::refused(t("shell-refused"), reason));
                self.folder = None;
            }
            Err(TryRecvError::Disconnected) => self.folder = None,
            Err(TryRecvError::Empty) => {}
        }
    }
}

fn carry_out(file: &CaseFile, wanted: &HandOver, progress: &Progress) -> Result<Handed, Refused> {
    let key = key(&wanted.signing).map_err(Refused::of)?;
    let reader = file.reader().map_err(|error| Refused::of(error.to_string()))?;
    hand_over(&reader, &wanted.order, key.as_ref(), &wanted.to, progress).map_err(|error| Refused {
        reason: error.to_string(),
        is_stopped: error.is_stopped(),
        is_made: matches!(error, HandoverError::Check(_)),
    })
}

/// The key that signs, if one is to.
fn key(signing: &Signing) -> Result<Option<PrivateKey>, String> {
    let refused = |file: &Path, reason: ssh_key::Error| {
        let facts = [
            ("file", file.display().to_string().into()),
            ("reason", reason.to_string().into()),
        ];
        tf("cli-sign-key", &facts)
    };
    match signing {
        Signing::Nobody => Ok(None),
        Signing::Device => signing_key().map(Some).map_err(|error| error.to_string()),
        Signing::File(file, passphrase) => {
            let key = PrivateKey::read_openssh_file(file).map_err(|error| refused(file, error))?;
            if !key.is_encrypted() {
                return Ok(Some(key));
            }
            let key = key.decrypt(passphrase.as_bytes());
            key.map(Some).map_err(|error| refused(file, error))
        }
    }
}

/// What it came to, in words.
fn tell(ended: Ended) -> Told {
    let (title, lines, faults) = match &ended.handed {
        Ok(Handed::Report(written)) => {
            let mut lines = vec![tf(
                "handover-report-holds",
                &[
                    ("markings", written.markings.into()),
                    ("photos", written.photos.into()),
                    ("size", bytes(written.bytes).into()),
                ],
            )];
            if let Some(pages) = written.pages {
                lines.push(tf("handover-pages", &[("count", pages.into())]));
            }
            (t("handover-report-done"), lines, Vec::new())
        }
        Ok(Handed::Package { made, verdict }) => {
            let title = t(match (verdict.cancelled, verdict.is_sound()) {
                (true, _) => "handover-package-unchecked",
                (false, true) => "handover-package-sound",
                (false, false) => "handover-package-unsound",
            });
            let faults = verdict.faults.iter().map(|fault| fault.message.clone());
            (
                title,
                of_package(&ended.wanted.order, made, verdict),
                faults.collect(),
            )
        }
        Err(refused) => {
            let title = t(match refused {
                Refused { is_stopped: true, .. } => "handover-stopped",
                Refused { is_made: true, .. } => "handover-package-unread",
                _ => "handover-refused",
            });
            (title, vec![refused.reason.clone()], Vec::new())
        }
    };
    Told {
        ended,
        title,
        lines,
        faults,
        is_new: true,
    }
}

fn of_package(order: &Order, made: &Made, verdict: &Verdict) -> Vec<String> {
    let mut lines = Vec::new();
    if verdict.is_sound() {
        let counts = [
            ("files", verdict.files.into()),
            ("originals", verdict.originals.into()),
            ("records", verdict.records.into()),
            ("entries", verdict.entries.into()),
        ];
        let sound = tf("cli-package-sound", &counts);
        lines.push(format!("{sound} {}", bytes(verdict.bytes)));
    }
    if made.kept > 0 {
        lines.push(tf("cli-package-kept", &[("count", made.kept.into())]));
    }
    if !order.with_history {
        lines.push(t("cli-package-no-history").to_owned());
    }
    lines.push(match &made.signed_by {
        Some(fingerprint) => tf(
            "cli-package-signed",
            &[("fingerprint", fingerprint.as_str().into())],
        ),
        None => t("package-note-unsigned").to_owned(),
    });
    lines
}
