use jiff::civil::date;
use proptest::prelude::*;

use super::*;

fn days(first: Date, last: Date) -> Interval {
    Interval::new(first, last).unwrap()
}

fn august() -> Grid {
    Grid::of(date(2024, 8, 18))
}

fn room(rows: f32) -> Room {
    Room {
        height: rows * 22.0,
        row: 22.0,
        tall: 44.0,
        roomy: 60.0,
    }
}

#[test]
fn a_month_is_shown_in_whole_weeks_from_monday() {
    let grid = august();
    assert_eq!(grid.first(), date(2024, 7, 29));
    assert_eq!(grid.last(), date(2024, 9, 1));
    assert_eq!(grid.weeks(), 5);
    assert_eq!(grid.week_number(0), 31);
    assert_eq!(grid.place(date(2024, 8, 18)), Some((2, 6)));
    assert_eq!(grid.place(date(2024, 9, 2)), None);
    assert_eq!(grid.place(date(2024, 7, 28)), None);
    // February 2021 begins on a Monday and has 28 days.
    assert_eq!(Grid::of(date(2021, 2, 1)).weeks(), 4);
    assert_eq!(Grid::of(date(2024, 9, 30)).weeks(), 6);
}

#[test]
fn week_numbers_are_those_of_iso_8601_at_the_turn_of_the_year() {
    let january = Grid::of(date(2021, 1, 1));
    assert_eq!(january.week_number(0), 53);
    assert_eq!(january.week_number(1), 1);
}

#[test]
fn the_calendar_ends_where_dates_do() {
    for day in [Date::MIN, Date::MAX] {
        let grid = Grid::of(day);
        assert!(grid.weeks() >= 4);
        assert!(grid.first() <= grid.last());
    }
}

#[test]
fn a_range_goes_on_over_the_week_end_with_cut_edges() {
    let weeks = weeks(&august(), &[days(date(2024, 8, 10), date(2024, 8, 19))]);
    let cut = |week: &Week| (week.bars[0].cut_before, week.bars[0].cut_after);
    assert_eq!(cut(&weeks[1]), (false, true));
    assert_eq!(cut(&weeks[2]), (true, true));
    assert_eq!(cut(&weeks[3]), (true, false));
    assert_eq!((weeks[3].bars[0].first, weeks[3].bars[0].last), (0, 0));
}

#[test]
fn a_vague_range_does_not_push_an_exact_one_down() {
    let month = days(date(2024, 8, 1), date(2024, 8, 31));
    let night = days(date(2024, 8, 5), date(2024, 8, 6));
    let weeks = weeks(&august(), &[month, night]);
    let lane = |strike| {
        weeks[1]
            .bars
            .iter()
            .find(|bar| bar.strike == strike)
            .unwrap()
            .lane
    };
    assert_eq!((lane(1), lane(0)), (0, 1));
}

#[test]
fn a_day_with_few_strikes_shows_their_pictures_and_one_with_many_counts_the_rest() {
    let day = Interval::day(date(2024, 8, 18));
    let few = weeks(&august(), &[day, day]);
    let shown = plan(&few[2], 6, room(4.0));
    assert_eq!(shown.size, Size::Tall);
    assert_eq!((shown.singles.len(), shown.more), (2, 0));

    let many = weeks(&august(), &[day; 60]);
    let shown = plan(&many[2], 6, room(4.0));
    assert_eq!(shown.size, Size::Line);
    assert_eq!((shown.singles.len(), shown.more), (3, 57));
}

#[test]
fn without_room_all_are_counted() {
    let day = Interval::day(date(2024, 8, 18));
    let weeks = weeks(&august(), &[day; 3]);
    let shown = plan(&weeks[2], 6, room(0.5));
    assert_eq!((shown.singles.len(), shown.more), (0, 3));
}

#[test]
fn ranges_leave_half_of_a_crowded_day_to_exact_strikes() {
    let week = days(date(2024, 8, 12), date(2024, 8, 18));
    let mut strikes = vec![week; 9];
    strikes.extend([Interval::day(date(2024, 8, 18)); 5]);
    let weeks = weeks(&august(), &strikes);
    let shown = plan(&weeks[2], 6, room(5.0));
    assert_eq!((shown.lanes, shown.singles.len(), shown.more), (2, 2, 10));
}

#[test]
fn a_range_is_left_out_only_where_there_is_no_room() {
    let week = days(date(2024, 8, 12), date(2024, 8, 18));
    let crowd = [Interval::day(date(2024, 8, 14)); 9];
    let strikes: Vec<Interval> = [week; 3].into_iter().chain(crowd).collect();
    let weeks = weeks(&august(), &strikes);
    let plans: [Plan; DAYS] = std::array::from_fn(|column| plan(&weeks[2], column, room(4.0)));
    let third = weeks[2].bars.iter().find(|bar| bar.lane == 2).unwrap();
    assert_eq!(runs(third, &plans).collect::<Vec<_>>(), [(0, 1), (3, 6)]);
}

fn any_strikes() -> impl Strategy<Value = Vec<Interval>> {
    let one = (
        -12_i64..48,
        prop_oneof![4 => Just(0_i64), 3 => 1_i64..5, 1 => 5_i64..60],
    )
        .prop_map(|(start, length)| {
            let first = date(2024, 7, 29).saturating_add(start.days());
            days(first, first.saturating_add(length.days()))
        });
    proptest::collection::vec(one, 0..60)
}

proptest! {
    #[test]
    fn nothing_overlaps_in_a_lane(strikes in any_strikes()) {
        for week in weeks(&august(), &strikes) {
            for (at, bar) in week.bars.iter().enumerate() {
                for other in &week.bars[at + 1..] {
                    prop_assert!(
                        bar.lane != other.lane || bar.last < other.first || other.last < bar.first
                    );
                }
            }
        }
    }

    #[test]
    fn every_strike_of_a_day_is_shown_or_counted_and_none_lies_on_another(
        strikes in any_strikes(),
        rows in 0.0_f32..12.0,
    ) {
        let grid = august();
        for (number, week) in weeks(&grid, &strikes).iter().enumerate() {
            let plans: [Plan; DAYS] = std::array::from_fn(|column| plan(week, column, room(rows)));
            for (column, plan) in plans.iter().enumerate() {
                let day = grid.day(number, column);
                let touching = strikes.iter().filter(|days| days.contains(day)).count();
                prop_assert_eq!(week.on(column).count(), touching);
                let mut lines: Vec<usize> = week
                    .bars
                    .iter()
                    .filter(|bar| runs(bar, &plans).any(|(first, last)| (first..=last).contains(&column)))
                    .map(|bar| bar.lane)
                    .collect();
                prop_assert_eq!(lines.len() + plan.singles.len() + plan.more, touching);
                let room = room(rows);
                if plan.size != Size::Line {
                    let height = plan.lanes as f32 * room.row + plan.singles.len() as f32 * room.of(plan.size);
                    prop_assert!(height <= room.height);
                } else {
                    lines.extend(plan.singles.iter().map(|(line, _)| *line));
                    lines.sort_unstable();
                    let shown = lines.len();
                    lines.dedup();
                    prop_assert_eq!(lines.len(), shown);
                    let usable = room.rows() - usize::from(plan.more > 0 && room.rows() > 0);
                    prop_assert!(lines.iter().all(|line| *line < usable));
                }
            }
        }
    }
}
