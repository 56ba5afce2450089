//! A folder that is watched in the window: what comes into it is in the case, as one set, until somebody stops it.

mod common;

use std::path::Path;
use std::time::{Duration, Instant};

use common::window::Window;
use witnessmark::case::Reader;
use witnessmark::model::photo_set::SetOrigin;
use witnessmark::model::{Photo, PhotoSet};

fn photo(path: &Path, shade: u8) {
    image::RgbImage::from_pixel(40, 30, image::Rgb([shade, 90, 60]))
        .save(path)
        .unwrap();
}

#[test]
fn what_comes_into_a_folder_comes_into_the_case() {
    let folder = tempfile::tempdir().unwrap();
    let synced = folder.path().join("phone");
    std::fs::create_dir(&synced).unwrap();
    photo(&synced.join("before.png"), 1);
    let path = folder.path().join("kyiv.witness");
    let mut window = Window::new_case(&path);
    window.app().session_mut().unwrap().watch(synced.clone());
    let until = |window: &mut Window, count: usize| {
        let began = Instant::now();
        let photos = || Reader::open(&path).unwrap().all::<Photo>().unwrap().len();
        while photos() < count {
            assert!(began.elapsed() < Duration::from_secs(60), "{} photos", photos());
            window.harness.step();
            std::thread::sleep(Duration::from_millis(20));
        }
        window.settle();
    };
    until(&mut window, 1);
    assert!(window.names().contains("Watching “phone”"), "{}", window.names());
    assert!(window.names().contains("Waits for files"), "{}", window.names());
    photo(&synced.join("after.png"), 2);
    std::fs::write(synced.join("broken.jpg"), b"no picture").unwrap();
    until(&mut window, 2);
    let sets = Reader::open(&path).unwrap().all::<PhotoSet>().unwrap();
    assert_eq!(sets.len(), 1, "{sets:?}");
    assert_eq!((sets[0].origin, sets[0].added), (SetOrigin::Watched, 2));
    assert_eq!(sets[0].refused.len(), 1, "{sets:?}");
    assert!(sets[0].refused[0].file.ends_with("broken.jpg"));

    window.click("Cancel: Watching “phone”");
    let began = Instant::now();
    while !window.app().session().unwrap().is_idle() || window.names().contains("Watching") {
        assert!(began.elapsed() < Duration::from_secs(10));
        window.harness.step();
        std::thread::sleep(Duration::from_millis(20));
    }
    photo(&synced.join("too late.png"), 3);
    std::thread::sleep(Duration::from_secs(5));
    assert_eq!(Reader::open(&path).unwrap().all::<Photo>().unwrap().len(), 2);
    window.app().close_case();
}
