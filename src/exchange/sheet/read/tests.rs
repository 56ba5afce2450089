use serde_json::json;

use super::*;
use crate::exchange::sheet::Target;

fn read(target: Target, field: &str, cell: &str, order: Option<DayOrder>) -> Result<Said, Fault> {
    said(
        target.field(field).unwrap(),
        cell,
        order,
        &Vocabularies::default(),
    )
}

fn value(target: Target, field: &str, cell: &str) -> Option<Value> {
    match read(target, field, cell, None) {
        Ok(Said::Value(value)) => Some(value),
        _ => None,
    }
}

#[test]
fn a_date_that_could_be_two_is_a_problem_until_the_order_is_stated() {
    let date = |cell, order| read(Target::Strikes, "occurred", cell, order);
    for cell in ["05/06/2024", "05-06-2024", "25/06/2024", "5/6/2024 03:40"] {
        let fault = date(cell, None).unwrap_err();
        assert_eq!(fault.what, t("sheet-date-order"), "{cell}");
    }
    let said = |text: &str| Ok(Said::Value(text.into()));
    assert_eq!(date("05/06/2024", Some(DayOrder::DayFirst)), said("2024-06-05"));
    assert_eq!(date("05/06/2024", Some(DayOrder::MonthFirst)), said("2024-05-06"));
    assert_eq!(
        date("5/6/2024 3:40", Some(DayOrder::DayFirst)),
        said("2024-06-05T03:40")
    );
    assert_eq!(date("5.6.2024", None), said("2024-06-05"));
    assert_eq!(date("2024-08~", None), said("2024-08~"));
    assert!(date("25/06/2024", Some(DayOrder::MonthFirst)).is_err());
    assert!(date("31.2.2024", None).is_err());
    assert!(date("5/6/24", Some(DayOrder::DayFirst)).is_err());
}

#[test]
fn numbers_are_read_as_they_are_written_in_many_countries() {
    let length = |cell| value(Target::Components, "length_mm", cell);
    assert_eq!(length("12,5"), Some(json!(12.5)));
    assert_eq!(length("1\u{a0}250.5"), Some(json!(1250.5)));
    assert_eq!(length("80 mm"), Some(json!(80.0)));
    assert_eq!(length("0,125"), Some(json!(0.125)));
    // A thousand and something, or one and a fraction; other units; no number.
    for cell in ["1,250", "1.250,5", "12 cm", "-3", "inf", "1e3", "about 5", "."] {
        assert_eq!(length(cell), None, "{cell}");
    }
    assert_eq!(value(Target::Strikes, "latitude", "50,450"), Some(json!(50.45)));
    assert_eq!(value(Target::Strikes, "longitude", "−30.5"), Some(json!(-30.5)));
    assert_eq!(value(Target::Strikes, "latitude", "91"), None);
    assert_eq!(value(Target::Components, "quantity", "2"), Some(json!(2)));
    assert_eq!(value(Target::Components, "quantity", "0"), None);
    assert_eq!(value(Target::Components, "quantity", "1.5"), None);
}

#[test]
fn terms_and_choices_are_known_by_id_label_and_synonym() {
    let class = |cell| value(Target::Weapons, "class", cell);
    assert_eq!(class("ballistic_missile"), Some(json!("ballistic_missile")));
    assert_eq!(class("BALLISTIC  missile"), Some(json!("ballistic_missile")));
    assert_eq!(class("Балістична ракета"), Some(json!("ballistic_missile")));
    let typed = read(Target::Weapons, "class", "Balistic missile", None);
    assert_eq!(typed, Ok(Said::Typed("Balistic missile".to_owned())));
    let status = |cell| value(Target::Strikes, "status", cell);
    assert_eq!(status("Confirmed"), Some(json!("confirmed")));
    assert_eq!(status("підтверджено"), Some(json!("confirmed")));
    let fault = read(Target::Strikes, "status", "maybe", None).unwrap_err();
    assert!(fault.mend.contains("Disputed"), "{}", fault.mend);
}

#[test]
fn the_other_forms_say_what_they_need() {
    assert_eq!(value(Target::Weapons, "origin", "kp"), Some(json!("KP")));
    assert_eq!(value(Target::Weapons, "origin", "DPRK"), None);
    assert_eq!(
        value(Target::Strikes, "time_zone", "Europe/Kyiv"),
        Some(json!("Europe/Kyiv"))
    );
    assert_eq!(value(Target::Strikes, "time_zone", "Kyiv time"), None);
    assert_eq!(value(Target::Strikes, "id", "12"), None);
    assert!(matches!(
        read(Target::Strikes, "position", "36U UA 24567 87654", None),
        Ok(Said::Position(_))
    ));
    assert!(read(Target::Strikes, "position", "near the river", None).is_err());
    let tags = read(Target::Strikes, "tags", "night; Energy ;;energy", None);
    assert_eq!(
        tags,
        Ok(Said::Tags(vec!["night".to_owned(), "Energy".to_owned()]))
    );
    let tags = read(Target::Strikes, "tags", r#"["a; b","c"]"#, None);
    assert_eq!(tags, Ok(Said::Tags(vec!["a; b".to_owned(), "c".to_owned()])));
    let link = value(Target::Strikes, "sources", "https://example.org/1").unwrap();
    assert_eq!(link[0]["link"], "https://example.org/1");
    assert_eq!(value(Target::Strikes, "sources", "[1]"), None);
}
