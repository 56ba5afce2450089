//! What the marking screen shows, in one question: the mark with what it hangs on, where it is seen, and everything
//! that people said about it.

use super::super::{CaseError, Reader};
use super::MarkingContext;
use crate::model::id::MarkingId;
use crate::model::photo::PhotoKind;
use crate::model::{Finding, Photo, Region, Transcription};

/// A marking with all that bears on how it is read.
#[derive(Debug, Clone, PartialEq)]
pub struct MarkingSheet {
    /// The marking with what it hangs on.
    pub context: MarkingContext,
    /// Where it is seen, in the order in which the regions were drawn.
    pub seen: Vec<SeenIn>,
    /// What people read there, oldest first.
    pub transcriptions: Vec<Transcription>,
    /// What people decided, oldest first.
    pub findings: Vec<Finding>,
    /// Its tags, by name.
    pub tags: Vec<String>,
}

/// A region in which a marking is seen, with what is needed of its photo.
#[derive(Debug, Clone, PartialEq)]
pub struct SeenIn {
    /// The region.
    pub region: Region,
    /// The photo's file name as it came.
    pub file_name: String,
    /// What sort of picture the photo is.
    pub kind: PhotoKind,
    /// The photo's width and height in pixels, orientation applied; 0 where the file doesn't say.
    pub size: [u32; 2],
}

impl Reader {
    /// A marking with all that bears on how it is read; `None` when it isn't in the case.
    ///
    /// # Errors
    /// When one of the records can't be read.
    pub fn marking_sheet(&self, id: MarkingId) -> Result<Option<MarkingSheet>, CaseError> {
        let Some(context) = self.marking_context(id)? else {
            return Ok(None);
        };
        let mut seen = Vec::new();
        for region in self.regions_of_marking(id)? {
            let photo = self.get::<Photo>(region.photo)?.unwrap_or_default();
            seen.push(SeenIn {
                region,
                file_name: photo.file_name,
                kind: photo.kind,
                size: [photo.width, photo.height],
            });
        }
        Ok(Some(MarkingSheet {
            context,
            seen,
            transcriptions: self.transcriptions(id)?,
            findings: self.findings(id)?,
            tags: self.tags_of(&id.into())?,
        }))
    }
}
