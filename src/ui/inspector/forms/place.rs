//! A place in a form: its name, one field that takes a position in any notation or told from a named place, and the
//! radius in which it lies.

mod beside;

use egui::Ui;

use self::beside::Beside;
pub use self::beside::notations;
use super::super::draft::{Draft, optional};
use super::super::parts::number;
use crate::model::place::sector::{self, Anchor, Located, SectorError};
use crate::model::place::{Position, Written, gazetteer, read};
use crate::model::record::Recorded;
use crate::text::{t, tf};
use crate::ui::desk::Desk;
use crate::ui::link::Remote;
use crate::ui::theme::space;
use crate::ui::widgets::{Field, gap, weak_text};

/// Metres: what a phone's receiver is usually off by under the open sky (gps.gov, "GPS Accuracy": 4.9 m). Who copies more
/// digits than that copies what a program printed, and says nothing of how well the place is known.
const FINE: f64 = 5.0;
/// So many towns are offered.
const OFFERED: usize = 8;

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
    /// Writes a position: what was understood. Nothing takes the position away, and the radius with it.
    fn position(self, text: &str, own: &[Anchor]) -> Result<Option<Said>, String> {
        if text.is_empty() {
            (*self.latitude, *self.longitude, *self.radius_m) = (None, None, None);
            return Ok(None);
        }
        match read(text) {
            Ok(written) => Ok(self.written(&written)),
            Err(error) => {
                let told = sector::told(text).ok_or_else(|| error.to_string())?;
                let towns = gazetteer::ready();
                let named = |name: &str| sector::known(name, towns, own);
                let located = sector::locate(&told, &named).map_err(|error| match error {
                    // A place of the case was looked for; the towns are still on their way.
                    SectorError::Unknown { .. } if towns.is_none() => t("place-towns-wait").to_owned(),
                    error => error.to_string(),
                })?;
                Ok(Some(self.located(text, &located)))
            }
        }
    }

    /// Takes a position. A notation that can't tell more than a radius gives the record at least that radius: nothing is
    /// known more exactly than it is. One that is there already and larger is what a person knows of the place.
    fn written(self, written: &Written) -> Option<Said> {
        if (*self.latitude, *self.longitude) == (Some(written.latitude), Some(written.longitude)) {
            return None;
        }
        (*self.latitude, *self.longitude) = (Some(written.latitude), Some(written.longitude));
        let notation = written.notation.name();
        let has = *self.radius_m;
        let (key, metres) = match (written.radius_m, has) {
            (Some(implied), None) if implied < FINE => ("place-said-fine", implied),
            (Some(implied), None) => ("place-said-radius", implied),
            (Some(implied), Some(has)) if has < implied => ("place-said-raised", implied),
            (_, Some(has)) => ("place-said-kept", has),
            (None, None) => ("place-said", 0.0),
        };
        if matches!(key, "place-said-radius" | "place-said-raised") {
            *self.radius_m = Some(metres);
        }
        let facts = [
            ("notation", notation.as_str().into()),
            ("metres", metres.to_string().into()),
        ];
        Some(Said {
            point: written.point(),
            text: tf(key, &facts),
        })
    }

    /// Takes the circle around a sector, and keeps its words in the place's name.
    fn located(self, text: &str, located: &Located) -> Said {
        let (latitude, longitude, radius) = located.sector.circle();
        (*self.latitude, *self.longitude, *self.radius_m) = (Some(latitude), Some(longitude), Some(radius));
        match self.name {
            Some(name) if name.contains(text) => {}
            Some(name) if !name.is_empty() => *name = format!("{name}; {text}"),
            name => *name = Some(text.to_owned()),
        }
        let (near, far) = located.sector.distance;
        let (from, to) = located.sector.bearings;
        let facts = [
            ("from", located.from.name.as_str().into()),
            ("bearing", from.to_string().into()),
            ("to", to.to_string().into()),
            ("near", (near / 1000.0).to_string().into()),
            ("far", (far / 1000.0).to_string().into()),
            ("metres", radius.to_string().into()),
        ];
        let key = if located.is_assumed {
            "place-said-sector-assumed"
        } else {
            "place-said-sector"
        };
        Said {
            point: (latitude, longitude),
            text: tf(key, &facts),
        }
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

/// What was understood of the position that was typed last.
struct Said {
    point: (f64, f64),
    text: String,
}

/// The rows of a place in a form.
#[derive(Default)]
pub struct PlaceRows {
    /// Places of the case from which others can be told.
    own: Remote<(String, bool), Vec<Anchor>>,
    /// Towns whose names begin with what is typed.
    offered: Remote<String, Vec<String>>,
    said: Option<Said>,
    beside: Beside,
}

impl PlaceRows {
    /// Shows the fields of a place.
    pub fn show<R: Recorded>(
        &mut self,
        ui: &mut Ui,
        desk: &Desk,
        draft: &mut Draft<R>,
        place: &PlaceFields<'_>,
        slots: impl Fn(&mut R) -> PlaceSlots<'_>,
    ) {
        self.name(ui, desk, draft, place, &slots);
        gap(ui, space::XS);
        let shown = match (place.latitude, place.longitude) {
            (Some(latitude), Some(longitude)) => format!("{latitude}, {longitude}"),
            _ => String::new(),
        };
        let record = draft.record();
        let id = record
            .as_ref()
            .map(|record| record.id.clone())
            .unwrap_or_default();
        let is_told = draft
            .typed("position")
            .is_some_and(|text| sector::told(text).is_some());
        let own = self.own.get(&desk.link, (id, is_told), move |reader| {
            if is_told {
                // From now on a frame can ask for a town.
                gazetteer::shared().names();
            }
            reader.named_places(record.as_ref())
        });
        let own = own.map_or(&[][..], Vec::as_slice);
        let said = &mut self.said;
        ui.horizontal_top(|ui| {
            let width = (ui.available_width() - space::S) * 0.62;
            ui.vertical(|ui| {
                ui.set_width(width);
                let position = Field::new(t("form-position")).hint(t("form-position-hint"));
                draft.field(ui, "position", position, &shown, |text, record| {
                    if let Some(new) = slots(record).position(text, own)? {
                        *said = Some(new);
                    }
                    Ok(())
                });
            });
            ui.vertical(|ui| {
                let metres = place
                    .radius_m
                    .map(|metres| metres.to_string())
                    .unwrap_or_default();
                let radius = Field::new(t("form-radius")).unit("m");
                draft.field(ui, "radius_m", radius, &metres, |text, record| {
                    slots(record).radius(text)
                });
            });
        });
        let point = place.latitude.zip(place.longitude);
        if let Some(said) = &self.said
            && (point == Some(said.point) || draft.typed("position").is_some())
        {
            weak_text(ui, &said.text);
        }
        if let Some((latitude, longitude)) = point {
            let place = Position {
                latitude,
                longitude,
                radius_m: place.radius_m,
            };
            self.beside.show(ui, desk, place);
        }
        gap(ui, space::XS);
    }

    /// The place in words; towns are offered, and any other words count as well.
    fn name<R: Recorded>(
        &mut self,
        ui: &mut Ui,
        desk: &Desk,
        draft: &mut Draft<R>,
        place: &PlaceFields<'_>,
        slots: &impl Fn(&mut R) -> PlaceSlots<'_>,
    ) {
        let typed = draft.typed("place_name").unwrap_or_default().to_owned();
        let question = typed.clone();
        let offered = self
            .offered
            .get(&desk.link, typed, move |_| Ok(offered(&question)));
        let terms: Vec<&str> = offered
            .map(|names| names.iter().map(String::as_str).collect())
            .unwrap_or_default();
        let field = Field::new(t("form-place")).hint(t("form-place-hint"));
        let shown = place.name.unwrap_or_default();
        draft.suggesting(ui, "place_name", field, (shown, &terms), |text, record| {
            *slots(record).name = optional(text);
            Ok(())
        });
    }
}

/// Names of towns with their regions, in the letters in which they are typed.
fn offered(typed: &str) -> Vec<String> {
    let found = gazetteer::shared().beginning_with(typed, OFFERED);
    let mut names: Vec<String> = found
        .into_iter()
        .map(|(name, town)| {
            if town.region.is_empty() {
                name.to_owned()
            } else {
                format!("{name}, {}", town.region)
            }
        })
        .collect();
    names.dedup();
    names
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

    fn typed(strike: &mut Strike, text: &str) -> Result<Option<String>, String> {
        let said = slots(strike).position(text, &[])?;
        Ok(said.map(|said| said.text))
    }

    #[test]
    fn a_radius_without_a_position_is_refused_beside_its_field() {
        let mut strike = Strike::default();
        assert!(slots(&mut strike).radius("200").is_err());
        typed(&mut strike, "50.45, 30.52").unwrap();
        slots(&mut strike).radius("200").unwrap();
        assert_eq!(strike.radius_m, Some(200.0));
    }

    #[test]
    fn a_position_that_is_cleared_takes_its_radius_along() {
        let mut strike = Strike::default();
        typed(&mut strike, "50.45 30.52").unwrap();
        slots(&mut strike).radius("200").unwrap();
        typed(&mut strike, "").unwrap();
        assert_eq!(
            strike,
            Strike {
                id: strike.id,
                ..Strike::default()
            }
        );
    }

    #[test]
    fn a_coarse_notation_gives_its_radius_and_a_fine_one_none() {
        let mut strike = Strike::default();
        let said = typed(&mut strike, "36U UA 24 88").unwrap().unwrap();
        assert!(said.contains("MGRS") && said.contains("710 m"), "{said}");
        assert_eq!(strike.radius_m, Some(710.0));
        let mut strike = Strike::default();
        typed(&mut strike, "50.450123, 30.523456").unwrap();
        assert_eq!(strike.radius_m, None);
    }

    #[test]
    fn a_radius_is_raised_to_what_the_notation_can_tell_and_never_made_smaller() {
        let mut strike = Strike::default();
        typed(&mut strike, "50.450123, 30.523456").unwrap();
        slots(&mut strike).radius("50").unwrap();
        typed(&mut strike, "36U UA 24 88").unwrap();
        assert_eq!(strike.radius_m, Some(710.0));
        typed(&mut strike, "50.450123, 30.523456").unwrap();
        assert_eq!(strike.radius_m, Some(710.0));
    }

    #[test]
    fn the_same_position_again_leaves_the_radius_that_a_person_gave() {
        let mut strike = Strike::default();
        typed(&mut strike, "50.45, 30.52").unwrap();
        assert_eq!(strike.radius_m, Some(660.0));
        slots(&mut strike).radius("20").unwrap();
        assert_eq!(typed(&mut strike, "50.45, 30.52"), Ok(None));
        assert_eq!(strike.radius_m, Some(20.0));
    }

    #[test]
    fn a_place_told_from_another_is_the_circle_and_keeps_its_words() {
        let mut strike = Strike::default();
        let said = typed(&mut strike, "20 km NW of 50.45, 30.52").unwrap().unwrap();
        assert!(said.contains("15") && said.contains("25"), "{said}");
        assert_eq!(strike.place_name.as_deref(), Some("20 km NW of 50.45, 30.52"));
        let radius = strike.radius_m.unwrap();
        assert!(radius > 9000.0 && radius < 12_000.0, "{radius}");
        let mut strike = Strike {
            place_name: Some("Dymer".to_owned()),
            ..Strike::default()
        };
        let said = typed(&mut strike, "north of 50.45, 30.52").unwrap().unwrap();
        assert!(said.contains("50 km"), "the assumption is said: {said}");
        assert_eq!(strike.place_name.as_deref(), Some("Dymer; north of 50.45, 30.52"));
    }
}
