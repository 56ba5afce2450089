//! The signature that covers all: of the manifest of the tag files, which has the hash of the payload's manifest.

use ssh_key::{HashAlg, PublicKey, SshSig};

use super::Verdict;
use super::bag::Bag;
use super::source::{ReadError, Source};
use crate::case::SIGNATURE_NAMESPACE;
use crate::exchange::package::bag::{ALLOWED_SIGNERS, PUBLIC_KEY, SIGNATURE, TAG_MANIFEST, allowed};

/// Checks the signature, and that it is of `signer` if one is asked for.
pub(super) fn check(
    source: &mut Source,
    bag: &Bag,
    signer: Option<&str>,
    verdict: &mut Verdict,
) -> Result<(), ReadError> {
    let stated = bag.fact("Witnessmark-Signed-By").map(str::to_owned);
    let Some(text) = source.text(SIGNATURE)? else {
        if stated.is_some() || source.has(ALLOWED_SIGNERS) || source.has(PUBLIC_KEY) {
            verdict.fault(SIGNATURE, "package-fault-signature-missing", "");
        } else if signer.is_none() {
            verdict.note(".", "package-note-unsigned", "");
        }
        if signer.is_some() {
            verdict.fault(SIGNATURE, "package-fault-signature-missing", "");
        }
        return Ok(());
    };
    let signed = source.text(TAG_MANIFEST)?.unwrap_or_default();
    let parsed = SshSig::from_pem(&text).ok();
    let key = parsed
        .as_ref()
        .map(|parsed| PublicKey::from(parsed.public_key().clone()));
    let (Some(parsed), Some(key)) = (parsed, key) else {
        verdict.fault(SIGNATURE, "package-fault-signature", "");
        return Ok(());
    };
    if key.verify(SIGNATURE_NAMESPACE, &signed, &parsed).is_err() {
        verdict.fault(SIGNATURE, "package-fault-signature", "");
        return Ok(());
    }
    let fingerprint = key.fingerprint(HashAlg::Sha256).to_string();
    if stated.as_deref() != Some(&fingerprint) {
        verdict.fault("bag-info.txt", "package-fault-signer", &fingerprint);
    }
    let public = key.to_openssh().unwrap_or_default();
    let allowed = allowed(&public);
    if source.text(ALLOWED_SIGNERS)?.as_deref() != Some(allowed.as_bytes()) {
        verdict.fault(ALLOWED_SIGNERS, "package-fault-signer", &fingerprint);
    }
    let beside = source.text(PUBLIC_KEY)?.unwrap_or_default();
    let beside = String::from_utf8_lossy(&beside).parse::<PublicKey>().ok();
    if beside.map(|beside| beside.key_data().clone()) != Some(key.key_data().clone()) {
        verdict.fault(PUBLIC_KEY, "package-fault-signer", &fingerprint);
    }
    if signer.is_some_and(|signer| signer != fingerprint) {
        verdict.fault(SIGNATURE, "package-fault-other-signer", &fingerprint);
    }
    verdict.signed_by = Some(fingerprint);
    Ok(())
}
