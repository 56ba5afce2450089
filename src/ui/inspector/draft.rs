//! A record under the hands of a person: what they type is kept until it counts, field by field.

use std::collections::HashMap;

use egui::Ui;

use crate::model::Change;
use crate::model::record::{RecordRef, Recorded};
use crate::ui::widgets::{Field, FieldEvent, FieldOutput};

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

    /// Which record it is.
    #[must_use]
    pub fn record(&self) -> Option<RecordRef> {
        self.base.as_ref().map(Recorded::record_ref)
    }

    /// The changes that count now.
    pub fn changes(&mut self) -> Vec<Change> {
        std::mem::take(&mut self.changes)
    }

    /// Shows a field on the text `shown`; when it counts, `write` puts it into the record or says what is wrong.
    pub fn field(
        &mut self,
        ui: &mut Ui,
        name: &'static str,
        field: Field<'_>,
        shown: &str,
        write: impl FnOnce(&str, &mut R) -> Result<(), String>,
    ) -> FieldOutput {
        let buffer = self.buffers.entry(name).or_default();
        if buffer.outdated.as_deref() != Some(shown) {
            buffer.outdated = None;
            if !buffer.typing && buffer.error.is_none() && buffer.text != shown {
                shown.clone_into(&mut buffer.text);
            }
        }
        let error = buffer.error.clone();
        let output = field.error(error.as_deref()).show(ui, &mut buffer.text);
        let counts = output.event == FieldEvent::Committed;
        match output.event {
            FieldEvent::None => {}
            FieldEvent::Cancelled => *buffer = Buffer::default(),
            FieldEvent::Changed | FieldEvent::Committed => {
                let Some(base) = &self.base else { return output };
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
        output
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
