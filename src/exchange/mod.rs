//! What leaves the case in forms that others read, and what comes in from them: pictures of charts, tables, copies for publication, vocabularies and
//! checklists so far.

pub mod calendar;
pub mod chart;
pub mod checklist;
pub mod map;
pub mod merging;
pub mod network;
pub mod picture;
pub mod publication;
pub mod sheet;
pub mod timeline;
pub mod vocabulary;
