//! The team's store of the case that is open: which one it is, how things stand, and what is to be brought or taken.

mod form;
mod join;
mod standing;

use std::path::Path;

use egui::{Context, Key as Keyboard, Modifiers, Ui};
use egui_material_icons::icons;

use super::jobs::{TeamEnd, TeamWish};
use crate::exchange::team::laptop::{Access, Laptop};
use crate::exchange::team::status::Status;
use crate::exchange::team::{Address, TeamError};
use crate::text::t;
use crate::ui::link::{Answer, CaseLink};
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::{Action, Text, bar, dialog, gap, message, segmented, weak_text};
use form::{Form, Key};
pub(super) use join::{JoinTeam, NewCopy};

/// Width of the dialog, in points.
const WIDTH: f32 = 640.0;
/// Height of what can be scrolled in it, in points, if the window has so much.
const HEIGHT: f32 = 400.0;

/// A file or a folder that is asked of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wish {
    /// The folder in which a store lies.
    Folder,
    /// The file with the key of a sealed store.
    Key,
    /// Where the key of a new store is to be written.
    NewKey,
    /// Where a new copy of the case is to be made.
    Copy,
}

/// The store of the case, and the dialog if it is open.
#[derive(Default)]
pub(super) struct TeamStore {
    is_open: bool,
    laptop: Laptop,
    /// Where the store lies is looked up when the case is opened.
    asked: Option<Answer<Option<Address>>>,
    /// The store, once one is known.
    access: Option<Access>,
    /// Another one is to be named.
    is_changing: bool,
    is_new: bool,
    seals: bool,
    form: Form,
    status: Option<Box<Status>>,
    /// How things stand is to be asked.
    is_stale: bool,
    /// What there is to say about the store that was just taken or made.
    said: Vec<String>,
    problem: Option<String>,
}

impl TeamStore {
    pub(super) fn takes_keys(&self) -> bool {
        self.is_open
    }

    /// Looks up which store the case has on this laptop.
    pub(super) fn begin(&mut self, laptop: Laptop, link: &CaseLink) {
        let of = laptop.clone();
        self.asked = Some(link.ask(move |reader| match of.address(reader) {
            Ok(address) => Ok(address),
            Err(TeamError::Case(error)) => Err(error),
            // What is remembered can be lost: it is named again.
            Err(_) => Ok(None),
        }));
        self.laptop = laptop;
    }

    /// What a job of the store needs, once one is known.
    pub(super) fn at_hand(&self) -> (Laptop, Access) {
        (self.laptop.clone(), self.access.clone().unwrap_or_default())
    }

    /// Whether a store is known. To be asked in every frame.
    pub(super) fn is_known(&mut self) -> bool {
        if let Some(asked) = self.asked.take() {
            match asked.take() {
                Ok(address) if self.access.is_none() => {
                    self.access = address.ok().flatten().map(Access::to);
                    self.is_stale = self.is_open;
                }
                Ok(_) => {}
                Err(waiting) => self.asked = Some(waiting),
            }
        }
        self.access.is_some()
    }

    pub(super) fn open(&mut self) {
        self.is_open = true;
        self.is_changing = false;
        self.is_stale = true;
        self.problem = None;
    }

    pub(super) fn close(&mut self) {
        self.is_open = false;
        self.form = Form::default();
        self.said.clear();
    }

    /// Takes a file or a folder that was asked for.
    pub(super) fn take_path(&mut self, wish: Wish, path: &Path) {
        self.form.take(wish, path);
    }

    /// Takes what came of a job.
    pub(super) fn take(&mut self, end: Result<TeamEnd, String>) {
        match end {
            Ok(TeamEnd::Held(access, said)) => {
                self.access = Some(*access);
                self.said = said;
                self.form = Form::default();
                self.is_changing = false;
                self.is_stale = true;
                self.status = None;
            }
            Ok(TeamEnd::Stands(status)) => self.status = Some(status),
            Ok(TeamEnd::Pushed(_) | TeamEnd::Pulled(..)) => {
                self.status = None;
                self.is_stale = true;
            }
            Err(reason) => self.problem = Some(reason),
        }
    }

    /// Draws the dialog. Gives what is wanted of the store, and what is asked of the window. `busy` says why nothing can be
    /// wanted now.
    pub(super) fn show(&mut self, ctx: &Context, busy: Option<&str>) -> (Option<TeamWish>, Option<Wish>) {
        if !self.is_open {
            return (None, None);
        }
        let (mut wanted, mut wish, mut closed) = (None, None, false);
        let room = ctx.content_rect().size() - egui::vec2(80.0, 220.0);
        let modal = dialog(ctx, "team store").show(ctx, |ui| {
            ui.set_width(WIDTH.min(room.x));
            bar(
                ui,
                |ui| {
                    ui.add(Text::new(t("team-title")).kind(Type::Heading));
                },
                |ui| {
                    let close = Action::icon(icons::ICON_CLOSE, t("handover-close"));
                    closed = ui.add(close.keys(t("key-escape"))).clicked();
                },
            );
            gap(ui, space::S);
            let height = HEIGHT.min(room.y);
            if self.access.is_none() || self.is_changing {
                (wanted, wish) = self.choose(ui, height, busy);
            } else {
                wanted = self.stand(ui, height, busy);
            }
        });
        // Not by a click beside it: what was typed would be gone from view.
        let escape = modal.is_top_modal
            && !modal.any_popup_open
            && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Keyboard::Escape));
        // What takes long is watched where all jobs are, while one works on.
        let goes = matches!(wanted, Some(TeamWish::Push | TeamWish::Pull { .. }));
        self.is_open = !closed && !escape && !goes;
        if !self.is_open {
            self.close();
        }
        if wanted.is_some() {
            self.problem = None;
        }
        (wanted, wish)
    }

    /// Which store it is to be.
    fn choose(&mut self, ui: &mut Ui, height: f32, busy: Option<&str>) -> (Option<TeamWish>, Option<Wish>) {
        let mut wish = None;
        let key = |seals: bool, is_new: bool| match (is_new, seals) {
            (false, _) => Key::Known,
            (true, true) => Key::New,
            (true, false) => Key::None,
        };
        egui::ScrollArea::vertical()
            .max_height(height)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                ui.add(Text::new(t("team-what")));
                gap(ui, space::M);
                let choices = [(false, t("team-is-there")), (true, t("team-is-new"))];
                segmented(ui, t("team-which"), &mut self.is_new, &choices);
                gap(ui, space::M);
                if self.is_new {
                    weak_text(ui, t("team-new-text"));
                    ui.checkbox(&mut self.seals, t("team-seal"));
                    gap(ui, space::S);
                }
                wish = self.form.show(ui, key(self.seals, self.is_new));
                if self.is_new && self.seals {
                    weak_text(ui, t("team-key-text"));
                }
            });
        gap(ui, space::M);
        self.show_problem(ui);
        let key = key(self.seals, self.is_new);
        let mut wanted = None;
        ui.horizontal(|ui| {
            let go = Action::primary(t(match self.is_new {
                true => "team-found",
                false => "team-use",
            }));
            if ui.add(go.unless(busy.or(self.form.fault(key)))).clicked() {
                let named = self.form.named(key);
                wanted = Some(match self.is_new {
                    true => TeamWish::Found(named),
                    false => TeamWish::Use(named),
                });
            }
            if self.is_changing && ui.add(Action::secondary(t("team-back"))).clicked() {
                self.is_changing = false;
                self.problem = None;
            }
            if let Some(busy) = busy {
                weak_text(ui, busy);
            }
        });
        (wanted, wish)
    }

    /// How things stand.
    fn stand(&mut self, ui: &mut Ui, height: f32, busy: Option<&str>) -> Option<TeamWish> {
        let place = self.access.as_ref().map(|access| access.address.to_string());
        ui.add(Text::new(&place.unwrap_or_default()).kind(Type::Mono));
        egui::ScrollArea::vertical()
            .max_height(height)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                for said in &self.said {
                    message(ui, icons::ICON_INFO, Tokens::of(ui).warn, said);
                    gap(ui, space::XS);
                }
                match &self.status {
                    Some(status) => standing::show(ui, status),
                    None if self.problem.is_none() => {
                        weak_text(ui, busy.unwrap_or(t("team-asking")));
                    }
                    None => {}
                }
            });
        gap(ui, space::M);
        self.show_problem(ui);
        let mut wanted = None;
        bar(
            ui,
            |ui| {
                for (name, wish, is_first) in [
                    ("team-push", TeamWish::Push, true),
                    ("team-pull", TeamWish::Pull { originals: false }, false),
                    ("team-pull-originals", TeamWish::Pull { originals: true }, false),
                ] {
                    let action = match is_first {
                        true => Action::primary(t(name)),
                        false => Action::secondary(t(name)),
                    };
                    if ui.add(action.unless(busy)).clicked() {
                        wanted = Some(wish);
                    }
                }
            },
            |ui| {
                if ui.add(Action::quiet(t("team-another")).unless(busy)).clicked() {
                    self.is_changing = true;
                    self.problem = None;
                }
                let again = Action::icon(icons::ICON_REFRESH, t("team-ask-again"));
                if ui.add(again.unless(busy)).clicked() {
                    self.status = None;
                    self.is_stale = true;
                }
            },
        );
        if self.is_stale && wanted.is_none() && busy.is_none() {
            self.is_stale = false;
            wanted = Some(TeamWish::Ask);
        }
        wanted
    }

    fn show_problem(&self, ui: &mut Ui) {
        if let Some(problem) = &self.problem {
            message(ui, icons::ICON_ERROR, Tokens::of(ui).bad, problem);
            gap(ui, space::S);
        }
    }
}
