//! What can go wrong with a case, told to a person: what happened, to which file or record, what to do next.

use std::path::{Path, PathBuf};

use crate::model::id::{PhotoId, Sha256};
use crate::model::record::RecordRef;
use crate::text::{t, tf};

/// Why a case refused something.
#[derive(Debug, thiserror::Error)]
pub enum CaseError {
    /// The file exists already and a new case would replace it.
    #[error("{}", tf("case-error-exists", &[("file", show(.0))]))]
    Exists(PathBuf),
    /// There is no such file.
    #[error("{}", tf("case-error-missing", &[("file", show(.0))]))]
    Missing(PathBuf),
    /// The file is not a case of this program.
    #[error("{}", tf("case-error-not-a-case", &[("file", show(.0))]))]
    NotACase(PathBuf),
    /// The case was written by a newer version: it can be read, not changed.
    #[error("{}", tf("case-error-newer", &[("file", show(.file)), ("version", (*.version).into())]))]
    Newer {
        /// The case.
        file: PathBuf,
        /// Its `user_version`.
        version: i64,
    },
    /// The case is open for reading only.
    #[error("{}", t("case-error-read-only"))]
    ReadOnly,
    /// The record is not, or no longer, in the case.
    #[error("{}", tf("case-error-no-record", &[("kind", .0.kind.word().into()), ("id", .0.id.as_str().into())]))]
    NoRecord(RecordRef),
    /// A record with this id is in the case already.
    #[error("{}", tf("case-error-record-exists", &[("kind", .0.kind.word().into()), ("id", .0.id.as_str().into())]))]
    RecordExists(RecordRef),
    /// A field's value is refused.
    #[error("{}", tf("case-error-field", &[("kind", .record.kind.word().into()), ("reason", .reason.as_str().into())]))]
    Field {
        /// The record.
        record: RecordRef,
        /// Why.
        reason: String,
    },
    /// The same bytes are in the case already.
    #[error("{}", tf("case-error-known", &[("name", .name.as_str().into())]))]
    AlreadyKnown {
        /// The photo that has these bytes.
        photo: PhotoId,
        /// That photo's file name.
        name: String,
    },
    /// What was written can't be read back as it was given.
    #[error("{}", tf("case-error-read-back", &[("sha256", .0.to_string().into())]))]
    ReadBack(Sha256),
    /// Undo or redo can't be carried out because the record was changed since.
    #[error("{}", tf("case-error-changed-since", &[("kind", .0.kind.word().into())]))]
    ChangedSince(RecordRef),
    /// An entry of the history can't be understood.
    #[error("{}", tf("case-error-history", &[("seq", (*.seq).into()), ("reason", .reason.as_str().into())]))]
    History {
        /// The entry.
        seq: i64,
        /// Why.
        reason: String,
    },
    /// Reading or writing a file failed.
    #[error("{}", tf("case-error-io", &[("file", show(.file)), ("reason", .source.to_string().into())]))]
    Io {
        /// The file.
        file: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The case was closed before this could be done.
    #[error("{}", t("case-error-closed"))]
    Closed,
    /// The disk is full.
    #[error("{}", t("case-error-disk-full"))]
    DiskFull,
    /// SQLite refused.
    #[error("{}", tf("case-error-sqlite", &[("reason", .0.to_string().into())]))]
    Sqlite(rusqlite::Error),
}

impl From<rusqlite::Error> for CaseError {
    fn from(error: rusqlite::Error) -> Self {
        match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::DiskFull) => Self::DiskFull,
            Some(rusqlite::ErrorCode::ReadOnly) => Self::ReadOnly,
            _ => Self::Sqlite(error),
        }
    }
}

fn show(path: &Path) -> crate::text::FluentValue<'static> {
    path.display().to_string().into()
}
