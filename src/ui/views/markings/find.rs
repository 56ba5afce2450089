//! The search over what was read in all markings.

use std::ops::Range;

use egui::{Color32, Ui};
use egui_material_icons::icons;

use super::list::ROOMY;
use crate::case::{MarkHit, MarkQuery, MarkingQueue, QueryMode};
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::Desk;
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::{Action, Field, FieldEvent, Text, segmented};

/// What is searched, as it stands in the field.
#[derive(Default)]
pub struct Find {
    text: String,
    mode: QueryMode,
}

/// The width of the field, in points.
const WIDTH: f32 = 320.0;

impl Find {
    /// What is searched in a queue; nothing in a second reading, for the finds would tell what was read.
    #[must_use]
    pub fn query(&self, queue: &MarkingQueue) -> Option<MarkQuery> {
        let text = self.text.trim();
        let is_asked = !text.is_empty() && !matches!(queue, MarkingQueue::SecondReading(_));
        is_asked.then(|| MarkQuery {
            text: text.to_owned(),
            mode: self.mode,
        })
    }

    /// Shows the field, and how what stands in it is meant.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        // In long languages the words beside it need the room of a small screen.
        let is_narrow = ui.ctx().content_rect().width() < ROOMY;
        let width = if is_narrow { WIDTH - space::XL * 4.0 } else { WIDTH };
        ui.horizontal(|ui| {
            ui.add_space(space::S);
            let field = Field::new(t("command-find"))
                .hidden_label()
                .hint(t("markings-find-hint"))
                .width(width)
                .show(ui, &mut self.text);
            if desk.take_command(UiCommand::Find) {
                field.response.request_focus();
            }
            if field.event == FieldEvent::Cancelled {
                self.text.clear();
            }
            let modes = [
                (QueryMode::Strict, t("markings-find-strict")),
                (QueryMode::Loose, t("markings-find-loose")),
                (QueryMode::Regex, t("markings-find-regex")),
            ];
            segmented(ui, t("markings-find-mode"), &mut self.mode, &modes);
            let help = ui.add(Action::icon(icons::ICON_HELP, t("markings-find-help")));
            egui::Popup::menu(&help).show(|ui| {
                ui.set_width(380.0);
                for line in ["one", "any", "quoted", "uncertain", "loose", "regex"] {
                    ui.add(Text::new(t(&format!("markings-find-help-{line}"))).kind(Type::Small));
                }
            });
            if !self.text.is_empty() {
                let clear = Action::icon(icons::ICON_CLOSE, t("markings-find-clear"));
                if ui.add(clear).clicked() {
                    self.text.clear();
                }
            }
        });
    }
}

/// Says in how many transcriptions something was found, and how many markings are shown of these.
pub fn counted(ui: &mut Ui, count: usize, shown: usize) {
    ui.horizontal(|ui| {
        ui.add_space(space::S);
        let words = tf(
            "markings-found",
            &[("count", count.into()), ("shown", shown.into())],
        );
        ui.add(Text::new(&words).kind(Type::Small).weak());
    });
}

/// What a rank means.
#[must_use]
pub fn rank(hit: &MarkHit) -> &'static str {
    let struck = hit.found.as_ref().is_some_and(|found| found.struck);
    match (hit.rank, struck) {
        (_, true) => t("markings-rank-struck"),
        (1, _) => t("markings-rank-certain"),
        (2, _) => t("markings-rank-likely"),
        (3, _) => t("markings-rank-possible"),
        _ => t("markings-rank-missing"),
    }
}

/// The colours of what was found and, within it, of what is not certain.
#[must_use]
pub fn colours(hit: &MarkHit, tokens: &Tokens) -> Vec<(Range<usize>, Color32)> {
    let Some(found) = &hit.found else {
        return Vec::new();
    };
    // The first that holds a byte counts.
    let uncertain = found
        .uncertain
        .iter()
        .map(|range| (range.clone(), tokens.warn.text));
    uncertain.chain([(found.range.clone(), tokens.accent)]).collect()
}
