//! Pictures on screen: asked for when visible, fetched and decoded off the frame, held as textures within a
//! budget of bytes, and forgotten least recently seen first.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crossbeam_channel::{Receiver, Sender, unbounded};
use egui::{Color32, ColorImage, Mesh, Pos2, Rect, Shape, TextureHandle, TextureOptions, Vec2, pos2, vec2};

use super::link::CaseLink;
use crate::intake::decode::{Limits, decode};
use crate::model::id::PhotoId;

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

/// The side of a texture tile, in pixels: small enough for every graphics driver, and to upload within a frame.
const TILE: usize = 1024;
/// At most this many bytes of textures are uploaded in one frame.
const UPLOAD: usize = 16 << 20;
/// Textures of photos hold at most this many bytes.
const BUDGET: usize = 384 << 20;

/// A picture in textures.
pub struct Painted {
    /// Width and height in pixels.
    pub size: [usize; 2],
    tiles: Vec<Tile>,
}

struct Tile {
    at: [usize; 2],
    size: [usize; 2],
    texture: TextureHandle,
}

impl Painted {
    /// Draws the whole picture into `rect`, turned by `turns` quarter turns clockwise about its middle; the
    /// sides of `rect` are those after turning.
    pub fn paint(&self, painter: &egui::Painter, rect: Rect, turns: u8) {
        let [width, height] = self.size.map(|side| side as f32);
        let place = |x: f32, y: f32| turned(rect, vec2(x / width, y / height), turns);
        for tile in &self.tiles {
            let [x, y] = tile.at.map(|n| n as f32);
            let [w, h] = tile.size.map(|n| n as f32);
            let corners = [(x, y), (x + w, y), (x + w, y + h), (x, y + h)];
            let uvs = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)];
            let mut mesh = Mesh::with_texture(tile.texture.id());
            for ((x, y), (u, v)) in corners.into_iter().zip(uvs) {
                mesh.vertices.push(egui::epaint::Vertex {
                    pos: place(x, y),
                    uv: pos2(u, v),
                    color: Color32::WHITE,
                });
            }
            mesh.indices.extend([0, 1, 2, 0, 2, 3]);
            painter.add(Shape::mesh(mesh));
        }
    }

    /// Draws the part `part` (in pixels of this picture) into `rect`.
    pub fn paint_part(&self, painter: &egui::Painter, rect: Rect, part: Rect) {
        let scale = vec2(rect.width() / part.width(), rect.height() / part.height());
        let whole = Rect::from_min_size(
            rect.min - part.min.to_vec2() * scale,
            vec2(self.size[0] as f32, self.size[1] as f32) * scale,
        );
        self.paint(
            &painter.with_clip_rect(rect.intersect(painter.clip_rect())),
            whole,
            0,
        );
    }

    fn bytes(&self) -> usize {
        self.size[0] * self.size[1] * 4
    }
}

/// Where the point `at` (0 to 1 across and down the unturned picture) lies in `rect`, whose sides are those
/// after `turns` quarter turns clockwise.
#[must_use]
pub fn turned(rect: Rect, at: Vec2, turns: u8) -> Pos2 {
    let at = match turns % 4 {
        0 => at,
        1 => vec2(1.0 - at.y, at.x),
        2 => vec2(1.0 - at.x, 1.0 - at.y),
        _ => vec2(at.y, 1.0 - at.x),
    };
    rect.min + at * rect.size()
}

/// The inverse of [`turned`]: the point of the unturned picture (0 to 1 across and down) at `pos`.
#[must_use]
pub fn unturned(rect: Rect, pos: Pos2, turns: u8) -> Vec2 {
    let at = (pos - rect.min) / rect.size();
    match turns % 4 {
        0 => at,
        1 => vec2(at.y, 1.0 - at.x),
        2 => vec2(1.0 - at.x, 1.0 - at.y),
        _ => vec2(1.0 - at.y, at.x),
    }
}

type Key = (PhotoId, Detail);

enum Slot {
    Loading {
        seen: Arc<AtomicU64>,
    },
    Uploading {
        image: Arc<ColorImage>,
        painted: Painted,
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

enum Loaded {
    Image(ColorImage),
    Missing(String),
    /// Nobody looked at it any more when its turn came.
    Dropped,
}

type Task = Box<dyn FnOnce() + Send>;

/// The pictures of one case.
pub struct Pictures {
    slots: HashMap<Key, Slot>,
    decoders: Sender<Task>,
    send: Sender<(Key, Loaded)>,
    loaded: Receiver<(Key, Loaded)>,
    frame: Arc<AtomicU64>,
    waiting: usize,
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
            decoders,
            send,
            loaded,
            frame: Arc::default(),
            waiting: 0,
        }
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
            Some(Slot::Uploading { seen, .. }) => {
                *seen = now;
                Picture::Loading
            }
            Some(Slot::Loading { seen }) => {
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

    fn request(&mut self, link: &CaseLink, key: Key, now: u64) {
        let (photo, detail) = key;
        let seen = Arc::new(AtomicU64::new(now));
        self.slots.insert(key, Slot::Loading { seen: seen.clone() });
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
                Detail::Large => reader.large_preview(photo),
                Detail::Full => reader.original(photo),
            };
            let _ = decoders.send(Box::new(move || {
                let loaded = match bytes {
                    _ if !is_wanted() => Loaded::Dropped,
                    Ok(Some(bytes)) => image_of(&bytes),
                    Ok(None) => Loaded::Missing(crate::text::t("picture-none").to_owned()),
                    Err(error) => Loaded::Missing(error.to_string()),
                };
                let _ = send.send((key, loaded));
                ctx.request_repaint();
            }));
            Ok(())
        });
    }

    /// To be called once a frame, before the views: uploads what was decoded, and forgets what is over the budget.
    pub fn begin_frame(&mut self, ctx: &egui::Context) {
        let now = self.frame.fetch_add(1, Ordering::Relaxed) + 1;
        for (key, loaded) in self.loaded.try_iter() {
            self.waiting = self.waiting.saturating_sub(1);
            match loaded {
                Loaded::Dropped => {
                    self.slots.remove(&key);
                }
                Loaded::Missing(reason) => {
                    self.slots.insert(key, Slot::Missing { reason });
                }
                Loaded::Image(image) => {
                    let painted = Painted {
                        size: image.size,
                        tiles: Vec::new(),
                    };
                    let image = Arc::new(image);
                    self.slots.insert(
                        key,
                        Slot::Uploading {
                            image,
                            painted,
                            seen: now,
                        },
                    );
                }
            }
        }
        self.upload(ctx);
        self.forget(now);
    }

    fn upload(&mut self, ctx: &egui::Context) {
        let mut left = UPLOAD;
        let uploading: Vec<Key> = self
            .slots
            .iter()
            .filter(|(_, slot)| matches!(slot, Slot::Uploading { .. }))
            .map(|(key, _)| *key)
            .collect();
        for key in uploading {
            let Some(Slot::Uploading {
                image,
                mut painted,
                seen,
            }) = self.slots.remove(&key)
            else {
                continue;
            };
            let across = image.size[0].div_ceil(TILE);
            let total = across * image.size[1].div_ceil(TILE);
            while painted.tiles.len() < total && left > 0 {
                let number = painted.tiles.len();
                let at = [(number % across) * TILE, (number / across) * TILE];
                let size = [TILE.min(image.size[0] - at[0]), TILE.min(image.size[1] - at[1])];
                left = left.saturating_sub(size[0] * size[1] * 4);
                let part = if total == 1 {
                    (*image).clone()
                } else {
                    image.region_by_pixels(at, size)
                };
                let texture = ctx.load_texture(format!("{key:?} {number}"), part, options(key.1));
                painted.tiles.push(Tile { at, size, texture });
            }
            let slot = if painted.tiles.len() == total {
                Slot::Ready { painted, seen }
            } else {
                ctx.request_repaint();
                Slot::Uploading { image, painted, seen }
            };
            self.slots.insert(key, slot);
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

    /// Whether every picture that was asked for is there.
    #[must_use]
    pub fn is_quiet(&self) -> bool {
        self.waiting == 0
            && !self
                .slots
                .values()
                .any(|slot| matches!(slot, Slot::Uploading { .. }))
    }
}

impl Default for Pictures {
    fn default() -> Self {
        Self::new()
    }
}

fn image_of(bytes: &[u8]) -> Loaded {
    match decode(bytes, &Limits::default()) {
        Ok(picture) => {
            let size = [picture.width as usize, picture.height as usize];
            Loaded::Image(ColorImage::from_rgba_unmultiplied(size, &picture.rgba))
        }
        Err(error) => Loaded::Missing(error.to_string()),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turned_point_turns_back() {
        let rect = Rect::from_min_size(pos2(10.0, 20.0), vec2(300.0, 200.0));
        for turns in 0..4 {
            let at = vec2(0.25, 0.75);
            let back = unturned(rect, turned(rect, at, turns), turns);
            assert!((back - at).length() < 1e-5, "{turns}: {back:?}");
        }
        assert_eq!(turned(rect, vec2(0.0, 0.0), 1), rect.right_top());
        assert_eq!(turned(rect, vec2(0.0, 0.0), 2), rect.right_bottom());
        assert_eq!(turned(rect, vec2(0.0, 0.0), 3), rect.left_bottom());
    }
}
