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

use blocks::{fact, or};

use super::document::Document;
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
    let room = pdf::room(options.size);
    let mut numbers = figures::Numbers::default();
    let mut cited = BTreeSet::new();
    let chapters = [
        summary::chapter(reader, scope, &sheets, today)?,
        strikes::chapter(scope),
        figures::when_and_where(reader, scope, today, room, &mut numbers)?,
        figures::production(&weapons, room, &mut numbers),
        figures::joined(&weapons, room, &mut numbers),
        markings::chapter(&sheets, today, &mut cited),
        components::chapter(reader, scope)?,
        components::custody(reader, scope)?,
        photos::chapter(reader, scope)?,
        photos::hashes(scope),
        method::chapter(),
        method::sources(scope, &cited),
    ];
    Ok(Document {
        language: text::language().code(),
        title: or(info.title, t("report-untitled")),
        subject: subject(reader, options)?,
        organisation: info.organisation.unwrap_or_default(),
        handling: info.handling.unwrap_or_default(),
        moment,
        facts,
        chapters: chapters
            .into_iter()
            .filter(|chapter| !chapter.blocks.is_empty())
            .collect(),
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
