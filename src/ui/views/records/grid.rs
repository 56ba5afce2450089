//! Records as a sheet: every row a record, every column a field, edited as in a spreadsheet. What is typed is checked cell by
//! cell; a cell that can't be taken in keeps what was typed and says why, and the rest is in the case at once. The last row is
//! empty: typing in it makes a record.

mod clip;
mod columns;
mod cursor;
mod deeds;
mod draw;
mod editor;
mod foot;
mod frame;
mod keys;
mod lines;
mod order;
mod queue;

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use egui::{Align, Id, Layout, Ui, Vec2};
use egui_material_icons::icons;
use uuid::Uuid;

use self::columns::Columns;
use self::cursor::{Cursor, Place};
use self::editor::Editor;
use self::frame::Frame;
use self::keys::Hands;
use self::lines::Lines;
use self::order::Order;
use self::queue::{Queue, Typed};
use super::Kind;
use super::filter::{Filter, FilterBar, leave_incomplete};
use super::head::head;
use crate::case::{CaseError, SheetSort};
use crate::exchange::sheet::{Field, Form, Row, Target, Wrong, same_as, written};
use crate::model::Vocabularies;
use crate::model::record::{RecordKind, RecordRef};
use crate::text::{t, tf};
use crate::ui::desk::Desk;
use crate::ui::link::{Answer, Remote};
use crate::ui::tallies::Tallies;
use crate::ui::theme::{Tokens, size, space};
use crate::ui::widgets::{Action, gap, message};

/// For what the order of the rows is asked.
type Question = (Filter, Option<SheetSort>);

/// Records of one kind as a sheet.
pub struct Grid {
    target: Target,
    columns: Columns,
    bar: FilterBar,
    sort: Option<SheetSort>,
    asked: Remote<Question, Arc<Vec<Uuid>>>,
    taken: Option<Arc<Vec<Uuid>>>,
    order: Order<Question>,
    lines: Lines,
    tallies: Tallies,
    /// The record that typing in the last row makes.
    next: Row,
    /// The vocabularies of the case.
    words: Arc<Vocabularies>,
    /// Rows in which something was typed that the case does not have yet: their first good cell makes the record.
    drafts: HashMap<Uuid, Row>,
    cursor: Cursor,
    /// The cell under the hands is to be brought into view.
    follows: bool,
    /// How far the sheet is moved.
    offset: Vec2,
    editor: Editor,
    queue: Queue,
    /// Texts that were sent to the case and have no answer yet.
    sent: Vec<Typed>,
    /// By row and field, what could not be taken in.
    wrong: BTreeMap<(Uuid, &'static str), Wrong>,
    copying: Option<Answer<String>>,
    titles: Remote<RecordKind, Arc<Vec<String>>>,
    /// The row under the hands, the block's rows and how many records there were, for which records were selected.
    chosen: Option<(Uuid, usize, usize, usize)>,
    /// What this sheet has selected, to tell it from what others select.
    selected: Chosen,
}

/// A selection by its size and its last record: a large one is not gone through in every frame.
#[derive(Debug, Default, PartialEq, Eq)]
struct Chosen(usize, Option<RecordRef>);

impl Chosen {
    fn of(selected: &[RecordRef]) -> Self {
        Self(selected.len(), selected.last().cloned())
    }
}

impl Grid {
    /// A sheet of the records of a place.
    pub fn new(target: Target) -> Self {
        Self {
            target,
            columns: Columns::new(target),
            bar: FilterBar::default(),
            sort: None,
            asked: Remote::default(),
            taken: None,
            order: Order::default(),
            lines: Lines::default(),
            tallies: Tallies::default(),
            next: Row::blank(target),
            words: Arc::default(),
            drafts: HashMap::new(),
            cursor: Cursor::default(),
            follows: true,
            offset: Vec2::ZERO,
            editor: Editor::default(),
            queue: Queue::default(),
            sent: Vec::new(),
            wrong: BTreeMap::new(),
            copying: None,
            titles: Remote::default(),
            chosen: None,
            selected: Chosen::default(),
        }
    }

    /// What the records are.
    pub fn target(&self) -> Target {
        self.target
    }

    /// How many records there are; `None` while nobody knows.
    fn count(&self) -> Option<usize> {
        self.taken.as_ref().map(|_| self.made())
    }

    /// How many rows are records of the case.
    fn made(&self) -> usize {
        self.order.rows().len().saturating_sub(self.drafts.len())
    }

    /// To be called once a frame, wherever one is: goes on with what was typed.
    pub fn heed(&mut self, desk: &mut Desk, is_shown: bool) {
        if !is_shown && self.editor.hands() != Hands::Choosing {
            self.commit();
        }
        if let Some(applied) = &desk.applied {
            self.lines.applied(applied, desk.link.generation());
            let is_answered = |id: &Uuid| {
                let id = id.to_string();
                applied.records.iter().any(|record| record.id.ends_with(&id))
            };
            self.sent.retain(|typed| !is_answered(&typed.row));
        }
        if desk.refused && !self.sent.is_empty() {
            self.take_back();
        }
        while let Some((wanted, outcome)) = self.queue.answer() {
            self.carry_out(desk, wanted, outcome);
            self.ask(desk);
        }
        self.ask(desk);
    }

    /// Ends typing and waits until the case has been asked for all of it. Not in a frame.
    pub fn settle(&mut self, desk: &mut Desk) {
        self.commit();
        self.ask(desk);
        while let Some((wanted, outcome)) = self.queue.wait() {
            self.carry_out(desk, wanted, outcome);
            self.ask(desk);
        }
    }

    /// Draws the sheet.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk, kind: &Kind) {
        if head(ui, desk, kind, self.count(), (true, true)) {
            self.commit();
            let row = self.order.rows().len();
            self.cursor.go(Place { row, column: 0 }, false);
            self.follows = true;
        }
        self.tools(ui, desk);
        self.words = desk.vocabularies();
        gap(ui, space::S);
        let (filter, sort) = (self.bar.filter.clone(), self.sort.clone());
        let (kind, question) = (self.target.kind(), (filter.clone(), sort.clone()));
        let answer = self.asked.get(&desk.link, question.clone(), move |reader| {
            let mut ids = reader.sheet_order(kind, &filter.tags, &filter.text, sort.as_ref())?;
            leave_incomplete(reader, kind, filter.missing, &mut ids, Clone::clone)?;
            Ok(Arc::new(ids.iter().filter_map(|id| id.parse().ok()).collect()))
        });
        if let Some(answer) = answer
            && self
                .taken
                .as_ref()
                .is_none_or(|taken| !Arc::ptr_eq(taken, answer))
        {
            self.order.take(question, answer);
            self.taken = Some(Arc::clone(answer));
        }
        if let Some(error) = self.asked.error() {
            let bad = Tokens::of(ui).bad;
            message(ui, icons::ICON_ERROR, bad, error);
        }
        self.follow_others(desk);
        egui::Panel::bottom("grid foot")
            .exact_size(size::BAR)
            .show(ui, |ui| self.foot(ui));
        egui::CentralPanel::default()
            .frame(egui::Frame::NONE)
            .show(ui, |ui| self.sheet(ui, desk));
        for gone in self.lines.fetch(&desk.link, self.order.rows(), self.target) {
            if !self.drafts.contains_key(&gone) {
                self.order.remove(gone);
            }
        }
        let rows = self.order.rows();
        let made = |row: usize| rows.get(row).filter(|id| !self.drafts.contains_key(*id)).copied();
        self.tallies
            .fetch(&desk.link, self.target.kind(), rows.len(), made);
        // Before the rows are there nobody knows where the selected one stands.
        if self.taken.is_some() {
            self.select(desk);
        }
    }

    /// The filter, and what can be done to the cells.
    fn tools(&mut self, ui: &mut Ui, desk: &mut Desk) {
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.add_space(space::S);
                let choose = Action::quiet(t("grid-columns")).with_icon(icons::ICON_VIEW_COLUMN);
                let button = ui.add(choose);
                self.columns.choose(&button);
                let reason =
                    (self.cursor.at.row == 0 && self.cursor.is_one()).then(|| t("grid-nothing-above"));
                let fill = Action::quiet(t("grid-fill-down"))
                    .with_icon(icons::ICON_VERTICAL_ALIGN_BOTTOM)
                    .keys("Ctrl+D")
                    .unless(reason);
                if ui.add(fill).clicked() {
                    self.commit();
                    self.fill_down(desk);
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| self.bar.show(ui, desk));
            });
        });
    }

    /// How many rows are shown: the records and the empty one.
    fn rows(&self) -> usize {
        self.order.rows().len() + 1
    }

    fn id_at(&self, row: usize) -> Uuid {
        let made = self.order.rows().get(row).copied();
        made.or_else(|| self.next.record.id.parse().ok())
            .unwrap_or_default()
    }

    fn is_next(&self, id: Uuid) -> bool {
        self.next.record.id == id.to_string()
    }

    fn field_at(&self, column: usize) -> Option<&'static Field> {
        self.columns.shown().get(column).copied()
    }

    /// The row `id` as it is, if it is here.
    fn row(&self, id: Uuid) -> Option<Row> {
        if self.is_next(id) {
            return Some(self.blank().in_words(self.words.clone()));
        }
        let draft = self.drafts.get(&id);
        draft
            .or_else(|| self.lines.known(id).map(|line| &line.row))
            .cloned()
            .map(|row| row.in_words(self.words.clone()))
    }

    /// The row that is yet to be made, with what it takes over from the last one.
    fn blank(&self) -> Row {
        let mut blank = self.next.clone();
        if let Some(last) = self.order.rows().last().and_then(|last| self.row(*last)) {
            for field in self.columns.carried() {
                blank.take(&same_as(field, &last));
            }
        }
        blank
    }

    /// What somebody would edit in a cell.
    fn text_at(&self, id: Uuid, field: &'static Field) -> String {
        if let Some(wrong) = self.wrong.get(&(id, field.name)) {
            return wrong.typed.clone();
        }
        if let Some(typed) = self.queue.typed(id, field) {
            return typed.to_owned();
        }
        self.row(id).map_or_else(String::new, |row| written(field, &row))
    }

    /// Selects the records of the block, the one under the hands last.
    fn select(&mut self, desk: &mut Desk) {
        let at = self.cursor.at.row;
        let (first, last) = self.cursor.rows().into_inner();
        let chosen = (self.id_at(at), first, last, self.made());
        if self.chosen == Some(chosen) {
            return;
        }
        self.chosen = Some(chosen);
        let rows = self.order.rows();
        let record = |row: usize| {
            let id = rows.get(row).filter(|id| !self.drafts.contains_key(id))?;
            Some(RecordRef::new(self.target.kind(), id))
        };
        let selected = (first..=last).filter(|row| *row != at).chain([at]);
        desk.selected = selected.filter_map(record).collect();
        self.selected = Chosen::of(&desk.selected);
    }

    /// Goes to what somebody selected elsewhere.
    fn follow_others(&mut self, desk: &Desk) {
        let selected = Chosen::of(&desk.selected);
        if selected == self.selected {
            return;
        }
        let other = desk.selected_of(self.target.kind());
        let place = other
            .and_then(|record| record.id.parse().ok())
            .and_then(|id| self.order.place(id));
        if let Some(row) = place {
            self.commit();
            let column = self.cursor.at.column;
            self.cursor.go(Place { row, column }, false);
            self.follows = true;
            self.chosen = Some((self.id_at(row), row, row, self.made()));
            self.selected = selected;
        }
    }

    fn sheet(&mut self, ui: &mut Ui, desk: &mut Desk) {
        self.cursor.stay_within(self.rows(), self.columns.shown().len());
        let id = ui.make_persistent_id(("grid", self.target.word()));
        let mut frame = self.frame(ui);
        let has_keyboard = self.has_keyboard(ui, id);
        if has_keyboard {
            for asked in self.editor.take_keys(ui) {
                self.do_asked(ui, desk, &frame, asked);
            }
            frame.rows = self.rows();
        }
        self.cursor.stay_within(self.rows(), self.columns.shown().len());
        if std::mem::take(&mut self.follows) {
            frame.offset = frame.offset_for(self.cursor.at);
        }
        let pointed = draw::show(ui, id, &mut frame, self);
        self.offset = frame.offset;
        self.edit(ui, desk, id, &frame, has_keyboard);
        if let Some(pointed) = pointed {
            self.do_pointed(ui, desk, id, pointed);
        }
        if let Some(copying) = self.copying.take() {
            match copying.take() {
                Ok(Ok(text)) => ui.copy_text(text),
                Ok(Err(_)) => {}
                Err(waiting) => self.copying = Some(waiting),
            }
        }
    }

    /// Whether keys are the sheet's: until something else has the keyboard. It takes the keyboard when nothing has it.
    fn has_keyboard(&self, ui: &Ui, id: Id) -> bool {
        let is_behind = !ui.memory(|memory| memory.is_above_modal_layer(ui.layer_id()));
        if is_behind {
            return false;
        }
        match ui.memory(egui::Memory::focused) {
            None => {
                ui.memory_mut(|memory| memory.request_focus(id));
                true
            }
            Some(focused) => focused == id,
        }
    }

    fn frame(&self, ui: &Ui) -> Frame {
        let mut left = 0.0;
        let columns = self.columns.shown().iter().map(|field| {
            let width = self.columns.width(field);
            left += width;
            (left - width, width)
        });
        Frame {
            area: ui.available_rect_before_wrap(),
            columns: columns.collect(),
            rows: self.rows(),
            offset: self.offset,
            bars: ui.spacing().scroll.allocated_width(),
        }
    }

    /// The field over the cell under the hands.
    fn edit(&mut self, ui: &mut Ui, desk: &mut Desk, id: Id, frame: &Frame, has_keyboard: bool) {
        let at = self.cursor.at;
        let Some(field) = self.field_at(at.column) else {
            return;
        };
        let name = tf(
            "grid-editor",
            &[("column", field.label().into()), ("row", (at.row + 1).into())],
        );
        let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(frame.area));
        inside.set_clip_rect(frame.body().intersect(ui.clip_rect()));
        let cell = editor::Cell {
            rect: frame.cell(at),
            name: &name,
            is_long: field.name == "notes",
        };
        let offered = self.offered(desk, field);
        let (response, taken) = match field.form {
            Form::Term(vocabulary) => {
                let words = self.words.clone();
                self.editor
                    .show(&mut inside, id, &cell, words.offered(vocabulary))
            }
            _ => {
                let offered: Vec<&str> = offered.iter().map(String::as_str).collect();
                self.editor.show(&mut inside, id, &cell, &offered)
            }
        };
        if let Some(text) = taken {
            let text = if field.form == Form::Tags {
                with_last(self.editor.text(), &text)
            } else {
                text
            };
            self.editor.end();
            self.type_in(id_and(self.id_at(at.row), field, text));
            self.cursor.enter(self.rows(), false);
            self.follows = true;
            response.request_focus();
        } else if has_keyboard
            && self.editor.hands() != Hands::Choosing
            && !response.has_focus()
            && !self.editor.is_choosing_term()
        {
            self.commit();
        }
    }

    /// The words that a cell offers while somebody types.
    fn offered(&mut self, desk: &mut Desk, field: &'static Field) -> Arc<Vec<String>> {
        if self.editor.hands() == Hands::Choosing {
            return Arc::default();
        }
        match field.form {
            Form::Choice(choices) => Arc::new(choices.iter().map(|(_, label)| t(label).to_owned()).collect()),
            Form::Zone => Arc::new(
                ["Europe/Kyiv", "UTC", "Europe/Moscow"]
                    .map(str::to_owned)
                    .to_vec(),
            ),
            Form::Tags => {
                let typed = self.editor.text().rsplit(';').next().unwrap_or_default().trim();
                let wanted = typed.to_lowercase();
                let mut names = desk.tag_names();
                names.retain(|name| !wanted.is_empty() && name.to_lowercase().starts_with(&wanted));
                Arc::new(names)
            }
            Form::Reference(kind) => self
                .titles
                .get(&desk.link, kind, move |reader| titles(reader, kind).map(Arc::new))
                .cloned()
                .unwrap_or_default(),
            _ => Arc::default(),
        }
    }
}

fn id_and(row: Uuid, field: &'static Field, text: String) -> Typed {
    Typed { row, field, text }
}

/// The tags that were typed, the last of them completed.
fn with_last(typed: &str, tag: &str) -> String {
    match typed.rsplit_once(';') {
        Some((before, _)) => format!("{before}; {tag}"),
        None => tag.to_owned(),
    }
}

fn titles(reader: &crate::case::Reader, kind: RecordKind) -> Result<Vec<String>, CaseError> {
    fn named<I>(rows: Vec<(I, String)>) -> Vec<String> {
        rows.into_iter()
            .map(|(_, title)| title)
            .filter(|title| !title.is_empty())
            .collect()
    }
    Ok(match kind {
        RecordKind::Strike => named(reader.strike_titles()?),
        RecordKind::Weapon => named(reader.weapon_titles()?),
        RecordKind::Component => named(reader.component_titles()?),
        _ => Vec::new(),
    })
}
