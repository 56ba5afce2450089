//! What can't be, in a form: a message, the way to each mark, and the reasons under it.

use egui::Ui;
use egui_material_icons::icons;

use super::links::link_row;
use crate::case::{AlarmRow, MarkingQueue};
use crate::text::tf;
use crate::ui::desk::{Desk, Place};
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::{Action, Text, gap, message};

/// So many marks are shown; the rest are counted.
const MOST: usize = 4;

/// Why marks can't be what is said of them; a click goes to the mark.
pub fn alarm_lines(ui: &mut Ui, desk: &mut Desk, alarms: &[AlarmRow]) {
    let mut marks: Vec<(&AlarmRow, Vec<&str>)> = Vec::new();
    for alarm in alarms {
        match marks.iter_mut().find(|(first, _)| first.marking == alarm.marking) {
            Some((_, reasons)) => reasons.push(&alarm.reason),
            None => marks.push((alarm, vec![&alarm.reason])),
        }
    }
    if marks.is_empty() {
        return;
    }
    let bad = Tokens::of(ui).bad;
    let count = tf("form-alarms", &[("count", marks.len().into())]);
    message(ui, icons::ICON_ERROR, bad, &count);
    for (place, (mark, reasons)) in marks.iter().take(MOST).enumerate() {
        let on = [
            ("mark", mark.mark.as_str().into()),
            ("component", mark.component_title.as_str().into()),
        ];
        let named = match mark.component_title.as_str() {
            "" => mark.mark.clone(),
            _ => tf("coverage-mark-on", &on),
        };
        let clicked = ui.push_id(("alarm", place), |ui| link_row(ui, &named, ""));
        if clicked.inner {
            desk.select(mark.marking);
            desk.go(Place::Marking(mark.marking));
        }
        // Under the name, which stands beside the arrow.
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(space::XL);
            ui.vertical(|ui| {
                for reason in reasons {
                    ui.add(Text::new(reason).kind(Type::Small).color(bad.text));
                }
            });
        });
    }
    if marks.len() > MOST {
        let more = tf("form-alarm-more", &[("count", (marks.len() - MOST).into())]);
        if ui.add(Action::quiet(&more)).clicked() {
            desk.queue = Some(MarkingQueue::Impossible(desk.today));
            desk.go(Place::Markings);
        }
    }
    gap(ui, space::S);
}
