//! Lists of strikes, weapons and components, with what hangs on each.

use rusqlite::params;
use serde::Serialize;

use super::super::{CaseError, Reader};
use super::{id, some_id, split_tags};
use crate::model::id::{ComponentId, StrikeId, WeaponId};
use crate::model::record::RecordRef;
use crate::reading::system::system_name;

/// A strike in a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StrikeRow {
    /// The strike.
    pub id: StrikeId,
    /// Its title.
    pub title: String,
    /// When it happened, EDTF.
    pub occurred: Option<String>,
    /// When it was reported, EDTF.
    pub reported: Option<String>,
    /// Where.
    pub place_name: Option<String>,
    /// What was hit.
    pub target: Option<String>,
    /// How many weapons.
    pub weapons: u32,
    /// How many components these have.
    pub components: u32,
    /// How many photos show it, its weapons or their components.
    pub photos: u32,
    /// Its tags.
    pub tags: Vec<String>,
}

/// A weapon in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WeaponRow {
    /// The weapon.
    pub id: WeaponId,
    /// Its title.
    pub title: String,
    /// Its class.
    pub class: Option<String>,
    /// Its suspected model.
    pub model: Option<String>,
    /// Its strike.
    pub strike: Option<StrikeId>,
    /// That strike's title.
    pub strike_title: Option<String>,
    /// How many components.
    pub components: u32,
    /// Its tags.
    pub tags: Vec<String>,
}

/// A component in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ComponentRow {
    /// The component.
    pub id: ComponentId,
    /// Its title.
    pub title: String,
    /// Its kind.
    pub kind: Option<String>,
    /// Its weapon.
    pub weapon: Option<WeaponId>,
    /// That weapon's title.
    pub weapon_title: Option<String>,
    /// Its exhibit number.
    pub exhibit_number: Option<String>,
    /// How many markings it bears.
    pub markings: u32,
    /// How many photos show it.
    pub photos: u32,
    /// Its tags.
    pub tags: Vec<String>,
}

/// How much a case holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct RecordCounts {
    /// Photos.
    pub photos: u64,
    /// Strikes.
    pub strikes: u64,
    /// Weapons.
    pub weapons: u64,
    /// Components.
    pub components: u64,
    /// Markings.
    pub markings: u64,
    /// Findings that accept a reading.
    pub findings: u64,
}

impl Reader {
    /// The strikes that bear all `tags` and contain `text`, newest first, those without a date last.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn strikes(&self, tags: &[String], text: &str) -> Result<Vec<StrikeRow>, CaseError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT s.id, s.title, s.occurred, s.reported, s.place_name, s.target,
                    (SELECT count(*) FROM weapon AS w WHERE w.strike = s.id),
                    (SELECT count(*) FROM weapon AS w JOIN component AS c ON c.weapon = w.id WHERE w.strike = s.id),
                    (SELECT count(DISTINCT photo) FROM (
                        SELECT photo FROM depiction WHERE subject_kind = 'strike' AND subject = s.id
                        UNION ALL
                        SELECT d.photo FROM weapon AS w
                        JOIN depiction AS d ON d.subject_kind = 'weapon' AND d.subject = w.id WHERE w.strike = s.id
                        UNION ALL
                        SELECT d.photo FROM weapon AS w JOIN component AS c ON c.weapon = w.id
                        JOIN depiction AS d ON d.subject_kind = 'component' AND d.subject = c.id WHERE w.strike = s.id)),
                    (SELECT group_concat(t.name, char(31)) FROM tagging AS g JOIN tag AS t ON t.id = g.tag
                     WHERE g.record_kind = 'strike' AND g.record = s.id)
             FROM strike AS s
             WHERE NOT EXISTS (SELECT 1 FROM json_each(?1) AS wanted WHERE NOT EXISTS (
                     SELECT 1 FROM tagging AS g JOIN tag AS t ON t.id = g.tag
                     WHERE g.record_kind = 'strike' AND g.record = s.id AND t.name = wanted.value))
               AND (?2 = '' OR EXISTS (SELECT 1 FROM search_text AS x
                     WHERE x.kind = 'strike' AND x.record = s.id AND instr(lower(x.text), ?2) > 0))
             ORDER BY s.first_day IS NULL, s.first_day DESC, s.title, s.id",
        )?;
        let rows = statement
            .query_map(params![json(tags), text.trim().to_lowercase()], |row| {
                Ok(StrikeRow {
                    id: id(row, 0)?,
                    title: row.get(1)?,
                    occurred: row.get(2)?,
                    reported: row.get(3)?,
                    place_name: row.get(4)?,
                    target: row.get(5)?,
                    weapons: row.get(6)?,
                    components: row.get(7)?,
                    photos: row.get(8)?,
                    tags: split_tags(row.get(9)?),
                })
            })?
            .collect::<Result<_, _>>()?;
        Ok(rows)
    }

    /// The weapons that bear all `tags` and contain `text`, by title.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn weapons(&self, tags: &[String], text: &str) -> Result<Vec<WeaponRow>, CaseError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT w.id, w.title, w.class, w.model, w.strike, s.title,
                    (SELECT count(*) FROM component AS c WHERE c.weapon = w.id),
                    (SELECT group_concat(t.name, char(31)) FROM tagging AS g JOIN tag AS t ON t.id = g.tag
                     WHERE g.record_kind = 'weapon' AND g.record = w.id)
             FROM weapon AS w LEFT JOIN strike AS s ON s.id = w.strike
             WHERE NOT EXISTS (SELECT 1 FROM json_each(?1) AS wanted WHERE NOT EXISTS (
                     SELECT 1 FROM tagging AS g JOIN tag AS t ON t.id = g.tag
                     WHERE g.record_kind = 'weapon' AND g.record = w.id AND t.name = wanted.value))
               AND (?2 = '' OR EXISTS (SELECT 1 FROM search_text AS x
                     WHERE x.kind = 'weapon' AND x.record = w.id AND instr(lower(x.text), ?2) > 0))
             ORDER BY w.title, w.id",
        )?;
        let rows = statement
            .query_map(params![json(tags), text.trim().to_lowercase()], |row| {
                Ok(WeaponRow {
                    id: id(row, 0)?,
                    title: row.get(1)?,
                    class: row.get(2)?,
                    model: row.get(3)?,
                    strike: some_id(row, 4)?,
                    strike_title: row.get(5)?,
                    components: row.get(6)?,
                    tags: split_tags(row.get(7)?),
                })
            })?
            .collect::<Result<_, _>>()?;
        Ok(rows)
    }

    /// The components that bear all `tags` and contain `text`, by title.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn components(&self, tags: &[String], text: &str) -> Result<Vec<ComponentRow>, CaseError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT c.id, c.title, c.kind, c.weapon, w.title, c.exhibit_number,
                    (SELECT count(*) FROM marking AS m WHERE m.component = c.id),
                    (SELECT count(*) FROM depiction AS d WHERE d.subject_kind = 'component' AND d.subject = c.id),
                    (SELECT group_concat(t.name, char(31)) FROM tagging AS g JOIN tag AS t ON t.id = g.tag
                     WHERE g.record_kind = 'component' AND g.record = c.id)
             FROM component AS c LEFT JOIN weapon AS w ON w.id = c.weapon
             WHERE NOT EXISTS (SELECT 1 FROM json_each(?1) AS wanted WHERE NOT EXISTS (
                     SELECT 1 FROM tagging AS g JOIN tag AS t ON t.id = g.tag
                     WHERE g.record_kind = 'component' AND g.record = c.id AND t.name = wanted.value))
               AND (?2 = '' OR EXISTS (SELECT 1 FROM search_text AS x
                     WHERE x.kind = 'component' AND x.record = c.id AND instr(lower(x.text), ?2) > 0))
             ORDER BY c.title, c.id",
        )?;
        let rows = statement
            .query_map(params![json(tags), text.trim().to_lowercase()], |row| {
                Ok(ComponentRow {
                    id: id(row, 0)?,
                    title: row.get(1)?,
                    kind: row.get(2)?,
                    weapon: some_id(row, 3)?,
                    weapon_title: row.get(4)?,
                    exhibit_number: row.get(5)?,
                    markings: row.get(6)?,
                    photos: row.get(7)?,
                    tags: split_tags(row.get(8)?),
                })
            })?
            .collect::<Result<_, _>>()?;
        Ok(rows)
    }

    /// How much the case holds.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn counts(&self) -> Result<RecordCounts, CaseError> {
        let counts = self
            .conn
            .prepare_cached(
                "SELECT (SELECT count(*) FROM photo), (SELECT count(*) FROM strike), (SELECT count(*) FROM weapon),
                        (SELECT count(*) FROM component), (SELECT count(*) FROM marking),
                        (SELECT count(*) FROM finding WHERE verdict = 'accepted')",
            )?
            .query_row([], |row| {
                Ok(RecordCounts {
                    photos: row.get(0)?,
                    strikes: row.get(1)?,
                    weapons: row.get(2)?,
                    components: row.get(3)?,
                    markings: row.get(4)?,
                    findings: row.get(5)?,
                })
            })?;
        Ok(counts)
    }

    /// The title that stands for a record in lists and links; empty when it has none.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn title(&self, record: &RecordRef) -> Result<String, CaseError> {
        let fields = super::super::tables::get(&self.conn, record)?.unwrap_or_default();
        let title = ["title", "caption", "name", "text", "file_name"]
            .iter()
            .filter_map(|name| fields.get(*name)?.as_str())
            .find(|text| !text.is_empty());
        Ok(title.unwrap_or_default().to_owned())
    }
}

fn json(tags: &[String]) -> String {
    serde_json::to_string(tags).unwrap_or_else(|_| "[]".to_owned())
}

/// Titles for choosing a record by typing.
impl Reader {
    /// The strikes with their titles, newest first.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn strike_titles(&self) -> Result<Vec<(StrikeId, String)>, CaseError> {
        self.titles("SELECT id, title FROM strike ORDER BY first_day IS NULL, first_day DESC, title")
    }

    /// The weapons with their titles.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn weapon_titles(&self) -> Result<Vec<(WeaponId, String)>, CaseError> {
        self.titles("SELECT id, title FROM weapon ORDER BY title, id")
    }

    /// The components with their titles.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn component_titles(&self) -> Result<Vec<(ComponentId, String)>, CaseError> {
        self.titles("SELECT id, title FROM component ORDER BY title, id")
    }

    fn titles<I: std::str::FromStr>(&self, sql: &str) -> Result<Vec<(I, String)>, CaseError> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let rows = statement
            .query_map([], |row| Ok((id(row, 0)?, row.get(1)?)))?
            .collect::<Result<_, _>>()?;
        Ok(rows)
    }

    /// The weapons of a strike.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn weapons_of(&self, strike: StrikeId) -> Result<Vec<WeaponRow>, CaseError> {
        let mut weapons = self.weapons(&[], "")?;
        weapons.retain(|weapon| weapon.strike == Some(strike));
        Ok(weapons)
    }

    /// The components of a weapon.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn components_of(&self, weapon: WeaponId) -> Result<Vec<ComponentRow>, CaseError> {
        let mut components = self.components(&[], "")?;
        components.retain(|component| component.weapon == Some(weapon));
        Ok(components)
    }

    /// The markings of a component: the newest transcription, and the accepted reading's system, by its
    /// name, and days.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn markings_of_component(
        &self,
        component: ComponentId,
    ) -> Result<Vec<(crate::model::id::MarkingId, String, String)>, CaseError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT m.id,
                    coalesce((SELECT text FROM transcription WHERE marking = m.id ORDER BY at DESC, id DESC LIMIT 1), m.title),
                    coalesce((SELECT system || ' ' || coalesce(earliest, '') || '/' || coalesce(latest, '') FROM finding
                              WHERE marking = m.id AND verdict = 'accepted' ORDER BY at DESC, id DESC LIMIT 1), '')
             FROM marking AS m WHERE m.component = ?1 ORDER BY m.id",
        )?;
        let rows = statement
            .query_map([component.to_string()], |row| {
                let accepted: String = row.get(2)?;
                let accepted = accepted
                    .split_once(' ')
                    .map_or_else(String::new, |(system, days)| {
                        format!("{} {days}", system_name(system))
                    });
                Ok((id(row, 0)?, row.get(1)?, accepted))
            })?
            .collect::<Result<_, _>>()?;
        Ok(rows)
    }
}
