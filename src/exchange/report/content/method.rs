//! How the report came about, and what it rests on.

use std::collections::{BTreeMap, BTreeSet};

use super::blocks::{fact, paragraphs, table};
use crate::exchange::report::document::{Block, Part};
use crate::exchange::report::scope::Scope;
use crate::exchange::report::template::{Template, Texts};
use crate::model::Source;
use crate::reading::{Grade, citation};
use crate::text::t;

pub(super) fn blocks(template: &Template, texts: &Texts) -> Vec<Block> {
    let own = [
        t("report-method-records"),
        t("report-method-readings"),
        t("report-method-dates"),
    ];
    let said = |text: &str, own: &[&str]| -> Vec<Block> {
        let said = paragraphs(text);
        let own = own.iter().map(|text| (*text).to_owned()).collect();
        let said: Vec<String> = if said.is_empty() { own } else { said };
        said.into_iter().map(Block::Paragraph).collect()
    };
    let mut blocks = said(&texts.method, &own);
    let grades = [Grade::A, Grade::B, Grade::C, Grade::D, Grade::X];
    let rows = grades.map(|grade| {
        let said = t(&format!("report-grade-{}", grade.to_string().to_lowercase()));
        vec![grade.to_string(), said.to_owned()]
    });
    blocks.push(table(
        &[("report-grade", 1.0), ("report-grade-means", 9.0)],
        rows.to_vec(),
    ));
    blocks.extend(said(&texts.disclaimer, &[t("report-method-limits")]));
    blocks.extend(by_template(template, texts));
    blocks
}

/// Which template was used, and what it changed: whoever has the same case and the same files makes the same report.
fn by_template(template: &Template, texts: &Texts) -> Vec<Block> {
    if template.files.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Paragraph(t("report-by-template").to_owned())];
    let mut facts: Vec<(String, String)> = template
        .files
        .iter()
        .map(|(name, hash)| (name.clone(), format!("SHA-256 {hash}")))
        .collect();
    let kept = &template.chapters.0;
    let left_out = Part::ALL.into_iter().filter(|part| !kept.contains(part));
    let left_out: Vec<&str> = left_out.map(Part::heading).collect();
    if !left_out.is_empty() {
        facts.push(fact("report-template-left-out", left_out.join(", ")));
    }
    let replaced = [
        (&texts.method, t("report-template-own-method")),
        (&texts.disclaimer, t("report-template-own-limits")),
    ];
    blocks.push(Block::Facts(facts));
    let replaced = replaced.into_iter().filter(|(text, _)| !text.is_empty());
    blocks.extend(replaced.map(|(_, said)| Block::Note(said.to_owned())));
    blocks
}

pub(super) fn sources(scope: &Scope, cited: &BTreeSet<String>) -> Vec<Block> {
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
        blocks.extend(cited.iter().map(|id| Block::Note(citation(id).to_owned())));
    }
    blocks
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
