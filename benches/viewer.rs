//! What looking at photos costs: from the key to a frame with the next photo sharp, and from the key to single
//! pixels of a large one. Time of the wall and CPU of the whole process, without the painting itself.
//!
//! `cargo bench --bench viewer`. It makes its own photos, prints figures and asserts nothing.

use std::path::Path;
use std::time::{Duration, Instant};

use egui::{Event, Key, Modifiers, Shape, pos2};
use image::codecs::jpeg::JpegEncoder;
use witnessmark::case::{Case, Reader};
use witnessmark::model::album::{PhotoFilter, PhotoSort};
use witnessmark::model::id::PhotoId;
use witnessmark::settings::Settings;
use witnessmark::text::t;
use witnessmark::ui::app::App;
use witnessmark::ui::desk::Place;
use witnessmark::ui::pictures::{Detail, Picture};

/// Milliseconds of CPU that the whole process has used.
fn process_cpu_ms() -> f64 {
    let used = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    used.tv_sec as f64 * 1e3 + used.tv_nsec as f64 / 1e6
}

/// A photo with the grain of a camera, which is what makes a JPEG large and slow. Phones held upright say so in EXIF.
fn write_photo(path: &Path, [width, height]: [u32; 2], number: u32, orientation: u8) {
    let picture = image::RgbImage::from_fn(width, height, |x, y| {
        let grain = ((x ^ (y << 13) ^ number).wrapping_mul(2_654_435_761) >> 27) as u8;
        let base = ((x / 16 + y / 16 + number * 9) % 160) as u8;
        image::Rgb([base + grain, base / 2 + grain, 200 - base / 2])
    });
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 92)
        .encode_image(&picture)
        .expect("a photo");
    let mut exif = vec![0xff, 0xe1, 0, 34];
    exif.extend(b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0");
    exif.extend([orientation, 0, 0, 0, 0, 0, 0, 0]);
    bytes.splice(2..2, exif);
    std::fs::write(path, bytes).expect("a photo");
}

/// The window, driven by hand.
struct Window {
    ctx: egui::Context,
    app: App,
    began: Instant,
}

impl Window {
    /// One frame as eframe runs it. Gives whether it says that the original is still on its way.
    fn frame(&mut self, key: Option<Key>) -> bool {
        let mut input = egui::RawInput {
            screen_rect: Some(egui::Rect::from_min_size(
                egui::Pos2::ZERO,
                egui::vec2(1920.0, 1080.0),
            )),
            time: Some(self.began.elapsed().as_secs_f64()),
            ..egui::RawInput::default()
        };
        input.events.push(Event::PointerMoved(pos2(800.0, 600.0)));
        for pressed in [true, false] {
            input.events.extend(key.map(|key| Event::Key {
                key,
                physical_key: None,
                pressed,
                repeat: false,
                modifiers: Modifiers::NONE,
            }));
        }
        let app = &mut self.app;
        let output = self.ctx.run_ui(input, |ui| app.show(ui));
        let waits = output
            .shapes
            .iter()
            .any(|shape| says(&shape.shape, t("photos-original-loading")));
        let _ = self.ctx.tessellate(output.shapes, output.pixels_per_point);
        waits
    }

    fn frames_for(&mut self, time: Duration) {
        let began = Instant::now();
        while began.elapsed() < time {
            self.frame(None);
            std::thread::sleep(Duration::from_millis(8));
        }
    }

    fn settle(&mut self) {
        let mut quiet = 0;
        while quiet < 5 {
            self.frame(None);
            quiet = if self.app.is_quiet() { quiet + 1 } else { 0 };
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    fn open(&mut self, photo: PhotoId) {
        let desk = self.app.session_mut().expect("the case is open").desk_mut();
        desk.place = Place::Photo(photo);
        desk.select(photo);
        self.frames_for(Duration::from_millis(600));
        self.settle();
    }

    /// Whether the next frame shows `photo` with its large preview.
    fn is_sharp(&mut self, photo: PhotoId) -> bool {
        let desk = self.app.session_mut().expect("the case is open").desk_mut();
        let is_there = desk.place == Place::Photo(photo);
        is_there
            && matches!(
                desk.pictures.get(&desk.link, photo, Detail::Large),
                Picture::Ready(_)
            )
    }

    /// From the key to a frame that shows `photo` sharp: wall and CPU in milliseconds.
    fn step(&mut self, photo: PhotoId) -> [f64; 2] {
        let (began, cpu) = (Instant::now(), process_cpu_ms());
        self.frame(Some(Key::ArrowRight));
        loop {
            let is_sharp = self.is_sharp(photo);
            self.frame(None);
            if is_sharp {
                return [began.elapsed().as_secs_f64() * 1e3, process_cpu_ms() - cpu];
            }
            std::thread::sleep(Duration::from_millis(1));
        }
    }

    /// From the key to a frame with the original's pixels wherever one looks: wall and CPU in milliseconds.
    fn single_pixels(&mut self) -> [f64; 2] {
        let (began, cpu) = (Instant::now(), process_cpu_ms());
        self.frame(Some(Key::Z));
        while self.frame(None) {
            std::thread::sleep(Duration::from_millis(1));
        }
        [began.elapsed().as_secs_f64() * 1e3, process_cpu_ms() - cpu]
    }
}

fn says(shape: &Shape, words: &str) -> bool {
    match shape {
        Shape::Text(text) => text.galley.text() == words,
        Shape::Vec(shapes) => shapes.iter().any(|shape| says(shape, words)),
        _ => false,
    }
}

fn report(what: &str, mut figures: Vec<[f64; 2]>) {
    figures.sort_by(|a, b| a[0].total_cmp(&b[0]));
    let at = |part: f64| figures[((figures.len() - 1) as f64 * part) as usize];
    let cpu: f64 = figures.iter().map(|figure| figure[1]).sum::<f64>() / figures.len() as f64;
    println!(
        "{what}: {} times, wall p50 {:.1} ms, max {:.1} ms; CPU {cpu:.1} ms each",
        figures.len(),
        at(0.5)[0],
        at(1.0)[0],
    );
}

fn main() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("bench.witness");
    Case::create(&path, "Bench", Settings::in_memory().author())
        .and_then(Case::close)
        .expect("a case");
    let made = folder.path().join("photos");
    std::fs::create_dir(&made).expect("a folder for the photos");
    for number in 0..12 {
        write_photo(
            &made.join(format!("a{number:02} 12 MP.jpg")),
            [4000, 3000],
            number,
            1,
        );
    }
    for number in 0..6 {
        let orientation = if number < 4 { 1 } else { 6 };
        let path = made.join(format!("b{number} 48 MP.jpg"));
        write_photo(&path, [8000, 6000], number, orientation);
    }

    let ctx = egui::Context::default();
    let app = App::new(&ctx, Settings::in_memory());
    let began = Instant::now();
    let mut window = Window { ctx, app, began };
    window.app.open_case(&window.ctx, &path);
    while window.app.session().is_none() {
        window.frame(None);
    }
    let session = window.app.session_mut().expect("the case is open");
    session.import(vec![made]);
    window.settle();
    let photos: Vec<PhotoId> = Reader::open(&path)
        .and_then(|reader| reader.photos(&PhotoFilter::default(), PhotoSort::Captured))
        .expect("the photos")
        .into_iter()
        .map(|photo| photo.id)
        .collect();

    for (what, photos) in [("12 MP", &photos[..12]), ("48 MP", &photos[12..])] {
        for pause in [500, 150] {
            window.open(photos[0]);
            let mut figures = Vec::new();
            for photo in &photos[1..] {
                figures.push(window.step(*photo));
                window.frames_for(Duration::from_millis(pause));
            }
            report(
                &format!("{what}: next photo sharp, a key every {pause} ms"),
                figures,
            );
        }
    }
    for (what, photo) in [("48 MP", photos[12]), ("48 MP, to be turned", photos[17])] {
        window.open(photo);
        report(&format!("{what}: single pixels"), vec![window.single_pixels()]);
    }
}
