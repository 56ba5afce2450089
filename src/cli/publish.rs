//! `witnessmark publish FILE OUT-DIR --photos ID...`: copies from which everything is withheld that was not chosen.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Command, value_parser};
use jiff::Timestamp;

use super::{CliError, extract, open, output, path_of};
use crate::case::Reader;
use crate::exchange::publication::{Outcome, Plan, PublishError, publish};
use crate::job::Progress;
use crate::model::id::PhotoId;
use crate::model::publication::{
    CopyFormat, DatePrecision, PlacePrecision, PublicationOptions, PublishedField,
};
use crate::model::record::{RecordKind, RecordRef};
use crate::text::{t, tf};

/// Adds this command's options.
pub(super) fn options(command: Command) -> Command {
    let option = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(t(help))
    };
    command
        .arg(option("photos", "PHOTO", "cli-arg-publish-photos").num_args(1..))
        .arg(
            option("of", "KIND", "cli-arg-publish-of")
                .num_args(2)
                .value_names(["KIND", "ID"]),
        )
        .group(ArgGroup::new("which").args(["photos", "of"]).required(true))
        .arg(option("size", "PIXELS", "cli-arg-publish-size").value_parser(value_parser!(u32)))
        .arg(
            option("format", "FORMAT", "cli-arg-publish-format")
                .default_value(CopyFormat::Jpeg.word())
                .value_parser(PossibleValuesParser::new(CopyFormat::ALL.map(CopyFormat::word))),
        )
        .arg(option("quality", "QUALITY", "cli-arg-publish-quality").value_parser(value_parser!(u8)))
        .arg(
            option("place", "PRECISION", "cli-arg-publish-place")
                .default_value(PlacePrecision::None.word())
                .value_parser(PossibleValuesParser::new(
                    PlacePrecision::ALL.map(PlacePrecision::word),
                )),
        )
        .arg(
            option("date", "PRECISION", "cli-arg-publish-date")
                .default_value(DatePrecision::None.word())
                .value_parser(PossibleValuesParser::new(
                    DatePrecision::ALL.map(DatePrecision::word),
                )),
        )
        .arg(option("credit", "TEXT", "cli-arg-publish-credit"))
        .arg(
            option("keep", "FIELD", "cli-arg-publish-keep")
                .num_args(1..)
                .value_delimiter(',')
                .value_parser(PossibleValuesParser::new(
                    PublishedField::ALL.map(PublishedField::word),
                )),
        )
        .arg(
            Arg::new("strip")
                .long("strip")
                .help(t("cli-arg-publish-strip"))
                .action(ArgAction::SetTrue),
        )
        .arg(option("for", "TEXT", "cli-arg-publish-for"))
        .arg(option("purpose", "TEXT", "cli-arg-publish-purpose"))
}

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    // For writing from the start: no copies are made of a case that can't keep what was withheld.
    let mut case = open::writer(args)?;
    let text = |name: &str| args.get_one::<String>(name).cloned();
    let plan = {
        let reader = case.reader()?;
        Plan {
            photos: photos(&reader, args)?,
            folder: path_of(args, "out")?.clone(),
            options: chosen(args),
            purpose: text("purpose").unwrap_or_default(),
            recipient: text("for").unwrap_or_default(),
            by: case.author().person.clone(),
            at: Timestamp::now(),
        }
    };
    let outcome = publish(&case.reader()?, &plan, &Progress::new()).map_err(|error| match error {
        PublishError::Case(error) => CliError::Case(error),
        error => CliError::Refused(error.to_string()),
    })?;
    let folder = || ("folder", plan.folder.display().to_string().into());
    let recorded = outcome.change().map(|change| case.apply(change)).transpose();
    let closed = case.close();
    if let Err(error) = recorded {
        let facts = [folder(), ("reason", error.to_string().into())];
        return Err(CliError::Refused(tf("cli-publish-not-recorded", &facts)));
    }
    closed?;
    complain(&outcome);
    if let Some(reason) = &outcome.no_tables {
        let facts = [folder(), ("reason", reason.as_str().into())];
        output::complain(&tf("cli-publish-no-tables", &facts));
    }
    let publication = &outcome.publication;
    if args.get_flag("json") {
        output::json(publication)?;
    } else if publication.copies.is_empty() {
        output::line(t("cli-publish-none"))?;
    } else {
        let count = ("count", publication.copies.len().into());
        output::line(&tf("cli-publish-done", &[count, folder()]))?;
        for copy in &publication.copies {
            output::line(&copy.file)?;
            for withheld in &copy.withheld {
                output::line(&format!("  {}", withheld.line()))?;
            }
        }
    }
    match publication.refused.is_empty() && outcome.no_tables.is_none() {
        true => Ok(()),
        false => Err(CliError::Said),
    }
}

/// Says which photos have no copy, and what is odd about the others.
fn complain(outcome: &Outcome) {
    for refused in &outcome.publication.refused {
        let facts = [
            ("file", refused.file.as_str().into()),
            ("reason", refused.note.as_str().into()),
        ];
        output::complain(&tf("cli-publish-refused", &facts));
    }
    for copy in &outcome.publication.copies {
        if let Some(warning) = &copy.warning {
            let facts = [
                ("file", copy.file.as_str().into()),
                ("reason", warning.as_str().into()),
            ];
            output::complain(&tf("cli-publish-warning", &facts));
        }
    }
}

/// The photos that are named, or that show a record.
fn photos(reader: &Reader, args: &ArgMatches) -> Result<Vec<PhotoId>, CliError> {
    if let Some(of) = args.get_many::<String>("of") {
        let of: Vec<&str> = of.map(String::as_str).collect();
        let (kind, id) = match of[..] {
            [kind, id] => (kind, id),
            _ => return Err(CliError::Usage(t("cli-missing").to_owned())),
        };
        let kind = RecordKind::from_word(kind)
            .filter(|kind| {
                matches!(
                    kind,
                    RecordKind::Strike | RecordKind::Weapon | RecordKind::Component
                )
            })
            .ok_or_else(|| CliError::Usage(tf("cli-publish-of-kind", &[("kind", kind.into())])))?;
        let record = RecordRef::new(kind, id);
        if reader.record(&record)?.is_none() {
            return Err(CliError::Case(crate::case::CaseError::NoRecord(record)));
        }
        let photos = reader.photos_of(&record)?;
        return Ok(photos.into_iter().map(|photo| photo.id).collect());
    }
    let named = args.get_many::<String>("photos").unwrap_or_default();
    named.map(|photo| extract::find(reader, photo)).collect()
}

/// The options that the arguments state.
fn chosen(args: &ArgMatches) -> PublicationOptions {
    let word = |name: &str| args.get_one::<String>(name).map(String::as_str);
    let usual = PublicationOptions::default();
    let format =
        word("format").and_then(|word| CopyFormat::ALL.into_iter().find(|known| known.word() == word));
    let date =
        word("date").and_then(|word| DatePrecision::ALL.into_iter().find(|known| known.word() == word));
    let place =
        word("place").and_then(|word| PlacePrecision::ALL.into_iter().find(|known| known.word() == word));
    let kept: Vec<&str> = args
        .get_many::<String>("keep")
        .unwrap_or_default()
        .map(String::as_str)
        .collect();
    PublicationOptions {
        format: format.unwrap_or_default(),
        quality: args.get_one("quality").copied().unwrap_or(usual.quality),
        size: args.get_one("size").copied(),
        date: date.unwrap_or_default(),
        place: place.unwrap_or_default(),
        credit: word("credit").map(str::to_owned),
        keep: PublishedField::ALL
            .into_iter()
            .filter(|field| kept.contains(&field.word()))
            .collect(),
        strip: args.get_flag("strip"),
    }
}
