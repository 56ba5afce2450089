//! What can't be: the reason in the list and above the readings of a mark. What it strikes out stays to be read.

use egui::accesskit::Role;
use egui::text::TextFormat;
use egui::{Color32, Response, Sense, Ui, WidgetInfo, vec2};
use egui_material_icons::icons;

use super::readings::system_name;
use crate::case::{AlarmRow, MarkingRow};
use crate::text::tf;
use crate::ui::script_text;
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::{Text, gap, message};

/// Why a mark of the list can't be what it says, and struck out what was accepted of it.
pub fn cell(ui: &mut Ui, row: &MarkingRow) {
    let Some(reason) = &row.alarm else { return };
    let bad = Tokens::of(ui).bad;
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.add_space(if row.accepted.is_some() { 4.0 } else { 12.0 });
        if let Some(system) = &row.accepted {
            let struck = match (&row.earliest, &row.latest) {
                (Some(first), Some(last)) if first != last => format!("{first} – {last}"),
                (Some(day), _) => day.clone(),
                _ => system_name(system).to_owned(),
            };
            ui.add(Text::new(&struck).kind(Type::Small).strike(true).truncate());
        }
        let rows = if row.accepted.is_some() { 2 } else { 3 };
        let response = lines(ui, reason, bad.text, rows);
        response.widget_info(|| {
            let name = tf("markings-alarm-name", &[("reason", reason.as_str().into())]);
            WidgetInfo::labeled(Role::Label, true, name)
        });
        response.on_hover_text(reason);
    });
}

/// A text on at most so many lines.
fn lines(ui: &mut Ui, text: &str, color: Color32, most: usize) -> Response {
    let format = TextFormat::simple(Type::Small.font(Tokens::of(ui)), color);
    let width = ui.available_width();
    let galley = if script_text::needs_care(text) {
        script_text::galley(ui, text, format, width)
    } else {
        let mut job = script_text::layout_job(text, format);
        job.wrap.max_width = width;
        job.wrap.max_rows = most;
        ui.ctx().fonts_mut(|fonts| fonts.layout_job(job))
    };
    let end = galley
        .rows
        .get(most - 1)
        .map_or(galley.size().y, |row| row.rect().bottom());
    let (rect, response) = ui.allocate_exact_size(vec2(width, end), Sense::hover());
    ui.painter()
        .with_clip_rect(rect.intersect(ui.clip_rect()))
        .galley(rect.min, galley, color);
    response
}

/// Why a mark can't be what is said of it, each reason by itself.
pub fn messages(ui: &mut Ui, alarms: &[AlarmRow]) {
    for alarm in alarms {
        message(ui, icons::ICON_ERROR, Tokens::of(ui).bad, &alarm.reason);
        gap(ui, space::S);
    }
}
