//! `witnessmark set FILE ID FIELD=TEXT...`: types into cells of one record, as the spreadsheet does: all of them as one step, or
//! none if one can't be taken in.

use clap::{Arg, ArgAction, ArgMatches, Command};
use serde_json::json;

use super::{CliError, open, output, text_of};
use crate::exchange::sheet::{Deed, Field, Form, Row, Subject, Target, edits};
use crate::text::{t, tf};

/// Adds this command's options.
pub(super) fn options(command: Command) -> Command {
    command
        .arg(
            Arg::new("id")
                .value_name("ID")
                .help(t("cli-arg-id"))
                .required(true),
        )
        .arg(
            Arg::new("cells")
                .value_name("FIELD=TEXT")
                .help(t("cli-arg-set-cells"))
                .required(true)
                .action(ArgAction::Append)
                .num_args(1..),
        )
}

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    let reader = open::reader(args)?;
    let id = text_of(args, "id")?;
    let none = || CliError::Refused(tf("cli-set-none", &[("id", id.into())]));
    let mut found = None;
    for target in Target::ALL {
        if let Some(row) = Row::load(&reader, target, id)? {
            found = Some((target, row));
        }
    }
    let (target, row) = found.ok_or_else(none)?;
    let stated = args.get_many::<String>("cells").unwrap_or_default();
    let cells = stated
        .map(|pair| cell(target, pair).map(|(field, text)| (0, field, text)))
        .collect::<Result<Vec<_>, _>>()?;
    let rows = vec![Subject { row, is_new: false }];
    let outcome = edits(&reader, Deed::Type { rows, cells })?;
    drop(reader);
    if !outcome.wrong.is_empty() {
        for wrong in &outcome.wrong {
            let facts = [
                ("field", wrong.field.name.into()),
                ("value", wrong.typed.as_str().into()),
                ("what", wrong.fault.what.as_str().into()),
                ("mend", wrong.fault.mend.as_str().into()),
            ];
            output::complain(&tf("cli-set-wrong", &facts));
        }
        return Err(CliError::Said);
    }
    let changed = outcome.changes.len();
    if changed > 0 {
        let mut case = open::writer(args)?;
        let applied = case.apply_all(outcome.changes);
        case.close()?;
        applied?;
    }
    if args.get_flag("json") {
        return output::json(&json!({ "id": id, "changed": changed > 0 }));
    }
    output::line(t(if changed > 0 {
        "cli-set-done"
    } else {
        "cli-set-same"
    }))
}

/// The field and the text of `FIELD=TEXT`.
fn cell(target: Target, pair: &str) -> Result<(&'static Field, String), CliError> {
    let usage = |key: &str, name: &str| CliError::Usage(tf(key, &[("name", name.into())]));
    let (name, text) = pair.split_once('=').ok_or_else(|| usage("cli-set-form", pair))?;
    target
        .field(name.trim())
        .filter(|field| field.form != Form::Id)
        .map(|field| (field, text.to_owned()))
        .ok_or_else(|| usage("cli-sheet-map-field", name.trim()))
}
