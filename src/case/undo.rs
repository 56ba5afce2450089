//! Undo and redo: the history read backwards. Taking back is a change like any other, with its own entry.

use rusqlite::{Connection, Transaction, TransactionBehavior, params};

use super::apply::{Trust, draft, perform};
use super::history::Op;
use super::{Applied, Case, CaseError, history};

/// What undo or redo would do, for its label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepLabel {
    /// The action of the step's first entry: `edit`, `add-photo`, ...
    pub action: String,
    /// How many entries the step has.
    pub entries: u64,
}

/// The steps of this device that can be taken back or done again, newest last.
#[derive(Default)]
pub(super) struct Stacks {
    undo: Vec<i64>,
    redo: Vec<i64>,
}

impl Stacks {
    /// Follows the device's steps from the first.
    pub(super) fn load(conn: &Connection, device: &str) -> Result<Self, CaseError> {
        let mut stacks = Self::default();
        let mut statement = conn.prepare(
            "SELECT step, min(action), max(takes_back) FROM history
             WHERE device = ?1 AND action <> 'create-case' GROUP BY step ORDER BY step",
        )?;
        let mut rows = statement.query([device])?;
        while let Some(row) = rows.next()? {
            let (step, action, takes_back): (i64, String, Option<i64>) =
                (row.get(0)?, row.get(1)?, row.get(2)?);
            match (takes_back, action.as_str()) {
                (Some(target), "undo") => stacks.undid(target),
                (Some(target), _) => stacks.redid(target),
                (None, _) => stacks.did(step),
            }
        }
        Ok(stacks)
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
        let mut entries = history::of_step(&self.conn, step)?;
        entries.reverse();
        let mut groups = Vec::with_capacity(entries.len());
        for entry in entries {
            let ops: Vec<Op> = entry.operations()?.into_iter().rev().map(Op::inverse).collect();
            groups.push(ops);
        }
        let applied = self.carry_out("undo", step, &groups)?;
        self.undo.undid(step);
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
        let groups = history::of_step(&self.conn, step)?
            .iter()
            .map(history::Entry::operations)
            .collect::<Result<Vec<_>, _>>()?;
        let applied = self.carry_out("redo", step, &groups)?;
        self.undo.redid(step);
        Ok(Some(applied))
    }

    fn carry_out(&self, action: &str, takes_back: i64, groups: &[Vec<Op>]) -> Result<Applied, CaseError> {
        let transaction = Transaction::new_unchecked(&self.conn, TransactionBehavior::Immediate)?;
        let mut applied = Applied::default();
        let mut step = None;
        for ops in groups {
            for op in ops {
                perform(&transaction, op, Trust::Compare)?;
                applied.records.push(op.record());
            }
            let draft = draft(&self.author, action, step, Some(takes_back), ops);
            let (_, own_step) = history::append(&transaction, draft)?;
            step = Some(own_step);
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
                "SELECT (SELECT action FROM history WHERE seq = ?1), count(*) FROM history WHERE step = ?1",
            )?
            .query_row(params![step], |row| {
                Ok(StepLabel {
                    action: row.get(0)?,
                    entries: row.get(1)?,
                })
            })?;
        Ok(Some(label))
    }
}
