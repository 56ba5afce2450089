//! Markings with their regions, transcriptions and findings.

use std::collections::{BTreeMap, HashSet};
use std::ops::Bound;

use jiff::civil::Date;
use rusqlite::params;
use serde::Serialize;

use super::super::{CaseError, Reader};
use super::{AlarmScope, id, some_id, split_tags};
use crate::model::id::{ComponentId, MarkingId, PhotoId, RegionId, WeaponId};
use crate::model::record::Recorded;
use crate::model::{Finding, Region, Transcription};
use crate::reading::Notation;
use crate::reading::agreement::{Agreement, Position, aligned};

/// A marking in a list.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct MarkingRow {
    /// The marking.
    pub id: MarkingId,
    /// Its title.
    pub title: String,
    /// The component that bears it.
    pub component: Option<ComponentId>,
    /// That component's title.
    pub component_title: Option<String>,
    /// That component's kind, a term.
    pub component_kind: Option<String>,
    /// The text of the transcription that counts.
    pub text: Option<String>,
    /// How many transcriptions it has.
    pub transcriptions: u32,
    /// The system of the newest accepted reading.
    pub accepted: Option<String>,
    /// That reading's first day, ISO 8601.
    pub earliest: Option<String>,
    /// That reading's last day, ISO 8601.
    pub latest: Option<String>,
    /// A region in which it is seen, for a crop.
    pub region: Option<RegionRow>,
    /// Why it can't be what it says, where that was asked for: among the impossible ones.
    pub alarm: Option<String>,
    /// Its tags.
    pub tags: Vec<String>,
}

/// Which markings are listed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum MarkingQueue {
    /// All.
    #[default]
    All,
    /// Those that nobody has transcribed, nor a machine.
    Untranscribed,
    /// Those that one other person has read and this one has not: for a second, blind reading. What was read there, and
    /// what it was found to mean, is left out of the list.
    SecondReading(String),
    /// Those that two people have read differently, and nobody has decided between them.
    Disagreeing,
    /// Those that can't be what they say, on this day.
    Impossible(Date),
}

impl MarkingQueue {
    /// Its word in the query.
    const fn word(&self) -> &'static str {
        match self {
            Self::All | Self::Impossible(_) => "all",
            Self::Untranscribed => "untranscribed",
            Self::SecondReading(_) => "second",
            Self::Disagreeing => "disagreeing",
        }
    }
}

/// A region in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct RegionRow {
    /// The region.
    pub id: RegionId,
    /// Its photo.
    pub photo: PhotoId,
    /// Pixels from the left edge.
    pub x: u32,
    /// Pixels from the top edge.
    pub y: u32,
    /// Pixels.
    pub width: u32,
    /// Pixels.
    pub height: u32,
}

/// What a row of the list needs of a marking `m`.
const COLUMNS: &str = "m.id, m.title, m.component, c.title, c.kind,
    (SELECT text FROM transcription AS t WHERE t.marking = m.id AND t.text <> ''
    ORDER BY (t.role IS 'adjudicator') DESC, (t.role IS 'machine'), t.at DESC, t.id DESC LIMIT 1),
    (SELECT count(*) FROM transcription AS t WHERE t.marking = m.id),
    f.system, f.earliest, f.latest, r.id, r.photo, r.x, r.y, r.width, r.height,
    (SELECT group_concat(t.name, char(31)) FROM tagging AS g JOIN tag AS t ON t.id = g.tag
    WHERE g.record_kind = 'marking' AND g.record = m.id)";

/// The tables beside the marking `m` from which that comes.
const BESIDE: &str = "LEFT JOIN component AS c ON c.id = m.component
    LEFT JOIN finding AS f ON f.id = (SELECT id FROM finding WHERE marking = m.id AND verdict = 'accepted'
    ORDER BY at DESC, id DESC LIMIT 1)
    LEFT JOIN region AS r ON r.id = (SELECT id FROM region WHERE marking = m.id ORDER BY id LIMIT 1)";

fn row_of(row: &rusqlite::Row<'_>) -> rusqlite::Result<MarkingRow> {
    let region = match some_id(row, 10)? {
        None => None,
        Some(region) => Some(RegionRow {
            id: region,
            photo: id(row, 11)?,
            x: row.get(12)?,
            y: row.get(13)?,
            width: row.get(14)?,
            height: row.get(15)?,
        }),
    };
    Ok(MarkingRow {
        id: id(row, 0)?,
        title: row.get(1)?,
        component: some_id(row, 2)?,
        component_title: row.get(3)?,
        component_kind: row.get(4)?,
        text: row.get(5)?,
        transcriptions: row.get(6)?,
        accepted: row.get(7)?,
        earliest: row.get(8)?,
        latest: row.get(9)?,
        region,
        alarm: None,
        tags: split_tags(row.get(16)?),
    })
}

impl MarkingRow {
    /// The row without what would tell a second reader what the first one read.
    fn for_a_blind_reader(self) -> Self {
        Self {
            title: String::new(),
            text: None,
            accepted: None,
            earliest: None,
            latest: None,
            tags: Vec::new(),
            ..self
        }
    }
}

/// Adds what the readers of one mark say to the agreement of each pair of them.
fn count(readers: &BTreeMap<String, Notation>, agreement: &mut BTreeMap<(String, String), Agreement>) {
    for (a, first) in readers {
        for (b, second) in readers.range::<str, _>((Bound::Excluded(a.as_str()), Bound::Unbounded)) {
            let pair = agreement.entry((a.clone(), b.clone())).or_default();
            pair.add(first, second);
        }
    }
}

impl Reader {
    /// The markings with all of `tags` that stand in a queue, oldest first.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn markings(&self, tags: &[String], queue: &MarkingQueue) -> Result<Vec<MarkingRow>, CaseError> {
        if let MarkingQueue::Impossible(now) = queue {
            return self.impossible_markings(tags, *now);
        }
        let tags = serde_json::to_string(tags).unwrap_or_else(|_| "[]".to_owned());
        let person = match queue {
            MarkingQueue::SecondReading(person) => person.as_str(),
            _ => "",
        };
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM marking AS m {BESIDE}
             WHERE CASE ?1
                    WHEN 'untranscribed' THEN NOT EXISTS (SELECT 1 FROM transcription AS t
                        WHERE t.marking = m.id AND t.text <> '')
                    WHEN 'second' THEN (SELECT count(DISTINCT t.by) FROM transcription AS t
                        WHERE t.marking = m.id AND t.text <> '' AND (t.role IS NULL OR t.role = 'blind_reader')) = 1
                        AND NOT EXISTS (SELECT 1 FROM transcription AS t
                        WHERE t.marking = m.id AND t.by = ?3 AND t.text <> '')
                    WHEN 'disagreeing' THEN (SELECT count(DISTINCT t.text) FROM transcription AS t
                        WHERE t.marking = m.id AND t.text <> '' AND (t.role IS NULL OR t.role = 'blind_reader')) > 1
                        AND NOT EXISTS (SELECT 1 FROM transcription AS t
                        WHERE t.marking = m.id AND t.role = 'adjudicator')
                    ELSE 1 END
               AND NOT EXISTS (SELECT 1 FROM json_each(?2) AS wanted WHERE NOT EXISTS (
                     SELECT 1 FROM tagging AS g JOIN tag AS t ON t.id = g.tag
                     WHERE g.record_kind = 'marking' AND g.record = m.id AND t.name = wanted.value))
             ORDER BY m.id"
        ))?;
        let rows = statement
            .query_map(params![queue.word(), tags, person], row_of)?
            .collect::<Result<Vec<MarkingRow>, _>>()?;
        match queue {
            MarkingQueue::SecondReading(_) => {
                Ok(rows.into_iter().map(MarkingRow::for_a_blind_reader).collect())
            }
            MarkingQueue::Disagreeing => {
                let mut differing = Vec::new();
                for row in rows {
                    if self.is_read_differently(row.id)? {
                        differing.push(row);
                    }
                }
                Ok(differing)
            }
            MarkingQueue::All | MarkingQueue::Untranscribed | MarkingQueue::Impossible(_) => Ok(rows),
        }
    }

    /// The markings with all of `tags` that can't be what they say, each with all the reasons.
    fn impossible_markings(&self, tags: &[String], now: Date) -> Result<Vec<MarkingRow>, CaseError> {
        let mut reasons: BTreeMap<MarkingId, String> = BTreeMap::new();
        for alarm in self.alarms(AlarmScope::Case, now)? {
            let known = reasons.entry(alarm.marking).or_default();
            if !known.is_empty() {
                known.push(' ');
            }
            known.push_str(&alarm.reason);
        }
        let ids: Vec<MarkingId> = reasons.keys().copied().collect();
        let mut rows = self.marking_rows(&ids)?;
        rows.retain(|row| tags.iter().all(|tag| row.tags.contains(tag)));
        for row in &mut rows {
            row.alarm = reasons.remove(&row.id);
        }
        Ok(rows)
    }

    /// These markings, in this order; those that are not in the case are left out.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn marking_rows(&self, markings: &[MarkingId]) -> Result<Vec<MarkingRow>, CaseError> {
        let ids = serde_json::to_string(markings).unwrap_or_else(|_| "[]".to_owned());
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM json_each(?1) AS wanted JOIN marking AS m ON m.id = wanted.value {BESIDE}
             ORDER BY wanted.key"
        ))?;
        let rows = statement.query_map([ids], row_of)?.collect::<Result<_, _>>()?;
        Ok(rows)
    }

    /// Whether two people saw different characters in a marking; that one of them was less certain is no difference.
    pub(super) fn is_read_differently(&self, marking: MarkingId) -> Result<bool, CaseError> {
        let readings: Vec<Notation> = self
            .transcriptions(marking)?
            .into_iter()
            .filter(|one| one.is_by_reader() && !one.text.trim().is_empty())
            .map(|one| Notation::parse(&one.text).unwrap_or_else(|_| Notation::literal(&one.text)))
            .collect();
        let differ = |a, b| !aligned(a, b).iter().all(Position::is_alike);
        Ok(readings.windows(2).any(|pair| differ(&pair[0], &pair[1])))
    }

    /// The marks that people read differently, where nobody has decided.
    pub(super) fn read_differently(&self) -> Result<HashSet<MarkingId>, CaseError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT t.marking FROM transcription AS t
             WHERE t.text <> '' AND (t.role IS NULL OR t.role = 'blind_reader')
             GROUP BY t.marking HAVING count(DISTINCT t.text) > 1
                AND NOT EXISTS (SELECT 1 FROM transcription AS d
                    WHERE d.marking = t.marking AND d.role = 'adjudicator')",
        )?;
        let candidates = statement
            .query_map([], |row| id(row, 0))?
            .collect::<Result<Vec<MarkingId>, _>>()?;
        let mut disputed = HashSet::new();
        for marking in candidates {
            if self.is_read_differently(marking)? {
                disputed.insert(marking);
            }
        }
        Ok(disputed)
    }

    /// How far people agree who read the same marks, each pair by name; only their own readings count, and of these the
    /// newest.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn agreement(&self, only_blind: bool) -> Result<BTreeMap<(String, String), Agreement>, CaseError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT marking, by, text FROM transcription
             WHERE text <> '' AND (role = 'blind_reader' OR (NOT ?1 AND role IS NULL))
             ORDER BY marking, by, at, id",
        )?;
        let mut rows = statement.query([only_blind])?;
        let mut agreement: BTreeMap<(String, String), Agreement> = BTreeMap::new();
        let mut here: (String, BTreeMap<String, Notation>) = Default::default();
        while let Some(row) = rows.next()? {
            let (marking, by, text): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            if marking != here.0 {
                count(&std::mem::take(&mut here.1), &mut agreement);
                here.0 = marking;
            }
            let notation = Notation::parse(&text).unwrap_or_else(|_| Notation::literal(&text));
            here.1.insert(by, notation);
        }
        count(&here.1, &mut agreement);
        Ok(agreement)
    }

    /// The regions of a photo, in the order in which they were drawn.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn regions_of_photo(&self, photo: PhotoId) -> Result<Vec<Region>, CaseError> {
        self.pointing("SELECT id FROM region WHERE photo = ?1 ORDER BY id", photo)
    }

    /// The regions in which a marking is seen.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn regions_of_marking(&self, marking: MarkingId) -> Result<Vec<Region>, CaseError> {
        self.pointing("SELECT id FROM region WHERE marking = ?1 ORDER BY id", marking)
    }

    /// The transcriptions of a marking, oldest first.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn transcriptions(&self, marking: MarkingId) -> Result<Vec<Transcription>, CaseError> {
        self.pointing(
            "SELECT id FROM transcription WHERE marking = ?1 ORDER BY at, id",
            marking,
        )
    }

    /// The findings on a marking, oldest first.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn findings(&self, marking: MarkingId) -> Result<Vec<Finding>, CaseError> {
        self.pointing(
            "SELECT id FROM finding WHERE marking = ?1 ORDER BY at, id",
            marking,
        )
    }

    /// The findings on all marks of a weapon's components, with the component each belongs to.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn findings_of_weapon(&self, weapon: WeaponId) -> Result<Vec<(ComponentId, Finding)>, CaseError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT c.id, f.id FROM component AS c JOIN marking AS m ON m.component = c.id
             JOIN finding AS f ON f.marking = m.id WHERE c.weapon = ?1 ORDER BY c.id, f.id",
        )?;
        let pairs = statement
            .query_map([weapon.to_string()], |row| {
                Ok((id(row, 0)?, row.get::<_, String>(1)?))
            })?
            .collect::<Result<Vec<(ComponentId, String)>, _>>()?;
        let mut findings = Vec::with_capacity(pairs.len());
        for (component, finding) in pairs {
            if let Some(finding) = self.get(finding)? {
                findings.push((component, finding));
            }
        }
        Ok(findings)
    }

    pub(super) fn pointing<R: Recorded>(
        &self,
        sql: &str,
        target: impl ToString,
    ) -> Result<Vec<R>, CaseError> {
        let mut statement = self.conn.prepare_cached(sql)?;
        let ids = statement
            .query_map([target.to_string()], |row| row.get::<_, String>(0))?
            .collect::<Result<Vec<_>, _>>()?;
        let mut records = Vec::with_capacity(ids.len());
        for id in ids {
            if let Some(record) = self.get(id)? {
                records.push(record);
            }
        }
        Ok(records)
    }
}
