//! A drawing on its way into a file: made and written off the frame, and told of when it is there.

use std::path::{Path, PathBuf};

use crossbeam_channel::{Receiver, bounded};

use crate::case::Reader;
use crate::text::tf;
use crate::ui::desk::{Desk, Wish};
use crate::ui::widgets::Toast;

/// What is being written.
#[derive(Default)]
pub struct Saving(Option<(PathBuf, Receiver<Result<(), String>>)>);

impl Saving {
    /// Begins to write `file`, as `write` does.
    pub fn begin(
        &mut self,
        desk: &Desk,
        file: PathBuf,
        write: impl FnOnce(&Reader, &Path) -> Result<(), String> + Send + 'static,
    ) {
        let (send, done) = bounded(1);
        let to = file.clone();
        let _ = desk.link.ask(move |reader| {
            let _ = send.send(write(reader, &to));
            Ok(())
        });
        self.0 = Some((file, done));
    }

    /// Tells what became of it, by the messages for a file that is there and for one that is not.
    pub fn tell(&mut self, desk: &mut Desk, saved: &str, not_saved: &str) {
        let Some((file, done)) = &self.0 else { return };
        let Ok(outcome) = done.try_recv() else { return };
        let file = file.display().to_string();
        let toast = match outcome {
            Ok(()) => Toast::done(tf(saved, &[("file", file.into())])),
            Err(reason) => Toast::refused(tf(not_saved, &[("file", file.into())]), reason),
        };
        desk.wish(Wish::Tell(toast));
        self.0 = None;
    }
}
