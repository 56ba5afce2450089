//! What a frame of the window costs while an import runs: CPU time of the window's thread for layout and
//! tessellation, which is what the program itself can answer for.
//!
//! `WITNESSMARK_BENCH_PHOTOS=FOLDER cargo bench --bench frame`; without the variable a few photos are made in code.
//! Figures are printed, never asserted: docs/performance.md says what they are compared to.

mod common;

use std::path::{Path, PathBuf};
use std::time::Instant;

use common::{Frames, Move, frame};

use witnessmark::case::{Case, Reader};
use witnessmark::settings::Settings;
use witnessmark::ui::app::App;

/// Seconds of CPU that the whole process has used.
fn process_cpu_s() -> f64 {
    let text = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = text.rsplit(") ").next().unwrap_or_default().split(' ').collect();
    let ticks = |place: usize| {
        fields
            .get(place)
            .and_then(|n| n.parse::<f64>().ok())
            .unwrap_or(0.0)
    };
    (ticks(11) + ticks(12)) / 100.0
}

fn photos(folder: &Path) -> PathBuf {
    if let Some(given) = std::env::var_os("WITNESSMARK_BENCH_PHOTOS") {
        return given.into();
    }
    let made = folder.join("photos");
    std::fs::create_dir(&made).expect("a folder for the photos");
    for number in 0..24u32 {
        let picture = image::RgbImage::from_fn(4000, 3000, |x, y| {
            let shade = |n: u32| ((n.wrapping_mul(2_654_435_761) >> 24) & 63) as u8;
            let base = ((x / 16 + y / 16 + number * 9) % 160) as u8;
            let noise = shade(x ^ (y << 13) ^ number);
            image::Rgb([base + noise, base / 2 + noise, 200 - base / 2])
        });
        picture
            .save(made.join(format!("{number:03}.jpg")))
            .expect("a photo");
    }
    made
}

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let photos = photos(folder.path());
    let path = folder.path().join("bench.witness");
    let author = Settings::in_memory().author();
    Case::create(&path, "Bench", author)
        .and_then(Case::close)
        .expect("a case");

    let ctx = egui::Context::default();
    let mut app = App::new(&ctx, Settings::in_memory());
    app.open_case(&ctx, &path);
    let mut number = 0;
    while !app.is_quiet() || app.session().is_none() {
        frame(&ctx, &mut app, number, Move::None);
        number += 1;
    }
    let mut idle = Frames(
        (0..600)
            .map(|n| frame(&ctx, &mut app, number + n, Move::None))
            .collect(),
    );
    idle.report("empty case");

    let (start, cpu) = (Instant::now(), process_cpu_s());
    app.session_mut().expect("the case is open").import(vec![photos]);
    let mut frames = Frames(Vec::new());
    loop {
        number += 1;
        let began = Instant::now();
        frames.0.push(frame(&ctx, &mut app, number, Move::Scroll));
        if app.session().is_some_and(|session| session.is_idle()) {
            break;
        }
        // 60 frames a second, as a screen asks for them.
        std::thread::sleep(std::time::Duration::from_micros(16_600).saturating_sub(began.elapsed()));
    }
    let (wall, cpu) = (start.elapsed().as_secs_f64(), process_cpu_s() - cpu);
    let count = Reader::open(&path)
        .and_then(|reader| reader.counts())
        .expect("counts")
        .photos;
    frames.report("during the import, scrolling");
    println!(
        "import: {count} photos in {wall:.1} s wall ({:.1} photos/s), {:.1} ms CPU a photo (window included)",
        count as f64 / wall,
        cpu * 1000.0 / count as f64
    );
    let mut after = Frames(
        (0..1200)
            .map(|n| frame(&ctx, &mut app, number + n, Move::Scroll))
            .collect(),
    );
    after.report("after the import, scrolling");
    app.close_case();
    let verdict = Reader::open(&path)
        .and_then(|reader| reader.verify(|_, _| true))
        .expect("a verdict");
    println!(
        "verify: sound = {}, {} originals",
        verdict.is_sound(),
        verdict.originals
    );
}
