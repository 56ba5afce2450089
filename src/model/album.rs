//! A smart album: a filter of photos under a name. What it shows is computed anew each time.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::checklist::Missing;
use super::id::{AlbumId, PhotoSetId};
use super::photo::{Colour, Need, Pick};
use super::record::RecordRef;

/// A filter of photos under a name.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct Album {
    /// Its id.
    pub id: AlbumId,
    /// What it is called.
    pub title: String,
    /// Which photos it shows.
    pub filter: PhotoFilter,
    /// In which order.
    pub sort: PhotoSort,
    /// Anything else.
    pub notes: String,
}

/// In which order photos are listed, and into which sections they fall.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PhotoSort {
    /// By the time of capture, corrected where somebody did; photos without one last. A section a day.
    #[default]
    Captured,
    /// As [`PhotoSort::Captured`], the newest first.
    Newest,
    /// In the order in which they came into the case.
    Added,
    /// By file name.
    FileName,
    /// By camera, then by time. A section a camera.
    Camera,
    /// By set, then by time. A section a set.
    PhotoSet,
    /// Only those that look alike, a section a group: the same picture in another size or compression.
    Alike,
    /// Only bursts, a section each: photos that a camera took within seconds.
    Burst,
    /// By the strike that they show, itself or through a weapon or component; then by time. A section a strike.
    Strike,
}

/// Which photos are listed: all conditions hold.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PhotoFilter {
    /// They bear all these tags.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// The file name, caption, camera, credit or notes contain every word of this.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Words of the file's metadata (EXIF, XMP, IPTC) begin with every word of this.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub metadata: String,
    /// They show something (`true`) or nothing yet (`false`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub linked: Option<bool>,
    /// They have a region (`true`) or none (`false`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub marked: Option<bool>,
    /// They were not looked at yet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unopened: Option<Unopened>,
    /// They have a region that nobody has transcribed.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub untranscribed: bool,
    /// They show this strike, weapon or component.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<RecordRef>,
    /// They were taken on this day or later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// They were taken on this day or earlier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// They were taken with this camera (make, model and serial number).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub camera: Option<String>,
    /// They came in with this set.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub photo_set: Option<PhotoSetId>,
    /// They have at least this rating, 1 to 5.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rating: Option<u8>,
    /// They are flagged, rejected, or not rejected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pick: Option<PickFilter>,
    /// They have this colour.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub colour: Option<Colour>,
    /// They need this.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub needs: Option<Need>,
    /// This is missing of what their checklists ask for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub missing: Option<Missing>,
    /// They were taken near this place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub near: Option<Near>,
}

/// What a person decided on the photos of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PickFilter {
    /// They are flagged.
    Flagged,
    /// They are rejected.
    Rejected,
    /// They are not rejected.
    NotRejected,
}

impl PickFilter {
    /// The decision that the photos have, if it is one.
    #[must_use]
    pub const fn pick(self) -> Option<Pick> {
        match self {
            Self::Flagged => Some(Pick::Flagged),
            Self::Rejected => Some(Pick::Rejected),
            Self::NotRejected => None,
        }
    }
}

/// Who has not looked at the photos of a list.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Unopened {
    /// Nobody has.
    ByAnybody,
    /// This person has not, by name.
    By(String),
}

/// A circle on the Earth.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Near {
    /// Degrees north, WGS 84.
    pub latitude: f64,
    /// Degrees east, WGS 84.
    pub longitude: f64,
    /// Metres.
    pub radius_m: f64,
}
