//! The threads that read one file, and the textures that came of it.

use std::collections::{HashMap, HashSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

use crossbeam_channel::{Receiver, Sender, unbounded};
use egui::{ColorImage, Context, TextureHandle, TextureOptions};

use super::State;
use crate::basemap::style::Palette;
use crate::basemap::{BaseMap, Facts, Kind, Name, Picture, Reason};
use crate::model::place::tile::TileId;

/// So many threads read a file.
const READERS: usize = 2;
/// At most this many bytes of textures are uploaded in one frame.
const UPLOAD: usize = 6 << 20;
/// That a tile is missing is remembered of so many.
const MISSING: usize = 50_000;

/// How vectors are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// In these colours.
    pub palette: Palette,
    /// With names in this language, by its code.
    pub language: &'static str,
}

/// A tile that can be drawn.
pub struct Ready {
    /// Its picture.
    pub texture: TextureHandle,
    /// Names on it, the most important first.
    pub names: Vec<Name>,
    bytes: usize,
    seen: u64,
}

enum Slot {
    Ready(Ready),
    Missing,
}

struct Read {
    tile: TileId,
    edition: u32,
    picture: Result<Option<(ColorImage, Vec<Name>)>, Reason>,
}

enum Answer {
    Opened(Facts),
    Refused(String),
    Tile(Box<Read>),
}

#[derive(Default)]
struct Wanted {
    /// The most wanted last.
    tiles: Vec<TileId>,
    /// Those that are being read, or read and not taken in yet.
    busy: HashSet<TileId>,
    /// How many are being read.
    reading: usize,
    /// Whether the file was opened, or refused.
    is_opened: bool,
    look: Option<Look>,
    /// Rises when the look changes.
    edition: u32,
    is_over: bool,
}

#[derive(Default)]
struct Shared {
    wanted: Mutex<Wanted>,
    bell: Condvar,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Wanted> {
        // No thread leaves it half changed.
        self.wanted.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for something to read; `None` when it is over.
    fn next(&self) -> Option<(TileId, Look, u32)> {
        let mut wanted = self.lock();
        loop {
            if wanted.is_over {
                return None;
            }
            if let Some(look) = wanted.look
                && let Some(tile) = wanted.tiles.pop()
            {
                wanted.busy.insert(tile);
                wanted.reading += 1;
                return Some((tile, look, wanted.edition));
            }
            wanted = self.bell.wait(wanted).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// A file that is being read.
pub(super) struct Loader {
    shared: Arc<Shared>,
    answers: Receiver<Answer>,
    pub(super) facts: Option<Facts>,
    pub(super) problem: Option<String>,
    pub(super) damaged: (usize, String),
    /// Pixels of a tile's side.
    pub(super) side: u32,
    slots: HashMap<TileId, Slot>,
    bytes: usize,
    frame: u64,
    look: Option<Look>,
    edition: u32,
}

impl Drop for Loader {
    fn drop(&mut self) {
        self.shared.lock().is_over = true;
        self.shared.bell.notify_all();
    }
}

impl Loader {
    pub(super) fn start(file: &Path, ctx: &Context) -> Self {
        let shared = Arc::<Shared>::default();
        let (send, answers) = unbounded();
        for nth in 0..READERS {
            let (file, shared, send, ctx) = (file.to_owned(), shared.clone(), send.clone(), ctx.clone());
            std::thread::spawn(move || {
                work(&file, &shared, &send, &ctx, nth == 0);
                ctx.request_repaint();
            });
        }
        Self {
            shared,
            answers,
            facts: None,
            problem: None,
            damaged: (0, String::new()),
            side: 256,
            slots: HashMap::new(),
            bytes: 0,
            frame: 0,
            look: None,
            edition: 0,
        }
    }

    /// Takes in what was read, and forgets what was not seen for the longest time.
    pub(super) fn begin_frame(&mut self, ctx: &Context, look: &Look, budget: usize) {
        self.frame += 1;
        if self.look != Some(*look) {
            let is_drawn_anew = self.facts.as_ref().is_none_or(|facts| facts.kind == Kind::Vector);
            self.look = Some(*look);
            let mut wanted = self.shared.lock();
            wanted.look = Some(*look);
            if is_drawn_anew {
                self.edition += 1;
                wanted.edition = self.edition;
                self.slots.clear();
                self.bytes = 0;
            }
        }
        let mut uploaded = 0;
        while uploaded < UPLOAD {
            let Ok(answer) = self.answers.try_recv() else {
                break;
            };
            match answer {
                Answer::Opened(facts) => self.facts = Some(facts),
                Answer::Refused(reason) => self.fail(reason),
                Answer::Tile(read) => uploaded += self.take(ctx, *read),
            }
        }
        if uploaded >= UPLOAD {
            ctx.request_repaint();
        }
        self.forget(budget);
    }

    /// Asks for nothing more, and lets go of what is still being read.
    pub(super) fn rest(&mut self) {
        self.want(Vec::new());
        for answer in self.answers.try_iter() {
            match answer {
                Answer::Opened(facts) => self.facts = Some(facts),
                Answer::Refused(reason) => self.problem = Some(reason),
                Answer::Tile(read) => {
                    self.shared.lock().busy.remove(&read.tile);
                }
            }
        }
    }

    fn fail(&mut self, reason: String) {
        self.problem = Some(reason);
        let mut wanted = self.shared.lock();
        wanted.is_over = true;
        wanted.tiles.clear();
        wanted.busy.clear();
        self.shared.bell.notify_all();
    }

    /// Gives the bytes of the texture.
    fn take(&mut self, ctx: &Context, read: Read) -> usize {
        self.shared.lock().busy.remove(&read.tile);
        if read.edition != self.edition {
            return 0;
        }
        let slot = match read.picture {
            Ok(Some((image, names))) => {
                let bytes = image.pixels.len() * 4;
                self.bytes += bytes;
                if self
                    .facts
                    .as_ref()
                    .is_some_and(|facts| facts.kind == Kind::Raster)
                {
                    self.side = image.width().max(1) as u32;
                }
                let options = TextureOptions::LINEAR;
                Slot::Ready(Ready {
                    texture: ctx.load_texture("base map", image, options),
                    names,
                    bytes,
                    seen: self.frame,
                })
            }
            Ok(None) => Slot::Missing,
            Err(reason) if reason.is_of_file() => {
                self.fail(reason.to_string());
                return 0;
            }
            Err(reason) => {
                self.damaged = (self.damaged.0 + 1, reason.to_string());
                Slot::Missing
            }
        };
        let bytes = match &slot {
            Slot::Ready(ready) => ready.bytes,
            Slot::Missing => 0,
        };
        if let Some(Slot::Ready(before)) = self.slots.insert(read.tile, slot) {
            self.bytes -= before.bytes;
        }
        bytes
    }

    fn forget(&mut self, budget: usize) {
        if self.bytes > budget {
            // What was seen in the frame before stays, whatever it takes.
            let mut unseen: Vec<(u64, TileId, usize)> = self
                .slots
                .iter()
                .filter_map(|(tile, slot)| match slot {
                    Slot::Ready(ready) if ready.seen + 1 < self.frame => {
                        Some((ready.seen, *tile, ready.bytes))
                    }
                    _ => None,
                })
                .collect();
            unseen.sort_unstable();
            // An eighth more than needed, so that it is not done in every frame.
            let enough = budget - budget / 8;
            for (_, tile, bytes) in unseen {
                if self.bytes <= enough {
                    break;
                }
                self.slots.remove(&tile);
                self.bytes -= bytes;
            }
        }
        if self.slots.len() > MISSING {
            self.slots.retain(|_, slot| matches!(slot, Slot::Ready(_)));
        }
    }

    /// Asks for these tiles, the most wanted last; what was asked for before and is not among them is not read.
    pub(super) fn want(&self, tiles: Vec<TileId>) {
        let mut wanted = self.shared.lock();
        if self.problem.is_some() || (wanted.tiles.is_empty() && tiles.is_empty()) {
            return;
        }
        wanted.tiles = tiles;
        let Wanted { tiles, busy, .. } = &mut *wanted;
        tiles.retain(|tile| !busy.contains(tile));
        if !tiles.is_empty() {
            self.shared.bell.notify_all();
        }
    }

    pub(super) fn state(&self, tile: TileId) -> State {
        match self.slots.get(&tile) {
            Some(Slot::Ready(_)) => State::Ready,
            Some(Slot::Missing) => State::Missing,
            None => State::Unknown,
        }
    }

    /// Remembers that these were seen.
    pub(super) fn touch(&mut self, tiles: impl Iterator<Item = TileId>) {
        for tile in tiles {
            if let Some(Slot::Ready(ready)) = self.slots.get_mut(&tile) {
                ready.seen = self.frame;
            }
        }
    }

    pub(super) fn get(&self, tile: TileId) -> Option<&Ready> {
        match self.slots.get(&tile)? {
            Slot::Ready(ready) => Some(ready),
            Slot::Missing => None,
        }
    }

    pub(super) fn is_quiet(&self) -> bool {
        let wanted = self.shared.lock();
        wanted.is_opened && wanted.tiles.is_empty() && wanted.reading == 0
    }
}

/// Opens the file and reads what is wanted, until it is over. One of the readers tells what came of the opening.
fn work(file: &Path, shared: &Shared, send: &Sender<Answer>, ctx: &Context, tells: bool) {
    let opened = catch_unwind(|| BaseMap::open(file).map_err(|refused| refused.to_string()));
    let opened = opened.unwrap_or_else(|_| Err(Reason::Damaged("header").to_string()));
    if tells {
        let told = match &opened {
            Ok(map) => Answer::Opened(map.facts().clone()),
            Err(reason) => Answer::Refused(reason.clone()),
        };
        let _ = send.send(told);
        shared.lock().is_opened = true;
        ctx.request_repaint();
    }
    let Ok(mut map) = opened else { return };
    while let Some((tile, look, edition)) = shared.next() {
        // A fault in a decoder costs a tile, not the program.
        let picture = catch_unwind(AssertUnwindSafe(|| {
            map.picture(tile, &look.palette, look.language)
        }));
        let picture = picture.unwrap_or(Err(Reason::Damaged("tile")));
        let picture = picture.map(|picture| picture.map(image));
        let read = Read {
            tile,
            edition,
            picture,
        };
        let _ = send.send(Answer::Tile(Box::new(read)));
        shared.lock().reading -= 1;
        ctx.request_repaint();
    }
}

fn image(picture: Picture) -> (ColorImage, Vec<Name>) {
    let size = picture.size.map(|side| side as usize);
    (
        ColorImage::from_rgba_premultiplied(size, &picture.pixels),
        picture.names,
    )
}
