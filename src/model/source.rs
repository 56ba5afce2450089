//! Where a statement comes from, so that somebody else can check it.

use serde::{Deserialize, Serialize};

use super::when::Edtf;

/// A published or given source of what a record states.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Source {
    /// What it is called: the title of an article, a report, a conversation's code name.
    pub title: String,
    /// Who published or gave it.
    pub by: Option<String>,
    /// When it was published or given.
    pub date: Option<Edtf>,
    /// Where it can be found: an address, an archive's reference.
    pub link: Option<String>,
    /// What in it supports the record.
    pub note: Option<String>,
}
