//! The team's own rules of reading: which files the case has, and the ways to add and remove one.

use egui::Ui;
use egui_material_icons::icons;

use crate::model::{Change, RuleFile};
use crate::reading::rules::RuleBook;
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::desk::Desk;
use crate::ui::link::Remote;
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::{Action, Text};

/// The files as they were added, and what they say.
pub type Rules = (Vec<RuleFile>, RuleBook);

/// A button that opens the list of files.
pub fn rules(ui: &mut Ui, desk: &mut Desk, remote: &mut Remote<(), Rules>) {
    let button = super::list::named_where_there_is_room(ui, icons::ICON_RULE, t("markings-rules"));
    egui::Popup::menu(&button)
        .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(380.0);
            ui.add(Text::new(t("markings-rules-title")).kind(Type::Strong));
            let known = remote.get(&desk.link, (), |reader| {
                Ok((reader.rule_files()?, reader.rule_book()?))
            });
            let mut removed = None;
            if let Some((files, book)) = known {
                if files.is_empty() {
                    ui.add(Text::new(t("markings-rules-none")).weak());
                }
                for file in files {
                    if one(ui, file, book) {
                        removed = Some(file.id);
                    }
                }
            }
            ui.add_space(space::S);
            let add = Action::secondary(UiCommand::AddRules.text()).with_icon(icons::ICON_ADD);
            if ui.add(add).clicked() {
                desk.command(UiCommand::AddRules);
                ui.close();
            }
            ui.add(Text::new(t("markings-rules-hint")).kind(Type::Caption).weak());
            if let Some(id) = removed {
                desk.apply(Change::Remove(id.into()));
            }
        });
}

/// One file with its rules. True when it is to be removed.
fn one(ui: &mut Ui, file: &RuleFile, book: &RuleBook) -> bool {
    let mut remove = false;
    let known = book.files().iter().find(|known| known.name == file.name);
    ui.horizontal(|ui| {
        ui.add(Text::new(&file.name).kind(Type::Mono));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let name = tf("markings-rules-remove", &[("name", file.name.as_str().into())]);
            remove = ui.add(Action::icon(icons::ICON_DELETE, &name)).clicked();
        });
    });
    match known {
        Some(known) => {
            ui.add(Text::new(&known.title).kind(Type::Small));
            for rule in &known.rules {
                let line = format!("{}  {}", rule.grade, rule.name);
                ui.add(Text::new(&line).kind(Type::Small).weak());
            }
        }
        None => {
            let ink = Tokens::of(ui).warn.text;
            ui.add(
                Text::new(t("markings-rules-unreadable"))
                    .kind(Type::Small)
                    .color(ink),
            );
        }
    }
    remove
}
