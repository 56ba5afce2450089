//! `witnessmark team …`: a folder or a bucket through which the laptops of a team bring copies of a case together.

use std::io::{BufRead, IsTerminal, Write, stdin};
use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde_json::json;
use zeroize::Zeroizing;

use super::{CliError, open, output, path_of, text_of};
use crate::case::{Reader, chains_folder};
use crate::exchange::team::laptop::{Access, Laptop, place, read_key};
use crate::exchange::team::pull::{How as Pull, Originals, Pulled};
use crate::exchange::team::push::{How as Push, Pushed};
use crate::exchange::team::seal::Seal;
use crate::exchange::team::status::Status;
use crate::exchange::team::{Address, Credentials, Team, TeamError, Traffic, Trouble, secrets};
use crate::job::Progress;
use crate::model::id::Sha256;
use crate::model::record::RecordKind;
use crate::settings::{self, Settings};
use crate::text::{t, tf};

impl From<TeamError> for CliError {
    fn from(error: TeamError) -> Self {
        match error {
            TeamError::Case(error) => Self::Case(error),
            other => Self::Refused(other.to_string()),
        }
    }
}

/// The command with its parts.
pub(super) fn command(file: &Arg, json: &Arg) -> Command {
    let text = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).value_name(value).help(t(help)).required(true)
    };
    let option = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(t(help))
    };
    let flag = |name: &'static str, help: &'static str| {
        Arg::new(name).long(name).help(t(help)).action(ArgAction::SetTrue)
    };
    let key_file =
        || option("key-file", "FILE", "cli-arg-team-key-file").value_parser(value_parser!(PathBuf));
    let located = |command: Command| {
        command
            .arg(option("endpoint", "URL", "cli-arg-team-endpoint"))
            .arg(option("region", "REGION", "cli-arg-team-region"))
    };
    let with_case = |name: &'static str, about: &'static str| {
        let command = Command::new(name).about(t(about)).arg(file.clone());
        located(command.arg(option("store", "STORE", "cli-arg-team-store")))
            .arg(key_file())
            .arg(json.clone())
    };
    Command::new("team")
        .about(t("cli-team"))
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(
            located(Command::new("init").about(t("cli-team-init")).arg(file.clone()))
                .arg(text("store", "STORE", "cli-arg-team-store"))
                .arg(flag("seal", "cli-arg-team-seal").requires("key-file"))
                .arg(key_file().help(t("cli-arg-team-key-file-new")).requires("seal")),
        )
        .subcommand(
            located(Command::new("join").about(t("cli-team-join")))
                .arg(text("store", "STORE", "cli-arg-team-store"))
                .arg(text("new", "NEW-FILE", "cli-arg-team-new").value_parser(value_parser!(PathBuf)))
                .arg(flag("encrypt", "cli-arg-encrypt"))
                .arg(flag("originals", "cli-arg-team-originals"))
                .arg(flag("only-trusted", "cli-arg-team-only-trusted"))
                .arg(key_file())
                .arg(json.clone()),
        )
        .subcommand(
            with_case("push", "cli-team-push")
                .arg(flag("check", "cli-arg-team-check"))
                .arg(flag("without-originals", "cli-arg-team-without-originals")),
        )
        .subcommand(
            with_case("pull", "cli-team-pull")
                .arg(flag("originals", "cli-arg-team-originals"))
                .arg(
                    option("photo", "ID", "cli-arg-team-photo")
                        .action(ArgAction::Append)
                        .conflicts_with("originals"),
                )
                .arg(flag("only-trusted", "cli-arg-team-only-trusted"))
                .arg(flag("relayed", "cli-arg-team-relayed")),
        )
        .subcommand(with_case("status", "cli-team-status"))
        .subcommand(with_case("trust", "cli-team-trust").arg(text(
            "fingerprint",
            "FINGERPRINT",
            "cli-arg-team-fingerprint",
        )))
        .subcommand(
            located(Command::new("credentials").about(t("cli-team-credentials"))).arg(text(
                "store",
                "STORE",
                "cli-arg-team-store",
            )),
        )
}

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    match args.subcommand() {
        Some(("init", args)) => init(args),
        Some(("join", args)) => join(args),
        Some(("push", args)) => push(args),
        Some(("pull", args)) => pull(args),
        Some(("status", args)) => status(args),
        Some(("trust", args)) => trust(args),
        Some(("credentials", args)) => credentials(args),
        _ => Err(CliError::Usage(t("cli-missing").to_owned())),
    }
}

fn init(args: &ArgMatches) -> Result<(), CliError> {
    let address = named(args, text_of(args, "store")?);
    let reader = open::file(args)?.reader()?;
    let laptop = Laptop::of_user();
    let key_file = args.get_one::<PathBuf>("key-file");
    let (team, seal) = laptop.found(
        &Access::to(address.clone()),
        &reader,
        key_file.map(PathBuf::as_path),
    )?;
    laptop.remember(&reader, &address)?;
    output::line(&tf("cli-team-made", &[("store", address.to_string().into())]))?;
    if seal.is_some() {
        keep_key(&laptop, &team, seal);
        output::line(t("cli-team-made-sealed"))?;
    }
    Ok(())
}

fn join(args: &ArgMatches) -> Result<(), CliError> {
    let address = named(args, text_of(args, "store")?);
    let mut team = opened(args, &address)?;
    let passphrase = match args.get_flag("encrypt") {
        true => Some(open::new_passphrase(args)?),
        false => None,
    };
    let how = Pull {
        originals: originals_of(args),
        only_trusted: args.get_flag("only-trusted"),
        ..Pull::default()
    };
    let path = path_of(args, "new")?;
    let chains = chains_folder();
    let author = Settings::load().author();
    let (case, pulled) = team.join(
        path,
        author,
        passphrase.as_ref(),
        chains.as_deref(),
        &how,
        &Progress::new(),
    )?;
    let remembered = remember(&case.reader()?, &address);
    case.close()?;
    remembered?;
    tell_pulled(&pulled, args.get_flag("json"))
}

fn push(args: &ArgMatches) -> Result<(), CliError> {
    // Opened for writing, although nothing is written: two pushes of one copy would write the same log.
    let case = open::writer(args)?;
    let pushed = push_of(args, &case);
    case.close()?;
    tell_pushed(&pushed?, args.get_flag("json"))
}

fn push_of(args: &ArgMatches, case: &crate::case::Case) -> Result<Pushed, CliError> {
    let reader = case.reader()?;
    let address = address(args, &reader)?;
    let mut team = opened(args, &address)?;
    let key = settings::signing_key().map_err(|error| CliError::Refused(error.to_string()))?;
    let how = Push {
        check: args.get_flag("check"),
        without_originals: args.get_flag("without-originals"),
    };
    let pushed = team.push(&reader, case.author(), &key, how, &Progress::new())?;
    remember(&reader, &address)?;
    Ok(pushed)
}

fn pull(args: &ArgMatches) -> Result<(), CliError> {
    let mut case = open::writer(args)?;
    let pulled = pull_into(args, &mut case);
    case.close()?;
    tell_pulled(&pulled?, args.get_flag("json"))
}

fn pull_into(args: &ArgMatches, case: &mut crate::case::Case) -> Result<Pulled, CliError> {
    let reader = case.reader()?;
    let address = address(args, &reader)?;
    let originals = match args.get_many::<String>("photo") {
        Some(photos) => Originals::Of(photos.map(|id| hash_of(&reader, id)).collect::<Result<_, _>>()?),
        None => originals_of(args),
    };
    let mut team = opened(args, &address)?;
    let how = Pull {
        originals,
        only_trusted: args.get_flag("only-trusted"),
        relayed: args.get_flag("relayed"),
    };
    let pulled = team.pull(case, &how, &Progress::new())?;
    remember(&reader, &address)?;
    Ok(pulled)
}

fn status(args: &ArgMatches) -> Result<(), CliError> {
    let file = open::file(args)?;
    let reader = file.reader()?;
    let address = address(args, &reader)?;
    let mut team = opened(args, &address)?;
    let status = team.status(&reader, &Settings::load().author(), &Progress::new())?;
    remember(&reader, &address)?;
    if args.get_flag("json") {
        output::json(&json!({ "store": address, "status": status }))?;
    } else {
        tell_status(&status, &address)?;
    }
    told(&status.troubles, &[])
}

fn trust(args: &ArgMatches) -> Result<(), CliError> {
    let reader = open::file(args)?.reader()?;
    let address = address(args, &reader)?;
    let fingerprint = text_of(args, "fingerprint")?;
    opened(args, &address)?.trust(fingerprint)?;
    output::line(&tf("cli-team-trusted", &[("fingerprint", fingerprint.into())]))
}

fn credentials(args: &ArgMatches) -> Result<(), CliError> {
    let address = named(args, text_of(args, "store")?);
    if !address.is_bucket() {
        return Err(CliError::Refused(t("cli-team-credentials-folder").to_owned()));
    }
    let is_typed = stdin().is_terminal();
    if is_typed {
        eprint!("{} ", t("cli-team-key-id"));
        std::io::stderr().flush()?;
    }
    let mut key_id = String::new();
    stdin().lock().read_line(&mut key_id)?;
    let secret = if is_typed {
        Zeroizing::new(rpassword::prompt_password(t("cli-team-secret"))?)
    } else {
        let mut line = Zeroizing::new(String::new());
        stdin().lock().read_line(&mut line)?;
        Zeroizing::new(line.trim_end_matches(['\r', '\n']).to_owned())
    };
    let credentials = Credentials {
        key_id: key_id.trim().to_owned(),
        secret,
    };
    if credentials.key_id.is_empty() || credentials.secret.is_empty() {
        return Err(CliError::Usage(t("cli-missing").to_owned()));
    }
    secrets::keep_credentials(&address, &credentials)?;
    output::line(t("cli-team-credentials-kept"))
}

/// The store that the arguments name.
fn named(args: &ArgMatches, named: &str) -> Address {
    let option = |name: &str| args.get_one::<String>(name).cloned();
    Address {
        place: place(named),
        endpoint: option("endpoint"),
        region: option("region"),
    }
}

/// The store that the arguments name, or the one that this laptop remembers of the case.
fn address(args: &ArgMatches, case: &Reader) -> Result<Address, CliError> {
    if let Some(place) = args.get_one::<String>("store") {
        return Ok(named(args, place));
    }
    let known = Laptop::of_user().address(case)?;
    known.ok_or_else(|| CliError::Usage(t("cli-team-which").to_owned()))
}

fn remember(case: &Reader, address: &Address) -> Result<(), CliError> {
    Ok(Laptop::of_user().remember(case, address)?)
}

fn opened(args: &ArgMatches, address: &Address) -> Result<Team, CliError> {
    let key_file = args.get_one::<PathBuf>("key-file");
    let access = Access {
        seal: key_file.map(|path| read_key(path)).transpose()?,
        ..Access::to(address.clone())
    };
    let laptop = Laptop::of_user();
    let team = laptop.open(&access)?;
    keep_key(&laptop, &team, access.seal);
    Ok(team)
}

/// Keeps the key in the keyring, so that it need not be named again. Without a keyring it has to be.
fn keep_key(laptop: &Laptop, team: &Team, seal: Option<Seal>) {
    let access = Access {
        seal,
        ..Access::default()
    };
    for error in laptop.keep_secrets(team, &access) {
        output::complain(&error.to_string());
    }
}

fn originals_of(args: &ArgMatches) -> Originals {
    match args.get_flag("originals") {
        true => Originals::All,
        false => Originals::Later,
    }
}

/// The hash of the photo with this id.
fn hash_of(case: &Reader, id: &str) -> Result<Sha256, CliError> {
    let record = crate::model::record::RecordRef::new(RecordKind::Photo, id);
    let fields = case.fields(&record)?;
    let hash = fields.and_then(|fields| fields.get("sha256")?.as_str()?.parse().ok());
    hash.ok_or_else(|| CliError::Refused(tf("cli-team-no-photo", &[("id", id.into())])))
}

fn tell_pushed(pushed: &Pushed, as_json: bool) -> Result<(), CliError> {
    if as_json {
        output::json(pushed)?;
    } else {
        let said = [
            ("entries", pushed.entries.into()),
            ("previews", pushed.previews.into()),
            ("originals", pushed.originals.into()),
        ];
        output::line(&tf("cli-team-pushed", &said))?;
        tell_traffic(pushed.traffic)?;
    }
    told(&pushed.troubles, &[])
}

fn tell_pulled(pulled: &Pulled, as_json: bool) -> Result<(), CliError> {
    let taken = &pulled.taken;
    if as_json {
        output::json(pulled)?;
    } else {
        for (name, fingerprint) in &pulled.newcomers {
            let said = [
                ("device", name.as_str().into()),
                ("fingerprint", fingerprint.as_str().into()),
            ];
            output::line(&tf("cli-team-newcomer", &said))?;
        }
        for (device, entries) in &taken.chains {
            let said = [("device", device.as_str().into()), ("entries", (*entries).into())];
            output::line(&tf("cli-merge-chain", &said))?;
        }
        let said = [
            ("entries", taken.entries.into()),
            ("previews", pulled.previews.into()),
            ("originals", pulled.originals.into()),
        ];
        output::line(&tf("cli-team-pulled", &said))?;
        if taken.conflicts > 0 {
            output::line(&tf("cli-merge-conflicts", &[("count", taken.conflicts.into())]))?;
        }
        if pulled.still_awaited > 0 {
            output::line(&tf("cli-team-awaited", &[("count", pulled.still_awaited.into())]))?;
        }
        tell_traffic(pulled.traffic)?;
    }
    let refused = taken.refused.iter();
    let refused: Vec<(String, String)> = refused
        .map(|refusal| (refusal.device.clone(), refusal.reason.clone()))
        .collect();
    told(&pulled.troubles, &refused)
}

fn tell_traffic(traffic: Traffic) -> Result<(), CliError> {
    let said = [
        ("sent", traffic.sent.div_ceil(1000).into()),
        ("received", traffic.received.div_ceil(1000).into()),
    ];
    output::line(&tf("cli-team-traffic", &said))
}

fn tell_status(status: &Status, address: &Address) -> Result<(), CliError> {
    output::line(&tf(
        "cli-team-store-line",
        &[("store", address.to_string().into())],
    ))?;
    output::line(t(if status.is_sealed {
        "cli-team-sealed"
    } else {
        "cli-team-open"
    }))?;
    for (key, amount) in [
        ("cli-team-to-push", status.to_push),
        ("cli-team-to-pull", status.to_pull),
    ] {
        let said = [
            ("entries", amount.entries.into()),
            ("previews", amount.previews.into()),
            ("originals", amount.originals.into()),
            ("kilobytes", amount.bytes.div_ceil(1000).into()),
        ];
        output::line(&tf(key, &said))?;
    }
    if status.nowhere > 0 {
        output::line(&tf("cli-team-nowhere", &[("count", status.nowhere.into())]))?;
    }
    let rows: Vec<Vec<String>> = status
        .writers
        .iter()
        .map(|writer| {
            vec![
                writer.name.clone(),
                writer.segments.to_string(),
                writer.at.clone(),
                writer.fingerprint.clone(),
                t(if writer.is_trusted {
                    "cli-team-trusted-word"
                } else {
                    "cli-team-first-use-word"
                })
                .to_owned(),
            ]
        })
        .collect();
    output::table(&rows)
}

/// Says what was found wrong, and ends with an error if there was anything.
fn told(troubles: &[Trouble], refused: &[(String, String)]) -> Result<(), CliError> {
    for trouble in troubles {
        output::complain(&trouble.to_string());
    }
    for (device, reason) in refused {
        let said = [
            ("device", device.as_str().into()),
            ("reason", reason.as_str().into()),
        ];
        output::complain(&tf("cli-merge-refused", &said));
    }
    match troubles.is_empty() && refused.is_empty() {
        true => Ok(()),
        false => Err(CliError::Said),
    }
}
