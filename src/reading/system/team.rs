//! The rules that a team added, see [`rules`](crate::reading::rules).

use regex::Captures;

use super::yyww::in_week;
use super::{System, calendar, calendar_days, centuries};
use crate::reading::context::Context;
use crate::reading::face::{Face, Token};
use crate::reading::grade::{Proposal, Support};
use crate::reading::outcome::{Grade, Meaning, Place, Precision};
use crate::reading::rules::{Calendar, Rule, RuleFile, Scope};
use crate::text::{t, tf};

pub(super) const SYSTEM: System = System { id: "team", read };

fn read(face: &Face<'_>, context: &Context) -> Vec<Proposal> {
    let mut found = Vec::new();
    for file in context.rules.files() {
        for rule in file.rules.iter().filter(|rule| applies(rule, context)) {
            match rule.scope {
                Scope::Word => {
                    for word in face.tokens() {
                        proposals(file, rule, &word, context, &mut found);
                    }
                }
                Scope::Line => {
                    for line in face.lines() {
                        proposals(file, rule, &line, context, &mut found);
                    }
                }
            }
        }
    }
    found
}

/// Whether what is known from elsewhere is what the rule asks for.
fn applies(rule: &Rule, context: &Context) -> bool {
    let one_of = |list: &[String], value: Option<&str>| {
        list.is_empty()
            || value.is_some_and(|value| list.iter().any(|one| one.eq_ignore_ascii_case(value.trim())))
    };
    one_of(&rule.origin, context.origin.as_deref())
        && one_of(&rule.object, context.object.as_deref())
        && one_of(&rule.maker, context.maker.as_deref())
}

fn proposals(file: &RuleFile, rule: &Rule, token: &Token<'_>, context: &Context, found: &mut Vec<Proposal>) {
    let Some(captures) = rule.pattern.captures(token.text) else {
        return;
    };
    let (support, cap) = match rule.grade {
        Grade::A => (Support::Named, Grade::A),
        Grade::B => (Support::Context, Grade::B),
        Grade::C => (Support::Fair, Grade::C),
        Grade::D | Grade::X => (Support::Bare, Grade::D),
    };
    let mut proposal = Proposal::new(file.rule_id(rule), token.range.clone(), support, &[])
        .resting_on(rule.source.clone())
        .because(tf(
            "reading-why-team",
            &[
                ("rule", rule.name.as_str().into()),
                ("file", file.name.as_str().into()),
            ],
        ))
        .at_most(cap, t("reading-why-team-grade").to_owned());
    if let Some(because) = &rule.because {
        proposal = proposal.because(because.clone());
    }
    if let Some(place) = &rule.place {
        proposal = proposal.place(Place {
            text: filled(place, rule, &captures),
            source: rule.source.clone(),
        });
    }
    if let Some(days) = rule.fixed {
        return found.push(proposal.made_in(days, Precision::Multi).meaning(rule.meaning));
    }
    match years(rule, &captures, context) {
        Ok(None) => found.push(proposal.meaning(Meaning::None)),
        Ok(Some(years)) => {
            let one = |year| dated(rule, proposal.clone(), year, &captures, context);
            found.extend(years.into_iter().map(one));
        }
        Err(reason) => found.push(proposal.impossible(reason)),
    }
}

/// The Gregorian years that the groups may mean, newest first, or those of the rule's calendar; `None` when no
/// group is a year.
fn years(rule: &Rule, captures: &Captures<'_>, context: &Context) -> Result<Option<Vec<i16>>, String> {
    let text = |name| captures.name(name).map(|group| group.as_str());
    let number = |name| text(name).and_then(|text| text.parse::<i16>().ok());
    let last = context.existed_by().year();
    let years: Vec<i16> = if let Some(letter) = text("letter") {
        let year = rule.years.get(letter);
        let unknown = || tf("reading-why-iec-letter", &[("letter", letter.into())]);
        vec![*year.ok_or_else(unknown)?]
    } else if let Some(year) = number("year") {
        year.checked_add(rule.year_offset).into_iter().collect()
    } else if let Some(short) = number("yy") {
        centuries(short, rule.since, last).collect()
    } else if let Some(short) = number("y") {
        (rule.since..=last)
            .rev()
            .filter(|year| year % 10 == short)
            .collect()
    } else {
        return Ok(None);
    };
    if years.is_empty() {
        Err(t("reading-why-no-year").to_owned())
    } else {
        Ok(Some(years))
    }
}

/// The proposal with the days of a year, and of the week or month and day beside it.
fn dated(rule: &Rule, proposal: Proposal, year: i16, captures: &Captures<'_>, context: &Context) -> Proposal {
    let text = |name| captures.name(name).map(|group| group.as_str());
    let number = |name| text(name).and_then(|text| text.parse::<u32>().ok());
    if let Some(week) = number("week") {
        // A number that is no week becomes one that no year has.
        let week = u8::try_from(week).unwrap_or(u8::MAX);
        return in_week(proposal, year, week, context.profile);
    }
    let month = match text("month") {
        None => None,
        Some(written) => match month(rule, written) {
            Some(month) => Some(month),
            None => {
                let reason = tf("reading-why-no-month-character", &[("character", written.into())]);
                return proposal.impossible(reason);
            }
        },
    };
    let written = (u32::from(year.unsigned_abs()), month, number("day"));
    let days = match rule.calendar {
        Calendar::Gregorian => calendar_days(year, month, number("day")),
        Calendar::SolarHijri => calendar::persian(written),
        Calendar::Islamic => calendar::lunar(written),
        Calendar::Hebrew => calendar::hebrew(written.0)
            .map(|days| (days, Precision::Year))
            .ok_or_else(|| t("reading-why-no-year").to_owned()),
    };
    super::dated(proposal, days).meaning(rule.meaning)
}

/// The month that is written in digits, or by one of the rule's characters.
fn month(rule: &Rule, written: &str) -> Option<u32> {
    if rule.months.is_empty() {
        return written.parse().ok();
    }
    let place = rule.months.iter().position(|c| written.chars().eq([*c]))?;
    u32::try_from(place + 1).ok()
}

/// The place with what the groups match.
fn filled(place: &str, rule: &Rule, captures: &Captures<'_>) -> String {
    let mut text = place.to_owned();
    for name in rule.pattern.capture_names().flatten() {
        let written = captures.name(name).map_or("", |group| group.as_str());
        text = text.replace(&format!("{{{name}}}"), written);
    }
    text
}
