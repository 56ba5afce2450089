//! A month on a page.

use svg::Document;
use svg::node::element::{ClipPath, Group, Line, Rectangle, Text, Title};

use super::{FOOT, HEAD, HEIGHT, INK, MARGIN, WEAK, WIDTH, weak};
use crate::analysis::calendar::Certainty;
use crate::analysis::calendar::layout::{self, DAYS, Grid, Plan, Room, WEEKDAYS, Week};
use crate::case::{CalendarFilter, CalendarSpan, CalendarStrike, Reports, Told};
use crate::exchange::chart::{rectangle, words as text_at};
use crate::model::when::Interval;
use crate::text::{date, t, tf};

/// The most lines that a day of a page has.
pub(super) const LINES: u32 = 16;
/// The room of the weeks' numbers.
const NUMBERS: f64 = 24.0;
/// The room of the days' names.
const NAMES: f64 = 18.0;
/// The room of a day's number.
const NUMBER: f64 = 16.0;
/// The height of an entry, with the gap below it.
const ROW: f64 = 14.0;

/// A month, laid out.
pub(super) struct Page {
    grid: Grid,
    weeks: Vec<Week>,
    entries: Vec<(CalendarStrike, Told)>,
    /// How many strikes touch the month itself.
    pub(super) in_month: usize,
}

/// Where an entry stands, and on which sides it goes on.
struct Stand {
    x: f64,
    y: f64,
    width: f64,
    goes_on: [bool; 2],
}

impl Page {
    pub(super) fn new(grid: Grid, strikes: Vec<CalendarStrike>, spans: &[CalendarSpan]) -> Self {
        let days: Vec<Interval> = strikes.iter().map(CalendarStrike::days).collect();
        let spans: Vec<_> = spans.iter().filter_map(CalendarSpan::counted).collect();
        let (weeks, in_month) = layout::weeks_of_all(&grid, &days, &spans);
        let told = |strike: CalendarStrike| {
            let told = strike.told();
            (strike, told)
        };
        Self {
            grid,
            weeks,
            entries: strikes.into_iter().map(told).collect(),
            in_month,
        }
    }

    fn column(column: usize) -> f64 {
        let left = MARGIN + NUMBERS;
        left + (WIDTH - MARGIN - left) * column as f64 / DAYS as f64
    }

    fn row(&self, week: usize) -> f64 {
        let top = MARGIN + HEAD + NAMES;
        top + (HEIGHT - MARGIN - FOOT - top) * week as f64 / self.grid.weeks() as f64
    }

    pub(super) fn draw(&self, mut document: Document, filter: &CalendarFilter) -> Document {
        for (column, weekday) in WEEKDAYS.into_iter().enumerate() {
            let at = text_at(
                Self::column(column) + 4.0,
                MARGIN + HEAD + 12.0,
                date::weekday_name(weekday),
            );
            document = document.add(weak(at));
        }
        for (number, week) in self.weeks.iter().enumerate() {
            document = document.add(self.week(number, week));
        }
        document.add(legend(filter))
    }

    fn week(&self, number: usize, week: &Week) -> Group {
        let (top, bottom) = (self.row(number), self.row(number + 1));
        let mut group = Group::new().add(
            weak(text_at(
                MARGIN + NUMBERS - 6.0,
                top + 12.0,
                self.grid.week_number(number).to_string(),
            ))
            .set("text-anchor", "end")
            .set("font-size", 9),
        );
        for column in 0..DAYS {
            let day = self.grid.day(number, column);
            let inside = self.grid.month().contains(day);
            let (left, right) = (Self::column(column), Self::column(column + 1));
            let cell = rectangle(
                left,
                top,
                right - left,
                bottom - top,
                if inside { "#ffffff" } else { "#f4f4f4" },
            );
            let ink = if inside { "#111111" } else { "#888888" };
            group = group.add(cell.set("stroke", "#bbbbbb")).add(
                text_at(left + 4.0, top + 12.0, day.day().to_string())
                    .set("fill", ink)
                    .set("font-weight", 600),
            );
        }
        let room = Room {
            height: (bottom - top - NUMBER - 2.0) as f32,
            row: ROW as f32,
            tall: f32::INFINITY,
            roomy: f32::INFINITY,
        };
        let plans: [Plan; DAYS] = std::array::from_fn(|column| layout::plan_lines(week, column, room));
        let line = |line: usize| top + NUMBER + line as f64 * ROW;
        for bar in &week.bars {
            for (first, last) in layout::runs(bar, &plans) {
                let stand = Stand {
                    x: Self::column(first) + 2.0,
                    y: line(bar.lane),
                    width: Self::column(last + 1) - Self::column(first) - 4.0,
                    goes_on: [
                        bar.cut_before || first > bar.first,
                        bar.cut_after || last < bar.last,
                    ],
                };
                let name = format!("w{number}b{}c{first}", bar.strike);
                group = group.add(entry(&self.entries[bar.strike], &stand, &name));
            }
        }
        for (column, plan) in plans.iter().enumerate() {
            let (x, width) = (
                Self::column(column) + 2.0,
                Self::column(1) - Self::column(0) - 4.0,
            );
            for &(at, strike) in &plan.singles {
                let stand = Stand {
                    x,
                    y: line(at),
                    width,
                    goes_on: [false; 2],
                };
                let name = format!("w{number}s{strike}");
                group = group.add(entry(&self.entries[strike], &stand, &name));
            }
            if plan.more > 0 {
                let said = tf("calendar-more", &[("count", plan.more.into())]);
                let y = line(room.rows().saturating_sub(1)) + 10.0;
                group = group.add(weak(text_at(x + 4.0, y, said)).set("font-size", 10));
            }
        }
        group
    }
}

/// One strike on its line. Its words are cut at its edge; the whole of them is its title.
fn entry((strike, told): &(CalendarStrike, Told), stand: &Stand, name: &str) -> Group {
    let clip = ClipPath::new().set("id", name).add(
        Rectangle::new()
            .set("x", stand.x)
            .set("y", stand.y)
            .set("width", stand.width - 2.0)
            .set("height", ROW),
    );
    let said = match told.hour(strike) {
        Some(hour) => format!("{} {}", hour.strftime("%H:%M"), strike.name()),
        None => strike.name().to_owned(),
    };
    let label = text_at(stand.x + 6.0, stand.y + 9.5, said)
        .set("font-size", 10)
        .set("clip-path", format!("url(#{name})"));
    Group::new()
        .add(Title::new(format!("{}, {}", strike.name(), told.when)))
        .add(clip)
        .add(body(told.certainty, stand.x, stand.y, stand.width, stand.goes_on))
        .add(label)
}

/// The form of a strike without words: filled with an edge where it was observed, dashes where it was only reported or its date
/// is about or uncertain; it fades where nobody knows when it began or ended.
fn body(certainty: Certainty, x: f64, y: f64, width: f64, goes_on: [bool; 2]) -> Group {
    let height = ROW - 2.0;
    let fades = [
        !goes_on[0] && (certainty.vague || certainty.open_start),
        !goes_on[1] && (certainty.vague || certainty.open_end),
    ];
    let mut group = Group::new();
    if !certainty.reported_only {
        let (fill, opacity) = match fades {
            [true, true] => ("url(#between)", 1.0),
            [true, false] => ("url(#from)", 1.0),
            [false, true] => ("url(#until)", 1.0),
            [false, false] => (INK, 0.22),
        };
        group = group.add(rectangle(x, y, width, height, fill).set("fill-opacity", opacity));
    }
    if certainty.reported_only || certainty.qualified || certainty.vague {
        let ink = if certainty.reported_only { WEAK } else { INK };
        let frame = rectangle(x, y, width, height, "none");
        group = group.add(frame.set("stroke", ink).set("stroke-dasharray", "3 2"));
    }
    if !certainty.reported_only && !goes_on[0] && !fades[0] {
        let edge = Line::new()
            .set("x1", x + 1.0)
            .set("x2", x + 1.0)
            .set("y1", y)
            .set("y2", y + height)
            .set("stroke", INK)
            .set("stroke-width", 2.5);
        let dashes = if certainty.qualified { "3 2" } else { "none" };
        group = group.add(edge.set("stroke-dasharray", dashes));
    }
    group
}

fn legend(filter: &CalendarFilter) -> Group {
    let known = Certainty::default();
    let reported = match filter.reports {
        Reports::All => "calendar-legend-report",
        _ => "calendar-legend-reported",
    };
    let samples = [
        ("calendar-legend-observed", known),
        (
            reported,
            Certainty {
                reported_only: true,
                ..known
            },
        ),
        (
            "calendar-legend-about",
            Certainty {
                qualified: true,
                ..known
            },
        ),
        ("calendar-legend-vague", Certainty { vague: true, ..known }),
    ];
    let mut group = Group::new();
    let y = HEIGHT - MARGIN - 12.0;
    for (nth, (key, certainty)) in samples.into_iter().enumerate() {
        let x = MARGIN + NUMBERS + 210.0 * nth as f64;
        let label: Text = weak(text_at(x + 34.0, y + 9.5, t(key)));
        group = group
            .add(body(certainty, x, y, 26.0, [false; 2]))
            .add(label.set("font-size", 10));
    }
    group
}
