//! The strike calendar: a month that fills the window, the strikes one below the other, and the year as a heat map.
//!
//! It shows when things happened and, apart from that, when they were only reported; a day that nobody knows
//! exactly is never drawn as if it were. Everything that depends on the case is asked for and laid out off the
//! frame (`data`, `layout`); a frame draws the cells in view.

mod agenda;
pub(super) mod card;
mod compare;
pub(super) mod data;
mod day_list;
mod entry;
mod eras;
pub(super) mod filter;
mod header;
pub(super) mod keys;
mod legend;
mod menu;
mod month;
mod other;
pub(super) mod paint;
mod redate;
mod week;
mod year;

use std::sync::Arc;

use egui::{Id, Rect, Response, Ui, pos2};
use egui_material_icons::icons;
use jiff::civil::Date;

use self::agenda::Agenda;
use self::compare::Compare;
use self::data::{Around, Entry, Month, Months, Page, Year};
use self::day_list::DayList;
use self::filter::TagFilter;
use self::header::{Scale, Wanted};
use self::keys::{Asked, Hold};
use self::menu::Menu;
use self::other::Other;
use self::paint::TagInks;
use self::redate::Redating;
use crate::analysis::calendar::{layout, words};
use crate::case::{CalendarFilter, Reader};
use crate::exchange::{calendar as print, picture};
use crate::model::id::StrikeId;
use crate::model::record::RecordRef;
use crate::model::strike::DateBasis;
use crate::model::when::Edtf;
use crate::model::{Change, Strike};
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::{Desk, Place};
use crate::ui::link::Remote;
use crate::ui::theme::{Tokens, space};
use crate::ui::views::saving::Saving;
use crate::ui::widgets::{Action, empty_state, message};

/// What was asked for on the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Deed {
    /// To go to a day.
    Go(Date),
    /// To select a strike that stands on a day.
    Select(StrikeId, Date),
    /// To show a strike among the strikes.
    Show(StrikeId),
    /// To take a strike, by its own days or by those of its report, to another day.
    Grab(StrikeId, DateBasis),
    /// To list all strikes of a day.
    List(Date),
    /// To make a strike on a day.
    Create(Date),
}

impl Deed {
    fn of_entry(response: &Response, entry: &Entry, day: Date) -> Option<Self> {
        let strike = entry.strike.id;
        if response.double_clicked() {
            Some(Self::Show(strike))
        } else if response.drag_started_by(egui::PointerButton::Primary) {
            Some(Self::Grab(strike, entry.basis()))
        } else {
            response.clicked().then_some(Self::Select(strike, day))
        }
    }
}

/// The strike calendar.
#[derive(Default)]
pub struct CalendarView {
    left: Option<Place>,
    day: Date,
    filter: TagFilter,
    list: DayList,
    agenda: Agenda,
    months: Months,
    year: Remote<(i16, CalendarFilter), Arc<Year>>,
    around: Remote<(Date, CalendarFilter), Around>,
    inks: Remote<(), Arc<TagInks>>,
    /// The way to a strike, once it is known.
    jump: Option<Asked>,
    redating: Redating,
    compare: Compare,
    menu: Menu,
    saving: Saving,
    /// The calendar beside the one of the screen.
    other: Option<Other>,
    /// The strike that was asked for, until the case has it.
    made: Option<StrikeId>,
    focus_before: Option<Id>,
}

impl CalendarView {
    /// Where the calendar was left, or the month of `today`.
    #[must_use]
    pub fn place(&self, today: Date) -> Place {
        self.left.unwrap_or(Place::Calendar(today))
    }

    /// Draws the view.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        self.arrive(desk.place);
        desk.calendar_day = Some(self.day);
        self.select_made(desk);
        let id = ui.make_persistent_id("calendar");
        let place = desk.place;
        let around = self.around(desk);
        self.redating.heed_escape(ui);
        self.save(desk, place);
        let mut asked = self.keys(ui, desk, id);
        if matches!(place, Place::Compare(_)) {
            let leaves = asked.contains(&Asked::Leave);
            asked.clear();
            if leaves {
                desk.go(Place::Calendar(self.day));
            }
        }
        let inks = self.inks(desk);
        let scale = match header::show(
            ui,
            desk,
            (&mut self.filter, &mut self.other),
            (&mut self.menu, &inks),
            place,
            self.day,
            around,
        ) {
            Some(Wanted::Key(key)) => {
                asked.push(key);
                None
            }
            Some(Wanted::Scale(scale)) => Some(scale),
            None => None,
        };
        self.filter.chips(ui, desk);
        let deed = match place {
            Place::Year(_) => self.show_year(ui, desk, id),
            Place::Agenda(_) => self.show_agenda(ui, desk, id, &mut asked),
            Place::Compare(_) => self.compare.show(ui, desk, id, self.day, &self.filter.chosen),
            _ => self.show_month(ui, desk, id, &mut asked, around),
        };
        self.follow(desk, place, &asked, around);
        if let Some(scale) = scale {
            desk.go(scale.place(self.day));
        }
        if let Some(deed) = deed {
            self.carry_out(desk, deed);
        }
        self.focus_before = ui.memory(egui::Memory::focused);
    }

    /// Writes the page in view, when somebody chose a file for it.
    fn save(&mut self, desk: &mut Desk, place: Place) {
        if let Some(file) = desk.calendar_file.take() {
            let (day, filter) = (self.day, self.filter.chosen.clone());
            let is_year = matches!(place, Place::Year(_));
            self.saving.begin(desk, file, move |reader: &Reader, to| {
                let page = if is_year {
                    print::year(reader, day.year(), &filter)?
                } else {
                    print::month(reader, day, &filter)?
                };
                Ok(picture::write(page, to).map_err(|error| error.to_string()))
            });
        }
        self.saving.tell(desk, "calendar-saved", "calendar-not-saved");
    }

    /// Takes the day, or the year, that one has come to.
    fn arrive(&mut self, place: Place) {
        if self.left == Some(place) {
            return;
        }
        self.left = Some(place);
        match place {
            Place::Calendar(day) | Place::Week(day) | Place::Agenda(day) | Place::Compare(day) => {
                if day != self.day {
                    self.list.close();
                }
                self.day = day;
            }
            Place::Year(year) => {
                self.list.close();
                self.day = in_year(self.day, year);
            }
            _ => {}
        }
    }

    fn select_made(&mut self, desk: &mut Desk) {
        let Some(made) = self.made.map(RecordRef::from) else {
            return;
        };
        if let Some(applied) = &desk.applied {
            if applied.records.contains(&made) {
                desk.select(made);
            }
            self.made = None;
        }
    }

    fn around(&mut self, desk: &Desk) -> Option<Around> {
        let (day, filter) = (self.day, self.filter.chosen.clone());
        let key = (day, filter.clone());
        self.around
            .get(&desk.link, key, move |reader| Around::load(reader, day, &filter))
            .copied()
    }

    fn keys(&mut self, ui: &Ui, desk: &mut Desk, id: Id) -> Vec<Asked> {
        let hold = if self.list.is_open() {
            Hold::Taken
        } else {
            keys::hold(ui, id, self.focus_before)
        };
        let mut asked = keys::take(ui, hold);
        if desk.take_command(UiCommand::NextItem) {
            asked.push(Asked::NextStrike);
        }
        if desk.take_command(UiCommand::PreviousItem) {
            asked.push(Asked::PreviousStrike);
        }
        if desk.take_command(UiCommand::Find) {
            self.filter.ask_for_keyboard();
        }
        asked
    }

    /// Goes where keys and buttons lead.
    fn follow(&mut self, desk: &mut Desk, place: Place, asked: &[Asked], around: Option<Around>) {
        let mut day = self.day;
        let mut opens_month = false;
        let scale = Scale::of(place);
        let is_year = scale == Scale::Year;
        for key in asked {
            match *key {
                Asked::Today | Asked::Home => day = desk.today,
                Asked::Page(count) if scale == Scale::Week => day = keys::moved(day, Asked::Days(7 * count)),
                Asked::Page(count) if is_year => day = keys::moved(day, Asked::Years(count)),
                Asked::Page(count) => day = keys::moved(day, Asked::Months(count)),
                Asked::NextStrike | Asked::PreviousStrike => self.jump = Some(*key),
                Asked::Months(count) if is_year => day = keys::moved(day, Asked::Years(count)),
                Asked::Open => opens_month |= is_year,
                Asked::Leave | Asked::Redate(_) | Asked::End => {}
                moves => day = keys::moved(day, moves),
            }
        }
        if day != self.day {
            self.jump = None;
        } else if let (Some(jump), Some(around)) = (self.jump, around) {
            let there = if jump == Asked::NextStrike {
                around.next
            } else {
                around.previous
            };
            day = there.unwrap_or(day);
            self.jump = None;
        }
        if opens_month {
            desk.go(Place::Calendar(day));
        } else if day != self.day {
            self.go(desk, scale, day);
        }
    }

    fn go(&mut self, desk: &mut Desk, scale: Scale, day: Date) {
        if scale == Scale::Year {
            self.day = day;
        }
        desk.go(scale.place(day));
    }

    fn carry_out(&mut self, desk: &mut Desk, deed: Deed) {
        let scale = match Scale::of(desk.place) {
            Scale::Year | Scale::Compare => Scale::Month,
            scale => scale,
        };
        match deed {
            Deed::Go(day) => desk.go(scale.place(day)),
            Deed::Select(strike, day) => {
                desk.select(strike);
                // A day of another month would turn the page under the pointer.
                if scale == Scale::Week || day.first_of_month() == self.day.first_of_month() {
                    desk.go(scale.place(day));
                }
            }
            Deed::Show(strike) => {
                // Two quick clicks on two strikes are a double click too; only the first click on this one selects it.
                if desk.selected_strike() == Some(strike) {
                    desk.go(Place::Strikes);
                }
                desk.select(strike);
            }
            Deed::Grab(strike, _) => desk.select(strike),
            Deed::List(day) => {
                self.list.open(day);
                if scale == Scale::Week || day.first_of_month() == self.day.first_of_month() {
                    self.day = day;
                    self.left = Some(scale.place(day));
                    desk.go(scale.place(day));
                }
            }
            Deed::Create(day) => {
                let strike = Strike {
                    occurred: Some(Edtf::from_date(day)),
                    ..Strike::default()
                };
                self.made = Some(strike.id);
                // It bears no tag yet and is of the layer of observed strikes, and would be hidden.
                self.filter.chosen = CalendarFilter::default();
                desk.apply(Change::Create(strike.into()));
            }
        }
    }

    fn inks(&mut self, desk: &Desk) -> Arc<TagInks> {
        self.inks
            .get(&desk.link, (), |reader| TagInks::load(reader).map(Arc::new))
            .cloned()
            .unwrap_or_default()
    }

    fn show_month(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk,
        id: Id,
        asked: &mut Vec<Asked>,
        around: Option<Around>,
    ) -> Option<Deed> {
        let scale = Scale::of(desk.place);
        let page = page_of(scale, self.day);
        if let Some(error) = self.months.error(page) {
            message(ui, icons::ICON_ERROR, Tokens::of(ui).bad, error);
        }
        if self.months.held(page).is_some_and(|month| month.cut) {
            cut(ui);
        }
        let (area, foot) = areas(ui);
        let grid = page.grid();
        let rows = held_rows(month::rows(area, grid.weeks()));
        let month = self.months.get(&desk.link, page, &self.filter.chosen, rows);
        let inks = self.inks(desk);
        let view = month::View {
            id,
            grid,
            month: month.as_deref(),
            day: self.day,
            today: desk.today,
            inks: &inks,
            other: self.other,
        };
        let (mut deed, cell) = if scale == Scale::Week {
            week::show(&view, ui, desk, area)
        } else {
            view.show(ui, desk, area)
        };
        self.legend(ui, foot, &self.month_status(scale, month.as_deref(), around));
        let month = month?;
        let day_at = |at| {
            if scale == Scale::Week {
                week::day_at(&month, area, at)
            } else {
                month::day_at(&month.grid, area, at)
            }
        };
        if let Some(Deed::Grab(strike, basis)) = deed {
            let is_it = |entry: &&Entry| entry.strike.id == strike && entry.basis() == basis;
            let listed = self.list.strikes(desk, &self.filter.chosen).unwrap_or_default();
            if let Some(entry) = month.entries.iter().chain(&*listed).find(is_it) {
                self.redating.grab(ui, entry, &day_at);
            }
        }
        self.redating.follow(ui, desk, &month, &day_at);
        for key in asked.iter() {
            if let Asked::Redate(days) = *key {
                self.redating.step(desk, days);
            }
        }
        if let Some(day) = self.redating.carry_out(desk, &month.grid) {
            desk.go(scale.place(day));
        }
        if let Some(at) = asked.iter().position(|asked| *asked == Asked::Open) {
            asked.remove(at);
            deed = Some(opened(&month, self.day));
        }
        let anchor = cell.unwrap_or(area);
        let filter = &self.filter.chosen;
        let listed = self.list.show(ui, desk, &inks, id.with("list"), filter, anchor);
        listed.or(deed)
    }

    /// How much the month or the week has; in a case without strikes, what to do next.
    fn month_status(&self, scale: Scale, month: Option<&Month>, around: Option<Around>) -> String {
        let Some(month) = month else {
            return String::new();
        };
        let is_first = month.in_view == 0 && !self.filter.is_in_use() && around == Some(Around::default());
        if is_first {
            return t("calendar-first-strike").to_owned();
        }
        let count = ("count", month.in_view.into());
        match scale {
            Scale::Week => tf(
                "calendar-in-days",
                &[count, ("days", words::days(month.grid.month()).into())],
            ),
            _ => tf(
                "calendar-in-month",
                &[count, ("month", words::month(self.day).into())],
            ),
        }
    }

    fn legend(&self, ui: &Ui, foot: Rect, status: &str) {
        legend::month(ui, foot, self.filter.chosen.reports, status);
    }

    fn show_agenda(&mut self, ui: &mut Ui, desk: &mut Desk, id: Id, asked: &mut Vec<Asked>) -> Option<Deed> {
        if let Some(error) = self.agenda.error() {
            message(ui, icons::ICON_ERROR, Tokens::of(ui).bad, error);
        }
        let (area, foot) = areas(ui);
        let filter = &self.filter.chosen;
        let opened = self.agenda.arrange(desk, self.day, filter, area, asked);
        let inks = self.inks(desk);
        let shown = self.agenda.show(ui, desk, id.with("agenda"), area, &inks);
        let is_filtered = self.filter.is_in_use();
        let status = match self.agenda.total() {
            Some(total) if !is_filtered => tf("calendar-agenda-total", &[("count", total.into())]),
            _ => String::new(),
        };
        self.legend(ui, foot, &status);
        if self.agenda.is_empty() {
            let day = self.day;
            let text = if is_filtered {
                t("calendar-agenda-none-tagged")
            } else {
                t("calendar-agenda-empty-text")
            };
            let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(area));
            let makes = empty_state(
                &mut inside,
                icons::ICON_VIEW_AGENDA,
                t("calendar-agenda-empty"),
                text,
                |ui| {
                    let name = tf("calendar-new-strike-on", &[("day", words::day(day).into())]);
                    ui.add(Action::primary(&name)).clicked()
                },
            );
            return makes.then_some(Deed::Create(day));
        }
        opened.or(shown)
    }

    fn show_year(&mut self, ui: &mut Ui, desk: &mut Desk, id: Id) -> Option<Deed> {
        let (number, filter) = (self.day.year(), self.filter.chosen.clone());
        let key = (number, filter.clone());
        let year = self
            .year
            .get(&desk.link, key, move |reader| {
                Year::load(reader, number, &filter).map(Arc::new)
            })
            .cloned();
        if let Some(error) = self.year.error() {
            message(ui, icons::ICON_ERROR, Tokens::of(ui).bad, error);
        }
        let (area, foot) = areas(ui);
        let view = year::View {
            id,
            year: year.as_deref(),
            day: self.day,
            today: desk.today,
        };
        let deed = view.show(ui, area);
        let status = year.map_or_else(String::new, |year| {
            tf(
                "calendar-in-year",
                &[("count", year.total.into()), ("year", number.to_string().into())],
            )
        });
        legend::year(ui, foot, &status);
        deed
    }
}

/// Says that there is more than what is loaded.
fn cut(ui: &mut Ui) {
    let text = tf("calendar-cut", &[("count", data::MOST.into())]);
    message(ui, icons::ICON_INFO, Tokens::of(ui).info, &text);
}

/// What Enter does on a day: makes a strike where there is none, selects the only one, or lists them.
fn opened(month: &Month, day: Date) -> Deed {
    match month.on(day) {
        (0, _) => Deed::Create(day),
        (_, Some(only)) => Deed::Select(only.strike.id, day),
        (_, None) => Deed::List(day),
    }
}

/// The page on which `day` stands.
fn page_of(scale: Scale, day: Date) -> Page {
    match scale {
        Scale::Week => Page::Week(layout::Grid::week_of(day).first()),
        _ => Page::Month(day.first_of_month()),
    }
}

/// The lines a day for which strikes are held where there is room for `rows`: in large steps, so that a window that is
/// stretched does not ask for every size on its way.
fn held_rows(rows: usize) -> u32 {
    let rows = u32::try_from(rows).unwrap_or(u32::MAX);
    rows.clamp(8, 64).next_power_of_two()
}

/// The rest of the view: the grid, and the line at the foot.
fn areas(ui: &mut Ui) -> (Rect, Rect) {
    ui.add_space(space::XS);
    let rest = ui.available_rect_before_wrap();
    ui.advance_cursor_after_rect(rest);
    let edge = rest.bottom() - legend::HEIGHT;
    (
        Rect::from_min_max(rest.min, pos2(rest.right(), edge)),
        Rect::from_min_max(pos2(rest.left(), edge), rest.max),
    )
}

/// The same day in another year; the last of the month where that year lacks it.
fn in_year(day: Date, year: i16) -> Date {
    let last = Date::new(year, day.month(), 1).map_or(day, Date::last_of_month);
    Date::new(year, day.month(), day.day()).unwrap_or(last)
}
