//! The form of a file of rules.

use std::collections::BTreeMap;

use jiff::civil::Date;
use regex::Regex;
use serde::Deserialize;

use crate::model::when::Interval;
use crate::reading::outcome::{Grade, Meaning};
use crate::text::{t, tf};

/// Why a file of rules can't be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", tf("rules-refused", &[("file", self.file.as_str().into()), ("reason", self.reason.as_str().into())]))]
pub struct RuleError {
    /// The file.
    pub file: String,
    /// What is wrong, and where.
    pub reason: String,
}

/// A file of rules.
#[derive(Debug, Clone)]
pub struct RuleFile {
    /// The name by which readings refer to it.
    pub name: String,
    /// What its rules are about.
    pub title: String,
    /// Its rules, in order.
    pub rules: Vec<Rule>,
    /// The text that it was read from: two files with the same text are the same.
    text: String,
}

impl PartialEq for RuleFile {
    fn eq(&self, other: &Self) -> bool {
        (&self.name, &self.text) == (&other.name, &other.text)
    }
}

impl Eq for RuleFile {}

/// One rule: a pattern, and what it means.
#[derive(Debug, Clone)]
pub struct Rule {
    /// Its name within the file.
    pub id: String,
    /// What it reads, in words.
    pub name: String,
    /// The pattern; it must match the whole of what is looked at.
    pub pattern: Regex,
    /// What is looked at.
    pub scope: Scope,
    /// The best grade that it gives.
    pub grade: Grade,
    /// What its dates date.
    pub meaning: Meaning,
    /// By which calendar the year, month and day count.
    pub calendar: Calendar,
    /// Is added to the year that is written (1911 for Juche and Minguo years).
    pub year_offset: i16,
    /// The first year that a year of one or two digits may mean.
    pub since: i16,
    /// The letters that stand for years.
    pub years: BTreeMap<String, i16>,
    /// The characters that stand for the months, from the first on.
    pub months: Vec<char>,
    /// The days that it means whatever is written, if it means fixed ones.
    pub fixed: Option<Interval>,
    /// The place that it names; `{group}` stands for what a group of the pattern matches.
    pub place: Option<String>,
    /// It reads only marks on weapons of one of these countries, by other evidence; any if empty.
    pub origin: Vec<String>,
    /// It reads only marks on components of one of these kinds; any if empty.
    pub object: Vec<String>,
    /// It reads only marks on components of one of these makers; any if empty.
    pub maker: Vec<String>,
    /// What more there is to say for it.
    pub because: Option<String>,
    /// Where it comes from: a citation.
    pub source: String,
    /// What it must read, and how, and what not.
    pub examples: Vec<Example>,
}

/// What a rule looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Each word: what stands between spaces and ends of lines.
    #[default]
    Word,
    /// Each line.
    Line,
}

/// By which calendar a year, month and day count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Calendar {
    /// The Gregorian calendar, also for calendars that count its years from elsewhere.
    #[default]
    Gregorian,
    /// The Solar Hijri calendar of Iran.
    SolarHijri,
    /// The Islamic lunar calendar.
    Islamic,
    /// The Hebrew calendar; years only.
    Hebrew,
}

/// A mark that shows what a rule does.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// The mark, in the notation.
    pub mark: String,
    /// The first day that it must mean.
    #[serde(default)]
    pub earliest: Option<Date>,
    /// The last day that it must mean.
    #[serde(default)]
    pub latest: Option<Date>,
    /// `false`: the rule must not read it.
    #[serde(default = "yes")]
    pub read: bool,
}

const fn yes() -> bool {
    true
}

impl Example {
    /// The days that must come out; the outer `None` when the rule must not read it, the inner when no date.
    pub(super) fn wanted(&self) -> Option<Option<Interval>> {
        let days = || Interval::new(self.earliest?, self.latest.or(self.earliest)?).ok();
        self.read.then(days)
    }
}

/// The file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenFile {
    title: String,
    #[serde(default)]
    source: Option<String>,
    rule: Vec<WrittenRule>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenRule {
    id: String,
    name: String,
    pattern: String,
    #[serde(default)]
    scope: Scope,
    grade: Grade,
    #[serde(default = "production")]
    meaning: Meaning,
    #[serde(default)]
    calendar: Calendar,
    #[serde(default)]
    year_offset: i16,
    #[serde(default = "since")]
    since: i16,
    #[serde(default)]
    years: BTreeMap<String, i16>,
    #[serde(default)]
    months: String,
    #[serde(default)]
    earliest: Option<Date>,
    #[serde(default)]
    latest: Option<Date>,
    #[serde(default)]
    place: Option<String>,
    #[serde(default)]
    origin: Vec<String>,
    #[serde(default)]
    object: Vec<String>,
    #[serde(default)]
    maker: Vec<String>,
    #[serde(default)]
    because: Option<String>,
    #[serde(default)]
    source: Option<String>,
    example: Vec<Example>,
}

const fn production() -> Meaning {
    Meaning::Production
}

/// Marks of two-digit years on weapons of today are hardly older.
const fn since() -> i16 {
    1950
}

/// The groups of a pattern that mean something.
const GROUPS: [&str; 7] = ["year", "yy", "y", "letter", "month", "day", "week"];

impl RuleFile {
    /// Reads the text of a file, without trying its examples.
    ///
    /// # Errors
    /// When it is no TOML of this form, or a pattern is none; says which rule and why.
    pub fn read(name: &str, text: &str) -> Result<Self, RuleError> {
        let refused = |reason: String| RuleError {
            file: name.to_owned(),
            reason,
        };
        let written: WrittenFile = toml::from_str(text).map_err(|error| refused(error.to_string()))?;
        if written.rule.is_empty() {
            return Err(refused(t("rules-none").to_owned()));
        }
        let mut rules: Vec<Rule> = Vec::with_capacity(written.rule.len());
        for rule in written.rule {
            let id = rule.id.clone();
            let of_rule = |reason: String| {
                refused(tf(
                    "rules-rule",
                    &[("rule", id.as_str().into()), ("reason", reason.into())],
                ))
            };
            if rules.iter().any(|known| known.id == rule.id) {
                return Err(of_rule(t("rules-twice").to_owned()));
            }
            rules.push(rule.checked(written.source.as_deref()).map_err(of_rule)?);
        }
        Ok(Self {
            name: name.to_owned(),
            title: written.title,
            rules,
            text: text.to_owned(),
        })
    }

    /// How readings name a rule of this file.
    #[must_use]
    pub fn rule_id(&self, rule: &Rule) -> String {
        format!("{}/{}", self.name, rule.id)
    }
}

impl WrittenRule {
    fn checked(self, source: Option<&str>) -> Result<Rule, String> {
        // Rules are people's text: a pattern must not cost more than a mark is worth.
        let pattern = regex::RegexBuilder::new(&format!("^(?:{})$", self.pattern))
            .size_limit(1 << 18)
            .build()
            .map_err(|error| error.to_string())?;
        let unknown = |name: &&str| {
            let used_in_place = self
                .place
                .as_deref()
                .is_some_and(|place| place.contains(&format!("{{{name}}}")));
            !GROUPS.contains(name) && !used_in_place
        };
        if let Some(name) = pattern.capture_names().flatten().find(unknown) {
            return Err(tf(
                "rules-group",
                &[("group", name.into()), ("groups", GROUPS.join(", ").into())],
            ));
        }
        if self.grade == Grade::X {
            return Err(t("rules-grade").to_owned());
        }
        if self.example.is_empty() {
            return Err(t("rules-no-example").to_owned());
        }
        let source = self
            .source
            .or_else(|| source.map(str::to_owned))
            .filter(|source| !source.trim().is_empty())
            .ok_or_else(|| t("rules-no-source").to_owned())?;
        let fixed = match (self.earliest, self.latest) {
            (None, None) => None,
            (first, last) => {
                let pair = first
                    .zip(last)
                    .ok_or_else(|| t("rules-half-interval").to_owned())?;
                Some(Interval::new(pair.0, pair.1).map_err(|error| error.to_string())?)
            }
        };
        Ok(Rule {
            id: self.id,
            name: self.name,
            pattern,
            scope: self.scope,
            grade: self.grade,
            meaning: self.meaning,
            calendar: self.calendar,
            year_offset: self.year_offset,
            since: self.since,
            years: self.years,
            months: self.months.chars().collect(),
            fixed,
            place: self.place,
            origin: self.origin,
            object: self.object,
            maker: self.maker,
            because: self.because,
            source,
            examples: self.example,
        })
    }
}
