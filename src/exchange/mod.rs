//! What leaves the case in forms that others read, and what comes in from them: pictures of charts, reports, tables, vocabularies and checklists so far.

pub mod calendar;
pub mod chart;
pub mod checklist;
pub mod map;
pub mod network;
pub mod picture;
pub mod report;
pub mod sheet;
pub mod timeline;
pub mod vocabulary;
