//! The case file: one SQLite file that holds records, their history, and the original bytes of every photo.
//!
//! [`Case`] is the one writer. Every write goes through [`Case::apply`], which makes one transaction of the
//! history entry, the projection and the search index. A [`Reader`] is a read-only connection beside it, for
//! queries from other threads. SQL lives in this module alone.

mod apply;
mod as_of;
mod backup;
mod carried;
mod check;
mod columns;
mod encrypt;
mod error;
mod file;
mod history;
mod key;
mod lock;
mod mark_index;
mod merging;
mod notice;
mod opened;
mod originals;
mod outgoing;
mod own_chain;
mod place;
mod query;
mod rebuilt;
mod recover;
mod schema;
mod search;
mod sign;
mod tables;
mod terms;
mod undo;
mod verify;

use std::cell::RefCell;
use std::path::Path;
use std::sync::{Arc, Mutex};

use jiff::civil::Date;
use rusqlite::Connection;

pub use backup::{Backup, Restored, backups_in, chains_folder, default_folder as backup_folder};
pub use carried::{Preview, StoredOriginal};
pub use error::CaseError;
pub(crate) use file::uri;
pub use file::{CaseFile, EXTENSION, Opened, with_extension};
pub use history::{Entry, Op};
pub use key::Passphrase;
pub use lock::Holder;
pub use mark_index::{MarkHit, MarkHits, MarkQuery, QueryMode};
pub use merging::{Conflict, Incoming, IncomingChain, Known, Question, Refusal, Taken, Version, Voice};
pub use notice::Notice;
pub use originals::sha256;
pub use outgoing::Device;
pub use own_chain::has_written;
pub use place::Place;
pub use query::{
    AgendaKey, AlarmRow, AlarmScope, Assembly, CalendarDay, CalendarFilter, CalendarSpan, CalendarStrike,
    Chain, ComponentRow, Count, Coverage, Elsewhere, Gap, GapGroup, GapKind, LogChoices, LogFilter,
    MapComponent, MapPhoto, MapStrike, MarkPictures, MarkingContext, MarkingQueue, MarkingRow, MarkingSheet,
    Period, PhotoName, PhotoOrder, PhotoRow, PhotoSection, PhotosTogether, Published, RecordCounts,
    RegionRow, Reports, Restoration, SeenElsewhere, SeenIn, SheetSort, SoughtMark, StrikeRow, TagRow,
    TermRow, Told, Values, VocabularySheet, WeaponRow,
};
pub use rebuilt::Rebuilt;
pub use recover::Recovery;
pub use search::{Hit, HitPart};
pub use sign::{Head, NAMESPACE as SIGNATURE_NAMESPACE, check as check_signature};
pub use tables::field_names;
pub use undo::StepLabel;
pub use verify::{Problem, Verdict as VerifyVerdict};

use crate::model::record::RecordRef;

/// Who makes changes, and on which device. Goes into every entry of the history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// The person's name.
    pub person: String,
    /// The device's id: a UUID made once on this laptop.
    pub device: String,
    /// The device's name for people.
    pub device_name: String,
}

/// What a change did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Applied {
    /// The records that it touched.
    pub records: Vec<RecordRef>,
    /// The step it belongs to: what one undo takes back. 0 when nothing changed.
    pub step: i64,
}

/// A case that is open for writing.
pub struct Case {
    // Closed before the lock is given back: fields are dropped in this order.
    conn: Connection,
    file: CaseFile,
    author: Author,
    undo: undo::Stacks,
    place: Place,
    notices: Vec<Notice>,
    /// What this laptop remembers of its chains.
    own_chains: Option<own_chain::OwnChains>,
    lock: lock::Lock,
}

/// A read-only connection to a case.
pub struct Reader {
    conn: Connection,
    file: CaseFile,
    /// The moment that it shows, if it is not now.
    moment: Option<jiff::Timestamp>,
    /// The team's rules as they were last read, so that their patterns are compiled once.
    rules: RefCell<query::KnownRules>,
    /// The vocabularies as they were last read.
    vocabularies: RefCell<query::KnownVocabularies>,
    /// The checklists as they were last read.
    checklists: RefCell<query::KnownChecklists>,
    /// The transcriptions in memory.
    marks: Arc<Mutex<mark_index::MarkIndex>>,
}

impl Case {
    /// Where the case is.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.file.path()
    }

    /// The file, to open readers from other threads.
    #[must_use]
    pub fn file(&self) -> &CaseFile {
        &self.file
    }

    /// What a person should know of the opening. Each is given once.
    pub fn take_notices(&mut self) -> Vec<Notice> {
        std::mem::take(&mut self.notices)
    }

    /// Who makes changes through it.
    #[must_use]
    pub fn author(&self) -> &Author {
        &self.author
    }
}

impl Reader {
    /// The file, to open more readers.
    #[must_use]
    pub fn file(&self) -> &CaseFile {
        &self.file
    }

    /// The moment that it shows, if it is not now.
    #[must_use]
    pub fn moment(&self) -> Option<jiff::Timestamp> {
        self.moment
    }

    /// Opens the connection anew, after the disk could not be reached.
    ///
    /// # Errors
    /// When it still can't be reached. A past that was built in memory can't be opened anew.
    pub fn reconnect(&mut self) -> Result<(), CaseError> {
        if self.moment.is_none() {
            *self = self.file.reader()?;
        }
        Ok(())
    }
}

/// Days from 1970-01-01 to `date`, negative before: how `_day` columns hold a date.
#[must_use]
pub fn day_number(date: Date) -> i64 {
    let epoch = Date::constant(1970, 1, 1);
    i64::from(date.duration_since(epoch).as_hours() as i32 / 24)
}

/// The date that is `day` days from 1970-01-01, `None` outside the years -9999 to 9999.
#[must_use]
pub fn date_of_day(day: i64) -> Option<Date> {
    let span = jiff::Span::new().try_days(day).ok()?;
    Date::constant(1970, 1, 1).checked_add(span).ok()
}
