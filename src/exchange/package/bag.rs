//! What makes a folder a bag ([RFC 8493](https://www.rfc-editor.org/rfc/rfc8493)): the declaration, the facts, the
//! manifests, and the signature over them.
//!
//! The signature is of `tagmanifest-sha256.txt`, which has the hash of every tag file and of the manifest, which has
//! those of every payload file: one signature covers all. The signature's file can't be in it, being made after it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use ssh_key::{HashAlg, LineEnding, PrivateKey, PublicKey, SshSig};

use super::PackageError;
use super::sink::Written;
use crate::case::SIGNATURE_NAMESPACE;
use crate::model::Signature;

/// The declaration.
pub(super) const BAGIT: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
/// The manifest of the payload.
pub(super) const MANIFEST: &str = "manifest-sha256.txt";
/// The manifest of the tag files.
pub(super) const TAG_MANIFEST: &str = "tagmanifest-sha256.txt";
/// The signature of the manifest of the tag files.
pub(super) const SIGNATURE: &str = "tagmanifest-sha256.txt.sig";
/// Who may have signed, in the form that `ssh-keygen -Y verify -f` takes.
pub(super) const ALLOWED_SIGNERS: &str = "allowed_signers";
/// The public key of the signature.
pub(super) const PUBLIC_KEY: &str = "signing-key.pub";
/// Who the signer is to `ssh-keygen -Y verify -I`.
pub(super) const PRINCIPAL: &str = "witnessmark";

/// A manifest of the files that are, or are not, payload.
pub(super) fn manifest(files: &BTreeMap<String, Written>, payload: bool) -> String {
    let mut text = String::new();
    for (name, written) in files {
        if name.starts_with("data/") == payload {
            // Writing into a text can't fail.
            let _ = writeln!(text, "{}  {name}", written.sha256);
        }
    }
    text
}

/// The sum of the payload: bytes and files (RFC 8493 §2.2.2).
pub(super) fn oxum(files: &BTreeMap<String, Written>) -> (u64, u64) {
    let payload = files.iter().filter(|(name, _)| name.starts_with("data/"));
    payload.fold((0, 0), |(bytes, count), (_, written)| {
        (bytes + written.bytes, count + 1)
    })
}

/// A value of `bag-info.txt`, which is one line.
pub(super) fn value(text: &str) -> String {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || c.is_control())
        .collect();
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// A line of an allowed-signers file for a public key in its OpenSSH form.
pub(super) fn allowed(public: &str) -> String {
    let key: Vec<&str> = public.split_whitespace().take(2).collect();
    format!(
        "{PRINCIPAL} namespaces=\"{SIGNATURE_NAMESPACE}\" {}\n",
        key.join(" ")
    )
}

/// The allowed-signers file of signatures; `None` when one of them is none.
pub(super) fn allowed_signers(signatures: &[Signature]) -> Option<String> {
    let mut signers = BTreeSet::new();
    for signature in signatures {
        let parsed = SshSig::from_pem(&signature.signature).ok()?;
        let public = PublicKey::from(parsed.public_key().clone()).to_openssh().ok()?;
        signers.insert(allowed(&public));
    }
    Some(signers.into_iter().collect())
}

/// The signature of a text, in its armoured form.
///
/// # Errors
/// When the key can't sign.
pub(super) fn sign(key: &PrivateKey, text: &str) -> Result<String, PackageError> {
    key.sign(SIGNATURE_NAMESPACE, HashAlg::Sha512, text.as_bytes())
        .and_then(|made| made.to_pem(LineEnding::LF))
        .map_err(|error| PackageError::Signing(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_of_the_facts_is_one_line_whatever_a_title_holds() {
        assert_eq!(
            value(" Kyiv\r\nPayload-Oxum: 1.1\t\u{85}x "),
            "Kyiv Payload-Oxum: 1.1 x"
        );
    }

    #[test]
    fn a_signer_is_allowed_by_the_key_alone_whatever_its_comment_says() {
        let line = allowed("ssh-ed25519 AAAA evil\nother");
        assert_eq!(line, "witnessmark namespaces=\"witnessmark\" ssh-ed25519 AAAA\n");
    }
}
