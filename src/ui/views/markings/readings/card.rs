//! What stands on the card of a reading.

use egui::Ui;

use crate::model::when::Interval;
use crate::reading::{Grade, Meaning, Reading, source};
use crate::text::{t, tf};
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::{Action, Text, grade_badge};

/// A button that says on screen what to do, and to a reader of the screen also with what.
pub(super) fn decision_button(ui: &mut Ui, shown: &str, name: &str, reason: Option<&str>) -> egui::Response {
    let response = ui
        .add_enabled_ui(reason.is_none(), |ui| ui.add(Action::secondary(shown)))
        .inner;
    response.widget_info(|| {
        egui::WidgetInfo::labeled(
            egui::accesskit::Role::Button,
            reason.is_none() && ui.is_enabled(),
            name,
        )
    });
    match reason {
        Some(reason) => response.on_disabled_hover_text(reason),
        None => response,
    }
}

/// A reading in a few words, which tell it from the others: its system and first day.
pub(super) fn called(reading: &Reading) -> String {
    match reading.bound_interval() {
        Some(days) => format!("{} {days}", reading.system_name()),
        None => reading.system_name().to_owned(),
    }
}

/// Grade, system and days.
pub(super) fn head(ui: &mut Ui, reading: &Reading) {
    let tokens = Tokens::of(ui);
    let impossible = reading.grade == Grade::X;
    ui.horizontal(|ui| {
        let letter = reading.grade.to_string().chars().next().unwrap_or('X');
        grade_badge(ui, letter).on_hover_text(t(&format!("marking-grade-{}", letter.to_ascii_lowercase())));
        let name = Text::new(reading.system_name()).kind(Type::Strong);
        ui.add(name.strike(impossible).truncate());
    });
    if let Some(days) = reading.interval {
        let text = days_text(days);
        let days = Text::new(&text).kind(Type::Mono).color(tokens.text_strong);
        ui.add(days.strike(impossible));
    }
}

/// First and last day, or the one day.
pub fn days_text(days: Interval) -> String {
    if days.earliest() == days.latest() {
        days.earliest().to_string()
    } else {
        format!("{} – {}", days.earliest(), days.latest())
    }
}

/// What it dates, what the strike leaves of it, what else it may be.
pub(super) fn facts(ui: &mut Ui, reading: &Reading, text: &str) {
    let line = |ui: &mut Ui, name: &str, value: &str| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            ui.spacing_mut().interact_size.y = 0.0;
            ui.add(Text::new(name).kind(Type::Small).weak());
            ui.vertical(|ui| ui.add(Text::new(value).kind(Type::Small)));
        });
    };
    if reading.raw.trim() != text.trim() {
        line(ui, t("marking-reads"), &reading.raw);
    }
    line(ui, t("marking-meaning"), meaning(reading.meaning));
    if let Some(days) = reading.tolerant {
        line(ui, t("marking-tolerant"), &days_text(days));
    }
    if let Some(days) = reading.clipped {
        line(ui, t("marking-clipped"), &days_text(days));
    }
    if let Some(place) = &reading.place {
        line(ui, t("marking-place-named"), &place.text);
    }
    if !reading.alternatives.is_empty() {
        let rivals: Vec<&str> = reading
            .alternatives
            .iter()
            .map(|system| system_name(system))
            .collect();
        line(ui, t("marking-rivals"), &rivals.join(" · "));
    }
}

/// The name of a system of reading, for people.
pub fn system_name(system: &str) -> &'static str {
    t(&format!("reading-system-{}", system.replace('_', "-")))
}

fn meaning(meaning: Meaning) -> &'static str {
    t(match meaning {
        Meaning::Production => "marking-meaning-production",
        Meaning::Assembly => "marking-meaning-assembly",
        Meaning::LotStart => "marking-meaning-lot-start",
        Meaning::SealWindow => "marking-meaning-seal-window",
        Meaning::DesignModel => "marking-meaning-design-model",
        Meaning::LabelPrint => "marking-meaning-label-print",
        Meaning::None => "marking-meaning-none",
    })
}

pub(super) fn sources(ui: &mut Ui, reading: &Reading) {
    if reading.sources.is_empty() {
        ui.add(Text::new(t("marking-no-source")).kind(Type::Caption).weak());
        return;
    }
    let words = tf("marking-sources", &[("count", reading.sources.len().into())]);
    ui.add(Text::new(&words).kind(Type::Caption).weak())
        .on_hover_ui(|ui| {
            for id in &reading.sources {
                let citation = source(id).unwrap_or_else(|| t("marking-source-unknown"));
                ui.add(Text::new(&format!("{id}  {citation}")).kind(Type::Small));
            }
        });
}
