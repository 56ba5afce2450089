//! Draws a sheet: only the cells in view. Each can be pointed at and has a name for who can't see it.

use egui::accesskit::Role;
use egui::text::TextFormat;
use egui::{
    Align2, Color32, CursorIcon, FontId, Id, Rect, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};
use egui_material_icons::MaterialIcon;
use egui_material_icons::icons::{ICON_ARROW_DOWNWARD, ICON_ARROW_UPWARD, ICON_ERROR, ICON_KEEP};

use super::Grid;
use super::cursor::Place;
use super::frame::{Frame, LINE_NUMBERS, ROW};
use crate::exchange::sheet::{Field, Form, written};
use crate::text::{number, t, tf};
use crate::ui::inspector::checklist::in_short;
use crate::ui::script_text;
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::{Action, Text};

/// What the pointer asks for.
#[derive(Debug, Clone, Copy)]
pub enum Pointed {
    /// To go to a cell, or with `true` to reach the block as far.
    Cell(Place, bool),
    /// To edit a cell.
    Edit(Place),
    /// To take a row, or with `true` the rows as far.
    Row(usize, bool),
    /// To sort by a field.
    Sort(&'static Field),
    /// To make a column wider by so many points.
    Widen(&'static Field, f32),
    /// To remove the records that are selected.
    Remove,
}

/// Draws the sheet, and moves it with the wheel and the bars.
pub fn show(ui: &mut Ui, id: Id, frame: &mut Frame, grid: &Grid) -> Option<Pointed> {
    let area = frame.area;
    ui.advance_cursor_after_rect(area);
    scroll(ui, frame);
    let mut pointed = None;
    let visible = frame.visible();
    for row in visible.clone() {
        // The first column last: the others go under it.
        for column in (0..frame.columns.len()).rev() {
            let place = Place { row, column };
            let seen = frame.seen(place).intersect(ui.clip_rect());
            if seen.width() > 0.0 && seen.height() > 0.0 {
                pointed = cell(ui, id, frame, grid, place, seen).or(pointed);
            }
        }
        pointed = row_number(ui, id, frame, grid, row).or(pointed);
    }
    outline(ui, frame, grid);
    filled_head(ui, frame);
    for (column, field) in grid.columns.shown().iter().enumerate() {
        pointed = head(ui, id, frame, grid, column, field).or(pointed);
    }
    lines(ui, frame);
    pointed
}

/// The bars, and what they and the wheel move.
fn scroll(ui: &mut Ui, frame: &mut Frame) {
    let body = frame.body();
    let mut inside = ui.new_child(UiBuilder::new().max_rect(body));
    let shown = ScrollArea::both()
        .id_salt("grid scroll")
        .auto_shrink(false)
        .scroll_offset(frame.offset)
        .show_viewport(&mut inside, |ui, _| ui.set_min_size(frame.whole()));
    frame.offset = shown.state.clamped_offset();
    // The bars stand beside the cells.
    frame.area.max = shown.inner_rect.max;
}

fn cell(ui: &mut Ui, id: Id, frame: &Frame, grid: &Grid, place: Place, seen: Rect) -> Option<Pointed> {
    let tokens = Tokens::of(ui);
    let field = grid.field_at(place.column)?;
    let row = grid.id_at(place.row);
    let draft = grid.drafts.get(&row);
    let is_next = grid.is_next(row);
    let wrong = grid.wrong.get(&(row, field.name));
    let line = if is_next {
        None
    } else {
        grid.lines.get(row, place.row)
    };
    let text = match (wrong, grid.queue.typed(row, field), line) {
        (Some(wrong), _, _) => wrong.typed.clone(),
        (None, Some(typed), _) => typed.to_owned(),
        (None, None, Some(line)) => {
            let fields = grid.target.fields();
            let index = fields.iter().position(|other| other.name == field.name)?;
            let shown = &line.shown[index];
            // The title stands for a record; one that lacks it is named so.
            if let (Form::Reference(_), true) = (field.form, line.row.title_of(field.name).is_empty()) {
                if shown.is_empty() {
                    String::new()
                } else {
                    t("record-untitled").to_owned()
                }
            } else {
                shown.clone()
            }
        }
        (None, None, None) if grid.columns.carries(field) && is_next => written(field, &grid.blank()),
        (None, None, None) => draft.map_or_else(String::new, |draft| written(field, draft)),
    };
    let response = ui.interact(seen, id.with((row, field.name)), Sense::click_and_drag());
    let is_held = grid.cursor.holds(place);
    response.widget_info(|| {
        let arguments = [
            ("row", (place.row + 1).into()),
            ("column", field.label().into()),
            ("text", text.as_str().into()),
        ];
        let key = if wrong.is_some() {
            "grid-cell-wrong"
        } else {
            "grid-cell"
        };
        WidgetInfo::selected(Role::Cell, ui.is_enabled(), is_held, tf(key, &arguments))
    });
    let whole = frame.cell(place);
    let painter = ui.painter().with_clip_rect(seen);
    let ground = match wrong {
        Some(_) => tokens.bad.ground,
        None if is_held && !grid.cursor.is_one() => tokens.selection,
        None if place.column == 0 => tokens.base,
        None => Color32::TRANSPARENT,
    };
    if ground != Color32::TRANSPARENT {
        painter.rect_filled(seen, 0.0, ground);
    }
    let ink = match (wrong, field.name) {
        (Some(_), _) => tokens.bad.text,
        _ if is_next || line.is_none() => tokens.text_weak,
        (None, "title") => tokens.text_strong,
        _ => tokens.text,
    };
    let mut room = whole.shrink2(vec2(space::S, 0.0));
    if wrong.is_some() {
        icon(
            &painter,
            ICON_ERROR,
            pos2(room.right() - 7.0, room.center().y),
            tokens.bad.text,
        );
        room.max.x -= space::L;
    }
    let first = text.lines().next().unwrap_or_default();
    if !first.is_empty() {
        let format = TextFormat::simple(Type::Body.font(tokens), ink);
        let galley = script_text::one_line(ui.ctx(), first, format, room.width());
        let is_number = matches!(field.form, Form::Number(_) | Form::Count);
        let left = if is_number {
            room.right() - galley.size().x
        } else {
            room.left()
        };
        let at = pos2(left, room.center().y - galley.size().y / 2.0);
        let is_cut = galley.elided || text.trim_end().contains('\n');
        painter.galley(at, galley, ink);
        if is_cut && wrong.is_none() {
            response.clone().on_hover_ui(|ui| {
                ui.add(Text::new(&text));
            });
        }
    }
    let held = ui.input(|input| input.modifiers.shift);
    if let Some(wrong) = wrong {
        response
            .clone()
            .on_hover_text(format!("{} {}", wrong.fault.what, wrong.fault.mend));
    }
    if response.double_clicked() {
        return Some(Pointed::Edit(place));
    }
    if response.clicked() || response.drag_started() {
        return Some(Pointed::Cell(place, held));
    }
    if response.dragged()
        && let Some(over) = response.interact_pointer_pos().and_then(|point| frame.at(point))
        && over != grid.cursor.at
    {
        return Some(Pointed::Cell(over, true));
    }
    None
}

fn row_number(ui: &mut Ui, id: Id, frame: &Frame, grid: &Grid, row: usize) -> Option<Pointed> {
    let tokens = Tokens::of(ui);
    let top = frame.top(row);
    let rect = Rect::from_min_max(pos2(frame.area.left(), top), pos2(frame.body().left(), top + ROW));
    let column = Rect::from_min_max(
        pos2(frame.area.left(), frame.body().top()),
        pos2(frame.body().left(), frame.area.bottom()),
    );
    let seen = rect.intersect(column).intersect(ui.clip_rect());
    if seen.height() <= 0.0 {
        return None;
    }
    let response = ui.interact(seen, id.with(("row", grid.id_at(row))), Sense::click());
    let is_next = row == grid.order.rows().len();
    let is_held = grid.cursor.rows().contains(&row);
    response.widget_info(|| {
        let name = if is_next {
            t("grid-row-new").to_owned()
        } else {
            tf("grid-row", &[("row", (row + 1).into())])
        };
        WidgetInfo::selected(Role::RowHeader, ui.is_enabled(), is_held, name)
    });
    let painter = ui.painter().with_clip_rect(seen);
    let ground = if is_held { tokens.selection } else { tokens.sunken };
    painter.rect_filled(seen, 0.0, ground);
    let text = if is_next { "+".to_owned() } else { number(row + 1) };
    let ink = if is_held {
        tokens.text_strong
    } else {
        tokens.text_weak
    };
    painter.text(
        pos2(rect.left() + LINE_NUMBERS - space::S, rect.center().y),
        Align2::RIGHT_CENTER,
        text,
        Type::Small.font(tokens),
        ink,
    );
    let tally = (!is_next)
        .then(|| grid.tallies.get(grid.id_at(row), row))
        .flatten()
        .filter(|tally| tally.asked > 0);
    if let Some(tally) = tally {
        let counts = [("there", tally.there.into()), ("asked", tally.asked.into())];
        let ink = if tally.required_missing > 0 {
            tokens.text
        } else {
            tokens.text_weak
        };
        painter.text(
            pos2(rect.right() - space::S, rect.center().y),
            Align2::RIGHT_CENTER,
            tf("checklist-of", &counts),
            Type::Small.font(tokens),
            ink,
        );
    }
    let response = match tally {
        Some(tally) => response.on_hover_text(in_short(&tally)),
        None => response,
    };
    let mut removes = false;
    if !is_next && is_held {
        response.context_menu(|ui| {
            removes = ui.add(Action::quiet(t("command-remove-item"))).clicked();
            if removes {
                ui.close();
            }
        });
    }
    if removes {
        return Some(Pointed::Remove);
    }
    let held = ui.input(|input| input.modifiers.shift);
    // A click with the other button on a row that is not held takes it first.
    (response.clicked() || response.secondary_clicked() && !is_held).then_some(Pointed::Row(row, held))
}

/// The head of what stands beside the numbers of the rows.
fn filled_head(ui: &Ui, frame: &Frame) {
    let tokens = Tokens::of(ui);
    let rect = Rect::from_min_max(frame.area.min, frame.body().min);
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    painter.rect_filled(rect, 0.0, tokens.sunken);
    painter.text(
        pos2(rect.right() - space::S, rect.center().y),
        Align2::RIGHT_CENTER,
        t("checklist-column"),
        Type::Small.font(tokens),
        tokens.text_weak,
    );
}

/// The line around the cell under the hands, or the block.
fn outline(ui: &Ui, frame: &Frame, grid: &Grid) {
    let tokens = Tokens::of(ui);
    let corner = |row: &usize, column: &usize| {
        frame.cell(Place {
            row: *row,
            column: *column,
        })
    };
    let (rows, columns) = (grid.cursor.rows(), grid.cursor.columns());
    let block = corner(rows.start(), columns.start()).union(corner(rows.end(), columns.end()));
    let clip = if *columns.start() == 0 {
        frame.body()
    } else {
        frame.moving()
    };
    let painter = ui.painter().with_clip_rect(clip.intersect(ui.clip_rect()));
    if !grid.cursor.is_one() {
        painter.rect_stroke(block, 0.0, Stroke::new(1.0, tokens.accent), StrokeKind::Inside);
    }
    let at = grid.cursor.at;
    let clip = if at.column == 0 {
        frame.body()
    } else {
        frame.moving()
    };
    let painter = ui.painter().with_clip_rect(clip.intersect(ui.clip_rect()));
    painter.rect_stroke(frame.cell(at), 0.0, tokens.focus_ring(), StrokeKind::Inside);
}

fn head(
    ui: &mut Ui,
    id: Id,
    frame: &Frame,
    grid: &Grid,
    column: usize,
    field: &'static Field,
) -> Option<Pointed> {
    let tokens = Tokens::of(ui);
    let rect = frame.head(column);
    if rect.width() <= 0.0 {
        return None;
    }
    let sorted = grid.sort.as_ref().filter(|sort| sort.field == field.name);
    // A position and tags are no columns of the table that could sort.
    let sorts = !matches!(
        field.form,
        Form::Position | Form::Tags | Form::Sources | Form::Reference(_)
    );
    let sense = if sorts { Sense::click() } else { Sense::hover() };
    let response = ui.interact(rect, id.with(("head", field.name)), sense);
    response.widget_info(|| {
        let key = match sorted {
            _ if !sorts => return WidgetInfo::labeled(Role::ColumnHeader, true, field.label()),
            None => "widget-sort-by",
            Some(sort) if sort.downwards => "widget-sorted-down",
            Some(_) => "widget-sorted-up",
        };
        let name = tf(key, &[("column", field.label().into())]);
        WidgetInfo::labeled(Role::ColumnHeader, ui.is_enabled(), name)
    });
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    painter.rect_filled(rect, 0.0, tokens.sunken);
    let is_held = grid.cursor.columns().contains(&column);
    let ink = if is_held || sorted.is_some() || sorts && response.hovered() {
        tokens.text_strong
    } else {
        tokens.text_weak
    };
    let left = frame.cell(Place { row: 0, column }).left() + space::S;
    let drawn = painter.text(
        pos2(left, rect.center().y),
        Align2::LEFT_CENTER,
        field.label(),
        Type::Small.font(tokens),
        ink,
    );
    let mut right = drawn.right() + space::M;
    if let Some(sort) = sorted {
        let sign = if sort.downwards {
            ICON_ARROW_DOWNWARD
        } else {
            ICON_ARROW_UPWARD
        };
        icon(&painter, sign, pos2(right, rect.center().y), ink);
        right += space::L;
    }
    if grid.columns.carries(field) {
        icon(&painter, ICON_KEEP, pos2(right, rect.center().y), tokens.accent);
    }
    let edge = Rect::from_min_max(pos2(rect.right() - 4.0, rect.top()), rect.max);
    let edge = ui.interact(edge, id.with(("edge", field.name)), Sense::drag());
    let edge = edge.on_hover_cursor(CursorIcon::ResizeColumn);
    if edge.dragged() {
        return Some(Pointed::Widen(field, edge.drag_delta().x));
    }
    response.clicked().then_some(Pointed::Sort(field))
}

/// The hairlines between rows and columns, and around what stays.
fn lines(ui: &Ui, frame: &Frame) {
    let stroke = Tokens::of(ui).hairline();
    let painter = ui.painter().with_clip_rect(frame.area.intersect(ui.clip_rect()));
    let right = frame
        .columns
        .len()
        .checked_sub(1)
        .map_or(frame.area.right(), |last| {
            let cell = frame.cell(Place { row: 0, column: last });
            cell.right().min(frame.area.right())
        });
    let bottom = frame.top(frame.rows).min(frame.area.bottom());
    for row in frame.visible() {
        let y = frame.top(row + 1);
        if y > frame.body().top() {
            painter.hline(frame.area.left()..=right, y, stroke);
        }
    }
    for column in 0..frame.columns.len() {
        let x = frame.head(column).right();
        if x > frame.moving().left() - 1.0 || column == 0 {
            painter.vline(x, frame.area.top()..=bottom, stroke);
        }
    }
    painter.vline(frame.body().left(), frame.area.top()..=bottom, stroke);
    painter.hline(frame.area.left()..=right, frame.body().top(), stroke);
}

fn icon(painter: &egui::Painter, icon: MaterialIcon, at: egui::Pos2, ink: Color32) {
    let font = FontId::new(14.0, icon.font_family());
    painter.text(at, Align2::CENTER_CENTER, icon.codepoint, font, ink);
}
