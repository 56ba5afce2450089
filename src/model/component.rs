//! A component: one physical piece.

use serde::{Deserialize, Serialize};

use super::id::{ComponentId, WeaponId};
use super::source::Source;
use super::when::Edtf;

/// One physical piece (a jet vane actuator, a circuit board, a connector); may contain others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Component {
    /// Its id.
    pub id: ComponentId,
    /// What the team calls it.
    pub title: String,
    /// What it is: a term of the component-kind vocabulary (`jet_vane_actuator`).
    pub kind: Option<String>,
    /// The weapon it belongs to, if that is known.
    pub weapon: Option<WeaponId>,
    /// The component that contains it.
    pub parent: Option<ComponentId>,
    /// The maker as marked on it, not inferred.
    pub maker: Option<String>,
    /// The part number as marked on it.
    pub part_number: Option<String>,
    /// Whether it was made where the weapon was, or brought in.
    pub supply: Option<Supply>,
    /// Its condition in words.
    pub condition: Option<String>,
    /// How many identical pieces; 1 unless stated.
    pub quantity: u32,
    /// Millimetres.
    pub length_mm: Option<f64>,
    /// Millimetres.
    pub width_mm: Option<f64>,
    /// Millimetres.
    pub height_mm: Option<f64>,
    /// Grams.
    pub mass_g: Option<f64>,
    /// The exhibit number on its label.
    pub exhibit_number: Option<String>,
    /// When it was recovered.
    pub recovered: Option<Edtf>,
    /// Who recovered it.
    pub recovered_by: Option<String>,
    /// Where it was recovered, in words.
    pub place_name: Option<String>,
    /// Degrees north, WGS 84.
    pub latitude: Option<f64>,
    /// Degrees east, WGS 84.
    pub longitude: Option<f64>,
    /// Radius in metres in which the true place lies.
    pub radius_m: Option<f64>,
    /// Where it is kept now.
    pub kept_at: Option<String>,
    /// When the team documented it; not the day of the strike.
    pub documented: Option<Edtf>,
    /// How the team has seen it.
    pub seen: Option<Seen>,
    /// How its maker counts the weeks of date codes.
    pub week_profile: Option<WeekProfile>,
    /// Anything else.
    pub notes: String,
    /// Where all this comes from.
    pub sources: Vec<Source>,
}

/// Where a component comes from, seen from the weapon's maker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Supply {
    /// Made in the weapon's country of origin.
    Domestic,
    /// Made elsewhere.
    Imported,
}

/// How a maker counts the weeks of a date code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum WeekProfile {
    /// ISO 8601 weeks.
    Iso,
    /// ISO weeks and both countings in which week 1 is the week of 1 January.
    Tolerant,
    /// MIL-PRF-38535: the first or last week of a sealing period of up to six weeks.
    Mil38535,
    /// Former Fairchild: the first of six weeks.
    Fairchild6,
}

/// How a component was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Seen {
    /// By the team, with their own eyes.
    InPerson,
    /// In photos only.
    PhotosOnly,
}

impl Default for Component {
    fn default() -> Self {
        Self {
            id: ComponentId::new(),
            title: String::new(),
            kind: None,
            weapon: None,
            parent: None,
            maker: None,
            part_number: None,
            supply: None,
            condition: None,
            quantity: 1,
            length_mm: None,
            width_mm: None,
            height_mm: None,
            mass_g: None,
            exhibit_number: None,
            recovered: None,
            recovered_by: None,
            place_name: None,
            latitude: None,
            longitude: None,
            radius_m: None,
            kept_at: None,
            documented: None,
            seen: None,
            week_profile: None,
            notes: String::new(),
            sources: Vec::new(),
        }
    }
}
