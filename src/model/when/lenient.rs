//! Dates as people type them, turned into EDTF where only one meaning is possible.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::{Edtf, EdtfError};

/// The months as people write them: English, then the Ukrainian genitive.
const MONTHS: [[&str; 2]; 12] = [
    ["january", "січня"],
    ["february", "лютого"],
    ["march", "березня"],
    ["april", "квітня"],
    ["may", "травня"],
    ["june", "червня"],
    ["july", "липня"],
    ["august", "серпня"],
    ["september", "вересня"],
    ["october", "жовтня"],
    ["november", "листопада"],
    ["december", "грудня"],
];

/// A form that people type; the groups `y`, `m`, `d` and `t` are its year, month, day and time.
static FORMS: LazyLock<Vec<Regex>> = LazyLock::new(|| {
    [
        r"^(?<d>\d{1,2})\.\s?(?<m>\d{1,2})\.\s?(?<y>\d{4})(?:[\s,T]+(?<t>\d{1,2}:\d\d.*))?$",
        r"^(?<m>\d{1,2})\.(?<y>\d{4})$",
        r"^(?<y>\d{4})[.-](?<m>\d{1,2})(?:[.-](?<d>\d{1,2})(?:[\s,Tt]+(?<t>\d{1,2}:\d\d.*))?)?\.?$",
        r"^(?:(?<d>\d{1,2})[.\s]\s*)?(?<m>\p{L}{3,})\.?,?\s+(?<y>\d{4})(?:[\s,]+(?<t>\d{1,2}:\d\d.*))?$",
        r"^(?<m>\p{L}{3,})\.?\s+(?<d>\d{1,2}),?\s+(?<y>\d{4})$",
    ]
    .iter()
    .filter_map(|form| Regex::new(form).ok())
    .collect()
});

impl Edtf {
    /// Reads what people type (`5.8.2024`, `5 Aug 2024`, `08.2024`, `2024-8-5 03:40`, `c. 2024`, two dates
    /// with ` - ` between) as well as EDTF itself. Dots are day, month, year.
    ///
    /// # Errors
    /// When it is no date, or when it could be two: `5/8/2024`, `5.8.24`.
    pub fn parse_lenient(text: &str) -> Result<Self, EdtfError> {
        let text = text.trim();
        let strict = match Self::parse(text) {
            Ok(edtf) => return Ok(edtf),
            Err(EdtfError::Form { text }) => EdtfError::Form { text },
            Err(reason) if !text.contains('/') => return Err(reason),
            Err(reason) => reason,
        };
        if let Some((start, end)) = [" – ", " — ", " - ", "–", " to "]
            .iter()
            .find_map(|between| text.split_once(between))
        {
            let (start, end) = (Self::parse_lenient(start)?, Self::parse_lenient(end)?);
            return Self::parse(&format!("{start}/{end}"));
        }
        if text.contains('/') {
            let dated = text.split('/').all(|part| part.trim().parse::<u16>().is_ok());
            return Err(if dated {
                EdtfError::Ambiguous {
                    text: text.to_owned(),
                }
            } else {
                strict
            });
        }
        if let Some(about) = ["ca. ", "ca ", "c. ", "circa ", "about "]
            .iter()
            .find_map(|word| text.strip_prefix(word))
        {
            return Self::parse(&format!("{}~", Self::parse_lenient(about)?));
        }
        let (bare, mark) = match text.char_indices().last() {
            Some((at, '?' | '~' | '%')) => text.split_at(at),
            _ => (text, ""),
        };
        if let Some(form) = FORMS.iter().find_map(|form| form.captures(bare.trim_end())) {
            return Self::parse(&(written(&form).ok_or(strict)? + mark));
        }
        let parts: Vec<&str> = bare.split(['.', '-']).map(str::trim).collect();
        if let [a, b, c] = parts[..]
            && [a, b, c]
                .iter()
                .all(|part| matches!(part.len(), 1 | 2) && part.parse::<u8>().is_ok())
        {
            return Err(EdtfError::ShortYear {
                text: text.to_owned(),
            });
        }
        Err(strict)
    }
}

/// The EDTF text of a form's groups; `None` when the month's name is not known.
fn written(form: &Captures<'_>) -> Option<String> {
    let number = |name: &str| form.name(name).map(|part| part.as_str());
    let month = number("m")?;
    let month = match month.parse::<usize>() {
        Ok(month) => month,
        Err(_) => month_number(month)?,
    };
    let mut text = format!("{}-{month:02}", number("y")?);
    if let Some(day) = number("d") {
        text = format!("{text}-{day:0>2}");
    }
    if let Some(time) = number("t") {
        let time = time.trim().to_uppercase().replace(' ', "");
        let clock = if time.find(':') == Some(1) { "T0" } else { "T" };
        text = text + clock + &time;
    }
    Some(text)
}

/// The month of a name, or of its first three letters or more.
fn month_number(name: &str) -> Option<usize> {
    let name = name.to_lowercase();
    let at = MONTHS.iter().position(|names| {
        name == "sept" && names[0] == "september"
            || names
                .iter()
                .any(|full| *full == name || name.chars().count() == 3 && full.starts_with(&name))
    })?;
    Some(at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_becomes_edtf() {
        for (typed, edtf) in [
            ("5.8.2024", "2024-08-05"),
            ("05.08.2024", "2024-08-05"),
            ("05.08.2024 3:40", "2024-08-05T03:40"),
            ("8.2024", "2024-08"),
            ("2024-8-5", "2024-08-05"),
            ("2024.08.05", "2024-08-05"),
            ("2024-08-05 03:40", "2024-08-05T03:40"),
            ("2024-08-05 03:40 z", "2024-08-05T03:40Z"),
            ("5 Aug 2024", "2024-08-05"),
            ("5 August 2024", "2024-08-05"),
            ("August 5, 2024", "2024-08-05"),
            ("Aug 2024", "2024-08"),
            ("18 серпня 2024", "2024-08-18"),
            ("c. 2024", "2024~"),
            ("Aug 2024?", "2024-08?"),
            ("5.8.2024 - 6.8.2024", "2024-08-05/2024-08-06"),
            (" 2024-08 ", "2024-08"),
        ] {
            assert_eq!(
                Edtf::parse_lenient(typed).map(|e| e.to_string()),
                Ok(edtf.to_owned()),
                "{typed}"
            );
        }
    }

    #[test]
    fn what_could_mean_two_days_is_refused() {
        for typed in ["5/8/2024", "2024/8/5", "8/2024"] {
            assert!(
                matches!(Edtf::parse_lenient(typed), Err(EdtfError::Ambiguous { .. })),
                "{typed}"
            );
        }
        assert!(matches!(
            Edtf::parse_lenient("5.8.24"),
            Err(EdtfError::ShortYear { .. })
        ));
        assert!(matches!(
            Edtf::parse_lenient("31.2.2024"),
            Err(EdtfError::Day { .. })
        ));
        assert!(Edtf::parse_lenient("5 Foo 2024").is_err());
    }
}
