//! Copies for publication: nothing is in them that was not chosen. What others find in them is asked of `exiftool`
//! (`WITNESSMARK_PHOTOS` names a folder with more photos).

mod common;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use image::{Rgb, RgbImage};
use tempfile::TempDir;
use witnessmark::case::{Author, Case, Reader, sha256};
use witnessmark::exchange::publication::{FILL, Outcome, Plan, PublishError, publish};
use witnessmark::intake::import::{self, import, store};
use witnessmark::job::Progress;
use witnessmark::model::id::PhotoId;
use witnessmark::model::publication::{
    CopyFormat, DatePrecision, PlacePrecision, PublicationOptions, PublishedField, WithheldKind,
};
use witnessmark::model::{Change, Photo, Publication, Redaction, RedactionReason};

struct Desk {
    folder: TempDir,
    case: Case,
    made: usize,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let author = Author {
            person: "O. Tester".to_owned(),
            device: "11111111-1111-7111-8111-111111111111".to_owned(),
            device_name: "test laptop".to_owned(),
        };
        let case = Case::create(&folder.path().join("case.witness"), "Case", author).unwrap();
        Self {
            folder,
            case,
            made: 0,
        }
    }

    fn import(&mut self, sources: Vec<PathBuf>) -> Vec<Photo> {
        let case = &mut self.case;
        import(
            import::Plan::new(sources, "T"),
            &Progress::new(),
            |photos, step| store(case, photos, step),
        )
        .unwrap();
        let mut photos = self.reader().all::<Photo>().unwrap();
        photos.sort_by(|one, other| one.file_name.cmp(&other.file_name));
        photos
    }

    /// Takes the bytes in as a file of this name.
    fn take(&mut self, name: &str, bytes: &[u8]) -> Photo {
        let file = self.folder.path().join(name);
        std::fs::write(&file, bytes).unwrap();
        let photos = self.import(vec![file]);
        photos.into_iter().find(|photo| photo.file_name == name).unwrap()
    }

    fn reader(&self) -> Reader {
        self.case.reader().unwrap()
    }

    fn redact(&mut self, photo: PhotoId, [x, y, width, height]: [u32; 4]) {
        let redaction = Redaction {
            photo,
            x,
            y,
            width,
            height,
            why: RedactionReason::Face,
            ..Redaction::default()
        };
        self.case.apply(Change::Create(redaction.into())).unwrap();
    }

    fn plan(&mut self, photos: Vec<PhotoId>, options: PublicationOptions) -> Plan {
        self.made += 1;
        Plan {
            photos,
            folder: self.folder.path().join(format!("out {}", self.made)),
            options,
            purpose: "a report".to_owned(),
            recipient: "the public".to_owned(),
            by: "O. Tester".to_owned(),
            at: "2026-11-26T12:00:00Z".parse().unwrap(),
        }
    }

    fn publish(&mut self, photos: Vec<PhotoId>, options: PublicationOptions) -> (PathBuf, Outcome) {
        let plan = self.plan(photos, options);
        let outcome = publish(&self.reader(), &plan, &Progress::new()).unwrap();
        if let Some(change) = outcome.change() {
            self.case.apply(change).unwrap();
        }
        (plan.folder, outcome)
    }
}

fn named(folder: &Path, name: &str) -> RgbImage {
    image::open(folder.join(name)).unwrap().into_rgb8()
}

/// A JPEG of this picture with an EXIF orientation, as a camera writes it: colours at half of the resolution.
fn jpeg(picture: &RgbImage, orientation: u8) -> Vec<u8> {
    let mut compressor = turbojpeg::Compressor::new().unwrap();
    compressor.set_quality(85).unwrap();
    compressor.set_subsamp(turbojpeg::Subsamp::Sub2x2).unwrap();
    let width = picture.width() as usize;
    let plain = compressor
        .compress_to_vec(turbojpeg::Image {
            pixels: picture.as_raw().as_slice(),
            width,
            pitch: width * 3,
            height: picture.height() as usize,
            format: turbojpeg::PixelFormat::RGB,
        })
        .unwrap();
    // Exif 3.0 §4.5: one directory with one entry, Orientation (0x0112), a SHORT.
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0]);
    let length = (exif.len() as u16 + 2).to_be_bytes();
    [&plain[..2], &[0xFF, 0xE1], &length, &exif, &plain[2..]].concat()
}

/// Grey, with a magenta rectangle that nobody shall see: as it lies upright, and as the file stores it.
fn secret(orientation: u8) -> (Vec<u8>, [u32; 4], (u32, u32)) {
    let upright = (640, 400);
    let rect = [211, 97, 143, 120];
    let picture = RgbImage::from_fn(upright.0, upright.1, |x, y| {
        let inside = (rect[0]..rect[0] + rect[2]).contains(&x) && (rect[1]..rect[1] + rect[3]).contains(&y);
        let grey = 90 + ((x / 5 + y / 7) % 2 * 100) as u8;
        if inside {
            Rgb([255, 0, 255])
        } else {
            Rgb([grey; 3])
        }
    });
    let picture = image::DynamicImage::ImageRgb8(picture);
    // The inverse of what a decoder does.
    let stored = match orientation {
        2 => picture.fliph(),
        3 => picture.rotate180(),
        4 => picture.flipv(),
        5 => picture.rotate90().fliph(),
        6 => picture.rotate270(),
        7 => picture.rotate270().fliph(),
        8 => picture.rotate90(),
        _ => picture,
    };
    (jpeg(&stored.into_rgb8(), orientation), rect, upright)
}

fn scaled(rect: [u32; 4], from: u32, to: u32) -> [u32; 4] {
    let down = |at: u32| (u64::from(at) * u64::from(to) / u64::from(from)) as u32;
    let up = |at: u32| (u64::from(at) * u64::from(to)).div_ceil(u64::from(from)) as u32;
    let (left, top) = (down(rect[0]), down(rect[1]));
    [left, top, up(rect[0] + rect[2]), up(rect[1] + rect[3])]
}

#[test]
fn what_is_covered_is_filled_in_every_orientation_size_and_format_and_leaves_no_trace_beside_it() {
    let mut desk = Desk::new();
    for orientation in 1..=8 {
        let (bytes, rect, upright) = secret(orientation);
        let photo = desk.take(&format!("secret {orientation}.jpg"), &bytes);
        assert_eq!((photo.width, photo.height), upright, "{orientation}");
        desk.redact(photo.id, rect);
        for format in CopyFormat::ALL {
            for size in [None, Some(500), Some(333), Some(100)] {
                let options = PublicationOptions {
                    format,
                    size,
                    ..PublicationOptions::default()
                };
                let (folder, outcome) = desk.publish(vec![photo.id], options);
                let copy = &outcome.publication.copies[0];
                let picture = named(&folder, &copy.file);
                let [left, top, right, bottom] = scaled(rect, upright.0, picture.width());
                for (x, y, pixel) in picture.enumerate_pixels() {
                    let [red, green, blue] = pixel.0;
                    if (left..right).contains(&x) && (top..bottom).contains(&y) {
                        assert_eq!(
                            pixel.0, FILL,
                            "{orientation} {format:?} {size:?}: {x}, {y} is not filled"
                        );
                    }
                    // The picture is grey: whatever has a colour comes out of the rectangle.
                    let colour = red.abs_diff(green).max(blue.abs_diff(green));
                    assert!(
                        colour <= 10,
                        "{orientation} {format:?} {size:?}: {x}, {y} is {:?}",
                        pixel.0
                    );
                }
                // It is the picture, and not all of it is covered.
                let bright = picture.pixels().filter(|pixel| pixel.0[0] > 60).count();
                assert!(bright > picture.pixels().len() / 2);
            }
        }
    }
}

#[test]
fn hidden_pixels_alpha_deep_colours_and_other_formats_come_out_as_what_is_seen() {
    let mut desk = Desk::new();
    // A transparent PNG, under whose transparency there is something.
    let hidden = image::RgbaImage::from_fn(64, 64, |x, _| {
        if x < 32 {
            image::Rgba([255, 0, 255, 0])
        } else {
            image::Rgba([10, 200, 30, 255])
        }
    });
    let mut png = std::io::Cursor::new(Vec::new());
    hidden.write_to(&mut png, image::ImageFormat::Png).unwrap();
    let photo = desk.take("hidden.png", png.get_ref());
    let options = PublicationOptions {
        format: CopyFormat::Png,
        ..PublicationOptions::default()
    };
    let (folder, _) = desk.publish(vec![photo.id], options.clone());
    let picture = named(&folder, "001.png");
    assert_eq!(picture.get_pixel(5, 5).0, [128, 128, 128]);
    assert_eq!(picture.get_pixel(60, 5).0, [10, 200, 30]);

    for name in [
        "tiff_16bit_RGB.tiff",
        "pil_sample_cmyk.jpg",
        "HTC Desire.webp",
        "Issue 473 (Java).webp",
        "empty_icc.heic",
    ] {
        let file = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/photos")
            .join(name);
        let bytes = std::fs::read(&file).unwrap();
        let photo = desk.take(name, &bytes);
        desk.redact(photo.id, [0, 0, photo.width / 3, photo.height / 3]);
        let (folder, outcome) = desk.publish(vec![photo.id], options.clone());
        assert!(outcome.publication.refused.is_empty(), "{name}: {outcome:?}");
        let picture = named(&folder, "001.png");
        assert_eq!(picture.dimensions(), (photo.width, photo.height), "{name}");
        for (x, y, pixel) in picture.enumerate_pixels() {
            if x < photo.width / 3 && y < photo.height / 3 {
                assert_eq!(pixel.0, FILL, "{name}");
            }
        }
        assert!(
            picture.pixels().any(|pixel| pixel.0 != FILL),
            "{name} is not a picture"
        );
        let copy = &outcome.publication.copies[0];
        assert_eq!(
            copy.sha256,
            sha256(&std::fs::read(folder.join("001.png")).unwrap())
        );
        assert_eq!(copy.original, photo.sha256);
    }
}

/// What `exiftool` may say of a copy from which everything is withheld: how its pixels are coded.
const STRUCTURE: [&str; 24] = [
    "File:FileType",
    "File:FileTypeExtension",
    "File:MIMEType",
    "File:ImageWidth",
    "File:ImageHeight",
    "File:EncodingProcess",
    "File:BitsPerSample",
    "File:ColorComponents",
    "File:YCbCrSubSampling",
    "JFIF:JFIFVersion",
    "JFIF:ResolutionUnit",
    "JFIF:XResolution",
    "JFIF:YResolution",
    "PNG:ImageWidth",
    "PNG:ImageHeight",
    "PNG:BitDepth",
    "PNG:ColorType",
    "PNG:Compression",
    "PNG:Filter",
    "PNG:Interlace",
    "PNG:SRGBRendering",
    "PNG:Gamma",
    "Composite:ImageSize",
    "Composite:Megapixels",
];
/// What it may say besides when everything is chosen.
const CHOSEN: [&str; 6] = [
    "XMP-x:XMPToolkit",
    "XMP-dc:Description",
    "XMP-dc:Rights",
    "XMP-dc:Creator",
    "XMP-dc:Source",
    "XMP-photoshop:Credit",
];

/// What `exiftool` says of the pictures in a folder: tags by file. `None` where there is no `exiftool`.
fn exiftool(folder: &Path) -> Option<Vec<BTreeMap<String, serde_json::Value>>> {
    let said = std::process::Command::new("exiftool")
        .args(["-a", "-G1", "-s", "-j", "-ext", "jpg", "-ext", "png"])
        .arg(folder)
        .output();
    match said {
        Ok(said) => Some(serde_json::from_slice(&said.stdout).unwrap()),
        Err(error) => {
            eprintln!("skipped: exiftool can't be asked ({error}); bash setup.sh installs it");
            None
        }
    }
}

/// The tags that are neither of the file system nor in `known`.
fn unknown<'a>(tags: &'a BTreeMap<String, serde_json::Value>, known: &[&[&str]]) -> Vec<&'a str> {
    tags.keys()
        .map(String::as_str)
        .filter(|tag| {
            *tag != "SourceFile"
                && !tag.starts_with("System:")
                && !tag.starts_with("ExifTool:ExifToolVersion")
        })
        .filter(|tag| !known.iter().any(|known| known.contains(tag)))
        .collect()
}

/// Every value of the originals' metadata that is long enough not to come about by chance.
fn values(reader: &Reader, photo: &Photo) -> Vec<String> {
    let mut values: Vec<String> = reader
        .metadata(photo.id)
        .unwrap()
        .into_iter()
        .map(|(_, _, value)| value.trim().trim_matches('"').to_owned())
        .collect();
    values.extend(
        [photo.camera_serial.clone(), photo.camera_model.clone()]
            .into_iter()
            .flatten(),
    );
    values.push(photo.file_name.clone());
    // Numbers and words of copies' own structure are no trace.
    values.retain(|value| value.len() >= 7 && !"http://ns.adobe.com/".contains(value.as_str()));
    values
}

#[test]
fn others_find_nothing_in_the_copies_of_all_photos_but_what_was_chosen() {
    let mut desk = Desk::new();
    let photos = desk.import(common::photo_folders());
    assert!(photos.len() > 15);
    for photo in &photos {
        if photo.width > 0 {
            desk.redact(
                photo.id,
                [
                    photo.width / 4,
                    photo.height / 4,
                    photo.width / 4 + 1,
                    photo.height / 9 + 1,
                ],
            );
        }
    }
    let reader = desk.reader();
    let ids: Vec<PhotoId> = photos.iter().map(|photo| photo.id).collect();
    let everything = PublicationOptions {
        format: CopyFormat::Png,
        size: Some(400),
        date: DatePrecision::Day,
        place: PlacePrecision::Km10,
        credit: Some("Team & friends".to_owned()),
        keep: PublishedField::ALL.to_vec(),
        ..PublicationOptions::default()
    };
    for (options, known) in [
        (PublicationOptions::default(), &[&STRUCTURE[..]][..]),
        (everything, &[&STRUCTURE[..], &CHOSEN[..]][..]),
    ] {
        let (folder, outcome) = desk.publish(ids.clone(), options.clone());
        let publication = &outcome.publication;
        assert_eq!(publication.copies.len() + publication.refused.len(), photos.len());
        // No copy where there are no pixels, and everywhere else there is one.
        let without: Vec<&str> = photos
            .iter()
            .filter(|photo| photo.undecodable.is_some())
            .map(|photo| photo.file_name.as_str())
            .collect();
        let refused: Vec<&str> = publication
            .refused
            .iter()
            .map(|note| note.file.as_str())
            .collect();
        assert_eq!(refused, without, "{:?}", publication.refused);
        if let Some(said) = exiftool(&folder) {
            assert_eq!(said.len(), publication.copies.len());
            for tags in &said {
                let unknown = unknown(tags, known);
                assert!(unknown.is_empty(), "{}: {unknown:?}", tags["SourceFile"]);
            }
        }
        for copy in &publication.copies {
            let photo = photos.iter().find(|photo| photo.id == copy.photo).unwrap();
            let bytes = std::fs::read(folder.join(&copy.file)).unwrap();
            assert_eq!(sha256(&bytes), copy.sha256);
            for value in values(&reader, photo) {
                let chosen = options.keeps(PublishedField::Caption) && photo.caption.contains(&value)
                    || [&photo.photographer, &photo.licence, &photo.credit]
                        .into_iter()
                        .flatten()
                        .any(|text| !options.keep.is_empty() && text.contains(&value));
                let found = memchr::memmem::find(&bytes, value.as_bytes()).is_some();
                assert!(chosen || !found, "{}: {value:?} is in its copy", photo.file_name);
            }
            // What the file has is on the list of what was withheld.
            let has = |kind| copy.withheld.iter().any(|withheld| withheld.what == kind);
            assert!(has(WithheldKind::Redaction) || photo.width == 0);
            assert!(has(WithheldKind::SerialNumber) || photo.camera_serial.is_none());
            assert!(has(WithheldKind::Position) || photo.position().is_none());
            assert!(has(WithheldKind::Metadata) || reader.metadata(photo.id).unwrap().is_empty());
        }
    }
    assert_eq!(desk.reader().all::<Publication>().unwrap().len(), 2);
    let verdict = desk.reader().verify(|_, _| true).unwrap();
    assert!(verdict.is_sound(), "{:?}", verdict.problems);
}

#[test]
fn the_tables_say_what_was_chosen_and_not_where_the_photo_was_taken() {
    let mut desk = Desk::new();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/photos/thompson-springs.jpg");
    let photo = desk.import(vec![file]).remove(0);
    let options = PublicationOptions {
        place: PlacePrecision::Km1,
        date: DatePrecision::Month,
        ..PublicationOptions::default()
    };
    let (folder, _) = desk.publish(vec![photo.id], options);
    let json = std::fs::read(folder.join("publication.json")).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
    let row = json["copies"][0].as_object().unwrap();
    let columns: Vec<&str> = row.keys().map(String::as_str).collect();
    let mut expected = vec![
        "file",
        "sha256",
        "width",
        "height",
        "covered",
        "date",
        "latitude",
        "longitude",
        "radius_m",
    ];
    expected.sort_unstable();
    let mut sorted = columns.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, expected);
    assert_eq!(row["date"], "2022-01");
    let told = (
        row["latitude"].as_f64().unwrap(),
        row["longitude"].as_f64().unwrap(),
    );
    let (off, _) = witnessmark::model::place::geodesic::measure(told, photo.position().unwrap());
    let radius = row["radius_m"].as_f64().unwrap();
    assert!(off <= radius && radius < 800.0, "{off} {radius}");
    let csv = std::fs::read_to_string(folder.join("publication.csv")).unwrap();
    assert!(csv.starts_with("file,sha256,width,height,covered,date,latitude,longitude,radius_m\r\n001.jpg,"));
    assert_eq!(csv.lines().count(), 2);

    let options = PublicationOptions {
        place: PlacePrecision::Country,
        ..PublicationOptions::default()
    };
    let (folder, _) = desk.publish(vec![photo.id], options);
    let csv = std::fs::read_to_string(folder.join("publication.csv")).unwrap();
    assert!(csv.contains(",United States"), "{csv}");
}

#[test]
fn a_publication_that_is_stopped_refused_or_has_nothing_leaves_no_more_than_it_says() {
    let mut desk = Desk::new();
    let photos = desk.import(vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/photos")]);
    let ids: Vec<PhotoId> = photos.iter().map(|photo| photo.id).collect();

    let stopped = Progress::new();
    stopped.cancel();
    let plan = desk.plan(ids.clone(), PublicationOptions::default());
    let outcome = publish(&desk.reader(), &plan, &stopped).unwrap();
    assert!(outcome.cancelled && outcome.change().is_none() && !plan.folder.exists());

    // Nothing is written over.
    let plan = desk.plan(ids.clone(), PublicationOptions::default());
    std::fs::create_dir(&plan.folder).unwrap();
    std::fs::write(plan.folder.join("001.jpg"), "evidence").unwrap();
    let refused = publish(&desk.reader(), &plan, &Progress::new());
    assert!(matches!(refused, Err(PublishError::Taken(_))));
    assert_eq!(
        std::fs::read_to_string(plan.folder.join("001.jpg")).unwrap(),
        "evidence"
    );

    let plan = desk.plan(Vec::new(), PublicationOptions::default());
    let refused = publish(&desk.reader(), &plan, &Progress::new());
    assert!(matches!(refused, Err(PublishError::NoPhotos)));

    // A photo without pixels is refused by name, a photo that is asked for twice is there once.
    let broken = photos.iter().find(|photo| photo.undecodable.is_some()).unwrap();
    let sound = photos.iter().find(|photo| photo.undecodable.is_none()).unwrap();
    let (folder, outcome) = desk.publish(vec![broken.id, sound.id, sound.id], PublicationOptions::default());
    assert_eq!(outcome.publication.copies.len(), 1);
    assert_eq!(outcome.publication.refused[0].file, broken.file_name);
    let mut files: Vec<String> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    files.sort();
    assert_eq!(files, ["001.jpg", "publication.csv", "publication.json"]);
    let kept = desk.reader().published(sound.id).unwrap();
    assert_eq!(kept.len(), 1);
    assert_eq!(kept[0].publication, outcome.publication.id);
    assert_eq!(kept[0].copy, outcome.publication.copies[0]);
    assert!(desk.reader().published(broken.id).unwrap().is_empty());
}

#[test]
fn a_redaction_that_does_not_fit_its_picture_stops_the_copy() {
    let mut desk = Desk::new();
    let (bytes, rect, _) = secret(1);
    let photo = desk.take("secret.jpg", &bytes);
    desk.redact(photo.id, rect);
    let outside = Redaction {
        photo: photo.id,
        x: 639,
        y: 0,
        width: 2,
        height: 1,
        ..Redaction::default()
    };
    assert!(desk.case.apply(Change::Create(outside.into())).is_err());

    // The same photo with a record that states another size, as of a file that another program wrote.
    let other = Photo {
        width: 400,
        height: 640,
        file_name: "turned.jpg".to_owned(),
        sha256: sha256(&[bytes.as_slice(), b"."].concat()),
        ..Photo::default()
    };
    let id = other.id;
    let new = witnessmark::model::NewPhoto {
        photo: other,
        bytes: [bytes.as_slice(), b"."].concat(),
        ..witnessmark::model::NewPhoto::default()
    };
    desk.case.apply(Change::AddPhoto(Box::new(new))).unwrap();
    desk.redact(id, [10, 10, 20, 20]);
    let (_, outcome) = desk.publish(vec![id], PublicationOptions::default());
    assert!(outcome.publication.copies.is_empty());
    assert_eq!(outcome.publication.refused[0].file, "turned.jpg");
}

#[test]
fn a_redaction_is_taken_back_and_goes_with_its_photo_and_a_publication_stays_as_it_was() {
    let mut desk = Desk::new();
    let (bytes, rect, _) = secret(1);
    let photo = desk.take("secret.jpg", &bytes);
    desk.redact(photo.id, rect);
    let redactions = |desk: &Desk| desk.reader().redactions_of_photo(photo.id).unwrap().len();
    desk.case.undo().unwrap();
    assert_eq!(redactions(&desk), 0);
    desk.case.redo().unwrap();
    assert_eq!(redactions(&desk), 1);
    let (_, outcome) = desk.publish(vec![photo.id], PublicationOptions::default());
    let publication = outcome.publication;
    // What was given out can't be told otherwise, what it is called can.
    let edit = |fields: serde_json::Value| Change::Edit {
        record: publication.id.into(),
        fields: fields.as_object().unwrap().clone(),
    };
    assert!(
        desk.case
            .apply(edit(serde_json::json!({ "copies": [] })))
            .is_err()
    );
    desk.case
        .apply(edit(serde_json::json!({ "title": "Report 7" })))
        .unwrap();
    desk.case.apply(Change::Remove(photo.id.into())).unwrap();
    assert!(desk.reader().all::<Redaction>().unwrap().is_empty());
    assert_eq!(
        desk.reader().all::<Publication>().unwrap()[0].copies,
        publication.copies
    );
    let verdict = desk.reader().verify(|_, _| true).unwrap();
    assert!(verdict.is_sound(), "{:?}", verdict.problems);
}

#[test]
fn the_commands_redact_and_publish() {
    let home = tempfile::tempdir().unwrap();
    let run = |args: &[&str]| {
        assert_cmd::Command::cargo_bin("witnessmark")
            .unwrap()
            .args(args)
            .env("HOME", home.path())
            .env("LC_ALL", "C")
            .env("XDG_CONFIG_HOME", home.path().join("config"))
            .env("XDG_DATA_HOME", home.path().join("data"))
            .output()
            .unwrap()
    };
    let ok = |args: &[&str]| {
        let output = run(args);
        assert!(output.status.success(), "{args:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let case = home.path().join("case.witness");
    let case = case.to_str().unwrap();
    let out = home.path().join("copies");
    let out = out.to_str().unwrap();
    let mushroom = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/photos/mushroom.jpg");
    ok(&["new", case]);
    ok(&["import", case, mushroom]);
    ok(&[
        "redact",
        case,
        "mushroom.jpg",
        "--rect",
        "1,2,30,40",
        "--rect",
        "5,5,6,6",
        "--why",
        "number_plate",
    ]);
    let listed: Vec<Redaction> =
        serde_json::from_str(&ok(&["redact", case, "mushroom.jpg", "--list", "--json"])).unwrap();
    assert_eq!(listed.len(), 2);
    assert_eq!((listed[0].x, listed[0].height), (1, 40));
    assert_eq!(listed[0].why, RedactionReason::NumberPlate);
    let id = listed[1].id.to_string();
    ok(&["redact", case, "mushroom.jpg", "--remove", &id]);
    assert!(
        !run(&["redact", case, "mushroom.jpg", "--remove", &id])
            .status
            .success()
    );
    assert_eq!(
        run(&["redact", case, "mushroom.jpg", "--rect", "1,2", "--why", "face"])
            .status
            .code(),
        Some(2)
    );
    assert_eq!(run(&["publish", case, out]).status.code(), Some(2));

    let publish: Publication = serde_json::from_str(&ok(&[
        "publish",
        case,
        out,
        "--photos",
        "mushroom.jpg",
        "--size",
        "200",
        "--credit",
        "Team 7",
        "--strip",
        "--keep",
        "original",
        "--for",
        "a newspaper",
        "--json",
    ]))
    .unwrap();
    assert_eq!(publish.recipient, "a newspaper");
    assert_eq!(publish.copies[0].withheld[0].name, "number_plate");
    let copy = image::open(Path::new(out).join("001.jpg")).unwrap();
    // 200 pixels on the long side, and the strip below them.
    assert!(copy.width() == 150 && copy.height() > 210, "{copy:?}");
    let bytes = std::fs::read(Path::new(out).join("001.jpg")).unwrap();
    let source = format!("urn:sha256:{}", publish.copies[0].original);
    assert!(memchr::memmem::find(&bytes, source.as_bytes()).is_some());
    assert!(
        !run(&["publish", case, out, "--photos", "mushroom.jpg"])
            .status
            .success()
    );
    ok(&["verify", case]);
}
