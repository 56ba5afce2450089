//! The right part of the dialog: what would be in it, what would not, and what is to be known before it is handed over.

use egui::Ui;
use egui_material_icons::icons;

use super::Choice;
use crate::exchange::handover::Outlook;
use crate::model::record::RecordKind;
use crate::text::{t, tf};
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::{Text, bytes, gap, message, weak_text};

/// Draws it. `known` is what would be in it, or why that is not known.
pub(super) fn show(ui: &mut Ui, choice: Choice, known: Result<&Option<Outlook>, &String>) {
    heading(ui, t("handover-inside"));
    let known = match known {
        Ok(Some(known)) => known,
        Ok(None) => {
            weak_text(ui, t("handover-counting"));
            return;
        }
        Err(reason) => {
            let bad = Tokens::of(ui).bad;
            message(ui, icons::ICON_ERROR, bad, reason);
            return;
        }
    };
    for (kind, count) in known.records().iter().filter(|(_, count)| *count > 0) {
        ui.add(Text::new(&tf(counted(*kind), &[("count", (*count).into())])));
    }
    if known.records().iter().all(|(_, count)| *count == 0) {
        ui.add(Text::new(t("handover-nothing")));
    }
    match known {
        Outlook::Report { .. } => {
            if choice.is_selection {
                ui.add(Text::new(t("handover-hangs-on")));
            }
        }
        Outlook::Package(package) => {
            let originals = [
                ("count", package.originals.into()),
                ("size", bytes(package.bytes).into()),
            ];
            ui.add(Text::new(&tf("handover-originals", &originals)));
            if choice.with_history {
                ui.add(Text::new(&tf(
                    "handover-entries",
                    &[("count", package.entries.into())],
                )));
            }
        }
    }
    gap(ui, space::M);
    heading(ui, t("handover-outside"));
    for line in left_out(choice, known) {
        ui.add(Text::new(&line));
    }
    gap(ui, space::M);
    let warn = Tokens::of(ui).warn;
    if known.undecided() > 0 {
        let key = match known {
            Outlook::Report { .. } => "handover-undecided-case",
            Outlook::Package(_) => "handover-undecided",
        };
        let said = tf(key, &[("count", known.undecided().into())]);
        message(ui, icons::ICON_CALL_SPLIT, warn, &said);
        gap(ui, space::XS);
    }
    if choice.with_history && choice.is_selection {
        message(ui, icons::ICON_WARNING, warn, t("handover-history-tells"));
        gap(ui, space::XS);
    }
    message(
        ui,
        icons::ICON_WARNING,
        warn,
        t(if choice.form.is_report() {
            "handover-uncovered-report"
        } else {
            "handover-uncovered"
        }),
    );
}

fn heading(ui: &mut Ui, text: &str) {
    ui.add(Text::new(text).kind(Type::Small).weak());
}

/// What the case has and would not be in it.
fn left_out(choice: Choice, known: &Outlook) -> Vec<String> {
    let mut lines = Vec::new();
    match known {
        Outlook::Report { .. } => lines.push(t("handover-report-without").to_owned()),
        Outlook::Package(package) => {
            if package.left_out > 0 {
                let count = [("count", package.left_out.into())];
                lines.push(tf("handover-left-out", &count));
            }
            if choice.is_selection {
                lines.push(t("handover-selection-without").to_owned());
            }
            if !choice.with_history {
                lines.push(t("handover-without-history").to_owned());
            }
        }
    }
    if lines.is_empty() {
        lines.push(t("handover-all-in").to_owned());
    }
    lines
}

fn counted(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Strike => "count-strikes",
        RecordKind::Weapon => "count-weapons",
        RecordKind::Component => "count-components",
        RecordKind::Marking => "count-markings",
        _ => "count-photos",
    }
}
