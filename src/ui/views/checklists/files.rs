//! Checklists as files: written, and taken in as one step that undo takes back. A bad file is refused with its line.

use std::path::PathBuf;

use crossbeam_channel::{Receiver, bounded};

use crate::case::CaseError;
use crate::exchange::checklist::{Plan, lists_in, plan, text_for};
use crate::text::{t, tf};
use crate::ui::desk::{Desk, TermsFile, Wish};
use crate::ui::widgets::Toast;

/// A file that is written or read.
#[derive(Default)]
pub(super) struct Files {
    reading: Option<(PathBuf, Receiver<Result<Plan, String>>)>,
    writing: Option<(PathBuf, Receiver<Result<(), String>>)>,
}

impl Files {
    /// Begins what was asked for, off the frame, and tells what is done.
    pub(super) fn heed(&mut self, desk: &mut Desk) {
        match desk.lists_file.take() {
            Some(TermsFile::In(file)) => self.read(desk, file),
            Some(TermsFile::Out(file)) => self.write(desk, file),
            None => {}
        }
        if let Some((file, done)) = &self.reading
            && let Ok(read) = done.try_recv()
        {
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
            self.reading = None;
        }
        if let Some((file, done)) = &self.writing
            && let Ok(written) = done.try_recv()
        {
            let file = file.display().to_string();
            let toast = match written {
                Ok(()) => Toast::done(tf("checklist-written", &[("file", file.into())])),
                Err(reason) => Toast::refused(tf("analysis-not-saved", &[("file", file.into())]), reason),
            };
            desk.wish(Wish::Tell(toast));
            self.writing = None;
        }
    }

    fn read(&mut self, desk: &Desk, file: PathBuf) {
        let (send, done) = bounded(1);
        let from = file.clone();
        let _ = desk.link.ask(move |reader| {
            let (own, words) = (reader.own_checklists()?, reader.vocabularies()?);
            let _ = send.send(lists_in(&from).map(|lists| plan(lists, &own, &words, false)));
            Ok::<(), CaseError>(())
        });
        self.reading = Some((file, done));
    }

    fn write(&mut self, desk: &Desk, file: PathBuf) {
        let (send, done) = bounded(1);
        let to = file.clone();
        let _ = desk.link.ask(move |reader| {
            let text = text_for(&to, reader.checklists()?.all());
            let _ = send.send(std::fs::write(&to, text).map_err(|error| error.to_string()));
            Ok::<(), CaseError>(())
        });
        self.writing = Some((file, done));
    }
}
