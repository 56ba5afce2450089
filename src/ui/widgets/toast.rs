//! What was done and what was refused, at the lower edge of the window. Success goes by itself; a refusal
//! stays until it is dismissed, because its reason has to be read.

use std::time::Duration;

use egui::accesskit::Role;
use egui::{Align, Align2, Area, Context, CornerRadius, Frame, Id, Layout, Margin, Order, Ui, vec2};
use egui_material_icons::icons::{ICON_CHECK_CIRCLE, ICON_CLOSE, ICON_ERROR, ICON_INFO};

use crate::text::{t, tf};
use crate::ui::theme::{Tokens, Type, radius, size, space};

use super::{Action, Text};

/// How long a success stays, in seconds.
const STAYS: f64 = 6.0;

/// Width of a toast, in points.
const WIDTH: f32 = 400.0;

/// What a toast tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Done,
    Refused,
    Note,
}

/// A message.
#[derive(Clone, Debug)]
#[must_use = "it is given to `Toasts::push`"]
pub struct Toast {
    kind: Kind,
    message: String,
    reason: String,
    can_undo: bool,
}

impl Toast {
    fn new(kind: Kind, message: impl Into<String>) -> Self {
        Self {
            kind,
            message: message.into(),
            reason: String::new(),
            can_undo: false,
        }
    }

    /// Something was done.
    pub fn done(message: impl Into<String>) -> Self {
        Self::new(Kind::Done, message)
    }

    /// Something was not done, and why.
    pub fn refused(message: impl Into<String>, reason: impl Into<String>) -> Self {
        Self {
            reason: reason.into(),
            ..Self::new(Kind::Refused, message)
        }
    }

    /// Something to know.
    pub fn note(message: impl Into<String>) -> Self {
        Self::new(Kind::Note, message)
    }

    /// It can be taken back from here.
    pub fn with_undo(mut self) -> Self {
        self.can_undo = true;
        self
    }
}

/// What was asked for in a toast.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ToastEvent {
    /// To take back what this toast tells of, by the number that [`Toasts::push`] gave.
    Undo(u64),
}

#[derive(Clone, Debug)]
struct Shown {
    number: u64,
    toast: Toast,
    since: Option<f64>,
}

/// The messages on the screen.
#[derive(Clone, Debug, Default)]
pub struct Toasts {
    shown: Vec<Shown>,
    next: u64,
}

impl Toasts {
    /// Shows a message and gives it a number.
    pub fn push(&mut self, toast: Toast) -> u64 {
        let number = self.next;
        self.next += 1;
        self.shown.push(Shown {
            number,
            toast,
            since: None,
        });
        number
    }

    /// Shows what there is. To be called last in a frame, above the views.
    pub fn show(&mut self, ctx: &Context) -> Option<ToastEvent> {
        let now = ctx.input(|input| input.time);
        for shown in &mut self.shown {
            shown.since.get_or_insert(now);
        }
        self.shown
            .retain(|shown| shown.toast.kind == Kind::Refused || age(shown, now) < STAYS);
        if self.shown.is_empty() {
            return None;
        }
        let soonest = self
            .shown
            .iter()
            .filter(|shown| shown.toast.kind != Kind::Refused)
            .map(|shown| STAYS - age(shown, now))
            .fold(f64::INFINITY, f64::min);
        if soonest.is_finite() {
            ctx.request_repaint_after(Duration::from_secs_f64(soonest.clamp(0.0, STAYS)));
        }

        let mut dismissed = None;
        let mut event = None;
        Area::new(Id::unique("toasts"))
            .anchor(Align2::LEFT_BOTTOM, vec2(size::RAIL + space::L, -space::L))
            .order(Order::Foreground)
            .show(ctx, |ui| {
                ui.set_width(WIDTH);
                for shown in &self.shown {
                    match toast(ui, &shown.toast) {
                        Some(Asked::Dismiss) => dismissed = Some(shown.number),
                        Some(Asked::Undo) => {
                            dismissed = Some(shown.number);
                            event = Some(ToastEvent::Undo(shown.number));
                        }
                        None => {}
                    }
                }
            });
        if let Some(number) = dismissed {
            self.shown.retain(|shown| shown.number != number);
        }
        event
    }
}

fn age(shown: &Shown, now: f64) -> f64 {
    shown.since.map_or(0.0, |since| now - since)
}

enum Asked {
    Dismiss,
    Undo,
}

fn toast(ui: &mut Ui, toast: &Toast) -> Option<Asked> {
    let tokens = Tokens::of(ui);
    let (icon, status) = match toast.kind {
        Kind::Done => (ICON_CHECK_CIRCLE, tokens.good),
        Kind::Refused => (ICON_ERROR, tokens.bad),
        Kind::Note => (ICON_INFO, tokens.info),
    };
    let mut asked = None;
    Frame::new()
        .fill(tokens.overlay)
        .stroke(tokens.hairline())
        .corner_radius(CornerRadius::same(radius::L))
        .shadow(ui.visuals().popup_shadow)
        .inner_margin(Margin::symmetric(12, 8))
        .show(ui, |ui| {
            let dismiss = tf("widget-dismiss", &[("message", toast.message.as_str().into())]);
            // The buttons first: the message takes what they leave, on as many lines as it needs.
            ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                if ui.add(Action::icon(ICON_CLOSE, &dismiss)).clicked() {
                    asked = Some(Asked::Dismiss);
                }
                if toast.can_undo && ui.add(Action::secondary(t("widget-toast-undo"))).clicked() {
                    asked = Some(Asked::Undo);
                }
                ui.with_layout(Layout::top_down(Align::Min), |ui| {
                    ui.add_space((size::CONTROL - size::ICON) / 2.0);
                    ui.horizontal_top(|ui| {
                        super::layout::sign(ui, icon, status.text);
                        let message = ui
                            .vertical(|ui| ui.add(Text::new(&toast.message).kind(Type::Strong)))
                            .inner;
                        ui.accesskit_node_builder(message.id, |node| node.set_role(Role::Status));
                    });
                });
            });
            if !toast.reason.is_empty() {
                ui.horizontal(|ui| {
                    ui.add_space(size::ICON + space::S);
                    ui.vertical(|ui| ui.add(Text::new(&toast.reason)));
                });
            }
        });
    asked
}

#[cfg(test)]
mod tests {
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::widgets::testing::harness;

    fn at(ctx: &Context, toasts: &mut Toasts, seconds: f64) -> Option<ToastEvent> {
        let mut event = None;
        let input = egui::RawInput {
            time: Some(seconds),
            ..Default::default()
        };
        ctx.run_ui(input, |ui| event = toasts.show(ui))
            .drop_without_applying_deltas();
        event
    }

    #[test]
    fn success_goes_by_itself_and_a_refusal_stays() {
        let ctx = Context::default();
        crate::ui::fonts::install(&ctx);
        crate::ui::theme::apply(&ctx, crate::ui::theme::Theme::Light);
        let mut toasts = Toasts::default();
        toasts.push(Toast::done("Saved"));
        toasts.push(Toast::refused("Not saved", "the disk is full"));
        at(&ctx, &mut toasts, 1.0);
        assert_eq!(toasts.shown.len(), 2);
        at(&ctx, &mut toasts, 60.0);
        assert_eq!(toasts.shown.len(), 1);
        assert_eq!(toasts.shown[0].toast.message, "Not saved");
    }

    #[test]
    fn a_long_message_is_shown_whole_beside_its_buttons() {
        let mut toasts = Toasts::default();
        let message = "먼저 공격이나 무기를 선택하세요. 시간표는 선택한 것을 보여 줍니다. ".repeat(2);
        toasts.push(Toast::done(message.trim()).with_undo());
        toasts.push(Toast::note("짧은 말"));
        let window = harness(toasts, |ui, toasts| {
            toasts.show(ui);
        });
        let messages: Vec<_> = window.query_all_by_role(Role::Status).collect();
        let (shown, below) = (messages[0].rect(), messages[1].rect());
        let undo = window.get_by_label("Undo").rect();
        assert!(shown.right() <= undo.left(), "{shown} {undo}");
        assert!(shown.height() > 2.0 * 13.0, "on several lines: {shown}");
        assert!(below.top() > shown.bottom(), "{shown} {below}");
    }

    #[test]
    fn undo_tells_which_message_it_belongs_to_and_a_refusal_can_be_dismissed() {
        let mut toasts = Toasts::default();
        let removed = toasts.push(Toast::done("3 photos removed").with_undo());
        toasts.push(Toast::refused("Not saved", "the disk is full"));
        let mut window = harness((toasts, None), |ui, (toasts, event)| {
            *event = toasts.show(ui).or(*event);
        });
        window.get_by_label("Undo").click();
        window.run_ok();
        assert_eq!(window.state().1, Some(ToastEvent::Undo(removed)));
        window.get_by_label("Dismiss: Not saved").click();
        window.run_ok();
        assert!(window.state().0.shown.is_empty());
    }
}
