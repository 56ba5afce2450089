//! The rows that somebody looks at, fetched in pages off the frame, and those that run ahead of the case: what was typed
//! shows at once and is taken back if the case refuses it.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use uuid::Uuid;

use super::super::cell_text::shown;
use crate::case::{Applied, CaseError, Reader};
use crate::exchange::sheet::{Entry, Row, Target, written};
use crate::model::record::{RecordKind, RecordRef};
use crate::ui::link::{CaseLink, Remote};

/// Rows are fetched in pages of this many.
const PAGE: usize = 64;
/// Rows that nobody looks at are forgotten beyond this many.
const HELD: usize = 4096;

/// A row with what stands in its cells, by the place of the field.
#[derive(Debug, Clone)]
pub struct Line {
    /// The row.
    pub row: Row,
    /// In words.
    pub shown: Vec<String>,
}

impl Line {
    /// The line of a row.
    pub fn of(row: Row, target: Target) -> Self {
        let shown = target
            .fields()
            .iter()
            .map(|field| shown(field, &row.fields, &row.tags, &written(field, &row), row.words()))
            .collect();
        Self { row, shown }
    }
}

/// A row as it will be.
struct Ahead {
    line: Line,
    /// From which state of the case on it is so; `None` while the case has not answered.
    since: Option<u64>,
}

/// Rows of a page, with the state of the case in which they were read.
type Read = Arc<(u64, Vec<Option<Line>>)>;

/// A page on its way.
type Page = Remote<Arc<[Uuid]>, Read>;

/// The rows that somebody looks at.
#[derive(Default)]
pub struct Lines {
    held: HashMap<Uuid, Line>,
    ahead: HashMap<Uuid, Ahead>,
    pages: HashMap<usize, Page>,
    /// By page, the answer that was taken in.
    taken: HashMap<usize, Read>,
    wanted: RefCell<BTreeSet<usize>>,
}

impl Lines {
    /// The line of the row `id`, which stands at `place`; `None` while it is on its way.
    pub fn get(&self, id: Uuid, place: usize) -> Option<&Line> {
        self.wanted.borrow_mut().insert(place / PAGE);
        self.known(id)
    }

    /// The line of a row, if it is here.
    pub fn known(&self, id: Uuid) -> Option<&Line> {
        let ahead = self.ahead.get(&id).map(|ahead| &ahead.line);
        ahead.or_else(|| self.held.get(&id))
    }

    /// Shows what was sent to the case before it answers.
    pub fn run_ahead(&mut self, row: &Row, entry: &Entry, target: Target) {
        let Ok(id) = row.record.id.parse() else { return };
        let mut row = row.clone();
        row.take(entry);
        let line = Line::of(row, target);
        self.ahead.insert(id, Ahead { line, since: None });
    }

    /// Heeds what the case has done: rows that it touched are as they were shown from `generation` on.
    pub fn applied(&mut self, applied: &Applied, generation: u64) {
        for (id, ahead) in &mut self.ahead {
            let id = id.to_string();
            // A tag is borne through a record of its own, whose id ends with the bearer's.
            let touches = |record: &RecordRef| {
                record.id == id || record.kind == RecordKind::Tagging && record.id.ends_with(&id)
            };
            if applied.records.iter().any(touches) {
                ahead.since = Some(generation);
            }
        }
    }

    /// Takes back what the case has not answered yet: it refused. Gives the rows.
    pub fn refused(&mut self) -> Vec<Uuid> {
        let open = |ahead: &Ahead| ahead.since.is_none();
        let refused: Vec<Uuid> = self
            .ahead
            .iter()
            .filter(|(_, ahead)| open(ahead))
            .map(|(id, _)| *id)
            .collect();
        self.ahead.retain(|_, ahead| !open(ahead));
        refused
    }

    /// To be called once a frame, after the rows were looked at: fetches those that were missing. Gives the rows that the
    /// case has no longer.
    pub fn fetch(&mut self, link: &CaseLink, order: &[Uuid], target: Target) -> Vec<Uuid> {
        let wanted = self.wanted.take();
        self.pages.retain(|page, _| wanted.contains(page));
        self.taken.retain(|page, _| wanted.contains(page));
        if self.held.len() > HELD {
            self.held.clear();
            self.taken.clear();
        }
        let mut gone = Vec::new();
        for page in wanted {
            let end = ((page + 1) * PAGE).min(order.len());
            let Some(rows) = order.get(page * PAGE..end).filter(|rows| !rows.is_empty()) else {
                continue;
            };
            let rows: Arc<[Uuid]> = rows.into();
            let (asked, generation) = (Arc::clone(&rows), link.generation());
            let remote = self.pages.entry(page).or_default();
            let answer = remote.get(link, Arc::clone(&rows), move |reader| {
                load(reader, target, &asked).map(|lines| Arc::new((generation, lines)))
            });
            let Some(answer) = answer.cloned() else { continue };
            let is_old = self
                .taken
                .get(&page)
                .is_some_and(|taken| Arc::ptr_eq(taken, &answer));
            if is_old && self.ahead.is_empty() {
                continue;
            }
            self.taken.insert(page, Arc::clone(&answer));
            let (read_in, lines) = &*answer;
            for (id, line) in rows.iter().zip(lines) {
                let is_awaited = |ahead: &Ahead| ahead.since.is_none_or(|since| *read_in < since);
                let awaited = self.ahead.get(id).is_some_and(is_awaited);
                match line {
                    Some(line) => {
                        if !awaited {
                            self.ahead.remove(id);
                        }
                        if self.held.get(id).is_none_or(|held| held.row != line.row) {
                            self.held.insert(*id, line.clone());
                        }
                    }
                    None if !awaited => {
                        self.ahead.remove(id);
                        self.held.remove(id);
                        gone.push(*id);
                    }
                    None => {}
                }
            }
        }
        gone
    }
}

fn load(reader: &Reader, target: Target, ids: &[Uuid]) -> Result<Vec<Option<Line>>, CaseError> {
    ids.iter()
        .map(|id| {
            let row = Row::load(reader, target, &id.to_string())?;
            Ok(row.map(|row| Line::of(row, target)))
        })
        .collect()
}
