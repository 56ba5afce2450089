//! Where crops are developed: a thread that cuts a region out of its photo and shows it as asked, away from the
//! frame. Of several orders only the newest counts. The large preview serves until the original is decoded.

use crossbeam_channel::{Receiver, Sender, bounded, unbounded};
use egui::{ColorImage, Context, TextureHandle, TextureOptions};

use super::cut::Cut;
use crate::case::{CaseError, Reader};
use crate::enhance::{Pixels, blended, laid_on, shown};
use crate::intake::decode::{Limits, decode};
use crate::model::View;
use crate::model::id::PhotoId;
use crate::model::view::Combine;
use crate::text::t;
use crate::ui::link::CaseLink;

/// No more photos than these are laid on one.
const MOST_LAID: usize = 8;

/// Another photo of the mark, with its three points.
pub type Laid = (Cut, [[i32; 2]; 3]);

/// What is asked for.
#[derive(Debug, Clone, PartialEq)]
struct Order {
    cut: Cut,
    view: View,
    /// The other photos that are laid on it.
    laid: Vec<Laid>,
    /// How often pictures had come to the case by then: an original that was not there may be one of them.
    arrivals: u64,
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
    /// Asks for `cut` as `view` shows it, with other photos laid on it, and takes what has come. `arrivals` is as
    /// `Pictures::arrivals` has it.
    pub fn develop(
        &mut self,
        (link, arrivals): (&CaseLink, u64),
        cut: Cut,
        view: &View,
        mut laid: Vec<Laid>,
    ) {
        let (ask, prints) = self.way.get_or_insert_with(|| start(link.clone()));
        if view.combine == Combine::Alone || view.points.is_none() {
            laid.clear();
        }
        laid.truncate(MOST_LAID);
        let order = Order {
            cut,
            view: *view,
            laid,
            arrivals,
        };
        if self.asked.as_ref() != Some(&order) {
            let _ = ask.send(order.clone());
            self.asked = Some(order);
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
        (*of == cut.as_it_is()).then_some(reason)
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
            others: Vec::new(),
            ready: None,
            arrivals: 0,
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
    /// The other photos of the mark, as they are.
    others: Vec<(Cut, Pixels)>,
    /// What a slider does not change: the negative with others laid on it, straightened.
    ready: Option<(Ready, Pixels)>,
    /// Of the newest order.
    arrivals: u64,
}

/// What a prepared picture depends on.
#[derive(Debug, Clone, PartialEq)]
struct Ready {
    cut: Cut,
    origin: Origin,
    points: Option<[[i32; 2]; 3]>,
    combine: Combine,
    laid: Vec<Laid>,
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
        let plain = order.cut.as_it_is();
        let is_worth_a_try = std::mem::replace(&mut self.arrivals, order.arrivals) != order.arrivals;
        if self.negative.as_ref().is_none_or(|negative| {
            negative.cut != plain || (is_worth_a_try && negative.origin == Origin::PreviewOnly)
        }) {
            self.negative = None;
            self.others.clear();
            // Without a preview the original comes a little later.
            if let Ok(pixels) = self.cut(plain, |reader, photo| reader.largest_preview(photo)) {
                self.keep(plain, pixels, Origin::Preview);
            }
        }
        self.print(&order);
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
        match self.cut(plain, |reader, photo| reader.original(photo)) {
            Ok(pixels) => self.keep(plain, pixels, Origin::Original),
            Err(reason) => {
                if let Some(negative) = &mut self.negative {
                    negative.origin = Origin::PreviewOnly;
                }
                self.say(Print::Failed { of: plain, reason });
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
            let _ = send.send(fetch(reader, cut.photo()));
            Ok(())
        });
        // No answer means that the case is being closed.
        let bytes = match answer.recv() {
            Ok(Ok(Some(bytes))) => bytes,
            Ok(Ok(None)) => return Err(t("photos-original-awaited").to_owned()),
            Err(_) => return Err(t("picture-none").to_owned()),
            Ok(Err(error)) => return Err(error.to_string()),
        };
        let picture = decode(&bytes, &Limits::default()).map_err(|error| error.to_string())?;
        Ok(cut.of(picture.width, picture.height, &picture.rgba))
    }

    /// Makes the picture that sliders then work on, unless it is there.
    fn prepare(&mut self, order: &Order) {
        let Some(negative) = &self.negative else { return };
        let wanted = Ready {
            cut: order.cut,
            origin: negative.origin,
            points: order.view.points.filter(|_| !order.laid.is_empty()),
            combine: order.view.combine,
            laid: order.laid.clone(),
        };
        if self.ready.as_ref().is_some_and(|(is, _)| *is == wanted) {
            return;
        }
        for (cut, _) in &order.laid {
            if !self.others.iter().any(|(known, _)| known == cut)
                && let Ok(pixels) = self.cut(*cut, |reader, photo| reader.original(photo))
            {
                self.others.push((*cut, pixels));
            }
        }
        let Some(negative) = &self.negative else { return };
        let base = &negative.pixels;
        let at = wanted.points.map(|points| negative.cut.places_in(base, points));
        let laid: Vec<Pixels> = order
            .laid
            .iter()
            .filter_map(|(cut, points)| {
                let (_, other) = self.others.iter().find(|(known, _)| known == cut)?;
                laid_on(base, at?, other, cut.places_in(other, *points))
            })
            .collect();
        let together = blended(base, &laid, wanted.combine);
        self.ready = Some((wanted, order.cut.straightened(together)));
    }

    fn print(&mut self, order: &Order) {
        self.prepare(order);
        let (Some(negative), Some((_, ready))) = (&self.negative, &self.ready) else {
            return;
        };
        let seen = shown(ready, &order.view);
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
