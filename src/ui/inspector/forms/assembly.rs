//! The card that says what the marks on a weapon's components say together, and on what it rests.

use egui::Ui;
use egui_material_icons::icons;

use super::links::link_row;
use crate::analysis::calendar::words;
use crate::case::Assembly;
use crate::model::id::ComponentId;
use crate::model::{Finding, Verdict};
use crate::reading::bound::{AssemblyBound, ProductionToUse, use_phrase};
use crate::reading::system::system_phrase;
use crate::text::{t, tf};
use crate::ui::desk::{Desk, Place};
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::{Action, Text, card, gap, message, pair, section, weak_text};

/// Shows the card, if there are marks at all.
pub fn assembly_card(ui: &mut Ui, desk: &mut Desk, assembly: &Assembly) {
    card(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.add(Text::new(t("form-assembly")).kind(Type::Strong));
        if assembly.markings == 0 {
            weak_text(ui, t("form-assembly-no-marks"));
            return;
        }
        let counts = [
            ("dated", assembly.dated.into()),
            ("markings", assembly.markings.into()),
        ];
        weak_text(ui, &tf("form-assembly-counts", &counts));
        let Some(bound) = &assembly.bound else {
            weak_text(ui, t("form-assembly-none"));
            return;
        };
        gap(ui, space::XS);
        facts(ui, desk, assembly, bound);
        gap(ui, space::S);
        ui.add(Text::new(&assembly.statement));
        gap(ui, space::S);
        let copy = Action::secondary(t("form-copy")).with_icon(icons::ICON_CONTENT_COPY);
        if ui.add(copy).clicked() {
            ui.ctx().copy_text(assembly.statement.clone());
        }
    });
    gap(ui, space::S);
}

fn facts(ui: &mut Ui, desk: &mut Desk, assembly: &Assembly, bound: &AssemblyBound) {
    let not_before = tf(
        "form-assembly-bound",
        &[("day", words::day(bound.not_before).into())],
    );
    ui.add(Text::new(&not_before).kind(Type::Heading));
    gap(ui, space::XS);
    weak_text(ui, t("form-assembly-decided"));
    if link_row(ui, &bound.decided_by, "")
        && let Some(component) = assembly.decided_by
    {
        desk.select(component);
        desk.go(Place::Components);
    }
    let without = bound
        .without_it
        .map_or_else(|| t("form-assembly-alone").to_owned(), words::day);
    pair(ui, t("form-assembly-without"), &without);
    if bound.preferred != bound.not_before {
        pair(ui, t("form-assembly-preferred"), &words::day(bound.preferred));
    }
    let used = assembly
        .used
        .map_or_else(|| t("form-assembly-not-used").to_owned(), words::days);
    pair(ui, t("form-assembly-used"), &used);
    match &assembly.to_use {
        None => {}
        Some(ProductionToUse::Days { min, max, .. }) => {
            let days = tf(
                "form-assembly-days",
                &[("min", (*min).into()), ("max", (*max).into())],
            );
            pair(ui, t("form-assembly-to-use"), &days);
        }
        Some(contradiction) => {
            let words = use_phrase(contradiction);
            message(ui, icons::ICON_ERROR, Tokens::of(ui).bad, &words);
        }
    }
}

/// The decisions on the marks of a weapon's components; a click goes to the mark.
pub fn findings(ui: &mut Ui, desk: &mut Desk, findings: &[(ComponentId, Finding)]) {
    if findings.is_empty() {
        return;
    }
    section(ui, t("form-findings"), |ui| {
        for (_, finding) in findings {
            let days = match (finding.earliest, finding.latest) {
                (Some(first), Some(last)) => format!("{first}/{last}"),
                _ => String::new(),
            };
            let key = match finding.verdict {
                Verdict::Accepted => "form-finding-accepted",
                Verdict::Rejected => "form-finding-rejected",
            };
            let title = tf(
                key,
                &[
                    ("mark", finding.raw.as_str().into()),
                    ("system", system_phrase(&finding.system).into()),
                ],
            );
            let clicked = ui.push_id(finding.id, |ui| link_row(ui, &title, &days)).inner;
            if clicked {
                desk.select(finding.marking);
                desk.go(Place::Marking(finding.marking));
            }
        }
    });
}
