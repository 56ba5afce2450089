//! A symbol that no script has: a maker's logo, an inspector's stamp. It is drawn once, and transcriptions name it.

use serde::{Deserialize, Serialize};

use super::id::SymbolId;

/// A drawn symbol. A transcription shows it as `<name>`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Symbol {
    /// Its id.
    pub id: SymbolId,
    /// Its name, as it stands between `<` and `>`.
    pub name: String,
    /// Lines of points in thousandths of a square, from the upper left corner.
    pub strokes: Vec<Vec<[i32; 2]>>,
    /// Anything else.
    pub notes: String,
}

impl Symbol {
    /// The side of the square in which it is drawn.
    pub const SIDE: i32 = 1000;
}
