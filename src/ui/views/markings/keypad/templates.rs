//! What stands on common labels and parts, line by line, with a gap for each thing that is to be filled in.

use egui::{Ui, vec2};

use super::super::field;
use crate::text::t;
use crate::ui::theme::{Type, size};
use crate::ui::widgets::Action;

/// A layout: the key of its name, and the transcription that it begins.
const TEMPLATES: [(&str, &str); 7] = [
    ("marking-template-ic", "{.?}|{.?}|{.?}|{.?}"),
    ("marking-template-label", "P/N {.?}|S/N {.?}|LOT {.?}|DATE {.?}"),
    ("marking-template-plate", "TYPE {.?}|NO. {.?}|{.?}|{.?}"),
    ("marking-template-headstamp", "@arc {.?}|{.?}"),
    ("marking-template-crate", "{.?}|{.?}-{.?}-{.?}"),
    (
        "marking-template-nsn",
        "NSN {.?}|P/N {.?}|CAGE {.?}|S/N {.?}|MFD {.?}",
    ),
    ("marking-template-lot", "LOT {.?}|{.?}"),
];

/// A button that opens the list of layouts.
pub fn templates(ui: &mut Ui, text: &mut String) {
    let icon = egui_material_icons::icons::ICON_VIEW_LIST;
    let button = ui.add(Action::quiet(t("marking-templates")).with_icon(icon));
    egui::Popup::menu(&button).show(|ui| {
        for (name, layout) in TEMPLATES {
            let shown = egui::RichText::new(layout).text_style(Type::Mono.style()).weak();
            let row = egui::Button::new(t(name)).right_text(shown);
            let response = ui.add(row.min_size(vec2(460.0, size::CONTROL)));
            if response.clicked() {
                let at = text.chars().count();
                field::write(ui, text, layout, "");
                field::select_gap(ui, text, at);
                ui.close();
            }
        }
    });
}
