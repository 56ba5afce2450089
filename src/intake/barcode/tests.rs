use rxing::{EncodeHints, MultiFormatWriter, Writer};

use super::*;

/// A picture with a code in it, `scale` pixels a module, and grain as of a camera.
fn picture(text: &str, format: BarcodeFormat, hints: &EncodeHints, size: [u32; 2]) -> (u32, u32, Vec<u8>) {
    let [across, down] = size;
    let matrix = MultiFormatWriter
        .encode_with_hints(text, &format, across as i32, down as i32, hints)
        .unwrap();
    let (width, height) = (across + 400, down + 300);
    let mut rgba = Vec::new();
    for y in 0..height {
        for x in 0..width {
            let inside =
                (200..200 + matrix.width()).contains(&x) && (150..150 + matrix.height()).contains(&y);
            let grain = (x.wrapping_mul(31) ^ y.wrapping_mul(17)) as u8 % 16;
            let dark = inside && matrix.get(x - 200, y - 150);
            let value = if dark { 40 } else { 210 } + grain;
            rgba.extend([value, value, value, 255]);
        }
    }
    (width, height, rgba)
}

fn found(text: &str, format: BarcodeFormat, size: [u32; 2]) -> Vec<Code> {
    let (width, height, rgba) = picture(text, format, &EncodeHints::default(), size);
    find(width, height, &rgba)
}

#[test]
fn codes_of_every_sort_on_parts_are_found_with_their_place_and_bytes() {
    for (text, format, size) in [
        ("SN 00452/113", BarcodeFormat::QR_CODE, [300, 300]),
        (
            "[)>\u{1e}06\u{1d}17V5ABC1\u{1d}1P99\u{1d}S452\u{1e}\u{4}",
            BarcodeFormat::DATA_MATRIX,
            [300, 300],
        ),
        ("LOT 2317", BarcodeFormat::CODE_128, [500, 120]),
        ("4006381333931", BarcodeFormat::EAN_13, [400, 120]),
        ("PART 7-23-254", BarcodeFormat::PDF_417, [500, 200]),
        ("AZTEC 113", BarcodeFormat::AZTEC, [300, 300]),
    ] {
        let codes = found(text, format, size);
        assert_eq!(codes.len(), 1, "{format:?}: {codes:?}");
        let code = &codes[0];
        assert_eq!(
            (code.symbology.as_str(), code.text.as_str()),
            (format!("{format:?}").as_str(), text)
        );
        assert!(!code.data.is_empty());
        let [x, y, w, h] = code.area;
        let meets = |at: u32, long: u32, from: u32, side: u32| at < from + side && from < at + long;
        assert!(meets(x, w, 200, size[0]) && meets(y, h, 150, size[1]), "{code:?}");
        assert!(w <= size[0] * 2 && h <= size[1] * 2, "{code:?}");
    }
}

#[test]
fn white_on_black_and_upside_down_are_found_too() {
    let (width, height, rgba) = picture(
        "113",
        BarcodeFormat::DATA_MATRIX,
        &EncodeHints::default(),
        [200, 200],
    );
    let inverted: Vec<u8> = rgba
        .chunks_exact(4)
        .flat_map(|p| [255 - p[0], 255 - p[1], 255 - p[2], 255])
        .collect();
    assert_eq!(find(width, height, &inverted)[0].text, "113");
    let turned: Vec<u8> = rgba.chunks_exact(4).rev().flatten().copied().collect();
    assert_eq!(find(width, height, &turned)[0].text, "113");
}

#[test]
fn grain_and_stripes_are_no_codes() {
    let mut state = 7_u32;
    let noise: Vec<u8> = (0..600 * 400)
        .flat_map(|_| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let value = (state >> 24) as u8;
            [value, value, value, 255]
        })
        .collect();
    assert_eq!(find(600, 400, &noise), []);
    let stripes: Vec<u8> = (0..400_u32)
        .flat_map(|_| (0..600_u32).flat_map(|x| if x / 5 % 2 == 0 { [0, 0, 0, 255] } else { [255; 4] }))
        .collect();
    assert_eq!(find(600, 400, &stripes), []);
    assert_eq!(find(0, 0, &[]), []);
    assert_eq!(find(1, 1, &[0; 4]), []);
}

#[test]
fn what_a_machine_read_is_read_by_the_systems_as_data() {
    let text = "[)>\u{1e}06\u{1d}17V5ABC1\u{1d}1P99\u{1d}S45|2\u{1e}\u{4}";
    let code = &found(text, BarcodeFormat::DATA_MATRIX, [300, 300])[0];
    let [_, Change::Transcribe(written)] = changes_for(PhotoId::new(), code, Timestamp::UNIX_EPOCH) else {
        panic!("no transcription");
    };
    let read = Notation::parse(&written.text).unwrap();
    let items: Vec<_> = read.items().iter().map(|item| item.kind.clone()).collect();
    let literal: Vec<_> = Notation::literal(text)
        .items()
        .iter()
        .map(|item| item.kind.clone())
        .collect();
    assert_eq!(items, literal);
    assert_eq!(written.role, Some(Role::Machine));
    assert_eq!(written.data.unwrap().len(), code.data.len() * 2);
}
