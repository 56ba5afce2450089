use super::*;
use crate::model::view::{Channel, Combine, Palette};

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
fn a_plain_view_leaves_every_pixel_as_it_is() {
    let colours = Pixels {
        width: 16,
        height: 16,
        rgba: (0..=255_u8)
            .flat_map(|n| [n, n.wrapping_mul(7), 255 - n, 255])
            .collect(),
    };
    assert_eq!(shown(&colours, &View::PLAIN), colours);
}

#[test]
fn inverting_twice_is_nothing() {
    let before = grey(16, 16, |x, y| (x * 16 + y) as u8);
    let view = View {
        invert: true,
        ..View::PLAIN
    };
    let once = shown(&before, &view);
    assert_eq!(at(&once, 0, 0), 255);
    assert_eq!(shown(&once, &view), before);
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
        let view = View {
            channel,
            ..View::PLAIN
        };
        assert_eq!(
            shown(&pixel, &view).rgba,
            [value, value, value, 255],
            "{channel:?}"
        );
    }
}

#[test]
fn local_contrast_tells_a_faint_mark_from_its_ground_at_both_ends_of_a_shadow() {
    // A ground that goes from dark to light, with a mark four values brighter on every eighth column.
    let faint = grey(256, 64, |x, _| (x / 2 + 60) as u8 + if x % 8 < 4 { 4 } else { 0 });
    let view = View {
        local: 100,
        ..View::PLAIN
    };
    let clear = shown(&faint, &view);
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
    let view = View {
        local: 100,
        ..View::PLAIN
    };
    let seen = shown(&even, &view);
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
        let view = View {
            relief: 100,
            light,
            ..View::PLAIN
        };
        shown(&bar, &view)
    };
    let (left, right) = (from(270), from(90));
    assert!(at(&left, 12, 16) > 128 && at(&left, 19, 16) < 128);
    assert!(at(&right, 12, 16) < 128 && at(&right, 19, 16) > 128);
    let above = from(0);
    assert_eq!(
        at(&above, 12, 16),
        128,
        "an upright edge does not face a light from above"
    );
}

#[test]
fn sharpening_makes_an_edge_steeper_and_leaves_an_even_ground() {
    let edge = grey(32, 8, |x, _| if x < 16 { 100 } else { 150 });
    let view = View {
        sharpen: 100,
        ..View::PLAIN
    };
    let sharp = shown(&edge, &view);
    assert!(at(&sharp, 15, 4) < 100 && at(&sharp, 16, 4) > 150);
    assert_eq!((at(&sharp, 2, 4), at(&sharp, 29, 4)), (100, 150));
}

#[test]
fn contrast_and_gamma_keep_black_and_white() {
    let ends = grey(2, 1, |x, _| if x == 0 { 0 } else { 255 });
    let view = View {
        contrast: 50,
        gamma: 220,
        ..View::PLAIN
    };
    assert_eq!(shown(&ends, &view), ends);
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
    assert!(shown(&Pixels::default(), &View::STAMPED).is_empty());
    for view in [View::STAMPED, View::BURNT, View::LABEL, View::CIRCUIT] {
        assert_eq!(shown(&grey(1, 1, |_, _| 90), &view).rgba.len(), 4);
    }
}

#[test]
fn a_speck_is_taken_out_and_a_stroke_stays() {
    let mark = grey(32, 32, |x, y| {
        if (x, y) == (5, 5) || (20..24).contains(&x) {
            20
        } else {
            200
        }
    });
    let seen = shown(
        &mark,
        &View {
            median: 1,
            ..View::PLAIN
        },
    );
    assert_eq!((at(&seen, 5, 5), at(&seen, 21, 16)), (200, 20));
}

#[test]
fn edges_are_lines_on_white() {
    let edge = grey(64, 16, |x, _| if x < 32 { 60 } else { 190 });
    let seen = shown(
        &edge,
        &View {
            edges: 100,
            ..View::PLAIN
        },
    );
    assert_eq!(at(&seen, 8, 8), 255);
    assert!(at(&seen, 32, 8) < 120);
}

#[test]
fn palettes_show_what_grey_hides_and_saturation_finds_paint() {
    let step = grey(2, 1, |x, _| 100 + x as u8 * 8);
    for palette in [Palette::Viridis, Palette::Heat, Palette::Turbo] {
        let seen = shown(
            &step,
            &View {
                palette,
                ..View::PLAIN
            },
        );
        assert_ne!(seen.rgba[..3], seen.rgba[4..7], "{palette:?}");
        assert_eq!(seen.rgba[3], 255);
    }
    let painted = Pixels {
        width: 2,
        height: 1,
        rgba: vec![120, 120, 120, 255, 120, 60, 60, 255],
    };
    let view = View {
        channel: Channel::Saturation,
        ..View::PLAIN
    };
    assert_eq!(shown(&painted, &view).rgba[..5], [0, 0, 0, 255, 127]);
}

#[test]
fn colours_keep_their_hue_when_their_light_changes() {
    let red = Pixels {
        width: 8,
        height: 8,
        rgba: [160, 80, 40, 255].repeat(64),
    };
    let seen = shown(
        &red,
        &View {
            local: 20,
            ..View::PLAIN
        },
    );
    let [r, g, b] = [seen.rgba[0], seen.rgba[1], seen.rgba[2]].map(i32::from);
    assert!((r - 2 * g).abs() <= 2 && (g - 2 * b).abs() <= 2, "{r} {g} {b}");
}

#[test]
fn a_tilted_plate_becomes_a_rectangle() {
    // A white trapezium with a black middle, whose upper side is half as long as the lower one.
    let tilted = grey(200, 100, |x, y| {
        let half = 40 + 40 * y / 100;
        if x.abs_diff(100) > half {
            0
        } else if x.abs_diff(100) < half / 4 {
            30
        } else {
            220
        }
    });
    let corners = [[60.0, 0.0], [140.0, 0.0], [180.0, 100.0], [20.0, 100.0]];
    let straight = straightened(&tilted, corners).unwrap();
    assert_eq!((straight.width, straight.height), (160, 108));
    for y in [10, 54, 98] {
        assert_eq!(
            (at(&straight, 10, y), at(&straight, 80, y), at(&straight, 150, y)),
            (220, 30, 220),
            "{y}"
        );
    }
    let crossed = [corners[0], corners[2], corners[1], corners[3]];
    assert!(straightened(&tilted, crossed).is_none());
    assert!(straightened(&tilted, [[0.0, 0.0], [1.0, 1.0], [2.0, 2.0], [3.0, 3.0]]).is_none());
}

#[test]
fn photos_are_laid_on_each_other_by_three_points() {
    let first = grey(60, 60, |x, y| {
        if (20..30).contains(&x) && (20..40).contains(&y) {
            200
        } else {
            40
        }
    });
    // The same mark, moved by 10 and 5 pixels.
    let second = grey(80, 80, |x, y| {
        if (30..40).contains(&x) && (25..45).contains(&y) {
            220
        } else {
            60
        }
    });
    let at_first = [[20.0, 20.0], [30.0, 20.0], [20.0, 40.0]];
    let at_second = at_first.map(|[x, y]: [f32; 2]| [x + 10.0, y + 5.0]);
    let moved = laid_on(&first, at_first, &second, at_second).unwrap();
    assert_eq!((moved.width, moved.height), (60, 60));
    let others = [moved];
    let value = |combine, x, y| at(&blended(&first, &others, combine), x, y);
    assert_eq!(
        (value(Combine::Average, 25, 30), value(Combine::Average, 50, 50)),
        (210, 50)
    );
    assert_eq!(
        (value(Combine::Darkest, 25, 30), value(Combine::Lightest, 25, 30)),
        (200, 220)
    );
    assert_eq!(value(Combine::Difference, 25, 30), 20);
    assert_eq!(value(Combine::Alone, 25, 30), 200);
    assert!(laid_on(&first, [[0.0, 0.0], [1.0, 1.0], [2.0, 2.0]], &second, at_second).is_none());
}
