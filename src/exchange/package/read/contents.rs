//! What makes a valid bag a package of ours: nothing but what belongs there, originals that are named by their bytes,
//! records with their originals, and a history that makes these records.

use std::collections::{BTreeMap, BTreeSet};

use super::bag::Bag;
use super::source::{ReadError, Source};
use super::{Progress, Verdict, history, records};
use crate::exchange::package::bag::{
    ALLOWED_SIGNERS, MANIFEST, PUBLIC_KEY, SIGNATURE, TAG_MANIFEST, allowed_signers,
};
use crate::exchange::package::names::{hash_of_original, is_safe};
use crate::exchange::package::{names, schema};
use crate::model::record::RecordKind;
use crate::model::{Photo, Signature};

/// The tag files that a package has.
const TAGS: [&str; 8] = [
    "bagit.txt",
    "bag-info.txt",
    "README.txt",
    MANIFEST,
    TAG_MANIFEST,
    SIGNATURE,
    ALLOWED_SIGNERS,
    PUBLIC_KEY,
];

/// Checks what is in the bag.
pub(super) fn check(
    source: &mut Source,
    bag: &Bag,
    verdict: &mut Verdict,
    progress: &Progress,
) -> Result<(), ReadError> {
    match bag.fact("Witnessmark-Package") {
        Some("1") => {}
        Some(newer) => {
            verdict.fault("bag-info.txt", "package-fault-newer", newer);
            return Ok(());
        }
        None => {
            verdict.fault("bag-info.txt", "package-fault-not-ours", "");
            return Ok(());
        }
    }
    if verdict.cancelled {
        return Ok(());
    }
    layout(source, bag, verdict);
    let history = history::check(source, verdict, progress)?;
    facts(source, bag, history.is_some(), verdict);
    let is_all = bag.fact("Witnessmark-Records") == Some("all");
    let found = {
        // Signatures are judged by the chains before the chains are used up by the records.
        let signatures = signatures_of(source)?;
        if let Some(history) = &history {
            for signature in &signatures {
                let file = format!("data/signatures/{}.txt", signature.id);
                history.judge(&file, signature, verdict);
            }
        }
        records::check(source, history, is_all, verdict, progress)?
    };
    originals(source, bag, &found.photos, verdict);
    signature_files(source, &found.signatures, verdict)?;
    dictionary(source, bag, verdict)
}

/// That every file is one that a package has.
fn layout(source: &Source, bag: &Bag, verdict: &mut Verdict) {
    for name in source.files().keys() {
        let file = name.rsplit('/').next().unwrap_or_default();
        let folder = name.strip_suffix(file).unwrap_or_default();
        let is_record = || {
            let (word, ending) = file.split_once('.').unwrap_or((file, ""));
            let is_kind = RecordKind::from_word(word).is_some();
            is_kind && matches!(ending, "csv" | "jsonl" | "schema.json")
                || matches!(file, "dictionary.csv" | "places.geojson")
        };
        let is_known = match folder {
            "" => TAGS.contains(&file),
            "data/originals/" => hash_of_original(name).is_some(),
            "data/records/" => is_record(),
            // What belongs in these two is compared with the chains and the signatures.
            "data/history/" | "data/signatures/" => true,
            "data/report/" => true,
            _ => false,
        };
        if !is_known || !is_safe(file) {
            verdict.fault(name, "package-fault-foreign", "");
        }
        let is_last = file.starts_with("tagmanifest-");
        if folder.is_empty() && !is_last && !bag.listed_tags.contains(name) {
            verdict.fault(name, "package-fault-unlisted", TAG_MANIFEST);
        }
    }
    for needed in [MANIFEST, TAG_MANIFEST, "README.txt", "bag-info.txt"] {
        if !source.has(needed) {
            verdict.fault(needed, "package-fault-part-missing", "");
        }
    }
}

/// That the facts are stated once and fit what is there.
fn facts(source: &Source, bag: &Bag, has_history: bool, verdict: &mut Verdict) {
    let history = bag.fact("Witnessmark-History");
    let fits = match history {
        Some("all") => has_history,
        Some("none") => !has_history,
        _ => false,
    };
    let is_stated = matches!(bag.fact("Witnessmark-Records"), Some("all" | "selection"));
    if !fits || !is_stated || bag.fact("Payload-Oxum").is_none() || bag.fact("External-Identifier").is_none()
    {
        verdict.fault("bag-info.txt", "package-fault-facts", "");
    }
    if source.has("fetch.txt") {
        verdict.fault("fetch.txt", "package-fault-foreign", "");
    }
    if !has_history {
        verdict.note(".", "package-note-no-history", "");
    }
}

/// That originals are named by their bytes, and that each photo has its own and no other is there.
fn originals(source: &Source, bag: &Bag, photos: &[Photo], verdict: &mut Verdict) {
    let mut found = BTreeMap::new();
    for (name, size) in source.files() {
        let Some(hash) = hash_of_original(name) else {
            continue;
        };
        verdict.originals += 1;
        if bag.hashes.get(name).is_some_and(|made| *made != hash.to_string()) {
            verdict.fault(name, "package-fault-original", "");
        }
        if found.insert(hash, (name.clone(), *size)).is_some() {
            verdict.fault(name, "package-fault-original-twice", "");
        }
    }
    // Two photos may be of one original, where two laptops took the same file in.
    let mut asked = BTreeSet::new();
    for photo in photos {
        asked.insert(photo.sha256);
        match found.get(&photo.sha256) {
            None => verdict.fault(
                &names::original(photo),
                "package-fault-original-missing",
                &photo.file_name,
            ),
            Some((name, size)) if *size != photo.byte_size => {
                verdict.fault(name, "package-fault-size-of-record", photo.byte_size);
            }
            Some(_) => {}
        }
    }
    for (hash, (name, _)) in &found {
        if !asked.contains(hash) {
            verdict.fault(name, "package-fault-original-added", "");
        }
    }
}

/// The signatures that the records state.
fn signatures_of(source: &mut Source) -> Result<Vec<Signature>, ReadError> {
    let mut signatures = Vec::new();
    let file = "data/records/signature.jsonl";
    if source.has(file) {
        // A line that is none is found when the records are checked.
        source.for_each_line(file, |_, line| {
            signatures.extend(serde_json::from_str::<Signature>(line));
            Ok(true)
        })?;
    }
    Ok(signatures)
}

/// That the files for `ssh-keygen` are the signatures of the records, and that there are no others.
fn signature_files(
    source: &mut Source,
    signatures: &[Signature],
    verdict: &mut Verdict,
) -> Result<(), ReadError> {
    let files: Vec<String> = source.files().keys().cloned().collect();
    let mut files: BTreeSet<String> = files
        .into_iter()
        .filter(|name| name.starts_with("data/signatures/"))
        .collect();
    if files.is_empty() && !source.has(super::chain::LIST) {
        return Ok(());
    }
    for signature in signatures {
        let base = format!("data/signatures/{}.txt", signature.id);
        for (name, text) in [
            (format!("{base}.sig"), &signature.signature),
            (base.clone(), &signature.statement),
        ] {
            files.remove(&name);
            if source.text(&name)?.as_deref() != Some(text.as_bytes()) {
                verdict.fault(&name, "package-fault-signature-file", "");
            }
        }
    }
    let signers = "data/signatures/allowed_signers";
    if !signatures.is_empty() {
        files.remove(signers);
        if source.text(signers)?.as_deref() != allowed_signers(signatures).as_deref().map(str::as_bytes) {
            verdict.fault(signers, "package-fault-signature-file", "");
        }
    }
    for file in files {
        verdict.fault(&file, "package-fault-foreign", "");
    }
    Ok(())
}

/// That dictionary and schemas are those of this program, where the same version made them. Those of another version
/// are believed, and said to be.
fn dictionary(source: &mut Source, bag: &Bag, verdict: &mut Verdict) -> Result<(), ReadError> {
    let same = format!("witnessmark {}", env!("CARGO_PKG_VERSION"));
    if bag.fact("Bag-Software-Agent") != Some(&same) {
        verdict.note(
            ".",
            "package-note-other-version",
            bag.fact("Bag-Software-Agent").unwrap_or_default(),
        );
        return Ok(());
    }
    let name = "data/records/dictionary.csv";
    if source.text(name)?.as_deref() != Some(&schema::dictionary()[..]) {
        verdict.fault(name, "package-fault-dictionary", "");
    }
    for kind in RecordKind::ALL {
        let name = format!("data/records/{}.schema.json", kind.word());
        let is = source
            .text(&name)?
            .and_then(|text| serde_json::from_slice::<serde_json::Value>(&text).ok());
        if is.is_some_and(|is| is != schema::of(kind)) {
            verdict.fault(&name, "package-fault-dictionary", "");
        }
    }
    Ok(())
}
