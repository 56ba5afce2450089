//! Witnessmark documents weapon remnants from photos.
pub mod case;
pub mod cli;
pub mod demonstration;
pub mod intake;
pub mod job;
pub mod model;
pub mod reading;
pub mod settings;
pub mod text;
pub mod ui;
