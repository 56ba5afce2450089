//! Heads of chains, and signatures of them.
//!
//! The statement that is signed is a few lines of text with the head of one device's chain, computed from the entries
//! themselves. Whoever has the case computes it again, with this program or a script of their own, and checks it with
//! `ssh-keygen -Y verify -n witnessmark`: a changed byte in any entry gives another head, and the signature fails.

use jiff::Timestamp;
use ssh_key::{HashAlg, LineEnding, PrivateKey, SshSig};

use super::history::{self, Entry};
use super::{Applied, Case, CaseError, Reader};
use crate::model::id::Sha256;
use crate::model::{Change, Signature};
use crate::text::t;

/// The namespace of the signatures, so that one made for something else does not fit.
pub const NAMESPACE: &str = "witnessmark";

/// The head of a device's chain, computed from its entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The case: the hash of its first entry.
    pub case: Sha256,
    /// The device.
    pub device: String,
    /// How many entries the chain has up to here.
    pub entries: u64,
    /// The hash of the last of them.
    pub hash: Sha256,
}

impl Head {
    /// The text that is signed: lines that end with a line feed.
    #[must_use]
    pub fn statement(&self) -> String {
        format!(
            "witnessmark chain head 1\ncase {}\ndevice {}\nentries {}\nhead {}\n",
            self.case, self.device, self.entries, self.hash
        )
    }
}

impl Reader {
    /// The heads of the chains of all devices, in the order of their first entries. Every entry is hashed.
    ///
    /// # Errors
    /// When an entry does not bear the hash of its bytes, or does not follow from the one before.
    pub fn heads(&self) -> Result<Vec<Head>, CaseError> {
        self.heads_until(|_| true)
    }

    /// The head of the chain of `device` as it was after `entries` entries, `None` when it has fewer.
    ///
    /// # Errors
    /// As [`Reader::heads`].
    pub fn head(&self, device: &str, entries: u64) -> Result<Option<Head>, CaseError> {
        let within = |entry: &Entry| entry.device != device || entry.device_seq.unsigned_abs() <= entries;
        let heads = self.heads_until(within)?;
        Ok(heads
            .into_iter()
            .find(|head| head.device == device && head.entries == entries))
    }

    fn heads_until(&self, within: impl Fn(&Entry) -> bool) -> Result<Vec<Head>, CaseError> {
        let mut heads: Vec<Head> = Vec::new();
        let mut case = None;
        history::for_each(&self.conn, |entry| {
            let place = match heads.iter().position(|head| head.device == entry.device) {
                Some(place) => place,
                None => {
                    heads.push(Head {
                        case: *case.get_or_insert(entry.hash),
                        device: entry.device.clone(),
                        entries: 0,
                        hash: Sha256([0; 32]),
                    });
                    heads.len() - 1
                }
            };
            if !within(&entry) {
                return Ok(());
            }
            let head = &mut heads[place];
            let follows = entry.prev_hash == head.hash && entry.device_seq.unsigned_abs() == head.entries + 1;
            if !follows || entry.computed_hash() != entry.hash {
                return Err(CaseError::History {
                    seq: entry.seq,
                    reason: t("backup-entry-changed").to_owned(),
                });
            }
            head.entries += 1;
            head.hash = entry.hash;
            Ok(())
        })?;
        heads.retain(|head| head.entries > 0);
        Ok(heads)
    }

    /// All signatures that the case holds, oldest first.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn signatures(&self) -> Result<Vec<Signature>, CaseError> {
        self.all()
    }
}

impl Case {
    /// Signs the head of this device's chain and keeps the signature in the case.
    ///
    /// # Errors
    /// When the history is not sound, this device has no entry yet, or the key can't sign.
    pub fn sign(&mut self, key: &PrivateKey) -> Result<(Signature, Applied), CaseError> {
        let heads = self.reader()?.heads()?;
        let Some(head) = heads.into_iter().find(|head| head.device == self.author.device) else {
            return Err(CaseError::Signing(t("sign-no-entries").to_owned()));
        };
        let statement = head.statement();
        let failed = |error: ssh_key::Error| CaseError::Signing(error.to_string());
        let made = key
            .sign(NAMESPACE, HashAlg::Sha512, statement.as_bytes())
            .map_err(failed)?;
        let signature = Signature {
            device: head.device,
            device_seq: head.entries,
            head: head.hash,
            statement,
            signature: made.to_pem(LineEnding::LF).map_err(failed)?,
            key_fingerprint: key.fingerprint(HashAlg::Sha256).to_string(),
            by: self.author.person.clone(),
            at: Timestamp::now(),
            ..Signature::default()
        };
        let applied = self.apply(Change::Create(signature.clone().into()))?;
        Ok((signature, applied))
    }
}

/// That a signature fits its own statement and names the key that made it. Whether the key is anyone's is not asked.
///
/// # Errors
/// When it does not.
pub fn check(signature: &Signature) -> Result<(), CaseError> {
    let failed = |error: ssh_key::Error| CaseError::Signing(error.to_string());
    let parsed = SshSig::from_pem(&signature.signature).map_err(failed)?;
    let key = ssh_key::PublicKey::from(parsed.public_key().clone());
    key.verify(NAMESPACE, signature.statement.as_bytes(), &parsed)
        .map_err(failed)?;
    let says = |line: String| signature.statement.lines().any(|other| other == line);
    let fits = key.fingerprint(HashAlg::Sha256).to_string() == signature.key_fingerprint
        && says(format!("device {}", signature.device))
        && says(format!("entries {}", signature.device_seq))
        && says(format!("head {}", signature.head));
    if fits {
        Ok(())
    } else {
        Err(CaseError::Signing(t("sign-other-statement").to_owned()))
    }
}
