//! A photo that another laptop took in and whose original is not in this copy of the case yet: what is seen is a preview, and
//! that is said.

use egui::{Align2, Area, Rect, Ui, vec2};
use egui_material_icons::icons;

use crate::model::id::PhotoId;
use crate::text::t;
use crate::ui::commands::UiCommand;
use crate::ui::desk::Desk;
use crate::ui::link::Remote;
use crate::ui::theme::{Tokens, space};
use crate::ui::widgets::{Action, Text, sign};

/// Whether the original of the photo in view is awaited.
#[derive(Default)]
pub(super) struct Awaited(Remote<PhotoId, bool>);

impl Awaited {
    /// Says in the corner of `area` that the original is not here, with the way to it if there is one.
    pub(super) fn show(&mut self, ui: &Ui, desk: &mut Desk, photo: PhotoId, area: Rect) {
        let question = move |reader: &crate::case::Reader| Ok(!reader.awaited_of(&[photo])?.is_empty());
        if !self.0.get(&desk.link, photo, question).copied().unwrap_or(false) {
            return;
        }
        let tokens = Tokens::of(ui);
        Area::new(egui::Id::unique("original awaited"))
            .order(egui::Order::Middle)
            .pivot(Align2::LEFT_BOTTOM)
            .fixed_pos(area.left_bottom() + vec2(space::S, -space::S))
            .constrain_to(area)
            .show(ui.ctx(), |ui| {
                egui::Frame::new()
                    .fill(tokens.overlay)
                    .stroke(tokens.hairline())
                    .corner_radius(4)
                    .inner_margin(6)
                    .show(ui, |ui| {
                        ui.horizontal(|ui| {
                            sign(ui, icons::ICON_CLOUD_DOWNLOAD, tokens.text_weak);
                            ui.add(Text::new(t("photos-original-awaited")));
                            let get = Action::secondary(t("team-get-original"));
                            if desk.has_team_store && ui.add(get).clicked() {
                                desk.command(UiCommand::GetOriginals);
                            }
                        });
                    });
            });
    }
}
