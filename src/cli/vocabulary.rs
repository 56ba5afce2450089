//! `witnessmark vocabulary FILE list|export|import|merge`: the lists of terms and tags.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde_json::{Value, json};

use super::{CliError, open, output, path_of, text_of};
use crate::exchange::sheet::read_file;
use crate::exchange::vocabulary::{Plan, TermState, plan, write};
use crate::model::{Change, Vocabulary};
use crate::text::{Language, t, tf};

pub(super) fn command(file: Arg, json: Arg) -> Command {
    let which = |name: &'static str| {
        Arg::new(name)
            .value_name("VOCABULARY")
            .help(t("cli-arg-vocabulary"))
            .value_parser(PossibleValuesParser::new(Vocabulary::ALL.map(Vocabulary::word)))
    };
    let text = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).value_name(value).help(t(help)).required(true)
    };
    let flag = |name: &'static str, help: &'static str| {
        Arg::new(name).long(name).help(t(help)).action(ArgAction::SetTrue)
    };
    Command::new("vocabulary")
        .about(t("cli-vocabulary"))
        .subcommand_required(true)
        .arg(file)
        .subcommand(
            Command::new("list")
                .about(t("cli-vocabulary-list"))
                .arg(which("vocabulary"))
                .arg(json.clone()),
        )
        .subcommand(
            Command::new("export")
                .about(t("cli-vocabulary-export"))
                .arg(
                    text("out", "CSV", "cli-arg-vocabulary-out")
                        .required(false)
                        .value_parser(value_parser!(PathBuf)),
                )
                .arg(which("only").long("only")),
        )
        .subcommand(
            Command::new("import")
                .about(t("cli-vocabulary-import"))
                .arg(text("sheet", "CSV", "cli-arg-sheet").value_parser(value_parser!(PathBuf)))
                .arg(flag("partial", "cli-arg-partial"))
                .arg(flag("dry-run", "cli-arg-dry-run"))
                .arg(json),
        )
        .subcommand(
            Command::new("merge")
                .about(t("cli-vocabulary-merge"))
                .arg(which("vocabulary").required(true))
                .arg(text("from", "FROM", "cli-arg-merge-from"))
                .arg(text("into", "INTO", "cli-arg-merge-into")),
        )
}

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    match args.subcommand() {
        Some(("list", own)) => list(args, own),
        Some(("export", own)) => export(args, own),
        Some(("import", own)) => import(args, own),
        Some(("merge", own)) => merge(args, own),
        _ => Err(CliError::Usage(t("cli-missing").to_owned())),
    }
}

fn chosen(own: &ArgMatches, name: &str) -> Vec<Vocabulary> {
    own.get_one::<String>(name)
        .and_then(|word| Vocabulary::from_word(word))
        .map_or_else(|| Vocabulary::ALL.to_vec(), |vocabulary| vec![vocabulary])
}

fn list(args: &ArgMatches, own: &ArgMatches) -> Result<(), CliError> {
    let reader = open::reader(args)?;
    let mut listed = Vec::new();
    let mut alike = Vec::new();
    for vocabulary in chosen(own, "vocabulary") {
        let sheet = reader.vocabulary(vocabulary)?;
        listed.extend(sheet.terms.into_iter().map(|row| (vocabulary, row)));
        alike.extend(sheet.alike.into_iter().map(|pair| (vocabulary, pair)));
    }
    if own.get_flag("json") {
        let terms: Vec<Value> = listed
            .iter()
            .map(|(vocabulary, row)| {
                json!({
                    "vocabulary": vocabulary.word(),
                    "term": row.term.id,
                    "en": row.term.stated_in(Language::English),
                    "uk": row.term.stated_in(Language::Ukrainian),
                    "ko": row.term.stated_in(Language::Korean),
                    "synonyms": row.term.synonyms,
                    "source": row.term.source,
                    "colour": row.term.colour,
                    "hidden": row.term.is_hidden,
                    "listed": row.is_listed,
                    "uses": row.uses,
                })
            })
            .collect();
        let alike: Vec<Value> = alike
            .iter()
            .map(|(vocabulary, pair)| {
                json!({ "vocabulary": vocabulary.word(), "from": pair.from, "into": pair.into })
            })
            .collect();
        return output::json(&json!({ "terms": terms, "alike": alike }));
    }
    let head = ["vocabulary", "term", "label", "uses", ""]
        .map(str::to_owned)
        .to_vec();
    let rows = listed.iter().map(|(vocabulary, row)| {
        let remark = match (row.is_listed, row.term.is_hidden) {
            (false, _) => t("vocabulary-not-listed"),
            (true, true) => t("vocabulary-hidden"),
            (true, false) => "",
        };
        vec![
            vocabulary.word().to_owned(),
            row.term.id.clone(),
            row.term.label().to_owned(),
            row.uses.to_string(),
            remark.to_owned(),
        ]
    });
    let rows: Vec<Vec<String>> = std::iter::once(head).chain(rows).collect();
    output::table(&rows)?;
    for (_, pair) in alike {
        let words = [("from", pair.from.into()), ("into", pair.into.into())];
        output::line(&tf("vocabulary-alike", &words))?;
    }
    Ok(())
}

fn export(args: &ArgMatches, own: &ArgMatches) -> Result<(), CliError> {
    let words = open::reader(args)?.vocabularies()?;
    let bytes = write(&words, &chosen(own, "only"))
        .map_err(|error| CliError::Output(std::io::Error::other(error)))?;
    match own.get_one::<PathBuf>("out") {
        Some(path) => std::fs::write(path, bytes)?,
        None => output::text(&String::from_utf8_lossy(&bytes))?,
    }
    Ok(())
}

fn import(args: &ArgMatches, own: &ArgMatches) -> Result<(), CliError> {
    let table =
        read_file(path_of(own, "sheet")?, None).map_err(|error| CliError::Refused(error.to_string()))?;
    let planned = plan(&table, &open::reader(args)?)?;
    let is_wrong = !planned.problems.is_empty();
    let changes = planned.changes();
    let writes = !own.get_flag("dry-run") && (!is_wrong || own.get_flag("partial")) && !changes.is_empty();
    let written = if writes { changes.len() } else { 0 };
    if writes {
        let mut case = open::writer(args)?;
        let applied = case.apply_all(changes);
        case.close()?;
        applied?;
    }
    if own.get_flag("json") {
        output::json(&report(&planned, written))?;
    } else {
        say(&planned, written)?;
    }
    if !is_wrong {
        return Ok(());
    }
    if written == 0 && !own.get_flag("dry-run") {
        output::complain(t("cli-sheet-nothing"));
    }
    Err(CliError::Said)
}

fn report(planned: &Plan, written: usize) -> Value {
    json!({
        "new": planned.count(TermState::New),
        "changed": planned.count(TermState::Changed),
        "same": planned.count(TermState::Same),
        "wrong": planned.count(TermState::Wrong),
        "problems": planned.problems,
        "remarks": planned.remarks,
        "left_out": planned.left_out,
        "written": written,
    })
}

fn say(planned: &Plan, written: usize) -> Result<(), CliError> {
    if !planned.left_out.is_empty() {
        let columns = [("columns", planned.left_out.join(", ").into())];
        output::line(&tf("sheet-left-out", &columns))?;
    }
    for problem in &planned.problems {
        output::line(&super::import_sheet::line(problem, "cli-sheet-problem"))?;
    }
    for remark in &planned.remarks {
        output::line(&super::import_sheet::line(remark, "cli-sheet-remark"))?;
    }
    output::line(&planned.summary())?;
    output::line(&tf("cli-vocabulary-written", &[("count", written.into())]))
}

fn merge(args: &ArgMatches, own: &ArgMatches) -> Result<(), CliError> {
    let vocabulary = Vocabulary::from_word(text_of(own, "vocabulary")?)
        .ok_or_else(|| CliError::Usage(t("cli-missing").to_owned()))?;
    let reader = open::reader(args)?;
    let sheet = reader.vocabulary(vocabulary)?;
    let words = reader.vocabularies()?;
    drop(reader);
    // A word that records have is taken as it stands; else it is looked up as in a field.
    let stored = |typed: &str| {
        let is_stored = sheet.terms.iter().any(|row| row.term.id == typed);
        if is_stored {
            typed.to_owned()
        } else {
            words.id(vocabulary, typed)
        }
    };
    let (from, into) = (stored(text_of(own, "from")?), stored(text_of(own, "into")?));
    let uses = sheet.terms.iter().find(|row| row.term.id == from);
    let count = uses.map_or(0, |row| row.uses);
    let mut case = open::writer(args)?;
    let merged = case.apply(Change::MergeTerms {
        vocabulary,
        from: from.clone(),
        into: into.clone(),
    });
    case.close()?;
    merged?;
    let facts = [
        ("from", from.into()),
        ("into", into.into()),
        ("count", count.into()),
    ];
    output::line(&tf("vocabulary-merged", &facts))
}
