//! The year: twelve small months whose days are coloured by how many strikes they have.

use egui::accesskit::Role;
use egui::{Align2, CornerRadius, Id, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};
use jiff::civil::Date;

use super::data::Year;
use super::layout::{DAYS, Grid, WEEKDAYS};
use super::{Deed, paint, words};
use crate::text::{date, t, tf};
use crate::ui::theme::{Tokens, Type, radius, space};
use crate::ui::widgets::Text;

/// A month's name.
const NAME: f32 = 24.0;
/// The letters of its days.
const LETTERS: f32 = 16.0;
/// A month has up to six weeks.
const WEEKS: usize = 6;
const LARGEST: f32 = 44.0;

/// What the year is drawn from.
pub struct View<'a> {
    /// Where it has the keyboard.
    pub id: Id,
    /// Its counts, when they are there.
    pub year: Option<&'a Year>,
    /// The selected day, which says the year.
    pub day: Date,
    /// Today.
    pub today: Date,
}

/// How the twelve months stand: columns, and the side of a day, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Frame {
    columns: usize,
    side: f32,
}

impl Frame {
    /// The one of 2 to 6 columns with the largest days.
    #[expect(clippy::cast_precision_loss, reason = "a few columns and rows")]
    fn of(room: Vec2) -> Self {
        [6, 4, 3, 2]
            .into_iter()
            .map(|columns| {
                let rows = 12_usize.div_ceil(columns);
                let width = room.x / columns as f32 - space::L;
                let height = room.y / rows as f32 - NAME - LETTERS - space::M;
                let side = (width / DAYS as f32).min(height / WEEKS as f32);
                Self {
                    columns,
                    side: side.floor().clamp(4.0, LARGEST),
                }
            })
            .max_by(|a, b| a.side.total_cmp(&b.side))
            .unwrap_or(Self {
                columns: 4,
                side: 16.0,
            })
    }

    /// Where the month with this place, 0 to 11, stands.
    #[expect(clippy::cast_precision_loss, reason = "a few columns and rows")]
    fn month(self, area: Rect, place: usize) -> Rect {
        let rows = 12_usize.div_ceil(self.columns);
        let step = vec2(area.width() / self.columns as f32, area.height() / rows as f32);
        let size = vec2(self.side * DAYS as f32, NAME + LETTERS + self.side * WEEKS as f32);
        let at = area.min
            + vec2(
                step.x * (place % self.columns) as f32 + ((step.x - size.x) / 2.0).max(0.0),
                step.y * (place / self.columns) as f32 + ((step.y - size.y) / 2.0).max(0.0),
            );
        Rect::from_min_size(pos2(at.x.round(), at.y.round()), size)
    }
}

impl View<'_> {
    /// Draws the year into `area`.
    pub fn show(&self, ui: &Ui, area: Rect) -> Option<Deed> {
        let focus = ui.interact(area, self.id, Sense::focusable_noninteractive());
        focus.widget_info(|| WidgetInfo::labeled(Role::Grid, true, self.day.year().to_string()));
        if focus.has_focus() {
            let filter = egui::EventFilter {
                horizontal_arrows: true,
                vertical_arrows: true,
                escape: true,
                ..Default::default()
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(self.id, filter));
        }
        let frame = Frame::of(area.size());
        let mut deed = None;
        for (place, month) in (1..=12).enumerate() {
            let Ok(first) = Date::new(self.day.year(), month, 1) else {
                continue;
            };
            let asked = self.month(ui, first, frame.month(area, place), frame.side);
            deed = deed.or(asked);
        }
        deed
    }

    fn month(&self, ui: &Ui, first: Date, rect: Rect, side: f32) -> Option<Deed> {
        let tokens = Tokens::of(ui);
        let mut deed = self.month_name(ui, first, rect);
        let grid = Grid::of(first);
        let corner = |column: usize, week: usize| {
            #[expect(clippy::cast_precision_loss, reason = "a month")]
            let at = vec2(column as f32 * side, NAME + LETTERS + week as f32 * side);
            rect.min + at
        };
        for (column, weekday) in WEEKDAYS.into_iter().enumerate() {
            ui.painter().text(
                corner(column, 0) + vec2(side / 2.0, -LETTERS / 2.0),
                Align2::CENTER_CENTER,
                date::weekday_short(weekday),
                Type::Caption.font(tokens),
                tokens.text_weak,
            );
        }
        for week in 0..grid.weeks() {
            for column in 0..DAYS {
                let day = grid.day(week, column);
                if grid.month().contains(day) {
                    let cell = Rect::from_min_size(corner(column, week), vec2(side, side));
                    deed = deed.or(self.cell(ui, day, cell));
                }
            }
        }
        deed
    }

    fn month_name(&self, ui: &Ui, first: Date, rect: Rect) -> Option<Deed> {
        let tokens = Tokens::of(ui);
        let line = rect.with_max_y(rect.top() + NAME);
        let response = ui.interact(line, self.id.with(("month", first.month())), Sense::click());
        let place = usize::try_from(first.month() - 1).unwrap_or(0);
        let count = self.year.map_or(0, |year| year.months[place]);
        let name = tf(
            "calendar-in-month",
            &[("count", count.into()), ("month", words::month(first).into())],
        );
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &name));
        let ink = if response.hovered() || response.has_focus() {
            tokens.accent
        } else {
            tokens.text_strong
        };
        let painter = ui.painter();
        painter.text(
            line.left_center() + vec2(3.0, 0.0),
            Align2::LEFT_CENTER,
            date::month_name(first.month()),
            Type::Strong.font(tokens),
            ink,
        );
        if count > 0 {
            painter.text(
                line.right_center() - vec2(3.0, 0.0),
                Align2::RIGHT_CENTER,
                count,
                Type::Small.font(tokens),
                tokens.text_weak,
            );
        }
        let clicked = response.clicked();
        response.on_hover_ui(|ui| {
            ui.add(Text::new(&name));
            ui.add(
                Text::new(t("calendar-year-months-about"))
                    .kind(Type::Small)
                    .weak(),
            );
        });
        clicked.then_some(Deed::Go(first))
    }

    fn cell(&self, ui: &Ui, day: Date, cell: Rect) -> Option<Deed> {
        let tokens = Tokens::of(ui);
        let count = self.year.map_or(0, |year| year.on(day));
        let response = ui.interact(cell, self.id.with(("day", day)), Sense::CLICK);
        let name = || {
            tf(
                "calendar-day-strikes",
                &[("day", words::day(day).into()), ("count", count.into())],
            )
        };
        let chosen = day == self.day;
        response.widget_info(|| WidgetInfo::selected(Role::GridCell, ui.is_enabled(), chosen, name()));
        let inner = cell.shrink(1.0);
        let corner = CornerRadius::same(radius::S);
        let (ground, ink) = paint::heat(tokens, paint::step(count));
        let painter = ui.painter();
        painter.rect_filled(inner, corner, ground);
        if count > 0 && tokens.theme == crate::ui::theme::Theme::HighContrast {
            painter.rect_stroke(inner, corner, tokens.control_line(), StrokeKind::Inside);
        }
        if cell.width() >= 15.0 {
            let font = if day == self.today {
                Type::Strong
            } else {
                Type::Caption
            };
            painter.text(
                inner.center(),
                Align2::CENTER_CENTER,
                day.day(),
                font.font(tokens),
                ink,
            );
        }
        if chosen {
            // Not of the accent, which is the colour of a day with many strikes.
            let ring = Stroke::new(tokens.line_width + 1.0, tokens.text_strong);
            painter.rect_stroke(inner, corner, ring, StrokeKind::Outside);
        } else if response.hovered() || day == self.today {
            painter.rect_stroke(inner, corner, tokens.control_line(), StrokeKind::Inside);
        }
        let clicked = response.clicked();
        response.on_hover_ui(|ui| {
            ui.add(Text::new(&name()));
        });
        clicked.then_some(Deed::Go(day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twelve_months_fit_every_window_without_lying_on_each_other() {
        for size in [vec2(800.0, 640.0), vec2(1450.0, 900.0), vec2(500.0, 900.0)] {
            let area = Rect::from_min_size(pos2(10.0, 20.0), size);
            let frame = Frame::of(size);
            let months: Vec<Rect> = (0..12).map(|place| frame.month(area, place)).collect();
            for (place, month) in months.iter().enumerate() {
                assert!(area.expand(1.0).contains_rect(*month), "{size:?} {month:?}");
                for other in &months[place + 1..] {
                    assert!(!month.shrink(1.0).intersects(*other), "{size:?}");
                }
            }
        }
    }
}
