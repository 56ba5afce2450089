//! The production-to-use chart: for each weapon the days from the earliest possible production to its use.

use jiff::civil::Date;
use serde::Serialize;

use super::WeaponFacts;
use crate::model::id::WeaponId;
use crate::model::when::{Interval, nights};
use crate::reading::bound::{ProductionToUse, assembly_to_use};
use crate::text::tf;

/// A weapon in the chart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    /// The weapon.
    pub weapon: WeaponId,
    /// What people call it.
    pub title: String,
    /// What people call its strike.
    pub strike: String,
    /// The days on which it can have been used.
    pub used: Interval,
    /// It was not put together before this day.
    pub not_before: Date,
    /// The part that decides this.
    pub decided_by: String,
    /// Most nights from production to use. The fewest are none: nothing says that it was not put together the day before.
    pub max: u32,
    /// Whether no weapon that was used before it has so few nights at most.
    pub is_lowest_yet: bool,
}

/// Why a weapon is not in the chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LeftOut {
    /// None of its marks is dated.
    NotDated,
    /// It is not known when it was used.
    NotUsed,
    /// It would have been made after it was used.
    Contradiction,
}

/// How the most nights change from strike to strike.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Trend {
    /// Nights more (or less, if negative) for each year between two strikes: the median of all pairs (Theil and Sen).
    pub nights_a_year: f64,
    /// On how many weapons it rests.
    pub weapons: usize,
}

/// The chart.
#[derive(Debug, Clone, PartialEq, Serialize, Default)]
pub struct Chart {
    /// The weapons in the order of their use.
    pub rows: Vec<Row>,
    /// Those that are not in it, and why.
    pub left_out: Vec<(WeaponId, String, LeftOut)>,
    /// The median of the most nights, from [`DATED_FOR_MEDIAN`] weapons on.
    pub median: Option<f64>,
    /// How they change, from [`DATED_FOR_TREND`] weapons on.
    pub trend: Option<Trend>,
}

/// The fewest weapons that have a middle.
pub const DATED_FOR_MEDIAN: usize = 3;

/// The fewest weapons that make a trend: fewer would make a line of chance.
pub const DATED_FOR_TREND: usize = 4;

/// No more weapons are compared pair by pair; of more an even choice is.
const MOST_PAIRED: usize = 1_500;

/// The chart of these weapons.
#[must_use]
pub fn chart(weapons: &[WeaponFacts]) -> Chart {
    let mut chart = Chart::default();
    for weapon in weapons {
        match row(weapon) {
            Ok(row) => chart.rows.push(row),
            Err(why) => chart.left_out.push((weapon.id, weapon.title.clone(), why)),
        }
    }
    chart.rows.sort_by(|a, b| {
        let key = |row: &Row| (row.used.earliest(), row.used.latest(), row.weapon);
        key(a).cmp(&key(b))
    });
    let mut lowest: Option<u32> = None;
    for row in &mut chart.rows {
        // The first one is no record: there is nothing that it is lower than.
        row.is_lowest_yet = lowest.is_some_and(|lowest| row.max < lowest);
        lowest = Some(lowest.map_or(row.max, |lowest| lowest.min(row.max)));
    }
    if chart.rows.len() >= DATED_FOR_MEDIAN {
        let mut most: Vec<f64> = chart.rows.iter().map(|row| f64::from(row.max)).collect();
        chart.median = median(&mut most);
    }
    chart.trend = trend(&chart.rows);
    chart
}

fn row(weapon: &WeaponFacts) -> Result<Row, LeftOut> {
    let bound = weapon.bound.as_ref().ok_or(LeftOut::NotDated)?;
    let used = weapon.used.ok_or(LeftOut::NotUsed)?;
    let ProductionToUse::Days { max, .. } = assembly_to_use(bound.not_before, used) else {
        return Err(LeftOut::Contradiction);
    };
    Ok(Row {
        weapon: weapon.id,
        title: weapon.title.clone(),
        strike: weapon.strike_title.clone(),
        used,
        not_before: bound.not_before,
        decided_by: bound.decided_by.clone(),
        max,
        is_lowest_yet: false,
    })
}

/// The middle of `values`, or the mean of the two in the middle.
fn median(values: &mut [f64]) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    match values.len() {
        0 => None,
        count if count % 2 == 1 => values.get(middle).copied(),
        _ => Some(f64::midpoint(*values.get(middle - 1)?, *values.get(middle)?)),
    }
}

fn trend(rows: &[Row]) -> Option<Trend> {
    if rows.len() < DATED_FOR_TREND {
        return None;
    }
    let step = rows.len().div_ceil(MOST_PAIRED);
    let points: Vec<(f64, f64)> = rows
        .iter()
        .step_by(step)
        .map(|row| {
            let since = nights(Date::ZERO, row.used.earliest());
            (f64::from(since), f64::from(row.max))
        })
        .collect();
    let mut slopes = Vec::new();
    for (nth, a) in points.iter().enumerate() {
        for b in &points[nth + 1..] {
            if b.0 > a.0 {
                slopes.push((b.1 - a.1) / (b.0 - a.0));
            }
        }
    }
    Some(Trend {
        nights_a_year: median(&mut slopes)? * 365.25,
        weapons: rows.len(),
    })
}

/// The steps of an axis from 0 to at least `most`: about eight, at round numbers of days.
#[must_use]
pub fn steps(most: u32) -> Vec<u32> {
    const SIZES: [u32; 13] = [1, 2, 5, 10, 20, 50, 100, 200, 365, 730, 1_825, 3_650, 7_300];
    let size = SIZES
        .into_iter()
        .find(|size| most.div_ceil(*size) <= 8)
        .unwrap_or_else(|| most.div_ceil(8).max(1));
    (0..=most.div_ceil(size).max(1)).map(|step| step * size).collect()
}

/// What stands under the chart: the trend, and what was left out.
#[must_use]
pub fn notes(chart: &Chart) -> String {
    let mut sentences = Vec::new();
    if let Some(trend) = chart.trend {
        let key = if trend.nights_a_year < 0.0 {
            "analysis-chart-trend-less"
        } else {
            "analysis-chart-trend-more"
        };
        let arguments = [
            ("days", whole(trend.nights_a_year.abs()).into()),
            ("weapons", trend.weapons.into()),
        ];
        sentences.push(tf(key, &arguments));
    }
    if !chart.left_out.is_empty() {
        sentences.push(tf(
            "analysis-chart-left-out",
            &[("count", chart.left_out.len().into())],
        ));
    }
    sentences.join(" ")
}

/// A whole number of days.
fn whole(days: f64) -> i64 {
    days.round() as i64
}

/// At most how many days: what stands beside a bar.
#[must_use]
pub fn figures(row: &Row) -> String {
    tf("analysis-chart-days", &[("days", row.max.into())])
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::reading::bound::{Part, assembly_bound};

    pub fn weapon(title: &str, made: &str, used: &str) -> WeaponFacts {
        let days = |text: &str| {
            let edtf = crate::model::when::Edtf::parse(text).unwrap();
            edtf.interval().unwrap()
        };
        let parts = (!made.is_empty()).then(|| Part {
            label: format!("mark of {title}"),
            candidates: vec![days(made)],
            preferred: Some(days(made)),
        });
        WeaponFacts {
            id: WeaponId::new(),
            title: title.to_owned(),
            model: None,
            maker: None,
            strike: None,
            strike_title: format!("strike of {title}"),
            used: (!used.is_empty()).then(|| days(used)),
            bound: assembly_bound(&parts.into_iter().collect::<Vec<_>>()),
            share: crate::reading::bound::CodeShare::default(),
            marks: Vec::new(),
        }
    }

    #[test]
    fn weapons_stand_in_the_order_of_use_and_new_lows_are_told() {
        let chart = chart(&[
            weapon("C", "2024", "2024-08-18"),
            weapon("A", "2023", "2024-01-02"),
            weapon("B", "2022", "2024-05-01"),
        ]);
        let rows: Vec<(&str, u32, bool)> = chart
            .rows
            .iter()
            .map(|row| (row.title.as_str(), row.max, row.is_lowest_yet))
            .collect();
        assert_eq!(rows, [("A", 366, false), ("B", 851, false), ("C", 230, true)]);
        assert_eq!(chart.median, Some(366.0));
        assert_eq!(chart.trend, None, "three weapons make no trend");
    }

    #[test]
    fn what_can_not_be_placed_is_named_with_the_reason() {
        let chart = chart(&[
            weapon("undated", "", "2024-08-18"),
            weapon("unused", "2024", ""),
            weapon("late", "2025", "2024-08-18"),
        ]);
        let why: Vec<LeftOut> = chart.left_out.iter().map(|(_, _, why)| *why).collect();
        assert_eq!(why, [LeftOut::NotDated, LeftOut::NotUsed, LeftOut::Contradiction]);
        assert_eq!((chart.rows.len(), chart.median), (0, None));
    }

    #[test]
    fn a_trend_is_the_middle_of_all_pairs_and_one_outlier_does_not_turn_it() {
        // A hundred nights less each year, and one that does not fit.
        let chart = chart(&[
            weapon("A", "2020-01-01", "2021-01-01"),
            weapon("B", "2021-04-11", "2022-01-01"),
            weapon("C", "2022-07-20", "2023-01-01"),
            weapon("D", "2015-01-01", "2023-06-01"),
            weapon("E", "2023-10-28", "2024-01-01"),
        ]);
        let trend = chart.trend.unwrap();
        assert_eq!(trend.weapons, 5);
        assert!(
            (trend.nights_a_year + 100.0).abs() < 10.0,
            "{}",
            trend.nights_a_year
        );
    }

    #[test]
    fn an_axis_has_few_round_steps_and_reaches_the_longest_bar() {
        for most in [0, 1, 7, 8, 9, 230, 366, 851, 4_000, 100_000] {
            let steps = steps(most);
            assert!(steps.len() >= 2 && steps.len() <= 9, "{most}: {steps:?}");
            assert!(*steps.last().unwrap() >= most);
        }
        assert_eq!(steps(230), [0, 50, 100, 150, 200, 250]);
    }
}
