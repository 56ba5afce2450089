//! Degrees as people write them.

use super::super::geodesic::measure;
use super::super::notation::{Notation, NotationError, read};

fn near(text: &str, latitude: f64, longitude: f64) {
    let place = read(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    let off = measure(place.point(), (latitude, longitude)).0;
    assert!(off < 0.5, "{text}: {place:?} is {off} m off");
}

#[test]
fn decimal_degrees_are_read_in_the_ways_people_write_them() {
    for text in [
        "50.4501, 30.5234",
        "50.4501 30.5234",
        "50.4501,30.5234",
        "50.4501; 30.5234",
        "(50.4501, 30.5234)",
        "50,4501 30,5234",
        "50,4501, 30,5234",
        "50,4501; 30,5234",
        "50,4501,30,5234",
        "50.4501N 30.5234E",
        "N50.4501 E30.5234",
        "30.5234 E, 50.4501 N",
        "50.4501° N, 30.5234° E",
        "+50.4501+030.5234/",
        "Lat: 50.4501 Lon: 30.5234",
        "longitude=30.5234, latitude=50.4501",
        "50,4501 пн.ш. 30,5234 сх.д.",
        "50.4501 с.ш., 30.5234 в.д.",
        "Пн. ш. 50.4501, Сх. д. 30.5234",
        "북위 50.4501도 동경 30.5234도",
        "широта 50.4501 довгота 30.5234",
        "５０.４５０１, ３０.５２３４",
        "۵۰.۴۵۰۱, ۳۰.۵۲۳۴",
        "\u{200e}50.4501,\u{a0}30.5234",
    ] {
        near(text, 50.4501, 30.5234);
        assert_eq!(read(text).unwrap().notation, Notation::Decimal, "{text}");
    }
    near("-33.8568, 151.2153", -33.8568, 151.2153);
    near("\u{2212}33.8568, 151.2153", -33.8568, 151.2153);
    near("33.8568 S 151.2153 E", -33.8568, 151.2153);
    near("22.9 ю.ш. 43.2 з.д.", -22.9, -43.2);
    near("-0.5, -0.5", -0.5, -0.5);
}

#[test]
fn minutes_and_seconds_are_read_in_the_ways_people_write_them() {
    for text in [
        "50°27′00.4″N 30°31′24.2″E",
        "50° 27' 0.4\" N, 30° 31' 24.2\" E",
        "50°27'00.4''N 30°31'24.2''E",
        "N 50 27 0.4 E 30 31 24.2",
        "50 27 0.4 30 31 24.2",
        "50d27m0.4s 30d31m24.2s",
        "50d 27m 0.4s N 30d 31m 24.2s E",
        "50:27:00.4 N 30:31:24.2 E",
        "50-27-00.4N 030-31-24.2E",
        "502700.4N 0303124.2E",
        "50° 27′ 0,4″ пн. ш. 30° 31′ 24,2″ сх. д.",
        "50град 27мин 0.4сек с.ш. 30град 31мин 24.2сек в.д.",
        "북위 50도 27분 0.4초 동경 30도 31분 24.2초",
    ] {
        near(text, 50.450_111, 30.523_389);
        assert_eq!(read(text).unwrap().notation, Notation::Seconds, "{text}");
    }
    for text in [
        "50°27.5′N 30°31.2′E",
        "50 27.5, 30 31.2",
        "5027.5N 03031.2E",
        "50°27,5' 30°31,2'",
    ] {
        near(text, 50.458_333, 30.52);
        assert_eq!(read(text).unwrap().notation, Notation::Minutes, "{text}");
    }
    near("33°52'10\"S 151°12'30\"E", -33.869_444, 151.208_333);
    near("33°52'10 S 151°12'30 E", -33.869_444, 151.208_333);
    near("-0°30'0.0\" 0°30'0.0\"", -0.5, 0.5);
}

#[test]
fn the_radius_is_that_of_what_would_be_rounded_to_these_digits() {
    // Half of 0.01° is 556 m north and 354 m east at this latitude.
    assert_eq!(read("50.45, 30.52").unwrap().radius_m, Some(660.0));
    assert_eq!(read("50.450000, 30.520000").unwrap().radius_m, Some(0.066));
    assert_eq!(read("50°27′N 30°31′E").unwrap().radius_m, Some(1100.0));
    // The coarser of the two counts.
    assert!(read("50.45, 30.52345").unwrap().radius_m.unwrap() > 500.0);
}

#[test]
fn what_can_be_read_in_two_ways_is_refused_with_both() {
    for text in ["50,45", "50,45,30,52", "50,45 30", "50 27"] {
        let error = read(text).unwrap_err();
        assert!(
            matches!(error, NotationError::Ambiguous { .. }),
            "{text}: {error:?}"
        );
    }
    // Commas close to their digits are decimal, the wide one divides.
    near("50,45, 30,52", 50.45, 30.52);
}

#[test]
fn what_is_wrong_is_said() {
    let refused = |text: &str| read(text).unwrap_err();
    assert_eq!(
        refused("130.52, 50.45"),
        NotationError::Swapped {
            degrees: 130.52,
            other: "50.45, 130.52".to_owned()
        }
    );
    assert!(matches!(refused("95.5 N 30.5 E"), NotationError::Latitude { .. }));
    assert!(matches!(refused("50.5, 190.5"), NotationError::Longitude { .. }));
    assert_eq!(refused("50°61′N 30°31′E"), NotationError::Sixty);
    assert_eq!(refused("50.5°27′N 30°31′E"), NotationError::Fraction);
    assert_eq!(refused("-50.5 S 30.5 E"), NotationError::SignAndLetter);
    assert_eq!(refused("50.5 N 30.5"), NotationError::Letters);
    assert_eq!(refused("50.5 N 30.5 N"), NotationError::Letters);
    for text in [
        "",
        "Kyiv",
        "50.45",
        "50.45.30",
        "[30.52, 50.45]",
        "POINT(30.52 50.45)",
        "50.45 - 30.52",
        "1 2 3",
    ] {
        assert_eq!(refused(text), NotationError::Unrecognised, "{text}");
    }
}
