//! Firsts and links as sentences, each with its evidence one click away.

use egui::Ui;
use egui_material_icons::{MaterialIcon, icons};

use crate::analysis::firsts::{First, Novelty};
use crate::analysis::links::{Link, LinkKind};
use crate::text::{t, tf};
use crate::ui::desk::{Desk, Place};
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::{Action, Text, card, sign};

/// No more are shown; the case's lists have the rest.
pub(in crate::ui::views) const MOST: usize = 200;

/// What was seen for the first time.
pub fn firsts(ui: &mut Ui, desk: &mut Desk, firsts: &[First]) {
    if firsts.is_empty() {
        ui.add(Text::new(t("analysis-firsts-none")).weak());
        return;
    }
    for (nth, first) in firsts.iter().take(MOST).enumerate() {
        let icon = match first.novelty {
            Novelty::Year(_) => icons::ICON_EVENT,
            Novelty::Model(_) => icons::ICON_ROCKET,
            Novelty::Maker(_) => icons::ICON_FACTORY,
            Novelty::Mark(_) => icons::ICON_FINGERPRINT,
        };
        ui.push_id(("first", nth), |ui| {
            sentence(ui, icon, &first.statement, |ui| {
                if let Some(marking) = first.marking
                    && ui
                        .add(Action::quiet(t("analysis-go-mark")).with_icon(icons::ICON_FINGERPRINT))
                        .clicked()
                {
                    desk.go(Place::Marking(marking));
                }
                if ui
                    .add(Action::quiet(t("analysis-go-weapon")).with_icon(icons::ICON_ROCKET))
                    .clicked()
                {
                    desk.select(first.weapon);
                    desk.go(Place::Weapons);
                }
            });
        });
    }
    more(ui, firsts.len());
}

/// What is found in more than one place.
pub fn links(ui: &mut Ui, desk: &mut Desk, links: &[Link]) {
    if links.is_empty() {
        ui.add(Text::new(t("analysis-links-none")).weak());
        return;
    }
    for (nth, link) in links.iter().take(MOST).enumerate() {
        let icon = match link.kind {
            LinkKind::Mark(_) => icons::ICON_FINGERPRINT,
            LinkKind::Series(_) => icons::ICON_FORMAT_LIST_NUMBERED,
        };
        ui.push_id(("link", nth), |ui| {
            sentence(ui, icon, &link.statement, |ui| {
                let words = tf("analysis-compare", &[("count", link.marks.len().into())]);
                if ui
                    .add(Action::quiet(&words).with_icon(icons::ICON_COMPARE))
                    .clicked()
                {
                    desk.compare_marks(link.marks.clone());
                }
            });
        });
    }
    more(ui, links.len());
}

/// Says how many of `count` are not shown.
pub(in crate::ui::views) fn more(ui: &mut Ui, count: usize) {
    if count > MOST {
        let words = tf("analysis-more", &[("count", (count - MOST).into())]);
        ui.add(Text::new(&words).kind(Type::Small).weak());
    }
}

/// A sentence that can be copied, with the ways to what it rests on.
fn sentence(ui: &mut Ui, icon: MaterialIcon, text: &str, ways: impl FnOnce(&mut Ui)) {
    let accent = Tokens::of(ui).accent;
    card(ui, |ui| {
        ui.set_width(ui.available_width() - space::S);
        ui.horizontal_top(|ui| {
            sign(ui, icon, accent);
            ui.vertical(|ui| {
                ui.add(Text::new(text));
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = space::XS;
                    ways(ui);
                    let copy = Action::quiet(t("form-copy")).with_icon(icons::ICON_CONTENT_COPY);
                    if ui.add(copy).clicked() {
                        ui.ctx().copy_text(text.to_owned());
                    }
                });
            });
        });
    });
    ui.add_space(space::S);
}
