//! Base maps on screen: the files that this laptop remembers, each read and drawn into textures off the frame. A frame says what
//! is in view, and gets what of it is there.

mod loader;
mod plan;

use std::path::PathBuf;

use egui::Context;

pub use self::loader::Look;
use self::loader::{Loader, Ready};
use self::plan::{State, plan};
use crate::basemap::{Facts, zoom_for};
use crate::model::place::mercator::{Bounds, Camera};
use crate::model::place::tile::TileId;
use crate::settings::KeptMap;

/// Textures of all base maps hold at most this many bytes, apart from what is in view.
const BUDGET: usize = 128 << 20;
/// A view that needs more tiles than this is too far away for the file.
const TILES: usize = 160;

/// A file, and what is known of it.
pub struct Layer {
    /// What is remembered.
    pub kept: KeptMap,
    loader: Option<Loader>,
}

/// How it stands with a file.
pub enum Standing<'a> {
    /// It is switched off.
    Off,
    /// It is being opened.
    Opening,
    /// It can be shown.
    Open(&'a Facts),
    /// It can't be read, and why.
    Refused(&'a str),
}

/// A part of a tile's picture on a part of the map.
pub struct Piece<'a> {
    /// The tile whose place is drawn.
    pub cell: TileId,
    /// The tile whose picture is drawn: itself, an ancestor or a child.
    pub from: TileId,
    /// Turns around the world.
    pub turn: f64,
    /// The picture.
    pub ready: &'a Ready,
}

/// What of a layer can be drawn.
#[derive(Default)]
pub struct View<'a> {
    /// The pictures, lower zooms first.
    pub pieces: Vec<Piece<'a>>,
    /// Whether the view is too far away for the file's tiles.
    pub is_too_far: bool,
}

/// The files, the lowest first.
#[derive(Default)]
pub struct BaseMaps {
    layers: Vec<Layer>,
    is_changed: bool,
}

impl BaseMaps {
    /// Begins with what is remembered.
    pub fn set(&mut self, kept: Vec<KeptMap>) {
        self.layers = kept
            .into_iter()
            .map(|kept| Layer { kept, loader: None })
            .collect();
    }

    /// Adds a file on top, or shows it if it is in the list.
    pub fn add(&mut self, file: PathBuf) {
        self.is_changed = true;
        if let Some(layer) = self.layers.iter_mut().find(|layer| layer.kept.file == file) {
            layer.kept.is_on = true;
            // One that was refused is tried again.
            layer.loader = None;
        } else {
            self.layers.push(Layer {
                kept: KeptMap::new(file),
                loader: None,
            });
        }
    }

    /// Takes a file out of the list; the file stays.
    pub fn remove(&mut self, place: usize) {
        if place < self.layers.len() {
            self.layers.remove(place);
            self.is_changed = true;
        }
    }

    /// Shows a file otherwise.
    pub fn keep(&mut self, place: usize, kept: KeptMap) {
        if let Some(layer) = self.layers.get_mut(place)
            && layer.kept != kept
        {
            layer.kept = kept;
            self.is_changed = true;
        }
    }

    /// What is to be remembered, if it has changed; answers only once.
    pub fn take_changed(&mut self) -> Option<Vec<KeptMap>> {
        std::mem::take(&mut self.is_changed)
            .then(|| self.layers.iter().map(|layer| layer.kept.clone()).collect())
    }

    /// The files.
    #[must_use]
    pub fn layers(&self) -> &[Layer] {
        &self.layers
    }

    /// To be called once a frame in which the map is shown: opens what is switched on and takes in what was read.
    pub fn begin_frame(&mut self, ctx: &Context, look: &Look) {
        let shown = self.layers.iter().filter(|layer| layer.kept.is_on).count();
        for layer in &mut self.layers {
            if layer.kept.is_on {
                let file = &layer.kept.file;
                layer
                    .loader
                    .get_or_insert_with(|| Loader::start(file, ctx))
                    .begin_frame(ctx, look, BUDGET / shown);
            } else {
                layer.loader = None;
            }
        }
    }

    /// To be called while the map is not shown: nothing more is read.
    pub fn rest(&mut self) {
        let loaders = self.layers.iter_mut().filter_map(|layer| layer.loader.as_mut());
        loaders.for_each(Loader::rest);
    }

    /// Whether nothing is being read.
    #[must_use]
    pub fn is_quiet(&self) -> bool {
        let loaders = || self.layers.iter().filter_map(|layer| layer.loader.as_ref());
        loaders().all(Loader::is_quiet)
    }

    /// What of a layer can be drawn. What is missing is asked for, in place of what was asked for before.
    pub fn view(&mut self, place: usize, camera: &Camera) -> View<'_> {
        let loader = self.layers.get_mut(place).and_then(|layer| layer.loader.as_mut());
        let Some(loader) = loader else {
            return View::default();
        };
        let Some(facts) = &loader.facts else {
            return View::default();
        };
        let level = zoom_for(facts, camera.zoom, loader.side, 1.0);
        let area = camera.bounds();
        let cells = TileId::covering(area, level, TILES + 1);
        if cells.len() > TILES {
            loader.want(Vec::new());
            return View {
                is_too_far: true,
                ..View::default()
            };
        }
        let bounds = facts.bounds;
        let covers = |cell: TileId| bounds.is_none_or(|bounds| bounds.turns(cell.bounds()).next().is_some());
        let cells = cells.into_iter().filter(|(cell, _)| covers(*cell));
        let min_zoom = facts.min_zoom;
        let plan = plan(cells, min_zoom, facts.deepest(), |tile| loader.state(tile));
        loader.want(plan.wanted);
        loader.touch(plan.pieces.iter().map(|(_, from, _)| *from));
        let loader = &*loader;
        let ready = |(cell, from, turn): (TileId, TileId, f64)| {
            Some(Piece {
                cell,
                from,
                turn,
                ready: loader.get(from)?,
            })
        };
        View {
            pieces: plan.pieces.into_iter().filter_map(ready).collect(),
            is_too_far: false,
        }
    }
}

impl Layer {
    /// How it stands with the file.
    #[must_use]
    pub fn standing(&self) -> Standing<'_> {
        match &self.loader {
            None => Standing::Off,
            Some(loader) => match (&loader.problem, &loader.facts) {
                (Some(problem), _) => Standing::Refused(problem),
                (None, Some(facts)) => Standing::Open(facts),
                (None, None) => Standing::Opening,
            },
        }
    }

    /// How many tiles could not be read, and why the last one.
    #[must_use]
    pub fn damaged(&self) -> Option<(usize, &str)> {
        let (count, reason) = &self.loader.as_ref()?.damaged;
        (*count > 0).then_some((*count, reason))
    }

    /// What it is called: by itself if it is open, else the file's name.
    #[must_use]
    pub fn name(&self) -> String {
        match self.standing() {
            Standing::Open(facts) => facts.name.clone(),
            _ => {
                let file = &self.kept.file;
                file.file_name()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned()
            }
        }
    }

    /// What it covers, as far as it says so.
    #[must_use]
    pub fn bounds(&self) -> Option<Bounds> {
        match self.standing() {
            Standing::Open(facts) => facts.bounds,
            _ => None,
        }
    }
}
