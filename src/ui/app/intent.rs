//! What a person wants opened, and the work behind it: it runs on a thread of its own and may need a passphrase.

use std::path::{Path, PathBuf};

use crossbeam_channel::{Receiver, bounded};

use super::Session;
use crate::case::{Author, Backup, Case, CaseError, CaseFile, Opened, Passphrase};
use crate::intake::renew::renew;
use crate::job::Progress;
use crate::text::{t, tf};

/// What a person wants opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Intent {
    /// The case in this file.
    Open(PathBuf),
    /// What is intact of the case in this file, as a new case beside it.
    Recover(PathBuf),
    /// The records of this backup, as a new case.
    Restore(Backup),
}

impl Intent {
    /// The file that it reads, whose passphrase may be needed.
    #[must_use]
    pub fn file(&self) -> &Path {
        match self {
            Self::Open(path) | Self::Recover(path) => path,
            Self::Restore(backup) => &backup.path,
        }
    }
}

/// What came of it: the case on screen, and what is to be said of it line by line.
pub(super) type Outcome = Result<(Session, Option<Report>), CaseError>;

/// A title and lines.
pub(super) type Report = (String, Vec<String>);

/// Work on its way to an open case.
pub(super) struct Opening {
    /// What is being done.
    pub(super) title: &'static str,
    pub(super) progress: Progress,
    pub(super) outcome: Receiver<Outcome>,
    /// What it was asked for, to be asked for again with a passphrase.
    pub(super) intent: Option<Intent>,
}

/// What the work needs to know.
pub(super) struct Setting {
    pub(super) author: Author,
    pub(super) backups: Option<PathBuf>,
    /// Where what this laptop wrote in which case is remembered.
    pub(super) chains: Option<PathBuf>,
    /// A recent case of the same name, to take originals from.
    pub(super) originals: Option<PathBuf>,
    pub(super) ctx: egui::Context,
}

impl Opening {
    /// Opens, recovers or restores.
    pub(super) fn pursue(intent: Intent, passphrase: Option<Passphrase>, setting: Setting) -> Self {
        let title = t(match intent {
            Intent::Open(_) => "start-opening",
            Intent::Recover(_) => "start-recovering",
            Intent::Restore(_) => "start-restoring",
        });
        let wanted = intent.clone();
        Self::begin(title, Some(intent), setting, move |setting, progress| {
            if wanted.file() == crate::demonstration::default_path() {
                crate::demonstration::ensure(wanted.file(), &setting.author)?;
            }
            let file = CaseFile::find(wanted.file(), passphrase.as_ref())?;
            let file = file.with_backups(setting.backups.clone());
            match wanted {
                Intent::Open(_) => {
                    Case::open_as_possible(file, setting.author.clone()).map(|opened| (opened, None))
                }
                Intent::Recover(path) => recover(&file, &path, setting, progress),
                Intent::Restore(backup) => restore(&file, &backup, passphrase.as_ref(), setting, progress),
            }
        })
    }

    /// Does `work` on a thread of its own.
    pub(super) fn begin(
        title: &'static str,
        intent: Option<Intent>,
        setting: Setting,
        work: impl FnOnce(&Setting, &Progress) -> Result<(Opened, Option<Report>), CaseError> + Send + 'static,
    ) -> Self {
        let (send, outcome) = bounded(1);
        let progress = Progress::new();
        let shared = progress.clone();
        std::thread::spawn(move || {
            let ctx = setting.ctx.clone();
            let author = setting.author.clone();
            let mut report = None;
            let session = Session::open(
                |_| {
                    let (mut opened, lines) = work(&setting, &shared)?;
                    if let Opened::Writing(case) = &mut opened {
                        case.remember_chains_in(setting.chains.as_deref())?;
                    }
                    report = lines;
                    Ok(opened)
                },
                author,
                &ctx,
            );
            let _ = send.send(session.map(|session| (session, report)));
            ctx.request_repaint();
        });
        Self {
            title,
            progress,
            outcome,
            intent,
        }
    }
}

fn recover(
    file: &CaseFile,
    path: &Path,
    setting: &Setting,
    progress: &Progress,
) -> Result<(Opened, Option<Report>), CaseError> {
    let out = free_name(path, t("recover-name"));
    let (mut case, recovery) = file.recover(&out, setting.author.clone(), progress)?;
    renew(&mut case, progress)?;
    let title = tf("recover-title", &[("file", out.display().to_string().into())]);
    let lines = crate::cli::recovery_report(&recovery);
    Ok((Opened::Writing(Box::new(case)), Some((title, lines))))
}

fn restore(
    file: &CaseFile,
    backup: &Backup,
    passphrase: Option<&Passphrase>,
    setting: &Setting,
    progress: &Progress,
) -> Result<(Opened, Option<Report>), CaseError> {
    // The case itself may be gone or damaged: then its originals come with the next import of the photos.
    let originals = setting.originals.as_ref();
    let originals = originals.and_then(|path| CaseFile::find(path, passphrase).ok());
    let folder = match &setting.originals {
        Some(path) => path.parent().map(Path::to_owned),
        None => {
            directories::UserDirs::new().map(|dirs| dirs.document_dir().unwrap_or(dirs.home_dir()).to_owned())
        }
    };
    let name = format!("{}.{}", backup.case, crate::case::EXTENSION);
    let out = free_name(&folder.unwrap_or_default().join(name), t("restore-name"));
    let (mut case, restored) = file.restore(&out, setting.author.clone(), originals.as_ref(), progress)?;
    renew(&mut case, progress)?;
    let mut lines = Vec::new();
    if restored.missing > 0 {
        lines.push(tf("restore-missing", &[("missing", restored.missing.into())]));
    }
    let title = tf(
        "restore-done",
        &[
            ("file", out.display().to_string().into()),
            ("entries", restored.entries.into()),
            ("originals", restored.originals.into()),
        ],
    );
    Ok((Opened::Writing(Box::new(case)), Some((title, lines))))
}

/// A name beside `path` that no file has.
fn free_name(path: &Path, word: &str) -> PathBuf {
    let stem = path
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let folder = path.parent().unwrap_or(Path::new(""));
    (1..)
        .map(|number| {
            let number = if number == 1 {
                String::new()
            } else {
                format!(" {number}")
            };
            folder.join(format!("{stem} {word}{number}.{}", crate::case::EXTENSION))
        })
        .find(|path| !path.exists())
        .unwrap_or_default()
}
