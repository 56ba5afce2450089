//! A drawing on its way into a file: made and written off the frame, and told of when it is there.

use std::path::{Path, PathBuf};

use crate::case::{CaseError, Reader};
use crate::text::tf;
use crate::ui::desk::{Desk, Wish};
use crate::ui::link::Answer;
use crate::ui::widgets::Toast;

/// What is being written.
#[derive(Default)]
pub struct Saving(Option<(PathBuf, Answer<Result<(), String>>)>);

impl Saving {
    /// Begins to write `file`, as `write` does: it says what is wrong with the case apart from what is wrong with the file.
    pub fn begin(
        &mut self,
        desk: &Desk,
        file: PathBuf,
        write: impl FnOnce(&Reader, &Path) -> Result<Result<(), String>, CaseError> + Send + 'static,
    ) {
        let to = file.clone();
        let answer = desk.link.ask(move |reader| write(reader, &to));
        self.0 = Some((file, answer));
    }

    /// Tells what became of it, by the messages for a file that is there and for one that is not.
    pub fn tell(&mut self, desk: &mut Desk, saved: &str, not_saved: &str) {
        let Some((file, answer)) = self.0.take() else {
            return;
        };
        let outcome = match answer.take() {
            Ok(outcome) => outcome.map_err(|error| error.to_string()).flatten(),
            Err(answer) => {
                self.0 = Some((file, answer));
                return;
            }
        };
        let file = file.display().to_string();
        let toast = match outcome {
            Ok(()) => Toast::done(tf(saved, &[("file", file.into())])),
            Err(reason) => Toast::refused(tf(not_saved, &[("file", file.into())]), reason),
        };
        desk.wish(Wish::Tell(toast));
    }
}
