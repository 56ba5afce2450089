//! A merge: from here on a device knew what others had written.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::id::{MergeId, Sha256};

/// That a device took in what others had written, or went on with a case that they had written in.
///
/// It says what the device knew: an entry that it writes after this was made in knowledge of these chains up to these
/// heads, and an entry beyond them was made without. This is how two edits of one field are told apart: one that
/// followed the other replaces it, and two that did not know of each other are shown side by side.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Merge {
    /// Its id.
    pub id: MergeId,
    /// What it came from: the name of a package, a case or a store; `None` when a case was gone on with as it lay there.
    pub source: Option<String>,
    /// The chains of the other devices as they were in the case from here on.
    pub heads: Vec<KnownHead>,
    /// Who took it in.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

/// A chain as far as it was known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct KnownHead {
    /// Whose chain it is.
    pub device: String,
    /// How many entries of it were known.
    pub entries: u64,
    /// The hash of the last of them.
    pub hash: Sha256,
}

impl Default for Merge {
    fn default() -> Self {
        Self {
            id: MergeId::new(),
            source: None,
            heads: Vec::new(),
            by: String::new(),
            at: Timestamp::UNIX_EPOCH,
        }
    }
}
