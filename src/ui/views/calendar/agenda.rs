//! The agenda: strikes one below the other in the order of their days, without an end in both directions.
//!
//! It holds the strikes around the place in view and asks for others before their end is reached, so that a case of a
//! million strikes scrolls like one of ten. Rows have one height; only those in view are drawn.

mod span;

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{CornerRadius, Id, Rect, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use jiff::civil::Date;

use self::span::{Row, Span};
use super::entry::{self, Stand};
use super::keys::Asked;
use super::{Deed, paint};
use crate::analysis::calendar::Certainty;
use crate::case::{AgendaKey, CalendarFilter};
use crate::model::Vocabulary;
use crate::text::t;
use crate::ui::desk::{Desk, Place};
use crate::ui::link::Remote;
use crate::ui::theme::{Tokens, Type, space};

/// The height of a row.
const ROW: f32 = 44.0;
/// The days at the left, the clocks beside them, the sign of how exactly they are known, the counts at the right.
const DAYS: f32 = 136.0;
const CLOCKS: f32 = 88.0;
const SAMPLE: f32 = 22.0;
const COUNTS: f32 = 132.0;
/// So many rows from the end of what is held on more is asked for.
const NEAR: usize = 80;

/// Where to stand once the strikes that were asked for are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Landing {
    /// At the day that was gone to.
    Day,
    /// At the first of all strikes.
    First,
    /// At the last.
    Last,
}

/// The agenda, and where one is in it.
#[derive(Default)]
pub struct Agenda {
    /// The day that was gone to, and the filter it was with.
    day: Option<(Date, CalendarFilter)>,
    anchor: Option<AgendaKey>,
    span: Remote<(AgendaKey, CalendarFilter), Arc<Span>>,
    shown: Option<Arc<Span>>,
    landing: Option<Landing>,
    /// The points between the first row that is held and the upper edge of the view.
    top: f32,
    chosen: Option<AgendaKey>,
}

impl Agenda {
    /// Goes to the day anew, though one has come to it before.
    pub fn reset(&mut self) {
        self.day = None;
    }

    /// What is on its way or can't be read.
    #[must_use]
    pub fn error(&self) -> Option<&str> {
        self.span.error()
    }

    /// How many strikes with a day the case has, once that is known.
    #[must_use]
    pub fn total(&self) -> Option<u64> {
        Some(self.shown.as_ref()?.total)
    }

    /// Whether there is nothing to show.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.shown.as_ref().is_some_and(|span| span.rows.is_empty())
    }

    /// Takes the strikes that have come, and the keys that are the agenda's.
    pub fn arrange(
        &mut self,
        desk: &mut Desk,
        day: Date,
        filter: &CalendarFilter,
        area: Rect,
        asked: &mut Vec<Asked>,
    ) -> Option<Deed> {
        if self.day.as_ref() != Some(&(day, filter.clone())) {
            self.day = Some((day, filter.clone()));
            self.land(AgendaKey::before(day), Landing::Day);
        }
        let key = self.anchor.clone().unwrap_or_else(|| AgendaKey::before(day));
        let wanted = (key.clone(), filter.clone());
        let of = wanted.1.clone();
        let span = self
            .span
            .get(&desk.link, wanted, move |reader| {
                Span::load(reader, &key, &of).map(Arc::new)
            })
            .cloned();
        if let Some(span) = span {
            self.take(span, area.height());
        }
        let span = self.shown.clone()?;
        let mut deed = None;
        let page = ((area.height() / ROW) as usize).max(2) as i32 - 1;
        asked.retain(|key| {
            match *key {
                Asked::Days(days @ (7 | -7)) => self.step(desk, &span, days / 7, area.height()),
                Asked::Page(pages) => self.step(desk, &span, pages * page, area.height()),
                Asked::Home => self.land(AgendaKey::start(), Landing::First),
                Asked::End => self.land(AgendaKey::end(), Landing::Last),
                Asked::Open => deed = self.open(desk, &span),
                Asked::Today => {
                    self.reset();
                    return true;
                }
                _ => return !matches!(key, Asked::Days(_)),
            }
            false
        });
        deed
    }

    fn land(&mut self, anchor: AgendaKey, landing: Landing) {
        self.anchor = Some(anchor);
        self.landing = Some(landing);
    }

    /// What stood at the upper edge stands there again, or one lands where one wanted to go.
    fn take(&mut self, span: Arc<Span>, height: f32) {
        let is_same = self.shown.as_ref().is_some_and(|shown| Arc::ptr_eq(shown, &span));
        if is_same && self.landing.is_none() {
            return;
        }
        match self.landing.take() {
            Some(landing) => {
                let row = match landing {
                    Landing::Day => span.at,
                    Landing::First => 0,
                    Landing::Last => span.rows.len(),
                };
                self.top = row as f32 * ROW;
                let last = span.rows.len().saturating_sub(1);
                self.chosen = span.rows.get(row.min(last)).map(|row| row.key.clone());
            }
            None => {
                let row = (self.top / ROW) as usize;
                let key = self
                    .shown
                    .as_ref()
                    .and_then(|shown| shown.rows.get(row))
                    .map(|row| &row.key);
                let now = key.map_or(span.at, |key| span.find(key));
                self.top += (now as f32 - row as f32) * ROW;
            }
        }
        self.top = within(self.top, &span, height);
        self.shown = Some(span);
    }

    /// Moves the choice, which the view and the selection follow.
    fn step(&mut self, desk: &mut Desk, span: &Span, rows: i32, height: f32) {
        let Some(last) = span.rows.len().checked_sub(1) else {
            return;
        };
        let now = self.chosen.as_ref().map_or(span.at, |key| span.find(key));
        let there = now.min(last).saturating_add_signed(rows as isize).min(last);
        self.choose(desk, &span.rows[there]);
        let edge = there as f32 * ROW;
        self.top = self.top.clamp(edge + ROW - height, edge.max(edge + ROW - height));
        self.top = within(self.top, span, height);
    }

    fn choose(&mut self, desk: &mut Desk, row: &Row) {
        let day = row.entry.strike.first;
        self.chosen = Some(row.key.clone());
        desk.select(row.entry.strike.id);
        if let Some((at, _)) = &mut self.day
            && *at != day
        {
            *at = day;
            desk.go(Place::Agenda(day));
        }
    }

    fn open(&mut self, desk: &mut Desk, span: &Span) -> Option<Deed> {
        let row = span.rows.get(span.find(self.chosen.as_ref()?))?;
        self.choose(desk, row);
        Some(Deed::Show(row.entry.strike.id))
    }

    /// Draws the rows in view.
    pub fn show(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk,
        id: Id,
        area: Rect,
        inks: &paint::TagInks,
    ) -> Option<Deed> {
        let whole = ui.interact(area, id, Sense::focusable_noninteractive());
        whole.widget_info(|| WidgetInfo::labeled(Role::ListBox, true, t("calendar-agenda")));
        if whole.has_focus() {
            let filter = egui::EventFilter {
                horizontal_arrows: true,
                vertical_arrows: true,
                escape: true,
                ..Default::default()
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        }
        let span = self.shown.clone()?;
        if ui.rect_contains_pointer(area) {
            let wheel = ui.input(|input| input.smooth_scroll_delta().y);
            self.top = within(self.top - wheel, &span, area.height());
        }
        let mut deed = None;
        let first = (self.top / ROW) as usize;
        let last = (((self.top + area.height()) / ROW) as usize + 1).min(span.rows.len());
        ui.scope(|ui| {
            ui.shrink_clip_rect(area);
            for (number, row) in span.rows.iter().enumerate().take(last).skip(first) {
                let top = area.top() + number as f32 * ROW - self.top;
                let rect = Rect::from_min_size(pos2(area.left(), top.round()), vec2(area.width(), ROW));
                // The topmost row says its day though the head has gone.
                let head = span.rows[..=number].iter().rev();
                let head = if number == first {
                    head.filter_map(|row| row.head.as_deref()).next()
                } else {
                    row.head.as_deref()
                };
                let response = self.row(ui, desk, id, rect, row, head, inks);
                if response.clicked() {
                    self.choose(desk, row);
                }
                if response.double_clicked() {
                    deed = Some(Deed::Show(row.entry.strike.id));
                }
                let is_before = |row: &Row| row.entry.strike.first < desk.today;
                let comes_after = number > 0 && is_before(&span.rows[number - 1]);
                if comes_after && !is_before(row) {
                    let line = Stroke::new(2.0, Tokens::of(ui).accent);
                    ui.painter().hline(rect.x_range(), rect.top(), line);
                }
            }
        });
        let nears = (first < NEAR && !span.starts) || (last + NEAR > span.rows.len() && !span.ends);
        if nears && self.landing.is_none() {
            let middle = span.rows.get(first.midpoint(last));
            self.anchor = middle.map(|row| row.key.clone()).or(self.anchor.take());
        }
        deed
    }

    #[expect(clippy::too_many_arguments, reason = "one row of the list")]
    fn row(
        &self,
        ui: &Ui,
        desk: &mut Desk,
        id: Id,
        rect: Rect,
        row: &Row,
        head: Option<&str>,
        inks: &paint::TagInks,
    ) -> egui::Response {
        let tokens = Tokens::of(ui);
        let (strike, entry) = (&row.entry.strike, &row.entry);
        let is_selected = desk.selected_strike() == Some(strike.id);
        let response = ui.interact(rect, id.with((strike.id, entry.basis().word())), Sense::CLICK);
        response.widget_info(|| {
            WidgetInfo::selected(
                Role::ListBoxOption,
                ui.is_enabled(),
                is_selected,
                entry.spoken(false),
            )
        });
        let painter = ui.painter();
        let body = rect.with_min_x(rect.left() + DAYS);
        if is_selected || response.hovered() {
            let ground = if is_selected {
                tokens.selection
            } else {
                tokens.hover
            };
            painter.rect_filled(
                body.shrink2(vec2(0.0, 1.0)),
                CornerRadius::same(crate::ui::theme::radius::S),
                ground,
            );
        }
        if row.head.is_some() {
            painter.hline(rect.x_range(), rect.top(), tokens.hairline());
        }
        if self.chosen.as_ref() == Some(&row.key) {
            let round = CornerRadius::same(crate::ui::theme::radius::S);
            painter.rect_stroke(body.shrink(1.0), round, tokens.focus_ring(), StrokeKind::Inside);
        }
        let halves = |rect: Rect| rect.shrink2(vec2(0.0, 3.0)).split_top_bottom_at_fraction(0.5);
        let left = Rect::from_min_max(
            rect.min + vec2(space::S, 0.0),
            pos2(body.left() - space::S, rect.bottom()),
        );
        if let Some(head) = head {
            let ink = if row.head.is_some() {
                tokens.text_strong
            } else {
                tokens.text_weak
            };
            paint::line(ui, painter, halves(left).0, head, Type::Small, ink);
        }
        let mut at = body.left() + space::S;
        let clocks = Rect::from_min_size(pos2(at, rect.top()), vec2(CLOCKS, ROW));
        let (above, below) = halves(clocks);
        match &row.clocks {
            [Some(local), utc] => {
                paint::line(ui, painter, above, local, Type::Body, tokens.text_strong);
                if let Some(utc) = utc {
                    paint::line(ui, painter, below, utc, Type::Caption, tokens.text_weak);
                }
            }
            [None, Some(utc)] => {
                paint::line(ui, painter, above, utc, Type::Body, tokens.text_strong);
            }
            [None, None] => {}
        }
        at += CLOCKS;
        let sign = Rect::from_center_size(pos2(at + SAMPLE / 2.0, rect.center().y), vec2(SAMPLE, 16.0));
        let ground = if entry.certainty.reported_only {
            tokens.raised
        } else {
            paint::observed(tokens, entry.certainty.vague)
        };
        entry::body(painter, tokens, entry.certainty, Stand::whole(sign), ground);
        at += SAMPLE + space::S;
        let counts = [strike.photos, strike.weapons, strike.components];
        let counts = if counts == [0; 3] { 0.0 } else { COUNTS };
        let words = Rect::from_min_max(
            pos2(at, rect.top()),
            pos2(rect.right() - counts - space::S, rect.bottom()),
        );
        let (above, below) = halves(words);
        let title = entry::signs(painter, tokens, entry, above);
        paint::line(ui, painter, title, entry.name(), Type::Body, tokens.text_strong);
        let mut at = below.left();
        let says_when = strike.first != strike.last || entry.certainty != Certainty::default();
        let place = strike
            .place_name
            .as_deref()
            .filter(|place| *place != entry.name());
        let parts = says_when.then_some(entry.when.as_str()).into_iter().chain(place);
        for part in parts {
            at += paint::line(
                ui,
                painter,
                below.with_min_x(at),
                part,
                Type::Small,
                tokens.text_weak,
            ) + space::M;
        }
        let terms = desk.vocabularies();
        for tag in &strike.tags {
            if at + space::XL > below.right() {
                break;
            }
            painter.circle_filled(pos2(at + 3.0, below.center().y), 3.0, inks.of(tokens, tag));
            at += space::M - 2.0;
            at += paint::line(
                ui,
                painter,
                below.with_min_x(at),
                terms.label(Vocabulary::Tags, tag),
                Type::Small,
                tokens.text_weak,
            ) + space::S;
        }
        let counts = Rect::from_min_max(pos2(rect.right() - COUNTS, rect.top()), rect.max);
        entry::counts(painter, tokens, entry, counts);
        response.on_hover_ui(|ui| super::card::show(ui, desk, entry))
    }
}

/// The upper edge of a view of `height` does not leave what is held.
fn within(top: f32, span: &Span, height: f32) -> f32 {
    top.min(span.rows.len() as f32 * ROW - height).max(0.0)
}
