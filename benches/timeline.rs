//! What the timeline of a case of 100,000 strikes costs: to load it off the frame, and a frame of it at rest, while the rows are
//! scrolled and thrown, and while the scale is moved.
//!
//! `cargo bench --bench timeline`. Figures are printed, never asserted: docs/performance.md says what they are compared to.

mod common;

use std::time::Instant;

use common::{Frames, Move, frame, thread_cpu_ms};
use jiff::ToSpan as _;
use jiff::civil::date;
use witnessmark::analysis::timeline::Subject;
use witnessmark::case::{Case, Reader};
use witnessmark::model::when::Edtf;
use witnessmark::model::{Change, Component, Strike, Weapon};
use witnessmark::settings::Settings;
use witnessmark::ui::app::App;
use witnessmark::ui::commands::UiCommand;
use witnessmark::ui::desk::Place;

const STRIKES: i32 = 100_000;

fn make(path: &std::path::Path) {
    let mut case = Case::create(path, "Bench", Settings::in_memory().author()).expect("a case");
    for batch in 0..STRIKES / 1000 {
        let mut changes = Vec::new();
        for nth in batch * 1000..(batch + 1) * 1000 {
            let day = date(2022, 2, 24).saturating_add((nth / 60).days());
            let on = |days: i32| Some(Edtf::from_date(day.saturating_add(days.days())));
            let strike = Strike {
                title: format!("Strike {nth}"),
                occurred: if nth % 3 == 0 { None } else { on(0) },
                reported: on(nth % 2),
                reported_by: Some("A newspaper".to_owned()),
                ..Strike::default()
            };
            let weapon = Weapon {
                title: format!("Weapon {nth}"),
                strike: Some(strike.id),
                ..Weapon::default()
            };
            let component = Component {
                title: format!("Component {nth}"),
                weapon: Some(weapon.id),
                recovered: Edtf::parse(&format!("{day}/..")).ok(),
                documented: on(9),
                ..Component::default()
            };
            changes.push(Change::Create(strike.into()));
            changes.push(Change::Create(weapon.into()));
            changes.push(Change::Create(component.into()));
        }
        case.apply_all(changes).expect("strikes");
    }
    case.close().expect("a closed case");
}

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bench.witness");
    let start = Instant::now();
    make(&path);
    println!(
        "case of {STRIKES} strikes made in {:.1} s",
        start.elapsed().as_secs_f64()
    );

    let reader = Reader::open(&path).expect("a reader");
    let cpu = thread_cpu_ms();
    let timeline = reader
        .timeline(&Subject::Case, date(2026, 11, 26))
        .expect("a timeline");
    println!(
        "timeline of the whole case, off the frame: {:.0} ms CPU, {} rows",
        thread_cpu_ms() - cpu,
        timeline.rows.len()
    );
    drop(timeline);

    let ctx = egui::Context::default();
    let mut app = App::new(&ctx, Settings::in_memory());
    app.open_case(&ctx, &path);
    let mut number = 0;
    while !app.is_quiet() || app.session().is_none() {
        frame(&ctx, &mut app, number, Move::None);
        number += 1;
    }
    app.session_mut().expect("the case is open").desk_mut().place = Place::Timeline;
    for _ in 0..4 {
        frame(&ctx, &mut app, number, Move::None);
        number += 1;
    }
    while !app.is_quiet() {
        frame(&ctx, &mut app, number, Move::None);
        number += 1;
    }
    for (what, moves) in [
        ("at rest", Move::None),
        ("while scrolling", Move::Scroll),
        ("while flinging", Move::Fling),
    ] {
        let cost = |n| frame(&ctx, &mut app, number + n, moves);
        let mut frames = Frames((0..600).map(cost).collect());
        frames.report(what);
        number += 600;
    }
    let mut frames = Frames(Vec::new());
    for nth in 0..600 {
        let is_in = nth % 60 < 30;
        let command = if is_in {
            UiCommand::ZoomIn
        } else {
            UiCommand::ZoomOut
        };
        app.carry_out(&ctx, command);
        frames.0.push(frame(&ctx, &mut app, number, Move::None));
        number += 1;
    }
    frames.report("while zooming");
}
