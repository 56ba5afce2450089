//! All strikes of one day, in a list beside it: only the rows in view are drawn, so that sixty are as quick as six.

use std::sync::Arc;

use egui::{
    CornerRadius, Id, Key, Modifiers, Popup, PopupCloseBehavior, Rect, RectAlign, ScrollArea, StrokeKind, Ui,
    vec2,
};
use egui_material_icons::icons;
use jiff::civil::Date;

use super::data::{self, Entry};
use super::entry::{self, Stand, TALL};
use super::paint::TagInks;
use super::{Deed, words};
use crate::case::CalendarFilter;
use crate::text::{t, tf};
use crate::ui::desk::Desk;
use crate::ui::link::Remote;
use crate::ui::theme::{Tokens, Type, radius, space};
use crate::ui::widgets::{Action, Text};

const WIDTH: f32 = 320.0;
const HEIGHT: f32 = 380.0;
const ROW: f32 = TALL + space::XS;

/// The list, while it is open.
#[derive(Default)]
pub struct DayList {
    open: Option<Date>,
    strikes: Remote<(Date, CalendarFilter), Arc<Vec<Entry>>>,
    chosen: usize,
    /// The choice was moved by key and may be out of view.
    moved: bool,
    /// Offset and height of what is in view, in points.
    view: (f32, f32),
}

impl DayList {
    /// Opens the list of `day`.
    pub fn open(&mut self, day: Date) {
        *self = Self {
            open: Some(day),
            strikes: std::mem::take(&mut self.strikes),
            ..Self::default()
        };
    }

    /// Whether it is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Closes it.
    pub fn close(&mut self) {
        self.open = None;
    }

    /// Draws the list beside `anchor`, if it is open.
    pub fn show(
        &mut self,
        ui: &Ui,
        desk: &mut Desk,
        inks: &TagInks,
        id: Id,
        filter: &CalendarFilter,
        anchor: Rect,
    ) -> Option<Deed> {
        let day = self.open?;
        // A list keeps the height that it opens with.
        let strikes = self.strikes(desk, filter)?;
        let mut deed = self.keys(ui, &strikes, day);
        let mut is_open = self.is_open();
        let shown = Popup::new(id, ui.ctx().clone(), anchor, ui.layer_id())
            .open_bool(&mut is_open)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .align(RectAlign::RIGHT_START)
            .accessible_name(tf("calendar-day-list", &[("day", words::day(day).into())]))
            .width(WIDTH)
            .gap(2.0)
            .show(|ui| {
                let margin = egui::Margin::same(4);
                let frame = egui::Frame::new().inner_margin(margin);
                frame
                    .show(ui, |ui| self.contents(ui, desk, inks, id, day, &strikes))
                    .inner
            });
        if !is_open {
            self.close();
        }
        if let Some(asked) = shown.and_then(|shown| shown.inner) {
            deed = Some(asked);
        }
        deed
    }

    /// The strikes of the list, once they are there; `None` while none is open.
    pub fn strikes(&mut self, desk: &Desk, filter: &CalendarFilter) -> Option<Arc<Vec<Entry>>> {
        let day = self.open?;
        let of = filter.clone();
        self.strikes
            .get(&desk.link, (day, filter.clone()), move |reader| {
                data::of_day(reader, day, &of).map(Arc::new)
            })
            .cloned()
    }

    /// The list has the keyboard while it is open.
    fn keys(&mut self, ui: &Ui, strikes: &[Entry], day: Date) -> Option<Deed> {
        let last = strikes.len().saturating_sub(1);
        let (enter, leave) = ui.input_mut(|input| {
            let mut times = |key| input.count_and_consume_key(Modifiers::NONE, key);
            let down = times(Key::ArrowDown) + 5 * times(Key::PageDown);
            let up = times(Key::ArrowUp) + 5 * times(Key::PageUp);
            let before = self.chosen;
            self.chosen = (self.chosen + down).saturating_sub(up).min(last);
            if times(Key::Home) > 0 {
                self.chosen = 0;
            }
            if times(Key::End) > 0 {
                self.chosen = last;
            }
            self.moved = self.chosen != before;
            (times(Key::Enter) > 0, times(Key::Escape) > 0)
        });
        if leave {
            self.close();
        }
        if !enter {
            return None;
        }
        let strike = strikes.get(self.chosen)?.strike.id;
        self.close();
        Some(Deed::Select(strike, day))
    }

    fn contents(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk,
        inks: &TagInks,
        id: Id,
        day: Date,
        strikes: &[Entry],
    ) -> Option<Deed> {
        let tokens = Tokens::of(ui);
        ui.set_width(WIDTH);
        let mut deed = None;
        ui.horizontal(|ui| {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add(Text::new(&words::weekday_and_day(day)).kind(Type::Strong));
                let count = tf("count-strikes", &[("count", strikes.len().into())]);
                ui.add(Text::new(&count).kind(Type::Small).weak());
            });
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if ui
                    .add(Action::icon(icons::ICON_CLOSE, t("calendar-close")).keys(t("key-escape")))
                    .clicked()
                {
                    self.close();
                }
            });
        });
        ui.add_space(space::XS);
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut area = ScrollArea::vertical().max_height(HEIGHT).id_salt(id);
        #[expect(clippy::cast_precision_loss, reason = "at most 5,000 rows")]
        let top = self.chosen as f32 * ROW;
        let (offset, height) = self.view;
        if self.moved && height > 0.0 {
            if top < offset {
                area = area.vertical_scroll_offset(top);
            } else if top + ROW > offset + height {
                area = area.vertical_scroll_offset(top + ROW - height);
            }
        }
        let output = area.show_rows(ui, ROW, strikes.len(), |ui, rows| {
            for row in rows {
                let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
                let rect = Rect::from_min_size(rect.min + vec2(2.0, 0.0), vec2(rect.width() - 4.0, TALL));
                let Some(entry) = strikes.get(row) else {
                    continue;
                };
                let response = entry::show(ui, desk, inks, id.with(row), entry, Stand::whole(rect));
                if row == self.chosen {
                    ui.painter().rect_stroke(
                        rect,
                        CornerRadius::same(radius::S),
                        tokens.focus_ring(),
                        StrokeKind::Inside,
                    );
                }
                if response.clicked() {
                    self.chosen = row;
                }
                deed = deed.or(Deed::of_entry(&response, entry, day));
            }
        });
        self.view = (output.state.clamped_offset().y, output.inner_rect.height());
        ui.add_space(space::S);
        let name = tf("calendar-new-strike-on", &[("day", words::day(day).into())]);
        if ui.add(Action::quiet(&name).with_icon(icons::ICON_ADD)).clicked() {
            self.close();
            deed = Some(Deed::Create(day));
        }
        deed
    }
}
