//! A table of any length: only the rows in view are made. Its head sorts, its rows are chosen by pointer or arrows.

use std::ops::Range;

use egui::accesskit::Role;
use egui::{
    Align2, CornerRadius, FontId, Id, Key, Layout, Modifiers, Rect, ScrollArea, Sense, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};
use egui_material_icons::icons::{ICON_ARROW_DOWNWARD, ICON_ARROW_UPWARD};

use crate::text::tf;
use crate::ui::theme::{Tokens, Type, radius, size, space};

/// On which side of its column a cell stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// Words.
    #[default]
    Left,
    /// Numbers.
    Right,
}

/// A column.
#[derive(Clone, Copy, Debug)]
pub struct Column<'a> {
    /// Its title.
    pub title: &'a str,
    /// Its width in points; 0 takes an equal share of what is left.
    pub width: f32,
    /// On which side its cells stand.
    pub align: Align,
    /// Its head sorts by it.
    pub sorts: bool,
}

/// By which column the rows are sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// Its place.
    pub column: usize,
    /// The greatest first.
    pub downwards: bool,
}

/// What was asked for in a table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableOutput {
    /// To sort so.
    pub sort: Option<Sort>,
    /// To choose this row.
    pub chosen: Option<usize>,
    /// To open this row (a double click, or Enter).
    pub opened: Option<usize>,
    /// The rows in view, for who fetches them page by page.
    pub visible: Range<usize>,
}

/// A table.
#[derive(Clone, Copy, Debug)]
#[must_use = "it is shown by `show`"]
pub struct Table<'a> {
    name: &'a str,
    columns: &'a [Column<'a>],
    sort: Option<Sort>,
    chosen: Option<usize>,
    also: &'a [usize],
    row_height: f32,
    wants_keyboard: bool,
}

impl<'a> Table<'a> {
    /// A table by its name, which is unique in the view.
    pub fn new(name: &'a str, columns: &'a [Column<'a>]) -> Self {
        Self {
            name,
            columns,
            sort: None,
            chosen: None,
            also: &[],
            row_height: size::ROW,
            wants_keyboard: false,
        }
    }

    /// How the rows are sorted.
    pub fn sort(mut self, sort: Option<Sort>) -> Self {
        self.sort = sort;
        self
    }

    /// The row that is chosen.
    pub fn chosen(mut self, chosen: Option<usize>) -> Self {
        self.chosen = chosen;
        self
    }

    /// The rows that are chosen together with it, in ascending order.
    pub fn also(mut self, also: &'a [usize]) -> Self {
        self.also = also;
        self
    }

    /// The chosen row gets the keyboard, unless something else has it.
    pub fn wants_keyboard(mut self, wants: bool) -> Self {
        self.wants_keyboard = wants;
        self
    }

    /// Rows of another height, in points.
    pub fn row_height(mut self, height: f32) -> Self {
        self.row_height = height;
        self
    }

    /// Shows `count` rows: `name` gives a row's accessible name, `cell` draws a cell (row, column).
    pub fn show(
        self,
        ui: &mut Ui,
        count: usize,
        name: impl Fn(usize) -> String,
        mut cell: impl FnMut(&mut Ui, usize, usize),
    ) -> TableOutput {
        let mut output = TableOutput::default();
        let id = ui.make_persistent_id(("table", self.name));
        ui.spacing_mut().item_spacing.y = 0.0;
        let widths = self.widths(ui.available_width() - ui.spacing().scroll.allocated_width());
        self.head(ui, id, &widths, &mut output);
        super::hairline(ui);

        if let Some(row) = self.chosen.filter(|_| self.wants_keyboard)
            && ui.memory(|memory| memory.focused().is_none())
        {
            ui.memory_mut(|memory| memory.request_focus(id.with(("row", row))));
        }
        let moved = self.arrows(ui, id, count, &mut output);
        let mut area = ScrollArea::vertical().id_salt(self.name).auto_shrink(false);
        if let Some(row) = moved {
            area = self.scrolled_to(ui, id, area, row);
        }
        let shown = area.show_rows(ui, self.row_height, count, |ui, visible| {
            output.visible = visible.clone();
            for row in visible {
                self.row(ui, id, row, &widths, &name, &mut cell, &mut output);
            }
        });
        let view = (shown.state.clamped_offset().y, shown.inner_rect.height());
        ui.data_mut(|data| data.insert_temp(id.with("view"), view));
        output
    }

    fn widths(&self, room: f32) -> Vec<f32> {
        let fixed: f32 = self.columns.iter().map(|column| column.width).sum();
        let shares = self.columns.iter().filter(|c| c.width <= 0.0).count();
        #[expect(clippy::cast_precision_loss, reason = "a handful of columns")]
        let share = ((room - fixed) / shares.max(1) as f32).max(80.0);
        self.columns
            .iter()
            .map(|column| if column.width > 0.0 { column.width } else { share })
            .collect()
    }

    fn head(&self, ui: &mut Ui, id: Id, widths: &[f32], output: &mut TableOutput) {
        let tokens = Tokens::of(ui);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), size::ROW), Sense::hover());
        for (place, (column, cell)) in self.columns.iter().zip(cells(rect, widths)).enumerate() {
            let sorted = self.sort.filter(|sort| sort.column == place);
            let mut ink = tokens.text_weak;
            if column.sorts {
                let head = ui.interact(cell, id.with(("head", place)), Sense::click());
                head.widget_info(|| {
                    let key = match sorted {
                        None => "widget-sort-by",
                        Some(Sort { downwards: false, .. }) => "widget-sorted-up",
                        Some(Sort { downwards: true, .. }) => "widget-sorted-down",
                    };
                    let name = tf(key, &[("column", column.title.into())]);
                    WidgetInfo::labeled(Role::ColumnHeader, ui.is_enabled(), name)
                });
                if head.hovered() {
                    ink = tokens.text_strong;
                }
                if head.clicked() {
                    output.sort = Some(Sort {
                        column: place,
                        downwards: sorted.is_some_and(|sort| !sort.downwards),
                    });
                }
                super::focus_ring(ui, &head, cell.shrink(2.0), radius::S);
            }
            if sorted.is_some() {
                ink = tokens.text_strong;
            }
            let inner = cell.shrink2(vec2(space::S, 0.0));
            let painter = ui.painter().with_clip_rect(cell.intersect(ui.clip_rect()));
            let (at, anchor) = match column.align {
                Align::Left => (inner.left_center(), Align2::LEFT_CENTER),
                Align::Right => (inner.right_center(), Align2::RIGHT_CENTER),
            };
            let drawn = painter.text(at, anchor, column.title, Type::Small.font(tokens), ink);
            if let Some(sort) = sorted {
                let icon = if sort.downwards {
                    ICON_ARROW_DOWNWARD
                } else {
                    ICON_ARROW_UPWARD
                };
                let x = match column.align {
                    Align::Left => drawn.right() + space::S,
                    Align::Right => drawn.left() - space::S,
                };
                painter.text(
                    pos2(x, cell.center().y),
                    Align2::CENTER_CENTER,
                    icon.codepoint,
                    FontId::new(13.0, icon.font_family()),
                    ink,
                );
            }
        }
    }

    /// The arrows move the choice while a row has the keyboard; the row to bring into view.
    fn arrows(&self, ui: &Ui, id: Id, count: usize, output: &mut TableOutput) -> Option<usize> {
        let chosen = self.chosen?;
        let row_id = |row: usize| id.with(("row", row));
        if count == 0 || !ui.memory(|memory| memory.has_focus(row_id(chosen))) {
            return None;
        }
        // Without this egui would take the arrows to go from widget to widget.
        let arrows = egui::EventFilter {
            vertical_arrows: true,
            ..Default::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(row_id(chosen), arrows));
        let page = 10;
        let (next, enter) = ui.input_mut(|input| {
            let mut times = |key| input.count_and_consume_key(Modifiers::NONE, key);
            let down = times(Key::ArrowDown) + page * times(Key::PageDown);
            let up = times(Key::ArrowUp) + page * times(Key::PageUp);
            let mut next = (chosen + down).saturating_sub(up).min(count - 1);
            if times(Key::Home) > 0 {
                next = 0;
            }
            if times(Key::End) > 0 {
                next = count - 1;
            }
            (next, times(Key::Enter) > 0)
        });
        if enter {
            output.opened = Some(chosen);
        }
        if next == chosen {
            return None;
        }
        output.chosen = Some(next);
        ui.memory_mut(|memory| memory.request_focus(row_id(next)));
        Some(next)
    }

    /// The scroll area moved as little as brings `row` into view.
    fn scrolled_to(&self, ui: &Ui, id: Id, area: ScrollArea, row: usize) -> ScrollArea {
        let Some((offset, height)) = ui.data(|data| data.get_temp::<(f32, f32)>(id.with("view"))) else {
            return area;
        };
        #[expect(clippy::cast_precision_loss, reason = "fewer rows than 2^24 points hold")]
        let top = row as f32 * self.row_height;
        let bottom = top + self.row_height;
        if top < offset {
            area.vertical_scroll_offset(top)
        } else if bottom > offset + height {
            area.vertical_scroll_offset(bottom - height)
        } else {
            area
        }
    }

    #[expect(clippy::too_many_arguments, reason = "one row of the loop above")]
    fn row(
        &self,
        ui: &mut Ui,
        id: Id,
        row: usize,
        widths: &[f32],
        name: &impl Fn(usize) -> String,
        cell: &mut impl FnMut(&mut Ui, usize, usize),
        output: &mut TableOutput,
    ) {
        let tokens = Tokens::of(ui);
        let (_, rect) = ui.allocate_space(vec2(ui.available_width(), self.row_height));
        let response = ui.interact(rect, id.with(("row", row)), Sense::click());
        let chosen = self.chosen == Some(row) || self.also.binary_search(&row).is_ok();
        response.widget_info(|| WidgetInfo::selected(Role::Row, ui.is_enabled(), chosen, name(row)));
        if response.clicked() {
            output.chosen = Some(row);
            response.request_focus();
        }
        // By Tab one comes to a row that is not the chosen one.
        let entered = response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if response.double_clicked() || entered {
            output.opened = Some(row);
        }
        if chosen {
            ui.painter()
                .rect_filled(rect, CornerRadius::same(radius::S), tokens.selection);
        } else if response.hovered() {
            ui.painter()
                .rect_filled(rect, CornerRadius::same(radius::S), tokens.hover);
        }
        if response.has_focus() {
            ui.painter().rect_stroke(
                rect.shrink(1.0),
                CornerRadius::same(radius::S),
                tokens.focus_ring(),
                egui::StrokeKind::Inside,
            );
        }
        for (place, (column, area)) in self.columns.iter().zip(cells(rect, widths)).enumerate() {
            let inner = area.shrink2(vec2(space::S, 0.0));
            let layout = match column.align {
                Align::Left => Layout::left_to_right(egui::Align::Center),
                Align::Right => Layout::right_to_left(egui::Align::Center),
            };
            let builder = UiBuilder::new()
                .id_salt((row, place))
                .max_rect(inner)
                .layout(layout);
            let mut inside = ui.new_child(builder);
            inside.set_clip_rect(inner.intersect(ui.clip_rect()));
            // A label that can be selected would take the click from the row.
            inside.style_mut().interaction.selectable_labels = false;
            cell(&mut inside, row, place);
        }
    }
}

fn cells(row: Rect, widths: &[f32]) -> impl Iterator<Item = Rect> {
    let mut x = row.left();
    widths.iter().map(move |width| {
        let cell = Rect::from_min_size(pos2(x, row.top()), vec2(*width, row.height()));
        x += width;
        cell
    })
}

#[cfg(test)]
mod tests;
