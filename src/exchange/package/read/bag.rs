//! Whether it is a whole and valid bag: RFC 8493, and the drafts 0.93 to 0.97 before it. Where the standard leaves a
//! choice, the strict one is taken.

use std::collections::BTreeMap;

use super::manifest::{self, Algorithm, Manifest, lines};
use super::source::{ReadError, Source};
use super::{Progress, Verdict};

/// What a valid bag says of itself.
pub(super) struct Bag {
    /// The facts of `bag-info.txt` in their order.
    pub(super) info: Vec<(String, String)>,
    /// The SHA-256 of every file that was hashed.
    pub(super) hashes: BTreeMap<String, String>,
    /// The files that a tag manifest lists.
    pub(super) listed_tags: Vec<String>,
}

impl Bag {
    /// The one value of a fact; `None` when there is none, or more than one.
    pub(super) fn fact(&self, label: &str) -> Option<&str> {
        let mut found = self
            .info
            .iter()
            .filter(|(name, _)| name.eq_ignore_ascii_case(label));
        match (found.next(), found.next()) {
            (Some((_, value)), None) => Some(value),
            _ => None,
        }
    }
}

/// Checks the bag and hashes all its files. `None` when it is none at all.
pub(super) fn check(
    source: &mut Source,
    verdict: &mut Verdict,
    progress: &Progress,
) -> Result<Option<Bag>, ReadError> {
    let Some(declaration) = source.text("bagit.txt")? else {
        verdict.fault("bagit.txt", "package-fault-no-bag", "");
        return Ok(None);
    };
    let Some((version, encoding)) = declared(&declaration) else {
        verdict.fault("bagit.txt", "package-fault-declaration", "");
        return Ok(None);
    };
    let is_1_0 = version == "1.0";
    if !is_1_0 && !["0.93", "0.94", "0.95", "0.96", "0.97"].contains(&version.as_str()) {
        verdict.fault("bagit.txt", "package-fault-version", &version);
        return Ok(None);
    }
    let Some(encoding) = encoding_rs::Encoding::for_label(encoding.as_bytes()) else {
        verdict.fault("bagit.txt", "package-fault-encoding", &encoding);
        return Ok(None);
    };
    if !source.has_payload_folder {
        verdict.fault("data", "package-fault-no-payload", "");
    }
    let manifests = manifests(source, encoding, is_1_0, verdict)?;
    let hashes = hash_all(source, &manifests, verdict, progress)?;
    compare(source, &manifests, &hashes, is_1_0, verdict);
    let older = !source.has("bag-info.txt") && !is_1_0;
    let facts = if older { "package-info.txt" } else { "bag-info.txt" };
    let info = match source.text(facts)? {
        Some(text) => info(facts, &decode(encoding, &text, facts, verdict), verdict),
        None => Vec::new(),
    };
    check_oxum(source, facts, &info, verdict);
    fetch(source, encoding, verdict)?;
    let tags = manifests.iter().filter(|manifest| !manifest.is_payload);
    Ok(Some(Bag {
        info,
        listed_tags: tags
            .flat_map(|manifest| manifest.hashes.keys().cloned())
            .collect(),
        hashes: hashes
            .into_iter()
            .filter_map(|((name, algorithm), hash)| (algorithm == Algorithm::Sha256).then_some((name, hash)))
            .collect(),
    }))
}

/// The version and the encoding of `bagit.txt`: two lines in this order, without anything else (RFC 8493 §2.1.1).
fn declared(text: &[u8]) -> Option<(String, String)> {
    let text = std::str::from_utf8(text).ok()?;
    let mut lines = lines(text);
    let version = lines.next()?.strip_prefix("BagIt-Version: ")?;
    let encoding = lines.next()?.strip_prefix("Tag-File-Character-Encoding: ")?;
    let is_plain = |value: &str| !value.is_empty() && !value.contains(char::is_whitespace);
    let is_version = version
        .split_once('.')
        .is_some_and(|(major, minor)| [major, minor].iter().all(|part| part.parse::<u16>().is_ok()));
    (lines.next().is_none() && is_version && is_plain(encoding))
        .then(|| (version.to_owned(), encoding.to_owned()))
}

fn decode(
    encoding: &'static encoding_rs::Encoding,
    bytes: &[u8],
    file: &str,
    verdict: &mut Verdict,
) -> String {
    if encoding == encoding_rs::UTF_8 && bytes.starts_with(b"\xef\xbb\xbf") {
        verdict.fault(file, "package-fault-mark", "");
    }
    let (text, _, is_wrong) = encoding.decode(bytes);
    if is_wrong {
        verdict.fault(file, "package-fault-text", encoding.name());
    }
    text.into_owned()
}

fn manifests(
    source: &mut Source,
    encoding: &'static encoding_rs::Encoding,
    is_1_0: bool,
    verdict: &mut Verdict,
) -> Result<Vec<Manifest>, ReadError> {
    let names: Vec<String> = source.files().keys().cloned().collect();
    let mut manifests = Vec::new();
    for name in names {
        let Some((word, is_payload)) = manifest::named(&name) else {
            continue;
        };
        let word = word.to_ascii_lowercase();
        let Some(algorithm) = Algorithm::ALL
            .into_iter()
            .find(|algorithm| algorithm.word() == word)
        else {
            verdict.fault(&name, "package-fault-algorithm", &word);
            continue;
        };
        let text = source.text(&name)?.unwrap_or_default();
        let text = decode(encoding, &text, &name, verdict);
        manifests.push(manifest::parse(
            &name, algorithm, is_payload, &text, is_1_0, verdict,
        ));
    }
    if !manifests.iter().any(|manifest| manifest.is_payload) {
        verdict.fault(".", "package-fault-no-manifest", "");
    }
    Ok(manifests)
}

type Hashes = BTreeMap<(String, Algorithm), String>;

/// Hashes every file by SHA-256 and by what manifests ask for, in one pass.
fn hash_all(
    source: &mut Source,
    manifests: &[Manifest],
    verdict: &mut Verdict,
    progress: &Progress,
) -> Result<Hashes, ReadError> {
    let names: Vec<(String, u64)> = source
        .files()
        .iter()
        .map(|(name, size)| (name.clone(), *size))
        .collect();
    progress.set_total(names.len() as u64);
    let mut hashes = Hashes::new();
    for (name, size) in names {
        progress.wait_while_paused();
        if progress.is_cancelled() {
            verdict.cancelled = true;
            return Ok(hashes);
        }
        let asked = manifests
            .iter()
            .filter(|manifest| manifest.hashes.contains_key(&name));
        let mut algorithms: Vec<Algorithm> = asked.map(|manifest| manifest.algorithm).collect();
        algorithms.push(Algorithm::Sha256);
        algorithms.sort();
        algorithms.dedup();
        let mut hashers: Vec<_> = algorithms.iter().map(|algorithm| algorithm.hasher()).collect();
        let mut bytes = 0;
        let read = source.read(&name, |part| {
            bytes += part.len() as u64;
            hashers.iter_mut().for_each(|hasher| hasher.update(part));
            Ok(())
        });
        verdict.files += 1;
        verdict.bytes += bytes;
        progress.advance(bytes);
        match read {
            Err(error) => verdict.fault(&name, "package-fault-unreadable", error),
            Ok(()) if bytes != size => verdict.fault(&name, "package-fault-size", ""),
            Ok(()) => {
                let made = algorithms.into_iter().zip(hashers);
                hashes.extend(made.map(|(algorithm, hasher)| ((name.clone(), algorithm), hasher.finish())));
            }
        }
    }
    Ok(hashes)
}

/// Compares every manifest with what is there, and what is there with every manifest.
fn compare(source: &Source, manifests: &[Manifest], hashes: &Hashes, is_1_0: bool, verdict: &mut Verdict) {
    if verdict.cancelled {
        return;
    }
    for manifest in manifests {
        for (name, hash) in &manifest.hashes {
            match hashes.get(&(name.clone(), manifest.algorithm)) {
                Some(made) if made == hash => {}
                Some(_) => verdict.fault(name, "package-fault-hash", &manifest.file),
                None if source.has(name) => {}
                None => verdict.fault(name, "package-fault-missing", &manifest.file),
            }
        }
    }
    let payload: Vec<&Manifest> = manifests.iter().filter(|manifest| manifest.is_payload).collect();
    for name in source.files().keys().filter(|name| name.starts_with("data/")) {
        let mut lacking = payload
            .iter()
            .filter(|manifest| !manifest.hashes.contains_key(name));
        let lacks_all = payload.iter().all(|manifest| !manifest.hashes.contains_key(name));
        // From 1.0 on every payload manifest lists every payload file.
        if let Some(manifest) = lacking.next().filter(|_| is_1_0 || lacks_all) {
            verdict.fault(name, "package-fault-unlisted", &manifest.file);
        }
    }
}

/// The facts: a label, a colon and a value a line; a line that begins with a space goes on with the one before.
fn info(file: &str, text: &str, verdict: &mut Verdict) -> Vec<(String, String)> {
    let mut facts: Vec<(String, String)> = Vec::new();
    for line in lines(text) {
        if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = facts.last_mut() {
                value.push(' ');
                value.push_str(line.trim());
                continue;
            }
        } else if let Some((label, value)) = line.split_once(':')
            && !label.trim().is_empty()
        {
            facts.push((label.trim_end().to_owned(), value.trim().to_owned()));
            continue;
        }
        verdict.fault(
            file,
            "package-fault-line",
            line.chars().take(80).collect::<String>(),
        );
    }
    facts
}

fn check_oxum(source: &Source, file: &str, info: &[(String, String)], verdict: &mut Verdict) {
    let stated = info
        .iter()
        .filter(|(label, _)| label.eq_ignore_ascii_case("Payload-Oxum"));
    let stated: Vec<&str> = stated.map(|(_, value)| value.as_str()).collect();
    let payload = source
        .files()
        .iter()
        .filter(|(name, _)| name.starts_with("data/"));
    let (bytes, count) = payload.fold((0, 0), |(bytes, count), (_, size)| (bytes + size, count + 1));
    match stated[..] {
        [] => {}
        [one] if one == format!("{bytes}.{count}") => {}
        _ => verdict.fault(file, "package-fault-oxum", format!("{bytes}.{count}")),
    }
}

/// Files that would have to be fetched are not: what is not there is missing.
fn fetch(
    source: &mut Source,
    encoding: &'static encoding_rs::Encoding,
    verdict: &mut Verdict,
) -> Result<(), ReadError> {
    let Some(text) = source.text("fetch.txt")? else {
        return Ok(());
    };
    for line in lines(&decode(encoding, &text, "fetch.txt", verdict)) {
        let parts: Vec<&str> = line.splitn(3, [' ', '\t']).collect();
        match parts[..] {
            [_, size, path] if size == "-" || size.parse::<u64>().is_ok() => {
                let path = path.trim_start();
                if !super::source::is_within(path) {
                    verdict.fault("fetch.txt", "package-fault-escapes", path);
                } else if path.starts_with("data/") && !source.has(path) {
                    verdict.fault(path, "package-fault-fetch", "");
                }
            }
            _ => verdict.fault(
                "fetch.txt",
                "package-fault-line",
                line.chars().take(80).collect::<String>(),
            ),
        }
    }
    Ok(())
}
