//! Words that are spelled alike: told, and merged only when somebody says so.

use egui::Ui;

use crate::model::vocabulary::Alike;
use crate::model::{Change, Vocabulary};
use crate::text::tf;
use crate::ui::desk::Desk;
use crate::ui::theme::{Tokens, space};
use crate::ui::widgets::{Action, Text, gap, hairline, weak_text};

/// How many pairs are shown at once.
const SHOWN: usize = 3;

/// Shows the pairs above the list, each with a button that merges it.
pub(super) fn show(ui: &mut Ui, desk: &mut Desk, vocabulary: Vocabulary, pairs: &[Alike]) {
    if pairs.is_empty() {
        return;
    }
    gap(ui, space::XS);
    for pair in pairs.iter().take(SHOWN) {
        ui.horizontal(|ui| {
            ui.add_space(space::S);
            let words = [
                ("from", pair.from.as_str().into()),
                ("into", pair.into.as_str().into()),
            ];
            let warn = Tokens::of(ui).warn.text;
            ui.add(Text::new(&tf("vocabulary-alike", &words)).color(warn));
            let merge = tf("vocabulary-merge-into", &[("term", pair.into.as_str().into())]);
            let button = ui
                .push_id(&pair.from, |ui| ui.add(Action::secondary(&merge)))
                .inner;
            if button.clicked() {
                desk.apply(Change::MergeTerms {
                    vocabulary,
                    from: pair.from.clone(),
                    into: pair.into.clone(),
                });
            }
        });
    }
    if let Some(more) = pairs.len().checked_sub(SHOWN).filter(|more| *more > 0) {
        ui.horizontal(|ui| {
            ui.add_space(space::S);
            weak_text(ui, &tf("vocabulary-alike-more", &[("count", more.into())]));
        });
    }
    gap(ui, space::XS);
    hairline(ui);
}
