//! How much of their checklists is filled in, for the rows that somebody looks at: fetched in pages off the frame. The last
//! answer stands until the next is there.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use uuid::Uuid;

use super::link::{CaseLink, Remote};
use crate::analysis::completeness::Tally;
use crate::case::{CaseError, Reader};
use crate::model::record::RecordKind;

/// Tallies are fetched in pages of this many rows.
const PAGE: usize = 64;

/// The tallies of a page, by record.
type Page = Arc<HashMap<Uuid, Tally>>;

/// The tallies of the rows that somebody looks at.
#[derive(Default)]
pub struct Tallies {
    pages: HashMap<usize, Remote<Arc<[Uuid]>, Page>>,
    wanted: RefCell<BTreeSet<usize>>,
}

impl Tallies {
    /// The tally of the record `id`, which stands in row `row`; `None` while it is on its way.
    pub fn get(&self, id: Uuid, row: usize) -> Option<Tally> {
        self.wanted.borrow_mut().insert(row / PAGE);
        self.pages.get(&(row / PAGE))?.held()?.get(&id).copied()
    }

    /// To be called once a frame, after the rows were looked at: fetches what was missing. `ids` gives the records of rows, of
    /// which there are `count`.
    pub fn fetch(
        &mut self,
        link: &CaseLink,
        kind: RecordKind,
        count: usize,
        ids: impl Fn(usize) -> Option<Uuid>,
    ) {
        let wanted = self.wanted.take();
        self.pages.retain(|page, _| wanted.contains(page));
        for page in wanted {
            let rows = page * PAGE..((page + 1) * PAGE).min(count);
            let asked: Arc<[Uuid]> = rows.filter_map(&ids).collect();
            if asked.is_empty() {
                continue;
            }
            let of = Arc::clone(&asked);
            let remote = self.pages.entry(page).or_default();
            remote.get(link, asked, move |reader| load(reader, kind, &of));
        }
    }
}

fn load(reader: &Reader, kind: RecordKind, ids: &[Uuid]) -> Result<Page, CaseError> {
    let ids: Vec<String> = ids.iter().map(Uuid::to_string).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let tallies = reader.tallies(kind, &ids)?;
    Ok(Arc::new(
        tallies
            .into_iter()
            .filter_map(|(id, tally)| Some((id.parse().ok()?, tally)))
            .collect(),
    ))
}
