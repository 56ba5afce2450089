use proptest::prelude::*;

use super::layout::{DRAWN_MOST, Layer, Picture};
use super::matrix::{Column, Matrix};
use super::order::Layers;
use super::*;
use crate::analysis::chart::tests::weapon;
use crate::model::id::ComponentId;

/// A mark on a component of its own.
fn mark(text: &str) -> MarkFacts {
    MarkFacts {
        id: MarkingId::new(),
        component: Some(ComponentId::new()),
        component_title: String::new(),
        kind: Some("jet_vane_actuator".to_owned()),
        maker: None,
        text: text.to_owned(),
        is_disputed: false,
        dated: None,
    }
}

/// A weapon used on a day, of the strike of that day if it has one.
pub(crate) fn with(title: &str, used: &str, strike: Option<StrikeId>, marks: &[&str]) -> WeaponFacts {
    WeaponFacts {
        strike,
        strike_title: strike.map(|_| format!("Strike of {used}")).unwrap_or_default(),
        marks: marks.iter().map(|text| mark(text)).collect(),
        ..weapon(title, "", used)
    }
}

/// Three strikes: two share a mark, and a weapon of none shares a doubtful one with the third.
pub(crate) fn three_strikes() -> Vec<WeaponFacts> {
    let strikes = [StrikeId::new(), StrikeId::new(), StrikeId::new()];
    vec![
        with("C", "2024-08-18", Some(strikes[2]), &["ОТК 7", "А0109"]),
        with("A", "2024-07-30", Some(strikes[0]), &["ПР 18"]),
        with("B", "2024-08-05", Some(strikes[1]), &["ПР 18", "А0101"]),
        with("D", "", None, &["ОТК {7?}"]),
        with("E", "2024-08-06", None, &["4711"]),
    ]
}

fn plain(reach: Option<Reach>) -> Filter {
    Filter {
        reach,
        certain_only: false,
    }
}

#[test]
fn what_links_is_in_the_network_with_its_weapons_and_strikes_and_the_rest_is_counted() {
    let network = network(&three_strikes(), Filter::default());
    assert_eq!(network.reach, Reach::Weapons);
    let titles = |all: &mut dyn Iterator<Item = &String>| all.cloned().collect::<Vec<_>>();
    assert_eq!(
        titles(&mut network.strikes.iter().map(|node| &node.title)),
        [
            "Strike of 2024-07-30",
            "Strike of 2024-08-05",
            "Strike of 2024-08-18"
        ],
        "by their days"
    );
    assert_eq!(
        titles(&mut network.weapons.iter().map(|node| &node.title)),
        ["A", "B", "C", "D"],
        "a weapon of no strike stays"
    );
    assert_eq!(network.weapons[3].strike, None);
    let labels = titles(&mut network.links.iter().map(|node| &node.label));
    assert_eq!(labels, ["ПР 18", "А0101 … А0109", "ОТК 7"]);
    assert_eq!(network.unlinked, 1);
    assert!(network.notes()[0].contains("1 weapon bears no such mark"));
}

#[test]
fn a_link_that_rests_on_doubtful_marks_is_doubtful_and_can_be_left_out() {
    let weapons = three_strikes();
    let all = network(&weapons, Filter::default());
    let doubts: Vec<bool> = all.links.iter().map(|node| node.doubt.is_any()).collect();
    assert_eq!(doubts, [false, false, true]);
    assert_eq!(all.links[2].doubt.text(), "uncertain characters");
    let doubtful: Vec<bool> = all.bears.iter().map(|bears| bears.doubt.is_any()).collect();
    assert_eq!(
        doubtful.iter().filter(|one| **one).count(),
        1,
        "the edge of the doubtful mark"
    );
    let certain = network(
        &weapons,
        Filter {
            certain_only: true,
            ..Filter::default()
        },
    );
    assert_eq!(certain.links.len(), 2);
    let mut disputed = weapons.clone();
    for mark in disputed.iter_mut().flat_map(|weapon| &mut weapon.marks) {
        mark.is_disputed = mark.text == "ПР 18";
    }
    let disputed = network(&disputed, Filter::default());
    assert_eq!(disputed.links[0].doubt.text(), "read differently");
}

#[test]
fn a_third_certain_mark_makes_no_link_certain_that_two_doubtful_ones_made() {
    let mut weapons = three_strikes();
    weapons.push(with("F", "2024-09-01", Some(StrikeId::new()), &["ОТК 7"]));
    let all = network(&weapons, Filter::default());
    let node = all.links.iter().find(|node| node.label == "ОТК 7").unwrap();
    assert!(
        !node.doubt.is_any(),
        "two certain marks stand without the doubtful one"
    );
    let doubtful = all.bears.iter().filter(|bears| bears.doubt.is_any()).count();
    assert_eq!(doubtful, 1, "its edge is doubtful still");
}

#[test]
fn marks_within_one_weapon_are_shown_where_nothing_joins_two_and_are_said_to_link_nothing() {
    let strike = StrikeId::new();
    let weapons = [
        with("A", "2024-08-18", Some(strike), &["113", "113"]),
        with("B", "2024-08-05", Some(StrikeId::new()), &[]),
    ];
    let fits = network(&weapons, Filter::default());
    assert_eq!(
        (fits.reach, fits.links.len(), fits.unlinked),
        (Reach::Components, 1, 1)
    );
    let statement = &fits.links[0].link.statement;
    assert!(statement.contains("It joins no two weapons"), "{statement}");
    assert!(
        fits.notes()[0].contains("No mark joins two weapons"),
        "{:?}",
        fits.notes()
    );
    assert!(network(&weapons, plain(Some(Reach::Weapons))).links.is_empty());
    let one_component = {
        let mut weapons = weapons.clone();
        weapons[0].marks[1].component = weapons[0].marks[0].component;
        network(&weapons, Filter::default())
    };
    assert!(one_component.links.is_empty(), "the same piece seen twice");
}

#[test]
fn only_what_joins_strikes_is_left_when_that_is_asked_for() {
    let strike = StrikeId::new();
    let weapons = [
        with("A", "2024-08-18", Some(strike), &["ПР 18", "ОТК 7"]),
        with("B", "2024-08-18", Some(strike), &["ПР 18"]),
        with("C", "2024-08-05", Some(StrikeId::new()), &["ОТК 7"]),
    ];
    assert_eq!(network(&weapons, plain(Some(Reach::Weapons))).links.len(), 2);
    let strikes = network(&weapons, plain(Some(Reach::Strikes)));
    assert_eq!(strikes.links.len(), 1);
    assert_eq!(strikes.links[0].label, "ОТК 7");
}

#[test]
fn a_matrix_lays_what_is_linked_together_and_counts_marks() {
    let strikes: Vec<StrikeId> = (0..4).map(|_| StrikeId::new()).collect();
    let day = |nth: usize| format!("2024-08-0{}", nth + 1);
    let weapons = [
        with("A", &day(0), Some(strikes[0]), &["ПР 1", "ПР 1"]),
        with("B", &day(1), Some(strikes[1]), &["ОТК 2"]),
        with("C", &day(2), Some(strikes[2]), &["ПР 1", "ЗИП 3"]),
        with("D", &day(3), Some(strikes[3]), &["ОТК 2"]),
        with("E", "", None, &["ЗИП 3"]),
    ];
    let network = network(&weapons, Filter::default());
    let matrix = Matrix::of(&network);
    let columns: Vec<Column> = matrix.columns.clone();
    assert_eq!(
        columns,
        [
            Column::Strike(0),
            Column::Strike(2),
            Column::Weapon(4),
            Column::Strike(1),
            Column::Strike(3)
        ]
    );
    let labels: Vec<&str> = matrix
        .rows
        .iter()
        .map(|row| network.links[row.link].label.as_str())
        .collect();
    assert_eq!(labels, ["ПР 1", "ЗИП 3", "ОТК 2"]);
    let cell = matrix.cell(0, 0).unwrap();
    assert_eq!((cell.marks, cell.weapons), (2, 1));
    assert_eq!(matrix.cell(0, 3), None);
    assert_eq!(matrix.filled(), 6);
    assert_eq!(matrix.next_in_row((0, 0), true), Some(1));
    assert_eq!(matrix.next_in_row((0, 0), false), None);
}

#[test]
fn of_very_many_links_those_that_join_most_strikes_are_drawn_and_the_rest_is_counted() {
    let weapons: Vec<WeaponFacts> = (0..900)
        .map(|nth| {
            let pair = format!("ОТК {}", 1000 + nth / 2);
            with("W", "2024-08-18", Some(StrikeId::new()), &[&pair])
        })
        .collect();
    let network = network(&weapons, Filter::default());
    assert!(!Picture::is_small(&network));
    let picture = Picture::of(&network);
    assert!(picture.network.nodes() <= DRAWN_MOST);
    assert_eq!(
        picture.not_drawn + picture.network.links.len(),
        network.links.len()
    );
    assert!(
        picture.network.links.len() >= 70,
        "{}",
        picture.network.links.len()
    );
}

#[test]
fn a_strike_lights_what_its_weapons_bear_and_a_mark_the_strikes_that_share_it() {
    let picture = Picture::of(&network(&three_strikes(), Filter::default()));
    let lit = picture.lit((Layer::Links, 0));
    let expected = [
        (Layer::Strikes, 0),
        (Layer::Strikes, 1),
        (Layer::Weapons, 0),
        (Layer::Weapons, 1),
        (Layer::Links, 0),
    ];
    assert_eq!(lit, BTreeSet::from(expected));
    let lit = picture.lit((Layer::Strikes, 0));
    assert_eq!(
        lit,
        BTreeSet::from([(Layer::Strikes, 0), (Layer::Weapons, 0), (Layer::Links, 0)])
    );
    let weapon = picture.across((Layer::Links, 0), false).unwrap();
    assert_eq!(weapon.0, Layer::Weapons);
    assert_eq!(picture.across((Layer::Strikes, 0), false), None);
    let (layer, nth) = picture.beside((Layer::Links, 0), 1);
    assert!(layer == Layer::Links && nth != 0);
}

/// Weapons that share marks of a few letters, some without a strike or a day.
fn some_weapons() -> impl Strategy<Value = Vec<WeaponFacts>> {
    let one = (0_usize..8, prop::collection::vec((0_u8..12, any::<bool>()), 0..5));
    prop::collection::vec(one, 0..24).prop_map(|all| {
        let strikes: Vec<StrikeId> = (0..7).map(|_| StrikeId::new()).collect();
        all.into_iter()
            .map(|(nth, marks)| {
                let strike = strikes.get(nth).copied();
                let day = if nth % 3 == 2 {
                    String::new()
                } else {
                    format!("2024-08-{:02}", nth + 1)
                };
                let texts: Vec<String> = marks
                    .iter()
                    .map(|(letter, is_doubtful)| {
                        let letter = char::from(b'A' + letter);
                        if *is_doubtful {
                            format!("X{{{letter}?}}")
                        } else {
                            format!("X{letter}")
                        }
                    })
                    .collect();
                with(
                    "W",
                    &day,
                    strike,
                    &texts.iter().map(String::as_str).collect::<Vec<_>>(),
                )
            })
            .collect()
    })
}

/// Layers of up to 14 nodes with edges among them, where each node of the middle has at most one on the left.
fn some_layers() -> impl Strategy<Value = Layers> {
    (1_usize..14, 1_usize..14, 1_usize..14).prop_flat_map(|(left, middle, right)| {
        let belongs = prop::collection::vec(prop::option::of(0..left), middle);
        let bears = prop::collection::btree_set((0..middle, 0..right), 0..40);
        (belongs, bears).prop_map(move |(belongs, bears)| {
            let belongs = belongs
                .into_iter()
                .enumerate()
                .filter_map(|(weapon, strike)| Some((strike?, weapon)))
                .collect();
            Layers::new([left, middle, right], [belongs, bears.into_iter().collect()])
        })
    })
}

proptest! {
    #[test]
    fn the_same_weapons_in_any_order_give_the_same_picture_and_the_same_matrix(
        (weapons, shuffled) in some_weapons().prop_flat_map(|weapons| {
            (Just(weapons.clone()), Just(weapons).prop_shuffle())
        }),
        certain_only in any::<bool>(),
    ) {
        let filter = Filter { reach: None, certain_only };
        let (one, other) = (network(&weapons, filter), network(&shuffled, filter));
        prop_assert_eq!(Picture::of(&one), Picture::of(&other));
        prop_assert_eq!(Matrix::of(&one), Matrix::of(&other));
        prop_assert_eq!(one, other);
    }

    #[test]
    fn no_two_nodes_of_a_layer_overlap_and_all_lie_in_the_picture(weapons in some_weapons()) {
        let picture = Picture::of(&network(&weapons, Filter::default()));
        for layer in 0..3 {
            let mut before = f32::NEG_INFINITY;
            for node in &picture.order[layer] {
                let place = picture.places[layer][*node];
                prop_assert!(place - before >= 0.999, "{place} after {before}");
                prop_assert!(place >= 0.499 && place + 0.499 <= picture.height);
                before = place;
            }
        }
    }

    #[test]
    fn the_order_crosses_no_more_than_the_unsorted_one_and_has_every_node_once(layers in some_layers()) {
        let order = layers.order();
        prop_assert!(layers.crossings(&order) <= layers.crossings(&layers.wished()));
        for (sorted, wished) in order.iter().zip(layers.wished()) {
            let mut sorted = sorted.clone();
            sorted.sort_unstable();
            prop_assert_eq!(sorted, wished);
        }
        prop_assert_eq!(layers.order(), order);
    }

    #[test]
    fn a_matrix_holds_every_mark_of_the_network_once(weapons in some_weapons()) {
        let network = network(&weapons, Filter::default());
        let matrix = Matrix::of(&network);
        let in_cells: usize = matrix.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.marks).sum();
        let borne: usize = network.bears.iter().map(|bears| bears.marks.len()).sum();
        prop_assert_eq!(in_cells, borne);
        for row in &matrix.rows {
            prop_assert!(row.cells.is_sorted_by(|a, b| a.column < b.column));
        }
        let mut links: Vec<usize> = matrix.rows.iter().map(|row| row.link).collect();
        links.sort_unstable();
        prop_assert!(links.into_iter().eq(0..network.links.len()));
    }
}

#[test]
fn crossings_are_counted_and_strikes_stand_by_their_dates_where_that_costs_none() {
    let layers = Layers::new([2, 2, 2], [vec![(0, 1), (1, 0)], vec![(0, 0), (1, 1)]]);
    let wished = layers.wished();
    assert_eq!(layers.crossings(&wished), 1);
    let order = layers.order();
    assert_eq!(layers.crossings(&order), 0);
    assert_eq!(order[0], [0, 1], "the strikes stay, the weapons turn");
}
