//! Originals: bytes that go in as they came and come out identical, and what was computed from them.

use std::fs::File;
use std::io::Write;
use std::path::Path;

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use sha2::{Digest, Sha256 as Hasher};

use super::carried::Preview;
use super::schema::hash_of;
use super::{Case, CaseError, Reader};
use crate::job::Progress;
use crate::model::id::{PhotoId, Sha256};
use crate::model::{NewPhoto, Photo};

/// The SHA-256 of `bytes`.
#[must_use]
pub fn sha256(bytes: &[u8]) -> Sha256 {
    Sha256(Hasher::digest(bytes).into())
}

/// The photo that has these bytes, with its file name.
pub(super) fn known(conn: &Connection, sha256: &Sha256) -> Result<Option<(PhotoId, String)>, CaseError> {
    let found: Option<(String, String)> = conn
        .prepare_cached("SELECT id, file_name FROM photo WHERE sha256 = ?1")?
        .query_row([sha256.to_string()], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(found.and_then(|(id, name)| Some((id.parse().ok()?, name))))
}

/// Keeps the original with its previews and metadata. What is written is read back and hashed before the
/// transaction can commit, so that no photo is reported as added whose bytes are not there.
pub(super) fn keep(conn: &Connection, new: &NewPhoto) -> Result<(), CaseError> {
    let name = new.photo.sha256.to_string();
    conn.prepare_cached("INSERT OR IGNORE INTO original (sha256, bytes) VALUES (?1, ?2)")?
        .execute(params![name, new.bytes])?;
    let stored = stored_hash(conn, &name)?;
    if stored != new.photo.sha256 {
        return Err(CaseError::ReadBack(new.photo.sha256));
    }
    conn.prepare_cached("DELETE FROM awaited WHERE sha256 = ?1")?
        .execute([&name])?;
    keep_derived(conn, new)
}

/// The SHA-256 of the original `name` as it is stored now.
fn stored_hash(conn: &Connection, name: &str) -> Result<Sha256, CaseError> {
    let row = conn
        .prepare_cached("SELECT id FROM original WHERE sha256 = ?1")?
        .query_row([name], |row| row.get(0))?;
    hash_parts(conn, row, |_| Ok(()))
}

/// Gives the original in this row of `original` to `take`, part by part, and its SHA-256 as it is stored. In parts,
/// because a part fits into the CPU's cache and the whole does not.
pub(super) fn hash_parts(
    conn: &Connection,
    row: i64,
    mut take: impl FnMut(&[u8]) -> Result<(), CaseError>,
) -> Result<Sha256, CaseError> {
    let blob = conn.blob_open("main", "original", "bytes", row, true)?;
    let mut hasher = Hasher::new();
    let mut part = vec![0; 128 << 10];
    let mut read = 0;
    while read < blob.len() {
        let length = part.len().min(blob.len() - read);
        blob.read_at_exact(&mut part[..length], read)?;
        hasher.update(&part[..length]);
        take(&part[..length])?;
        read += length;
    }
    Ok(Sha256(hasher.finalize().into()))
}

/// The hash that is kept with a thumbnail: over the likeness as decimal text, and the JPEG.
pub(super) fn thumbnail_hash(likeness: i64, medium: &[u8]) -> [u8; 32] {
    hash_of([Some(likeness.to_string().as_bytes()), Some(medium)])
}

/// Keeps what was computed from an original.
fn keep_derived(conn: &Connection, new: &NewPhoto) -> Result<(), CaseError> {
    let name = new.photo.sha256.to_string();
    let (small, large) = (new.small_preview.as_deref(), new.large_preview.as_deref());
    conn.prepare_cached(
        "INSERT OR REPLACE INTO preview (sha256, small, large, hash) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(params![name, small, large, hash_of([small, large])])?;
    if let (Some(medium), Some(likeness)) = (&new.medium_preview, new.likeness) {
        // SQLite's integers are signed: the same 64 bits.
        let likeness = likeness.cast_signed();
        conn.prepare_cached(
            "INSERT OR REPLACE INTO thumbnail (sha256, likeness, medium, hash) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![name, likeness, medium, thumbnail_hash(likeness, medium)])?;
    }
    let tags = serde_json::to_string(&new.metadata).unwrap_or_else(|_| "[]".to_owned());
    keep_tags(conn, &name, &tags)
}

/// Keeps what stands for an original that has not come.
pub(super) fn keep_preview(conn: &Connection, name: &str, preview: &Preview) -> Result<(), CaseError> {
    let (small, large) = (Some(&preview.small[..]), None);
    conn.prepare_cached(
        "INSERT OR REPLACE INTO preview (sha256, small, large, hash) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(params![name, small, large, hash_of([small, large])])?;
    let likeness = preview.likeness.cast_signed();
    conn.prepare_cached(
        "INSERT OR REPLACE INTO thumbnail (sha256, likeness, medium, hash) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(params![
        name,
        likeness,
        preview.medium,
        thumbnail_hash(likeness, &preview.medium)
    ])?;
    keep_tags(conn, name, &preview.tags)
}

/// Keeps metadata (JSON). No `OR REPLACE`, which would leave the words of the old row in the index.
fn keep_tags(conn: &Connection, name: &str, tags: &str) -> Result<(), CaseError> {
    conn.prepare_cached(
        "INSERT INTO metadata (sha256, tags, hash) VALUES (?1, ?2, ?3)
         ON CONFLICT (sha256) DO UPDATE SET tags = excluded.tags, hash = excluded.hash",
    )?
    .execute(params![name, tags, hash_of([Some(tags.as_bytes())])])?;
    Ok(())
}

impl Reader {
    /// Writes the original with this hash into the new file `to`, and hashes it on the way. Says whether the case has
    /// it. Never over a file that exists: it may be evidence too.
    ///
    /// # Errors
    /// When it can't be read or written, or no longer has the bytes that its name says; no file is left then.
    pub fn write_original(&self, sha256: &Sha256, to: &Path) -> Result<bool, CaseError> {
        let row = self
            .conn
            .prepare_cached("SELECT id FROM original WHERE sha256 = ?1")?
            .query_row([sha256.to_string()], |row| row.get(0))
            .optional()?;
        let Some(row) = row else {
            return Ok(false);
        };
        let failed = |source| CaseError::Io {
            file: to.to_owned(),
            source,
        };
        let mut file = File::create_new(to).map_err(failed)?;
        let written =
            hash_parts(&self.conn, row, |part| file.write_all(part).map_err(failed)).and_then(|hash| {
                match hash == *sha256 {
                    true => file.sync_all().map_err(failed),
                    false => Err(CaseError::OriginalChanged(*sha256)),
                }
            });
        drop(file);
        if written.is_err() {
            // What is not the original must not lie there under its name.
            std::fs::remove_file(to).map_err(failed)?;
        }
        written.map(|()| true)
    }
}

impl Case {
    /// The photos that have an original and could have a preview, but have none.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn without_previews(&self) -> Result<Vec<Photo>, CaseError> {
        let mut statement = self.conn.prepare(
            "SELECT p.id FROM photo AS p JOIN preview AS v USING (sha256)
             WHERE p.undecodable IS NULL AND (v.small IS NULL
                 OR NOT EXISTS (SELECT 1 FROM thumbnail AS n WHERE n.sha256 = p.sha256)) ORDER BY p.id",
        )?;
        let ids = statement
            .query_map([], |row| row.get::<_, String>(0))?
            .collect::<Result<Vec<_>, _>>()?;
        let reader = self.reader()?;
        let mut photos = Vec::with_capacity(ids.len());
        for id in ids {
            photos.extend(reader.get::<Photo>(id)?);
        }
        Ok(photos)
    }

    /// Keeps previews and metadata that were computed anew. No record changes.
    ///
    /// # Errors
    /// When they can't be written.
    pub fn renew_derived(&mut self, new: &NewPhoto) -> Result<(), CaseError> {
        let transaction = Transaction::new_unchecked(&self.conn, TransactionBehavior::Immediate)?;
        keep_derived(&transaction, new)?;
        transaction.commit()?;
        Ok(())
    }

    /// Takes the originals that are not here from another copy of the case, each of them hashed there and again when it
    /// is stored. Gives how many.
    ///
    /// # Errors
    /// When one can't be written, or it was stopped; those that came before stay.
    pub fn take_originals(&mut self, from: &Reader, progress: &Progress) -> Result<u64, CaseError> {
        copy_known(&self.conn, &from.conn, progress)
    }

    /// Gives a photo whose original is missing, as in a case that was brought back from a backup, its bytes again.
    /// Says whether there was one. No record changes.
    ///
    /// # Errors
    /// When the bytes can't be written.
    pub fn bring_back_original(&mut self, new: &NewPhoto) -> Result<bool, CaseError> {
        let transaction = Transaction::new_unchecked(&self.conn, TransactionBehavior::Immediate)?;
        let missing: bool = transaction
            .prepare_cached(
                "SELECT EXISTS (SELECT 1 FROM photo WHERE sha256 = ?1)
                 AND NOT EXISTS (SELECT 1 FROM original WHERE sha256 = ?1)",
            )?
            .query_row([new.photo.sha256.to_string()], |row| row.get(0))?;
        if missing {
            keep(&transaction, new)?;
        }
        transaction.commit()?;
        Ok(missing)
    }
}

/// Copies the originals of the photos in `to` that `from` has intact, with their previews and metadata. Gives how
/// many. Each original is a transaction of its own.
pub(super) fn copy_known(to: &Connection, from: &Connection, progress: &Progress) -> Result<u64, CaseError> {
    let mut wanted = to.prepare(
        "SELECT p.sha256 FROM photo AS p LEFT JOIN original AS o USING (sha256) WHERE o.id IS NULL ORDER BY p.id",
    )?;
    let wanted = wanted
        .query_map([], |row| row.get::<_, String>(0))?
        .collect::<Result<Vec<_>, _>>()?;
    progress.set_done(0);
    progress.set_total(wanted.len() as u64);
    let mut copied = 0;
    for name in wanted {
        if progress.is_cancelled() {
            return Err(CaseError::Cancelled);
        }
        // What can't be read there is left out, and counted as missing by the caller.
        let bytes = from
            .prepare_cached("SELECT bytes FROM original WHERE sha256 = ?1")?
            .query_row([&name], |row| row.get::<_, Vec<u8>>(0));
        if let Ok(bytes) = bytes
            && sha256(&bytes).to_string() == name
        {
            to.prepare_cached("INSERT INTO original (sha256, bytes) VALUES (?1, ?2)")?
                .execute(params![name, bytes])?;
            if stored_hash(to, &name)?.to_string() != name {
                to.prepare_cached("DELETE FROM original WHERE sha256 = ?1")?
                    .execute([&name])?;
                return Err(CaseError::ReadBack(sha256(&bytes)));
            }
            to.prepare_cached("DELETE FROM awaited WHERE sha256 = ?1")?
                .execute([&name])?;
            copy_derived(to, from, &name)?;
            copied += 1;
        }
        progress.advance(0);
    }
    complete(to)?;
    Ok(copied)
}

/// Gives every original that lacks them empty rows for what can be computed anew.
pub(super) fn complete(conn: &Connection) -> Result<(), CaseError> {
    conn.execute(
        "INSERT INTO preview (sha256, small, large, hash)
         SELECT sha256, NULL, NULL, ?1 FROM original WHERE sha256 NOT IN (SELECT sha256 FROM preview)",
        [hash_of([None, None])],
    )?;
    conn.execute(
        "INSERT INTO metadata (sha256, tags, hash)
         SELECT sha256, '[]', ?1 FROM original WHERE sha256 NOT IN (SELECT sha256 FROM metadata)",
        [hash_of([Some(&b"[]"[..])])],
    )?;
    Ok(())
}

/// The previews and metadata of an original, as far as they are readable; they can be computed anew.
fn copy_derived(to: &Connection, from: &Connection, name: &str) -> Result<(), CaseError> {
    let previews = from
        .prepare_cached("SELECT small, large FROM preview WHERE sha256 = ?1")?
        .query_row([name], |row| {
            Ok((
                row.get::<_, Option<Vec<u8>>>(0)?,
                row.get::<_, Option<Vec<u8>>>(1)?,
            ))
        });
    if let Ok((small, large)) = previews {
        let hash = hash_of([small.as_deref(), large.as_deref()]);
        to.prepare_cached(
            "INSERT OR REPLACE INTO preview (sha256, small, large, hash) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![name, small, large, hash])?;
    }
    let thumbnail = from
        .prepare_cached("SELECT likeness, medium FROM thumbnail WHERE sha256 = ?1")?
        .query_row([name], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, Vec<u8>>(1)?))
        });
    if let Ok((likeness, medium)) = thumbnail {
        to.prepare_cached(
            "INSERT OR REPLACE INTO thumbnail (sha256, likeness, medium, hash) VALUES (?1, ?2, ?3, ?4)",
        )?
        .execute(params![name, likeness, medium, thumbnail_hash(likeness, &medium)])?;
    }
    let tags = from
        .prepare_cached("SELECT tags FROM metadata WHERE sha256 = ?1")?
        .query_row([name], |row| row.get::<_, String>(0));
    if let Ok(tags) = tags {
        keep_tags(to, name, &tags)?;
    }
    Ok(())
}
