//! What the mark may mean: a card for each reading, best grade first, with its reasons and rivals always in view.
//! Every key that is typed renews them. A person accepts or rejects a reading, and says why.

mod card;

use std::sync::Arc;

use egui::{Frame, Layout, Margin, Ui};
use jiff::Timestamp;

use super::finding;
use crate::case::MarkingSheet;
use crate::model::id::TranscriptionId;
use crate::model::when::Interval;
use crate::model::{Change, Finding, Verdict};
use crate::reading::decision::Decision;
use crate::reading::{Context, Grade, Notation, Reading, read_text};
use crate::text::{t, tf};
use crate::ui::desk::Desk;
use crate::ui::link::Remote;
use crate::ui::theme::{Tokens, Type, radius, space};
use crate::ui::widgets::{Action, Field, FieldEvent, Text, status_chip};
use card::{called, decision_button, facts, head, sources};
pub use card::{days_text, system_name};

/// The transcription that is read.
pub struct Subject<'a> {
    /// Which it is, or will be once it is saved.
    pub transcription: TranscriptionId,
    /// What it says.
    pub text: &'a str,
    /// Whether it is sound notation.
    pub is_sound: bool,
    /// What makes the case have it, if it lacks something of it.
    pub unsaved: Option<Change>,
}

/// A reading apart from what speaks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Name {
    system: String,
    rule: String,
    days: Option<Interval>,
}

impl Name {
    fn of(reading: &Reading) -> Self {
        Self {
            system: reading.system.clone(),
            rule: reading.rule_id.clone(),
            days: reading.bound_interval(),
        }
    }

    fn is_of(&self, finding: &Finding) -> bool {
        self.system == finding.system
            && self.rule == finding.rule
            && self.days.map(|days| days.earliest()) == finding.earliest
            && self.days.map(|days| days.latest()) == finding.latest
    }
}

/// A decision for which the reason is being written.
struct Asking {
    name: Name,
    verdict: Verdict,
    reason: String,
    begun: bool,
}

/// The readings of the marking on screen.
#[derive(Default)]
pub struct Readings {
    remote: Remote<(String, Context), Arc<Vec<Reading>>>,
    shown: Arc<Vec<Reading>>,
    asking: Option<Asking>,
}

impl Readings {
    /// Forgets what belongs to the marking before.
    pub fn clear(&mut self) {
        self.shown = Arc::default();
        self.asking = None;
    }

    /// Whether a reason is being written.
    #[must_use]
    pub fn is_asking(&self) -> bool {
        self.asking.is_some()
    }

    /// Shows what was decided and what the mark may mean.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk, sheet: &MarkingSheet, mut subject: Subject<'_>) {
        let context = sheet.context.reading_context(desk.today);
        if subject.text.trim().is_empty() {
            self.shown = Arc::default();
        } else if subject.is_sound {
            let key = (subject.text.to_owned(), context.clone());
            let (text, of) = key.clone();
            let answer = self.remote.get(&desk.link, key, move |_| {
                Ok(Arc::new(read_text(&text, &of).unwrap_or_default()))
            });
            // Until the answer is there, the readings of the last key stay in view.
            if let Some(readings) = answer {
                self.shown = Arc::clone(readings);
            }
        }
        let readings = Arc::clone(&self.shown);
        let names: Vec<Name> = readings.iter().map(Name::of).collect();
        for decided in sheet
            .findings
            .iter()
            .rev()
            .filter(|f| f.verdict == Verdict::Accepted)
        {
            let is_current = finding::is_current(decided, &sheet.transcriptions, context.strike);
            finding::accepted_card(ui, desk, decided, is_current);
            ui.add_space(space::S);
        }

        ui.add(Text::new(t("marking-readings")).kind(Type::Heading));
        super::context::context_line(ui, desk, &sheet.context, &context);
        ui.add_space(space::XS);
        if subject.text.trim().is_empty() {
            ui.add(Text::new(t("marking-readings-empty")).weak());
        } else if !subject.is_sound {
            ui.add(Text::new(t("marking-readings-unsound")).weak());
        } else if readings.is_empty() && self.remote.error().is_none() {
            ui.add(Text::new(t("marking-readings-none")).weak());
        }
        for (reading, name) in readings.iter().zip(&names) {
            let decided = sheet.findings.iter().rev().find(|finding| name.is_of(finding));
            if let Some(verdict) = self.card(ui, desk, (subject.text, reading), name, decided) {
                let decision = Decision {
                    marking: sheet.context.marking.id,
                    transcription: subject.transcription,
                    verdict: verdict.0,
                    reason: &verdict.1,
                    by: &desk.person,
                    at: Timestamp::now(),
                };
                let finding = decision.on(reading, &context);
                let mut changes: Vec<Change> = subject.unsaved.take().into_iter().collect();
                changes.push(Change::Decide(Box::new(finding)));
                desk.apply_all(changes);
            }
            ui.add_space(space::S);
        }
        let stale = |finding: &&Finding| {
            finding.verdict == Verdict::Rejected && !names.iter().any(|name| name.is_of(finding))
        };
        let mut rejected = sheet.findings.iter().rev().filter(stale).peekable();
        if rejected.peek().is_some() {
            ui.add(Text::new(t("marking-earlier-decisions")).kind(Type::Strong));
            for decided in rejected {
                finding::rejected_line(ui, desk, decided);
            }
        }
    }

    /// The card of one reading; the decision and its reason when one was confirmed.
    fn card(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk,
        (text, reading): (&str, &Reading),
        name: &Name,
        decided: Option<&Finding>,
    ) -> Option<(Verdict, String)> {
        let tokens = Tokens::of(ui);
        let accepted = decided.is_some_and(|finding| finding.verdict == Verdict::Accepted);
        let line = if accepted {
            egui::Stroke::new(tokens.line_width + 0.5, tokens.accent)
        } else {
            tokens.hairline()
        };
        Frame::new()
            .fill(tokens.raised)
            .stroke(line)
            .corner_radius(egui::CornerRadius::same(radius::M))
            .inner_margin(Margin::symmetric(10, 8))
            .show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 3.0;
                head(ui, reading);
                facts(ui, reading, text);
                for (place, why) in reading.why.iter().enumerate() {
                    let is_reason = reading.grade == Grade::X && place == 0;
                    let text = Text::new(why).kind(Type::Small);
                    ui.add(if is_reason {
                        text.color(tokens.bad.text)
                    } else {
                        text.weak()
                    });
                }
                self.foot(ui, desk, reading, name, decided)
            })
            .inner
    }

    /// Sources, and what was or can be decided.
    fn foot(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk,
        reading: &Reading,
        name: &Name,
        decided: Option<&Finding>,
    ) -> Option<(Verdict, String)> {
        if let Some(finding) = decided.filter(|finding| finding.verdict == Verdict::Rejected) {
            finding::rejected_line(ui, desk, finding);
        }
        let asks = self.asking.as_ref().is_some_and(|asking| asking.name == *name);
        ui.horizontal(|ui| {
            sources(ui, reading);
            if asks {
                return;
            }
            ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = space::XS;
                let verdict = decided.map(|finding| finding.verdict);
                if verdict == Some(Verdict::Accepted) {
                    status_chip(ui, t("marking-accepted"), Tokens::of(ui).good);
                }
                let impossible = (reading.grade == Grade::X).then(|| t("marking-accept-impossible"));
                let mut asked = None;
                if verdict != Some(Verdict::Rejected) {
                    let named = tf("marking-reject-name", &[("reading", called(reading).into())]);
                    if decision_button(ui, t("marking-reject"), &named, None).clicked() {
                        asked = Some(Verdict::Rejected);
                    }
                }
                if verdict != Some(Verdict::Accepted) {
                    let named = tf("marking-accept-name", &[("reading", called(reading).into())]);
                    if decision_button(ui, t("marking-accept"), &named, impossible).clicked() {
                        asked = Some(Verdict::Accepted);
                    }
                }
                if let Some(verdict) = asked {
                    self.asking = Some(Asking {
                        name: name.clone(),
                        verdict,
                        reason: String::new(),
                        begun: false,
                    });
                }
            });
        });
        if asks { self.reason(ui) } else { None }
    }

    /// The field for the reason, which is required.
    fn reason(&mut self, ui: &mut Ui) -> Option<(Verdict, String)> {
        let asking = self.asking.as_mut()?;
        let label = match asking.verdict {
            Verdict::Accepted => t("marking-why-accept"),
            Verdict::Rejected => t("marking-why-reject"),
        };
        let output = Field::new(label)
            .hint(t("marking-why-hint"))
            .show(ui, &mut asking.reason);
        if !asking.begun {
            asking.begun = true;
            output.response.request_focus();
            output.response.scroll_to_me(Some(egui::Align::Center));
        }
        let is_given = !asking.reason.trim().is_empty();
        let mut confirmed =
            output.event == FieldEvent::Committed && ui.input(|input| input.key_pressed(egui::Key::Enter));
        let mut cancelled = output.event == FieldEvent::Cancelled;
        ui.horizontal(|ui| {
            let missing = (!is_given).then(|| t("marking-why-required"));
            let confirm = match asking.verdict {
                Verdict::Accepted => t("marking-confirm-accept"),
                Verdict::Rejected => t("marking-confirm-reject"),
            };
            confirmed |= ui
                .add(Action::primary(confirm).keys("Enter").unless(missing))
                .clicked();
            cancelled |= ui
                .add(Action::quiet(t("marking-why-cancel")).keys(t("key-escape")))
                .clicked();
        });
        if confirmed && !is_given {
            output.response.request_focus();
            return None;
        }
        if confirmed || cancelled {
            let asking = self.asking.take()?;
            return confirmed.then_some((asking.verdict, asking.reason));
        }
        None
    }
}

/// Whether a text is sound notation.
pub fn is_sound(text: &str) -> bool {
    Notation::parse(text).is_ok()
}
