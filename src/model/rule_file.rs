//! A team's own rules of reading. They are kept in the case, so that a reading that rests on them can be made again
//! wherever the case goes.

use serde::{Deserialize, Serialize};

use super::id::RuleFileId;

/// A file of rules, as it was added.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct RuleFile {
    /// Its id.
    pub id: RuleFileId,
    /// The name by which readings refer to it: the file's name without its ending. No two in a case have the same.
    pub name: String,
    /// The file's text: TOML, see docs/adding-a-system.md.
    pub text: String,
    /// Anything else.
    pub notes: String,
}
