//! What the marks of a case add up to: how long before its use each weapon was made, what was seen for the first time, and
//! what is found in more than one place. Everything is computed from readings and dates and says what it rests on and what
//! was left out; nothing is asserted beyond the case. No I/O and no clock here.

pub mod calendar;
pub mod chart;
pub mod completeness;
pub mod firsts;
pub mod lifeline;
pub mod links;
pub mod map;
pub mod network;
pub mod timeline;

use jiff::civil::Date;
use serde::Serialize;

use crate::model::id::{ComponentId, MarkingId, StrikeId, WeaponId};
use crate::model::when::Interval;
use crate::reading::Grade;
use crate::reading::bound::{AssemblyBound, CodeShare};

/// A weapon with all that is known of its age and use.
#[derive(Debug, Clone, PartialEq)]
pub struct WeaponFacts {
    /// The weapon.
    pub id: WeaponId,
    /// What people call it.
    pub title: String,
    /// Its suspected model.
    pub model: Option<String>,
    /// Its maker.
    pub maker: Option<String>,
    /// The strike that it belongs to.
    pub strike: Option<StrikeId>,
    /// What people call that.
    pub strike_title: String,
    /// The days on which it can have been used.
    pub used: Option<Interval>,
    /// The earliest day on which it can have been put together, and what that rests on.
    pub bound: Option<AssemblyBound>,
    /// How many of its components are dated.
    pub share: CodeShare,
    /// The marks on its components.
    pub marks: Vec<MarkFacts>,
}

/// A mark as it counts.
#[derive(Debug, Clone, PartialEq)]
pub struct MarkFacts {
    /// The marking.
    pub id: MarkingId,
    /// The component that bears it.
    pub component: Option<ComponentId>,
    /// What that is called: its title, or else its kind.
    pub component_title: String,
    /// That component's kind, a term.
    pub kind: Option<String>,
    /// That component's maker.
    pub maker: Option<String>,
    /// What was read there; empty when nobody has read it.
    pub text: String,
    /// People read it differently, and nobody has decided.
    pub is_disputed: bool,
    /// What it dates, by the reading that was accepted last, or else by its best one.
    pub dated: Option<Dated>,
}

/// The days that a mark dates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dated {
    /// The system that reads it so.
    pub system: String,
    /// The days of production.
    pub days: Interval,
    /// How far the reading may be trusted.
    pub grade: Grade,
    /// Whether a person accepted it.
    pub is_accepted: bool,
}

impl WeaponFacts {
    /// The last day on which it can have been used, by which weapons are put in order.
    #[must_use]
    pub fn use_order(&self) -> Option<(Date, Date)> {
        self.used.map(|days| (days.earliest(), days.latest()))
    }
}
