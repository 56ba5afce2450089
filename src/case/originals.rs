//! Originals: bytes that go in as they came and come out identical, and what was computed from them.

use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256 as Hasher};

use super::CaseError;
use crate::model::NewPhoto;
use crate::model::id::{PhotoId, Sha256};

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
    let stored = conn
        .prepare_cached("SELECT bytes FROM original WHERE sha256 = ?1")?
        .query_row([&name], |row| Ok(sha256(row.get_ref(0)?.as_bytes()?)))?;
    if stored != new.photo.sha256 {
        return Err(CaseError::ReadBack(new.photo.sha256));
    }
    conn.prepare_cached("INSERT OR REPLACE INTO preview (sha256, small, large) VALUES (?1, ?2, ?3)")?
        .execute(params![name, new.small_preview, new.large_preview])?;
    let tags = serde_json::to_string(&new.metadata).unwrap_or_else(|_| "[]".to_owned());
    conn.prepare_cached("INSERT OR REPLACE INTO metadata (sha256, tags) VALUES (?1, ?2)")?
        .execute(params![name, tags])?;
    Ok(())
}
