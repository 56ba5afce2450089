//! A table from a spreadsheet, from its text to records that are verified, by the library and by the command.

use std::path::Path;
use std::process::Output;

use serde_json::Value;
use witnessmark::case::{Author, Case};
use witnessmark::exchange::sheet::{Plan, Setting, Table, Target, plan};
use witnessmark::model::{Component, Strike};

fn author() -> Author {
    Author {
        person: "Olena".to_owned(),
        device: "0198b1d6-0000-7000-8000-000000000001".to_owned(),
        device_name: "laptop".to_owned(),
    }
}

/// 50 rows of strikes with tabs between the cells, three of which can't be taken in.
fn fifty() -> String {
    let mut text = String::from("Назва\tДата удару\tКоординати\tСтатус\tTags\tPhone\n");
    for row in 2..=51 {
        let day = format!("{}.8.2024", row % 28 + 1);
        let (day, place, status) = match row {
            7 => ("05/06/2024".to_owned(), "50.45, 30.52".to_owned(), "confirmed"),
            20 => (day, "91.45, 30.52".to_owned(), "reported"),
            33 => (day, String::new(), "maybe"),
            _ => (day, format!("50.{row:02}, 30.52"), "підтверджено"),
        };
        text += &format!("Strike {row}\t{day}\t{place}\t{status}\tnight; sheet\t1{row}\n");
    }
    text
}

fn planned(case: &Case, text: &str) -> Plan {
    let table = Table::of_text(text).unwrap();
    plan(&table, &Setting::new(Target::Strikes), &case.reader().unwrap()).unwrap()
}

#[test]
fn of_fifty_rows_the_three_bad_ones_are_named_and_the_rest_is_one_step() {
    let folder = tempfile::tempdir().unwrap();
    let mut case = Case::create(&folder.path().join("case.witness"), "Kyiv", author()).unwrap();
    let strikes = |case: &Case| case.reader().unwrap().all::<Strike>().unwrap().len();
    let entries = |case: &Case| case.reader().unwrap().history(None, 1000).unwrap().len();

    let plan = planned(&case, &fifty());
    let told: Vec<(usize, &str)> = plan
        .problems
        .iter()
        .map(|problem| (problem.row, problem.column.as_str()))
        .collect();
    assert_eq!(told, [(7, "Дата удару"), (20, "Координати"), (33, "Статус")]);
    assert!(
        plan.problems
            .iter()
            .all(|problem| !problem.what.is_empty() && !problem.mend.is_empty())
    );
    assert_eq!((plan.good(), plan.wrong(), plan.known()), (47, 3, 0));
    assert_eq!(plan.left_out().collect::<Vec<_>>(), ["Phone"]);
    assert_eq!(
        (strikes(&case), entries(&case)),
        (0, 1),
        "a dry run writes nothing"
    );

    case.apply_all(plan.changes()).unwrap();
    assert_eq!(strikes(&case), 47);
    assert_eq!(case.reader().unwrap().bearers("night").unwrap().len(), 47);
    assert_eq!(case.reader().unwrap().tags().unwrap().len(), 2);

    let again = planned(&case, &fifty());
    assert_eq!((again.good(), again.wrong(), again.known()), (0, 3, 47));
    assert!(again.changes().is_empty());

    case.undo().unwrap();
    assert_eq!((strikes(&case), case.undo_label().unwrap()), (0, None));
    case.redo().unwrap();
    assert_eq!(strikes(&case), 47);
    let verdict = case.reader().unwrap().verify(|_, _| true).unwrap();
    assert!(verdict.is_sound(), "{:?}", verdict.problems);
}

fn run(home: &Path, args: &[&str]) -> Output {
    assert_cmd::Command::cargo_bin("witnessmark")
        .unwrap()
        .args(args)
        .env("HOME", home)
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("XDG_DATA_HOME", home.join("data"))
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap()
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {output:?}"))
}

#[test]
fn the_command_writes_nothing_beside_problems_unless_told_to() {
    let home = tempfile::tempdir().unwrap();
    let path = |name: &str| home.path().join(name).to_str().unwrap().to_owned();
    let (case, sheet) = (path("case.witness"), path("strikes.tsv"));
    assert!(run(home.path(), &["new", &case]).status.success());
    std::fs::write(&sheet, fifty()).unwrap();
    let import = |more: &[&str]| {
        let args = [&["import-sheet", &case, &sheet, "--as", "strikes"], more].concat();
        run(home.path(), &args)
    };
    let count = || {
        json(&run(home.path(), &["list", &case, "strikes", "--json"]))
            .as_array()
            .unwrap()
            .len()
    };

    let dry = import(&["--dry-run"]);
    assert_eq!(dry.status.code(), Some(1));
    let said = String::from_utf8(dry.stdout).unwrap();
    for row in ["Row 7, Дата удару “05/06/2024”:", "Row 20, ", "Row 33, "] {
        assert!(said.contains(row), "{said}");
    }
    assert!(
        said.contains("47 of 50 rows are good, 3 have problems."),
        "{said}"
    );

    let refused = import(&[]);
    assert_eq!((refused.status.code(), count()), (Some(1), 0));
    let partial = import(&["--partial", "--json"]);
    assert_eq!((partial.status.code(), count()), (Some(1), 47));
    let report = json(&partial);
    assert_eq!(
        (&report["written"], &report["problems"][0]["row"]),
        (&47.into(), &7.into())
    );

    // The other order and a column that is left out: one problem less.
    let more = import(&["--day-first", "--map", "Статус=", "--partial", "--json"]);
    let report = json(&more);
    assert_eq!((&report["written"], &report["wrong"]), (&2.into(), &1.into()));
    assert_eq!(report["already_there"].as_array().unwrap().len(), 47);
    assert_eq!(import(&["--map", "Nowhere=title"]).status.code(), Some(2));
    assert!(run(home.path(), &["verify", &case]).status.success());
}

#[test]
fn a_list_that_the_program_wrote_comes_back_as_it_was() {
    let home = tempfile::tempdir().unwrap();
    let path = |name: &str| home.path().join(name).to_str().unwrap().to_owned();
    let (first, second, sheet) = (
        path("first.witness"),
        path("second.witness"),
        path("components.csv"),
    );
    let mut case = Case::create(Path::new(&first), "Kyiv", author()).unwrap();
    let board = Component {
        title: "=1+1 board".to_owned(),
        notes: "'-quoted,\n\"twice\"".to_owned(),
        latitude: Some(50.45),
        longitude: Some(-30.5),
        recovered: "2024-08~".parse().ok(),
        quantity: 3,
        ..Component::default()
    };
    let chip = Component {
        title: "@chip".to_owned(),
        parent: Some(board.id),
        ..Component::default()
    };
    for component in [&board, &chip] {
        case.apply(witnessmark::model::Change::Create(component.clone().into()))
            .unwrap();
    }
    case.apply(witnessmark::model::Change::AddTag {
        name: "a; b".to_owned(),
        vocabulary: String::new(),
        records: vec![chip.id.into()],
    })
    .unwrap();
    case.close().unwrap();
    let listed = run(home.path(), &["list", &first, "components", "--csv"]).stdout;
    assert!(String::from_utf8_lossy(&listed).contains("'=1+1 board"));
    std::fs::write(&sheet, &listed).unwrap();
    assert!(run(home.path(), &["new", &second]).status.success());
    let args = ["import-sheet", &second, &sheet, "--as", "components"];
    let import = run(home.path(), &args);
    assert!(import.status.success(), "{import:?}");
    let mut expected = vec![board, chip];
    expected.sort_by_key(|component| component.id);
    let reader = Case::open(Path::new(&second), author())
        .unwrap()
        .reader()
        .unwrap();
    assert_eq!(reader.all::<Component>().unwrap(), expected);
    let again = run(home.path(), &args);
    assert!(
        again.status.success(),
        "what is there already is no problem: {again:?}"
    );
    assert_eq!(reader.all::<Component>().unwrap().len(), 2);
}

#[test]
fn cells_are_set_by_a_command_all_of_them_or_none() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("case.witness").to_str().unwrap().to_owned();
    let mut case = Case::create(Path::new(&file), "Kyiv", author()).unwrap();
    let strike = Strike {
        title: "Depot".to_owned(),
        ..Strike::default()
    };
    let id = strike.id.to_string();
    case.apply(witnessmark::model::Change::Create(strike.into()))
        .unwrap();
    case.close().unwrap();
    let strike = || {
        let case = Case::open(Path::new(&file), author()).unwrap();
        let strike = case.reader().unwrap().get::<Strike>(&id).unwrap().unwrap();
        case.close().unwrap();
        strike
    };
    let set = |cells: &[&str]| run(home.path(), &[&["set", &file, &id], cells].concat());

    let refused = set(&["title=Bridge", "occurred=05/06/2024"]);
    assert_eq!(refused.status.code(), Some(1));
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(
        said.contains("occurred “05/06/2024”: Day and month can’t be told apart."),
        "{said}"
    );
    assert_eq!(strike().title, "Depot");

    assert!(
        set(&["occurred=5.6.2024", "position=50.45, 30.52", "tags=night; port"])
            .status
            .success()
    );
    let changed = strike();
    assert_eq!(changed.occurred.unwrap().as_str(), "2024-06-05");
    assert!(changed.radius_m.is_some_and(|radius| radius > 500.0));
    let same = set(&["occurred=2024-06-05", "--json"]);
    let same: Value = serde_json::from_slice(&same.stdout).unwrap();
    assert_eq!(same["changed"], false);
    assert!(set(&["occurred="]).status.success());
    assert_eq!(strike().occurred, None);
    assert_eq!(set(&["ocurred=2024"]).status.code(), Some(2));
    assert_eq!(set(&["id=x"]).status.code(), Some(2));
}
