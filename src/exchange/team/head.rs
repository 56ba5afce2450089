//! The one object that says what the rest is: of which case, and whether it is sealed. Written once, when the store is founded.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256 as Hasher};
use uuid::Uuid;

use super::TeamError;
use super::seal::Seal;
use crate::model::id::Sha256;
use crate::text::t;

/// Where it lies.
pub(super) const NAME: &str = "witnessmark-team.json";
/// How many bytes it has at most.
pub(super) const MOST: u64 = 64 << 10;
/// The number of this form of a store.
const FORMAT: u64 = 1;

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Head {
    format: u64,
    /// The store's id.
    pub(super) store: Uuid,
    /// Of which case it is, for those who have the case: the hash of the store's id with the case's first entry.
    cases: Vec<Sha256>,
    /// Where everything else is sealed: for whom, an age recipient.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) recipient: Option<String>,
}

impl Head {
    pub(super) fn new(beginnings: &[Sha256], seal: Option<&Seal>) -> Self {
        let store = Uuid::now_v7();
        Self {
            format: FORMAT,
            store,
            cases: beginnings.iter().map(|first| mark(store, first)).collect(),
            recipient: seal.map(Seal::recipient),
        }
    }

    pub(super) fn parse(bytes: &[u8]) -> Result<Self, TeamError> {
        let refused = |key: &str| TeamError::Refused(t(key).to_owned());
        let value: serde_json::Value =
            serde_json::from_slice(bytes).map_err(|_| refused("team-head-unreadable"))?;
        match value["format"].as_u64() {
            Some(FORMAT) => serde_json::from_value(value).map_err(|_| refused("team-head-unreadable")),
            Some(_) => Err(refused("team-newer")),
            None => Err(refused("team-head-unreadable")),
        }
    }

    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    pub(super) fn is_of(&self, beginnings: &[Sha256]) -> bool {
        beginnings
            .iter()
            .any(|first| self.cases.contains(&mark(self.store, first)))
    }
}

fn mark(store: Uuid, first: &Sha256) -> Sha256 {
    let hasher = Hasher::new()
        .chain_update(b"witnessmark team case 1")
        .chain_update(store.as_bytes())
        .chain_update(first.0);
    Sha256(hasher.finalize().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_knows_its_case_and_tells_it_to_nobody_else() {
        let first = Sha256([7; 32]);
        let head = Head::new(&[first], None);
        let text = String::from_utf8(head.to_bytes()).unwrap();
        assert!(!text.contains(&first.to_string()));
        let read = Head::parse(text.as_bytes()).unwrap();
        assert_eq!(read, head);
        assert!(read.is_of(&[Sha256([1; 32]), first]));
        assert!(!read.is_of(&[Sha256([1; 32])]));
        let newer = text.replace("\"format\": 1", "\"format\": 2");
        assert!(
            Head::parse(newer.as_bytes())
                .unwrap_err()
                .to_string()
                .contains("newer")
        );
        assert!(Head::parse(b"{}").is_err());
    }
}
