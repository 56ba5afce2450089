//! A case of a million strikes over thirty years, which the bench makes itself: what the calendar asks of it, and what its
//! frames cost.
//!
//! `cargo bench --bench calendar`. The case is kept in the target directory (or where `WITNESSMARK_BENCH_CASE` says), so that
//! it is made once. Figures are printed, never asserted.

mod common;

use std::path::{Path, PathBuf};
use std::time::Instant;

use common::{Frames, Move, frame, thread_cpu_ms};
use jiff::ToSpan as _;
use jiff::civil::{Date, date};
use witnessmark::case::{AgendaKey, CalendarFilter, Case, Reader, Reports};
use witnessmark::model::record::RecordRef;
use witnessmark::model::when::Edtf;
use witnessmark::model::{Change, Strike};
use witnessmark::settings::Settings;
use witnessmark::ui::app::App;
use witnessmark::ui::desk::Place;

const STRIKES: u32 = 1_000_000;
const FIRST: Date = date(1995, 1, 1);
const DAYS: u32 = 30 * 365;
/// So many strikes in a transaction.
const PART: u32 = 20_000;
/// A day with sixty strikes more than others.
const CROWDED: Date = date(2024, 8, 18);

/// The `number`th strike: most to the day, some with an hour, as intervals, to the month, or only reported.
fn strike(number: u32) -> Strike {
    let day = FIRST.saturating_add(i64::from(number.wrapping_mul(2_654_435_761) % DAYS).days());
    let edtf = |text: String| Some(Edtf::parse(&text).expect("a date"));
    let (occurred, reported) = match number % 20 {
        0 => (edtf(format!("{day}T{:02}:{:02}", number % 24, number % 60)), None),
        1 => (edtf(format!("{day}/{}", day.saturating_add(1.day()))), None),
        2 => (edtf(format!("{day}~")), None),
        3 => (None, edtf(day.to_string())),
        5 => (
            edtf(day.to_string()),
            edtf(day.saturating_add(1.day()).to_string()),
        ),
        4 if number % 400 == 4 => (edtf(format!("{}-{:02}", day.year(), day.month())), None),
        _ => (edtf(day.to_string()), None),
    };
    Strike {
        title: format!("Strike {number}"),
        occurred,
        reported,
        time_zone: number.is_multiple_of(20).then(|| "Europe/Kyiv".to_owned()),
        place_name: number
            .is_multiple_of(3)
            .then(|| format!("Place {}", number % 997)),
        ..Strike::default()
    }
}

fn make(path: &Path) {
    let began = Instant::now();
    let mut case = Case::create(path, "Bench", Settings::in_memory().author()).expect("a case");
    case.write_once().expect("a journal");
    for part in 0..STRIKES / PART {
        let strikes: Vec<Strike> = (part * PART..(part + 1) * PART).map(strike).collect();
        let tagged = strikes
            .iter()
            .step_by(50)
            .map(|strike| RecordRef::from(strike.id));
        let tag = Change::AddTag {
            name: format!("tag {}", part % 5),
            vocabulary: String::new(),
            records: tagged.collect(),
        };
        let made = strikes
            .into_iter()
            .map(|strike| Change::Create(strike.into()))
            .chain([tag]);
        case.apply_all(made.collect()).expect("strikes");
    }
    let crowd = (0..60).map(|number| {
        let strike = Strike {
            title: format!("Impact {number}"),
            occurred: Some(Edtf::from_date(CROWDED)),
            ..Strike::default()
        };
        Change::Create(strike.into())
    });
    case.apply_all(crowd.collect()).expect("a crowd");
    case.close().expect("closed");
    println!("made the case in {:.0} s", began.elapsed().as_secs_f64());
}

/// CPU of many questions, one for each number.
fn asked(what: &str, count: u32, mut question: impl FnMut(u32)) {
    let mut costs: Vec<f64> = (0..count)
        .map(|number| {
            let before = thread_cpu_ms();
            question(number);
            thread_cpu_ms() - before
        })
        .collect();
    costs.sort_by(f64::total_cmp);
    let at = |part: f64| costs[((costs.len() - 1) as f64 * part) as usize];
    println!(
        "{what:<48} p50 {:>7.2}, p99 {:>7.2}, max {:>7.2} ms CPU",
        at(0.5),
        at(0.99),
        at(1.0)
    );
}

fn questions(reader: &Reader) {
    let any = CalendarFilter::default();
    let month = |number: u32| FIRST.saturating_add(i64::from(number * 7 % 360).months());
    let every = CalendarFilter {
        reports: Reports::All,
        ..CalendarFilter::default()
    };
    let tagged = CalendarFilter::tagged(vec!["tag 1".to_owned()]);
    for (what, filter, rows) in [
        ("a month, 8 lines a day", &any, 8),
        ("a month, 16 lines a day (a large screen)", &any, 16),
        ("a month, 8 lines, every report", &every, 8),
        ("a month, 8 lines, one tag", &tagged, 8),
    ] {
        asked(what, 200, |number| {
            let first = month(number);
            let (from, to) = (first.saturating_sub(5.days()), first.saturating_add(36.days()));
            let strikes = reader
                .calendar_leading(from, to, filter, rows, 5_000)
                .expect("strikes");
            assert!(!strikes.is_empty(), "{what}");
            reader.calendar_spans(from, to, filter).expect("days");
        });
    }
    asked("a week, all of it", 100, |number| {
        let first = month(number);
        reader
            .calendar(first, first.saturating_add(6.days()), &any, 5_000)
            .expect("strikes");
    });
    asked("the list of a day", 100, |number| {
        let day = month(number);
        reader.calendar(day, day, &any, 5_000).expect("strikes");
    });
    asked("a year's counts by day and month", 100, |number| {
        let first = date(1995 + (number % 30) as i16, 1, 1);
        let last = first.saturating_add(1.year()).yesterday().expect("a day");
        let spans = reader.calendar_spans(first, last, &any).expect("days");
        assert!(spans.len() > 300);
    });
    asked("the day with a strike before, and after", 200, |number| {
        let day = month(number);
        assert!(reader.next_strike_day(day, &any).expect("a day").is_some());
        let _ = reader.previous_strike_day(day, &any).expect("a day");
    });
    asked("the agenda: 250 rows before, 350 from a day on", 100, |number| {
        let key = AgendaKey::before(month(number));
        reader.agenda_before(&key, &any, 250).expect("rows");
        reader.agenda_from(&key, &any, 350).expect("rows");
    });
}

fn frames(path: &Path) {
    let ctx = egui::Context::default();
    let mut app = App::new(&ctx, Settings::in_memory());
    app.open_case(&ctx, path);
    let mut number = 0;
    while !app.is_quiet() || app.session().is_none() {
        frame(&ctx, &mut app, number, Move::None);
        number += 1;
    }
    for (what, place, moves) in [
        ("the month at rest", Place::Calendar(CROWDED), Move::None),
        ("the week at rest", Place::Week(CROWDED), Move::None),
        ("the year at rest", Place::Year(2024), Move::None),
        ("the agenda, scrolling", Place::Agenda(CROWDED), Move::Scroll),
    ] {
        if let Some(session) = app.session_mut() {
            session.desk_mut().place = place;
        }
        for _ in 0..10 {
            frame(&ctx, &mut app, number, Move::None);
            number += 1;
        }
        while !app.is_quiet() {
            frame(&ctx, &mut app, number, Move::None);
            number += 1;
        }
        let mut costs = Frames(Vec::new());
        for _ in 0..600 {
            costs.0.push(frame(&ctx, &mut app, number, moves));
            number += 1;
        }
        costs.report(what);
    }
    app.close_case();
}

fn main() {
    let kept = std::env::var_os("WITNESSMARK_BENCH_CASE").map(PathBuf::from);
    let path = kept
        .unwrap_or_else(|| Path::new(env!("CARGO_TARGET_TMPDIR")).join("calendar-1000000-reports.witness"));
    if !path.exists() {
        // A case that was only half made must not be taken for one.
        let half = path.with_extension("half.witness");
        let _ = std::fs::remove_file(&half);
        make(&half);
        std::fs::rename(&half, &path).expect("renamed");
    }
    questions(&Reader::open(&path).expect("a reader"));
    frames(&path);
}
