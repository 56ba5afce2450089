//! Commands and keys of a comparison.

use egui::accesskit::Role;
use egui::{EventFilter, Id, Key, Rect, Sense, Ui, WidgetInfo};

use super::super::tools::STEP;
use super::{Compare, Next, Shown, middle};
use crate::text::t;
use crate::ui::commands::UiCommand;
use crate::ui::desk::Desk;

use super::super::super::listing::Listing;

impl Compare {
    pub(super) fn commands(&mut self, ui: &Ui, desk: &mut Desk, listing: &Listing, shown: &[Shown]) -> Next {
        let mut next = Next::Stay;
        let which = (self.focus, false);
        let at = middle(shown, self.focus);
        for command in std::mem::take(&mut desk.commands) {
            match command {
                UiCommand::ZoomIn => self.zoom(ui, shown, which, STEP, at),
                UiCommand::ZoomOut => self.zoom(ui, shown, which, 1.0 / STEP, at),
                UiCommand::ZoomFit => self.together(shown, which, |panes| {
                    panes.iter_mut().for_each(|pane| pane.lens.fit());
                }),
                UiCommand::ZoomActualSize => {
                    let pointer = ui.input(|input| input.pointer.hover_pos());
                    let at = pointer
                        .filter(|at| shown[self.focus].picture.contains(*at))
                        .unwrap_or(at);
                    self.toggle_actual(ui, shown, which, at);
                }
                UiCommand::RotateLeft => self.panes[self.focus].lens.turn(3),
                UiCommand::RotateRight => self.panes[self.focus].lens.turn(1),
                UiCommand::NextPhoto | UiCommand::NextItem => self.step(desk, listing, 1),
                UiCommand::PreviousPhoto | UiCommand::PreviousItem => self.step(desk, listing, -1),
                UiCommand::BlinkPhotos => {
                    let now = ui.input(|input| input.time);
                    self.blinking = self.blinking.is_none().then_some(now);
                }
                UiCommand::ComparePhotos => next = Next::Leave,
                other => desk.commands.push(other),
            }
        }
        next
    }

    pub(super) fn keys(&mut self, ui: &Ui, desk: &mut Desk, listing: &Listing) -> Next {
        let id = keys_id();
        if ui
            .memory(|memory| memory.focused())
            .is_some_and(|focused| focused != id)
        {
            return Next::Stay;
        }
        let (pressed, tab) = ui.input(|input| {
            let plain = |key| input.key_pressed(key) && !input.modifiers.any();
            let tab = input.key_pressed(Key::Tab).then_some(input.modifiers.shift);
            let keys = [Key::ArrowRight, Key::ArrowLeft, Key::Escape];
            (keys.into_iter().find(|key| plain(*key)), tab)
        });
        let count = self.panes.len();
        match tab {
            Some(false) => self.give_keys(desk, (self.focus + 1) % count),
            Some(true) => self.give_keys(desk, (self.focus + count - 1) % count),
            None => {}
        }
        match pressed {
            Some(Key::ArrowRight) => self.step(desk, listing, 1),
            Some(Key::ArrowLeft) => self.step(desk, listing, -1),
            Some(Key::Escape) if self.blinking.is_some() => self.blinking = None,
            Some(Key::Escape) => return Next::Leave,
            _ => {}
        }
        Next::Stay
    }

    /// Tab goes from photo to photo: the comparison as a whole takes it before it reaches the buttons, all of which
    /// have keys of their own.
    pub(super) fn claim_keys(&self, ui: &Ui, area: Rect) {
        let id = keys_id();
        let whole = ui.interact(area, id, Sense::FOCUSABLE);
        whole.widget_info(|| WidgetInfo::labeled(Role::ListBox, true, t("compare-photos")));
        if ui.memory(|memory| memory.focused()).is_none() {
            whole.request_focus();
        }
        let filter = EventFilter {
            tab: true,
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    }
}

fn keys_id() -> Id {
    Id::unique("photos side by side")
}
