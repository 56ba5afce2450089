//! `witnessmark import-sheet FILE SHEET --as KIND`: rows of a table as strikes, weapons or components, all of them or
//! none; with `--dry-run` only what is wrong with them.

use std::path::Path;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::{Value, json};

use super::{CliError, open, output, path_of, text_of};
use crate::exchange::sheet::{
    DayOrder, Mapping, Plan, Problem, RowState, Setting, Table, Target, encoding_named, plan, read_file,
};
use crate::text::{t, tf};

/// Adds this command's options.
pub(super) fn options(command: Command) -> Command {
    let flag = |name: &'static str, help: &'static str| {
        Arg::new(name).long(name).help(t(help)).action(ArgAction::SetTrue)
    };
    command
        .arg(
            Arg::new("as")
                .long("as")
                .value_name("KIND")
                .help(t("cli-arg-sheet-as"))
                .required(true)
                .value_parser(PossibleValuesParser::new(Target::ALL.map(Target::word))),
        )
        .arg(
            Arg::new("map")
                .long("map")
                .value_name("COLUMN=FIELD")
                .help(t("cli-arg-sheet-map"))
                .action(ArgAction::Append),
        )
        .arg(flag("day-first", "cli-arg-day-first").conflicts_with("month-first"))
        .arg(flag("month-first", "cli-arg-month-first"))
        .arg(flag("header", "cli-arg-header").conflicts_with("no-header"))
        .arg(flag("no-header", "cli-arg-no-header"))
        .arg(
            Arg::new("encoding")
                .long("encoding")
                .value_name("NAME")
                .help(t("cli-arg-encoding")),
        )
        .arg(flag("again", "cli-arg-again"))
        .arg(flag("partial", "cli-arg-partial"))
        .arg(flag("dry-run", "cli-arg-dry-run"))
}

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    let table = table(args, path_of(args, "sheet")?)?;
    let reader = open::reader(args)?;
    let mut setting = setting(args)?;
    let mut planned = plan(&table, &setting, &reader)?;
    if let Some(mapping) = mapping(args, &planned)? {
        setting.mapping = Some(mapping);
        planned = plan(&table, &setting, &reader)?;
    }
    drop(reader);
    if planned.mapping.is_empty() {
        let columns = [("columns", planned.columns.join(", ").into())];
        return Err(CliError::Refused(tf("cli-sheet-unmapped", &columns)));
    }
    let keeps_out = planned.wrong() > 0 && !args.get_flag("partial");
    let changes = planned.changes();
    let mut written = 0;
    if !args.get_flag("dry-run") && !keeps_out && !changes.is_empty() {
        let mut case = open::writer(args)?;
        let applied = case.apply_all(changes);
        case.close()?;
        applied?;
        written = planned.good();
    }
    if args.get_flag("json") {
        output::json(&report(&table, &planned, written))?;
    } else {
        say(&table, &planned, written)?;
    }
    if planned.wrong() == 0 {
        return Ok(());
    }
    if written == 0 && !args.get_flag("dry-run") {
        output::complain(t("cli-sheet-nothing"));
    }
    Err(CliError::Said)
}

fn table(args: &ArgMatches, path: &Path) -> Result<Table, CliError> {
    let encoding =
        match args.get_one::<String>("encoding") {
            None => None,
            Some(name) => Some(encoding_named(name).ok_or_else(|| {
                CliError::Usage(tf("cli-sheet-encoding", &[("name", name.as_str().into())]))
            })?),
        };
    read_file(path, encoding).map_err(|error| CliError::Refused(error.to_string()))
}

fn setting(args: &ArgMatches) -> Result<Setting, CliError> {
    let target = Target::from_word(text_of(args, "as")?)
        .ok_or_else(|| CliError::Usage(t("cli-missing").to_owned()))?;
    let flag = |name: &str| args.get_flag(name);
    Ok(Setting {
        header: match (flag("header"), flag("no-header")) {
            (true, _) => Some(true),
            (_, true) => Some(false),
            _ => None,
        },
        day_order: match (flag("day-first"), flag("month-first")) {
            (true, _) => Some(DayOrder::DayFirst),
            (_, true) => Some(DayOrder::MonthFirst),
            _ => None,
        },
        again: flag("again"),
        ..Setting::new(target)
    })
}

/// The mapping that was told from the names, as a person wants it instead.
fn mapping(args: &ArgMatches, planned: &Plan) -> Result<Option<Mapping>, CliError> {
    let Some(stated) = args.get_many::<String>("map") else {
        return Ok(None);
    };
    let mut mapping = planned.mapping.clone();
    for pair in stated {
        let usage = |key: &str, name: &str| CliError::Usage(tf(key, &[("name", name.into())]));
        // A column's name may hold the sign; a field's name never does.
        let (column, field) = pair
            .rsplit_once('=')
            .ok_or_else(|| usage("cli-sheet-map-form", pair))?;
        let same = |name: &String| name.to_lowercase() == column.trim().to_lowercase();
        let place = planned
            .columns
            .iter()
            .position(same)
            .ok_or_else(|| usage("cli-sheet-map-column", column))?;
        let field = match field.trim() {
            "" => None,
            name => Some(
                planned
                    .target
                    .field(name)
                    .ok_or_else(|| usage("cli-sheet-map-field", name))?,
            ),
        };
        mapping.set(place, field);
    }
    Ok(Some(mapping))
}

fn report(table: &Table, planned: &Plan, written: usize) -> Value {
    let columns: Vec<Value> = planned
        .columns
        .iter()
        .enumerate()
        .map(|(place, name)| {
            let field = planned.mapping.field(place).map(|field| field.name);
            json!({ "name": name, "field": field })
        })
        .collect();
    let there: Vec<Value> = planned
        .rows
        .iter()
        .filter_map(|row| match &row.state {
            RowState::Known(record) => Some(json!({ "row": row.number, "id": record.id })),
            RowState::Repeated(first) => Some(json!({ "row": row.number, "same_as_row": first })),
            RowState::Good | RowState::Wrong => None,
        })
        .collect();
    json!({
        "as": planned.target.word(),
        "encoding": table.encoding(),
        "separator": table.separator(),
        "columns": columns,
        "rows": planned.rows.len(),
        "good": planned.good(),
        "wrong": planned.wrong(),
        "already_there": there,
        "problems": planned.problems,
        "remarks": planned.remarks,
        "written": written,
    })
}

fn say(table: &Table, planned: &Plan, written: usize) -> Result<(), CliError> {
    let read = [
        ("encoding", table.encoding().into()),
        ("separator", table.separator_name().into()),
    ];
    output::line(&tf("sheet-read-as", &read))?;
    for (place, field) in planned.mapped() {
        let facts = [
            ("column", planned.columns[place].as_str().into()),
            ("field", field.name.into()),
        ];
        output::line(&tf("cli-sheet-column", &facts))?;
    }
    let left_out: Vec<&str> = planned.left_out().collect();
    if !left_out.is_empty() {
        let columns = [("columns", left_out.join(", ").into())];
        output::line(&tf("sheet-left-out", &columns))?;
    }
    for problem in &planned.problems {
        output::line(&line(problem, "cli-sheet-problem"))?;
    }
    for remark in &planned.remarks {
        output::line(&line(remark, "cli-sheet-remark"))?;
    }
    for row in &planned.rows {
        let number = ("row", row.number.to_string().into());
        match &row.state {
            RowState::Known(record) => {
                let facts = [number, ("id", record.id.as_str().into())];
                output::line(&tf("cli-sheet-known", &facts))?;
            }
            RowState::Repeated(first) => {
                output::line(&tf(
                    "cli-sheet-repeated",
                    &[number, ("first", first.to_string().into())],
                ))?;
            }
            RowState::Good | RowState::Wrong => {}
        }
    }
    output::line(&planned.summary())?;
    output::line(&tf("cli-sheet-written", &[("count", written.into())]))
}

pub(super) fn line(problem: &Problem, key: &str) -> String {
    let cell = if problem.column.is_empty() {
        String::new()
    } else {
        let facts = [
            ("column", problem.column.as_str().into()),
            ("value", problem.value.as_str().into()),
        ];
        tf("cli-sheet-cell", &facts)
    };
    let facts = [
        ("row", problem.row.to_string().into()),
        ("cell", cell.into()),
        ("what", problem.what.as_str().into()),
        ("mend", problem.mend.as_str().into()),
    ];
    tf(key, &facts)
}
