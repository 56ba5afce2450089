//! What the map costs with 100,000 strikes: putting them into clusters, which a reader thread does, and a frame while one pans
//! and while one zooms, which the window's thread does (CPU time of layout and tessellation); on outlines alone, on a file of pictures
//! and on one of vectors, while their tiles are read.
//!
//! `cargo bench --bench map`. It makes its own case, prints figures and asserts nothing.

mod common;

use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use common::{Frames, Move, frame, thread_cpu_ms};
use rusqlite::Connection;
use witnessmark::analysis::map::clusters::Clusters;
use witnessmark::basemap::BaseMap;
use witnessmark::basemap::style::PAPER;
use witnessmark::case::{CalendarFilter, Case, Reader};
use witnessmark::model::place::mercator::{Spot, project};
use witnessmark::model::place::outlines;
use witnessmark::model::place::tile::TileId;
use witnessmark::model::when::Edtf;
use witnessmark::model::{Change, Strike};
use witnessmark::settings::{KeptMap, Settings};
use witnessmark::ui::app::App;
use witnessmark::ui::desk::Place;

const STRIKES: usize = 100_000;

fn main() {
    outlines_cost();
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bench.witness");
    let began = Instant::now();
    fill(&path);
    println!(
        "a case of {STRIKES} strikes: {:.1} s",
        began.elapsed().as_secs_f64()
    );
    clusters(&path);
    frames(&path, Settings::in_memory(), "outlines");
    for (name, is_vector) in [("pictures", false), ("vectors", true)] {
        let file = folder.path().join(format!("{name}.mbtiles"));
        tiles(&file, is_vector);
        drawn(&file);
        let mut settings = Settings::in_memory();
        settings.base_maps.push(KeptMap::new(file));
        frames(&path, settings, name);
    }
}

/// A file with a tile in each place where the strikes are, down to zoom 14: one picture of noise, or one tile of many streets and
/// houses; in the way of programs that store equal tiles once.
fn tiles(file: &Path, is_vector: bool) {
    let mut numbers = Numbers(11);
    let tile = if is_vector {
        vectors(&mut numbers)
    } else {
        let noise = image::RgbImage::from_fn(256, 256, |_, _| {
            image::Rgb([0, 1, 2].map(|_| (200.0 + 50.0 * numbers.next()) as u8))
        });
        let mut bytes = std::io::Cursor::new(Vec::new());
        noise
            .write_to(&mut bytes, image::ImageFormat::Jpeg)
            .expect("a picture");
        bytes.into_inner()
    };
    let bytes = tile.len();
    let mut db = Connection::open(file).expect("a database");
    db.execute_batch(
        "CREATE TABLE metadata (name text, value text);
         CREATE TABLE map (zoom_level integer, tile_column integer, tile_row integer, tile_id integer);
         CREATE TABLE images (tile_id integer PRIMARY KEY, tile_data blob);
         CREATE VIEW tiles AS SELECT zoom_level, tile_column, tile_row, tile_data FROM map JOIN images USING (tile_id);
         INSERT INTO metadata VALUES ('name', 'Bench'), ('minzoom', '0'), ('maxzoom', '14');",
    )
    .expect("tables");
    let format = if is_vector { "pbf" } else { "jpg" };
    db.execute("INSERT INTO metadata VALUES ('format', ?1)", [format])
        .expect("a row");
    db.execute("INSERT INTO images VALUES (1, ?1)", [tile])
        .expect("a row");
    let (from, to) = (project((53.0, 23.0)), project((45.5, 41.0)));
    let step = db.transaction().expect("a transaction");
    let mut count = 0;
    for zoom in 0..=14_u32 {
        let side = f64::from(1 << zoom);
        for x in (from.0 * side) as u32..=(to.0 * side) as u32 {
            for y in (from.1 * side) as u32..=(to.1 * side) as u32 {
                let row = (1 << zoom) - 1 - y;
                step.prepare_cached("INSERT INTO map VALUES (?1, ?2, ?3, 1)")
                    .and_then(|mut insert| insert.execute((zoom, x, row)))
                    .expect("a row");
                count += 1;
            }
        }
    }
    step.commit().expect("rows");
    db.execute_batch("CREATE UNIQUE INDEX place ON map (zoom_level, tile_column, tile_row)")
        .expect("an index");
    println!("a file of {count} tiles of {} kB, {format}", bytes / 1000);
}

/// What a reader's thread does for a tile.
fn drawn(file: &Path) {
    let mut map = BaseMap::open(file).expect("a base map");
    let tile = TileId::new(13, 4790, 2765).expect("a tile");
    let began = thread_cpu_ms();
    for _ in 0..20 {
        black_box(
            map.picture(tile, &PAPER, "en")
                .expect("a tile")
                .expect("a picture"),
        );
    }
    println!(
        "a tile read and made a picture: {:.1} ms CPU",
        (thread_cpu_ms() - began) / 20.0
    );
}

/// A tile as they are in a town: 400 streets of 12 points, 1500 houses, a river.
fn vectors(numbers: &mut Numbers) -> Vec<u8> {
    let at = |numbers: &mut Numbers| (numbers.next() * 4096.0) as i32;
    let mut streets = Vec::new();
    for _ in 0..400 {
        let (mut x, mut y) = (at(numbers), at(numbers));
        streets.push(
            (0..12)
                .map(|_| {
                    (x, y) = (x + at(numbers) / 20 - 100, y + at(numbers) / 20 - 100);
                    (x, y)
                })
                .collect::<Vec<_>>(),
        );
    }
    let houses: Vec<Vec<(i32, i32)>> = (0..1500)
        .map(|_| {
            let (x, y) = (at(numbers), at(numbers));
            vec![(x, y), (x + 24, y), (x + 24, y + 18), (x, y + 18)]
        })
        .collect();
    let river = vec![(0, 0), (900, 0), (1400, 4096), (300, 4096)];
    [
        layer("transportation", 2, &streets),
        layer("building", 3, &houses),
        layer("water", 3, &[river]),
    ]
    .concat()
}

/// A layer of a tile with vectors whose features have no properties; 2 for lines, 3 for areas.
fn layer(name: &str, form: u8, features: &[Vec<(i32, i32)>]) -> Vec<u8> {
    let mut layer = field(1, name.as_bytes());
    for points in features {
        let (mut geometry, mut before) = (vec![9], (0, 0));
        for (nth, point) in points.iter().enumerate() {
            if nth == 1 {
                geometry.extend(varint((points.len() as u64 - 1) << 3 | 2));
            }
            for by in [point.0 - before.0, point.1 - before.1] {
                geometry.extend(varint(u64::from(((by << 1) ^ (by >> 31)) as u32)));
            }
            before = *point;
        }
        if form == 3 {
            geometry.push(15);
        }
        let feature = [vec![0x18, form], field(4, &geometry)].concat();
        layer.extend(field(2, &feature));
    }
    field(3, &layer)
}

fn field(number: u64, bytes: &[u8]) -> Vec<u8> {
    [
        varint(number << 3 | 2),
        varint(bytes.len() as u64),
        bytes.to_vec(),
    ]
    .concat()
}

fn varint(mut number: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number > 0x7f {
        bytes.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
    bytes
}

fn outlines_cost() {
    for level in 0..outlines::LEVELS {
        let began = thread_cpu_ms();
        let detail = outlines::detail(level);
        let points: usize = detail.lines.iter().map(|line| line.points.len()).sum();
        let cost = thread_cpu_ms() - began;
        println!("outlines, level {level}: {points} points, {cost:.0} ms once (the first with unpacking)");
    }
}

/// Numbers that are the same in each run.
struct Numbers(u64);

impl Numbers {
    /// From 0 to 1.
    fn next(&mut self) -> f64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as f64 / f64::from(1_u32 << 31)
    }
}

/// Strikes around forty towns, as they are: many near each other, some far out; with radii, over three years.
fn fill(path: &Path) {
    let mut numbers = Numbers(7);
    let towns: Vec<(f64, f64)> = (0..40)
        .map(|_| (46.5 + 5.5 * numbers.next(), 24.0 + 15.0 * numbers.next()))
        .collect();
    let mut case = Case::create(path, "Bench", Settings::in_memory().author()).expect("a case");
    for part in 0..100 {
        let changes = (0..STRIKES / 100).map(|nth| {
            let town = towns[(numbers.next() * 40.0) as usize % 40];
            let off = |numbers: &mut Numbers| (numbers.next() + numbers.next() + numbers.next() - 1.5) * 0.6;
            let (year, month, day) = (2022 + part % 3, 1 + nth % 12, 1 + (nth / 12) % 28);
            let when = Edtf::parse(&format!("{year}-{month:02}-{day:02}")).expect("a date");
            let radius = [100.0, 500.0, 2_000.0, 10_000.0][nth % 4];
            let strike = Strike {
                title: format!("Strike {part}-{nth}"),
                occurred: Some(when),
                latitude: Some(town.0 + off(&mut numbers)),
                longitude: Some(town.1 + off(&mut numbers)),
                radius_m: Some(radius),
                ..Strike::default()
            };
            Change::Create(strike.into())
        });
        let changes = changes.collect();
        case.apply_all(changes).expect("strikes");
    }
    case.close().expect("a closed case");
}

fn clusters(path: &Path) {
    let reader = Reader::open(path).expect("a reader");
    let began = thread_cpu_ms();
    let strikes = reader.map_strikes(&CalendarFilter::default()).expect("strikes");
    println!(
        "reading {} strikes: {:.0} ms CPU",
        strikes.len(),
        thread_cpu_ms() - began
    );
    let spots: Vec<Spot> = strikes
        .iter()
        .filter_map(|strike| Some(project(strike.mark?.at)))
        .collect();
    for zoom in [3, 6, 9, 12, 15] {
        let began = thread_cpu_ms();
        let found = Clusters::new(black_box(&spots), zoom);
        println!(
            "clusters at zoom {zoom}: {} of {} strikes, {:.1} ms CPU",
            found.len(),
            spots.len(),
            thread_cpu_ms() - began
        );
    }
}

fn frames(path: &Path, settings: Settings, ground: &str) {
    println!("on {ground}:");
    let ctx = egui::Context::default();
    let mut app = App::new(&ctx, settings);
    app.open_case(&ctx, path);
    let mut number = 0;
    settle(&ctx, &mut app, &mut number);
    app.session_mut().expect("the case is open").desk_mut().place = Place::Map;
    settle(&ctx, &mut app, &mut number);
    measure(
        &ctx,
        &mut app,
        &mut number,
        "everything in view, standing still",
        None,
    );
    for zoom in [7, 9, 11, 13] {
        let nearer = if zoom == 7 { 1 } else { 2 };
        for _ in 0..nearer {
            press(&ctx, &mut app, &mut number, egui::Key::Plus);
        }
        settle(&ctx, &mut app, &mut number);
        let what = format!("panning, about zoom {zoom}");
        measure(&ctx, &mut app, &mut number, &what, Some(egui::Key::ArrowRight));
    }
    let began = Instant::now();
    let mut frames = Frames(Vec::new());
    while began.elapsed().as_secs_f64() < 2.0 {
        number += 1;
        frames.0.push(frame(&ctx, &mut app, number, Move::Scroll));
        std::thread::sleep(std::time::Duration::from_millis(8));
    }
    frames.report("zooming by the wheel, with clusters being made aside");
    app.close_case();
}

fn settle(ctx: &egui::Context, app: &mut App, number: &mut u64) {
    let mut quiet = 0;
    while quiet < 5 {
        *number += 1;
        frame(ctx, app, *number, Move::None);
        quiet = if app.is_quiet() && app.session().is_some() {
            quiet + 1
        } else {
            0
        };
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
}

fn measure(ctx: &egui::Context, app: &mut App, number: &mut u64, what: &str, key: Option<egui::Key>) {
    let mut frames = Frames(Vec::new());
    for nth in 0..300 {
        // There and back, so that the map stays where strikes are.
        let key = key.map(|key| if nth % 20 < 10 { key } else { egui::Key::ArrowLeft });
        *number += 1;
        frames.0.push(pressed(ctx, app, *number, key));
    }
    frames.report(what);
}

fn press(ctx: &egui::Context, app: &mut App, number: &mut u64, key: egui::Key) {
    *number += 1;
    pressed(ctx, app, *number, Some(key));
}

/// One frame with a key, as eframe runs it, without the painting itself.
fn pressed(ctx: &egui::Context, app: &mut App, number: u64, key: Option<egui::Key>) -> f64 {
    let mut input = egui::RawInput {
        screen_rect: Some(egui::Rect::from_min_size(
            egui::Pos2::ZERO,
            egui::vec2(1920.0, 1080.0),
        )),
        time: Some(number as f64 / 60.0),
        ..egui::RawInput::default()
    };
    input.events.extend(key.map(|key| egui::Event::Key {
        key,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: egui::Modifiers::NONE,
    }));
    let before = thread_cpu_ms();
    let output = ctx.run_ui(input, |ui| app.show(ui));
    let shapes = ctx.tessellate(output.shapes, output.pixels_per_point);
    let cost = thread_cpu_ms() - before;
    assert!(!shapes.is_empty());
    cost
}
