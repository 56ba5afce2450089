//! Hangul syllables from jamo that are written one after the other, for keyboards that have none.
//!
//! The arithmetic is that of the [Unicode Standard](https://www.unicode.org/versions/latest/core-spec/chapter-3/#G24646),
//! section 3.12.

const LEADING: &str = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
const VOWELS: &str = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
/// The first of the trailing ones is none.
const TRAILING: &str = "\0ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
const FIRST: u32 = 0xAC00;
const LAST: u32 = 0xD7A3;

/// What two characters become together; `None` when they stay as they are.
pub fn composed(before: char, next: char) -> Option<String> {
    let place = |table: &str, c: char| {
        let place = table.chars().position(|other| other == c)?;
        u32::try_from(place).ok()
    };
    let syllable = |leading: u32, vowel: u32, trailing: u32| {
        char::from_u32(FIRST + (leading * 21 + vowel) * 28 + trailing).map(String::from)
    };
    if let (Some(leading), Some(vowel)) = (place(LEADING, before), place(VOWELS, next)) {
        return syllable(leading, vowel, 0);
    }
    if !(FIRST..=LAST).contains(&u32::from(before)) {
        return None;
    }
    let index = u32::from(before) - FIRST;
    let (leading, vowel, trailing) = (index / 588, index / 28 % 21, index % 28);
    if trailing == 0 {
        return syllable(leading, vowel, place(TRAILING, next)?);
    }
    // A vowel takes the consonant before it along into a new syllable.
    let moved = TRAILING.chars().nth(usize::try_from(trailing).ok()?)?;
    let stays = syllable(leading, vowel, 0)?;
    Some(stays + &syllable(place(LEADING, moved)?, place(VOWELS, next)?, 0)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes keys one after the other.
    fn typed(keys: &str) -> String {
        let mut text = String::new();
        for key in keys.chars() {
            match text.chars().last().and_then(|last| composed(last, key)) {
                Some(together) => {
                    text.pop();
                    text.push_str(&together);
                }
                None => text.push(key),
            }
        }
        text
    }

    #[test]
    fn jamo_become_the_syllables_that_are_marked() {
        assert_eq!(typed("ㅈㅜㅊㅔ"), "주체");
        assert_eq!(typed("ㄴㅕㄴ"), "년");
        assert_eq!(typed("ㅈㅔ"), "제");
        assert_eq!(typed("ㄱㅓㅁㅅㅏ"), "검사");
        assert_eq!(typed("ㅈ107"), "ㅈ107");
        assert_eq!(typed("ㅋㅋ"), "ㅋㅋ");
    }

    #[test]
    fn every_syllable_is_made_of_its_jamo_as_unicode_says() {
        use unicode_normalization::UnicodeNormalization;
        for (leading, jamo) in LEADING.chars().zip('\u{1100}'..) {
            for (vowel, conjoining) in VOWELS.chars().zip('\u{1161}'..) {
                let expected: String = [jamo, conjoining].into_iter().nfc().collect();
                assert_eq!(composed(leading, vowel), Some(expected));
            }
        }
    }
}
