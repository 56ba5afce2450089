//! The same mark elsewhere: on other parts, in other strikes, as it is, of one series, or alike.

use rusqlite::OptionalExtension;
use serde::Serialize;

use super::super::{CaseError, MarkQuery, QueryMode, Reader};
use super::{MarkingRow, id};
use crate::model::id::{ComponentId, MarkingId};
use crate::model::when::Interval;
use crate::model::{Transcription, Verdict};
use crate::reading::Notation;
use crate::reading::series::{Member, Number, Relation, Series, relation, series, series_statement};

/// No more marks of a sort are looked at.
const MOST: usize = 500;

/// Where a mark is found again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SeenElsewhere {
    /// The marking, as in a list.
    #[serde(flatten)]
    pub row: MarkingRow,
    /// The weapon that its component belongs to.
    pub weapon: String,
    /// That weapon's strike.
    pub strike: String,
}

/// The same mark elsewhere.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Elsewhere {
    /// Written the same.
    pub same: Vec<SeenElsewhere>,
    /// Of one series: serial or lot numbers that can be compared.
    pub series: Vec<SeenElsewhere>,
    /// What the series says, and what not; empty without one.
    pub series_statement: String,
    /// The same but for characters that are alike when worn, or in two scripts.
    pub alike: Vec<SeenElsewhere>,
}

impl Elsewhere {
    /// Whether the mark is found nowhere else.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.same.is_empty() && self.series.is_empty() && self.alike.is_empty()
    }
}

/// A mark that is looked for, also in cases that do not have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SoughtMark {
    /// What was read there.
    pub text: String,
    /// The kind of component that bears it, a term.
    pub kind: Option<String>,
    /// The maker of that component.
    pub maker: Option<String>,
}

/// A series, and the other markings in it.
type SeriesOfMarks = (Series<Option<ComponentId>>, Vec<MarkingId>);

/// A component with its kind and its maker.
type Bearer = (ComponentId, Option<String>, Option<String>);

/// A number with what it hangs on.
struct Numbered {
    marking: Option<MarkingId>,
    member: Member<Option<ComponentId>>,
}

impl Reader {
    /// Where the mark of a marking is found again in this case.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn elsewhere(&self, marking: MarkingId) -> Result<Elsewhere, CaseError> {
        let Some(sought) = self.sought_mark(marking)? else {
            return Ok(Elsewhere::default());
        };
        let own = self.numbered(marking, &sought.text)?;
        self.found_again(Some(marking), &sought.text, own)
    }

    /// What is to be looked for to find a mark again; `None` when it is not in the case or nobody has read it.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn sought_mark(&self, marking: MarkingId) -> Result<Option<SoughtMark>, CaseError> {
        let transcriptions = self.transcriptions(marking)?;
        let Some(text) = Transcription::settled(&transcriptions).map(|one| one.text.clone()) else {
            return Ok(None);
        };
        let component = self.component_of(marking)?;
        let (kind, maker) = component.map_or((None, None), |(_, kind, maker)| (kind, maker));
        Ok(Some(SoughtMark { text, kind, maker }))
    }

    /// Where a mark of another case is found again in this one.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn elsewhere_here(&self, sought: &SoughtMark) -> Result<Elsewhere, CaseError> {
        let number = Number::parse(&sought.text, sought.kind.as_deref(), sought.maker.as_deref());
        let own = number.map(|number| Numbered {
            marking: None,
            member: Member {
                of: None,
                number,
                made: None,
            },
        });
        self.found_again(None, &sought.text, own)
    }

    fn found_again(
        &self,
        marking: Option<MarkingId>,
        text: &str,
        own: Option<Numbered>,
    ) -> Result<Elsewhere, CaseError> {
        let (same, alike) = self.written_alike(marking, text)?;
        let mut elsewhere = Elsewhere {
            same: self.marks_seen(&same)?,
            alike: self.marks_seen(&alike)?,
            ..Elsewhere::default()
        };
        let series = own.map(|own| self.series_of(own)).transpose()?.flatten();
        if let Some((series, members)) = series {
            let others: Vec<MarkingId> = members
                .into_iter()
                .filter(|other| !same.contains(other))
                .collect();
            elsewhere.series = self.marks_seen(&others)?;
            if !elsewhere.series.is_empty() {
                elsewhere.series_statement = series_statement(&series);
            }
        }
        Ok(elsewhere)
    }

    /// The markings that are written the same, and those that are alike.
    fn written_alike(
        &self,
        marking: Option<MarkingId>,
        text: &str,
    ) -> Result<(Vec<MarkingId>, Vec<MarkingId>), CaseError> {
        let query = |mode| MarkQuery {
            text: literal(&plain(text)),
            mode,
        };
        let is_whole = |other: &str| plain(other).chars().count() == plain(text).chars().count();
        let strict = self.find_marks(&query(QueryMode::Strict), MOST)?;
        let same: Vec<MarkingId> = strict
            .hits
            .into_iter()
            .filter(|hit| Some(hit.marking) != marking && hit.rank <= 2 && is_whole(&hit.text))
            .map(|hit| hit.marking)
            .collect();
        let loose = self.find_marks(&query(QueryMode::Loose), MOST)?;
        let alike = loose
            .hits
            .into_iter()
            .filter(|hit| Some(hit.marking) != marking && hit.rank == 3 && is_whole(&hit.text))
            .map(|hit| hit.marking)
            .filter(|other| !same.contains(other))
            .collect();
        Ok((same, alike))
    }

    /// The series that a number belongs to, and its other markings; `None` when it is in none.
    fn series_of(&self, own: Numbered) -> Result<Option<SeriesOfMarks>, CaseError> {
        let query = MarkQuery {
            text: if own.member.number.key.is_lot() {
                lot_query(&own)
            } else {
                serial_query(&own)
            },
            mode: QueryMode::Strict,
        };
        let mut all = Vec::new();
        for hit in self.find_marks(&query, MOST)?.hits {
            if Some(hit.marking) == own.marking {
                continue;
            }
            let Some(other) = self.numbered(hit.marking, &hit.text)? else {
                continue;
            };
            let found = relation(&own.member.number, &other.member.number);
            if matches!(found, Some(Relation::Series { .. } | Relation::Identical)) {
                all.push(other);
            }
        }
        let others: Vec<MarkingId> = all.iter().filter_map(|one| one.marking).collect();
        let members = all.into_iter().chain([own]).map(|one| one.member);
        Ok(series(members).into_iter().next().map(|series| (series, others)))
    }

    /// The component that bears a marking, its kind and its maker.
    fn component_of(&self, marking: MarkingId) -> Result<Option<Bearer>, CaseError> {
        let mut statement = self.conn.prepare_cached(
            "SELECT c.id, c.kind, c.maker FROM marking AS m JOIN component AS c ON c.id = m.component WHERE m.id = ?1",
        )?;
        let component = statement
            .query_row([marking.to_string()], |row| {
                Ok((id(row, 0)?, row.get(1)?, row.get(2)?))
            })
            .optional()?;
        Ok(component)
    }

    /// The number of a mark, with its component and when that was made by other marks on it.
    fn numbered(&self, marking: MarkingId, text: &str) -> Result<Option<Numbered>, CaseError> {
        let component = self.component_of(marking)?;
        let (of, kind, maker) = match component {
            Some((id, kind, maker)) => (Some(id), kind, maker),
            None => (None, None, None),
        };
        let Some(number) = Number::parse(text, kind.as_deref(), maker.as_deref()) else {
            return Ok(None);
        };
        let made = match of {
            Some(component) => self.made_by_other_marks(component, marking)?,
            None => None,
        };
        Ok(Some(Numbered {
            marking: Some(marking),
            member: Member { of, number, made },
        }))
    }

    /// When a component was made by an accepted reading of another of its marks.
    fn made_by_other_marks(
        &self,
        component: ComponentId,
        but: MarkingId,
    ) -> Result<Option<Interval>, CaseError> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT id FROM marking WHERE component = ?1 AND id <> ?2")?;
        let others = statement
            .query_map([component.to_string(), but.to_string()], |row| id(row, 0))?
            .collect::<Result<Vec<MarkingId>, _>>()?;
        for other in others {
            for finding in self.findings(other)? {
                let days = finding.earliest.zip(finding.latest);
                if finding.verdict == Verdict::Accepted
                    && finding.meaning == "production"
                    && let Some((first, last)) = days
                {
                    return Ok(Interval::new(first, last).ok());
                }
            }
        }
        Ok(None)
    }

    /// Markings with the weapon and the strike that they belong to, in this order.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn marks_seen(&self, markings: &[MarkingId]) -> Result<Vec<SeenElsewhere>, CaseError> {
        let rows = self.marking_rows(markings)?;
        let mut seen = Vec::with_capacity(rows.len());
        for row in rows {
            let context = self.marking_context(row.id)?;
            let (weapon, strike) = context
                .map(|context| (context.weapon, context.strike))
                .unwrap_or_default();
            seen.push(SeenElsewhere {
                row,
                weapon: weapon.map(|weapon| weapon.title).unwrap_or_default(),
                strike: strike.map(|strike| strike.title).unwrap_or_default(),
            });
        }
        Ok(seen)
    }
}

/// The likeliest writing of a transcription, in its comparable form.
fn plain(text: &str) -> String {
    Notation::parse(text)
        .unwrap_or_else(|_| Notation::literal(text))
        .preferred()
}

/// A query for just this text: its signs mean themselves, and separators may not be left out.
fn literal(text: &str) -> String {
    format!("\"{}\"", escaped(text))
}

fn escaped(text: &str) -> String {
    text.chars()
        .flat_map(|c| {
            let sign = matches!(c, '"' | '\\' | '?' | '*');
            sign.then_some('\\').into_iter().chain([c])
        })
        .collect()
}

/// Serial numbers with the same prefix and as many digits.
fn serial_query(own: &Numbered) -> String {
    let key = &own.member.number.key;
    let digits = "?".repeat(usize::from(key.digits));
    format!("{}{digits}*", escaped(&key.prefix))
}

/// Lots of the same maker and interfix.
fn lot_query(own: &Numbered) -> String {
    let key = &own.member.number.key;
    let interfix = key.interfix.as_deref().unwrap_or_default();
    format!("{}*???{interfix}*", escaped(&key.maker))
}
