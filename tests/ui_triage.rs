//! A whole triage of 200 photos with the keyboard alone: culling, ratings, colours, links to what is in hand, in the
//! grid and in the viewer, and the filters and albums that show what came of it.

mod common;

use std::path::Path;

use common::window::Window;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use witnessmark::case::Reader;
use witnessmark::model::album::{PhotoFilter, PhotoSort, PickFilter};
use witnessmark::model::photo::{Colour, Need};
use witnessmark::model::record::RecordRef;
use witnessmark::model::{Album, Change, Component, Photo, PhotoSet, Strike};

/// 200 small photos, 50 on each of four days.
fn photos(folder: &Path) {
    for number in 0..200u32 {
        let shade = |x: u32, y: u32| ((x * 3 + y * 5 + number * 7) % 256) as u8;
        let picture = image::RgbImage::from_fn(48, 36, |x, y| {
            image::Rgb([shade(x, y), shade(y, x), (number % 256) as u8])
        });
        let mut jpeg = Vec::new();
        picture
            .write_to(&mut std::io::Cursor::new(&mut jpeg), image::ImageFormat::Jpeg)
            .unwrap();
        let (day, minute) = (number / 50 + 11, number % 50);
        let exif = captured(&format!("2024:08:{day:02} 09:{minute:02}:00"));
        let mut file = jpeg[..2].to_vec();
        file.extend([0xFF, 0xE1]);
        file.extend(u16::try_from(exif.len() + 2).unwrap().to_be_bytes());
        file.extend(&exif);
        file.extend(&jpeg[2..]);
        std::fs::write(folder.join(format!("{number:03}.jpg")), file).unwrap();
    }
}

/// An EXIF block that states the time of capture (EXIF 3.0 §4.5 and §4.6.6).
fn captured(time: &str) -> Vec<u8> {
    let mut tiff = b"Exif\0\0MM\0*\0\0\0\x08".to_vec();
    // One entry: where the Exif directory is; then that directory, with the time.
    tiff.extend([0, 1, 0x87, 0x69, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0]);
    tiff.extend([0, 1, 0x90, 0x03, 0, 2, 0, 0, 0, 20, 0, 0, 0, 44, 0, 0, 0, 0]);
    tiff.extend(time.as_bytes());
    tiff.push(0);
    tiff
}

impl Window {
    fn keys(&mut self, keys: &[Key]) {
        for key in keys {
            self.key(Modifiers::NONE, *key);
        }
    }

    fn shows(&self, text: &str) -> bool {
        self.names().contains(text)
    }
}

#[test]
fn two_hundred_photos_are_gone_through_by_keyboard_only() {
    let folder = tempfile::tempdir().unwrap();
    let from = folder.path().join("card");
    std::fs::create_dir(&from).unwrap();
    photos(&from);
    let path = folder.path().join("kyiv.witness");
    let mut window = Window::new_case(&path);
    let strike = Strike {
        title: "Attack of 11 August".to_owned(),
        ..Strike::default()
    };
    let component = Component {
        title: "Actuator".to_owned(),
        ..Component::default()
    };
    let (strike_ref, component_ref) = (RecordRef::from(strike.id), RecordRef::from(component.id));
    window
        .app()
        .session_mut()
        .unwrap()
        .apply(Change::Create(component.into()));
    window
        .app()
        .session_mut()
        .unwrap()
        .apply(Change::Create(strike.into()));
    window.app().session_mut().unwrap().import(vec![from]);
    window.settle();

    // Both are taken in hand by going over their lists.
    window.key(Modifiers::ALT, Key::Num3);
    window.click_role(Role::Row, "Actuator");
    window.key(Modifiers::ALT, Key::Num5);
    window.click_role(Role::Row, "Attack of 11 August");
    window.key(Modifiers::ALT, Key::Num1);
    assert!(window.shows("S Attack of 11 August"), "{}", window.names());

    // The first day: the grid gets the keyboard with the first arrow. Reject the first, flag and link the others.
    window.keys(&[Key::ArrowRight, Key::X, Key::ArrowRight]);
    window.key(Modifiers::SHIFT, Key::P);
    window.key(Modifiers::SHIFT, Key::ArrowDown);
    window.keys(&[Key::Num4, Key::S, Key::Num6]);
    let all = |filter: &PhotoFilter| {
        Reader::open(&path)
            .unwrap()
            .photos(filter, PhotoSort::Captured)
            .unwrap()
    };
    let any = PhotoFilter::default;
    let rejected = all(&PhotoFilter {
        pick: Some(PickFilter::Rejected),
        ..any()
    });
    assert_eq!(
        rejected
            .iter()
            .map(|row| row.file_name.as_str())
            .collect::<Vec<_>>(),
        ["000.jpg"]
    );
    let flagged = all(&PhotoFilter {
        pick: Some(PickFilter::Flagged),
        ..any()
    });
    assert_eq!(flagged[0].file_name, "001.jpg");
    let rated = all(&PhotoFilter {
        rating: Some(4),
        ..any()
    });
    assert!(rated.len() > 2, "a line of the grid and one more");
    let linked = all(&PhotoFilter {
        subject: Some(strike_ref.clone()),
        ..any()
    });
    assert_eq!(linked, rated);
    assert!(rated.iter().all(|row| row.colour == Some(Colour::Red)));

    // The second day in the viewer: Enter opens it, Shift with the decision goes on, a full stop repeats.
    let second = all(&any())[50].file_name.clone();
    assert_eq!(second, "050.jpg");
    window.keys(&[Key::Home, Key::Enter]);
    for _ in 0..50 {
        window.key(Modifiers::NONE, Key::ArrowRight);
    }
    assert!(
        window.shows("50.jpg") || window.shows("050.jpg"),
        "{}",
        window.names()
    );
    window.key(Modifiers::SHIFT, Key::T);
    for _ in 0..48 {
        window.key(Modifiers::SHIFT, Key::Period);
    }
    window.keys(&[Key::C, Key::Num5]);
    let needs = all(&PhotoFilter {
        needs: Some(Need::Transcription),
        ..any()
    });
    assert_eq!(
        (
            needs.len(),
            needs[0].file_name.as_str(),
            needs[48].file_name.as_str()
        ),
        (49, "050.jpg", "098.jpg")
    );
    let actuator = all(&PhotoFilter {
        subject: Some(component_ref),
        ..any()
    });
    assert_eq!(
        actuator
            .iter()
            .map(|row| row.file_name.as_str())
            .collect::<Vec<_>>(),
        ["099.jpg"]
    );

    // The rest at once: back to the grid, the third day to the end, rejected; undone; flagged.
    window.key(Modifiers::NONE, Key::Escape);
    window.keys(&[Key::ArrowRight]);
    window.key(Modifiers::SHIFT, Key::End);
    window.keys(&[Key::X]);
    assert_eq!(
        all(&PhotoFilter {
            pick: Some(PickFilter::Rejected),
            ..any()
        })
        .len(),
        101
    );
    window.key(Modifiers::COMMAND, Key::Z);
    assert_eq!(
        all(&PhotoFilter {
            pick: Some(PickFilter::Rejected),
            ..any()
        })
        .len(),
        1
    );
    window.keys(&[Key::P, Key::U, Key::Num2]);
    assert_eq!(
        all(&PhotoFilter {
            pick: Some(PickFilter::Flagged),
            ..any()
        })
        .len(),
        1
    );
    assert_eq!(
        all(&PhotoFilter {
            rating: Some(2),
            ..any()
        })
        .len(),
        101 + rated.len()
    );

    let photo = Reader::open(&path).unwrap().all::<Photo>().unwrap();
    assert_eq!(photo.len(), 200);
    assert!(photo.iter().all(|photo| photo.photo_set.is_some()));
    let verdict = Reader::open(&path).unwrap().verify(|_, _| true).unwrap();
    assert!(verdict.is_sound(), "{:?}", verdict.problems);
    window.app().close_case();
}

#[test]
fn a_filter_is_kept_as_an_album_and_a_set_says_where_its_photos_are_from() {
    let folder = tempfile::tempdir().unwrap();
    let from = folder.path().join("From the police");
    std::fs::create_dir(&from).unwrap();
    photos(&from);
    let path = folder.path().join("kyiv.witness");
    let mut window = Window::new_case(&path);
    window.app().session_mut().unwrap().import(vec![from]);
    window.settle();
    window.key(Modifiers::ALT, Key::Num1);
    window.click("Filter");
    window.fill("From day", "2024-08-12");
    window.fill("To day", "2024-08-12");
    assert!(window.shows("50 of 200 photos"), "{}", window.names());
    assert!(window.shows("Monday, 12 August 2024"), "{}", window.names());
    window.click("Albums");
    window.fill("Keep this filter as an album", "The second day");
    let albums = Reader::open(&path).unwrap().all::<Album>().unwrap();
    assert_eq!(albums.len(), 1);
    assert_eq!(
        albums[0].filter.from.map(|day| day.to_string()).as_deref(),
        Some("2024-08-12")
    );
    window.click("Clear the filter");
    assert!(!window.shows("50 of 200 photos"), "{}", window.names());
    window.click("Albums");
    window.click("The second day");
    assert!(window.shows("50 of 200 photos"), "{}", window.names());

    // From a photo to its set, and who gave it.
    window.click_role(Role::ListBoxOption, "050.jpg");
    window.click("From the police");
    window.fill("Given by", "Station 7");
    let sets = Reader::open(&path).unwrap().all::<PhotoSet>().unwrap();
    assert_eq!(sets[0].given_by.as_deref(), Some("Station 7"));
    assert!(window.harness.query_by_label("Go on with the import").is_none());
    window.app().close_case();
}

#[test]
fn a_clock_that_was_wrong_is_corrected_for_all_photos_of_a_camera_and_the_camera_s_time_stays() {
    let folder = tempfile::tempdir().unwrap();
    let from = folder.path().join("card");
    std::fs::create_dir(&from).unwrap();
    photos(&from);
    let path = folder.path().join("kyiv.witness");
    let mut window = Window::new_case(&path);
    window.app().session_mut().unwrap().import(vec![from]);
    window.settle();
    window.key(Modifiers::ALT, Key::Num1);
    window.keys(&[Key::ArrowRight]);
    window.key(Modifiers::COMMAND, Key::A);
    window.click("Show The camera’s clock");
    window.fill("Add to the camera’s time", "-1:12");
    window.fill("How this is known", "A photo of the station clock");
    assert!(
        window.shows("2024-08-11 09:00:00 becomes 2024-08-11 07:48:00"),
        "{}",
        window.names()
    );
    window.click("Correct 200 photos");
    let photos = Reader::open(&path).unwrap().all::<Photo>().unwrap();
    assert!(photos.iter().all(|photo| photo.clock_shift_s == Some(-4320)));
    let first = photos.iter().find(|photo| photo.file_name == "000.jpg").unwrap();
    assert_eq!(first.captured.as_deref(), Some("2024-08-11T09:00:00"));
    assert_eq!(first.taken().as_deref(), Some("2024-08-11T07:48:00"));
    window.key(Modifiers::COMMAND, Key::Z);
    let photos = Reader::open(&path).unwrap().all::<Photo>().unwrap();
    assert!(
        photos
            .iter()
            .all(|photo| photo.clock_shift_s.is_none() && photo.clock_basis.is_none())
    );
    window.app().close_case();
}

#[test]
fn what_an_edit_of_many_photos_changes_is_told_before_and_a_track_places_them() {
    let folder = tempfile::tempdir().unwrap();
    let from = folder.path().join("card");
    std::fs::create_dir(&from).unwrap();
    photos(&from);
    let track = folder.path().join("walk.gpx");
    // The whole of the first day's hour: 09:00 at +03:00 is 06:00 UTC.
    std::fs::write(
        &track,
        r#"<gpx><trk><trkseg>
        <trkpt lat="50.45" lon="30.52"><time>2024-08-11T06:00:00Z</time></trkpt>
        <trkpt lat="50.46" lon="30.53"><time>2024-08-11T06:20:00Z</time></trkpt>
        </trkseg></trk></gpx>"#,
    )
    .unwrap();
    let path = folder.path().join("kyiv.witness");
    let mut window = Window::new_case(&path);
    window.app().session_mut().unwrap().import(vec![from]);
    window.settle();
    window.key(Modifiers::ALT, Key::Num1);
    let all = || Reader::open(&path).unwrap().all::<Photo>().unwrap();
    let fields = [("photographer".to_owned(), "O. Petrenko".into())];
    window.app().session_mut().unwrap().apply(Change::Edit {
        record: all()[0].id.into(),
        fields: fields.into_iter().collect(),
    });
    window.settle();
    window.keys(&[Key::ArrowRight]);
    window.key(Modifiers::COMMAND, Key::A);
    {
        let fields = window.harness.query_all_by_label("Photographer");
        fields.into_iter().last().unwrap().focus();
    }
    window.harness.step();
    window.harness.event(egui::Event::Text("M. Tkach".to_owned()));
    window.settle();
    assert!(
        window.shows("Changes 200 of 200 photos, which have: nothing (199), “O. Petrenko” (1)"),
        "{}",
        window.names()
    );
    assert_eq!(
        all()[0].photographer.as_deref(),
        Some("O. Petrenko"),
        "nothing is written yet"
    );
    window.key(Modifiers::NONE, Key::Enter);
    assert_eq!(all()[0].photographer.as_deref(), Some("M. Tkach"));

    window.click("Show Place by a track");
    window.app().session_mut().unwrap().desk_mut().track = Some(track);
    window.settle();
    assert!(window.shows("200 have no offset from UTC"), "{}", window.names());
    window.fill("Offset from UTC of photos that state none", "+03:00");
    // Until ten minutes after the last point.
    assert!(
        window.shows("31 can be placed. 169 were taken away"),
        "{}",
        window.names()
    );
    assert!(window.shows("The first: 50.450000, 30.520000"));
    window.click("Place 31 photos");
    let photos = Reader::open(&path).unwrap().all::<Photo>().unwrap();
    let placed = photos.iter().filter(|photo| photo.position().is_some()).count();
    assert_eq!(placed, 31);
    assert!(
        photos.iter().all(|photo| photo.latitude.is_none()),
        "the file's own stays"
    );
    window.app().close_case();
}
