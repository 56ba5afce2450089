//! Manifests of bags: a hash and a path a line (RFC 8493 §2.1.3).

use std::collections::BTreeMap;

use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha224, Sha256, Sha384, Sha512};

use super::Verdict;
use super::source::is_within;

/// The algorithms by which bags name their files' hashes. MD5 and SHA-1 are for bags of others: anyone can make two
/// files with the same one of these.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Algorithm {
    Md5,
    Sha1,
    Sha224,
    Sha256,
    Sha384,
    Sha512,
}

/// A hash that is being computed.
pub(super) enum Hasher {
    Md5(Md5),
    Sha1(Sha1),
    Sha224(Sha224),
    Sha256(Sha256),
    Sha384(Sha384),
    Sha512(Sha512),
}

impl Algorithm {
    pub(super) const ALL: [Self; 6] = [
        Self::Md5,
        Self::Sha1,
        Self::Sha224,
        Self::Sha256,
        Self::Sha384,
        Self::Sha512,
    ];

    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Md5 => "md5",
            Self::Sha1 => "sha1",
            Self::Sha224 => "sha224",
            Self::Sha256 => "sha256",
            Self::Sha384 => "sha384",
            Self::Sha512 => "sha512",
        }
    }

    /// How many hexadecimal digits a hash has.
    const fn digits(self) -> usize {
        match self {
            Self::Md5 => 32,
            Self::Sha1 => 40,
            Self::Sha224 => 56,
            Self::Sha256 => 64,
            Self::Sha384 => 96,
            Self::Sha512 => 128,
        }
    }

    pub(super) fn hasher(self) -> Hasher {
        match self {
            Self::Md5 => Hasher::Md5(Md5::new()),
            Self::Sha1 => Hasher::Sha1(Sha1::new()),
            Self::Sha224 => Hasher::Sha224(Sha224::new()),
            Self::Sha256 => Hasher::Sha256(Sha256::new()),
            Self::Sha384 => Hasher::Sha384(Sha384::new()),
            Self::Sha512 => Hasher::Sha512(Sha512::new()),
        }
    }
}

impl Hasher {
    pub(super) fn update(&mut self, part: &[u8]) {
        match self {
            Self::Md5(hasher) => hasher.update(part),
            Self::Sha1(hasher) => hasher.update(part),
            Self::Sha224(hasher) => hasher.update(part),
            Self::Sha256(hasher) => hasher.update(part),
            Self::Sha384(hasher) => hasher.update(part),
            Self::Sha512(hasher) => hasher.update(part),
        }
    }

    /// The hash in lower-case hexadecimal digits.
    pub(super) fn finish(self) -> String {
        fn hex(bytes: &[u8]) -> String {
            bytes.iter().map(|byte| format!("{byte:02x}")).collect()
        }
        match self {
            Self::Md5(hasher) => hex(&hasher.finalize()),
            Self::Sha1(hasher) => hex(&hasher.finalize()),
            Self::Sha224(hasher) => hex(&hasher.finalize()),
            Self::Sha256(hasher) => hex(&hasher.finalize()),
            Self::Sha384(hasher) => hex(&hasher.finalize()),
            Self::Sha512(hasher) => hex(&hasher.finalize()),
        }
    }
}

/// The manifest's algorithm that a file's name states, and whether it is of the payload.
pub(super) fn named(file: &str) -> Option<(&str, bool)> {
    let word = file.strip_suffix(".txt")?;
    word.strip_prefix("manifest-")
        .map(|word| (word, true))
        .or_else(|| Some((word.strip_prefix("tagmanifest-")?, false)))
}

/// A manifest.
pub(super) struct Manifest {
    pub(super) file: String,
    pub(super) algorithm: Algorithm,
    pub(super) is_payload: bool,
    /// The hashes in lower case, by path.
    pub(super) hashes: BTreeMap<String, String>,
}

/// Reads a manifest. Each line that is not as it should be is a fault. `is_1_0` is for the rules of version 1.0.
pub(super) fn parse(
    file: &str,
    algorithm: Algorithm,
    is_payload: bool,
    text: &str,
    is_1_0: bool,
    verdict: &mut Verdict,
) -> Manifest {
    let mut hashes = BTreeMap::new();
    let mut folded: BTreeMap<String, String> = BTreeMap::new();
    for line in lines(text) {
        let Some((hash, path)) = split(line, algorithm, is_1_0) else {
            verdict.fault(
                file,
                "package-fault-line",
                line.chars().take(80).collect::<String>(),
            );
            continue;
        };
        if !is_within(&path) {
            verdict.fault(file, "package-fault-escapes", &path);
            continue;
        }
        if path.starts_with("data/") != is_payload {
            verdict.fault(file, "package-fault-other-manifest", &path);
            continue;
        }
        if !is_payload && named(&path).is_some_and(|(_, is_payload)| !is_payload) {
            verdict.fault(file, "package-fault-lists-itself", &path);
            continue;
        }
        let alike: String = unicode_normalization::UnicodeNormalization::nfc(path.as_str()).collect();
        if hashes.contains_key(&path) {
            verdict.fault(file, "package-fault-twice", &path);
        } else if let Some(other) = folded.insert(alike.to_lowercase(), path.clone()) {
            verdict.note(file, "package-note-alike", format!("{path}, {other}"));
        }
        hashes.insert(path, hash);
    }
    Manifest {
        file: file.to_owned(),
        algorithm,
        is_payload,
        hashes,
    }
}

/// The lines of a tag file, which end with CR, LF or both.
pub(super) fn lines(text: &str) -> impl Iterator<Item = &str> {
    let lines = text
        .split('\n')
        .flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'));
    lines.filter(|line| !line.is_empty())
}

/// The hash and the path of a line.
fn split(line: &str, algorithm: Algorithm, is_1_0: bool) -> Option<(String, String)> {
    let (hash, rest) = line.split_at_checked(algorithm.digits())?;
    if !hash.bytes().all(|byte| byte.is_ascii_hexdigit()) || !rest.starts_with([' ', '\t']) {
        return None;
    }
    let mut path = rest.trim_start_matches([' ', '\t']);
    if !is_1_0 {
        // Older versions let md5sum's sign of a binary file stand.
        path = path.strip_prefix('*').unwrap_or(path);
        path = path.strip_prefix("./").unwrap_or(path);
    }
    if path.is_empty() {
        return None;
    }
    Some((
        hash.to_ascii_lowercase(),
        if is_1_0 { decoded(path)? } else { path.to_owned() },
    ))
}

/// A path with its line ends and percent signs as they are (RFC 8493 §2.1.3).
fn decoded(path: &str) -> Option<String> {
    let mut decoded = String::with_capacity(path.len());
    let mut rest = path;
    while let Some(place) = rest.find('%') {
        decoded.push_str(&rest[..place]);
        let code = rest.get(place + 1..place + 3)?;
        match code.to_ascii_uppercase().as_str() {
            "0A" => decoded.push('\n'),
            "0D" => decoded.push('\r'),
            "25" => decoded.push('%'),
            // Left as it is: only these three are codes.
            _ => {
                decoded.push('%');
                rest = &rest[place + 1..];
                continue;
            }
        }
        rest = &rest[place + 3..];
    }
    decoded.push_str(rest);
    Some(decoded)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(text: &str) -> Vec<&'static str> {
        let mut verdict = Verdict::default();
        parse("manifest-md5.txt", Algorithm::Md5, true, text, true, &mut verdict);
        verdict.faults.into_iter().map(|fault| fault.kind).collect()
    }

    #[test]
    fn a_line_is_a_hash_and_a_path_within_the_payload() {
        let hash = "d41d8cd98f00b204e9800998ecf8427e";
        assert!(faults(&format!("{hash}  data/a\n{hash} data/b\r\n{hash}\tdata/c%0Ad\n")).is_empty());
        for (path, kind) in [
            ("  data/../../etc/passwd", "escapes"),
            ("  /etc/passwd", "escapes"),
            ("  ~/a", "escapes"),
            ("  data/./a", "escapes"),
            ("  bagit.txt", "other-manifest"),
            ("data/a", "line"),
            ("  ", "line"),
        ] {
            assert_eq!(faults(&format!("{hash}{path}\n")), [kind], "{path}");
        }
        assert_eq!(faults(&format!(" {hash}  data/a\n")), ["line"]);
        assert_eq!(faults(&format!("{}  data/a\n", &hash[1..])), ["line"]);
        assert_eq!(faults(&format!("{hash}  data/a\n{hash}  data/a\n")), ["twice"]);
    }

    #[test]
    fn the_known_hashes_of_abc_come_out() {
        // FIPS 180-4 and RFC 1321, appendix A.5.
        for (algorithm, hash) in [
            (Algorithm::Md5, "900150983cd24fb0d6963f7d28e17f72"),
            (Algorithm::Sha1, "a9993e364706816aba3e25717850c26c9cd0d89d"),
            (
                Algorithm::Sha256,
                "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            ),
        ] {
            let mut hasher = algorithm.hasher();
            hasher.update(b"abc");
            assert_eq!(hasher.finish(), hash);
        }
    }
}
