//! A file becomes a photo: its hash, its metadata, its previews; and the import of many files.

pub mod decode;
pub mod import;
pub mod read;
