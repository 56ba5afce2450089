//! What leaves the case in forms that others read, and what comes in from them: packages, pictures of charts, tables, vocabularies and checklists.

pub mod calendar;
pub mod chart;
pub mod checklist;
pub mod map;
pub mod network;
pub mod package;
pub mod picture;
pub mod sheet;
pub mod timeline;
pub mod vocabulary;
