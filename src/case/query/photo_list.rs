//! The list of photos: which pass a filter and in which order, as one statement that reads no whole table where an
//! index can say more.

use jiff::civil::DateTime;
use rusqlite::types::Value;
use rusqlite::{Rows, ToSql};
use serde::Serialize;

use super::super::{CaseError, Reader, tables};
use super::id;
use crate::model::album::{Near, PhotoFilter, PhotoSort, Unopened};
use crate::model::id::{PhotoId, PhotoSetId};
use crate::model::likeness;
use crate::model::record::RecordKind;

/// The photos that pass a filter, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct PhotoOrder {
    /// The photos.
    pub photos: Vec<PhotoId>,
    /// Where each section begins; empty when the order has none.
    pub sections: Vec<PhotoSection>,
}

/// A run of photos that belong together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PhotoSection {
    /// The place of its first photo.
    pub start: usize,
    /// What they have in common: a day (`YYYY-MM-DD`), a camera, the id of a set or of a strike; `None` when that
    /// is not known.
    pub key: Option<String>,
}

/// Metres of a degree of latitude on a sphere of the Earth's mean radius (6,371,008.8 m, IUGG).
const METRES_PER_DEGREE: f64 = 6_371_008.8 * std::f64::consts::PI / 180.0;

/// What nobody, and what one person, has opened yet. There is no index of what is missing: each photo is looked up in
/// the key of `opened`, in the order of the list.
const UNOPENED: &str = "NOT EXISTS (SELECT 1 FROM opened AS o WHERE o.photo = p.id)";
const UNOPENED_BY: &str = "NOT EXISTS (SELECT 1 FROM opened AS o WHERE o.photo = p.id AND o.person = ?)";

/// A statement in the making: conditions are constants of this file, and values are bound.
#[derive(Default)]
struct Statement {
    conditions: Vec<&'static str>,
    values: Vec<Value>,
}

impl Statement {
    fn add(&mut self, condition: &'static str) {
        self.conditions.push(condition);
    }

    fn bind(&mut self, condition: &'static str, values: impl IntoIterator<Item = Value>) {
        self.conditions.push(condition);
        self.values.extend(values);
    }

    /// `is_past` when the reader looks at the case as of a moment, which has the metadata where they are now.
    fn of(filter: &PhotoFilter, is_past: bool) -> Self {
        let mut statement = Self::default();
        for tag in &filter.tags {
            statement.bind(
                "p.id IN (SELECT g.record FROM tag AS t JOIN tagging AS g ON g.tag = t.id AND g.record_kind = 'photo'
                          WHERE t.name = ?)",
                [tag.clone().into()],
            );
        }
        statement.words(&filter.text);
        statement.metadata(&filter.metadata, is_past);
        match filter.linked {
            Some(true) => statement.add("p.subjects > 0"),
            // Words of the partial indexes: a bound value would not find them.
            Some(false) => statement.add("p.subjects = 0"),
            None => {}
        }
        match filter.marked {
            Some(true) => statement.add("p.regions > 0"),
            Some(false) => statement.add("p.regions = 0"),
            None => {}
        }
        if filter.untranscribed {
            statement.add("p.untranscribed > 0");
        }
        if let Some(subject) = &filter.subject {
            statement.bind(
                "p.id IN (SELECT d.photo FROM depiction AS d WHERE d.subject_kind = ? AND d.subject = ?)",
                [subject.kind.word().to_owned().into(), subject.id.clone().into()],
            );
        }
        if let Some(day) = filter.from {
            statement.bind("p.taken >= ?", [day.to_string().into()]);
        }
        if let Some(day) = filter.to {
            // Times of that day begin with it; the next character after `T` is later than all of them.
            statement.bind("p.taken < ?", [format!("{day}U").into()]);
        } else if filter.from.is_some() {
            statement.bind("p.taken < ?", [tables::NO_TIME.to_owned().into()]);
        }
        if let Some(camera) = &filter.camera {
            statement.bind("p.camera = ?", [camera.clone().into()]);
        }
        if let Some(set) = filter.photo_set {
            statement.bind("p.photo_set = ?", [set.to_string().into()]);
        }
        // Listed, because then SQLite looks each of them up in the index.
        match filter.rating {
            None => {}
            Some(..=1) => statement.add("p.rating IN (1, 2, 3, 4, 5)"),
            Some(2) => statement.add("p.rating IN (2, 3, 4, 5)"),
            Some(3) => statement.add("p.rating IN (3, 4, 5)"),
            Some(4) => statement.add("p.rating IN (4, 5)"),
            Some(5..) => statement.add("p.rating = 5"),
        }
        match filter.pick.map(|pick| pick.pick()) {
            Some(Some(pick)) => statement.bind("p.pick = ?", [pick.word().to_owned().into()]),
            Some(None) => statement.add("p.pick IS NOT 'rejected'"),
            None => {}
        }
        if let Some(colour) = filter.colour {
            statement.bind("p.colour = ?", [colour.word().to_owned().into()]);
        }
        if let Some(need) = filter.needs {
            statement.bind("p.needs = ?", [need.word().to_owned().into()]);
        }
        if let Some(near) = filter.near {
            statement.near(near);
        }
        match &filter.unopened {
            Some(Unopened::ByAnybody) => statement.add(UNOPENED),
            Some(Unopened::By(person)) => statement.bind(UNOPENED_BY, [person.clone().into()]),
            None => {}
        }
        statement
    }

    /// Every word is somewhere in what people wrote. Trigrams find three characters and more; shorter words are
    /// looked for in the texts of photos one by one.
    fn words(&mut self, text: &str) {
        let text = text.replace('\0', " ");
        for word in text.split_whitespace() {
            if word.chars().count() >= 3 {
                self.bind(
                    "p.id IN (SELECT s.record FROM search_index AS i JOIN search_text AS s ON s.id = i.rowid
                              WHERE search_index MATCH ? AND s.kind = 'photo')",
                    [format!("\"{}\"", word.replace('"', "\"\"")).into()],
                );
            } else {
                self.bind(
                    "p.id IN (SELECT s.record FROM search_text AS s
                              WHERE s.kind = 'photo' AND instr(lower(s.text), ?) > 0)",
                    [word.to_lowercase().into()],
                );
            }
        }
    }

    /// A word finds those that begin with it; what a word has between its letters and digits is a sequence (`1.10`).
    fn metadata(&mut self, text: &str, is_past: bool) {
        let text = text.replace(['"', '\0'], " ");
        let prefixes: Vec<String> = text
            .split_whitespace()
            .filter(|word| word.chars().any(char::is_alphanumeric))
            .map(|word| format!("\"{word}\" *"))
            .collect();
        if prefixes.is_empty() {
            return;
        }
        let condition = if is_past {
            "p.sha256 IN (SELECT m.sha256 FROM live.metadata_index AS i JOIN live.metadata AS m ON m.id = i.rowid
                          WHERE i.metadata_index MATCH ?)"
        } else {
            "p.sha256 IN (SELECT m.sha256 FROM metadata_index AS i JOIN metadata AS m ON m.id = i.rowid
                          WHERE i.metadata_index MATCH ?)"
        };
        self.bind(condition, [prefixes.join(" AND ").into()]);
    }

    /// A box, which an index finds, and the circle in it. Within 200 km the error is under 1 % of the radius.
    fn near(&mut self, near: Near) {
        let Near {
            latitude,
            longitude,
            radius_m,
        } = near;
        let degrees = radius_m / METRES_PER_DEGREE;
        let narrowing = latitude.to_radians().cos().max(1e-6);
        self.bind(
            "p.at_latitude BETWEEN ? AND ?",
            [(latitude - degrees).into(), (latitude + degrees).into()],
        );
        // Across the date line the shorter way round counts.
        self.bind(
            "(p.at_latitude - ?) * (p.at_latitude - ?)
             + min(abs(p.at_longitude - ?), 360 - abs(p.at_longitude - ?))
               * min(abs(p.at_longitude - ?), 360 - abs(p.at_longitude - ?)) * ? <= ?",
            [
                latitude.into(),
                latitude.into(),
                longitude.into(),
                longitude.into(),
                longitude.into(),
                longitude.into(),
                (narrowing * narrowing).into(),
                (degrees * degrees).into(),
            ],
        );
    }

    fn sql(&self, sort: PhotoSort) -> String {
        let (key, from, order) = match sort {
            PhotoSort::Alike => (
                "n.likeness",
                "JOIN thumbnail AS n ON n.sha256 = p.sha256",
                "p.taken, p.file_name, p.id",
            ),
            PhotoSort::Burst => ("p.camera, p.taken", "", "{}p.camera, p.taken, p.file_name, p.id"),
            PhotoSort::Captured => ("substr(p.taken, 1, 10)", "", "p.taken, p.file_name, p.id"),
            PhotoSort::Newest => (
                "substr(p.taken, 1, 10)",
                "",
                "p.taken DESC, p.file_name DESC, p.id DESC",
            ),
            PhotoSort::Added => ("NULL", "", "{}p.added, p.file_name, p.id"),
            PhotoSort::FileName => ("NULL", "", "{}p.file_name, p.id"),
            PhotoSort::Camera => ("p.camera", "", "{}p.camera, p.taken, p.file_name, p.id"),
            PhotoSort::PhotoSet => ("p.photo_set", "", "{}p.photo_set, p.taken, p.file_name, p.id"),
            PhotoSort::Strike => (
                "k.strike",
                "LEFT JOIN (
                    SELECT shown.photo, shown.strike, min(coalesce(s.first_day, 1e9)) AS day
                    FROM (SELECT photo, subject AS strike FROM depiction WHERE subject_kind = 'strike'
                          UNION ALL
                          SELECT d.photo, w.strike FROM depiction AS d JOIN weapon AS w ON w.id = d.subject
                          WHERE d.subject_kind = 'weapon' AND w.strike IS NOT NULL
                          UNION ALL
                          SELECT d.photo, w.strike FROM depiction AS d JOIN component AS c ON c.id = d.subject
                          JOIN weapon AS w ON w.id = c.weapon
                          WHERE d.subject_kind = 'component' AND w.strike IS NOT NULL) AS shown
                    JOIN strike AS s ON s.id = shown.strike
                    GROUP BY shown.photo) AS k ON k.photo = p.id",
                "k.day IS NULL, k.day, k.strike, p.taken, p.file_name, p.id",
            ),
        };
        // The indexes of conditions are in the order of time. With another order SQLite would rather read the index of
        // that order to its end and look every photo up; the sign keeps it from that.
        let is_indexed = |condition: &&str| ![UNOPENED, UNOPENED_BY].contains(condition);
        let sign = if self.conditions.iter().any(is_indexed) {
            "+"
        } else {
            ""
        };
        let order = order.replace("{}", sign);
        let conditions = match self.conditions.as_slice() {
            [] => String::new(),
            conditions => format!("WHERE {}", conditions.join("\n  AND ")),
        };
        format!("SELECT p.id, {key} FROM photo AS p {from}\n{conditions}\nORDER BY {order}\nLIMIT ?")
    }
}

impl Reader {
    /// The photos that pass the filter, in order: all of them, or the first `most`.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn photo_order(
        &self,
        filter: &PhotoFilter,
        sort: PhotoSort,
        most: Option<usize>,
    ) -> Result<PhotoOrder, CaseError> {
        let mut question = Statement::of(filter, self.moment.is_some());
        if let Some(missing) = filter.missing {
            let lacking = self.incomplete(RecordKind::Photo, missing)?;
            let ids = serde_json::to_string(&lacking).unwrap_or_else(|_| "[]".to_owned());
            question.bind("p.id IN (SELECT value FROM json_each(?))", [ids.into()]);
        }
        let most = most.and_then(|most| i64::try_from(most).ok()).unwrap_or(-1);
        let mut statement = self.conn.prepare_cached(&question.sql(sort))?;
        let mut rows = statement.query(rusqlite::params_from_iter(
            question
                .values
                .iter()
                .map(|value| value as &dyn ToSql)
                .chain([&most as &dyn ToSql]),
        ))?;
        match sort {
            PhotoSort::Alike => return looks_alike(&mut rows),
            PhotoSort::Burst => return in_bursts(&mut rows),
            _ => {}
        }
        let has_sections = !matches!(sort, PhotoSort::Added | PhotoSort::FileName);
        let mut order = PhotoOrder::default();
        let mut last: Option<Vec<u8>> = None;
        while let Some(row) = rows.next()? {
            if has_sections {
                let key = row.get_ref(1)?.as_bytes_or_null().unwrap_or_default();
                let key = key.filter(|key| *key != tables::NO_TIME.as_bytes());
                if order.photos.is_empty() || key != last.as_deref() {
                    last = key.map(<[u8]>::to_vec);
                    order.sections.push(PhotoSection {
                        start: order.photos.len(),
                        key: key.map(|key| String::from_utf8_lossy(key).into_owned()),
                    });
                }
            }
            order.photos.push(id(row, 0)?);
        }
        Ok(order)
    }
}

/// Photos and their likenesses, in groups.
fn looks_alike(rows: &mut Rows<'_>) -> Result<PhotoOrder, CaseError> {
    let (mut photos, mut likenesses) = (Vec::new(), Vec::new());
    while let Some(row) = rows.next()? {
        photos.push(id(row, 0)?);
        likenesses.push(row.get::<_, i64>(1)?.cast_unsigned());
    }
    let groups = likeness::alike(&likenesses);
    Ok(grouped(&photos, &groups, |number, _| number.to_string()))
}

/// Photos, their cameras and times, in bursts.
fn in_bursts(rows: &mut Rows<'_>) -> Result<PhotoOrder, CaseError> {
    let (mut photos, mut taken): (Vec<PhotoId>, Vec<(Option<String>, String)>) = Default::default();
    while let Some(row) = rows.next()? {
        photos.push(id(row, 0)?);
        taken.push((row.get(1)?, row.get(2)?));
    }
    let of: Vec<(Option<&str>, Option<DateTime>)> = taken
        .iter()
        .map(|(camera, time)| (camera.as_deref(), time.parse().ok()))
        .collect();
    let groups = likeness::bursts(&of);
    Ok(grouped(&photos, &groups, |_, first| {
        taken[first].1.replace('T', " ")
    }))
}

/// The photos of the groups, a section each; `key` is made of a group's number from 1 and the place of its first
/// member.
fn grouped(photos: &[PhotoId], groups: &[Vec<usize>], key: impl Fn(usize, usize) -> String) -> PhotoOrder {
    let mut order = PhotoOrder::default();
    for (number, group) in groups.iter().enumerate() {
        order.sections.push(PhotoSection {
            start: order.photos.len(),
            key: group.first().map(|first| key(number + 1, *first)),
        });
        order.photos.extend(group.iter().map(|place| photos[*place]));
    }
    order
}

/// What photos can be filtered by, as far as it is of this case.
impl Reader {
    /// The cameras, with how many photos each took.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn cameras(&self) -> Result<Vec<(String, u64)>, CaseError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT camera, count(*) FROM photo WHERE camera IS NOT NULL GROUP BY camera ORDER BY camera",
        )?;
        let cameras = statement
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        Ok(cameras)
    }

    /// The photo sets with their titles, the newest first.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn photo_set_titles(&self) -> Result<Vec<(PhotoSetId, String)>, CaseError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT id, title FROM photo_set ORDER BY imported DESC, id")?;
        let sets = statement
            .query_map([], |row| Ok((id(row, 0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        Ok(sets)
    }
}

#[cfg(test)]
mod tests;
