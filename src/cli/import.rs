//! `witnessmark import FILE PATH...`: photos, folders and archives of photos into a case, as one set with its
//! provenance; and going on with imports that were cut short.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::{CliError, open, output};
use crate::case::Case;
use crate::intake::import::{ImportReport, ImportedFile, Plan, import, store};
use crate::job::Progress;
use crate::model::PhotoSet;
use crate::model::when::Edtf;
use crate::text::{t, tf};

/// The options that say where a set comes from.
const PROVENANCE: [(&str, &str); 6] = [
    ("title", "cli-arg-set-title"),
    ("taken-by", "cli-arg-taken-by"),
    ("given-by", "cli-arg-given-by"),
    ("received", "cli-arg-received"),
    ("licence", "cli-arg-licence"),
    ("restrictions", "cli-arg-restrictions"),
];

/// Adds this command's options.
pub(super) fn options(command: Command) -> Command {
    let command = PROVENANCE.into_iter().fold(command, |command, (name, help)| {
        command.arg(Arg::new(name).long(name).value_name("TEXT").help(t(help)))
    });
    command.arg(
        Arg::new("resume")
            .long("resume")
            .help(t("cli-arg-resume"))
            .action(ArgAction::SetTrue)
            .conflicts_with("paths"),
    )
}

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    let mut case = open::writer(args)?;
    case.doing(t("job-import"));
    case.write_once()?;
    let reports = if args.get_flag("resume") {
        resume(&mut case)
    } else {
        let paths: Vec<PathBuf> = args.get_many("paths").into_iter().flatten().cloned().collect();
        let plan = provenance(Plan::new(paths, &case.author().person), args)?;
        plan.for_case(&case.reader()?)
            .map_err(CliError::from)
            .and_then(|plan| carry_out(&mut case, plan))
            .map(|report| vec![report])
    };
    case.close()?;
    let reports = reports?;
    for file in reports.iter().flat_map(|report| &report.refused) {
        output::complain(&line(file));
    }
    if args.get_flag("json") {
        match &reports[..] {
            [one] => output::json(one)?,
            several => output::json(&several)?,
        }
    } else {
        reports.iter().try_for_each(said)?;
    }
    if reports.iter().all(|report| report.refused.is_empty()) {
        Ok(())
    } else {
        Err(CliError::Said)
    }
}

fn provenance(mut plan: Plan, args: &ArgMatches) -> Result<Plan, CliError> {
    let given = |name: &str| args.get_one::<String>(name).cloned();
    if let Some(title) = given("title") {
        plan.set.title = title;
    }
    plan.set.taken_by = given("taken-by");
    plan.set.given_by = given("given-by");
    plan.set.licence = given("licence");
    plan.set.restrictions = given("restrictions");
    if let Some(received) = given("received") {
        let date = Edtf::parse(&received).map_err(|error| CliError::Usage(error.to_string()))?;
        plan.set.received = Some(date);
    }
    Ok(plan)
}

/// Goes on with every import of this case that was stopped or cut short.
fn resume(case: &mut Case) -> Result<Vec<ImportReport>, CliError> {
    let sets = case.reader()?.all::<PhotoSet>()?;
    sets.into_iter()
        .filter(Plan::is_unfinished)
        .map(|set| {
            let plan = Plan::resume(set, &case.reader()?)?;
            carry_out(case, plan)
        })
        .collect()
}

fn carry_out(case: &mut Case, plan: Plan) -> Result<ImportReport, CliError> {
    Ok(import(plan, &Progress::new(), |batch, step| {
        store(case, batch, step)
    })?)
}

fn said(report: &ImportReport) -> Result<(), CliError> {
    for file in &report.known {
        output::line(&line(file))?;
    }
    output::line(&tf(
        "cli-import-done",
        &[
            ("added", report.added.len().into()),
            ("known", report.known.len().into()),
            ("refused", report.refused.len().into()),
        ],
    ))
}

fn line(file: &ImportedFile) -> String {
    let reason = file.note.clone().unwrap_or_default();
    tf(
        "job-import-detail",
        &[("file", file.file.as_str().into()), ("reason", reason.into())],
    )
}
