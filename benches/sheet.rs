//! What the spreadsheet costs with 100,000 strikes: the order of its rows, a page of them, cells that are typed, and the CPU of
//! a frame while it is scrolled and typed in.
//!
//! `cargo bench --bench sheet`. It makes its own case, prints figures and asserts nothing.

mod common;

use std::time::Instant;

use common::{Frames, Move, frame};
use witnessmark::case::{Author, Case, Reader, SheetSort};
use witnessmark::exchange::sheet::{Deed, Row, Subject, Target, edits};
use witnessmark::model::record::RecordKind;
use witnessmark::model::when::Edtf;
use witnessmark::model::{Change, Strike};
use witnessmark::settings::Settings;
use witnessmark::ui::app::App;
use witnessmark::ui::commands::UiCommand;
use witnessmark::ui::desk::Place;

const STRIKES: usize = 100_000;

fn case(path: &std::path::Path) {
    let author = Author {
        person: "B. Ench".to_owned(),
        device: "11111111-1111-7111-8111-111111111111".to_owned(),
        device_name: "bench".to_owned(),
    };
    let mut case = Case::create(path, "Sheet", author).expect("a case");
    for thousand in 0..STRIKES / 1000 {
        let changes = (0..1000).map(|nth| {
            let nth = thousand * 1000 + nth;
            let strike = Strike {
                title: format!("Strike {nth}"),
                occurred: Edtf::parse(&format!("202{}-{:02}-{:02}", nth % 5, nth % 12 + 1, nth % 28 + 1))
                    .ok(),
                place_name: Some(format!("Place {}", nth % 997)),
                latitude: Some(45.0 + (nth % 700) as f64 / 100.0),
                longitude: Some(25.0 + (nth % 1300) as f64 / 100.0),
                target: Some("energy".to_owned()),
                ..Strike::default()
            };
            Change::Create(strike.into())
        });
        case.apply_all(changes.collect()).expect("strikes");
    }
    case.close().expect("closed");
}

fn milliseconds(what: &str, runs: usize, mut work: impl FnMut()) {
    let mut took: Vec<f64> = (0..runs)
        .map(|_| {
            let began = Instant::now();
            work();
            began.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    took.sort_by(f64::total_cmp);
    println!(
        "{what}: p50 {:.1} ms, worst of {runs} {:.1} ms",
        took[runs / 2],
        took[runs - 1]
    );
}

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bench.witness");
    case(&path);
    let reader = Reader::open(&path).expect("a reader");
    let sort = SheetSort {
        field: "title",
        downwards: false,
    };
    let order = || {
        reader
            .sheet_order(RecordKind::Strike, &[], "", None)
            .expect("an order")
    };
    milliseconds("order of all rows", 20, || drop(order()));
    milliseconds("order by title", 10, || {
        drop(
            reader
                .sheet_order(RecordKind::Strike, &[], "", Some(&sort))
                .expect("an order"),
        );
    });
    let ids = order();
    milliseconds("a page of 64 rows", 50, || {
        for id in &ids[5000..5064] {
            Row::load(&reader, Target::Strikes, id).expect("a row");
        }
    });
    let title = Target::Strikes.field("occurred").expect("a field");
    milliseconds("1,000 cells typed, worked out", 10, || {
        let rows: Vec<Subject> = ids[..1000]
            .iter()
            .filter_map(|id| Row::load(&reader, Target::Strikes, id).expect("a row"))
            .map(|row| Subject { row, is_new: false })
            .collect();
        let cells = (0..rows.len()).map(|row| (row, title, "18.8.2024".to_owned()));
        let outcome = edits(
            &reader,
            Deed::Type {
                cells: cells.collect(),
                rows,
            },
        )
        .expect("an outcome");
        assert!(outcome.wrong.is_empty());
    });

    let ctx = egui::Context::default();
    let mut app = App::new(&ctx, Settings::in_memory());
    app.open_case(&ctx, &path);
    let mut number = 0;
    let mut rest = |app: &mut App| {
        while !app.is_quiet() || app.session().is_none() {
            frame(&ctx, app, number, Move::None);
            number += 1;
        }
        number
    };
    rest(&mut app);
    let session = app.session_mut().expect("the case is open");
    session.desk_mut().place = Place::Strikes;
    session.carry_out(UiCommand::RecordsAsSheet);
    frame(&ctx, &mut app, 0, Move::None);
    let number = rest(&mut app);
    for (what, moves) in [
        ("the sheet, standing", Move::None),
        ("the sheet, scrolled by wheel", Move::Scroll),
        ("the sheet, thrown", Move::Fling),
    ] {
        let frames = (0..1200).map(|n| frame(&ctx, &mut app, number + n, moves));
        Frames(frames.collect()).report(what);
    }
    app.close_case();
}
