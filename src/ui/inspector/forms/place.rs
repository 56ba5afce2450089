//! A place in a form: its name, one field that takes a pasted pair of degrees, and the radius in which it lies.

use egui::Ui;

use super::super::draft::{Draft, optional};
use super::super::parts::number;
use crate::model::place::Position;
use crate::model::record::Recorded;
use crate::text::t;
use crate::ui::theme::space;
use crate::ui::widgets::{Field, gap};

/// The fields of a place, as a record has them.
pub struct PlaceFields<'a> {
    /// In words.
    pub name: Option<&'a str>,
    /// Degrees north.
    pub latitude: Option<f64>,
    /// Degrees east.
    pub longitude: Option<f64>,
    /// Metres.
    pub radius_m: Option<f64>,
}

/// Where the fields of a place are written.
pub struct PlaceSlots<'a> {
    /// In words.
    pub name: &'a mut Option<String>,
    /// Degrees north.
    pub latitude: &'a mut Option<f64>,
    /// Degrees east.
    pub longitude: &'a mut Option<f64>,
    /// Metres.
    pub radius_m: &'a mut Option<f64>,
}

impl PlaceSlots<'_> {
    /// Writes `50.45, 30.52`; nothing takes the position away, and the radius with it.
    fn position(self, text: &str) -> Result<(), String> {
        if text.is_empty() {
            (*self.latitude, *self.longitude, *self.radius_m) = (None, None, None);
            return Ok(());
        }
        let (latitude, longitude) =
            Position::parse_decimal(text).ok_or_else(|| t("form-position-wrong").to_owned())?;
        (*self.latitude, *self.longitude) = (Some(latitude), Some(longitude));
        Ok(())
    }

    /// Writes the radius, which is of a position.
    fn radius(self, text: &str) -> Result<(), String> {
        let metres = number(text)?;
        if metres.is_some() && self.latitude.is_none() {
            return Err(t("form-radius-alone").to_owned());
        }
        *self.radius_m = metres;
        Ok(())
    }
}

/// Shows the fields of a place.
pub fn place_rows<R: Recorded>(
    ui: &mut Ui,
    draft: &mut Draft<R>,
    place: &PlaceFields<'_>,
    slots: impl Fn(&mut R) -> PlaceSlots<'_>,
) {
    let name = Field::new(t("form-place")).hint(t("form-place-hint"));
    draft.field(
        ui,
        "place",
        name,
        place.name.unwrap_or_default(),
        |text, record| {
            *slots(record).name = optional(text);
            Ok(())
        },
    );
    gap(ui, space::XS);
    let shown = match (place.latitude, place.longitude) {
        (Some(latitude), Some(longitude)) => format!("{latitude}, {longitude}"),
        _ => String::new(),
    };
    ui.horizontal_top(|ui| {
        let width = (ui.available_width() - space::S) * 0.62;
        ui.vertical(|ui| {
            ui.set_width(width);
            let position = Field::new(t("form-position")).hint("50.45, 30.52");
            draft.field(ui, "position", position, &shown, |text, record| {
                slots(record).position(text)
            });
        });
        ui.vertical(|ui| {
            let metres = place
                .radius_m
                .map(|metres| metres.to_string())
                .unwrap_or_default();
            let radius = Field::new(t("form-radius")).unit("m");
            draft.field(ui, "radius", radius, &metres, |text, record| {
                slots(record).radius(text)
            });
        });
    });
    gap(ui, space::XS);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Strike;

    fn slots(strike: &mut Strike) -> PlaceSlots<'_> {
        PlaceSlots {
            name: &mut strike.place_name,
            latitude: &mut strike.latitude,
            longitude: &mut strike.longitude,
            radius_m: &mut strike.radius_m,
        }
    }

    #[test]
    fn a_radius_without_a_position_is_refused_beside_its_field() {
        let mut strike = Strike::default();
        assert!(slots(&mut strike).radius("200").is_err());
        slots(&mut strike).position("50.45, 30.52").unwrap();
        slots(&mut strike).radius("200").unwrap();
        assert_eq!(strike.radius_m, Some(200.0));
    }

    #[test]
    fn a_position_that_is_cleared_takes_its_radius_along() {
        let mut strike = Strike::default();
        slots(&mut strike).position("50.45 30.52").unwrap();
        slots(&mut strike).radius("200").unwrap();
        slots(&mut strike).position("").unwrap();
        assert_eq!(
            strike,
            Strike {
                id: strike.id,
                ..Strike::default()
            }
        );
    }
}
