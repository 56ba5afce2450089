//! The main facts of the photo in view, each with what it rests on, and where it was taken.

use egui::{Align2, Rect, Ui};
use egui_material_icons::icons;

use super::card::card;
use super::map_inset::MapInset;
use crate::case::{CaseError, Reader};
use crate::model::Photo;
use crate::model::id::PhotoId;
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::Desk;
use crate::ui::inspector::photo::read_from;
use crate::ui::link::Remote;
use crate::ui::theme::{Type, space};
use crate::ui::widgets::{Action, Text, bytes, gap, pair, weak_text};

/// Width of the panel, in points.
const WIDTH: f32 = 312.0;
/// How a picture was exposed, by the names of EXIF.
const EXPOSURE: [&str; 4] = [
    "ExposureTime",
    "FNumber",
    "PhotographicSensitivity",
    "FocalLength",
];

/// What is known of a photo, with the words of its exposure.
type Known = Option<(Photo, Vec<String>)>;

/// The panel.
#[derive(Default)]
pub(super) struct Info {
    on: bool,
    photo: Remote<PhotoId, Known>,
    map: MapInset,
}

fn load(reader: &Reader, photo: PhotoId) -> Result<Known, CaseError> {
    let Some(record) = reader.get::<Photo>(photo)? else {
        return Ok(None);
    };
    let tags = reader.metadata(photo)?;
    let exposure = EXPOSURE.iter().filter_map(|wanted| {
        let tag = tags.iter().find(|(_, name, _)| name == wanted)?;
        Some(match *wanted {
            "PhotographicSensitivity" => format!("ISO {}", tag.2),
            _ => tag.2.clone(),
        })
    });
    Ok(Some((record, exposure.collect())))
}

impl Info {
    pub(super) fn is_on(&self) -> bool {
        self.on
    }

    pub(super) fn toggle(&mut self) {
        self.on = !self.on;
    }

    /// Shows the panel over the photo's area.
    pub(super) fn show(&mut self, ui: &Ui, desk: &Desk, photo: PhotoId, area: Rect) {
        if !self.on {
            return;
        }
        let question = move |reader: &Reader| load(reader, photo);
        let Some(Some((photo, exposure))) = self.photo.get(&desk.link, photo, question) else {
            return;
        };
        let (map, on) = (&mut self.map, &mut self.on);
        card(ui, "photo information", area, Align2::RIGHT_TOP, WIDTH, |ui| {
            let close = Action::icon(icons::ICON_CLOSE, t("info-close"))
                .keys(UiCommand::PhotoInformation.shortcut_text());
            if super::card::head(ui, t("info-title"), close) {
                *on = false;
            }
            facts(ui, photo, exposure);
            match photo.position() {
                Some(position) => {
                    gap(ui, space::XS);
                    map.show(ui, position);
                }
                None => {
                    weak_text(ui, t("info-no-position"));
                }
            }
        });
    }
}

fn facts(ui: &mut Ui, photo: &Photo, exposure: &[String]) {
    let taken = photo.taken().map_or_else(
        || t("form-unknown").to_owned(),
        |taken| {
            let offset = photo.offset().unwrap_or(t("photo-no-offset"));
            format!("{} {offset}", taken.replace('T', " "))
        },
    );
    pair(ui, t("photo-captured"), &taken);
    rests_on(ui, read_from(photo).as_deref());
    if let Some(shift) = photo.clock_shift_s.filter(|shift| *shift != 0) {
        let basis = photo.clock_basis.as_deref().unwrap_or(t("info-no-basis"));
        let shift = format!("{shift:+}");
        let facts = [("shift", shift.into()), ("basis", basis.into())];
        rests_on(ui, Some(&tf("info-clock", &facts)));
    }
    if let Some(camera) = photo.camera() {
        pair(ui, t("photo-camera"), &camera);
    }
    if let Some(lens) = &photo.lens {
        pair(ui, t("photo-lens"), lens);
    }
    if !exposure.is_empty() {
        pair(ui, t("info-exposure"), &exposure.join(" · "));
    }
    let size = format!("{} × {}", photo.width, photo.height);
    pair(
        ui,
        t("photo-size"),
        &format!("{size} · {} · {}", photo.format, bytes(photo.byte_size)),
    );
    if let Some((latitude, longitude)) = photo.position() {
        pair(ui, t("photo-position"), &format!("{latitude:.6}, {longitude:.6}"));
        let is_placed = photo.placed_latitude.is_some() && photo.placed_longitude.is_some();
        let basis = if is_placed {
            let basis = photo.placed_basis.as_deref().unwrap_or(t("info-no-basis"));
            tf("info-placed", &[("basis", basis.into())])
        } else {
            t("info-position-of-file").to_owned()
        };
        rests_on(ui, Some(&basis));
    }
}

/// What the fact above rests on, under its value.
fn rests_on(ui: &mut Ui, basis: Option<&str>) {
    let Some(basis) = basis else { return };
    // It belongs to the line above.
    ui.add_space(-space::S);
    ui.horizontal(|ui| {
        // As wide as the names of facts.
        ui.add_space((ui.available_width() * 0.36).min(140.0) + ui.spacing().item_spacing.x);
        ui.add(Text::new(basis).kind(Type::Caption).weak());
    });
}
