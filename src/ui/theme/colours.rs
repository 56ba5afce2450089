//! The colours of the three themes.

use egui::Color32;

use super::{Status, Theme, Tokens};

const fn rgb(hex: u32) -> Color32 {
    let [_, r, g, b] = hex.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

const fn status(text: u32, ground: u32) -> Status {
    Status {
        text: rgb(text),
        ground: rgb(ground),
    }
}

/// For a lit room.
pub(super) static LIGHT: Tokens = Tokens {
    theme: Theme::Light,
    dark: false,
    sunken: rgb(0x00e9_eced),
    base: rgb(0x00f4_f6f6),
    raised: rgb(0x00fc_fdfd),
    overlay: rgb(0x00ff_ffff),
    field: rgb(0x00ff_ffff),
    hover: rgb(0x00e3_e8e9),
    pressed: rgb(0x00d6_dddf),
    selection: rgb(0x00cf_e7e5),
    text_strong: rgb(0x0014_191b),
    text: rgb(0x002b_3336),
    text_weak: rgb(0x0052_5d62),
    text_on_accent: rgb(0x00ff_ffff),
    line: rgb(0x00d5_dbdd),
    line_control: rgb(0x0083_8e93),
    line_width: 1.0,
    accent: rgb(0x0006_6464),
    accent_fill: rgb(0x000b_6e6e),
    accent_fill_hover: rgb(0x0008_5c5c),
    good: status(0x001a_6334, 0x00dc_efe1),
    warn: status(0x0079_4a00, 0x00f8_ebcf),
    bad: status(0x00a5_1f1a, 0x00fa_e2e0),
    info: status(0x001c_5391, 0x00df_eaf7),
    grades: [
        rgb(0x0008_4a4a),
        rgb(0x0029_7a76),
        rgb(0x009f_c6c2),
        rgb(0x00db_e4e4),
        rgb(0x00fa_e2e0),
    ],
    grade_letters: [
        rgb(0x00ff_ffff),
        rgb(0x00ff_ffff),
        rgb(0x0014_191b),
        rgb(0x0014_191b),
        rgb(0x00a5_1f1a),
    ],
    larger: 0.0,
    veil: Color32::from_black_alpha(90),
    shadow: Color32::from_black_alpha(38),
};

/// For the night.
pub(super) static DARK: Tokens = Tokens {
    theme: Theme::Dark,
    dark: true,
    sunken: rgb(0x000e_1112),
    base: rgb(0x0015_191b),
    raised: rgb(0x001b_2022),
    overlay: rgb(0x0023_292c),
    field: rgb(0x0010_1416),
    hover: rgb(0x002a_3134),
    pressed: rgb(0x0033_3b3f),
    selection: rgb(0x000f_3b39),
    text_strong: rgb(0x00f0_f3f3),
    text: rgb(0x00cf_d6d8),
    text_weak: rgb(0x009a_a5a9),
    text_on_accent: rgb(0x0004_1414),
    line: rgb(0x002b_3235),
    line_control: rgb(0x006d_787d),
    line_width: 1.0,
    accent: rgb(0x0058_c7bf),
    accent_fill: rgb(0x0047_b5ad),
    accent_fill_hover: rgb(0x0063_c9c1),
    good: status(0x0078_c892, 0x0016_2d1e),
    warn: status(0x00e2_b55a, 0x0033_2710),
    bad: status(0x00f2_938c, 0x003a_1b19),
    info: status(0x008a_b9ec, 0x0017_2839),
    grades: [
        rgb(0x007f_dcd4),
        rgb(0x003c_938c),
        rgb(0x0025_5a56),
        rgb(0x0030_383b),
        rgb(0x003a_1b19),
    ],
    grade_letters: [
        rgb(0x0004_1414),
        rgb(0x0000_0000),
        rgb(0x00f0_f3f3),
        rgb(0x00cf_d6d8),
        rgb(0x00f2_938c),
    ],
    larger: 0.0,
    veil: Color32::from_black_alpha(140),
    shadow: Color32::from_black_alpha(110),
};

/// For a screen in the sun: black on white, nothing told by a shade alone.
pub(super) static HIGH_CONTRAST: Tokens = Tokens {
    theme: Theme::HighContrast,
    dark: false,
    sunken: rgb(0x00ff_ffff),
    base: rgb(0x00ff_ffff),
    raised: rgb(0x00ff_ffff),
    overlay: rgb(0x00ff_ffff),
    field: rgb(0x00ff_ffff),
    hover: rgb(0x00dc_dcdc),
    pressed: rgb(0x00c4_c4c4),
    selection: rgb(0x00b4_e4e0),
    text_strong: rgb(0x0000_0000),
    text: rgb(0x0000_0000),
    text_weak: rgb(0x0026_2626),
    text_on_accent: rgb(0x00ff_ffff),
    line: rgb(0x0000_0000),
    line_control: rgb(0x0000_0000),
    line_width: 1.5,
    accent: rgb(0x0000_4646),
    accent_fill: rgb(0x0000_4646),
    accent_fill_hover: rgb(0x0000_2c2c),
    good: status(0x0000_4a17, 0x00ff_ffff),
    warn: status(0x0059_3200, 0x00ff_ffff),
    bad: status(0x008a_0000, 0x00ff_ffff),
    info: status(0x0000_2f73, 0x00ff_ffff),
    grades: [
        rgb(0x0000_0000),
        rgb(0x0000_4646),
        rgb(0x0080_c4c0),
        rgb(0x00e2_e2e2),
        rgb(0x00ff_ffff),
    ],
    grade_letters: [
        rgb(0x00ff_ffff),
        rgb(0x00ff_ffff),
        rgb(0x0000_0000),
        rgb(0x0000_0000),
        rgb(0x008a_0000),
    ],
    larger: 1.5,
    veil: Color32::from_black_alpha(120),
    shadow: Color32::from_black_alpha(0),
};
