//! A case of 100,000 photos, which the bench makes itself: what the first screen, the order, filters, rows, thumbnails
//! and frames cost, and what readers wait for while an import runs beside them.
//!
//! `cargo bench --bench photos`. The case is kept where `WITNESSMARK_BENCH_CASE` says, else in a temporary folder. With
//! `WITNESSMARK_BENCH_PHOTOS=FOLDER` these photos are imported while readers read. Figures are printed, never asserted.

mod common;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use common::{Frames, Move, frame, thread_cpu_ms};
use witnessmark::case::{Case, Reader, sha256};
use witnessmark::intake::decode::{Limits, decode};
use witnessmark::intake::import::{Plan, import, store};
use witnessmark::job::Progress;
use witnessmark::model::album::{Near, PhotoFilter, PhotoSort, PickFilter};
use witnessmark::model::photo::{Colour, Pick};
use witnessmark::model::record::RecordRef;
use witnessmark::model::{Change, NewPhoto, Photo, PhotoSet, Strike};
use witnessmark::settings::Settings;
use witnessmark::ui::app::App;

const PHOTOS: u32 = 100_000;

/// CPU milliseconds of `work`, the median of `rounds`.
fn median(rounds: usize, mut work: impl FnMut()) -> f64 {
    let mut costs: Vec<f64> = (0..rounds)
        .map(|_| {
            let before = thread_cpu_ms();
            work();
            thread_cpu_ms() - before
        })
        .collect();
    costs.sort_by(f64::total_cmp);
    costs[costs.len() / 2]
}

fn said(what: &str, cost: f64) {
    println!("{what:<58} {cost:>8.2} ms CPU");
}

/// A thumbnail with as many bytes as one of a photo.
fn thumbnail(side: u32) -> Vec<u8> {
    let picture = image::RgbImage::from_fn(side, side * 3 / 4, |x, y| {
        let noise = (x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)) >> 24;
        image::Rgb([(x % 256) as u8, (noise % 64 + y % 128) as u8, (noise % 96) as u8])
    });
    let mut jpeg = std::io::Cursor::new(Vec::new());
    image::codecs::jpeg::JpegEncoder::new_with_quality(&mut jpeg, 82)
        .encode_image(&picture)
        .expect("a JPEG");
    jpeg.into_inner()
}

fn make(path: &Path) {
    let mut case = Case::create(path, "Bench", Settings::in_memory().author()).expect("a case");
    case.write_once().expect("a journal");
    let (small, medium) = (thumbnail(256), thumbnail(512));
    let sets: Vec<PhotoSet> = (0..20)
        .map(|number| PhotoSet {
            title: format!("Card {number}"),
            ..PhotoSet::default()
        })
        .collect();
    let strikes: Vec<Strike> = (0..300)
        .map(|number| Strike {
            title: format!("Strike {number}"),
            ..Strike::default()
        })
        .collect();
    let sets_made = sets.iter().map(|set| Change::Create(set.clone().into()));
    let strikes_made = strikes.iter().map(|strike| Change::Create(strike.clone().into()));
    case.apply_all(sets_made.chain(strikes_made).collect())
        .expect("records");
    let start: jiff::civil::DateTime = "2024-01-01T06:00:00".parse().expect("a time");
    for part in 0..PHOTOS / 1000 {
        let mut ids = Vec::new();
        let photos = (part * 1000..(part + 1) * 1000).map(|number| {
            let bytes = number.to_le_bytes().repeat(50);
            let taken = start
                .checked_add(jiff::SignedDuration::from_secs(i64::from(number) * 311))
                .expect("a time");
            let photo = Photo {
                sha256: sha256(&bytes),
                byte_size: bytes.len() as u64,
                file_name: format!("IMG_{number:06}.jpg"),
                format: "JPEG".to_owned(),
                width: 4000,
                height: 3000,
                captured: Some(taken.to_string()),
                camera_make: Some("Canon".to_owned()),
                camera_model: Some(format!("EOS {}D", number % 3 + 5)),
                latitude: (number % 2 == 0).then(|| 46.0 + f64::from(number % 5000) / 1000.0),
                longitude: (number % 2 == 0).then(|| 30.0 + f64::from(number % 700) / 100.0),
                caption: if number % 9 == 0 {
                    "jet vane actuator".to_owned()
                } else {
                    String::new()
                },
                photo_set: Some(sets[number as usize % sets.len()].id),
                rating: (number % 7 == 0).then_some((number % 5 + 1) as u8),
                pick: match number % 11 {
                    0 => Some(Pick::Rejected),
                    1 => Some(Pick::Flagged),
                    _ => None,
                },
                colour: (number % 50 == 0).then_some(Colour::Red),
                ..Photo::default()
            };
            ids.push(photo.id);
            Change::AddPhoto(Box::new(NewPhoto {
                photo,
                bytes,
                small_preview: Some(small.clone()),
                medium_preview: (number % 50 == 0).then(|| medium.clone()),
                likeness: Some(u64::from(number).wrapping_mul(0x9E37_79B9_7F4A_7C15)),
                ..NewPhoto::default()
            }))
        });
        let photos: Vec<Change> = photos.collect();
        case.apply_all(photos).expect("photos");
        let shown = &strikes[part as usize % strikes.len()];
        case.apply(Change::LinkPhotos {
            photos: ids.into_iter().step_by(3).collect(),
            subject: RecordRef::from(shown.id),
        })
        .expect("links");
    }
    case.close().expect("closed");
}

fn questions(reader: &Reader) {
    let any = PhotoFilter::default;
    let first = || {
        let order = reader
            .photo_order(&any(), PhotoSort::Captured, Some(400))
            .expect("an order");
        let rows = reader.photo_rows(&order.photos[..128]).expect("rows");
        assert_eq!(rows.len(), 128);
        for photo in &order.photos[..60] {
            assert!(reader.small_preview(*photo).expect("a preview").is_some());
        }
    };
    said(
        "first screen: order of 400, 128 rows, 60 thumbnails",
        median(21, first),
    );
    for (what, sort) in [
        ("order of all by time, with days", PhotoSort::Captured),
        ("order of all by camera", PhotoSort::Camera),
        ("order of all by strike", PhotoSort::Strike),
    ] {
        let cost = median(11, || {
            let order = reader.photo_order(&any(), sort, None).expect("an order");
            assert_eq!(order.photos.len(), PHOTOS as usize);
        });
        said(what, cost);
    }
    let day = |text: &str| Some(text.parse().expect("a day"));
    let filters = [
        (
            "filter: a month, a camera, not rejected, not linked",
            PhotoFilter {
                from: day("2024-06-01"),
                to: day("2024-06-30"),
                camera: Some("Canon EOS 6D".to_owned()),
                pick: Some(PickFilter::NotRejected),
                linked: Some(false),
                ..any()
            },
        ),
        (
            "filter: text, rating 3 or more, linked",
            PhotoFilter {
                text: "actuator".to_owned(),
                rating: Some(3),
                linked: Some(true),
                ..any()
            },
        ),
        (
            "filter: near a place, flagged",
            PhotoFilter {
                near: Some(Near {
                    latitude: 50.45,
                    longitude: 30.52,
                    radius_m: 50_000.0,
                }),
                pick: Some(PickFilter::Flagged),
                ..any()
            },
        ),
        (
            "filter: red",
            PhotoFilter {
                colour: Some(Colour::Red),
                ..any()
            },
        ),
        (
            "filter: not rejected (nine of ten pass)",
            PhotoFilter {
                pick: Some(PickFilter::NotRejected),
                ..any()
            },
        ),
    ];
    for (what, filter) in filters {
        let mut found = 0;
        let cost = median(11, || {
            found = reader
                .photo_order(&filter, PhotoSort::Captured, None)
                .expect("an order")
                .photos
                .len();
        });
        said(&format!("{what}: {found}"), cost);
    }
    let order = reader
        .photo_order(&any(), PhotoSort::Captured, Some(80))
        .expect("an order");
    let previews: Vec<Vec<u8>> = order
        .photos
        .iter()
        .filter_map(|photo| reader.small_preview(*photo).expect("a preview"))
        .collect();
    let cost = median(11, || {
        for preview in &previews {
            decode(preview, &Limits::default()).expect("pixels");
        }
    });
    said("decoding a screen of 80 thumbnails", cost);
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
    for (what, moves) in [
        ("frames at rest", Move::None),
        ("frames while scrolling", Move::Scroll),
        ("frames while flinging", Move::Fling),
    ] {
        let mut frames = Frames(Vec::new());
        for _ in 0..960 {
            number += 1;
            let began = Instant::now();
            frames.0.push(frame(&ctx, &mut app, number, moves));
            // 60 frames a second, as a screen asks for them, so that rows and pictures arrive meanwhile.
            std::thread::sleep(Duration::from_micros(16_600).saturating_sub(began.elapsed()));
        }
        frames.report(what);
    }
    app.close_case();
}

/// What a view waits for while photos come in: 60 thumbnails of the newest photos, again and again.
fn beside_an_import(path: &Path, photos: &Path) {
    let mut case = Case::open(path, Settings::in_memory().author()).expect("the case");
    let reader = case.reader().expect("a reader");
    let is_over = AtomicBool::new(false);
    let mut waits = std::thread::scope(|scope| {
        let over = &is_over;
        let waits = scope.spawn(move || {
            let mut waits = Vec::new();
            while !over.load(Ordering::Relaxed) {
                let began = Instant::now();
                let order = reader
                    .photo_order(&PhotoFilter::default(), PhotoSort::Newest, Some(60))
                    .expect("an order");
                for photo in &order.photos {
                    reader.small_preview(*photo).expect("a preview");
                }
                waits.push(began.elapsed().as_secs_f64() * 1e3);
                std::thread::sleep(Duration::from_millis(16));
            }
            waits
        });
        let plan = Plan::new(vec![photos.to_owned()], "Bench");
        let report = import(plan, &Progress::new(), |batch, step| {
            store(&mut case, batch, step)
        })
        .expect("an import");
        is_over.store(true, Ordering::Relaxed);
        println!("{} photos imported meanwhile", report.added.len());
        waits.join().expect("waits")
    });
    waits.sort_by(f64::total_cmp);
    let at = |part: f64| waits[((waits.len() - 1) as f64 * part) as usize];
    println!(
        "a screen of thumbnails during an import: p50 {:.1} ms, p99 {:.1} ms, max {:.1} ms wall",
        at(0.5),
        at(0.99),
        at(1.0)
    );
    case.undo().expect("undone");
    case.close().expect("closed");
}

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let kept = std::env::var_os("WITNESSMARK_BENCH_CASE").map(PathBuf::from);
    let path = kept.unwrap_or_else(|| folder.path().join("photos.witness"));
    if !path.exists() {
        let began = Instant::now();
        make(&path);
        println!("made in {:.0} s", began.elapsed().as_secs_f64());
    }
    let cost = median(7, || {
        let reader = Reader::open(&path).expect("a reader");
        assert_eq!(reader.photo_count().expect("a count"), u64::from(PHOTOS));
    });
    said("opening a reader and counting", cost);
    questions(&Reader::open(&path).expect("a reader"));
    frames(&path);
    if let Some(photos) = std::env::var_os("WITNESSMARK_BENCH_PHOTOS") {
        beside_an_import(&path, Path::new(&photos));
    }
}
