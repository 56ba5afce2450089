use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::*;
use crate::ui::widgets::testing::harness;
use crate::ui::widgets::text;

#[derive(Default)]
struct State {
    sort: Option<Sort>,
    chosen: Option<usize>,
    opened: Option<usize>,
    drawn: usize,
}

const ROWS: usize = 100_000;

fn markings<'a>() -> Harness<'a, State> {
    harness(State::default(), |ui, state| {
        let columns = [
            Column {
                title: "Mark",
                width: 0.0,
                align: Align::Left,
                sorts: true,
            },
            Column {
                title: "Photos",
                width: 80.0,
                align: Align::Right,
                sorts: false,
            },
        ];
        state.drawn = 0;
        let output = Table::new("markings", &columns)
            .sort(state.sort)
            .chosen(state.chosen)
            .show(
                ui,
                ROWS,
                |row| format!("Marking {row}"),
                |ui, row, column| {
                    state.drawn += 1;
                    text(ui, &format!("{row}/{column}"));
                },
            );
        state.sort = output.sort.or(state.sort);
        state.chosen = output.chosen.or(state.chosen);
        state.opened = output.opened.or(state.opened);
    })
}

#[test]
fn only_the_rows_in_view_are_made() {
    let window = markings();
    assert!(window.state().drawn > 0);
    assert!(window.state().drawn < 100, "{}", window.state().drawn);
}

#[test]
fn a_row_is_chosen_by_its_name_and_the_arrows_go_on_from_there() {
    let mut window = markings();
    window.get_by_label("Marking 3").click();
    window.run();
    assert_eq!(window.state().chosen, Some(3));
    window.key_press(Key::ArrowDown);
    window.run();
    assert_eq!(window.state().chosen, Some(4));
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(window.state().opened, Some(4));
    window.key_press(Key::End);
    window.run();
    assert_eq!(window.state().chosen, Some(ROWS - 1));
    let last = format!("Marking {}", ROWS - 1);
    assert!(window.query_by_label(&last).is_some());
}

#[test]
fn a_head_sorts_upwards_and_then_downwards() {
    let mut window = markings();
    window.get_by_label("Sort by Mark").click();
    window.run();
    let upwards = Sort {
        column: 0,
        downwards: false,
    };
    assert_eq!(window.state().sort, Some(upwards));
    window.get_by_label("Mark, sorted upwards").click();
    window.run();
    assert!(window.state().sort.is_some_and(|sort| sort.downwards));
}
