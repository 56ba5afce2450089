//! Places that are told from others.

use super::*;

fn kyiv(name: &str) -> Vec<Anchor> {
    let town = |name: &str, point, weight| Anchor {
        name: name.to_owned(),
        point,
        radius_m: None,
        weight,
    };
    match name {
        "Kyiv" | "Київ" | "키이우" | "Києва" => {
            vec![town("Kyiv", (50.454_66, 30.523_8), 2_952_301)]
        }
        "Novoselivka" => vec![
            town("Novoselivka, Donetsk", (48.1, 37.7), 900),
            town("Novoselivka, Kharkiv", (49.9, 36.0), 700),
        ],
        _ => vec![],
    }
}

fn found(text: &str) -> Located {
    locate(&told(text).unwrap_or_else(|| panic!("{text}")), &kyiv).unwrap()
}

#[test]
fn words_of_several_languages_are_a_sector() {
    for text in [
        "20 km NW of Kyiv",
        "about 20 km north-west of Kyiv",
        "20km to the northwest of Kyiv",
        "20 км на північний захід від Києва",
        "20 км северо-западнее от Київ",
        "키이우에서 북서쪽으로 20km",
        "키이우 북서쪽 20 km",
        "north-west of Kyiv, 20 km",
    ] {
        let told = told(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(told.bearings, (292.5, 337.5), "{text}");
        assert_eq!(told.distance, Some((15_000.0, 25_000.0)), "{text}");
    }
    let place = told("between 5 and 15 km, 300-330° from 50.45, 30.52").unwrap();
    assert_eq!(
        (place.bearings, place.distance),
        ((300.0, 330.0), Some((5000.0, 15_000.0)))
    );
    assert_eq!(place.from, "50.45, 30.52");
    assert_eq!(
        told("up to 30 km north of Kyiv").unwrap().distance,
        Some((0.0, 30_000.0))
    );
    assert_eq!(told("bearing 315° from Kyiv").unwrap().bearings, (312.5, 317.5));
    for text in [
        "Kyiv",
        "outskirts of Kyiv",
        "50.45, 30.52",
        "36U UA 24 88",
        "Battle of Kyiv",
        "",
    ] {
        assert_eq!(told(text), None, "{text}");
    }
}

#[test]
fn a_direction_alone_is_a_sector_of_an_assumed_reach_and_no_point() {
    let place = found("north of Kyiv");
    assert!(place.is_assumed);
    assert_eq!(place.sector.bearings, (315.0, 45.0));
    assert_eq!(place.sector.distance, (0.0, ASSUMED));
    let (latitude, _, radius) = place.sector.circle();
    assert!(
        latitude > 50.6 && radius > 35_000.0 && radius < 37_000.0,
        "{latitude} {radius}"
    );
}

#[test]
fn the_circle_holds_the_whole_sector_and_is_not_much_larger() {
    for (bearings, distance) in [
        ((315.0, 45.0), (0.0, 50_000.0)),
        ((300.0, 330.0), (5_000.0, 15_000.0)),
        ((350.0, 10.0), (90_000.0, 100_000.0)),
        ((0.0, 360.0), (1_000.0, 2_000.0)),
        ((10.0, 300.0), (0.0, 500_000.0)),
        ((80.0, 100.0), (0.0, 1_000_000.0)),
    ] {
        for from in [(50.45, 30.52), (-80.0, 179.9), (0.0, 0.0), (89.9, 10.0)] {
            let sector = Sector {
                from,
                from_radius_m: 0.0,
                bearings,
                distance,
            };
            let (latitude, longitude, radius) = sector.circle();
            let width = sector.width();
            let mut farthest = 0.0f64;
            for step in 0..=500 {
                let bearing = bearings.0 + width * f64::from(step) / 500.0;
                for metres in [distance.0, (distance.0 + distance.1) / 2.0, distance.1] {
                    let point = travel(from, bearing, metres);
                    farthest = farthest.max(measure((latitude, longitude), point).0);
                }
            }
            assert!(farthest <= radius, "{sector:?}: {farthest} > {radius}");
            assert!(
                radius <= farthest * 1.12 + 10.0,
                "{sector:?}: {radius} is much more than {farthest}"
            );
        }
    }
}

#[test]
fn numbers_say_how_exact_they_are() {
    for (text, low, high) in [
        ("20", 15.0, 25.0),
        ("25", 22.5, 27.5),
        ("21", 20.5, 21.5),
        ("100", 50.0, 150.0),
        ("1", 0.5, 1.5),
        ("1.5", 1.25, 1.75),
        ("2,0", 1.95, 2.05),
    ] {
        let (a, b) = about(text).unwrap();
        assert!(
            (a - low).abs() < 1e-9 && (b - high).abs() < 1e-9,
            "{text}: {a} {b}"
        );
    }
}

#[test]
fn a_name_of_several_places_or_of_none_is_refused() {
    let locate = |text: &str| locate(&told(text).unwrap(), &kyiv);
    assert!(matches!(
        locate("5 km N of Novoselivka"),
        Err(SectorError::Several { .. })
    ));
    assert!(matches!(
        locate("5 km N of Nowhere"),
        Err(SectorError::Unknown { .. })
    ));
    assert!(matches!(locate("15-5 km N of Kyiv"), Err(SectorError::Distance)));
    assert!(matches!(locate("9000 km N of Kyiv"), Err(SectorError::Distance)));
}
