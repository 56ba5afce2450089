//! The same character of many marks, side by side: all pictures as large as each other, each where its transcription
//! expects the character. One is pinned; it can be laid over the others, in two colours, or shown in turn with them. So one
//! sees whether a 3 is a 3, and whether two marks were made with one stamp.

mod cell;
mod tiles;

use std::collections::HashMap;
use std::sync::Arc;

use egui::{Key, Modifiers, ScrollArea, Slider, Ui, Vec2, vec2};
use egui_material_icons::icons;

use crate::case::MarkPictures;
use crate::model::id::MarkingId;
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::{Desk, Place};
use crate::ui::link::Remote;
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::tiles::pressed;
use crate::ui::widgets::tiling::Tiling;
use crate::ui::widgets::{Action, Text, bar, empty_state, hairline, segmented};
use cell::{Cell, CellId, cells, characters};

/// No more marks are compared at a time.
const MOST: usize = 120;
/// How much larger the pictures can be made.
const ZOOMS: std::ops::RangeInclusive<f32> = 0.4..=4.0;
/// How far a key moves a picture, in heights of a character.
const NUDGE: f32 = 0.02;

/// How the pinned picture is compared with the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Look {
    /// Beside them.
    #[default]
    Side,
    /// Half transparent over each of them.
    Over,
    /// Itself in red, the others in cyan: what is in both is grey.
    Colours,
    /// In turn with each of them.
    Turns,
}

/// The marks that are compared, and how many pictures of each character there are.
struct Compared {
    marks: Vec<MarkPictures>,
    counted: Vec<(char, usize)>,
}

/// The comparison, and what a person is doing on it.
pub struct Strip {
    of: Vec<MarkingId>,
    marks: Remote<Vec<MarkingId>, Arc<Compared>>,
    /// Which character is shown; none shows whole marks.
    character: Option<char>,
    look: Look,
    zoom: f32,
    pinned: Option<CellId>,
    cursor: usize,
    /// How far a picture was moved to lie on the others, in heights of its character.
    moved: HashMap<CellId, Vec2>,
    tiling: Tiling,
    /// The pictures: made anew when the marks or the character are others, for every transcription is read for it.
    cells: Arc<[Cell]>,
    /// For which marks and which character.
    cells_of: Option<(Arc<Compared>, Option<char>)>,
    has_keyboard: bool,
}

impl Default for Strip {
    fn default() -> Self {
        Self {
            of: Vec::new(),
            marks: Remote::default(),
            character: None,
            look: Look::Side,
            zoom: 1.0,
            pinned: None,
            cursor: 0,
            moved: HashMap::new(),
            tiling: Tiling::default(),
            cells: Arc::default(),
            cells_of: None,
            has_keyboard: false,
        }
    }
}

/// What a key or a click asks for.
enum Wanted {
    Pin(usize),
    Open(usize),
    Go(usize),
    Move(usize, Vec2),
}

impl Strip {
    /// To be called when the comparison is not in view.
    pub fn leave(&mut self) {
        self.has_keyboard = false;
    }

    /// Shows the comparison of what the desk says.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        let compared = &desk.compared[..desk.compared.len().min(MOST)];
        if self.of != compared {
            *self = Self {
                of: compared.to_vec(),
                zoom: self.zoom,
                look: self.look,
                ..Self::default()
            };
        }
        let of = self.of.clone();
        let marks = self.marks.get(&desk.link, of.clone(), move |reader| {
            let marks = reader.mark_pictures(&of)?;
            let counted = characters(&marks);
            Ok(Arc::new(Compared { marks, counted }))
        });
        let Some(compared) = marks.cloned() else {
            if let Some(error) = self.marks.error() {
                ui.add(Text::new(error).color(Tokens::of(ui).bad.text));
            }
            return;
        };
        self.keys_of_view(ui, desk);
        let Compared { marks, counted } = &*compared;
        if self
            .character
            .is_some_and(|c| !counted.iter().any(|(known, _)| *known == c))
        {
            self.character = None;
        }
        self.bar(ui, desk, marks, counted);
        hairline(ui);
        let is_current = self
            .cells_of
            .as_ref()
            .is_some_and(|(of, character)| Arc::ptr_eq(of, &compared) && *character == self.character);
        if !is_current {
            self.cells = cells(marks, self.character).into();
            self.cells_of = Some((Arc::clone(&compared), self.character));
            self.tiling = Tiling::default();
        }
        let cells = Arc::clone(&self.cells);
        if cells.is_empty() {
            let back = empty_state(
                ui,
                icons::ICON_COMPARE,
                t("strip-empty"),
                t("strip-empty-text"),
                |ui| ui.add(Action::secondary(t("marking-back"))).clicked(),
            );
            if back {
                desk.go(Place::Markings);
            }
            return;
        }
        let is_known = |id: &CellId| cells.iter().any(|cell| cell.id() == *id);
        if self.pinned.as_ref().is_none_or(|id| !is_known(id)) {
            self.pinned = cells.first().map(Cell::id);
        }
        self.cursor = self.cursor.min(cells.len() - 1);
        self.tiles(ui, desk, marks, &cells);
    }

    fn keys_of_view(&mut self, ui: &Ui, desk: &mut Desk) {
        if desk.take_command(UiCommand::BlinkPhotos) {
            self.look = if self.look == Look::Turns {
                Look::Side
            } else {
                Look::Turns
            };
        }
        for (command, by) in [(UiCommand::ZoomIn, 1.25), (UiCommand::ZoomOut, 0.8)] {
            if desk.take_command(command) {
                self.zoom_by(by);
            }
        }
        if desk.take_command(UiCommand::ZoomFit) {
            self.zoom = 1.0;
        }
        let leaves = ui.input(|input| input.key_pressed(Key::Escape)) && !egui::Popup::is_any_open(ui);
        if leaves || desk.take_command(UiCommand::ComparePhotos) {
            desk.go(Place::Markings);
        }
        let typed: Vec<char> = ui.input(|input| {
            let texts = input.events.iter().filter_map(|event| match event {
                egui::Event::Text(text) => Some(text.clone()),
                _ => None,
            });
            texts.flat_map(|text| text.chars().collect::<Vec<_>>()).collect()
        });
        if let Some(digit) = typed.into_iter().rfind(char::is_ascii_digit) {
            self.character = Some(digit);
        }
    }

    fn zoom_by(&mut self, by: f32) {
        self.zoom = (self.zoom * by).clamp(*ZOOMS.start(), *ZOOMS.end());
    }

    fn bar(&mut self, ui: &mut Ui, desk: &mut Desk, marks: &[MarkPictures], counted: &[(char, usize)]) {
        bar(
            ui,
            |ui| {
                let back = Action::icon(icons::ICON_ARROW_BACK, t("marking-back")).keys(t("key-escape"));
                if ui.add(back).clicked() {
                    desk.go(Place::Markings);
                }
                let title = tf("strip-title", &[("count", marks.len().into())]);
                ui.add(Text::new(&title).kind(Type::Title));
                ui.add_space(space::M);
                let looks = [
                    (Look::Side, t("strip-look-side")),
                    (Look::Over, t("strip-look-over")),
                    (Look::Colours, t("strip-look-colours")),
                    (Look::Turns, t("strip-look-turns")),
                ];
                segmented(ui, t("strip-look"), &mut self.look, &looks);
                ui.add_space(space::S);
                let label = ui.add(Text::new(t("strip-zoom")).kind(Type::Small).weak());
                let slider = Slider::new(&mut self.zoom, ZOOMS)
                    .logarithmic(true)
                    .show_value(false);
                ui.add(slider).labelled_by(label.id);
                let moved = (self.moved.is_empty()).then(|| t("strip-reset-none"));
                let reset = Action::quiet(t("strip-reset"))
                    .with_icon(icons::ICON_RESTART_ALT)
                    .unless(moved);
                if ui.add(reset).clicked() {
                    self.moved.clear();
                }
            },
            |_| {},
        );
        ScrollArea::horizontal()
            .id_salt("strip characters")
            .show(ui, |ui| {
                ui.horizontal(|ui| {
                    ui.add_space(space::S);
                    ui.spacing_mut().item_spacing.x = space::XS;
                    let whole = Action::quiet(t("strip-whole")).selected(self.character.is_none());
                    if ui.add(whole).clicked() {
                        self.character = None;
                    }
                    for (character, count) in counted {
                        let name = tf(
                            "strip-character",
                            &[
                                ("character", character.to_string().into()),
                                ("count", (*count).into()),
                            ],
                        );
                        let choice = Action::quiet(&name).selected(self.character == Some(*character));
                        if ui.add(choice).clicked() {
                            self.character = Some(*character);
                        }
                    }
                });
            });
        ui.horizontal(|ui| {
            ui.add_space(space::S);
            let key = if self.character.is_some() {
                "strip-hint"
            } else {
                "strip-hint-whole"
            };
            ui.add(Text::new(t(key)).kind(Type::Small).weak().truncate());
        });
    }

    fn keys(&self, ui: &Ui, count: usize) -> Vec<Wanted> {
        let mut wanted = Vec::new();
        let mut at = self.cursor;
        let is_plain = |(_, modifiers): &(Key, Modifiers)| !modifiers.alt && !modifiers.command;
        for (key, modifiers) in pressed(ui).into_iter().filter(is_plain) {
            let direction = match key {
                Key::ArrowLeft => Some(vec2(-1.0, 0.0)),
                Key::ArrowRight => Some(vec2(1.0, 0.0)),
                Key::ArrowUp => Some(vec2(0.0, -1.0)),
                Key::ArrowDown => Some(vec2(0.0, 1.0)),
                _ => None,
            };
            match (key, direction) {
                (_, Some(direction)) if modifiers.shift => wanted.push(Wanted::Move(at, direction * NUDGE)),
                (Key::Space, _) => wanted.push(Wanted::Pin(at)),
                (Key::Enter, _) => wanted.push(Wanted::Open(at)),
                _ => {
                    if let Some(target) = self.tiling.target(key, at, count, 3) {
                        at = target;
                        wanted.push(Wanted::Go(at));
                    }
                }
            }
        }
        wanted
    }

    fn carry_out(&mut self, desk: &mut Desk, cells: &[Cell], wanted: Wanted) {
        match wanted {
            Wanted::Go(place) => self.cursor = place,
            Wanted::Pin(place) => self.pinned = cells.get(place).map(Cell::id),
            Wanted::Open(place) => {
                if let Some(cell) = cells.get(place) {
                    desk.go(Place::Marking(cell.marking));
                }
            }
            Wanted::Move(place, by) => {
                if let Some(cell) = cells.get(place) {
                    *self.moved.entry(cell.id()).or_default() += by;
                }
            }
        }
    }
}
