//! The filters under the head of the grid. They combine: a photo must pass them all.

use egui::{Align, Layout, Ui};
use jiff::civil::Date;

use super::tile::colour_name;
use crate::case::{CaseError, Reader};
use crate::model::album::{Near, PhotoFilter, PickFilter, Unopened};
use crate::model::checklist::Missing;
use crate::model::id::PhotoSetId;
use crate::model::photo::{Colour, Need};
use crate::model::{Vocabulary, place};
use crate::text::{t, tf};
use crate::ui::desk::Desk;
use crate::ui::link::Remote;
use crate::ui::theme::space;
use crate::ui::widgets::{Action, Field, FieldEvent, TagEvent, gap, select, tag_field};

/// The height of a filter: a label and a field.
const HEIGHT: f32 = 48.0;
/// The width of a filter.
const WIDTH: f32 = 140.0;
/// The circle around a place, where the filter names no radius.
const RADIUS_KM: f64 = 5.0;

/// What photos can be filtered by, as far as it is of this case.
struct Choices {
    cameras: Vec<(String, u64)>,
    sets: Vec<(PhotoSetId, String)>,
}

fn load(reader: &Reader) -> Result<Choices, CaseError> {
    Ok(Choices {
        cameras: reader.cameras()?,
        sets: reader.photo_set_titles()?,
    })
}

/// The filters.
#[derive(Default)]
pub(super) struct Filters {
    choices: Remote<(), Choices>,
    /// What is being typed and can't be understood yet: first day, last day, place.
    typed: [Option<String>; 3],
}

impl Filters {
    pub(super) fn show(&mut self, ui: &mut Ui, desk: &mut Desk, filter: &mut PhotoFilter) {
        // The margin is around all lines of them.
        let margin = egui::Margin::symmetric(8, 0);
        egui::Frame::new()
            .inner_margin(margin)
            .show(ui, |ui| self.all(ui, desk, filter));
    }

    fn all(&mut self, ui: &mut Ui, desk: &mut Desk, filter: &mut PhotoFilter) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.y = space::XS;
            column(ui, WIDTH, |ui| links(ui, filter));
            column(ui, WIDTH, |ui| marks(ui, filter));
            let person = desk.person.clone();
            column(ui, WIDTH, |ui| opened(ui, filter, &person));
            column(ui, WIDTH, |ui| rating(ui, filter));
            column(ui, WIDTH, |ui| decision(ui, filter));
            column(ui, WIDTH, |ui| colour(ui, filter));
            column(ui, WIDTH, |ui| filled_in(ui, filter));
            self.of_the_case(ui, desk, filter);
            column(ui, 110.0, |ui| {
                day(ui, t("photos-from"), &mut self.typed[0], &mut filter.from);
            });
            column(ui, 110.0, |ui| {
                day(ui, t("photos-to"), &mut self.typed[1], &mut filter.to);
            });
            column(ui, 190.0, |ui| {
                near(ui, &mut self.typed[2], &mut filter.near);
            });
            column(ui, 160.0, |ui| {
                let field = Field::new(t("photos-metadata")).hint(t("photos-metadata-hint"));
                field.show(ui, &mut filter.metadata);
            });
            let words = desk.vocabularies();
            let known = words.terms(Vocabulary::Tags);
            column(ui, 220.0, |ui| {
                match tag_field(ui, t("records-tags"), &filter.tags, known) {
                    TagEvent::None => {}
                    TagEvent::ShowList => desk.show_vocabulary(Vocabulary::Tags, ""),
                    TagEvent::Added(tag) => filter.tags.push(tag),
                    TagEvent::Removed(tag) => filter.tags.retain(|other| *other != tag),
                }
            });
            if *filter != PhotoFilter::default() {
                column(ui, 120.0, |ui| {
                    // On the line of the fields, whose labels are above them.
                    gap(ui, space::L + 2.0);
                    if ui.add(Action::quiet(t("records-clear"))).clicked() {
                        *filter = PhotoFilter::default();
                        self.typed = Default::default();
                    }
                });
            }
        });
    }

    /// Cameras and sets, once they have arrived.
    fn of_the_case(&mut self, ui: &mut Ui, desk: &Desk, filter: &mut PhotoFilter) {
        let Some(choices) = self.choices.get(&desk.link, (), load) else {
            return;
        };
        column(ui, 180.0, |ui| {
            let any = (None, t("photos-any").to_owned());
            let cameras = choices.cameras.iter().map(|(camera, count)| {
                let facts = [("camera", camera.as_str().into()), ("count", (*count).into())];
                (Some(camera.clone()), tf("photos-camera-count", &facts))
            });
            let all: Vec<(Option<String>, String)> = std::iter::once(any).chain(cameras).collect();
            choose(ui, t("photos-camera"), &mut filter.camera, &all);
        });
        column(ui, 180.0, |ui| {
            let any = (None, t("photos-any").to_owned());
            let sets = choices.sets.iter().map(|(id, title)| (Some(*id), title.clone()));
            let all: Vec<(Option<PhotoSetId>, String)> = std::iter::once(any).chain(sets).collect();
            choose(ui, t("photos-set"), &mut filter.photo_set, &all);
        });
    }
}

/// What is missing of their checklists.
fn filled_in(ui: &mut Ui, filter: &mut PhotoFilter) {
    let any = [(None, t("photos-any"))];
    let choices: Vec<_> = any
        .into_iter()
        .chain(Missing::ALL.map(|missing| (Some(missing), missing.label())))
        .collect();
    select(ui, t("checklist-filter"), &mut filter.missing, &choices);
}

/// A filter of this width. Its size is told beforehand, so that the line breaks before it where it has no room.
fn column<R>(ui: &mut Ui, width: f32, add: impl FnOnce(&mut Ui) -> R) {
    let room = egui::vec2(width, HEIGHT);
    ui.allocate_ui_with_layout(room, Layout::top_down(Align::Min), |ui| {
        ui.set_width(width);
        add(ui);
    });
}

fn choose<T: PartialEq + Clone>(ui: &mut Ui, label: &str, value: &mut T, choices: &[(T, String)]) {
    let choices: Vec<(T, &str)> = choices
        .iter()
        .map(|(choice, name)| (choice.clone(), name.as_str()))
        .collect();
    select(ui, label, value, &choices);
}

fn links(ui: &mut Ui, filter: &mut PhotoFilter) {
    let choices = [
        (None, t("photos-any")),
        (Some(true), t("photos-linked")),
        (Some(false), t("photos-not-linked")),
    ];
    select(ui, t("photos-links"), &mut filter.linked, &choices);
}

/// Regions, and what is to be done with them: one question to the person, three conditions for the case.
fn marks(ui: &mut Ui, filter: &mut PhotoFilter) {
    let mut chosen = (filter.marked, filter.untranscribed, filter.needs);
    let choices = [
        ((None, false, None), t("photos-any")),
        ((Some(true), false, None), t("photos-marked")),
        ((Some(false), false, None), t("photos-not-marked")),
        ((None, true, None), t("photos-untranscribed")),
        ((None, false, Some(Need::Transcription)), t("photos-needs")),
    ];
    if select(ui, t("photos-marks"), &mut chosen, &choices) {
        (filter.marked, filter.untranscribed, filter.needs) = chosen;
    }
}

/// Who has looked at them. An album may ask for what somebody else has not opened.
fn opened(ui: &mut Ui, filter: &mut PhotoFilter, person: &str) {
    let mut choices = vec![
        (None, t("photos-any").to_owned()),
        (Some(Unopened::ByAnybody), t("photos-unopened").to_owned()),
        (
            Some(Unopened::By(person.to_owned())),
            t("photos-unopened-by-me").to_owned(),
        ),
    ];
    if let Some(Unopened::By(other)) = filter
        .unopened
        .as_ref()
        .filter(|of| **of != Unopened::By(person.to_owned()))
    {
        let name = tf("photos-unopened-by", &[("person", other.as_str().into())]);
        choices.push((filter.unopened.clone(), name));
    }
    choose(ui, t("photos-opened"), &mut filter.unopened, &choices);
}

fn rating(ui: &mut Ui, filter: &mut PhotoFilter) {
    let names: Vec<String> = (1..=5u8)
        .map(|rating| tf("photos-rating-at-least", &[("rating", rating.into())]))
        .collect();
    let mut choices = vec![(None, t("photos-any"))];
    choices.extend(
        (1..=5u8)
            .zip(&names)
            .map(|(rating, name)| (Some(rating), name.as_str())),
    );
    select(ui, t("photos-rating"), &mut filter.rating, &choices);
}

fn decision(ui: &mut Ui, filter: &mut PhotoFilter) {
    let choices = [
        (None, t("photos-any")),
        (Some(PickFilter::NotRejected), t("photos-not-rejected")),
        (Some(PickFilter::Flagged), t("photos-flagged")),
        (Some(PickFilter::Rejected), t("photos-rejected")),
    ];
    select(ui, t("photos-decision"), &mut filter.pick, &choices);
}

fn colour(ui: &mut Ui, filter: &mut PhotoFilter) {
    let mut choices = vec![(None, t("photos-any"))];
    choices.extend(Colour::ALL.map(|colour| (Some(colour), colour_name(colour))));
    select(ui, t("photos-colour"), &mut filter.colour, &choices);
}

/// A field for a value that is read from text. What can't be read stays in the field with the reason, and filters
/// nothing.
fn parsed<T: Clone + PartialEq>(
    ui: &mut Ui,
    (label, hint): (&str, &str),
    typed: &mut Option<String>,
    value: &mut Option<T>,
    (write, read): (impl Fn(&T) -> String, impl Fn(&str) -> Option<T>),
    wrong: &'static str,
) {
    let mut text = typed
        .clone()
        .unwrap_or_else(|| value.as_ref().map(&write).unwrap_or_default());
    let is_wrong = typed
        .as_ref()
        .is_some_and(|typed| !typed.trim().is_empty() && read(typed.trim()).is_none());
    let field = Field::new(label).hint(hint).error(is_wrong.then(|| t(wrong)));
    match field.show(ui, &mut text).event {
        FieldEvent::Changed => *typed = Some(text),
        FieldEvent::Committed => {
            let text = text.trim();
            let found = read(text);
            if text.is_empty() || found.is_some() {
                *value = found;
                *typed = None;
            }
        }
        FieldEvent::Cancelled => *typed = None,
        FieldEvent::None => {}
    }
}

fn day(ui: &mut Ui, label: &str, typed: &mut Option<String>, value: &mut Option<Date>) {
    let ways = (Date::to_string, |text: &str| text.parse().ok());
    parsed(ui, (label, "2024-08-18"), typed, value, ways, "photos-day-wrong");
}

fn near(ui: &mut Ui, typed: &mut Option<String>, value: &mut Option<Near>) {
    let ways = (near_text, near_of);
    let label = (t("photos-near"), t("photos-near-hint"));
    parsed(ui, label, typed, value, ways, "photos-near-wrong");
}

fn near_text(near: &Near) -> String {
    let Near {
        latitude,
        longitude,
        radius_m,
    } = near;
    format!("{latitude}, {longitude} {} km", radius_m / 1000.0)
}

/// Reads `50.45, 30.52 5 km`, with the position in any notation; the radius may be left out.
fn near_of(text: &str) -> Option<Near> {
    let (place, radius) = match text.strip_suffix("km").map(str::trim_end) {
        Some(rest) => {
            let (place, radius) = rest.rsplit_once(char::is_whitespace)?;
            (place, radius.parse::<f64>().ok()?)
        }
        None => (text, RADIUS_KM),
    };
    let (latitude, longitude) = place::read(place).ok()?.point();
    (radius > 0.0 && radius < 20_000.0).then_some(Near {
        latitude,
        longitude,
        radius_m: radius * 1000.0,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_with_a_radius_is_read_and_written() {
        let near = near_of("50.45, 30.52 12 km").unwrap();
        assert_eq!(
            (near.latitude, near.longitude, near.radius_m),
            (50.45, 30.52, 12_000.0)
        );
        assert_eq!(near_of(&near_text(&near)), Some(near));
        assert_eq!(near_of("50.45, 30.52").map(|near| near.radius_m), Some(5000.0));
        assert_eq!(near_of("north of Kyiv"), None);
        assert_eq!(near_of("95, 30 5 km"), None);
    }
}
