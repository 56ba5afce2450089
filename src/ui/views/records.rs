//! Strikes, weapons and components as lists. What is selected in one is edited in the inspector.

mod days;
mod filter;
mod list;
mod rows;
mod sheet;

use egui::Ui;
use egui_material_icons::{MaterialIcon, icons};

use crate::case::{ComponentRow, WeaponRow};
use crate::text::t;
use crate::ui::commands::UiCommand;
use crate::ui::desk::{Desk, Place};

use list::List;
use rows::StrikeLine;
use sheet::SheetView;

/// The three lists.
#[derive(Default)]
pub struct RecordsView {
    strikes: List<StrikeLine>,
    weapons: List<WeaponRow>,
    components: List<ComponentRow>,
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
    }

    /// Draws the list of the place where one is, or the table that is being taken in there.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        if let Some(source) = desk.table.take().or_else(|| sheet::pasted(ui)) {
            self.sheet = Some(SheetView::new(source, desk.place, self.sheet.as_ref()));
        }
        if let Some(sheet) = self.sheet.as_mut().filter(|sheet| sheet.place() == desk.place) {
            if !sheet.show(ui, desk) {
                self.sheet = None;
            }
            return;
        }
        match desk.place {
            Place::Strikes => {
                let kind = Kind {
                    icon: icons::ICON_CRISIS_ALERT,
                    new: UiCommand::NewStrike,
                    title: t("command-go-strikes"),
                    empty: t("records-no-strikes"),
                    empty_text: t("records-no-strikes-text"),
                };
                self.strikes.show(ui, desk, &kind);
            }
            Place::Weapons => {
                let kind = Kind {
                    icon: icons::ICON_ROCKET,
                    new: UiCommand::NewWeapon,
                    title: t("command-go-weapons"),
                    empty: t("records-no-weapons"),
                    empty_text: t("records-no-weapons-text"),
                };
                self.weapons.show(ui, desk, &kind);
            }
            _ => {
                let kind = Kind {
                    icon: icons::ICON_MEMORY,
                    new: UiCommand::NewComponent,
                    title: t("command-go-components"),
                    empty: t("records-no-components"),
                    empty_text: t("records-no-components-text"),
                };
                self.components.show(ui, desk, &kind);
            }
        }
    }
}
