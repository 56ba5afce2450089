use super::*;

/// A grey picture from a value for each place.
fn grey(width: usize, height: usize, value: impl Fn(usize, usize) -> u8) -> Pixels {
    let mut rgba = Vec::new();
    for y in 0..height {
        for x in 0..width {
            let grey = value(x, y);
            rgba.extend([grey, grey, grey, 255]);
        }
    }
    Pixels { width, height, rgba }
}

fn at(pixels: &Pixels, x: usize, y: usize) -> u8 {
    pixels.rgba[(y * pixels.width + x) * 4]
}

#[test]
fn a_plain_look_leaves_every_pixel_as_it_is() {
    let colours = Pixels {
        width: 16,
        height: 16,
        rgba: (0..=255_u8)
            .flat_map(|n| [n, n.wrapping_mul(7), 255 - n, 255])
            .collect(),
    };
    assert_eq!(developed(&colours, &Look::PLAIN), colours);
}

#[test]
fn inverting_twice_is_nothing() {
    let before = grey(16, 16, |x, y| (x * 16 + y) as u8);
    let look = Look {
        invert: true,
        ..Look::PLAIN
    };
    let once = developed(&before, &look);
    assert_eq!(at(&once, 0, 0), 255);
    assert_eq!(developed(&once, &look), before);
}

#[test]
fn a_channel_shows_that_channel_alone() {
    let pixel = Pixels {
        width: 1,
        height: 1,
        rgba: vec![10, 120, 230, 255],
    };
    for (channel, value) in [
        (Channel::Red, 10),
        (Channel::Green, 120),
        (Channel::Blue, 230),
        (Channel::Luma, 105),
    ] {
        let look = Look {
            channel,
            ..Look::PLAIN
        };
        assert_eq!(
            developed(&pixel, &look).rgba,
            [value, value, value, 255],
            "{channel:?}"
        );
    }
}

#[test]
fn local_contrast_tells_a_faint_mark_from_its_ground_at_both_ends_of_a_shadow() {
    // A ground that goes from dark to light, with a mark four values brighter on every eighth column.
    let faint = grey(256, 64, |x, _| (x / 2 + 60) as u8 + if x % 8 < 4 { 4 } else { 0 });
    let look = Look {
        local: 1.0,
        ..Look::PLAIN
    };
    let clear = developed(&faint, &look);
    for x in [40, 120, 200] {
        let difference =
            |pixels: &Pixels| i32::from(at(pixels, x, 32)) - i32::from(at(pixels, x + 4, 32)) + 2;
        assert!(
            difference(&clear) >= 2 * difference(&faint),
            "{x}: {} {}",
            difference(&clear),
            difference(&faint)
        );
    }
}

#[test]
fn local_contrast_does_not_make_noise_of_an_even_surface() {
    let even = grey(128, 128, |x, y| 120 + ((x * 7 + y * 13) % 3) as u8);
    let look = Look {
        local: 1.0,
        ..Look::PLAIN
    };
    let seen = developed(&even, &look);
    let (least, most) = seen
        .rgba
        .chunks_exact(4)
        .fold((255, 0), |(least, most), p| (p[0].min(least), p[0].max(most)));
    assert!(most - least < 16, "{least} to {most}");
}

#[test]
fn relief_lights_the_edge_that_faces_the_light() {
    let bar = grey(32, 32, |x, _| if (12..20).contains(&x) { 200 } else { 100 });
    let from = |light| {
        let look = Look {
            relief: 1.0,
            light,
            ..Look::PLAIN
        };
        developed(&bar, &look)
    };
    let (left, right) = (from(270.0), from(90.0));
    assert!(at(&left, 12, 16) > 128 && at(&left, 19, 16) < 128);
    assert!(at(&right, 12, 16) < 128 && at(&right, 19, 16) > 128);
    let above = from(0.0);
    assert_eq!(
        at(&above, 12, 16),
        128,
        "an upright edge does not face a light from above"
    );
}

#[test]
fn sharpening_makes_an_edge_steeper_and_leaves_an_even_ground() {
    let edge = grey(32, 8, |x, _| if x < 16 { 100 } else { 150 });
    let look = Look {
        sharpen: 1.0,
        ..Look::PLAIN
    };
    let sharp = developed(&edge, &look);
    assert!(at(&sharp, 15, 4) < 100 && at(&sharp, 16, 4) > 150);
    assert_eq!((at(&sharp, 2, 4), at(&sharp, 29, 4)), (100, 150));
}

#[test]
fn contrast_and_gamma_keep_black_and_white() {
    let ends = grey(2, 1, |x, _| if x == 0 { 0 } else { 255 });
    let look = Look {
        contrast: 0.5,
        gamma: 2.2,
        ..Look::PLAIN
    };
    assert_eq!(developed(&ends, &look), ends);
}

#[test]
fn a_part_keeps_to_the_picture() {
    let picture = grey(10, 6, |x, y| (y * 10 + x) as u8);
    let area = Area {
        x: 8,
        y: 4,
        width: 5,
        height: 5,
    };
    let part = Pixels::part_of(&picture.rgba, picture.width, area);
    assert_eq!((part.width, part.height), (2, 2));
    assert_eq!([at(&part, 0, 0), at(&part, 1, 1)], [48, 59]);
    assert!(Pixels::part_of(&picture.rgba, 10, Area { x: 99, ..area }).is_empty());
}

#[test]
fn a_large_crop_is_made_smaller_by_means_and_a_small_one_left() {
    let lines = grey(400, 100, |x, _| if x % 2 == 0 { 0 } else { 200 });
    let small = lines.clone().at_most(10_000, 4096);
    assert_eq!((small.width, small.height), (200, 50));
    assert!(small.rgba.chunks_exact(4).all(|p| p[0] == 100));
    assert_eq!(lines.clone().at_most(40_000, 100).width, 100);
    assert_eq!(lines.clone().at_most(40_000, 400), lines);
}

#[test]
fn nothing_is_developed_of_nothing_and_one_pixel_of_one() {
    assert!(developed(&Pixels::default(), &Look::STAMPED).is_empty());
    for look in [Look::STAMPED, Look::BURNT, Look::LABEL] {
        assert_eq!(developed(&grey(1, 1, |_, _| 90), &look).rgba.len(), 4);
    }
}
