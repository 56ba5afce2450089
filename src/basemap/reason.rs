//! Why a base map, or one of its tiles, can't be read.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::intake::decode::DecodeError;
use crate::text::{t, tf};

/// A file that can't be read, with the reason.
#[derive(Debug, thiserror::Error)]
#[error("{}", tf("basemap-refused", &[("file", self.name().into()), ("reason", reason.to_string().into())]))]
pub struct Refused {
    file: PathBuf,
    /// Why.
    pub reason: Reason,
}

impl Refused {
    pub(super) fn new(file: &Path, reason: Reason) -> Self {
        Self {
            file: file.to_owned(),
            reason,
        }
    }

    fn name(&self) -> String {
        let name = self.file.file_name().unwrap_or(self.file.as_os_str());
        name.to_string_lossy().into_owned()
    }
}

/// Why.
#[derive(Debug, thiserror::Error)]
pub enum Reason {
    /// It is not there.
    #[error("{}", t("basemap-missing"))]
    Missing,
    /// The disk doesn't give it.
    #[error("{}", tf("basemap-unreadable", &[("reason", (*.0).to_string().into())]))]
    Io(std::io::Error),
    /// It is neither of the two formats.
    #[error("{}", t("basemap-foreign"))]
    Foreign,
    /// It is of another version of PMTiles.
    #[error("{}", tf("basemap-version", &[("version", i64::from(*.0).into())]))]
    Version(u8),
    /// It ends before it should.
    #[error("{}", t("basemap-cut"))]
    Cut,
    /// What it says of itself makes no sense: where.
    #[error("{}", tf("basemap-damaged", &[("part", (*.0).into())]))]
    Damaged(&'static str),
    /// It has no tiles.
    #[error("{}", t("basemap-empty"))]
    Empty,
    /// Its tiles are packed in a way that this program can't unpack.
    #[error("{}", tf("basemap-compression", &[("name", (*.0).into())]))]
    Compression(&'static str),
    /// Its tiles are of a kind that this program can't show.
    #[error("{}", tf("basemap-kind", &[("name", .0.as_str().into())]))]
    Kind(String),
    /// A part of it is larger than what is sensible.
    #[error("{}", t("basemap-too-large"))]
    TooLarge,
    /// To find a tile takes too long.
    #[error("{}", t("basemap-slow"))]
    Slow,
    /// The database in it is damaged, or no MBTiles.
    #[error("{}", tf("basemap-database", &[("reason", (*.0).to_string().into())]))]
    Database(rusqlite::Error),
    /// A tile is no picture that can be read.
    #[error("{}", t("basemap-picture"))]
    Picture(DecodeError),
}

impl Reason {
    /// Whether it counts for the whole file, rather than for one tile.
    #[must_use]
    pub fn is_of_file(&self) -> bool {
        matches!(self, Self::Missing | Self::Io(_))
    }
}

impl From<std::io::Error> for Reason {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound => Self::Missing,
            ErrorKind::UnexpectedEof => Self::Cut,
            _ => Self::Io(error),
        }
    }
}

impl From<rusqlite::Error> for Reason {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        match error.sqlite_error_code() {
            Some(ErrorCode::OperationInterrupted) => Self::Slow,
            Some(ErrorCode::TooBig) => Self::TooLarge,
            _ => Self::Database(error),
        }
    }
}
