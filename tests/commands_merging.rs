//! The commands of two people who work on copies of one case: merge, conflicts, settle.

use std::path::Path;
use std::process::Output;

use serde_json::Value;
use tempfile::TempDir;
use witnessmark::case::Reader;
use witnessmark::model::{Photo, Strike};

fn run(home: &TempDir, args: &[&str]) -> Output {
    assert_cmd::Command::cargo_bin("witnessmark")
        .unwrap()
        .args(args)
        .env("HOME", home.path())
        .env("LC_ALL", "C")
        .env("XDG_CONFIG_HOME", home.path().join("config"))
        .env("XDG_DATA_HOME", home.path().join("data"))
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap()
}

fn ok(home: &TempDir, args: &[&str]) -> String {
    let output = run(home, args);
    assert!(output.status.success(), "{args:?}: {output:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn json(home: &TempDir, args: &[&str]) -> Value {
    serde_json::from_str(&ok(home, args)).unwrap()
}

#[test]
fn two_laptops_work_apart_and_come_together() {
    let (olha, taras) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let case = |home: &TempDir| home.path().join("case.witness").to_str().unwrap().to_owned();
    let (hers, his) = (case(&olha), case(&taras));
    ok(&olha, &["new", &hers]);
    let sheet = olha.path().join("strikes.csv");
    std::fs::write(&sheet, "Title\nDepot\n").unwrap();
    ok(
        &olha,
        &["import-sheet", &hers, sheet.to_str().unwrap(), "--as", "strikes"],
    );
    std::fs::copy(&hers, &his).unwrap();
    let id = Reader::open(Path::new(&hers)).unwrap().all::<Strike>().unwrap()[0]
        .id
        .to_string();

    let photo = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/photos/Pentax.jpg");
    ok(&taras, &["import", &his, photo]);
    ok(
        &taras,
        &["set", &his, &id, "target=garage", "notes=seen from the road"],
    );
    ok(&olha, &["set", &hers, &id, "target=depot"]);

    let would = json(&olha, &["merge", &hers, &his, "--dry-run", "--json"]);
    assert_eq!((&would["originals"], &would["conflicts"]), (&1.into(), &1.into()));
    let reader = || Reader::open(Path::new(&hers)).unwrap();
    assert!(
        reader().all::<Photo>().unwrap().is_empty(),
        "a dry run changes nothing"
    );
    let came = json(&olha, &["merge", &hers, &his, "--json"]);
    assert_eq!(came, would);
    let photos = reader().all::<Photo>().unwrap();
    let out = olha.path().join("out.jpg");
    ok(
        &olha,
        &["extract", &hers, &photos[0].id.to_string(), out.to_str().unwrap()],
    );
    assert_eq!(std::fs::read(out).unwrap(), std::fs::read(photo).unwrap());
    let strike = reader().get::<Strike>(&id).unwrap().unwrap();
    assert_eq!(strike.notes, "seen from the road");

    let said = ok(&olha, &["conflicts", &hers]);
    assert!(said.contains("garage") && said.contains("depot"), "{said}");
    let conflicts = json(&olha, &["conflicts", &hers, "--json"]);
    let versions = conflicts[0]["fields"]["versions"].as_array().unwrap();
    let garage = versions
        .iter()
        .position(|version| version["fields"]["target"] == "garage")
        .unwrap();
    ok(
        &olha,
        &["settle", &hers, &id, "target", &(garage + 1).to_string()],
    );
    let again = run(&olha, &["settle", &hers, &id, "target", "1"]);
    assert_eq!(again.status.code(), Some(1));
    assert!(ok(&olha, &["conflicts", &hers]).contains("Nothing"));
    ok(&olha, &["verify", &hers]);

    ok(&taras, &["merge", &his, &hers]);
    let reader = Reader::open(Path::new(&his)).unwrap();
    let strike = reader.get::<Strike>(&id).unwrap().unwrap();
    assert_eq!(strike.target.as_deref(), Some("garage"));
    assert_eq!(reader.conflict_count().unwrap(), 0);
    drop(reader);
    ok(&taras, &["verify", &his]);
    // Nothing more to take in, and nothing is written for it.
    let nothing = json(&taras, &["merge", &his, &hers, "--json"]);
    assert_eq!(nothing["entries"], 0);

    // The same by a package: his newest work comes back to her, and a package that was changed does not.
    ok(&taras, &["set", &his, &id, "notes=seen from the river"]);
    let package = taras.path().join("package");
    let package = package.to_str().unwrap();
    ok(&taras, &["package", &his, package, "--sign"]);
    let would = json(&olha, &["import-package", &hers, package, "--dry-run", "--json"]);
    let came = json(&olha, &["import-package", &hers, package, "--json"]);
    assert_eq!(came, would);
    let reader = Reader::open(Path::new(&hers)).unwrap();
    assert_eq!(
        reader.get::<Strike>(&id).unwrap().unwrap().notes,
        "seen from the river"
    );
    drop(reader);
    ok(&olha, &["verify", &hers]);
    // A third laptop, which had begun a case of its own.
    let mira = tempfile::tempdir().unwrap();
    let fresh = mira.path().join("fresh.witness");
    ok(&mira, &["new", fresh.to_str().unwrap()]);
    ok(
        &mira,
        &["import-package", fresh.to_str().unwrap(), package, "--other-case"],
    );
    assert_eq!(
        Reader::open(&fresh).unwrap().awaited().unwrap().len(),
        0,
        "originals come with a package"
    );
    ok(&mira, &["verify", fresh.to_str().unwrap()]);
    let table = Path::new(package).join("data/records/strike.csv");
    let text = std::fs::read_to_string(&table).unwrap().replace("river", "hills");
    std::fs::write(&table, text).unwrap();
    let refused = run(&olha, &["import-package", &hers, package]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("strike.csv"));

    // A case that was begun apart is another case.
    let other = taras.path().join("other.witness");
    ok(&taras, &["new", other.to_str().unwrap()]);
    let refused = run(&olha, &["merge", &hers, other.to_str().unwrap()]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("another case"));
}
