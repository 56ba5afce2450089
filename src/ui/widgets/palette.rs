//! The palette (Ctrl+K): one field that finds any command or record, worked by the keyboard.

use egui::accesskit::Role;
use egui::text::TextFormat;
use egui::{
    Align2, Color32, Context, CornerRadius, FontId, Id, Key, Modal, Modifiers, Response, ScrollArea, Sense,
    TextEdit, Ui, WidgetInfo, pos2, vec2,
};
use egui_material_icons::MaterialIcon;

use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::script_text;
use crate::ui::theme::{Tokens, Type, radius, size, space};

/// One thing that the palette offers.
#[derive(Clone, Debug)]
pub struct PaletteRow {
    /// What kind of thing it is.
    pub icon: MaterialIcon,
    /// Its name.
    pub text: String,
    /// What tells it from others of the name; may be empty.
    pub detail: String,
    /// The keys that do the same; may be empty.
    pub keys: String,
    /// It was found by a search for [`Palette::query`] and is shown whatever its name is.
    pub found: bool,
}

impl PaletteRow {
    /// The row of a command.
    #[must_use]
    pub fn command(command: UiCommand) -> Self {
        Self {
            icon: command.icon(),
            text: command.text().to_owned(),
            detail: command.group().text().to_owned(),
            keys: command.shortcut_text(),
            found: false,
        }
    }
}

/// What came of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PaletteEvent {
    /// Nothing yet.
    #[default]
    None,
    /// The query was changed: time to search for records.
    Queried,
    /// This row of those that were given was chosen; the palette is closed.
    Chosen(usize),
    /// It was closed without a choice.
    Closed,
}

/// The palette and what was typed into it.
#[derive(Clone, Debug, Default)]
pub struct Palette {
    open: bool,
    just_opened: bool,
    query: String,
    chosen: usize,
}

const HEIGHT: f32 = 380.0;
const WIDTH: f32 = 560.0;

impl Palette {
    /// Opens it, empty.
    pub fn open(&mut self) {
        *self = Self {
            open: true,
            just_opened: true,
            ..Self::default()
        };
    }

    /// Whether it has the keyboard.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.open
    }

    /// What was typed.
    #[must_use]
    pub fn query(&self) -> &str {
        &self.query
    }

    /// Shows it over the window while it is open. `rows` are filtered by their names.
    pub fn show(&mut self, ctx: &Context, rows: &[PaletteRow]) -> PaletteEvent {
        if !self.open {
            return PaletteEvent::None;
        }
        let (down, up, enter) = ctx.input_mut(|input| {
            (
                input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown),
                input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp),
                input.consume_key(Modifiers::NONE, Key::Enter),
            )
        });
        let id = Id::unique("palette");
        let area = Modal::default_area(id).anchor(Align2::CENTER_TOP, vec2(0.0, 72.0));
        let modal = super::layout::dialog(ctx, "palette").area(area);
        let shown = modal.show(ctx, |ui| {
            ui.set_width(WIDTH.min(ctx.content_rect().width() - 48.0));
            let changed = self.input(ui);
            let fitting = fitting(&self.query, rows);
            if !fitting.is_empty() {
                let count = fitting.len();
                self.chosen = (self.chosen.min(count - 1) + down + count - up % count) % count;
            }
            let clicked = self.list(ui, rows, &fitting, down != up);
            let entered = enter.then(|| fitting.get(self.chosen).copied()).flatten();
            (changed, clicked.or(entered))
        });
        let (changed, chosen) = shown.inner;
        if let Some(row) = chosen {
            self.open = false;
            return PaletteEvent::Chosen(row);
        }
        if shown.should_close() {
            self.open = false;
            return PaletteEvent::Closed;
        }
        if changed {
            PaletteEvent::Queried
        } else {
            PaletteEvent::None
        }
    }

    fn input(&mut self, ui: &mut Ui) -> bool {
        let tokens = Tokens::of(ui);
        let format = TextFormat::simple(FontId::proportional(16.0 + tokens.larger), tokens.text_strong);
        let font = format.font_id.clone();
        let mut layouter = |ui: &Ui, text: &dyn egui::TextBuffer, _: f32| {
            script_text::field_galley(ui, text.as_str(), format.clone(), f32::INFINITY)
        };
        let field = ui.add(
            TextEdit::singleline(&mut self.query)
                .id(Id::unique("palette-query"))
                .font(font)
                .hint_text(t("widget-palette-hint"))
                .desired_width(f32::INFINITY)
                .layouter(&mut layouter),
        );
        let field = field.accessible_name(t("widget-palette"));
        if std::mem::take(&mut self.just_opened) {
            field.request_focus();
        }
        if field.changed() {
            self.chosen = 0;
        }
        field.changed()
    }

    fn list(&mut self, ui: &mut Ui, rows: &[PaletteRow], fitting: &[usize], moved: bool) -> Option<usize> {
        ui.add_space(space::XS);
        if fitting.is_empty() {
            let nothing = tf("widget-palette-nothing", &[("query", self.query.as_str().into())]);
            ui.add(super::Text::new(&nothing).weak());
            return None;
        }
        let mut clicked = None;
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut scroll = ScrollArea::vertical()
            .max_height(HEIGHT)
            .min_scrolled_height(HEIGHT);
        if moved {
            // The row that the arrows chose stays in the middle of the list.
            #[expect(clippy::cast_precision_loss, reason = "far fewer rows than 2^24")]
            let (top, end) = (self.chosen as f32 * size::ROW, fitting.len() as f32 * size::ROW);
            let middle = (top - HEIGHT / 2.0).min(end - HEIGHT).max(0.0);
            scroll = scroll.vertical_scroll_offset(middle);
        }
        scroll.show_rows(ui, size::ROW, fitting.len(), |ui, visible| {
            for place in visible {
                let Some(shown) = fitting.get(place).and_then(|index| rows.get(*index)) else {
                    continue;
                };
                let response = row(
                    ui,
                    Some(shown.icon),
                    &shown.text,
                    &shown.detail,
                    &shown.keys,
                    place == self.chosen,
                );
                if response.clicked() {
                    clicked = fitting.get(place).copied();
                }
            }
        });
        ui.add_space(space::XS);
        ui.add(
            super::Text::new(t("widget-palette-keys"))
                .kind(Type::Caption)
                .weak(),
        );
        clicked
    }
}

/// The places of the rows whose names have every word of `query`, best first: those that begin with it,
/// then the rest in the order given.
fn fitting(query: &str, rows: &[PaletteRow]) -> Vec<usize> {
    let query = query.trim().to_lowercase();
    let words: Vec<&str> = query.split_whitespace().collect();
    let mut places: Vec<(bool, usize)> = rows
        .iter()
        .enumerate()
        .filter_map(|(place, row)| {
            let name = row.text.to_lowercase();
            let fits = row.found || words.iter().all(|word| name.contains(word));
            fits.then_some((!name.starts_with(&query), place))
        })
        .collect();
    places.sort_unstable();
    places.into_iter().map(|(_, place)| place).collect()
}

/// A row of a list that opens: icon, name, detail, keys.
pub(super) fn row(
    ui: &mut Ui,
    icon: Option<MaterialIcon>,
    text: &str,
    detail: &str,
    keys: &str,
    chosen: bool,
) -> Response {
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, ui.is_enabled(), chosen, text));
    let ground = if chosen {
        tokens.selection
    } else if response.hovered() {
        tokens.hover
    } else {
        Color32::TRANSPARENT
    };
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    painter.rect_filled(rect, CornerRadius::same(radius::S), ground);
    let mut x = rect.left() + space::S;
    if let Some(icon) = icon {
        painter.text(
            pos2(x + size::ICON / 2.0, rect.center().y),
            Align2::CENTER_CENTER,
            icon.codepoint,
            FontId::new(size::ICON, icon.font_family()),
            tokens.text_weak,
        );
        x += size::ICON + space::S;
    }
    for (words, kind, ink) in [
        (text, Type::Body, tokens.text_strong),
        (detail, Type::Small, tokens.text_weak),
    ] {
        let format = TextFormat::simple(kind.font(tokens), ink);
        let galley = script_text::galley(ui, words, format, f32::INFINITY);
        let y = rect.center().y - galley.size().y / 2.0;
        let width = galley.size().x;
        painter.galley(pos2(x, y), galley, ink);
        x += width + space::S;
    }
    painter.text(
        pos2(rect.right() - space::S, rect.center().y),
        Align2::RIGHT_CENTER,
        keys,
        Type::Small.font(tokens),
        tokens.text_weak,
    );
    response
}

#[cfg(test)]
mod tests {
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::widgets::testing::harness;

    type State = (Palette, Vec<PaletteEvent>);

    fn rows() -> Vec<PaletteRow> {
        UiCommand::ALL
            .iter()
            .map(|command| PaletteRow::command(*command))
            .collect()
    }

    fn opened<'a>() -> Harness<'a, State> {
        let mut palette = Palette::default();
        palette.open();
        harness((palette, Vec::new()), |ui, (palette, events)| {
            let event = palette.show(ui, &rows());
            if event != PaletteEvent::None {
                events.push(event);
            }
        })
    }

    fn place(command: UiCommand) -> usize {
        UiCommand::ALL.iter().position(|c| *c == command).unwrap()
    }

    #[test]
    fn typing_and_enter_choose_a_command() {
        let mut window = opened();
        window
            .get_by_label("Find any record or command")
            .type_text("dark th");
        window.run();
        window.key_press(Key::Enter);
        window.run();
        let (palette, events) = window.state();
        assert!(!palette.is_open());
        assert_eq!(
            events.last(),
            Some(&PaletteEvent::Chosen(place(UiCommand::ThemeDark)))
        );
    }

    #[test]
    fn the_arrows_go_through_what_fits_and_around_its_ends() {
        let mut window = opened();
        window.key_press(Key::ArrowUp);
        window.run();
        window.key_press(Key::Enter);
        window.run();
        let last = UiCommand::ALL.len() - 1;
        assert_eq!(window.state().1.last(), Some(&PaletteEvent::Chosen(last)));
    }

    #[test]
    fn a_row_can_be_clicked_and_escape_closes() {
        let mut window = opened();
        window.get_by_label("New case").click();
        window.run();
        let chosen = PaletteEvent::Chosen(place(UiCommand::NewCase));
        assert_eq!(window.state().1.last(), Some(&chosen));

        let mut window = opened();
        window.key_press(Key::Escape);
        window.run();
        assert_eq!(window.state().1.last(), Some(&PaletteEvent::Closed));
    }

    #[test]
    fn a_record_that_a_search_found_is_shown_whatever_its_name() {
        let mut all = rows();
        all.push(PaletteRow {
            icon: UiCommand::GoMarkings.icon(),
            text: "113".to_owned(),
            detail: String::new(),
            keys: String::new(),
            found: true,
        });
        assert_eq!(fitting("actuator", &all), [all.len() - 1]);
    }
}
