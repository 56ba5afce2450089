//! The field over the cell under the hands. It has the keyboard all the time that the sheet has it, empty and unseen while one
//! goes from cell to cell: so the first letter that somebody types is in it, also one that an input method puts together.

use egui::text::{CCursor, CCursorRange, TextFormat};
use egui::text_edit::TextEditState;
use egui::{
    Align2, Color32, Event, EventFilter, Frame, Id, Margin, Rect, Response, TextBuffer, TextEdit, Ui,
};

use super::keys::{self, Asked, Hands};
use crate::ui::script_text;
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::{Offered, Suggestions};

/// The most lines that the field of a long text shows at once.
const LINES: usize = 8;

/// The field over the cell.
pub struct Editor {
    hands: Hands,
    text: String,
    suggestions: Suggestions,
    /// The caret is to go to the end.
    wants_end: bool,
    /// What was pressed behind a text of the same frame.
    held_back: Vec<Event>,
}

impl Default for Editor {
    fn default() -> Self {
        Self {
            hands: Hands::Choosing,
            text: String::new(),
            suggestions: Suggestions::default(),
            wants_end: false,
            held_back: Vec::new(),
        }
    }
}

/// What is to be drawn of a cell.
pub struct Cell<'a> {
    /// Where it is.
    pub rect: Rect,
    /// Its accessible name.
    pub name: &'a str,
    /// It may have several lines.
    pub is_long: bool,
}

impl Editor {
    /// What the hands do.
    pub fn hands(&self) -> Hands {
        self.hands
    }

    /// What is typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Begins to edit what stands in the cell.
    pub fn edit(&mut self, text: String) {
        self.hands = Hands::Editing;
        self.text = text;
        self.wants_end = true;
    }

    /// Ends typing. Gives what was typed, if the hands did type.
    pub fn end(&mut self) -> Option<String> {
        let typed = std::mem::take(&mut self.text);
        self.suggestions = Suggestions::default();
        let hands = std::mem::replace(&mut self.hands, Hands::Choosing);
        (hands != Hands::Choosing).then_some(typed)
    }

    /// Takes the keys of the sheet, and those with which one of the terms is chosen. In a frame that took long there can be
    /// more than one letter and key: a key behind a letter waits until the field has taken the letter, or the letter would
    /// come into the cell to which the key leads.
    pub fn take_keys(&mut self, ui: &Ui) -> Vec<Asked> {
        let held_back = std::mem::take(&mut self.held_back);
        if !held_back.is_empty() {
            ui.input_mut(|input| {
                input.events.splice(..0, held_back);
            });
        }
        self.held_back = keys::hold_back(ui, self.hands);
        if !self.held_back.is_empty() {
            ui.request_repaint();
        }
        if self.hands != Hands::Choosing {
            self.suggestions.take_keys(ui);
        }
        keys::take(ui, self.hands)
    }

    /// Whether the pointer is on the list of terms: then the field has lost the keyboard only to it.
    pub fn is_choosing_term(&self) -> bool {
        self.suggestions.has_pointer()
    }

    /// Draws it with the terms that it offers. Gives the field, and the term that was taken.
    pub fn show<T: Offered>(
        &mut self,
        ui: &mut Ui,
        id: Id,
        cell: &Cell<'_>,
        terms: &[T],
    ) -> (Response, Option<String>) {
        let tokens = Tokens::of(ui);
        let is_typed = self.hands != Hands::Choosing;
        let lines = if cell.is_long && is_typed {
            self.text.lines().count().clamp(1, LINES)
        } else {
            1
        };
        let mut rect = cell.rect;
        #[expect(clippy::cast_precision_loss, reason = "a few lines")]
        let more = (lines - 1) as f32 * (Type::Body.font(tokens).size + space::XS);
        rect.max.y += more;
        if is_typed {
            ui.painter().rect_filled(rect, 0.0, tokens.field);
            ui.painter()
                .rect_stroke(rect, 0.0, tokens.focus_ring(), egui::StrokeKind::Inside);
        } else {
            // The unseen field blinks no caret.
            ui.visuals_mut().text_cursor.stroke.color = Color32::TRANSPARENT;
        }
        let ink = if is_typed {
            tokens.text_strong
        } else {
            Color32::TRANSPARENT
        };
        let format = TextFormat::simple(Type::Body.font(tokens), ink);
        let font = format.font_id.clone();
        if self.wants_end {
            self.wants_end = false;
            let mut state = TextEditState::load(ui.ctx(), id).unwrap_or_default();
            let end = CCursor::new(self.text.chars().count());
            state.cursor.set_char_range(Some(CCursorRange::one(end)));
            state.store(ui.ctx(), id);
        }
        let mut layouter = |ui: &Ui, text: &dyn TextBuffer, width: f32| {
            let width = if cell.is_long { width } else { f32::INFINITY };
            script_text::field_galley(ui, text.as_str(), format.clone(), width)
        };
        let edit = if cell.is_long {
            TextEdit::multiline(&mut self.text).desired_rows(lines)
        } else {
            TextEdit::singleline(&mut self.text)
        };
        let margin = Margin::symmetric(8, 2);
        let edit = edit
            .id(id)
            .font(font)
            .frame(Frame::NONE.inner_margin(margin))
            .align(if cell.is_long {
                Align2::LEFT_TOP
            } else {
                Align2::LEFT_CENTER
            })
            .desired_width(rect.width() - margin.sum().x)
            .min_size(rect.size())
            .lock_focus(true)
            .layouter(&mut layouter);
        let response = ui.put(rect, edit).accessible_name(cell.name);
        if response.has_focus() {
            // Tab, the arrows and Escape are the sheet's.
            let filter = EventFilter {
                tab: true,
                horizontal_arrows: true,
                vertical_arrows: true,
                escape: true,
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        }
        if self.hands == Hands::Choosing && !self.text.is_empty() {
            self.hands = Hands::Typing;
        }
        let taken = if self.hands == Hands::Choosing {
            None
        } else {
            self.suggestions
                .show(&response, &self.text, terms)
                .map(str::to_owned)
        };
        (response, taken)
    }
}
