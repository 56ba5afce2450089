//! Numbers as a language writes them, for people to read. Never for a field that is typed back, nor for data.

use std::cell::OnceCell;
use std::fmt::Display;

use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_locale_core::Locale;

use super::Language;

/// A number in the language in use: `9999`, `12,345`.
///
/// ```
/// assert_eq!(witnessmark::text::number(9999), "9999");
/// assert_eq!(witnessmark::text::number(12345), "12,345");
/// ```
#[must_use]
pub fn number(count: impl Display) -> String {
    let digits = count.to_string();
    in_language(super::language(), &digits).unwrap_or(digits)
}

/// The decimal number that `digits` spells, as `language` writes it; `None` if it is none.
pub(super) fn in_language(language: Language, digits: &str) -> Option<String> {
    // One set a thread: ICU's data can't go from one to another.
    thread_local! {
        static FORMATTERS: [OnceCell<Option<DecimalFormatter>>; Language::ALL.len()] =
            const { [const { OnceCell::new() }; Language::ALL.len()] };
    }
    let number = Decimal::try_from_str(digits).ok()?;
    FORMATTERS.with(|formatters| {
        let formatter = formatters.get(language as usize)?;
        let formatter = formatter.get_or_init(|| formatter_of(language)).as_ref()?;
        Some(formatter.format(&number).to_string())
    })
}

/// Groups only from five digits on: four are read at a glance, and a year can't be mistaken for a quantity.
fn formatter_of(language: Language) -> Option<DecimalFormatter> {
    let locale = Locale::try_from_str(language.code()).ok()?;
    let mut options = DecimalFormatterOptions::default();
    options.grouping_strategy = Some(GroupingStrategy::Min2);
    DecimalFormatter::try_new(locale.into(), options).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_groups_and_points_as_its_readers_do_and_leaves_years_alone() {
        for (language, grouped, pointed) in [
            (Language::English, "1,234,567", "12.5"),
            (Language::Ukrainian, "1\u{a0}234\u{a0}567", "12,5"),
            (Language::Korean, "1,234,567", "12.5"),
        ] {
            assert_eq!(in_language(language, "1234567").unwrap(), grouped);
            assert_eq!(in_language(language, "12.5").unwrap(), pointed);
            assert_eq!(in_language(language, "2024").unwrap(), "2024");
        }
    }
}
