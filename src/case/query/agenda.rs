//! Strikes one after the other, in the order of their days: a page at a time, from any of them on in both directions.

use jiff::civil::Date;
use rusqlite::params;

use super::super::{CaseError, Reader, day_number};
use super::calendar::{CalendarFilter, CalendarStrike};

/// A place in the order of strikes: by first day, last day, id and what the days rest on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AgendaKey {
    first: i64,
    last: i64,
    id: String,
    basis: String,
}

impl AgendaKey {
    /// Before all strikes that begin on `day` or later, behind all others.
    #[must_use]
    pub fn before(day: Date) -> Self {
        Self {
            first: day_number(day),
            last: i64::MIN,
            id: String::new(),
            basis: String::new(),
        }
    }

    /// Of a strike.
    #[must_use]
    pub fn of(strike: &CalendarStrike) -> Self {
        Self {
            first: day_number(strike.first),
            last: day_number(strike.last),
            id: strike.id.to_string(),
            basis: strike.basis.clone(),
        }
    }

    /// Before all strikes.
    #[must_use]
    pub const fn start() -> Self {
        Self {
            first: i64::MIN,
            last: i64::MIN,
            id: String::new(),
            basis: String::new(),
        }
    }

    /// Behind all strikes.
    #[must_use]
    pub const fn end() -> Self {
        Self {
            first: i64::MAX,
            last: i64::MAX,
            id: String::new(),
            basis: String::new(),
        }
    }
}

impl Reader {
    /// At most `most` strikes from `key` on, in the order of their days.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn agenda_from(
        &self,
        key: &AgendaKey,
        filter: &CalendarFilter,
        most: u32,
    ) -> Result<Vec<CalendarStrike>, CaseError> {
        self.agenda_page(false, key, filter, most)
    }

    /// At most `most` strikes before `key`, those nearest to it, in the order of their days.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn agenda_before(
        &self,
        key: &AgendaKey,
        filter: &CalendarFilter,
        most: u32,
    ) -> Result<Vec<CalendarStrike>, CaseError> {
        self.agenda_page(true, key, filter, most)
    }

    fn agenda_page(
        &self,
        back: bool,
        key: &AgendaKey,
        filter: &CalendarFilter,
        most: u32,
    ) -> Result<Vec<CalendarStrike>, CaseError> {
        let mut statement = self.conn.prepare_cached(&self.layers(filter)?.page(back))?;
        let rows = statement
            .query_map(
                params![key.first, key.last, key.id, filter.json(), most, key.basis],
                CalendarStrike::from_row,
            )?
            .collect::<Result<_, _>>()?;
        Ok(rows)
    }

    /// How many strikes of the case have a day.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn dated_strikes(&self) -> Result<u64, CaseError> {
        let count = self
            .conn
            .prepare_cached("SELECT count(*) FROM strike WHERE first_day IS NOT NULL")?
            .query_row([], |row| row.get(0))?;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rusqlite::Connection;

    use super::*;
    use crate::case::Author;
    use crate::case::Case;
    use crate::model::when::Edtf;
    use crate::model::{Change, Strike};

    fn filled(folder: &std::path::Path, days: &[&str]) -> Reader {
        let path = folder.join("a.witness");
        let mut case = Case::create(
            &path,
            "A",
            Author {
                person: "A".to_owned(),
                device: "d".to_owned(),
                device_name: "d".to_owned(),
            },
        )
        .unwrap();
        let strikes = days.iter().enumerate().map(|(number, day)| {
            Change::Create(
                Strike {
                    title: number.to_string(),
                    occurred: Some(Edtf::parse(day).unwrap()),
                    ..Strike::default()
                }
                .into(),
            )
        });
        case.apply_all(strikes.collect()).unwrap();
        case.close().unwrap();
        Reader::open(&path).unwrap()
    }

    #[test]
    fn pages_follow_each_other_without_a_gap_or_a_repetition_in_both_directions() {
        let folder = tempfile::tempdir().unwrap();
        let days: Vec<String> = (0..97)
            .map(|number| format!("2024-{:02}-{:02}", number % 7 + 1, number % 3 + 1))
            .collect();
        let days: Vec<&str> = days
            .iter()
            .map(String::as_str)
            .chain(["2024", "2024-02"])
            .collect();
        let reader = filled(folder.path(), &days);
        let filter = CalendarFilter::default();
        let all = reader.agenda_from(&AgendaKey::start(), &filter, 1000).unwrap();
        assert_eq!(all.len(), 99);
        assert_eq!(reader.dated_strikes().unwrap(), 99);
        let keys: Vec<AgendaKey> = all.iter().map(AgendaKey::of).collect();
        assert!(keys.is_sorted());
        let mut seen = Vec::new();
        let mut end = AgendaKey::end();
        loop {
            let page = reader.agenda_before(&end, &filter, 10).unwrap();
            let Some(first) = page.first() else { break };
            end = AgendaKey::of(first);
            seen.splice(0..0, page);
        }
        assert_eq!(seen, all);
        let from = reader
            .agenda_from(&AgendaKey::before(date(2024, 3, 1)), &filter, 1000)
            .unwrap();
        assert!(from.iter().all(|strike| strike.first >= date(2024, 3, 1)));
        let before = all.len() - from.len();
        assert!(all[..before].iter().all(|strike| strike.first < date(2024, 3, 1)));
    }

    #[test]
    fn a_page_is_a_part_of_the_index() {
        let folder = tempfile::tempdir().unwrap();
        drop(filled(folder.path(), &["2024-08-18"]));
        let conn = Connection::open(folder.path().join("a.witness")).unwrap();
        for sql in [false, true].map(|back| CalendarFilter::default().page(back)) {
            let mut plan = conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
            let steps: Vec<String> = plan
                .query_map(params![0, 0, "", "[]", 10, ""], |row| row.get(3))
                .unwrap()
                .collect::<Result<_, _>>()
                .unwrap();
            assert!(
                steps
                    .iter()
                    .any(|step| step.contains("SEARCH s USING INDEX strike_day")),
                "{steps:#?}"
            );
        }
    }
}
