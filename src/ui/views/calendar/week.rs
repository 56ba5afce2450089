//! The week: seven days with the hours by the clocks of each strike's place. What has no known hour stands above them.

use egui::accesskit::Role;
use egui::{Align2, Pos2, Rect, Sense, Ui, WidgetInfo, pos2, vec2};
use jiff::civil::{Date, Time};

use super::data::Month;
use super::entry::{self, LINE, Stand};
use super::layout::{self, DAYS, Plan, WEEKDAYS};
use super::month::{self, GAP, NUMBER, PAD};
use super::{Deed, words};
use crate::text::{date, t, tf};
use crate::ui::desk::Desk;
use crate::ui::theme::{Tokens, Type, space};

/// The names of the days.
const HEAD: f32 = 22.0;
/// The hours at the left.
const GUTTER: f32 = 48.0;
/// At most this many strikes stand side by side.
const LANES: usize = 3;
/// The band above the hours has at least two lines, and at most this part of the room.
const BAND: f32 = 0.4;

/// Where a strike of a known hour stands in its day.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Stood {
    strike: usize,
    lane: usize,
    top: f32,
}

/// Strikes of one day side by side where they would lie on each other, and how many have no room.
fn stand(strikes: &[(Time, usize)], height: f32) -> (Vec<Stood>, usize, usize) {
    let mut free = [f32::MIN; LANES];
    let (mut stood, mut lanes, mut hidden) = (Vec::new(), 0, 0);
    for &(time, strike) in strikes {
        let minutes = f32::from(time.hour()) * 60.0 + f32::from(time.minute());
        let top = (minutes / 1440.0 * height).min(height - LINE).max(0.0);
        match free.iter().position(|below| *below <= top) {
            Some(lane) => {
                free[lane] = top + LINE + GAP;
                lanes = lanes.max(lane + 1);
                stood.push(Stood { strike, lane, top });
            }
            None => hidden += 1,
        }
    }
    if hidden > 0 {
        // The line that counts them stands at the foot, and nothing under it.
        let all = stood.len();
        stood.retain(|one| one.top + LINE <= height - LINE);
        hidden += all - stood.len();
    }
    (stood, lanes, hidden)
}

/// The band and the hours of a week.
struct Frame {
    /// Days with their numbers, down to where the hours begin.
    band: [Rect; DAYS],
    hours: [Rect; DAYS],
}

impl Frame {
    fn of(area: Rect, rows: usize) -> Self {
        let most = (area.height() * BAND).max(NUMBER + 2.0 * (LINE + GAP));
        let wanted = NUMBER + PAD + rows.max(2) as f32 * (LINE + GAP);
        let edge = (area.top() + HEAD + wanted.min(most)).round();
        let grid = area.with_min_x(area.left() + GUTTER);
        let x = |column: usize| (grid.left() + grid.width() * column as f32 / DAYS as f32).round();
        let day = |column, top, bottom| Rect::from_min_max(pos2(x(column), top), pos2(x(column + 1), bottom));
        Self {
            band: std::array::from_fn(|column| day(column, area.top() + HEAD, edge)),
            hours: std::array::from_fn(|column| day(column, edge, area.bottom())),
        }
    }
}

/// The rows that the band of a week would like to have.
fn rows(week: &layout::Week) -> usize {
    let lanes = week.bars.iter().map(|bar| bar.lane + 1).max().unwrap_or(0);
    let singles = week.days.iter().map(|day| day.singles.len()).max().unwrap_or(0);
    lanes + singles
}

/// The day under `at`, when `month` is a week that stands in `area`; with its column.
pub fn day_at(month: &Month, area: Rect, at: Pos2) -> Option<(Date, Rect)> {
    let frame = Frame::of(area, rows(month.all_day.first()?));
    let columns = frame.band.iter().zip(frame.hours);
    let column = columns
        .map(|(band, hours)| band.union(hours))
        .enumerate()
        .find(|(_, column)| column.contains(at))?;
    Some((month.grid.day(0, column.0), column.1))
}

/// Draws the week of the view's day into `area`. Gives what was asked for, and where the selected day stands.
pub fn show(view: &month::View<'_>, ui: &Ui, desk: &mut Desk, area: Rect) -> (Option<Deed>, Option<Rect>) {
    let tokens = Tokens::of(ui);
    let Some((number, chosen)) = view.grid.place(view.day) else {
        return (None, None);
    };
    view.take_keys(ui, area, &words::days(view.grid.week(number)));
    let empty = layout::Week::default();
    let week = view.month.map_or(&empty, |month| &month.all_day[number]);
    let whole = view.month.map_or(&empty, |month| &month.weeks[number]);
    let frame = Frame::of(area, rows(week));
    let painter = ui.painter();
    for (weekday, cell) in WEEKDAYS.into_iter().zip(&frame.band) {
        painter.text(
            pos2(cell.left() + PAD + 4.0, area.top() + HEAD / 2.0),
            Align2::LEFT_CENTER,
            date::weekday_name(weekday),
            Type::Small.font(tokens),
            tokens.text_weak,
        );
    }
    let room = month::room(frame.band[0]);
    let plans: [Plan; DAYS] = std::array::from_fn(|column| layout::plan_lines(week, column, room));
    let mut deed = None;
    for (column, cell) in frame.band.iter().enumerate() {
        let day = view.grid.day(number, column);
        let crowded = plans[column].more > 0;
        deed = deed.or(view.cell(ui, day, *cell, &whole.days[column], crowded));
    }
    grid(ui, &frame, area);
    let Some(month) = view.month else {
        return (deed, Some(frame.band[chosen]));
    };
    deed = view
        .strikes(ui, desk, month, week, &plans, &frame.band, number)
        .or(deed);
    for (column, hours) in frame.hours.iter().enumerate() {
        let day = view.grid.day(number, column);
        let response = ui.interact(*hours, view.id.with(("hours", day)), Sense::CLICK);
        response.widget_info(|| {
            let name = tf("calendar-hours-of", &[("day", words::day(day).into())]);
            WidgetInfo::labeled(Role::GridCell, ui.is_enabled(), name)
        });
        if response.clicked() {
            deed = deed.or(Some(Deed::Go(day)));
        }
        deed = day_hours(view, ui, desk, month, day, *hours).or(deed);
    }
    let column = frame.band[chosen].union(frame.hours[chosen]);
    let round = egui::CornerRadius::same(crate::ui::theme::radius::S);
    painter.rect_stroke(column, round, tokens.focus_ring(), egui::StrokeKind::Inside);
    (deed, Some(frame.band[chosen]))
}

fn day_hours(
    view: &month::View<'_>,
    ui: &Ui,
    desk: &mut Desk,
    month: &Month,
    day: Date,
    hours: Rect,
) -> Option<Deed> {
    let timed = month.timed.get(&day)?;
    let (stood, lanes, hidden) = stand(timed, hours.height());
    let width = (hours.width() - 2.0 * PAD) / lanes.max(1) as f32;
    let mut deed = None;
    for one in stood {
        let corner = hours.min + vec2(PAD + one.lane as f32 * width, one.top);
        let rect = Rect::from_min_size(corner, vec2(width - 1.0, LINE));
        let entry = &month.entries[one.strike];
        let id = view.id.with((one.strike, "hour"));
        let response = entry::show(ui, desk, view.inks, id, entry, Stand::whole(rect));
        deed = deed.or(Deed::of_entry(&response, entry, day));
    }
    if hidden > 0 {
        let rect = Rect::from_min_max(
            pos2(hours.left() + PAD, hours.bottom() - LINE),
            hours.max - vec2(PAD, 0.0),
        );
        ui.painter().rect_filled(rect, 0.0, Tokens::of(ui).raised);
        let name = tf(
            "calendar-more-on",
            &[("count", hidden.into()), ("day", words::day(day).into())],
        );
        let text = tf("calendar-more", &[("count", hidden.into())]);
        if entry::more(ui, view.id.with(("more hours", day)), rect, &name, &text).clicked() {
            deed = Some(Deed::List(day));
        }
    }
    deed
}

/// The lines of the hours, with every third named, and what the band and they are.
fn grid(ui: &Ui, frame: &Frame, area: Rect) {
    let tokens = Tokens::of(ui);
    let painter = ui.painter();
    let hours = frame.hours[0].union(frame.hours[DAYS - 1]);
    painter.rect_filled(hours, 0.0, tokens.base);
    for hour in 0..24_u8 {
        let y = (hours.top() + hours.height() * f32::from(hour) / 24.0).round();
        painter.hline(hours.x_range(), y, tokens.hairline());
        if hour % 3 == 0 {
            painter.text(
                pos2(hours.left() - space::S, y),
                if hour == 0 {
                    Align2::RIGHT_TOP
                } else {
                    Align2::RIGHT_CENTER
                },
                format!("{hour:02}:00"),
                Type::Caption.font(tokens),
                tokens.text_weak,
            );
        }
    }
    for column in frame.hours {
        painter.vline(column.left(), hours.y_range(), tokens.hairline());
    }
    painter.text(
        pos2(hours.left() - space::S, area.top() + HEAD + NUMBER),
        Align2::RIGHT_TOP,
        t("calendar-no-hour"),
        Type::Caption.font(tokens),
        tokens.text_weak,
    );
}

#[cfg(test)]
mod tests {
    use jiff::civil::time;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn each_strike_stands_at_its_hour_or_is_counted_and_none_lies_on_another(
            minutes in prop::collection::vec(0_i16..1440, 0..60), height in 300.0_f32..900.0,
        ) {
            let mut strikes: Vec<(Time, usize)> = minutes
                .iter()
                .enumerate()
                .map(|(strike, minute)| (time((minute / 60) as i8, (minute % 60) as i8, 0, 0), strike))
                .collect();
            strikes.sort_unstable();
            let (stood, lanes, hidden) = stand(&strikes, height);
            prop_assert_eq!(stood.len() + hidden, strikes.len());
            for (at, one) in stood.iter().enumerate() {
                let room = if hidden > 0 { height - LINE } else { height };
                prop_assert!(one.lane < lanes && one.top >= 0.0 && one.top + LINE <= room + 0.01);
                for other in &stood[at + 1..] {
                    prop_assert!(one.lane != other.lane || (other.top - one.top).abs() >= LINE);
                }
            }
        }
    }
}
