//! The promise: one flipped bit anywhere in a case file that changes anything of what the case holds is reported.
//!
//! A small case with every kind of content is closed, and single bits of the file are flipped, each in a copy of its
//! own. Whether a flip changes what the case holds is decided without the program: every row of every table, the
//! schema and its version are read with plain SQLite before and after, and what can't be read any more is changed.
//! For each flip that changes something, opening or verifying must fail or the verdict must not be sound. Free space
//! and spare bytes may flip unnoticed; they are counted. So may spare bits of the indexes of words, whose tables are
//! SQLite's own: one is the same if it lists the same words at the same places and finds each of them.
//!
//! Most of a new file is zeros that nobody reads, so a place that holds a zero is taken only one time in 64. The
//! 100 bytes of the file's header are flipped besides. Soak:
//! `WITNESSMARK_SOAK=10000 cargo test --test flips -- --nocapture`.

#[path = "faults/child.rs"]
mod child;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::Instant;

use child::{Random, add, author, each, photo, soak};
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags};
use witnessmark::case::{Case, Reader};
use witnessmark::model::record::Fields;
use witnessmark::model::{
    Change, Component, Finding, Marking, NewPhoto, Region, Strike, Transcription, Weapon,
};

/// So many flips in the ordinary run, besides the header's.
const FLIPS: usize = 300;

/// The bytes of the file's header.
const HEADER: usize = 100;

/// The indexes of words.
const INDEXES: [&str; 2] = ["search_index", "metadata_index"];

/// Lists what an index of words has, without the program's code.
fn list(conn: &Connection, index: &str) -> rusqlite::Result<()> {
    conn.execute_batch(&format!(
        "CREATE VIRTUAL TABLE temp.{index}_listed USING fts5vocab (main, {index}, instance)"
    ))
}

/// A closed case that has something in every table that a day's work fills.
fn sample(path: &Path) {
    let mut random = Random::new(12);
    let mut case = Case::create(path, "Київ", author()).unwrap();
    let mut photos = Vec::new();
    for number in 0..12 {
        let size = 2_000 + random.below(3_000);
        let new = NewPhoto {
            small_preview: Some(random.bytes(500)),
            large_preview: (number % 2 == 0).then(|| random.bytes(1_500)),
            metadata: vec![("EXIF".to_owned(), "Make".to_owned(), format!("maker {number}"))],
            ..photo(&format!("IMG_{number:04}.jpg"), random.bytes(size))
        };
        photos.push(new.photo.id);
        case.apply(add(new)).unwrap();
    }
    let strike = Strike {
        title: "Residential building".to_owned(),
        latitude: Some(50.45),
        longitude: Some(30.52),
        ..Strike::default()
    };
    let weapon = Weapon {
        title: "Missile".to_owned(),
        strike: Some(strike.id),
        ..Weapon::default()
    };
    let component = Component {
        title: "Jet vane actuator".to_owned(),
        weapon: Some(weapon.id),
        ..Component::default()
    };
    let marking = Marking {
        component: Some(component.id),
        ..Marking::default()
    };
    let region = Region {
        marking: marking.id,
        photo: photos[0],
        width: 10,
        height: 10,
        ..Region::default()
    };
    let transcription = Transcription {
        marking: marking.id,
        text: "ㅈ107 2023".to_owned(),
        ..Transcription::default()
    };
    let finding = Finding {
        marking: marking.id,
        transcription: transcription.id,
        reason: "Matches the maker's other marks.".to_owned(),
        ..Finding::default()
    };
    let (strike_id, component_id) = (strike.id, component.id);
    for change in [
        Change::Create(strike.into()),
        Change::Create(weapon.into()),
        Change::Create(component.into()),
        Change::LinkPhotos {
            photos: photos[..4].to_vec(),
            subject: component_id.into(),
        },
        Change::DrawRegion {
            region,
            marking: Some(marking),
        },
        Change::Transcribe(transcription),
        Change::Decide(Box::new(finding)),
        Change::AddTag {
            name: "to check".to_owned(),
            vocabulary: String::new(),
            records: vec![component_id.into(), photos[1].into()],
        },
        Change::Edit {
            record: strike_id.into(),
            fields: Fields::from_iter([("notes".to_owned(), "Seen by two witnesses.".into())]),
        },
        Change::Remove(photos[11].into()),
    ] {
        case.apply(change).unwrap();
    }
    case.undo().unwrap();
    case.redo().unwrap();
    case.close().unwrap();
}

/// Everything that the file holds, by table: the rows as text, and the schema. Read without the program's code.
fn holds(path: &Path) -> rusqlite::Result<BTreeMap<String, Vec<u8>>> {
    let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let mut parts = BTreeMap::new();
    for setting in ["application_id", "user_version", "encoding"] {
        parts.insert(setting.to_owned(), rows(&conn, &format!("PRAGMA {setting}"))?);
    }
    for column in ["type", "name", "tbl_name", "sql"] {
        let schema = rows(&conn, &format!("SELECT {column} FROM sqlite_schema"))?;
        parts.insert(format!("schema ({column})"), schema);
    }
    // The search index itself has no rows of its own: its tables do.
    let tables = conn
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'")?
        .query_map([], |row| row.get::<_, String>(0))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    for table in tables {
        let quoted = table.replace('"', "\"\"");
        let content = rows(&conn, &format!("SELECT * FROM \"{quoted}\""))?;
        parts.insert(table, content);
    }
    Ok(parts)
}

fn rows(conn: &Connection, sql: &str) -> rusqlite::Result<Vec<u8>> {
    let mut statement = conn.prepare(sql)?;
    let columns = statement.column_count();
    let mut all = Vec::new();
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        for column in 0..columns {
            let (kind, bytes) = match row.get_ref(column)? {
                ValueRef::Null => (0, Vec::new()),
                ValueRef::Integer(number) => (1, number.to_le_bytes().to_vec()),
                ValueRef::Real(number) => (2, number.to_bits().to_le_bytes().to_vec()),
                ValueRef::Text(text) => (3, text.to_vec()),
                ValueRef::Blob(bytes) => (4, bytes.to_vec()),
            };
            all.push(kind);
            all.extend((bytes.len() as u64).to_le_bytes());
            all.extend(bytes);
        }
    }
    Ok(all)
}

/// A word and the index that lists it.
type Word = (&'static str, String);

/// What the indexes list, and what they find for each of some words, in order.
type Finds = (Vec<Vec<u8>>, Vec<Vec<u8>>);

fn finds(path: &Path, words: &[Word]) -> rusqlite::Result<Finds> {
    let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    let mut listed = Vec::new();
    for index in INDEXES {
        list(&conn, index)?;
        listed.push(rows(&conn, &format!("SELECT * FROM {index}_listed"))?);
    }
    let found = words
        .iter()
        .map(|(index, word)| {
            let quoted = word.replace('"', "\"\"").replace('\'', "''");
            rows(
                &conn,
                &format!("SELECT rowid FROM {index} WHERE {index} MATCH '\"{quoted}\"'"),
            )
        })
        .collect::<rusqlite::Result<_>>()?;
    Ok((listed, found))
}

/// The words that the indexes list.
fn words(path: &Path) -> Vec<Word> {
    let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let mut all = Vec::new();
    for index in INDEXES {
        list(&conn, index).unwrap();
        let sql = format!("SELECT DISTINCT term FROM {index}_listed");
        let mut statement = conn.prepare(&sql).unwrap();
        let words = statement.query_map([], |row| row.get(0)).unwrap();
        all.extend(words.map(|word| (index, word.unwrap())));
    }
    all
}

/// The sound case, as it was before any flip.
struct Sound {
    bytes: Vec<u8>,
    holds: BTreeMap<String, Vec<u8>>,
    words: Vec<Word>,
    finds: Finds,
}

impl Sound {
    fn at(path: &Path) -> Self {
        let words = words(path);
        Self {
            bytes: std::fs::read(path).unwrap(),
            holds: holds(path).unwrap(),
            finds: finds(path, &words).unwrap(),
            words,
        }
    }

    /// The names of the parts in which the case at `path` differs; `None` when it can't be read.
    fn changed(&self, path: &Path) -> Option<Vec<String>> {
        let after = holds(path).ok()?;
        let mut names: Vec<String> = self.holds.keys().chain(after.keys()).cloned().collect();
        names.sort();
        names.dedup();
        names.retain(|name| self.holds.get(name) != after.get(name));
        let of_index = |name: &String| INDEXES.iter().any(|index| name.starts_with(&format!("{index}_")));
        let only_index = names.iter().all(of_index);
        if only_index && !names.is_empty() && finds(path, &self.words).ok()? == self.finds {
            names.clear();
        }
        Some(names)
    }
}

/// What became of one flip.
enum Answer {
    /// The case holds the same, and is called sound.
    Harmless,
    /// The case holds the same, but something is reported, as in an index.
    Noticed,
    /// Something else is held, and that is reported.
    Reported,
    /// Something else is held, in these parts, and the case is called sound.
    Missed(String),
    /// The program broke off.
    Panicked(String),
}

/// Whether the program takes the case for sound; `None` when it panics.
fn called_sound(path: &Path) -> Option<bool> {
    catch_unwind(AssertUnwindSafe(|| {
        Reader::open(path)
            .and_then(|reader| reader.verify(|_, _| true))
            .is_ok_and(|verdict| verdict.is_sound())
    }))
    .ok()
}

fn flip(sound: &Sound, (place, bit): (usize, u32)) -> Answer {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.witness");
    let mut flipped = sound.bytes.clone();
    flipped[place] ^= 1 << bit;
    std::fs::write(&path, flipped).unwrap();
    let called_sound = called_sound(&path);
    let changed = sound.changed(&path);
    let at = format!("bit {bit} of byte {place}");
    match (called_sound, changed) {
        (None, _) => Answer::Panicked(at),
        (Some(true), Some(parts)) if parts.is_empty() => Answer::Harmless,
        (Some(false), Some(parts)) if parts.is_empty() => Answer::Noticed,
        (Some(false), _) => Answer::Reported,
        (Some(true), Some(parts)) => Answer::Missed(format!("{at}: {}", parts.join(", "))),
        (Some(true), None) => Answer::Missed(format!("{at}: can't be read")),
    }
}

/// Where to flip: each byte of the header once, and `many` places in the whole file.
fn places(bytes: &[u8], many: usize) -> Vec<(usize, u32)> {
    let mut random = Random::new(7);
    let bit = |random: &mut Random| u32::try_from(random.below(8)).unwrap();
    let mut places: Vec<_> = (0..HEADER).map(|place| (place, bit(&mut random))).collect();
    while places.len() < HEADER + many {
        let place = random.below(bytes.len());
        if bytes[place] != 0 || random.below(64) == 0 {
            places.push((place, bit(&mut random)));
        }
    }
    places
}

#[test]
fn every_flipped_bit_that_changes_the_case_is_reported() {
    let begin = Instant::now();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.witness");
    sample(&path);
    let sound = Sound::at(&path);
    assert_eq!(
        called_sound(&path),
        Some(true),
        "the case is not sound to begin with"
    );
    let many = soak().map_or(FLIPS, |many| usize::try_from(many).unwrap());
    let places = places(&sound.bytes, many);
    let answers = each(&places, |place| vec![flip(&sound, place)]);
    let (mut harmless, mut noticed, mut reported, mut wrong) = (0, 0, 0, Vec::new());
    for answer in answers {
        match answer {
            Answer::Harmless => harmless += 1,
            Answer::Noticed => noticed += 1,
            Answer::Reported => reported += 1,
            Answer::Missed(what) => wrong.push(format!("missed: {what}")),
            Answer::Panicked(what) => wrong.push(format!("panicked: {what}")),
        }
    }
    println!(
        "{} flips in {} bytes: {reported} changed the case and were reported, {noticed} changed nothing and were \
         noticed, {harmless} changed nothing, {} wrong, {:.1} s",
        places.len(),
        sound.bytes.len(),
        wrong.len(),
        begin.elapsed().as_secs_f64()
    );
    assert!(reported > 0, "nothing was tested");
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
