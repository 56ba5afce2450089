//! Where crops are developed: a thread that cuts a region out of its photo and shows it as asked, away from the
//! frame. Of several orders only the newest counts. The large preview serves until the original is decoded.

use crossbeam_channel::{Receiver, Sender, bounded, unbounded};
use egui::{ColorImage, Context, TextureHandle, TextureOptions};

use super::crop::{Area, Look, Pixels, developed};
use crate::case::{CaseError, Reader, SeenIn};
use crate::intake::decode::{Limits, decode};
use crate::model::id::{PhotoId, RegionId};
use crate::text::t;
use crate::ui::link::CaseLink;

/// A crop has at most this many pixels: enough to fill a screen, and few enough to follow a slider.
const MOST_PIXELS: usize = 1_500_000;
/// No side is longer, for every graphics driver takes such a texture.
const LONGEST: usize = 2048;
/// How much of the region's sides is shown around it.
const AROUND: f32 = 0.3;

/// The part of a photo that is cut out: a region with some ground around it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cut {
    region: RegionId,
    photo: PhotoId,
    /// Left, top, width, height as shares of the photo's sides.
    shares: [f32; 4],
    /// The region within the cut, likewise.
    inner: [f32; 4],
    /// Width and height of the cut in pixels of the original.
    size: [f32; 2],
}

impl Cut {
    /// The cut around a region. `None` where the photo's size is not known.
    #[must_use]
    pub fn around(seen: &SeenIn) -> Option<Self> {
        let region = &seen.region;
        let [width, height] = seen.size.map(|side| side as f32);
        if width < 1.0 || height < 1.0 || region.width == 0 || region.height == 0 {
            return None;
        }
        // Whole pixels, so that the cut is the same wherever it is taken from.
        let side = |from: u32, length: u32, all: f32| {
            let (from, length) = (from as f32, length as f32);
            let ground = (length * AROUND).round();
            let outer = (from - ground).max(0.0);
            let whole = (from + length + ground).min(all) - outer;
            (outer, whole, (from - outer) / whole, length / whole)
        };
        let (x, w, inner_x, inner_w) = side(region.x, region.width, width);
        let (y, h, inner_y, inner_h) = side(region.y, region.height, height);
        Some(Self {
            region: region.id,
            photo: region.photo,
            shares: [x / width, y / height, w / width, h / height],
            inner: [inner_x, inner_y, inner_w, inner_h],
            size: [w, h],
        })
    }

    /// The region within the cut: left, top, width, height as shares of its sides.
    #[must_use]
    pub fn inner(&self) -> [f32; 4] {
        self.inner
    }

    /// Width and height in pixels of the original.
    #[must_use]
    pub fn size(&self) -> [f32; 2] {
        self.size
    }

    /// The pixels of the cut in a picture of the whole photo.
    fn of(&self, width: u32, height: u32, rgba: &[u8]) -> Pixels {
        let [x, y, w, h] = self.shares;
        let (all_w, all_h) = (width as f32, height as f32);
        let area = Area {
            x: (x * all_w).round() as usize,
            y: (y * all_h).round() as usize,
            width: (w * all_w).round().max(1.0) as usize,
            height: (h * all_h).round().max(1.0) as usize,
        };
        Pixels::part_of(rgba, width as usize, area).at_most(MOST_PIXELS, LONGEST)
    }
}

/// What is asked for.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Order {
    cut: Cut,
    look: Look,
}

/// What comes back.
enum Print {
    Seen {
        of: Cut,
        image: ColorImage,
        is_original: bool,
    },
    Failed {
        of: Cut,
        reason: String,
    },
}

/// A crop that can be drawn.
pub struct Shown {
    /// What it shows.
    pub cut: Cut,
    /// Its pixels.
    pub texture: TextureHandle,
    /// Cut from the original; else from the preview, and the original is on its way.
    pub is_original: bool,
}

/// The way to the thread, and the newest crop that came from it.
#[derive(Default)]
pub struct Darkroom {
    way: Option<(Sender<Order>, Receiver<Print>)>,
    asked: Option<Order>,
    shown: Option<Shown>,
    failed: Option<(Cut, String)>,
}

impl Darkroom {
    /// Asks for `cut` as `look` shows it, and takes what has come.
    pub fn develop(&mut self, link: &CaseLink, cut: Cut, look: &Look) {
        let (ask, prints) = self.way.get_or_insert_with(|| start(link.clone()));
        let order = Order { cut, look: *look };
        if self.asked != Some(order) {
            self.asked = Some(order);
            let _ = ask.send(order);
        }
        for print in prints.try_iter() {
            match print {
                Print::Failed { of, reason } => self.failed = Some((of, reason)),
                Print::Seen {
                    of,
                    image,
                    is_original,
                } => {
                    let texture = load(link.ctx(), self.shown.take(), image);
                    self.shown = Some(Shown {
                        cut: of,
                        texture,
                        is_original,
                    });
                }
            }
        }
    }

    /// The newest crop of `cut` that is there.
    #[must_use]
    pub fn shown(&self, cut: Cut) -> Option<&Shown> {
        self.shown.as_ref().filter(|shown| shown.cut == cut)
    }

    /// Why `cut` can't be shown.
    #[must_use]
    pub fn failure(&self, cut: Cut) -> Option<&str> {
        let (of, reason) = self.failed.as_ref()?;
        (*of == cut).then_some(reason)
    }
}

/// Puts the pixels into the texture of the crop before, or into a new one.
fn load(ctx: &Context, before: Option<Shown>, image: ColorImage) -> TextureHandle {
    match before {
        Some(Shown { mut texture, .. }) => {
            texture.set(image, TextureOptions::LINEAR);
            texture
        }
        None => ctx.load_texture("crop", image, TextureOptions::LINEAR),
    }
}

fn start(link: CaseLink) -> (Sender<Order>, Receiver<Print>) {
    let (ask, orders) = unbounded::<Order>();
    let (send, prints) = unbounded();
    std::thread::spawn(move || {
        let mut bench = Bench {
            link,
            orders,
            send,
            negative: None,
        };
        while let Ok(order) = bench.orders.recv() {
            let mut next = Some(order);
            while let Some(order) = next {
                next = bench.serve(order);
            }
        }
    });
    (ask, prints)
}

/// What the thread works with.
struct Bench {
    link: CaseLink,
    orders: Receiver<Order>,
    send: Sender<Print>,
    negative: Option<Negative>,
}

/// A cut as it is in the photo, before it is developed.
struct Negative {
    cut: Cut,
    pixels: Pixels,
    origin: Origin,
}

/// What a cut was taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Origin {
    /// The preview; the original comes.
    Preview,
    /// The preview, for the original can't be decoded.
    PreviewOnly,
    /// The original.
    Original,
}

impl Bench {
    /// Carries out an order; gives the one to carry out next, if another came meanwhile.
    fn serve(&mut self, order: Order) -> Option<Order> {
        let order = self.newest(order);
        if self
            .negative
            .as_ref()
            .is_none_or(|negative| negative.cut != order.cut)
        {
            self.negative = None;
            // Without a preview the original comes a little later.
            if let Ok(pixels) = self.cut(order.cut, |reader, photo| reader.large_preview(photo)) {
                self.keep(order.cut, pixels, Origin::Preview);
            }
        }
        self.print(order);
        let waits = self
            .negative
            .as_ref()
            .is_none_or(|negative| negative.origin == Origin::Preview);
        if !waits {
            return None;
        }
        if let Ok(other) = self.orders.try_recv() {
            return Some(other);
        }
        match self.cut(order.cut, |reader, photo| reader.original(photo)) {
            Ok(pixels) => self.keep(order.cut, pixels, Origin::Original),
            Err(reason) => {
                if let Some(negative) = &mut self.negative {
                    negative.origin = Origin::PreviewOnly;
                }
                self.say(Print::Failed {
                    of: order.cut,
                    reason,
                });
            }
        }
        // What was asked for meanwhile, or the same again from the original.
        self.negative.is_some().then_some(order)
    }

    /// The newest order: those before it are not wanted any more.
    fn newest(&self, order: Order) -> Order {
        self.orders.try_iter().last().unwrap_or(order)
    }

    fn keep(&mut self, cut: Cut, pixels: Pixels, origin: Origin) {
        self.negative = Some(Negative { cut, pixels, origin });
    }

    /// Cuts the pixels out of the picture that `fetch` gets.
    fn cut(
        &self,
        cut: Cut,
        fetch: impl FnOnce(&Reader, PhotoId) -> Result<Option<Vec<u8>>, CaseError> + Send + 'static,
    ) -> Result<Pixels, String> {
        let (send, answer) = bounded(1);
        let _ = self.link.ask(move |reader| {
            let _ = send.send(fetch(reader, cut.photo));
            Ok(())
        });
        // No answer means that the case is being closed.
        let bytes = match answer.recv() {
            Ok(Ok(Some(bytes))) => bytes,
            Ok(Ok(None)) | Err(_) => return Err(t("picture-none").to_owned()),
            Ok(Err(error)) => return Err(error.to_string()),
        };
        let picture = decode(&bytes, &Limits::default()).map_err(|error| error.to_string())?;
        Ok(cut.of(picture.width, picture.height, &picture.rgba))
    }

    fn print(&self, order: Order) {
        let Some(negative) = &self.negative else { return };
        let seen = developed(&negative.pixels, &order.look);
        let image = ColorImage::from_rgba_unmultiplied([seen.width, seen.height], &seen.rgba);
        self.say(Print::Seen {
            of: order.cut,
            image,
            is_original: negative.origin == Origin::Original,
        });
    }

    fn say(&self, print: Print) {
        let _ = self.send.send(print);
        self.link.ctx().request_repaint();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Region;

    fn seen(x: u32, y: u32, width: u32, height: u32) -> SeenIn {
        SeenIn {
            region: Region {
                x,
                y,
                width,
                height,
                ..Region::default()
            },
            file_name: String::new(),
            kind: crate::model::photo::PhotoKind::default(),
            size: [1000, 800],
        }
    }

    #[test]
    fn a_cut_has_some_ground_around_the_region_but_stays_in_the_photo() {
        let cut = Cut::around(&seen(100, 100, 200, 100)).unwrap();
        assert_eq!(cut.size(), [320.0, 160.0]);
        assert_eq!(
            cut.inner(),
            [60.0 / 320.0, 30.0 / 160.0, 200.0 / 320.0, 100.0 / 160.0]
        );
        let corner = Cut::around(&seen(900, 700, 100, 100)).unwrap();
        assert_eq!(corner.size(), [130.0, 130.0]);
        assert_eq!(corner.inner()[0] + corner.inner()[2], 1.0);
    }

    #[test]
    fn the_same_part_is_cut_from_the_original_and_from_its_preview() {
        let cut = Cut::around(&seen(100, 100, 200, 100)).unwrap();
        let picture = |scale: usize| {
            let (width, height) = (1000 / scale, 800 / scale);
            let rgba: Vec<u8> = (0..height)
                .flat_map(|y| {
                    (0..width).flat_map(move |x| [(x * scale / 4) as u8, (y * scale / 4) as u8, 0, 255])
                })
                .collect();
            cut.of(width as u32, height as u32, &rgba)
        };
        let (original, preview) = (picture(1), picture(4));
        assert_eq!((original.width, original.height), (320, 160));
        assert_eq!((preview.width, preview.height), (80, 40));
        // A pixel of the preview stands for four of the original.
        for channel in 0..2 {
            assert!(original.rgba[channel].abs_diff(preview.rgba[channel]) <= 1);
        }
    }

    #[test]
    fn a_photo_of_unknown_size_has_no_cut() {
        let mut unknown = seen(0, 0, 10, 10);
        unknown.size = [0, 0];
        assert_eq!(Cut::around(&unknown), None);
    }
}
