//! The commands that make a case trusted: passphrases, signatures, recovery, backups, the past.

use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;

/// The program with a home of its own and no screen.
fn witnessmark(home: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("witnessmark").unwrap();
    command
        .args(arguments)
        .env("HOME", home)
        .env("LC_ALL", "C")
        .env_remove("XDG_CONFIG_HOME")
        .env_remove("XDG_DATA_HOME")
        .env_remove("DISPLAY")
        .current_dir(home);
    command
}

struct Home(TempDir);

impl Home {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn run(&self, arguments: &[&str], input: &str) -> (i32, String, String) {
        let output = witnessmark(self.0.path(), arguments)
            .write_stdin(input)
            .output()
            .unwrap();
        (
            output.status.code().unwrap(),
            String::from_utf8(output.stdout).unwrap(),
            String::from_utf8(output.stderr).unwrap(),
        )
    }

    /// Runs what must succeed.
    fn ok(&self, arguments: &[&str], input: &str) -> String {
        let (code, out, err) = self.run(arguments, input);
        assert_eq!(code, 0, "{arguments:?}: {out}{err}");
        out
    }

    fn demonstration(&self) {
        self.ok(&["demo", "--case", "case.witness", "--no-window"], "");
    }
}

#[test]
fn a_passphrase_comes_from_standard_input_and_never_from_an_argument() {
    let home = Home::new();
    home.ok(
        &["new", "a.witness", "--encrypt", "--passphrase-stdin"],
        "correct horse\n",
    );
    let verify = ["verify", "a.witness", "--passphrase-stdin"];
    home.ok(&verify, "correct horse\n");
    let (code, _, err) = home.run(&verify, "wrong horse\n");
    assert_eq!(code, 1);
    assert!(err.contains("does not open"), "{err}");
    let (code, _, err) = home.run(&["verify", "a.witness"], "");
    assert_eq!(code, 1);
    assert!(err.contains("--passphrase-stdin"), "{err}");
    home.ok(
        &["passphrase", "a.witness", "--passphrase-stdin"],
        "correct horse\nnext horse\n",
    );
    home.ok(&verify, "next horse\n");
    home.ok(
        &["passphrase", "a.witness", "--remove", "--passphrase-stdin"],
        "next horse\n",
    );
    home.ok(&["verify", "a.witness"], "");
}

#[test]
fn a_signed_head_is_accepted_by_openssh_and_the_case_holds_it() {
    let home = Home::new();
    home.demonstration();
    let said = home.ok(&["sign", "case.witness", "--out", "head"], "");
    let public = said
        .split("ssh-ed25519 ")
        .nth(1)
        .unwrap()
        .split_whitespace()
        .next()
        .unwrap();
    std::fs::write(
        home.0.path().join("signers"),
        format!("olha ssh-ed25519 {public}\n"),
    )
    .unwrap();
    let statement = std::fs::read_to_string(home.0.path().join("head")).unwrap();
    let line = |name: &str| {
        let line = statement.lines().find(|line| line.starts_with(name)).unwrap();
        line.split(' ').nth(1).unwrap().to_owned()
    };
    let again = home.ok(
        &[
            "heads",
            "case.witness",
            "--device",
            &line("device"),
            "--entries",
            &line("entries"),
        ],
        "",
    );
    assert_eq!(again, statement);
    let verified = std::process::Command::new("ssh-keygen")
        .args([
            "-Y",
            "verify",
            "-f",
            "signers",
            "-I",
            "olha",
            "-n",
            "witnessmark",
            "-s",
            "head.sig",
        ])
        .current_dir(home.0.path())
        .stdin(std::fs::File::open(home.0.path().join("head")).unwrap())
        .output();
    match verified {
        Ok(output) => assert!(output.status.success(), "{output:?}"),
        Err(_) => println!("skipped: there is no ssh-keygen"),
    }
    let verdict: serde_json::Value =
        serde_json::from_str(&home.ok(&["verify", "case.witness", "--json"], "")).unwrap();
    assert_eq!(verdict["signatures"], 1);
    // The same key signs the next time.
    let next = home.ok(&["sign", "case.witness"], "");
    assert!(next.contains(public));
}

#[test]
fn a_damaged_case_is_recovered_with_a_report() {
    let home = Home::new();
    home.demonstration();
    let path = home.0.path().join("case.witness");
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[100..16_384].fill(0);
    std::fs::write(&path, bytes).unwrap();
    assert_eq!(home.run(&["verify", "case.witness"], "").0, 1);
    let said = home.ok(&["recover", "case.witness", "out.witness"], "");
    assert!(said.contains("6 originals"), "{said}");
    home.ok(&["verify", "out.witness"], "");
    // Previews that are lost are computed anew from their originals.
    let previews = |name: &str| -> i64 {
        let conn = rusqlite::Connection::open(home.0.path().join(name)).unwrap();
        conn.query_row("SELECT count(small) FROM preview", [], |row| row.get(0))
            .unwrap()
    };
    let conn = rusqlite::Connection::open(home.0.path().join("out.witness")).unwrap();
    conn.execute("UPDATE preview SET small = x'00'", []).unwrap();
    drop(conn);
    home.ok(&["recover", "out.witness", "again.witness"], "");
    home.ok(&["verify", "again.witness"], "");
    assert_eq!(previews("again.witness"), 6);
    let (code, _, err) = home.run(&["recover", "case.witness", "out.witness"], "");
    assert_eq!(code, 1);
    assert!(err.contains("exists already"), "{err}");
}

#[test]
fn the_history_and_the_case_as_it_was_are_listed() {
    let home = Home::new();
    home.demonstration();
    let strikes = home.ok(&["list", "case.witness", "strikes", "--json"], "");
    let strikes: serde_json::Value = serde_json::from_str(&strikes).unwrap();
    let id = strikes[0]["id"].as_str().unwrap();
    let life = home.ok(&["history", "case.witness", "--record", id, "--json"], "");
    let life: serde_json::Value = serde_json::from_str(&life).unwrap();
    assert!(
        life.as_array()
            .unwrap()
            .iter()
            .any(|entry| entry["action"] == "create-strike")
    );
    assert_eq!(
        home.ok(&["history", "case.witness", "--most", "3"], "")
            .lines()
            .count(),
        3
    );
    let then = home.ok(
        &[
            "list",
            "case.witness",
            "strikes",
            "--json",
            "--as-of",
            "2020-01-01",
        ],
        "",
    );
    assert_eq!(
        serde_json::from_str::<serde_json::Value>(&then).unwrap(),
        serde_json::json!([])
    );
    let now = home.ok(
        &[
            "list",
            "case.witness",
            "strikes",
            "--json",
            "--as-of",
            "2999-01-01",
        ],
        "",
    );
    assert_eq!(serde_json::from_str::<serde_json::Value>(&now).unwrap(), strikes);
    assert_eq!(
        home.run(&["list", "case.witness", "strikes", "--as-of", "soon"], "")
            .0,
        2
    );
}

#[test]
fn backups_are_listed_and_restored() {
    let home = Home::new();
    home.demonstration();
    assert!(home.ok(&["backups"], "").contains("no backup yet"));
    // A change of the passphrase begins a backup under the new one.
    home.ok(
        &["passphrase", "case.witness", "--passphrase-stdin"],
        "correct horse\n",
    );
    let listed = home.ok(&["backups"], "");
    let backup = &listed[listed.find('/').unwrap()..listed.trim_end().len()];
    let said = home.ok(
        &[
            "restore",
            backup,
            "back.witness",
            "--originals",
            "case.witness",
            "--passphrase-stdin",
        ],
        "correct horse\ncorrect horse\n",
    );
    assert!(said.contains("6 originals"), "{said}");
    home.ok(
        &["verify", "back.witness", "--passphrase-stdin"],
        "correct horse\n",
    );
}
