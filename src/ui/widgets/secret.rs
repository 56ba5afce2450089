//! A field for a passphrase: its letters are not shown, and nothing of it is kept in the window's memory.

use egui::{Id, Response, TextEdit, Ui};
use zeroize::Zeroizing;

use super::Text;
use crate::ui::theme::Type;

/// Shows the field under its label, which is also its accessible name.
pub fn secret_field(ui: &mut Ui, label: &str, text: &mut Zeroizing<String>) -> Response {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let name = ui.add(Text::new(label).kind(Type::Small).weak());
        let id = secret_id(label);
        // Room for any passphrase, so that no part is left behind in memory by growing.
        text.reserve(256);
        let edit = TextEdit::singleline(&mut **text)
            .id(id)
            .password(true)
            .desired_width(ui.available_width());
        let response = ui.add(edit).labelled_by(name.id);
        // What was typed must not stay in what Ctrl+Z would bring back.
        if let Some(mut state) = TextEdit::load_state(ui.ctx(), id) {
            state.clear_undoer();
            state.store(ui.ctx(), id);
        }
        response
    })
    .inner
}

fn secret_id(label: &str) -> Id {
    Id::unique(("secret", label))
}
