//! A date of one to three parts: year, month or season, day, each with digits that may not be known (`X`) and with
//! qualifiers of its own.

use jiff::civil::Date;

use super::shape::{Doubt, Point};
use super::year::{self, Years};
use super::{EdtfError, Precision, season};
use crate::model::when::Interval;

/// Why a text is no date; `None` when its form is wrong.
type Problem = Option<EdtfError>;

/// A part of a date with the qualifiers around it.
struct Part<'a> {
    text: &'a str,
    /// Written before it: of this part alone.
    own: Doubt,
    /// Written behind it: of this part and all before it.
    group: Doubt,
}

impl<'a> Part<'a> {
    fn new(text: &'a str) -> Self {
        let (own, text) = before(text);
        let (text, group) = match text.char_indices().last() {
            Some((at, sign)) => {
                Doubt::of(sign).map_or((text, Doubt::default()), |doubt| (&text[..at], doubt))
            }
            None => (text, Doubt::default()),
        };
        Self { text, own, group }
    }
}

fn before(text: &str) -> (Doubt, &str) {
    let mut rest = text.chars();
    match rest.next().and_then(Doubt::of) {
        Some(doubt) => (doubt, rest.as_str()),
        None => (Doubt::default(), text),
    }
}

/// A whole date.
pub(super) fn date(text: &str) -> Result<Point, Problem> {
    let (of_year, rest) = before(text);
    if rest.starts_with('Y') {
        let part = Part::new(rest);
        let doubt = of_year.with(part.group);
        let years = year::prefixed(part.text.get(1..).unwrap_or_default())?;
        return of_years(years, doubt);
    }
    let (negative, rest) = match rest.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    let mut parts: Vec<Part<'_>> = rest.split('-').take(4).map(Part::new).collect();
    if let Some(year) = parts.first_mut() {
        // One qualifier, and before the sign: the sign belongs to the year.
        if year.own != Doubt::default() && (negative || of_year != Doubt::default()) {
            return Err(None);
        }
        year.own = year.own.with(of_year);
    }
    let doubts = doubts(&parts);
    match &parts[..] {
        [year] if year.text.contains('S') => {
            of_years(significant(year.text, negative)?, doubts[0].unwrap_or_default())
        }
        [year] => calendar(&Pattern::new(year.text, negative, None, None)?, doubts),
        [year, month] => calendar(
            &Pattern::new(year.text, negative, Some(month.text), None)?,
            doubts,
        ),
        [year, month, day] => {
            let pattern = Pattern::new(year.text, negative, Some(month.text), Some(day.text))?;
            calendar(&pattern, doubts)
        }
        _ => Err(None),
    }
}

/// What the qualifiers say of each part.
fn doubts(parts: &[Part<'_>]) -> [Option<Doubt>; 3] {
    std::array::from_fn(|at| {
        let part = parts.get(at)?;
        Some(
            parts[at..]
                .iter()
                .fold(part.own, |doubt, later| doubt.with(later.group)),
        )
    })
}

fn significant(text: &str, negative: bool) -> Result<Years, Problem> {
    let (number, kept) = text.split_once('S').ok_or(None)?;
    let kept = year::digits(kept).ok_or(None)?;
    let number = Some(number).filter(|number| number.len() == 4 && year::digits(number).is_some());
    let value = number.and_then(|number| number.parse().ok()).ok_or(None)?;
    year::significant(value, 4, kept, negative).ok_or(None)
}

fn of_years(years: Years, doubt: Doubt) -> Result<Point, Problem> {
    let whole = |year| Interval::year(year).ok_or(None);
    Ok(Point {
        days: whole(years.first)?.hull(&whole(years.last)?),
        precision: years.precision(),
        gaps: false,
        doubts: [Some(doubt), None, None],
        estimate: years.estimate,
        moment: None,
    })
}

/// The parts of a date as they are written, and the years that the first may mean, the earliest first.
struct Pattern<'a> {
    text: String,
    years: Vec<i16>,
    month: Option<&'a str>,
    day: Option<&'a str>,
    /// The number of the season or other part of the year that stands where the month would be.
    season: Option<i16>,
}

impl<'a> Pattern<'a> {
    fn new(
        year: &str,
        negative: bool,
        month: Option<&'a str>,
        day: Option<&'a str>,
    ) -> Result<Self, Problem> {
        let mut years = matching(year, 4).ok_or(None)?;
        if negative {
            // There is no year -0000.
            years = years
                .iter()
                .rev()
                .filter(|year| **year > 0)
                .map(|year| -year)
                .collect();
        }
        let code = month
            .filter(|code| code.len() == 2)
            .and_then(|code| code.parse().ok());
        let season = code.filter(|code| day.is_none() && season::CODES.contains(code));
        let (month, day) = (month.map(two_digits), day.map(two_digits));
        let part = |text: Option<&str>| text.is_none_or(|text| matching(text, 2).is_some());
        if years.is_empty() || !part(month) || !part(day) {
            return Err(None);
        }
        if year == "XXXX" && all_unknown(month) && all_unknown(day) {
            return Err(Some(EdtfError::NothingKnown));
        }
        let sign = if negative { "-" } else { "" };
        Ok(Self {
            text: format!("{sign}{year}"),
            years,
            month,
            day,
            season,
        })
    }

    fn year_and_month(&self) -> String {
        match self.month {
            Some(month) => format!("{}-{month}", self.text),
            None => self.text.clone(),
        }
    }
}

/// A month or day of two digits. Version 0.1 took four of them for two (`2024-0008`), so that cases may hold such dates:
/// they are read, for a record must not be lost.
fn two_digits(part: &str) -> &str {
    match part {
        "XXXX" | "0XXX" => "XX",
        _ if part.len() == 4 => part.strip_prefix("00").unwrap_or(part),
        _ => part,
    }
}

/// Whether a month or day is not written or not known at all.
fn all_unknown(part: Option<&str>) -> bool {
    part.is_none_or(|part| part == "XX")
}

fn calendar(pattern: &Pattern<'_>, doubts: [Option<Doubt>; 3]) -> Result<Point, Problem> {
    let (days, precision, gaps) = match pattern.season {
        Some(code) => of_season(pattern, code)?,
        None => of_days(pattern)?,
    };
    Ok(Point {
        days,
        precision,
        gaps,
        doubts,
        estimate: None,
        moment: None,
    })
}

fn of_season(pattern: &Pattern<'_>, code: i16) -> Result<(Interval, Precision, bool), Problem> {
    let too_far = || {
        Some(EdtfError::Year {
            year: pattern.year_and_month(),
        })
    };
    let in_year = |year: Option<&i16>| season::days(*year?, code);
    let first = in_year(pattern.years.first()).ok_or_else(too_far)?;
    let last = in_year(pattern.years.last()).ok_or_else(too_far)?;
    let several = pattern.years.len() > 1;
    let precision = if several {
        Precision::Range
    } else {
        Precision::Season
    };
    Ok((first.hull(&last), precision, several))
}

/// The first and the last day that fit, how finely that speaks, and whether days between them don't fit.
fn of_days(pattern: &Pattern<'_>) -> Result<(Interval, Precision, bool), Problem> {
    let years = &pattern.years;
    let months = numbers(pattern.month, 1..=12);
    if months.is_empty() {
        return Err(Some(EdtfError::Month {
            month: pattern.month.unwrap_or_default().to_owned(),
        }));
    }
    let days = numbers(pattern.day, 1..=31);
    let at = |year: &i16, month: &i8, day: &i8| Date::new(*year, *month, *day).ok();
    let first = years.iter().find_map(|year| {
        let in_month = |month| days.iter().find_map(|day| at(year, month, day));
        months.iter().find_map(in_month)
    });
    let last = years.iter().rev().find_map(|year| {
        let in_month = |month| days.iter().rev().find_map(|day| at(year, month, day));
        months.iter().rev().find_map(in_month)
    });
    let no_day = || {
        Some(EdtfError::Day {
            day: pattern.day.unwrap_or_default().to_owned(),
            month: pattern.year_and_month(),
        })
    };
    let (first, last) = first.zip(last).ok_or_else(no_day)?;
    let span = Interval::new(first, last).map_err(|_| None)?;
    let (of_month, of_day) = (all_unknown(pattern.month), all_unknown(pattern.day));
    let (precision, gaps) = match (&years[..], &months[..]) {
        ([_], _) if of_month && of_day => (Precision::Year, false),
        (_, _) if of_month && of_day => match (years.len(), has_gaps(years)) {
            (10, false) => (Precision::Decade, false),
            (100, false) => (Precision::Century, false),
            (_, gaps) => (Precision::Range, gaps),
        },
        ([_], [_]) if of_day => (Precision::Month, false),
        ([_], months) if of_day => (Precision::Range, has_gaps(months)),
        _ if first == last => (Precision::Day, false),
        _ if (first.year(), first.month()) == (last.year(), last.month()) => {
            let fit: Vec<i8> = days
                .into_iter()
                .filter(|day| (first.day()..=last.day()).contains(day))
                .collect();
            (Precision::Range, has_gaps(&fit))
        }
        // Some days of each month, or some months of each year.
        _ => (Precision::Range, true),
    };
    Ok((span, precision, gaps))
}

/// The numbers of `range` that a month or day may be: all of them when it is not written.
fn numbers(pattern: Option<&str>, range: std::ops::RangeInclusive<i8>) -> Vec<i8> {
    let Some(pattern) = pattern else {
        return range.collect();
    };
    let all = matching(pattern, 2).unwrap_or_default().into_iter();
    all.filter_map(|number| i8::try_from(number).ok())
        .filter(|number| range.contains(number))
        .collect()
}

/// Whether numbers between the first and the last are missing.
fn has_gaps<N: Copy + Into<i32>>(sorted: &[N]) -> bool {
    sorted.windows(2).any(|pair| pair[1].into() - pair[0].into() != 1)
}

/// The numbers of up to four digits that `pattern` may mean, `X` being any digit; the smallest first. `None` when it
/// is no such pattern.
fn matching(pattern: &str, width: usize) -> Option<Vec<i16>> {
    if pattern.len() != width {
        return None;
    }
    pattern.bytes().try_fold(vec![0], |known: Vec<i16>, byte| {
        let digits = match byte {
            b'X' => 0..=9,
            b'0'..=b'9' => i16::from(byte - b'0')..=i16::from(byte - b'0'),
            _ => return None,
        };
        let with = |number: i16| digits.clone().map(move |digit| number * 10 + digit);
        Some(known.into_iter().flat_map(with).collect())
    })
}
