//! One frame of an open case: what has come is taken, the parts are drawn, and what views wish is granted.

use std::path::PathBuf;

use egui::Ui;

use super::{FileWish, Session};
use crate::basemap::is_base_map;
use crate::case::StepLabel;
use crate::text::{t, tf};
use crate::ui::app::banner::{banner, notices};
use crate::ui::app::finder::Choice;
use crate::ui::commands::UiCommand;
use crate::ui::desk::{Place, Wish};
use crate::ui::looks::MANY;
use crate::ui::seek;
use crate::ui::theme::{Tokens, size, space};
use crate::ui::widgets::{Toast, Toasts};
use crate::ui::worker::{Deed, News};

impl Session {
    /// One frame. Gives the commands that are not the session's own.
    pub(in crate::ui::app) fn show(&mut self, ui: &mut Ui, toasts: &mut Toasts) -> Vec<UiCommand> {
        let ctx = ui.ctx().clone();
        self.desk.has_team_store = self.team.is_known() && self.is_writable();
        if self.jobs.take_brought() {
            self.desk.pictures.try_again();
            self.desk.crops.try_again();
        }
        self.desk.pictures.begin_frame(&ctx);
        self.take_news(toasts);
        match self.another.take() {
            Some((place, Ok(changes))) if !changes.is_empty() => self.make(changes, place),
            Some((_, Err(error))) => {
                toasts.push(Toast::refused(t("shell-refused"), error.to_string()));
            }
            _ => {}
        }
        self.desk
            .crops
            .begin_frame(&self.desk.link, self.desk.applied.as_ref());
        if self.past_of.is_none()
            && let Some(error) = self.backups.tick(self.worker.file(), self.desk.link.generation())
        {
            toasts.push(Toast::refused(t("backup-failed"), error.to_string()));
        }
        self.take_dropped(&ctx);
        if let Some(info) = self.info.get(&self.desk.link, (), |reader| reader.info())
            && !info.title.is_empty()
        {
            self.title.clone_from(&info.title);
        }
        self.labels = self.worker.labels();

        egui::Panel::top("header")
            .exact_size(size::BAR + space::S)
            .show(ui, |ui| self.header(ui));
        if let Some(command) = banner(ui, &self.state()) {
            self.carry_out(command);
        }
        notices(ui, &mut self.notices);
        let ground = egui::Frame::new().fill(Tokens::of(ui).base);
        egui::Panel::left("rail")
            .frame(ground)
            .exact_size(size::RAIL)
            .resizable(false)
            .show(ui, |ui| self.rail(ui));
        if let Some(wanted) = self.jobs.show(ui, toasts) {
            self.jobs.join(wanted, &self.worker, &self.desk.link);
        }
        if self.inspector_open && self.has_inspector() {
            egui::Panel::right("inspector")
                .default_size(size::INSPECTOR)
                .size_range(size::INSPECTOR_MIN..=520.0)
                .show(ui, |ui| {
                    egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                        self.inspector.show(ui, &mut self.desk);
                    });
                });
        }
        if !(self.inspector_open && self.has_inspector()) {
            self.inspector.leave(&mut self.desk);
        }
        egui::CentralPanel::default().show(ui, |ui| self.view(ui));
        self.drop_hint(&ctx);
        let mut asked = self.jobs.asked();
        if self.publishing.show(&ctx, &self.desk.link) {
            self.file_wish = Some(FileWish::Publication);
        }
        self.show_handover(&ctx);
        self.show_team(&ctx);
        match self.finder.show(&ctx, &self.desk.link) {
            Some(Choice::Command(command)) => asked.push(command),
            Some(Choice::Record(record)) => self.show_record(&record),
            None => {}
        }
        asked
    }

    /// The screen on which a mark is read has its own panels and needs the width.
    fn has_inspector(&self) -> bool {
        !matches!(
            self.desk.place,
            Place::Marking(_) | Place::MarkStrip | Place::History | Place::Vocabularies | Place::Questions
        ) && !self.views.records.shows_table(self.desk.place)
    }

    fn view(&mut self, ui: &mut Ui) {
        let desk = &mut self.desk;
        desk.take_in_hand();
        self.views.records.heed(desk);
        if !matches!(desk.place, Place::Markings | Place::Marking(_) | Place::MarkStrip) {
            self.views.markings.settle(desk);
            desk.reads_blind = false;
        }
        match desk.place {
            Place::Photos | Place::Photo(_) => self.views.photos.show(ui, desk),
            Place::Markings | Place::Marking(_) | Place::MarkStrip => self.views.markings.show(ui, desk),
            Place::Components | Place::Weapons | Place::Strikes => self.views.records.show(ui, desk),
            Place::Calendar(_) | Place::Week(_) | Place::Agenda(_) | Place::Year(_) | Place::Compare(_) => {
                self.views.calendar.show(ui, desk);
            }
            Place::Map => self.views.map.show(ui, desk),
            Place::Analysis | Place::Timeline | Place::Network => self.views.analysis.show(ui, desk),
            Place::History => self.views.history.show(ui, desk),
            Place::Vocabularies => self.views.vocabularies.show(ui, desk),
            Place::Questions => self.views.questions.show(ui, desk),
        }
        match desk.place {
            Place::Photo(_) => {}
            Place::Marking(_) => desk.looks.is_held = false,
            _ => desk.looks.leave(),
        }
        if desk.place != Place::Map {
            desk.base_maps.rest();
        }
        let is_stepping = matches!(desk.place, Place::Photo(_)) && desk.looks.len() < MANY;
        if !desk.looks.is_held && !is_stepping {
            self.worker.looked(desk.looks.take());
        }
        desk.commands.clear();
        desk.age_made();
        seek::age(ui.ctx());
        desk.applied = None;
        desk.refused = false;
        for wish in desk.wishes() {
            self.grant(wish);
        }
    }

    pub(super) fn grant(&mut self, wish: Wish) {
        match wish {
            Wish::Apply(changes) => self.worker.apply(changes),
            Wish::Go(place) => self.desk.place = place,
            Wish::Command(command) => self.pending(command),
            Wish::Import(paths) => self.import(paths),
            Wish::Resume(set) => self.jobs.resume(*set, &self.worker, &self.desk.link),
            Wish::Tell(toast) => self.jobs.tell(toast),
        }
    }

    pub(super) fn pending(&mut self, command: UiCommand) {
        self.jobs.ask(command);
    }

    fn take_news(&mut self, toasts: &mut Toasts) {
        for news in self.worker.news() {
            match news {
                News::Done { applied, deed } => {
                    let key = match deed {
                        Deed::Change => None,
                        Deed::Undo => Some("shell-undone"),
                        Deed::Redo => Some("shell-redone"),
                    };
                    if let Some(key) = key {
                        let label = self.worker.labels();
                        let of = if deed == Deed::Undo {
                            label.redo
                        } else {
                            label.undo
                        };
                        let what = step_name(of.as_ref()).unwrap_or_default();
                        toasts.push(Toast::note(tf(key, &[("what", what.into())])));
                    }
                    match &mut self.desk.applied {
                        // Several changes may be answered between two frames.
                        Some(before) => before.records.extend(applied.records),
                        none => *none = Some(applied),
                    }
                }
                News::Refused(reason) => {
                    self.desk.refused = true;
                    toasts.push(Toast::refused(t("shell-refused"), reason));
                }
                News::Signed(fingerprint) => {
                    let key = [("fingerprint", fingerprint.into())];
                    toasts.push(Toast::done(tf("shell-signed", &key)));
                }
                News::Closed(_) => {}
            }
        }
    }

    fn take_dropped(&mut self, ctx: &egui::Context) {
        let dropped = ctx.input(|input| input.raw.dropped_files.clone());
        let paths: Vec<PathBuf> = dropped.iter().map(|file| file.path().to_owned()).collect();
        // Onto the map a file of tiles is dropped to be shown; elsewhere it is a file like any other.
        let (maps, paths): (Vec<_>, Vec<_>) = paths
            .into_iter()
            .partition(|path| self.desk.place == Place::Map && is_base_map(path));
        for map in maps {
            self.desk.base_maps.add(map);
        }
        if !paths.is_empty() {
            self.import(paths);
        }
        let pasted = ctx.input(|input| {
            input.events.iter().find_map(|event| match event {
                egui::Event::PasteImage(image) => Some(image.clone()),
                _ => None,
            })
        });
        if let Some(image) = pasted {
            self.jobs.paste(image, &self.worker, &self.desk.link);
        }
    }
}

/// A step by its name.
pub(super) fn step_name(label: Option<&StepLabel>) -> Option<String> {
    let label = label?;
    let what = t(&format!("action-{}", label.action));
    Some(if label.entries > 1 {
        tf(
            "shell-step-many",
            &[("what", what.into()), ("count", label.entries.into())],
        )
    } else {
        what.to_owned()
    })
}
