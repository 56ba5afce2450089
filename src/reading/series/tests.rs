use proptest::prelude::*;

use super::*;

/// `id, marks, context, earliest, latest, grade, what`, tab-separated. Marks are parted by ` ; `; a date in parentheses
/// is known from elsewhere.
const ROWS: &str = "\
Q1\tА0101 ; А0109\tpart=p\t-\t-\tC\tseries 8
Q2\tA0101 ; А0109\tpart=p\t-\t-\tnone\tother script
Q3\tLC-21A001-005 ; LC-21A001-009\t-\t-\t-\tB\tseries 4
Q4\tLC-21A001-005 ; LC-21A002-005\t-\t-\t-\tnone\t-
Q5\t1234 (2022-03) ; 1300 ; 1402 (2022-09)\t-\t2022-03-01\t2022-09-30\tC\tinterpolated
Q6\t0452 ; 0452\t-\t-\t-\tC\tidentical
Q7\tМ-0017 ; М-0017А\tpart=p\t-\t-\tC\tside by side
QN1\t101 ; 0101\tpart=p\t-\t-\tnone\t-
QN2\t1234 (2022-09) ; 1300 ; 1402 (2022-03)\t-\t-\t-\tX\tnot monotone
QN3\tК-12 ; 12\tpart=p\t-\t-\tnone\t-
QN4\t8{6?}123 ; 86124\tpart=p\t-\t-\tC\tseries 1
X1\tLC-21A001-005 ; LC-21B001-009\t-\t-\t-\tB\tseries 4
X2\tLC-21A001-00{5?} ; LC-21A001-009\t-\t-\t-\tC\tseries 4
X3\t{.}123 ; 4123\t-\t-\t-\tnone\t-
X4\tA12 ; B12\t-\t-\t-\tnone\t-
";

fn member(nth: usize, text: &str, object: Option<&str>) -> Option<Member<usize>> {
    let (mark, made) = match text.split_once(" (") {
        Some((mark, date)) => {
            let month = date.trim_end_matches(')').split_once('-').unwrap();
            let made = Interval::month(month.0.parse().unwrap(), month.1.parse().unwrap());
            (mark, made)
        }
        None => (text, None),
    };
    let number = Number::parse(mark, object, None)?;
    Some(Member {
        of: nth,
        number,
        made,
    })
}

#[test]
fn every_row_says_what_it_may_and_no_more() {
    for row in ROWS.lines() {
        let [id, marks, context, earliest, latest, grade, what] = row.split('\t').collect::<Vec<_>>()[..]
        else {
            panic!("{row}");
        };
        let object = context.strip_prefix("part=");
        let members: Option<Vec<Member<usize>>> = marks
            .split(" ; ")
            .enumerate()
            .map(|(nth, text)| member(nth, text, object))
            .collect();
        let Some(members) = members else {
            assert_eq!(grade, "none", "{id}");
            continue;
        };
        let (found, says, days) = match &members[..] {
            [a, b] => {
                let relation = relation(&a.number, &b.number);
                let says = match relation {
                    None => "-".to_owned(),
                    Some(Relation::Identical) => "identical".to_owned(),
                    Some(Relation::Series { difference }) => format!("series {difference}"),
                    Some(Relation::SideBySide) => "side by side".to_owned(),
                    Some(Relation::OtherScript) => "other script".to_owned(),
                };
                let grade = relation.and_then(|relation| relation.grade(&a.number, &b.number));
                (grade, says, None)
            }
            _ => {
                let asked = members[1].number.value;
                let all = series(members);
                let found = all[0].interpolate(asked);
                let (says, days) = match found {
                    Interpolation::Between(days) => ("interpolated", Some(days)),
                    Interpolation::NotMonotone => ("not monotone", None),
                    Interpolation::Open => ("-", None),
                };
                (found.grade(), says.to_owned(), days)
            }
        };
        let grade = (grade != "none").then_some(grade);
        assert_eq!(found.map(|grade| grade.to_string()).as_deref(), grade, "{id}");
        assert_eq!(says, what, "{id}");
        let days = days.map(|days| (days.earliest().to_string(), days.latest().to_string()));
        let expected = (earliest != "-").then(|| (earliest.to_owned(), latest.to_owned()));
        assert_eq!(days, expected, "{id}");
    }
}

fn of(texts: &[&str]) -> Vec<Member<usize>> {
    let members = texts.iter().enumerate();
    members
        .filter_map(|(nth, text)| member(nth, text, None))
        .collect()
}

#[test]
fn an_identical_number_has_three_explanations_and_is_never_the_same_missile() {
    let pair = of(&["0452", "0452"]);
    let text = relation_statement(Relation::Identical, &pair[0].number, &pair[1].number);
    for explanation in ["same object", "given twice", "copying"] {
        assert!(text.contains(explanation), "{text}");
    }
    assert!(!text.contains("missile"), "{text}");
}

#[test]
fn numbers_are_an_order_of_making_only_with_three_dates_from_elsewhere() {
    let said = |texts: &[&str]| {
        let found = series(of(texts));
        (found[0].order(), series_statement(&found[0]))
    };
    let (two, text) = said(&["1234 (2022-03)", "1300", "1402 (2022-09)"]);
    assert_eq!(two, Order::Numbered);
    assert!(text.contains("not known") && text.contains("167"), "{text}");
    let (three, _) = said(&["1234 (2022-03)", "1300 (2022-05)", "1402 (2022-09)"]);
    assert_eq!(three, Order::Made { dated: 3 });
    let (falls, _) = said(&["1234 (2022-09)", "1300 (2022-05)", "1402 (2022-09)"]);
    assert_eq!(falls, Order::NotMonotone);
}

#[test]
fn a_series_has_two_objects_and_one_kind_of_component() {
    let twice_on_one = [member(1, "0452", None).unwrap(), member(1, "0453", None).unwrap()];
    assert!(series(twice_on_one).is_empty());
    let vane = Number::parse("0452", Some("jet_vane"), None).unwrap();
    let fin = Number::parse("0453", Some("fin"), None).unwrap();
    assert_eq!(relation(&vane, &fin), None);
}

proptest! {
    #[test]
    fn a_relation_is_the_same_from_both_sides(a in "[AА]?[0-9]{2,4}[AБ]?", b in "[AА]?[0-9]{2,4}[AБ]?") {
        let a = Number::parse(&a, None, None).unwrap();
        let b = Number::parse(&b, None, None).unwrap();
        let turned = match relation(&b, &a) {
            Some(Relation::Series { difference }) => Some(Relation::Series { difference: -difference }),
            other => other,
        };
        prop_assert_eq!(relation(&a, &b), turned);
    }

    #[test]
    fn no_mark_makes_it_panic(mark in ".{0,24}|[0-9А-Яa-z.{}\\[\\]?/-]{0,30}") {
        if let Some(number) = Number::parse(&mark, None, None) {
            prop_assert_eq!(relation(&number, &number), Some(Relation::Identical));
        }
    }
}
