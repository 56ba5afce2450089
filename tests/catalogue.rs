//! The message catalogue and the code agree: no key without a message, no message without a use.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

fn files(folder: &Path, end: &str, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, end, found);
        } else if path.extension().is_some_and(|extension| extension == end) {
            found.push(path);
        }
    }
}

fn sources() -> String {
    let mut found = Vec::new();
    files(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        "rs",
        &mut found,
    );
    found
        .iter()
        .map(|path| std::fs::read_to_string(path).unwrap())
        .collect()
}

fn keys() -> BTreeSet<String> {
    let mut found = Vec::new();
    files(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locale/en"),
        "ftl",
        &mut found,
    );
    let text: String = found
        .iter()
        .map(|path| std::fs::read_to_string(path).unwrap() + "\n")
        .collect();
    text.lines()
        .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()))
        .filter_map(|line| Some(line.split_once('=')?.0.trim().to_owned()))
        .collect()
}

#[test]
fn every_key_that_the_code_asks_for_has_a_message() {
    let pattern = regex::Regex::new(r#"\btf?\(\s*"([a-z0-9-]+)""#).unwrap();
    let sources = sources();
    let keys = keys();
    let missing: BTreeSet<&str> = pattern
        .captures_iter(&sources)
        .map(|found| found.get(1).unwrap().as_str())
        .filter(|key| !keys.contains(*key) && !key.starts_with("no-such"))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_message_is_used() {
    let sources = sources();
    // Keys that the code puts together: `action-` and the action, and so on.
    let pattern = regex::Regex::new(r#""([a-z0-9]+-[a-z0-9-]+?)-?(?:\{[^"]*)?""#).unwrap();
    let built: BTreeSet<String> = pattern
        .captures_iter(&sources)
        .map(|found| format!("{}-", &found[1]))
        .chain(
            regex::Regex::new(r#""([a-z0-9-]+-)\{"#)
                .unwrap()
                .captures_iter(&sources)
                .map(|found| found[1].to_owned()),
        )
        .collect();
    let literals: BTreeSet<&str> = regex::Regex::new(r#""([a-z0-9-]+)""#)
        .unwrap()
        .captures_iter(&sources)
        .map(|found| found.get(1).unwrap().as_str())
        .collect();
    let unused: Vec<String> = keys()
        .into_iter()
        .filter(|key| !literals.contains(key.as_str()))
        .filter(|key| !built.iter().any(|start| key.starts_with(start.as_str())))
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}
