//! What grids of tiles share besides how the tiles lie (see [`tiling`](super::tiling)): their keys and the heads of their
//! sections.

use egui::{Align, Event, EventFilter, Key, Layout, Modifiers, Rect, Response, Ui, UiBuilder, vec2};

use crate::text::number;
use crate::ui::theme::{Tokens, Type, radius, space};

use super::Text;

/// The keys that lead from tile to tile.
pub const MOVES: [Key; 8] = [
    Key::ArrowRight,
    Key::ArrowLeft,
    Key::ArrowDown,
    Key::ArrowUp,
    Key::PageDown,
    Key::PageUp,
    Key::Home,
    Key::End,
];

/// Whether keys are those of the grid whose whole is `whole`. While it has the keyboard the arrows stay in it; Escape takes
/// the keyboard away, and the keys are still the grid's until something else has it.
pub fn has_keys(ui: &Ui, whole: &Response) -> bool {
    if whole.has_focus() {
        let filter = EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(whole.id, filter));
    }
    ui.memory(|memory| memory.focused().is_none_or(|focused| focused == whole.id))
}

/// The keys that were pressed in this frame, in their order.
#[must_use]
pub fn pressed(ui: &Ui) -> Vec<(Key, Modifiers)> {
    ui.input(|input| {
        let keys = input.events.iter().filter_map(|event| match event {
            Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } => Some((*key, *modifiers)),
            _ => None,
        });
        keys.collect()
    })
}

/// Draws the head of a section: its name, and how many tiles are under it when there are several.
pub fn section_head(ui: &mut Ui, rect: Rect, (name, kind): (&str, Type), count: usize, is_hovered: bool) {
    if is_hovered {
        ui.painter()
            .rect_filled(rect, f32::from(radius::S), Tokens::of(ui).hover);
    }
    let mut line = ui.new_child(
        UiBuilder::new()
            .max_rect(rect.shrink2(vec2(space::S, 0.0)))
            .layout(Layout::left_to_right(Align::Center)),
    );
    // A click is for the head, not for its words.
    line.style_mut().interaction.selectable_labels = false;
    line.add(Text::new(name).kind(kind).truncate());
    if count > 1 {
        line.add_space(space::XS);
        line.add(Text::new(&number(count)).kind(Type::Small).weak());
    }
}
