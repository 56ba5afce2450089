//! Going through photos by keyboard: ratings, flags, colours, what is to be done, and links to what is in hand. With
//! Shift the next photo follows at once; a full stop does to these photos what was done to the last ones.

use serde_json::Value;

use super::listing::Listing;
use crate::model::Change;
use crate::model::id::PhotoId;
use crate::model::photo::{Colour, Need, Pick};
use crate::model::record::RecordRef;
use crate::text::t;
use crate::ui::commands::UiCommand;
use crate::ui::desk::{Desk, Wish};
use crate::ui::widgets::Toast;

/// What can be done to photos with one key.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Decision {
    Rating(Option<u8>),
    Pick(Option<Pick>),
    Colour(Option<Colour>),
    Needs(Option<Need>),
    Show(RecordRef),
}

impl Decision {
    fn change(&self, photos: &[PhotoId]) -> Change {
        let (field, value): (&str, Value) = match self {
            Self::Rating(rating) => ("rating", (*rating).into()),
            Self::Pick(pick) => ("pick", pick.map(Pick::word).into()),
            Self::Colour(colour) => ("colour", colour.map(Colour::word).into()),
            Self::Needs(need) => ("needs", need.map(Need::word).into()),
            Self::Show(subject) => {
                return Change::LinkPhotos {
                    photos: photos.to_vec(),
                    subject: subject.clone(),
                };
            }
        };
        Change::EditAll {
            records: photos.iter().map(|photo| (*photo).into()).collect(),
            fields: [(field.to_owned(), value)].into_iter().collect(),
        }
    }
}

/// What was decided last.
#[derive(Default)]
pub(super) struct Triage {
    last: Option<Decision>,
}

impl Triage {
    /// Carries out the commands of a review on `photos`. `true` when the next photo is to follow.
    pub(super) fn answer(&mut self, desk: &mut Desk, listing: &Listing, photos: &[PhotoId]) -> bool {
        let (mine, others) = std::mem::take(&mut desk.commands)
            .into_iter()
            .partition::<Vec<_>, _>(|command| command.is_of_photos());
        desk.commands = others;
        let (mut is_refused, mut goes_on) = (false, false);
        for command in mine.into_iter().filter(|_| !photos.is_empty()) {
            if command == UiCommand::GoOn {
                goes_on = true;
                continue;
            }
            match self.decision(command, desk, listing, photos) {
                Ok(decision) => {
                    desk.apply(decision.change(photos));
                    self.last = Some(decision);
                }
                Err(reason) => {
                    desk.wish(Wish::Tell(Toast::note(t(reason))));
                    is_refused = true;
                }
            }
        }
        goes_on && !is_refused
    }

    /// What `command` means for these photos, or the key of why it means nothing.
    fn decision(
        &self,
        command: UiCommand,
        desk: &Desk,
        listing: &Listing,
        photos: &[PhotoId],
    ) -> Result<Decision, &'static str> {
        // The same key again takes a colour or a need away, as far as is known: from all if the first has it.
        let first = photos
            .first()
            .and_then(|photo| listing.row(listing.place(*photo)?));
        let colour = |colour| {
            let has = first.is_some_and(|row| row.colour == Some(colour));
            Ok(Decision::Colour((!has).then_some(colour)))
        };
        let show = |record: &Option<RecordRef>, missing| record.clone().map(Decision::Show).ok_or(missing);
        match command {
            UiCommand::Flag => Ok(Decision::Pick(Some(Pick::Flagged))),
            UiCommand::Reject => Ok(Decision::Pick(Some(Pick::Rejected))),
            UiCommand::Undecide => Ok(Decision::Pick(None)),
            UiCommand::RateNone => Ok(Decision::Rating(None)),
            UiCommand::Rate1 => Ok(Decision::Rating(Some(1))),
            UiCommand::Rate2 => Ok(Decision::Rating(Some(2))),
            UiCommand::Rate3 => Ok(Decision::Rating(Some(3))),
            UiCommand::Rate4 => Ok(Decision::Rating(Some(4))),
            UiCommand::Rate5 => Ok(Decision::Rating(Some(5))),
            UiCommand::ColourRed => colour(Colour::Red),
            UiCommand::ColourYellow => colour(Colour::Yellow),
            UiCommand::ColourGreen => colour(Colour::Green),
            UiCommand::ColourBlue => colour(Colour::Blue),
            UiCommand::ColourPurple => colour(Colour::Purple),
            UiCommand::NeedsTranscription => {
                let has = first.is_some_and(|row| row.needs.is_some());
                Ok(Decision::Needs((!has).then_some(Need::Transcription)))
            }
            UiCommand::AssignStrike => show(&desk.in_hand.strike, "photos-no-strike-in-hand"),
            UiCommand::AssignWeapon => show(&desk.in_hand.weapon, "photos-no-weapon-in-hand"),
            UiCommand::AssignComponent => show(&desk.in_hand.component, "photos-no-component-in-hand"),
            _ => self.last.clone().ok_or("photos-nothing-to-repeat"),
        }
    }
}
