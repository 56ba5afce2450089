//! Photos without a position, placed by a receiver's track and their time: which of those that are selected, and
//! where the first of them would be, before anything is written.

use std::path::PathBuf;
use std::sync::Arc;

use egui::Ui;

use crate::case::{CaseError, Reader};
use crate::intake::gpx::{Placed, track_in};
use crate::model::Photo;
use crate::model::id::PhotoId;
use crate::model::photo::is_offset;
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::Desk;
use crate::ui::link::Remote;
use crate::ui::theme::space;
use crate::ui::widgets::{Action, Field, Text, folded_section, gap, weak_text};

/// Minutes to the nearest point of the track, where nobody says otherwise.
const WITHIN: &str = "10";

/// What is asked: the file, the photos, the offset for those without one, seconds to the nearest point.
type Question = (PathBuf, Arc<[PhotoId]>, Option<String>, i64);

fn load(
    reader: &Reader,
    (file, photos, offset, within_s): &Question,
) -> Result<Result<Placed, String>, CaseError> {
    let track = match track_in(file) {
        Ok(track) => track,
        Err(reason) => return Ok(Err(reason)),
    };
    let photos = photos
        .iter()
        .filter_map(|photo| reader.get::<Photo>(*photo).transpose())
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Ok(Placed::by(&track, &photos, offset.as_deref(), *within_s)))
}

/// What is being typed.
pub(super) struct ByTrack {
    within: String,
    offset: String,
    placed: Remote<Question, Result<Placed, String>>,
}

impl Default for ByTrack {
    fn default() -> Self {
        Self {
            within: WITHIN.to_owned(),
            offset: String::new(),
            placed: Remote::default(),
        }
    }
}

impl ByTrack {
    pub(super) fn show(&mut self, ui: &mut Ui, desk: &mut Desk, photos: &Arc<[PhotoId]>) {
        folded_section(ui, "photo-track", t("photo-track"), |ui| {
            let choose = Action::secondary(t("photo-track-choose"));
            if ui.add(choose).clicked() {
                desk.command(UiCommand::PlaceByTrack);
            }
            if let Some(file) = desk.track.clone() {
                self.preview(ui, desk, photos, file);
            } else {
                weak_text(ui, t("photo-track-text"));
            }
            gap(ui, space::S);
        });
    }

    fn preview(&mut self, ui: &mut Ui, desk: &mut Desk, photos: &Arc<[PhotoId]>, file: PathBuf) {
        let name = file
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        gap(ui, space::XS);
        ui.add(Text::new(&name).truncate());
        let minutes = self
            .within
            .trim()
            .parse::<i64>()
            .ok()
            .filter(|minutes| (0..=1440).contains(minutes));
        Field::new(t("photo-track-within"))
            .unit(t("shell-settings-minutes"))
            .width(120.0)
            .error(minutes.is_none().then(|| t("photo-track-within-wrong")))
            .show(ui, &mut self.within);
        let offset = Some(self.offset.trim().to_owned()).filter(|offset| !offset.is_empty());
        let is_wrong = offset.as_deref().is_some_and(|offset| !is_offset(offset));
        Field::new(t("photo-track-offset"))
            .hint("+03:00")
            .error(is_wrong.then(|| t("case-clock-offset")))
            .show(ui, &mut self.offset);
        let (Some(minutes), false) = (minutes, is_wrong) else {
            return;
        };
        let question = (file.clone(), Arc::clone(photos), offset, minutes * 60);
        let asked = question.clone();
        let Some(placed) = self
            .placed
            .get(&desk.link, question, move |reader| load(reader, &asked))
        else {
            return;
        };
        let placed = match placed {
            Ok(placed) => placed,
            Err(reason) => {
                weak_text(ui, reason);
                return;
            }
        };
        let counts = [
            ("placed", placed.photos.len().into()),
            ("away", placed.away.into()),
            ("without", placed.without_offset.into()),
            ("passed", placed.passed_over.into()),
        ];
        weak_text(ui, &tf("photo-track-preview", &counts));
        let Some((_, first)) = placed.photos.first() else {
            return;
        };
        let place = format!("{:.6}, {:.6}", first.latitude, first.longitude);
        weak_text(ui, &tf("photo-track-first", &[("place", place.into())]));
        gap(ui, space::XS);
        let name = tf("photo-track-place", &[("count", placed.photos.len().into())]);
        if ui.add(Action::secondary(&name)).clicked() {
            desk.apply_all(placed.changes(&file).collect());
        }
    }
}
