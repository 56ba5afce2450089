//! What can go wrong with a case, told to a person: what happened, to which file or record, what to do next.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use super::lock::Holder;
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
    /// The file may be read but not written.
    #[error("{}", tf("case-error-read-only-file", &[("file", show(.0))]))]
    ReadOnlyFile(PathBuf),
    /// In the file's folder nothing can be written.
    #[error("{}", tf("case-error-read-only-folder", &[("file", show(.0))]))]
    ReadOnlyFolder(PathBuf),
    /// Somebody has the case open for writing.
    #[error("{}", in_use(.file, .holder))]
    InUse {
        /// The case.
        file: PathBuf,
        /// Who.
        holder: Box<Holder>,
    },
    /// The case is encrypted and its passphrase was not given.
    #[error("{}", tf("case-error-locked", &[("file", show(.0))]))]
    Locked(PathBuf),
    /// The passphrase does not open the case.
    #[error("{}", tf("case-error-wrong-passphrase", &[("file", show(.0))]))]
    WrongPassphrase(PathBuf),
    /// This build of the program can't encrypt.
    #[error("{}", t("case-error-no-encryption"))]
    NoEncryption,
    /// The file is damaged.
    #[error("{}", tf("case-error-damaged", &[("file", show(.file)), ("reason", .reason.as_str().into())]))]
    Damaged {
        /// The case.
        file: PathBuf,
        /// What is wrong.
        reason: String,
    },
    /// Some page of the open case can't be read: it is damaged.
    #[error("{}", tf("case-error-damaged-page", &[("reason", .0.as_str().into())]))]
    DamagedPage(String),
    /// The file has tables or triggers that a case does not have.
    #[error("{}", tf("case-error-schema", &[("file", show(.file)), ("what", .what.as_str().into())]))]
    Schema {
        /// The case.
        file: PathBuf,
        /// What is different.
        what: String,
    },
    /// The disk or folder of the case can't be reached or refuses.
    #[error("{}", tf("case-error-unreachable", &[("reason", .0.as_str().into())]))]
    Unreachable(String),
    /// Somebody else is writing just now.
    #[error("{}", t("case-error-busy"))]
    Busy,
    /// There is no permission to read or write the file.
    #[error("{}", tf("case-error-permission", &[("file", show(.0))]))]
    Permission(PathBuf),
    /// The backup holds another history than the case.
    #[error("{}", tf("case-error-other-history", &[("file", show(.0))]))]
    OtherHistory(PathBuf),
    /// Recover found nothing that belongs to a case.
    #[error("{}", tf("case-error-nothing-intact", &[("file", show(.0))]))]
    NothingIntact(PathBuf),
    /// It was stopped by the person.
    #[error("{}", t("case-error-cancelled"))]
    Cancelled,
    /// What was asked for makes no sense.
    #[error("{0}")]
    Query(String),
    /// A signature can't be made or kept.
    #[error("{}", tf("case-error-signing", &[("reason", .0.as_str().into())]))]
    Signing(String),
    /// The record is not, or no longer, in the case.
    #[error("{}", tf("case-error-no-record", &[("kind", .0.kind.name().into()), ("id", .0.id.as_str().into())]))]
    NoRecord(RecordRef),
    /// A record with this id is in the case already.
    #[error("{}", tf("case-error-record-exists", &[("kind", .0.kind.name().into()), ("id", .0.id.as_str().into())]))]
    RecordExists(RecordRef),
    /// A field's value is refused.
    #[error("{}", tf("case-error-field", &[("kind", .record.kind.name().into()), ("reason", .reason.as_str().into())]))]
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
    /// An original no longer has the bytes that its name says.
    #[error("{}", tf("case-error-original-changed", &[("sha256", .0.to_string().into())]))]
    OriginalChanged(Sha256),
    /// Undo or redo can't be carried out because the record was changed since.
    #[error("{}", tf("case-error-changed-since", &[("kind", .0.kind.name().into())]))]
    ChangedSince(RecordRef),
    /// An entry of the history can't be understood.
    #[error("{}", tf("case-error-history", &[("seq", .seq.to_string().into()), ("reason", .reason.as_str().into())]))]
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

impl CaseError {
    /// What a failed operation on `file` means.
    #[must_use]
    pub fn of_io(file: &Path, source: std::io::Error) -> Self {
        match source.kind() {
            ErrorKind::NotFound => Self::Missing(file.to_owned()),
            ErrorKind::PermissionDenied => Self::Permission(file.to_owned()),
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Self::DiskFull,
            _ => Self::Io {
                file: file.to_owned(),
                source,
            },
        }
    }

    /// Whether the disk can't be reached: the connection has to be made anew once it is there again.
    #[must_use]
    pub fn is_unreachable(&self) -> bool {
        matches!(self, Self::Unreachable(_))
    }

    /// Whether the file is damaged.
    #[must_use]
    pub fn is_damage(&self) -> bool {
        matches!(self, Self::Damaged { .. } | Self::DamagedPage(_))
    }
}

impl From<rusqlite::Error> for CaseError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::DiskFull,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly,
            Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen) => Self::Unreachable(error.to_string()),
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
                Self::DamagedPage(error.to_string())
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy,
            _ => Self::Sqlite(error),
        }
    }
}

/// A moment as this laptop's clock shows it.
fn local(moment: &str) -> String {
    let parsed = moment.parse::<jiff::Timestamp>();
    parsed.map_or_else(
        |_| moment.to_owned(),
        |moment| {
            let zoned = moment.to_zoned(jiff::tz::TimeZone::system());
            zoned.strftime("%Y-%m-%d %H:%M").to_string()
        },
    )
}

fn in_use(file: &Path, holder: &Holder) -> String {
    if holder.person.is_empty() && holder.device_name.is_empty() {
        return tf("case-error-in-use-unknown", &[("file", show(file))]);
    }
    tf(
        "case-error-in-use",
        &[
            ("file", show(file)),
            ("person", holder.person.as_str().into()),
            ("device", holder.device_name.as_str().into()),
            ("since", local(&holder.since).into()),
        ],
    )
}

fn show(path: &Path) -> crate::text::FluentValue<'static> {
    path.display().to_string().into()
}
