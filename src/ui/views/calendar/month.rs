//! The month: a grid of days that fills the window, each with its strikes.

use egui::accesskit::Role;
use egui::{
    Align2, CornerRadius, FontFamily, FontId, Id, Painter, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};
use egui_material_icons::icons;
use jiff::civil::Date;

use super::data::Month;
use super::entry::{self, LINE, ROOMY, Stand, TALL};
use super::layout::{self, Bar, DAYS, Grid, Plan, Room, Size, WEEKDAYS, Week};
use super::other::Other;
use super::paint::{self, TagInks};
use super::{Deed, eras, words};
use crate::text::{date, t, tf};
use crate::ui::desk::Desk;
use crate::ui::theme::{Tokens, Type, radius, space};

/// The names of the days.
const HEAD: f32 = 22.0;
/// The numbers of the weeks.
const WEEK: f32 = 28.0;
/// A day's number.
pub const NUMBER: f32 = 24.0;
/// Between strikes.
pub const GAP: f32 = 2.0;
/// Between a strike and the edge of its day.
pub const PAD: f32 = 3.0;

/// What the month is drawn from.
pub struct View<'a> {
    /// Where it has the keyboard.
    pub id: Id,
    /// Its days.
    pub grid: Grid,
    /// Its strikes, when they are there.
    pub month: Option<&'a Month>,
    /// The selected day.
    pub day: Date,
    /// Today.
    pub today: Date,
    /// Colours of tags.
    pub inks: &'a TagInks,
    /// The calendar whose days stand beside the numbers.
    pub other: Option<Other>,
}

impl View<'_> {
    /// Draws the month into `area`. Gives what was asked for, and where the selected day stands.
    pub fn show(&self, ui: &Ui, desk: &mut Desk, area: Rect) -> (Option<Deed>, Option<Rect>) {
        let tokens = Tokens::of(ui);
        self.take_keys(ui, area, &words::month(self.day));
        head(ui.painter(), tokens, area);
        let mut deed = None;
        let mut selected = None;
        for number in 0..self.grid.weeks() {
            let cells = cells(area, number, self.grid.weeks());
            self.week_number(ui.painter(), tokens, number, area, cells[0]);
            let empty = Week::default();
            let week = self.month.map_or(&empty, |month| &month.weeks[number]);
            let room = room(cells[0]);
            let plans: [Plan; DAYS] = std::array::from_fn(|column| layout::plan(week, column, room));
            for (column, cell) in cells.iter().enumerate() {
                let day = self.grid.day(number, column);
                if day == self.day {
                    selected = Some(*cell);
                }
                let asked = self.cell(ui, day, *cell, &week.days[column], plans[column].more > 0);
                deed = deed.or(asked);
            }
            if let Some(month) = self.month {
                let asked = self.strikes(ui, desk, month, week, &plans, &cells, number);
                deed = asked.or(deed);
            }
        }
        if let Some(cell) = selected {
            let frame = tokens.focus_ring();
            ui.painter()
                .rect_stroke(cell, CornerRadius::same(radius::S), frame, StrokeKind::Inside);
        }
        (deed, selected)
    }

    /// The place that has the keyboard while nothing else has it, with its name.
    pub fn take_keys(&self, ui: &Ui, area: Rect, name: &str) {
        let focus = ui.interact(area, self.id, Sense::focusable_noninteractive());
        focus.widget_info(|| WidgetInfo::labeled(Role::Grid, true, name));
        if focus.has_focus() {
            let filter = egui::EventFilter {
                horizontal_arrows: true,
                vertical_arrows: true,
                escape: true,
                ..Default::default()
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(self.id, filter));
        }
    }

    fn week_number(&self, painter: &Painter, tokens: &Tokens, week: usize, area: Rect, cell: Rect) {
        painter.text(
            pos2(area.left() + WEEK / 2.0, cell.top() + NUMBER / 2.0),
            Align2::CENTER_CENTER,
            self.grid.week_number(week),
            Type::Caption.font(tokens),
            tokens.text_weak,
        );
    }

    /// The ground of a day, its number, and what can be done on it.
    pub fn cell(&self, ui: &Ui, day: Date, cell: Rect, holds: &layout::Day, crowded: bool) -> Option<Deed> {
        let tokens = Tokens::of(ui);
        let response = ui.interact(cell, self.id.with(("day", day)), Sense::CLICK);
        let strikes = holds.strikes();
        let chosen = day == self.day;
        response.widget_info(|| {
            WidgetInfo::selected(
                Role::GridCell,
                ui.is_enabled(),
                chosen,
                tf(
                    "calendar-day-strikes",
                    &[("day", words::day(day).into()), ("count", strikes.into())],
                ),
            )
        });
        let inside = self.grid.month().contains(day);
        let ground = if inside { tokens.raised } else { tokens.base };
        let painter = ui.painter();
        painter.rect(
            cell,
            CornerRadius::ZERO,
            ground,
            tokens.hairline(),
            StrokeKind::Middle,
        );
        let mut right = cell.right() - PAD;
        let mut deed = response.clicked().then_some(Deed::Go(day));
        if chosen && self.month.is_some() {
            let (asked, used) = self.offer(ui, day, cell, strikes);
            deed = asked.or(deed);
            right -= used;
        } else if crowded {
            let font = Type::Caption.font(tokens);
            let at = pos2(right - 2.0, cell.top() + NUMBER / 2.0);
            let shown = painter.text(at, Align2::RIGHT_CENTER, strikes, font, tokens.text_weak);
            right = shown.left() - space::XS;
        }
        let left = number(painter, tokens, day, cell, inside, day == self.today);
        let beside = self
            .other
            .and_then(|other| other.beside(day))
            .or_else(|| eras::new_year(day));
        if let Some(begins) = beside {
            let inner = cell.shrink2(vec2(PAD + 4.0, 0.0));
            let beside = Rect::from_min_max(
                pos2(left + space::S, cell.top()),
                pos2(right, cell.top() + NUMBER),
            );
            let below = inner.with_min_y(cell.bottom() - NUMBER);
            let font = Type::Caption.font(tokens);
            let width = painter
                .layout_no_wrap(begins.clone(), font, tokens.text_weak)
                .size()
                .x;
            // Beside the number if it fits, else at the foot of the day if nothing stands there.
            let line = if width <= beside.width() {
                Some(beside)
            } else {
                (strikes == 0).then_some(below)
            };
            if let Some(line) = line {
                paint::line(ui, painter, line, &begins, Type::Caption, tokens.text_weak);
            }
        }
        deed
    }

    /// The button that makes a strike on the selected day: on an empty day it fills a line, else it is a small one
    /// beside the number. Gives how much of the number's line it takes.
    fn offer(&self, ui: &Ui, day: Date, cell: Rect, strikes: usize) -> (Option<Deed>, f32) {
        let tokens = Tokens::of(ui);
        let rect = if strikes == 0 {
            let top = pos2(cell.left() + PAD, cell.top() + NUMBER);
            Rect::from_min_size(top, vec2(cell.width() - 2.0 * PAD, LINE + 4.0))
        } else {
            let top = pos2(cell.right() - PAD - LINE, cell.top() + PAD);
            Rect::from_min_size(top, vec2(LINE, LINE))
        };
        let name = tf("calendar-new-strike-on", &[("day", words::day(day).into())]);
        let response = ui.interact(rect, self.id.with("offer"), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
        let painter = ui.painter();
        let corner = CornerRadius::same(radius::S);
        let ground = if response.hovered() {
            tokens.hover
        } else {
            egui::Color32::TRANSPARENT
        };
        let mut at = rect.center();
        if strikes == 0 {
            let line = Stroke::new(tokens.line_width, tokens.accent);
            painter.rect(rect, corner, ground, line, StrokeKind::Inside);
            at = pos2(rect.left() + 12.0, at.y);
            let text = Rect::from_min_max(pos2(at.x + 10.0, rect.top()), rect.max - vec2(4.0, 0.0));
            let full = painter
                .layout_no_wrap(name.clone(), Type::Small.font(tokens), tokens.accent)
                .size();
            let shown = if full.x <= text.width() {
                &name
            } else {
                t("calendar-new-strike")
            };
            paint::line(ui, painter, text, shown, Type::Small, tokens.accent);
        } else {
            painter.rect_filled(rect, corner, ground);
        }
        paint::icon(painter, at, icons::ICON_ADD, 15.0, tokens.accent);
        if response.has_focus() {
            painter.rect_stroke(rect, corner, tokens.focus_ring(), StrokeKind::Outside);
        }
        let clicked = response.clicked();
        response.on_hover_text(name);
        let used = if strikes == 0 { 0.0 } else { LINE + space::XS };
        (clicked.then_some(Deed::Create(day)), used)
    }

    /// The strikes of one week that have room.
    #[expect(clippy::too_many_arguments, reason = "one week of the grid")]
    pub fn strikes(
        &self,
        ui: &Ui,
        desk: &mut Desk,
        month: &Month,
        week: &Week,
        plans: &[Plan; DAYS],
        cells: &[Rect; DAYS],
        number: usize,
    ) -> Option<Deed> {
        let mut deed = None;
        let deepest = plans.iter().map(|plan| plan.lanes).max().unwrap_or(0);
        for bar in week.bars.iter().take_while(|bar| bar.lane < deepest) {
            for (first, last) in layout::runs(bar, plans) {
                let rect = Rect::from_min_max(
                    line_at(cells[first], bar.lane).min,
                    line_at(cells[last], bar.lane).max,
                );
                let stand = stand_of(bar, first, last, rect);
                let id = self.id.with((bar.strike, number, first));
                let entry = &month.entries[bar.strike];
                let response = entry::show(ui, desk, self.inks, id, entry, stand);
                let day = self.grid.day(number, first);
                deed = deed.or(Deed::of_entry(&response, entry, day));
            }
        }
        for (column, (plan, cell)) in plans.iter().zip(cells).enumerate() {
            let day = self.grid.day(number, column);
            for &(line, strike) in &plan.singles {
                let rect = match plan.size {
                    Size::Line => line_at(*cell, line),
                    size => block_at(*cell, plan.lanes, size, line),
                };
                let id = self.id.with((strike, number));
                let entry = &month.entries[strike];
                let response = entry::show(ui, desk, self.inks, id, entry, Stand::whole(rect));
                deed = deed.or(Deed::of_entry(&response, entry, day));
            }
            if plan.more > 0 {
                deed = deed.or(self.more(ui, day, *cell, plan.more));
            }
        }
        deed
    }

    /// The last line of a crowded day; in the number's line when there is no other.
    fn more(&self, ui: &Ui, day: Date, cell: Rect, count: usize) -> Option<Deed> {
        let rect = match room(cell).rows() {
            0 => Rect::from_min_max(
                pos2(cell.left() + 26.0, cell.top() + 2.0),
                pos2(cell.right() - PAD, cell.top() + NUMBER),
            ),
            rows => line_at(cell, rows - 1),
        };
        let name = tf(
            "calendar-more-on",
            &[("count", count.into()), ("day", words::day(day).into())],
        );
        let text = tf("calendar-more", &[("count", count.into())]);
        entry::more(ui, self.id.with(("more", day)), rect, &name, &text)
            .clicked()
            .then_some(Deed::List(day))
    }
}

/// How many lines the days of a month of `weeks` weeks have in `area`.
pub fn rows(area: Rect, weeks: usize) -> usize {
    room(cells(area, 0, weeks)[0]).rows()
}

/// The day of `grid` under `at`, when the month stands in `area`; with its cell.
pub fn day_at(grid: &Grid, area: Rect, at: egui::Pos2) -> Option<(Date, Rect)> {
    (0..grid.weeks()).find_map(|week| {
        let cells = cells(area, week, grid.weeks());
        let column = cells.iter().position(|cell| cell.contains(at))?;
        Some((grid.day(week, column), cells[column]))
    })
}

/// A range is cut where it goes on in another week, or on a day that has no room for it.
fn stand_of(bar: &Bar, first: usize, last: usize, rect: Rect) -> Stand {
    let cut_before = bar.cut_before || first > bar.first;
    let cut_after = bar.cut_after || last < bar.last;
    let mut rect = rect;
    if cut_before {
        rect.min.x -= PAD;
    }
    if cut_after {
        rect.max.x += PAD;
    }
    Stand {
        rect,
        cut_before,
        cut_after,
    }
}

#[expect(clippy::cast_precision_loss, reason = "lines of a window")]
fn line_at(cell: Rect, line: usize) -> Rect {
    let top = cell.top() + NUMBER + line as f32 * (LINE + GAP);
    Rect::from_min_max(pos2(cell.left() + PAD, top), pos2(cell.right() - PAD, top + LINE))
}

#[expect(clippy::cast_precision_loss, reason = "lines of a window")]
fn block_at(cell: Rect, lanes: usize, size: Size, place: usize) -> Rect {
    let step = room(cell).of(size);
    let top = line_at(cell, lanes).top() + place as f32 * step;
    Rect::from_min_max(
        pos2(cell.left() + PAD, top),
        pos2(cell.right() - PAD, top + step - GAP),
    )
}

/// The room for strikes in a day's cell.
pub fn room(cell: Rect) -> Room {
    Room {
        height: cell.height() - NUMBER - PAD,
        row: LINE + GAP,
        tall: TALL + GAP,
        roomy: ROOMY + GAP,
    }
}

/// The cells of a week, on whole points so that their lines are sharp.
#[expect(clippy::cast_precision_loss, reason = "seven columns, six weeks")]
fn cells(area: Rect, week: usize, weeks: usize) -> [Rect; DAYS] {
    let grid = Rect::from_min_max(area.min + vec2(WEEK, HEAD), area.max);
    let x = |column: usize| (grid.left() + grid.width() * column as f32 / DAYS as f32).round();
    let y = |week: usize| (grid.top() + grid.height() * week as f32 / weeks as f32).round();
    std::array::from_fn(|column| {
        Rect::from_min_max(pos2(x(column), y(week)), pos2(x(column + 1), y(week + 1)))
    })
}

fn head(painter: &Painter, tokens: &Tokens, area: Rect) {
    let at = |x: f32| pos2(x, area.top() + HEAD / 2.0);
    let font = Type::Caption.font(tokens);
    painter.text(
        at(area.left() + WEEK / 2.0),
        Align2::CENTER_CENTER,
        t("calendar-week-head"),
        font,
        tokens.text_weak,
    );
    for (day, cell) in WEEKDAYS.into_iter().zip(cells(area, 0, 1)) {
        painter.with_clip_rect(cell.with_min_y(area.top())).text(
            at(cell.left() + PAD + 4.0),
            Align2::LEFT_CENTER,
            date::weekday_name(day),
            Type::Small.font(tokens),
            tokens.text_weak,
        );
    }
}

/// A day's number; the first of a month says which. Gives where it ends.
fn number(painter: &Painter, tokens: &Tokens, day: Date, cell: Rect, inside: bool, today: bool) -> f32 {
    let text = if day.day() == 1 {
        date::day_of_year(day)
    } else {
        day.day().to_string()
    };
    let ink = match (today, inside) {
        (true, _) => tokens.text_on_accent,
        (false, true) => tokens.text_strong,
        (false, false) => tokens.text_weak,
    };
    let font = if inside || today {
        Type::Strong.font(tokens)
    } else {
        FontId::new(Type::Body.font(tokens).size, FontFamily::Proportional)
    };
    let galley = painter.layout_no_wrap(text, font, ink);
    let at = pos2(
        cell.left() + PAD + if today { 6.0 } else { 4.0 },
        cell.top() + (NUMBER - galley.size().y) / 2.0,
    );
    let rect = Rect::from_min_size(at, galley.size());
    if today {
        let pill = rect.expand2(vec2(4.0, 0.0));
        painter.rect_filled(pill, CornerRadius::same(radius::L), tokens.accent_fill);
    }
    painter
        .with_clip_rect(cell.intersect(painter.clip_rect()))
        .galley(at, galley, ink);
    rect.right()
}
