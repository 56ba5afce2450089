//! Where the same mark is found again: on other parts and in other strikes.

use egui::{Sense, Ui, vec2};
use egui_material_icons::icons;

use super::super::thumb;
use super::Screen;
use crate::case::{Elsewhere, MarkingSheet, SeenElsewhere};
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::{Desk, Place};
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::{Action, Text};

/// No more are shown of one sort; the search has the others.
pub(super) const MOST: usize = 6;

impl Screen {
    /// The marks that are the same, of one series, or alike.
    pub(super) fn elsewhere(&mut self, ui: &mut Ui, desk: &mut Desk, sheet: &MarkingSheet) {
        let marking = sheet.context.marking.id;
        let found = self
            .elsewhere
            .get(&desk.link, marking, move |reader| reader.elsewhere(marking));
        let Some(found) = found.cloned() else {
            if let Some(error) = self.elsewhere.error() {
                ui.add(Text::new(error).color(Tokens::of(ui).bad.text));
            }
            return;
        };
        if found.is_empty() {
            ui.add(Text::new(t("marking-elsewhere-none")).weak());
            return;
        }
        let compare = Action::secondary(t("marking-elsewhere-compare"))
            .with_icon(icons::ICON_COMPARE)
            .keys(UiCommand::ComparePhotos.shortcut_text());
        if ui.add(compare).clicked() || desk.take_command(UiCommand::ComparePhotos) {
            let others = [&found.same, &found.series, &found.alike].into_iter().flatten();
            let marks = std::iter::once(marking).chain(others.map(|seen| seen.row.id));
            desk.compare_marks(marks.collect());
        }
        by_sort(ui, &found, |ui, seen| one(ui, desk, seen));
    }
}

/// What was found, sort by sort: how many, what a series says, and as many of them as have room.
pub(super) fn by_sort(ui: &mut Ui, found: &Elsewhere, mut one: impl FnMut(&mut Ui, &SeenElsewhere)) {
    for (title, all, statement) in [
        ("marking-elsewhere-same", &found.same, ""),
        (
            "marking-elsewhere-series",
            &found.series,
            found.series_statement.as_str(),
        ),
        ("marking-elsewhere-alike", &found.alike, ""),
    ] {
        if all.is_empty() {
            continue;
        }
        let words = tf(title, &[("count", all.len().into())]);
        ui.add(Text::new(&words).kind(Type::Strong));
        if !statement.is_empty() {
            ui.add(Text::new(statement).kind(Type::Small));
        }
        for seen in all.iter().take(MOST) {
            one(ui, seen);
        }
        if all.len() > MOST {
            let more = tf("marking-elsewhere-more", &[("count", (all.len() - MOST).into())]);
            ui.add(Text::new(&more).kind(Type::Small).weak());
        }
        ui.add_space(space::S);
    }
}

/// A mark with its crop, where it is, and the way to it.
fn one(ui: &mut Ui, desk: &mut Desk, seen: &SeenElsewhere) {
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(72.0, 40.0), Sense::hover());
        if let Some(region) = &seen.row.region {
            thumb::paint(ui, desk, rect, region.photo, region.id);
        }
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            let text = seen.row.text.as_deref().unwrap_or_default();
            let open = ui.add(Action::quiet(text));
            let name = tf("marking-elsewhere-open", &[("mark", text.into())]);
            open.widget_info(|| {
                egui::WidgetInfo::labeled(egui::accesskit::Role::Button, ui.is_enabled(), &name)
            });
            if open.clicked() {
                desk.go(Place::Marking(seen.row.id));
            }
            ui.add(Text::new(&place_of(seen)).kind(Type::Small).weak().truncate());
        });
    });
}

/// On what a mark is.
pub(super) fn place_of(seen: &SeenElsewhere) -> String {
    let component = seen.row.component_title.as_deref().unwrap_or_default();
    let place: Vec<&str> = [component, &seen.weapon, &seen.strike]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect();
    place.join(" · ")
}
