//! Every photo of the table against what other tools say of it: format, size, time, place, camera, and that its
//! pixels come out upright.

mod common;

use common::{Row, manifest, photo_folders};
use jiff::civil::DateTime;
use witnessmark::intake::decode::{Limits, decode};
use witnessmark::intake::metadata::Captured;
use witnessmark::intake::read::{Examined, examine};

/// How many of the 64 bits of an average hash may differ: decoders round differently, a wrong turn changes far more.
const BITS: u32 = 6;

/// How many grey levels a preview may be from the photo; a turned one is tens of them.
const LEVELS: f64 = 5.0;

/// What is said of one photo that differs from its row.
struct Differences<'row> {
    row: &'row Row,
    found: Vec<String>,
}

impl Differences<'_> {
    fn expect(&mut self, what: &str, found: impl std::fmt::Display, good: bool) {
        if !good {
            self.found
                .push(format!("{}: {what}: found {found}", self.row["file"]));
        }
    }
}

#[test]
fn every_photo_agrees_with_its_row() {
    let mut wrong = Vec::new();
    for folder in photo_folders() {
        for row in manifest(&folder) {
            let bytes = std::fs::read(folder.join(&row["file"])).unwrap();
            let mut differences = Differences {
                row: &row,
                found: Vec::new(),
            };
            match examine(&row["file"], &bytes) {
                Ok(examined) => {
                    println!("{}: {:?}", row["file"], examined.facts.warnings);
                    compare_facts(&mut differences, &examined);
                    compare_pixels(&mut differences, &examined, &bytes);
                }
                Err(refusal) => differences.expect("kept", refusal.reason, false),
            }
            wrong.append(&mut differences.found);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn compare_facts(differences: &mut Differences<'_>, examined: &Examined) {
    let (row, facts) = (differences.row, &examined.facts);
    // The table tells the containers of one format apart.
    let format = match row["format"].as_str() {
        "MPO" => "JPEG",
        "HEIF" => "HEIC",
        "Extended WEBP" => "WebP",
        other => other,
    };
    differences.expect("format", facts.format.name(), facts.format.name() == format);
    let side = |display: &str, stored: &str| {
        let value = if row[display].is_empty() {
            &row[stored]
        } else {
            &row[display]
        };
        value.parse().unwrap_or(0)
    };
    let size = (side("display_w", "width"), side("display_h", "height"));
    let found = (facts.display_width, facts.display_height);
    differences.expect("size", format!("{found:?}"), found == size);
    let orientation = row["orientation"].parse::<u32>().ok();
    differences.expect(
        "orientation",
        format!("{:?}", facts.orientation),
        facts.orientation == orientation,
    );
    let captured = facts.captured.as_ref();
    differences.expect(
        "captured",
        format!("{captured:?}"),
        captured.map(|captured| captured.local.with().subsec_nanosecond(0).build().unwrap())
            == expected_date(row),
    );
    if let Some(Captured { origin, .. }) = captured {
        let from_exif = date(&row["date_time_original"]).is_some();
        differences.expect("origin", origin, from_exif == (*origin == "DateTimeOriginal"));
    }
    let near = |found: Option<f64>, column: &str, within: f64| match (found, row[column].parse::<f64>().ok())
    {
        (Some(found), Some(expected)) => (found - expected).abs() <= within,
        (found, expected) => found == expected,
    };
    let (latitude, longitude) = facts.position.unzip();
    let place = format!("{:?} {:?}", facts.position, facts.altitude_m);
    differences.expect("latitude", &place, near(latitude, "gps_lat", 0.000_02));
    differences.expect("longitude", &place, near(longitude, "gps_lon", 0.000_02));
    let altitude = !row["gps_alt"].is_empty();
    differences.expect(
        "altitude",
        &place,
        !altitude || near(facts.altitude_m, "gps_alt", 0.1),
    );
    differences.expect(
        "make",
        format!("{:?}", facts.make),
        facts.make.as_deref().unwrap_or_default() == row["make"],
    );
    differences.expect(
        "model",
        format!("{:?}", facts.model),
        facts.model.as_deref().unwrap_or_default() == row["model"],
    );
}

/// The date of capture: of EXIF, else of the digitisation, else of XMP; `None` where none is whole.
fn expected_date(row: &Row) -> Option<DateTime> {
    ["date_time_original", "create_date", "xmp_iptc_date"]
        .iter()
        .find_map(|column| date(&row[*column]))
}

/// EXIF's `2024:08:18 03:40:01`, to the second.
fn date(text: &str) -> Option<DateTime> {
    let (date, time) = text.trim().split_once(' ')?;
    format!("{}T{}", date.replace(':', "-"), time.get(..8)?)
        .parse()
        .ok()
}

fn compare_pixels(differences: &mut Differences<'_>, examined: &Examined, bytes: &[u8]) {
    let row = differences.row;
    let previews = examined.previews.as_ref();
    if row["decodes"] == "yes" {
        let reason = previews.err().map(String::as_str).unwrap_or_default();
        differences.expect("previews", reason, previews.is_ok());
    }
    let Ok(previews) = previews else { return };
    let whole = match decode(bytes, &Limits::default()) {
        Ok(picture) => image::RgbaImage::from_raw(picture.width, picture.height, picture.rgba).unwrap(),
        Err(error) => return differences.expect("pixels", error, false),
    };
    let stated = (examined.facts.display_width, examined.facts.display_height);
    differences.expect(
        "decoded size",
        format!("{:?}", whole.dimensions()),
        whole.dimensions() == stated,
    );
    let whole = image::DynamicImage::from(whole);
    if let Ok(upright) = u64::from_str_radix(&row["upright_ahash"], 16) {
        let hash = average_hash(&whole);
        let bits = (hash ^ upright).count_ones();
        let found = format!("{hash:016x}, {bits} bits from {upright:016x}");
        differences.expect("upright", found, bits <= BITS);
    }
    for (what, preview) in [
        ("small preview", &previews.small),
        ("large preview", &previews.large),
    ] {
        let apart = apart(&whole, &image::load_from_memory(preview).unwrap());
        differences.expect(what, format!("{apart:.1} levels from the whole"), apart < LEVELS);
    }
}

/// How far two pictures are apart at 32 by 32 pixels, in grey levels on average.
fn apart(a: &image::DynamicImage, b: &image::DynamicImage) -> f64 {
    let small = |picture: &image::DynamicImage| {
        let grey = picture.to_luma8();
        image::imageops::resize(&grey, 32, 32, image::imageops::FilterType::Triangle)
    };
    let (a, b) = (small(a), small(b));
    let sum: u32 = a
        .as_raw()
        .iter()
        .zip(b.as_raw())
        .map(|(a, b)| u32::from(a.abs_diff(*b)))
        .sum();
    f64::from(sum) / (32.0 * 32.0)
}

/// 8 by 8 grey means, row by row from the highest bit: 1 where one is above the mean of all.
fn average_hash(picture: &image::DynamicImage) -> u64 {
    let small = picture.to_luma8();
    let small = image::imageops::resize(&small, 8, 8, image::imageops::FilterType::Lanczos3);
    let total: u32 = small.pixels().map(|pixel| u32::from(pixel.0[0])).sum();
    small.pixels().fold(0, |hash, pixel| {
        hash << 1 | u64::from(u32::from(pixel.0[0]) * 64 > total)
    })
}

/// Mean and standard deviation of the grey of all pixels.
fn contrast(picture: &image::GrayImage) -> (f64, f64) {
    let count = f64::from(picture.width()) * f64::from(picture.height());
    let grey = || picture.pixels().map(|pixel| f64::from(pixel.0[0]));
    let mean = grey().sum::<f64>() / count;
    let variance = grey().map(|grey| (grey - mean).powi(2)).sum::<f64>() / count;
    (mean, variance.sqrt())
}

#[test]
fn the_shadows_and_lights_of_a_phones_heic_are_kept() {
    // A phone states the range of its samples in the stream alone. Taken for the studio range, everything darker
    // than 16 becomes black, everything brighter than 235 white, and the deviation is 70 instead of 62.
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/photos/empty_icc.heic");
    let picture = decode(&std::fs::read(path).unwrap(), &Limits::default()).unwrap();
    let picture = image::RgbaImage::from_raw(picture.width, picture.height, picture.rgba).unwrap();
    let (mean, deviation) = contrast(&image::DynamicImage::from(picture).to_luma8());
    // What libheif 1.15 gives, within what two ways to weigh grey differ by.
    assert!((mean - 105.7).abs() < 1.5, "{mean}");
    assert!((deviation - 61.8).abs() < 1.5, "{deviation}");
}
