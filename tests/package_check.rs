//! The reader of packages against tampering: every kind of change that somebody could make to a package, with manifests
//! as they were and with manifests that were computed again; and archives that were made to harm.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use sha2::{Digest, Sha256};
use ssh_key::{Algorithm, HashAlg, LineEnding, PrivateKey};
use tempfile::TempDir;
use witnessmark::case::{Author, Case};
use witnessmark::exchange::package::read::{Verdict, check};
use witnessmark::exchange::package::{Plan, export};
use witnessmark::job::Progress;
use witnessmark::model::{Change, Strike};

fn key() -> &'static PrivateKey {
    static KEY: OnceLock<PrivateKey> = OnceLock::new();
    KEY.get_or_init(|| PrivateKey::random(&mut ssh_key::rand_core::OsRng, Algorithm::Ed25519).unwrap())
}

struct Made {
    _folder: TempDir,
    signed: PathBuf,
    unsigned: PathBuf,
}

/// Packages of the demonstration case, made once.
fn made() -> &'static Made {
    static MADE: OnceLock<Made> = OnceLock::new();
    MADE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let author = Author {
            person: "O. Tester".to_owned(),
            device: "11111111-1111-7111-8111-111111111111".to_owned(),
            device_name: "test laptop".to_owned(),
        };
        let path = folder.path().join("case.witness");
        witnessmark::demonstration::ensure(&path, &author).unwrap();
        let mut case = Case::open(&path, author).unwrap();
        let strike = Strike {
            title: "south".to_owned(),
            latitude: Some(-33.868_812_345),
            longitude: Some(-151.2),
            radius_m: Some(50.0),
            ..Strike::default()
        };
        case.apply(Change::Create(strike.into())).unwrap();
        case.sign(key()).unwrap();
        let reader = case.reader().unwrap();
        let out = |name: &str, key| {
            let to = folder.path().join(name);
            export(&reader, &Plan::whole(), key, &to, &Progress::new()).unwrap();
            to
        };
        let (signed, unsigned) = (out("signed", Some(key())), out("unsigned", None));
        Made {
            _folder: folder,
            signed,
            unsigned,
        }
    })
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn judged(path: &Path) -> Verdict {
    check(path, None, &Progress::new()).unwrap()
}

fn files(root: &Path) -> Vec<String> {
    let mut found: Vec<String> = walkdir::WalkDir::new(root)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| !entry.file_type().is_dir())
        .map(|entry| {
            entry
                .path()
                .strip_prefix(root)
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned()
        })
        .collect();
    found.sort();
    found
}

/// Computes size and manifests again, as somebody would who has no key.
fn reseal(root: &Path) {
    let listed = files(root);
    let of = |payload: bool| -> String {
        let wanted = listed.iter().filter(|name| name.starts_with("data/") == payload);
        wanted
            .filter(|name| !name.starts_with("tagmanifest-"))
            .map(|name| {
                let hash = Sha256::digest(fs::read(root.join(name)).unwrap());
                let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
                format!("{hash}  {name}\n")
            })
            .collect()
    };
    let payload = listed.iter().filter(|name| name.starts_with("data/"));
    let sizes: Vec<u64> = payload
        .map(|name| fs::metadata(root.join(name)).unwrap().len())
        .collect();
    if let Ok(info) = fs::read_to_string(root.join("bag-info.txt")) {
        let oxum = format!("Payload-Oxum: {}.{}", sizes.iter().sum::<u64>(), sizes.len());
        let lines: Vec<&str> = info
            .lines()
            .map(|line| {
                if line.starts_with("Payload-Oxum: ") {
                    oxum.as_str()
                } else {
                    line
                }
            })
            .collect();
        fs::write(root.join("bag-info.txt"), lines.join("\n") + "\n").unwrap();
    }
    fs::write(root.join("manifest-sha256.txt"), of(true)).unwrap();
    fs::write(root.join("tagmanifest-sha256.txt"), of(false)).unwrap();
}

fn edit(path: &Path, change: impl FnOnce(String) -> String) {
    let before = fs::read_to_string(path).unwrap();
    let after = change(before.clone());
    assert_ne!(before, after, "{} was not changed", path.display());
    fs::write(path, after).unwrap();
}

fn edit_bytes(path: &Path, change: impl FnOnce(&mut Vec<u8>)) {
    let mut bytes = fs::read(path).unwrap();
    change(&mut bytes);
    fs::write(path, bytes).unwrap();
}

fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::to_owned).collect()
}

fn joined(lines: &[String]) -> String {
    lines.join("\n") + "\n"
}

fn original(root: &Path, number: usize) -> PathBuf {
    let all = files(&root.join("data/originals"));
    root.join("data/originals").join(&all[number])
}

fn chain(root: &Path) -> PathBuf {
    root.join("data/history/11111111-1111-7111-8111-111111111111.jsonl")
}

fn signature(root: &Path, ending: &str) -> PathBuf {
    let folder = root.join("data/signatures");
    let all = files(&folder);
    folder.join(all.iter().find(|name| name.ends_with(ending)).unwrap())
}

type Tampering = (&'static str, fn(&Path));

/// What somebody could do to a package's payload.
const PAYLOAD: [Tampering; 29] = [
    ("a bit of an original", |root| {
        edit_bytes(&original(root, 0), |bytes| bytes[100] ^= 1);
    }),
    ("an original is cut", |root| {
        edit_bytes(&original(root, 0), |bytes| bytes.truncate(bytes.len() - 1));
    }),
    ("an original is lengthened", |root| {
        edit_bytes(&original(root, 0), |bytes| bytes.push(0));
    }),
    ("an original is taken out", |root| {
        fs::remove_file(original(root, 0)).unwrap()
    }),
    ("an original is added", |root| {
        let bytes = b"another picture";
        let hash: String = Sha256::digest(bytes)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect();
        fs::write(root.join(format!("data/originals/{hash}.jpg")), bytes).unwrap();
    }),
    ("an original has another ending", |root| {
        let from = original(root, 0);
        fs::rename(&from, from.with_extension("a b")).unwrap();
    }),
    ("an original is there twice", |root| {
        let from = original(root, 0);
        fs::copy(&from, from.with_extension("jpeg2")).unwrap();
    }),
    ("two originals change places", |root| {
        let (one, other) = (original(root, 0), original(root, 1));
        let bytes = fs::read(&one).unwrap();
        fs::copy(&other, &one).unwrap();
        fs::write(&other, bytes).unwrap();
    }),
    ("a file beside the payload's folders", |root| {
        fs::write(root.join("data/notes.txt"), "x").unwrap();
    }),
    ("a name that Windows keeps", |root| {
        fs::create_dir_all(root.join("data/report")).unwrap();
        fs::write(root.join("data/report/CON.txt"), "x").unwrap();
    }),
    ("a cell of a table", |root| {
        edit(&root.join("data/records/finding.csv"), |text| {
            text.replacen("juche", "minguo", 1)
        });
    }),
    ("a row of a table", |root| {
        edit(&root.join("data/records/strike.csv"), |text| {
            let mut all: Vec<&str> = text.split_inclusive("\r\n").collect();
            all.pop();
            all.concat()
        });
    }),
    ("a column of a table has another name", |root| {
        edit(&root.join("data/records/strike.csv"), |text| {
            text.replacen("title", "name", 1)
        });
    }),
    ("a record", |root| {
        edit(&root.join("data/records/transcription.jsonl"), |text| {
            text.replacen("113", "114", 1)
        });
    }),
    ("a record is taken out of table and lines", |root| {
        edit(&root.join("data/records/strike.jsonl"), |text| {
            joined(&lines(&text)[1..])
        });
        edit(&root.join("data/records/strike.csv"), |text| {
            let all: Vec<&str> = text.split_inclusive("\r\n").collect();
            [&all[..1], &all[2..]].concat().concat()
        });
    }),
    ("a record is there twice", |root| {
        edit(&root.join("data/records/strike.jsonl"), |text| {
            let all = lines(&text);
            joined(&all) + &all[0] + "\n"
        });
    }),
    ("a record has an unknown field", |root| {
        edit(&root.join("data/records/weapon.jsonl"), |text| {
            text.replacen("{\"class\"", "{\"added\":1,\"class\"", 1)
        });
    }),
    ("the person of an entry", |root| {
        edit(&chain(root), |text| text.replacen("O. Tester", "A. Nother", 1));
    }),
    ("an operation of an entry", |root| {
        edit(&chain(root), |text| text.replacen("113", "114", 1));
    }),
    ("an entry is taken out", |root| {
        edit(&chain(root), |text| {
            let mut all = lines(&text);
            all.remove(all.len() / 2);
            joined(&all)
        });
    }),
    ("two entries change places", |root| {
        edit(&chain(root), |text| {
            let mut all = lines(&text);
            all.swap(3, 4);
            joined(&all)
        });
    }),
    ("the history is cut and the list says so", |root| {
        let mut cut = Vec::new();
        edit(&chain(root), |text| {
            cut = lines(&text);
            cut.truncate(cut.len() - 2);
            joined(&cut)
        });
        let last: serde_json::Value = serde_json::from_str(cut.last().unwrap()).unwrap();
        edit(&root.join("data/history/chains.json"), |text| {
            let mut list: serde_json::Value = serde_json::from_str(&text).unwrap();
            list["chains"][0]["entries"] = cut.len().into();
            list["chains"][0]["head"] = last["hash"].clone();
            list.to_string()
        });
    }),
    ("a chain that no list names", |root| {
        fs::copy(chain(root), root.join("data/history/22222222.jsonl")).unwrap();
    }),
    ("the list names another head", |root| {
        edit(&root.join("data/history/chains.json"), |text| {
            let mut list: serde_json::Value = serde_json::from_str(&text).unwrap();
            list["chains"][0]["head"] = "00".repeat(32).into();
            list.to_string()
        });
    }),
    ("the list names another case", |root| {
        edit(&root.join("data/history/chains.json"), |text| {
            let mut list: serde_json::Value = serde_json::from_str(&text).unwrap();
            list["case"] = "00".repeat(32).into();
            list.to_string()
        });
    }),
    ("a place", |root| {
        edit(&root.join("data/records/places.geojson"), |text| {
            text.replacen("\"coordinates\":[", "\"coordinates\":[1", 1)
        });
    }),
    ("the dictionary", |root| {
        edit(&root.join("data/records/dictionary.csv"), |text| {
            text.replacen("degree", "radian", 1)
        });
    }),
    ("a statement that was signed", |root| {
        edit(&signature(root, ".txt"), |text| {
            text.replacen("entries ", "entries 1", 1)
        });
    }),
    ("who may have signed the history", |root| {
        edit(&signature(root, "allowed_signers"), |text| {
            text.replacen("AAAA", "AAAB", 1)
        });
    }),
];

/// What somebody could do to what makes it a bag. `reseal` would undo some of it, so these are judged as they are.
const BAG: [Tampering; 20] = [
    ("the declaration is taken out", |root| {
        fs::remove_file(root.join("bagit.txt")).unwrap()
    }),
    ("another version", |root| {
        fs::write(
            root.join("bagit.txt"),
            "BagIt-Version: 9.9\nTag-File-Character-Encoding: UTF-8\n",
        )
        .unwrap();
    }),
    ("a space before the version", |root| {
        fs::write(
            root.join("bagit.txt"),
            "BagIt-Version:  1.0\nTag-File-Character-Encoding: UTF-8\n",
        )
        .unwrap();
    }),
    ("a byte order mark", |root| {
        fs::write(
            root.join("bagit.txt"),
            "\u{feff}BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        )
        .unwrap();
    }),
    ("a third line", |root| {
        edit(&root.join("bagit.txt"), |text| text + "Trust: yes\n");
    }),
    ("the facts are taken out", |root| {
        fs::remove_file(root.join("bag-info.txt")).unwrap()
    }),
    ("another size of the payload", |root| {
        edit(&root.join("bag-info.txt"), |text| {
            text.replacen("Payload-Oxum: ", "Payload-Oxum: 1", 1)
        });
    }),
    ("the size twice", |root| {
        edit(&root.join("bag-info.txt"), |text| text + "Payload-Oxum: 1.1\n");
    }),
    ("the facts deny the history", |root| {
        edit(&root.join("bag-info.txt"), |text| {
            text.replacen("History: all", "History: none", 1)
        });
    }),
    ("no manifest", |root| {
        fs::remove_file(root.join("manifest-sha256.txt")).unwrap()
    }),
    ("no manifest of the tags", |root| {
        fs::remove_file(root.join("tagmanifest-sha256.txt")).unwrap()
    }),
    ("a tag is not listed", |root| {
        edit(&root.join("tagmanifest-sha256.txt"), |text| {
            joined(&lines(&text)[1..])
        });
    }),
    ("a file is not listed", |root| {
        edit(&root.join("manifest-sha256.txt"), |text| {
            joined(&lines(&text)[1..])
        });
    }),
    ("a file is listed and not there", |root| {
        edit(&root.join("manifest-sha256.txt"), |text| {
            text + &"0".repeat(64) + "  data/report/r.pdf\n"
        });
    }),
    ("a file is listed twice", |root| {
        edit(&root.join("manifest-sha256.txt"), |text| {
            let first = lines(&text)[0].clone();
            text + &first + "\n"
        });
    }),
    ("a path that leads out", |root| {
        edit(&root.join("manifest-sha256.txt"), |text| {
            text + &"0".repeat(64) + "  data/../../etc/passwd\n"
        });
    }),
    ("files to fetch", |root| {
        fs::write(root.join("fetch.txt"), "https://e.example/a 1 data/a\n").unwrap();
    }),
    ("a tag file more", |root| {
        fs::write(root.join("NOTES.txt"), "x").unwrap()
    }),
    ("the instructions", |root| {
        edit(&root.join("README.txt"), |text| {
            text.replacen("CHECK IT", "TRUST IT", 1)
        });
    }),
    ("a manifest of another algorithm that lies", |root| {
        fs::write(
            root.join("manifest-md5.txt"),
            format!("{}  data/records/strike.csv\n", "0".repeat(32)),
        )
        .unwrap();
    }),
];

#[test]
fn a_package_that_nobody_touched_is_sound() {
    let signed = judged(&made().signed);
    assert_eq!(signed.faults, []);
    assert!(signed.is_sound() && signed.originals > 3 && signed.entries > 10 && signed.signatures == 1);
    let fingerprint = key().fingerprint(HashAlg::Sha256).to_string();
    assert_eq!(signed.signed_by.as_deref(), Some(fingerprint.as_str()));
    assert!(
        check(&made().signed, Some(&fingerprint), &Progress::new())
            .unwrap()
            .is_sound()
    );
    let unsigned = judged(&made().unsigned);
    assert!(unsigned.is_sound() && unsigned.signed_by.is_none());
    assert!(
        !check(&made().unsigned, Some(&fingerprint), &Progress::new())
            .unwrap()
            .is_sound()
    );
}

/// Applies each tampering to a copy of a package, and gives those that were not noticed.
fn unnoticed(package: &Path, how: &[Tampering], then: fn(&Path)) -> Vec<&'static str> {
    let mut missed = Vec::new();
    for (name, tamper) in how {
        let folder = tempfile::tempdir().unwrap();
        let copied = folder.path().join("package");
        copy(package, &copied);
        tamper(&copied);
        then(&copied);
        let verdict = judged(&copied);
        for fault in &verdict.faults {
            assert!(!fault.message.starts_with("package-"), "{fault:?}");
        }
        if verdict.is_sound() {
            missed.push(*name);
        }
    }
    missed
}

#[test]
fn every_tampering_is_noticed() {
    let none: [&str; 0] = [];
    assert_eq!(unnoticed(&made().signed, &PAYLOAD, |_| ()), none);
    assert_eq!(unnoticed(&made().signed, &BAG, |_| ()), none);
    assert_eq!(unnoticed(&made().unsigned, &BAG, |_| ()), none);
}

#[test]
fn every_tampering_is_noticed_also_when_the_manifests_are_computed_again() {
    let none: [&str; 0] = [];
    // The signature alone would notice, so the package without one shows what the contents themselves tell.
    assert_eq!(unnoticed(&made().unsigned, &PAYLOAD, reseal), none);
    assert_eq!(unnoticed(&made().signed, &PAYLOAD, reseal), none);
}

#[test]
fn a_signature_that_is_not_of_this_package_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let case = |name: &str, tamper: &dyn Fn(&Path)| {
        let copied = folder.path().join(name);
        copy(&made().signed, &copied);
        tamper(&copied);
        judged(&copied)
    };
    let other = PrivateKey::random(&mut ssh_key::rand_core::OsRng, Algorithm::Ed25519).unwrap();
    let sign = |root: &Path, key: &PrivateKey, namespace: &str| {
        let text = fs::read(root.join("tagmanifest-sha256.txt")).unwrap();
        let made = key.sign(namespace, HashAlg::Sha512, &text).unwrap();
        let path = root.join("tagmanifest-sha256.txt.sig");
        fs::write(path, made.to_pem(LineEnding::LF).unwrap()).unwrap();
    };
    let gone = case("gone", &|root| {
        fs::remove_file(root.join("tagmanifest-sha256.txt.sig")).unwrap()
    });
    assert_eq!(gone.faults[0].kind, "signature-missing");
    let foreign = case("foreign", &|root| sign(root, &other, "witnessmark"));
    assert!(foreign.faults.iter().any(|fault| fault.kind == "signer"));
    let space = case("namespace", &|root| sign(root, key(), "file"));
    assert_eq!(space.faults[0].kind, "signature");
    let torn = case("torn", &|root| {
        edit(&root.join("tagmanifest-sha256.txt.sig"), |text| {
            text[..text.len() / 2].to_owned()
        });
    });
    assert_eq!(torn.faults[0].kind, "signature");
    // Somebody who exchanges everything, the key too, is noticed by whoever knows the sender's fingerprint.
    let all = folder.path().join("all");
    copy(&made().signed, &all);
    let public = other.public_key().to_openssh().unwrap();
    fs::write(
        all.join("allowed_signers"),
        format!("witnessmark namespaces=\"witnessmark\" {public}\n"),
    )
    .unwrap();
    fs::write(all.join("signing-key.pub"), format!("{public}\n")).unwrap();
    let (was, is) = (key(), &other);
    let print = |key: &PrivateKey| key.fingerprint(HashAlg::Sha256).to_string();
    edit(&all.join("README.txt"), |text| {
        text.replace(&print(was), &print(is))
    });
    edit(&all.join("bag-info.txt"), |text| {
        text.replace(&print(was), &print(is))
    });
    fs::remove_file(all.join("tagmanifest-sha256.txt.sig")).unwrap();
    reseal(&all);
    sign(&all, &other, "witnessmark");
    let verdict = check(&all, Some(&print(was)), &Progress::new()).unwrap();
    assert!(verdict.faults.iter().any(|fault| fault.kind == "other-signer"));
}

#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_a_file_is_not_followed() {
    let folder = tempfile::tempdir().unwrap();
    let copied = folder.path().join("package");
    copy(&made().signed, &copied);
    let path = original(&copied, 0);
    let aside = folder.path().join("aside");
    fs::rename(&path, &aside).unwrap();
    std::os::unix::fs::symlink(&aside, &path).unwrap();
    assert!(judged(&copied).faults.iter().any(|fault| fault.kind == "link"));
}

/// An archive with these entries beside those of a good package.
fn archive(to: &Path, entries: &[(&str, Vec<u8>)]) {
    let mut writer = zip::ZipWriter::new(fs::File::create(to).unwrap());
    let options = zip::write::SimpleFileOptions::default();
    for name in files(&made().signed) {
        writer.start_file(format!("package/{name}"), options).unwrap();
        writer
            .write_all(&fs::read(made().signed.join(&name)).unwrap())
            .unwrap();
    }
    for (name, bytes) in entries {
        writer.start_file(*name, options).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap();
}

#[test]
fn an_archive_that_was_made_to_harm_is_refused_and_harms_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.zip");
    archive(&path, &[]);
    assert_eq!(judged(&path).faults, []);
    for (name, bytes, kind) in [
        ("package/../../escape.txt", b"x".to_vec(), "escape"),
        ("/etc/escape.txt", b"x".to_vec(), "escape"),
        ("package/~root/x", b"x".to_vec(), "foreign"),
        ("package/a\\..\\b", b"x".to_vec(), "escape"),
        ("C:/escape.txt", b"x".to_vec(), "escape"),
        ("package/data/aux.txt", b"x".to_vec(), "reserved"),
        ("other/file.txt", b"x".to_vec(), "roots"),
        ("package/data/report/zeros.bin", vec![0; 40 << 20], "bomb"),
        (
            "package/fetch.txt",
            b"https://e.example/ - data/x\n".to_vec(),
            "fetch",
        ),
    ] {
        archive(&path, &[(name, bytes)]);
        let verdict = judged(&path);
        assert!(
            verdict.faults.iter().any(|fault| fault.kind == kind),
            "{name}: {:?}",
            verdict.faults
        );
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "{name}");
    }
    // Two entries of one name: written under two names of the same length, one of which is then written over.
    archive(
        &path,
        &[
            ("package/data/report/a.txt", b"one".to_vec()),
            ("package/data/report/b.txt", b"two".to_vec()),
        ],
    );
    let mut bytes = fs::read(&path).unwrap();
    let (from, to) = (b"package/data/report/b.txt", b"package/data/report/a.txt");
    let places: Vec<usize> = bytes
        .windows(from.len())
        .enumerate()
        .filter_map(|(place, part)| (part == from).then_some(place))
        .collect();
    assert_eq!(places.len(), 2);
    for place in places {
        bytes[place..place + to.len()].copy_from_slice(to);
    }
    fs::write(&path, bytes).unwrap();
    assert!(judged(&path).faults.iter().any(|fault| fault.kind == "duplicate"));
    // Cut anywhere, and no archive at all.
    let whole = fs::read(&path).unwrap();
    for part in [0, 1, 30, whole.len() / 2, whole.len() - 1] {
        fs::write(&path, &whole[..part]).unwrap();
        assert!(check(&path, None, &Progress::new()).is_err(), "{part}");
    }
    assert!(check(&folder.path().join("none"), None, &Progress::new()).is_err());
}
