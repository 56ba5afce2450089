//! Witnessmark documents weapon remnants from photos.
pub mod case;
pub mod model;
pub mod reading;
pub mod text;
