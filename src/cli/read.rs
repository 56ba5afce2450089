//! `witnessmark read MARK`: what a mark may mean, without a case.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use jiff::civil::Date;
use serde_json::{Value, json};

use super::{CliError, output, text_of};
use crate::intake::rules::rules_in;
use crate::model::when::{Edtf, Interval, StrikeDates};
use crate::reading::bound::statement;
use crate::reading::rules::RuleBook;
use crate::reading::{Context, Notation, citation, read};
use crate::text::{t, tf};

pub(super) fn command() -> Command {
    let option = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(t(help))
    };
    Command::new("read")
        .about(t("cli-read"))
        .arg(
            Arg::new("mark")
                .value_name("MARK")
                .help(t("cli-arg-mark"))
                .required(true),
        )
        .arg(option("origin", "CC", "cli-arg-origin"))
        .arg(option("object", "KIND", "cli-arg-object"))
        .arg(option("field", "KIND", "cli-arg-field"))
        .arg(option("maker", "NAME", "cli-arg-maker"))
        .arg(
            option("profile", "PROFILE", "cli-arg-profile").value_parser(PossibleValuesParser::new([
                "iso",
                "tolerant",
                "mil38535",
                "fairchild6",
            ])),
        )
        .arg(option("supply", "SUPPLY", "cli-arg-supply").value_parser(["domestic", "imported"]))
        .arg(option("strike", "EDTF", "cli-arg-strike"))
        .arg(option("documented", "EDTF", "cli-arg-documented"))
        .arg(
            option("rules", "FILE", "cli-arg-rules")
                .action(ArgAction::Append)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(
            Arg::new("literal")
                .long("literal")
                .help(t("cli-arg-literal"))
                .action(ArgAction::SetTrue),
        )
        .arg(option("now", "DATE", "cli-arg-now"))
}

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    let mark = text_of(args, "mark")?;
    let context = context(args)?;
    let notation = if args.get_flag("literal") {
        Notation::literal(mark)
    } else {
        Notation::parse(mark).map_err(|error| CliError::Usage(error.to_string()))?
    };
    let readings = read(&notation, &context);
    if args.get_flag("json") {
        let readings: Vec<Value> = readings
            .iter()
            .map(|reading| {
                let mut value = json!(reading);
                let citations: Vec<_> = reading.sources.iter().map(|id| citation(id)).collect();
                value["citations"] = json!(citations);
                value["statement"] = json!(statement(reading, context.strike));
                value
            })
            .collect();
        return output::json(&json!({ "mark": mark, "context": context, "readings": readings }));
    }
    if readings.is_empty() {
        return output::line(&tf("cli-read-none", &[("mark", mark.into())]));
    }
    for reading in &readings {
        let days = reading.interval.map(|days| days.to_string()).unwrap_or_default();
        output::line(&format!("{}  {}  {}", reading.grade, reading.system_name(), days))?;
        for why in &reading.why {
            output::line(&format!("   {why}"))?;
        }
    }
    Ok(())
}

fn context(args: &ArgMatches) -> Result<Context, CliError> {
    let text = |name: &str| args.get_one::<String>(name).cloned();
    let now: Date = match text("now") {
        None => jiff::Zoned::now().date(),
        Some(now) => now
            .parse()
            .map_err(|_| CliError::Usage(tf("cli-read-now", &[("now", now.as_str().into())])))?,
    };
    let edtf = |name| match text(name) {
        None => Ok(None),
        Some(date) => Edtf::parse_lenient(&date)
            .map(Some)
            .map_err(|error| CliError::Usage(error.to_string())),
    };
    let strike: Option<Interval> = match edtf("strike")? {
        None => None,
        Some(edtf) => {
            let dates = StrikeDates {
                occurred: Some(&edtf),
                ..StrikeDates::default()
            };
            dates.use_interval().map(|(days, _)| days)
        }
    };
    // The words of these options are those of the records.
    let word = |name: &str| text(name).map(Value::String).unwrap_or(Value::Null);
    let field = serde_json::from_value(word("field"))
        .map_err(|error| CliError::Usage(tf("cli-read-field", &[("reason", error.to_string().into())])))?;
    let profile = serde_json::from_value(word("profile"))
        .map_err(|error| CliError::Usage(tf("cli-read-field", &[("reason", error.to_string().into())])))?;
    let rules = args.get_many::<PathBuf>("rules").into_iter().flatten();
    let rules = rules
        .map(|path| {
            rules_in(path, now)
                .map(|(rules, _)| rules)
                .map_err(CliError::Refused)
        })
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Context {
        origin: text("origin"),
        object: text("object"),
        field,
        maker: text("maker"),
        profile,
        imported: text("supply").map(|supply| supply == "imported"),
        strike,
        documented: edtf("documented")?
            .and_then(|documented| documented.interval())
            .map(|days| days.latest()),
        rules: RuleBook::new(rules),
        ..Context::new(now)
    })
}
