//! What a package would hold, and what stands where it is to go: to be seen before it is made. Nothing is written.

use std::path::Path;

use serde::Serialize;

use super::selection::Selection;
use super::{PackageError, Plan, sink, write};
use crate::case::{CaseError, Reader};
use crate::model::record::RecordKind;

/// What a package would hold.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Outlook {
    /// How many records of each kind that can be asked for would be in it.
    pub records: Vec<(RecordKind, u64)>,
    /// How many records of these kinds the case has and the package would not.
    pub left_out: u64,
    /// How many originals.
    pub originals: u64,
    /// How many originals the case lacks: while it does, there can be no such package.
    pub missing: u64,
    /// How many entries of the history.
    pub entries: u64,
    /// About how many bytes: those of the originals and of the history. Records are a few kilobytes each at most.
    pub bytes: u64,
    /// How many of its records wait for a person's decision.
    pub undecided: u64,
}

/// What stands where a package is to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Nothing.
    Free,
    /// An unfinished package of this case, with which an export goes on.
    Unfinished,
    /// Something, which is not touched.
    Taken,
    /// Something that is no unfinished package of this case, where one would be. It is not touched.
    Foreign,
    /// The folder that is to hold it is not there.
    NoFolder,
}

/// What a package by `plan` would hold.
///
/// # Errors
/// When a record that is asked for is not in the case, or the case can't be read.
pub fn outlook(reader: &Reader, plan: &Plan) -> Result<Outlook, CaseError> {
    reader.at_one_moment(|reader| {
        let selection = Selection::of(reader, &plan.of, plan.with_history)?;
        let all = reader.counts()?;
        let mut outlook = Outlook::default();
        for (kind, all) in [
            (RecordKind::Strike, all.strikes),
            (RecordKind::Weapon, all.weapons),
            (RecordKind::Component, all.components),
            (RecordKind::Marking, all.markings),
            (RecordKind::Photo, all.photos),
        ] {
            let count = selection.count(kind, all);
            outlook.records.push((kind, count));
            outlook.left_out += all.saturating_sub(count);
        }
        let mut last = String::new();
        reader.for_each_photo_size(|photo, hash, bytes| {
            // Of two photos of one original it is there once.
            if hash == last || !selection.has(&photo) {
                return;
            }
            hash.clone_into(&mut last);
            match bytes {
                Some(bytes) => {
                    outlook.originals += 1;
                    outlook.bytes += bytes;
                }
                None => outlook.missing += 1,
            }
        })?;
        if plan.with_history {
            for device in reader.devices()? {
                outlook.entries += device.entries;
                outlook.bytes += device.bytes;
            }
        }
        outlook.undecided = match reader.conflict_count()? {
            0 => 0,
            all if selection.is_whole() => all,
            _ => {
                let open = reader.conflicts()?;
                let within = open.iter().filter(|conflict| selection.has(&conflict.record));
                within.count() as u64
            }
        };
        Ok(outlook)
    })
}

/// What stands at `to`, where a package by `plan` is to go.
///
/// # Errors
/// When the case can't be read.
pub fn standing(reader: &Reader, plan: &Plan, to: &Path) -> Result<Standing, CaseError> {
    let Some(partial) = sink::partial_of(to) else {
        return Ok(Standing::NoFolder);
    };
    let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty());
    if !folder.unwrap_or(Path::new(".")).is_dir() {
        return Ok(Standing::NoFolder);
    }
    if to.symlink_metadata().is_ok() {
        return Ok(Standing::Taken);
    }
    if partial.symlink_metadata().is_err() {
        return Ok(Standing::Free);
    }
    let whose = match write::whose(reader, plan) {
        Ok(whose) => whose,
        // Of a case without a history there is nothing to go on with; the export says so.
        Err(PackageError::Empty) => return Ok(Standing::Foreign),
        Err(PackageError::Case(error)) => return Err(error),
        Err(other) => return Err(CaseError::Query(other.to_string())),
    };
    Ok(match sink::is_unfinished(to, &partial, plan.is_zip, &whose) {
        true => Standing::Unfinished,
        false => Standing::Foreign,
    })
}
