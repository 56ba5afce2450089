//! The package: a case, or some records of it, as a folder or a ZIP archive that anyone can check without this program.
//!
//! It is a BagIt bag ([RFC 8493](https://www.rfc-editor.org/rfc/rfc8493)): originals byte for byte, records as tables and
//! as JSON with their schemas, places as GeoJSON, the history as it was hashed, and signatures that `ssh-keygen` checks.
//! docs/package.md says what is where. [`export`] writes one, and [`read::check`] judges one.

mod bag;
pub mod chain;
mod compared;
pub mod import;
mod names;
mod outlook;
mod places;
pub mod read;
mod schema;
mod selection;
mod sink;
mod space;
mod tables;
mod write;

use std::path::{Path, PathBuf};

use crate::case::CaseError;
use crate::model::RecordRef;
use crate::text::{t, tf};

pub use outlook::{Outlook, Standing, outlook, standing};
pub use write::export;

/// What goes into a package, and in which form.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// The records that are asked for; what belongs to them comes along. Empty for the whole case.
    pub of: Vec<RecordRef>,
    /// Whether the history goes with them. It holds the text of every record of the case, also of those that a selection
    /// leaves out; without it nobody can compute the chains again or merge the package into a case.
    pub with_history: bool,
    /// Whether it is one ZIP archive, not a folder.
    pub is_zip: bool,
    /// Files that are added under `data/report/`, such as a report of the case.
    pub extra: Vec<Extra>,
}

impl Plan {
    /// The whole case with its history, as a folder.
    #[must_use]
    pub fn whole() -> Self {
        Self {
            with_history: true,
            ..Self::default()
        }
    }

    /// These records with what belongs to them, as a folder and without the history, which tells of all others.
    #[must_use]
    pub fn of(records: Vec<RecordRef>) -> Self {
        Self {
            of: records,
            ..Self::default()
        }
    }
}

/// A file that is added under `data/report/`.
#[derive(Debug, Clone)]
pub struct Extra {
    /// Its name there: ASCII, without folders.
    pub name: String,
    /// The file.
    pub from: PathBuf,
}

/// What a package came to.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Made {
    /// Where it is.
    pub path: PathBuf,
    /// How many originals are in it.
    pub originals: u64,
    /// How many of them were there already, from an export that was cut short.
    pub kept: u64,
    /// How many records.
    pub records: u64,
    /// How many entries of the history.
    pub entries: u64,
    /// How many bytes all payload files have together.
    pub bytes: u64,
    /// The fingerprint of the key that signed it.
    pub signed_by: Option<String>,
}

/// Why there is no package.
#[derive(Debug, thiserror::Error)]
pub enum PackageError {
    /// The case refused.
    #[error(transparent)]
    Case(#[from] CaseError),
    /// A file can't be read or written.
    #[error("{}", tf("package-error-file", &[("file", show(.file)), ("reason", .source.to_string().into())]))]
    File {
        /// The file.
        file: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// There is something already where the package should be.
    #[error("{}", tf("package-error-exists", &[("file", show(.0))]))]
    Exists(PathBuf),
    /// Something that is no part of this package stands where an unfinished one would.
    #[error("{}", tf("package-error-foreign", &[("file", show(.0))]))]
    Foreign(PathBuf),
    /// There is too little room.
    #[error("{}", tf("package-error-space", &[("needed", megabytes(*.needed).into()), ("free", megabytes(*.free).into())]))]
    Space {
        /// Bytes that are needed.
        needed: u64,
        /// Bytes that are free.
        free: u64,
    },
    /// A photo's original is not in the case.
    #[error("{}", tf("package-error-missing", &[("photo", .0.as_str().into())]))]
    MissingOriginal(String),
    /// The case has no history yet.
    #[error("{}", t("package-error-empty"))]
    Empty,
    /// An added file has a name that can't be kept everywhere.
    #[error("{}", tf("package-error-name", &[("name", .0.as_str().into())]))]
    Name(String),
    /// It can't be signed.
    #[error("{}", tf("case-error-signing", &[("reason", .0.as_str().into())]))]
    Signing(String),
    /// A person stopped it. What is written stays.
    #[error("{}", tf("package-error-cancelled", &[("file", show(.0))]))]
    Cancelled(PathBuf),
}

impl PackageError {
    fn file(file: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let file = file.to_owned();
        |source| match source.kind() {
            std::io::ErrorKind::StorageFull | std::io::ErrorKind::QuotaExceeded => CaseError::DiskFull.into(),
            _ => Self::File { file, source },
        }
    }
}

fn show(path: &Path) -> crate::text::FluentValue<'static> {
    path.display().to_string().into()
}

/// Bytes as whole megabytes, rounded up.
fn megabytes(bytes: u64) -> String {
    bytes.div_ceil(1_000_000).to_string()
}
