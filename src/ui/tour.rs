//! A tour through the views that keeps a picture of each: for the guide, and to look at every view after a change.

use std::path::PathBuf;

use crossbeam_channel::Receiver;
use egui::{ColorImage, Context};

use super::app::App;
use super::commands::UiCommand;
use super::desk::Place;
use super::theme::Theme;
use crate::case::{CalendarFilter, MarkingQueue, Reader};
use crate::model::album::{PhotoFilter, PhotoSort};
use crate::model::record::RecordRef;
use crate::text::tf;

/// One stop: a name for the file, a place, what is selected there, and what is asked for then.
#[derive(Debug, Clone)]
struct Stop {
    name: &'static str,
    place: Option<Place>,
    selected: Vec<RecordRef>,
    command: Option<UiCommand>,
}

impl Stop {
    fn at(name: &'static str, place: Place, selected: impl IntoIterator<Item = RecordRef>) -> Self {
        Self {
            name,
            place: Some(place),
            selected: selected.into_iter().collect(),
            command: None,
        }
    }

    fn then(self, command: UiCommand) -> Self {
        Self {
            command: Some(command),
            ..self
        }
    }
}

/// How many frames a view stands still before its picture is taken: egui lays out new panels in a second pass.
const SETTLE: u32 = 6;
/// A view that has not come to rest by then is taken as it is.
const PATIENCE: u32 = 900;

/// A tour through the views.
pub struct Tour {
    folder: PathBuf,
    theme: Theme,
    size: [f32; 2],
    stops: Vec<Stop>,
    next: usize,
    still: u32,
    frames: u32,
    taken: Option<Receiver<std::sync::Arc<ColorImage>>>,
    /// What could not be written, with the reason.
    pub failures: std::sync::Arc<std::sync::Mutex<Vec<String>>>,
}

impl Tour {
    /// A tour through the case that `reader` reads, with pictures in `folder` of `size` points.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn new(
        reader: &Reader,
        folder: PathBuf,
        theme: Theme,
        size: [f32; 2],
        today: jiff::civil::Date,
    ) -> Result<Self, crate::case::CaseError> {
        let photos = reader.photos(&PhotoFilter::default(), PhotoSort::Captured)?;
        let strikes = reader.strikes(&[], "")?;
        let weapons = reader.weapons(&[], "")?;
        let components = reader.components(&[], "")?;
        let markings = reader.markings(&[], &MarkingQueue::All)?;
        let day = reader
            .previous_strike_day(today, &CalendarFilter::default())?
            .or(reader.next_strike_day(today, &CalendarFilter::default())?)
            .unwrap_or(today);
        let mut stops = Vec::new();
        let photo = photos
            .iter()
            .rev()
            .find(|photo| photo.regions > 0)
            .or(photos.first());
        stops.push(Stop::at(
            "photos",
            Place::Photos,
            photo.map(|photo| photo.id.into()),
        ));
        if let Some(photo) = photo {
            stops.push(Stop::at("photo", Place::Photo(photo.id), Some(photo.id.into())));
            let lengths = Stop::at("measure", Place::Photo(photo.id), Some(photo.id.into()));
            stops.push(lengths.then(UiCommand::Measure));
            let (marked, others): (Vec<_>, Vec<_>) = photos.iter().partition(|photo| photo.regions > 0);
            let two = marked
                .into_iter()
                .chain(others)
                .take(2)
                .map(|photo| photo.id.into());
            stops.push(Stop::at("compare", Place::Photos, two).then(UiCommand::ComparePhotos));
        }
        stops.push(Stop::at(
            "markings",
            Place::Markings,
            markings.first().map(|marking| marking.id.into()),
        ));
        let wall = Stop::at(
            "wall",
            Place::Markings,
            markings.first().map(|marking| marking.id.into()),
        );
        stops.push(wall.then(UiCommand::WallOfMarks));
        let two = markings.iter().take(2).map(|marking| marking.id.into());
        stops.push(Stop::at("strip", Place::Markings, two).then(UiCommand::ComparePhotos));
        if let Some(marking) = markings.first() {
            stops.push(Stop::at(
                "marking",
                Place::Marking(marking.id),
                Some(marking.id.into()),
            ));
        }
        stops.push(Stop::at(
            "components",
            Place::Components,
            components.first().map(|component| component.id.into()),
        ));
        let weapon = weapons
            .iter()
            .find(|weapon| weapon.components > 0)
            .or(weapons.first());
        stops.push(Stop::at(
            "weapons",
            Place::Weapons,
            weapon.map(|weapon| weapon.id.into()),
        ));
        stops.push(Stop::at(
            "strikes",
            Place::Strikes,
            strikes.first().map(|strike| strike.id.into()),
        ));
        let sheet = Stop::at(
            "spreadsheet",
            Place::Strikes,
            strikes.first().map(|strike| strike.id.into()),
        );
        stops.push(sheet.then(UiCommand::RecordsAsSheet));
        stops.push(Stop::at(
            "calendar",
            Place::Calendar(day),
            strikes.first().map(|strike| strike.id.into()),
        ));
        stops.push(Stop::at(
            "week",
            Place::Week(day),
            strikes.first().map(|strike| strike.id.into()),
        ));
        stops.push(Stop::at(
            "agenda",
            Place::Agenda(day),
            strikes.first().map(|strike| strike.id.into()),
        ));
        stops.push(Stop::at("year", Place::Year(day.year()), None));
        stops.push(Stop::at("periods", Place::Compare(day), None));
        stops.push(Stop::at(
            "map",
            Place::Map,
            strikes.first().map(|strike| strike.id.into()),
        ));
        let weapon = weapon.map(|weapon| weapon.id.into());
        stops.push(Stop::at("analysis", Place::Analysis, weapon.clone()));
        stops.push(Stop::at("timeline", Place::Timeline, None));
        stops.push(Stop::at("timeline-weapon", Place::Timeline, weapon).then(UiCommand::TimelineOfItem));
        let weapon = || {
            components
                .iter()
                .find_map(|component| component.weapon)
                .map(RecordRef::from)
        };
        stops.push(Stop::at("network", Place::Network, weapon()));
        stops.push(Stop::at("network-matrix", Place::Network, weapon()).then(UiCommand::NetworkAsMatrix));
        stops.push(Stop::at("history", Place::History, None));
        stops.push(Stop::at("questions", Place::Questions, None));
        stops.push(Stop::at("vocabularies", Place::Vocabularies, None));
        let component = components.first().map(|component| component.id.into());
        let lists = Stop::at("checklists", Place::Vocabularies, component);
        stops.push(lists.then(UiCommand::GoChecklists));
        let two = strikes.iter().take(2).map(|strike| strike.id.into());
        stops.push(Stop::at("handover", Place::Strikes, two).then(UiCommand::HandOver));
        stops.push(Stop::at("team", Place::Strikes, None).then(UiCommand::TeamStore));
        stops.push(Stop {
            name: "start",
            place: None,
            selected: Vec::new(),
            command: None,
        });
        Ok(Self {
            folder,
            theme,
            size,
            stops,
            next: 0,
            still: 0,
            frames: 0,
            taken: None,
            failures: std::sync::Arc::default(),
        })
    }

    /// The window's size in points.
    #[must_use]
    pub fn size(&self) -> [f32; 2] {
        self.size
    }

    /// One frame of the tour; `true` when it is over.
    pub fn step(&mut self, ctx: &Context, app: &mut App) -> bool {
        ctx.request_repaint();
        let Some(stop) = self.stops.get(self.next) else {
            return true;
        };
        if let Some(taken) = &self.taken {
            if let Ok(image) = taken.try_recv() {
                self.keep(stop.name, &image);
                self.next += 1;
                self.taken = None;
            }
            return false;
        }
        if self.frames == 0 {
            app.set_theme(ctx, self.theme);
            match (stop.place, app.session_mut()) {
                (Some(place), Some(session)) => {
                    session.close_dialogs();
                    session.desk_mut().place = place;
                    session.desk_mut().selected.clone_from(&stop.selected);
                }
                // The case is still being opened.
                (Some(_), None) => return false,
                (None, _) => app.close_case(),
            }
        }
        self.frames += 1;
        self.still = if app.is_quiet() { self.still + 1 } else { 0 };
        // Once the view is there: before, nobody would answer.
        if self.still == SETTLE
            && let Some(command) = self.stops.get_mut(self.next).and_then(|stop| stop.command.take())
        {
            app.carry_out(ctx, command);
            self.still = 0;
        }
        if self.still >= SETTLE || self.frames > PATIENCE {
            let (send, taken) = crossbeam_channel::bounded(1);
            ctx.request_screenshot(move |image| {
                let _ = send.send(image);
            });
            self.taken = Some(taken);
            self.frames = 0;
            self.still = 0;
        }
        false
    }

    fn keep(&self, name: &str, image: &ColorImage) {
        let file = self.folder.join(format!("{name}.png"));
        let rgba: Vec<u8> = image.pixels.iter().flat_map(egui::Color32::to_array).collect();
        let result = std::fs::create_dir_all(&self.folder)
            .map_err(|error| error.to_string())
            .and_then(|()| {
                crate::intake::photo::png_of(image.size[0], image.size[1], &rgba)
                    .map_err(|error| error.to_string())
            })
            .and_then(|bytes| std::fs::write(&file, bytes).map_err(|error| error.to_string()));
        if let Err(reason) = result
            && let Ok(mut failures) = self.failures.lock()
        {
            let file = file.display().to_string();
            failures.push(tf(
                "tour-not-written",
                &[("file", file.into()), ("reason", reason.into())],
            ));
        }
    }
}
