//! Passphrases and keys. A case is encrypted with SQLCipher 4's own settings (AES-256 in CBC mode, HMAC-SHA512 of each
//! page, PBKDF2-HMAC-SHA512 with 256,000 rounds), so that the passphrase opens it in `sqlcipher` too; only the page
//! size (16,384) has to be said there. See <https://www.zetetic.net/sqlcipher/design/>.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;
use std::sync::Arc;

use hmac::{Hmac, KeyInit, Mac};
use rusqlite::Connection;
use sha2::Sha512;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use super::CaseError;

/// The size of a case's pages, in bytes.
pub(super) const PAGE: usize = 16_384;

/// The end of each page of an encrypted file: 16 bytes of initialisation vector and 64 of HMAC.
pub(super) const RESERVE: usize = 80;

/// How an unencrypted SQLite file begins.
pub(super) const PLAIN: &[u8; 16] = b"SQLite format 3\0";

const ROUNDS: u32 = 256_000;

/// A passphrase as a person typed it. It is overwritten in memory when it is no longer needed.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// The passphrase `text`, or `None` when that is empty.
    #[must_use]
    pub fn new(text: impl Into<Zeroizing<String>>) -> Option<Self> {
        let text = text.into();
        (!text.is_empty()).then_some(Self(text))
    }
}

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Passphrase(…)")
    }
}

#[derive(Zeroize, ZeroizeOnDrop)]
struct Secret {
    key: [u8; 32],
    salt: [u8; 16],
}

/// The key of one file. Cheap to clone; overwritten in memory when the last clone goes.
#[derive(Clone)]
pub(super) struct Key(Arc<Secret>);

impl Key {
    /// The key that `passphrase` gives for the file whose first bytes are `salt`.
    pub(super) fn derive(passphrase: &Passphrase, salt: [u8; 16]) -> Self {
        let mut secret = Secret { key: [0; 32], salt };
        pbkdf2::pbkdf2_hmac::<Sha512>(passphrase.0.as_bytes(), &salt, ROUNDS, &mut secret.key);
        Self(Arc::new(secret))
    }

    /// A key for a new file.
    pub(super) fn fresh(passphrase: &Passphrase) -> Self {
        let mut salt = [0; 16];
        // Version 4 UUIDs are the random numbers that the program has anyway; a salt must differ, not be secret.
        salt.copy_from_slice(uuid::Uuid::new_v4().as_bytes());
        Self::derive(passphrase, salt)
    }

    pub(super) fn bytes(&self) -> &[u8; 32] {
        &self.0.key
    }

    /// The key as SQLCipher takes it: `x'...'`, key and salt in hexadecimal.
    pub(super) fn literal(&self) -> Zeroizing<String> {
        use std::fmt::Write;
        // Room for all of it, so that no part is left behind in memory by growing.
        let mut text = Zeroizing::new(String::with_capacity(100));
        text.push_str("x'");
        for byte in self.0.key.iter().chain(&self.0.salt) {
            // Writing to a text can't fail.
            let _ = write!(text, "{byte:02x}");
        }
        text.push('\'');
        text
    }

    /// Unlocks `conn`, before anything is read through it.
    pub(super) fn unlock(&self, conn: &Connection) -> Result<(), CaseError> {
        // Overwrites what SQLite frees; it has to be said before the key.
        let mut sql = Zeroizing::new(String::with_capacity(320));
        sql.push_str("PRAGMA cipher_memory_security = ON; PRAGMA cipher_log_level = NONE; PRAGMA key = \"");
        sql.push_str(&self.literal());
        sql.push('"');
        is_available(conn)?;
        use_page_size(conn)?;
        conn.execute_batch(&sql)?;
        Ok(())
    }

    /// The key of the pages' HMACs: two rounds over the key with the salt's bits turned by 0x3a.
    fn hmac_key(&self) -> Zeroizing<[u8; 32]> {
        let salt = self.0.salt.map(|byte| byte ^ 0x3a);
        let mut key = Zeroizing::new([0; 32]);
        pbkdf2::pbkdf2_hmac::<Sha512>(&self.0.key, &salt, 2, &mut *key);
        key
    }

    /// Whether `page`, the `number`th from 1, is as it was written with this key.
    pub(super) fn fits(&self, page: &[u8], number: u32) -> bool {
        if page.len() != PAGE {
            return false;
        }
        let begin = if number == 1 { 16 } else { 0 };
        let Ok(mut hmac) = Hmac::<Sha512>::new_from_slice(&*self.hmac_key()) else {
            return false;
        };
        hmac.update(&page[begin..PAGE - 64]);
        hmac.update(&number.to_le_bytes());
        hmac.verify_slice(&page[PAGE - 64..]).is_ok()
    }
}

/// That this build can encrypt: without SQLCipher `PRAGMA key` is accepted and does nothing.
pub(super) fn is_available(conn: &Connection) -> Result<(), CaseError> {
    let version = conn.pragma_query_value(None, "cipher_version", |row| row.get::<_, String>(0));
    version.map(drop).map_err(|_| CaseError::NoEncryption)
}

/// Makes SQLCipher expect the pages of a case, in files that are attached too, which it reads at once.
pub(super) fn use_page_size(conn: &Connection) -> Result<(), CaseError> {
    conn.execute_batch("PRAGMA cipher_default_page_size = 16384")?;
    Ok(())
}

/// What the first bytes of a file say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Head {
    /// An SQLite file.
    Plain,
    /// What an encrypted file looks like, with its salt.
    Encrypted([u8; 16]),
    /// Neither.
    Other,
}

/// Looks at the beginning of a file. Only while nothing in this process has the file open: closing it again would
/// end SQLite's own locks (<https://www.sqlite.org/howtocorrupt.html>, section 2.2).
pub(super) fn head(path: &Path) -> Result<Head, CaseError> {
    let error = |source| CaseError::of_io(path, source);
    let mut file = File::open(path).map_err(error)?;
    let mut start = Vec::with_capacity(PAGE);
    (&mut file)
        .take(PAGE as u64)
        .read_to_end(&mut start)
        .map_err(error)?;
    Ok(head_of(&start))
}

pub(super) fn head_of(start: &[u8]) -> Head {
    if start.starts_with(PLAIN) {
        return Head::Plain;
    }
    match start.first_chunk() {
        Some(salt) if start.len() == PAGE && is_random(start) => Head::Encrypted(*salt),
        _ => Head::Other,
    }
}

/// Whether the bytes are spread as evenly as those of a cipher: no byte comes much more often than 1 in 256. Of
/// 16,384 random bytes each value is there 64 times, and 128 of one is eight standard deviations away.
fn is_random(bytes: &[u8]) -> bool {
    let mut counts = [0u32; 256];
    for byte in bytes {
        counts[usize::from(*byte)] += 1;
    }
    counts.iter().all(|count| *count < 128)
}

/// Why the key of a passphrase does not open the file: whether any page was written with it tells a wrong passphrase
/// from damage. When none is, it may be either; the passphrase is the likelier.
pub(super) fn why_shut(path: &Path, key: &Key) -> CaseError {
    match any_page_fits(path, key) {
        Ok(true) => CaseError::Damaged {
            file: path.to_owned(),
            reason: crate::text::t("key-first-page").to_owned(),
        },
        Ok(false) => CaseError::WrongPassphrase(path.to_owned()),
        Err(source) => CaseError::of_io(path, source),
    }
}

fn any_page_fits(path: &Path, key: &Key) -> std::io::Result<bool> {
    let mut file = File::open(path)?;
    let pages = file.metadata()?.len() / PAGE as u64;
    let mut page = vec![0; PAGE];
    // The first pages, and some spread over the rest.
    let spread = (1..=16).map(|part| pages * part / 16);
    for number in (1..=16).chain(spread) {
        if number > pages || number == 0 {
            continue;
        }
        file.seek(SeekFrom::Start((number - 1) * PAGE as u64))?;
        file.read_exact(&mut page)?;
        if u32::try_from(number).is_ok_and(|number| key.fits(&page, number)) {
            return Ok(true);
        }
    }
    Ok(false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_told_apart() {
        let mut plain = PLAIN.to_vec();
        plain.resize(PAGE, 0);
        assert_eq!(head_of(&plain), Head::Plain);
        assert_eq!(head_of(b"short"), Head::Other);
        assert_eq!(
            head_of(&b"words in a text file ".repeat(1000)[..PAGE]),
            Head::Other
        );
        let mut state = 1u64;
        let random: Vec<u8> = (0..PAGE)
            .map(|_| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                (state >> 56) as u8
            })
            .collect();
        assert!(matches!(head_of(&random), Head::Encrypted(_)));
    }

    #[test]
    fn a_passphrase_is_not_shown() {
        let passphrase = Passphrase::new("correct horse".to_owned()).unwrap();
        assert!(!format!("{passphrase:?}").contains("horse"));
        assert_eq!(Passphrase::new(String::new()), None);
    }
}
