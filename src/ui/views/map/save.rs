//! The map as a picture in a file: the same figure as the command writes, for what is shown.

use super::tags::Hidden;
use crate::basemap::BaseMap;
use crate::case::CalendarFilter;
use crate::exchange::map::{Figure, write};
use crate::model::when::Interval;
use crate::settings::KeptMap;
use crate::ui::base_maps::Standing;
use crate::ui::desk::Desk;
use crate::ui::views::saving::Saving;

/// Begins to write when somebody chose a file, off the frame, and tells when it is there.
pub fn step(
    saving: &mut Saving,
    desk: &mut Desk,
    filter: &CalendarFilter,
    window: Option<Interval>,
    hidden: &Hidden,
) {
    if let Some(file) = desk.map_file.take() {
        let (filter, hidden) = (filter.clone(), hidden.clone());
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
        saving.begin(desk, file, move |reader, to| {
            let mut strikes = reader.map_strikes(&filter)?;
            strikes.retain(|strike| !hidden.contains(&strike.tags.first().cloned()));
            let mut figure = Figure::new(reader.info()?.title, strikes, window);
            let laid = maps.iter().try_for_each(|map| lay(&mut figure, map));
            Ok(laid.and_then(|()| write(&figure, to, is_png).map_err(|error| error.to_string())))
        });
    }
    saving.tell(desk, "map-saved", "map-not-saved");
}

/// Lays a base map below the strikes.
fn lay(figure: &mut Figure, kept: &KeptMap) -> Result<(), String> {
    let mut map = BaseMap::open(&kept.file).map_err(|refused| refused.to_string())?;
    let laid = figure.lay(&mut map, f64::from(kept.opacity) / 100.0);
    laid.map(drop).map_err(|reason| reason.to_string())
}
