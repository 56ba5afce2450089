//! The people's words as plain data: what a case is made of, without I/O, SQL or a window.
//!
//! Each record is a flat struct whose field names are its column names, its JSON keys and the words on
//! screen. What a person can do to records is a [`Change`].

pub mod album;
pub mod change;
pub mod checklist;
pub mod component;
pub mod custody;
pub mod field;
pub mod id;
pub mod likeness;
pub mod marking;
pub mod measurement;
pub mod merge;
pub mod photo;
pub mod photo_set;
pub mod place;
pub mod publication;
pub mod record;
pub mod redaction;
pub mod rule_file;
pub mod signature;
pub mod source;
pub mod strike;
pub mod symbol;
pub mod tag;
pub mod track;
pub mod view;
pub mod vocabulary;
pub mod weapon;
pub mod when;

pub use album::Album;
pub use change::{Change, NewPhoto};
pub use checklist::{Checklist, Checklists};
pub use component::Component;
pub use custody::Custody;
pub use marking::{Finding, Marking, Region, Role, Transcription, Verdict};
pub use measurement::Measurement;
pub use merge::{KnownHead, Merge};
pub use photo::Photo;
pub use photo_set::PhotoSet;
pub use publication::{Publication, PublicationOptions, PublishedCopy};
pub use record::{CaseInfo, Fields, Record, RecordKind, RecordRef, Recorded};
pub use redaction::{Redaction, RedactionReason};
pub use rule_file::RuleFile;
pub use signature::Signature;
pub use source::Source;
pub use strike::Strike;
pub use symbol::Symbol;
pub use tag::{Depiction, Standing, Tag, Tagging};
pub use view::View;
pub use vocabulary::{Term, Vocabularies, Vocabulary};
pub use weapon::Weapon;
