//! The views, one for each place on the rail.

pub mod analysis;
pub mod calendar;
pub mod checklists;
pub mod history;
pub mod map;
pub mod markings;
pub mod network;
pub mod photos;
pub mod questions;
pub mod records;
pub mod saving;
pub mod start;
pub mod timeline;
pub mod vocabulary;
