//! Parts that several forms share: dates, places, numbers, sources, tags, photos, links.

use egui::{Sense, Ui, vec2};
use egui_material_icons::icons;

use super::draft::{Draft, optional};
use crate::case::PhotoRow;
use crate::model::Change;
use crate::model::Source;
use crate::model::place::Position;
use crate::model::record::{RecordRef, Recorded};
use crate::model::when::Edtf;
use crate::text::{t, tf};
use crate::ui::desk::{Desk, Place};
use crate::ui::pictures::{Detail, Picture};
use crate::ui::theme::{Tokens, Type, radius, space};
use crate::ui::widgets::{
    Action, Field, FieldEvent, TagEvent, Text, gap, section, tag_field, text_field, weak_text,
};

/// A one-line text that may be unknown.
pub fn text_row<R: Recorded>(
    ui: &mut Ui,
    draft: &mut Draft<R>,
    name: &'static str,
    label: &str,
    value: Option<&str>,
    write: impl FnOnce(&mut R) -> &mut Option<String>,
) {
    draft.field(
        ui,
        name,
        Field::new(label),
        value.unwrap_or_default(),
        |text, record| {
            *write(record) = optional(text);
            Ok(())
        },
    );
    gap(ui, space::XS);
}

/// A date, typed as EDTF or as people write days, with what it means under it.
pub fn date_row<R: Recorded>(
    ui: &mut Ui,
    draft: &mut Draft<R>,
    name: &'static str,
    label: &str,
    value: Option<&Edtf>,
    write: impl FnOnce(&mut R) -> &mut Option<Edtf>,
) {
    let shown = value.map(ToString::to_string).unwrap_or_default();
    let field = Field::new(label).hint(t("form-date-hint"));
    draft.field(ui, name, field, &shown, |text, record| {
        *write(record) = match text {
            "" => None,
            text => Some(Edtf::parse_lenient(text).map_err(|error| error.to_string())?),
        };
        Ok(())
    });
    if let Some(date) = value {
        weak_text(ui, &date_words(date));
    }
    gap(ui, space::XS);
}

/// What a date means, in words.
#[must_use]
pub fn date_words(date: &Edtf) -> String {
    let day = |day: jiff::civil::Date| day.strftime("%-d %b %Y").to_string();
    let bounds = date.bounds();
    let words = match (bounds.earliest, bounds.latest) {
        (Some(first), Some(last)) if first == last => day(first),
        (Some(first), Some(last)) => tf(
            "date-between",
            &[("first", day(first).into()), ("last", day(last).into())],
        ),
        (Some(first), None) => tf("date-from", &[("first", day(first).into())]),
        (None, Some(last)) => tf("date-until", &[("last", day(last).into())]),
        (None, None) => t("date-unknown").to_owned(),
    };
    match (date.is_approximate(), date.is_uncertain()) {
        (true, true) => tf("date-approximate-uncertain", &[("date", words.into())]),
        (true, false) => tf("date-approximate", &[("date", words.into())]),
        (false, true) => tf("date-uncertain", &[("date", words.into())]),
        (false, false) => words,
    }
}

/// A number of 0 or more that may be unknown.
pub fn number_row<R: Recorded>(
    ui: &mut Ui,
    draft: &mut Draft<R>,
    name: &'static str,
    (label, unit): (&str, &str),
    value: Option<f64>,
    write: impl FnOnce(&mut R) -> &mut Option<f64>,
) {
    let shown = value.map(|number| number.to_string()).unwrap_or_default();
    draft.field(ui, name, Field::new(label).unit(unit), &shown, |text, record| {
        *write(record) = number(text)?;
        Ok(())
    });
    gap(ui, space::XS);
}

fn number(text: &str) -> Result<Option<f64>, String> {
    if text.is_empty() {
        return Ok(None);
    }
    // A decimal comma is what many keyboards have.
    match text.replace(',', ".").parse::<f64>() {
        Ok(number) if number.is_finite() && number >= 0.0 => Ok(Some(number)),
        _ => Err(t("form-number").to_owned()),
    }
}

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

/// A place: its name, one field that takes a pasted pair of degrees, and the radius.
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
                let slots = slots(record);
                (*slots.latitude, *slots.longitude) = match text {
                    "" => (None, None),
                    text => {
                        let (latitude, longitude) = Position::parse_decimal(text)
                            .ok_or_else(|| t("form-position-wrong").to_owned())?;
                        (Some(latitude), Some(longitude))
                    }
                };
                Ok(())
            });
        });
        ui.vertical(|ui| {
            let metres = place
                .radius_m
                .map(|metres| metres.to_string())
                .unwrap_or_default();
            let radius = Field::new(t("form-radius")).unit("m");
            draft.field(ui, "radius", radius, &metres, |text, record| {
                *slots(record).radius_m = number(text)?;
                Ok(())
            });
        });
    });
    gap(ui, space::XS);
}

/// The tags of a record.
pub fn tags_row(ui: &mut Ui, desk: &mut Desk, record: &RecordRef, tags: &[String]) {
    let known = desk.tag_names();
    match tag_field(ui, t("form-tags"), tags, &known) {
        TagEvent::None => {}
        TagEvent::Added(name) => desk.apply(Change::AddTag {
            name,
            vocabulary: String::new(),
            records: vec![record.clone()],
        }),
        TagEvent::Removed(name) => desk.apply(Change::RemoveTag {
            name,
            vocabulary: String::new(),
            records: vec![record.clone()],
        }),
    }
    gap(ui, space::S);
}

/// The sources of a record, each with its fields, and a way to add one. Gives the new list when it was changed.
pub fn sources(ui: &mut Ui, list: &[Source]) -> Option<Vec<Source>> {
    let mut changed = None;
    section(ui, t("form-sources"), |ui| {
        for (place, source) in list.iter().enumerate() {
            ui.push_id(place, |ui| {
                let mut edited = source.clone();
                let mut committed = false;
                let mut row = |ui: &mut Ui, label: &str, text: &mut String| {
                    let id = ui.make_persistent_id(("source", label));
                    let mut typed = ui.data(|data| data.get_temp(id)).unwrap_or_else(|| text.clone());
                    match text_field(ui, label, &mut typed, "") {
                        FieldEvent::Changed => {
                            ui.data_mut(|data| data.insert_temp(id, typed));
                        }
                        FieldEvent::Committed => {
                            ui.data_mut(|data| data.remove::<String>(id));
                            typed.trim().clone_into(text);
                            committed = true;
                        }
                        FieldEvent::Cancelled => {
                            ui.data_mut(|data| data.remove::<String>(id));
                        }
                        FieldEvent::None => {}
                    }
                };
                row(ui, t("form-source-title"), &mut edited.title);
                for (label, slot) in [
                    (t("form-source-by"), &mut edited.by),
                    (t("form-source-link"), &mut edited.link),
                    (t("form-source-note"), &mut edited.note),
                ] {
                    let mut text = slot.clone().unwrap_or_default();
                    row(ui, label, &mut text);
                    *slot = optional(&text);
                }
                let mut date = edited.date.as_ref().map(ToString::to_string).unwrap_or_default();
                row(ui, t("form-source-date"), &mut date);
                // A date that makes no sense leaves the one before.
                if date.is_empty() {
                    edited.date = None;
                } else if let Ok(parsed) = Edtf::parse_lenient(&date) {
                    edited.date = Some(parsed);
                }
                let remove = ui.add(Action::quiet(t("form-source-remove")).with_icon(icons::ICON_DELETE));
                if remove.clicked() {
                    let mut list = list.to_vec();
                    list.remove(place);
                    changed = Some(list);
                } else if committed && edited != *source {
                    let mut list = list.to_vec();
                    list[place] = edited;
                    changed = Some(list);
                }
            });
            gap(ui, space::S);
        }
        if ui
            .add(Action::secondary(t("form-source-add")).with_icon(icons::ICON_ADD))
            .clicked()
        {
            let mut list = list.to_vec();
            list.push(Source::default());
            changed = Some(list);
        }
        gap(ui, space::S);
    });
    changed
}

/// Small pictures of photos; a click opens one.
pub fn photo_strip(ui: &mut Ui, desk: &mut Desk, photos: &[PhotoRow]) {
    const SIDE: f32 = 72.0;
    const MOST: usize = 12;
    if photos.is_empty() {
        weak_text(ui, t("form-no-photos"));
        return;
    }
    let tokens = Tokens::of(ui);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
        for photo in photos.iter().take(MOST) {
            let (rect, response) = ui.allocate_exact_size(vec2(SIDE, SIDE), Sense::click());
            let name = if photo.caption.is_empty() {
                &photo.file_name
            } else {
                &photo.caption
            };
            response.widget_info(|| {
                egui::WidgetInfo::labeled(
                    egui::accesskit::Role::Button,
                    true,
                    tf("form-open-photo", &[("name", name.as_str().into())]),
                )
            });
            ui.painter()
                .rect_filled(rect, f32::from(radius::S), tokens.sunken);
            if let Picture::Ready(picture) = desk.pictures.get(&desk.link, photo.id, Detail::Small) {
                let [width, height] = picture.size.map(|side| side as f32);
                let scale = (SIDE / width).min(SIDE / height);
                let fitted = egui::Rect::from_center_size(rect.center(), vec2(width, height) * scale);
                picture.paint(ui.painter(), fitted, 0);
            }
            if response.on_hover_text(name).clicked() {
                desk.select(photo.id);
                desk.go(Place::Photo(photo.id));
            }
        }
    });
    if photos.len() > MOST {
        ui.add(
            Text::new(&tf(
                "form-more-photos",
                &[("count", (photos.len() - MOST).into())],
            ))
            .kind(Type::Small)
            .weak(),
        );
    }
}

/// A line that goes to another record.
pub fn link_row(ui: &mut Ui, title: &str, detail: &str) -> bool {
    let title = if title.is_empty() {
        t("record-untitled")
    } else {
        title
    };
    ui.horizontal(|ui| {
        let clicked = ui
            .add(Action::quiet(title).with_icon(icons::ICON_ARROW_FORWARD))
            .clicked();
        ui.add(Text::new(detail).kind(Type::Small).weak().truncate());
        clicked
    })
    .inner
}
