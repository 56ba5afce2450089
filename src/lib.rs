//! Witnessmark documents weapon remnants from photos: it keeps the photos, transcribes the marks on them, reads
//! what the marks mean, and ties them to strikes, in one local file.
//!
//! # The house
//!
//! | module | what it is |
//! | --- | --- |
//! | [`model`] | the people's words as plain data: strike, weapon, component, photo, marking, tag |
//! | [`reading`] | what a mark may mean: one file a system, the arithmetic of intervals, assembly bounds |
//! | [`analysis`] | what the marks of a case add up to: production to use, firsts, links |
//! | [`case`] | the case file: one writer, its history, questions, verification |
//! | [`intake`] | a file becomes a photo; the import of many |
//! | [`enhance`] | what helps the eye with a worn mark: pixels to pixels |
//! | [`basemap`] | tiles of a map that somebody has as a file, as pictures |
//! | [`exchange`] | what leaves the case for others, and comes in from them: pictures of charts, tables |
//! | [`demonstration`] | the finding that the program grew from, as a case |
//! | [`ui`] | the window |
//! | [`cli`] | the commands |
//! | [`text`] | every sentence that a person reads |
//! | [`job`], [`settings`] | background work; what this laptop remembers apart from cases |
//!
//! Modules use each other downwards only: `cli` and `ui` use `demonstration` and `intake`, these use `case`, which
//! uses `analysis`, which uses `reading`, which uses `model`. These three do no I/O and are told the time. SQL is in `case`
//! alone (but for the three questions that `basemap` asks foreign files) and egui in `ui` alone. `cli` and `ui` are two faces of the same functions.
#![warn(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout)]

pub mod analysis;
pub mod basemap;
pub mod case;
pub mod cli;
pub mod demonstration;
pub mod enhance;
pub mod exchange;
pub mod intake;
pub mod job;
pub mod model;
pub mod reading;
pub mod settings;
pub mod text;
pub mod ui;
