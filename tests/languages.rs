//! Every language says what English says: the same messages, with the same things filled in.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, Resource, VariantKey,
};
use fluent_syntax::parser;
use witnessmark::text::{Language, tf_in};

/// What a message consists of, apart from its words.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct Parts {
    file: String,
    variables: BTreeSet<String>,
    /// Text that is set apart because its signs have a meaning in Fluent: the notation of marks.
    literals: BTreeSet<String>,
    attributes: BTreeSet<String>,
}

/// A message: its parts, its words, and the plural forms that it has.
#[derive(Debug, Default, Clone)]
struct Message {
    parts: Parts,
    words: String,
    forms: BTreeSet<String>,
}

impl Message {
    fn take(&mut self, pattern: &Pattern<&str>) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => self.words.push_str(value),
                PatternElement::Placeable { expression } => self.take_expression(expression),
            }
        }
    }

    fn take_expression(&mut self, expression: &Expression<&str>) {
        match expression {
            Expression::Inline(inline) => self.take_inline(inline),
            Expression::Select { selector, variants } => {
                self.take_inline(selector);
                for variant in variants {
                    if let VariantKey::Identifier { name } = variant.key {
                        self.forms.insert(name.to_owned());
                    }
                    self.take(&variant.value);
                }
            }
        }
    }

    fn take_inline(&mut self, inline: &InlineExpression<&str>) {
        match inline {
            InlineExpression::VariableReference { id } => {
                self.parts.variables.insert(id.name.to_owned());
            }
            InlineExpression::StringLiteral { value } => {
                self.parts.literals.insert((*value).to_owned());
            }
            InlineExpression::FunctionReference {
                arguments: CallArguments { positional, .. },
                ..
            } => positional.iter().for_each(|inline| self.take_inline(inline)),
            InlineExpression::Placeable { expression } => self.take_expression(expression),
            InlineExpression::NumberLiteral { .. }
            | InlineExpression::MessageReference { .. }
            | InlineExpression::TermReference { .. } => {}
        }
    }
}

fn folder(language: Language) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("assets/locale")
        .join(language.code())
}

fn messages(language: Language) -> BTreeMap<String, Message> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder(language)).unwrap() {
        let path = entry.unwrap().path();
        let source = std::fs::read_to_string(&path).unwrap();
        let resource: Resource<&str> = parser::parse(source.as_str())
            .map_err(|(_, problems)| format!("{}: {problems:?}", path.display()))
            .unwrap();
        for entry in &resource.body {
            let Entry::Message(message) = entry else { continue };
            let mut taken = Message::default();
            taken.parts.file = path.file_name().unwrap().to_str().unwrap().to_owned();
            message.value.iter().for_each(|pattern| taken.take(pattern));
            for attribute in &message.attributes {
                taken.parts.attributes.insert(attribute.id.name.to_owned());
                taken.take(&attribute.value);
            }
            let twice = found.insert(message.id.name.to_owned(), taken);
            assert!(twice.is_none(), "{}: {} twice", path.display(), message.id.name);
        }
    }
    found
}

const TRANSLATIONS: [Language; 2] = [Language::Ukrainian, Language::Korean];

#[test]
fn every_language_has_the_messages_of_english_with_the_same_things_filled_in() {
    let english = messages(Language::English);
    for language in TRANSLATIONS {
        let theirs = messages(language);
        let code = language.code();
        let missing: Vec<_> = english.keys().filter(|key| !theirs.contains_key(*key)).collect();
        assert!(missing.is_empty(), "{code} lacks {missing:#?}");
        let unknown: Vec<_> = theirs.keys().filter(|key| !english.contains_key(*key)).collect();
        assert!(unknown.is_empty(), "{code} alone has {unknown:#?}");
        for (key, message) in &english {
            assert_eq!(theirs[key].parts, message.parts, "{code}: {key}");
        }
    }
}

/// Messages that need no word of the language although the English ones have letters: names, keys, units, examples.
const WITHOUT_WORDS: &[&str] = &[
    "calendar-agenda-utc",
    "app-name",
    "calendar-key-next-month",
    "calendar-key-next-strike",
    "calendar-key-previous-month",
    "calendar-key-previous-strike",
    "calendar-key-today",
    "calendar-moment-utc",
    "date-full-days",
    "date-full-days-of-month",
    "date-full-days-of-year",
    "demonstration-caption",
    "demonstration-card",
    "history-field-sha256",
    "key-alt",
    "key-ctrl",
    "key-delete",
    "key-enter",
    "key-escape",
    "key-shift",
    "lifeline-span",
    "map-key-fit",
    "map-kilometres",
    "map-metres",
    "map-sources-short",
    "marking-palette-viridis",
    "marking-place",
    "marking-same-keys",
    "measure-ask-length-hint",
    "measure-length",
    "photo-position-altitude",
    "photo-sha256",
    "photos-near-hint",
    "photos-position",
    "place-form-minutes",
    "place-form-seconds",
    "place-notation-plus-code",
    "reading-share-years",
    "reading-system-dodic",
    "region-size",
    "report-sha256",
    "shell-path-hint",
    "shell-window-title",
    "start-file-hint",
    "widget-job-bytes",
    "widget-job-count",
];

#[test]
fn every_message_with_words_is_translated() {
    let english = messages(Language::English);
    for (language, is_of_it) in [
        (
            Language::Ukrainian,
            (|c| matches!(c, 'а'..='я' | 'А'..='Я' | 'і' | 'ї' | 'є' | 'ґ' | 'І' | 'Ї' | 'Є' | 'Ґ'))
                as fn(char) -> bool,
        ),
        (Language::Korean, |c| matches!(c, '가'..='힣')),
    ] {
        let theirs = messages(language);
        let untranslated: Vec<&String> = english
            .iter()
            .filter(|(_, message)| message.words.chars().any(char::is_alphabetic))
            .map(|(key, _)| key)
            .filter(|key| !theirs[*key].words.chars().any(is_of_it))
            .filter(|key| !key.starts_with("date-month-in-date-") && !key.starts_with("date-month-short-"))
            .filter(|key| !WITHOUT_WORDS.contains(&key.as_str()))
            .collect();
        assert!(untranslated.is_empty(), "{}: {untranslated:#?}", language.code());
    }
    for key in WITHOUT_WORDS {
        assert!(english.contains_key(*key), "{key} is no message any more");
    }
}

#[test]
fn ukrainian_counts_with_its_own_forms_and_korean_without_any() {
    let ukrainian = messages(Language::Ukrainian);
    for (key, message) in &ukrainian {
        assert!(
            !message.forms.contains("few") || message.forms.contains("one"),
            "{key} has a form for 2 and none for 1"
        );
    }
    for (key, message) in messages(Language::Korean) {
        assert!(
            !message.forms.contains("one") && !message.forms.contains("few"),
            "{key}"
        );
    }
    let days = |count: i32| {
        tf_in(
            Language::Ukrainian,
            "reading-use-exactly",
            &[("max", count.into())],
        )
    };
    assert_eq!(days(1), "за 1 день до застосування");
    assert_eq!(days(3), "за 3 дні до застосування");
    assert_eq!(days(11), "за 11 днів до застосування");
    assert_eq!(days(21), "за 21 день до застосування");
    assert_eq!(days(230), "за 230 днів до застосування");
}

/// `witnessmark read 113`, with the settings and variables of one environment.
fn read_113(home: &Path, locale: &str, more: &[&str]) -> String {
    let output = assert_cmd::Command::cargo_bin("witnessmark")
        .unwrap()
        .args(["read", "113", "--now", "2024-09-11"])
        .args(more)
        .env("HOME", home)
        .env("XDG_CONFIG_HOME", home)
        .env("LC_ALL", locale)
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_command_speaks_as_the_settings_say_else_as_the_environment_does() {
    let home = tempfile::tempdir().unwrap();
    let read = |locale: &str| read_113(home.path(), locale, &[]);
    assert!(read("C").contains("Juche year"));
    assert!(read("fr_FR.UTF-8").contains("Juche year"));
    assert!(read("uk_UA.UTF-8").contains("Рік чучхе"));
    assert!(read("ko_KR.UTF-8").contains("주체 연호"));
    let kept = std::fs::read_dir(home.path()).unwrap().count();
    assert_eq!(kept, 0, "asking for the language made settings");
    std::fs::create_dir(home.path().join("witnessmark")).unwrap();
    let settings = home.path().join("witnessmark/settings.toml");
    std::fs::write(&settings, "language = \"ko\"\n").unwrap();
    assert!(read("uk_UA.UTF-8").contains("주체 연호"));
}

#[test]
fn what_programs_read_is_the_same_in_every_language() {
    /// Keys, and the values that are ids, days or numbers: sentences may differ.
    fn skeleton(value: &serde_json::Value, key: &str, found: &mut Vec<String>) {
        match value {
            serde_json::Value::Object(fields) => fields
                .iter()
                .for_each(|(name, value)| skeleton(value, &format!("{key}.{name}"), found)),
            serde_json::Value::Array(values) => {
                values.iter().for_each(|value| skeleton(value, key, found));
            }
            serde_json::Value::String(text) if text.contains(' ') => found.push(key.to_owned()),
            other => found.push(format!("{key} = {other}")),
        }
    }
    let home = tempfile::tempdir().unwrap();
    let read = |locale: &str| {
        let text = read_113(home.path(), locale, &["--origin", "KP", "--json"]);
        let mut found = Vec::new();
        skeleton(&serde_json::from_str(&text).unwrap(), "", &mut found);
        found
    };
    let english = read("C");
    assert!(
        english.iter().any(|line| line.ends_with("\"juche\"")),
        "{english:?}"
    );
    assert_eq!(read("uk_UA.UTF-8"), english);
    assert_eq!(read("ko_KR.UTF-8"), english);
}
