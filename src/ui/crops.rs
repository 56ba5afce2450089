//! Small pictures of regions, as somebody looked at them: cut out of their photo, straightened, turned, with the view that
//! is kept with the region. Made off the frame, all that is wanted of one photo at once, and held within a budget of bytes.
//!
//! A wall of marks needs this: the previews of a hundred photos are more than a laptop's graphics memory, their marks are not.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use crossbeam_channel::{Receiver, Sender, bounded, unbounded};
use egui::{ColorImage, TextureHandle, TextureOptions};

use super::link::CaseLink;
use super::pictures::Task;
use crate::case::{Applied, CaseError, Reader};
use crate::enhance::{Pixels, as_seen};
use crate::intake::decode::{Limits, decode_scaled};
use crate::model::id::{PhotoId, RegionId};
use crate::model::record::RecordKind;
use crate::model::{Photo, Region};
use crate::text::t;

/// How finely a mark is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Grain {
    /// In a list or on a wall: at most 320 pixels on the long side.
    Small,
    /// To compare single characters: at most 1024 pixels on the long side.
    Fine,
}

impl Grain {
    /// Pixels on the long side.
    const fn side(self) -> usize {
        match self {
            Self::Small => 320,
            Self::Fine => 1024,
        }
    }
}

/// A crop as far as it is there.
pub enum Crop<'a> {
    /// It can be drawn.
    Ready(&'a TextureHandle),
    /// It is on its way.
    Loading,
    /// It can't be shown, and why.
    Missing(&'a str),
}

/// Crops hold at most this many bytes.
const BUDGET: usize = 96 << 20;
/// A preview serves where it has this share of the pixels that are wanted.
const ENOUGH: f32 = 0.7;

type Key = (RegionId, Grain);

enum Slot {
    Waiting(Arc<AtomicU64>),
    Ready { texture: TextureHandle, seen: u64 },
    Missing(String),
}

/// What comes back for a crop.
struct Print {
    key: Key,
    /// The order that it answers: an older one of an edited region is worth nothing.
    order: u64,
    image: Result<ColorImage, String>,
    /// Whether a finer one follows.
    follows: bool,
    /// Whether it is coarse because the original is not there.
    is_makeshift: bool,
}

/// What is wanted, on its way to the case.
struct Wanted {
    key: Key,
    order: u64,
    seen: Arc<AtomicU64>,
}

/// The crops of one case.
pub struct Crops {
    slots: HashMap<Key, Slot>,
    /// What would be finer if the original were there.
    makeshift: HashSet<Key>,
    /// The newest order for each crop.
    orders: HashMap<Key, u64>,
    next_order: u64,
    /// Asked for since the last frame began, by photo.
    wanted: BTreeMap<PhotoId, Vec<Wanted>>,
    decoders: Sender<Task>,
    send: Sender<Print>,
    prints: Receiver<Print>,
    frame: Arc<AtomicU64>,
    /// How many crops have not come in full.
    waiting: usize,
}

impl Crops {
    /// No crops yet; they are made by `decoders`.
    #[must_use]
    pub fn new(decoders: Sender<Task>) -> Self {
        let (send, prints) = unbounded();
        Self {
            slots: HashMap::new(),
            makeshift: HashSet::new(),
            orders: HashMap::new(),
            next_order: 0,
            wanted: BTreeMap::new(),
            decoders,
            send,
            prints,
            frame: Arc::default(),
            waiting: 0,
        }
    }

    /// The crop of `region` of `photo` in this frame. What is not asked for in a frame may be forgotten.
    pub fn get(&mut self, link: &CaseLink, photo: PhotoId, region: RegionId, grain: Grain) -> Crop<'_> {
        let key = (region, grain);
        let now = self.frame.load(Ordering::Relaxed);
        if !self.slots.contains_key(&key) {
            let seen = Arc::new(AtomicU64::new(now));
            self.next_order += 1;
            self.orders.insert(key, self.next_order);
            self.slots.insert(key, Slot::Waiting(seen.clone()));
            self.waiting += 1;
            self.wanted.entry(photo).or_default().push(Wanted {
                key,
                order: self.next_order,
                seen,
            });
            // Sent off when the next frame begins.
            link.ctx().request_repaint();
        }
        match self.slots.get_mut(&key) {
            Some(Slot::Ready { texture, seen }) => {
                *seen = now;
                Crop::Ready(texture)
            }
            Some(Slot::Waiting(seen)) => {
                seen.store(now, Ordering::Relaxed);
                Crop::Loading
            }
            Some(Slot::Missing(reason)) => Crop::Missing(reason),
            None => Crop::Loading,
        }
    }

    /// To be called once a frame, before the views: sends off what was asked for, takes what has come, and forgets what was
    /// changed or is over the budget.
    pub fn begin_frame(&mut self, link: &CaseLink, applied: Option<&Applied>) {
        let now = self.frame.fetch_add(1, Ordering::Relaxed) + 1;
        for (photo, wanted) in std::mem::take(&mut self.wanted) {
            self.order(link, photo, wanted);
        }
        for print in self.prints.try_iter() {
            if self.orders.get(&print.key) != Some(&print.order) {
                continue;
            }
            if !print.follows {
                self.waiting = self.waiting.saturating_sub(1);
                self.orders.remove(&print.key);
            }
            if print.is_makeshift {
                self.makeshift.insert(print.key);
            }
            let slot = match print.image {
                Ok(image) if image.size.contains(&0) => None,
                Ok(image) => {
                    let name = format!("crop {:?}", print.key);
                    let texture = link.ctx().load_texture(name, image, TextureOptions::LINEAR);
                    Some(Slot::Ready { texture, seen: now })
                }
                Err(reason) if reason.is_empty() => None,
                Err(reason) => Some(Slot::Missing(reason)),
            };
            match slot {
                Some(slot) => self.slots.insert(print.key, slot),
                None => self.slots.remove(&print.key),
            };
        }
        let edited = applied.iter().flat_map(|applied| &applied.records);
        for record in edited.filter(|record| record.kind == RecordKind::Region) {
            if let Ok(region) = record.id.parse::<RegionId>() {
                for grain in [Grain::Small, Grain::Fine] {
                    self.slots.remove(&(region, grain));
                    if self.orders.remove(&(region, grain)).is_some() {
                        self.waiting = self.waiting.saturating_sub(1);
                    }
                }
            }
        }
        self.forget(now);
    }

    /// Cuts again what was missing or coarse: pictures have come to the case.
    pub fn try_again(&mut self) {
        let makeshift = std::mem::take(&mut self.makeshift);
        self.slots.retain(|key, slot| match slot {
            Slot::Missing(_) => false,
            Slot::Ready { .. } => !makeshift.contains(key),
            Slot::Waiting(_) => true,
        });
    }

    /// Whether every crop that was asked for is there.
    #[must_use]
    pub fn is_quiet(&self) -> bool {
        self.waiting == 0
    }

    fn forget(&mut self, now: u64) {
        let bytes = |texture: &TextureHandle| texture.size()[0] * texture.size()[1] * 4;
        let mut held: Vec<(u64, usize, Key)> = self
            .slots
            .iter()
            .filter_map(|(key, slot)| match slot {
                Slot::Ready { texture, seen } => Some((*seen, bytes(texture), *key)),
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

    fn order(&self, link: &CaseLink, photo: PhotoId, wanted: Vec<Wanted>) {
        let (decoders, send, frame) = (self.decoders.clone(), self.send.clone(), self.frame.clone());
        let of_case = link.clone();
        // The answer goes its own way, because decoding must not keep a reader from the next question.
        let _ = link.ask(move |reader| {
            let now = frame.load(Ordering::Relaxed);
            let (wanted, dropped): (Vec<_>, Vec<_>) = wanted
                .into_iter()
                .partition(|one| now <= one.seen.load(Ordering::Relaxed) + 3);
            let bench = Bench { link: of_case, send };
            bench.refuse(&dropped, "");
            if wanted.is_empty() {
                return Ok(());
            }
            match begin(reader, photo, &wanted) {
                Ok((size, regions, preview)) => {
                    let _ = decoders.send(Box::new(move || {
                        bench.develop(photo, size, &wanted, &regions, preview);
                    }));
                }
                Err(error) => bench.refuse(&wanted, &error.to_string()),
            }
            Ok(())
        });
    }
}

/// The size of the photo, the regions that are wanted of it, and its preview.
type Begun = ([u32; 2], Vec<Option<Region>>, Option<Vec<u8>>);

fn begin(reader: &Reader, photo: PhotoId, wanted: &[Wanted]) -> Result<Begun, CaseError> {
    let record = reader.get::<Photo>(photo)?.unwrap_or_default();
    let regions = wanted
        .iter()
        .map(|one| reader.get::<Region>(one.key.0))
        .collect::<Result<_, _>>()?;
    Ok((
        [record.width, record.height],
        regions,
        reader.largest_preview(photo)?,
    ))
}

/// What a decoder needs to answer.
struct Bench {
    link: CaseLink,
    send: Sender<Print>,
}

impl Bench {
    fn refuse(&self, wanted: &[Wanted], reason: &str) {
        for one in wanted {
            self.say(one, Err(reason.to_owned()), false);
        }
    }

    fn say(&self, to: &Wanted, image: Result<ColorImage, String>, follows: bool) {
        self.print(to, image, follows, false);
    }

    fn print(&self, to: &Wanted, image: Result<ColorImage, String>, follows: bool, is_makeshift: bool) {
        let _ = self.send.send(Print {
            key: to.key,
            order: to.order,
            image,
            follows,
            is_makeshift,
        });
        self.link.ctx().request_repaint();
    }

    /// Cuts what is wanted out of the preview, and out of the original where the preview is too coarse.
    fn develop(
        &self,
        photo: PhotoId,
        size: [u32; 2],
        wanted: &[Wanted],
        regions: &[Option<Region>],
        preview: Option<Vec<u8>>,
    ) {
        let none = || t("picture-none").to_owned();
        let preview = preview.and_then(|bytes| pixels(&bytes, u32::MAX).ok());
        let mut finer: Vec<(&Wanted, &Region)> = Vec::new();
        for (one, region) in wanted.iter().zip(regions) {
            let Some(region) = region.as_ref().filter(|_| !size.contains(&0)) else {
                self.say(one, Err(none()), false);
                continue;
            };
            let side = one.key.1.side();
            let is_coarse = preview.as_ref().is_none_or(|preview| {
                let scale = preview.width as f32 / size[0] as f32;
                let long = region.width.max(region.height) as f32 * scale;
                scale < 0.99 && long < side as f32 * ENOUGH
            });
            if let Some(preview) = &preview {
                self.say(one, Ok(crop(preview, region, size[0], side)), is_coarse);
            }
            if is_coarse {
                finer.push((one, region));
            }
        }
        if finer.is_empty() {
            return;
        }
        let long = size[0].max(size[1]) as f32;
        let needed = finer
            .iter()
            .map(|(one, region)| {
                one.key.1.side() as f32 * long / region.width.max(region.height).max(1) as f32
            })
            .fold(1.0_f32, f32::max);
        let original = self
            .original(photo)
            .and_then(|bytes| pixels(&bytes, needed.ceil() as u32));
        for (one, region) in finer {
            match (&original, &preview) {
                (Ok(original), _) => {
                    let image = crop(original, region, size[0], one.key.1.side());
                    self.say(one, Ok(image), false);
                }
                // The preview is what there is.
                (Err(_), Some(preview)) => {
                    let image = crop(preview, region, size[0], one.key.1.side());
                    self.print(one, Ok(image), false, true);
                }
                (Err(reason), None) => self.say(one, Err(reason.clone()), false),
            }
        }
    }

    fn original(&self, photo: PhotoId) -> Result<Vec<u8>, String> {
        let (send, answer) = bounded(1);
        let _ = self.link.ask(move |reader| {
            let _ = send.send(reader.original(photo));
            Ok(())
        });
        // No answer means that the case is being closed.
        match answer.recv() {
            Ok(Ok(Some(bytes))) => Ok(bytes),
            Ok(Ok(None)) | Err(_) => Err(t("picture-none").to_owned()),
            Ok(Err(error)) => Err(error.to_string()),
        }
    }
}

/// A region cut out at once, for a case that is looked at beside the one on screen.
///
/// # Errors
/// When the case can't be read or the photo not shown.
pub fn cut_out(reader: &Reader, photo: PhotoId, region: RegionId) -> Result<ColorImage, String> {
    let none = || t("picture-none").to_owned();
    let told = |error: CaseError| error.to_string();
    let record = reader.get::<Photo>(photo).map_err(told)?.ok_or_else(none)?;
    let region = reader.get::<Region>(region).map_err(told)?.ok_or_else(none)?;
    let bytes = match reader.largest_preview(photo).map_err(told)? {
        Some(preview) => preview,
        None => reader.original(photo).map_err(told)?.ok_or_else(none)?,
    };
    if record.width == 0 {
        return Err(none());
    }
    let picture = pixels(&bytes, u32::MAX)?;
    Ok(crop(&picture, &region, record.width, Grain::Small.side()))
}

fn pixels(bytes: &[u8], long_side: u32) -> Result<Pixels, String> {
    let (picture, _) =
        decode_scaled(bytes, long_side, &Limits::default()).map_err(|error| error.to_string())?;
    let rgba = picture.into_rgba8();
    Ok(Pixels {
        width: rgba.width() as usize,
        height: rgba.height() as usize,
        rgba: rgba.into_raw(),
    })
}

/// The region of a photo that is `width` pixels wide, from a picture of it in any size.
fn crop(picture: &Pixels, region: &Region, width: u32, side: usize) -> ColorImage {
    let scale = picture.width as f64 / f64::from(width.max(1));
    let scaled = |at: u32| (f64::from(at) * scale).round() as u32;
    let region = Region {
        x: scaled(region.x),
        y: scaled(region.y),
        width: scaled(region.width).max(1),
        height: scaled(region.height).max(1),
        ..region.clone()
    };
    let seen = as_seen(picture, &region).at_most(side * side, side);
    ColorImage::from_rgba_unmultiplied([seen.width, seen.height], &seen.rgba)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_is_cut_alike_from_the_original_and_from_its_preview() {
        let picture = |scale: usize| Pixels {
            width: 400 / scale,
            height: 200 / scale,
            rgba: (0..200 / scale)
                .flat_map(|_| (0..400 / scale).flat_map(move |x| [(x * scale / 2) as u8, 0, 0, 255]))
                .collect(),
        };
        let region = Region {
            x: 200,
            y: 40,
            width: 80,
            height: 40,
            ..Region::default()
        };
        let original = crop(&picture(1), &region, 400, 1024);
        let preview = crop(&picture(4), &region, 400, 1024);
        assert_eq!((original.size, preview.size), ([80, 40], [20, 10]));
        assert!(original.pixels[0].r().abs_diff(preview.pixels[0].r()) <= 2);
        assert_eq!(crop(&picture(1), &region, 400, 40).size, [40, 20]);
    }
}
