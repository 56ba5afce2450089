//! Feeds whatever reads foreign bytes with bytes that no one would write. `fuzz/run TARGET [SECONDS]` builds and starts
//! it; the target is named by the environment, so that one program serves them all.
//!
//! Each target states what must hold for every input, beyond not ending the program.

#![no_main]

use std::cell::OnceCell;
use std::path::PathBuf;
use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;
use tempfile::TempDir;
use witnessmark::basemap::BaseMap;
use witnessmark::basemap::paint::paint;
use witnessmark::basemap::pmtiles::{Directory, Header};
use witnessmark::basemap::style::PAPER;
use witnessmark::case::{Author, Case, CaseFile, Reader, sha256};
use witnessmark::intake::read::examine;
use witnessmark::intake::renew::renew;
use witnessmark::intake::{decode, format::Format, metadata, preview};
use witnessmark::job::Progress;
use witnessmark::model::place::Position;
use witnessmark::model::place::tile::TileId;
use witnessmark::model::when::Edtf;
use witnessmark::model::{Change, NewPhoto, Photo, Strike};
use witnessmark::reading::context::Context;
use witnessmark::reading::notation::Notation;
use witnessmark::reading::{read, search::Query};

fuzz_target!(|bytes: &[u8]| {
    static TARGET: OnceLock<String> = OnceLock::new();
    let target = TARGET.get_or_init(|| std::env::var("WITNESSMARK_FUZZ").unwrap_or_default());
    let text = std::str::from_utf8(bytes);
    match (target.as_str(), text) {
        ("metadata", _) => fuzz_metadata(bytes),
        ("image", _) => fuzz_image(bytes),
        ("case", _) => fuzz_case(bytes),
        ("tiles", _) => fuzz_tiles(bytes),
        ("notation", Ok(text)) => fuzz_notation(text),
        ("edtf", Ok(text)) => fuzz_edtf(text),
        ("place", Ok(text)) => fuzz_place(text),
        ("search", Ok(text)) => fuzz_search(text),
        (_, Err(_)) => {}
        (other, _) => panic!("there is no target {other:?}"),
    }
});

/// A photo is examined or refused, with the same answer for the same bytes.
fn fuzz_metadata(bytes: &[u8]) {
    if let Some(format) = Format::sniff(bytes) {
        let facts = metadata::facts(bytes, format);
        assert_eq!(format!("{facts:?}"), format!("{:?}", metadata::facts(bytes, format)));
    }
    let _ = metadata::orientation(bytes);
}

/// A picture is decoded within the limits of memory or refused.
fn fuzz_image(bytes: &[u8]) {
    let limits = decode::Limits::default();
    if let Ok(picture) = decode::decode(bytes, &limits) {
        let _ = format!("{picture:?}").len();
    }
    let _ = preview::previews(bytes, &limits);
    let _ = examine("photo", bytes);
}

/// What is parsed prints as something that parses to the same, and can be read, searched and explained.
fn fuzz_notation(text: &str) {
    let Ok(mark) = Notation::parse(text) else { return };
    let printed = mark.to_string();
    let again = Notation::parse(&printed).expect("what was printed parses");
    assert_eq!(again.to_string(), printed);
    let _ = mark.explain();
    let _ = mark.variants().texts().take(100).count();
    let _ = read(&mark, &Context::new(jiff::civil::date(2026, 11, 23)));
    let _ = Query::new(text, true).find_in(&mark);
}

/// A date is refused, or its interval is in order and its text gives the same date.
fn fuzz_edtf(text: &str) {
    for date in [Edtf::parse(text), Edtf::parse_lenient(text)].into_iter().flatten() {
        if let Some(days) = date.interval() {
            assert!(days.earliest() <= days.latest());
        }
        assert_eq!(Edtf::parse(date.as_str()).as_ref(), Ok(&date));
    }
}

/// A position is refused or lies on the earth.
fn fuzz_place(text: &str) {
    if let Some((latitude, longitude)) = Position::parse_decimal(text) {
        assert!((-90.0..=90.0).contains(&latitude) && (-180.0..=180.0).contains(&longitude));
    }
}

/// A file of tiles, a directory of one, and a tile with vectors are read or refused; a picture has the size that it says.
fn fuzz_tiles(bytes: &[u8]) {
    let world = TileId { zoom: 0, x: 0, y: 0 };
    let deep = TileId { zoom: 6, x: 37, y: 21 };
    let _ = Header::parse(bytes);
    if let Ok(directory) = Directory::parse(bytes) {
        let _ = [0, 5, 5461, u64::MAX].map(|tile| directory.find(tile));
    }
    for shown in [world, deep] {
        if let Ok(picture) = paint(bytes, world, shown, &PAPER, "en") {
            assert_eq!(picture.pixels.len() as u32, picture.size[0] * picture.size[1] * 4);
        }
    }
    let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder");
    for name in ["a.pmtiles", "a.mbtiles"] {
        let file = folder.path().join(name);
        std::fs::write(&file, bytes).expect("a file");
        let Ok(mut map) = BaseMap::open(&file) else { return };
        for tile in [world, deep] {
            let _ = map.picture(tile, &PAPER, "uk");
        }
    }
}

fn author() -> Author {
    Author {
        person: "Fuzz".to_owned(),
        device: "44444444-4444-7444-8444-444444444444".to_owned(),
        device_name: "fuzz".to_owned(),
    }
}

/// Any words find something or nothing, without an error of the database.
fn fuzz_search(text: &str) {
    thread_local! {
        static CASE: OnceCell<(TempDir, Reader)> = const { OnceCell::new() };
    }
    CASE.with(|case| {
        let (_, reader) = case.get_or_init(|| {
            let folder = tempfile::tempdir().expect("a folder");
            let path = folder.path().join("a.witness");
            let mut case = Case::create(&path, "Fuzz", author()).expect("a case");
            for title in ["Kyiv 113", "Харків", "주체113", "9М22У"] {
                let strike = Strike {
                    title: title.to_owned(),
                    ..Strike::default()
                };
                case.apply(Change::Create(strike.into())).expect("a strike");
            }
            case.close().expect("closed");
            let reader = Reader::open(&path).expect("a reader");
            (folder, reader)
        });
        for loose in [false, true] {
            reader.search(text, loose, 10).expect("a search never fails");
        }
    });
}

/// A sound case with a few changes to its bytes: five input bytes each say where and what, and what is left over says
/// how much of the end is cut off.
fn damaged(bytes: &[u8]) -> Vec<u8> {
    thread_local! {
        static SOUND: OnceCell<Vec<u8>> = const { OnceCell::new() };
    }
    let mut case = SOUND.with(|sound| {
        let made = || {
            let folder = tempfile::tempdir().expect("a folder");
            let path = folder.path().join("a.witness");
            let mut case = Case::create(&path, "Fuzz", author()).expect("a case");
            for number in 0..30u8 {
                let strike = Strike {
                    title: format!("Strike {number}"),
                    ..Strike::default()
                };
                case.apply(Change::Create(strike.into())).expect("a strike");
                case.apply(photo(number)).expect("a photo");
            }
            case.undo().expect("an undo");
            case.close().expect("closed");
            std::fs::read(path).expect("a file")
        };
        sound.get_or_init(made).clone()
    });
    let edits = bytes.chunks_exact(5);
    let rest = edits.remainder();
    for edit in edits {
        let place = u32::from_le_bytes([edit[0], edit[1], edit[2], edit[3]]) as usize % case.len();
        case[place] = edit[4];
    }
    if let [first, second, ..] = rest {
        let cut = usize::from(u16::from_le_bytes([*first, *second])) * 16;
        case.truncate(case.len().saturating_sub(cut));
    }
    case
}

fn photo(number: u8) -> Change {
    let bytes = vec![number; 700];
    Change::AddPhoto(Box::new(NewPhoto {
        photo: Photo {
            sha256: sha256(&bytes),
            byte_size: bytes.len() as u64,
            file_name: format!("{number}.jpg"),
            format: "JPEG".to_owned(),
            ..Photo::default()
        },
        small_preview: Some(vec![number; 50]),
        bytes,
        ..NewPhoto::default()
    }))
}

/// A file is opened, verified, migrated or refused; and what is intact of it is saved into a case that verifies.
fn fuzz_case(bytes: &[u8]) {
    let bytes = &damaged(bytes);
    let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder");
    let path: PathBuf = folder.path().join("a.witness");
    std::fs::write(&path, bytes).expect("a file");
    let Ok(file) = CaseFile::find(&path, None) else { return };
    let file = file.with_backups(None);
    if let Ok(reader) = file.reader() {
        let _ = reader.verify(|_, _| true);
        let _ = reader.all::<Strike>();
        let _ = reader.heads();
        let _ = reader.history(None, 100);
    }
    if let Ok(mut case) = Case::open_file(file.clone(), author()) {
        let _ = case.undo();
        let _ = case.close();
    }
    let out = folder.path().join("out.witness");
    if let Ok((mut case, recovery)) = file.recover(&out, author(), &Progress::new()) {
        renew(&mut case, &Progress::new()).expect("it is renewed");
        let verdict = case.reader().and_then(|reader| reader.verify(|_, _| true)).expect("it reads");
        let lost = recovery.lost_originals.len();
        assert_eq!(verdict.problems.len(), lost, "{:?}", verdict.problems);
    }
}
