//! Sealing: with one key that the team shares, so that whoever owns the place of the store reads nothing.
//!
//! Objects are [age](https://age-encryption.org/v1) files for one X25519 recipient; the `age` command opens them too.
//! Their names are HMAC-SHA256 of the hash under the team's key.

use age::secrecy::ExposeSecret;
use age::x25519::Identity;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256 as Hasher;
use zeroize::Zeroizing;

use super::TeamError;
use crate::model::id::Sha256;
use crate::text::{t, tf};

/// The key that the team shares.
#[derive(Clone)]
pub struct Seal(Identity);

impl Seal {
    /// A new key.
    #[must_use]
    pub fn new() -> Self {
        Self(Identity::generate())
    }

    /// The key that a text holds: an age identity, `AGE-SECRET-KEY-1…`, on a line of its own.
    ///
    /// # Errors
    /// When there is none in it.
    pub fn parse(text: &str) -> Result<Self, TeamError> {
        let lines = text.lines().map(str::trim);
        let mut keys = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
        keys.next()
            .and_then(|line| line.parse().ok())
            .map(Self)
            .ok_or_else(|| TeamError::Refused(t("team-key-unreadable").to_owned()))
    }

    /// The key as text, to be kept in a keyring or handed to a colleague.
    #[must_use]
    pub fn secret(&self) -> Zeroizing<String> {
        Zeroizing::new(self.0.to_string().expose_secret().to_owned())
    }

    /// For whom it is sealed: what everybody may know.
    #[must_use]
    pub fn recipient(&self) -> String {
        self.0.to_public().to_string()
    }

    pub(super) fn seal(&self, bytes: &[u8]) -> Result<Vec<u8>, TeamError> {
        age::encrypt(&self.0.to_public(), bytes).map_err(|error| {
            let said = [("reason", error.to_string().into())];
            TeamError::Refused(tf("team-sealing-failed", &said))
        })
    }

    pub(super) fn open(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        age::decrypt(&self.0, bytes).ok()
    }

    /// The name of what has this hash.
    pub(super) fn name(&self, hash: &Sha256) -> Sha256 {
        let secret = self.secret();
        let mut keyed = match Hmac::<Hasher>::new_from_slice(secret.as_bytes()) {
            Ok(keyed) => keyed,
            Err(_) => unreachable!("HMAC takes keys of any length"),
        };
        keyed.update(b"witnessmark team name 1");
        keyed.update(&hash.0);
        Sha256(keyed.finalize().into_bytes().into())
    }
}

impl Default for Seal {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_with_the_same_key_only() {
        let (seal, other) = (Seal::new(), Seal::new());
        let sealed = seal.seal(b"113").unwrap();
        assert!(sealed.starts_with(b"age-encryption.org/v1"));
        assert_eq!(seal.open(&sealed).unwrap(), b"113");
        assert!(other.open(&sealed).is_none());
        let mut changed = sealed.clone();
        *changed.last_mut().unwrap() ^= 1;
        assert!(seal.open(&changed).is_none());
        let again = Seal::parse(&format!("# the team's key\n\n{}\n", *seal.secret())).unwrap();
        assert_eq!(again.open(&sealed).unwrap(), b"113");
        assert_eq!(again.recipient(), seal.recipient());
        assert!(Seal::parse("nothing").is_err());
    }

    #[test]
    fn names_are_the_teams_own_and_stay() {
        let (seal, other) = (Seal::new(), Seal::new());
        let hash = Sha256([3; 32]);
        assert_eq!(seal.name(&hash), seal.clone().name(&hash));
        assert_ne!(seal.name(&hash), hash);
        assert_ne!(seal.name(&hash), other.name(&hash));
        assert_ne!(seal.name(&hash), seal.name(&Sha256([4; 32])));
    }
}
