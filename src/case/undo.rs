//! Undo and redo: the history read backwards. Taking back is a change like any other, with its own entry.

use rusqlite::{Connection, Transaction, TransactionBehavior, params};

use super::apply::{Trust, draft, perform};
use super::history::Op;
use super::{Applied, Case, CaseError, check, history, merging, tables};
use crate::model::Record;

/// What undo or redo would do, for its label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepLabel {
    /// The action of the step's first entry: `edit`, `add-photo`, ...
    pub action: String,
    /// How many entries the step has.
    pub entries: u64,
}

/// The steps of this device that can be taken back or done again, newest last.
///
/// Only the newest entries are looked at, so that a case with a long history opens as fast as a short one; when all
/// their steps are taken back, more are looked at.
#[derive(Default)]
pub(super) struct Stacks {
    undo: Vec<i64>,
    redo: Vec<i64>,
    /// How many entries were looked at, if there are older ones.
    looked_at: Option<i64>,
}

/// So many of the device's newest entries are looked at when a case is opened.
const FIRST_LOOK: i64 = 1_000;

impl Stacks {
    /// Follows the device's newest steps.
    pub(super) fn load(conn: &Connection, device: &str) -> Result<Self, CaseError> {
        Self::look(conn, device, FIRST_LOOK)
    }

    fn look(conn: &Connection, device: &str, entries: i64) -> Result<Self, CaseError> {
        let last: i64 = conn.query_row(
            "SELECT coalesce(max(device_seq), 0) FROM history WHERE device = ?1",
            [device],
            |row| row.get(0),
        )?;
        let mut stacks = Self {
            looked_at: (last > entries).then_some(entries),
            ..Self::default()
        };
        let mut statement = conn.prepare_cached(
            "SELECT step, action, takes_back FROM history
             WHERE device = ?1 AND device_seq > ?2 AND action NOT IN ('create-case', 'recover', 'merge') ORDER BY device_seq",
        )?;
        let mut rows = statement.query(params![device, last - entries])?;
        let mut before = None;
        while let Some(row) = rows.next()? {
            let (step, action, takes_back): (i64, String, Option<i64>) =
                (row.get(0)?, row.get(1)?, row.get(2)?);
            if before.replace(step) == Some(step) {
                continue;
            }
            match (takes_back, action.as_str()) {
                (Some(target), "undo") => stacks.undid(target),
                (Some(target), _) => stacks.redid(target),
                (None, _) => stacks.did(step),
            }
        }
        Ok(stacks)
    }

    /// Looks at older entries when nothing is left to take back among those that were looked at.
    fn look_further(&mut self, conn: &Connection, device: &str) -> Result<(), CaseError> {
        while let (true, Some(entries)) = (self.undo.is_empty(), self.looked_at) {
            *self = Self::look(conn, device, entries.saturating_mul(4))?;
        }
        Ok(())
    }

    pub(super) fn newest(&self) -> Option<i64> {
        self.undo.last().copied()
    }

    pub(super) fn did(&mut self, step: i64) {
        self.undo.push(step);
        self.redo.clear();
    }

    fn undid(&mut self, step: i64) {
        self.undo.retain(|other| *other != step);
        self.redo.push(step);
    }

    fn redid(&mut self, step: i64) {
        self.redo.retain(|other| *other != step);
        self.undo.push(step);
    }
}

impl Case {
    /// Takes back the newest step of this device. `None` when there is none.
    ///
    /// # Errors
    /// [`CaseError::ChangedSince`] when what it did was changed from elsewhere since; nothing is changed then.
    pub fn undo(&mut self) -> Result<Option<Applied>, CaseError> {
        let Some(step) = self.undo.newest() else {
            return Ok(None);
        };
        let mut entries = history::of_step(&self.conn, &self.author.device, step)?;
        entries.reverse();
        let mut groups = Vec::with_capacity(entries.len());
        for entry in entries {
            let ops: Vec<Op> = entry.operations()?.into_iter().rev().map(Op::inverse).collect();
            groups.push(ops);
        }
        let applied = self.carry_out("undo", step, &groups)?;
        self.undo.undid(step);
        self.note_own_chain()?;
        self.undo.look_further(&self.conn, &self.author.device)?;
        Ok(Some(applied))
    }

    /// Does again what was taken back last. `None` when there is nothing.
    ///
    /// # Errors
    /// As [`Case::undo`].
    pub fn redo(&mut self) -> Result<Option<Applied>, CaseError> {
        let Some(step) = self.undo.redo.last().copied() else {
            return Ok(None);
        };
        let groups = history::of_step(&self.conn, &self.author.device, step)?
            .iter()
            .map(history::Entry::operations)
            .collect::<Result<Vec<_>, _>>()?;
        let applied = self.carry_out("redo", step, &groups)?;
        self.undo.redid(step);
        self.note_own_chain()?;
        Ok(Some(applied))
    }

    fn carry_out(&self, action: &str, takes_back: i64, groups: &[Vec<Op>]) -> Result<Applied, CaseError> {
        let transaction = Transaction::new_unchecked(&self.conn, TransactionBehavior::Immediate)?;
        let mut applied = Applied::default();
        let mut step = None;
        merging::acknowledge(&transaction, &self.author)?;
        for ops in groups {
            for op in ops {
                perform(&transaction, op, Trust::Compare)?;
                applied.records.push(op.record());
            }
            let draft = draft(&self.author, action, step, Some(takes_back), ops);
            let (_, own_step) = history::append(&transaction, draft)?;
            step = Some(own_step);
        }
        // What it points at may have been taken away by somebody else since.
        for op in groups.iter().flatten().filter(|op| op.after.is_some()) {
            let record = op.record();
            if let Some(fields) = tables::get(&transaction, &record)?
                && let Ok(whole) = Record::from_fields(record.kind, fields)
                && let Err(CaseError::NoRecord(missing)) = check::record(&transaction, &whole)
            {
                return Err(CaseError::ChangedSince(missing));
            }
        }
        // A decision that is taken back opens its question again, which the fields alone don't say.
        if merging::is_decision(&transaction, &self.author.device, takes_back)? {
            merging::renew(&transaction, applied.records.iter().cloned())?;
        }
        transaction.commit()?;
        applied.step = step.unwrap_or_default();
        Ok(applied)
    }

    /// What [`Case::undo`] would take back.
    ///
    /// # Errors
    /// When the history can't be read.
    pub fn undo_label(&self) -> Result<Option<StepLabel>, CaseError> {
        self.label(self.undo.newest())
    }

    /// What [`Case::redo`] would do again.
    ///
    /// # Errors
    /// When the history can't be read.
    pub fn redo_label(&self) -> Result<Option<StepLabel>, CaseError> {
        self.label(self.undo.redo.last().copied())
    }

    fn label(&self, step: Option<i64>) -> Result<Option<StepLabel>, CaseError> {
        let Some(step) = step else { return Ok(None) };
        let label = self
            .conn
            .prepare_cached(
                "SELECT (SELECT action FROM history WHERE device = ?1 AND step = ?2 ORDER BY device_seq LIMIT 1),
                        (SELECT count(*) FROM history WHERE device = ?1 AND step = ?2)",
            )?
            .query_row(params![self.author.device, step], |row| {
                Ok(StepLabel {
                    action: row.get(0)?,
                    entries: row.get(1)?,
                })
            })?;
        Ok(Some(label))
    }
}
