//! What a report says: the records of its scope, the sentences that readings and analysis derive, and nothing more.

mod blocks;
mod components;
mod figures;
mod markings;
mod method;
mod photos;
mod strikes;
mod summary;

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use blocks::{fact, or, paragraphs};

use super::document::{Chapter, Document, Part};
use super::scope::Scope;
use super::{Options, ReportError, pdf};
use crate::case::{CaseError, Reader};
use crate::text::date::{Length, day};
use crate::text::{self, t, tf};

pub(super) fn document(reader: &Reader, options: &Options, scope: &Scope) -> Result<Document, ReportError> {
    let info = reader.info()?;
    // The one day that the report knows: no clock is asked.
    let newest = reader.history(None, 1)?.into_iter().next();
    let moment: Timestamp = newest
        .and_then(|entry| entry.at.parse().ok())
        .unwrap_or(Timestamp::UNIX_EPOCH);
    let today = moment.to_zoned(TimeZone::UTC).date();
    let mut facts = vec![
        fact("report-of-state", day(today, Length::Full)),
        fact("report-state-utc", moment.to_string()),
    ];
    for head in reader.heads()? {
        let said = tf(
            "report-head",
            &[
                ("device", head.device.as_str().into()),
                ("entries", head.entries.into()),
                ("hash", head.hash.to_string().into()),
            ],
        );
        facts.push(fact("report-chain", said));
    }
    facts.push(fact(
        "report-program",
        format!("Witnessmark {}", env!("CARGO_PKG_VERSION")),
    ));
    let mut sheets = Vec::new();
    for mark in &scope.markings {
        sheets.extend(reader.marking_sheet(mark.id)?);
    }
    let mut weapons = reader.weapon_facts(today)?;
    weapons.retain(|weapon| scope.weapons.iter().any(|one| one.id == weapon.id));
    let template = &options.template;
    let texts = template.texts(text::language());
    let order = &template.chapters.0;
    let room = pdf::room(options.size, &template.style);
    let mut numbers = figures::Numbers::default();
    // The sources are those that the marks cite, whichever stands first.
    let mut cited = BTreeSet::new();
    let mut marks = Vec::new();
    if order.contains(&Part::Markings) {
        marks = markings::blocks(&sheets, today, &mut cited);
    }
    let mut chapters = Vec::new();
    for part in order {
        let blocks = match part {
            Part::Summary => summary::blocks(reader, scope, &sheets, today)?,
            Part::Strikes => strikes::blocks(scope),
            Part::WhenAndWhere => figures::when_and_where(reader, scope, today, room, &mut numbers)?,
            Part::Production => figures::production(&weapons, room, &mut numbers),
            Part::Network => figures::joined(&weapons, room, &mut numbers),
            Part::Markings => std::mem::take(&mut marks),
            Part::Components => components::blocks(reader, scope)?,
            Part::Custody => components::custody(reader, scope)?,
            Part::Photos => photos::blocks(reader, scope)?,
            Part::Hashes => photos::hashes(scope),
            Part::Method => method::blocks(template, &texts),
            Part::Sources => method::sources(scope, &cited),
        };
        if !blocks.is_empty() {
            chapters.push(Chapter {
                heading: part.heading().to_owned(),
                blocks,
            });
        }
    }
    let title = or(info.title, t("report-untitled"));
    let organisation = or(
        template.organisation.clone(),
        &info.organisation.unwrap_or_default(),
    );
    let handling = info.handling.unwrap_or_default();
    let stated = day(today, Length::Full);
    let values = [handling.as_str(), &title, &organisation, &stated];
    // The caveat is first: a line that is too long loses its end.
    let header = template.header.with(["", &title, &organisation, &stated]);
    let header = [handling.as_str(), &header];
    let header: Vec<&str> = header.into_iter().filter(|part| !part.is_empty()).collect();
    let header = header.join(" · ");
    Ok(Document {
        language: text::language().code(),
        subject: subject(reader, options)?,
        logo: template.logo.clone(),
        header,
        footer: template.footer.with(values),
        preface: paragraphs(&texts.title_page),
        title,
        organisation,
        handling,
        moment,
        facts,
        chapters,
    })
}

fn subject(reader: &Reader, options: &Options) -> Result<String, CaseError> {
    if options.of.is_empty() {
        return Ok(t("report-of-case").to_owned());
    }
    let mut names = Vec::new();
    for record in options.of.iter().take(5) {
        let title = or(reader.title(record)?, &record.id);
        names.push(format!("{}: {title}", record.kind.name()));
    }
    if options.of.len() > names.len() {
        names.push("…".to_owned());
    }
    Ok(names.join("; "))
}
