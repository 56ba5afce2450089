//! The checklists of a case, and what is known of records as far as these ask: fetched for a page of rows in one statement,
//! or for all records of a kind row by row, so that the whole case is never in memory.

use std::collections::HashMap;
use std::sync::Arc;

use rusqlite::types::ValueRef;
use serde_json::Value;

use super::super::{CaseError, Reader, columns};
use super::coverage::tags_of_no_marks;
use super::shown::{components_of_weapon, has_scale, photos_of_component, readers_of};
use super::split_tags;
use crate::analysis::completeness::{RecordFacts, Tally, answers};
use crate::model::checklist::{Fact, Missing};
use crate::model::record::{RecordKind, RecordRef};
use crate::model::{Checklist, Checklists, Vocabularies};

/// The checklists, with the number of the case's state in which they were read.
pub(in crate::case) type KnownChecklists = Option<(i64, Arc<Checklists>)>;

/// How many rows are asked for at once while all records of a kind are gone through.
const BATCH: usize = 2000;

impl Reader {
    /// The checklists that count in the case: its own, and the program's for the kinds of record for which it has none.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn checklists(&self) -> Result<Arc<Checklists>, CaseError> {
        let version: i64 = self
            .conn
            .pragma_query_value(None, "data_version", |row| row.get(0))?;
        let mut known = self.checklists.borrow_mut();
        if let Some((at, lists)) = &*known
            && *at == version
        {
            return Ok(Arc::clone(lists));
        }
        let lists = Arc::new(Checklists::of(self.own_checklists()?));
        *known = Some((version, Arc::clone(&lists)));
        Ok(lists)
    }

    /// The case's own checklists. A file of an older format that is opened for reading has none.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn own_checklists(&self) -> Result<Vec<Checklist>, CaseError> {
        let has_any: bool = self.conn.query_row(
            "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'checklist')",
            [],
            |row| row.get(0),
        )?;
        if has_any { self.all() } else { Ok(Vec::new()) }
    }

    /// What is known of a record, as far as the checklists of its kind ask. `None` if the case has no such record.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn facts_of(&self, record: &RecordRef) -> Result<Option<RecordFacts>, CaseError> {
        let mut found = None;
        self.each_facts(record.kind, &[&record.id], |_, facts| found = Some(facts))?;
        Ok(found)
    }

    /// The tallies of records of a kind, by id. Those that the case does not have are left out.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn tallies(&self, kind: RecordKind, ids: &[&str]) -> Result<Vec<(String, Tally)>, CaseError> {
        let (lists, words) = (self.checklists()?, self.vocabularies()?);
        let mut tallies = Vec::with_capacity(ids.len());
        self.each_facts(kind, ids, |id, facts| {
            tallies.push((id.to_owned(), Tally::of(&answers(&lists, kind, &facts, &words))));
        })?;
        Ok(tallies)
    }

    /// Goes through the records of a kind in the order in which they were made and gives `each` the facts of every one.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn every_facts(
        &self,
        kind: RecordKind,
        mut each: impl FnMut(&str, RecordFacts),
    ) -> Result<(), CaseError> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT id FROM {} WHERE id > ?1 ORDER BY id LIMIT {BATCH}",
            kind.word()
        ))?;
        let mut last = String::new();
        loop {
            let ids = statement
                .query_map([&last], |row| row.get::<_, String>(0))?
                .collect::<Result<Vec<_>, _>>()?;
            let Some(end) = ids.last() else { return Ok(()) };
            let asked: Vec<&str> = ids.iter().map(String::as_str).collect();
            self.each_facts(kind, &asked, &mut each)?;
            last.clone_from(end);
        }
    }

    /// The ids of the records of a kind of which something is missing.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn incomplete(&self, kind: RecordKind, missing: Missing) -> Result<Vec<String>, CaseError> {
        let (lists, words) = (self.checklists()?, self.vocabularies()?);
        let mut ids = Vec::new();
        self.every_facts(kind, |id, facts| {
            if Tally::of(&answers(&lists, kind, &facts, &words)).lacks(missing) {
                ids.push(id.to_owned());
            }
        })?;
        Ok(ids)
    }

    /// Gives `each` the facts of these records, in one statement.
    fn each_facts(
        &self,
        kind: RecordKind,
        ids: &[&str],
        mut each: impl FnMut(&str, RecordFacts),
    ) -> Result<(), CaseError> {
        if !Checklist::KINDS.contains(&kind) {
            return Ok(());
        }
        let (lists, words) = (self.checklists()?, self.vocabularies()?);
        let known = columns::of(kind);
        let named: Vec<&'static str> = lists
            .fields(kind)
            .into_iter()
            .flat_map(|field| field.columns(kind))
            .copied()
            .collect();
        let facts: Vec<(Fact, String)> = lists
            .facts(kind)
            .into_iter()
            .filter_map(|fact| Some((fact, count_of(fact, kind, &words)?)))
            .collect();
        let word = kind.word();
        let columns = named.iter().map(|name| format!("r.{name}"));
        let counts = facts.iter().map(|(_, sql)| sql.clone());
        let asked: Vec<String> = columns.chain(counts).map(|sql| format!(", {sql}")).collect();
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT r.id, (SELECT group_concat(t.name, char(31)) FROM tagging AS g JOIN tag AS t ON t.id = g.tag
                WHERE g.record_kind = '{word}' AND g.record = r.id){}
             FROM json_each(?1) AS wanted CROSS JOIN {word} AS r ON r.id = wanted.value",
            asked.concat()
        ))?;
        let wanted = serde_json::to_string(ids).unwrap_or_else(|_| "[]".to_owned());
        let mut rows = statement.query([wanted])?;
        while let Some(row) = rows.next()? {
            let id: String = row.get(0)?;
            let mut found = RecordFacts {
                tags: split_tags(row.get(1)?),
                ..RecordFacts::default()
            };
            for (place, name) in named.iter().enumerate() {
                let value = match row.get_ref(2 + place)? {
                    ValueRef::Null | ValueRef::Blob(_) => Value::Null,
                    ValueRef::Integer(integer) => integer.into(),
                    ValueRef::Real(real) => real.into(),
                    ValueRef::Text(text) => {
                        let text = String::from_utf8_lossy(text);
                        if known.lists.contains(name) {
                            serde_json::from_str(&text).unwrap_or_default()
                        } else {
                            text.into_owned().into()
                        }
                    }
                };
                found.fields.insert((*name).to_owned(), value);
            }
            let mut counts = HashMap::with_capacity(facts.len());
            for (place, (fact, _)) in facts.iter().enumerate() {
                counts.insert(*fact, row.get(2 + named.len() + place)?);
            }
            found.counts = counts;
            each(&id, found);
        }
        Ok(())
    }
}

/// How much there is of a fact, for the record `r`; `None` where it is told from the fields.
fn count_of(fact: Fact, kind: RecordKind, words: &Vocabularies) -> Option<String> {
    let photos = || photos_of_component("r.id");
    Some(match (fact, kind) {
        (Fact::Photos, RecordKind::Strike) => {
            "(SELECT count(*) FROM photo AS p WHERE p.kind <> 'illustration' AND p.id IN (
                SELECT photo FROM depiction WHERE subject_kind = 'strike' AND subject = r.id
                UNION SELECT d.photo FROM weapon AS w
                    JOIN depiction AS d ON d.subject_kind = 'weapon' AND d.subject = w.id WHERE w.strike = r.id
                UNION SELECT d.photo FROM weapon AS w JOIN component AS c ON c.weapon = w.id
                    JOIN depiction AS d ON d.subject_kind = 'component' AND d.subject = c.id
                    WHERE w.strike = r.id))"
                .to_owned()
        }
        (Fact::Photos, RecordKind::Weapon) => format!(
            "(SELECT count(*) FROM photo AS p WHERE p.kind <> 'illustration' AND p.id IN (
                SELECT photo FROM depiction WHERE subject_kind = 'weapon' AND subject = r.id
                UNION SELECT photo FROM depiction WHERE subject_kind = 'component' AND subject IN ({within})
                UNION SELECT g.photo FROM marking AS k JOIN region AS g ON g.marking = k.id
                    WHERE k.component IN ({within})))",
            within = components_of_weapon("r.id")
        ),
        (Fact::Photos, _) => format!("(SELECT count(*) FROM ({}))", photos()),
        (Fact::ScalePhotos, _) => format!(
            "(SELECT count(*) FROM ({}) AS shown WHERE {})",
            photos(),
            has_scale("shown.id")
        ),
        (Fact::Scales, _) => {
            "(SELECT count(*) FROM measurement AS x WHERE x.photo = r.id AND x.kind = 'scale' AND x.millimetres > 0)"
                .to_owned()
        }
        (Fact::Weapons, _) => "(SELECT count(*) FROM weapon AS w WHERE w.strike = r.id)".to_owned(),
        (Fact::Components, _) => format!("(SELECT count(*) FROM ({}))", components_of_weapon("r.id")),
        (Fact::Markings, _) => {
            let tags: Vec<String> = tags_of_no_marks(words)
                .iter()
                .map(|tag| format!("'{tag}'"))
                .collect();
            format!(
                "max((SELECT count(*) FROM marking AS k WHERE k.component = r.id),
                     EXISTS (SELECT 1 FROM tagging AS g WHERE g.record_kind = 'component' AND g.record = r.id
                        AND g.tag IN ({})))",
                tags.join(", ")
            )
        }
        (Fact::Regions, RecordKind::Photo) => "r.regions".to_owned(),
        (Fact::Regions, _) => "(SELECT count(*) FROM region AS g WHERE g.marking = r.id)".to_owned(),
        (Fact::Subjects, _) => "r.subjects".to_owned(),
        (Fact::Readers, _) => readers_of("r.id"),
        (Fact::Decisions, _) => "(SELECT count(*) FROM finding AS f WHERE f.marking = r.id)".to_owned(),
        (Fact::Handovers, _) => "(SELECT count(*) FROM custody AS h WHERE h.component = r.id)".to_owned(),
        (Fact::Sources, _) => "json_array_length(r.sources)".to_owned(),
        (Fact::Radius, _) => "(r.latitude IS NOT NULL AND r.longitude IS NOT NULL AND r.radius_m IS NOT NULL)".to_owned(),
        (Fact::ListedTerm, _) => return None,
    })
}
