//! Damaged photos, by the hundred: metadata and pixels of each are answered, soon, and without a panic that the
//! program doesn't expect.

use std::path::Path;
use std::time::{Duration, Instant};

use witnessmark::intake::decode::{Limits, decode};
use witnessmark::intake::format::Format;
use witnessmark::intake::metadata::facts;

/// Far above what one photo takes on a busy machine, far below what a person would call hanging.
const LONGEST: Duration = Duration::from_secs(20);
/// Where containers and directories are.
const HEAD: usize = 4096;

/// A small generator, so that a failure can be repeated.
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 11).unwrap() % most.max(1)
    }

    /// A copy with some bytes changed, mostly in its head, and sometimes cut.
    fn damaged(&mut self, bytes: &[u8]) -> Vec<u8> {
        let mut copy = bytes.to_vec();
        for _ in 0..=self.below(6) {
            let reach = if self.below(4) == 0 {
                copy.len()
            } else {
                HEAD.min(copy.len())
            };
            let place = self.below(reach);
            copy[place] = [0, 0xFF, 0x7F, 0x80, self.below(256) as u8][self.below(5)];
        }
        if self.below(5) == 0 {
            copy.truncate(self.below(copy.len()));
        }
        copy
    }
}

fn photos() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/photos");
    let mut photos: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.display().to_string(), std::fs::read(&path).unwrap()))
        .filter(|(_, bytes)| Format::sniff(bytes).is_some())
        .collect();
    photos.sort();
    photos
}

fn within_time(name: &str, round: usize, work: impl FnOnce()) {
    let start = Instant::now();
    work();
    assert!(start.elapsed() < LONGEST, "{name}, round {round}");
}

#[test]
fn metadata_of_damaged_photos_is_answered() {
    let mut random = Random(0x2545_F491_4F6C_DD1D);
    for (name, bytes) in photos() {
        for round in 0..300 {
            let damaged = random.damaged(&bytes);
            let Some(format) = Format::sniff(&damaged) else {
                continue;
            };
            within_time(&name, round, || {
                let _ = facts(&damaged, format);
            });
        }
    }
}

#[test]
fn pixels_of_damaged_heic_photos_are_answered() {
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    // Small, so that a header that promises more is refused and not worked through.
    let limits = Limits { pixels: 2_000_000 };
    for (name, bytes) in photos() {
        if Format::sniff(&bytes) != Some(Format::Heic) {
            continue;
        }
        for round in 0..150 {
            let damaged = random.damaged(&bytes);
            within_time(&name, round, || {
                let _ = decode(&damaged, &limits);
            });
        }
    }
}
