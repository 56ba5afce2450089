//! What the mark may mean: a card for each reading, best grade first, with its reasons and rivals always in view.
//! Every key that is typed renews them. A person accepts or rejects a reading, and says why.

use std::sync::Arc;

use egui::{Frame, Layout, Margin, Ui};
use egui_material_icons::icons;
use jiff::Timestamp;

use super::finding;
use crate::case::MarkingSheet;
use crate::model::id::TranscriptionId;
use crate::model::when::Interval;
use crate::model::{Change, Finding, Verdict};
use crate::reading::decision::Decision;
use crate::reading::{Context, Grade, Meaning, Notation, Reading, read_text, source};
use crate::text::{t, tf};
use crate::ui::desk::Desk;
use crate::ui::link::Remote;
use crate::ui::theme::{Status, Tokens, Type, radius, space};
use crate::ui::widgets::{Action, Field, FieldEvent, Text, grade_badge, message, status_chip};

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
            let is_current = names.iter().zip(readings.iter()).any(|(name, reading)| {
                name.is_of(decided)
                    && reading.raw == decided.raw
                    && decided.strike_earliest == context.strike.map(|s| s.earliest())
            });
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

/// A button that says on screen what to do, and to a reader of the screen also with what.
fn decision_button(ui: &mut Ui, shown: &str, name: &str, reason: Option<&str>) -> egui::Response {
    let response = ui
        .add_enabled_ui(reason.is_none(), |ui| ui.add(Action::secondary(shown)))
        .inner;
    response.widget_info(|| {
        egui::WidgetInfo::labeled(
            egui::accesskit::Role::Button,
            reason.is_none() && ui.is_enabled(),
            name,
        )
    });
    match reason {
        Some(reason) => response.on_disabled_hover_text(reason),
        None => response,
    }
}

/// A reading in a few words, which tell it from the others: its system and first day.
fn called(reading: &Reading) -> String {
    match reading.bound_interval() {
        Some(days) => format!("{} {days}", reading.system_name()),
        None => reading.system_name().to_owned(),
    }
}

/// Grade, system and days.
fn head(ui: &mut Ui, reading: &Reading) {
    let tokens = Tokens::of(ui);
    let impossible = reading.grade == Grade::X;
    ui.horizontal(|ui| {
        let letter = reading.grade.to_string().chars().next().unwrap_or('X');
        grade_badge(ui, letter).on_hover_text(t(&format!("marking-grade-{}", letter.to_ascii_lowercase())));
        let name = Text::new(reading.system_name()).kind(Type::Strong);
        ui.add(name.strike(impossible).truncate());
    });
    if let Some(days) = reading.interval {
        let text = days_text(days);
        let days = Text::new(&text).kind(Type::Mono).color(tokens.text_strong);
        ui.add(days.strike(impossible));
    }
}

/// First and last day, or the one day.
pub fn days_text(days: Interval) -> String {
    if days.earliest() == days.latest() {
        days.earliest().to_string()
    } else {
        format!("{} – {}", days.earliest(), days.latest())
    }
}

/// What it dates, what the strike leaves of it, what else it may be.
fn facts(ui: &mut Ui, reading: &Reading, text: &str) {
    let line = |ui: &mut Ui, name: &str, value: &str| {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            ui.spacing_mut().interact_size.y = 0.0;
            ui.add(Text::new(name).kind(Type::Small).weak());
            ui.vertical(|ui| ui.add(Text::new(value).kind(Type::Small)));
        });
    };
    if reading.raw.trim() != text.trim() {
        line(ui, t("marking-reads"), &reading.raw);
    }
    line(ui, t("marking-meaning"), meaning(reading.meaning));
    if let Some(days) = reading.tolerant {
        line(ui, t("marking-tolerant"), &days_text(days));
    }
    if let Some(days) = reading.clipped {
        line(ui, t("marking-clipped"), &days_text(days));
    }
    if let Some(place) = &reading.place {
        line(ui, t("marking-place-named"), &place.text);
    }
    if !reading.alternatives.is_empty() {
        let rivals: Vec<&str> = reading
            .alternatives
            .iter()
            .map(|system| system_name(system))
            .collect();
        line(ui, t("marking-rivals"), &rivals.join(" · "));
    }
}

/// The name of a system of reading, for people.
pub fn system_name(system: &str) -> &'static str {
    t(&format!("reading-system-{}", system.replace('_', "-")))
}

fn meaning(meaning: Meaning) -> &'static str {
    t(match meaning {
        Meaning::Production => "marking-meaning-production",
        Meaning::Assembly => "marking-meaning-assembly",
        Meaning::LotStart => "marking-meaning-lot-start",
        Meaning::SealWindow => "marking-meaning-seal-window",
        Meaning::DesignModel => "marking-meaning-design-model",
        Meaning::LabelPrint => "marking-meaning-label-print",
        Meaning::None => "marking-meaning-none",
    })
}

fn sources(ui: &mut Ui, reading: &Reading) {
    if reading.sources.is_empty() {
        ui.add(Text::new(t("marking-no-source")).kind(Type::Caption).weak());
        return;
    }
    let words = tf("marking-sources", &[("count", reading.sources.len().into())]);
    ui.add(Text::new(&words).kind(Type::Caption).weak())
        .on_hover_ui(|ui| {
            for id in &reading.sources {
                let citation = source(id).unwrap_or_else(|| t("marking-source-unknown"));
                ui.add(Text::new(&format!("{id}  {citation}")).kind(Type::Small));
            }
        });
}

/// A remark beside what it is about.
pub fn remark(ui: &mut Ui, status: Status, text: &str) {
    message(ui, icons::ICON_INFO, status, text);
}

/// Whether a text is sound notation.
pub fn is_sound(text: &str) -> bool {
    Notation::parse(text).is_ok()
}
