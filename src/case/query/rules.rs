//! The rules of reading that the team added to the case.

use super::super::{CaseError, Reader};
use crate::model::rule_file;
use crate::reading::rules::{RuleBook, RuleFile};

/// The texts of files of rules, and what they say.
pub(in crate::case) type KnownRules = (Vec<(String, String)>, RuleBook);

impl Reader {
    /// The rules of reading that the team added, in the order in which they were.
    ///
    /// A file that this version can't read any more is left out: it was sound when it was added, and readings that
    /// rested on it are kept in the findings.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn rule_book(&self) -> Result<RuleBook, CaseError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT name, text FROM rule_file ORDER BY id")?;
        let texts = statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<Vec<(String, String)>, _>>()?;
        let mut known = self.rules.borrow_mut();
        if known.0 != texts {
            let files = texts
                .iter()
                .filter_map(|(name, text)| RuleFile::read(name, text).ok())
                .collect();
            *known = (texts, RuleBook::new(files));
        }
        Ok(known.1.clone())
    }

    /// The files of rules, as they were added.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn rule_files(&self) -> Result<Vec<rule_file::RuleFile>, CaseError> {
        self.all()
    }
}
