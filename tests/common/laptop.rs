//! A laptop with a home of its own, on which commands run.

#![allow(dead_code, reason = "each test file uses its part")]

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// A laptop.
pub struct Laptop {
    pub home: TempDir,
}

impl Laptop {
    pub fn new() -> Self {
        Self {
            home: tempfile::tempdir().unwrap(),
        }
    }

    /// A path in its home.
    pub fn path(&self, name: &str) -> String {
        self.home.path().join(name).to_str().unwrap().to_owned()
    }

    /// The program with these arguments, for a person who works in English and has no screen.
    pub fn command(&self, args: &[&str]) -> Command {
        let home = self.home.path();
        let mut command = Command::new(assert_cmd::cargo::cargo_bin("witnessmark"));
        command
            .args(args)
            .env("HOME", home)
            .env("LC_ALL", "C")
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_DATA_HOME", home.join("data"));
        for name in [
            "DISPLAY",
            "WAYLAND_DISPLAY",
            "DBUS_SESSION_BUS_ADDRESS",
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "WITNESSMARK_TEAM_KEY",
        ] {
            command.env_remove(name);
        }
        command
    }

    pub fn run(&self, args: &[&str]) -> Output {
        self.command(args).output().unwrap()
    }

    /// What a command says that must succeed.
    pub fn ok(&self, args: &[&str]) -> String {
        let output = self.run(args);
        assert!(output.status.success(), "{args:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// What a command says that must fail, with its exit code.
    pub fn refused(&self, args: &[&str]) -> (i32, String) {
        let output = self.run(args);
        assert!(!output.status.success(), "{args:?}: {output:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        (output.status.code().unwrap(), said)
    }

    pub fn json(&self, args: &[&str]) -> Value {
        serde_json::from_str(&self.ok(args)).unwrap()
    }

    /// A new case with one strike; gives its path and the strike's id.
    pub fn case_with_a_strike(&self) -> (String, String) {
        let case = self.path("case.witness");
        self.ok(&["new", &case]);
        let sheet = self.path("strikes.csv");
        std::fs::write(&sheet, "Title\nDepot\n").unwrap();
        self.ok(&["import-sheet", &case, &sheet, "--as", "strikes"]);
        let strikes = witnessmark::case::Reader::open(Path::new(&case))
            .unwrap()
            .all::<witnessmark::model::Strike>()
            .unwrap();
        (case, strikes[0].id.to_string())
    }
}
