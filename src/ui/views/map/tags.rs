//! What the colours of the strikes mean: the tags in the upper left corner, each with its count, to be hidden and shown.

use std::collections::BTreeSet;

use egui::{Id, Rect, ScrollArea, Sense, Ui, UiBuilder, vec2};
use egui_material_icons::icons;

use super::ground::Sheet;
use crate::text::{number, t, tf};
use crate::ui::theme::{Tokens, size, space};
use crate::ui::views::calendar::paint::TagInks;
use crate::ui::widgets::{Action, LegendRow, tag_legend};

const WIDTH: f32 = 188.0;
/// So many rows are seen at once.
const ROWS: usize = 9;

/// The tags whose strikes are hidden; `None` stands for those without a tag.
pub type Hidden = BTreeSet<Option<String>>;

/// The legend of tags.
#[derive(Debug, Default)]
pub struct TagKey {
    /// What is hidden.
    pub hidden: Hidden,
    is_folded: bool,
}

impl TagKey {
    /// Draws it for these tags and their counts.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        sheet: &Sheet,
        id: Id,
        inks: &TagInks,
        tags: &[(Option<String>, usize)],
    ) {
        // Without tags all strikes have one colour, and it is in the line below.
        if tags.iter().all(|(tag, _)| tag.is_none()) {
            return;
        }
        let tokens = Tokens::of(ui);
        let row = size::CHIP + 2.0;
        let rows = if self.is_folded { 0 } else { tags.len().min(ROWS) };
        let height = size::CONTROL + rows as f32 * row + space::XS;
        let rect = Rect::from_min_size(sheet.rect.left_top() + vec2(12.0, 12.0), vec2(WIDTH, height));
        let rect = rect.intersect(sheet.rect.shrink(space::S));
        if rect.width() < 80.0 || rect.height() < size::CONTROL {
            return;
        }
        ui.painter().rect(
            rect,
            4.0,
            tokens.overlay,
            tokens.hairline(),
            egui::StrokeKind::Outside,
        );
        // Nothing of the map under it is touched.
        ui.interact(rect, id, Sense::click_and_drag());
        let inner = rect.shrink2(vec2(space::XS, 0.0));
        ui.scope_builder(UiBuilder::new().max_rect(inner).id_salt(id), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let icon = if self.is_folded {
                icons::ICON_EXPAND_MORE
            } else {
                icons::ICON_EXPAND_LESS
            };
            let name = if self.hidden.is_empty() {
                t("map-tags").to_owned()
            } else {
                tf("map-tags-hidden", &[("count", self.hidden.len().into())])
            };
            ui.horizontal(|ui| {
                if ui.add(Action::quiet(&name).with_icon(icon)).clicked() {
                    self.is_folded = !self.is_folded;
                }
                if !self.hidden.is_empty()
                    && ui
                        .add(Action::icon(icons::ICON_VISIBILITY, t("map-tags-all")))
                        .clicked()
                {
                    self.hidden.clear();
                }
            });
            if !self.is_folded {
                self.rows(ui, tokens, inks, tags);
            }
        });
    }

    fn rows(&mut self, ui: &mut Ui, tokens: &Tokens, inks: &TagInks, tags: &[(Option<String>, usize)]) {
        let rows: Vec<LegendRow<'_>> = tags.iter().map(|tag| self.row(tokens, inks, tag)).collect();
        let clicked = ScrollArea::vertical()
            .auto_shrink([false, true])
            .show(ui, |ui| tag_legend(ui, &rows, t("map-tags-hint")))
            .inner;
        if let Some((tag, _)) = clicked.and_then(|place| tags.get(place))
            && !self.hidden.remove(tag)
        {
            self.hidden.insert(tag.clone());
        }
    }

    fn row<'a>(
        &self,
        tokens: &Tokens,
        inks: &TagInks,
        (tag, count): &'a (Option<String>, usize),
    ) -> LegendRow<'a> {
        let name = tag.as_deref().unwrap_or(t("map-tag-none"));
        LegendRow {
            name,
            spoken: tf("map-tag", &[("tag", name.into()), ("count", (*count).into())]),
            count: number(*count as i64),
            ink: tag.as_deref().map_or(tokens.accent, |tag| inks.of(tokens, tag)),
            is_shown: !self.hidden.contains(tag),
        }
    }
}
