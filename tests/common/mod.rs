//! What several whole-program tests share: the photos and what is expected of them.

#![allow(dead_code, reason = "each test file uses its part")]

pub mod evidence;
pub mod formats;
pub mod window;

use std::path::{Path, PathBuf};

/// One row of `manifest.csv`.
pub type Row = std::collections::HashMap<String, String>;

/// The folders of photos to test with: the project's own, and a larger set if `WITNESSMARK_PHOTOS` names one.
pub fn photo_folders() -> Vec<PathBuf> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/photos");
    let more = std::env::var_os("WITNESSMARK_PHOTOS").map(PathBuf::from);
    if more.is_none() {
        println!("WITNESSMARK_PHOTOS is not set: only the project's own photos are tested");
    }
    std::iter::once(own).chain(more).collect()
}

/// The photos of a folder that its manifest describes.
pub fn manifest(folder: &Path) -> Vec<Row> {
    let mut reader = csv::Reader::from_path(folder.join("manifest.csv")).unwrap();
    reader.deserialize().map(|row| row.unwrap()).collect()
}
