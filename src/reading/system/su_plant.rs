//! Numbered plants of the Soviet Union and Russia. A number is no place: plants were moved in 1941, and
//! numbers were given anew, so that an attribution is always named with its source.

use crate::reading::grade::Proposal;
use crate::reading::outcome::Place;
use crate::reading::tables::{SU_PLANTS, find};
use crate::text::{t, tf};

/// No plant of the numbered system is older.
pub(super) const FIRST_YEAR: i16 = 1927;

/// The proposal with the plant that it names.
pub(super) fn with_plant(proposal: Proposal, number: &str) -> Proposal {
    let digits = number.trim_end_matches(|c: char| !c.is_ascii_digit());
    match find(&SU_PLANTS, digits) {
        Some(row) => {
            let text = tf(
                "reading-place-su-plant",
                &[("number", number.into()), ("place", row.text.as_str().into())],
            );
            proposal
                .place(Place {
                    text,
                    source: row.source.clone(),
                })
                .resting_on(row.source.as_str())
                .because(t("reading-why-su-plant-moved").to_owned())
        }
        None => proposal
            .place(Place {
                text: tf("reading-place-su-plant-unknown", &[("number", number.into())]),
                source: "S32".to_owned(),
            })
            .because(t("reading-why-su-plant-moved").to_owned()),
    }
}
