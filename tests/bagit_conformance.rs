//! Bags of other programs, by the rules of BagIt alone. The cases are those of the conformance suite of the Library of
//! Congress (<https://github.com/LibraryOfCongress/bagit-conformance-suite>, public domain) as far as their names and
//! stored files tell what they are, made anew here by code, and further ones that RFC 8493 calls for. The suite itself is
//! run where `WITNESSMARK_BAGIT_SUITE` names its folder.

use std::fs;
use std::path::Path;

use md5::Md5;
use sha1::Sha1;
use sha2::{Digest, Sha224, Sha256, Sha512};
use witnessmark::exchange::package::read::check_bag;
use witnessmark::job::Progress;

const UTF_8: &str = "UTF-8";

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn hash(algorithm: &str, bytes: &[u8]) -> String {
    match algorithm {
        "md5" => hex(&Md5::digest(bytes)),
        "sha1" => hex(&Sha1::digest(bytes)),
        "sha224" => hex(&Sha224::digest(bytes)),
        "sha256" => hex(&Sha256::digest(bytes)),
        _ => hex(&Sha512::digest(bytes)),
    }
}

/// A bag as files by name.
#[derive(Clone)]
struct Bag {
    files: Vec<(String, Vec<u8>)>,
}

impl Bag {
    /// A valid bag.
    fn new(version: &str, algorithm: &str) -> Self {
        Self::with(
            version,
            algorithm,
            &["data/test1.txt", "data/dir1/dir2/test two.txt"],
        )
    }

    fn with(version: &str, algorithm: &str, names: &[&str]) -> Self {
        let declaration = format!("BagIt-Version: {version}\nTag-File-Character-Encoding: {UTF_8}\n");
        let mut bag = Self { files: Vec::new() };
        let mut manifest = String::new();
        for name in names {
            let bytes = format!("bytes of {name}");
            manifest += &format!("{}  {name}\n", hash(algorithm, bytes.as_bytes()));
            bag.put(name, bytes);
        }
        bag.put("bagit.txt", declaration);
        let info = if version < "0.96" {
            "package-info.txt"
        } else {
            "bag-info.txt"
        };
        bag.put(info, "Bagging-Date: 2016-02-26\nContact-Name: A. Person\n");
        bag.put(&format!("manifest-{algorithm}.txt"), manifest);
        bag.tags(algorithm)
    }

    fn put(&mut self, name: &str, bytes: impl Into<Vec<u8>>) {
        self.files.retain(|(other, _)| other != name);
        self.files.push((name.to_owned(), bytes.into()));
    }

    fn get(&self, name: &str) -> String {
        let found = self.files.iter().find(|(other, _)| other == name).unwrap();
        String::from_utf8(found.1.clone()).unwrap()
    }

    /// With a manifest of its tag files as they are now.
    fn tags(mut self, algorithm: &str) -> Self {
        let name = format!("tagmanifest-{algorithm}.txt");
        let tags = self
            .files
            .iter()
            .filter(|(other, _)| !other.starts_with("data/") && *other != name);
        let lines: String = tags
            .map(|(other, bytes)| format!("{}  {other}\n", hash(algorithm, bytes)))
            .collect();
        self.put(&name, lines);
        self
    }

    /// With another file, and the manifest of tags computed again.
    fn and(mut self, name: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.put(name, bytes);
        self.tags("md5")
    }

    fn without(mut self, name: &str) -> Self {
        self.files.retain(|(other, _)| other != name);
        self
    }

    /// With a changed text of a file.
    fn edit(self, name: &str, change: impl Fn(String) -> String) -> Self {
        let text = change(self.get(name));
        self.and(name, text)
    }

    fn faults(&self) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("data")).unwrap();
        for (name, bytes) in &self.files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        faults(folder.path())
    }
}

fn faults(path: &Path) -> Vec<String> {
    let verdict = check_bag(path, &Progress::new()).unwrap();
    verdict
        .faults
        .into_iter()
        .map(|fault| format!("{}: {}", fault.kind, fault.file))
        .collect()
}

const VERSIONS: [&str; 6] = ["0.93", "0.94", "0.95", "0.96", "0.97", "1.0"];

fn utf_16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_be_bytes).collect()
}

#[test]
fn every_valid_bag_is_accepted() {
    let mut count = 0;
    let mut good = |what: &str, bag: Bag| {
        count += 1;
        assert_eq!(bag.faults(), Vec::<String>::new(), "{what}");
    };
    for version in VERSIONS {
        good(version, Bag::new(version, "md5"));
        let info = if version < "0.96" {
            "package-info.txt"
        } else {
            "bag-info.txt"
        };
        let twice = "Bagging-Date: 2016-02-26\nBagging-Date: 2016-03-10\nContact-Name: A\nContact-Name: B\n";
        good(
            "duplicate-metadata-entries",
            Bag::new(version, "md5").and(info, twice),
        );
    }
    for algorithm in ["sha1", "sha224", "sha256", "sha512"] {
        good(algorithm, Bag::new("0.97", algorithm));
        good(algorithm, Bag::new("1.0", algorithm));
    }
    let basic = || Bag::new("1.0", "md5");
    good("without tag manifest", basic().without("tagmanifest-md5.txt"));
    good("without bag-info", basic().without("bag-info.txt").tags("md5"));
    let lines = |end: &'static str| move |text: String| text.replace('\n', end);
    good(
        "CRLF",
        basic()
            .edit("manifest-md5.txt", lines("\r\n"))
            .edit("bagit.txt", lines("\r\n")),
    );
    good(
        "CR",
        basic()
            .edit("manifest-md5.txt", lines("\r"))
            .edit("bagit.txt", lines("\r")),
    );
    good(
        "no last line end",
        basic().edit("manifest-md5.txt", |text| text.trim_end().to_owned()),
    );
    good(
        "tabs",
        basic().edit("manifest-md5.txt", |text| text.replace("  data", "\tdata")),
    );
    good(
        "upper case",
        basic().edit("manifest-md5.txt", |text| {
            let digits = text.split_at(32);
            digits.0.to_uppercase() + digits.1
        }),
    );
    good(
        "folded",
        basic().and("bag-info.txt", "External-Description: one\n  two\n\tthree\n"),
    );
    good("oxum", {
        let bag = basic();
        let sizes: Vec<usize> = bag
            .files
            .iter()
            .filter(|(name, _)| name.starts_with("data/"))
            .map(|(_, b)| b.len())
            .collect();
        bag.and(
            "bag-info.txt",
            format!("Payload-Oxum: {}.{}\n", sizes.iter().sum::<usize>(), sizes.len()),
        )
    });
    good("percent", {
        let mut bag = Bag::with("1.0", "md5", &["data/a%b.txt"]);
        let text = bag.get("manifest-md5.txt").replace('%', "%25");
        bag.put("manifest-md5.txt", text);
        bag.tags("md5")
    });
    good("md5sum's binary sign in an older version", {
        Bag::new("0.97", "md5").edit("manifest-md5.txt", |text| text.replace("  data", " *data"))
    });
    good("UTF-16-encoded-tag-files", {
        let mut bag = Bag::new("0.97", "md5").without("tagmanifest-md5.txt");
        bag.put(
            "bagit.txt",
            "BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-16BE\n",
        );
        for name in ["bag-info.txt", "manifest-md5.txt"] {
            let text = bag.get(name);
            bag.put(name, utf_16(&text));
        }
        bag
    });
    good("nothing in it", Bag::with("1.0", "md5", &[]));
    good(
        "a file that was fetched",
        basic().and("fetch.txt", "http://e.example/a 5 data/test1.txt\n"),
    );
    good(
        "local-fetch",
        Bag::new("0.97", "md5").and("fetch.txt", "file:///home/a/b.png 42000 b.png\n"),
    );
    good("a tag folder", basic().and("metadata/more.txt", "x"));
    good("two manifests", {
        let other = Bag::new("1.0", "sha256").get("manifest-sha256.txt");
        basic().and("manifest-sha256.txt", other)
    });
    assert!(count >= 27, "{count}");
}

#[test]
fn every_invalid_bag_is_refused() {
    let basic = || Bag::new("1.0", "md5");
    let declared = |text: &str| basic().and("bagit.txt", text);
    let listed = |line: &str| {
        let line = line.to_owned();
        basic().edit("manifest-md5.txt", move |text| text + &line)
    };
    let nothing = "d41d8cd98f00b204e9800998ecf8427e";
    let bad = [
        ("no declaration", basic().without("bagit.txt")),
        (
            "bagit-with-invalid-whitespace",
            declared("BagIt-Version : 1.0\nTag-File-Character-Encoding: UTF-8\n"),
        ),
        (
            "two spaces",
            declared("BagIt-Version:  1.0\nTag-File-Character-Encoding: UTF-8\n"),
        ),
        (
            "no space",
            declared("BagIt-Version:1.0\nTag-File-Character-Encoding: UTF-8\n"),
        ),
        (
            "a space before",
            declared(" BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"),
        ),
        (
            "a space behind",
            declared("BagIt-Version: 1.0 \nTag-File-Character-Encoding: UTF-8\n"),
        ),
        (
            "a byte order mark",
            declared("\u{feff}BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"),
        ),
        ("no encoding", declared("BagIt-Version: 1.0\n")),
        (
            "an unknown encoding",
            declared("BagIt-Version: 1.0\nTag-File-Character-Encoding: WTF-8\n"),
        ),
        (
            "the wrong order",
            declared("Tag-File-Character-Encoding: UTF-8\nBagIt-Version: 1.0\n"),
        ),
        (
            "a version to come",
            declared("BagIt-Version: 2.0\nTag-File-Character-Encoding: UTF-8\n"),
        ),
        (
            "no number",
            declared("BagIt-Version: one\nTag-File-Character-Encoding: UTF-8\n"),
        ),
        (
            "three lines",
            declared("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\nX: y\n"),
        ),
        ("no manifest", basic().without("manifest-md5.txt").tags("md5")),
        (
            "an unknown algorithm",
            basic().without("manifest-md5.txt").and("manifest-crc32.txt", ""),
        ),
        ("corrupted data file", {
            let mut bag = basic();
            bag.put("data/test1.txt", "other");
            bag
        }),
        ("corrupted tag file", {
            let mut bag = basic();
            bag.put("bag-info.txt", "Bagging-Date: 2016-02-27\n");
            bag
        }),
        ("a file is missing", basic().without("data/test1.txt")),
        ("a tag file is missing", basic().without("bag-info.txt")),
        ("a file is not listed", basic().and("data/more.txt", "x")),
        ("a file in one of two manifests", {
            let other = Bag::new("1.0", "sha256").get("manifest-sha256.txt");
            basic().and(
                "manifest-sha256.txt",
                other.lines().next().unwrap().to_owned() + "\n",
            )
        }),
        ("listed and not there", listed(&format!("{nothing}  data/none\n"))),
        (
            "listed twice",
            basic().edit("manifest-md5.txt", |text| text.clone() + &text),
        ),
        (
            "same-filename-listed-twice-with-different-hashes",
            listed(&format!("{nothing}  data/test1.txt\n")),
        ),
        (
            "out-of-scope-file-paths-using-dot-notation",
            listed("3e6ffc4a8a1f38a7094e15d2356d7252  ../../../README.md\n"),
        ),
        (
            "dots within",
            listed(&format!("{nothing}  data/../../../etc/passwd\n")),
        ),
        ("an absolute path", listed(&format!("{nothing}  /etc/passwd\n"))),
        ("a home", listed(&format!("{nothing}  ~/.ssh/id_ed25519\n"))),
        ("another's home", listed(&format!("{nothing}  ~root/.profile\n"))),
        ("a drive", listed(&format!("{nothing}  C:\\autoexec.bat\n"))),
        ("a share", listed(&format!("{nothing}  \\\\host\\share\\a\n"))),
        (
            "a tag file in the payload's manifest",
            listed(&format!("{nothing}  bagit.txt\n")),
        ),
        ("a line without a path", listed(&format!("{nothing}\n"))),
        ("a line without a hash", listed("data/test1.txt\n")),
        (
            "a hash that is too short",
            listed("d41d8cd98f00b204  data/test1.txt\n"),
        ),
        ("a wrong size", basic().and("bag-info.txt", "Payload-Oxum: 1.1\n")),
        ("no size", basic().and("bag-info.txt", "Payload-Oxum: many\n")),
        (
            "facts without a label",
            basic().and("bag-info.txt", "nothing here\n"),
        ),
        (
            "facts in another encoding",
            basic().and("bag-info.txt", b"Contact-Name: \xff\xfe\n".to_vec()),
        ),
        ("a file to fetch", {
            let fetch = "http://e.example/a 5 data/test1.txt\n";
            basic().without("data/test1.txt").and("fetch.txt", fetch)
        }),
        (
            "a fetch that leads out",
            basic().and("fetch.txt", "http://e.example/a 5 ../../etc/passwd\n"),
        ),
        ("a tag manifest that lists itself", {
            let mut bag = basic();
            let text = bag.get("tagmanifest-md5.txt") + nothing + "  tagmanifest-md5.txt\n";
            bag.put("tagmanifest-md5.txt", text);
            bag
        }),
    ];
    for (what, bag) in bad {
        assert!(!bag.faults().is_empty(), "{what}");
    }
}

#[test]
fn names_that_some_systems_take_for_one_are_worth_a_note() {
    let folder = tempfile::tempdir().unwrap();
    // The same letter as one character and as two.
    let bag = Bag::with("1.0", "md5", &["data/caf\u{e9}.txt", "data/cafe\u{301}.txt"]);
    for (name, bytes) in &bag.files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    let verdict = check_bag(folder.path(), &Progress::new()).unwrap();
    assert!(verdict.is_sound(), "{:?}", verdict.faults);
    assert_eq!(verdict.notes.len(), 1);
}

#[test]
fn the_suite_itself_where_it_is_at_hand() {
    let Ok(suite) = std::env::var("WITNESSMARK_BAGIT_SUITE") else {
        eprintln!("skipped: WITNESSMARK_BAGIT_SUITE names no copy of the conformance suite");
        return;
    };
    for version in VERSIONS {
        for (kind, is_good) in [("valid", true), ("invalid", false), ("linux-only", false)] {
            let folder = Path::new(&suite).join(format!("v{version}")).join(kind);
            for bag in fs::read_dir(folder).into_iter().flatten().map(Result::unwrap) {
                if bag.path().is_dir() {
                    assert_eq!(
                        faults(&bag.path()).is_empty(),
                        is_good,
                        "{}",
                        bag.path().display()
                    );
                }
            }
        }
    }
}
