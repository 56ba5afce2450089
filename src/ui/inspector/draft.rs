//! A record under the hands of a person: what they type is kept until it counts, field by field.

use std::collections::HashMap;

use egui::Ui;

use crate::model::Change;
use crate::model::record::{RecordRef, Recorded};
use crate::ui::seek;
use crate::ui::widgets::{Field, FieldEvent, FieldOutput, Offered, Suggestions};

/// What is typed into one field.
#[derive(Default)]
struct Buffer {
    text: String,
    error: Option<String>,
    /// Typing goes on: what arrives from the case must not replace it.
    typing: bool,
    /// What typing would change, kept so that it isn't lost when the field vanishes.
    pending: Option<Change>,
    /// What the case still said when this was committed: shown again only once the case has answered.
    outdated: Option<String>,
    /// What is offered while one types.
    suggestions: Suggestions,
}

impl Buffer {
    /// Takes what the case says, unless a person is at it.
    fn follow(&mut self, shown: &str) {
        if self.outdated.as_deref() != Some(shown) {
            self.outdated = None;
            if !self.typing && self.error.is_none() && self.text != shown {
                shown.clone_into(&mut self.text);
            }
        }
    }
}

/// A record under the hands of a person.
pub struct Draft<R> {
    base: Option<R>,
    buffers: HashMap<&'static str, Buffer>,
    changes: Vec<Change>,
}

impl<R> Default for Draft<R> {
    fn default() -> Self {
        Self {
            base: None,
            buffers: HashMap::new(),
            changes: Vec::new(),
        }
    }
}

impl<R: Recorded> Draft<R> {
    /// Takes the record as the case has it now. When it is another one, what was typed for the last is sent first.
    pub fn sync(&mut self, record: &R) {
        let is_other = self.record().is_some_and(|name| name != record.record_ref());
        if is_other {
            self.leave();
        }
        self.base = Some(record.clone());
    }

    /// Takes back what a refused change had shown: to be called when the case has refused something.
    pub fn refused(&mut self) {
        for buffer in self.buffers.values_mut() {
            buffer.outdated = None;
        }
    }

    /// Sends what was typed and not yet committed, and forgets the record.
    pub fn leave(&mut self) {
        let pending = self.buffers.drain().filter_map(|(_, buffer)| buffer.pending);
        self.changes.extend(pending);
        self.base = None;
    }

    /// Sends what was typed into the fields whose names begin with `prefix`, and shows them afresh.
    pub fn forget(&mut self, prefix: &str) {
        let changes = &mut self.changes;
        self.buffers.retain(|name, buffer| {
            let goes = name.starts_with(prefix);
            if goes {
                changes.extend(buffer.pending.take());
            }
            !goes
        });
    }

    /// Drops what was typed into the fields whose names begin with `prefix`.
    pub fn discard(&mut self, prefix: &str) {
        self.buffers.retain(|name, _| !name.starts_with(prefix));
    }

    /// Which record it is.
    #[must_use]
    pub fn record(&self) -> Option<RecordRef> {
        self.base.as_ref().map(Recorded::record_ref)
    }

    /// The changes that count now.
    pub fn changes(&mut self) -> Vec<Change> {
        std::mem::take(&mut self.changes)
    }

    /// Shows a field on the text `shown`; `name` is that of the record's field, by which it can be looked for; when it counts, `write` puts it into the record or says what is wrong.
    pub fn field(
        &mut self,
        ui: &mut Ui,
        name: &'static str,
        field: Field<'_>,
        shown: &str,
        write: impl FnOnce(&str, &mut R) -> Result<(), String>,
    ) -> FieldOutput {
        let buffer = self.buffers.entry(name).or_default();
        buffer.follow(shown);
        let error = buffer.error.clone();
        let record = self.base.as_ref().map(Recorded::record_ref);
        let output = seek::place(ui, record.as_ref(), name, |ui| {
            field.error(error.as_deref()).show(ui, &mut buffer.text)
        });
        self.take(name, output.event, shown, write);
        output
    }

    /// As [`Draft::field`], offering `terms` while a person types. What they type counts as it is all the same.
    pub fn suggesting(
        &mut self,
        ui: &mut Ui,
        name: &'static str,
        field: Field<'_>,
        (shown, terms): (&str, &[impl Offered]),
        write: impl FnOnce(&str, &mut R) -> Result<(), String>,
    ) -> FieldOutput {
        let buffer = self.buffers.entry(name).or_default();
        buffer.follow(shown);
        buffer.suggestions.take_keys(ui);
        let error = buffer.error.clone();
        let record = self.base.as_ref().map(Recorded::record_ref);
        let mut output = seek::place(ui, record.as_ref(), name, |ui| {
            field.error(error.as_deref()).show(ui, &mut buffer.text)
        });
        let was_on_list = buffer.suggestions.has_pointer();
        if let Some(term) = buffer.suggestions.show(&output.response, &buffer.text, terms) {
            term.clone_into(&mut buffer.text);
            output.event = FieldEvent::Committed;
            output.response.surrender_focus();
        } else if was_on_list && output.response.lost_focus() && output.event != FieldEvent::Cancelled {
            // The press on the list took the keyboard; typing ends only with the release, or goes on.
            output.event = FieldEvent::Changed;
            output.response.request_focus();
        } else if output.event == FieldEvent::None && output.response.lost_focus() && buffer.typing {
            // The field began anew when the keyboard came back to it, and doesn't know what was typed before.
            output.event = FieldEvent::Committed;
        }
        self.take(name, output.event, shown, write);
        output
    }

    /// What is typed into a field and does not count yet.
    #[must_use]
    pub fn typed(&self, name: &str) -> Option<&str> {
        let buffer = self.buffers.get(name)?;
        buffer.typing.then_some(buffer.text.trim())
    }

    /// Does what happened in a field.
    fn take(
        &mut self,
        name: &'static str,
        event: FieldEvent,
        shown: &str,
        write: impl FnOnce(&str, &mut R) -> Result<(), String>,
    ) {
        let buffer = self.buffers.entry(name).or_default();
        let counts = event == FieldEvent::Committed;
        match event {
            FieldEvent::None => {}
            FieldEvent::Cancelled => *buffer = Buffer::default(),
            FieldEvent::Changed | FieldEvent::Committed => {
                let Some(base) = &self.base else { return };
                let mut after = base.clone();
                buffer.typing = !counts;
                match write(buffer.text.trim(), &mut after) {
                    Ok(()) => {
                        buffer.error = None;
                        buffer.pending = Change::edit(base, &after);
                        if counts {
                            if buffer.pending.is_some() {
                                buffer.outdated = Some(shown.to_owned());
                            }
                            self.changes.extend(buffer.pending.take());
                            self.base = Some(after);
                        }
                    }
                    Err(reason) => {
                        buffer.pending = None;
                        // Only once it counts: half a date is not wrong while it is being typed.
                        buffer.error = counts.then_some(reason);
                    }
                }
            }
        }
    }

    /// Puts a value that was chosen, not typed, into the record.
    pub fn set(&mut self, write: impl FnOnce(&mut R)) {
        if let Some(base) = &self.base {
            let mut after = base.clone();
            write(&mut after);
            self.changes.extend(Change::edit(base, &after));
            self.base = Some(after);
        }
    }
}

/// A text that may be unknown: nothing typed is not known.
#[must_use]
pub fn optional(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}
