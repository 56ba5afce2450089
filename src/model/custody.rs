//! Custody: where a physical piece was and who held it, handover by handover.

use serde::{Deserialize, Serialize};

use super::id::{ComponentId, CustodyId, PhotoId};
use super::when::Edtf;

/// One handover of a component from someone to someone. The pieces of the chain follow the Berkeley Protocol on
/// Digital Open Source Investigations (OHCHR, 2022) and the traceability rules of UNODC: who, when, where, why, on
/// whose authority, under which seal, in what condition, and with what proof.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Custody {
    /// Its id.
    pub id: CustodyId,
    /// The component that was handed over.
    pub component: ComponentId,
    /// Who gave it away; unknown or nobody at the first finding.
    pub handed_over_by: Option<String>,
    /// Who took it.
    pub received_by: Option<String>,
    /// When.
    pub at: Option<Edtf>,
    /// Where, in words.
    pub place_name: Option<String>,
    /// What for: storage, examination, transport, return.
    pub purpose: Option<String>,
    /// On whose authority or with whose consent.
    pub authority: Option<String>,
    /// The number of the seal as it was found, before it was opened.
    pub seal_before: Option<String>,
    /// The number of the seal that was put on.
    pub seal_after: Option<String>,
    /// The piece's condition in words.
    pub condition: Option<String>,
    /// A photo or scan of the signed receipt.
    pub proof_photo: Option<PhotoId>,
    /// Anything else, such as the explanation of a gap.
    pub notes: String,
}

impl Custody {
    /// A handover of `component` of which nothing else is known yet.
    #[must_use]
    pub fn of(component: ComponentId) -> Self {
        Self {
            component,
            ..Self::default()
        }
    }
}

/// Whether two handovers that follow each other leave a gap: the one who gives is not the one who took, or the seal
/// that was found is not the one that was put on. What is not stated on both sides is no gap.
#[must_use]
pub fn is_gap(earlier: &Custody, later: &Custody) -> bool {
    let differ = |one: &Option<String>, other: &Option<String>| match (one, other) {
        (Some(one), Some(other)) => one.trim().to_lowercase() != other.trim().to_lowercase(),
        _ => false,
    };
    differ(&earlier.received_by, &later.handed_over_by) || differ(&earlier.seal_after, &later.seal_before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_is_where_the_hands_or_the_seals_do_not_meet() {
        let text = |text: &str| Some(text.to_owned());
        let first = Custody {
            received_by: text("Olha"),
            seal_after: text("A-17"),
            ..Custody::default()
        };
        let next = |by: Option<String>, seal: Option<String>| Custody {
            handed_over_by: by,
            seal_before: seal,
            ..Custody::default()
        };
        assert!(!is_gap(&first, &next(text("olha "), text("A-17"))));
        assert!(is_gap(&first, &next(text("Petro"), None)));
        assert!(is_gap(&first, &next(text("Olha"), text("A-18"))));
        assert!(!is_gap(&first, &next(None, None)));
    }
}
