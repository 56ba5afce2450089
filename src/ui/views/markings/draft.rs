//! What a person is typing about a marking: their own transcription, until it is in the case.

use jiff::Timestamp;

use crate::case::MarkingSheet;
use crate::model::id::{MarkingId, TranscriptionId};
use crate::model::{Change, Role, Transcription};
use crate::reading::{Notation, NotationError};

/// A person's own transcription as it stands in the field.
#[derive(Debug)]
pub struct Draft {
    marking: MarkingId,
    /// The transcription in the case, or the id that a new one will have.
    id: TranscriptionId,
    /// What stands in the field.
    pub text: String,
    /// What the case has; empty while it has none.
    known: String,
    /// What was sent to the case and has not come back yet.
    sent: Option<String>,
    note: String,
    by: String,
    /// Whether what others read can be seen while this is written.
    pub sees_others: bool,
    /// What the text says; parsed once for each change by [`Draft::parse`].
    pub parsed: Result<Notation, NotationError>,
    /// The text that was parsed.
    parsed_text: String,
    /// For how many frames the field has been without the keyboard.
    idle: u32,
}

/// The field is left when it has been without the keyboard for so many frames: a key on the screen takes the
/// keyboard for one.
const LEFT: u32 = 2;

impl Draft {
    /// The draft of `person` for a marking.
    #[must_use]
    pub fn new(sheet: &MarkingSheet, person: &str) -> Self {
        let own = own(sheet, person);
        let text = own.map(|own| own.text.clone()).unwrap_or_default();
        Self {
            marking: sheet.context.marking.id,
            id: own.map_or_else(TranscriptionId::new, |own| own.id),
            known: text.clone(),
            note: own.map(|own| own.note.clone()).unwrap_or_default(),
            by: person.to_owned(),
            sees_others: true,
            sent: None,
            parsed: Notation::parse(&text),
            parsed_text: text.clone(),
            text,
            idle: 0,
        }
    }

    /// The marking that it is about.
    #[must_use]
    pub fn marking(&self) -> MarkingId {
        self.marking
    }

    /// The transcription that it is, or will be.
    #[must_use]
    pub fn id(&self) -> TranscriptionId {
        self.id
    }

    /// Whether the case has a transcription by this person.
    #[must_use]
    pub fn is_in_the_case(&self) -> bool {
        !self.known.trim().is_empty()
    }

    /// Whether the case lacks something of it.
    #[must_use]
    pub fn is_unsaved(&self) -> bool {
        self.text != self.known
    }

    /// Takes over what the case has now, unless the person has typed something else.
    pub fn refresh(&mut self, sheet: &MarkingSheet) {
        let own = own(sheet, &self.by);
        let now = own.map_or("", |own| own.text.as_str());
        if let Some(own) = own {
            self.id = own.id;
            self.note.clone_from(&own.note);
        }
        if now == self.known {
            return;
        }
        let untouched = self.text == self.known;
        now.clone_into(&mut self.known);
        if untouched {
            now.clone_into(&mut self.text);
        }
        self.sent = None;
    }

    /// Finds out what the text says, if it has changed.
    pub fn parse(&mut self) {
        if self.parsed_text != self.text {
            self.parsed = Notation::parse(&self.text);
            self.parsed_text.clone_from(&self.text);
        }
    }

    /// Takes typing back.
    pub fn take_back(&mut self) {
        self.text.clone_from(&self.known);
    }

    /// What makes the case have it; `None` when it does. Text that is no sound notation is kept as well: what a
    /// person read must not get lost.
    #[must_use]
    pub fn change(&self, at: Timestamp) -> Option<Change> {
        self.is_unsaved().then(|| {
            Change::Transcribe(Transcription {
                id: self.id,
                marking: self.marking,
                text: self.text.clone(),
                by: self.by.clone(),
                at,
                note: self.note.clone(),
                role: (!self.sees_others).then_some(Role::BlindReader),
                ..Transcription::default()
            })
        })
    }

    /// As [`Draft::change`], for who sends it: when the field is left it will not be sent again.
    pub fn commit(&mut self, at: Timestamp) -> Option<Change> {
        let change = self.change(at);
        if change.is_some() {
            self.sent = Some(self.text.clone());
        }
        change
    }

    /// Once a frame, with whether the field has the keyboard: whether it was left with something unsaved.
    pub fn is_left(&mut self, has_keyboard: bool) -> bool {
        if has_keyboard || !self.is_unsaved() {
            self.idle = 0;
            return false;
        }
        self.idle += 1;
        self.idle > LEFT && self.sent.as_ref() != Some(&self.text)
    }
}

/// The newest transcription by `person`.
fn own<'a>(sheet: &'a MarkingSheet, person: &str) -> Option<&'a Transcription> {
    sheet
        .transcriptions
        .iter()
        .rev()
        .find(|transcription| transcription.by == person && transcription.is_by_reader())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::MarkingContext;
    use crate::model::Marking;

    fn sheet(texts: &[(&str, &str)]) -> MarkingSheet {
        let marking = Marking::default();
        let transcriptions = texts
            .iter()
            .map(|(by, text)| Transcription {
                marking: marking.id,
                by: (*by).to_owned(),
                text: (*text).to_owned(),
                ..Transcription::default()
            })
            .collect();
        MarkingSheet {
            context: MarkingContext {
                marking,
                component: None,
                weapon: None,
                strike: None,
                rules: crate::reading::rules::RuleBook::EMPTY,
            },
            seen: Vec::new(),
            transcriptions,
            findings: Vec::new(),
            tags: Vec::new(),
        }
    }

    #[test]
    fn another_persons_transcription_is_never_revised() {
        let sheet = sheet(&[("O. Other", "113")]);
        let mut draft = Draft::new(&sheet, "A. Reader");
        assert_eq!(draft.text, "");
        draft.text = "118".to_owned();
        let Some(Change::Transcribe(written)) = draft.commit(Timestamp::UNIX_EPOCH) else {
            panic!("nothing to write");
        };
        assert_ne!(written.id, sheet.transcriptions[0].id);
        assert_eq!(written.by, "A. Reader");
    }

    #[test]
    fn ones_own_is_revised_by_its_id() {
        let sheet = sheet(&[("A. Reader", "11"), ("O. Other", "113")]);
        let mut draft = Draft::new(&sheet, "A. Reader");
        assert_eq!(draft.text, "11");
        draft.text.push('3');
        let Some(Change::Transcribe(written)) = draft.commit(Timestamp::UNIX_EPOCH) else {
            panic!("nothing to write");
        };
        assert_eq!(
            (written.id, written.text.as_str()),
            (sheet.transcriptions[0].id, "113")
        );
    }

    #[test]
    fn what_was_written_counts_once_when_the_field_is_left() {
        let mut draft = Draft::new(&sheet(&[]), "A. Reader");
        draft.text = "113".to_owned();
        assert!(!draft.is_left(true));
        let left = (0..10).filter(|_| {
            let left = draft.is_left(false);
            if left {
                draft.commit(Timestamp::UNIX_EPOCH);
            }
            left
        });
        assert_eq!(left.count(), 1);
    }

    #[test]
    fn what_somebody_undid_shows_unless_one_is_typing() {
        let mut written = sheet(&[("A. Reader", "113")]);
        let mut draft = Draft::new(&written, "A. Reader");
        written.transcriptions[0].text = "11".to_owned();
        draft.refresh(&written);
        assert_eq!(draft.text, "11");
        draft.text = "118".to_owned();
        written.transcriptions[0].text = "113".to_owned();
        draft.refresh(&written);
        assert_eq!(draft.text, "118");
        assert!(draft.is_unsaved());
    }

    #[test]
    fn an_answer_from_before_the_change_does_not_take_typing_back() {
        let old = sheet(&[("A. Reader", "11")]);
        let mut draft = Draft::new(&old, "A. Reader");
        draft.text = "113".to_owned();
        draft.commit(Timestamp::UNIX_EPOCH);
        draft.refresh(&old);
        assert_eq!(draft.text, "113");
    }
}
