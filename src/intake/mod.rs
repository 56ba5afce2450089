//! A file becomes a photo: its format, its metadata, its previews; and the import of many files.

pub mod decode;
pub mod format;
pub mod import;
pub mod metadata;
pub mod preview;
pub mod read;
pub mod renew;
mod xmp;
