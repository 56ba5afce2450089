use jiff::civil::date;

use super::*;
use crate::case::{Author, Case};
use crate::model::album::{PickFilter, Unopened};
use crate::model::id::StrikeId;
use crate::model::photo::{Colour, Need};

/// What SQLite says it would do.
fn plan(filter: &PhotoFilter, sort: PhotoSort) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let author = Author {
        person: "O. Tester".to_owned(),
        device: "11111111-1111-7111-8111-111111111111".to_owned(),
        device_name: "test".to_owned(),
    };
    let case = Case::create(&folder.path().join("plan.witness"), "Plan", author).unwrap();
    let question = Statement::of(filter, false);
    let sql = format!("EXPLAIN QUERY PLAN {}", question.sql(sort));
    let mut statement = case.conn.prepare(&sql).unwrap();
    let values = question.values.into_iter().chain([Value::Integer(-1)]);
    let rows = statement
        .query_map(rusqlite::params_from_iter(values), |row| row.get::<_, String>(3))
        .unwrap();
    rows.map(Result::unwrap).collect()
}

/// The tables that hold a row for each photo, and more.
const BIG: [&str; 9] = [
    "p",
    "g",
    "d",
    "s",
    "m",
    "photo",
    "depiction",
    "search_text",
    "metadata",
];

/// Indexes that hold the photos of one condition only: reading all of one is reading what is asked for.
const PARTIAL: [&str; 6] = [
    "photo_kept",
    "photo_linked",
    "photo_unlinked",
    "photo_marked",
    "photo_unmarked",
    "photo_untranscribed",
];

fn scans(plan: &[String]) -> Vec<&String> {
    plan.iter()
        .filter(|step| !PARTIAL.iter().any(|index| step.ends_with(index)))
        .filter(|step| {
            let mut words = step.split(' ');
            words.next() == Some("SCAN") && words.next().is_some_and(|table| BIG.contains(&table))
        })
        .collect()
}

#[test]
fn a_list_without_a_filter_is_read_from_the_index_of_its_order() {
    for sort in [
        PhotoSort::Captured,
        PhotoSort::Newest,
        PhotoSort::Added,
        PhotoSort::FileName,
        PhotoSort::Camera,
        PhotoSort::PhotoSet,
        PhotoSort::Burst,
    ] {
        let plan = plan(&PhotoFilter::default(), sort);
        assert_eq!(plan.len(), 1, "{sort:?}: {plan:?}");
        assert!(
            plan[0].starts_with("SCAN p USING COVERING INDEX"),
            "{sort:?}: {plan:?}"
        );
    }
}

#[test]
fn no_filter_reads_a_whole_big_table() {
    let any = PhotoFilter::default;
    let filters = [
        PhotoFilter {
            tags: vec!["a".into(), "b".into()],
            ..any()
        },
        PhotoFilter {
            text: "actuator".into(),
            ..any()
        },
        PhotoFilter {
            text: "jet 11".into(),
            ..any()
        },
        PhotoFilter {
            metadata: "HERO6 1.10".into(),
            ..any()
        },
        PhotoFilter {
            linked: Some(false),
            ..any()
        },
        PhotoFilter {
            marked: Some(true),
            ..any()
        },
        PhotoFilter {
            untranscribed: true,
            ..any()
        },
        PhotoFilter {
            subject: Some(StrikeId::new().into()),
            ..any()
        },
        PhotoFilter {
            from: Some(date(2024, 8, 1)),
            to: Some(date(2024, 8, 31)),
            ..any()
        },
        PhotoFilter {
            from: Some(date(2024, 8, 1)),
            ..any()
        },
        PhotoFilter {
            camera: Some("Canon".into()),
            ..any()
        },
        PhotoFilter {
            photo_set: Some(PhotoSetId::new()),
            ..any()
        },
        PhotoFilter {
            rating: Some(3),
            ..any()
        },
        PhotoFilter {
            pick: Some(PickFilter::Flagged),
            ..any()
        },
        PhotoFilter {
            colour: Some(Colour::Red),
            ..any()
        },
        PhotoFilter {
            needs: Some(Need::Transcription),
            ..any()
        },
        PhotoFilter {
            near: Some(Near {
                latitude: 50.0,
                longitude: 30.0,
                radius_m: 5000.0,
            }),
            ..any()
        },
        PhotoFilter {
            linked: Some(false),
            camera: Some("Canon".into()),
            from: Some(date(2024, 8, 1)),
            text: "actuator".into(),
            pick: Some(PickFilter::NotRejected),
            ..any()
        },
    ];
    for filter in filters {
        for sort in [PhotoSort::Captured, PhotoSort::Added, PhotoSort::Camera] {
            let plan = plan(&filter, sort);
            assert_eq!(
                scans(&plan),
                Vec::<&String>::new(),
                "{filter:?} {sort:?}: {plan:?}"
            );
        }
    }
}

#[test]
fn what_was_not_opened_is_looked_up_in_the_order_of_the_list() {
    for unopened in [Unopened::ByAnybody, Unopened::By("A. Reader".into())] {
        let filter = PhotoFilter {
            unopened: Some(unopened),
            ..PhotoFilter::default()
        };
        for sort in [PhotoSort::Captured, PhotoSort::Added, PhotoSort::Camera] {
            let plan = plan(&filter, sort);
            assert!(
                plan[0].starts_with("SCAN p USING COVERING INDEX"),
                "{sort:?}: {plan:?}"
            );
            assert!(
                plan.iter()
                    .any(|step| step.starts_with("SEARCH o USING PRIMARY KEY (photo=?")),
                "{sort:?}: {plan:?}"
            );
            assert!(!plan.iter().any(|step| step.contains("TEMP B-TREE")), "{plan:?}");
        }
        // Beside a condition that an index finds, only what that leaves is looked up.
        let linked = PhotoFilter {
            linked: Some(false),
            ..filter
        };
        let plan = plan(&linked, PhotoSort::Added);
        assert_eq!(scans(&plan), Vec::<&String>::new(), "{plan:?}");
    }
}
