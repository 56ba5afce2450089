//! Which strikes share what: the network of strikes, weapons and marks as a picture while it is small, and as a matrix of marks
//! and strikes when it is large. What is chosen is lit with all that it is linked to, and said in a sentence at the foot.

mod camera;
mod choice;
mod detail;
mod head;
mod legend;
mod matrix;
pub mod pen;
mod picture;

use std::io::BufWriter;
use std::path::Path;
use std::sync::Arc;

use egui::{Rect, Ui, UiBuilder, pos2};
use egui_material_icons::icons;
use jiff::civil::Date;

use self::camera::Camera;
use self::choice::Chosen;
use self::detail::Detail;
use self::matrix::MatrixPart;
use crate::analysis::network::layout::Picture;
use crate::analysis::network::matrix::Matrix;
use crate::analysis::network::{Filter, Network, Reach, network};
use crate::case::{CaseError, Reader};
use crate::exchange::network::{csv, svg};
use crate::exchange::picture::write;
use crate::model::record::{RecordKind, RecordRef};
use crate::text::t;
use crate::ui::commands::UiCommand;
use crate::ui::desk::{Desk, Place};
use crate::ui::link::Remote;
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::{Action, Text, empty_state, hairline};

/// A network with what every frame needs of it, computed off the frame.
pub struct Shown {
    network: Network,
    picture: Picture,
    matrix: Matrix,
    /// Whether the case has anything without the filter.
    has_any: bool,
}

fn shown(reader: &Reader, filter: Filter, today: Date) -> Result<Arc<Shown>, CaseError> {
    let weapons = reader.weapon_facts(today)?;
    let found = network(&weapons, filter);
    let all = Filter {
        reach: Some(Reach::Components),
        certain_only: false,
    };
    Ok(Arc::new(Shown {
        has_any: !found.links.is_empty() || !network(&weapons, all).links.is_empty(),
        picture: Picture::of(&found),
        matrix: Matrix::of(&found),
        network: found,
    }))
}

/// How it is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Picture,
    Matrix,
}

/// The network, and what a person is doing in it.
#[derive(Default)]
pub struct NetworkView {
    filter: Filter,
    /// How somebody wants it drawn; else as its size asks for.
    form: Option<Form>,
    shown: Remote<(Filter, Date), Arc<Shown>>,
    camera: Camera,
    matrix: MatrixPart,
    chosen: Option<Chosen>,
    detail: Detail,
    /// What was selected when that was looked at last.
    heeded: Option<RecordRef>,
}

impl NetworkView {
    /// What is left out.
    #[must_use]
    pub fn filter(&self) -> Filter {
        self.filter
    }

    /// Whether it has something to draw.
    #[must_use]
    pub fn has_links(&self) -> bool {
        self.shown
            .held()
            .is_some_and(|shown| !shown.network.links.is_empty())
    }

    /// Draws what is below the bar of the analysis.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        let (filter, today) = (self.filter, desk.today);
        let shown = self
            .shown
            .get(&desk.link, (filter, today), move |reader| {
                shown(reader, filter, today)
            })
            .cloned()
            // While the answer to another filter is on its way the last one stands.
            .or_else(|| self.shown.held().cloned());
        self.heed(desk);
        let form = self.form.unwrap_or(match &shown {
            Some(shown) if !Picture::is_small(&shown.network) => Form::Matrix,
            _ => Form::Picture,
        });
        let form = self.turned(desk, form);
        let reach = shown.as_ref().map_or(Reach::Weapons, |shown| shown.network.reach);
        head::show(self, ui, desk, form, reach);
        hairline(ui);
        let Some(shown) = shown else {
            if let Some(error) = self.shown.error() {
                ui.add(Text::new(error).color(Tokens::of(ui).bad.text));
            }
            return;
        };
        if shown.network.links.is_empty() {
            return self.empty(ui, desk, shown.has_any);
        }
        let area = ui.available_rect_before_wrap();
        let is_picture = form == Form::Picture;
        let notes = detail::notes(&shown, is_picture);
        let foot = area.with_min_y(area.bottom() - legend::HEIGHT);
        let noted = if notes.is_empty() { 0.0 } else { detail::NOTES };
        let from = foot.top() - noted - detail::HEIGHT;
        let told = Rect::from_x_y_ranges(area.x_range(), from..=from + detail::HEIGHT);
        let above = area.with_max_y(told.top());
        let mut inside = ui.new_child(UiBuilder::new().max_rect(above));
        inside.shrink_clip_rect(above);
        let asked = match form {
            Form::Picture => picture::show(
                &mut inside,
                desk,
                &shown.picture,
                &mut self.camera,
                self.chosen.as_ref(),
                shown.network.links.len(),
            ),
            Form::Matrix => self.matrix.show(&mut inside, &shown, self.chosen.as_ref()),
        };
        match asked {
            Some(Asked::Choose(chosen)) => self.choose(desk, &shown.network, chosen),
            Some(Asked::Open(chosen)) => {
                self.choose(desk, &shown.network, Some(chosen.clone()));
                chosen.open(desk, &shown.network);
            }
            None => {}
        }
        let mut below = ui.new_child(UiBuilder::new().max_rect(told));
        self.detail.show(&mut below, desk, &shown, self.chosen.as_ref());
        if !notes.is_empty() {
            let room = Rect::from_min_max(
                pos2(area.left() + space::S, told.bottom()),
                pos2(area.right() - space::S, foot.top()),
            );
            let mut line = ui.new_child(UiBuilder::new().max_rect(room));
            line.add(Text::new(&notes).kind(Type::Small).weak().truncate());
        }
        legend::show(ui, foot, &shown, is_picture);
        ui.advance_cursor_after_rect(area);
    }

    /// The form, the other one where the command asks for it.
    fn turned(&mut self, desk: &mut Desk, form: Form) -> Form {
        if !desk.take_command(UiCommand::NetworkAsMatrix) {
            return form;
        }
        let other = match form {
            Form::Picture => Form::Matrix,
            Form::Matrix => Form::Picture,
        };
        self.form = Some(other);
        other
    }

    /// What was selected elsewhere is chosen here.
    fn heed(&mut self, desk: &Desk) {
        let selected = desk.selected.last();
        if selected == self.heeded.as_ref() {
            return;
        }
        self.heeded = selected.cloned();
        let chosen = selected.and_then(|record| match record.kind {
            RecordKind::Strike => record.id.parse().ok().map(Chosen::Strike),
            RecordKind::Weapon => record.id.parse().ok().map(Chosen::Weapon),
            _ => None,
        });
        if chosen.is_some() {
            self.chosen = chosen;
        }
    }

    fn choose(&mut self, desk: &mut Desk, network: &Network, chosen: Option<Chosen>) {
        match &chosen {
            Some(chosen) => chosen.select(desk, network),
            None => desk.selected.clear(),
        }
        self.heeded = desk.selected.last().cloned();
        self.chosen = chosen;
    }

    fn empty(&mut self, ui: &mut Ui, desk: &mut Desk, has_any: bool) {
        if has_any {
            let (title, text) = (t("network-filtered"), t("network-filtered-text"));
            let all = empty_state(ui, icons::ICON_HUB, title, text, |ui| {
                ui.add(Action::primary(t("network-show-all"))).clicked()
            });
            if all {
                self.filter = Filter::default();
            }
            return;
        }
        let (title, text) = (t("network-empty"), t("network-empty-text"));
        let go = empty_state(ui, icons::ICON_HUB, title, text, |ui| {
            ui.add(Action::primary(t("network-go-markings"))).clicked()
        });
        if go {
            desk.go(Place::Markings);
        }
    }
}

/// What somebody asks for in the picture or the matrix.
pub enum Asked {
    /// To choose this, or nothing.
    Choose(Option<Chosen>),
    /// To go to what it rests on.
    Open(Chosen),
}

/// Writes the network as the end of the file's name says: its matrix as CSV, or the picture as PNG or else SVG.
///
/// # Errors
/// The reason why it was not written, in words.
pub fn save(
    reader: &Reader,
    filter: Filter,
    today: Date,
    to: &Path,
) -> Result<Result<(), String>, CaseError> {
    let network = network(&reader.weapon_facts(today)?, filter);
    let is_table = to.extension().is_some_and(|end| end.eq_ignore_ascii_case("csv"));
    if !is_table {
        return Ok(write(svg(&Picture::of(&network)), to).map_err(|error| error.to_string()));
    }
    let matrix = Matrix::of(&network);
    let written = std::fs::File::create(to)
        .map_err(csv::Error::from)
        .and_then(|file| csv(&network, &matrix, BufWriter::new(file)));
    Ok(written.map_err(|error| error.to_string()))
}
