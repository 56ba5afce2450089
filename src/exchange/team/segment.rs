//! A segment of a laptop's log: what it brought to the store in one go. Written once, signed, never changed.
//!
//! It is a gzip file of lines: a header (JSON), entries as in a package (`docs/package.md`), one a line, chain by chain, and a
//! last line with an SSH signature over everything before it. In a sealed store the gzip file is within an age file.
//! Its name is its number in eight digits, a hyphen, and the SHA-256 of the object as it is stored.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::MultiGzDecoder;
use flate2::write::GzEncoder;
use serde::{Deserialize, Serialize};
use ssh_key::{HashAlg, LineEnding, PrivateKey, PublicKey, SshSig};
use uuid::Uuid;

use super::TeamError;
use crate::case::{IncomingChain, Known};
use crate::exchange::package::chain;
use crate::model::id::Sha256;
use crate::text::{t, tf};

/// The namespace of the signatures, so that one made for something else does not fit.
pub const NAMESPACE: &str = "witnessmark-team";
/// How many bytes an object with one has at most.
pub(super) const MOST: u64 = 256 << 20;
/// The number of this form.
const FORMAT: u64 = 1;

/// What a segment says before its entries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    format: u64,
    /// The store that it was written for.
    pub store: Uuid,
    /// Of which case: the hashes of the entries that began it.
    pub cases: Vec<Sha256>,
    /// The laptop that wrote it: its device in the case.
    pub writer: String,
    /// What the laptop calls itself.
    pub name: String,
    /// Its number in the laptop's log, from 1.
    pub number: u64,
    /// The object with the number before, so that none can be exchanged.
    pub previous: Option<Sha256>,
    /// When it was written, by the laptop's clock.
    pub at: String,
    chains: Vec<Run>,
    /// The originals that lie in the store, as far as this laptop put or found them there since its last segment.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub originals: Vec<OriginalClaim>,
    /// The previews that lie there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub previews: Vec<PreviewClaim>,
}

/// A run of entries of one chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Run {
    device: String,
    name: String,
    entries: usize,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    known: Vec<Known>,
}

/// That an original lies in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OriginalClaim {
    /// Its SHA-256.
    pub sha256: Sha256,
    /// Its size.
    pub bytes: u64,
}

/// That a preview lies in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PreviewClaim {
    /// Of which original.
    pub of: Sha256,
    /// The SHA-256 of the preview's own bytes.
    pub sha256: Sha256,
}

/// A segment.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    /// What it says before its entries.
    pub header: Header,
    /// The entries, each run of them one after the other.
    pub chains: Vec<IncomingChain>,
    /// The fingerprint of the key that signed it.
    pub fingerprint: String,
}

/// What a new segment is to say.
#[derive(Debug, Clone, Default)]
pub(super) struct Draft {
    pub store: Uuid,
    pub cases: Vec<Sha256>,
    pub writer: String,
    pub name: String,
    pub number: u64,
    pub previous: Option<Sha256>,
    pub chains: Vec<IncomingChain>,
    pub originals: Vec<OriginalClaim>,
    pub previews: Vec<PreviewClaim>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Signed {
    signature: String,
}

impl Draft {
    /// The segment, signed, and its bytes.
    pub(super) fn sign(self, key: &PrivateKey) -> Result<(Segment, Vec<u8>), TeamError> {
        let failed =
            |reason: String| TeamError::Refused(tf("team-signing-failed", &[("reason", reason.into())]));
        let runs = self.chains.iter().map(|chain| Run {
            device: chain.device.clone(),
            name: chain.name.clone(),
            entries: chain.entries.len(),
            known: chain.known.clone(),
        });
        let header = Header {
            format: FORMAT,
            store: self.store,
            cases: self.cases,
            writer: self.writer,
            name: self.name,
            number: self.number,
            previous: self.previous,
            at: jiff::Timestamp::now().to_string(),
            chains: runs.collect(),
            originals: self.originals,
            previews: self.previews,
        };
        let mut plain = serde_json::to_vec(&header).map_err(|error| failed(error.to_string()))?;
        plain.push(b'\n');
        for entry in self.chains.iter().flat_map(|chain| &chain.entries) {
            chain::write(entry.clone(), &mut plain).map_err(|error| failed(error.to_string()))?;
        }
        let made = key
            .sign(NAMESPACE, HashAlg::Sha512, &plain)
            .and_then(|made| made.to_pem(LineEnding::LF))
            .map_err(|error| failed(error.to_string()))?;
        serde_json::to_writer(&mut plain, &Signed { signature: made })
            .map_err(|error| failed(error.to_string()))?;
        plain.push(b'\n');
        let mut packed = GzEncoder::new(Vec::new(), Compression::default());
        let bytes = packed
            .write_all(&plain)
            .and_then(|()| packed.finish())
            .map_err(|error| failed(error.to_string()))?;
        let segment = Segment {
            header,
            chains: self.chains,
            fingerprint: key.fingerprint(HashAlg::Sha256).to_string(),
        };
        Ok((segment, bytes))
    }
}

impl Segment {
    /// Reads a segment and checks it in itself: its signature, and that its entries bear the hashes of their words and follow
    /// one another.
    ///
    /// # Errors
    /// A sentence that says what is wrong with it.
    pub fn parse(bytes: &[u8]) -> Result<Self, String> {
        let wrong = || t("team-segment-unreadable").to_owned();
        let mut plain = Vec::new();
        let mut packed = MultiGzDecoder::new(bytes).take(MOST + 1);
        packed.read_to_end(&mut plain).map_err(|_| wrong())?;
        if plain.len() as u64 > MOST || plain.pop() != Some(b'\n') {
            return Err(wrong());
        }
        let last = memchr::memrchr(b'\n', &plain).ok_or_else(wrong)? + 1;
        let (said, signed) = plain.split_at(last);
        let fingerprint = signer(said, signed).ok_or_else(|| t("team-segment-signature").to_owned())?;
        let text = std::str::from_utf8(said).map_err(|_| wrong())?;
        let mut lines = text.lines();
        let first: serde_json::Value =
            serde_json::from_str(lines.next().unwrap_or_default()).map_err(|_| wrong())?;
        match first["format"].as_u64() {
            Some(FORMAT) => (),
            Some(_) => return Err(t("team-newer").to_owned()),
            None => return Err(wrong()),
        }
        let header: Header = serde_json::from_value(first).map_err(|_| wrong())?;
        let mut chains = Vec::with_capacity(header.chains.len());
        for run in &header.chains {
            let mut entries = Vec::new();
            for _ in 0..run.entries {
                let entry = lines.next().and_then(|line| chain::read(line).ok());
                let entry = entry.ok_or_else(wrong)?;
                let follows = entries.last().is_none_or(|before: &crate::case::Entry| {
                    entry.prev_hash == before.hash && entry.device_seq == before.device_seq + 1
                });
                if entry.device != run.device || entry.computed_hash() != entry.hash || !follows {
                    let said = [("entry", entry.device_seq.into())];
                    return Err(tf("merge-entry-changed", &said));
                }
                entries.push(entry);
            }
            chains.push(IncomingChain {
                device: run.device.clone(),
                name: run.name.clone(),
                entries,
                known: run.known.clone(),
            });
        }
        match lines.next() {
            None => Ok(Self {
                header,
                chains,
                fingerprint,
            }),
            Some(_) => Err(wrong()),
        }
    }
}

/// The fingerprint of the key that signed `said`, if the signature fits.
fn signer(said: &[u8], signed: &[u8]) -> Option<String> {
    let signed: Signed = serde_json::from_slice(signed).ok()?;
    let parsed = SshSig::from_pem(&signed.signature).ok()?;
    let key = PublicKey::from(parsed.public_key().clone());
    key.verify(NAMESPACE, said, &parsed).ok()?;
    Some(key.fingerprint(HashAlg::Sha256).to_string())
}

/// The name of an object with a segment.
pub(super) fn name(number: u64, object: &Sha256) -> String {
    format!("{number:08}-{object}")
}

/// The number and the hash that a name tells.
pub(super) fn of_name(name: &str) -> Option<(u64, Sha256)> {
    let (number, hash) = name.split_once('-')?;
    let number: u64 = number.parse().ok()?;
    let hash = hash.parse().ok()?;
    // Only as it is written here, so that a segment has one name.
    (number > 0 && self::name(number, &hash) == name).then_some((number, hash))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ssh_key::Algorithm;

    fn key() -> PrivateKey {
        PrivateKey::random(&mut ssh_key::rand_core::OsRng, Algorithm::Ed25519).unwrap()
    }

    fn draft() -> Draft {
        Draft {
            writer: "laptop".to_owned(),
            number: 1,
            originals: vec![OriginalClaim {
                sha256: Sha256([1; 32]),
                bytes: 7,
            }],
            ..Draft::default()
        }
    }

    fn packed(plain: &[u8]) -> Vec<u8> {
        let mut packed = GzEncoder::new(Vec::new(), Compression::default());
        packed.write_all(plain).unwrap();
        packed.finish().unwrap()
    }

    #[test]
    fn a_segment_comes_back_as_it_was_signed() {
        let key = key();
        let (made, bytes) = draft().sign(&key).unwrap();
        let read = Segment::parse(&bytes).unwrap();
        assert_eq!(read, made);
        assert_eq!(read.fingerprint, key.fingerprint(HashAlg::Sha256).to_string());
    }

    #[test]
    fn one_changed_byte_is_noticed_wherever_it_says_something() {
        let (made, bytes) = draft().sign(&key()).unwrap();
        let mut plain = Vec::new();
        MultiGzDecoder::new(&bytes[..]).read_to_end(&mut plain).unwrap();
        let said = memchr::memrchr(b'\n', &plain[..plain.len() - 1]).unwrap() + 1;
        for place in 0..plain.len() {
            let mut changed = plain.clone();
            changed[place] ^= 1;
            match Segment::parse(&packed(&changed)) {
                Err(_) => (),
                // The armour of a signature has bytes that mean nothing.
                Ok(read) => assert!(place >= said && read == made, "byte {place} of {said}"),
            }
        }
        assert!(Segment::parse(&packed(&plain[..plain.len() / 2])).is_err());
        assert!(Segment::parse(b"").is_err());
    }

    /// Signs lines as a stranger may who has a key of their own, and packs them.
    fn signed(mut plain: Vec<u8>) -> Vec<u8> {
        let made = key().sign(NAMESPACE, HashAlg::Sha512, &plain).unwrap();
        let signature = made.to_pem(LineEnding::LF).unwrap();
        serde_json::to_writer(&mut plain, &Signed { signature }).unwrap();
        plain.push(b'\n');
        packed(&plain)
    }

    /// The lines of a segment with the entries of a small case, without their signature.
    fn lines() -> Vec<u8> {
        let folder = tempfile::tempdir().unwrap();
        let author = crate::settings::Settings::in_memory().author();
        let mut case =
            crate::case::Case::create(&folder.path().join("a.witness"), "Case", author.clone()).unwrap();
        case.keep_backups_in(None);
        let strike = crate::model::Strike::default();
        case.apply(crate::model::Change::Create(strike.into())).unwrap();
        let incoming = case.reader().unwrap().outgoing("", &[]).unwrap();
        let draft = Draft {
            chains: incoming.chains,
            ..draft()
        };
        let (_, bytes) = draft.sign(&key()).unwrap();
        let mut plain = Vec::new();
        MultiGzDecoder::new(&bytes[..]).read_to_end(&mut plain).unwrap();
        let said = memchr::memrchr(b'\n', &plain[..plain.len() - 1]).unwrap() + 1;
        plain.truncate(said);
        plain
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig::with_cases(24))]

        /// Whatever somebody with a key of their own signs is read or refused, and what is read has sound chains.
        #[test]
        fn what_a_stranger_signs_is_read_or_refused(
            changes in proptest::collection::vec((0..usize::MAX, 0..u8::MAX, 0..4u8), 1..6),
        ) {
            let mut plain = lines();
            assert!(Segment::parse(&signed(plain.clone())).is_ok());
            for (place, byte, kind) in changes {
                let place = place % plain.len();
                match kind {
                    0 => plain[place] = byte,
                    1 => plain.insert(place, byte),
                    2 => drop(plain.remove(place)),
                    _ => plain.truncate(place.max(1)),
                }
            }
            if let Ok(segment) = Segment::parse(&signed(plain)) {
                for chain in segment.chains {
                    assert!(chain.entries.iter().all(|entry| entry.computed_hash() == entry.hash));
                }
            }
        }
    }

    #[test]
    fn a_newer_form_is_named_as_such() {
        let (segment, _) = draft().sign(&key()).unwrap();
        let newer = Header {
            format: 2,
            ..segment.header
        };
        let mut plain = serde_json::to_vec(&newer).unwrap();
        plain.push(b'\n');
        assert!(Segment::parse(&signed(plain)).unwrap_err().contains("newer"));
    }

    #[test]
    fn names_are_read_only_as_they_are_written() {
        let hash = Sha256([0xab; 32]);
        assert_eq!(of_name(&name(12, &hash)), Some((12, hash)));
        for wrong in [
            "",
            "12",
            &format!("12-{hash}"),
            &format!("00000000-{hash}"),
            &format!("+0000012-{hash}"),
        ] {
            assert_eq!(of_name(wrong), None, "{wrong}");
        }
        assert_eq!(of_name(&name(123_456_789, &hash)), Some((123_456_789, hash)));
    }
}
