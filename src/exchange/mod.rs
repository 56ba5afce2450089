//! What leaves the case in forms that others read, and what comes in from them: packages, reports, copies for publication, other copies
//! of the case, a team's store, pictures of charts, tables, vocabularies and checklists.

pub mod calendar;
pub mod chart;
pub mod checklist;
pub mod handover;
pub mod map;
pub mod merging;
pub mod network;
pub mod package;
pub mod page;
pub mod picture;
pub mod publication;
pub mod report;
pub mod sheet;
pub mod team;
pub mod timeline;
pub mod vocabulary;
