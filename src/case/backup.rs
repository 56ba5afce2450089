//! Rolling backups of the records, and bringing them back.
//!
//! A backup holds the history, from which every record can be made again, but not the originals: it is small, lies
//! in the user's own data folder, and is made while work goes on. Because the history only grows, a backup is
//! brought up to date by adding what is new, and each holds every earlier state too. A new one is begun every week,
//! and whenever the history in the case is not the one in the backup; the newest few are kept. The backups of an
//! encrypted case are encrypted with the case's key.

use std::path::{Path, PathBuf};

use jiff::civil::Date;
use rusqlite::{Connection, OpenFlags, OptionalExtension, params};

use super::file::settle;
use super::key::PAGE;
use super::merging::Replay;
use super::{Author, Case, CaseError, CaseFile, Reader, history, merging, schema};
use crate::job::Progress;

/// The ending of a backup's file name.
const ENDING: &str = "witness-records";

/// So many backups of one case are kept.
const KEPT: usize = 5;

/// A backup is brought up to date for so many days before another is begun.
const DAYS: i64 = 7;

/// A backup of the records of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Backup {
    /// Where it is.
    pub path: PathBuf,
    /// The case's file name without its ending.
    pub case: String,
    /// The first letters of the hash of the case's first entry: which case it is.
    pub id: String,
    /// When it was begun.
    pub begun: Date,
    /// When it was last brought up to date.
    pub updated: jiff::Timestamp,
    /// Its size in bytes.
    pub bytes: u64,
}

/// What was brought back.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Restored {
    /// So many entries of the history, with all that they made.
    pub entries: u64,
    /// So many originals.
    pub originals: u64,
    /// So many photos whose originals are not there.
    pub missing: u64,
}

/// Where backups are kept unless something else is said: the user's data folder.
#[must_use]
pub fn default_folder() -> Option<PathBuf> {
    directories::ProjectDirs::from("org", "", "witnessmark").map(|dirs| dirs.data_dir().join("backups"))
}

/// Where this laptop remembers what it wrote in which case.
#[must_use]
pub fn chains_folder() -> Option<PathBuf> {
    directories::ProjectDirs::from("org", "", "witnessmark").map(|dirs| dirs.data_dir().join("chains"))
}

/// The backups in `folder`, newest first.
#[must_use]
pub fn backups_in(folder: &Path) -> Vec<Backup> {
    let files = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut backups: Vec<Backup> = files.filter_map(|file| describe(&file.path())).collect();
    backups.sort_by(|one, other| (other.updated, &other.path).cmp(&(one.updated, &one.path)));
    backups
}

/// A backup by its name: `CASE ID DATE.witness-records`.
fn describe(path: &Path) -> Option<Backup> {
    if path.extension()? != ENDING {
        return None;
    }
    let meta = std::fs::metadata(path).ok()?;
    let stem = path.file_stem()?.to_str()?;
    let (rest, begun) = stem.rsplit_once(' ')?;
    let (case, id) = rest.rsplit_once(' ')?;
    Some(Backup {
        path: path.to_owned(),
        case: case.to_owned(),
        id: id.to_owned(),
        begun: begun.parse().ok()?,
        updated: meta.modified().ok()?.try_into().ok()?,
        bytes: meta.len(),
    })
}

/// Which case it is: the first letters of the hash of its first entry.
fn identity(conn: &Connection) -> Result<Option<String>, CaseError> {
    let hash: Option<String> = conn
        .query_row(
            "SELECT lower(substr(hex(hash), 1, 12)) FROM history WHERE seq = 1",
            [],
            |row| row.get(0),
        )
        .optional()?;
    Ok(hash)
}

impl Reader {
    /// Brings the newest backup of this case up to date, or begins one. Gives its path; `None` when the case has no
    /// history or there is no folder for backups.
    ///
    /// # Errors
    /// When the folder can't be written. The case is not touched.
    pub fn back_up(&self, today: Date) -> Result<Option<PathBuf>, CaseError> {
        let (Some(folder), Some(id)) = (&self.file.backups, identity(&self.conn)?) else {
            return Ok(None);
        };
        std::fs::create_dir_all(folder).map_err(|source| CaseError::of_io(folder, source))?;
        let mut own: Vec<Backup> = backups_in(folder)
            .into_iter()
            .filter(|backup| backup.id == id)
            .collect();
        let newest = own.first().filter(|backup| {
            today
                .since(backup.begun)
                .is_ok_and(|span| i64::from(span.get_days()) < DAYS)
        });
        let continued = newest.map_or(Ok(None), |backup| self.append_to(&backup.path).map(Some));
        let path = match continued {
            Ok(Some(path)) => path,
            // None yet, or one whose history is another: that one stays as it is.
            Ok(None) | Err(_) => {
                let path = self.name_of(folder, &id, today);
                self.append_to(&path)?
            }
        };
        own.retain(|backup| backup.path != path);
        for old in own.iter().skip(KEPT - 1) {
            let _ = std::fs::remove_file(&old.path);
        }
        Ok(Some(path))
    }

    /// A name that is still free.
    fn name_of(&self, folder: &Path, id: &str, today: Date) -> PathBuf {
        let case = self
            .file
            .path
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let mut path = folder.join(format!("{case} {id} {today}.{ENDING}"));
        let mut number = 1;
        while path.exists() {
            number += 1;
            path = folder.join(format!("{case} ({number}) {id} {today}.{ENDING}"));
        }
        path
    }

    fn append_to(&self, path: &Path) -> Result<PathBuf, CaseError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
            | OpenFlags::SQLITE_OPEN_CREATE
            | OpenFlags::SQLITE_OPEN_URI
            | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let conn = Connection::open_with_flags(path, flags)?;
        self.file.unlock(&conn)?;
        settle(&conn)?;
        if schema::version(&conn)? == 0 {
            if !self.file.is_encrypted() {
                conn.pragma_update(None, "page_size", PAGE)?;
            }
            conn.pragma_update(None, "application_id", super::file::APPLICATION_ID)?;
            schema::migrate(&conn)?;
        }
        self.file.attach(&conn, "live")?;
        let last: Option<(i64, [u8; 32])> = conn
            .query_row(
                "SELECT seq, hash FROM main.history ORDER BY seq DESC LIMIT 1",
                [],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .optional()?;
        if let Some((seq, hash)) = last {
            let same: bool = conn.query_row(
                "SELECT EXISTS (SELECT 1 FROM live.history WHERE seq = ?1 AND hash = ?2)",
                params![seq, hash],
                |row| row.get(0),
            )?;
            if !same {
                return Err(CaseError::OtherHistory(path.to_owned()));
            }
        }
        conn.execute_batch(
            "BEGIN IMMEDIATE;
             INSERT INTO main.history SELECT * FROM live.history
                 WHERE seq > (SELECT coalesce(max(seq), 0) FROM main.history);
             INSERT OR REPLACE INTO main.chain_head SELECT * FROM live.chain_head;
             INSERT OR IGNORE INTO main.known SELECT * FROM live.known;
             COMMIT;",
        )?;
        conn.close().map_err(|(_, error)| error)?;
        Ok(path.to_owned())
    }
}

/// Copies the records of an older case before its schema is changed; a migration touches no original.
pub(super) fn before_migration(
    conn: &Connection,
    file: &CaseFile,
    version: i64,
) -> Result<PathBuf, CaseError> {
    let id = identity(conn)?.unwrap_or_default();
    let fallback = file.path.parent().map(Path::to_owned).unwrap_or_default();
    let folder = file.backups.clone().unwrap_or(fallback);
    std::fs::create_dir_all(&folder).map_err(|source| CaseError::of_io(&folder, source))?;
    let case = file.path.file_stem().unwrap_or_default().to_string_lossy();
    let path = folder.join(format!("{case} {id} before-format-{}.{ENDING}", version + 1));
    if path.exists() {
        // Of an earlier attempt that was cut short: the case is still the same.
        let _ = std::fs::remove_file(&path);
    }
    let copy = Connection::open(&path)?;
    file.unlock(&copy)?;
    if !file.is_encrypted() {
        copy.pragma_update(None, "page_size", PAGE)?;
    }
    copy.pragma_update(None, "application_id", super::file::APPLICATION_ID)?;
    schema::of_file(&copy, version)?;
    drop(copy);
    let copy = file.with_path(&path);
    copy.attach_writable(conn, "copied")?;
    let copied = copy_tables(conn);
    conn.execute_batch("DETACH copied")?;
    copied?;
    Ok(path)
}

/// Everything but originals and previews.
fn copy_tables(conn: &Connection) -> Result<(), CaseError> {
    let mut statement = conn.prepare(
        "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_index%' AND name NOT LIKE 'metadata_index%'
         AND name NOT IN ('original', 'preview', 'thumbnail') AND name NOT LIKE 'sqlite_%'",
    )?;
    let tables = statement
        .query_map([], |row| row.get::<_, String>(0))?
        .collect::<Result<Vec<_>, _>>()?;
    conn.execute_batch("BEGIN")?;
    for table in tables {
        // Names of our own schema, which was compared before.
        conn.execute_batch(&format!("INSERT INTO copied.{table} SELECT * FROM main.{table}"))?;
    }
    conn.execute_batch("COMMIT")?;
    Ok(())
}

/// Takes the backups of a case away that have another key than the case now.
pub(super) fn forget(file: &CaseFile) -> Result<(), CaseError> {
    let reader = file.reader()?;
    let (Some(folder), Some(id)) = (&file.backups, identity(&reader.conn)?) else {
        return Ok(());
    };
    for backup in backups_in(folder).into_iter().filter(|backup| backup.id == id) {
        std::fs::remove_file(&backup.path).map_err(|source| CaseError::of_io(&backup.path, source))?;
    }
    reader.back_up(jiff::Zoned::now().date())?;
    Ok(())
}

impl CaseFile {
    /// Brings the records of this backup back as a new case at `path`, with the originals that `originals_of` has.
    ///
    /// # Errors
    /// When there is a file at `path` already, the backup can't be read, or it was stopped; no new case is left then.
    pub fn restore(
        &self,
        path: &Path,
        author: Author,
        originals_of: Option<&Self>,
        progress: &Progress,
    ) -> Result<(Case, Restored), CaseError> {
        let backup = self.connect(OpenFlags::SQLITE_OPEN_READ_ONLY, "")?;
        schema::check(&backup, &self.path)?;
        let case = Case::create_empty(path, author, self.key.clone())?;
        let restored = fill(&backup, &case, originals_of, progress);
        match restored {
            Ok(restored) => Ok((case, restored)),
            Err(error) => {
                drop(case);
                let _ = std::fs::remove_file(path);
                Err(error)
            }
        }
    }
}

fn fill(
    backup: &Connection,
    case: &Case,
    originals_of: Option<&CaseFile>,
    progress: &Progress,
) -> Result<Restored, CaseError> {
    let names = device_names(backup)?;
    let total: i64 = backup.query_row("SELECT count(*) FROM history", [], |row| row.get(0))?;
    progress.set_total(total.unsigned_abs());
    let mut restored = Restored::default();
    case.conn.execute_batch("BEGIN IMMEDIATE")?;
    merging::copy_known(backup, &case.conn)?;
    let mut replay = Replay::new(&case.conn, &case.conn)?;
    history::for_each(backup, |entry| {
        if entry.computed_hash() != entry.hash {
            return Err(CaseError::History {
                seq: entry.seq,
                reason: crate::text::t("backup-entry-changed").to_owned(),
            });
        }
        let ops = entry.operations()?;
        let name = names.get(&entry.device).map_or("", String::as_str);
        history::keep(&case.conn, &entry, name, &ops)?;
        replay.entry(&entry, &ops)?;
        restored.entries += 1;
        progress.set_done(restored.entries);
        if progress.is_cancelled() {
            return Err(CaseError::Cancelled);
        }
        Ok(())
    })?;
    replay.finish()?;
    case.conn.execute_batch("COMMIT")?;
    if let Some(source) = originals_of {
        restored.originals = super::originals::copy_known(&case.conn, &source.reader()?.conn, progress)?;
    }
    restored.missing = case.conn.query_row(
        "SELECT count(*) FROM photo AS p LEFT JOIN original AS o USING (sha256) WHERE o.id IS NULL",
        [],
        |row| row.get(0),
    )?;
    Ok(restored)
}

pub(super) fn device_names(
    conn: &Connection,
) -> Result<std::collections::HashMap<String, String>, CaseError> {
    let mut statement = conn.prepare("SELECT device, name FROM chain_head")?;
    let names = statement
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<_, _>>()?;
    Ok(names)
}
