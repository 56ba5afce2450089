//! Runs a pattern over a transcription, all possibilities at once: for every place in the pattern the best
//! way to have come there.

use std::ops::Range;

use super::confusable::{fold, shape};
use super::{Found, Kind, Pattern, is_separator};
use crate::reading::normalise::{mapped, normalise};
use crate::reading::notation::{Extent, ItemKind, Notation};

/// The rank of what is found through missing characters.
const THROUGH_GAP: u8 = 4;

/// A place of the transcription.
pub(super) struct Node {
    pub what: What,
    pub span: Range<usize>,
    pub struck: bool,
}

pub(super) enum What {
    /// One of these, each with its rank.
    Chars(Vec<(Vec<char>, u8)>),
    Gap(Extent),
    LineBreak,
    /// Nothing is one word across it.
    Apart,
}

/// How a place in the pattern was reached.
#[derive(Clone)]
struct Track {
    rank: u8,
    struck: bool,
    range: Range<usize>,
    uncertain: Vec<Range<usize>>,
}

/// For each place in the pattern the best track there; the last place is behind the pattern.
type States = Vec<Option<Track>>;

/// The best match of any pattern.
pub(super) fn best(patterns: &[Pattern], notation: &Notation) -> Option<Found> {
    let nodes = nodes_of(notation);
    let found = patterns.iter().filter_map(|pattern| {
        let mut run = Run::new(pattern);
        for node in &nodes {
            run.node(node);
        }
        run.accept();
        run.found
    });
    found.min_by_key(|track| track.rank).map(|track| Found {
        rank: track.rank,
        struck: track.struck,
        range: track.range,
        uncertain: track.uncertain,
    })
}

/// The places of a transcription.
pub(super) fn nodes_of(notation: &Notation) -> Vec<Node> {
    let items = notation.items();
    let mut nodes = Vec::with_capacity(items.len());
    let mut at = 0;
    while let Some(item) = items.get(at) {
        // Plain characters are made comparable together, for some of them combine.
        let plain = items[at..]
            .iter()
            .map_while(|item| match item.kind {
                ItemKind::Clear(c) => Some((c, item)),
                _ => None,
            })
            .collect::<Vec<_>>();
        if !plain.is_empty() {
            at += plain.len();
            nodes.extend(mapped(plain).map(|(c, item)| Node {
                what: What::Chars(vec![(vec![c], 1)]),
                span: item.span.clone(),
                struck: item.struck,
            }));
            continue;
        }
        at += 1;
        let chars = |text: &str| normalise(text).chars().collect::<Vec<char>>();
        let what = match &item.kind {
            ItemKind::Clear(c) => What::Chars(vec![(vec![*c], 1)]),
            // What was restored as one of several is found as each of them.
            ItemKind::Restored(text) if text.contains('/') => {
                let several = text.split('/').enumerate();
                let each = several.map(|(nth, one)| (chars(one), if nth == 0 { 2 } else { 3 }));
                What::Chars(std::iter::once((chars(text), 2)).chain(each).collect())
            }
            ItemKind::Uncertain(text) | ItemKind::Restored(text) => What::Chars(vec![(chars(text), 2)]),
            ItemKind::Choice(choices) => What::Chars(
                choices
                    .iter()
                    .enumerate()
                    .map(|(nth, text)| (chars(text), if nth == 0 { 2 } else { 3 }))
                    .collect(),
            ),
            ItemKind::Illegible(extent) | ItemKind::Lost(extent) => What::Gap(*extent),
            ItemKind::LineBreak => What::LineBreak,
            ItemKind::Symbol(_) | ItemKind::FaceBreak | ItemKind::Orientation(_) | ItemKind::Hand(_) => {
                What::Apart
            }
        };
        nodes.push(Node {
            what,
            span: item.span.clone(),
            struck: item.struck,
        });
    }
    nodes
}

struct Run<'a> {
    pattern: &'a Pattern,
    states: States,
    /// Whether the last character is no letter or digit, so that a word may begin.
    free: bool,
    found: Option<Track>,
}

impl<'a> Run<'a> {
    fn new(pattern: &'a Pattern) -> Self {
        Self {
            pattern,
            states: vec![None; pattern.elements.len() + 1],
            free: true,
            found: None,
        }
    }

    fn node(&mut self, node: &Node) {
        match &node.what {
            What::Chars(options) => {
                let (before, free) = (std::mem::take(&mut self.states), self.free);
                let mut after = vec![None; before.len()];
                let mut ends_free = false;
                for (chars, rank) in options {
                    self.states.clone_from(&before);
                    self.free = free;
                    for c in chars {
                        self.step(*c, *rank, node);
                    }
                    merge(&mut after, &self.states);
                    ends_free |= self.free;
                }
                self.states = after;
                self.free = ends_free;
            }
            What::Gap(extent) => self.gap(*extent, node),
            What::LineBreak => {
                self.accept();
                for (at, state) in self.states.iter_mut().enumerate() {
                    let element = self.pattern.elements.get(at);
                    if !element.is_some_and(|element| matches!(element.kind, Kind::Separator)) {
                        *state = None;
                    }
                }
                self.free = true;
            }
            What::Apart => {
                self.accept();
                self.states.fill(None);
                self.free = true;
            }
        }
    }

    /// One character that is known, be it with doubt.
    fn step(&mut self, c: char, rank: u8, node: &Node) {
        let joins = c.is_alphanumeric();
        if self.free || !joins {
            self.accept();
            self.begin(node);
        }
        self.close();
        let mut after = vec![None; self.states.len()];
        for (at, element) in self.pattern.elements.iter().enumerate() {
            let Some(track) = &self.states[at] else {
                continue;
            };
            let (to, rank) = match &element.kind {
                Kind::Literal(wanted, _) if fold(c) == *wanted => (at + 1, rank),
                Kind::Literal(_, like) if like.contains(&shape(c)) => (at + 1, rank.max(3)),
                Kind::One if c != ' ' => (at + 1, rank),
                Kind::Any if c != ' ' => (at, 1),
                Kind::Separator if is_separator(c) => (at, 1),
                _ if is_separator(c) && at > 0 && !element.tight => (at, 1),
                _ => continue,
            };
            better(&mut after[to], track.on(node, rank, to > at));
            // A separator that a wildcard may take may as well be skipped.
            if to > at && is_separator(c) && at > 0 && !element.tight {
                better(&mut after[at], track.clone());
            }
        }
        self.states = after;
        self.free = !joins;
    }

    /// Missing characters, each of which may be anything.
    fn gap(&mut self, extent: Extent, node: &Node) {
        if self.free {
            self.accept();
            self.begin(node);
        }
        if extent.least == 0 {
            // The word may end here, if nothing is missing after all.
            self.close();
            if let Some(Some(track)) = self.states.last() {
                better(&mut self.found, track.on(node, THROUGH_GAP, true));
            }
        }
        let mut all: States = vec![None; self.states.len()];
        // More missing characters than the pattern is long change nothing.
        let longest = u8::try_from(self.pattern.elements.len()).unwrap_or(u8::MAX);
        let most = extent
            .most
            .unwrap_or(longest)
            .min(longest.saturating_add(extent.least).saturating_add(1));
        for count in 0..=most {
            if count >= extent.least {
                let through = self
                    .states
                    .iter()
                    .map(|state| state.as_ref().map(|track| track.on(node, THROUGH_GAP, true)));
                merge(&mut all, &through.collect::<States>());
            }
            self.close();
            let mut after = vec![None; self.states.len()];
            for (at, element) in self.pattern.elements.iter().enumerate() {
                let Some(track) = &self.states[at] else {
                    continue;
                };
                let to = match element.kind {
                    Kind::Literal(..) | Kind::One => at + 1,
                    Kind::Any | Kind::Separator => at,
                };
                better(&mut after[to], track.clone());
            }
            self.states = after;
        }
        self.states = all;
        self.free = false;
    }

    /// A match may begin here.
    fn begin(&mut self, node: &Node) {
        better(
            &mut self.states[0],
            Track {
                rank: self.pattern.rank,
                struck: false,
                range: node.span.start..node.span.start,
                uncertain: Vec::new(),
            },
        );
    }

    /// Passes over elements that may match nothing.
    fn close(&mut self) {
        for (at, element) in self.pattern.elements.iter().enumerate() {
            if matches!(element.kind, Kind::Any | Kind::Separator)
                && let Some(track) = self.states[at].clone()
            {
                better(&mut self.states[at + 1], track);
            }
        }
    }

    /// A match may end here.
    fn accept(&mut self) {
        self.close();
        if let Some(Some(track)) = self.states.last() {
            better(&mut self.found, track.clone());
        }
    }
}

impl Track {
    /// The track with a place of the transcription added; `counts` if its rank does.
    fn on(&self, node: &Node, rank: u8, counts: bool) -> Self {
        let mut track = self.clone();
        if track.range.is_empty() {
            track.range.start = node.span.start;
        }
        track.range.end = track.range.end.max(node.span.end);
        track.struck |= node.struck;
        let rank = if node.struck { rank.max(2) } else { rank };
        if counts && rank > 1 {
            track.rank = track.rank.max(rank);
            if track.uncertain.last() != Some(&node.span) {
                track.uncertain.push(node.span.clone());
            }
        }
        track
    }
}

/// Keeps the better of two tracks.
fn better(place: &mut Option<Track>, track: Track) {
    if place.as_ref().is_none_or(|known| track.rank < known.rank) {
        *place = Some(track);
    }
}

fn merge(states: &mut States, others: &States) {
    for (place, other) in states.iter_mut().zip(others) {
        if let Some(track) = other {
            better(place, track.clone());
        }
    }
}
