//! Templates of reports: a folder with a small file that says how a report looks, which chapters it has and what an
//! organisation says in words of its own, and a logo. What is wrong in it is refused, with the file, the key and the reason.

mod file;
mod logo;

use std::collections::BTreeMap;
use std::fs::OpenOptions;
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

pub use logo::Logo;

use super::document::Part;
use super::style::Style;
use crate::case::sha256;
use crate::model::id::Sha256;
use crate::text::{Language, tf};

/// The name of the file in its folder.
pub const FILE: &str = "template.toml";
/// The template that says what holds without one.
pub const USUAL: &str = include_str!("../../../assets/report/template.toml");
/// No file of a template is larger: it is read whole.
const LARGEST: u64 = 8 << 20;

/// How a report looks, what it has, and what is said in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Template {
    /// The organisation, in place of the case's; may be empty.
    pub organisation: String,
    /// The picture on the title page.
    pub logo: Option<Logo>,
    /// How it looks.
    pub style: Style,
    /// The line above each page, with placeholders.
    pub header: Line,
    /// The line below each page, with placeholders; may be empty.
    pub footer: Line,
    /// Its chapters, in their order.
    pub chapters: Chapters,
    /// What is said in place of the program's own words, by language.
    pub texts: BTreeMap<&'static str, Texts>,
    /// The files that it was read from; none of the program's own.
    pub files: Vec<(String, Sha256)>,
}

impl Default for Template {
    fn default() -> Self {
        Self {
            organisation: String::new(),
            logo: None,
            style: Style::default(),
            header: Line("{handling} · {title}".to_owned()),
            footer: Line::default(),
            chapters: Chapters::default(),
            texts: BTreeMap::new(),
            files: Vec::new(),
        }
    }
}

/// What is said in one language; empty for the program's own words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Texts {
    /// On the title page.
    pub title_page: String,
    /// Of the method.
    pub method: String,
    /// Of the limits.
    pub disclaimer: String,
}

/// The chapters of a report, in their order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapters(pub Vec<Part>);

impl Default for Chapters {
    fn default() -> Self {
        Self(Part::ALL.to_vec())
    }
}

/// A line with placeholders: words, and what the case states in their places.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line(pub String);

/// What the placeholders of a line stand for.
pub(super) const PLACEHOLDERS: [&str; 4] = ["handling", "title", "organisation", "date"];

impl Line {
    /// The line with these values in the places of [`PLACEHOLDERS`]. What is between two that have none is left out.
    pub(super) fn with(&self, values: [&str; 4]) -> String {
        let parts = self.0.split(" · ").map(|part| {
            let mut part = part.to_owned();
            for (name, value) in PLACEHOLDERS.into_iter().zip(values) {
                part = part.replace(&format!("{{{name}}}"), value);
            }
            part
        });
        let parts: Vec<String> = parts.filter(|part| !part.trim().is_empty()).collect();
        parts.join(" · ")
    }
}

/// Why a template is not used.
#[derive(Debug, thiserror::Error)]
pub enum TemplateError {
    /// A file of it can't be read, or the new one not written.
    #[error("{}", tf("report-template-io", &[("file", file.display().to_string().into()), ("reason", reason.to_string().into())]))]
    Io {
        /// The file.
        file: PathBuf,
        /// What the system says.
        reason: std::io::Error,
    },
    /// There is a template already.
    #[error("{}", tf("report-template-exists", &[("file", file.display().to_string().into())]))]
    Exists {
        /// The file.
        file: PathBuf,
    },
    /// Something in it is wrong.
    #[error("{}", tf("report-template-wrong", &[("file", file.display().to_string().into()), ("key", key.as_str().into()), ("reason", reason.as_str().into())]))]
    Wrong {
        /// The file.
        file: PathBuf,
        /// The key.
        key: String,
        /// What is wrong with it.
        reason: String,
    },
}

impl Template {
    /// The template of a folder.
    ///
    /// # Errors
    /// When a file of it can't be read, or says what can't be.
    pub fn read(folder: &Path) -> Result<Self, TemplateError> {
        let file = folder.join(FILE);
        let wrong = |(key, reason): (String, String)| TemplateError::Wrong {
            file: file.clone(),
            key,
            reason,
        };
        let bytes = bytes(&file)?;
        let text = std::str::from_utf8(&bytes).map_err(|error| wrong((String::new(), error.to_string())))?;
        let (mut template, logo) = file::parse(text).map_err(wrong)?;
        template.files.push((FILE.to_owned(), sha256(&bytes)));
        if let Some(name) = logo {
            let picture = self::bytes(&folder.join(&name))?;
            let key = || "organisation.logo".to_owned();
            template.logo = Some(Logo::of(&picture).map_err(|reason| wrong((key(), reason)))?);
            template.files.push((name, sha256(&picture)));
        }
        Ok(template)
    }

    /// What it says in a language.
    pub(super) fn texts(&self, language: Language) -> Texts {
        self.texts.get(language.code()).cloned().unwrap_or_default()
    }
}

/// Writes the template that says what holds without one into `folder`, to begin with. A file that is there is never replaced.
///
/// # Errors
/// When there is one already, or it can't be written.
pub fn write_usual(folder: &Path) -> Result<PathBuf, TemplateError> {
    let file = folder.join(FILE);
    let failed = |reason: std::io::Error| match reason.kind() {
        ErrorKind::AlreadyExists => TemplateError::Exists { file: file.clone() },
        _ => TemplateError::Io {
            file: file.clone(),
            reason,
        },
    };
    std::fs::create_dir_all(folder).map_err(failed)?;
    let mut new = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&file)
        .map_err(failed)?;
    new.write_all(USUAL.as_bytes())
        .and_then(|()| new.sync_all())
        .map_err(|reason| TemplateError::Io {
            file: file.clone(),
            reason,
        })?;
    Ok(file)
}

fn bytes(file: &Path) -> Result<Vec<u8>, TemplateError> {
    let failed = |reason: std::io::Error| TemplateError::Io {
        file: file.to_owned(),
        reason,
    };
    let mut bytes = Vec::new();
    let opened = std::fs::File::open(file).map_err(failed)?;
    opened.take(LARGEST + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > LARGEST {
        return Err(failed(ErrorKind::FileTooLarge.into()));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_to_begin_with_says_what_holds_without_a_template() {
        let folder = tempfile::tempdir().unwrap();
        let file = write_usual(folder.path()).unwrap();
        let mut read = Template::read(folder.path()).unwrap();
        let hash = sha256(&std::fs::read(&file).unwrap());
        assert_eq!(read.files, [(FILE.to_owned(), hash)]);
        read.files.clear();
        assert_eq!(read, Template::default());
        std::fs::write(&file, "version = 1 # mine").unwrap();
        assert!(matches!(
            write_usual(folder.path()),
            Err(TemplateError::Exists { .. })
        ));
        assert_eq!(std::fs::read_to_string(&file).unwrap(), "version = 1 # mine");
    }

    #[test]
    fn a_line_leaves_out_what_the_case_does_not_state() {
        let line = Line("{handling} · {title} · page of {organisation}".to_owned());
        assert_eq!(line.with(["", "Case", "Us", ""]), "Case · page of Us");
        assert_eq!(
            line.with(["Secret", "Case", "Us", ""]),
            "Secret · Case · page of Us"
        );
    }
}
