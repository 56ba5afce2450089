//! What is known about a mark from elsewhere: it decides how far a reading may be trusted.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use crate::model::component::WeekProfile;
use crate::model::marking::MarkKind;
use crate::model::when::Interval;
use crate::reading::rules::RuleBook;

/// What is known about a mark apart from the mark itself.
///
/// `origin` must come from other evidence: that a number can be read in a calendar says nothing about where
/// the part was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Context {
    /// Where the weapon or part was made, by other evidence: ISO 3166 alpha-2 (`KP`).
    #[serde(default)]
    pub origin: Option<String>,
    /// What the component is: a kind (`ic`, `chip_resistor`, `jet_vane_actuator`, `structure`).
    #[serde(default)]
    pub object: Option<String>,
    /// Whether the component was bought abroad by those who made the weapon; `None` when nobody knows.
    #[serde(default)]
    pub imported: Option<bool>,
    /// What sort of mark it is.
    #[serde(default)]
    pub field: Option<MarkKind>,
    /// Who made the component.
    #[serde(default)]
    pub maker: Option<String>,
    /// How its maker counts weeks.
    #[serde(default)]
    pub profile: Option<WeekProfile>,
    /// The days on which the weapon can have been used.
    #[serde(default)]
    pub strike: Option<Interval>,
    /// The day on which the component was documented.
    #[serde(default)]
    pub documented: Option<Date>,
    /// Today.
    pub now: Date,
    /// The rules that the team added.
    #[serde(skip)]
    pub rules: RuleBook,
}

/// Kinds of electronic component, which bear date codes and are mostly imported.
const ELECTRONIC: [&str; 20] = [
    "ic",
    "component",
    "pcb",
    "connector",
    "transistor",
    "diode",
    "crystal",
    "oscillator",
    "relay",
    "module",
    "sensor",
    "memory",
    "processor",
    "resistor",
    "capacitor",
    "inductor",
    "chip_resistor",
    "chip_capacitor",
    "chip_inductor",
    "regulator",
];

/// Those that bear their value as a short number.
const VALUE_CODED: [&str; 6] = [
    "resistor",
    "capacitor",
    "inductor",
    "chip_resistor",
    "chip_capacitor",
    "chip_inductor",
];

/// Kinds of ammunition and of what it comes in, which bear lot numbers.
const AMMUNITION: [&str; 9] = [
    "ammo",
    "ammunition",
    "cartridge",
    "case",
    "projectile",
    "fuze",
    "warhead",
    "grenade",
    "crate",
];

impl Context {
    /// Nothing is known but what day it is.
    #[must_use]
    pub const fn new(now: Date) -> Self {
        Self {
            origin: None,
            object: None,
            imported: None,
            field: None,
            maker: None,
            profile: None,
            strike: None,
            documented: None,
            now,
            rules: RuleBook::EMPTY,
        }
    }

    /// The day by which the mark existed: when it was documented, else today.
    #[must_use]
    pub fn existed_by(&self) -> Date {
        self.documented.map_or(self.now, |day| day.min(self.now))
    }

    /// The last day on which the mark can have been made.
    #[must_use]
    pub fn last_day(&self) -> Date {
        let existed = self.existed_by();
        self.strike.map_or(existed, |strike| strike.latest().min(existed))
    }

    /// Whether other evidence says that it was made in `country`.
    #[must_use]
    pub fn is_from(&self, country: &str) -> bool {
        self.origin
            .as_deref()
            .is_some_and(|origin| origin.trim().eq_ignore_ascii_case(country))
    }

    /// Whether the component is of a kind that bears electronics date codes.
    #[must_use]
    pub fn is_electronic(&self) -> bool {
        self.object_in(&ELECTRONIC)
    }

    /// Whether the component is of a kind that bears its value as a short number.
    #[must_use]
    pub fn is_value_coded(&self) -> bool {
        self.object_in(&VALUE_CODED)
    }

    /// Whether the component was bought abroad; electronics count as bought unless somebody says otherwise.
    #[must_use]
    pub fn is_imported(&self) -> bool {
        self.imported.unwrap_or_else(|| self.is_electronic())
    }

    /// Whether the component is a cartridge or its case, which bears a headstamp.
    #[must_use]
    pub fn is_cartridge(&self) -> bool {
        self.object_in(&["cartridge", "case"])
    }

    /// Whether the component is ammunition, which bears lot numbers.
    #[must_use]
    pub fn is_ammunition(&self) -> bool {
        self.object_in(&AMMUNITION)
    }

    fn object_in(&self, kinds: &[&str]) -> bool {
        self.object.as_deref().is_some_and(|kind| kinds.contains(&kind))
    }
}
