//! The small parts that every view is made of. One way to do a thing: one button, one field, one chip,
//! one table, one toast. Each has an accessible name, shows a ring when it has the keyboard, says why when it
//! cannot be used, and takes its colours and sizes from [`theme`](super::theme) alone.

mod badge;
mod button;
mod chip;
mod choosing;
mod empty;
mod field;
mod job;
mod key;
mod layout;
mod palette;
mod rail;
mod secret;
mod section;
mod select;
mod suggestions;
mod table;
mod tag_field;
mod tag_legend;
mod text;
pub mod tiles;
pub mod tiling;
mod toast;

#[cfg(test)]
pub(crate) mod testing;

pub use badge::{grade_badge, grade_tone};
pub use button::{Action, icon_button, primary_button, quiet_button, secondary_button};
pub use chip::{ChipEvent, chip, status_chip, tag_chip};
pub use choosing::choose;
pub use empty::empty_state;
pub use field::{Field, FieldEvent, FieldOutput, text_field};
pub use job::{JobEvent, JobRow, bytes, job_row};
pub use key::{key_hint, key_sheet};
pub(in crate::ui) use layout::dialog;
pub use layout::{bar, card, gap, hairline, message, pair, sign};
pub use palette::{Palette, PaletteEvent, PaletteRow};
pub use rail::{RailItem, rail};
pub use secret::secret_field;
pub use section::{counted_section, folded_section, section};
pub use select::{segmented, select};
pub use suggestions::{Offered, Suggestions};
pub use table::{Align, Column, Sort, Table, TableOutput};
pub use tag_field::{TagEvent, tag_field};
pub use tag_legend::{LegendRow, tag_legend};
pub use text::{Text, text, weak_text};
pub use toast::{Toast, ToastEvent, Toasts};

use egui::{CornerRadius, Rect, StrokeKind, Ui};

use super::theme::Tokens;

/// The ring around what has the keyboard.
pub fn focus_ring(ui: &Ui, response: &egui::Response, rect: Rect, radius: u8) {
    if response.has_focus() {
        ui.painter().rect_stroke(
            rect,
            CornerRadius::same(radius),
            Tokens::of(ui).focus_ring(),
            StrokeKind::Outside,
        );
    }
}
