//! `witnessmark calendar FILE YYYY-MM|YYYY`: the strikes of a month, or the days of a year.

use clap::ArgMatches;
use jiff::ToSpan;
use jiff::civil::Date;
use serde_json::json;

use super::{CliError, open, output, text_of};
use crate::case::CalendarFilter;
use crate::text::tf;

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    let period = text_of(args, "period")?;
    let wrong = || CliError::Usage(tf("cli-calendar-period", &[("period", period.into())]));
    let reader = open::reader(args)?;
    let filter = CalendarFilter {
        tags: args
            .get_many::<String>("tag")
            .into_iter()
            .flatten()
            .cloned()
            .collect(),
    };
    let (year, month) = match period.split_once('-') {
        Some((year, month)) => (year, Some(month.parse::<i8>().map_err(|_| wrong())?)),
        None => (period, None),
    };
    let year: i16 = year.parse().map_err(|_| wrong())?;
    if let Some(month) = month {
        let first = Date::new(year, month, 1).map_err(|_| wrong())?;
        let strikes = reader.calendar(first, first.last_of_month(), &filter, u32::MAX)?;
        if args.get_flag("json") {
            return output::json(
                &json!({ "first": first, "last": first.last_of_month(), "strikes": strikes }),
            );
        }
        let rows: Vec<Vec<String>> = strikes
            .into_iter()
            .map(|strike| {
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
            })
            .collect();
        return output::table(&rows);
    }
    let first = Date::new(year, 1, 1).map_err(|_| wrong())?;
    let last = first
        .checked_add(1.year())
        .and_then(|next| next.yesterday())
        .map_err(|_| wrong())?;
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
