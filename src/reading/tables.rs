//! Tables of plants, countries and letters that rules look up: data in `assets/readings`, a source per row.

use std::sync::LazyLock;

use serde::Deserialize;

/// A code, and what a source says that it stands for.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// The code as it is marked.
    pub code: String,
    /// The attribution, in words.
    pub text: String,
    /// The id of its source; `K` where none was verified.
    pub source: String,
}

/// Rows by code.
pub type Table = LazyLock<Vec<Row>>;

/// Plants of the Soviet Union and Russia by number.
pub static SU_PLANTS: Table = LazyLock::new(|| rows(include_str!("../../assets/readings/su_plants.toml")));
/// Plants in the serial numbers of Soviet armoured vehicles.
pub static SU_VEHICLE_PLANTS: Table =
    LazyLock::new(|| rows(include_str!("../../assets/readings/su_vehicle_plants.toml")));
/// Factory codes of Chinese cartridges.
pub static CN_FACTORIES: Table =
    LazyLock::new(|| rows(include_str!("../../assets/readings/cn_factories.toml")));
/// National Codification Bureaux.
pub static NCB: Table = LazyLock::new(|| rows(include_str!("../../assets/readings/ncb.toml")));
/// Supply classes of NSNs.
pub static FSC: Table = LazyLock::new(|| rows(include_str!("../../assets/readings/fsc.toml")));

/// A letter that stands for a year on a kind of object.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearLetter {
    /// The letter.
    pub letter: char,
    /// On what: `pistol`, `cartridge`.
    pub object: String,
    /// The Gregorian year.
    pub year: i16,
    /// The id of its source; `K` where none was verified.
    pub source: String,
}

/// Year letters of Soviet makers.
pub static SU_LETTERS: LazyLock<Vec<YearLetter>> = LazyLock::new(|| {
    #[derive(Deserialize)]
    struct File {
        row: Vec<YearLetter>,
    }
    toml::from_str::<File>(include_str!("../../assets/readings/su_letters.toml"))
        .map(|file| file.row)
        .unwrap_or_default()
});

/// The row of a code.
pub fn find(table: &'static Table, code: &str) -> Option<&'static Row> {
    table.iter().find(|row| row.code == code)
}

/// The rows of a file. A malformed one is caught by the tests of this module.
fn rows(text: &str) -> Vec<Row> {
    #[derive(Deserialize)]
    struct File {
        row: Vec<Row>,
    }
    toml::from_str::<File>(text)
        .map(|file| file.row)
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::source;

    #[test]
    fn every_row_has_a_code_of_its_own_and_a_known_source() {
        for table in [&SU_PLANTS, &SU_VEHICLE_PLANTS, &CN_FACTORIES, &NCB, &FSC] {
            assert!(!table.is_empty());
            for row in table.iter() {
                assert!(source(&row.source).is_some(), "{row:?}");
                assert_eq!(table.iter().filter(|other| other.code == row.code).count(), 1);
            }
        }
        assert!(!SU_LETTERS.is_empty());
        for letter in SU_LETTERS.iter() {
            assert!(source(&letter.source).is_some(), "{letter:?}");
        }
    }
}
