//! `witnessmark report FILE`: a report of the case, or of some of its records, as PDF or HTML.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::{CliError, open, output};
use crate::exchange::report::template::{Template, TemplateError, write_usual};
use crate::exchange::report::{Format, Options, PageSize, write};
use crate::job::Progress;
use crate::model::record::{RecordKind, RecordRef};
use crate::text::{self, Language, t, tf};

/// The kinds of record that a report can be of.
const KINDS: [&str; 6] = ["strike", "weapon", "component", "marking", "photo", "photo_set"];

/// Adds this command's options.
pub(super) fn options(command: Command) -> Command {
    let option = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(t(help))
    };
    command
        .arg(
            option("of", "KIND", "cli-arg-report-of")
                .value_names(["KIND", "ID"])
                .num_args(2)
                .action(ArgAction::Append),
        )
        .arg(
            option("format", "FORMAT", "cli-arg-report-format")
                .default_value("pdf")
                .value_parser(PossibleValuesParser::new(["pdf", "html"])),
        )
        .arg(
            option("size", "SIZE", "cli-arg-report-size")
                .default_value("a4")
                .value_parser(PossibleValuesParser::new(["a4", "letter"])),
        )
        .arg(
            option("language", "LANGUAGE", "cli-arg-language")
                .value_parser(PossibleValuesParser::new(Language::ALL.map(Language::code))),
        )
        .arg(option("template", "FOLDER", "cli-arg-report-template").value_parser(value_parser!(PathBuf)))
        .arg(
            option("write-template", "FOLDER", "cli-arg-report-write-template")
                .value_parser(value_parser!(PathBuf))
                .conflicts_with_all(["file", "of", "template", "out"]),
        )
        .arg(option("out", "OUT", "cli-arg-report-out").value_parser(value_parser!(PathBuf)))
}

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    let text_of = |name: &str| args.get_one::<String>(name).map(String::as_str);
    if let Some(language) = text_of("language").and_then(Language::of_locale) {
        text::set_language(language);
    }
    let refused = |error: TemplateError| CliError::Refused(error.to_string());
    if let Some(folder) = args.get_one::<PathBuf>("write-template") {
        let file = write_usual(folder).map_err(refused)?;
        let said = [("file", file.display().to_string().into())];
        return output::line(&tf("cli-report-template-done", &said));
    }
    let template = match args.get_one::<PathBuf>("template") {
        Some(folder) => Template::read(folder).map_err(refused)?,
        None => Template::default(),
    };
    let given: Vec<&String> = args.get_many("of").into_iter().flatten().collect();
    let mut of = Vec::new();
    for pair in given.chunks(2) {
        if let [kind, id] = pair {
            let known = RecordKind::from_word(kind).filter(|_| KINDS.contains(&kind.as_str()));
            let refused =
                || CliError::Usage(tf("report-no-record", &[("id", format!("{kind} {id}").into())]));
            of.push(RecordRef::new(known.ok_or_else(refused)?, *id));
        }
    }
    let format = match text_of("format") {
        Some("html") => Format::Html,
        _ => Format::Pdf,
    };
    let options = Options {
        of,
        format,
        size: if text_of("size") == Some("letter") {
            PageSize::Letter
        } else {
            PageSize::A4
        },
        template,
    };
    let reader = open::reader(args)?;
    let out = args.get_one::<PathBuf>("out").cloned().unwrap_or_else(|| {
        let name = reader.file().path().file_stem().unwrap_or_default().to_owned();
        let end = if format == Format::Html { "html" } else { "pdf" };
        PathBuf::from(name).with_extension(end)
    });
    let written = write(&reader, &options, &out, &Progress::new())
        .map_err(|error| CliError::Refused(error.to_string()))?;
    if args.get_flag("json") {
        return output::json(&written);
    }
    output::line(&tf(
        "cli-report-done",
        &[
            ("file", out.display().to_string().into()),
            ("markings", written.markings.into()),
            ("photos", written.photos.into()),
            ("bytes", written.bytes.into()),
        ],
    ))
}
