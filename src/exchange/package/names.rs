//! Names of files that every file system can keep: ASCII, no reserved name of Windows, no two that differ by case alone,
//! short. The true names stand in the tables.

use sha2::{Digest, Sha256 as Hasher};

use crate::model::Photo;
use crate::model::id::Sha256;

/// The longest name of a file or folder, in bytes. Common file systems keep 255; paths of Windows had 260 in all.
const LONGEST: usize = 100;

/// Names that Windows keeps for devices, with any ending.
const RESERVED: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
    "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Whether Windows keeps this name of a file or folder for a device.
pub(super) fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end();
    RESERVED
        .iter()
        .any(|reserved| stem.eq_ignore_ascii_case(reserved))
}

/// Whether a name of a file or folder can be kept everywhere.
pub(super) fn is_safe(name: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    !name.is_empty()
        && name.len() <= LONGEST
        && name.bytes().all(is_plain)
        && !name.starts_with(['.', '-'])
        && !name.ends_with('.')
        && !is_reserved(name)
}

/// The ending of an original by its format, in lower case; the one of its file's name where the format has none here.
fn ending(photo: &Photo) -> String {
    let known = match photo.format.as_str() {
        "JPEG" => "jpg",
        "PNG" => "png",
        "TIFF" => "tif",
        "WebP" => "webp",
        "HEIC" => "heic",
        "AVIF" => "avif",
        "GIF" => "gif",
        "PDF" => "pdf",
        _ => "",
    };
    if !known.is_empty() {
        return known.to_owned();
    }
    let named = photo.file_name.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_short = (1..=8).contains(&named.len()) && named.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if is_short {
        named.to_ascii_lowercase()
    } else {
        "bin".to_owned()
    }
}

/// Where the original of a photo lies.
pub(super) fn original(photo: &Photo) -> String {
    format!("data/originals/{}.{}", photo.sha256, ending(photo))
}

/// The hash that the path of an original names.
pub(super) fn hash_of_original(path: &str) -> Option<Sha256> {
    let name = path.strip_prefix("data/originals/")?;
    let (hash, ending) = name.split_once('.')?;
    let is_lower = !hash.bytes().any(|byte| byte.is_ascii_uppercase());
    (is_lower && !ending.is_empty()).then(|| hash.parse().ok())?
}

/// Where the chain of a device lies.
pub(super) fn chain(device: &str) -> String {
    let is_plain = (1..=64).contains(&device.len())
        && device
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
        && is_safe(device);
    if is_plain {
        return format!("data/history/{device}.jsonl");
    }
    let hash = Sha256(Hasher::digest(device.as_bytes()).into()).to_string();
    format!("data/history/device-{}.jsonl", &hash[..32])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_some_file_system_can_t_keep_is_not_safe() {
        for good in ["a.jpg", "report.pdf", "0198c0de-aaaa.jsonl", "COM10.txt"] {
            assert!(is_safe(good), "{good}");
        }
        for bad in [
            "",
            ".",
            "..",
            ".hidden",
            "-rf",
            "a.",
            "con",
            "CON.txt",
            "nul.tar.gz",
            "lpt1",
            "a b",
            "a/b",
            "a\\b",
            "ü",
            "a:b",
            "~a",
        ] {
            assert!(!is_safe(bad), "{bad}");
        }
        assert!(!is_safe(&"a".repeat(101)));
    }

    #[test]
    fn an_original_s_name_is_its_hash_and_a_plain_ending() {
        let of = |format: &str, name: &str| {
            original(&Photo {
                format: format.to_owned(),
                file_name: name.to_owned(),
                sha256: Sha256([0xab; 32]),
                ..Photo::default()
            })
        };
        let hash = "ab".repeat(32);
        assert_eq!(of("JPEG", "x.EXE"), format!("data/originals/{hash}.jpg"));
        assert_eq!(of("ORF", "x.ORF"), format!("data/originals/{hash}.orf"));
        for odd in ["x", "x.", "x.a b", "x.../../etc", "x.ту", "x.toolongending"] {
            assert_eq!(of("?", odd), format!("data/originals/{hash}.bin"), "{odd}");
        }
        assert_eq!(hash_of_original(&of("JPEG", "x")), Some(Sha256([0xab; 32])));
        assert_eq!(hash_of_original("data/originals/ab.jpg"), None);
    }

    #[test]
    fn a_device_that_is_no_plain_name_gets_one() {
        assert_eq!(chain("0198-a"), "data/history/0198-a.jsonl");
        for odd in ["", "../x", "Aa", "con", "a b", "한"] {
            let name = chain(odd);
            assert!(is_safe(name.rsplit('/').next().unwrap()), "{name}");
            assert!(name.starts_with("data/history/device-"), "{name}");
        }
    }
}
