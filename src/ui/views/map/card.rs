//! What shows under the pointer. A strike has the calendar's card.

use egui::Ui;

use super::data::{Item, Kind};
use crate::model::id::StrikeId;
use crate::text::t;
use crate::ui::desk::Desk;
use crate::ui::link::Remote;
use crate::ui::theme::Type;
use crate::ui::views::calendar::card;
use crate::ui::views::calendar::data::Entry;
use crate::ui::widgets::{Text, pair};

/// The card of the strike that was looked at last.
#[derive(Default)]
pub struct Card {
    strike: Remote<StrikeId, Option<Entry>>,
}

impl Card {
    /// Shows a thing on the map: what the case knows of it, and how exactly its place is known.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk, kind: Kind, item: &Item) {
        ui.set_max_width(card::WIDTH);
        let strike: Option<StrikeId> = (kind == Kind::Strike)
            .then(|| item.record.id.parse().ok())
            .flatten();
        let entry = strike.and_then(|strike| {
            self.strike
                .get(&desk.link, strike, move |reader| {
                    Ok(reader.calendar_strike(strike)?.map(Entry::new))
                })
                .cloned()
                .flatten()
        });
        match &entry {
            Some(entry) => card::show(ui, desk, entry),
            None => {
                ui.add(Text::new(item.called()).kind(Type::Heading));
                if item.remark.is_some() {
                    ui.add(Text::new(&item.remark()).kind(Type::Small).weak());
                }
            }
        }
        if kind != Kind::Photo {
            pair(ui, t("map-place-known"), &item.place());
        }
    }
}
