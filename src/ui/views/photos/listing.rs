//! The photos that pass the filter: their order for all of them, and the rows of those that somebody looks at. Both
//! are fetched off the frame; the first screen of an order comes before the rest of it.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::case::{CaseError, PhotoOrder, PhotoRow, PhotoSection, Reader};
use crate::model::album::{PhotoFilter, PhotoSort};
use crate::model::id::PhotoId;
use crate::ui::link::{CaseLink, Remote};

/// So many photos are asked for at once: more than the largest screen shows.
const FIRST: usize = 400;
/// Rows are fetched in pages of this many.
const PAGE: usize = 64;
/// Rows that nobody looks at are forgotten beyond this many.
const HELD: usize = 8192;
/// A new order is asked for at the earliest after so many times what the last one took: during an import the case
/// changes several times a second.
const REST: u32 = 8;

/// Photos, and their rows.
type Page = Remote<Arc<[PhotoId]>, Arc<Vec<PhotoRow>>>;

/// What is listed.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Question {
    pub filter: PhotoFilter,
    pub sort: PhotoSort,
}

/// An answer: the order, and where each photo stands in it.
struct Answer {
    order: PhotoOrder,
    places: HashMap<PhotoId, usize>,
    total: u64,
    took: Duration,
}

fn load(reader: &Reader, question: &Question, most: Option<usize>) -> Result<Arc<Answer>, CaseError> {
    let began = Instant::now();
    let order = reader.photo_order(&question.filter, question.sort, most)?;
    let places = order.photos.iter().enumerate().map(|(place, id)| (*id, place));
    Ok(Arc::new(Answer {
        places: places.collect(),
        total: reader.photo_count()?,
        order,
        took: began.elapsed(),
    }))
}

/// The photos that pass a filter.
#[derive(Default)]
pub(super) struct Listing {
    first: Remote<Question, Arc<Answer>>,
    whole: Remote<Question, Arc<Answer>>,
    /// The newest answer there is: it stays while the one to a new question is on its way.
    shown: Option<Arc<Answer>>,
    /// What the last whole answer was asked for, in which state of the case, and when.
    asked: Option<(Question, u64, Instant)>,
    rows: HashMap<PhotoId, PhotoRow>,
    pages: HashMap<usize, Page>,
    wanted: RefCell<BTreeSet<usize>>,
}

impl Listing {
    /// To be called once a frame, before the photos are looked at.
    pub(super) fn update(&mut self, link: &CaseLink, question: &Question) {
        let is_other = self.asked.as_ref().is_none_or(|(asked, _, _)| asked != question);
        let rest = self
            .shown
            .as_ref()
            .map_or(Duration::ZERO, |shown| shown.took * REST);
        let is_due = is_other
            || self
                .asked
                .as_ref()
                .is_some_and(|(_, generation, at)| *generation == link.generation() || at.elapsed() >= rest);
        if !is_due {
            link.ctx().request_repaint_after(rest);
            return;
        }
        if is_other
            || self
                .asked
                .as_ref()
                .is_some_and(|(_, of, _)| *of != link.generation())
        {
            self.asked = Some((question.clone(), link.generation(), Instant::now()));
        }
        if is_other || self.shown.is_none() {
            let asked = question.clone();
            self.first.get(link, question.clone(), move |reader| {
                load(reader, &asked, Some(FIRST))
            });
        }
        let asked = question.clone();
        let whole = self
            .whole
            .get(link, question.clone(), move |reader| load(reader, &asked, None));
        let answer = match whole {
            Some(whole) => Some(Arc::clone(whole)),
            None => {
                let asked = question.clone();
                let first = self.first.get(link, question.clone(), move |reader| {
                    load(reader, &asked, Some(FIRST))
                });
                first.cloned()
            }
        };
        if let Some(answer) = answer {
            self.shown = Some(answer);
        }
    }

    /// To be called once a frame, after the photos were looked at: fetches the rows that were missing.
    pub(super) fn fetch(&mut self, link: &CaseLink) {
        let Some(shown) = self.shown.clone() else { return };
        let wanted = self.wanted.take();
        self.pages.retain(|page, _| wanted.contains(page));
        if self.rows.len() > HELD {
            self.rows.clear();
        }
        for page in wanted {
            let end = ((page + 1) * PAGE).min(shown.order.photos.len());
            let Some(photos) = shown.order.photos.get(page * PAGE..end) else {
                continue;
            };
            let photos: Arc<[PhotoId]> = photos.into();
            let asked = Arc::clone(&photos);
            let remote = self.pages.entry(page).or_default();
            let rows = remote.get(link, photos, move |reader| {
                reader.photo_rows(&asked).map(Arc::new)
            });
            for row in rows.into_iter().flat_map(|rows| rows.iter()) {
                if self.rows.get(&row.id) != Some(row) {
                    self.rows.insert(row.id, row.clone());
                }
            }
        }
    }

    /// Why there is no answer.
    pub(super) fn error(&self) -> Option<&str> {
        self.whole.error()
    }

    /// Whether there is an answer.
    pub(super) fn is_there(&self) -> bool {
        self.shown.is_some()
    }

    /// How many photos the filter lets through.
    pub(super) fn len(&self) -> usize {
        self.photos().len()
    }

    /// How many photos the case has.
    pub(super) fn total(&self) -> u64 {
        self.shown.as_ref().map_or(0, |shown| shown.total)
    }

    /// The photos, in order.
    pub(super) fn photos(&self) -> &[PhotoId] {
        self.shown.as_ref().map_or(&[], |shown| &shown.order.photos)
    }

    /// Where the sections begin.
    pub(super) fn sections(&self) -> &[PhotoSection] {
        self.shown.as_ref().map_or(&[], |shown| &shown.order.sections)
    }

    /// The photo at `place`.
    pub(super) fn photo(&self, place: usize) -> Option<PhotoId> {
        self.photos().get(place).copied()
    }

    /// Where `photo` stands, if the filter lets it through.
    pub(super) fn place(&self, photo: PhotoId) -> Option<usize> {
        self.shown.as_ref()?.places.get(&photo).copied()
    }

    /// The row of the photo at `place`; `None` while it is on its way.
    pub(super) fn row(&self, place: usize) -> Option<&PhotoRow> {
        let photo = self.photo(place)?;
        self.wanted.borrow_mut().insert(place / PAGE);
        self.rows.get(&photo)
    }

    /// Changes whenever the order does: for what is computed from it.
    pub(super) fn version(&self) -> usize {
        self.shown.as_ref().map_or(0, |shown| Arc::as_ptr(shown) as usize)
    }
}
