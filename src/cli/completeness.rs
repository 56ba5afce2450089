//! `witnessmark completeness FILE`: of each record what its checklists ask for, and what of it is there.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::{Value, json};

use super::checklist::kind_named;
use super::{CliError, open, output};
use crate::analysis::completeness::{Answer, Tally, answers};
use crate::case::Reader;
use crate::exchange::sheet::neutral;
use crate::model::Checklist;
use crate::model::checklist::{Demand, Missing};
use crate::model::record::{RecordKind, RecordRef};
use crate::text::{t, tf};

const FORMATS: [&str; 3] = ["text", "csv", "json"];

pub(super) fn options(command: Command) -> Command {
    command
        .arg(
            Arg::new("kind")
                .long("kind")
                .value_name("KIND")
                .help(t("cli-arg-completeness-kind"))
                .value_parser(PossibleValuesParser::new(Checklist::KINDS.map(RecordKind::word))),
        )
        .arg(
            Arg::new("incomplete")
                .long("incomplete")
                .help(t("cli-arg-completeness-incomplete"))
                .action(ArgAction::SetTrue),
        )
        .arg(
            Arg::new("demand")
                .long("demand")
                .value_name("DEMAND")
                .help(t("cli-arg-completeness-demand"))
                .requires("incomplete")
                .value_parser(PossibleValuesParser::new(Demand::ALL.map(Demand::word))),
        )
        .arg(
            Arg::new("format")
                .long("format")
                .value_name("FORMAT")
                .help(t("cli-arg-completeness-format"))
                .default_value("text")
                .value_parser(PossibleValuesParser::new(FORMATS)),
        )
}

/// A record with its answers, in words.
struct Line {
    record: RecordRef,
    title: String,
    tally: Tally,
    items: Vec<Said>,
}

struct Said {
    label: String,
    demand: Demand,
    has: u32,
    wants: u32,
}

impl Said {
    fn of(answer: &Answer<'_>, kind: RecordKind) -> Self {
        Self {
            label: answer.item.label(kind),
            demand: answer.item.demand,
            has: answer.has,
            wants: answer.wants,
        }
    }

    const fn is_there(&self) -> bool {
        self.has >= self.wants
    }
}

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    let reader = open::reader(args)?;
    let only = args.get_one::<String>("kind").and_then(|word| kind_named(word));
    let missing = match args.get_one::<String>("demand").map(String::as_str) {
        Some("required") => Missing::Required,
        Some("wanted") => Missing::Wanted,
        _ => Missing::Anything,
    };
    let incomplete = args.get_flag("incomplete");
    let mut lines = Vec::new();
    for kind in Checklist::KINDS {
        if only.is_none_or(|only| only == kind) {
            lines.extend(lines_of(&reader, kind, |tally| {
                !incomplete || tally.lacks(missing)
            })?);
        }
    }
    match args.get_one::<String>("format").map(String::as_str) {
        Some("json") => output::json(&json!({ "records": lines.iter().map(described).collect::<Vec<_>>() })),
        Some("csv") => csv(&lines),
        _ => say(&lines),
    }
}

fn lines_of(
    reader: &Reader,
    kind: RecordKind,
    passes: impl Fn(&Tally) -> bool,
) -> Result<Vec<Line>, CliError> {
    let (lists, words) = (reader.checklists()?, reader.vocabularies()?);
    let mut lines = Vec::new();
    reader.every_facts(kind, |id, facts| {
        let answers = answers(&lists, kind, &facts, &words);
        let tally = Tally::of(&answers);
        if passes(&tally) {
            lines.push(Line {
                record: RecordRef::new(kind, id),
                title: String::new(),
                tally,
                items: answers.iter().map(|answer| Said::of(answer, kind)).collect(),
            });
        }
    })?;
    for line in &mut lines {
        line.title = reader.title(&line.record)?;
    }
    Ok(lines)
}

fn described(line: &Line) -> Value {
    let items: Vec<Value> = line
        .items
        .iter()
        .map(|item| {
            json!({
                "item": item.label,
                "demand": item.demand,
                "has": item.has,
                "wants": item.wants,
                "there": item.is_there(),
            })
        })
        .collect();
    json!({
        "kind": line.record.kind.word(),
        "record": line.record.id,
        "title": line.title,
        "there": line.tally.there,
        "asked": line.tally.asked,
        "required_missing": line.tally.required_missing,
        "wanted_missing": line.tally.wanted_missing,
        "items": items,
    })
}

/// What is missing with this demand, by its labels.
fn missing(line: &Line, demand: Demand) -> String {
    let lacking = |item: &&Said| !item.is_there() && item.demand == demand;
    let labels: Vec<&str> = line
        .items
        .iter()
        .filter(lacking)
        .map(|item| item.label.as_str())
        .collect();
    labels.join("; ")
}

fn csv(lines: &[Line]) -> Result<(), CliError> {
    let mut writer = csv::Writer::from_writer(std::io::stdout().lock());
    let failed = |error: csv::Error| CliError::Output(std::io::Error::other(error));
    let head = [
        "kind",
        "record",
        "title",
        "there",
        "asked",
        "required_missing",
        "wanted_missing",
    ];
    writer.write_record(head).map_err(failed)?;
    for line in lines {
        let cells = [
            line.record.kind.word().to_owned(),
            line.record.id.clone(),
            neutral(&line.title),
            line.tally.there.to_string(),
            line.tally.asked.to_string(),
            neutral(&missing(line, Demand::Required)),
            neutral(&missing(line, Demand::Wanted)),
        ];
        writer.write_record(cells).map_err(failed)?;
    }
    writer.flush()?;
    Ok(())
}

fn say(lines: &[Line]) -> Result<(), CliError> {
    if lines.is_empty() {
        return output::line(t("cli-completeness-none"));
    }
    for line in lines {
        let title = match line.title.as_str() {
            "" => t("record-untitled"),
            title => title,
        };
        let facts = [
            ("kind", line.record.kind.name().into()),
            ("title", title.into()),
            ("there", line.tally.there.into()),
            ("asked", line.tally.asked.into()),
        ];
        output::line(&tf("cli-completeness-line", &facts))?;
        for item in line.items.iter().filter(|item| !item.is_there()) {
            let said = format!("{}: {}", item.demand.label(), item.label);
            if item.wants > 1 {
                let count = [("has", item.has.into()), ("wants", item.wants.into())];
                output::line(&format!("  {said} ({})", tf("checklist-item-has", &count)))?;
            } else {
                output::line(&format!("  {said}"))?;
            }
        }
    }
    output::line(t("checklist-says"))
}
