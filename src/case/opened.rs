//! Who looked at which photo: no record and no change, so it is in no history, no undo and no backup. Losing it loses
//! nothing but the knowledge of what nobody has looked at.

use jiff::Timestamp;
use rusqlite::{Transaction, TransactionBehavior, params};

use super::{Case, CaseError};
use crate::model::id::PhotoId;

impl Case {
    /// Notes that the author of this case's changes looked at photos, and when last. Says whether one of them is a photo
    /// that the author had not opened before; a photo that is not in the case is left out.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn note_opened(&mut self, looked: &[(PhotoId, Timestamp)]) -> Result<bool, CaseError> {
        let transaction = Transaction::new_unchecked(&self.conn, TransactionBehavior::Immediate)?;
        let mut is_news = false;
        for (photo, at) in looked {
            let values = params![photo.to_string(), self.author.person, at.to_string()];
            let added = transaction
                .prepare_cached(
                    "INSERT OR IGNORE INTO opened (photo, person, at)
                     SELECT ?1, ?2, ?3 WHERE EXISTS (SELECT 1 FROM photo WHERE id = ?1)",
                )?
                .execute(values)?;
            if added > 0 {
                is_news = true;
                continue;
            }
            transaction
                .prepare_cached("UPDATE opened SET at = ?3 WHERE photo = ?1 AND person = ?2")?
                .execute(values)?;
        }
        transaction.commit()?;
        Ok(is_news)
    }
}
