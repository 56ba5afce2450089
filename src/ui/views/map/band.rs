//! The band at the foot: strikes by month (by day where that is little, by year where it is much), and the window of days that
//! the map shows. Both ends can be dragged and moved by key, the window moved as a whole and played.

use egui::accesskit::Role;
use egui::{
    Align2, Id, Key, Modifiers, Rect, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};
use egui_material_icons::icons;
use jiff::civil::Date;

use crate::analysis::calendar::words;
use crate::analysis::map::timeline::{Step, Timeline};
use crate::model::when::Interval;
use crate::text::date::{self, Length};
use crate::text::{t, tf};
use crate::ui::theme::{Tokens, Type, radius, size, space};
use crate::ui::widgets::{Action, Text};

/// The height of the band.
pub const HEIGHT: f32 = size::CONTROL + BARS + AXIS + space::S;
const BARS: f32 = 44.0;
const AXIS: f32 = 18.0;
/// The handles at the window's ends.
const HANDLE: f32 = 10.0;
/// Seconds that each step is shown while it is played.
const BEAT: f64 = 0.9;
/// At most so many bars have names of their own.
const MOST_NAMED: usize = 130;

/// What somebody wants of another view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// The calendar on this day.
    Calendar(Date),
}

/// What is moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Grip {
    Start,
    End,
    /// The whole window, held at this bar.
    Whole(usize),
    /// A new window from this bar on.
    New(usize),
}

/// The band, and what somebody does with it.
#[derive(Default)]
pub struct Band {
    grip: Option<Grip>,
    /// When the next step is to be shown.
    next: Option<f64>,
}

impl Band {
    /// Whether the window is being played.
    #[must_use]
    pub fn is_playing(&self) -> bool {
        self.next.is_some()
    }

    /// Draws the band into `rect`. `marked` is the calendar's day.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        id: Id,
        line: &Timeline,
        window: &mut Option<Interval>,
        marked: Option<Date>,
    ) -> Option<Asked> {
        let tokens = Tokens::of(ui);
        ui.painter().rect_filled(rect, 0.0, tokens.base);
        ui.painter().hline(rect.x_range(), rect.top(), tokens.hairline());
        let head = Rect::from_min_size(
            rect.min + vec2(space::S, 3.0),
            vec2(rect.width() - 2.0 * space::S, size::CONTROL),
        );
        self.play(ui, line, window);
        let asked = self.head(ui, head, line, window);
        let bars = Rect::from_min_max(
            pos2(rect.left() + space::L, head.bottom() + 2.0),
            pos2(rect.right() - space::L, rect.bottom() - AXIS),
        );
        if line.bars.is_empty() {
            return asked;
        }
        let turned = self.bars(ui, bars, id, line, window, marked);
        asked.or(turned)
    }

    fn head(
        &mut self,
        ui: &mut Ui,
        rect: Rect,
        line: &Timeline,
        window: &mut Option<Interval>,
    ) -> Option<Asked> {
        let mut asked = None;
        let builder = egui::UiBuilder::new()
            .max_rect(rect)
            .layout(egui::Layout::left_to_right(egui::Align::Center));
        ui.scope_builder(builder, |ui| {
            let none = line.bars.is_empty().then(|| t("map-no-days"));
            let (icon, name) = if self.is_playing() {
                (icons::ICON_PAUSE, t("map-pause"))
            } else {
                (icons::ICON_PLAY_ARROW, t("map-play"))
            };
            if ui.add(Action::icon(icon, name).unless(none)).clicked() {
                self.next = match self.next {
                    Some(_) => None,
                    None => Some(ui.input(|input| input.time) + BEAT),
                };
                if self.is_playing() {
                    start(line, window);
                }
            }
            let text = match *window {
                Some(days) => words::days(days),
                None => t("map-all-days").to_owned(),
            };
            ui.add(Text::new(&text).kind(Type::Strong));
            if window.is_some() && ui.add(Action::quiet(t("map-show-all-days"))).clicked() {
                *window = None;
                self.next = None;
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let none = window.is_none().then(|| t("map-choose-days"));
                let open = Action::quiet(t("map-open-calendar"))
                    .with_icon(icons::ICON_CALENDAR_MONTH)
                    .unless(none);
                if ui.add(open).clicked() {
                    asked = window.map(|days| Asked::Calendar(days.earliest()));
                }
                let step = match line.step {
                    Step::Day => "map-by-day",
                    Step::Month => "map-by-month",
                    Step::Year => "map-by-year",
                };
                ui.add(Text::new(t(step)).kind(Type::Small).weak());
            });
        });
        asked
    }

    fn play(&mut self, ui: &Ui, line: &Timeline, window: &mut Option<Interval>) {
        let Some(next) = self.next else { return };
        let now = ui.input(|input| input.time);
        if now >= next {
            let before = *window;
            *window = before.map(|days| line.moved(days, 1));
            self.next = (*window != before).then_some(now + BEAT);
        }
        ui.ctx()
            .request_repaint_after(std::time::Duration::from_millis(60));
    }

    fn bars(
        &mut self,
        ui: &Ui,
        rect: Rect,
        id: Id,
        line: &Timeline,
        window: &mut Option<Interval>,
        marked: Option<Date>,
    ) -> Option<Asked> {
        let tokens = Tokens::of(ui);
        let whole = ui.interact(rect.expand2(vec2(HANDLE, 0.0)), id, Sense::click_and_drag());
        whole.widget_info(|| WidgetInfo::labeled(Role::Slider, true, t("map-window")));
        let width = rect.width() / line.bars.len() as f32;
        let left = |place: usize| rect.left() + place as f32 * width;
        let under = |x: f32| (((x - rect.left()) / width).max(0.0) as usize).min(line.bars.len() - 1);
        let ends = window.map(|days| (line.place(days.earliest()), line.place(days.latest())));
        let most = line.bars.iter().map(|bar| bar.strikes).max().unwrap_or(0).max(1);
        if let Some((first, last)) = ends {
            let chosen = Rect::from_x_y_ranges(left(first)..=left(last + 1), rect.y_range());
            ui.painter().rect_filled(chosen, 0.0, tokens.selection);
        }
        let mut asked = None;
        let named = line.bars.iter().filter(|bar| bar.strikes > 0).count() <= MOST_NAMED;
        for (place, bar) in line.bars.iter().enumerate() {
            let cell = Rect::from_x_y_ranges(left(place)..=left(place + 1), rect.y_range());
            let is_in = ends.is_none_or(|(first, last)| (first..=last).contains(&place));
            let height = (rect.height() - 6.0) * bar.strikes as f32 / most as f32;
            let ink = if is_in {
                tokens.accent.gamma_multiply(0.6)
            } else {
                tokens.line_control.gamma_multiply(0.6)
            };
            if bar.strikes > 0 {
                let gap = if width > 4.0 { 1.0 } else { 0.0 };
                let shape = Rect::from_min_max(
                    pos2(cell.left() + gap, cell.bottom() - height.max(2.0)),
                    cell.max - vec2(gap, 0.0),
                );
                ui.painter().rect_filled(shape, 1.0, ink);
            }
            if marked.is_some_and(|day| bar.days.contains(day)) {
                // The calendar stands here: told by its sign as well as by the line.
                let x = cell.center().x;
                ui.painter()
                    .vline(x, rect.y_range(), Stroke::new(1.0, tokens.warn.text));
                let top = pos2(x, rect.top() + 4.0);
                crate::ui::views::calendar::paint::icon(
                    ui.painter(),
                    top,
                    icons::ICON_ARROW_DROP_DOWN,
                    18.0,
                    tokens.warn.text,
                );
            }
            if named && bar.strikes > 0 {
                asked = self
                    .bar(ui, cell, id.with(place), bar.days, bar.strikes, window)
                    .or(asked);
            }
        }
        ui.painter()
            .hline(rect.x_range(), rect.bottom(), tokens.hairline());
        axis(ui, rect, line);
        self.drag(&whole, line, window, under, &left);
        let at = |place: usize| left(place);
        self.handles(ui, rect, id, line, window, &at);
        asked
    }

    /// One bar as a control of its own: a click chooses its days, a second one goes there in the calendar.
    fn bar(
        &mut self,
        ui: &Ui,
        cell: Rect,
        id: Id,
        days: Interval,
        strikes: u32,
        window: &mut Option<Interval>,
    ) -> Option<Asked> {
        let response = ui.interact(cell, id, Sense::click());
        let name = || {
            let arguments = [("days", words::days(days).into()), ("count", strikes.into())];
            tf("map-bar", &arguments)
        };
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name()));
        if response.has_focus() {
            let ring = Tokens::of(ui).focus_ring();
            ui.painter()
                .rect_stroke(cell, f32::from(radius::S), ring, StrokeKind::Inside);
        }
        if response.double_clicked() {
            return Some(Asked::Calendar(days.earliest()));
        }
        if response.clicked() {
            *window = Some(days);
            self.next = None;
        }
        response.on_hover_ui(|ui| {
            ui.add(Text::new(&name()));
            ui.add(Text::new(t("map-bar-hint")).kind(Type::Small).weak());
        });
        None
    }

    fn drag(
        &mut self,
        whole: &Response,
        line: &Timeline,
        window: &mut Option<Interval>,
        under: impl Fn(f32) -> usize,
        left: &dyn Fn(usize) -> f32,
    ) {
        if whole.drag_started()
            && let Some(at) = whole.ctx.input(|input| input.pointer.press_origin())
        {
            let place = under(at.x);
            self.next = None;
            self.grip = Some(match *window {
                Some(days) => {
                    let (first, last) = (line.place(days.earliest()), line.place(days.latest()));
                    if (at.x - left(first)).abs() <= HANDLE {
                        Grip::Start
                    } else if (at.x - left(last + 1)).abs() <= HANDLE {
                        Grip::End
                    } else if (first..=last).contains(&place) {
                        Grip::Whole(place)
                    } else {
                        Grip::New(place)
                    }
                }
                None => Grip::New(place),
            });
        }
        if !whole.dragged() {
            self.grip = None;
            return;
        }
        let (Some(grip), Some(at)) = (self.grip, whole.interact_pointer_pos()) else {
            return;
        };
        let place = under(at.x);
        let ends = window.map(|days| (line.place(days.earliest()), line.place(days.latest())));
        match (grip, ends) {
            (Grip::Start, Some((_, last))) => *window = line.from_to(place.min(last), last),
            (Grip::End, Some((first, _))) => *window = line.from_to(first, place.max(first)),
            (Grip::Whole(held), _) => {
                *window = window.map(|days| line.moved(days, place as i32 - held as i32));
                self.grip = Some(Grip::Whole(place));
            }
            (Grip::New(from), _) => *window = line.from_to(from, place),
            (Grip::Start | Grip::End, None) => {}
        }
    }

    /// The ends and the whole as controls for the keyboard.
    fn handles(
        &mut self,
        ui: &Ui,
        rect: Rect,
        id: Id,
        line: &Timeline,
        window: &mut Option<Interval>,
        left: &dyn Fn(usize) -> f32,
    ) {
        let tokens = Tokens::of(ui);
        let Some(days) = window.or_else(|| line.whole()) else {
            return;
        };
        let (first, last) = (line.place(days.earliest()), line.place(days.latest()));
        let grip = |x: f32| Rect::from_center_size(pos2(x, rect.center().y), vec2(HANDLE, rect.height()));
        let ends = [
            (grip(left(first)), "map-window-start", words::day(days.earliest())),
            (grip(left(last + 1)), "map-window-end", words::day(days.latest())),
            (
                Rect::from_x_y_ranges(
                    left(first)..=left(last + 1),
                    rect.bottom() - 3.0..=rect.bottom() + 3.0,
                ),
                "map-window-whole",
                words::days(days),
            ),
        ];
        for (nth, (place, key, value)) in ends.into_iter().enumerate() {
            let id = id.with(key);
            let response = ui.interact(place, id, Sense::focusable_noninteractive());
            let name = tf(key, &[("days", value.as_str().into())]);
            response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, &name));
            if nth < 2 {
                let knob = Rect::from_center_size(place.center(), vec2(4.0, 22.0));
                let ink = if window.is_some() {
                    tokens.accent
                } else {
                    tokens.line_control
                };
                ui.painter().rect_filled(knob, 2.0, ink);
            }
            if !response.has_focus() {
                continue;
            }
            ui.painter().rect_stroke(
                place,
                f32::from(radius::S),
                tokens.focus_ring(),
                StrokeKind::Outside,
            );
            let filter = egui::EventFilter {
                horizontal_arrows: true,
                ..Default::default()
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
            let by = ui.input_mut(|input| {
                let mut times = |key| input.count_and_consume_key(Modifiers::NONE, key) as i32;
                times(Key::ArrowRight) - times(Key::ArrowLeft)
            });
            if by == 0 {
                continue;
            }
            self.next = None;
            let moved = |place: usize| (place as i32 + by).clamp(0, line.bars.len() as i32 - 1) as usize;
            *window = match nth {
                0 => line.from_to(moved(first).min(last), last),
                1 => line.from_to(first, moved(last).max(first)),
                _ => Some(line.moved(days, by)),
            };
        }
    }
}

/// Where playing begins: with the window, if there is room after it, else with the first bar.
fn start(line: &Timeline, window: &mut Option<Interval>) {
    let is_at_end = window.is_none_or(|days| line.moved(days, 1) == days);
    if is_at_end {
        *window = line.from_to(0, 0);
    }
}

/// Names under the bars, as many as there is room for.
/// How many names of the axis are measured: a month of days, more than a year of months.
const SAMPLED: usize = 31;

/// Each how many bars one is named, so that all names have room and the gaps between them are even.
fn stride(step: Step, width: f32, name: f32) -> i32 {
    let strides: &[i32] = match step {
        Step::Day => &[1, 2, 3, 7, 14, 28],
        Step::Month => &[1, 2, 3, 6, 12],
        Step::Year => &[1, 2, 5, 10, 20, 50, 100],
    };
    let fits = |every: &&i32| **every as f32 * width >= name;
    *strides.iter().find(fits).or(strides.last()).unwrap_or(&1)
}

fn axis(ui: &Ui, rect: Rect, line: &Timeline) {
    let tokens = Tokens::of(ui);
    let width = rect.width() / line.bars.len() as f32;
    let mut free = rect.left() - space::S;
    let name = |place: usize| {
        let day = line.bars[place].days.earliest();
        let text = match line.step {
            Step::Day => date::day(day, Length::Short),
            Step::Month => date::month(day, Length::Short),
            Step::Year => date::year(day.year()),
        };
        ui.painter()
            .layout_no_wrap(text, Type::Caption.font(tokens), tokens.text_weak)
    };
    let widest = (0..line.bars.len().min(SAMPLED))
        .map(|place| name(place).size().x)
        .fold(0.0, f32::max);
    let every = stride(line.step, width, widest + space::M);
    let is_mark = |place: usize| {
        let day = line.bars[place].days.earliest();
        match line.step {
            Step::Day => place as i32 % every == 0,
            // Years are named where they begin.
            Step::Month => place == 0 || (i32::from(day.month()) - 1) % every == 0,
            Step::Year => i32::from(day.year()) % every == 0,
        }
    };
    for place in (0..line.bars.len()).filter(|place| is_mark(*place)) {
        let galley = name(place);
        let x = rect.left() + place as f32 * width;
        if x < free || x + galley.size().x > rect.right() + space::L {
            continue;
        }
        free = x + galley.size().x + space::M;
        ui.painter()
            .vline(x, rect.bottom()..=rect.bottom() + 4.0, tokens.hairline());
        let rect = Align2::LEFT_TOP.anchor_size(pos2(x + 2.0, rect.bottom() + 2.0), galley.size());
        ui.painter().galley(rect.min, galley, tokens.text_weak);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_the_axis_are_evenly_apart_and_have_room() {
        assert_eq!(stride(Step::Month, 67.0, 60.0), 1);
        assert_eq!(stride(Step::Month, 67.0, 68.0), 2);
        assert_eq!(stride(Step::Month, 30.0, 68.0), 3);
        assert_eq!(stride(Step::Month, 4.0, 68.0), 12);
        assert_eq!(stride(Step::Day, 40.0, 100.0), 3);
        assert_eq!(stride(Step::Year, 8.0, 40.0), 5);
    }
}
