//! What reading, finding and seeing marks costs: all systems on one mark, queries over a million transcriptions, what a
//! view of a region of 2000 by 2000 pixels needs, and which of 100,000 marks can't be what they say.
//!
//! `cargo bench --bench markings`. It makes its own pictures and marks, prints figures and asserts nothing.

use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

use jiff::civil::date;
use witnessmark::analysis::chart::chart;
use witnessmark::analysis::firsts::firsts;
use witnessmark::analysis::links::links;
use witnessmark::case::{AlarmScope, Author, Case};
use witnessmark::enhance::{Pixels, blended, laid_on, shown, straightened};
use witnessmark::model::view::{Channel, Combine, Palette};
use witnessmark::model::when::Edtf;
use witnessmark::model::{Change, Component, Marking, Strike, Transcription, View, Weapon};
use witnessmark::reading::search::{Corpus, Query};
use witnessmark::reading::{Context, Notation, read};

fn main() {
    systems();
    search();
    views();
    alarms();
}

/// Microseconds for one call: the median and the 99th of 100 parts of many runs.
fn micros(runs: usize, mut work: impl FnMut()) -> (f64, f64) {
    for _ in 0..runs / 10 + 1 {
        work();
    }
    let mut took: Vec<f64> = (0..runs)
        .map(|_| {
            let began = Instant::now();
            work();
            began.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    took.sort_by(f64::total_cmp);
    (took[runs / 2], took[(runs - 1) * 99 / 100])
}

fn systems() {
    println!("All systems on one mark (goal: 100 us)");
    let context = |object: &str, origin: &str| Context {
        object: Some(object.to_owned()),
        origin: Some(origin.to_owned()),
        ..Context::new(date(2026, 11, 23))
    };
    for (mark, context) in [
        ("113", context("jet_vane_actuator", "KP")),
        ("2317", context("ic", "CN")),
        ("7-23-254", context("projectile", "RU")),
        ("۱۴۰۲/۰۶", context("structure", "IR")),
        ("SN 00452|LOT 2317|MADE 08.2023", context("module", "RU")),
        ("11{3/8}", context("jet_vane_actuator", "KP")),
        ("{1/7}1{3/8}-{2/7}3{.}", context("ic", "RU")),
    ] {
        let notation = Notation::parse(mark).expect("a mark");
        let readings = read(&notation, &context).len();
        let (median, worst) = micros(2_000, || {
            black_box(read(black_box(&notation), &context));
        });
        println!("  {mark:<32} {readings:>3} readings  p50 {median:>7.1} us  p99 {worst:>7.1} us");
    }
}

/// A million marks as they are on parts; of thirty one is uncertain somewhere.
fn corpus() -> Corpus {
    let mut corpus = Corpus::default();
    let mut state = 1_u64;
    let mut next = |most: u64| {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % most
    };
    for nth in 0..1_000_000 {
        let (a, b, c) = (next(1000), next(100), next(1000));
        let text = match nth % 10 {
            0 => format!("{b:02}{:02}", next(53)),
            1 => format!("LC-{b:02}A{a:03}-{c:03}"),
            2 => format!("SN {a:03}{c:03}"),
            3 => format!("{}-{b:02}-{a}", next(30)),
            4 => format!("주체{}", 90 + next(30)),
            5 => format!("В{a:03} Д{b:02}"),
            6 => format!("{a}"),
            7 => format!("XC{b}V{a}|{b:02}{:02}|TAIWAN", next(53)),
            8 => format!("9М{b}К{a}"),
            _ => format!("1305-01-{a:03}-{b:02}{b:02}"),
        };
        let text = match nth % 30 {
            0 => text.replacen('1', "{1/7}", 1),
            15 => format!("{text}{{.}}"),
            _ => text,
        };
        corpus.push(&text);
    }
    corpus
}

fn search() {
    let began = Instant::now();
    let corpus = corpus();
    let built = began.elapsed().as_secs_f64();
    println!(
        "Queries over 1,000,000 transcriptions, time of the wall (goal: p99 20 ms); built in {built:.2} s"
    );
    for (query, loose) in [
        ("113", false),
        ("7", false),
        ("*7*", false),
        ("*13*", false),
        ("*113*", false),
        ("1?3", false),
        ("*1?3*", false),
        ("LC-2?A*", false),
        ("*254", false),
        ("주체113", false),
        ("주체*", false),
        ("XC12V345 TAIWAN", false),
        ("\"LC-21A001-005\"", false),
        ("113", true),
        ("*З1З*", true),
        ("10Ю", true),
    ] {
        let compiled = Query::new(query, loose);
        let found = corpus.find(&compiled).len();
        let (median, worst) = micros(60, || {
            black_box(corpus.find(black_box(&compiled)));
        });
        let how = if loose { "loose" } else { "" };
        println!(
            "  {query:<18} {how:<5} {found:>7} found  p50 {:>6.1} ms  p99 {:>6.1} ms",
            median / 1e3,
            worst / 1e3
        );
    }
    let pattern = regex::Regex::new("^LC-?2[0-3]A").expect("a pattern");
    let (median, worst) = micros(20, || {
        black_box(corpus.find_regex(&pattern));
    });
    println!(
        "  regular expression ^LC-?2[0-3]A  p50 {:>6.1} ms  p99 {:>6.1} ms",
        median / 1e3,
        worst / 1e3
    );
}

/// A plate with grain, slopes and strokes, as a camera sees it.
fn plate(side: usize) -> Pixels {
    let mut rgba = Vec::with_capacity(side * side * 4);
    for y in 0..side {
        for x in 0..side {
            let grain = ((x as u32 ^ ((y as u32) << 13)).wrapping_mul(2_654_435_761) >> 28) as u8;
            let stroke = if (x / 90 + y / 140) % 3 == 0 { 40 } else { 0 };
            let slope = (x * 90 / side + y * 60 / side) as u8;
            rgba.extend([60 + grain + slope + stroke, 50 + grain + slope, 40 + slope, 255]);
        }
    }
    Pixels {
        width: side,
        height: side,
        rgba,
    }
}

fn views() {
    let plate = plate(2000);
    println!("A view of a region of 2000 x 2000 pixels, time of the wall");
    let plain = View::PLAIN;
    for (name, goal, view) in [
        (
            "brightness, contrast, gamma",
            Some(16),
            View {
                brightness: 10,
                contrast: 30,
                gamma: 140,
                ..plain
            },
        ),
        (
            "one channel",
            Some(16),
            View {
                channel: Channel::Blue,
                ..plain
            },
        ),
        (
            "saturation",
            Some(16),
            View {
                channel: Channel::Saturation,
                ..plain
            },
        ),
        (
            "false colour",
            Some(16),
            View {
                palette: Palette::Viridis,
                ..plain
            },
        ),
        (
            "invert",
            Some(16),
            View {
                invert: true,
                ..plain
            },
        ),
        ("local contrast (CLAHE)", Some(60), View { local: 60, ..plain }),
        ("relief", Some(60), View { relief: 60, ..plain }),
        ("edges", Some(60), View { edges: 60, ..plain }),
        ("sharpness", None, View { sharpen: 60, ..plain }),
        ("median 1", None, View { median: 1, ..plain }),
        ("median 4", None, View { median: 4, ..plain }),
        ("preset stamped metal", None, View::STAMPED),
        ("preset burnt paint", None, View::BURNT),
        ("preset label", None, View::LABEL),
        ("preset etched board", None, View::CIRCUIT),
    ] {
        let (median, worst) = micros(40, || {
            black_box(shown(black_box(&plate), &view));
        });
        let goal = goal.map_or_else(String::new, |goal| format!("  (goal {goal} ms)"));
        println!(
            "  {name:<28} p50 {:>6.1} ms  p99 {:>6.1} ms{goal}",
            median / 1e3,
            worst / 1e3
        );
    }
    let corners = [[100.0, 60.0], [1900.0, 0.0], [2000.0, 1950.0], [0.0, 2000.0]];
    let (median, worst) = micros(20, || {
        black_box(straightened(black_box(&plate), corners));
    });
    println!(
        "  {:<28} p50 {:>6.1} ms  p99 {:>6.1} ms",
        "straightened by corners",
        median / 1e3,
        worst / 1e3
    );
    let points = [[200.0, 200.0], [1800.0, 300.0], [400.0, 1700.0]];
    let (median, worst) = micros(20, || {
        let other = laid_on(
            &plate,
            points,
            &plate,
            points.map(|[x, y]: [f32; 2]| [x + 3.0, y - 2.0]),
        );
        black_box(blended(
            &plate,
            &other.into_iter().collect::<Vec<_>>(),
            Combine::Average,
        ));
    });
    println!(
        "  {:<28} p50 {:>6.1} ms  p99 {:>6.1} ms",
        "another photo laid on it",
        median / 1e3,
        worst / 1e3
    );
}

/// Marks in a case, of which one in a hundred can't be what it says.
fn case_of_marks(folder: &Path, count: usize) -> Case {
    let author = Author {
        person: "B. Ench".to_owned(),
        device: "11111111-1111-7111-8111-111111111111".to_owned(),
        device_name: "bench".to_owned(),
    };
    let mut case = Case::create(&folder.join("marks.witness"), "Marks", author).expect("a case");
    let mut made = 0;
    while made < count {
        let strike = Strike {
            occurred: Edtf::parse("2024-08-18").ok(),
            ..Strike::default()
        };
        let weapon = Weapon {
            strike: Some(strike.id),
            origin: Some("RU".to_owned()),
            origin_basis: Some("documents".to_owned()),
            ..Weapon::default()
        };
        let of = weapon.id;
        let mut changes = vec![Change::Create(strike.into()), Change::Create(weapon.into())];
        for _ in 0..200 {
            let component = Component {
                kind: Some("ic".to_owned()),
                weapon: Some(of),
                ..Component::default()
            };
            let on = component.id;
            changes.push(Change::Create(component.into()));
            for _ in 0..5 {
                let marking = Marking {
                    component: Some(on),
                    ..Marking::default()
                };
                let text = match made % 100 {
                    0 => "2354".to_owned(),
                    nth if nth % 5 == 1 => format!("XC{nth}V{made}|23{:02}|TAIWAN", made % 52 + 1),
                    nth if nth % 5 == 2 => format!("SN {made:05}"),
                    nth if nth % 5 == 3 => format!("{}-{:02}-{nth}", made % 30, made % 24),
                    _ => format!("{:02}{:02}", made % 24, made % 52 + 1),
                };
                let transcription = Transcription {
                    marking: marking.id,
                    text,
                    by: "B. Ench".to_owned(),
                    ..Transcription::default()
                };
                changes.push(Change::Create(marking.into()));
                changes.push(Change::Transcribe(transcription));
                made += 1;
            }
        }
        case.apply_all(changes).expect("marks");
    }
    case
}

fn alarms() {
    const MARKS: usize = 100_000;
    let folder = tempfile::tempdir().expect("a folder");
    let case = case_of_marks(folder.path(), MARKS);
    let reader = case.reader().expect("a reader");
    let today = date(2026, 11, 23);
    println!("Alarms over {MARKS} marks, time of the wall of a reader thread");
    for what in ["the first time", "from then on"] {
        let began = Instant::now();
        let found = reader.alarms(AlarmScope::Case, today).expect("alarms").len();
        let took = began.elapsed().as_secs_f64();
        println!("  {what:<28} {found:>5} alarms  {:>7.0} ms", took * 1e3);
    }
    println!("What {MARKS} marks add up to (goal: links under 2 s)");
    let began = Instant::now();
    let weapons = reader.weapon_facts(today).expect("facts");
    let read = began.elapsed();
    let found = links(&weapons).len();
    let linked = began.elapsed() - read;
    let (first, drawn) = (firsts(&weapons).len(), chart(&weapons).rows.len());
    println!(
        "  facts of {} weapons {:.0} ms, {found} links {:.0} ms, {first} firsts and {drawn} bars {:.0} ms",
        weapons.len(),
        read.as_secs_f64() * 1e3,
        linked.as_secs_f64() * 1e3,
        (began.elapsed() - read - linked).as_secs_f64() * 1e3
    );
    let weapon = reader.all::<Weapon>().expect("weapons")[0].id;
    let (median, worst) = micros(20, || {
        black_box(reader.alarms(AlarmScope::Weapon(weapon), today)).expect("alarms");
    });
    println!(
        "  of one weapon of 1000 marks  p50 {:>6.1} ms  p99 {:>6.1} ms",
        median / 1e3,
        worst / 1e3
    );
    let (median, worst) = micros(20, || {
        black_box(reader.coverage(weapon)).expect("a coverage");
    });
    println!(
        "  what is missing of it        p50 {:>6.1} ms  p99 {:>6.1} ms",
        median / 1e3,
        worst / 1e3
    );
}
