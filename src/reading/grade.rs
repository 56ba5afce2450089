//! From what a system proposes to a graded reading: one rule for all systems.

use std::borrow::Cow;
use std::ops::Range;

use super::context::Context;
use super::face::{Doubt, Face};
use super::notation::Certainty;
use super::outcome::{Grade, Meaning, Place, Precision, Reading};
use super::system::TEAM;
use crate::model::when::Interval;
use crate::text::{t, tf};

/// What speaks for a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Support {
    /// The mark names its own system: A.
    Named,
    /// Independent context supports the system: B.
    Context,
    /// The context fits but leaves something open: C.
    Fair,
    /// The context says nothing: C with at most two rivals, else D.
    Neutral,
    /// A short code without support: D.
    Bare,
}

/// What a system thinks that a piece of writing means.
#[derive(Debug, Clone)]
pub struct Proposal {
    rule: Cow<'static, str>,
    range: Range<usize>,
    interval: Option<Interval>,
    tolerant: Option<Interval>,
    precision: Option<Precision>,
    meaning: Meaning,
    place: Option<Place>,
    support: Support,
    caps: Vec<(Grade, String)>,
    impossible: Option<String>,
    why: Vec<String>,
    sources: Vec<Cow<'static, str>>,
}

impl Proposal {
    /// `rule` reads the bytes `range` of a face; without more it means no date.
    pub fn new(
        rule: impl Into<Cow<'static, str>>,
        range: Range<usize>,
        support: Support,
        sources: &'static [&'static str],
    ) -> Self {
        Self {
            rule: rule.into(),
            range,
            interval: None,
            tolerant: None,
            precision: None,
            meaning: Meaning::None,
            place: None,
            support,
            caps: Vec::new(),
            impossible: None,
            why: Vec::new(),
            sources: sources.iter().map(|id| Cow::Borrowed(*id)).collect(),
        }
    }

    /// The bytes of the face that it reads.
    pub fn range(&self) -> &Range<usize> {
        &self.range
    }

    /// It means production in these days.
    pub fn made_in(mut self, days: Interval, precision: Precision) -> Self {
        self.interval = Some(days);
        self.precision = Some(precision);
        self.meaning = Meaning::Production;
        self
    }

    /// It may mean these days while its maker's counting is not known.
    pub fn tolerant(mut self, days: Option<Interval>) -> Self {
        self.tolerant = days;
        self
    }

    /// How finely it speaks, where there is no one interval.
    pub fn precise_to(mut self, precision: Precision) -> Self {
        self.precision = Some(precision);
        self
    }

    /// What it dates.
    pub fn meaning(mut self, meaning: Meaning) -> Self {
        self.meaning = meaning;
        self
    }

    /// The place that it names.
    pub fn place(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// One more source that it rests on.
    pub fn resting_on(mut self, id: impl Into<Cow<'static, str>>) -> Self {
        let id = id.into();
        if !self.sources.contains(&id) {
            self.sources.push(id);
        }
        self
    }

    /// A reason for its grade.
    pub fn because(mut self, reason: String) -> Self {
        self.why.push(reason);
        self
    }

    /// No better grade than `grade`, for a reason.
    pub fn at_most(mut self, grade: Grade, reason: String) -> Self {
        self.caps.push((grade, reason));
        self
    }

    /// It can't be, for a reason.
    pub fn impossible(mut self, reason: String) -> Self {
        self.impossible = Some(reason);
        self
    }
}

/// A proposal with where it stands, on the way to becoming a reading.
#[derive(Debug)]
pub struct Draft {
    pub(super) system: &'static str,
    /// The place of its system in the table.
    pub(super) order: usize,
    pub(super) certainty: Certainty,
    support: Support,
    caps: Vec<(Grade, String)>,
    pub(super) reading: Reading,
}

impl Draft {
    /// Checks a proposal against what is known, and gathers what caps its grade.
    pub fn new(
        (order, system): (usize, &'static str),
        face: &Face<'_>,
        typed: &str,
        proposal: Proposal,
        context: &Context,
    ) -> Self {
        let doubt = face.doubt(&proposal.range);
        let mut caps = proposal.caps;
        caps.extend(doubts(&doubt));
        let days = proposal.tolerant.or(proposal.interval);
        let impossible = proposal
            .impossible
            .or_else(|| days.and_then(|days| too_late(days, context)));
        let limit = context.last_day();
        let clipped = days
            .filter(|days| impossible.is_none() && days.latest() > limit)
            .and_then(|days| days.until(limit));
        let mut why = proposal.why;
        let grade = match impossible {
            Some(reason) => {
                why.insert(0, reason);
                Grade::X
            }
            None => Grade::D,
        };
        let reading = Reading {
            system: system.to_owned(),
            rule_id: proposal.rule.into_owned(),
            raw: typed.get(doubt.span.clone()).unwrap_or_default().to_owned(),
            span: doubt.span,
            normalised: face.text().get(proposal.range).unwrap_or_default().to_owned(),
            interval: proposal.interval,
            tolerant: proposal.tolerant.filter(|days| Some(*days) != proposal.interval),
            clipped,
            precision: proposal.precision,
            meaning: proposal.meaning,
            place: proposal.place,
            named: proposal.support == Support::Named,
            grade,
            why,
            alternatives: Vec::new(),
            sources: proposal.sources.into_iter().map(Cow::into_owned).collect(),
        };
        Self {
            system,
            order,
            certainty: doubt.certainty,
            support: proposal.support,
            caps,
            reading,
        }
    }

    /// Whether both say the same of the same writing, so that one is enough.
    pub fn says_the_same(&self, other: &Self) -> bool {
        let (a, b) = (&self.reading, &other.reading);
        self.system == other.system
            && (
                &a.rule_id,
                &a.span,
                &a.normalised,
                a.interval,
                a.tolerant,
                a.grade,
            ) == (
                &b.rule_id,
                &b.span,
                &b.normalised,
                b.interval,
                b.tolerant,
                b.grade,
            )
    }

    /// Whether the mark plainly names this system, so that no bare code is to be sought in the same writing.
    pub fn is_plainly_named(&self) -> bool {
        self.support == Support::Named && self.reading.grade != Grade::X && self.certainty == Certainty::Clear
    }

    /// Whether it reads a part of what `other` reads without the mark naming its system.
    pub fn is_bare_part_of(&self, other: &Range<usize>) -> bool {
        let own = &self.reading.span;
        self.support != Support::Named && other.start <= own.start && own.end <= other.end
    }

    /// Whether it reads only a part of what the same system reads as a whole: the year of a date.
    pub fn is_less_than(&self, (system, whole): &(&str, Range<usize>)) -> bool {
        let own = &self.reading.span;
        self.system != TEAM
            && self.system == *system
            && whole.start <= own.start
            && own.end <= whole.end
            && own != whole
    }

    /// Whether both read the same writing, or some of it.
    pub fn competes_with(&self, other: &Self) -> bool {
        let (a, b) = (&self.reading.span, &other.reading.span);
        let apart = self.system != other.system
            || (self.system == TEAM && self.reading.rule_id != other.reading.rule_id);
        apart && a.start < b.end && b.start < a.end
    }

    /// The reading with its grade, now that its rivals are known.
    pub fn graded(mut self, rivals: Vec<String>) -> (Certainty, usize, Reading) {
        if self.reading.grade != Grade::X {
            let (grade, reason) = match self.support {
                Support::Named => (Grade::A, Some("reading-why-named")),
                Support::Context => (Grade::B, Some("reading-why-context")),
                Support::Fair => (Grade::C, None),
                Support::Neutral if rivals.len() <= 2 => (Grade::C, Some("reading-why-neutral")),
                Support::Neutral => (Grade::D, Some("reading-why-rivals")),
                Support::Bare => (Grade::D, Some("reading-why-bare")),
            };
            if let Some(reason) = reason {
                self.reading.why.insert(0, t(reason).to_owned());
            }
            self.reading.grade = grade;
            for (cap, reason) in self.caps {
                self.reading.grade = self.reading.grade.max(cap);
                self.reading.why.push(reason);
            }
        }
        self.reading.alternatives = rivals;
        (self.certainty, self.order, self.reading)
    }
}

/// Why days can't be when the piece was made.
fn too_late(days: Interval, context: &Context) -> Option<String> {
    let first = days.earliest();
    if let Some(strike) = context.strike.filter(|strike| first > strike.latest()) {
        return Some(tf(
            "reading-why-after-strike",
            &[
                ("first", first.to_string().into()),
                ("strike", strike.latest().to_string().into()),
            ],
        ));
    }
    let existed = context.existed_by();
    if first <= existed {
        return None;
    }
    let key = if context.documented.is_some() {
        "reading-why-after-documented"
    } else {
        "reading-why-future"
    };
    Some(tf(
        key,
        &[
            ("first", first.to_string().into()),
            ("day", existed.to_string().into()),
        ],
    ))
}

/// What the state of the writing caps.
fn doubts(doubt: &Doubt) -> Vec<(Grade, String)> {
    let key = match doubt.certainty {
        Certainty::Clear => None,
        Certainty::Likely => Some("reading-why-uncertain"),
        Certainty::Restored => Some("reading-why-restored"),
        Certainty::Possible | Certainty::Gap => Some("reading-why-other-choice"),
    };
    let mut caps: Vec<(Grade, String)> = key.map(|key| (Grade::C, t(key).to_owned())).into_iter().collect();
    if doubt.struck {
        caps.push((Grade::D, t("reading-why-struck").to_owned()));
    }
    if doubt.beside_gap {
        caps.push((Grade::D, t("reading-why-gap").to_owned()));
    }
    caps
}
