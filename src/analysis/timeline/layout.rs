//! Where the bars and the rows of a timeline lie, in points; the same for the window and for pictures.

use std::ops::Range;

use super::super::lifeline::Event;
use super::scale::{Scale, number};
use super::{Row, Subject};

/// How wide the mark of a day is at least.
pub const MARK: f32 = 9.0;
/// How long a bar is of which one end is not known.
pub const OPEN: f32 = 56.0;

/// Where an event lies across.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    /// Where it begins, from the left end of the scale.
    pub left: f32,
    /// Where it ends.
    pub right: f32,
    /// Its beginning is not known.
    pub opens_left: bool,
    /// Its end is not known.
    pub opens_right: bool,
    /// It is one day.
    pub is_day: bool,
}

/// The bar of an event on a scale of `width`; `None` where it is out of view. The last day is part of it.
#[must_use]
pub fn bar(event: &Event, scale: &Scale, width: f32) -> Option<Bar> {
    // Far out of view is as good as anywhere there.
    let at = |number: f64| (scale.at(number).clamp(-10.0, 11.0) * f64::from(width)) as f32;
    let first = event.earliest.map(|day| at(number(day)));
    let last = event.latest.map(|day| at(number(day) + 1.0));
    let (left, right) = match (first, last) {
        (Some(left), Some(right)) if right - left < MARK => {
            let middle = f32::midpoint(left, right);
            (middle - MARK / 2.0, middle + MARK / 2.0)
        }
        (Some(left), Some(right)) => (left, right),
        (Some(left), None) => (left, left + OPEN),
        (None, Some(right)) => (right - OPEN, right),
        (None, None) => return None,
    };
    (right >= 0.0 && left <= width).then_some(Bar {
        left,
        right,
        opens_left: first.is_none(),
        opens_right: last.is_none(),
        is_day: event.earliest == event.latest,
    })
}

/// How close the lines of a row stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Density {
    /// With room for words beside each bar.
    Roomy,
    /// For many rows.
    Dense,
}

/// The room above and below the lines of a row.
const AROUND: f32 = 6.0;

impl Density {
    /// How close the rows of a timeline of `subject` stand.
    #[must_use]
    pub fn of(subject: &Subject) -> Self {
        match subject {
            Subject::Strike(_) | Subject::Weapon(_) => Self::Roomy,
            Subject::Case | Subject::Model(_) => Self::Dense,
        }
    }

    /// The height of a line.
    #[must_use]
    pub const fn line(self) -> f32 {
        match self {
            Self::Roomy => 20.0,
            Self::Dense => 12.0,
        }
    }

    /// The height of a row with `lines`.
    #[must_use]
    pub fn height(self, lines: usize) -> f32 {
        (lines.max(1) as f32 * self.line() + 2.0 * AROUND).max(32.0)
    }

    /// The middle of the `nth` of `lines` lines, from the top of the row.
    #[must_use]
    pub fn middle(self, nth: usize, lines: usize) -> f32 {
        let all = lines.max(1) as f32 * self.line();
        (self.height(lines) - all) / 2.0 + (nth as f32 + 0.5) * self.line()
    }
}

/// The line of each event of a row: one for each stage.
pub fn lines(events: &[Event]) -> impl Iterator<Item = usize> {
    let mut line = 0;
    events.iter().enumerate().map(move |(nth, event)| {
        if nth > 0 && events[nth - 1].stage != event.stage {
            line += 1;
        }
        line
    })
}

/// How many lines a row has.
#[must_use]
pub fn line_count(events: &[Event]) -> usize {
    lines(events).last().map_or(0, |last| last + 1)
}

/// Rows of their own heights, one below the other.
#[derive(Debug, Clone, PartialEq)]
pub struct Stack {
    /// Where each row begins, and where the last one ends.
    tops: Vec<f64>,
}

impl Stack {
    /// The rows one below the other.
    #[must_use]
    pub fn of(rows: &[Row], density: Density) -> Self {
        Self::of_heights(rows.iter().map(|row| density.height(line_count(&row.events))))
    }

    fn of_heights(heights: impl Iterator<Item = f32>) -> Self {
        let mut end = 0.0;
        let mut tops = vec![0.0];
        tops.extend(heights.map(|height| {
            end += f64::from(height);
            end
        }));
        Self { tops }
    }

    /// How high they are together.
    #[must_use]
    pub fn height(&self) -> f32 {
        self.tops.last().copied().unwrap_or_default() as f32
    }

    /// Where a row begins.
    #[must_use]
    pub fn top(&self, row: usize) -> f32 {
        self.tops.get(row).copied().unwrap_or_default() as f32
    }

    /// The rows of which anything lies between these heights.
    #[must_use]
    pub fn within(&self, from: f32, to: f32) -> Range<usize> {
        let count = self.tops.len() - 1;
        let (from, to) = (f64::from(from), f64::from(to));
        let first = self.tops[1..].partition_point(|end| *end <= from);
        let last = self.tops[..count].partition_point(|top| *top < to);
        first..last.max(first)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::{Date, date};
    use proptest::prelude::*;

    use super::super::super::lifeline::Stage;
    use super::super::tests::when;
    use super::*;
    use crate::model::when::Interval;

    fn event(stated: &str) -> Event {
        Event::stated(Stage::Recovered, &when(stated).unwrap(), "").unwrap()
    }

    fn august() -> Scale {
        Scale::of(Interval::month(2024, 8).unwrap())
    }

    #[test]
    fn an_end_that_is_not_known_is_open_and_never_a_point() {
        let certain = bar(&event("2024-08-18"), &august(), 500.0).unwrap();
        assert!(certain.is_day && !certain.opens_left && !certain.opens_right);
        assert!(certain.right - certain.left >= MARK);
        let after = bar(&event("2024-08-18/.."), &august(), 500.0).unwrap();
        assert!(after.opens_right && !after.opens_left && !after.is_day);
        assert!(after.right - after.left >= OPEN);
        let before = bar(&event("../2024-08-18"), &august(), 500.0).unwrap();
        assert!(before.opens_left && !before.opens_right && !before.is_day);
        let month = bar(&event("2024-08"), &august(), 500.0).unwrap();
        assert!(!month.is_day && month.right - month.left > 400.0);
        assert_eq!(bar(&event("2023-08"), &august(), 500.0), None);
    }

    #[test]
    fn each_stage_has_a_line_of_its_own() {
        let events = [event("2024-08-18"), event("2024-08-19")];
        assert_eq!(lines(&events).collect::<Vec<_>>(), [0, 0]);
        let documented = Event {
            stage: Stage::Documented,
            ..event("2024-08-20")
        };
        let events = [event("2024-08-18"), documented];
        assert_eq!((line_count(&events), line_count(&[])), (2, 0));
        assert!(Density::Dense.middle(0, 2) < Density::Dense.middle(1, 2));
    }

    fn any_day() -> impl Strategy<Value = Date> {
        (1900_i16..2100, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| date(year, month, day))
    }

    proptest! {
        #[test]
        fn a_bar_has_all_its_days(a in any_day(), b in any_day(), view in any_day(), days in 5_i64..5000) {
            let (first, last) = (a.min(b), a.max(b));
            let event = Event { earliest: Some(first), latest: Some(last), ..event("2024") };
            let end = super::super::scale::day_at(number(view) + days as f64).unwrap();
            let scale = Scale::of(Interval::new(view, end).unwrap());
            let width = 800.0;
            let at = |number: f64| (scale.at(number) * f64::from(width)) as f32;
            match bar(&event, &scale, width) {
                Some(bar) => {
                    prop_assert!(bar.right - bar.left >= MARK - 0.01);
                    prop_assert!(bar.left <= at(number(first)).max(-10.0 * width) + 0.5);
                    prop_assert!(bar.right >= at(number(last) + 1.0).min(11.0 * width) - 0.5);
                }
                None => prop_assert!(
                    at(number(last) + 1.0) < MARK || at(number(first)) > width - MARK,
                    "what is in view has a bar"
                ),
            }
        }

        #[test]
        fn rows_in_view_are_exactly_those_that_have_a_part_there(
            heights in prop::collection::vec(1_u8..90, 0..60),
            from in 0_u16..3000,
            height in 1_u16..900,
        ) {
            let stack = Stack::of_heights(heights.iter().map(|height| f32::from(*height)));
            let (from, to) = (f32::from(from), f32::from(from) + f32::from(height));
            let seen = stack.within(from, to);
            for (row, height) in heights.iter().enumerate() {
                let top = stack.top(row);
                let is_seen = top < to && top + f32::from(*height) > from;
                prop_assert_eq!(seen.contains(&row), is_seen, "row {} of {:?}", row, &heights);
            }
        }
    }
}
