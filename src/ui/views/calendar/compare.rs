//! Two periods side by side: how many strikes are known to lie in each and how many may, day by day and by tag.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Align2, CornerRadius, Id, Rect, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons;
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::{Deed, paint};
use crate::analysis::calendar::words;
use crate::case::{CalendarFilter, Count, Period};
use crate::model::when::{Edtf, Interval, nights};
use crate::text::{number, t, tf};
use crate::ui::desk::Desk;
use crate::ui::link::Remote;
use crate::ui::theme::{Tokens, Type, size, space};
use crate::ui::widgets::{Action, Field, Text, message, quiet_button};

/// A field for a period.
const FIELD: f32 = 240.0;
/// The days of a period.
const STRIP: f32 = 72.0;
/// The names at the left of the table, and a column of figures.
const NAMES: f32 = 240.0;
const FIGURES: f32 = 150.0;

type Periods = [Interval; 2];

/// A strip has at most so many bars, however long the period: more than a screen has room for, and few enough for every frame.
const BARS: u32 = 1200;

/// What the case has of both periods.
struct Counted {
    periods: [Period; 2],
    /// The days of a bar.
    step: u32,
    /// For each bar with strikes its place and the most strikes that one of its days has.
    bars: [BTreeMap<u32, u32>; 2],
}

impl Counted {
    /// Puts the days of both together to bars.
    fn new(mut periods: [Period; 2]) -> Self {
        let length = |period: &Period| nights(period.first, period.last).unsigned_abs() + 1;
        let longest = periods.iter().map(length).max().unwrap_or(1);
        let step = longest.div_ceil(BARS);
        let bars = periods.each_mut().map(|period| {
            let mut bars: BTreeMap<u32, u32> = BTreeMap::new();
            for day in std::mem::take(&mut period.days) {
                let most = bars
                    .entry(nights(period.first, day.day).unsigned_abs() / step)
                    .or_default();
                *most = day.strikes.max(*most);
            }
            bars
        });
        Self { periods, step, bars }
    }
}

/// What is compared.
#[derive(Default)]
pub struct Compare {
    typed: [String; 2],
    counts: Remote<(Periods, CalendarFilter), Arc<Counted>>,
}

/// The days that somebody typed as a date in EDTF.
fn days(text: &str) -> Option<Interval> {
    let bounds = Edtf::parse(text.trim()).ok()?.bounds();
    Interval::new(bounds.earliest?, bounds.latest?).ok()
}

fn month_before(day: Date) -> Date {
    day.first_of_month().saturating_sub(1.month())
}

impl Compare {
    /// Draws the periods. Gives the day that was clicked.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        desk: &Desk,
        id: Id,
        day: Date,
        filter: &CalendarFilter,
    ) -> Option<Deed> {
        if self.typed.iter().all(String::is_empty) {
            self.months(day);
        }
        ui.add_space(space::S);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            for (nth, name) in ["calendar-compare-first", "calendar-compare-second"]
                .into_iter()
                .enumerate()
            {
                self.field(ui, nth, t(name));
            }
        });
        ui.add_space(space::XS);
        ui.horizontal(|ui| {
            if quiet_button(ui, t("calendar-compare-months")).clicked() {
                self.months(day);
            }
            if quiet_button(ui, t("calendar-compare-years")).clicked() {
                self.typed = [day.year(), day.year() - 1].map(|year| year.to_string());
            }
            let swap = Action::icon(icons::ICON_SWAP_HORIZ, t("calendar-compare-swap"));
            if ui.add(swap).clicked() {
                self.typed.swap(0, 1);
            }
        });
        let [Some(one), Some(other)] = [&self.typed[0], &self.typed[1]].map(|text| days(text)) else {
            ui.add_space(space::M);
            ui.add(Text::new(t("calendar-compare-how")).weak());
            return None;
        };
        let (periods, of) = ([one, other], filter.clone());
        let counts = self
            .counts
            .get(&desk.link, (periods, filter.clone()), move |reader| {
                let count = |period: Interval| reader.period(period.earliest(), period.latest(), &of);
                Ok(Arc::new(Counted::new([count(periods[0])?, count(periods[1])?])))
            })
            .cloned();
        if let Some(error) = self.counts.error() {
            message(ui, icons::ICON_ERROR, Tokens::of(ui).bad, error);
        }
        let counts = counts?;
        ui.add_space(space::M);
        let deed = strips(ui, id, &periods, &counts);
        ui.add_space(space::M);
        table(ui, id, &periods, &counts.periods);
        deed
    }

    fn months(&mut self, day: Date) {
        self.typed = [day, month_before(day)].map(|day| format!("{:04}-{:02}", day.year(), day.month()));
    }

    /// A field, with how it is understood or why it is not.
    fn field(&mut self, ui: &mut Ui, nth: usize, name: &str) {
        let text = &mut self.typed[nth];
        let understood = days(text).map(words::days);
        ui.vertical(|ui| {
            ui.set_width(FIELD);
            let field = Field::new(name).hint("2024-08").width(FIELD);
            let wrong = understood.is_none().then(|| t("calendar-compare-wrong"));
            field.error(wrong).show(ui, text);
            if let Some(understood) = understood {
                ui.add(Text::new(&understood).kind(Type::Small).weak());
            }
        });
    }
}

/// The days of both, one above the other, from their first days on and by the same height for a strike.
fn strips(ui: &mut Ui, id: Id, periods: &Periods, counted: &Counted) -> Option<Deed> {
    let most = counted.bars.iter().flat_map(BTreeMap::values).max();
    let most = most.copied().unwrap_or(0);
    let longest = periods.iter().map(Interval::days).max().unwrap_or(1);
    let mut deed = None;
    for (nth, (period, counts)) in periods.iter().zip(&counted.periods).enumerate() {
        let bars = &counted.bars[nth];
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), STRIP), Sense::click());
        let name = tf(
            "calendar-compare-strip",
            &[
                ("days", words::days(*period).into()),
                ("count", (counts.all().inside + counts.all().perhaps).into()),
            ],
        );
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
        let tokens = Tokens::of(ui);
        let painter = ui.painter();
        painter.rect_filled(rect, CornerRadius::ZERO, tokens.sunken);
        let ground = rect.bottom() - 18.0;
        let width = rect.width() / longest as f32;
        let x = |day: Date| rect.left() + nights(period.earliest(), day) as f32 * width;
        let height = |strikes: u32| (ground - rect.top() - space::S) * strikes as f32 / most.max(1) as f32;
        let wide = width * counted.step as f32;
        for (place, strikes) in bars {
            let left = rect.left() + *place as f32 * wide;
            let bar = Rect::from_min_max(
                pos2(left, ground - height(*strikes)),
                pos2(left + (wide - 1.0).max(1.0), ground),
            );
            painter.rect_filled(bar, CornerRadius::ZERO, tokens.accent);
        }
        let end = x(period.latest()) + width;
        painter.hline(rect.left()..=end, ground, tokens.control_line());
        let font = Type::Caption.font(tokens);
        let under = |at: f32, align, day| {
            painter.text(
                pos2(at, rect.bottom() - 9.0),
                align,
                words::day(day),
                font.clone(),
                tokens.text_weak,
            );
        };
        under(rect.left() + 2.0, Align2::LEFT_CENTER, period.earliest());
        if end - rect.left() > 260.0 {
            under(end - 2.0, Align2::RIGHT_CENTER, period.latest());
        }
        let pointed = response
            .hover_pos()
            .or(response.interact_pointer_pos())
            .and_then(|at| {
                let nights = ((at.x - rect.left()) / width).floor() as i64;
                let day = period.earliest().saturating_add(nights.days());
                period.contains(day).then_some(day)
            });
        if let Some(day) = pointed {
            let line = x(day) + width / 2.0;
            painter.vline(line, rect.top()..=ground, tokens.focus_ring());
            let place = nights(period.earliest(), day).unsigned_abs() / counted.step;
            let strikes = bars.get(&place).copied().unwrap_or(0);
            let said = if counted.step == 1 {
                tf(
                    "calendar-day-strikes",
                    &[("day", words::day(day).into()), ("count", strikes.into())],
                )
            } else {
                let first = period
                    .earliest()
                    .saturating_add(i64::from(place * counted.step).days());
                let last = first.saturating_add(i64::from(counted.step - 1).days());
                let days =
                    Interval::new(first, last.min(period.latest())).unwrap_or_else(|_| Interval::day(day));
                tf(
                    "calendar-compare-most",
                    &[("days", words::days(days).into()), ("count", strikes.into())],
                )
            };
            if response.clicked() {
                deed = Some(Deed::Go(day));
            }
            response.on_hover_text_at_pointer(said);
        }
        ui.interact(rect, id.with(("strip", nth)), Sense::hover());
        ui.add_space(space::XS);
    }
    deed
}

fn table(ui: &mut Ui, id: Id, periods: &Periods, counts: &[Period; 2]) {
    let head = periods.map(words::days);
    row(
        ui,
        t("calendar-compare-strikes"),
        &[&head[0], &head[1], t("calendar-compare-difference")],
        true,
    );
    let of = |count: &dyn Fn(&Period) -> Count| [count(&counts[0]), count(&counts[1])];
    figures(ui, t("calendar-compare-all"), of(&Period::all));
    figures(ui, t("calendar-compare-observed"), of(&|period| period.observed));
    figures(ui, t("calendar-compare-reported"), of(&|period| period.reported));
    ui.add_space(space::S);
    ui.add(Text::new(t("calendar-compare-about")).kind(Type::Small).weak());
    let tags = Period::tags_of(counts);
    if tags.is_empty() {
        return;
    }
    ui.add_space(space::S);
    row(ui, t("calendar-compare-tags"), &["", "", ""], true);
    let area = ScrollArea::vertical()
        .id_salt(id.with("tags"))
        .auto_shrink([false, false]);
    area.show_rows(ui, size::ROW, tags.len(), |ui, rows| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for tag in &tags[rows] {
            figures(ui, tag, of(&|period| period.tagged(tag)));
        }
    });
}

fn figures(ui: &mut Ui, name: &str, counts: [Count; 2]) {
    let [one, other] = counts.map(in_words);
    row(ui, name, &[&one, &other, &difference(counts)], false);
}

/// `12`, or `12 to 15` where three more may lie in the period.
fn in_words(count: Count) -> String {
    let least = number(count.inside);
    match count.perhaps {
        0 => least,
        perhaps => {
            let most = number(count.inside + perhaps);
            tf(
                "calendar-compare-range",
                &[("least", least.into()), ("most", most.into())],
            )
        }
    }
}

/// By how much the first has more, within the bounds of what is known.
fn difference([one, other]: [Count; 2]) -> String {
    let signed = |more: i64| match more {
        0 => "0".to_owned(),
        _ => format!("{more:+}").replace('-', "−"),
    };
    let least = i64::from(one.inside) - i64::from(other.inside + other.perhaps);
    let most = i64::from(one.inside + one.perhaps) - i64::from(other.inside);
    if least == most {
        return signed(least);
    }
    tf(
        "calendar-compare-range",
        &[("least", signed(least).into()), ("most", signed(most).into())],
    )
}

fn row(ui: &mut Ui, name: &str, cells: &[&str; 3], is_head: bool) {
    let tokens = Tokens::of(ui);
    let width = (NAMES + 3.0 * FIGURES).min(ui.available_width());
    let (rect, response) = ui.allocate_exact_size(vec2(width, size::ROW), Sense::hover());
    let spoken = std::iter::once(name).chain(cells.iter().copied());
    let spoken: Vec<&str> = spoken.filter(|part| !part.is_empty()).collect();
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, spoken.join(", ")));
    let (kind, ink) = if is_head {
        (Type::Small, tokens.text_weak)
    } else {
        (Type::Body, tokens.text_strong)
    };
    let painter = ui.painter();
    let names = rect.with_max_x(rect.left() + NAMES);
    paint::line(ui, painter, names, name, kind, ink);
    for (nth, text) in cells.iter().enumerate() {
        let right = rect.left() + NAMES + (nth + 1) as f32 * FIGURES;
        painter.text(
            pos2(right, rect.center().y),
            Align2::RIGHT_CENTER,
            text,
            kind.font(tokens),
            ink,
        );
    }
    painter.hline(rect.x_range(), rect.bottom(), tokens.hairline());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::CalendarDay;

    fn count(inside: u32, perhaps: u32) -> Count {
        Count { inside, perhaps }
    }

    #[test]
    fn what_may_be_is_never_counted_as_known() {
        assert_eq!(in_words(count(12, 0)), "12");
        assert_eq!(in_words(count(12, 3)), "12 to 15");
        assert_eq!(difference([count(12, 0), count(5, 0)]), "+7");
        assert_eq!(difference([count(5, 0), count(5, 0)]), "0");
        assert_eq!(difference([count(5, 0), count(6, 2)]), "−3 to −1");
    }

    #[test]
    fn however_long_a_period_its_bars_are_few_and_none_of_its_days_is_lost() {
        let first = jiff::civil::date(1000, 1, 1);
        let period = |years: i64| {
            let last = first.saturating_add(years.years());
            let days = first.series(1.day()).take_while(|day| *day <= last);
            let days = days.enumerate().map(|(nth, day)| CalendarDay {
                day,
                strikes: nth as u32 % 7 + 1,
            });
            Period {
                first,
                last,
                observed: Count::default(),
                reported: Count::default(),
                days: days.collect(),
                tags: Vec::new(),
            }
        };
        for years in [1, 3, 400] {
            let counted = Counted::new([period(years), period(1)]);
            assert!(
                counted.bars.iter().all(|bars| bars.len() <= BARS as usize),
                "{years}"
            );
            let days = counted.bars[0].len() as i64 * i64::from(counted.step);
            assert!(days >= years * 365, "{years}");
            assert!(
                counted.step < 7 || counted.bars[0].values().all(|most| *most >= 6),
                "{years}"
            );
        }
    }

    #[test]
    fn a_period_is_any_date_with_two_ends() {
        assert_eq!(days(" 2024-08 ").map(|days| days.days()), Some(31));
        assert_eq!(days("2024-08-05/2024-08-06").map(|days| days.days()), Some(2));
        assert_eq!(days("2024-08/.."), None);
        assert_eq!(days("August"), None);
    }
}
