//! What the file itself says, and what is known of it: shown, never edited.

use egui::{Align2, Rect, Sense, Ui, pos2, vec2};
use egui_material_icons::icons;

use super::super::forms::place::notations;
use crate::model::Photo;
use crate::model::place::Position;
use crate::text::{t, tf};
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::{Action, Field, Text, bytes, gap, pair, text, weak_text};

/// Height of a line of the metadata.
const LINE: f32 = 20.0;
/// So many lines are shown before somebody asks for all.
const FIRST: usize = 12;

/// The facts of the file.
pub(super) fn facts(ui: &mut Ui, photo: &Photo) {
    let unknown = || t("form-unknown").to_owned();
    let captured = photo.captured.as_ref().map_or_else(unknown, |captured| {
        let offset = photo.offset().unwrap_or(t("photo-no-offset"));
        format!("{} {offset}", captured.replace('T', " "))
    });
    pair(ui, t("photo-captured"), &captured);
    if let Some(taken) = photo
        .taken()
        .filter(|taken| Some(taken) != photo.captured.as_ref())
    {
        pair(ui, t("photo-taken"), &taken.replace('T', " "));
    }
    if let Some(basis) = &photo.clock_basis {
        pair(ui, t("photo-clock-basis"), basis);
    }
    if let Some(origin) = read_from(photo) {
        pair(ui, t("photo-origin"), &origin);
    }
    let size = if photo.width == 0 {
        unknown()
    } else {
        format!("{} × {}", photo.width, photo.height)
    };
    pair(
        ui,
        t("photo-size"),
        &format!("{size} · {} · {}", photo.format, bytes(photo.byte_size)),
    );
    pair(ui, t("photo-camera"), &camera(photo).unwrap_or_else(unknown));
    for (name, value) in [
        ("photo-camera-serial", &photo.camera_serial),
        ("photo-lens", &photo.lens),
        ("photo-software", &photo.software),
    ] {
        if let Some(value) = value {
            pair(ui, t(name), value);
        }
    }
    position(ui, photo);
    if let Some(time) = &photo.gps_time {
        pair(ui, t("photo-gps-time"), &time.replace('T', " "));
    }
    if let Some(path) = &photo.source_path {
        pair(ui, t("photo-source"), path);
    }
    let added = photo.added.strftime("%Y-%m-%d %H:%M:%SZ").to_string();
    pair(ui, t("photo-added"), &added);
    ui.horizontal(|ui| {
        weak_text(ui, t("photo-sha256"));
        let copy = Action::icon(icons::ICON_CONTENT_COPY, t("photo-copy-sha256"));
        if ui.add(copy).clicked() {
            ui.ctx().copy_text(photo.sha256.to_string());
        }
    });
    ui.add(Text::new(&photo.sha256.to_string()).kind(Type::Mono));
    gap(ui, space::S);
}

fn camera(photo: &Photo) -> Option<String> {
    Some(match (&photo.camera_make, &photo.camera_model) {
        // Many makers repeat their name in the model.
        (Some(make), Some(model)) if !model.to_lowercase().starts_with(&make.to_lowercase()) => {
            format!("{make} {model}")
        }
        (_, Some(name)) | (Some(name), None) => name.clone(),
        (None, None) => return None,
    })
}

fn position(ui: &mut Ui, photo: &Photo) {
    let (Some(latitude), Some(longitude)) = (photo.latitude, photo.longitude) else {
        return;
    };
    let degrees = format!("{latitude:.6}, {longitude:.6}");
    let value = match photo.altitude_m {
        Some(altitude) => {
            let altitude = format!("{altitude:.0}");
            tf(
                "photo-position-altitude",
                &[("degrees", degrees.into()), ("altitude", altitude.into())],
            )
        }
        None => degrees,
    };
    pair(ui, t("photo-position"), &value);
    let place = Position {
        latitude,
        longitude,
        radius_m: None,
    };
    notations(ui, &place);
}

/// All metadata of the file, to be searched. A line is laid out only while it is in view.
#[derive(Default)]
pub(super) struct Table {
    query: String,
    all: bool,
    /// What was searched for in how many lines, and which fit.
    fitting: Option<(String, usize, Vec<usize>)>,
}

impl Table {
    /// Another photo: what was found is not of this one.
    pub(super) fn renew(&mut self) {
        self.fitting = None;
        self.all = false;
    }

    pub(super) fn show(&mut self, ui: &mut Ui, metadata: &[(String, String, String)]) {
        if metadata.is_empty() {
            weak_text(ui, t("photo-no-metadata"));
            gap(ui, space::S);
            return;
        }
        Field::new(t("photo-metadata-find"))
            .hint(t("photo-metadata-find"))
            .hidden_label()
            .show(ui, &mut self.query);
        gap(ui, space::XS);
        let most = if self.all { usize::MAX } else { FIRST };
        let fitting = self.fitting(metadata);
        let (count, shown) = (fitting.len(), fitting.len().min(most));
        let (area, _) =
            ui.allocate_exact_size(vec2(ui.available_width(), shown as f32 * LINE), Sense::hover());
        let view = ui.clip_rect();
        let first = ((view.top() - area.top()) / LINE).floor().max(0.0) as usize;
        let last = ((view.bottom() - area.top()) / LINE).ceil().max(0.0) as usize;
        let lines = fitting.iter().enumerate().take(last.min(shown)).skip(first);
        for (line, &place) in lines {
            let top = area.top() + line as f32 * LINE;
            let rect = Rect::from_min_size(pos2(area.left(), top), vec2(area.width(), LINE));
            one(ui, rect, &metadata[place]);
        }
        if count == 0 {
            text(ui, t("photo-metadata-none"));
        } else if count > shown {
            let all = tf("photo-metadata-all", &[("count", count.into())]);
            if ui.add(Action::quiet(&all)).clicked() {
                self.all = true;
            }
        }
        gap(ui, space::S);
    }

    fn fitting(&mut self, metadata: &[(String, String, String)]) -> &[usize] {
        let (query, of) = (&self.query, metadata.len());
        let is_old = |(found, lines, _): &(String, usize, Vec<usize>)| found != query || *lines != of;
        if self.fitting.as_ref().is_none_or(is_old) {
            let wanted = query.trim().to_lowercase();
            let fits = |(block, name, value): &(String, String, String)| {
                [block, name, value]
                    .iter()
                    .any(|text| text.to_lowercase().contains(&wanted))
            };
            let lines = (0..of).filter(|line| fits(&metadata[*line])).collect();
            self.fitting = Some((query.clone(), of, lines));
        }
        self.fitting.as_ref().map_or(&[], |(_, _, lines)| lines)
    }
}

/// One line: the name, cut where it must be, and the value. The whole shows under the pointer; a click copies it.
fn one(ui: &Ui, rect: Rect, (block, name, value): &(String, String, String)) {
    let tokens = Tokens::of(ui);
    let id = ui.scope_id().with(("metadata", block, name));
    let response = ui.interact(rect, id, Sense::CLICK);
    response.widget_info(|| {
        let words = format!("{name}: {value}");
        egui::WidgetInfo::labeled(egui::accesskit::Role::Label, true, words)
    });
    if response.hovered() {
        ui.painter().rect_filled(rect, 3.0, tokens.hover);
    }
    let middle = rect.left() + rect.width() * 0.42;
    let cell = |from: f32, to: f32, text: &str, ink| {
        let cell = Rect::from_min_max(pos2(from, rect.top()), pos2(to, rect.bottom()));
        let line = text.lines().next().unwrap_or_default();
        let short: String = line.chars().take(120).collect();
        let format = egui::TextFormat::simple(Type::Small.font(tokens), ink);
        let galley = crate::ui::script_text::galley(ui.ctx(), &short, format, f32::INFINITY);
        let at = Align2::LEFT_CENTER
            .anchor_size(cell.left_center(), galley.size())
            .min;
        ui.painter()
            .with_clip_rect(cell.intersect(ui.clip_rect()))
            .galley(at, galley, ink);
    };
    cell(rect.left() + 4.0, middle - 6.0, name, tokens.text_weak);
    cell(middle, rect.right(), value, tokens.text);
    let clicked = response.clicked();
    response.on_hover_ui(|ui| {
        weak_text(ui, &format!("{block} · {name}"));
        let some: String = value.chars().take(600).collect();
        text(ui, &some);
        weak_text(ui, t("photo-metadata-copy"));
    });
    if clicked {
        ui.ctx().copy_text(value.clone());
    }
}

/// The tags from which the time of capture and its offset were read.
pub fn read_from(photo: &Photo) -> Option<String> {
    let time = photo.captured_origin.as_deref()?;
    Some(match photo.captured_offset_origin.as_deref() {
        Some(offset) if offset != time => tf(
            "photo-origins",
            &[("time", time.into()), ("offset", offset.into())],
        ),
        _ => time.to_owned(),
    })
}
