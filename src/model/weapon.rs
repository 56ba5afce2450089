//! A weapon: one munition, reconstructed from its remnants.

use serde::{Deserialize, Serialize};

use super::id::{StrikeId, WeaponId};
use super::source::Source;

/// One munition (a missile, a drone) known from its remnants.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Weapon {
    /// Its id.
    pub id: WeaponId,
    /// What the team calls it.
    pub title: String,
    /// Its class: a term of the weapon-class vocabulary (`ballistic_missile`).
    pub class: Option<String>,
    /// The suspected model.
    pub model: Option<String>,
    /// How sure the model is: `A` (certain) to `D` (a guess).
    pub model_grade: Option<String>,
    /// The strike in which it was used, if that is known.
    pub strike: Option<StrikeId>,
    /// Country of origin, ISO 3166-1 alpha-2, established by evidence other than its production marks.
    pub origin: Option<String>,
    /// That evidence. An origin without it is not used for readings.
    pub origin_basis: Option<String>,
    /// Who made it.
    pub maker: Option<String>,
    /// The exhibit number on its label.
    pub exhibit_number: Option<String>,
    /// Anything else.
    pub notes: String,
    /// Where all this comes from.
    pub sources: Vec<Source>,
}
