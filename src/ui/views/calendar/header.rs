//! The bar above the calendar: where one is, in this calendar and in those of the marks, and the ways to elsewhere.

use egui::accesskit::Role;
use egui::{Align, Label, Layout, Sense, Ui, WidgetInfo, vec2};
use egui_material_icons::{MaterialIcon, icons};
use jiff::civil::Date;

use super::data::Around;
use super::filter::{self, TagFilter};
use super::keys::Asked;
use super::layout::Grid;
use super::menu::Menu;
use super::other::Other;
use super::paint::TagInks;
use super::{eras, words};
use crate::model::when::Interval;
use crate::text::{t, tf};
use crate::ui::desk::{Desk, Place};
use crate::ui::theme::{Tokens, Type, size, space};
use crate::ui::widgets::{Action, Text, segmented};

const HEIGHT: f32 = 44.0;
/// The buttons to the days and strikes before and after, and what is between them, in points.
const STEPS: f32 = 5.0 * size::CONTROL + 2.0 * 2.0 + 6.0 * space::S;

/// What was asked for in the bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// The same as by key.
    Key(Asked),
    /// Another way of looking.
    Scale(Scale),
}

/// The ways of looking at the strikes by their days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scale {
    /// A month that fills the window.
    Month,
    /// Seven days with their hours.
    Week,
    /// One strike below the other.
    Agenda,
    /// Twelve small months.
    Year,
    /// Two periods side by side.
    Compare,
}

impl Scale {
    /// The one that `place` is.
    #[must_use]
    pub const fn of(place: Place) -> Self {
        match place {
            Place::Year(_) => Self::Year,
            Place::Compare(_) => Self::Compare,
            Place::Week(_) => Self::Week,
            Place::Agenda(_) => Self::Agenda,
            _ => Self::Month,
        }
    }

    /// Its place on `day`.
    #[must_use]
    pub fn place(self, day: Date) -> Place {
        match self {
            Self::Month => Place::Calendar(day),
            Self::Week => Place::Week(day),
            Self::Agenda => Place::Agenda(day),
            Self::Year => Place::Year(day.year()),
            Self::Compare => Place::Compare(day),
        }
    }
}

/// Draws the bar.
pub fn show(
    ui: &mut Ui,
    desk: &mut Desk,
    (filter, other): (&mut TagFilter, &mut Option<Other>),
    (menu, inks): (&mut Menu, &TagInks),
    place: Place,
    day: Date,
    around: Option<Around>,
) -> Option<Wanted> {
    let scale = Scale::of(place);
    let mut wanted = None;
    let room = vec2(ui.available_width(), HEIGHT);
    ui.allocate_ui_with_layout(room, Layout::right_to_left(Align::Center), |ui| {
        let mut chosen = scale;
        let scales = [
            (Scale::Month, t("calendar-scale-month")),
            (Scale::Week, t("calendar-scale-week")),
            (Scale::Agenda, t("calendar-scale-agenda")),
            (Scale::Year, t("calendar-scale-year")),
        ];
        if segmented(ui, t("calendar-scale"), &mut chosen, &scales) {
            wanted = Some(Wanted::Scale(chosen));
        }
        let (name, days) = named(scale, day);
        // The field gives way to the name of what is shown.
        let beside = name_width(ui, &name, Type::Title) + STEPS + today_width(ui);
        let room = (ui.available_width() - beside).clamp(filter::NARROWEST, filter::WIDTH);
        let room = vec2(room, size::CONTROL);
        ui.allocate_ui_with_layout(room, Layout::top_down(Align::Min), |ui| filter.field(ui, desk));
        if let Some(scale) = menu.button(ui, desk, &mut filter.chosen, inks, (scale, days)) {
            wanted = Some(Wanted::Scale(scale));
        }
        let jumps = [
            (
                icons::ICON_LAST_PAGE,
                Asked::NextStrike,
                "calendar-next-strike",
                "calendar-key-next-strike",
                around.is_some_and(|around| around.next.is_none()),
                "calendar-no-next-strike",
            ),
            (
                icons::ICON_FIRST_PAGE,
                Asked::PreviousStrike,
                "calendar-previous-strike",
                "calendar-key-previous-strike",
                around.is_some_and(|around| around.previous.is_none()),
                "calendar-no-previous-strike",
            ),
        ];
        for (icon, asked, name, keys, nowhere, reason) in jumps {
            let action = Action::icon(icon, t(name))
                .keys(t(keys))
                .unless(nowhere.then(|| t(reason)));
            if ui.add(action).clicked() {
                wanted = Some(Wanted::Key(asked));
            }
        }
        let rest = ui.available_size();
        ui.allocate_ui_with_layout(rest, Layout::left_to_right(Align::Center), |ui| {
            let asked = steps(ui, scale);
            wanted = wanted.or(asked.map(Wanted::Key));
            ui.add_space(space::S);
            title(ui, &name, days, other);
        });
    });
    wanted
}

/// Back, on, and to today.
fn steps(ui: &mut Ui, scale: Scale) -> Option<Asked> {
    type Step = (MaterialIcon, Asked, &'static str, &'static str);
    let [back, on]: [Step; 2] = if scale == Scale::Year {
        [
            (
                icons::ICON_CHEVRON_LEFT,
                Asked::Years(-1),
                "calendar-previous-year",
                "calendar-key-previous-month",
            ),
            (
                icons::ICON_CHEVRON_RIGHT,
                Asked::Years(1),
                "calendar-next-year",
                "calendar-key-next-month",
            ),
        ]
    } else if scale == Scale::Week {
        [
            (
                icons::ICON_CHEVRON_LEFT,
                Asked::Days(-7),
                "calendar-previous-week",
                "calendar-key-previous-month",
            ),
            (
                icons::ICON_CHEVRON_RIGHT,
                Asked::Days(7),
                "calendar-next-week",
                "calendar-key-next-month",
            ),
        ]
    } else {
        [
            (
                icons::ICON_CHEVRON_LEFT,
                Asked::Months(-1),
                "calendar-previous-month",
                "calendar-key-previous-month",
            ),
            (
                icons::ICON_CHEVRON_RIGHT,
                Asked::Months(1),
                "calendar-next-month",
                "calendar-key-next-month",
            ),
        ]
    };
    let mut asked = None;
    ui.spacing_mut().item_spacing.x = 2.0;
    for (icon, step, name, keys) in [back, on] {
        if ui.add(Action::icon(icon, t(name)).keys(t(keys))).clicked() {
            asked = Some(step);
        }
    }
    let today = Action::secondary(t("calendar-today")).keys(t("calendar-key-today"));
    if ui.add(today).clicked() {
        asked = Some(Asked::Today);
    }
    ui.spacing_mut().item_spacing.x = space::S;
    asked
}

/// What is shown, and its days.
fn named(scale: Scale, day: Date) -> (String, Option<Interval>) {
    match scale {
        Scale::Year => (day.year().to_string(), Interval::year(day.year())),
        Scale::Week => {
            let grid = Grid::of(day);
            let week = grid.place(day).map(|(week, _)| grid.week(week));
            (week.map(words::days).unwrap_or_default(), week)
        }
        Scale::Month | Scale::Agenda | Scale::Compare => {
            (words::month(day), Interval::month(day.year(), day.month()))
        }
    }
}

fn name_width(ui: &Ui, name: &str, kind: Type) -> f32 {
    let tokens = Tokens::of(ui);
    let galley = ui
        .painter()
        .layout_no_wrap(name.to_owned(), kind.font(tokens), tokens.text_strong);
    galley.size().x
}

/// The button to today.
fn today_width(ui: &Ui) -> f32 {
    name_width(ui, t("calendar-today"), Type::Body) + 2.0 * space::M
}

fn title(ui: &mut Ui, name: &str, days: Option<Interval>, other: &mut Option<Other>) {
    // Smaller letters before any are cut.
    let fits = name_width(ui, name, Type::Title) <= ui.available_width();
    let kind = if fits { Type::Title } else { Type::Heading };
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space(2.0);
        ui.add(Text::new(name).kind(kind).truncate());
        if let Some(days) = days {
            beside(ui, days, other);
        }
    });
}

/// The same days by other calendars; a click chooses one, whose days then stand in the cells.
fn beside(ui: &mut Ui, days: Interval, other: &mut Option<Other>) {
    let (text, about) = match *other {
        Some(other) => (other.months(days), other.about()),
        None => (eras::in_words(days), t("calendar-eras-about")),
    };
    let line = Label::new(
        egui::RichText::new(&text)
            .font(Type::Small.font(Tokens::of(ui)))
            .color(Tokens::of(ui).text_weak),
    );
    let response = ui.add(line.truncate().selectable(false).sense(Sense::click()));
    response.widget_info(|| {
        let name = tf("calendar-other", &[("now", text.as_str().into())]);
        WidgetInfo::labeled(Role::Button, true, name)
    });
    if response.has_focus() {
        let ring = Tokens::of(ui).focus_ring();
        ui.painter()
            .rect_stroke(response.rect, 2.0, ring, egui::StrokeKind::Outside);
    }
    egui::Popup::menu(&response).show(|ui| {
        ui.selectable_value(other, None, t("calendar-other-none"));
        for one in Other::ALL {
            ui.selectable_value(other, Some(one), one.name());
        }
    });
    response.on_hover_text(about);
}
