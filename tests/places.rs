//! Positions against independent libraries: 1,000 random points, the poles, the antimeridian, the zones of Norway and
//! Svalbard, and the edges of zones and bands, in every notation, both ways. `tests/places/make.py` makes the tables.

use proptest::prelude::*;
use witnessmark::model::place::geodesic::{measure, rounded_up, travel};
use witnessmark::model::place::sector::told;
use witnessmark::model::place::{Form, NotationError, Position, Written, print, read};

struct Row {
    point: (f64, f64),
    zone: String,
    grid: (f64, f64),
    mgrs: String,
    seconds: (String, String),
    plus_code: String,
}

fn number(text: &str) -> f64 {
    text.parse().unwrap()
}

fn rows() -> Vec<Row> {
    include_str!("places/points.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            Row {
                point: (number(cells[0]), number(cells[1])),
                zone: cells[2].to_owned(),
                grid: (number(cells[3]), number(cells[4])),
                mgrs: cells[5].to_owned(),
                seconds: (cells[6].to_owned(), cells[7].to_owned()),
                plus_code: cells[8].to_owned(),
            }
        })
        .collect()
}

fn place(point: (f64, f64), radius_m: Option<f64>) -> Position {
    Position {
        latitude: point.0,
        longitude: point.1,
        radius_m,
    }
}

fn understood(text: &str) -> Written {
    read(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// Metres between what was read and what is true.
fn off(text: &str, point: (f64, f64)) -> f64 {
    measure(understood(text).point(), point).0
}

#[test]
fn the_table_has_what_it_promises() {
    let rows = rows();
    assert!(rows.len() > 1_050, "{}", rows.len());
    let has = |zone: &str| rows.iter().filter(|row| row.zone == zone).count();
    for zone in [
        "A", "B", "Y", "Z", "31V", "32V", "31X", "33X", "35X", "37X", "1U", "60U",
    ] {
        assert!(has(zone) > 0, "{zone}");
    }
}

#[test]
fn utm_and_ups_are_those_of_proj_to_a_millimetre() {
    for row in rows() {
        let shown = print(&place(row.point, Some(0.0)), Form::Utm).replace(" north", "S");
        let parts: Vec<&str> = shown.split(' ').collect();
        // On the middle line of the poles either letter is right.
        let on_line = row.zone.len() == 1 && (row.grid.0 - 2_000_000.0).abs() < 0.001;
        assert!(parts[0] == row.zone || on_line, "{shown} is not {}", row.zone);
        assert!(
            (number(parts[1]) - row.grid.0).abs() <= 0.001,
            "{shown}: {:?}",
            row.grid
        );
        assert!(
            (number(parts[2]) - row.grid.1).abs() <= 0.001,
            "{shown}: {:?}",
            row.grid
        );

        let text = format!("{} {} {}", row.zone, row.grid.0, row.grid.1);
        if row.zone.ends_with('S') {
            // Band S or the south: where people live in both it is refused.
            let south = format!(
                "{} north {} {}",
                row.zone.trim_end_matches('S'),
                row.grid.0,
                row.grid.1
            );
            assert!(off(&south, row.point) <= 0.001, "{south}");
            assert!(read(&text).is_err() || off(&text, row.point) <= 0.001, "{text}");
        } else {
            assert!(
                off(&text, row.point) <= 0.001,
                "{text} is {} m off",
                off(&text, row.point)
            );
        }
    }
}

#[test]
fn mgrs_squares_are_those_of_geotrans() {
    let mut differ = Vec::new();
    for row in rows() {
        let ours = print(&place(row.point, Some(0.0)), Form::Mgrs).replace(' ', "");
        let theirs = row.mgrs.trim_start_matches('0');
        if ours != theirs {
            // Squares are cut off: on a line between two of them a ten-thousandth of a millimetre decides.
            let on_line = |metres: f64| (metres - metres.round()).abs() < 0.001;
            assert!(
                on_line(row.grid.0) || on_line(row.grid.1),
                "{ours} is not {theirs}: {:?} {:?}",
                row.point,
                row.grid
            );
            differ.push(ours);
        }
        for digits in 0..=5 {
            let (head, tail) = row.mgrs.split_at(row.mgrs.len() - 10);
            let text = format!("{head}{}{}", &tail[..digits], &tail[5..5 + digits]);
            let square = understood(&text);
            let radius = square.radius_m.unwrap();
            let distance = measure(square.point(), row.point).0;
            // A millimetre for points on the line, a centimetre by which the middle is rounded.
            assert!(
                distance <= radius + 0.012,
                "{text}: {distance} m from the middle, radius {radius} m"
            );
            let side = 10f64.powi(5 - digits as i32);
            assert!(
                radius < side * 0.75,
                "{text}: a radius of {radius} m is too large"
            );
        }
    }
    assert!(differ.len() < 10, "{differ:?}");
}

#[test]
fn seconds_and_minutes_are_those_of_geotrans() {
    for row in rows() {
        let signed = |text: &str, letters: [char; 2]| {
            let letter = letters[usize::from(text.starts_with('-'))];
            let parts: Vec<String> = text
                .trim_start_matches('-')
                .split(' ')
                .map(str::to_owned)
                .collect();
            (parts, letter)
        };
        let (north, ns) = signed(&row.seconds.0, ['N', 'S']);
        let (east, ew) = signed(&row.seconds.1, ['E', 'W']);
        // Their seconds may be rounded up to 60.
        if [&north, &east].iter().all(|parts| number(&parts[2]) < 60.0) {
            for text in [
                format!(
                    "{}°{}′{}″{ns} {}°{}′{}″{ew}",
                    north[0], north[1], north[2], east[0], east[1], east[2]
                ),
                format!(
                    "{ns} {} {} {} {ew} {} {} {}",
                    north[0], north[1], north[2], east[0], east[1], east[2]
                ),
                format!(
                    "{}d{}m{}s {ns}, {}d{}m{}s {ew}",
                    north[0], north[1], north[2], east[0], east[1], east[2]
                ),
            ] {
                assert!(off(&text, row.point) < 0.0005, "{text}");
            }
        }
        let minutes = |parts: &[String]| number(&parts[1]) + number(&parts[2]) / 60.0;
        let text = format!(
            "{}°{:.8}'{ns} {}°{:.8}'{ew}",
            north[0],
            minutes(&north),
            east[0],
            minutes(&east)
        );
        if !text.contains("60.00000000") {
            assert!(off(&text, row.point) < 0.0005, "{text}");
        }
        // And written by us: within half of a ten-thousandth of a second, 1.6 mm a way.
        for form in [Form::Seconds, Form::Minutes] {
            let shown = print(&place(row.point, Some(0.0)), form);
            assert!(off(&shown, row.point) < 0.013, "{shown}: {:?}", row.point);
        }
    }
}

#[test]
fn plus_codes_are_those_of_their_library() {
    for row in rows() {
        let code = understood(&row.plus_code);
        let distance = measure(code.point(), row.point).0;
        // The library cuts what is just under a line off to the cell below.
        assert!(
            distance <= code.radius_m.unwrap() + 0.12,
            "{}: {distance} m",
            row.plus_code
        );
        assert!(code.radius_m.unwrap() < 3.0, "{}", row.plus_code);
    }
}

#[test]
fn decimal_degrees_uris_and_links_are_what_they_say() {
    for row in rows() {
        let (latitude, longitude) = row.point;
        for text in [
            format!("{latitude}, {longitude}"),
            format!("{latitude};{longitude}"),
            format!("geo:{latitude},{longitude};u=5"),
            format!("https://www.google.com/maps/place/@1,2,3z/data=!3d{latitude}!4d{longitude}"),
            format!("https://www.openstreetmap.org/#map=15/{latitude}/{longitude}"),
            format!("https://yandex.com/maps/?ll={longitude}%2C{latitude}&z=15"),
            format!("https://www.bing.com/maps?cp={latitude}~{longitude}"),
            format!("https://maps.apple.com/?ll={latitude},{longitude}"),
        ] {
            assert_eq!(understood(&text).point(), row.point, "{text}");
        }
        // With commas alone, whole numbers may be minutes as well; nothing wrong is read.
        let commas = format!("{latitude},{longitude}").replace('.', ",");
        match read(&commas) {
            Ok(read) => assert_eq!(read.point(), row.point, "{commas}"),
            Err(error) => assert!(
                matches!(
                    error,
                    NotationError::Ambiguous { .. } | NotationError::Unrecognised
                ) && (latitude.fract() == 0.0 || longitude.fract() == 0.0 || commas.len() <= 12),
                "{commas}: {error}"
            ),
        }
        for form in [Form::Decimal, Form::GeoUri] {
            let shown = print(&place(row.point, Some(0.0)), form);
            assert!(off(&shown, row.point) < 0.001, "{shown}");
        }
    }
}

#[test]
fn distances_and_bearings_are_those_of_geographiclib() {
    let mut checked = 0;
    for line in include_str!("places/lines.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let cells: Vec<f64> = line.split('\t').map(number).collect();
        let (from, to) = ((cells[0], cells[1]), (cells[2], cells[3]));
        let (metres, bearing) = measure(from, to);
        assert!((metres - cells[4]).abs() < 2e-6, "{line}: {metres}");
        let turned = (bearing - cells[5] + 180.0).rem_euclid(360.0) - 180.0;
        assert!(turned.abs() < 1e-8, "{line}: {bearing}");
        let there = travel(from, bearing, metres);
        assert!(measure(there, to).0 < 1e-6, "{line}: {there:?}");
        checked += 1;
    }
    assert_eq!(checked, 1_000);
}

fn a_position() -> impl Strategy<Value = Position> {
    let edge = |values: &'static [f64]| prop::sample::select(values);
    let latitude =
        prop_oneof![8 => -90.0..=90.0, 1 => edge(&[-90.0, -80.0, 0.0, 56.0, 64.0, 72.0, 84.0, 90.0])];
    let longitude =
        prop_oneof![8 => -180.0..=180.0, 1 => edge(&[-180.0, 0.0, 3.0, 6.0, 9.0, 21.0, 33.0, 42.0, 180.0])];
    let radius = prop_oneof![1 => Just(None), 4 => (-2.0..6.0f64).prop_map(|power| Some(10f64.powf(power)))];
    (latitude, longitude, radius).prop_map(|(latitude, longitude, radius_m)| Position {
        latitude,
        longitude,
        radius_m,
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// What is written is read again to within what the digits can tell, and the digits claim no more than is known.
    #[test]
    fn a_position_that_was_written_is_read_again(position in a_position()) {
        for form in Form::ALL {
            let shown = print(&position, form);
            let read = match read(&shown) {
                Ok(read) => read,
                Err(error) => return Err(TestCaseError::fail(format!("{shown}: {error}"))),
            };
            let truth = (position.latitude, position.longitude);
            let distance = measure(read.point(), truth).0;
            let exact = match (form, read.radius_m) {
                // Neither zeros at the end of UTM nor the digits of a URI say how exact they are.
                (Form::Utm, Some(claimed)) => claimed.max(position.radius_m.unwrap_or(0.0)),
                (_, claimed) => claimed.unwrap_or_else(|| position.radius_m.unwrap_or(0.1).max(0.001)),
            };
            prop_assert!(distance <= exact + 0.012, "{}: {} m off, {} m claimed", shown, distance, exact);
            if let (Some(known), Some(claimed), true) = (position.radius_m, read.radius_m, form != Form::Utm) {
                // No unit is smaller than a degree or a square of 100 km, none finer than a metre's square.
                let is_coarsest = known > 55_000.0;
                let is_finest = known < 0.71;
                prop_assert!(
                    is_coarsest || is_finest || claimed <= rounded_up(known * 1.01),
                    "{}: {} m known, {} m claimed", shown, known, claimed
                );
            }
        }
    }

    #[test]
    fn no_text_makes_reading_panic(text in "\\PC*") {
        let _ = read(&text);
        let _ = told(&text);
    }

    #[test]
    fn nothing_that_looks_like_a_position_makes_reading_panic(
        text in "(geo:|https://(maps\\.)?(google|bing|yandex|openstreetmap)\\.(com|org)/|MGRS )?[-+0-9.,;:°'\" NSEWUACXZ@!?=&#/~%dmsПнСшкм]{0,40}"
    ) {
        if let Ok(place) = read(&text) {
            prop_assert!((-90.0..=90.0).contains(&place.latitude), "{text}: {place:?}");
            prop_assert!((-180.0..=180.0).contains(&place.longitude), "{text}: {place:?}");
            prop_assert!(place.radius_m.is_none_or(|metres| metres.is_finite() && metres >= 0.0), "{text}: {place:?}");
        }
        let _ = told(&text);
    }
}
