//! How the report came about, and what it rests on.

use std::collections::{BTreeMap, BTreeSet};

use super::blocks::{self, table};
use crate::exchange::report::document::{Block, Chapter};
use crate::exchange::report::scope::Scope;
use crate::model::Source;
use crate::reading::{Grade, citation};
use crate::text::t;

pub(super) fn chapter() -> Chapter {
    let mut blocks = vec![
        Block::Paragraph(t("report-method-records").to_owned()),
        Block::Paragraph(t("report-method-readings").to_owned()),
        Block::Paragraph(t("report-method-dates").to_owned()),
    ];
    let grades = [Grade::A, Grade::B, Grade::C, Grade::D, Grade::X];
    let rows = grades.map(|grade| {
        let said = t(&format!("report-grade-{}", grade.to_string().to_lowercase()));
        vec![grade.to_string(), said.to_owned()]
    });
    blocks.push(table(
        &[("report-grade", 1.0), ("report-grade-means", 9.0)],
        rows.to_vec(),
    ));
    blocks.push(Block::Paragraph(t("report-method-limits").to_owned()));
    blocks::chapter("report-method", blocks)
}

pub(super) fn sources(scope: &Scope, cited: &BTreeSet<String>) -> Chapter {
    let mut blocks = Vec::new();
    let of_records = scope
        .strikes
        .iter()
        .map(|one| (&one.title, &one.sources))
        .chain(scope.weapons.iter().map(|one| (&one.title, &one.sources)))
        .chain(scope.components.iter().map(|one| (&one.title, &one.sources)));
    // Each source once, with all that rests on it.
    let mut grounds: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for (title, sources) in of_records {
        for source in sources {
            grounds.entry(cite(source)).or_default().insert(title);
        }
    }
    if !grounds.is_empty() {
        let rows = grounds.into_iter().map(|(source, titles)| {
            let titles: Vec<&str> = titles.into_iter().filter(|title| !title.is_empty()).collect();
            vec![source, titles.join("; ")]
        });
        blocks.push(table(
            &[("report-source", 6.0), ("report-record", 4.0)],
            rows.collect(),
        ));
    }
    if !cited.is_empty() {
        blocks.push(Block::Heading(t("report-rule-sources").to_owned()));
        blocks.extend(cited.iter().map(|id| Block::Paragraph(citation(id).to_owned())));
    }
    blocks::chapter("report-sources", blocks)
}

pub(super) fn cite(source: &Source) -> String {
    let date = source.date.as_ref().map(ToString::to_string);
    let parts = [
        Some(source.title.clone()),
        source.by.clone(),
        date,
        source.link.clone(),
        source.note.clone(),
    ];
    let parts: Vec<String> = parts
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(", ")
}
