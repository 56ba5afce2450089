//! Names that can't be mixed up: one type for the id of each kind of record, and the SHA-256 of an original.
//!
//! Ids are [UUIDv7](https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-7): unique without a server, and
//! in the order of creation on one device. What several devices would make alike, a photo of the same bytes or a tag of
//! the same name, has an id that is made from that.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use uuid::Uuid;

/// A text that is not an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", crate::text::tf("model-not-an-id", &[("text", self.0.as_str().into())]))]
pub struct NotAnId(pub String);

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// A new id, later in order than every id made before it on this device.
            #[must_use]
            pub fn new() -> Self {
                Self(Uuid::now_v7())
            }

            /// The id that every device gives what has this hash
            /// ([UUIDv8](https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-8)): two that make the same record
            /// without knowing of each other make one.
            #[must_use]
            pub fn from_hash(hash: &Sha256) -> Self {
                let mut start = [0; 16];
                start.copy_from_slice(&hash.0[..16]);
                Self(Uuid::new_v8(start))
            }

            /// The id that is always the same for the same `name`: for records that the program itself
            /// brings along (the demonstration case).
            #[must_use]
            pub fn fixed(number: u128) -> Self {
                Self(Uuid::from_u128(number))
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self::new()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                Uuid::parse_str(text).map(Self).map_err(|_| NotAnId(text.to_owned()))
            }
        }
    )*};
}

ids! {
    /// Names a strike.
    StrikeId;
    /// Names a weapon.
    WeaponId;
    /// Names a component.
    ComponentId;
    /// Names a photo: the record, not its bytes (these are named by [`Sha256`]).
    PhotoId;
    /// Names a marking.
    MarkingId;
    /// Names a region of a photo.
    RegionId;
    /// Names a transcription.
    TranscriptionId;
    /// Names a finding.
    FindingId;
    /// Names a tag.
    TagId;
    /// Names a handover.
    CustodyId;
    /// Names a signature.
    SignatureId;
    /// Names a photo set.
    PhotoSetId;
    /// Names a smart album.
    AlbumId;
    /// Names a measurement.
    MeasurementId;
    /// Names a symbol.
    SymbolId;
    /// Names a file of rules.
    RuleFileId;
    /// Names a checklist.
    ChecklistId;
    /// Names a redaction.
    RedactionId;
    /// Names a publication.
    PublicationId;
    /// Names a merge.
    MergeId;
}

/// The SHA-256 ([FIPS 180-4](https://csrc.nist.gov/pubs/fips/180-4/upd1/final)) of an original's bytes: its name in the case.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Sha256(pub [u8; 32]);

impl fmt::Display for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Sha256 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sha256({self})")
    }
}

impl FromStr for Sha256 {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let wrong = || NotAnId(text.to_owned());
        if text.len() != 64 || !text.is_ascii() {
            return Err(wrong());
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
            let pair = std::str::from_utf8(pair).map_err(|_| wrong())?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| wrong())?;
        }
        Ok(Self(bytes))
    }
}

impl Serialize for Sha256 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl schemars::JsonSchema for Sha256 {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Sha256".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[0-9a-f]{64}$" })
    }
}

impl<'de> Deserialize<'de> for Sha256 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_reads_back_from_its_hex_form() {
        let hash = Sha256([0xab; 32]);
        assert_eq!(hash.to_string().parse(), Ok(hash));
        assert!("zz".repeat(32).parse::<Sha256>().is_err());
        assert!("é".repeat(32).parse::<Sha256>().is_err());
    }

    #[test]
    fn ids_come_in_order() {
        let (a, b) = (PhotoId::new(), PhotoId::new());
        assert!(a < b);
        assert_eq!(a.to_string().parse(), Ok(a));
    }
}
