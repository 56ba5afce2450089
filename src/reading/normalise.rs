//! Makes writing comparable before any pattern is tried; what was transcribed is kept beside it.
//!
//! NFKC; invisible controls dropped; Persian, Arabic-Indic and Thai digits to ASCII (full-width ones fall
//! under NFKC); dashes to `-`; runs of spaces to one. Letters never become digits here: that a З may be a 3
//! is for a person to say.

use unicode_normalization::{UnicodeNormalization, char::canonical_combining_class};

/// A text in its comparable form.
///
/// ```
/// use witnessmark::reading::normalise::normalise;
/// assert_eq!(normalise("주체１１２년"), "주체112년");
/// assert_eq!(normalise("۱۴۰۲ – ٠٦"), "1402 - 06");
/// ```
#[must_use]
pub fn normalise(text: &str) -> String {
    mapped(text.chars().map(|c| (c, ()))).map(|(c, ())| c).collect()
}

/// The comparable form of characters that each carry something; what an output character carries is that of
/// the first character it was made from.
pub fn mapped<T: Copy>(chars: impl IntoIterator<Item = (char, T)>) -> impl Iterator<Item = (char, T)> {
    let mut out: Vec<(char, T)> = Vec::new();
    let mut cluster = String::new();
    let mut carried: Option<T> = None;
    for (c, with) in chars {
        if is_invisible(c) {
            continue;
        }
        if let Some(first) = carried
            && !joins(c)
        {
            emit(&cluster, first, &mut out);
            cluster.clear();
            carried = None;
        }
        cluster.push(c);
        carried.get_or_insert(with);
    }
    if let Some(first) = carried {
        emit(&cluster, first, &mut out);
    }
    out.into_iter()
}

/// Whether `c` may combine with what stands before it (marks, Hangul vowels and finals).
fn joins(c: char) -> bool {
    canonical_combining_class(c) != 0 || matches!(c, '\u{1160}'..='\u{11FF}' | '\u{3099}' | '\u{309A}')
}

fn emit<T: Copy>(cluster: &str, carried: T, out: &mut Vec<(char, T)>) {
    for c in cluster.nfkc().map(one) {
        if c == ' ' && out.last().is_some_and(|(last, _)| *last == ' ') {
            continue;
        }
        out.push((c, carried));
    }
}

/// Direction marks, zero-width characters and a byte order mark.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// Digits, dashes and spaces of other scripts.
fn one(c: char) -> char {
    let digit = |zero: u32| char::from_digit(u32::from(c) - zero, 10).unwrap_or(c);
    match c {
        '\u{06F0}'..='\u{06F9}' => digit(0x06F0),
        '\u{0660}'..='\u{0669}' => digit(0x0660),
        '\u{0E50}'..='\u{0E59}' => digit(0x0E50),
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\n' => c,
        _ if c.is_whitespace() => ' ',
        _ => c,
    }
}

/// The number that Han numerals write, digit by digit (`一一三`) or with tens and hundreds (`百十三`), and
/// `元` for a first year. To be used only where an era is named.
///
/// ```
/// use witnessmark::reading::normalise::han_number;
/// assert_eq!(han_number("一一三"), Some(113));
/// assert_eq!(han_number("一百一十三"), Some(113));
/// assert_eq!(han_number("三十八"), Some(38));
/// assert_eq!(han_number("元"), Some(1));
/// ```
#[must_use]
pub fn han_number(text: &str) -> Option<u32> {
    const DIGITS: &str = "〇一二三四五六七八九";
    if text == "元" {
        return Some(1);
    }
    let digit = |c: char| {
        let c = if c == '零' { '〇' } else { c };
        DIGITS
            .chars()
            .zip(0_u32..)
            .find_map(|(d, n)| (d == c).then_some(n))
    };
    if !text.contains(['十', '百']) {
        return text
            .chars()
            .take(6)
            .try_fold(0, |sum, c| Some(sum * 10 + digit(c)?))
            .filter(|_| !text.is_empty() && text.chars().count() <= 5);
    }
    let (mut sum, mut unit, mut last_scale) = (0, None, 1000);
    for c in text.chars() {
        let scale = match c {
            '百' => 100,
            '十' => 10,
            _ => {
                let next = digit(c)?;
                if unit.is_some_and(|unit| unit != 0) {
                    return None;
                }
                unit = Some(next);
                continue;
            }
        };
        if scale >= last_scale {
            return None;
        }
        last_scale = scale;
        sum += unit.take().unwrap_or(1) * scale;
    }
    Some(sum + unit.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn digits_dashes_and_spaces_become_ascii() {
        assert_eq!(normalise("１１３"), "113");
        assert_eq!(normalise("۰۱۲۳۴۵۶۷۸۹ ٠١٢٣٤٥٦٧٨٩ ๐๙"), "0123456789 0123456789 09");
        assert_eq!(normalise("7–23—254−1"), "7-23-254-1");
        assert_eq!(normalise("\u{200F}11\u{200B}3\u{2069}"), "113");
        assert_eq!(normalise("a \t\u{3000} b"), "a b");
    }

    #[test]
    fn letters_never_become_digits() {
        assert_eq!(normalise("11З lO"), "11З lO");
    }

    #[test]
    fn hangul_typed_in_parts_is_joined() {
        let parts: String = "주체".nfd().collect();
        assert_eq!(normalise(&parts), "주체");
    }

    #[test]
    fn han_numerals_that_are_none_are_refused() {
        for text in ["", "十百", "一二十", "百百", "甲"] {
            assert_eq!(han_number(text), None, "{text}");
        }
        assert_eq!(han_number("一百零五"), Some(105));
        assert_eq!(han_number("十"), Some(10));
    }

    proptest! {
        #[test]
        fn twice_is_once(text in "[0-9a-zА-я주체１-９۰-۹ \u{200F}–-]{0,20}") {
            let once = normalise(&text);
            prop_assert_eq!(normalise(&once), once);
        }

        #[test]
        fn no_text_makes_it_panic(text in ".{0,20}") {
            let _ = (normalise(&text), han_number(&text));
        }
    }
}
