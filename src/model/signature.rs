//! A signature: someone's word that a device's history was exactly this up to here.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::id::{Sha256, SignatureId};

/// A signed head of a device's chain, in the SSH signature format
/// ([PROTOCOL.sshsig](https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.sshsig)), so that anyone can
/// check it with `ssh-keygen -Y verify` and without this program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Signature {
    /// Its id.
    pub id: SignatureId,
    /// The device whose chain it is.
    pub device: String,
    /// How many entries of that chain it covers.
    pub device_seq: u64,
    /// The hash of the last of them.
    pub head: Sha256,
    /// The text that was signed, byte for byte.
    pub statement: String,
    /// The signature, in its armoured form.
    pub signature: String,
    /// The SHA-256 fingerprint of the public key, as `ssh-keygen -l` shows it.
    pub key_fingerprint: String,
    /// Who signed.
    pub by: String,
    /// When.
    pub at: Timestamp,
}

impl Default for Signature {
    fn default() -> Self {
        Self {
            id: SignatureId::new(),
            device: String::new(),
            device_seq: 0,
            head: Sha256([0; 32]),
            statement: String::new(),
            signature: String::new(),
            key_fingerprint: String::new(),
            by: String::new(),
            at: Timestamp::UNIX_EPOCH,
        }
    }
}
