//! A report of a case or of some of its records, for a court, a sanctions panel or an editor: one content model
//! ([`document`]) made from a [`Reader`], and two writers of it, PDF and self-contained HTML.
//!
//! The same state of the case gives the same bytes: the day that a report states is that of the newest entry of the
//! history, and marks are read as on that day. No clock is asked.

mod content;
pub mod document;
mod html;
mod pdf;
mod picture;
mod scope;
pub mod style;
pub mod template;

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use template::Template;

use crate::case::{CaseError, Reader};
use crate::job::Progress;
use crate::model::record::RecordRef;
use crate::text::{t, tf};

/// In which form a report is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Format {
    /// PDF/A-2u, tagged.
    #[default]
    Pdf,
    /// One HTML file that needs nothing beside it.
    Html,
}

/// The size of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PageSize {
    /// 210 x 297 mm (ISO 216).
    #[default]
    A4,
    /// 8.5 x 11 inches.
    Letter,
}

impl PageSize {
    /// Its width and height in points.
    const fn points(self) -> (f32, f32) {
        match self {
            Self::A4 => (210.0 * MM, 297.0 * MM),
            Self::Letter => (612.0, 792.0),
        }
    }
}

/// Points for a millimetre.
const MM: f32 = 72.0 / 25.4;

/// What is written.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// What the report is of; empty for the whole case.
    pub of: Vec<RecordRef>,
    /// Its form.
    pub format: Format,
    /// The size of its pages.
    pub size: PageSize,
    /// How it looks, and what an organisation says in it.
    pub template: Template,
}

/// What a report came to.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Written {
    /// How many photos it shows.
    pub photos: usize,
    /// How many markings it shows.
    pub markings: usize,
    /// How many pages it has; `None` for HTML.
    pub pages: Option<usize>,
    /// How large the file is, in bytes.
    pub bytes: u64,
}

/// Why there is no report. Whatever stood under the file's name is as it was.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// The case can't be read.
    #[error(transparent)]
    Case(#[from] CaseError),
    /// The file can't be written.
    #[error("{}", tf("report-not-written", &[("file", file.display().to_string().into()), ("reason", reason.to_string().into())]))]
    Write {
        /// The file.
        file: PathBuf,
        /// What the system says.
        reason: std::io::Error,
    },
    /// The file is there already.
    #[error("{}", tf("report-exists", &[("file", file.display().to_string().into())]))]
    Exists {
        /// The file.
        file: PathBuf,
    },
    /// A record that is asked for is not in the case, or none that a report can be of.
    #[error("{}", tf("report-no-record", &[("id", id.as_str().into())]))]
    NoRecord {
        /// Its id.
        id: String,
    },
    /// The document does not hold what its form promises.
    #[error("{}", tf("report-refused", &[("reason", reason.as_str().into())]))]
    Form {
        /// What the writer says.
        reason: String,
    },
    /// It was stopped.
    #[error("{}", t("report-stopped"))]
    Stopped,
}

/// Writes the report into `to`, by way of a file beside it that takes its name when it is whole. A file that is there
/// already is never replaced: it may be a case.
///
/// # Errors
/// When the case can't be read, the file not written or there already, or the job was stopped.
pub fn write(
    reader: &Reader,
    options: &Options,
    to: &Path,
    progress: &Progress,
) -> Result<Written, ReportError> {
    if to.try_exists().is_ok_and(|is_there| is_there) {
        return Err(ReportError::Exists { file: to.to_owned() });
    }
    let scope = scope::Scope::of(reader, &options.of)?;
    let document = content::document(reader, options, &scope)?;
    progress.set_total(document.pictures() as u64);
    let mut pictures = picture::Pictures::new(reader, progress);
    let (bytes, pages) = match options.format {
        Format::Pdf => {
            let (bytes, pages) = pdf::write(&document, options.size, &options.template.style, &mut pictures)?;
            (bytes, Some(pages))
        }
        Format::Html => (
            html::write(&document, &options.template.style, &mut pictures)?,
            None,
        ),
    };
    put(to, &bytes).map_err(|reason| ReportError::Write {
        file: to.to_owned(),
        reason,
    })?;
    Ok(Written {
        photos: scope.photos.len(),
        markings: scope.markings.len(),
        pages,
        bytes: bytes.len() as u64,
    })
}

fn put(to: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut name = to.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = to.with_file_name(name);
    let written = File::create(&part)
        .and_then(|mut file| {
            file.write_all(bytes)?;
            file.sync_all()
        })
        .and_then(|()| fs::rename(&part, to));
    if written.is_err() {
        let _ = fs::remove_file(&part);
    }
    written
}
