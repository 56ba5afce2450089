//! The life of a weapon as bars on one line of time: what is known to the day is a point, what is not is as long as it is
//! uncertain.

use egui::accesskit::Role;
use egui::{Align2, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::analysis::calendar::words::day;
use crate::analysis::lifeline::{Event, span};
use crate::analysis::timeline::layout::bar;
use crate::analysis::timeline::scale::Scale;
use crate::model::when::Interval;
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::Desk;
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::views::timeline::{pen, words};
use crate::ui::widgets::{Action, Text, section};

/// The height of a line, in points.
const LINE: f32 = 22.0;
/// The room of the names at the left.
const NAMES: f32 = 86.0;

/// Shows the life of a weapon, unless nothing of it is known.
pub fn lifeline(ui: &mut Ui, desk: &mut Desk, events: &[Event]) {
    let Some(whole) = span(events) else { return };
    section(ui, t("lifeline"), |ui| {
        for (nth, event) in events.iter().enumerate() {
            let is_first = nth == 0 || events[nth - 1].stage != event.stage;
            one(ui, event, whole, is_first);
        }
        ui.horizontal(|ui| {
            ui.add_space(NAMES);
            let ends = tf(
                "lifeline-span",
                &[
                    ("first", day(whole.earliest()).into()),
                    ("last", day(whole.latest()).into()),
                ],
            );
            ui.add(Text::new(&ends).kind(Type::Caption).weak().truncate());
        });
        timeline_link(ui, desk);
    });
}

/// The way to the timeline of the record in the form.
pub fn timeline_link(ui: &mut Ui, desk: &mut Desk) {
    let command = UiCommand::TimelineOfItem;
    let action = Action::quiet(t("timeline"))
        .with_icon(command.icon())
        .keys(command.shortcut_text());
    if ui.add(action).clicked() {
        desk.timeline_of_selected();
    }
}

fn one(ui: &mut Ui, event: &Event, whole: Interval, is_first: bool) {
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
    let when = words::when(event);
    let name = tf(
        "lifeline-event",
        &[
            ("stage", event.stage.text().into()),
            ("when", when.as_str().into()),
            ("of", (*event.of).into()),
        ],
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    if is_first {
        ui.painter().text(
            pos2(rect.left(), rect.center().y),
            Align2::LEFT_CENTER,
            event.stage.text(),
            Type::Small.font(tokens),
            tokens.text_weak,
        );
    }
    let room = Rect::from_min_max(
        pos2(rect.left() + NAMES, rect.top()),
        rect.max - vec2(space::XS, 0.0),
    );
    ui.painter()
        .hline(room.x_range(), room.center().y, tokens.hairline());
    let scale = Scale::of(whole);
    if let Some(bar) = bar(event, &scale, room.width()) {
        pen::bar(ui.painter(), event, &bar, room, pen::ink(tokens, event.stage));
    }
    response.on_hover_ui(|ui| {
        ui.set_max_width(320.0);
        ui.add(Text::new(event.stage.text()).kind(Type::Strong));
        ui.add(Text::new(&when));
        if !event.of.is_empty() {
            ui.add(Text::new(&event.of).kind(Type::Small).weak());
        }
    });
}
