use std::path::Path;

use proptest::prelude::*;

use super::*;
use crate::case::{Author, Case};
use crate::exchange::sheet::DayOrder;
use crate::model::{Component, Strike};
use crate::text::t;

fn case(folder: &Path, changes: Vec<Change>) -> Case {
    let author = Author {
        person: "Olena".to_owned(),
        device: "0198b1d6-0000-7000-8000-000000000001".to_owned(),
        device_name: "laptop".to_owned(),
    };
    let mut case = Case::create(&folder.join("case.witness"), "Kyiv", author).unwrap();
    case.apply_all(changes).unwrap();
    case
}

fn planned(text: &str, setting: &Setting, changes: Vec<Change>) -> Plan {
    let folder = tempfile::tempdir().unwrap();
    let case = case(folder.path(), changes);
    plan(&Table::of_text(text).unwrap(), setting, &case.reader().unwrap()).unwrap()
}

/// Row, column and reason of every problem.
fn problems(plan: &Plan) -> Vec<(usize, &str, &str)> {
    plan.problems
        .iter()
        .map(|problem| (problem.row, problem.column.as_str(), problem.what.as_str()))
        .collect()
}

fn states(plan: &Plan) -> Vec<&RowState> {
    plan.rows.iter().map(|row| &row.state).collect()
}

#[test]
fn the_first_row_names_the_columns_or_is_data() {
    let strikes = Setting::new(Target::Strikes);
    let named = planned("Name\tDate\nKyiv\t2024-08-18\n", &strikes, Vec::new());
    assert!(named.has_header);
    assert_eq!(named.good(), 1);
    let bare = planned("Reported\t2024-08-18\nLviv\t2024-08-19\n", &strikes, Vec::new());
    assert!(!bare.has_header);
    assert_eq!(bare.columns, ["A", "B"]);
    assert_eq!((bare.mapping.is_empty(), bare.rows.len()), (true, 0));
    // Names that nobody knows, above data.
    assert!(planned("Foo\tBar\nKyiv\t2024\n", &strikes, Vec::new()).has_header);
    let letters: Vec<String> = [0, 25, 26, 701, 702].map(letters).to_vec();
    assert_eq!(letters, ["A", "Z", "AA", "ZZ", "AAA"]);
}

#[test]
fn every_problem_is_told_with_its_row_and_nothing_is_guessed() {
    let text = "title;occurred;latitude;longitude;status;casualties\n\
                Kyiv;05/06/2024;50.45;30.52;confirmed;3\n\
                Lviv;2024-08-18;50.45;;reported;\n\
                Odesa;2024-08-18;46.48;30.72;perhaps;\n\
                Dnipro;2024-08-18;48.46\n\
                Sumy;2024-08-18;50.9;34.8;Disputed;;;\n\
                ;;;;;7\n";
    let mut setting = Setting::new(Target::Strikes);
    let plan = planned(text, &setting, Vec::new());
    let told = problems(&plan);
    assert_eq!(told.len(), 5, "{told:?}");
    assert_eq!(told[0], (2, "occurred", "Day and month can’t be told apart."));
    assert_eq!((told[1].0, told[1].1), (3, ""));
    assert!(told[1].2.contains("longitude"), "{told:?}");
    assert_eq!((told[2].0, told[2].1), (4, "status"));
    assert_eq!((told[3].0, told[3].1), (5, ""));
    assert_eq!((told[4].0, told[4].1), (7, ""));
    assert_eq!((plan.good(), plan.wrong()), (1, 5));
    assert_eq!(plan.left_out().collect::<Vec<_>>(), ["casualties"]);
    assert_eq!(
        plan.problem_at(&plan.rows[0], 1).map(|problem| problem.row),
        Some(2)
    );
    setting.day_order = Some(DayOrder::DayFirst);
    let plan = planned(text, &setting, Vec::new());
    let Some(Record::Strike(strike)) = &plan.rows[0].record else {
        panic!("{:?}", plan.rows[0]);
    };
    assert_eq!(
        strike.occurred.as_ref().map(ToString::to_string),
        Some("2024-06-05".to_owned())
    );
}

#[test]
fn a_coarse_notation_gives_its_radius_and_two_positions_are_a_problem() {
    let text = "title\tposition\tlat\tradius_m\nA\t36U UA 24 87\t\t\nB\t36U UA 24567 87654\t\t20\nC\t50.45, 30.52\t50.4\t\n";
    let plan = planned(text, &Setting::new(Target::Strikes), Vec::new());
    let radius = |row: usize| match &plan.rows[row].record {
        Some(Record::Strike(strike)) => strike.radius_m,
        _ => None,
    };
    assert_eq!((radius(0), radius(1)), (Some(710.0), Some(20.0)));
    assert_eq!(
        problems(&plan),
        [(4, "position", "The row gives a position and degrees besides.")]
    );
}

#[test]
fn what_the_case_or_an_earlier_row_has_is_left_out_unless_a_person_says_otherwise() {
    let there = Strike {
        title: "Kyiv".to_owned(),
        occurred: "2024-08-18".parse().ok(),
        ..Strike::default()
    };
    let id = there.id;
    let text = format!(
        "title,date,id\nKYIV,18.8.2024,\nKyiv,2024-08-19,\nkyiv ,2024-08-19,\nOther,2024-01-01,{id}\n"
    );
    let mut setting = Setting::new(Target::Strikes);
    let plan = planned(&text, &setting, vec![Change::Create(there.clone().into())]);
    let known = RowState::Known(id.into());
    assert_eq!(
        states(&plan),
        [&known, &RowState::Good, &RowState::Repeated(3), &known]
    );
    setting.again = true;
    let plan = planned(&text, &setting, vec![Change::Create(there.into())]);
    assert_eq!(
        states(&plan),
        [&RowState::Good, &RowState::Good, &RowState::Good, &known]
    );
}

#[test]
fn records_are_named_by_title_or_id_and_containers_may_be_in_the_table() {
    let weapon = |title: &str| crate::model::Weapon {
        title: title.to_owned(),
        ..crate::model::Weapon::default()
    };
    let box_there = Component {
        title: "Box".to_owned(),
        ..Component::default()
    };
    let changes: Vec<Change> = [weapon("Missile 1"), weapon("Drone"), weapon("Drone")]
        .map(|weapon| Change::Create(weapon.into()))
        .into_iter()
        .chain([Change::Create(box_there.into())])
        .collect();
    let text = "title\tweapon\tpart of\n\
                Chip\tMissile 1\tBoard\n\
                Board\tMissile 1\tBox\n\
                Wire\tDrone\t\n\
                Pin\t\tWire\n\
                Lid\t\tNowhere\n\
                Ring\t\tRing\n\
                Fin\tmissile 1\t\n";
    let plan = planned(text, &Setting::new(Target::Components), changes);
    assert_eq!(
        problems(&plan),
        [
            (4, "weapon", "2 records have this title."),
            (5, "part of", "It is contained in row 4, which can’t be taken in."),
            (6, "part of", "Nothing in the case has this title."),
            (7, "part of", t("case-weapon-contains-itself")),
            (8, "weapon", "Nothing in the case has this title."),
        ]
    );
    let created: Vec<String> = plan
        .changes()
        .into_iter()
        .filter_map(|change| match change {
            Change::Create(Record::Component(component)) => Some(component.title),
            _ => None,
        })
        .collect();
    assert_eq!(created, ["Board", "Chip"]);
}

#[test]
fn a_term_that_nobody_foresaw_is_kept_and_told() {
    let text = "title\tclass\ttags\nOne\tBalistic missile\tnight; drone\nTwo\tBallistic missile\tNight\n";
    let plan = planned(text, &Setting::new(Target::Weapons), Vec::new());
    assert_eq!(plan.good(), 2);
    let told: Vec<(usize, &str)> = plan
        .remarks
        .iter()
        .map(|remark| (remark.row, remark.value.as_str()))
        .collect();
    assert_eq!(told, [(2, "Balistic missile")]);
    let tags: Vec<(String, usize)> = plan
        .changes()
        .into_iter()
        .filter_map(|change| match change {
            Change::AddTag { name, records, .. } => Some((name, records.len())),
            _ => None,
        })
        .collect();
    assert_eq!(tags, [("drone".to_owned(), 1), ("night".to_owned(), 2)]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_table_makes_it_panic_and_every_good_row_is_accepted(
        rows in proptest::collection::vec(
            proptest::collection::vec("[0-9a-c/.,;'= -]{0,7}|2024-0[1-9]|Board|\\PC{0,5}", 1..9),
            1..12,
        ),
        target in 0usize..3,
    ) {
        let head = ["title\toccurred\tposition\treported\tlatitude\tlongitude\ttags\tid",
            "title\tclass\tstrike\torigin\tmodel_grade\ttags\tsources\tid",
            "title\tkind\tparent\tquantity\tlength_mm\trecovered\tlatitude\tlongitude"][target];
        let body: Vec<String> = rows.iter().map(|row| row.join("\t")).collect();
        let text = format!("{head}\n{}", body.join("\n"));
        let Ok(table) = Table::of_text(&text) else { return Ok(()) };
        let folder = tempfile::tempdir().unwrap();
        let mut case = case(folder.path(), Vec::new());
        let setting = Setting::new(Target::ALL[target]);
        let plan = plan(&table, &setting, &case.reader().unwrap()).unwrap();
        prop_assert_eq!(plan.good() + plan.wrong() + plan.known(), plan.rows.len());
        prop_assert!(plan.rows.iter().all(|row| (row.state == RowState::Wrong) != row.problems.is_empty()));
        case.apply_all(plan.changes()).unwrap();
        let again = super::plan(&table, &setting, &case.reader().unwrap()).unwrap();
        prop_assert_eq!(again.good(), 0);
    }
}
