//! The import as a whole: stopped at any point it leaves a sound case, and going on adds what is missing.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use witnessmark::case::{Case, CaseError};
use witnessmark::intake::import::{import, store};
use witnessmark::job::Progress;
use witnessmark::settings::Settings;

/// Distinct JPEGs, small enough to be many.
fn photos(folder: &Path, count: usize) -> Vec<PathBuf> {
    (0..count)
        .map(|number| {
            let path = folder.join(format!("{number:04}.jpg"));
            let shade = |x: u32, y: u32| ((x * 3 + y * 5 + number as u32 * 7) % 256) as u8;
            let picture = image::RgbImage::from_fn(64, 48, |x, y| image::Rgb([shade(x, y), shade(y, x), 90]));
            picture.save(&path).unwrap();
            path
        })
        .collect()
}

fn new_case(folder: &TempDir) -> (PathBuf, Case) {
    let path = folder.path().join("case.witness");
    let case = Case::create(&path, "Import", Settings::in_memory().author()).unwrap();
    (path, case)
}

fn count(case: &Case) -> usize {
    usize::try_from(case.reader().unwrap().counts().unwrap().photos).unwrap()
}

#[test]
fn an_import_that_is_cancelled_leaves_a_sound_case_and_the_next_one_adds_the_rest() {
    let folder = tempfile::tempdir().unwrap();
    let files = photos(folder.path(), 60);
    for after in [0, 1, 7, 30] {
        let place = tempfile::tempdir().unwrap();
        let (path, mut case) = new_case(&place);
        let progress = Progress::new();
        if after == 0 {
            progress.cancel();
        }
        let mut stored = 0;
        let report = import(&files, HashSet::new(), &progress, |photos, step| {
            stored += photos.len();
            let result = store(&mut case, photos, step);
            if stored >= after {
                progress.cancel();
            }
            result
        })
        .unwrap();
        assert!(report.cancelled);
        assert_eq!(report.added.len(), count(&case), "what is reported is there");
        assert!(case.reader().unwrap().verify(|_, _| true).unwrap().is_sound());

        let known = case.reader().unwrap().known_originals().unwrap();
        let rest = import(&files, known, &Progress::new(), |photos, step| {
            store(&mut case, photos, step)
        })
        .unwrap();
        assert_eq!(rest.added.len() + report.added.len(), files.len());
        assert_eq!(rest.known.len(), report.added.len());
        case.close().unwrap();
        let check: String = rusqlite::Connection::open(&path)
            .unwrap()
            .query_row("PRAGMA integrity_check", [], |row| row.get(0))
            .unwrap();
        assert_eq!(check, "ok");
    }
}

#[test]
fn one_undo_takes_a_whole_import_back() {
    let folder = tempfile::tempdir().unwrap();
    let files = photos(folder.path(), 12);
    let (_, mut case) = new_case(&folder);
    // One photo at a time, so that the import commits in several parts.
    let mut parts = 0;
    let report = import(&files, HashSet::new(), &Progress::new(), |photos, mut step| {
        let mut all = witnessmark::intake::import::Stored::default();
        for photo in photos {
            parts += 1;
            let stored = store(&mut case, vec![photo], step)?;
            step = stored.step;
            all.added.extend(stored.added);
        }
        all.step = step;
        Ok(all)
    })
    .unwrap();
    assert!(parts > 1);
    assert_eq!(report.added.len(), 12);
    case.undo().unwrap();
    assert_eq!(count(&case), 0);
    case.redo().unwrap();
    assert_eq!(count(&case), 12);
    assert!(case.reader().unwrap().verify(|_, _| true).unwrap().is_sound());
}

#[test]
fn a_case_that_refuses_ends_the_import_with_its_reason_and_keeps_what_was_committed() {
    let folder = tempfile::tempdir().unwrap();
    let files = photos(folder.path(), 20);
    let (_, mut case) = new_case(&folder);
    let mut first = true;
    let result = import(&files, HashSet::new(), &Progress::new(), |photos, step| {
        if std::mem::take(&mut first) {
            return store(&mut case, photos, step);
        }
        Err(CaseError::DiskFull)
    });
    assert!(matches!(result, Err(CaseError::DiskFull)));
    assert!(count(&case) > 0);
    assert!(case.reader().unwrap().verify(|_, _| true).unwrap().is_sound());
}
