//! The lines under the header that say what is not as usual: read-only, the past, damage, and what there is to tell
//! of the opening.

use egui::Ui;
use egui_material_icons::icons;

use crate::case::Notice;
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::theme::{Tokens, space};
use crate::ui::widgets::{Action, Text, sign};

/// What is not as usual.
pub(super) enum State<'a> {
    Usual,
    /// The case can't be changed, for this reason.
    ReadOnly(&'a str),
    /// It is shown as it was at this moment.
    Past(jiff::Timestamp),
    /// A part of the file can't be read.
    Damaged,
}

/// Draws the line, if there is something to say. Gives what was asked for.
pub(super) fn banner(ui: &mut Ui, state: &State<'_>) -> Option<UiCommand> {
    let tokens = Tokens::of(ui);
    let (icon, status, text, commands): (_, _, String, &[UiCommand]) = match state {
        State::Usual => return None,
        State::ReadOnly(reason) => (icons::ICON_LOCK, tokens.warn, (*reason).to_owned(), &[]),
        State::Past(moment) => {
            let zoned = moment.to_zoned(jiff::tz::TimeZone::system());
            let when = zoned.strftime("%Y-%m-%d %H:%M").to_string();
            let text = tf("banner-past", &[("when", when.into())]);
            (icons::ICON_HISTORY, tokens.info, text, &[UiCommand::BackToNow])
        }
        State::Damaged => {
            let text = t("banner-damaged").to_owned();
            (
                icons::ICON_ERROR,
                tokens.bad,
                text,
                &[UiCommand::Verify, UiCommand::Recover],
            )
        }
    };
    let frame = egui::Frame::new()
        .fill(status.ground)
        .inner_margin(egui::Margin::symmetric(12, 6));
    let panel = egui::Panel::top("banner").frame(frame).show(ui, |ui| {
        let mut asked = None;
        ui.horizontal(|ui| {
            sign(ui, icon, status.text);
            ui.add_space(space::XS);
            for command in commands {
                if ui
                    .add(Action::secondary(command.text()).with_icon(command.icon()))
                    .clicked()
                {
                    asked = Some(*command);
                }
            }
            ui.add(Text::new(&text).truncate()).on_hover_text(&text);
        });
        asked
    });
    panel.inner
}

/// Draws what there is to tell of the opening; each line goes when it has been read.
pub(super) fn notices(ui: &mut Ui, notices: &mut Vec<Notice>) {
    if notices.is_empty() {
        return;
    }
    let status = Tokens::of(ui).info;
    let frame = egui::Frame::new()
        .fill(status.ground)
        .inner_margin(egui::Margin::symmetric(12, 6));
    egui::Panel::top("notices").frame(frame).show(ui, |ui| {
        notices.retain(|notice| {
            ui.horizontal(|ui| {
                sign(ui, icons::ICON_INFO, status.text);
                ui.add_space(space::XS);
                let read = ui
                    .add(Action::icon(icons::ICON_CLOSE, t("banner-read")))
                    .clicked();
                ui.add(Text::new(&notice.to_string()));
                !read
            })
            .inner
        });
    });
}
