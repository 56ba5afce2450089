//! Checklists as files: written, and taken in as one step that undo takes back. A bad file is refused with its line.

use std::path::{Path, PathBuf};

use crate::exchange::checklist::{Plan, lists_in, plan, text_for};
use crate::text::{t, tf};
use crate::ui::desk::{Desk, TermsFile, Wish};
use crate::ui::link::Answer;
use crate::ui::views::saving::Saving;
use crate::ui::widgets::Toast;

/// What a file would make of the checklists; or why it can't be read.
type Planned = Result<Plan, String>;

/// A file that is written or read.
#[derive(Default)]
pub(super) struct Files {
    reading: Option<(PathBuf, Answer<Planned>)>,
    saving: Saving,
}

impl Files {
    /// Begins what was asked for, off the frame, and tells what is done.
    pub(super) fn heed(&mut self, desk: &mut Desk) {
        match desk.lists_file.take() {
            Some(TermsFile::In(file)) => self.read(desk, file),
            Some(TermsFile::Out(file)) => self.write(desk, file),
            None => {}
        }
        if let Some((file, answer)) = self.reading.take() {
            match answer.take() {
                Ok(read) => take_in(desk, &file, read.map_err(|error| error.to_string()).flatten()),
                Err(answer) => self.reading = Some((file, answer)),
            }
        }
        self.saving.tell(desk, "checklist-written", "analysis-not-saved");
    }

    fn read(&mut self, desk: &Desk, file: PathBuf) {
        let from = file.clone();
        let answer = desk.link.ask(move |reader| {
            let (own, words) = (reader.own_checklists()?, reader.vocabularies()?);
            Ok(lists_in(&from).map(|lists| plan(lists, &own, &words, false)))
        });
        self.reading = Some((file, answer));
    }

    fn write(&mut self, desk: &Desk, file: PathBuf) {
        self.saving.begin(desk, file, |reader, to| {
            let text = text_for(to, reader.checklists()?.all());
            Ok(std::fs::write(to, text).map_err(|error| error.to_string()))
        });
    }
}

/// Takes in what was read, and tells of it.
fn take_in(desk: &mut Desk, file: &Path, read: Planned) {
    let file = file.display().to_string();
    let toast = match read {
        Ok(plan) if plan.changes.is_empty() => {
            Toast::note(tf("checklist-taken-nothing", &[("file", file.into())]))
        }
        Ok(plan) => {
            let facts = [("file", file.into()), ("summary", plan.summary().into())];
            desk.apply_all(plan.changes);
            Toast::done(tf("checklist-taken", &facts)).with_undo()
        }
        Err(reason) => Toast::refused(t("shell-refused"), reason),
    };
    desk.wish(Wish::Tell(toast));
}
