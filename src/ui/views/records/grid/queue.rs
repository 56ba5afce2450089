//! What was done to cells, one deed after the other: each is worked out on a reader's thread against the rows as the deed
//! before it left them.

use std::collections::{HashMap, HashSet, VecDeque};

use uuid::Uuid;

use crate::case::CaseError;
use crate::exchange::sheet::{Deed, Field, Outcome, Row, Subject, Target, edits};
use crate::model::record::RecordRef;
use crate::ui::link::{Answer, CaseLink};

/// So many cells are shown as they were typed while they are worked out: they are looked through for each cell in view.
const SHOWN: usize = 500;

/// A text that is typed into a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    /// The row.
    pub row: Uuid,
    /// The cell.
    pub field: &'static Field,
    /// The text.
    pub text: String,
}

/// What is to be done.
#[derive(Debug, Clone)]
pub enum Wanted {
    /// Texts are typed.
    Type(Vec<Typed>),
    /// Cells of rows say what those of another row say.
    Same {
        /// That row.
        from: Uuid,
        /// Which cells.
        fields: Vec<&'static Field>,
        /// Which rows.
        rows: Vec<Uuid>,
    },
    /// Cells of rows are cleared.
    Clear {
        /// Which cells.
        fields: Vec<&'static Field>,
        /// Which rows.
        rows: Vec<Uuid>,
    },
}

/// The deeds that wait, and the one that is being worked out.
#[derive(Default)]
pub struct Queue {
    waiting: VecDeque<Wanted>,
    asked: Option<(Wanted, Answer<Outcome>)>,
}

impl Queue {
    /// Adds a deed.
    pub fn push(&mut self, wanted: Wanted) {
        self.waiting.push_back(wanted);
    }

    /// Whether nothing waits.
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty() && self.asked.is_none()
    }

    /// What is typed into a cell and not worked out yet.
    pub fn typed(&self, row: Uuid, field: &Field) -> Option<&str> {
        let asked = self.asked.iter().map(|(wanted, _)| wanted);
        let newest = asked.chain(&self.waiting).rev().find_map(|wanted| match wanted {
            Wanted::Type(cells) if cells.len() <= SHOWN => cells
                .iter()
                .rfind(|typed| typed.row == row && typed.field.name == field.name),
            _ => None,
        });
        newest.map(|typed| typed.text.as_str())
    }

    /// Asks for the next deed, when the one before has been answered. `subject` is a row as it is, if it is here.
    pub fn ask(&mut self, link: &CaseLink, target: Target, subject: impl Fn(Uuid) -> Option<Subject>) {
        if self.asked.is_some() {
            return;
        }
        let Some(wanted) = self.waiting.pop_front() else {
            return;
        };
        let mut here: Vec<(Uuid, Option<Subject>)> = Vec::new();
        let mut known = HashSet::new();
        let mut need = |id: Uuid| {
            if known.insert(id) {
                here.push((id, subject(id)));
            }
        };
        match &wanted {
            Wanted::Type(cells) => cells.iter().for_each(|typed| need(typed.row)),
            Wanted::Same { from, .. } => need(*from),
            Wanted::Clear { .. } => {}
        }
        let asked = wanted.clone();
        let answer = link.ask(move |reader| {
            let mut subjects = Vec::with_capacity(here.len());
            for (id, subject) in here {
                let subject = match subject {
                    Some(subject) => Some(subject),
                    None => {
                        Row::load(reader, target, &id.to_string())?.map(|row| Subject { row, is_new: false })
                    }
                };
                subjects.extend(subject.map(|subject| (id, subject)));
            }
            edits(reader, deed(asked, target, subjects))
        });
        self.asked = Some((wanted, answer));
    }

    /// The answer to the deed that was asked for, once it is there.
    pub fn answer(&mut self) -> Option<(Wanted, Result<Outcome, CaseError>)> {
        let (wanted, answer) = self.asked.take()?;
        match answer.take() {
            Ok(outcome) => Some((wanted, outcome)),
            Err(answer) => {
                self.asked = Some((wanted, answer));
                None
            }
        }
    }

    /// As [`Queue::answer`], but waits for it. Not in a frame.
    pub fn wait(&mut self) -> Option<(Wanted, Result<Outcome, CaseError>)> {
        let (wanted, answer) = self.asked.take()?;
        Some((wanted, answer.wait()))
    }
}

/// The deed on rows as they are. A row that the case has no longer is left out.
fn deed(wanted: Wanted, target: Target, subjects: Vec<(Uuid, Subject)>) -> Deed {
    let records = |rows: Vec<Uuid>| -> Vec<RecordRef> {
        rows.into_iter()
            .map(|id| RecordRef::new(target.kind(), id))
            .collect()
    };
    match wanted {
        Wanted::Type(cells) => {
            let places: HashMap<Uuid, usize> = subjects
                .iter()
                .enumerate()
                .map(|(place, (id, _))| (*id, place))
                .collect();
            let cells = cells
                .into_iter()
                .filter_map(|typed| Some((*places.get(&typed.row)?, typed.field, typed.text)))
                .collect();
            Deed::Type {
                rows: subjects.into_iter().map(|(_, subject)| subject).collect(),
                cells,
            }
        }
        Wanted::Same { fields, rows, .. } => match subjects.into_iter().next() {
            Some((_, from)) => Deed::Same {
                from: Box::new(from.row),
                fields,
                records: records(rows),
            },
            None => Deed::Clear {
                target,
                fields: Vec::new(),
                records: Vec::new(),
            },
        },
        Wanted::Clear { fields, rows } => Deed::Clear {
            target,
            fields,
            records: records(rows),
        },
    }
}
