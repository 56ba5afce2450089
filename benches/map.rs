//! What the map costs with 100,000 strikes: putting them into clusters, which a reader thread does, and a frame while one pans
//! and while one zooms, which the window's thread does (CPU time of layout and tessellation).
//!
//! `cargo bench --bench map`. It makes its own case, prints figures and asserts nothing.

mod common;

use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use common::{Frames, Move, frame, thread_cpu_ms};
use witnessmark::analysis::map::clusters::Clusters;
use witnessmark::case::{CalendarFilter, Case, Reader};
use witnessmark::model::place::mercator::{Spot, project};
use witnessmark::model::place::outlines;
use witnessmark::model::when::Edtf;
use witnessmark::model::{Change, Strike};
use witnessmark::settings::Settings;
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
    frames(&path);
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

fn frames(path: &Path) {
    let ctx = egui::Context::default();
    let mut app = App::new(&ctx, Settings::in_memory());
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
