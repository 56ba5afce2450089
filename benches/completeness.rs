//! What checklists cost with 100,000 strikes, each with a weapon and a component: the tallies of a page of rows, the filter
//! that goes through all, and the CPU of a frame while a list with the column is scrolled.
//!
//! `cargo bench --bench completeness`. It makes its own case, prints figures and asserts nothing.

mod common;

use std::time::Instant;

use common::{Frames, Move, frame};
use witnessmark::case::{Author, Case, Reader};
use witnessmark::model::checklist::Missing;
use witnessmark::model::record::RecordKind;
use witnessmark::model::when::Edtf;
use witnessmark::model::{Change, Component, Strike, Weapon};
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
    let mut case = Case::create(path, "Checklists", author).expect("a case");
    for thousand in 0..STRIKES / 1000 {
        let changes = (0..1000).flat_map(|nth| {
            let nth = thousand * 1000 + nth;
            let strike = Strike {
                title: format!("Strike {nth}"),
                occurred: (nth % 3 > 0).then(|| Edtf::parse("2024-08-18").expect("a date")),
                place_name: Some(format!("Place {}", nth % 997)),
                latitude: Some(45.0 + (nth % 700) as f64 / 100.0),
                longitude: Some(25.0 + (nth % 1300) as f64 / 100.0),
                radius_m: (nth % 2 > 0).then_some(300.0),
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
                ..Component::default()
            };
            [strike.into(), weapon.into(), component.into()].map(Change::Create)
        });
        case.apply_all(changes.collect()).expect("records");
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
    for kind in [RecordKind::Strike, RecordKind::Weapon, RecordKind::Component] {
        let ids = reader.sheet_order(kind, &[], "", None).expect("an order");
        let page: Vec<&str> = ids[50_000..50_064].iter().map(String::as_str).collect();
        let word = kind.word();
        milliseconds(&format!("{word}: tallies of a page of 64"), 50, || {
            assert_eq!(reader.tallies(kind, &page).expect("tallies").len(), 64);
        });
        milliseconds(&format!("{word}: what is incomplete of {STRIKES}"), 5, || {
            drop(reader.incomplete(kind, Missing::Required).expect("ids"));
        });
    }

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
    for (place, is_sheet) in [
        (Place::Strikes, false),
        (Place::Components, false),
        (Place::Strikes, true),
    ] {
        let session = app.session_mut().expect("the case is open");
        session.desk_mut().place = place;
        if is_sheet {
            session.carry_out(UiCommand::RecordsAsSheet);
        }
        frame(&ctx, &mut app, 0, Move::None);
        let number = rest(&mut app);
        for (what, moves) in [
            ("standing", Move::None),
            ("scrolled", Move::Scroll),
            ("thrown", Move::Fling),
        ] {
            let frames = (0..600).map(|n| frame(&ctx, &mut app, number + n, moves));
            let name = if is_sheet {
                "sheet".to_owned()
            } else {
                place.to_word()
            };
            Frames(frames.collect()).report(&format!("{name}, {what}"));
        }
    }
    app.close_case();
}
