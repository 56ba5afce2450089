//! Giving a case a passphrase, another one, or none.
//!
//! The case is written anew beside itself under the new key, checked as a whole, and then takes the old file's name
//! in one step of the file system. So a crash at any moment leaves the old file or the new one, never a mixture.

use std::fs::File;
use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use zeroize::Zeroizing;

use super::key::{self, Key, PAGE, Passphrase};
use super::{Case, CaseError, CaseFile, Notice};
use crate::job::Progress;
use crate::text::tf;

/// The file in which a case is written anew.
fn unfinished(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push("-new");
    name.into()
}

/// Takes away what a change of the passphrase left that a crash cut short.
pub(super) fn clear_unfinished(path: &Path, notices: &mut Vec<Notice>) {
    if std::fs::remove_file(unfinished(path)).is_ok() {
        notices.push(Notice::UnfinishedEncryption);
    }
}

impl Case {
    /// Encrypts the case under `passphrase`, or takes its encryption away when that is `None`. All readers must be
    /// closed. `progress` counts bytes written, then what is checked, in hundredths.
    ///
    /// After an error the file is as it was, and can be opened with its old passphrase.
    ///
    /// # Errors
    /// When it was stopped, the disk has no room for a second copy, or the copy does not verify like the case.
    pub fn change_passphrase(
        mut self,
        passphrase: Option<&Passphrase>,
        progress: &Progress,
    ) -> Result<Self, CaseError> {
        let new = CaseFile {
            key: passphrase.map(Key::fresh),
            ..self.file.clone()
        };
        let part = CaseFile {
            path: unfinished(&new.path),
            ..new.clone()
        };
        progress.set_total(200);
        let _ = std::fs::remove_file(&part.path);
        let made = self
            .write_anew(&part, progress)
            .and_then(|()| self.compare(&part, progress));
        let Self {
            conn, author, lock, ..
        } = self;
        drop(conn);
        let moved = made.and_then(|()| put_in_place(&part.path, &new.path));
        // Also the way out after an error: nothing unfinished stays beside the case.
        let _ = std::fs::remove_file(&part.path);
        drop(lock);
        moved?;
        super::backup::forget(&new)?;
        Self::open_file(new, author)
    }

    fn write_anew(&mut self, part: &CaseFile, progress: &Progress) -> Result<(), CaseError> {
        key::is_available(&self.conn)?;
        key::use_page_size(&self.conn)?;
        self.conn
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        // The export copies search tables as they are, which the defensive mode forbids.
        self.conn
            .set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)?;
        let literal = part.key.as_ref().map_or_else(Zeroizing::default, Key::literal);
        let mut attach = Zeroizing::new(String::with_capacity(200));
        attach.push_str("ATTACH ?1 AS fresh KEY \"");
        attach.push_str(&literal);
        attach.push('"');
        // The connection creates no files, and an attached one neither.
        File::create_new(&part.path).map_err(|source| CaseError::of_io(&part.path, source))?;
        let path = part.path.to_string_lossy();
        self.conn.execute(&attach, [path.as_ref()])?;
        if !part.is_encrypted() {
            self.conn
                .execute_batch(&format!("PRAGMA fresh.page_size = {PAGE}"))?;
        }
        self.conn
            .execute_batch("PRAGMA fresh.journal_mode = OFF; PRAGMA fresh.synchronous = OFF")?;
        let whole = std::fs::metadata(&self.file.path).map_or(1, |meta| meta.len().max(1));
        let (watched, shared) = (part.path.clone(), progress.clone());
        self.conn.progress_handler(
            100_000,
            Some(move || {
                let done = std::fs::metadata(&watched).map_or(0, |meta| meta.len());
                shared.set_done((done * 100 / whole).min(100));
                shared.is_cancelled()
            }),
        )?;
        let exported = self
            .conn
            .query_row("SELECT sqlcipher_export('fresh')", [], |_| Ok(()));
        self.conn.progress_handler(0, None::<fn() -> bool>)?;
        exported.map_err(|error| match error.sqlite_error_code() {
            Some(rusqlite::ErrorCode::OperationInterrupted) => CaseError::Cancelled,
            _ => error.into(),
        })?;
        for setting in ["application_id", "user_version"] {
            let value: i64 = self.conn.pragma_query_value(None, setting, |row| row.get(0))?;
            self.conn
                .execute_batch(&format!("PRAGMA fresh.{setting} = {value}"))?;
        }
        self.conn.execute_batch("DETACH fresh")?;
        self.conn
            .set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
        Ok(())
    }

    /// That the new file holds what the old one holds: it must verify, or at least find what the old one finds.
    fn compare(&self, part: &CaseFile, progress: &Progress) -> Result<(), CaseError> {
        let mut watch = |done: u64, total: u64| {
            progress.set_done(100 + done * 100 / total.max(1));
            !progress.is_cancelled()
        };
        let new = part.reader()?.verify(&mut watch)?;
        if new.cancelled {
            return Err(CaseError::Cancelled);
        }
        if new.is_sound() || new.problems == self.reader()?.verify(|_, _| !progress.is_cancelled())?.problems
        {
            return Ok(());
        }
        let found = new.problems.first().map(|problem| problem.message.clone());
        Err(CaseError::Damaged {
            file: part.path.clone(),
            reason: tf(
                "encrypt-copy-differs",
                &[("found", found.unwrap_or_default().into())],
            ),
        })
    }
}

/// Gives the new file the old one's name, so that a power cut leaves one of the two.
fn put_in_place(part: &Path, path: &Path) -> Result<(), CaseError> {
    let sync = || -> std::io::Result<()> {
        File::open(part)?.sync_all()?;
        std::fs::rename(part, path)?;
        sync_folder(path)
    };
    sync().map_err(|source| CaseError::of_io(path, source))
}

#[cfg(unix)]
fn sync_folder(path: &Path) -> std::io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> std::io::Result<()> {
    Ok(())
}
