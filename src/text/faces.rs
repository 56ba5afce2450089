//! The faces that text is drawn in, bundled: what a mark says must not depend on the fonts of the laptop.

/// For sentences, in Latin, Greek and Cyrillic.
pub const SANS: &str = "IBM Plex Sans";
/// The same, heavier.
pub const SANS_BOLD: &str = "IBM Plex Sans SemiBold";
/// For marks: it tells 0/O, 1/I/l, 5/S and 8/B apart and has no ligatures.
pub const MONO: &str = "JetBrains Mono";
/// For Arabic and Persian.
pub const ARABIC: &str = "Vazirmatn";
/// For Hangul and Han.
pub const HANGUL: &str = "Noto Sans CJK KR";

/// Each face by its name.
pub const FACES: [(&str, &[u8]); 5] = [
    (
        SANS,
        include_bytes!("../../assets/fonts/ibm-plex-sans/IBMPlexSans-Regular.ttf"),
    ),
    (
        SANS_BOLD,
        include_bytes!("../../assets/fonts/ibm-plex-sans/IBMPlexSans-SemiBold.ttf"),
    ),
    (
        MONO,
        include_bytes!("../../assets/fonts/jetbrains-mono/JetBrainsMono-Regular.ttf"),
    ),
    (
        ARABIC,
        include_bytes!("../../assets/fonts/vazirmatn/Vazirmatn-Regular.ttf"),
    ),
    (
        HANGUL,
        include_bytes!("../../assets/fonts/noto-sans-cjk-kr/NotoSansCJKkr-Hangul.otf"),
    ),
];
