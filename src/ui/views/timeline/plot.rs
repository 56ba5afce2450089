//! The rows under their axis: only those in view are made, so that a frame costs the same for ten rows and a hundred thousand.

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Align2, CursorIcon, Id, PointerButton, Rect, Response, ScrollArea, Sense, StrokeKind, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};
use egui_material_icons::icons;

use super::{Shown, pen, place_of, words};
use crate::analysis::calendar::words as calendar;
use crate::analysis::lifeline::Event;
use crate::analysis::timeline::layout::{Density, bar, line_count, lines};
use crate::analysis::timeline::scale::{Scale, day_at};
use crate::analysis::timeline::{Owner, Row};
use crate::model::record::RecordRef;
use crate::text::{t, tf};
use crate::ui::desk::Desk;
use crate::ui::script_text;
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::Text;

/// The height of the axis.
const AXIS: f32 = 28.0;
/// The room of a label on it.
const LABEL: f32 = 92.0;
/// The room of a mark between two labels.
const FINE: f32 = 9.0;
/// The room of the scroll bar.
const BAR: f32 = 14.0;
/// A row from this height on has room for two lines of its title.
const TALL: f32 = 42.0;
/// How far a row that belongs to another stands in.
const INDENT: f32 = 16.0;

/// Draws the rows that are in view, and gives what the pointer made of the scale. `reveal` is a row to be brought into view.
pub fn show(ui: &mut Ui, desk: &mut Desk, shown: &Shown, scale: Scale, reveal: Option<usize>) -> Scale {
    let area = ui.available_rect_before_wrap();
    let names = (area.width() * 0.32).clamp(150.0, 340.0);
    let across = area.left() + names..=(area.right() - BAR).max(area.left() + names + 1.0);
    let room = Rect::from_x_y_ranges(across, area.y_range());
    let body = area.with_min_y(area.top() + AXIS);
    let fits = shown.stack.height() <= body.height();
    let ground = ui.interact(area, Id::unique("timeline ground"), Sense::drag());
    let scale = moved(ui, &ground, room, scale, fits);
    axis(ui, &scale, room);
    let mut inside = ui.new_child(UiBuilder::new().max_rect(body));
    let scroll = ScrollArea::vertical().id_salt("timeline rows").auto_shrink(false);
    scroll.show_viewport(&mut inside, |ui, viewport| {
        ui.set_height(shown.stack.height());
        ui.set_width(ui.available_width());
        let top = ui.min_rect().top();
        if let Some(row) = reveal {
            let (from, to) = (top + shown.stack.top(row), top + shown.stack.top(row + 1));
            ui.scroll_to_rect(body.with_min_y(from).with_max_y(to), None);
        }
        for nth in shown.stack.within(viewport.top(), viewport.bottom()) {
            let (from, to) = (top + shown.stack.top(nth), top + shown.stack.top(nth + 1));
            let place = Rect::from_x_y_ranges(area.left()..=room.right(), from..=to);
            one(
                ui,
                desk,
                &shown.timeline.rows[nth],
                place,
                room,
                (&scale, shown.density),
            );
        }
    });
    reading_line(ui, &scale, room);
    scale
}

/// What a drag, the wheel and a pinch made of the scale. The wheel zooms where it has nothing to scroll: over the axis, or
/// where all rows are in view; with Ctrl it always does.
fn moved(ui: &Ui, ground: &Response, room: Rect, scale: Scale, fits: bool) -> Scale {
    let width = f64::from(room.width());
    let mut scale = scale;
    if ground.dragged_by(PointerButton::Primary) || ground.dragged_by(PointerButton::Middle) {
        scale = scale.moved(-f64::from(ground.drag_delta().x) / width);
        ui.set_cursor_icon(CursorIcon::Grabbing);
    }
    let Some(pointer) = ui.input(|input| input.pointer.hover_pos()) else {
        return scale;
    };
    if !ground.rect.contains(pointer) || !ground.contains_pointer() && !ui.rect_contains_pointer(ground.rect)
    {
        return scale;
    }
    let over_axis = pointer.y < ground.rect.top() + AXIS;
    let (across, nearer) = ui.input_mut(|input| {
        let delta = input.smooth_scroll_delta;
        let mut nearer = f64::from(input.zoom_delta());
        if over_axis || fits {
            nearer *= f64::from(delta.y / 200.0).exp();
            input.smooth_scroll_delta.y = 0.0;
        }
        input.smooth_scroll_delta.x = 0.0;
        (f64::from(delta.x), nearer)
    });
    if across.abs() > 0.0 {
        scale = scale.moved(-across / width);
    }
    if (nearer - 1.0).abs() > f64::EPSILON {
        let about = (f64::from(pointer.x - room.left()) / width).clamp(0.0, 1.0);
        scale = scale.zoomed(nearer, about);
    }
    scale
}

fn axis(ui: &Ui, scale: &Scale, room: Rect) {
    let tokens = Tokens::of(ui);
    let painter = ui
        .painter()
        .with_clip_rect(ui.clip_rect().intersect(room.expand2(vec2(BAR, 0.0))));
    let foot = room.top() + AXIS;
    let width = f64::from(room.width());
    let at = |part: f64| room.left() + (part * width) as f32;
    let step = scale.step(f64::from(LABEL) / width);
    for tick in scale.finer(step, f64::from(FINE) / width) {
        painter.vline(at(tick.at), foot - 4.0..=foot, tokens.hairline());
    }
    for tick in scale.ticks(f64::from(LABEL) / width) {
        let x = at(tick.at);
        painter.vline(x, foot - 8.0..=room.bottom(), tokens.hairline());
        let label = painter.layout_no_wrap(tick.label, Type::Caption.font(tokens), tokens.text_weak);
        let at = pos2(x + space::XS, foot - 5.0 - label.size().y);
        // A name that is cut reads as another one.
        if at.x + label.size().x <= painter.clip_rect().right() {
            painter.galley(at, label, tokens.text_weak);
        }
    }
    ui.painter()
        .hline(ui.max_rect().left()..=room.right() + BAR, foot, tokens.hairline());
}

/// Which day lies under the pointer.
fn reading_line(ui: &Ui, scale: &Scale, room: Rect) {
    let tokens = Tokens::of(ui);
    let pointer = ui.input(|input| input.pointer.hover_pos());
    let Some(pointer) = pointer.filter(|at| room.contains(*at) && ui.rect_contains_pointer(room)) else {
        return;
    };
    let part = f64::from((pointer.x - room.left()) / room.width());
    let Some(day) = day_at(scale.number_at(part)) else {
        return;
    };
    let line = egui::Stroke::new(tokens.line_width, tokens.line_control);
    ui.painter()
        .vline(pointer.x, room.top() + AXIS..=room.bottom(), line);
    let galley = ui.painter().layout_no_wrap(
        calendar::weekday_and_day(day),
        Type::Caption.font(tokens),
        tokens.text_strong,
    );
    let size = galley.size() + vec2(2.0 * space::XS, 4.0);
    let left = (pointer.x - size.x / 2.0).clamp(room.left(), (room.right() - size.x).max(room.left()));
    let label = Rect::from_min_size(pos2(left, room.top() + (AXIS - size.y) / 2.0), size);
    ui.painter().rect(
        label,
        3.0,
        tokens.overlay,
        tokens.control_line(),
        StrokeKind::Inside,
    );
    ui.painter()
        .galley(label.min + vec2(space::XS, 2.0), galley, tokens.text_strong);
}

fn title(row: &Row) -> &str {
    if row.title.is_empty() {
        t("record-untitled")
    } else {
        &row.title
    }
}

fn one(ui: &Ui, desk: &mut Desk, row: &Row, place: Rect, room: Rect, (scale, density): (&Scale, Density)) {
    let tokens = Tokens::of(ui);
    let record = RecordRef::from(row.record);
    let is_selected = desk.is_selected(&record);
    let names = place.with_max_x(room.left() - space::S);
    let id = Id::unique(("timeline row", row.record));
    let name = ui.interact(names, id, Sense::click());
    name.widget_info(|| {
        let words = tf("timeline-row", &[("what", title(row).into())]);
        WidgetInfo::selected(Role::Button, true, is_selected, words)
    });
    if is_selected {
        ui.painter().rect_filled(place, 3.0, tokens.selection);
    } else if name.hovered() {
        ui.painter().rect_filled(place, 3.0, tokens.hover);
    }
    ui.painter()
        .hline(place.x_range(), place.bottom(), tokens.hairline());
    if name.has_focus() {
        ui.painter()
            .rect_stroke(names, 3.0, tokens.focus_ring(), StrokeKind::Inside);
    }
    let is_cut = head(ui, row, names);
    act(desk, row, &name);
    if is_cut {
        name.on_hover_ui(|ui| {
            ui.add(Text::new(title(row)));
        });
    }
    let all = line_count(&row.events);
    for (nth, (event, line)) in row.events.iter().zip(lines(&row.events)).enumerate() {
        let Some(bar) = bar(event, scale, room.width()) else {
            continue;
        };
        let middle = place.top() + density.middle(line, all);
        let half = density.line() / 2.0;
        let line = Rect::from_x_y_ranges(room.x_range(), middle - half..=middle + half);
        let left = (room.left() + bar.left - 2.0 * space::S).max(room.left());
        let right = (room.left() + bar.right + 2.0).min(room.right());
        let hit = Rect::from_x_y_ranges(left..=right.max(left + 4.0), line.y_range());
        let response = ui.interact(hit, id.with(nth), Sense::click());
        response.widget_info(|| {
            let words = tf(
                "timeline-event",
                &[
                    ("stage", event.stage.text().into()),
                    ("when", words::when(event).into()),
                    ("what", title(row).into()),
                ],
            );
            WidgetInfo::selected(Role::Button, true, is_selected, words)
        });
        if response.hovered() || response.has_focus() {
            let ring = if response.has_focus() {
                tokens.focus_ring()
            } else {
                tokens.control_line()
            };
            ui.painter().rect_stroke(hit, 3.0, ring, StrokeKind::Inside);
        }
        pen::bar(ui.painter(), event, &bar, line, pen::ink(tokens, event.stage));
        if density == Density::Roomy {
            label(ui, event, hit, line);
        }
        act(desk, row, &response);
        response.on_hover_ui(|ui| hover(ui, row, event));
    }
}

fn act(desk: &mut Desk, row: &Row, response: &Response) {
    if response.clicked() {
        desk.select(row.record);
    }
    if response.double_clicked() {
        desk.go(place_of(row.record));
    }
}

/// The name of a row; `true` when it had to be cut.
fn head(ui: &Ui, row: &Row, names: Rect) -> bool {
    let tokens = Tokens::of(ui);
    let left = names.left() + space::S + f32::from(row.depth) * INDENT;
    let icon = match row.record {
        Owner::Strike(_) => icons::ICON_CRISIS_ALERT,
        Owner::Weapon(_) => icons::ICON_ROCKET,
        Owner::Component(_) => icons::ICON_MEMORY,
    };
    ui.painter().text(
        pos2(left, names.center().y),
        Align2::LEFT_CENTER,
        icon.codepoint,
        egui::FontId::new(14.0, icon.font_family()),
        tokens.text_weak,
    );
    let left = left + 20.0;
    let kind = if row.depth == 0 { Type::Body } else { Type::Small };
    let ink = if row.depth == 0 {
        tokens.text_strong
    } else {
        tokens.text
    };
    let width = (names.right() - left).max(0.0);
    let format = TextFormat::simple(kind.font(tokens), ink);
    if script_text::needs_care(title(row)) {
        let at = pos2(left, names.center().y - format.font_id.size * 0.68);
        return script_text::paint_line(ui, title(row), format, at, width);
    }
    let mut job = LayoutJob::single_section(title(row).to_owned(), format);
    job.wrap = TextWrapping {
        max_width: width,
        // A tall row has room for what tells a long title from the next one.
        max_rows: if names.height() >= TALL { 2 } else { 1 },
        ..TextWrapping::default()
    };
    let galley = ui.fonts_mut(|fonts| fonts.layout_job(job));
    let at = pos2(left, names.center().y - galley.size().y / 2.0);
    let is_cut = galley.elided;
    ui.painter().galley(at, galley, ink);
    is_cut
}

/// What the bar is, after it or before it, where there is room for the words.
fn label(ui: &Ui, event: &Event, bar: Rect, line: Rect) {
    let tokens = Tokens::of(ui);
    let words = tf(
        "timeline-label",
        &[
            ("stage", event.stage.text().into()),
            ("when", event.when_short().into()),
        ],
    );
    let galley = ui
        .painter()
        .layout_no_wrap(words, Type::Caption.font(tokens), tokens.text_weak);
    let after = bar.right() + space::XS;
    let before = bar.left() - space::XS - galley.size().x;
    let left = if after + galley.size().x <= line.right() {
        after
    } else if before >= line.left() {
        before
    } else {
        return;
    };
    let at = pos2(left, line.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, tokens.text_weak);
}

fn hover(ui: &mut Ui, row: &Row, event: &Event) {
    ui.set_max_width(340.0);
    let words = tf(
        "timeline-label",
        &[
            ("stage", event.stage.text().into()),
            ("when", words::when(event).into()),
        ],
    );
    ui.add(Text::new(&words).kind(Type::Strong));
    ui.add(Text::new(title(row)));
    ui.add(Text::new(&words::rests_on(event)).kind(Type::Small).weak());
    ui.add(Text::new(t("timeline-click")).kind(Type::Caption).weak());
}
