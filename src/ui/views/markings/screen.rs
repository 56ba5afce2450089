//! The screen of one marking: its region large, the tools beside it, the transcription under it, and what it may
//! mean at the right.

use std::sync::Arc;

use egui::{Frame, Key, Layout, Margin, Panel, ScrollArea, Sense, StrokeKind, Ui, vec2};
use egui_material_icons::icons;
use jiff::Timestamp;

use super::crop::Look;
use super::darkroom::{Cut, Darkroom};
use super::draft::Draft;
use super::field::{self, MarkEvent};
use super::keypad::{self, Keypad};
use super::readings::{Readings, Subject, is_sound};
use super::thumb::{self, Part};
use super::tools::{self, Turn};
use super::viewer::Viewer;
use crate::case::{MarkingRow, MarkingSheet, SeenIn};
use crate::model::id::{MarkingId, RegionId, TranscriptionId};
use crate::model::photo::PhotoKind;
use crate::model::{Change, Transcription};
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::{Desk, Place};
use crate::ui::inspector::marking::MarkingFields;
use crate::ui::link::Remote;
use crate::ui::theme::{Tokens, Type, radius, size, space};
use crate::ui::widgets::{Action, Text, bar, empty_state, section};

/// Width of the column of readings, in points.
const READINGS: f32 = 396.0;

/// The screen, and what a person is doing on it.
#[derive(Default)]
pub struct Screen {
    sheet: Remote<MarkingId, Option<Arc<MarkingSheet>>>,
    all: Remote<(), Arc<Vec<MarkingRow>>>,
    draft: Option<Draft>,
    /// The other person's transcription that is read instead of one's own.
    other: Option<TranscriptionId>,
    region: usize,
    turn: Option<(RegionId, f64, Turn)>,
    look: Look,
    viewer: Viewer,
    darkroom: Darkroom,
    keypad: Keypad,
    readings: Readings,
    fields: MarkingFields,
    /// Somebody was typing in the frame before: then Escape ends the typing, not the screen.
    was_typing: bool,
    /// The field gets the keyboard.
    wants_field: bool,
}

impl Screen {
    /// Saves what was being typed.
    pub fn settle(&mut self, desk: &mut Desk) {
        if let Some(mut draft) = self.draft.take()
            && let Some(change) = draft.commit(Timestamp::now())
        {
            desk.apply(change);
        }
    }

    /// Shows the screen of `id`.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk, id: MarkingId) {
        let sheet = self.sheet.get(&desk.link, id, move |reader| {
            Ok(reader.marking_sheet(id)?.map(Arc::new))
        });
        let sheet = match sheet {
            Some(Some(sheet)) => Arc::clone(sheet),
            Some(None) => return gone(ui, desk),
            None => {
                if let Some(error) = self.sheet.error() {
                    ui.add(Text::new(error).color(Tokens::of(ui).bad.text));
                }
                return;
            }
        };
        self.begin(desk, &sheet);
        self.keys(ui, desk, id);
        Panel::top("marking bar")
            .exact_size(size::BAR + space::XS)
            .show(ui, |ui| self.bar(ui, desk, &sheet));
        Panel::right("marking readings")
            .default_size(READINGS)
            .size_range(320.0..=600.0)
            .show(ui, |ui| {
                ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                    self.right(ui, desk, &sheet);
                });
            });
        Panel::left("marking tools")
            .exact_size(tools::WIDTH + 2.0 * space::S)
            .resizable(false)
            .show(ui, |ui| {
                ScrollArea::vertical()
                    .auto_shrink(false)
                    .show(ui, |ui| self.tools(ui, desk, &sheet));
            });
        Panel::bottom("marking transcription")
            .resizable(false)
            .show(ui, |ui| self.transcription(ui, desk, &sheet));
        egui::CentralPanel::default().show(ui, |ui| self.picture(ui, desk, &sheet));
        self.was_typing = ui.ctx().text_edit_focused();
    }

    /// Makes ready for another marking, or takes over what changed in this one.
    fn begin(&mut self, desk: &mut Desk, sheet: &MarkingSheet) {
        let marking = sheet.context.marking.id;
        match &mut self.draft {
            Some(draft) if draft.marking() == marking => draft.refresh(sheet),
            _ => {
                self.settle(desk);
                let draft = Draft::new(sheet, &desk.person);
                let others = sheet
                    .transcriptions
                    .iter()
                    .rev()
                    .find(|other| !other.text.trim().is_empty());
                self.other = others.filter(|_| draft.text.is_empty()).map(|other| other.id);
                self.wants_field = sheet.transcriptions.is_empty();
                self.draft = Some(draft);
                self.region = 0;
                self.viewer.fit();
                self.readings.clear();
                desk.select(marking);
            }
        }
        self.region = self.region.min(sheet.seen.len().saturating_sub(1));
    }

    fn keys(&mut self, ui: &Ui, desk: &mut Desk, id: MarkingId) {
        if desk.take_command(UiCommand::NextItem) {
            self.step(desk, id, Step::Next);
        }
        if desk.take_command(UiCommand::PreviousItem) {
            self.step(desk, id, Step::Previous);
        }
        if desk.take_command(UiCommand::EditItem) {
            self.wants_field = true;
        }
        let escape = ui.input(|input| input.key_pressed(Key::Escape));
        let free = !self.was_typing && !self.readings.is_asking() && !egui::Popup::is_any_open(ui);
        if escape && free {
            desk.go(Place::Markings);
        }
    }

    fn step(&mut self, desk: &mut Desk, id: MarkingId, step: Step) {
        let Some(rows) = self.all(desk) else { return };
        if let Some(next) = step.from(&rows, id) {
            desk.go(Place::Marking(next));
        }
    }

    fn all(&mut self, desk: &Desk) -> Option<Arc<Vec<MarkingRow>>> {
        self.all
            .get(&desk.link, (), |reader| {
                Ok(Arc::new(reader.markings(&[], false)?))
            })
            .cloned()
    }

    fn bar(&mut self, ui: &mut Ui, desk: &mut Desk, sheet: &MarkingSheet) {
        let id = sheet.context.marking.id;
        let rows = self.all(desk);
        let place = rows
            .as_ref()
            .and_then(|rows| rows.iter().position(|row| row.id == id));
        let mut step = None;
        bar(
            ui,
            |ui| {
                let back = Action::icon(icons::ICON_ARROW_BACK, t("marking-back")).keys(t("key-escape"));
                if ui.add(back).clicked() {
                    desk.go(Place::Markings);
                }
                let context = &sheet.context;
                let component = context
                    .component
                    .as_ref()
                    .map_or("", |component| component.title.as_str());
                let title = [context.marking.title.as_str(), component]
                    .into_iter()
                    .find(|title| !title.is_empty())
                    .unwrap_or_else(|| t("marking-untitled"));
                ui.add(Text::new(title).kind(Type::Heading));
                let weapon = context.weapon.as_ref().map_or("", |weapon| weapon.title.as_str());
                let strike = context.strike.as_ref().map_or("", |strike| strike.title.as_str());
                let rest: Vec<&str> = [component, weapon, strike]
                    .into_iter()
                    .filter(|part| !part.is_empty() && *part != title)
                    .collect();
                ui.add(Text::new(&rest.join(" · ")).weak().truncate());
            },
            |ui| {
                ui.spacing_mut().item_spacing.x = space::XS;
                let list = rows.as_ref().map(|rows| rows.as_slice()).unwrap_or_default();
                let mut go = |ui: &mut Ui, action: Action<'_>, to: Step, none: &str| {
                    let missing = to.from(list, id).is_none().then_some(none);
                    if ui.add(action.unless(missing)).clicked() {
                        step = Some(to);
                    }
                };
                let untranscribed =
                    Action::secondary(t("marking-next-untranscribed")).with_icon(icons::ICON_SKIP_NEXT);
                go(
                    ui,
                    untranscribed,
                    Step::Untranscribed,
                    t("marking-all-transcribed"),
                );
                let next = Action::command(UiCommand::NextItem);
                go(ui, next, Step::Next, t("marking-is-last"));
                let previous = Action::command(UiCommand::PreviousItem);
                go(ui, previous, Step::Previous, t("marking-is-first"));
                if let Some(place) = place {
                    let words = tf(
                        "marking-place",
                        &[("place", (place + 1).into()), ("count", list.len().into())],
                    );
                    ui.add(Text::new(&words).kind(Type::Small).weak());
                }
            },
        );
        if let Some(step) = step {
            self.step(desk, id, step);
        }
    }

    fn right(&mut self, ui: &mut Ui, desk: &mut Desk, sheet: &MarkingSheet) {
        ui.add_space(space::XS);
        let Some(draft) = &self.draft else { return };
        let other = self.other.and_then(|id| {
            sheet
                .transcriptions
                .iter()
                .find(|transcription| transcription.id == id)
        });
        let subject = match other {
            Some(other) => Subject {
                transcription: other.id,
                text: &other.text,
                is_sound: is_sound(&other.text),
                unsaved: None,
            },
            None => Subject {
                transcription: draft.id(),
                text: &draft.text,
                is_sound: draft.parsed.is_ok(),
                unsaved: draft.change(Timestamp::now()),
            },
        };
        self.readings.show(ui, desk, sheet, subject);
        ui.add_space(space::M);
        section(ui, t("marking-fields"), |ui| {
            self.fields
                .show(ui, desk, &sheet.context.marking, &sheet.context, &sheet.tags);
        });
    }

    fn tools(&mut self, ui: &mut Ui, desk: &mut Desk, sheet: &MarkingSheet) {
        let Some(seen) = sheet.seen.get(self.region) else {
            return;
        };
        let region = &seen.region;
        let stale = self
            .turn
            .is_none_or(|(of, angle, _)| of != region.id || (angle - region.angle).abs() > 1e-9);
        if stale {
            self.turn = Some((region.id, region.angle, Turn::of(region.angle)));
        }
        let Some((_, _, turn)) = &mut self.turn else {
            return;
        };
        let mut output = tools::tools(ui, &mut self.look, turn, &mut self.viewer.loupe);
        for (command, clockwise) in [(UiCommand::RotateLeft, false), (UiCommand::RotateRight, true)] {
            if desk.take_command(command) {
                turn.quarter(clockwise);
                output.turned = true;
            }
        }
        if output.turned {
            let after = crate::model::Region {
                angle: turn.angle(),
                ..region.clone()
            };
            if let Some(change) = Change::edit(region, &after) {
                desk.apply(change);
            }
        }
    }

    fn picture(&mut self, ui: &mut Ui, desk: &mut Desk, sheet: &MarkingSheet) {
        let Some(seen) = sheet.seen.get(self.region) else {
            empty_state(
                ui,
                icons::ICON_CROP_FREE,
                t("marking-no-region"),
                t("marking-no-region-text"),
                |_| {},
            );
            return;
        };
        let several = sheet.seen.len() > 1;
        let strip = if several { 64.0 } else { 0.0 };
        let room = ui.available_rect_before_wrap();
        let caption = 20.0;
        let mut rect = room;
        rect.max.y -= strip + caption;
        let Some(cut) = Cut::around(seen) else {
            ui.add(Text::new(t("marking-size-unknown")).weak());
            return;
        };
        let angle = self.turn.map_or(seen.region.angle, |(_, _, turn)| turn.angle()) as f32;
        for (command, inwards) in [(UiCommand::ZoomIn, true), (UiCommand::ZoomOut, false)] {
            if desk.take_command(command) {
                self.viewer.step(ui, rect, cut, angle, inwards);
            }
        }
        if desk.take_command(UiCommand::ZoomFit) {
            self.viewer.fit();
        }
        if desk.take_command(UiCommand::ZoomActualSize) {
            self.viewer.actual_size(ui.pixels_per_point());
        }
        let mut look = self.look;
        if look.relief > 0.0 {
            // The light stands still on the screen while the picture is turned under it.
            look.light = (look.light - angle).rem_euclid(360.0);
        }
        self.darkroom.develop(&desk.link, cut, &look);
        let failure = self.darkroom.failure(cut).map(str::to_owned);
        let shown = self.darkroom.shown(cut);
        let is_original = shown.is_some_and(|shown| shown.is_original);
        let scale = self.viewer.show(ui, rect, cut, angle, shown, failure.as_deref());
        ui.advance_cursor_after_rect(rect);
        self.caption(ui, desk, seen, scale, is_original, failure.is_some());
        if several {
            self.strip(ui, desk, sheet);
        }
    }

    fn caption(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk,
        seen: &SeenIn,
        scale: f32,
        is_original: bool,
        failed: bool,
    ) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            let percent = (scale * ui.pixels_per_point() * 100.0).round();
            let words = tf(
                "marking-caption",
                &[
                    ("width", seen.region.width.into()),
                    ("height", seen.region.height.into()),
                    ("percent", percent.into()),
                ],
            );
            ui.add(Text::new(&words).kind(Type::Small).weak());
            if seen.kind != PhotoKind::Photograph {
                let key = match seen.kind {
                    PhotoKind::Illustration => "marking-is-illustration",
                    _ => "marking-is-pasted",
                };
                let ink = Tokens::of(ui).warn.text;
                ui.add(Text::new(t(key)).kind(Type::Small).color(ink));
            }
            if !is_original {
                let key = if failed {
                    "marking-preview-only"
                } else {
                    "marking-preview"
                };
                ui.add(
                    Text::new(t(key))
                        .kind(Type::Small)
                        .color(Tokens::of(ui).warn.text),
                );
            }
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                let open =
                    egui::Link::new(egui::RichText::new(&seen.file_name).text_style(Type::Small.style()));
                if ui.add(open).on_hover_text(t("marking-open-photo")).clicked() {
                    desk.go(Place::Photo(seen.region.photo));
                }
            });
        });
    }

    /// The regions in which the marking is seen, to choose one.
    fn strip(&mut self, ui: &mut Ui, desk: &mut Desk, sheet: &MarkingSheet) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            for (place, seen) in sheet.seen.iter().enumerate() {
                let (rect, response) = ui.allocate_exact_size(vec2(76.0, 56.0), Sense::click());
                let region = &seen.region;
                let part = Part {
                    photo: region.photo,
                    area: [region.x, region.y, region.width, region.height],
                    size: seen.size,
                };
                thumb::paint(ui, desk, rect, part);
                let name = tf(
                    "marking-region",
                    &[
                        ("place", (place + 1).into()),
                        ("file", seen.file_name.as_str().into()),
                    ],
                );
                response.widget_info(|| {
                    egui::WidgetInfo::selected(
                        egui::accesskit::Role::Button,
                        true,
                        place == self.region,
                        &name,
                    )
                });
                if place == self.region || response.has_focus() {
                    let corner = egui::CornerRadius::same(radius::S);
                    ui.painter()
                        .rect_stroke(rect, corner, Tokens::of(ui).focus_ring(), StrokeKind::Inside);
                }
                if response.on_hover_text(&name).clicked() {
                    self.region = place;
                    self.viewer.fit();
                }
            }
        });
    }

    fn transcription(&mut self, ui: &mut Ui, desk: &mut Desk, sheet: &MarkingSheet) {
        let Some(draft) = &mut self.draft else { return };
        Frame::new().inner_margin(Margin::symmetric(0, 4)).show(ui, |ui| {
            keypad::take_keys(ui, &mut draft.text);
            let label = ui
                .horizontal(|ui| {
                    let label = ui.add(Text::new(t("marking-transcription")).kind(Type::Strong));
                    let by = tf("marking-by", &[("person", desk.person.as_str().into())]);
                    ui.add(Text::new(&by).kind(Type::Small).weak());
                    ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                        let (key, ink) = if draft.is_unsaved() {
                            ("marking-unsaved", Tokens::of(ui).warn.text)
                        } else if draft.text.is_empty() {
                            return;
                        } else {
                            ("marking-saved", Tokens::of(ui).text_weak)
                        };
                        ui.add(Text::new(t(key)).kind(Type::Small).color(ink));
                    });
                    label
                })
                .inner;
            draft.parse();
            let output = field::mark_field(ui, &label, &mut draft.text, &draft.parsed);
            if std::mem::take(&mut self.wants_field) {
                output.response.request_focus();
            }
            if output.response.changed() {
                self.other = None;
            }
            match output.event {
                MarkEvent::None => {}
                MarkEvent::Committed => desk.apply_all(draft.commit(Timestamp::now()).into_iter().collect()),
                MarkEvent::Cancelled => draft.take_back(),
            }
            let has_keyboard = output.response.has_focus() || ui.input(|input| input.pointer.any_down());
            if draft.is_left(has_keyboard) {
                desk.apply_all(draft.commit(Timestamp::now()).into_iter().collect());
            } else if draft.is_unsaved() && !has_keyboard {
                ui.ctx().request_repaint();
            }
            draft.parse();
            let lines = if ui.ctx().content_rect().height() < 900.0 {
                2
            } else {
                3
            };
            field::below(ui, &draft.text, &draft.parsed, lines);
            ui.add_space(space::XS);
            let before = draft.text.clone();
            self.keypad.show(ui, &mut draft.text);
            if before != draft.text {
                self.other = None;
            }
            let others: Vec<&Transcription> = sheet
                .transcriptions
                .iter()
                .filter(|transcription| transcription.id != draft.id() && !transcription.text.is_empty())
                .collect();
            for other in others {
                other_line(ui, other, &mut self.other);
            }
        });
    }
}

/// What another person read, and whether it is what the readings are of.
fn other_line(ui: &mut Ui, other: &Transcription, chosen: &mut Option<TranscriptionId>) {
    ui.horizontal(|ui| {
        ui.add(Text::new(&other.by).kind(Type::Small).weak());
        let day = other.at.strftime("%Y-%m-%d").to_string();
        ui.add(Text::new(&day).kind(Type::Small).weak());
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            let is_chosen = *chosen == Some(other.id);
            let shown = t(if is_chosen {
                "marking-other-chosen"
            } else {
                "marking-other-choose"
            });
            let name = tf("marking-read-other", &[("person", other.by.as_str().into())]);
            let response = ui.add(Action::quiet(shown).selected(is_chosen));
            response.widget_info(|| {
                egui::WidgetInfo::selected(egui::accesskit::Role::Button, ui.is_enabled(), is_chosen, &name)
            });
            if response.clicked() {
                *chosen = (!is_chosen).then_some(other.id);
            }
            ui.with_layout(Layout::left_to_right(egui::Align::Center), |ui| {
                let text = Text::new(&other.text).kind(Type::Mono);
                ui.add(text.color(Tokens::of(ui).text_strong).truncate());
            });
        });
    });
}

fn gone(ui: &mut Ui, desk: &mut Desk) {
    let back = empty_state(
        ui,
        icons::ICON_FINGERPRINT,
        t("marking-gone"),
        t("marking-gone-text"),
        |ui| ui.add(Action::secondary(t("marking-back"))).clicked(),
    );
    if back {
        desk.go(Place::Markings);
    }
}

/// A way to another marking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Next,
    Previous,
    /// The next that nobody has transcribed, from the beginning when there is none behind.
    Untranscribed,
}

impl Step {
    fn from(self, rows: &[MarkingRow], id: MarkingId) -> Option<MarkingId> {
        let here = rows.iter().position(|row| row.id == id)?;
        let at = match self {
            Self::Next => here.checked_add(1)?,
            Self::Previous => here.checked_sub(1)?,
            Self::Untranscribed => {
                let count = rows.len();
                (1..count)
                    .map(|ahead| (here + ahead) % count)
                    .find(|place| rows[*place].text.as_deref().is_none_or(str::is_empty))?
            }
        };
        rows.get(at).map(|row| row.id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(texts: &[Option<&str>]) -> Vec<MarkingRow> {
        texts
            .iter()
            .map(|text| MarkingRow {
                id: MarkingId::new(),
                title: String::new(),
                component: None,
                component_title: None,
                text: text.map(str::to_owned),
                transcriptions: u32::from(text.is_some()),
                accepted: None,
                earliest: None,
                latest: None,
                region: None,
                tags: Vec::new(),
            })
            .collect()
    }

    #[test]
    fn one_goes_from_marking_to_marking_and_stops_at_the_ends() {
        let rows = rows(&[Some("113"), None, Some("2317")]);
        let go = |step: Step, from: usize| {
            step.from(&rows, rows[from].id)
                .and_then(|id| rows.iter().position(|row| row.id == id))
        };
        assert_eq!(go(Step::Next, 0), Some(1));
        assert_eq!(go(Step::Next, 2), None);
        assert_eq!(go(Step::Previous, 0), None);
        assert_eq!(go(Step::Untranscribed, 0), Some(1));
        assert_eq!(go(Step::Untranscribed, 2), Some(1));
        assert_eq!(go(Step::Untranscribed, 1), None);
    }
}
