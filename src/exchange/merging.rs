//! Another copy of a case, taken in with its originals.

use serde::Serialize;

use crate::case::{Case, CaseError, Reader, Taken};
use crate::job::Progress;

/// What was taken in of another copy, or would be.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Merged {
    /// The entries of the history, and what they touched.
    #[serde(flatten)]
    pub taken: Taken,
    /// How many originals came.
    pub originals: u64,
}

/// Takes in what `other`, called `source`, has and `case` lacks. What was taken in stays when it is stopped; the rest comes
/// when it is done again.
///
/// # Errors
/// When `other` is another case and `also_other` does not allow that, one of them can't be read or written, or it was stopped.
pub fn merge(
    case: &mut Case,
    other: &Reader,
    source: &str,
    also_other: bool,
    progress: &Progress,
) -> Result<Merged, CaseError> {
    let incoming = other.outgoing(source, &heads(case)?)?;
    let taken = case.take_in(&incoming, also_other, progress)?;
    let originals = case.take_originals(other, progress)?;
    Ok(Merged { taken, originals })
}

/// What [`merge`] would do. Nothing is changed.
///
/// # Errors
/// As [`merge`].
pub fn foresee(
    case: &Case,
    other: &Reader,
    source: &str,
    also_other: bool,
    progress: &Progress,
) -> Result<Merged, CaseError> {
    let incoming = other.outgoing(source, &heads(case)?)?;
    let taken = case.foresee(&incoming, also_other, progress)?;
    let originals = taken.awaited;
    Ok(Merged { taken, originals })
}

/// What the case has of each device's chain.
fn heads(case: &Case) -> Result<Vec<(String, i64)>, CaseError> {
    let chains = case.reader()?.chains()?;
    Ok(chains
        .into_iter()
        .map(|chain| (chain.device, chain.entries))
        .collect())
}
