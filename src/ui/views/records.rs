//! Strikes, weapons and components as lists or as sheets. What is selected is edited in the inspector too.

mod cell_text;
mod days;
mod filter;
mod grid;
mod head;
mod list;
mod rows;
mod sheet;

use egui::Ui;
use egui_material_icons::{MaterialIcon, icons};

use crate::case::{ComponentRow, WeaponRow};
use crate::exchange::sheet::Target;
use crate::text::t;
use crate::ui::commands::UiCommand;
use crate::ui::desk::{Desk, Place};

use grid::Grid;
use list::List;
use rows::StrikeLine;
use sheet::SheetView;

/// The three lists, and the same records as sheets.
pub struct RecordsView {
    strikes: List<StrikeLine>,
    weapons: List<WeaponRow>,
    components: List<ComponentRow>,
    /// The sheets of strikes, weapons and components.
    grids: [Grid; 3],
    is_sheet: bool,
    /// The table that is being taken in.
    sheet: Option<SheetView>,
}

/// What a list says while there is nothing in it, and what makes the first record.
struct Kind {
    icon: MaterialIcon,
    new: UiCommand,
    title: &'static str,
    empty: &'static str,
    empty_text: &'static str,
}

impl Default for RecordsView {
    fn default() -> Self {
        Self {
            strikes: List::default(),
            weapons: List::default(),
            components: List::default(),
            grids: Target::ALL.map(Grid::new),
            is_sheet: false,
            sheet: None,
        }
    }
}

fn target_of(place: Place) -> Option<Target> {
    match place {
        Place::Strikes => Some(Target::Strikes),
        Place::Weapons => Some(Target::Weapons),
        Place::Components => Some(Target::Components),
        _ => None,
    }
}

impl RecordsView {
    /// Whether a table stands where the list of `place` would.
    #[must_use]
    pub fn shows_table(&self, place: Place) -> bool {
        self.sheet.as_ref().is_some_and(|sheet| sheet.place() == place)
    }

    /// Takes notice of what became of the table, wherever one is meanwhile.
    pub fn heed(&mut self, desk: &mut Desk) {
        if self.sheet.as_mut().is_some_and(|sheet| sheet.is_taken(desk)) {
            self.sheet = None;
        }
        let target = target_of(desk.place).filter(|_| self.is_sheet);
        for grid in &mut self.grids {
            grid.heed(desk, Some(grid.target()) == target);
        }
    }

    /// Ends typing and waits until all that was typed is on its way to the case. Not in a frame.
    pub fn settle(&mut self, desk: &mut Desk) {
        for grid in &mut self.grids {
            grid.settle(desk);
        }
    }

    /// Draws the list of the place where one is, or the table that is being taken in there.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        if desk.take_command(UiCommand::RecordsAsSheet) {
            self.is_sheet = !self.is_sheet;
        }
        // The sheet takes what is pasted into its cells.
        let pasted = || if self.is_sheet { None } else { sheet::pasted(ui) };
        if let Some(source) = desk.table.take().or_else(pasted) {
            self.sheet = Some(SheetView::new(source, desk.place, self.sheet.as_ref()));
        }
        if let Some(sheet) = self.sheet.as_mut().filter(|sheet| sheet.place() == desk.place) {
            if !sheet.show(ui, desk) {
                self.sheet = None;
            }
            return;
        }
        let target = target_of(desk.place).unwrap_or(Target::Components);
        let kind = kind_of(target);
        if let Some(grid) = self.grids.iter_mut().find(|grid| grid.target() == target)
            && self.is_sheet
        {
            return grid.show(ui, desk, &kind);
        }
        match target {
            Target::Strikes => self.strikes.show(ui, desk, &kind),
            Target::Weapons => self.weapons.show(ui, desk, &kind),
            Target::Components => self.components.show(ui, desk, &kind),
        }
    }
}

fn kind_of(target: Target) -> Kind {
    match target {
        Target::Strikes => Kind {
            icon: icons::ICON_CRISIS_ALERT,
            new: UiCommand::NewStrike,
            title: t("command-go-strikes"),
            empty: t("records-no-strikes"),
            empty_text: t("records-no-strikes-text"),
        },
        Target::Weapons => Kind {
            icon: icons::ICON_ROCKET,
            new: UiCommand::NewWeapon,
            title: t("command-go-weapons"),
            empty: t("records-no-weapons"),
            empty_text: t("records-no-weapons-text"),
        },
        Target::Components => Kind {
            icon: icons::ICON_MEMORY,
            new: UiCommand::NewComponent,
            title: t("command-go-components"),
            empty: t("records-no-components"),
            empty_text: t("records-no-components-text"),
        },
    }
}
