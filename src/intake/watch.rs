//! A folder that is watched while a phone or a program fills it: files are taken in once they have come to rest.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::import::{Batch, ImportReport, Plan, Stored, import};
use super::source::is_passed_over;
use crate::case::{CaseError, Reader};
use crate::job::Progress;
use crate::model::PhotoSet;
use crate::model::photo_set::SetOrigin;

/// Time between two looks: a file that is the same in two of them is at rest.
const EVERY: Duration = Duration::from_secs(2);
/// A wish to stop is noticed within this time.
const NOTICED: Duration = Duration::from_millis(100);
/// What programs call a file that they have not finished.
const UNFINISHED: [&str; 4] = ["part", "crdownload", "tmp", "partial"];

/// Size and time of change.
type State = (u64, Option<SystemTime>);

/// What was seen in a folder.
#[derive(Debug)]
struct Watched {
    folder: PathBuf,
    /// Files that were there in the last look and have not been given yet.
    seen: HashMap<PathBuf, State>,
    given: HashSet<(PathBuf, State)>,
}

impl Watched {
    fn new(folder: PathBuf) -> Self {
        Self {
            folder,
            seen: HashMap::new(),
            given: HashSet::new(),
        }
    }

    /// The files that have not changed since the last look, each once; one that changes later is given again. A folder
    /// that is not there has no files: a stick may come back.
    fn look(&mut self) -> Vec<PathBuf> {
        let entries = walkdir::WalkDir::new(&self.folder)
            .follow_links(true)
            .sort_by_file_name()
            .into_iter()
            .filter_entry(|entry| {
                entry.depth() == 0 || !is_passed_over(&entry.file_name().to_string_lossy())
            });
        let mut seen = HashMap::new();
        let mut at_rest = Vec::new();
        for entry in entries.filter_map(Result::ok) {
            let Some(about) = entry.metadata().ok().filter(std::fs::Metadata::is_file) else {
                continue;
            };
            let (path, state) = (entry.into_path(), (about.len(), about.modified().ok()));
            if state.0 == 0 || is_unfinished(&path) || self.given.contains(&(path.clone(), state)) {
                continue;
            }
            if self.seen.get(&path) == Some(&state) {
                self.given.insert((path.clone(), state));
                at_rest.push(path);
            } else {
                seen.insert(path, state);
            }
        }
        self.seen = seen;
        at_rest
    }
}

fn is_unfinished(path: &Path) -> bool {
    path.extension().is_some_and(|extension| {
        UNFINISHED
            .iter()
            .any(|known| extension.eq_ignore_ascii_case(known))
    })
}

/// Watches `folder` until the job is stopped. What comes is one photo set, as long as nobody takes that back; each round
/// of files is one step of it, and `told` hears what became of them.
///
/// # Errors
/// When the case refuses to go on. What was committed before stays.
pub fn watch(
    folder: &Path,
    person: &str,
    reader: impl Fn() -> Result<Reader, CaseError>,
    progress: &Progress,
    mut store: impl FnMut(Batch, Option<i64>) -> Result<Stored, CaseError>,
    mut told: impl FnMut(ImportReport),
) -> Result<(), CaseError> {
    let mut watched = Watched::new(folder.to_owned());
    let mut set = None;
    while !progress.is_cancelled() {
        progress.wait_while_paused();
        let files = watched.look();
        if files.is_empty() {
            rest(progress);
            continue;
        }
        progress.set_waiting(false);
        progress.set_done(0);
        progress.set_total(0);
        let reader = reader()?;
        let before = match set {
            Some(set) => reader.get::<PhotoSet>(set)?,
            None => None,
        };
        let plan = match before {
            Some(before) => Plan::resume(before, &reader)?,
            None => {
                let mut plan = Plan::new(vec![folder.to_owned()], person).for_case(&reader)?;
                plan.set.origin = SetOrigin::Watched;
                plan
            }
        };
        drop(reader);
        let plan = Plan {
            sources: files,
            ..plan
        };
        let report = import(plan, progress, &mut store)?;
        set = report.photo_set.or(set);
        told(report);
    }
    Ok(())
}

/// Until the next look, or until the job is stopped.
fn rest(progress: &Progress) {
    progress.set_waiting(true);
    let mut left = EVERY;
    while !progress.is_cancelled() && !left.is_zero() {
        std::thread::sleep(NOTICED);
        left = left.saturating_sub(NOTICED);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(files: &[PathBuf]) -> Vec<String> {
        let name = |path: &PathBuf| path.file_name().unwrap().to_string_lossy().into_owned();
        files.iter().map(name).collect()
    }

    #[test]
    fn a_file_is_given_once_it_is_at_rest_and_again_when_it_changed() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str| folder.path().join(name);
        let mut watched = Watched::new(folder.path().to_owned());
        assert!(watched.look().is_empty());
        std::fs::write(file("a.jpg"), b"half").unwrap();
        std::fs::write(file("empty.jpg"), b"").unwrap();
        std::fs::write(file("b.jpg.part"), b"unfinished").unwrap();
        assert!(watched.look().is_empty(), "it may be growing");
        std::fs::write(file("a.jpg"), b"half and half").unwrap();
        assert!(watched.look().is_empty(), "it was");
        assert_eq!(names(&watched.look()), ["a.jpg"]);
        assert!(watched.look().is_empty(), "once");
        std::fs::rename(file("b.jpg.part"), file("b.jpg")).unwrap();
        std::fs::create_dir(file("sub")).unwrap();
        std::fs::write(file("sub/c.jpg"), b"c").unwrap();
        std::fs::write(file("a.jpg"), b"something else").unwrap();
        watched.look();
        assert_eq!(names(&watched.look()), ["a.jpg", "b.jpg", "c.jpg"]);
    }

    #[test]
    fn a_folder_that_is_gone_has_no_files() {
        let folder = tempfile::tempdir().unwrap();
        let mut watched = Watched::new(folder.path().join("stick"));
        assert!(watched.look().is_empty());
        std::fs::create_dir(folder.path().join("stick")).unwrap();
        std::fs::write(folder.path().join("stick/a.jpg"), b"a").unwrap();
        watched.look();
        assert_eq!(names(&watched.look()), ["a.jpg"]);
    }
}
