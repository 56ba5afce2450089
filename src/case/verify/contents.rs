//! Whether originals have the bytes that their names say, and whether what was computed from them is as it was kept.

use super::{Rebuilt, Verdict, Watch};
use crate::case::originals::thumbnail_hash;
use crate::case::schema::hash_of;
use crate::case::{CaseError, Reader, sha256};

impl Reader {
    /// Hashes every original, and looks for photos without one and originals without a photo.
    pub(super) fn check_originals(
        &self,
        rebuilt: &Rebuilt,
        verdict: &mut Verdict,
        watch: &mut Watch<'_>,
    ) -> Result<(), CaseError> {
        let mut statement = self
            .conn
            .prepare("SELECT sha256, bytes FROM original ORDER BY id")?;
        let mut rows = statement.query([])?;
        loop {
            let row = match rows.next() {
                Ok(Some(row)) => row,
                Ok(None) => break,
                Err(error) => {
                    verdict.add("original", error, "verify-original-unreadable");
                    break;
                }
            };
            let stated = String::from_utf8_lossy(row.get_ref(0)?.as_bytes().unwrap_or_default()).into_owned();
            let bytes = row.get_ref(1)?.as_bytes().unwrap_or_default();
            if sha256(bytes).to_string() != stated {
                verdict.add("original", &stated, "verify-original-changed");
            }
            if !rebuilt.stated.originals.contains(&stated) {
                verdict.add("original", &stated, "verify-original-added");
            }
            verdict.originals += 1;
            verdict.bytes += bytes.len() as u64;
            if !watch.goes_on() {
                verdict.cancelled = true;
                return Ok(());
            }
        }
        let mut statement = self.conn.prepare(
            "SELECT p.sha256 FROM photo AS p LEFT JOIN original AS o USING (sha256)
             WHERE o.id IS NULL AND p.sha256 NOT IN (SELECT sha256 FROM awaited)",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            verdict.add("original", row.get::<_, String>(0)?, "verify-original-missing");
        }
        verdict.awaited = self.awaited()?.len() as u64;
        Ok(())
    }

    /// Previews and metadata: their hash was kept with them. They can be computed anew from the original.
    pub(super) fn check_derived(&self, rebuilt: &Rebuilt, verdict: &mut Verdict) -> Result<(), CaseError> {
        for (sql, key) in [
            ("SELECT sha256, hash, small, large FROM preview", "verify-preview"),
            ("SELECT sha256, hash, tags FROM metadata", "verify-metadata"),
        ] {
            let mut statement = self.conn.prepare(sql)?;
            let parts = statement.column_count();
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                let of = String::from_utf8_lossy(row.get_ref(0)?.as_bytes().unwrap_or_default()).into_owned();
                let mut values = Vec::with_capacity(parts - 2);
                for part in 2..parts {
                    values.push(row.get_ref(part)?.as_bytes_or_null().unwrap_or_default());
                }
                let stated = row.get_ref(1)?.as_blob_or_null().unwrap_or_default();
                if stated != Some(&hash_of(values)[..]) || !rebuilt.stated.originals.contains(&of) {
                    verdict.add("derived", of, key);
                }
            }
        }
        let mut statement = self
            .conn
            .prepare("SELECT sha256, hash, likeness, medium FROM thumbnail")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let of = String::from_utf8_lossy(row.get_ref(0)?.as_bytes().unwrap_or_default()).into_owned();
            let medium = row.get_ref(3)?.as_bytes_or_null().unwrap_or_default();
            let should = thumbnail_hash(row.get(2).unwrap_or_default(), medium.unwrap_or_default());
            let stated = row.get_ref(1)?.as_bytes_or_null().unwrap_or_default();
            if stated != Some(&should[..]) || !rebuilt.stated.originals.contains(&of) {
                verdict.add("derived", of, "verify-preview");
            }
        }
        for (table, key) in [("preview", "verify-preview"), ("metadata", "verify-metadata")] {
            let sql = format!(
                "SELECT sha256 FROM original WHERE sha256 NOT IN (SELECT sha256 FROM {table}) ORDER BY id"
            );
            let mut statement = self.conn.prepare(&sql)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                verdict.add("derived", row.get::<_, String>(0)?, key);
            }
        }
        Ok(())
    }
}
