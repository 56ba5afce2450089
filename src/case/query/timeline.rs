//! What happened to strikes, weapons and components, from their dates, their sources and the marks.

use std::collections::HashMap;

use jiff::civil::Date;
use rusqlite::Row;

use super::super::{CaseError, Reader};
use super::{Assembly, id, some_id};
use crate::analysis::lifeline::{Event, Stage};
use crate::analysis::timeline::{
    Facts, PartFacts, StrikeFacts, Subject, Timeline, WeaponFacts, life, timeline,
};
use crate::model::id::WeaponId;
use crate::model::when::{Edtf, Interval};
use crate::model::{Source, Vocabularies, Vocabulary};
use crate::reading::bound::AssemblyBound;

/// The earliest assembly of weapons, and the days of their use.
type Bounds = HashMap<WeaponId, (AssemblyBound, Option<Interval>)>;

/// Which strikes, weapons and components belong to a subject: conditions on `strike` and on `weapon`, of which ?1 is the
/// value.
fn conditions(subject: &Subject) -> (&'static str, &'static str, Option<String>) {
    match subject {
        Subject::Case => ("1", "1", None),
        Subject::Strike(strike) => ("id = ?1", "strike = ?1", Some(strike.to_string())),
        Subject::Weapon(weapon) => (
            "id = (SELECT strike FROM weapon WHERE id = ?1)",
            "id = ?1",
            Some(weapon.to_string()),
        ),
        Subject::Model(model) => (
            "id IN (SELECT strike FROM weapon WHERE model = ?1)",
            "model = ?1",
            Some(model.clone()),
        ),
    }
}

impl Reader {
    /// The timeline of `subject`, with what its marks say on the day `now`.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn timeline(&self, subject: &Subject, now: Date) -> Result<Timeline, CaseError> {
        let mut facts = self.timeline_facts(subject)?;
        let bounds = self.bounds_of(subject, &facts, now)?;
        put_together(&mut facts, &bounds);
        Ok(Timeline {
            title: self.subject_title(subject)?,
            ..timeline(subject, &facts)
        })
    }

    fn subject_title(&self, subject: &Subject) -> Result<String, CaseError> {
        match subject {
            Subject::Case => Ok(self.info()?.title),
            Subject::Strike(strike) => self.title(&(*strike).into()),
            Subject::Weapon(weapon) => self.title(&(*weapon).into()),
            Subject::Model(model) => Ok(model.clone()),
        }
    }

    /// What happened to a weapon as far as it is known, with what its marks say together.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn lifeline(&self, weapon: WeaponId, assembly: &Assembly) -> Result<Vec<Event>, CaseError> {
        let mut facts = self.timeline_facts(&Subject::Weapon(weapon))?;
        let bound = assembly.bound.clone().map(|bound| (bound, assembly.used));
        put_together(
            &mut facts,
            &bound.map(|bound| (weapon, bound)).into_iter().collect(),
        );
        Ok(life(&facts))
    }

    /// The models that are suspected, in the order of their names.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn models(&self) -> Result<Vec<String>, CaseError> {
        let sql = "SELECT DISTINCT model FROM weapon WHERE model IS NOT NULL ORDER BY model";
        let mut statement = self.conn.prepare_cached(sql)?;
        let models = statement.query_map([], |row| row.get(0))?;
        Ok(models.collect::<Result<_, _>>()?)
    }

    /// Of few weapons each is asked for; of a model or the whole case all marks are read in one go.
    fn bounds_of(&self, subject: &Subject, facts: &Facts, now: Date) -> Result<Bounds, CaseError> {
        let mut bounds = Bounds::new();
        match subject {
            Subject::Strike(_) | Subject::Weapon(_) => {
                for weapon in &facts.weapons {
                    let assembly = self.assembly(weapon.id, now)?;
                    bounds.extend(assembly.bound.map(|bound| (weapon.id, (bound, assembly.used))));
                }
            }
            Subject::Case | Subject::Model(_) => {
                let weapons = self.weapon_facts(now)?.into_iter();
                bounds.extend(weapons.filter_map(|weapon| Some((weapon.id, (weapon.bound?, weapon.used)))));
            }
        }
        Ok(bounds)
    }

    fn timeline_facts(&self, subject: &Subject) -> Result<Facts, CaseError> {
        let (of_strike, of_weapon, value) = conditions(subject);
        let parameters = || rusqlite::params_from_iter(value.iter());
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT id, title, occurred, reported, time_zone, reported_by, sources FROM strike
             WHERE {of_strike} ORDER BY first_day IS NULL, first_day, last_day, title, id"
        ))?;
        let strikes = statement
            .query_map(parameters(), strike_of)?
            .collect::<Result<Vec<StrikeFacts>, _>>()?;
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT id, title, strike, sources FROM weapon WHERE {of_weapon} ORDER BY title, id"
        ))?;
        let mut weapons = statement
            .query_map(parameters(), weapon_of)?
            .collect::<Result<Vec<WeaponFacts>, _>>()?;
        if let Subject::Model(_) = subject {
            let place: HashMap<_, usize> = strikes.iter().map(|strike| strike.id).zip(0..).collect();
            // In the order of their strikes; those without one last.
            weapons.sort_by_key(|weapon| {
                let of = weapon.strike.and_then(|strike| place.get(&strike).copied());
                (of.is_none(), of)
            });
        }
        // A component belongs to the weapon of what contains it, unless it names one itself.
        let mut statement = self.conn.prepare_cached(&format!(
            "WITH RECURSIVE within (id, weapon) AS (
                 SELECT id, weapon FROM component WHERE weapon IN (SELECT id FROM weapon WHERE {of_weapon})
                 UNION
                 SELECT c.id, within.weapon FROM within JOIN component AS c ON c.parent = within.id
                 WHERE c.weapon IS NULL)
             SELECT c.id, c.title, c.kind, within.weapon, c.recovered, c.recovered_by, c.documented, c.sources
             FROM within JOIN component AS c ON c.id = within.id ORDER BY c.title, c.id"
        ))?;
        let words = self.vocabularies()?;
        let parts = statement
            .query_map(parameters(), |row| part_of(row, &words))?
            .collect::<Result<Vec<PartFacts>, _>>()?;
        Ok(Facts {
            strikes,
            weapons,
            parts,
        })
    }
}

fn put_together(facts: &mut Facts, bounds: &Bounds) {
    for weapon in &mut facts.weapons {
        weapon.made = bounds
            .get(&weapon.id)
            .map(|(bound, used)| Event::made(bound, *used));
    }
}

fn strike_of(row: &Row<'_>) -> rusqlite::Result<StrikeFacts> {
    Ok(StrikeFacts {
        id: id(row, 0)?,
        title: row.get(1)?,
        occurred: date(row, 2)?,
        reported: date(row, 3)?,
        zone: row.get(4)?,
        reported_by: row.get::<_, Option<Box<str>>>(5)?.unwrap_or_default(),
        published: published(row, 6)?,
    })
}

fn weapon_of(row: &Row<'_>) -> rusqlite::Result<WeaponFacts> {
    Ok(WeaponFacts {
        id: id(row, 0)?,
        title: row.get(1)?,
        strike: some_id(row, 2)?,
        made: None,
        published: published(row, 3)?,
    })
}

fn part_of(row: &Row<'_>, words: &Vocabularies) -> rusqlite::Result<PartFacts> {
    let (title, kind): (Box<str>, Option<String>) = (row.get(1)?, row.get(2)?);
    let title = if title.is_empty() {
        let kind = kind.as_deref().unwrap_or_default();
        words.label(Vocabulary::ComponentKind, kind).into()
    } else {
        title
    };
    let by: Option<String> = row.get(5)?;
    let by = by.as_deref().unwrap_or_default();
    let (recovered, documented) = (date(row, 4)?, date(row, 6)?);
    Ok(PartFacts {
        id: id(row, 0)?,
        title,
        weapon: id(row, 3)?,
        recovered: recovered.and_then(|date| Event::stated(Stage::Recovered, &date, by)),
        documented: documented.and_then(|date| Event::stated(Stage::Documented, &date, "")),
        published: published(row, 7)?,
    })
}

/// A column with a date as a person stated it. What is no EDTF is refused when it is written.
fn date(row: &Row<'_>, column: usize) -> rusqlite::Result<Option<Edtf>> {
    let text: Option<&str> = row.get_ref(column)?.as_str_or_null()?;
    Ok(text.and_then(|text| Edtf::parse(text).ok()))
}

/// When the sources in a column were published.
fn published(row: &Row<'_>, column: usize) -> rusqlite::Result<Vec<Event>> {
    let text = row.get_ref(column)?.as_str()?;
    if text == "[]" {
        return Ok(Vec::new());
    }
    let sources: Vec<Source> = serde_json::from_str(text).map_err(|error| {
        rusqlite::Error::FromSqlConversionFailure(column, rusqlite::types::Type::Text, Box::new(error))
    })?;
    Ok(Event::published(&sources).collect())
}
