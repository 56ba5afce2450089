//! stub
use crate::case::*;
use std::path::{Path, PathBuf};
pub fn default_path() -> PathBuf {
    PathBuf::from("demonstration.witness")
}
pub fn open_or_build(p: &Path, a: Author) -> Result<Case, CaseError> {
    if p.exists() {
        Case::open(p, a)
    } else {
        Case::create(p, "Demonstration", a)
    }
}
