//! The import: many files examined on all cores, stored by the one writer in transactions of bounded size.
//!
//! Files are found, read and examined while others are stored, and what is on its way is bounded by a budget of
//! bytes and not by the set. Stopping, or a crash, leaves every photo either in the case as a whole or not at all,
//! and the set's record says how far it came, so that it can be gone on with.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crossbeam_channel::{Receiver, RecvTimeoutError, Sender, bounded};
use jiff::Timestamp;
use serde::Serialize;

pub use super::plan::Plan;
pub use super::store::{Batch, ImportedFile, Stored, store};

use super::budget::{Budget, Share};
use super::decode::working_memory;
use super::photo::photo_of;
use super::source::{Archives, Found, SourceFile, find};
use crate::case::{CaseError, sha256};
use crate::job::Progress;
use crate::model::id::{PhotoSetId, Sha256};
use crate::model::photo_set::{FileNote, PhotoSet, SetState};
use crate::model::record::Recorded;
use crate::model::{Change, NewPhoto};
use crate::text::tf;

/// Photos are committed when this many bytes of originals have come together.
const BATCH_BYTES: u64 = 12 << 20;
/// And when so long nothing more has come.
const PATIENCE: Duration = Duration::from_millis(100);
/// Originals on their way hold at most this many bytes of memory.
const BYTES_BUDGET: u64 = 128 << 20;
/// Pixels that are worked on hold at most about this many bytes of memory.
const PIXELS_BUDGET: u64 = 256 << 20;

/// What an import did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ImportReport {
    /// The set that keeps this report in the case; `None` when there was no file.
    pub photo_set: Option<PhotoSetId>,
    /// Files that are photos of the case now.
    pub added: Vec<ImportedFile>,
    /// Files whose bytes were in the case already.
    pub known: Vec<ImportedFile>,
    /// Files that were refused, each with the reason.
    pub refused: Vec<ImportedFile>,
    /// Files that an earlier part of the same import had dealt with.
    pub skipped: usize,
    /// Whether it was stopped before the end.
    pub cancelled: bool,
    /// The step that one undo takes back; `None` when nothing was done.
    pub step: Option<i64>,
}

/// One file on its way from the disk to the case.
enum Examination {
    New(Box<NewPhoto>, Share),
    Again(String, Sha256),
    Refused(FileNote),
    Skipped,
}

/// Carries out `plan`. `store` commits photos and is called from this thread.
///
/// # Errors
/// When the case itself refuses to go on (a full disk, a file that is gone). What was committed before stays.
pub fn import(
    plan: Plan,
    progress: &Progress,
    mut store: impl FnMut(Batch, Option<i64>) -> Result<Stored, CaseError>,
) -> Result<ImportReport, CaseError> {
    let workers = plan
        .workers
        .unwrap_or_else(|| std::thread::available_parallelism().map_or(2, usize::from));
    let shop = Shop {
        known: Mutex::new(plan.known),
        done: plan.done,
        set: plan.set.id,
        bytes: Budget::new(BYTES_BUDGET),
        pixels: Budget::new(PIXELS_BUDGET),
        progress,
        is_over: AtomicBool::new(false),
    };
    let mut till = Till::new(plan.set, plan.resumed);
    let (files, found) = bounded::<SourceFile>(256);
    let (send, examined) = bounded::<Examination>(workers * 2);
    let outcome = std::thread::scope(|scope| {
        let (shop, sources, refusals) = (&shop, &plan.sources, send.clone());
        scope.spawn(move || shop.find(sources, &files, &refusals));
        for _ in 0..workers {
            let (send, found) = (send.clone(), found.clone());
            scope.spawn(move || shop.work(&found, &send));
        }
        drop((send, found));
        let outcome = till.serve(&examined, progress, &mut store);
        // The workers must not wait for a reader that is gone.
        shop.is_over.store(true, Ordering::Relaxed);
        till.shares.clear();
        drop(examined);
        outcome
    });
    outcome?;
    let known = shop.known.into_inner().unwrap_or_default();
    till.close(progress.is_cancelled(), &known, &mut store)
}

/// What the threads share that find and examine files.
struct Shop<'a> {
    known: Mutex<HashSet<Sha256>>,
    /// Files that an earlier part of this import had dealt with.
    done: HashSet<SeenFile>,
    set: PhotoSetId,
    bytes: Budget,
    pixels: Budget,
    progress: &'a Progress,
    is_over: AtomicBool,
}

/// A file that was dealt with: where it was, how large, and when it was changed.
pub type SeenFile = (String, u64, Option<Timestamp>);

impl Shop<'_> {
    fn goes_on(&self) -> bool {
        !self.progress.is_cancelled() && !self.is_over.load(Ordering::Relaxed)
    }

    fn find(&self, sources: &[PathBuf], files: &Sender<SourceFile>, examined: &Sender<Examination>) {
        let mut total = 0;
        find(sources, |found| {
            total += 1;
            self.progress.set_total(total);
            let sent = match found {
                Found::Refused(note) => examined.send(Examination::Refused(note)).is_ok(),
                Found::File(file) if self.is_done(&file) => examined.send(Examination::Skipped).is_ok(),
                Found::File(file) => files.send(file).is_ok(),
            };
            sent && self.goes_on()
        });
    }

    fn is_done(&self, file: &SourceFile) -> bool {
        !self.done.is_empty()
            && self
                .done
                .contains(&(file.path.clone(), file.bytes, file.modified))
    }

    fn work(&self, found: &Receiver<SourceFile>, examined: &Sender<Examination>) {
        let mut archives = Archives::default();
        for file in found {
            self.progress.wait_while_paused();
            if !self.goes_on() || examined.send(self.examine(&file, &mut archives)).is_err() {
                break;
            }
        }
    }

    fn examine(&self, file: &SourceFile, archives: &mut Archives) -> Examination {
        let refused = |reason: String| {
            Examination::Refused(FileNote {
                file: file.path.clone(),
                note: reason,
            })
        };
        let share = self.bytes.take(file.bytes);
        let bytes = match file.read(archives) {
            Ok(bytes) => bytes,
            Err(reason) => return refused(reason),
        };
        let hash = sha256(&bytes);
        // Bytes that are known are not decoded again. A poisoned lock only costs this shortcut.
        if self.known.lock().is_ok_and(|mut known| !known.insert(hash)) {
            return Examination::Again(file.path.clone(), hash);
        }
        // Headers are read for this too, and a hostile one must not end the import.
        let memory = std::panic::catch_unwind(|| working_memory(&bytes)).unwrap_or(PIXELS_BUDGET);
        let pixels = self.pixels.take(memory);
        let photo = photo_of(file, hash, bytes);
        drop(pixels);
        match photo {
            Ok(mut new) => {
                new.photo.photo_set = Some(self.set);
                Examination::New(Box::new(new), share)
            }
            Err(refusal) => {
                // They are not in the case after all: the same bytes under another name may be taken in.
                if let Ok(mut known) = self.known.lock() {
                    known.remove(&hash);
                }
                refused(refusal.reason)
            }
        }
    }
}

/// Where what was examined comes together, is committed, and is written into the report.
struct Till {
    set: PhotoSet,
    /// Whether the set's record is in the case.
    is_begun: bool,
    report: ImportReport,
    batch: Vec<NewPhoto>,
    shares: Vec<Share>,
    batch_bytes: u64,
    /// Bytes known from before this import or met twice in it; told apart at the end, when all names are known.
    again: Vec<(String, Sha256)>,
}

impl Till {
    fn new(set: PhotoSet, resumed: bool) -> Self {
        Self {
            is_begun: resumed,
            report: ImportReport {
                photo_set: resumed.then_some(set.id),
                ..ImportReport::default()
            },
            set,
            batch: Vec::new(),
            shares: Vec::new(),
            batch_bytes: 0,
            again: Vec::new(),
        }
    }

    fn serve(
        &mut self,
        examined: &Receiver<Examination>,
        progress: &Progress,
        store: &mut impl FnMut(Batch, Option<i64>) -> Result<Stored, CaseError>,
    ) -> Result<(), CaseError> {
        loop {
            let waited = match examined.recv_timeout(PATIENCE) {
                Ok(examination) => {
                    self.take(examination, progress);
                    false
                }
                Err(RecvTimeoutError::Timeout) => true,
                Err(RecvTimeoutError::Disconnected) => break,
            };
            // The first photos appear at once.
            let first = self.report.added.is_empty() && examined.is_empty();
            if waited || first || self.batch_bytes >= BATCH_BYTES {
                self.commit(progress, store)?;
            }
        }
        self.commit(progress, store)
    }

    fn take(&mut self, examination: Examination, progress: &Progress) {
        match examination {
            Examination::New(new, share) => {
                self.batch_bytes += new.photo.byte_size;
                self.batch.push(*new);
                self.shares.push(share);
                return;
            }
            Examination::Again(name, sha256) => self.again.push((name, sha256)),
            Examination::Refused(note) => {
                self.report.refused.push(ImportedFile {
                    file: note.file,
                    photo: None,
                    note: Some(note.note),
                });
            }
            Examination::Skipped => self.report.skipped += 1,
        }
        progress.advance(0);
    }

    fn commit(
        &mut self,
        progress: &Progress,
        store: &mut impl FnMut(Batch, Option<i64>) -> Result<Stored, CaseError>,
    ) -> Result<(), CaseError> {
        if self.batch.is_empty() {
            return Ok(());
        }
        let photos = std::mem::take(&mut self.batch);
        let sizes: Vec<u64> = photos.iter().map(|new| new.photo.byte_size).collect();
        let changes = self.begin();
        let stored = store(Batch { changes, photos }, self.report.step)?;
        self.is_begun = true;
        self.report.photo_set = Some(self.set.id);
        self.report.step = stored.step;
        self.report.added.extend(stored.added);
        self.report.known.extend(stored.known);
        sizes.into_iter().for_each(|bytes| progress.advance(bytes));
        self.shares.clear();
        self.batch_bytes = 0;
        Ok(())
    }

    /// The set's record goes into the case with its first photos.
    fn begin(&self) -> Vec<Change> {
        if self.is_begun {
            return Vec::new();
        }
        vec![Change::Create(self.set.clone().into())]
    }

    /// Keeps the report in the case.
    fn close(
        mut self,
        cancelled: bool,
        known: &HashSet<Sha256>,
        store: &mut impl FnMut(Batch, Option<i64>) -> Result<Stored, CaseError>,
    ) -> Result<ImportReport, CaseError> {
        for (file, sha256) in std::mem::take(&mut self.again) {
            let (files, key) = if known.contains(&sha256) {
                (&mut self.report.known, "intake-known-hash")
            } else {
                (&mut self.report.refused, "intake-refused-hash")
            };
            files.push(ImportedFile {
                file,
                photo: None,
                note: Some(tf(key, &[("sha256", sha256.to_string().into())])),
            });
        }
        self.report.cancelled = cancelled;
        let report = &self.report;
        let files = [&report.added, &report.known, &report.refused];
        if !self.is_begun && files.iter().all(|files| files.is_empty()) {
            return Ok(self.report);
        }
        let mut changes = self.begin();
        let notes = |files: &[ImportedFile]| {
            let note = |file: &ImportedFile| FileNote {
                file: file.file.clone(),
                note: file.note.clone().unwrap_or_default(),
            };
            files.iter().map(note).collect::<Vec<_>>()
        };
        let state = if cancelled {
            SetState::Stopped
        } else {
            SetState::Finished
        };
        let after = PhotoSet {
            state,
            added: self.set.added + report.added.len() as u64,
            known: notes(&report.known),
            refused: notes(&report.refused),
            ..self.set.clone()
        };
        let mut fields = after.fields();
        // Meanwhile somebody may have written into the others.
        fields.retain(|name, _| matches!(name.as_str(), "state" | "added" | "known" | "refused"));
        changes.push(Change::Edit {
            record: after.record_ref(),
            fields,
        });
        let photos = Vec::new();
        self.report.step = store(Batch { changes, photos }, self.report.step)?.step;
        self.report.photo_set = Some(self.set.id);
        Ok(self.report)
    }
}
