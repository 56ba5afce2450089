//! The map as a picture in a file: the same figure as the command writes, for what is shown.

use std::path::PathBuf;

use crossbeam_channel::{Receiver, bounded};

use super::tags::Hidden;
use crate::basemap::BaseMap;
use crate::case::CalendarFilter;
use crate::exchange::map::{Figure, write};
use crate::model::when::Interval;
use crate::settings::KeptMap;
use crate::text::tf;
use crate::ui::base_maps::Standing;
use crate::ui::desk::{Desk, Wish};
use crate::ui::widgets::Toast;

/// A picture on its way into a file.
#[derive(Default)]
pub struct Save(Option<(PathBuf, Receiver<Result<(), String>>)>);

impl Save {
    /// Begins to write when somebody chose a file, off the frame, and tells when it is there.
    pub fn step(
        &mut self,
        desk: &mut Desk,
        filter: &CalendarFilter,
        window: Option<Interval>,
        hidden: &Hidden,
    ) {
        if let Some(file) = desk.map_file.take() {
            let (send, done) = bounded(1);
            let (to, filter, hidden) = (file.clone(), filter.clone(), hidden.clone());
            // Only those that can be read: what is wrong with another is told where they are listed.
            let maps: Vec<KeptMap> = desk
                .base_maps
                .layers()
                .iter()
                .filter(|layer| matches!(layer.standing(), Standing::Open(_)))
                .map(|layer| layer.kept.clone())
                .collect();
            let is_png = file
                .extension()
                .is_some_and(|end| end.eq_ignore_ascii_case("png"));
            let _ = desk.link.ask(move |reader| {
                let mut strikes = reader.map_strikes(&filter)?;
                strikes.retain(|strike| !hidden.contains(&strike.tags.first().cloned()));
                let mut figure = Figure::new(reader.info()?.title, strikes, window);
                let laid = maps.iter().try_for_each(|map| lay(&mut figure, map));
                let written =
                    laid.and_then(|()| write(&figure, &to, is_png).map_err(|error| error.to_string()));
                let _ = send.send(written);
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

/// Lays a base map below the strikes.
fn lay(figure: &mut Figure, kept: &KeptMap) -> Result<(), String> {
    let mut map = BaseMap::open(&kept.file).map_err(|refused| refused.to_string())?;
    let laid = figure.lay(&mut map, f64::from(kept.opacity) / 100.0);
    laid.map(drop).map_err(|reason| reason.to_string())
}
