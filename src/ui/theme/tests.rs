use super::*;

/// WCAG 2.2: relative luminance.
fn luminance(color: Color32) -> f64 {
    let part = |byte: u8| {
        let c = f64::from(byte) / 255.0;
        if c <= 0.04045 {
            c / 12.92
        } else {
            ((c + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * part(color.r()) + 0.7152 * part(color.g()) + 0.0722 * part(color.b())
}

/// WCAG 2.2: contrast ratio, 1 to 21.
fn contrast(a: Color32, b: Color32) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

const GRADES: [GradeTone; 5] = [
    GradeTone::A,
    GradeTone::B,
    GradeTone::C,
    GradeTone::D,
    GradeTone::X,
];

#[test]
fn every_text_can_be_read_on_every_surface_it_stands_on() {
    for theme in Theme::ALL {
        let t = theme.tokens();
        let surfaces = [
            ("sunken", t.sunken),
            ("base", t.base),
            ("raised", t.raised),
            ("overlay", t.overlay),
            ("field", t.field),
            ("hover", t.hover),
            ("selection", t.selection),
        ];
        let texts = [
            ("text_strong", t.text_strong),
            ("text", t.text),
            ("text_weak", t.text_weak),
            ("accent", t.accent),
            ("good", t.good.text),
            ("warn", t.warn.text),
            ("bad", t.bad.text),
            ("info", t.info.text),
        ];
        let mut pairs: Vec<(String, Color32, Color32)> = Vec::new();
        for (surface_name, surface) in surfaces {
            for (text_name, text) in texts {
                pairs.push((format!("{text_name} on {surface_name}"), text, surface));
            }
        }
        pairs.push(("pressed".to_owned(), t.text_strong, t.pressed));
        pairs.push(("primary".to_owned(), t.text_on_accent, t.accent_fill));
        pairs.push(("hovered".to_owned(), t.text_on_accent, t.accent_fill_hover));
        for status in [t.good, t.warn, t.bad, t.info] {
            pairs.push(("status".to_owned(), status.text, status.ground));
            pairs.push(("text on status".to_owned(), t.text, status.ground));
        }
        for grade in GRADES {
            let (ground, letter) = t.grade(grade);
            pairs.push((format!("grade {grade:?}"), letter, ground));
        }
        for (name, text, surface) in pairs {
            let ratio = contrast(text, surface);
            assert!(ratio >= 4.5, "{theme:?}: {name} has {ratio:.2}:1");
        }
    }
}

#[test]
fn controls_and_the_focus_ring_stand_out_from_what_is_around_them() {
    for theme in Theme::ALL {
        let t = theme.tokens();
        for surface in [t.base, t.raised, t.overlay, t.field] {
            let ratio = contrast(t.line_control, surface);
            assert!(ratio >= 3.0, "{theme:?}: control line {ratio:.2}:1");
            let ratio = contrast(t.accent, surface);
            assert!(ratio >= 3.0, "{theme:?}: focus ring {ratio:.2}:1");
        }
    }
}

#[test]
fn grades_differ_in_lightness_and_not_in_colour_alone() {
    for theme in Theme::ALL {
        let t = theme.tokens();
        for pair in GRADES[..4].windows(2) {
            let ratio = contrast(t.grade(pair[0]).0, t.grade(pair[1]).0);
            assert!(ratio >= 1.25, "{theme:?}: {pair:?} {ratio:.2}:1");
        }
    }
}

#[test]
fn the_theme_in_use_is_the_one_that_was_put_on() {
    let ctx = egui::Context::default();
    fonts::install(&ctx);
    for theme in Theme::ALL {
        apply(&ctx, theme);
        assert_eq!(Tokens::of(&ctx).theme, theme);
    }
}
