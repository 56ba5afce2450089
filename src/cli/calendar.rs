//! `witnessmark calendar FILE PERIOD`: the strikes of months or the days of a year, as rows, as pages to print, or beside
//! another period.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use jiff::ToSpan as _;
use jiff::civil::Date;
use serde_json::json;

use super::{CliError, open, output, text_of};
use crate::case::{CalendarFilter, CalendarStrike, Count, Period, Reader, Reports};
use crate::exchange::calendar::{month, page_file, year};
use crate::exchange::picture::{SCALE, png};
use crate::text::{t, tf};

/// Adds this command's options.
pub(super) fn options(command: Command) -> Command {
    let option = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(t(help))
    };
    let file = |name: &'static str, value: &'static str, help: &'static str| {
        option(name, value, help).value_parser(value_parser!(PathBuf))
    };
    command
        .arg(
            Arg::new("period")
                .value_name("YYYY|YYYY-MM|YYYY-MM/YYYY-MM")
                .help(t("cli-arg-period"))
                .required(true),
        )
        .arg(option("tag", "TAG", "cli-arg-tag").action(ArgAction::Append))
        .arg(option("reports", "WHICH", "cli-arg-reports").value_parser(["none", "otherwise", "all"]))
        .arg(
            Arg::new("no-observed")
                .long("no-observed")
                .help(t("cli-arg-no-observed"))
                .action(ArgAction::SetTrue),
        )
        .arg(file("svg", "OUT.svg", "cli-arg-calendar-svg").conflicts_with("compare"))
        .arg(file("png", "OUT.png", "cli-arg-calendar-png").conflicts_with("compare"))
        .arg(option("compare", "PERIOD", "cli-arg-compare"))
}

/// A year, or months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    Year(i16),
    /// The first days of the first and the last month.
    Months(Date, Date),
}

impl Asked {
    fn parse(text: &str) -> Result<Self, CliError> {
        let wrong = || CliError::Usage(tf("cli-calendar-period", &[("period", text.into())]));
        let month = |text: &str| {
            let (year, month) = text.split_once('-').ok_or_else(wrong)?;
            let (year, month) = (
                year.parse().map_err(|_| wrong())?,
                month.parse().map_err(|_| wrong())?,
            );
            Date::new(year, month, 1).map_err(|_| wrong())
        };
        if let Some((first, last)) = text.split_once('/') {
            let months = (month(first)?, month(last)?);
            return if months.0 <= months.1 {
                Ok(Self::Months(months.0, months.1))
            } else {
                Err(wrong())
            };
        }
        if text.contains('-') {
            return month(text).map(|month| Self::Months(month, month));
        }
        let year = text.parse().map_err(|_| wrong())?;
        Date::new(year, 12, 31).map_err(|_| wrong())?;
        Ok(Self::Year(year))
    }

    fn days(self) -> (Date, Date) {
        match self {
            Self::Year(year) => {
                let first = Date::new(year, 1, 1).unwrap_or(Date::MIN);
                (first, first.last_of_year())
            }
            Self::Months(first, last) => (first, last.last_of_month()),
        }
    }

    fn months(self) -> impl Iterator<Item = Date> {
        let (first, last) = self.days();
        first.series(1.month()).take_while(move |month| *month <= last)
    }
}

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    let asked = Asked::parse(text_of(args, "period")?)?;
    let other = args
        .get_one::<String>("compare")
        .map(|text| Asked::parse(text))
        .transpose()?;
    let reader = open::reader(args)?;
    let filter = filter(args);
    if let Some(other) = other {
        return compare(args, &reader, asked, other, &filter);
    }
    for (name, is_png) in [("svg", false), ("png", true)] {
        if let Some(out) = args.get_one::<PathBuf>(name) {
            print(&reader, asked, &filter, out, is_png)?;
        }
    }
    let (first, last) = asked.days();
    match asked {
        Asked::Months(..) => {
            let strikes = reader.calendar(first, last, &filter, u32::MAX)?;
            if args.get_flag("json") {
                return output::json(&json!({ "first": first, "last": last, "strikes": strikes }));
            }
            let rows: Vec<Vec<String>> = strikes.into_iter().map(row).collect();
            output::table(&rows)
        }
        Asked::Year(year) => {
            let days = reader.calendar_days(first, last, &filter)?;
            if args.get_flag("json") {
                return output::json(&json!({ "year": year, "days": days }));
            }
            let rows: Vec<Vec<String>> = days
                .into_iter()
                .map(|day| vec![day.day.to_string(), day.strikes.to_string()])
                .collect();
            output::table(&rows)
        }
    }
}

fn filter(args: &ArgMatches) -> CalendarFilter {
    let tags = args.get_many::<String>("tag").into_iter().flatten();
    CalendarFilter {
        tags: tags.cloned().collect(),
        observed: !args.get_flag("no-observed"),
        reports: match args.get_one::<String>("reports").map(String::as_str) {
            Some("none") => Reports::Hidden,
            Some("all") => Reports::All,
            _ => Reports::Otherwise,
        },
    }
}

fn row(strike: CalendarStrike) -> Vec<String> {
    let days = if strike.first == strike.last {
        strike.first.to_string()
    } else {
        format!("{}..{}", strike.first, strike.last)
    };
    vec![
        days,
        strike.basis,
        strike.title,
        strike.place_name.unwrap_or_default(),
        strike.tags.join(", "),
    ]
}

/// A year is one page, one month is one, and of several each has a file of its own.
fn print(
    reader: &Reader,
    asked: Asked,
    filter: &CalendarFilter,
    out: &Path,
    is_png: bool,
) -> Result<(), CliError> {
    let write = |drawing: String, to: &Path| -> Result<(), CliError> {
        let bytes = if is_png {
            png(&drawing, SCALE).map_err(|error| CliError::Refused(error.to_string()))?
        } else {
            drawing.into_bytes()
        };
        Ok(std::fs::write(to, bytes)?)
    };
    match asked {
        Asked::Year(number) => write(year(reader, number, filter)?, out),
        Asked::Months(first, last) if first == last => write(month(reader, first, filter)?, out),
        Asked::Months(..) => asked
            .months()
            .try_for_each(|first| write(month(reader, first, filter)?, &page_file(out, first))),
    }
}

/// Two periods side by side.
fn compare(
    args: &ArgMatches,
    reader: &Reader,
    one: Asked,
    other: Asked,
    filter: &CalendarFilter,
) -> Result<(), CliError> {
    let period = |asked: Asked| {
        let (first, last) = asked.days();
        reader.period(first, last, filter)
    };
    let periods = [period(one)?, period(other)?];
    if args.get_flag("json") {
        return output::json(&json!({ "periods": periods }));
    }
    let named = |name: &str, count: &dyn Fn(&Period) -> Count| {
        let counts = periods.iter().map(|period| in_words(count(period)));
        std::iter::once(name.to_owned()).chain(counts).collect::<Vec<_>>()
    };
    let days = periods
        .iter()
        .map(|period| format!("{}/{}", period.first, period.last));
    let mut rows = vec![std::iter::once(String::new()).chain(days).collect()];
    rows.push(named(t("calendar-compare-all"), &Period::all));
    rows.push(named(t("calendar-compare-observed"), &|period| period.observed));
    rows.push(named(t("calendar-compare-reported"), &|period| period.reported));
    for tag in Period::tags_of(&periods) {
        rows.push(named(&tag, &|period| period.tagged(&tag)));
    }
    output::table(&rows)
}

/// `12`, or `12 (+3?)` where three more may belong to it.
fn in_words(count: Count) -> String {
    match count.perhaps {
        0 => count.inside.to_string(),
        perhaps => format!("{} (+{perhaps}?)", count.inside),
    }
}
