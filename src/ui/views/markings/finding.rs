//! What a person decided: the sentence that may be quoted, the days from production to use, and who said so and why.

use egui::{Frame, Margin, Ui};
use egui_material_icons::icons;

use super::readings::{days_text, system_name};
use crate::model::when::Interval;
use crate::model::{Change, Finding, Transcription};
use crate::text::{t, tf};
use crate::ui::desk::Desk;
use crate::ui::theme::{Tokens, Type, radius, space};
use crate::ui::widgets::{Action, Text, grade_badge, status_chip};

/// The card of an accepted reading. `is_current` says whether the mark still reads so.
pub fn accepted_card(ui: &mut Ui, desk: &mut Desk, finding: &Finding, is_current: bool) {
    let tokens = Tokens::of(ui);
    Frame::new()
        .fill(tokens.good.ground)
        .stroke(egui::Stroke::new(
            tokens.line_width,
            tokens.good.text.gamma_multiply(0.5),
        ))
        .corner_radius(egui::CornerRadius::same(radius::M))
        .inner_margin(Margin::symmetric(12, 10))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = space::XS;
            ui.horizontal(|ui| {
                grade_badge(ui, finding.grade.chars().next().unwrap_or('X'));
                ui.add(Text::new(system_name(&finding.system)).kind(Type::Strong));
                status_chip(ui, t("marking-accepted"), tokens.good);
            });
            ui.add(Text::new(&finding.statement).color(tokens.text_strong));
            if let Some(line) = use_line(finding) {
                ui.add(Text::new(&line).kind(Type::Small));
            }
            decided_by(ui, finding);
            if !is_current {
                ui.add(
                    Text::new(t("marking-finding-outdated"))
                        .kind(Type::Small)
                        .color(tokens.warn.text),
                );
            }
            ui.horizontal(|ui| {
                let copy = Action::secondary(t("marking-copy-statement")).with_icon(icons::ICON_CONTENT_COPY);
                if ui.add(copy).clicked() {
                    ui.copy_text(finding.statement.clone());
                }
                withdraw(ui, desk, finding);
            });
        });
}

/// A rejected reading in one line, with who, when and why.
pub fn rejected_line(ui: &mut Ui, desk: &mut Desk, finding: &Finding) {
    let tokens = Tokens::of(ui);
    ui.horizontal_wrapped(|ui| {
        status_chip(ui, t("marking-rejected"), tokens.bad);
        let days = days_of(finding).map(days_text).unwrap_or_default();
        let what = format!("{} {days}", system_name(&finding.system));
        ui.add(Text::new(what.trim_end()).kind(Type::Small));
    });
    decided_by(ui, finding);
    withdraw(ui, desk, finding);
}

/// The production-to-use interval of a finding in one line.
pub fn use_line(finding: &Finding) -> Option<String> {
    let (min, max) = (finding.days_min?, finding.days_max?);
    let made = finding.earliest.zip(finding.production_latest)?;
    let made = Interval::new(made.0, made.1).ok()?;
    Some(tf(
        "marking-use",
        &[
            ("made", days_text(made).into()),
            ("min", min.into()),
            ("max", max.into()),
        ],
    ))
}

/// The days that a finding rests on.
pub fn days_of(finding: &Finding) -> Option<Interval> {
    Interval::new(finding.earliest?, finding.latest?).ok()
}

/// Whether what was decided on is still so: the transcription says what was read, and the strike is when it was.
pub fn is_current(finding: &Finding, transcriptions: &[Transcription], strike: Option<Interval>) -> bool {
    let says_so = transcriptions
        .iter()
        .any(|one| one.id == finding.transcription && one.text.contains(&finding.raw));
    says_so
        && finding.strike_earliest == strike.map(|days| days.earliest())
        && finding.strike_latest == strike.map(|days| days.latest())
}

fn decided_by(ui: &mut Ui, finding: &Finding) {
    let at = finding.at.strftime("%Y-%m-%d %H:%M UTC").to_string();
    let line = tf(
        "marking-decided",
        &[
            ("person", finding.by.as_str().into()),
            ("at", at.into()),
            ("reason", finding.reason.as_str().into()),
        ],
    );
    ui.add(Text::new(&line).kind(Type::Small).weak());
}

fn withdraw(ui: &mut Ui, desk: &mut Desk, finding: &Finding) {
    let action = Action::quiet(t("marking-withdraw")).with_icon(icons::ICON_UNDO);
    let response = ui.add(action).on_hover_text(t("marking-withdraw-hint"));
    if response.clicked() {
        desk.apply(Change::Remove(finding.id.into()));
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_finding_is_outdated_when_the_transcription_or_the_strike_says_something_else() {
        let read = Transcription {
            text: "SN 113".to_owned(),
            ..Transcription::default()
        };
        let day = Interval::day(date(2024, 8, 18));
        let finding = Finding {
            transcription: read.id,
            raw: "113".to_owned(),
            strike_earliest: Some(day.earliest()),
            strike_latest: Some(day.latest()),
            ..Finding::default()
        };
        assert!(is_current(&finding, std::slice::from_ref(&read), Some(day)));
        assert!(!is_current(&finding, std::slice::from_ref(&read), None));
        let revised = Transcription {
            text: "SN 118".to_owned(),
            ..read
        };
        assert!(!is_current(&finding, &[revised], Some(day)));
        assert!(!is_current(&finding, &[], Some(day)));
    }

    #[test]
    fn the_days_from_production_to_use_are_said_only_where_they_are_known() {
        let finding = Finding {
            earliest: Some(date(2024, 1, 1)),
            latest: Some(date(2024, 12, 31)),
            production_latest: Some(date(2024, 8, 18)),
            days_min: Some(0),
            days_max: Some(230),
            ..Finding::default()
        };
        assert_eq!(
            use_line(&finding).as_deref(),
            Some("Made 2024-01-01 – 2024-08-18; used 0 to 230 days later.")
        );
        assert_eq!(
            use_line(&Finding {
                days_max: None,
                ..finding
            }),
            None
        );
    }
}
