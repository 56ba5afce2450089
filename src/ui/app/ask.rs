//! What the window asks about the open case: a new passphrase, or a day of the past to show.

use egui::Context;
use jiff::Timestamp;
use zeroize::Zeroizing;

use crate::case::Passphrase;
use crate::model::when::Edtf;
use crate::text::t;
use crate::ui::entered;
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::{Action, Field, Text, gap, secret_field, weak_text};

/// What was answered.
pub(super) enum Answer {
    /// To encrypt under this passphrase, or not at all.
    Passphrase(Option<Passphrase>),
    /// To show the case as it was then.
    AsOf(Timestamp),
}

enum Question {
    Passphrase {
        first: Zeroizing<String>,
        again: Zeroizing<String>,
        is_encrypted: bool,
    },
    AsOf(String),
}

/// The question that is open, if one is, and why its last answer did not do.
#[derive(Default)]
pub(super) struct Ask {
    question: Option<Question>,
    problem: Option<&'static str>,
}

impl Ask {
    pub(super) fn takes_keys(&self) -> bool {
        self.question.is_some()
    }

    pub(super) fn passphrase(&mut self, is_encrypted: bool) {
        self.problem = None;
        self.question = Some(Question::Passphrase {
            first: Zeroizing::default(),
            again: Zeroizing::default(),
            is_encrypted,
        });
    }

    pub(super) fn as_of(&mut self, today: jiff::civil::Date) {
        self.problem = None;
        self.question = Some(Question::AsOf(today.to_string()));
    }

    /// Draws the question. Gives the answer once.
    pub(super) fn show(&mut self, ctx: &Context) -> Option<Answer> {
        let mut question = self.question.take()?;
        let problem = &mut self.problem;
        let mut answer = None;
        let mut cancelled = false;
        let modal = egui::Modal::new(egui::Id::unique("ask")).show(ctx, |ui| {
            ui.set_width(440.0);
            let (title, text, button) = match &question {
                Question::Passphrase { .. } => {
                    ("ask-passphrase", "ask-passphrase-text", "ask-passphrase-set")
                }
                Question::AsOf(_) => ("ask-as-of", "ask-as-of-text", "ask-as-of-show"),
            };
            ui.add(Text::new(t(title)).kind(Type::Strong));
            gap(ui, space::XS);
            weak_text(ui, t(text));
            gap(ui, space::M);
            let mut done = fields(ui, &mut question);
            if let Some(problem) = *problem {
                ui.add(
                    Text::new(t(problem))
                        .kind(Type::Small)
                        .color(Tokens::of(ui).bad.text),
                );
            }
            gap(ui, space::M);
            ui.horizontal(|ui| {
                done |= ui.add(Action::primary(t(button))).clicked();
                if let Question::Passphrase {
                    is_encrypted: true, ..
                } = question
                    && ui.add(Action::secondary(t("ask-passphrase-remove"))).clicked()
                {
                    answer = Some(Answer::Passphrase(None));
                }
                cancelled = ui.add(Action::secondary(t("shell-path-cancel"))).clicked();
            });
            if done {
                match take(&question) {
                    Ok(taken) => answer = Some(taken),
                    Err(reason) => *problem = Some(reason),
                }
            }
        });
        if answer.is_none() && !cancelled && !modal.should_close() {
            self.question = Some(question);
        }
        answer
    }
}

/// Draws what is typed. True if it was ended with Enter.
fn fields(ui: &mut egui::Ui, question: &mut Question) -> bool {
    match question {
        Question::Passphrase { first, again, .. } => {
            secret_field(ui, t("ask-passphrase-first"), first);
            gap(ui, space::S);
            let response = secret_field(ui, t("ask-passphrase-again"), again);
            response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter))
        }
        Question::AsOf(day) => {
            let field = Field::new(t("ask-as-of-day"))
                .hint(t("ask-as-of-hint"))
                .show(ui, day);
            entered(ui, &field)
        }
    }
}

fn take(question: &Question) -> Result<Answer, &'static str> {
    match question {
        Question::Passphrase { first, again, .. } => {
            if first != again {
                return Err("ask-passphrase-differ");
            }
            let passphrase = Passphrase::new(first.clone()).ok_or("ask-passphrase-empty")?;
            Ok(Answer::Passphrase(Some(passphrase)))
        }
        Question::AsOf(day) => end_of(day).map(Answer::AsOf).ok_or("ask-as-of-wrong"),
    }
}

/// The last moment of what is typed, in this laptop's time zone.
fn end_of(day: &str) -> Option<Timestamp> {
    let date = Edtf::parse_lenient(day.trim()).ok()?.interval()?.latest();
    let next = date
        .tomorrow()
        .ok()?
        .to_zoned(jiff::tz::TimeZone::system())
        .ok()?;
    next.timestamp()
        .checked_sub(jiff::SignedDuration::from_millis(1))
        .ok()
}
