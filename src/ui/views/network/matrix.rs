//! The matrix: marks and series down, strikes across. Heads stay while the cells move; only what is in view is made, so that a
//! frame costs the same for ten rows and a hundred thousand.

use std::f32::consts::FRAC_PI_2;
use std::ops::Range;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::epaint::TextShape;
use egui::text::TextFormat;
use egui::{
    Align2, FontId, Id, Key, Rect, Response, ScrollArea, Sense, Stroke, Ui, UiBuilder, Vec2, WidgetInfo,
    pos2, vec2,
};
use egui_material_icons::icons;

use super::choice::Chosen;
use super::{Asked, Shown, detail, pen};
use crate::analysis::links::{LinkKind, called};
use crate::analysis::network::layout::{Layer, NodeAt};
use crate::analysis::network::matrix::{Cell, Column};
use crate::text::{number, t, tf};
use crate::ui::script_text;
use crate::ui::theme::{Tokens, Type, radius, size, space};
use crate::ui::widgets::tiles::{has_keys, pressed};
use crate::ui::widgets::{Text, focus_ring};

/// The width of a column.
const WIDE: f32 = 44.0;
/// The height of the heads of columns.
const HEAD: f32 = 148.0;
/// The height of a row.
const TALL: f32 = size::ROW;
/// The room of the scroll bars.
const BAR: f32 = 14.0;

/// Where one stands in the matrix: a row or a column as a whole, or a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct At {
    row: Option<usize>,
    column: Option<usize>,
}

/// The matrix, and where one stands in it.
#[derive(Default)]
pub struct MatrixPart {
    at: At,
    /// For which network and which choice that was looked up.
    of: Option<(Arc<Shown>, Option<Chosen>)>,
    /// How far it was scrolled.
    offset: Vec2,
    reveal: bool,
}

/// What the drawing needs.
struct Stage<'a> {
    shown: &'a Shown,
    /// The room of the cells, and that of the heads of rows.
    body: Rect,
    names: f32,
    offset: Vec2,
    at: At,
}

impl Stage<'_> {
    fn rows(&self) -> Range<usize> {
        within(
            self.offset.y,
            self.body.height(),
            TALL,
            self.shown.matrix.rows.len(),
        )
    }

    fn columns(&self) -> Range<usize> {
        within(
            self.offset.x,
            self.body.width(),
            WIDE,
            self.shown.matrix.columns.len(),
        )
    }

    fn top(&self, row: usize) -> f32 {
        self.body.top() + TALL * row as f32 - self.offset.y
    }

    fn left(&self, column: usize) -> f32 {
        self.body.left() + WIDE * column as f32 - self.offset.x
    }

    fn head_of_row(&self, row: usize) -> Rect {
        let left = self.body.left() - self.names;
        Rect::from_min_size(pos2(left, self.top(row)), vec2(self.names, TALL))
    }

    fn head_of_column(&self, column: usize) -> Rect {
        let corner = pos2(self.left(column), self.body.top() - HEAD);
        Rect::from_min_size(corner, vec2(WIDE, HEAD))
    }

    fn cell(&self, row: usize, column: usize) -> Rect {
        Rect::from_min_size(pos2(self.left(column), self.top(row)), vec2(WIDE, TALL))
    }
}

/// Which of `count` things of a length are in view.
fn within(offset: f32, room: f32, length: f32, count: usize) -> Range<usize> {
    let first = (offset / length).floor().max(0.0) as usize;
    let last = ((offset + room) / length).ceil().max(0.0) as usize;
    first.min(count)..last.min(count)
}

/// The node of the network that a column stands for.
fn node(column: Column) -> NodeAt {
    match column {
        Column::Strike(nth) => (Layer::Strikes, nth),
        Column::Weapon(nth) => (Layer::Weapons, nth),
    }
}

impl MatrixPart {
    /// Draws the matrix, and gives what was asked for.
    pub(super) fn show(&mut self, ui: &mut Ui, shown: &Arc<Shown>, chosen: Option<&Chosen>) -> Option<Asked> {
        self.find(shown, chosen);
        let whole = ui.max_rect();
        let names = (whole.width() * 0.3).clamp(160.0, 320.0);
        let body = Rect::from_min_max(pos2(whole.left() + names, whole.top() + HEAD), whole.max);
        let ground = ui.interact(whole, Id::unique("network ground"), Sense::click());
        ground.widget_info(|| WidgetInfo::labeled(Role::Group, true, t("network-title")));
        let mut asked = self.keys(ui, &ground, shown, body.size());
        let mut inside = ui.new_child(UiBuilder::new().max_rect(body));
        let mut area = ScrollArea::both().id_salt("network matrix").auto_shrink(false);
        if std::mem::take(&mut self.reveal) {
            area = area.scroll_offset(self.revealed(body.size()));
        }
        let (rows, columns) = (shown.matrix.rows.len(), shown.matrix.columns.len());
        let out = area.show_viewport(&mut inside, |ui, viewport| {
            ui.set_min_size(vec2(WIDE * columns as f32 + BAR, TALL * rows as f32 + BAR));
            let stage = Stage {
                shown,
                body,
                names,
                offset: viewport.min.to_vec2(),
                at: self.at,
            };
            let touched = cells(ui, &stage);
            (touched, stage.offset)
        });
        let (touched, offset) = out.inner;
        self.offset = offset;
        let stage = Stage {
            shown,
            body,
            names,
            offset,
            at: self.at,
        };
        let heads = heads_of_columns(ui, &stage).or(heads_of_rows(ui, &stage));
        corner(ui, &stage);
        if let Some((at, is_twice)) = touched.or(heads) {
            ground.request_focus();
            self.at = at;
            asked = self.choice(shown, is_twice);
        }
        focus_ring(ui, &ground, whole.shrink(1.0), radius::S);
        asked
    }

    /// Finds what is chosen, when that or the network has changed.
    fn find(&mut self, shown: &Arc<Shown>, chosen: Option<&Chosen>) {
        let is_same = self
            .of
            .as_ref()
            .is_some_and(|(known, of)| Arc::ptr_eq(known, shown) && of.as_ref() == chosen);
        if is_same {
            return;
        }
        self.of = Some((Arc::clone(shown), chosen.cloned()));
        let found = match chosen.and_then(|chosen| chosen.node(&shown.network)) {
            None => At::default(),
            Some((Layer::Links, link)) => At {
                row: shown.matrix.rows.iter().position(|row| row.link == link),
                column: None,
            },
            Some((layer, nth)) => {
                // A weapon stands in the column of its strike.
                let strike = match layer {
                    Layer::Weapons => shown.network.weapons[nth].strike,
                    _ => Some(nth),
                };
                let column = strike.map_or(Column::Weapon(nth), Column::Strike);
                At {
                    row: None,
                    column: shown.matrix.columns.iter().position(|other| *other == column),
                }
            }
        };
        self.reveal |= found != self.at;
        self.at = found;
    }

    /// What is to be chosen where one stands: the link of a row, whatever the column.
    fn choice(&mut self, shown: &Arc<Shown>, is_to_open: bool) -> Option<Asked> {
        let node = match (self.at.row, self.at.column) {
            (Some(row), _) => (Layer::Links, shown.matrix.rows.get(row)?.link),
            (None, Some(column)) => node(*shown.matrix.columns.get(column)?),
            (None, None) => return None,
        };
        let chosen = Chosen::at(&shown.network, node)?;
        self.of = Some((Arc::clone(shown), Some(chosen.clone())));
        Some(if is_to_open {
            Asked::Open(chosen)
        } else {
            Asked::Choose(Some(chosen))
        })
    }

    /// Takes the keys: up and down from row to row, left and right from one cell of the row to the next, Enter opens.
    fn keys(&mut self, ui: &Ui, ground: &Response, shown: &Arc<Shown>, room: Vec2) -> Option<Asked> {
        let is_covered = ui.memory(|memory| memory.top_modal_layer().is_some());
        if is_covered || egui::Popup::is_any_open(ui) || !has_keys(ui, ground) {
            return None;
        }
        let last = shown.matrix.rows.len().checked_sub(1)?;
        let page = ((room.y / TALL) as usize).max(2) - 1;
        let mut asked = None;
        for (key, held) in pressed(ui) {
            if held.alt || held.command || held.ctrl {
                continue;
            }
            let row = self.at.row;
            let before = self.at;
            match (key, row) {
                (Key::Enter, _) => {
                    asked = self.choice(shown, true);
                    continue;
                }
                (Key::Home, _) => self.at.row = Some(0),
                (Key::End, _) => self.at.row = Some(last),
                (Key::ArrowDown, Some(row)) => self.at.row = Some((row + 1).min(last)),
                (Key::ArrowUp, Some(row)) => self.at.row = Some(row.saturating_sub(1)),
                (Key::PageDown, Some(row)) => self.at.row = Some((row + page).min(last)),
                (Key::PageUp, Some(row)) => self.at.row = Some(row.saturating_sub(page)),
                (Key::ArrowRight, Some(row)) => {
                    let next = match self.at.column {
                        Some(column) => shown.matrix.next_in_row((row, column), true),
                        None => shown.matrix.rows[row].cells.first().map(|cell| cell.column),
                    };
                    self.at.column = next.or(self.at.column);
                }
                (Key::ArrowLeft, Some(row)) => {
                    let column = self.at.column;
                    self.at.column = column.and_then(|column| shown.matrix.next_in_row((row, column), false));
                }
                (
                    Key::ArrowDown
                    | Key::ArrowUp
                    | Key::ArrowRight
                    | Key::ArrowLeft
                    | Key::PageDown
                    | Key::PageUp,
                    None,
                ) => self.at.row = Some(0),
                _ => continue,
            }
            if self.at != before {
                self.reveal = true;
                asked = self.choice(shown, false);
            }
        }
        asked
    }

    /// How far it must be scrolled for the place where one stands to be in view.
    fn revealed(&self, room: Vec2) -> Vec2 {
        let inside = |offset: f32, from: Option<usize>, length: f32, room: f32| match from {
            Some(nth) => {
                let from = length * nth as f32;
                offset.clamp((from + length + BAR - room).max(0.0).min(from), from)
            }
            None => offset,
        };
        vec2(
            inside(self.offset.x, self.at.column, WIDE, room.x),
            inside(self.offset.y, self.at.row, TALL, room.y),
        )
    }
}

/// Draws the cells that are in view; gives the one that was clicked, and whether twice.
fn cells(ui: &Ui, stage: &Stage<'_>) -> Option<(At, bool)> {
    let tokens = Tokens::of(ui);
    let painter = ui.painter();
    let columns = stage.columns();
    for row in stage.rows() {
        let line = Rect::from_x_y_ranges(stage.body.x_range(), stage.top(row)..=stage.top(row) + TALL);
        if stage.at.row == Some(row) {
            painter.rect_filled(line, 0.0, tokens.hover);
        }
        painter.hline(line.x_range(), line.bottom(), tokens.hairline());
    }
    if let Some(column) = stage.at.column.filter(|column| columns.contains(column)) {
        let left = stage.left(column);
        let line = Rect::from_x_y_ranges(left..=left + WIDE, stage.body.y_range());
        painter.rect_filled(line, 0.0, tokens.hover);
    }
    let mut touched = None;
    for row in stage.rows() {
        let all = &stage.shown.matrix.rows[row].cells;
        let from = all.partition_point(|cell| cell.column < columns.start);
        for cell in all[from..].iter().take_while(|cell| cell.column < columns.end) {
            let response = one(ui, stage, row, cell);
            let at = At {
                row: Some(row),
                column: Some(cell.column),
            };
            if response.clicked() {
                touched = Some((at, response.double_clicked()));
            }
            response.on_hover_ui(|ui| {
                ui.set_max_width(360.0);
                ui.add(Text::new(&name(stage.shown, row, cell)).kind(Type::Strong));
                if cell.doubt.is_any() {
                    let doubt = format!("{}: {}", t("network-doubtful"), cell.doubt.text());
                    ui.add(Text::new(&doubt).color(Tokens::of(ui).warn.text));
                }
                ui.add(Text::new(t("network-click")).kind(Type::Caption).weak());
            });
        }
    }
    touched
}

/// What a column stands for.
fn title(shown: &Shown, column: usize) -> &str {
    let title = match shown.matrix.columns[column] {
        Column::Strike(nth) => &shown.network.strikes[nth].title,
        Column::Weapon(nth) => &shown.network.weapons[nth].title,
    };
    called(title, t("record-untitled"))
}

/// What a cell is called.
fn name(shown: &Shown, row: usize, cell: &Cell) -> String {
    let node = &shown.network.links[shown.matrix.rows[row].link];
    tf(
        "network-cell-name",
        &[
            ("mark", node.label.as_str().into()),
            ("of", title(shown, cell.column).into()),
            ("marks", cell.marks.into()),
            ("weapons", cell.weapons.into()),
        ],
    )
}

fn one(ui: &Ui, stage: &Stage<'_>, row: usize, cell: &Cell) -> Response {
    let tokens = Tokens::of(ui);
    let rect = stage.cell(row, cell.column).shrink(3.0);
    let is_chosen = stage.at.row == Some(row) && stage.at.column == Some(cell.column);
    let id = Id::unique(("network cell", row, cell.column));
    let response = ui.interact(rect, id, Sense::click());
    response.widget_info(|| {
        let mut words = name(stage.shown, row, cell);
        if cell.doubt.is_any() {
            let why = cell.doubt.text();
            words = tf(
                "network-doubtful-name",
                &[("name", words.into()), ("why", why.into())],
            );
        }
        WidgetInfo::selected(Role::Button, true, is_chosen, words)
    });
    let painter = ui.painter();
    painter.rect_filled(rect, f32::from(radius::S), tokens.selection);
    if cell.doubt.is_any() {
        let line = Stroke::new(tokens.line_width, tokens.warn.text);
        pen::frame(painter, rect, f32::from(radius::S), line, true);
    }
    if is_chosen || response.hovered() {
        let line = Stroke::new(2.0 * tokens.line_width, tokens.accent);
        pen::frame(painter, rect, f32::from(radius::S), line, false);
    }
    focus_ring(ui, &response, rect, radius::S);
    let sign = if cell.doubt.is_any() { "?" } else { "" };
    painter.text(
        rect.center(),
        Align2::CENTER_CENTER,
        format!("{}{sign}", number(cell.marks)),
        Type::Small.font(tokens),
        tokens.text_strong,
    );
    response
}

/// Draws the heads of the rows that are in view.
fn heads_of_rows(ui: &mut Ui, stage: &Stage<'_>) -> Option<(At, bool)> {
    let left = stage.body.left();
    let room = Rect::from_x_y_ranges(left - stage.names..=left, stage.body.y_range());
    let mut inside = ui.new_child(UiBuilder::new().max_rect(room));
    inside.shrink_clip_rect(room);
    let ui = &inside;
    let tokens = Tokens::of(ui);
    let mut touched = None;
    for row in stage.rows() {
        let rect = stage.head_of_row(row);
        let link = stage.shown.matrix.rows[row].link;
        let node = &stage.shown.network.links[link];
        let is_chosen = stage.at.row == Some(row);
        let response = ui.interact(rect, Id::unique(("network row", row)), Sense::click());
        response.widget_info(|| {
            let words = detail::name(&stage.shown.network, (Layer::Links, link));
            WidgetInfo::selected(Role::Button, true, is_chosen, words)
        });
        ground(ui, rect, is_chosen, &response);
        ui.painter()
            .hline(rect.x_range(), rect.bottom(), tokens.hairline());
        let icon = match node.link.kind {
            LinkKind::Mark(_) => icons::ICON_FINGERPRINT,
            LinkKind::Series(_) => icons::ICON_FORMAT_LIST_NUMBERED,
        };
        ui.painter().text(
            pos2(rect.left() + space::S, rect.center().y),
            Align2::LEFT_CENTER,
            icon.codepoint,
            FontId::new(14.0, icon.font_family()),
            tokens.text_weak,
        );
        let mut right = rect.right() - space::S;
        if node.doubt.is_any() {
            let word = ui.painter().text(
                pos2(right, rect.center().y),
                Align2::RIGHT_CENTER,
                t("network-doubtful"),
                Type::Caption.font(tokens),
                tokens.warn.text,
            );
            right = word.left() - space::XS;
        }
        let font = Type::Mono.font(tokens);
        let at = pos2(rect.left() + 30.0, rect.center().y - font.size * 0.66);
        pen::line(ui, &node.label, font, tokens.text_strong, at, right - at.x);
        if response.clicked() {
            let at = At {
                row: Some(row),
                column: None,
            };
            touched = Some((at, response.double_clicked()));
        }
        response.on_hover_ui(|ui| detail::card(ui, &stage.shown.network, (Layer::Links, link)));
    }
    touched
}

/// Draws the heads of the columns that are in view: the day, and what the strike is called, from below upwards.
fn heads_of_columns(ui: &mut Ui, stage: &Stage<'_>) -> Option<(At, bool)> {
    let top = stage.body.top();
    let room = Rect::from_x_y_ranges(stage.body.x_range(), top - HEAD..=top);
    let mut inside = ui.new_child(UiBuilder::new().max_rect(room));
    inside.shrink_clip_rect(room);
    let ui = &inside;
    let tokens = Tokens::of(ui);
    let mut touched = None;
    for column in stage.columns() {
        let rect = stage.head_of_column(column);
        let of = node(stage.shown.matrix.columns[column]);
        let is_chosen = stage.at.column == Some(column);
        let response = ui.interact(rect, Id::unique(("network column", column)), Sense::click());
        response.widget_info(|| {
            let words = detail::name(&stage.shown.network, of);
            WidgetInfo::selected(Role::Button, true, is_chosen, words)
        });
        ground(ui, rect, is_chosen, &response);
        ui.painter().vline(rect.left(), rect.y_range(), tokens.hairline());
        let above = match stage.shown.matrix.columns[column] {
            Column::Strike(nth) => detail::when_short(&stage.shown.network.strikes[nth]),
            Column::Weapon(_) => t("network-no-strike").to_owned(),
        };
        let lines = [
            (above.as_str(), Type::Small, tokens.text_strong),
            (title(stage.shown, column), Type::Caption, tokens.text_weak),
        ];
        let mut x = rect.left() + space::XS;
        for (text, kind, ink) in lines {
            let format = TextFormat::simple(kind.font(tokens), ink);
            let galley = script_text::one_line(ui.ctx(), text, format, HEAD - 2.0 * space::S);
            let tall = galley.size().y;
            let shape = TextShape::new(pos2(x, rect.bottom() - space::S), galley, ink);
            ui.painter().add(shape.with_angle(-FRAC_PI_2));
            x += tall + 1.0;
        }
        if response.clicked() {
            let at = At {
                row: None,
                column: Some(column),
            };
            touched = Some((at, response.double_clicked()));
        }
        response.on_hover_ui(|ui| detail::card(ui, &stage.shown.network, of));
    }
    touched
}

/// The ground of a head.
fn ground(ui: &Ui, rect: Rect, is_chosen: bool, response: &Response) {
    let tokens = Tokens::of(ui);
    if is_chosen {
        ui.painter().rect_filled(rect, 0.0, tokens.selection);
    } else if response.hovered() {
        ui.painter().rect_filled(rect, 0.0, tokens.hover);
    }
    focus_ring(ui, response, rect.shrink(2.0), radius::S);
}

/// What rows and columns are, where their heads meet.
fn corner(ui: &Ui, stage: &Stage<'_>) {
    let tokens = Tokens::of(ui);
    let painter = ui.painter();
    let (left, top) = (stage.body.left() - stage.names, stage.body.top());
    painter.hline(left..=stage.body.right(), top, tokens.hairline());
    painter.vline(
        stage.body.left(),
        top - HEAD..=stage.body.bottom(),
        tokens.hairline(),
    );
    painter.text(
        pos2(left + space::S, top - space::S),
        Align2::LEFT_BOTTOM,
        t("network-links"),
        Type::Strong.font(tokens),
        tokens.text_strong,
    );
    painter.text(
        pos2(stage.body.left() - space::S, top - HEAD + space::S),
        Align2::RIGHT_TOP,
        t("network-strikes"),
        Type::Strong.font(tokens),
        tokens.text_strong,
    );
}
