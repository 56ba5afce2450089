//! What the network of a case of 100,000 marks costs: to compute it off the frame, and a frame of its matrix at rest, while it is
//! scrolled and thrown, and while one goes from row to row; and a frame of the picture of the links that join most strikes.
//!
//! `cargo bench --bench network`. Figures are printed, never asserted: docs/performance.md says what they are compared to.

mod common;

use std::time::Instant;

use common::{Frames, Move, frame, thread_cpu_ms};
use jiff::ToSpan as _;
use jiff::civil::date;
use witnessmark::analysis::network::layout::Picture;
use witnessmark::analysis::network::matrix::Matrix;
use witnessmark::analysis::network::{Filter, network};
use witnessmark::case::{Case, Reader};
use witnessmark::exchange::network::csv;
use witnessmark::model::when::Edtf;
use witnessmark::model::{Change, Component, Marking, Strike, Transcription, Weapon};
use witnessmark::settings::Settings;
use witnessmark::ui::app::App;
use witnessmark::ui::commands::UiCommand;
use witnessmark::ui::desk::Place;

const WEAPONS: u64 = 25_000;
/// On each weapon.
const MARKS: u64 = 4;

/// Numbers that look random and are the same in each run (D. E. Knuth, MMIX).
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

/// A mark: of four, one is on its weapon alone, two are on a few weapons, and one is on hundreds or of a series.
fn mark(random: &mut Random, nth: u64) -> String {
    match nth % MARKS {
        0 => format!("U{}-{nth}W", random.below(99)),
        1 | 2 => format!("ПР {}К", 100_000 + random.below(WEAPONS / 2)),
        _ if random.below(3) == 0 => format!("ОТК {{{}?}}", random.below(90) + 10),
        _ => format!("А{:06}", random.below(900_000) + 100_000),
    }
}

fn make(path: &std::path::Path) {
    let mut case = Case::create(path, "Bench", Settings::in_memory().author()).expect("a case");
    let mut random = Random(7);
    for batch in 0..WEAPONS / 500 {
        let mut changes = Vec::new();
        for nth in batch * 500..(batch + 1) * 500 {
            let day = date(2022, 2, 24).saturating_add((nth as i64 / 15).days());
            let strike = Strike {
                title: format!("Strike {nth}"),
                occurred: Some(Edtf::from_date(day)),
                ..Strike::default()
            };
            let weapon = Weapon {
                title: format!("Weapon {nth}"),
                strike: Some(strike.id),
                ..Weapon::default()
            };
            let id = weapon.id;
            changes.push(Change::Create(strike.into()));
            changes.push(Change::Create(weapon.into()));
            for mark_nth in 0..MARKS {
                let component = Component {
                    title: "Component".to_owned(),
                    kind: Some("jet_vane_actuator".to_owned()),
                    weapon: Some(id),
                    ..Component::default()
                };
                let marking = Marking {
                    component: Some(component.id),
                    ..Marking::default()
                };
                let transcription = Transcription {
                    marking: marking.id,
                    text: mark(&mut random, nth * MARKS + mark_nth),
                    by: "A. Reader".to_owned(),
                    ..Transcription::default()
                };
                changes.push(Change::Create(component.into()));
                changes.push(Change::Create(marking.into()));
                changes.push(Change::Transcribe(transcription));
            }
        }
        case.apply_all(changes).expect("marks");
    }
    case.close().expect("a closed case");
}

/// What the parts cost that a reader thread computes.
fn off_the_frame(path: &std::path::Path) {
    let reader = Reader::open(path).expect("a reader");
    let cost = |what: &str, before: f64| println!("{what}: {:.0} ms CPU", thread_cpu_ms() - before);
    let before = thread_cpu_ms();
    let facts = reader.weapon_facts(date(2026, 11, 26)).expect("weapons");
    cost("weapons with their marks read", before);
    let before = thread_cpu_ms();
    let found = network(&facts, Filter::default());
    cost("network", before);
    let before = thread_cpu_ms();
    let picture = Picture::of(&found);
    cost("layout of the picture", before);
    let before = thread_cpu_ms();
    let matrix = Matrix::of(&found);
    cost("order of the matrix", before);
    println!(
        "{} strikes, {} weapons, {} links; drawn {} nodes; matrix of {} rows, {} columns, {} cells",
        found.strikes.len(),
        found.weapons.len(),
        found.links.len(),
        picture.network.nodes(),
        matrix.rows.len(),
        matrix.columns.len(),
        matrix.filled(),
    );
    let before = thread_cpu_ms();
    csv(&found, &matrix, std::io::sink()).expect("a table");
    cost("matrix as CSV", before);
}

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bench.witness");
    let start = Instant::now();
    make(&path);
    println!(
        "case of {} marks made in {:.1} s",
        WEAPONS * MARKS,
        start.elapsed().as_secs_f64()
    );
    off_the_frame(&path);

    let ctx = egui::Context::default();
    let mut app = App::new(&ctx, Settings::in_memory());
    app.open_case(&ctx, &path);
    let mut number = 0;
    let settle = |app: &mut App, number: &mut u64| {
        loop {
            frame(&ctx, app, *number, Move::None);
            *number += 1;
            if app.is_quiet() && app.session().is_some() {
                break;
            }
        }
    };
    settle(&mut app, &mut number);
    app.session_mut().expect("the case is open").desk_mut().place = Place::Network;
    for _ in 0..4 {
        settle(&mut app, &mut number);
    }
    for part in ["matrix", "picture"] {
        for (what, moves) in [
            ("at rest", Move::None),
            ("while scrolling", Move::Scroll),
            ("while flinging", Move::Fling),
        ] {
            let cost = |n| frame(&ctx, &mut app, number + n, moves);
            let mut frames = Frames((0..600).map(cost).collect());
            frames.report(&format!("{part} {what}"));
            number += 600;
        }
        if part == "matrix" {
            app.carry_out(&ctx, UiCommand::NetworkAsMatrix);
            for _ in 0..4 {
                settle(&mut app, &mut number);
            }
        }
    }
    let mut frames = Frames(Vec::new());
    for nth in 0..600 {
        let command = if nth % 20 < 10 {
            UiCommand::ZoomIn
        } else {
            UiCommand::ZoomOut
        };
        app.carry_out(&ctx, command);
        frames.0.push(frame(&ctx, &mut app, number, Move::None));
        number += 1;
    }
    frames.report("picture while zooming");
}
