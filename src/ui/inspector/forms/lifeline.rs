//! The life of a weapon as bars on one line of time: what is known to the day is a point, what is not is as long as it is
//! uncertain.

use egui::accesskit::Role;
use egui::{Align2, Rect, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::analysis::lifeline::{Event, Stage, span};
use crate::model::when::{Interval, nights};
use crate::text::{t, tf};
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::views::calendar::words;
use crate::ui::widgets::{Text, section};

/// The height of a line, in points.
const LINE: f32 = 22.0;
/// The room of the names at the left.
const NAMES: f32 = 86.0;

/// Shows the life of a weapon, unless nothing of it is known.
pub fn lifeline(ui: &mut Ui, events: &[Event]) {
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
                    ("first", words::day(whole.earliest()).into()),
                    ("last", words::day(whole.latest()).into()),
                ],
            );
            ui.add(Text::new(&ends).kind(Type::Caption).weak().truncate());
        });
    });
}

fn one(ui: &mut Ui, event: &Event, whole: Interval, is_first: bool) {
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
    let when = words::days(event.days);
    let name = tf(
        "lifeline-event",
        &[
            ("stage", event.stage.text().into()),
            ("when", when.as_str().into()),
            ("of", event.of.as_str().into()),
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
    let all = nights(whole.earliest(), whole.latest()).max(1) as f32;
    let at = |day| room.left() + 5.0 + nights(whole.earliest(), day) as f32 / all * (room.width() - 10.0);
    let (from, to) = (at(event.days.earliest()), at(event.days.latest()));
    let middle = room.center().y;
    let ink = if event.stage == Stage::Used {
        tokens.text_strong
    } else {
        tokens.accent
    };
    if to - from > 6.0 {
        let bar = Rect::from_min_max(pos2(from, middle - 5.0), pos2(to, middle + 5.0));
        ui.painter().rect_filled(bar, 3.0, ink.gamma_multiply(0.55));
    } else {
        let middle = pos2((from + to) / 2.0, middle);
        let points = [vec2(0.0, -5.0), vec2(5.0, 0.0), vec2(0.0, 5.0), vec2(-5.0, 0.0)];
        let points = points.map(|by| middle + by).to_vec();
        ui.painter().add(Shape::convex_polygon(points, ink, Stroke::NONE));
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
