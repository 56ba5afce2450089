//! The strike calendar in the window, driven by its keys and the names of its controls.

use std::path::Path;

use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use jiff::civil::{Date, date};
use witnessmark::case::{CalendarFilter, Case, Reader};
use witnessmark::model::record::RecordRef;
use witnessmark::model::when::Edtf;
use witnessmark::model::{Change, Strike};
use witnessmark::settings::Settings;
use witnessmark::ui::app::App;
use witnessmark::ui::desk::{Desk, Place};

/// Titles, when they happened, when they were reported, and their tags.
type Facts<'a> = &'a [(&'a str, Option<&'a str>, Option<&'a str>, &'a [&'a str])];

const AUGUST: Facts = &[
    ("Depot", Some("2024-08-18"), None, &["missile"]),
    ("Market", Some("2024-08-18"), None, &["drone"]),
    ("Night raid", Some("2024-08-05/2024-08-06"), None, &["drone"]),
    ("Bridge", None, Some("2024-07-30"), &["missile"]),
    ("Harbour", Some("2024-10-02"), None, &[]),
];

/// A window of 1280 x 800 points on a case, with the calendar in view.
struct Window {
    harness: Harness<'static, Option<App>>,
    folder: tempfile::TempDir,
}

impl Window {
    fn new(facts: Facts, place: Place) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("case.witness");
        fill(&path, facts);
        let harness = Harness::builder()
            .with_size([1280.0, 800.0])
            .with_max_steps(4)
            .with_step_dt(1.0 / 60.0)
            .build_ui_state(
                |ui, app: &mut Option<App>| {
                    app.get_or_insert_with(|| App::new(ui.ctx(), Settings::in_memory()))
                        .show(ui);
                },
                None,
            );
        let mut window = Self { harness, folder };
        window.settle();
        let ctx = window.harness.ctx.clone();
        window.app().open_case(&ctx, &path);
        window.settle();
        window.app().session_mut().unwrap().desk_mut().place = place;
        window.settle();
        window
    }

    /// Frames until nothing is on its way, and then some for the layout to come to rest.
    fn settle(&mut self) {
        let mut quiet = 0;
        for _ in 0..200_000 {
            self.harness.step();
            let app = self.harness.state().as_ref().unwrap();
            quiet = if app.is_quiet() { quiet + 1 } else { 0 };
            if quiet > 4 {
                return;
            }
            std::thread::yield_now();
        }
        panic!("the window did not come to rest");
    }

    fn app(&mut self) -> &mut App {
        self.harness.state_mut().as_mut().unwrap()
    }

    fn desk(&self) -> &Desk {
        self.harness.state().as_ref().unwrap().session().unwrap().desk()
    }

    fn place(&self) -> Place {
        self.desk().place
    }

    fn press(&mut self, key: Key) {
        self.harness.key_press(key);
        self.settle();
    }

    fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    fn click(&mut self, name: &str) {
        self.harness.get_by_label(name).click();
        self.settle();
    }

    fn shows(&self, name: &str) -> bool {
        self.harness.query_by_label(name).is_some()
    }

    /// The strikes that the file has on `day`, when the window has let go of it.
    fn saved_on(&mut self, day: Date) -> Vec<String> {
        self.app().close_case();
        let reader = Reader::open(&self.folder.path().join("case.witness")).unwrap();
        let strikes = reader
            .calendar(day, day, &CalendarFilter::default(), 100)
            .unwrap();
        strikes
            .into_iter()
            .map(|strike| format!("{}|{}", strike.title, strike.occurred.unwrap_or_default()))
            .collect()
    }
}

fn fill(path: &Path, facts: Facts) {
    let edtf = |text: &Option<&str>| text.map(|text| Edtf::parse(text).unwrap());
    let mut case = Case::create(path, "Test", Settings::in_memory().author()).unwrap();
    for (title, occurred, reported, tags) in facts {
        let strike = Strike {
            title: (*title).to_owned(),
            occurred: edtf(occurred),
            reported: edtf(reported),
            ..Strike::default()
        };
        let record = RecordRef::from(strike.id);
        let mut changes = vec![Change::Create(strike.into())];
        changes.extend(tags.iter().map(|tag| Change::AddTag {
            name: (*tag).to_owned(),
            vocabulary: String::new(),
            records: vec![record.clone()],
        }));
        case.apply_all(changes).unwrap();
    }
    case.close().unwrap();
}

fn on(day: Date) -> Place {
    Place::Calendar(day)
}

#[test]
fn the_arrows_move_the_day_and_page_keys_the_month() {
    let mut window = Window::new(AUGUST, on(date(2024, 8, 18)));
    for (key, there) in [
        (Key::ArrowLeft, date(2024, 8, 17)),
        (Key::ArrowDown, date(2024, 8, 24)),
        (Key::ArrowDown, date(2024, 8, 31)),
        (Key::ArrowRight, date(2024, 9, 1)),
        (Key::ArrowUp, date(2024, 8, 25)),
        (Key::PageDown, date(2024, 9, 25)),
        (Key::PageUp, date(2024, 8, 25)),
    ] {
        window.press(key);
        assert_eq!(window.place(), on(there), "{key:?}");
    }
    window.press_with(Modifiers::SHIFT, Key::PageDown);
    assert_eq!(window.place(), on(date(2025, 8, 25)));
    let today = window.desk().today;
    window.press(Key::Home);
    assert_eq!(window.place(), on(today));
}

#[test]
fn two_keys_in_one_frame_both_count() {
    let mut window = Window::new(AUGUST, on(date(2024, 8, 18)));
    window.harness.key_press(Key::ArrowRight);
    window.harness.key_press(Key::ArrowDown);
    window.settle();
    assert_eq!(window.place(), on(date(2024, 8, 26)));
}

#[test]
fn n_and_p_jump_from_strike_to_strike() {
    let mut window = Window::new(AUGUST, on(date(2024, 8, 10)));
    for (key, there) in [
        (Key::N, date(2024, 8, 18)),
        (Key::N, date(2024, 10, 2)),
        (Key::N, date(2024, 10, 2)),
        (Key::P, date(2024, 8, 18)),
        (Key::P, date(2024, 8, 5)),
        (Key::P, date(2024, 7, 30)),
    ] {
        window.press(key);
        assert_eq!(window.place(), on(there), "{key:?}");
    }
    window.press_with(Modifiers::CTRL, Key::ArrowRight);
    assert_eq!(window.place(), on(date(2024, 8, 5)));
}

#[test]
fn what_was_only_reported_is_said_to_be() {
    let window = Window::new(AUGUST, on(date(2024, 8, 18)));
    assert!(window.shows("Bridge, reported 30 July 2024"));
    assert!(window.shows("Depot, 18 August 2024"));
    assert!(window.shows("Night raid, 5 to 6 August 2024"));
}

#[test]
fn a_tag_hides_the_strikes_that_lack_it() {
    let mut window = Window::new(AUGUST, on(date(2024, 8, 18)));
    window.harness.get_by_label("Filter by tag").focus();
    window.harness.step();
    window.harness.get_by_label("Filter by tag").type_text("dro");
    window.settle();
    window.press(Key::Enter);
    assert!(window.shows("Market, 18 August 2024"));
    assert!(!window.shows("Depot, 18 August 2024"));
    assert_eq!(window.place(), on(date(2024, 8, 18)), "typing moved nothing");
    window.click("Show all strikes");
    assert!(window.shows("Depot, 18 August 2024"));
}

#[test]
fn enter_on_an_empty_day_makes_a_strike_there() {
    let mut window = Window::new(AUGUST, on(date(2024, 8, 20)));
    assert!(window.shows("New strike on 20 August 2024"));
    window.press(Key::Enter);
    assert!(window.desk().selected_strike().is_some());
    assert!(window.shows("Strike without a name, 20 August 2024"));
    assert_eq!(window.saved_on(date(2024, 8, 20)), ["|2024-08-20"]);
}

#[test]
fn the_enter_that_ends_typing_makes_no_strike() {
    let mut window = Window::new(AUGUST, on(date(2024, 8, 18)));
    window.click("Depot, 18 August 2024");
    window.app().session_mut().unwrap().desk_mut().place = on(date(2024, 8, 20));
    window.settle();
    window.harness.get_by_label("Title").focus();
    window.settle();
    window.harness.get_by_label("Title").type_text(" north");
    window.settle();
    window.press(Key::Enter);
    assert!(window.shows("Depot north, 18 August 2024"));
    assert!(window.saved_on(date(2024, 8, 20)).is_empty());
}

#[test]
fn letters_and_arrows_typed_in_a_field_are_no_keys_of_the_calendar() {
    let mut window = Window::new(AUGUST, on(date(2024, 8, 18)));
    window.harness.get_by_label("Filter by tag").focus();
    window.settle();
    for key in [Key::N, Key::P, Key::ArrowRight, Key::Home, Key::PageDown] {
        window.press(key);
        assert_eq!(window.place(), on(date(2024, 8, 18)), "{key:?}");
    }
}

#[test]
fn a_click_selects_a_strike_and_its_day() {
    let mut window = Window::new(AUGUST, on(date(2024, 8, 18)));
    window.click("Night raid, 5 to 6 August 2024");
    assert!(window.desk().selected_strike().is_some());
    assert_eq!(window.place(), on(date(2024, 8, 5)));
}

#[test]
fn a_double_click_shows_a_strike_among_the_strikes() {
    let mut window = Window::new(AUGUST, on(date(2024, 8, 18)));
    for _ in 0..2 {
        window.harness.get_by_label("Depot, 18 August 2024").click();
    }
    window.settle();
    assert_eq!(window.place(), Place::Strikes);
    assert!(window.desk().selected_strike().is_some());
}

#[test]
fn enter_on_a_day_with_several_strikes_lists_them() {
    let many: Vec<String> = (0..60).map(|n| format!("Impact {n:02}")).collect();
    let facts: Vec<_> = many
        .iter()
        .map(|title| (title.as_str(), Some("2024-08-18"), None, &[] as &[&str]))
        .collect();
    let mut window = Window::new(&facts, on(date(2024, 8, 18)));
    assert!(window.shows("18 August 2024, 60 strikes"));
    assert!(!window.shows("Impact 05, 18 August 2024"));
    window.press(Key::Enter);
    assert!(window.shows("Impact 05, 18 August 2024"));
    for _ in 0..59 {
        window.harness.key_press(Key::ArrowDown);
    }
    window.settle();
    assert!(
        window.shows("Impact 59, 18 August 2024"),
        "the list follows the choice"
    );
    assert_eq!(window.place(), on(date(2024, 8, 18)), "the grid does not");
    window.press(Key::Enter);
    assert!(!window.shows("Close the list"));
    assert!(window.desk().selected_strike().is_some());
}

#[test]
fn the_year_opens_a_day_and_comes_back() {
    let mut window = Window::new(AUGUST, Place::Year(2024));
    assert!(window.shows("3 strikes in August 2024"));
    window.click("18 August 2024, 2 strikes");
    assert_eq!(window.place(), on(date(2024, 8, 18)));
    window.click("Year");
    assert_eq!(window.place(), Place::Year(2024));
    window.press(Key::PageDown);
    assert_eq!(window.place(), Place::Year(2025));
    window.press(Key::PageUp);
    window.press(Key::ArrowRight);
    window.press(Key::Enter);
    assert_eq!(window.place(), on(date(2024, 8, 19)));
}

#[test]
fn the_calendar_is_found_where_it_was_left() {
    let mut window = Window::new(AUGUST, on(date(2024, 8, 18)));
    window.press(Key::PageDown);
    window.press_with(Modifiers::ALT, Key::Num1);
    assert_eq!(window.place(), Place::Photos);
    window.press_with(Modifiers::ALT, Key::Num6);
    assert_eq!(window.place(), on(date(2024, 9, 18)));
}

#[test]
fn a_strike_that_is_made_while_a_tag_hides_others_is_seen() {
    let mut window = Window::new(AUGUST, on(date(2024, 8, 20)));
    window.harness.get_by_label("Filter by tag").focus();
    window.settle();
    window.harness.get_by_label("Filter by tag").type_text("missile");
    window.settle();
    window.press(Key::Enter);
    assert!(!window.shows("Market, 18 August 2024"));
    window.click("New strike on 20 August 2024");
    assert!(window.shows("Strike without a name, 20 August 2024"));
    assert!(!window.shows("Show all strikes"));
}

#[test]
fn a_case_without_strikes_says_what_to_do() {
    let mut window = Window::new(&[], on(date(2024, 8, 20)));
    assert!(window.shows("No strikes yet: Enter records one on the selected day"));
    window.click("New strike on 20 August 2024");
    assert_eq!(window.saved_on(date(2024, 8, 20)).len(), 1);
}

/// Takes what is called `from` by the pointer onto what is called `to`, and leaves it there unless told otherwise.
fn drag(window: &mut Window, from: &str, to: &str, drop: bool) {
    let from = window.harness.get_by_label(from).rect().center();
    let to = window.harness.get_by_label(to).rect().center();
    window.harness.drag_at(from);
    window.harness.step();
    window.harness.hover_at(from + (to - from) * 0.5);
    window.harness.step();
    window.harness.hover_at(to);
    window.harness.step();
    if !drop {
        window.harness.key_press(Key::Escape);
        window.harness.step();
    }
    window.harness.drop_at(to);
    window.settle();
}

#[test]
fn a_strike_that_is_dragged_to_another_day_is_dated_anew_and_undo_takes_it_back() {
    let mut window = Window::new(AUGUST, on(date(2024, 8, 18)));
    drag(
        &mut window,
        "Depot, 18 August 2024",
        "20 August 2024, no strikes",
        true,
    );
    assert!(window.shows("Depot, 20 August 2024"));
    assert!(window.shows("Market, 18 August 2024"));
    // The whole interval goes, by the days between where it was taken and where it was left.
    drag(
        &mut window,
        "Night raid, 5 to 6 August 2024",
        "14 August 2024, no strikes",
        true,
    );
    assert!(!window.shows("Night raid, 5 to 6 August 2024"));
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert!(window.shows("Night raid, 5 to 6 August 2024"));
    window.press_with(Modifiers::COMMAND, Key::Z);
    assert!(window.shows("Depot, 18 August 2024"));
}

#[test]
fn escape_leaves_what_is_dragged_where_it_was() {
    let mut window = Window::new(AUGUST, on(date(2024, 8, 18)));
    drag(
        &mut window,
        "Depot, 18 August 2024",
        "20 August 2024, no strikes",
        false,
    );
    assert!(window.shows("Depot, 18 August 2024"));
    assert_eq!(window.saved_on(date(2024, 8, 20)), [""; 0]);
}

#[test]
fn shift_and_arrows_move_the_selected_strike_and_the_page_follows() {
    let mut window = Window::new(AUGUST, on(date(2024, 8, 18)));
    window.press_with(Modifiers::SHIFT, Key::ArrowRight);
    assert!(
        window.shows("Depot, 18 August 2024"),
        "nothing is selected, nothing moves"
    );
    window.click("Night raid, 5 to 6 August 2024");
    window.press_with(Modifiers::SHIFT, Key::ArrowRight);
    assert!(window.shows("Night raid, 6 to 7 August 2024"));
    assert_eq!(window.place(), on(date(2024, 8, 6)));
    for _ in 0..4 {
        window.press_with(Modifiers::SHIFT, Key::ArrowDown);
    }
    assert_eq!(window.place(), on(date(2024, 9, 3)));
    assert_eq!(
        window.saved_on(date(2024, 9, 4)),
        ["Night raid|2024-09-03/2024-09-04"]
    );
}

#[test]
fn a_report_is_dated_anew_as_a_report() {
    let mut window = Window::new(AUGUST, on(date(2024, 7, 30)));
    window.click("Bridge, reported 30 July 2024");
    window.press_with(Modifiers::SHIFT, Key::ArrowLeft);
    assert!(window.shows("Bridge, reported 29 July 2024"));
    assert!(
        window
            .harness
            .query_by_label_contains("the report of 30 July 2024 is now of 29 July 2024")
            .is_some()
    );
}

#[test]
fn a_month_without_a_day_is_not_moved_and_the_reason_is_told() {
    let facts: Facts = &[("Sometime", Some("2024-08"), None, &[])];
    let mut window = Window::new(facts, on(date(2024, 8, 18)));
    let strike = {
        let first = window
            .harness
            .get_all_by_label_contains("Sometime, August")
            .next();
        first.expect("it stands in the first week").rect().center()
    };
    window.harness.hover_at(strike);
    window.harness.drag_at(strike);
    window.harness.drop_at(strike);
    window.settle();
    window.press_with(Modifiers::SHIFT, Key::ArrowRight);
    assert!(
        window
            .harness
            .query_by_label_contains("Its day is not known exactly")
            .is_some()
    );
    assert_eq!(window.saved_on(date(2024, 8, 31)), ["Sometime|2024-08"]);
}

#[test]
fn the_agenda_lists_strikes_from_the_day_on_and_is_walked_by_key() {
    let mut window = Window::new(AUGUST, Place::Agenda(date(2024, 8, 18)));
    for name in [
        "Bridge, reported 30 July 2024",
        "Night raid, 5 to 6 August 2024",
        "Harbour, 2 October 2024",
    ] {
        assert!(window.shows(name), "{name}");
    }
    assert!(window.shows("5 strikes with a day in the case"));
    window.press(Key::Home);
    window.press(Key::ArrowDown);
    assert_eq!(window.place(), Place::Agenda(date(2024, 8, 5)));
    window.press(Key::End);
    window.press(Key::ArrowUp);
    assert_eq!(window.place(), Place::Agenda(date(2024, 8, 18)));
    assert!(window.desk().selected_strike().is_some());
    window.press(Key::Enter);
    assert_eq!(window.place(), Place::Strikes);
}

#[test]
fn the_agenda_goes_on_past_what_it_holds() {
    let days: Vec<String> = (0..900)
        .map(|n| {
            date(2020, 1, 1)
                .saturating_add(jiff::Span::new().days(n))
                .to_string()
        })
        .collect();
    let facts: Vec<_> = days
        .iter()
        .map(|day| (day.as_str(), Some(day.as_str()), None, &[] as &[&str]))
        .collect();
    let mut window = Window::new(&facts, Place::Agenda(date(2021, 1, 1)));
    assert!(window.shows("2021-01-01, 1 January 2021"));
    window.press(Key::Home);
    assert!(window.shows("2020-01-01, 1 January 2020"));
    let mut at = date(2020, 1, 1);
    for _ in 0..75 {
        window.press(Key::PageDown);
        let Place::Agenda(day) = window.place() else {
            panic!("still the agenda")
        };
        assert!(day > at || day == date(2022, 6, 18), "{day} after {at}");
        at = day;
    }
    assert_eq!(at, date(2022, 6, 18), "the last strike was reached");
    assert!(window.shows("2022-06-18, 18 June 2022"));
}

#[test]
fn an_agenda_without_strikes_says_what_to_do() {
    let mut window = Window::new(&[], Place::Agenda(date(2024, 8, 20)));
    assert!(window.shows("No strikes here"));
    window.click("New strike on 20 August 2024");
    assert!(window.shows("Strike without a name, 20 August 2024"));
}

#[test]
fn the_week_shows_seven_days_and_steps_by_weeks() {
    let facts: Facts = &[
        ("Dawn", Some("2024-08-18T03:40"), None, &[]),
        ("Noon", Some("2024-08-15T12:00"), None, &[]),
        ("Depot", Some("2024-08-14"), None, &[]),
        ("Later", Some("2024-08-19"), None, &[]),
    ];
    let mut window = Window::new(facts, Place::Week(date(2024, 8, 18)));
    let dawn = window.harness.get_by_label("Dawn, 18 August 2024, 03:40").rect();
    let noon = window.harness.get_by_label("Noon, 15 August 2024, 12:00").rect();
    let depot = window.harness.get_by_label("Depot, 14 August 2024").rect();
    assert!(
        depot.bottom() < dawn.top() && dawn.bottom() < noon.top(),
        "by the hour, what has none above"
    );
    assert!(depot.right() < noon.left() && noon.right() < dawn.left());
    assert!(!window.shows("Later, 19 August 2024"));
    drag(
        &mut window,
        "Dawn, 18 August 2024, 03:40",
        "Hours of 16 August 2024, local",
        true,
    );
    assert!(window.shows("Dawn, 16 August 2024, 03:40"), "the hour is kept");
    window.press(Key::PageDown);
    assert!(window.shows("Later, 19 August 2024"));
    window.press(Key::ArrowUp);
    let Place::Week(day) = window.place() else {
        panic!("still the week")
    };
    assert!((date(2024, 8, 12)..=date(2024, 8, 18)).contains(&day));
}

#[test]
fn sixty_strikes_of_a_day_stay_readable_in_the_week() {
    let facts: Vec<_> = (0..60)
        .map(|n| {
            (
                if n % 2 == 0 { "Even" } else { "Odd" },
                Some("2024-08-18T03:40"),
                None,
                &[] as &[&str],
            )
        })
        .collect();
    let mut window = Window::new(&facts, Place::Week(date(2024, 8, 18)));
    window.click("57 more on 18 August 2024");
    assert!(window.shows("All strikes of 18 August 2024"));
}

#[test]
fn a_layer_shows_each_report_on_its_own_day_and_another_hides_what_was_observed() {
    let facts: Facts = &[
        ("Depot", Some("2024-08-18"), Some("2024-08-20"), &[]),
        ("Bridge", None, Some("2024-08-22"), &[]),
        ("Market", Some("2024-08-24"), Some("2024-08-24"), &[]),
    ];
    let mut window = Window::new(facts, on(date(2024, 8, 18)));
    assert!(window.shows("Depot, 18 August 2024") && !window.shows("Depot, reported 20 August 2024"));
    assert!(window.shows("3 strikes in August 2024"));
    window.click("Layers, comparison, print");
    window.click("Reports of all strikes, on the day of the report");
    assert!(window.shows("Depot, 18 August 2024") && window.shows("Depot, reported 20 August 2024"));
    assert!(window.shows("Market, 24 August 2024"), "both on one day are one");
    assert!(!window.shows("Market, reported 24 August 2024"));
    window.click("The day on which a strike happened");
    window.press(Key::Escape);
    assert!(!window.shows("Depot, 18 August 2024") && window.shows("Depot, reported 20 August 2024"));
    assert!(window.shows("Bridge, reported 22 August 2024"));
    window.click("Week");
    window.press(Key::ArrowRight);
    assert!(
        window.shows("3 strikes, 19 to 25 August 2024"),
        "the week of the 19th has all three reports"
    );
    window.click("Agenda");
    assert!(window.shows("Depot, reported 20 August 2024") && !window.shows("Depot, 18 August 2024"));
    window.click("Show all strikes");
    assert!(window.shows("Depot, 18 August 2024") && !window.shows("Depot, reported 20 August 2024"));
}

#[test]
fn two_periods_stand_side_by_side_and_what_may_be_is_a_range() {
    let facts: Facts = &[
        ("Depot", Some("2024-08-18"), None, &["missile"]),
        ("Market", Some("2024-08-20"), None, &["drone"]),
        ("Night raid", Some("2024-07-31/2024-08-01"), None, &["drone"]),
        ("Bridge", None, Some("2024-07-30"), &["missile"]),
    ];
    let mut window = Window::new(facts, on(date(2024, 8, 18)));
    window.click("Layers, comparison, print");
    window.click("Compare two periods");
    assert_eq!(window.place(), Place::Compare(date(2024, 8, 18)));
    assert!(window.shows("In all, 2 to 3, 1 to 2, 0 to +2"));
    assert!(window.shows("By the day of a report, 0, 1, −1"));
    assert!(window.shows("drone, 1 to 2, 0 to 1, 0 to +2"));
    window.click("This year and the one before");
    assert!(window.shows("In all, 4, 0, +4"));
    window.click("Swap the periods");
    assert!(window.shows("In all, 0, 4, −4"));
    window.click("Layers, comparison, print");
    window.click("Compare two periods");
    assert_eq!(window.place(), on(date(2024, 8, 18)));
}

#[test]
fn the_colours_of_tags_are_told_with_counts_and_a_click_shows_only_one() {
    let mut window = Window::new(AUGUST, on(date(2024, 8, 18)));
    window.click("Layers, comparison, print");
    assert!(window.shows("drone: 2 strikes") && window.shows("missile: 1 strike"));
    window.click("missile: 1 strike");
    assert!(window.shows("drone: 2 strikes"), "it is known what else there is");
    window.press(Key::Escape);
    assert!(!window.shows("drone: 2 strikes"), "Escape leaves the menu");
    assert!(window.shows("Depot, 18 August 2024") && !window.shows("Market, 18 August 2024"));
    window.click("Layers, comparison, print");
    window.click("missile: 1 strike");
    window.press(Key::Escape);
    assert!(window.shows("Market, 18 August 2024"));
}

#[test]
fn the_month_in_view_is_written_as_a_page_and_a_folder_that_is_not_there_is_told() {
    let mut window = Window::new(AUGUST, on(date(2024, 8, 18)));
    let file = window.folder.path().join("august.svg");
    let desk = window.app().session_mut().unwrap().desk_mut();
    desk.calendar_file = Some(file.clone());
    window.settle();
    let page = std::fs::read_to_string(&file).unwrap();
    assert!(
        page.contains("August 2024") && page.contains("Depot") && page.contains("3 strikes"),
        "{page}"
    );
    let nowhere = window.folder.path().join("no folder/august.svg");
    let desk = window.app().session_mut().unwrap().desk_mut();
    desk.calendar_file = Some(nowhere.clone());
    window.settle();
    let told = format!("The calendar was not written to {}.", nowhere.display());
    assert!(
        window.harness.query_all_by_value(&told).next().is_some(),
        "{told}"
    );
}
