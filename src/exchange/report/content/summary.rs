//! The sentences that findings and weapons' marks derive, word for word.

use jiff::civil::Date;

use super::blocks::{or, second};
use crate::case::{MarkingSheet, Reader};
use crate::exchange::report::ReportError;
use crate::exchange::report::document::Block;
use crate::exchange::report::scope::Scope;
use crate::model::marking::{Finding, Verdict};
use crate::reading::system::system_name;
use crate::text::{t, tf};

pub(super) fn blocks(
    reader: &Reader,
    scope: &Scope,
    sheets: &[MarkingSheet],
    today: Date,
) -> Result<Vec<Block>, ReportError> {
    let counted = tf(
        "report-counts",
        &[
            ("strikes", scope.strikes.len().into()),
            ("weapons", scope.weapons.len().into()),
            ("components", scope.components.len().into()),
            ("markings", scope.markings.len().into()),
            ("photos", scope.photos.len().into()),
        ],
    );
    let mut blocks = vec![Block::Paragraph(counted)];
    // Whoever reads it must not take for settled what the team itself has not decided.
    let open = reader.conflict_count()?;
    if open > 0 {
        blocks.push(Block::Paragraph(tf("report-open", &[("count", open.into())])));
    }
    for weapon in &scope.weapons {
        let assembly = reader.assembly(weapon.id, today)?;
        if !assembly.statement.is_empty() {
            blocks.push(Block::Heading(or(weapon.title.clone(), t("record-weapon"))));
            blocks.push(Block::Statement(assembly.statement));
        }
    }
    if sheets.iter().all(|sheet| sheet.findings.is_empty()) {
        blocks.push(Block::Paragraph(t("report-no-findings").to_owned()));
    } else {
        blocks.push(Block::Heading(t("report-findings").to_owned()));
    }
    for sheet in sheets {
        let piece = sheet.context.component.as_ref().map(|piece| piece.title.as_str());
        let of = piece
            .filter(|title| !title.is_empty())
            .unwrap_or(&sheet.context.marking.title);
        for finding in &sheet.findings {
            blocks.extend(decided(finding).into_iter().map(|block| match block {
                // Which piece it is on: marks that are alike are found alike.
                Block::Note(said) if !of.is_empty() => Block::Note(format!("{of} · {said}")),
                other => other,
            }));
        }
    }
    Ok(blocks)
}

pub(super) fn decided(finding: &Finding) -> Vec<Block> {
    let verdict = match finding.verdict {
        Verdict::Accepted => "report-accepted",
        Verdict::Rejected => "report-rejected",
    };
    let said = tf(
        verdict,
        &[
            ("by", finding.by.as_str().into()),
            ("at", second(finding.at).into()),
            ("mark", finding.raw.as_str().into()),
            ("system", system_name(&finding.system).into()),
            ("grade", finding.grade.as_str().into()),
            ("reason", finding.reason.as_str().into()),
        ],
    );
    match finding.verdict {
        Verdict::Accepted => vec![Block::Statement(finding.statement.clone()), Block::Note(said)],
        // What was rejected is not quoted as if it held.
        Verdict::Rejected => vec![Block::Note(said)],
    }
}
