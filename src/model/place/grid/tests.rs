//! UTM, UPS and MGRS as people write them.

use super::super::geodesic::measure;
use super::*;

fn found(text: &str) -> Result<Written, NotationError> {
    read(text).unwrap_or(Err(NotationError::Unrecognised))
}

fn near(text: &str, latitude: f64, longitude: f64, metres: f64) {
    let place = found(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    let off = measure(place.point(), (latitude, longitude)).0;
    assert!(off < metres, "{text}: {place:?} is {off} m off");
}

#[test]
fn a_square_is_its_middle_with_its_corners_as_the_radius() {
    for (digits, radius) in [
        ("", 71_000.0),
        ("28", 7100.0),
        ("2488", 710.0),
        ("244882", 71.0),
        ("24458825", 7.1),
        ("2445088255", 0.71),
    ] {
        let place = found(&format!("36UUA{digits}")).unwrap();
        assert_eq!(place.radius_m, Some(radius), "{digits}");
    }
    assert_eq!(found("36U UA 24 88"), found("36uua2488"));
    assert_eq!(found("MGRS 36U UA 24 88"), found("36UUA2488"));
    assert_eq!(found("36U UA 24 882"), Err(NotationError::SquareDigits));
    assert_eq!(found("36U UA 244"), Err(NotationError::SquareDigits));
}

#[test]
fn zones_that_do_not_exist_and_squares_outside_their_zone_are_refused() {
    for text in [
        "61U UA 24 88",
        "00U UA 24 88",
        "32X LG 1 1",
        "34XNG",
        "36X VN 5 5",
    ] {
        assert!(matches!(found(text), Err(NotationError::Zone { .. })), "{text}");
    }
    // Columns A to H are of other zones; S of zone 36 begins at 100 km, which 50° N doesn't reach.
    for text in ["36U AA 24 88", "36U SA 24 88", "36U UW 1 1"] {
        assert!(matches!(found(text), Err(NotationError::Square { .. })), "{text}");
    }
}

#[test]
fn utm_takes_a_band_or_a_hemisphere() {
    for text in [
        "36U 324567 5587654",
        "36 north 324567 5587654",
        "UTM 36U 324567mE 5587654mN",
        "36N E 324567 N 5587654",
        "Zone 36U, 324567, 5587654",
    ] {
        near(text, 50.414_692, 30.530_664, 1.0);
    }
    near("56H 334873 6252266", -33.857_001, 151.214_998, 1.0);
    near("56 south 334873 6252266", -33.857_001, 151.214_998, 1.0);
    near("56S 334873 6252266", -33.857_001, 151.214_998, 1.0);
}

#[test]
fn a_letter_that_contradicts_the_northing_is_refused() {
    assert!(matches!(
        found("36T 324567 5587654"),
        Err(NotationError::Band { is: 'U', .. })
    ));
    // New York's coast or the Strait of Magellan; 34° N is Lebanon, and 56° S the open sea.
    assert_eq!(
        found("18S 700000 3900000"),
        Err(NotationError::BandOrSouth { zone: 18 })
    );
    near("36S 700000 3800000", 34.322_005, 35.173_771, 1.0);
    // A digit that was lost.
    assert!(matches!(
        found("36U 32456 5587654"),
        Err(NotationError::OutsideZone { .. })
    ));
}

#[test]
fn the_poles_have_a_grid_of_their_own() {
    near("Z 2000000 2000000", 90.0, 0.0, 1.0);
    near("north 2000000 2000000", 90.0, 0.0, 1.0);
    near("B 2000000 2000000", -90.0, 0.0, 1.0);
    near("ZAH 00000 00000", 90.0, 0.0, 1.0);
    near("BAN 00000 00000", -90.0, 0.0, 1.0);
    assert!(matches!(
        found("Y 2100000 2000000"),
        Err(NotationError::Band { is: 'Z', .. })
    ));
}
