//! The case as it was: the history up to a moment, carried out again in memory.
//!
//! The answer is a [`Reader`] like any other, so that every view and command can show the past. Originals, previews
//! and metadata, which never change, are read from the case itself, and so is who opened which photo, which has no
//! history.

use jiff::Timestamp;
use rusqlite::params;

use super::merging::Replay;
use super::{CaseError, CaseFile, Reader, history, schema};
use crate::job::Progress;

impl CaseFile {
    /// The case as it was at `moment`: before the first entry of the history that is later.
    ///
    /// # Errors
    /// [`CaseError::Cancelled`] when `progress` was asked to stop, or when the history can't be carried out again.
    pub fn as_of(&self, moment: Timestamp, progress: &Progress) -> Result<Reader, CaseError> {
        let live = self.reader()?;
        let last: i64 = live.conn.query_row(
            "SELECT coalesce((SELECT min(seq) FROM history WHERE unixepoch(at, 'subsec') > ?1) - 1,
                             (SELECT max(seq) FROM history), 0)",
            [moment.as_millisecond() as f64 / 1000.0],
            |row| row.get(0),
        )?;
        progress.set_total(last.unsigned_abs());
        let conn = schema::scratch()?;
        conn.execute_batch("BEGIN")?;
        let mut replay = Replay::new(&live.conn, &conn)?;
        history::for_each_until(&live.conn, last, |entry| {
            replay.entry(&entry, &entry.operations()?)?;
            progress.set_done(entry.seq.unsigned_abs());
            if progress.is_cancelled() {
                return Err(CaseError::Cancelled);
            }
            Ok(())
        })?;
        replay.finish()?;
        conn.execute_batch("COMMIT")?;
        drop(live);
        self.attach(&conn, "live")?;
        // The temporary names hide the empty tables of the same names.
        conn.execute_batch(&format!(
            "CREATE TEMP VIEW original AS SELECT * FROM live.original;
             CREATE TEMP VIEW preview AS SELECT * FROM live.preview;
             CREATE TEMP VIEW metadata AS SELECT * FROM live.metadata;
             CREATE TEMP VIEW opened AS SELECT * FROM live.opened;
             CREATE TEMP VIEW history AS SELECT * FROM live.history WHERE seq <= {last};
             CREATE TEMP VIEW history_record AS SELECT * FROM live.history_record WHERE seq <= {last};
             CREATE TEMP TABLE chain_head AS
                 SELECT h.device, c.name, max(h.device_seq) AS device_seq, h.hash
                 FROM live.history AS h JOIN live.chain_head AS c USING (device) WHERE h.seq <= {last}
                 GROUP BY h.device;"
        ))?;
        conn.execute("PRAGMA query_only = ON", params![])?;
        Ok(Reader {
            conn,
            file: CaseFile {
                alarms: std::sync::Arc::default(),
                ..self.clone()
            },
            moment: Some(moment),
            rules: std::cell::RefCell::default(),
            vocabularies: std::cell::RefCell::default(),
            checklists: std::cell::RefCell::default(),
            marks: std::sync::Arc::default(),
        })
    }
}
