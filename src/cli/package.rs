//! `witnessmark package CASE OUT`: a case, or some records of it, as a BagIt package; `witnessmark package check PATH`: whether one
//! is whole and what it says.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use ssh_key::PrivateKey;

use super::{CliError, open, output, path_of, sign};
use crate::exchange::handover::package_with_report;
use crate::exchange::package::read::check;
use crate::exchange::package::{Made, Plan, export};
use crate::exchange::report;
use crate::job::Progress;
use crate::model::RecordRef;
use crate::model::record::RecordKind;
use crate::settings;
use crate::text::{t, tf};

/// The command with its options.
pub(super) fn command(file: Arg, json: Arg) -> Command {
    let flag = |name: &'static str, help: &'static str| {
        Arg::new(name).long(name).help(t(help)).action(ArgAction::SetTrue)
    };
    Command::new("package")
        .about(t("cli-package"))
        .arg(file)
        .arg(
            Arg::new("out")
                .value_name("OUT")
                .help(t("cli-arg-package-out"))
                .required(true)
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(flag("zip", "cli-arg-package-zip"))
        .arg(
            Arg::new("of")
                .long("of")
                .value_names(["KIND", "ID"])
                .help(t("cli-arg-package-of"))
                .num_args(2..)
                .action(ArgAction::Append),
        )
        .arg(flag("without-history", "cli-arg-package-without-history").conflicts_with("with-history"))
        .arg(flag("with-history", "cli-arg-package-with-history").requires("of"))
        .arg(
            Arg::new("with-report")
                .long("with-report")
                .value_name("FORM")
                .help(t("cli-arg-package-with-report"))
                .num_args(0..=1)
                .require_equals(true)
                .default_missing_value("pdf")
                .value_parser(["pdf", "html"]),
        )
        .arg(flag("sign", "cli-arg-package-sign"))
        .arg(
            Arg::new("key")
                .long("key")
                .value_name("KEY")
                .help(t("cli-arg-key"))
                .requires("sign")
                .value_parser(value_parser!(PathBuf)),
        )
        .arg(json.clone())
        .args_conflicts_with_subcommands(true)
        .subcommand_negates_reqs(true)
        .subcommand(
            Command::new("check")
                .about(t("cli-package-check"))
                .arg(
                    Arg::new("path")
                        .value_name("PATH")
                        .help(t("cli-arg-package-path"))
                        .required(true)
                        .value_parser(value_parser!(PathBuf)),
                )
                .arg(
                    Arg::new("signed-by")
                        .long("signed-by")
                        .value_name("FINGERPRINT")
                        .help(t("cli-arg-package-signed-by")),
                )
                .arg(json),
        )
}

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    if let Some(("check", args)) = args.subcommand() {
        return judge(args);
    }
    let key = args.get_flag("sign").then(|| key(args)).transpose()?;
    let reader = open::reader(args)?;
    let mut plan = match chosen(args)? {
        records if records.is_empty() => Plan::whole(),
        records => Plan::of(records),
    };
    plan.is_zip = args.get_flag("zip");
    plan.with_history |= args.get_flag("with-history");
    plan.with_history &= !args.get_flag("without-history");
    let (to, progress) = (path_of(args, "out")?, Progress::new());
    let made = match args.get_one::<String>("with-report") {
        None => export(&reader, &plan, key.as_ref(), to, &progress)
            .map_err(|error| CliError::Refused(error.to_string()))?,
        Some(form) => {
            let options = report::Options {
                of: plan.of.clone(),
                format: match form.as_str() {
                    "html" => report::Format::Html,
                    _ => report::Format::Pdf,
                },
                ..report::Options::default()
            };
            package_with_report(&reader, plan.clone(), &options, key.as_ref(), to, &progress)
                .map_err(|error| CliError::Refused(error.to_string()))?
        }
    };
    if args.get_flag("json") {
        return output::json(&made);
    }
    said(&made, &plan)
}

/// `witnessmark package check PATH`.
fn judge(args: &ArgMatches) -> Result<(), CliError> {
    let signer = args.get_one::<String>("signed-by");
    let verdict = check(
        path_of(args, "path")?,
        signer.map(String::as_str),
        &Progress::new(),
    )
    .map_err(|error| CliError::Refused(error.to_string()))?;
    for fault in &verdict.faults {
        output::complain(&fault.message);
    }
    if args.get_flag("json") {
        output::json(&verdict)?;
    } else {
        for note in &verdict.notes {
            output::line(&note.message)?;
        }
        if let Some(fingerprint) = &verdict.signed_by {
            output::line(&tf(
                "cli-package-signer",
                &[("fingerprint", fingerprint.as_str().into())],
            ))?;
        }
        let counts = [
            ("files", verdict.files.into()),
            ("originals", verdict.originals.into()),
            ("records", verdict.records.into()),
            ("entries", verdict.entries.into()),
            ("count", verdict.faults.len().into()),
        ];
        let key = if verdict.is_sound() {
            "cli-package-sound"
        } else {
            "cli-package-faults"
        };
        output::line(&tf(key, &counts))?;
    }
    if verdict.is_sound() {
        Ok(())
    } else {
        Err(CliError::Said)
    }
}

fn said(made: &Made, plan: &Plan) -> Result<(), CliError> {
    output::line(&tf(
        "cli-package-done",
        &[
            ("file", made.path.display().to_string().into()),
            ("originals", made.originals.into()),
            ("records", made.records.into()),
            ("entries", made.entries.into()),
        ],
    ))?;
    if made.kept > 0 {
        output::line(&tf("cli-package-kept", &[("count", made.kept.into())]))?;
    }
    if !plan.with_history {
        output::line(t("cli-package-no-history"))?;
    }
    match &made.signed_by {
        Some(fingerprint) => output::line(&tf(
            "cli-package-signed",
            &[("fingerprint", fingerprint.as_str().into())],
        )),
        None => Ok(()),
    }
}

fn key(args: &ArgMatches) -> Result<PrivateKey, CliError> {
    match args.get_one::<PathBuf>("key") {
        Some(path) => sign::read_key(path),
        None => settings::signing_key().map_err(|error| CliError::Refused(error.to_string())),
    }
}

/// The records of all `--of KIND ID...`.
fn chosen(args: &ArgMatches) -> Result<Vec<RecordRef>, CliError> {
    let mut records = Vec::new();
    for mut words in args.get_occurrences::<String>("of").into_iter().flatten() {
        let word = words.next().map(String::as_str).unwrap_or_default();
        let kind = RecordKind::from_word(word).filter(|kind| {
            use RecordKind::{Component, Marking, Photo, Strike, Weapon};
            [Strike, Weapon, Component, Marking, Photo].contains(kind)
        });
        let kind = kind.ok_or_else(|| CliError::Usage(tf("cli-package-kind", &[("word", word.into())])))?;
        records.extend(words.map(|id| RecordRef::new(kind, id)));
    }
    Ok(records)
}
