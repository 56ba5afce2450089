//! The map as a picture in a file: the same figure as the command writes, for what is shown.

use std::path::PathBuf;

use crossbeam_channel::{Receiver, bounded};

use crate::case::CalendarFilter;
use crate::exchange::map::{Figure, write};
use crate::model::when::Interval;
use crate::text::tf;
use crate::ui::desk::{Desk, Wish};
use crate::ui::widgets::Toast;

/// A picture on its way into a file.
#[derive(Default)]
pub struct Save(Option<(PathBuf, Receiver<Result<(), String>>)>);

impl Save {
    /// Begins to write when somebody chose a file, off the frame, and tells when it is there.
    pub fn step(&mut self, desk: &mut Desk, filter: &CalendarFilter, window: Option<Interval>) {
        if let Some(file) = desk.map_file.take() {
            let (send, done) = bounded(1);
            let (to, filter) = (file.clone(), filter.clone());
            let is_png = file
                .extension()
                .is_some_and(|end| end.eq_ignore_ascii_case("png"));
            let _ = desk.link.ask(move |reader| {
                let figure = Figure::new(reader.info()?.title, reader.map_strikes(&filter)?, window);
                let _ = send.send(write(&figure, &to, is_png).map_err(|error| error.to_string()));
                Ok(())
            });
            self.0 = Some((file, done));
        }
        let Some((file, done)) = &self.0 else { return };
        let Ok(outcome) = done.try_recv() else { return };
        let file = file.display().to_string();
        let toast = match outcome {
            Ok(()) => Toast::done(tf("map-saved", &[("file", file.into())])),
            Err(reason) => Toast::refused(tf("map-not-saved", &[("file", file.into())]), reason),
        };
        desk.wish(Wish::Tell(toast));
        self.0 = None;
    }
}
