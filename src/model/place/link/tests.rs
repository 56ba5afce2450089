//! Links and addresses as they are pasted.

use super::super::notation::read;
use super::*;

#[test]
fn geo_uris_have_a_radius_only_if_they_say_one() {
    let place = read("geo:50.45,30.52;u=35").unwrap();
    assert_eq!((place.point(), place.radius_m), ((50.45, 30.52), Some(35.0)));
    assert_eq!(read("geo:50.45,30.52").unwrap().radius_m, None);
    assert_eq!(
        read("GEO:50.45,30.52,179;crs=WGS84;u=1.5").unwrap().radius_m,
        Some(1.5)
    );
    assert_eq!(
        read("geo:0,0?q=50.45,30.52(Crater)").unwrap().point(),
        (50.45, 30.52)
    );
    assert!(matches!(
        read("geo:1,2;crs=nad27"),
        Err(NotationError::Crs { .. })
    ));
    for wrong in [
        "geo:",
        "geo:50.45",
        "geo:1e1,2",
        "geo:1,2;u=-3",
        "geo:nan,2",
        "geo:inf,2",
    ] {
        assert_eq!(read(wrong), Err(NotationError::GeoUri), "{wrong}");
    }
    assert!(matches!(read("geo:91,2"), Err(NotationError::Latitude { .. })));
}

#[test]
fn links_of_maps_are_read_as_they_are_pasted() {
    let mark = Notation::MarkOnMap;
    let middle = Notation::MiddleOfMap;
    for (link, notation) in [
        (
            "https://www.google.com/maps/@50.45,30.52,15z",
            middle(Map::Google),
        ),
        (
            "https://www.google.com.ua/maps/place/X/@50.1,30.1,17z/data=!3m1!4b1!4m6!3d50.45!4d30.52!16s",
            mark(Map::Google),
        ),
        ("https://maps.google.com/?q=50.45,30.52", mark(Map::Google)),
        (
            "https://www.google.com/maps?q=loc:50.45,30.52&z=3",
            mark(Map::Google),
        ),
        (
            "https://www.google.com/maps/search/?api=1&query=50.45%2C30.52",
            mark(Map::Google),
        ),
        (
            "https://www.google.com/maps/place/50%C2%B027'00.0%22N+30%C2%B031'12.0%22E/@50.1,30.1,17z",
            mark(Map::Google),
        ),
        (
            "https://www.google.com/maps/search/50.45,+30.52",
            mark(Map::Google),
        ),
        (
            "https://www.openstreetmap.org/#map=15/50.45/30.52&layers=N",
            middle(Map::OpenStreetMap),
        ),
        (
            "https://www.openstreetmap.org/?mlat=50.45&mlon=30.52#map=15/50.1/30.1",
            mark(Map::OpenStreetMap),
        ),
        ("https://maps.apple.com/?ll=50.45,30.52", middle(Map::Apple)),
        (
            "https://maps.apple.com/?q=Crater&ll=50.45,30.52",
            mark(Map::Apple),
        ),
        (
            "https://maps.apple.com/place?coordinate=50.45,30.52",
            mark(Map::Apple),
        ),
        (
            "https://yandex.ru/maps/143/kyiv/?ll=30.52%2C50.45&z=12",
            middle(Map::Yandex),
        ),
        (
            "https://yandex.com/maps/?whatshere[point]=30.52,50.45&ll=30.1,50.1",
            mark(Map::Yandex),
        ),
        ("https://yandex.ua/maps/?pt=30.52,50.45&z=18", mark(Map::Yandex)),
        (
            "https://www.bing.com/maps?cp=50.45~30.52&lvl=11",
            middle(Map::Bing),
        ),
        (
            "https://www.bing.com/maps?sp=point.50.45_30.52_Crater",
            mark(Map::Bing),
        ),
        (
            "http://wikimapia.org/#lang=en&lat=50.45&lon=30.52&z=12",
            middle(Map::Wikimapia),
        ),
        (
            "https://geohack.toolforge.org/geohack.php?pagename=Kyiv&params=50_27_0_N_30_31_12_E_type:city",
            mark(Map::GeoHack),
        ),
        (
            "https://geohack.toolforge.org/geohack.php?params=50.45;30.52_type:city",
            mark(Map::GeoHack),
        ),
    ] {
        let place = read(link).unwrap_or_else(|error| panic!("{link}: {error}"));
        assert!((place.latitude - 50.45).abs() < 1e-9, "{link}: {place:?}");
        assert!((place.longitude - 30.52).abs() < 1e-9, "{link}: {place:?}");
        assert_eq!(place.notation, notation, "{link}");
        assert!(place.radius_m.is_some(), "{link}");
    }
}

#[test]
fn links_that_hold_no_position_are_refused_with_the_reason() {
    for link in [
        "https://maps.app.goo.gl/abc123",
        "https://goo.gl/maps/abc",
        "https://yandex.ru/maps/-/CDabc",
        "https://osm.org/go/0wEg",
    ] {
        assert!(
            matches!(read(link), Err(NotationError::ShortLink { .. })),
            "{link}"
        );
    }
    assert!(matches!(
        read("https://www.google.com/maps/search/?api=1&query=Kyiv"),
        Err(NotationError::LinkWithout { map: Map::Google })
    ));
    assert!(matches!(
        read("https://www.google.com/maps/dir/a/b/data=!3d50.1!4d30.1!3d51.1!4d31.1"),
        Err(NotationError::LinkSeveral { .. })
    ));
    assert!(matches!(
        read("https://example.org/50.45,30.52"),
        Err(NotationError::UnknownLink { .. })
    ));
    assert!(matches!(
        read("https://yandex.ru/maps/?ll=30.52,95.45"),
        Err(NotationError::Latitude { .. })
    ));
}
