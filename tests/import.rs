//! The import as a whole: stopped at any point it leaves a sound case, and going on adds what is missing.

use std::path::{Path, PathBuf};

use tempfile::TempDir;
use witnessmark::case::{Case, CaseError};
use witnessmark::intake::import::{Batch, Plan, import, store};
use witnessmark::job::Progress;
use witnessmark::model::photo_set::{SetOrigin, SetState};
use witnessmark::model::{Photo, PhotoSet};
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
        let report = import(Plan::new(files.clone(), "T"), &progress, |photos, step| {
            stored += photos.photos.len();
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

        let rest = import(
            Plan::new(files.clone(), "T")
                .for_case(&case.reader().unwrap())
                .unwrap(),
            &Progress::new(),
            |photos, step| store(&mut case, photos, step),
        )
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
    let report = import(
        Plan::new(files.clone(), "T"),
        &Progress::new(),
        |batch, mut step| {
            let mut all = witnessmark::intake::import::Stored::default();
            let mut changes = batch.changes;
            let photos = batch.photos.into_iter().map(|photo| vec![photo]);
            for photos in photos.chain([Vec::new()]) {
                parts += 1;
                let changes = std::mem::take(&mut changes);
                let stored = store(&mut case, Batch { changes, photos }, step)?;
                step = stored.step;
                all.added.extend(stored.added);
            }
            all.step = step;
            Ok(all)
        },
    )
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
    let result = import(Plan::new(files.clone(), "T"), &Progress::new(), |batch, step| {
        if std::mem::take(&mut first) {
            return store(&mut case, batch, step);
        }
        Err(CaseError::DiskFull)
    });
    assert!(matches!(result, Err(CaseError::DiskFull)));
    assert!(count(&case) > 0);
    assert!(case.reader().unwrap().verify(|_, _| true).unwrap().is_sound());
}

fn sets(case: &Case) -> Vec<PhotoSet> {
    case.reader().unwrap().all::<PhotoSet>().unwrap()
}

#[test]
fn the_set_keeps_where_the_photos_are_from_and_what_became_of_each_file() {
    let folder = tempfile::tempdir().unwrap();
    let from = folder.path().join("From the police");
    std::fs::create_dir(&from).unwrap();
    photos(&from, 3);
    std::fs::copy(from.join("0001.jpg"), from.join("again.jpg")).unwrap();
    std::fs::write(from.join("report.pdf"), b"%PDF-1.7 words").unwrap();
    std::fs::write(from.join("false.jpg"), b"%PDF-1.7 other words").unwrap();
    std::fs::write(from.join("empty.jpg"), b"").unwrap();
    let (_, mut case) = new_case(&folder);
    let mut plan = Plan::new(vec![from.clone()], "O. Tester");
    plan.set.given_by = Some("Station 7".to_owned());
    let report = import(plan, &Progress::new(), |batch, step| {
        store(&mut case, batch, step)
    })
    .unwrap();
    assert_eq!(
        (report.added.len(), report.known.len(), report.refused.len()),
        (4, 1, 2)
    );

    let [set] = &sets(&case)[..] else {
        panic!("one set")
    };
    assert_eq!(Some(set.id), report.photo_set);
    assert_eq!(
        (set.title.as_str(), set.origin),
        ("From the police", SetOrigin::Folder)
    );
    assert_eq!((set.added, set.state), (4, SetState::Finished));
    assert_eq!(set.given_by.as_deref(), Some("Station 7"));
    assert_eq!(set.known.len(), 1);
    let refused: Vec<&str> = set.refused.iter().map(|note| note.file.as_str()).collect();
    assert!(
        refused.iter().any(|file| file.ends_with("false.jpg")),
        "{refused:?}"
    );
    assert!(
        refused.iter().any(|file| file.ends_with("empty.jpg")),
        "{refused:?}"
    );

    let all = case.reader().unwrap().all::<Photo>().unwrap();
    assert!(all.iter().all(|photo| photo.photo_set == Some(set.id)));
    assert!(all.iter().all(|photo| photo.source_modified.is_some()));
    let pdf = all.iter().find(|photo| photo.file_name == "report.pdf").unwrap();
    assert_eq!(pdf.format, "PDF");
    let bytes = case.reader().unwrap().original(pdf.id).unwrap().unwrap();
    assert_eq!(bytes, b"%PDF-1.7 words");
    assert!(case.reader().unwrap().verify(|_, _| true).unwrap().is_sound());

    // The whole of it is one step.
    case.undo().unwrap();
    assert_eq!((count(&case), sets(&case).len()), (0, 0));
}

#[test]
fn an_import_that_was_cut_short_is_gone_on_with_and_reads_no_file_twice() {
    let folder = tempfile::tempdir().unwrap();
    let from = folder.path().join("card");
    std::fs::create_dir(&from).unwrap();
    let files = photos(&from, 40);
    let (_, mut case) = new_case(&folder);
    // The program ends in the middle: the third commit never happens.
    let mut commits = 0;
    let cut = import(
        Plan::new(vec![from.clone()], "T"),
        &Progress::new(),
        |batch, step| {
            commits += 1;
            if commits == 3 {
                return Err(CaseError::Closed);
            }
            store(&mut case, batch, step)
        },
    );
    assert!(cut.is_err());
    let there = count(&case);
    let [set] = &sets(&case)[..] else {
        panic!("one set")
    };
    assert_eq!(set.state, SetState::UnderWay);
    assert!(Plan::is_unfinished(set));

    // What is in the case can't be read again: it is not looked at.
    let names: Vec<String> = case
        .reader()
        .unwrap()
        .all::<Photo>()
        .unwrap()
        .into_iter()
        .map(|p| p.file_name)
        .collect();
    let plan = Plan::resume(set.clone(), &case.reader().unwrap()).unwrap();
    let rest = import(plan, &Progress::new(), |batch, step| {
        store(&mut case, batch, step)
    })
    .unwrap();
    assert_eq!((rest.skipped, rest.known.len()), (names.len(), 0));
    assert_eq!(rest.added.len() + there, files.len());
    let [set] = &sets(&case)[..] else {
        panic!("one set")
    };
    assert_eq!((set.state, set.added), (SetState::Finished, 40));
    assert!(case.reader().unwrap().verify(|_, _| true).unwrap().is_sound());
}

#[test]
fn a_paused_import_takes_nothing_in_until_it_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let files = photos(folder.path(), 30);
    let (_, mut case) = new_case(&folder);
    let progress = Progress::new();
    progress.set_paused(true);
    let watch = progress.clone();
    let report = std::thread::scope(|scope| {
        scope.spawn(move || {
            std::thread::sleep(std::time::Duration::from_millis(300));
            assert_eq!(watch.done(), 0, "nothing is examined in the pause");
            watch.set_paused(false);
        });
        import(Plan::new(files.clone(), "T"), &progress, |batch, step| {
            store(&mut case, batch, step)
        })
        .unwrap()
    });
    assert_eq!(report.added.len(), 30);
}

#[test]
fn photos_in_an_archive_come_in_with_its_name_and_theirs() {
    use std::io::Write;
    let folder = tempfile::tempdir().unwrap();
    let files = photos(folder.path(), 2);
    let path = folder.path().join("sent by phone.zip");
    let mut zip = zip::ZipWriter::new(std::fs::File::create(&path).unwrap());
    for file in &files {
        let name = format!("DCIM/{}", file.file_name().unwrap().to_str().unwrap());
        zip.start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(&std::fs::read(file).unwrap()).unwrap();
    }
    zip.finish().unwrap();
    let (_, mut case) = new_case(&folder);
    let report = import(Plan::new(vec![path], "T"), &Progress::new(), |batch, step| {
        store(&mut case, batch, step)
    })
    .unwrap();
    assert_eq!(report.added.len(), 2);
    assert_eq!(sets(&case)[0].origin, SetOrigin::Archive);
    let photo = &case.reader().unwrap().all::<Photo>().unwrap()[0];
    let source = photo.source_path.as_deref().unwrap();
    assert!(
        source.ends_with(&format!("sent by phone.zip » DCIM/{}", photo.file_name)),
        "{source}"
    );
    let bytes = case.reader().unwrap().original(photo.id).unwrap().unwrap();
    assert_eq!(
        bytes,
        std::fs::read(folder.path().join(&photo.file_name)).unwrap()
    );
}
