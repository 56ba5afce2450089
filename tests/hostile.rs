//! Damaged files: whatever bytes come in, the program answers and goes on.

use std::path::Path;

use witnessmark::intake::decode::{DecodeError, Limits, decode};
use witnessmark::intake::read::examine;

/// A small generator, so that a failure can be repeated.
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap() % most.max(1)
    }
}

fn samples() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/photos");
    let mut samples: Vec<(String, Vec<u8>)> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.display().to_string(), std::fs::read(&path).unwrap()))
        .filter(|(_, bytes)| bytes.len() < 60_000)
        .collect();
    samples.sort();
    samples
}

#[test]
fn mutated_photos_are_answered_without_a_panic() {
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    for (name, bytes) in samples() {
        for _ in 0..60 {
            let mut mutated = bytes.clone();
            for _ in 0..=random.below(8) {
                let place = random.below(mutated.len());
                mutated[place] = u8::try_from(random.below(256)).unwrap();
            }
            if random.below(4) == 0 {
                mutated.truncate(random.below(mutated.len()));
            }
            // Outside the import no catch_unwind stands around this.
            let _ = examine(&name, &mutated);
        }
    }
}

#[test]
fn a_header_that_promises_a_huge_picture_is_refused_before_memory_is_taken() {
    let mut jpeg = Vec::new();
    image::RgbImage::new(16, 16)
        .write_to(&mut std::io::Cursor::new(&mut jpeg), image::ImageFormat::Jpeg)
        .unwrap();
    let frame = jpeg.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    // 65,500 by 65,500 pixels: 4.3 gigapixels.
    jpeg[frame + 5..frame + 9].copy_from_slice(&[0xFF, 0xDC, 0xFF, 0xDC]);
    let refused = decode(&jpeg, &Limits::default());
    assert!(
        matches!(
            refused,
            Err(DecodeError::TooLarge {
                width: 65_500,
                height: 65_500
            })
        ),
        "{refused:?}"
    );
}

#[test]
fn a_damaged_case_is_refused_or_opened_but_never_a_panic() {
    use witnessmark::case::{Case, Reader};
    use witnessmark::settings::Settings;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.witness");
    Case::create(&path, "Sound", Settings::in_memory().author())
        .unwrap()
        .close()
        .unwrap();
    let sound = std::fs::read(&path).unwrap();
    let mut random = Random(42);
    for _ in 0..150 {
        let mut damaged = sound.clone();
        for _ in 0..=random.below(40) {
            let place = random.below(damaged.len());
            damaged[place] = u8::try_from(random.below(256)).unwrap();
        }
        if random.below(5) == 0 {
            damaged.truncate(random.below(damaged.len()));
        }
        std::fs::write(&path, &damaged).unwrap();
        if let Ok(reader) = Reader::open(&path) {
            let _ = reader.verify(|_, _| true);
            let _ = reader.counts();
            let _ = reader.strikes(&[], "");
        }
        if let Ok(case) = Case::open(&path, Settings::in_memory().author()) {
            let _ = case.close();
        }
        for end in ["-wal", "-shm"] {
            let _ = std::fs::remove_file(folder.path().join(format!("case.witness{end}")));
        }
    }
}
