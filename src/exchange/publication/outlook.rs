//! What a publication will withhold, by the records alone: to be seen before it is made.

use std::collections::BTreeMap;

use serde::Serialize;

use super::told::of_record;
use crate::case::{CaseError, Reader};
use crate::model::Photo;
use crate::model::id::PhotoId;
use crate::model::publication::{PublicationOptions, Withheld, WithheldKind};

/// What will be withheld of some photos.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Outlook {
    /// How many photos there are.
    pub photos: u64,
    /// The photos of which there will be no copy, because their pixels can't be shown.
    pub undecodable: u64,
    /// The photos without a single redaction.
    pub uncovered: u64,
    /// What is withheld: of redactions how many there are, of everything else on how many photos.
    pub withheld: Vec<Withheld>,
}

/// What `options` will withhold of `photos`.
///
/// # Errors
/// When the case can't be read.
pub fn outlook(
    reader: &Reader,
    photos: &[PhotoId],
    options: &PublicationOptions,
) -> Result<Outlook, CaseError> {
    let mut outlook = Outlook::default();
    let mut counts: BTreeMap<(WithheldKind, String), u64> = BTreeMap::new();
    for id in photos {
        let Some(photo) = reader.get::<Photo>(id)? else {
            continue;
        };
        outlook.photos += 1;
        outlook.undecodable += u64::from(photo.undecodable.is_some());
        let redactions = reader.redactions_of_photo(*id)?;
        outlook.uncovered += u64::from(redactions.is_empty());
        let mut withheld = of_record(&photo, &redactions, options);
        if photo.camera_serial.is_some() {
            withheld.push(Withheld::new(WithheldKind::SerialNumber, "", 1));
        }
        for Withheld { what, name, count } in withheld {
            *counts.entry((what, name)).or_default() += count;
        }
    }
    let counts = counts.into_iter();
    outlook.withheld = counts
        .map(|((what, name), count)| Withheld::new(what, name, count))
        .collect();
    Ok(outlook)
}
