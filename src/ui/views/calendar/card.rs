//! What shows under the pointer: a strike in full, with its dates in words.

use egui::{Ui, vec2};

use super::data::Entry;
use super::words;
use crate::model::Vocabulary;
use crate::model::when::Edtf;
use crate::text::{t, tf};
use crate::ui::desk::Desk;
use crate::ui::pictures::{Detail, Picture};
use crate::ui::theme::{Tokens, Type, radius, space};
use crate::ui::widgets::{Text, chip, pair, status_chip};

/// Its width, in points.
pub const WIDTH: f32 = 280.0;
const PICTURE: f32 = 150.0;

/// Draws the card of `entry`.
pub fn show(ui: &mut Ui, desk: &mut Desk, entry: &Entry) {
    let strike = &entry.strike;
    ui.set_width(WIDTH);
    ui.spacing_mut().item_spacing.y = space::XS;
    if let Some(photo) = strike.cover
        && let Picture::Ready(picture) = desk.pictures.get(&desk.link, photo, Detail::Small)
    {
        let [width, height] = picture.size.map(|side| side as f32);
        let scale = (WIDTH / width).min(PICTURE / height);
        let (rect, _) = ui.allocate_exact_size(vec2(WIDTH, height * scale), egui::Sense::hover());
        ui.painter()
            .rect_filled(rect, egui::CornerRadius::same(radius::S), Tokens::of(ui).sunken);
        let shown = egui::Align2::CENTER_TOP.align_size_within_rect(vec2(width, height) * scale, rect);
        picture.paint(ui.painter(), shown, 0);
    }
    ui.add(Text::new(entry.name()).kind(Type::Heading));
    pair(ui, t("calendar-occurred"), &date(strike.occurred.as_deref()));
    if strike.reported.is_some() {
        pair(ui, t("calendar-reported"), &date(strike.reported.as_deref()));
    }
    if let Some(place) = strike.place_name.as_deref().filter(|place| !place.is_empty()) {
        pair(ui, t("calendar-place"), place);
    }
    let counted: Vec<String> = [
        ("count-photos", strike.photos),
        ("count-weapons", strike.weapons),
        ("count-components", strike.components),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(key, count)| tf(key, &[("count", count.into())]))
    .collect();
    if !counted.is_empty() {
        let text = counted.join(t("calendar-between-eras"));
        ui.add(Text::new(&text).kind(Type::Small).weak());
    }
    if strike.findings > 0 {
        let text = tf("calendar-findings", &[("count", strike.findings.into())]);
        status_chip(ui, &text, Tokens::of(ui).good);
    }
    if !strike.tags.is_empty() {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            let terms = desk.vocabularies();
            for tag in &strike.tags {
                chip(ui, terms.label(Vocabulary::Tags, tag));
            }
        });
    }
    ui.add(Text::new(t("calendar-redate-about")).kind(Type::Caption).weak());
}

/// A date in words and, where it says more than its words, as it was typed.
fn date(text: Option<&str>) -> String {
    let Some(text) = text else {
        return t("calendar-not-known").to_owned();
    };
    Edtf::parse(text).map_or_else(|_| text.to_owned(), |when| words::edtf(&when))
}
