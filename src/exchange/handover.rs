//! What leaves the case for somebody: a report or a package, with what would be in it told beforehand. A package is checked
//! as whoever gets it would, once it is made.

use std::path::{Path, PathBuf};

use ssh_key::PrivateKey;

use super::package::read::{ReadError, Verdict, check};
use super::package::{self, Made, PackageError, Standing};
use super::report::{self, PageSize, ReportError, Written};
use crate::case::{CaseError, Reader};
use crate::job::Progress;
use crate::model::record::{RecordKind, RecordRef};
use crate::text::{self, Language};

/// The kinds of record that can be handed over by themselves, with what belongs to them.
pub const KINDS: [RecordKind; 5] = [
    RecordKind::Strike,
    RecordKind::Weapon,
    RecordKind::Component,
    RecordKind::Marking,
    RecordKind::Photo,
];

/// The form in which something is handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Form {
    /// A report, to print or to file.
    #[default]
    ReportPdf,
    /// A report, to read on a screen.
    ReportHtml,
    /// A package, as a folder.
    PackageFolder,
    /// A package, as one archive.
    PackageZip,
}

impl Form {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::ReportPdf,
        Self::ReportHtml,
        Self::PackageFolder,
        Self::PackageZip,
    ];

    /// Whether it is a report.
    #[must_use]
    pub const fn is_report(self) -> bool {
        matches!(self, Self::ReportPdf | Self::ReportHtml)
    }

    /// How the name of its file ends; empty for a folder.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::ReportPdf => "pdf",
            Self::ReportHtml => "html",
            Self::PackageFolder => "",
            Self::PackageZip => "zip",
        }
    }

    /// A name for it beside a case whose file has the name `stem`; `number` tells it from others.
    #[must_use]
    pub fn file_name(self, stem: &str, number: u32) -> String {
        let what = if self.is_report() { "report" } else { "package" };
        let number = match number {
            1 => String::new(),
            number => format!("-{number}"),
        };
        let point = if self.ending().is_empty() { "" } else { "." };
        format!("{stem}-{what}{number}{point}{}", self.ending())
    }
}

/// What is to be handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Order {
    /// The records, of the kinds [`KINDS`]; empty for the whole case.
    pub of: Vec<RecordRef>,
    /// In which form.
    pub form: Form,
    /// The size of a report's pages.
    pub size: PageSize,
    /// The language of a report.
    pub language: Language,
    /// Whether the history goes into a package.
    pub with_history: bool,
}

impl Order {
    fn plan(&self) -> package::Plan {
        package::Plan {
            of: self.of.clone(),
            with_history: self.with_history,
            is_zip: self.form == Form::PackageZip,
            extra: Vec::new(),
        }
    }
}

/// What would be handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outlook {
    /// In a report.
    Report {
        /// How many records of each kind: of the whole case, or of what was chosen without what hangs on it.
        records: Vec<(RecordKind, u64)>,
        /// How many records of the case wait for a person's decision.
        undecided: u64,
    },
    /// In a package.
    Package(package::Outlook),
}

impl Outlook {
    /// How many records of each kind.
    #[must_use]
    pub fn records(&self) -> &[(RecordKind, u64)] {
        match self {
            Self::Report { records, .. } => records,
            Self::Package(package) => &package.records,
        }
    }

    /// How many records wait for a person's decision.
    #[must_use]
    pub fn undecided(&self) -> u64 {
        match self {
            Self::Report { undecided, .. } => *undecided,
            Self::Package(package) => package.undecided,
        }
    }
}

/// What was handed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Handed {
    /// A report.
    Report(Written),
    /// A package.
    Package {
        /// What is in it.
        made: Made,
        /// What the check found.
        verdict: Box<Verdict>,
    },
}

/// Why nothing was handed over, or why it is not known to be sound.
#[derive(Debug, thiserror::Error)]
pub enum HandoverError {
    /// There is no report.
    #[error(transparent)]
    Report(#[from] ReportError),
    /// There is no package.
    #[error(transparent)]
    Package(#[from] PackageError),
    /// The package is made and can't be read back.
    #[error(transparent)]
    Check(#[from] ReadError),
    /// The case can't be read.
    #[error(transparent)]
    Case(#[from] CaseError),
}

impl HandoverError {
    /// Whether a person stopped it.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        matches!(
            self,
            Self::Report(ReportError::Stopped | ReportError::Case(CaseError::Cancelled))
                | Self::Package(PackageError::Cancelled(_) | PackageError::Case(CaseError::Cancelled))
        )
    }
}

/// What `order` would hand over. Nothing is written.
///
/// # Errors
/// When a record that is asked for is not in the case, or the case can't be read.
pub fn outlook(reader: &Reader, order: &Order) -> Result<Outlook, CaseError> {
    if !order.form.is_report() {
        return package::outlook(reader, &order.plan()).map(Outlook::Package);
    }
    let all = reader.counts()?;
    let whole = [all.strikes, all.weapons, all.components, all.markings, all.photos];
    let chosen = |kind| order.of.iter().filter(|record| record.kind == kind).count() as u64;
    let records = KINDS
        .into_iter()
        .zip(whole)
        .map(|(kind, all)| match order.of.is_empty() {
            true => (kind, all),
            false => (kind, chosen(kind)),
        });
    Ok(Outlook::Report {
        records: records.collect(),
        undecided: reader.conflict_count()?,
    })
}

/// What stands at `to`, where what `order` says is to go.
///
/// # Errors
/// When the case can't be read.
pub fn standing(reader: &Reader, order: &Order, to: &Path) -> Result<Standing, CaseError> {
    // A report has no unfinished state: nothing of it is there until it is whole.
    match package::standing(reader, &order.plan(), to)? {
        Standing::Foreign | Standing::Unfinished if order.form.is_report() => Ok(Standing::Free),
        standing => Ok(standing),
    }
}

/// A place in `folder` that is free for what `order` says, or where an unfinished one lies, and which of the two it is. `stem`
/// is the name of the case's file.
///
/// # Errors
/// When the case can't be read.
pub fn suggest(
    reader: &Reader,
    order: &Order,
    folder: &Path,
    stem: &str,
) -> Result<(PathBuf, Standing), CaseError> {
    let mut number = 1;
    loop {
        let to = folder.join(order.form.file_name(stem, number));
        match standing(reader, order, &to)? {
            Standing::Taken | Standing::Foreign if number < MOST_NAMES => number += 1,
            standing => return Ok((to, standing)),
        }
    }
}

/// So many names are tried before a person has to give one.
const MOST_NAMES: u32 = 999;

/// Hands over what `order` says to `to`; a package is signed with `key` if there is one, and checked.
///
/// # Errors
/// When there can be no report or package, or the package can't be read back.
pub fn hand_over(
    reader: &Reader,
    order: &Order,
    key: Option<&PrivateKey>,
    to: &Path,
    progress: &Progress,
) -> Result<Handed, HandoverError> {
    if order.form.is_report() {
        let options = report::Options {
            of: order.of.clone(),
            format: match order.form {
                Form::ReportHtml => report::Format::Html,
                _ => report::Format::Pdf,
            },
            size: order.size,
            template: report::template::Template::default(),
        };
        // Of one state of the case, whatever is written in it meanwhile.
        let written = reader.at_one_moment(|reader| {
            text::in_language(order.language, || report::write(reader, &options, to, progress))
        })?;
        return Ok(Handed::Report(written));
    }
    let made = package::export(reader, &order.plan(), key, to, progress)?;
    progress.set_done(0);
    let verdict = Box::new(check(to, made.signed_by.as_deref(), progress)?);
    Ok(Handed::Package { made, verdict })
}

/// Makes a package with a report of the same records in it, both of one state of the case.
///
/// # Errors
/// When there can be no report or no package.
pub fn package_with_report(
    reader: &Reader,
    plan: package::Plan,
    options: &report::Options,
    key: Option<&PrivateKey>,
    to: &Path,
    progress: &Progress,
) -> Result<Made, HandoverError> {
    let name = match options.format {
        report::Format::Pdf => "report.pdf",
        report::Format::Html => "report.html",
    };
    // Beside the package, where there is room for it, and gone when it is in it.
    let mut beside = to.file_name().unwrap_or_default().to_owned();
    beside.push(format!(".{name}"));
    let beside = to.with_file_name(beside);
    let made = reader.at_one_moment(|reader| {
        report::write(reader, options, &beside, progress)?;
        progress.set_done(0);
        let extra = package::Extra {
            name: name.to_owned(),
            from: beside.clone(),
        };
        let plan = package::Plan {
            extra: plan.extra.iter().cloned().chain([extra]).collect(),
            ..plan
        };
        Ok(package::export(reader, &plan, key, to, progress)?)
    });
    if !matches!(made, Err(HandoverError::Report(ReportError::Exists { .. }))) {
        let _ = std::fs::remove_file(&beside);
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_what_it_is_and_ends_as_its_form_does() {
        let names = Form::ALL.map(|form| form.file_name("kyiv", 1));
        assert_eq!(
            names,
            [
                "kyiv-report.pdf",
                "kyiv-report.html",
                "kyiv-package",
                "kyiv-package.zip"
            ]
        );
        assert_eq!(Form::PackageZip.file_name("kyiv", 3), "kyiv-package-3.zip");
    }
}
