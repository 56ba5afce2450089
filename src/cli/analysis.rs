//! `witnessmark analysis FILE`: what the marks of a case add up to, and the production-to-use chart as a picture.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};
use serde_json::json;

use super::{CliError, open, output};
use crate::analysis::chart::{chart, figures, notes};
use crate::analysis::firsts::firsts;
use crate::analysis::links::links;
use crate::exchange::chart::svg;
use crate::exchange::picture::write;
use crate::text::{t, tf};

/// Adds this command's options.
pub(super) fn options(command: Command) -> Command {
    command.arg(
        Arg::new("chart")
            .long("chart")
            .value_name("OUT.svg|OUT.png")
            .help(t("cli-arg-analysis-chart"))
            .value_parser(value_parser!(PathBuf)),
    )
}

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    let reader = open::reader(args)?;
    let weapons = reader.weapon_facts(jiff::Zoned::now().date())?;
    let chart = chart(&weapons);
    if let Some(out) = args.get_one::<PathBuf>("chart") {
        write(svg(&chart), out).map_err(|error| CliError::Refused(error.to_string()))?;
    }
    let (firsts, links) = (firsts(&weapons), links(&weapons));
    if args.get_flag("json") {
        return output::json(&json!({ "production_to_use": chart, "firsts": firsts, "links": links }));
    }
    for row in &chart.rows {
        let lowest = if row.is_lowest_yet {
            t("analysis-chart-lowest")
        } else {
            ""
        };
        let columns = [
            row.used.to_string(),
            row.title.clone(),
            figures(row),
            row.not_before.to_string(),
            row.decided_by.clone(),
            lowest.to_owned(),
        ];
        output::line(&columns.join("  "))?;
    }
    if let Some(median) = chart.median {
        output::line(&tf(
            "analysis-chart-median",
            &[("days", (median.round() as i64).into())],
        ))?;
    }
    let sentences = std::iter::once(notes(&chart))
        .chain(firsts.into_iter().map(|first| first.statement))
        .chain(links.into_iter().map(|link| link.statement));
    for sentence in sentences.filter(|sentence| !sentence.is_empty()) {
        output::line(&sentence)?;
    }
    Ok(())
}
