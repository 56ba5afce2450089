//! Secrets of a team's store: in the keyring of the laptop's system, never in a case and never in a file of this program.

use keyring::Entry;
use uuid::Uuid;
use zeroize::Zeroizing;

use super::seal::Seal;
use super::{Address, Credentials, TeamError};
use crate::text::tf;

/// Under which name the keyring holds them.
const SERVICE: &str = "witnessmark";

/// The credentials for a bucket: from the environment, as other programs of S3 take them (`AWS_ACCESS_KEY_ID`,
/// `AWS_SECRET_ACCESS_KEY`), else from the keyring. None for a folder.
#[must_use]
pub fn credentials(address: &Address) -> Option<Credentials> {
    // A folder wants none, and the keyring is not asked for them.
    if !address.is_bucket() {
        return None;
    }
    let of_environment = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    if let (Some(key_id), Some(secret)) = (
        of_environment("AWS_ACCESS_KEY_ID"),
        of_environment("AWS_SECRET_ACCESS_KEY"),
    ) {
        return Some(Credentials {
            key_id,
            secret: Zeroizing::new(secret),
        });
    }
    let kept = Zeroizing::new(entry(&of_bucket(address)).ok()?.get_password().ok()?);
    let (key_id, secret) = kept.split_once('\n')?;
    Some(Credentials {
        key_id: key_id.to_owned(),
        secret: Zeroizing::new(secret.to_owned()),
    })
}

/// Keeps the credentials for a bucket in the keyring.
///
/// # Errors
/// When the system has no keyring, or it refuses.
pub fn keep_credentials(address: &Address, credentials: &Credentials) -> Result<(), TeamError> {
    let text = Zeroizing::new(format!("{}\n{}", credentials.key_id, *credentials.secret));
    keep(&of_bucket(address), &text)
}

/// The key of a sealed store: from `WITNESSMARK_TEAM_KEY`, else from the keyring.
#[must_use]
pub fn team_key(store: Uuid) -> Option<Seal> {
    if let Ok(text) = std::env::var("WITNESSMARK_TEAM_KEY") {
        return Seal::parse(&Zeroizing::new(text)).ok();
    }
    let kept = Zeroizing::new(entry(&of_store(store)).ok()?.get_password().ok()?);
    Seal::parse(&kept).ok()
}

/// Keeps the key of a sealed store in the keyring.
///
/// # Errors
/// When the system has no keyring, or it refuses.
pub fn keep_team_key(store: Uuid, seal: &Seal) -> Result<(), TeamError> {
    keep(&of_store(store), &seal.secret())
}

fn of_bucket(address: &Address) -> String {
    let endpoint = address.endpoint.as_deref().unwrap_or("aws");
    format!("{endpoint} {}", address.place)
}

fn of_store(store: Uuid) -> String {
    format!("team {store}")
}

fn entry(name: &str) -> keyring::Result<Entry> {
    Entry::new(SERVICE, name)
}

fn keep(name: &str, secret: &str) -> Result<(), TeamError> {
    entry(name)
        .and_then(|entry| entry.set_password(secret))
        .map_err(|error| {
            let said = [("reason", error.to_string().into())];
            TeamError::Refused(tf("team-keyring-failed", &said))
        })
}
