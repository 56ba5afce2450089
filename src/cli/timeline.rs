//! `witnessmark timeline FILE`: what happened when, of the whole case or of one strike, weapon or model.

use std::path::PathBuf;
use std::str::FromStr;

use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Command, value_parser};

use super::{CliError, open, output};
use crate::analysis::timeline::Subject;
use crate::analysis::timeline::layout::Density;
use crate::case::Reader;
use crate::exchange::picture::{SCALE, png};
use crate::exchange::timeline::{csv, svg};
use crate::model::{Strike, Weapon};
use crate::text::{t, tf};

/// Adds this command's options.
pub(super) fn options(command: Command) -> Command {
    let of = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(t(help))
    };
    let file =
        |name: &'static str, help: &'static str| of(name, "OUT", help).value_parser(value_parser!(PathBuf));
    command
        .arg(of("strike", "ID", "cli-arg-timeline-strike"))
        .arg(of("weapon", "ID", "cli-arg-timeline-weapon"))
        .arg(of("model", "MODEL", "cli-arg-timeline-model"))
        .group(ArgGroup::new("subject").args(["strike", "weapon", "model"]))
        .arg(
            Arg::new("csv")
                .long("csv")
                .help(t("cli-arg-csv"))
                .action(ArgAction::SetTrue)
                .conflicts_with("json"),
        )
        .arg(file("svg", "cli-arg-timeline-svg"))
        .arg(file("png", "cli-arg-timeline-png"))
}

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    let reader = open::reader(args)?;
    let subject = subject(args, &reader)?;
    let timeline = reader.timeline(&subject, jiff::Zoned::now().date())?;
    let drawing = || svg(&timeline, Density::of(&subject));
    if let Some(out) = args.get_one::<PathBuf>("svg") {
        std::fs::write(out, drawing())?;
    }
    if let Some(out) = args.get_one::<PathBuf>("png") {
        let picture = png(&drawing(), SCALE).map_err(|error| CliError::Refused(error.to_string()))?;
        std::fs::write(out, picture)?;
    }
    if args.get_flag("json") {
        return output::json(&timeline);
    }
    if args.get_flag("csv") {
        let rows = csv(&timeline).map_err(|error| CliError::Refused(error.to_string()))?;
        return output::text(&rows);
    }
    let mut lines = Vec::new();
    for row in &timeline.rows {
        let title = format!("{}{}", "  ".repeat(row.depth.into()), row.title);
        for event in &row.events {
            let day = |end: Option<jiff::civil::Date>| end.map_or("..".to_owned(), |day| day.to_string());
            let days = match event.days() {
                Some(days) => days.to_string(),
                None => format!("{}/{}", day(event.earliest), day(event.latest)),
            };
            lines.push(vec![
                title.clone(),
                event.stage.text().to_owned(),
                days,
                event.stated.to_string(),
                event.of.to_string(),
            ]);
        }
    }
    output::table(&lines)?;
    for disorder in &timeline.disorders {
        output::line(&disorder.statement)?;
    }
    Ok(())
}

fn subject(args: &ArgMatches, reader: &Reader) -> Result<Subject, CliError> {
    let given = |name| args.get_one::<String>(name);
    if let Some(text) = given("strike") {
        let id = known(text, "cli-timeline-no-strike", |id| {
            Ok(reader.get::<Strike>(id)?.is_some())
        })?;
        return Ok(Subject::Strike(id));
    }
    if let Some(text) = given("weapon") {
        let id = known(text, "cli-timeline-no-weapon", |id| {
            Ok(reader.get::<Weapon>(id)?.is_some())
        })?;
        return Ok(Subject::Weapon(id));
    }
    let Some(model) = given("model") else {
        return Ok(Subject::Case);
    };
    let models = reader.models()?;
    if !models.contains(model) {
        let arguments = [
            ("model", model.as_str().into()),
            ("models", models.join("; ").into()),
        ];
        return Err(CliError::Refused(tf("cli-timeline-no-model", &arguments)));
    }
    Ok(Subject::Model(model.clone()))
}

/// The id of a record that is in the case.
fn known<I: FromStr + Copy>(
    text: &str,
    refusal: &str,
    is_there: impl FnOnce(I) -> Result<bool, CliError>,
) -> Result<I, CliError> {
    let refused = || CliError::Refused(tf(refusal, &[("id", text.into())]));
    let id = text.parse().map_err(|_| refused())?;
    if is_there(id)? { Ok(id) } else { Err(refused()) }
}
