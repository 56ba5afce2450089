//! `witnessmark sign FILE`: signs the head of this device's chain with an SSH key.

use std::path::{Path, PathBuf};

use clap::ArgMatches;
use ssh_key::PrivateKey;

use super::{CliError, open, output};
use crate::settings;
use crate::text::{t, tf};

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    let key = match args.get_one::<PathBuf>("key") {
        Some(path) => read_key(path)?,
        None => settings::signing_key().map_err(|error| CliError::Refused(error.to_string()))?,
    };
    let mut case = open::writer(args)?;
    let signed = case.sign(&key);
    case.close()?;
    let (signature, _) = signed?;
    if let Some(out) = args.get_one::<PathBuf>("out") {
        write_new(out, &signature.statement)?;
        let mut name = out.clone().into_os_string();
        name.push(".sig");
        write_new(Path::new(&name), &signature.signature)?;
    }
    let public = key.public_key().to_openssh().map_err(refused)?;
    output::line(&tf(
        "cli-sign-done",
        &[
            ("entries", signature.device_seq.to_string().into()),
            ("fingerprint", signature.key_fingerprint.into()),
            ("public", public.into()),
        ],
    ))
}

/// Reads an OpenSSH private key; its own passphrase is asked for on the terminal.
pub(super) fn read_key(path: &Path) -> Result<PrivateKey, CliError> {
    let key = PrivateKey::read_openssh_file(path).map_err(|error| {
        let file = path.display().to_string();
        CliError::Refused(tf(
            "cli-sign-key",
            &[("file", file.into()), ("reason", error.to_string().into())],
        ))
    })?;
    if !key.is_encrypted() {
        return Ok(key);
    }
    let typed = zeroize::Zeroizing::new(rpassword::prompt_password(t("cli-sign-passphrase"))?);
    key.decrypt(typed.as_bytes()).map_err(refused)
}

fn refused(error: ssh_key::Error) -> CliError {
    CliError::Refused(error.to_string())
}

fn write_new(path: &Path, text: &str) -> Result<(), CliError> {
    use std::io::Write;
    let mut file = std::fs::File::create_new(path)?;
    file.write_all(text.as_bytes())?;
    Ok(())
}
