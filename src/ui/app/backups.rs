//! Backups of the records while a case is open: soon after it was opened, now and then while it changes, and at the end.

use std::time::{Duration, Instant};

use crossbeam_channel::{Receiver, bounded};

use crate::case::{CaseError, CaseFile};

/// The first one is made when the views have what they need.
const SOON: Duration = Duration::from_secs(20);
const EVERY: Duration = Duration::from_secs(10 * 60);

/// When the records of the open case are backed up.
pub(super) struct Backups {
    due: Instant,
    /// The case's generation that the last one holds.
    holds: Option<u64>,
    running: Option<Receiver<Result<(), CaseError>>>,
}

impl Default for Backups {
    fn default() -> Self {
        Self {
            due: Instant::now() + SOON,
            holds: None,
            running: None,
        }
    }
}

impl Backups {
    /// Begins one when it is due and something has changed. Gives why the last one failed, once.
    pub(super) fn tick(&mut self, file: &CaseFile, generation: u64) -> Option<CaseError> {
        if let Some(running) = &self.running {
            let failed = match running.try_recv() {
                Ok(result) => result.err(),
                Err(crossbeam_channel::TryRecvError::Empty) => return None,
                Err(crossbeam_channel::TryRecvError::Disconnected) => None,
            };
            self.running = None;
            return failed;
        }
        if Instant::now() < self.due || self.holds == Some(generation) {
            return None;
        }
        self.due = Instant::now() + EVERY;
        self.holds = Some(generation);
        let (send, receive) = bounded(1);
        let file = file.clone();
        std::thread::spawn(move || {
            let _ = send.send(back_up(&file));
        });
        self.running = Some(receive);
        None
    }

    /// The last one, before the case is closed. Waits for one that is running.
    pub(super) fn finish(&mut self, file: &CaseFile, generation: u64) {
        if let Some(running) = self.running.take() {
            let _ = running.recv();
        }
        if self.holds != Some(generation) {
            // A closing is not kept up by a backup that can't be made; the next opening says so.
            let _ = back_up(file);
        }
    }
}

fn back_up(file: &CaseFile) -> Result<(), CaseError> {
    file.reader()?.back_up(jiff::Zoned::now().date())?;
    Ok(())
}
