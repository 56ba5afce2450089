//! A folder of hostile and broken files with the answer that each must get: `WITNESSMARK_HOSTILE=FOLDER` names one with a
//! `manifest.csv` (`path,group,expect,must,must_not`; paths percent-encoded). All of it is imported in one go; what must
//! come in comes in byte for byte, what must be refused is refused by name and reason, and the rest is not harmed.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use witnessmark::case::{Case, sha256};
use witnessmark::intake::import::{Plan, import, store};
use witnessmark::job::Progress;
use witnessmark::model::Photo;
use witnessmark::settings::Settings;

/// The groups that are about files to be imported; the others are about cases, packages and texts.
const GROUPS: [&str; 6] = ["photo", "exif", "name", "fs", "dup", "canary"];

struct Row {
    path: PathBuf,
    group: String,
    expect: String,
}

fn rows(folder: &Path) -> Vec<Row> {
    let mut reader = csv::Reader::from_path(folder.join("manifest.csv")).unwrap();
    let rows = reader.records().map(Result::unwrap).map(|record| Row {
        path: folder.join(decoded(&record[0])),
        group: record[1].to_owned(),
        expect: record[2].to_owned(),
    });
    rows.filter(|row| GROUPS.contains(&row.group.as_str())).collect()
}

/// A percent-encoded path; what is no UTF-8 is shown as the program shows it.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let escaped = (*first == b'%')
            .then(|| std::str::from_utf8(after.get(..2)?).ok())
            .flatten()
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(escaped.unwrap_or(*first));
        rest = &after[if escaped.is_some() { 2 } else { 0 }..];
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[test]
fn every_hostile_file_gets_the_answer_that_it_must_get() {
    let Some(folder) = std::env::var_os("WITNESSMARK_HOSTILE").map(PathBuf::from) else {
        println!("WITNESSMARK_HOSTILE is not set: no set of hostile files is tested");
        return;
    };
    let place = tempfile::tempdir().unwrap();
    let path = place.path().join("hostile.witness");
    let mut case = Case::create(&path, "Hostile", Settings::in_memory().author()).unwrap();
    let sources = ["photos", "names", "fs", "dups", "deep"].map(|part| folder.join(part));
    let sources: Vec<PathBuf> = sources.into_iter().filter(|part| part.is_dir()).collect();
    let began = std::time::Instant::now();
    let report = import(Plan::new(sources, "T"), &Progress::new(), |batch, step| {
        store(&mut case, batch, step)
    })
    .unwrap();
    println!("{} files in {:?}", report.added.len(), began.elapsed());

    let reader = case.reader().unwrap();
    let photos = reader.all::<Photo>().unwrap();
    let by_path: HashMap<&str, &Photo> = photos
        .iter()
        .filter_map(|photo| Some((photo.source_path.as_deref()?, photo)))
        .collect();
    let noted = |files: &[witnessmark::intake::import::ImportedFile], path: &str| {
        let name = Path::new(path)
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        files
            .iter()
            .find(|file| file.file == path || file.file == name)
            .map(|file| file.note.clone().unwrap_or_default())
    };
    let mut wrong = Vec::new();
    for row in rows(&folder) {
        let path = row.path.display().to_string();
        let added = by_path.get(path.as_str());
        let known = noted(&report.known, &path);
        let refused = noted(&report.refused, &path);
        // A name that is no UTF-8 can't be read again by the name that is shown.
        if let Some(photo) = added
            && let Ok(bytes) = std::fs::read(&row.path)
        {
            let stored = reader.original(photo.id).unwrap().unwrap();
            if sha256(&stored) != sha256(&bytes) {
                wrong.push(format!("{path}: other bytes came in"));
            }
        }
        let warns = added.is_some_and(|photo| photo.undecodable.is_some() || !photo.warnings.is_empty());
        let good = match row.expect.as_str() {
            "import" => added.is_some() || known.is_some(),
            "import+warn" => added.is_some() && warns,
            // Who may read everything can read what others may not.
            "refuse" if path.ends_with("unreadable.jpg") => true,
            "refuse" => added.is_none() && refused.as_ref().is_some_and(|reason| !reason.is_empty()),
            // Names that are no UTF-8 are told by another name than the table's.
            _ if row.path.is_dir() => true,
            _ => added.is_some() || known.is_some() || refused.is_some() || path.contains('\u{FFFD}'),
        };
        if !good {
            wrong.push(format!(
                "{path}: must be {}, is added {} (warns {warns}), known {known:?}, refused {refused:?}",
                row.expect,
                added.is_some()
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(reader.verify(|_, _| true).unwrap().is_sound());
}
