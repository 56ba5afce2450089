//! In which order markings are listed, and under which heads.

use crate::case::MarkingRow;
use crate::reading::Notation;
use crate::text::t;

/// In which order markings are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Order {
    /// As they were drawn; of a search as they were found, the surest first.
    #[default]
    Drawn,
    /// By what was read, those that say the same side by side.
    Reading,
    /// By the first day of the reading that was accepted.
    Date,
}

/// The sections of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sections {
    /// The place of each section's first marking; none when there are no sections.
    pub starts: Vec<usize>,
    /// What each is called.
    pub names: Vec<String>,
}

/// Puts `rows` in order. Gives the sections that this makes.
pub fn arrange(rows: &mut Vec<MarkingRow>, order: Order) -> Sections {
    let mut keyed: Vec<(Option<String>, MarkingRow)> = match order {
        Order::Drawn => return Sections::default(),
        Order::Reading => rows.drain(..).map(|row| (read(&row), row)).collect(),
        Order::Date => rows.drain(..).map(|row| (year(&row), row)).collect(),
    };
    // What has no key comes last; within a section the order stays that in which they were drawn, or the days.
    keyed.sort_by(|(a, one), (b, other)| {
        let days = |row: &MarkingRow| row.earliest.clone().filter(|_| order == Order::Date);
        (a.is_none(), a, days(one)).cmp(&(b.is_none(), b, days(other)))
    });
    let mut sections = Sections::default();
    let mut before: Option<Option<String>> = None;
    for (place, (key, _)) in keyed.iter().enumerate() {
        if before.as_ref() != Some(key) {
            sections.starts.push(place);
            let none = match order {
                Order::Date => "wall-undated",
                _ => "markings-not-transcribed",
            };
            sections
                .names
                .push(key.clone().unwrap_or_else(|| t(none).to_owned()));
            before = Some(key.clone());
        }
    }
    rows.extend(keyed.into_iter().map(|(_, row)| row));
    sections
}

/// What was read, so that what says the same compares equal.
fn read(row: &MarkingRow) -> Option<String> {
    Some(preferred(row.text.as_deref()?)).filter(|text| !text.is_empty())
}

/// The likeliest writing of a transcription.
pub fn preferred(text: &str) -> String {
    Notation::parse(text)
        .unwrap_or_else(|_| Notation::literal(text))
        .preferred()
}

/// The year of the reading that was accepted.
fn year(row: &MarkingRow) -> Option<String> {
    let day = row.earliest.as_deref()?;
    Some(day.get(..4).unwrap_or(day).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(text: &str, earliest: Option<&str>) -> MarkingRow {
        MarkingRow {
            text: Some(text.to_owned()),
            transcriptions: 1,
            earliest: earliest.map(str::to_owned),
            ..MarkingRow::default()
        }
    }

    fn texts(rows: &[MarkingRow]) -> Vec<&str> {
        rows.iter().filter_map(|row| row.text.as_deref()).collect()
    }

    #[test]
    fn marks_that_say_the_same_stand_under_one_head_and_unread_ones_last() {
        let mut rows = vec![
            row("", None),
            row("2317", None),
            row("11{3?}", None),
            row("LC 21", None),
            row("113", None),
        ];
        let sections = arrange(&mut rows, Order::Reading);
        assert_eq!(texts(&rows), ["11{3?}", "113", "2317", "LC 21", ""]);
        assert_eq!(sections.starts, [0, 2, 3, 4]);
        assert_eq!(sections.names[..3], ["113", "2317", "LC 21"]);
    }

    #[test]
    fn dates_go_by_year_and_within_it_by_day() {
        let mut rows = vec![
            row("a", Some("2024-05-01")),
            row("b", None),
            row("c", Some("2023-01-01")),
            row("d", Some("2024-01-01")),
        ];
        let sections = arrange(&mut rows, Order::Date);
        assert_eq!(texts(&rows), ["c", "d", "a", "b"]);
        assert_eq!((sections.starts, sections.names.len()), (vec![0, 1, 3], 3));
    }

    #[test]
    fn as_drawn_there_are_no_sections() {
        let mut rows = vec![row("b", None), row("a", None)];
        assert_eq!(arrange(&mut rows, Order::Drawn), Sections::default());
        assert_eq!(texts(&rows), ["b", "a"]);
    }
}
