//! Pictures on screen: asked for when visible, fetched and decoded off the frame, held as textures within a
//! budget of bytes, and forgotten least recently seen first.

mod painted;
mod tiles;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crossbeam_channel::{Receiver, Sender, unbounded};
use egui::{ColorImage, Painter, Pos2, Rect, TextureOptions};

pub use painted::{Painted, part_in_view, turned, unturned};

use super::link::CaseLink;
use crate::intake::decode::{Limits, decode_scaled};
use crate::model::id::PhotoId;
use crate::text::t;
use tiles::{Decoded, Place, packed, unpacked};

/// How much of a photo is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Detail {
    /// At most 256 pixels on the long side.
    Small,
    /// At most 512 pixels on the long side.
    Medium,
    /// At most 2048 pixels on the long side.
    Large,
    /// Every pixel.
    Full,
}

/// A picture as far as it is there.
pub enum Picture<'a> {
    /// It can be drawn.
    Ready(&'a Painted),
    /// It is on its way.
    Loading,
    /// It can't be shown, and why.
    Missing(&'a str),
}

/// At most this many bytes of textures are uploaded in one frame.
const UPLOAD: usize = 16 << 20;
/// Textures of photos hold at most this many bytes.
const BUDGET: usize = 384 << 20;

type Key = (PhotoId, Detail);

enum Slot {
    Loading {
        seen: Arc<AtomicU64>,
        /// The middle of what is looked at, packed.
        look: Arc<AtomicU64>,
    },
    /// Some of its tiles can be drawn.
    Arriving {
        painted: Painted,
        pending: Vec<(Place, ColorImage)>,
        look: Arc<AtomicU64>,
        seen: u64,
    },
    Ready {
        painted: Painted,
        seen: u64,
    },
    Missing {
        reason: String,
    },
}

/// How a photo lies on the screen.
#[derive(Clone, Copy)]
pub struct Lying {
    /// Where the whole of the turned picture is.
    pub rect: Rect,
    /// Quarter turns clockwise.
    pub turns: u8,
    /// Seen through a round glass: its middle and its radius.
    pub glass: Option<(Pos2, f32)>,
}

/// How much of what was wanted could be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Drawn {
    /// All that is in view.
    Wanted,
    /// Something smaller, while the rest is on its way.
    Less,
    /// Something smaller, and why it stays so.
    Only(String),
    /// Nothing yet.
    Nothing,
    /// Nothing, and why.
    Missing(String),
}

enum Loaded {
    /// It was decoded; as many tiles follow as a picture of this size has.
    Begun([usize; 2]),
    /// A smaller preview follows, because what was asked for has not come yet.
    Makeshift,
    Tile(Place, ColorImage),
    Missing(String),
    /// Nobody looked at it any more when its turn came.
    Dropped,
}

/// Work of a decoder.
pub type Task = Box<dyn FnOnce() + Send>;

/// The pictures of one case.
pub struct Pictures {
    slots: HashMap<Key, Slot>,
    /// What a smaller preview stands for.
    makeshift: HashSet<Key>,
    decoders: Sender<Task>,
    send: Sender<(Key, Loaded)>,
    loaded: Receiver<(Key, Loaded)>,
    frame: Arc<AtomicU64>,
    waiting: usize,
    arrivals: u64,
}

impl Pictures {
    /// No pictures yet, and the threads that will decode them.
    #[must_use]
    pub fn new() -> Self {
        let (decoders, tasks) = unbounded::<Task>();
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from).min(4) {
            let tasks = tasks.clone();
            std::thread::spawn(move || tasks.into_iter().for_each(|task| task()));
        }
        let (send, loaded) = unbounded();
        Self {
            slots: HashMap::new(),
            makeshift: HashSet::new(),
            decoders,
            send,
            loaded,
            frame: Arc::default(),
            waiting: 0,
            arrivals: 0,
        }
    }

    /// The way to the threads that decode.
    #[must_use]
    pub fn decoders(&self) -> Sender<Task> {
        self.decoders.clone()
    }

    /// The picture of `photo` in this frame. What is not asked for in a frame is not decoded and may be forgotten.
    pub fn get(&mut self, link: &CaseLink, photo: PhotoId, detail: Detail) -> Picture<'_> {
        let key = (photo, detail);
        let now = self.frame.load(Ordering::Relaxed);
        if !self.slots.contains_key(&key) {
            self.request(link, key, now);
        }
        match self.slots.get_mut(&key) {
            Some(Slot::Ready { painted, seen }) => {
                *seen = now;
                Picture::Ready(painted)
            }
            Some(Slot::Arriving { seen, .. }) => {
                *seen = now;
                Picture::Loading
            }
            Some(Slot::Loading { seen, .. }) => {
                seen.store(now, Ordering::Relaxed);
                Picture::Loading
            }
            Some(Slot::Missing { reason }) => Picture::Missing(reason),
            None => Picture::Loading,
        }
    }

    /// The best there is of `photo` at or below `detail`, while `detail` itself is on its way.
    pub fn best(&mut self, link: &CaseLink, photo: PhotoId, detail: Detail) -> Picture<'_> {
        let order: &[Detail] = match detail {
            Detail::Small => &[Detail::Small],
            Detail::Medium => &[Detail::Medium, Detail::Small],
            Detail::Large => &[Detail::Large, Detail::Small],
            Detail::Full => &[Detail::Full, Detail::Large, Detail::Small],
        };
        for &step in &order[..order.len() - 1] {
            if matches!(self.get(link, photo, step), Picture::Ready(_)) {
                return self.get(link, photo, step);
            }
        }
        self.get(link, photo, order[order.len() - 1])
    }

    /// Whether it is there or on its way.
    #[must_use]
    pub fn has(&self, photo: PhotoId, detail: Detail) -> bool {
        self.slots.contains_key(&(photo, detail))
    }

    /// Draws the best there is of `photo` at or below `detail`: what of it has arrived lies over what is there
    /// already, and what is in view arrives first.
    pub fn draw(
        &mut self,
        link: &CaseLink,
        (photo, detail): (PhotoId, Detail),
        painter: &Painter,
        lying: Lying,
    ) -> Drawn {
        let view = lying.glass.map_or(painter.clip_rect(), |(middle, radius)| {
            Rect::from_center_size(middle, egui::Vec2::splat(2.0 * radius))
        });
        let part = part_in_view(lying.rect, view, lying.turns);
        let paint = |painted: &Painted| match lying.glass {
            Some(glass) => painted.paint_round(painter, lying.rect, lying.turns, glass),
            None => painted.paint(painter, lying.rect, lying.turns),
        };
        let why = match self.get(link, photo, detail) {
            Picture::Ready(painted) => {
                paint(painted);
                return Drawn::Wanted;
            }
            Picture::Loading => None,
            Picture::Missing(reason) => Some(reason.to_owned()),
        };
        let key = (photo, detail);
        if let Some(Slot::Loading { look, .. } | Slot::Arriving { look, .. }) = self.slots.get(&key)
            && part.is_finite()
        {
            look.store(packed(part.center()), Ordering::Relaxed);
        }
        if let Some(Slot::Arriving { painted, .. }) = self.slots.get(&key)
            && painted.covers(part)
        {
            paint(painted);
            return Drawn::Wanted;
        }
        let smaller = match detail {
            Detail::Full => Detail::Large,
            _ => Detail::Small,
        };
        let is_there = match self.best(link, photo, smaller) {
            Picture::Ready(painted) => {
                paint(painted);
                true
            }
            Picture::Loading | Picture::Missing(_) => false,
        };
        if let Some(Slot::Arriving { painted, .. }) = self.slots.get(&key) {
            paint(painted);
        }
        match (is_there, why) {
            (true, None) => Drawn::Less,
            (true, Some(why)) => Drawn::Only(why),
            (false, None) => Drawn::Nothing,
            (false, Some(why)) => Drawn::Missing(why),
        }
    }

    fn request(&mut self, link: &CaseLink, key: Key, now: u64) {
        let (photo, detail) = key;
        let seen = Arc::new(AtomicU64::new(now));
        let look = Arc::new(AtomicU64::new(packed(Pos2::new(0.5, 0.5))));
        let loading = Slot::Loading {
            seen: seen.clone(),
            look: look.clone(),
        };
        self.slots.insert(key, loading);
        self.waiting += 1;
        let (decoders, send, frame) = (self.decoders.clone(), self.send.clone(), self.frame.clone());
        let is_wanted = move || frame.load(Ordering::Relaxed) <= seen.load(Ordering::Relaxed) + 3;
        let ctx = link.ctx().clone();
        // The answer goes its own way, because decoding must not keep a reader from the next question.
        let _ = link.ask(move |reader| {
            if !is_wanted() {
                let _ = send.send((key, Loaded::Dropped));
                return Ok(());
            }
            let bytes = match detail {
                Detail::Small => reader.small_preview(photo),
                // Cases that an older version made have none.
                Detail::Medium => match reader.medium_preview(photo) {
                    Ok(None) => reader.large_preview(photo),
                    medium => medium,
                },
                // It is made when the original comes.
                Detail::Large => match reader.large_preview(photo) {
                    Ok(None) => {
                        let _ = send.send((key, Loaded::Makeshift));
                        reader.medium_preview(photo)
                    }
                    large => large,
                },
                Detail::Full => reader.original(photo),
            };
            let _ = decoders.send(Box::new(move || {
                let tell = |loaded| {
                    let _ = send.send((key, loaded));
                    ctx.request_repaint();
                };
                match bytes {
                    _ if !is_wanted() => tell(Loaded::Dropped),
                    Ok(Some(bytes)) => decode_into(&bytes, &look, tell),
                    Ok(None) => tell(Loaded::Missing(
                        match detail {
                            Detail::Full => t("photos-original-awaited"),
                            _ => t("picture-none"),
                        }
                        .to_owned(),
                    )),
                    Err(error) => tell(Loaded::Missing(error.to_string())),
                }
            }));
            Ok(())
        });
    }

    /// To be called once a frame, before the views: uploads what was decoded, and forgets what is over the budget.
    pub fn begin_frame(&mut self, ctx: &egui::Context) {
        let now = self.frame.fetch_add(1, Ordering::Relaxed) + 1;
        for (key, loaded) in self.loaded.try_iter() {
            match loaded {
                Loaded::Dropped => {
                    self.slots.remove(&key);
                    self.waiting = self.waiting.saturating_sub(1);
                }
                Loaded::Makeshift => {
                    self.makeshift.insert(key);
                }
                Loaded::Missing(reason) => {
                    self.slots.insert(key, Slot::Missing { reason });
                    self.waiting = self.waiting.saturating_sub(1);
                }
                Loaded::Begun(size) => {
                    if let Some(Slot::Loading { look, .. }) = self.slots.get(&key) {
                        let arriving = Slot::Arriving {
                            painted: Painted::new(size),
                            pending: Vec::new(),
                            look: look.clone(),
                            seen: now,
                        };
                        self.slots.insert(key, arriving);
                    }
                    self.waiting = self.waiting.saturating_sub(1);
                }
                Loaded::Tile(place, tile) => {
                    if let Some(Slot::Arriving { pending, .. }) = self.slots.get_mut(&key) {
                        pending.push((place, tile));
                    }
                }
            }
        }
        self.upload(ctx);
        self.forget(now);
    }

    fn upload(&mut self, ctx: &egui::Context) {
        let mut left = UPLOAD;
        let mut whole = Vec::new();
        for (key, slot) in &mut self.slots {
            let Slot::Arriving {
                painted,
                pending,
                look,
                ..
            } = slot
            else {
                continue;
            };
            let (size, look) = (painted.size, unpacked(look.load(Ordering::Relaxed)));
            // The nearest is the last, where it is taken off cheaply.
            pending.sort_by(|(a, _), (b, _)| b.distance(size, look).total_cmp(&a.distance(size, look)));
            while left > 0
                && let Some((place, tile)) = pending.pop()
            {
                left = left.saturating_sub(place.bytes());
                let texture = ctx.load_texture(format!("{key:?} {:?}", place.at), tile, options(key.1));
                painted.add(place, texture);
            }
            if painted.is_whole() {
                whole.push(*key);
            } else if !pending.is_empty() {
                ctx.request_repaint();
            }
        }
        for key in whole {
            if let Some(Slot::Arriving { painted, seen, .. }) = self.slots.remove(&key) {
                self.slots.insert(key, Slot::Ready { painted, seen });
            }
        }
    }

    fn forget(&mut self, now: u64) {
        let mut held: Vec<(u64, usize, Key)> = self
            .slots
            .iter()
            .filter_map(|(key, slot)| match slot {
                Slot::Ready { painted, seen } => Some((*seen, painted.bytes(), *key)),
                _ => None,
            })
            .collect();
        let mut total: usize = held.iter().map(|(_, bytes, _)| bytes).sum();
        if total <= BUDGET {
            return;
        }
        held.sort_unstable_by_key(|(seen, _, _)| *seen);
        for (seen, bytes, key) in held {
            if total <= BUDGET || seen + 1 >= now {
                break;
            }
            total -= bytes;
            self.slots.remove(&key);
        }
    }

    /// How often pictures have come to the case since it was opened.
    #[must_use]
    pub fn arrivals(&self) -> u64 {
        self.arrivals
    }

    /// Asks again for what was missing, or what something smaller stands for: pictures have come to the case.
    pub fn try_again(&mut self) {
        self.arrivals += 1;
        let makeshift = std::mem::take(&mut self.makeshift);
        self.slots.retain(|key, slot| match slot {
            Slot::Missing { .. } => false,
            Slot::Ready { .. } => !makeshift.contains(key),
            Slot::Loading { .. } | Slot::Arriving { .. } => true,
        });
        // What is on its way may be the smaller one, too.
        let on_its_way = makeshift.into_iter().filter(|key| self.slots.contains_key(key));
        self.makeshift = on_its_way.collect();
    }

    /// Whether every picture that was asked for is there.
    #[must_use]
    pub fn is_quiet(&self) -> bool {
        self.waiting == 0
            && !self
                .slots
                .values()
                .any(|slot| matches!(slot, Slot::Arriving { .. }))
    }
}

impl Default for Pictures {
    fn default() -> Self {
        Self::new()
    }
}

/// Decodes a picture and tells of it tile by tile.
fn decode_into(bytes: &[u8], look: &AtomicU64, tell: impl Fn(Loaded)) {
    match decode_scaled(bytes, u32::MAX, &Limits::default()) {
        Ok((picture, _)) => {
            let decoded = Decoded::new(picture);
            tell(Loaded::Begun(decoded.size()));
            for place in decoded.order(unpacked(look.load(Ordering::Relaxed))) {
                tell(Loaded::Tile(place, decoded.tile(place)));
            }
        }
        Err(error) => tell(Loaded::Missing(error.to_string())),
    }
}

fn options(detail: Detail) -> TextureOptions {
    match detail {
        // Single pixels must be told apart when one looks that closely.
        Detail::Full => TextureOptions {
            magnification: egui::TextureFilter::Nearest,
            ..TextureOptions::LINEAR
        },
        Detail::Small | Detail::Medium | Detail::Large => TextureOptions::LINEAR,
    }
}
