//! A strike is taken to another day, with the pointer or by key. Its date keeps its form; what can't be moved without
//! saying more or less than it did stays, and says why.

use std::sync::Arc;

use egui::{
    CornerRadius, CursorIcon, Id, Key, LayerId, Modifiers, Order, Pos2, Rect, StrokeKind, Ui, pos2, vec2,
};
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::data::{Entry, Month};
use super::entry::{self, Stand};
use super::layout::Grid;
use super::{paint, words};
use crate::case::CalendarStrike;
use crate::model::Change;
use crate::model::record::{Fields, RecordRef};
use crate::model::strike::DateBasis;
use crate::model::when::{CannotMove, Edtf, nights};
use crate::text::{t, tf};
use crate::ui::desk::{Desk, Wish};
use crate::ui::link::Answer;
use crate::ui::theme::{Tokens, Type, radius, space};
use crate::ui::widgets::Toast;

/// The width of what goes with the pointer.
const GHOST: f32 = 220.0;
/// Its two lines.
const LINE: f32 = 20.0;

/// Which day is under the pointer, and where it stands.
pub type DayAt<'a> = dyn Fn(Pos2) -> Option<(Date, Rect)> + 'a;

/// A strike on its way.
struct Drag {
    entry: Entry,
    /// The day by which it was taken, and where it is over now.
    from: Date,
    over: Option<(Date, Rect)>,
}

/// A new date on its way into the case.
struct Waiting {
    record: RecordRef,
    text: String,
    toast: Toast,
    /// The month as it was when the case had carried it out; the next one has it.
    done: Option<Arc<Month>>,
}

/// What is being taken to another day.
#[derive(Default)]
pub struct Redating {
    drag: Option<Drag>,
    /// The days by which a strike is to move, and the strike on its way.
    step: Option<(i32, Answer<Option<CalendarStrike>>)>,
    waiting: Option<Waiting>,
}

/// The date that shows an entry, moved.
struct Moved {
    field: &'static str,
    before: Edtf,
    after: Edtf,
}

fn moved(entry: &Entry, days: i32) -> Result<Moved, CannotMove> {
    let (field, text) = if entry.certainty.reported_only {
        ("reported", &entry.strike.reported)
    } else {
        ("occurred", &entry.strike.occurred)
    };
    let text = text.as_deref().ok_or(CannotMove::NoDay)?;
    let before = Edtf::parse(text).map_err(|_| CannotMove::NoDay)?;
    let after = before.moved(days)?;
    Ok(Moved { field, before, after })
}

impl Redating {
    /// Takes a strike at the pointer.
    pub fn grab(&mut self, ui: &Ui, entry: &Entry, day_at: &DayAt<'_>) {
        let at = ui.input(|input| input.pointer.press_origin());
        self.drag = at.and_then(day_at).map(|from| Drag {
            entry: entry.clone(),
            from: from.0,
            over: Some(from),
        });
    }

    /// Leaves what is dragged where it was, when Escape says so. Before the calendar takes its keys.
    pub fn heed_escape(&mut self, ui: &Ui) {
        if self.drag.is_some() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            self.drag = None;
        }
    }

    /// Goes with the pointer, and does what it leads to when it is let go; tells what the case has done.
    pub fn follow(&mut self, ui: &Ui, desk: &mut Desk, month: &Arc<Month>, day_at: &DayAt<'_>) {
        self.hear(desk, month);
        let Some(drag) = &mut self.drag else { return };
        let (at, is_down) = ui.input(|input| (input.pointer.interact_pos(), input.pointer.primary_down()));
        if let Some(at) = at {
            drag.over = day_at(at);
        }
        if is_down {
            if let Some(at) = at {
                drag.ghost(ui, at);
            }
            return;
        }
        let days = drag.days();
        if let Some(drag) = self.drag.take()
            && days != 0
        {
            self.apply(desk, &drag.entry, days);
        }
    }

    /// Asks for the selected strike, to move it by `days`.
    pub fn step(&mut self, desk: &mut Desk, days: i32) {
        // A step that comes before the last one is there would start from where that one did.
        if self.waiting.is_some() || self.step.is_some() {
            return;
        }
        let Some(strike) = desk.selected_strike() else {
            desk.wish(Wish::Tell(Toast::note(t("calendar-redate-none"))));
            return;
        };
        let known = desk.link.ask(move |reader| reader.calendar_strike(strike));
        self.step = Some((days, known));
    }

    /// Moves the strike of the last [`Redating::step`] once it is known, if it stands on `grid`. Gives the day on which it then
    /// begins.
    pub fn carry_out(&mut self, desk: &mut Desk, grid: &Grid) -> Option<Date> {
        let (days, known) = self.step.take()?;
        let strike = match known.take() {
            Ok(strike) => strike.ok().flatten(),
            Err(known) => {
                self.step = Some((days, known));
                return None;
            }
        };
        let stands = |strike: &CalendarStrike| strike.last >= grid.first() && strike.first <= grid.last();
        let Some(entry) = strike.filter(stands).map(Entry::new) else {
            desk.wish(Wish::Tell(Toast::note(t("calendar-redate-none"))));
            return None;
        };
        self.apply(desk, &entry, days)
            .then(|| entry.strike.first.saturating_add(days.days()))
    }

    fn apply(&mut self, desk: &mut Desk, entry: &Entry, days: i32) -> bool {
        let name = entry.name();
        let moved = match moved(entry, days) {
            Ok(moved) => moved,
            Err(reason) => {
                let said = [("name", name.into()), ("when", entry.when.as_str().into())];
                let toast = Toast::refused(tf("calendar-not-redated", &said), reason.to_string());
                desk.wish(Wish::Tell(toast));
                return false;
            }
        };
        let key = match (entry.basis(), &entry.strike.occurred) {
            (DateBasis::Observed, _) => "calendar-redated",
            (DateBasis::ReportedOn, None) => "calendar-redated-report",
            (DateBasis::ReportedOn, Some(_)) => "calendar-redated-report-alone",
        };
        let said = tf(
            key,
            &[
                ("name", name.into()),
                ("before", words::edtf(&moved.before).into()),
                ("after", words::edtf(&moved.after).into()),
            ],
        );
        let record = RecordRef::from(entry.strike.id);
        let text = String::from(moved.after);
        let fields = Fields::from_iter([(moved.field.to_owned(), text.as_str().into())]);
        desk.select(record.clone());
        desk.apply(Change::Edit {
            record: record.clone(),
            fields,
        });
        self.waiting = Some(Waiting {
            record,
            text,
            toast: Toast::done(said).with_undo(),
            done: None,
        });
        true
    }

    /// What became of the date that was on its way.
    fn hear(&mut self, desk: &mut Desk, month: &Arc<Month>) {
        let Some(waiting) = &mut self.waiting else { return };
        if desk.refused {
            self.waiting = None;
            return;
        }
        let is_done = desk
            .applied
            .as_ref()
            .is_some_and(|applied| applied.records.contains(&waiting.record));
        if is_done && waiting.done.is_none() {
            waiting.done = Some(Arc::clone(month));
            desk.wish(Wish::Tell(waiting.toast.clone()));
        }
        let Some(done) = &waiting.done else { return };
        let shown = month.entries.iter().any(|entry| {
            let dates = [&entry.strike.occurred, &entry.strike.reported];
            RecordRef::from(entry.strike.id) == waiting.record && dates.contains(&&Some(waiting.text.clone()))
        });
        if shown || !Arc::ptr_eq(done, month) {
            self.waiting = None;
        }
    }
}

impl Drag {
    fn days(&self) -> i32 {
        self.over.map_or(0, |(day, _)| nights(self.from, day))
    }

    /// What goes with the pointer: the strike, and its date as it would be or why it stays.
    fn ghost(&self, ui: &Ui, at: Pos2) {
        let tokens = Tokens::of(ui);
        let layer = LayerId::new(Order::Tooltip, Id::unique("calendar ghost"));
        let painter = ui.ctx().layer_painter(layer);
        let outcome = moved(&self.entry, self.days());
        let cursor = if outcome.is_ok() {
            CursorIcon::Grabbing
        } else {
            CursorIcon::NotAllowed
        };
        ui.ctx().set_cursor_icon(cursor);
        let (text, ink) = match outcome {
            Ok(moved) => {
                let key = if self.entry.certainty.reported_only {
                    "calendar-redate-report-to"
                } else {
                    "calendar-redate-to"
                };
                let said = [
                    ("before", words::edtf(&moved.before).into()),
                    ("after", words::edtf(&moved.after).into()),
                ];
                (tf(key, &said), tokens.text_strong)
            }
            Err(reason) => (reason.to_string(), tokens.bad.text),
        };
        if let Some((_, cell)) = self.over {
            painter.rect_stroke(
                cell.shrink(1.0),
                CornerRadius::same(radius::S),
                tokens.focus_ring(),
                StrokeKind::Inside,
            );
        }
        let words = painter.layout(text, Type::Small.font(tokens), ink, GHOST);
        let height = LINE + words.size().y + 3.0 * space::XS;
        let screen = ui.ctx().content_rect();
        let size = vec2(GHOST + 2.0 * space::S, height);
        let corner = (at + vec2(12.0, 12.0)).min(screen.max - size);
        let frame = Rect::from_min_size(corner, size);
        let round = CornerRadius::same(radius::S);
        painter.rect(
            frame,
            round,
            tokens.raised,
            tokens.control_line(),
            StrokeKind::Inside,
        );
        let inner = frame.shrink2(vec2(space::S, space::XS));
        let stand = Stand::whole(inner.with_max_y(inner.top() + LINE));
        let ground = paint::observed(tokens, self.entry.certainty.vague);
        entry::body(&painter, tokens, self.entry.certainty, stand, ground);
        let name = stand.rect.shrink2(vec2(space::S, 0.0));
        paint::line(
            ui,
            &painter,
            name,
            self.entry.name(),
            Type::Small,
            tokens.text_strong,
        );
        painter.galley(pos2(inner.left(), stand.rect.bottom() + space::XS), words, ink);
    }
}
