//! Dates that exclude each other, as sentences with the records one click away.

use egui::{ScrollArea, Ui};
use egui_material_icons::icons;

use super::place_of;
use crate::analysis::timeline::Owner;
use crate::analysis::timeline::order::Disorder;
use crate::text::{t, tf};
use crate::ui::desk::Desk;
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::views::analysis::lines::{MOST, more};
use crate::ui::widgets::{Action, Text, message};

/// The most room that they take from the rows.
const HEIGHT: f32 = 96.0;

/// Shows them above the rows, if there are any.
pub fn show(ui: &mut Ui, desk: &mut Desk, disorders: &[Disorder]) {
    if disorders.is_empty() {
        return;
    }
    ui.add_space(space::S);
    let warn = Tokens::of(ui).warn;
    let words = tf("timeline-disorders", &[("count", disorders.len().into())]);
    message(ui, icons::ICON_WARNING, warn, &words);
    let list = ScrollArea::vertical()
        .id_salt("disorders")
        .auto_shrink([false, true])
        .max_height(HEIGHT);
    list.show(ui, |ui| {
        for (nth, disorder) in disorders.iter().take(MOST).enumerate() {
            ui.push_id(nth, |ui| one(ui, desk, disorder));
        }
        more(ui, disorders.len());
    });
    ui.add_space(space::S);
}

fn one(ui: &mut Ui, desk: &mut Desk, disorder: &Disorder) {
    ui.add_space(space::XS);
    ui.add(Text::new(&disorder.statement).kind(Type::Small));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        let mut way = |ui: &mut Ui, words: &str, to: Owner| {
            if ui
                .add(Action::quiet(words).with_icon(icons::ICON_ARROW_FORWARD))
                .clicked()
            {
                desk.select(to);
                desk.go(place_of(to));
            }
        };
        if disorder.record != disorder.strike {
            way(ui, t("timeline-go-record"), disorder.record);
        }
        way(ui, t("timeline-go-strike"), disorder.strike);
        let copy = Action::quiet(t("form-copy")).with_icon(icons::ICON_CONTENT_COPY);
        if ui.add(copy).clicked() {
            ui.ctx().copy_text(disorder.statement.clone());
        }
    });
}
