//! A file becomes a photo: its format, its metadata, its previews; and the import of many files.

pub mod barcode;
mod budget;
pub mod decode;
pub mod faces;
pub mod format;
pub mod gpx;
pub mod import;
pub mod metadata;
pub mod photo;
pub mod plan;
mod planes;
pub mod preview;
pub mod read;
pub mod renew;
pub mod rules;
mod scratch;
pub mod source;
pub mod store;
pub mod watch;
