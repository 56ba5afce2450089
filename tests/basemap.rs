//! Base maps: files of both formats are read as they were written, and those that were not are refused with a reason.

#[path = "common/tiles.rs"]
mod tiles;

use std::path::{Path, PathBuf};

use proptest::prelude::*;
use rusqlite::Connection;
use tempfile::TempDir;
use tiles::{CREDIT, coloured, mbtiles, pmtiles, png, vectors};
use witnessmark::basemap::style::PAPER;
use witnessmark::basemap::vector::{Step, Tile, Value};
use witnessmark::basemap::{BaseMap, Kind};
use witnessmark::model::place::tile::TileId;

fn tile(zoom: u8, x: u32, y: u32) -> TileId {
    TileId::new(zoom, x, y).unwrap()
}

/// The colour in the middle of a tile's picture.
fn colour(map: &mut BaseMap, tile: TileId) -> Option<[u8; 4]> {
    let picture = map.picture(tile, &PAPER, "en").unwrap()?;
    let middle = (picture.size[1] / 2 * picture.size[0] + picture.size[0] / 2) as usize * 4;
    Some(picture.pixels[middle..middle + 4].try_into().unwrap())
}

fn refused(file: &Path) -> String {
    let Err(refused) = BaseMap::open(file) else {
        panic!("{} was opened", file.display());
    };
    refused.to_string()
}

const METADATA: [(&str, &str); 3] = [("name", "Colours"), ("format", "png"), ("attribution", CREDIT)];

fn both(folder: &TempDir) -> [PathBuf; 2] {
    let files = ["a.mbtiles", "a.pmtiles"].map(|name| folder.path().join(name));
    let all = coloured(1..=3);
    mbtiles(&files[0], &METADATA, &all);
    let metadata = serde_json::json!({ "name": "Colours", "attribution": CREDIT });
    pmtiles(&files[1], &metadata.to_string(), 2, 20, &all);
    files
}

#[test]
fn each_tile_of_both_formats_is_the_one_of_its_place() {
    let folder = tempfile::tempdir().unwrap();
    for file in both(&folder) {
        let mut map = BaseMap::open(&file).unwrap();
        let facts = map.facts().clone();
        assert_eq!((facts.name.as_str(), facts.kind), ("Colours", Kind::Raster));
        assert_eq!(facts.attribution, "© Example surveyors");
        assert_eq!((facts.min_zoom, facts.max_zoom), (1, 3));
        for zoom in 1..=3 {
            for x in 0..1_u32 << zoom {
                for y in 0..1_u32 << zoom {
                    let expected = [zoom * 20, (x * 4) as u8, (y * 4) as u8, 255];
                    assert_eq!(
                        colour(&mut map, tile(zoom, x, y)),
                        Some(expected),
                        "{zoom}/{x}/{y}"
                    );
                }
            }
        }
        assert_eq!(colour(&mut map, tile(0, 0, 0)), None);
        assert_eq!(colour(&mut map, tile(4, 0, 0)), None);
    }
}

#[test]
fn equal_tiles_that_are_stored_once_are_found_in_each_place_and_gaps_are_none() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("a.pmtiles");
    let sea = png(64, [0, 0, 200, 255]);
    let mut all: tiles::Tiles = Vec::new();
    for x in 0..8 {
        for y in 0..8 {
            if (x, y) != (3, 3) {
                all.push(((3, x, y), sea.clone()));
            }
        }
    }
    pmtiles(&file, "{}", 2, 100, &all);
    assert!(std::fs::metadata(&file).unwrap().len() < 1000, "runs are short");
    let mut map = BaseMap::open(&file).unwrap();
    assert_eq!(map.facts().name, "a", "without a name the file's own");
    assert_eq!(colour(&mut map, tile(3, 7, 0)), Some([0, 0, 200, 255]));
    assert_eq!(colour(&mut map, tile(3, 3, 3)), None);
    let db = folder.path().join("view.mbtiles");
    mbtiles(&db, &[("name", "View")], &vec![]);
    // As several programs write it: pictures once, and a view.
    Connection::open(&db)
        .unwrap()
        .execute_batch(&format!(
            "DROP TABLE tiles;
             CREATE TABLE map (zoom_level integer, tile_column integer, tile_row integer, tile_id text);
             CREATE TABLE images (tile_data blob, tile_id text);
             INSERT INTO images VALUES (x'{}', 'sea');
             INSERT INTO map VALUES (2, 1, 3, 'sea'), (2, 2, 3, 'sea');
             CREATE VIEW tiles AS SELECT zoom_level, tile_column, tile_row, tile_data
               FROM map JOIN images USING (tile_id);",
            sea.iter().map(|byte| format!("{byte:02x}")).collect::<String>()
        ))
        .unwrap();
    let mut map = BaseMap::open(&db).unwrap();
    assert_eq!(
        map.facts().max_zoom,
        2,
        "zooms that it doesn't say are those of its tiles"
    );
    assert_eq!(
        colour(&mut map, tile(2, 2, 0)),
        Some([0, 0, 200, 255]),
        "rows are counted from the south"
    );
    assert_eq!(colour(&mut map, tile(2, 2, 3)), None);
}

#[test]
fn vectors_of_both_schemas_are_drawn_with_the_name_in_the_language_of_the_program() {
    let folder = tempfile::tempdir().unwrap();
    for is_protomaps in [false, true] {
        let (one, other) = (folder.path().join("v.pmtiles"), folder.path().join("v.mbtiles"));
        let all = vec![((0, 0, 0), vectors(is_protomaps))];
        pmtiles(&one, "{}", 1, 100, &all);
        let packed = vec![((0, 0, 0), tiles::gzip(&vectors(is_protomaps)))];
        let _ = std::fs::remove_file(&other);
        mbtiles(
            &other,
            &[("format", "pbf"), ("maxzoom", "0"), ("minzoom", "0")],
            &packed,
        );
        for file in [one, other] {
            let mut map = BaseMap::open(&file).unwrap();
            assert_eq!(map.facts().kind, Kind::Vector);
            let picture = map.picture(tile(0, 0, 0), &PAPER, "en").unwrap().unwrap();
            let at = |x: u32, y: u32| {
                let at =
                    ((y * picture.size[1] / 100) * picture.size[0] + x * picture.size[0] / 100) as usize * 4;
                &picture.pixels[at..at + 4]
            };
            assert_eq!(at(10, 60), PAPER.water);
            assert_eq!(at(60, 60), PAPER.land);
            assert_ne!(at(60, 25), PAPER.land, "the motorway");
            let name = &picture.names[0];
            assert_eq!((name.text.as_str(), name.at), ("Kyiv", (0.75, 0.5)));
            let native = map.picture(tile(0, 0, 0), &PAPER, "ko").unwrap().unwrap();
            assert_eq!(native.names[0].text, "Київ");
            // Beyond its deepest zoom a part of it is drawn anew.
            assert_eq!(colour(&mut map, tile(2, 0, 3)), Some(PAPER.water));
            assert_eq!(colour(&mut map, tile(2, 3, 3)), Some(PAPER.land));
            let names = |map: &mut BaseMap, x| {
                map.picture(tile(2, x, 2), &PAPER, "en")
                    .unwrap()
                    .unwrap()
                    .names
                    .len()
            };
            assert_eq!([1, 3].map(|x| names(&mut map, x)), [0, 1]);
        }
    }
}

#[test]
fn files_that_are_none_are_refused_by_name_with_a_reason() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    assert!(refused(&at("gone.pmtiles")).contains("gone.pmtiles: the file is not there"));
    let write = |name: &str, bytes: &[u8]| {
        std::fs::write(at(name), bytes).unwrap();
        refused(&at(name))
    };
    assert!(write("photo.mbtiles", b"\xff\xd8\xff\xe0 no map").contains("neither an MBTiles nor a PMTiles"));
    assert!(write("empty.pmtiles", b"").contains("neither"));
    let [mb, pm] = both(&folder);
    let whole = std::fs::read(&pm).unwrap();
    for end in [8, 100, 127, 300, whole.len() - 1] {
        assert!(
            write("cut.pmtiles", &whole[..end]).contains("ends too early"),
            "{end}"
        );
    }
    let changed = |place: usize, value: u8| {
        let mut bytes = whole.clone();
        bytes[place] = value;
        bytes
    };
    assert!(write("old.pmtiles", &changed(7, 2)).contains("PMTiles of version 2"));
    assert!(write("packed.pmtiles", &changed(98, 4)).contains("“zstd”"));
    assert!(write("kind.pmtiles", &changed(99, 5)).contains("“AVIF”"));
    assert!(write("zoom.pmtiles", &changed(101, 99)).contains("damaged"));
    assert!(write("root.pmtiles", &changed(127, 0)).contains("damaged"));
    let database = std::fs::read(&mb).unwrap();
    assert!(write("cut.mbtiles", &database[..5000]).contains("database"));
    let other = at("other.mbtiles");
    Connection::open(&other)
        .unwrap()
        .execute_batch("CREATE TABLE notes (text)")
        .unwrap();
    assert!(refused(&other).contains("no such table: metadata"));
    mbtiles(&at("none.mbtiles"), &METADATA, &vec![]);
    assert!(refused(&at("none.mbtiles")).contains("no tiles"));
    mbtiles(&at("text.mbtiles"), &[], &vec![((0, 0, 0), b"words".to_vec())]);
    assert!(refused(&at("text.mbtiles")).contains("can't be shown"));
}

#[test]
fn a_hostile_database_costs_a_tile_and_no_more_than_some_seconds() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("endless.mbtiles");
    mbtiles(
        &file,
        &[("format", "png"), ("minzoom", "0"), ("maxzoom", "3")],
        &vec![],
    );
    Connection::open(&file)
        .unwrap()
        .execute_batch(
            "DROP TABLE tiles;
             CREATE VIEW tiles AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)
               SELECT i % 2 AS zoom_level, 0 AS tile_column, -i AS tile_row, x'89504e470d0a1a0a' AS tile_data FROM n;",
        )
        .unwrap();
    let mut map = BaseMap::open(&file).unwrap();
    let error = map.tile(tile(1, 0, 0)).unwrap_err().to_string();
    assert!(error.contains("no index"), "{error}");
    let large = folder.path().join("large.mbtiles");
    let tiles = vec![
        ((0, 0, 0), png(8, [1, 2, 3, 255])),
        ((1, 0, 0), vec![0; 17 << 20]),
    ];
    mbtiles(&large, &METADATA, &tiles);
    let mut map = BaseMap::open(&large).unwrap();
    assert!(
        map.tile(tile(1, 0, 0))
            .unwrap_err()
            .to_string()
            .contains("larger")
    );
    assert!(
        map.tile(tile(0, 0, 0)).unwrap().is_some(),
        "the rest is as good as before"
    );
}

#[test]
fn a_file_that_other_programs_wrote_is_read_as_they_meant_it() {
    // tests/tiles/README.md says how it was made.
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/tiles/reference.pmtiles");
    let mut map = BaseMap::open(&file).unwrap();
    let facts = map.facts().clone();
    assert_eq!(facts.attribution, "made by tests/tiles/make.py");
    assert_eq!(
        (facts.name.as_str(), facts.min_zoom, facts.max_zoom),
        ("Reference", 0, 2)
    );
    let bounds = facts.bounds.unwrap();
    assert_eq!((bounds.min.0 - 0.5) * 360.0, 22.0);
    assert_eq!(map.tile(tile(1, 1, 0)).unwrap(), None);
    let bytes = map.tile(tile(2, 3, 1)).unwrap().unwrap();
    let read = Tile::parse(&bytes).unwrap();
    let names: Vec<&str> = read.layers.iter().map(|layer| layer.name).collect();
    assert_eq!(names, ["water", "roads", "places"]);
    let water = read.layers[0].features().next().unwrap();
    assert_eq!(water.text("kind"), "lake");
    assert_eq!(
        (water.number("area"), water.number("level")),
        (Some(12.5), Some(-3.0))
    );
    assert_eq!(water.get("deep"), Some(Value::Bool(true)));
    let starts = water.steps().filter(|step| matches!(step, Step::To(..))).count();
    assert_eq!(starts, 2, "a ring and its hole");
    let roads = read.layers[1].features().next().unwrap();
    let steps: Vec<Step> = roads.steps().collect();
    let lines = [
        Step::To(0, 100),
        Step::Line(4096, 100),
        Step::To(0, 200),
        Step::Line(10, 300),
        Step::Line(4096, 200),
    ];
    assert_eq!(steps, lines);
    let picture = map.picture(tile(2, 3, 1), &PAPER, "uk").unwrap().unwrap();
    assert_eq!(picture.names[0].text, "Місто 2/3/1");
    let at = |x: u32, y: u32| {
        let at = (y * picture.size[0] / 4096 * picture.size[0] + x * picture.size[0] / 4096) as usize * 4;
        &picture.pixels[at..at + 4]
    };
    assert_eq!(
        [at(1500, 2000), at(800, 800), at(3000, 3000)],
        [&PAPER.water, &PAPER.land, &PAPER.land]
    );
}

fn small() -> (TempDir, Vec<u8>) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("small.pmtiles");
    let all = vec![
        ((0, 0, 0), vectors(true)),
        ((1, 0, 0), vectors(true)),
        ((1, 1, 1), vectors(false)),
    ];
    pmtiles(&file, "{\"name\":\"x\"}", 1, 2, &all);
    let bytes = std::fs::read(file).unwrap();
    (folder, bytes)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn changed_bytes_are_refused_or_read_but_never_end_the_program(
        edits in prop::collection::vec((any::<usize>(), any::<u8>()), 1..6), cut in 0..40usize,
    ) {
        let (folder, mut bytes) = small();
        for (place, value) in edits {
            let place = place % bytes.len();
            bytes[place] = value;
        }
        bytes.truncate(bytes.len() - cut * usize::from(cut > 30));
        let file = folder.path().join("changed.pmtiles");
        std::fs::write(&file, bytes).unwrap();
        if let Ok(mut map) = BaseMap::open(&file) {
            for (zoom, x, y) in [(0, 0, 0), (1, 0, 0), (1, 1, 1), (3, 7, 7)] {
                let _ = map.picture(tile(zoom, x, y), &PAPER, "uk");
            }
        }
    }
}
