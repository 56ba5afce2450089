//! The commands of two people who work on copies of one case: merge, conflicts, settle.

#[path = "common/laptop.rs"]
mod laptop;

use std::path::Path;

use laptop::Laptop;
use witnessmark::case::Reader;
use witnessmark::model::{Photo, Strike};

#[test]
fn two_laptops_work_apart_and_come_together() {
    let (olha, taras) = (Laptop::new(), Laptop::new());
    let (hers, id) = olha.case_with_a_strike();
    let his = taras.path("case.witness");
    std::fs::copy(&hers, &his).unwrap();

    let photo = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/photos/Pentax.jpg");
    taras.ok(&["import", &his, photo]);
    taras.ok(&["set", &his, &id, "target=garage", "notes=seen from the road"]);
    olha.ok(&["set", &hers, &id, "target=depot"]);

    let would = olha.json(&["merge", &hers, &his, "--dry-run", "--json"]);
    assert_eq!((&would["originals"], &would["conflicts"]), (&1.into(), &1.into()));
    let reader = || Reader::open(Path::new(&hers)).unwrap();
    assert!(
        reader().all::<Photo>().unwrap().is_empty(),
        "a dry run changes nothing"
    );
    let came = olha.json(&["merge", &hers, &his, "--json"]);
    assert_eq!(came, would);
    let photos = reader().all::<Photo>().unwrap();
    let out = olha.path("out.jpg");
    olha.ok(&["extract", &hers, &photos[0].id.to_string(), &out]);
    assert_eq!(std::fs::read(out).unwrap(), std::fs::read(photo).unwrap());
    let strike = reader().get::<Strike>(&id).unwrap().unwrap();
    assert_eq!(strike.notes, "seen from the road");

    let said = olha.ok(&["conflicts", &hers]);
    assert!(said.contains("garage") && said.contains("depot"), "{said}");
    let conflicts = olha.json(&["conflicts", &hers, "--json"]);
    let versions = conflicts[0]["fields"]["versions"].as_array().unwrap();
    let garage = versions
        .iter()
        .position(|version| version["fields"]["target"] == "garage")
        .unwrap();
    olha.ok(&["settle", &hers, &id, "target", &(garage + 1).to_string()]);
    let again = olha.run(&["settle", &hers, &id, "target", "1"]);
    assert_eq!(again.status.code(), Some(1));
    assert!(olha.ok(&["conflicts", &hers]).contains("Nothing"));
    olha.ok(&["verify", &hers]);

    taras.ok(&["merge", &his, &hers]);
    let reader = Reader::open(Path::new(&his)).unwrap();
    let strike = reader.get::<Strike>(&id).unwrap().unwrap();
    assert_eq!(strike.target.as_deref(), Some("garage"));
    assert_eq!(reader.conflict_count().unwrap(), 0);
    drop(reader);
    taras.ok(&["verify", &his]);
    // Nothing more to take in, and nothing is written for it.
    let nothing = taras.json(&["merge", &his, &hers, "--json"]);
    assert_eq!(nothing["entries"], 0);

    // The same by a package: his newest work comes back to her, and a package that was changed does not.
    taras.ok(&["set", &his, &id, "notes=seen from the river"]);
    let package = &taras.path("package");
    taras.ok(&["package", &his, package, "--sign"]);
    let would = olha.json(&["import-package", &hers, package, "--dry-run", "--json"]);
    let came = olha.json(&["import-package", &hers, package, "--json"]);
    assert_eq!(came, would);
    let reader = Reader::open(Path::new(&hers)).unwrap();
    assert_eq!(
        reader.get::<Strike>(&id).unwrap().unwrap().notes,
        "seen from the river"
    );
    drop(reader);
    olha.ok(&["verify", &hers]);
    // A third laptop, which had begun a case of its own.
    let mira = Laptop::new();
    let fresh = mira.path("fresh.witness");
    mira.ok(&["new", &fresh]);
    mira.ok(&["import-package", &fresh, package, "--other-case"]);
    assert_eq!(
        Reader::open(Path::new(&fresh)).unwrap().awaited().unwrap().len(),
        0,
        "originals come with a package"
    );
    mira.ok(&["verify", &fresh]);
    let table = Path::new(package).join("data/records/strike.csv");
    let text = std::fs::read_to_string(&table).unwrap().replace("river", "hills");
    std::fs::write(&table, text).unwrap();
    let refused = olha.run(&["import-package", &hers, package]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("strike.csv"));

    // A case that was begun apart is another case.
    let other = taras.path("other.witness");
    taras.ok(&["new", &other]);
    let refused = olha.run(&["merge", &hers, &other]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("another case"));
}
