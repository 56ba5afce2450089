//! One question on screen: the record, the versions side by side, and the ways to decide.

use egui::{CornerRadius, Frame, Margin, Response, StrokeKind, Ui};
use egui_material_icons::icons;

use super::load::{Card, Matter, Spoken, Wording};
use crate::model::Change;
use crate::model::record::RecordRef;
use crate::text::{t, tf};
use crate::ui::theme::{Tokens, Type, radius, size, space};
use crate::ui::views::history::difference::{self, Run};
use crate::ui::widgets::{Action, Text, card, chip, gap, weak_text};

/// A version is not shown narrower than this, in points, if there is room for one of this width.
const NARROWEST: f32 = 250.0;

/// What was asked for on a question.
pub(super) enum Asked {
    /// To decide so.
    Decide(Box<Change>),
    /// To see this entry of the history.
    Entry(i64),
    /// To see this record.
    Show(RecordRef),
}

/// What came of drawing a question.
#[derive(Default)]
pub(super) struct Drawn {
    pub(super) asked: Option<Asked>,
    /// One of its controls has the keyboard.
    pub(super) has_keyboard: bool,
}

impl Drawn {
    /// Draws a button. Whether it was clicked.
    fn button(&mut self, ui: &mut Ui, action: Action<'_>) -> (bool, Response) {
        let response = ui.add(action);
        if response.has_focus() {
            self.has_keyboard = true;
        }
        if response.gained_focus() {
            response.scroll_to_me(None);
        }
        (response.clicked(), response)
    }
}

/// Draws a question.
pub(super) fn show(ui: &mut Ui, question: &Card, is_current: bool, takes_keyboard: bool) -> Drawn {
    let mut drawn = Drawn::default();
    let shown = card(ui, |ui| {
        ui.set_min_width(ui.available_width());
        head(ui, question, &mut drawn);
        let first = match &question.matter {
            Matter::Fields { .. } => fields(ui, question, &mut drawn),
            Matter::Removal {
                removed,
                worked,
                with,
            } => removal(ui, question, removed, worked, with, &mut drawn),
        };
        if let Some(first) = first
            && takes_keyboard
        {
            first.request_focus();
            first.scroll_to_me(None);
        }
    });
    if is_current {
        let tokens = Tokens::of(ui);
        let line = egui::Stroke::new(tokens.line_width, tokens.accent);
        let corner = CornerRadius::same(radius::M);
        ui.painter()
            .rect_stroke(shown.response.rect, corner, line, StrokeKind::Inside);
    }
    drawn
}

/// A row of controls and texts on one line, or on several where there is no room.
fn wrapped<R>(ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    ui.horizontal_wrapped(|ui| {
        // Texts before a button would stand lower than its name.
        ui.set_row_height(size::CONTROL);
        contents(ui)
    })
    .inner
}

fn head(ui: &mut Ui, question: &Card, drawn: &mut Drawn) {
    wrapped(ui, |ui| {
        weak_text(ui, question.kind);
        match &question.shown {
            Some(record) => {
                let name = tf("questions-go", &[("title", question.title.as_str().into())]);
                let action = Action::quiet(&question.title).spoken(&name);
                if drawn.button(ui, action).0 {
                    drawn.asked = Some(Asked::Show(record.clone()));
                }
            }
            None => {
                ui.add(Text::new(&question.title).kind(Type::Strong));
            }
        }
    });
}

fn fields(ui: &mut Ui, question: &Card, drawn: &mut Drawn) -> Option<Response> {
    let Matter::Fields {
        names,
        before,
        versions,
        all,
    } = &question.matter
    else {
        return None;
    };
    ui.add(Text::new(&tf("questions-field", &[("fields", names.as_str().into())])).kind(Type::Strong));
    let before: Vec<String> = before
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .map(
            |(name, value)| match versions.iter().any(|version| version.values.len() > 1) {
                true => format!("{name}: {value}"),
                false => value.clone(),
            },
        )
        .collect();
    let before = match before.is_empty() {
        true => t("questions-before-none").to_owned(),
        false => tf("questions-before", &[("value", before.join(", ").into())]),
    };
    weak_text(ui, &before);
    gap(ui, space::S);
    let mut first = None;
    // At least one column; the cast of a whole number of columns on a screen loses nothing.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let fitting = (ui.available_width() / NARROWEST).floor().clamp(1.0, 4.0) as usize;
    let columns = fitting.min(versions.len()).max(1);
    for (row, some) in versions.chunks(columns).enumerate() {
        ui.columns(columns, |rooms| {
            for (column, (version, ui)) in some.iter().zip(rooms).enumerate() {
                let number = row * columns + column;
                let take = wording(ui, question, version, number, drawn);
                first.get_or_insert(take);
            }
        });
        gap(ui, space::S);
    }
    wrapped(ui, |ui| {
        if let Some(all) = all {
            let both = t(if versions.len() == 2 {
                "questions-both"
            } else {
                "questions-all"
            });
            let name = named("questions-both-of", question, both);
            let action = Action::secondary(both).with_icon(icons::ICON_ADD).spoken(&name);
            if drawn.button(ui, action).0 {
                drawn.asked = Some(Asked::Decide(Box::new(question.settle(all))));
            }
        }
        if let Some(record) = &question.shown {
            let edit = t("questions-edit");
            let name = named("questions-both-of", question, edit);
            let action = Action::quiet(edit).with_icon(icons::ICON_EDIT).spoken(&name);
            if drawn.button(ui, action).0 {
                drawn.asked = Some(Asked::Show(record.clone()));
            }
            weak_text(ui, t("questions-edit-text"));
        }
    });
    first
}

/// A version: the button that takes it, who wrote it, and what.
fn wording(ui: &mut Ui, question: &Card, version: &Wording, number: usize, drawn: &mut Drawn) -> Response {
    let tokens = Tokens::of(ui);
    let frame = Frame::new()
        .fill(tokens.base)
        .stroke(tokens.hairline())
        .corner_radius(CornerRadius::same(radius::M))
        .inner_margin(Margin::same(8));
    // Columns justify their texts.
    let column = |ui: &mut Ui| {
        ui.set_min_width(ui.available_width());
        let who: Vec<&str> = version.by.iter().map(|voice| voice.who.as_str()).collect();
        let said = [
            ("title", question.title.as_str().into()),
            ("fields", question.key().into()),
            ("who", who.join("; ").into()),
        ];
        let name = tf("questions-take-of", &said);
        let response = wrapped(ui, |ui| {
            let action = Action::secondary(t("questions-take"))
                .with_icon(icons::ICON_CHECK)
                .keys((number + 1).to_string())
                .spoken(&name);
            let (clicked, response) = drawn.button(ui, action);
            if clicked {
                drawn.asked = Some(Asked::Decide(Box::new(question.settle(&version.fields))));
            }
            weak_text(ui, &(number + 1).to_string());
            if number == 0 {
                chip(ui, t("questions-shown"));
            }
            response
        });
        let has_many = version.values.len() > 1;
        for (name, value) in &version.values {
            gap(ui, space::XS);
            if has_many {
                ui.add(Text::new(name).kind(Type::Small).weak());
            }
            match value.as_slice() {
                [Run::Same(text)] if text.is_empty() => {
                    ui.add(Text::new(t("questions-empty")).weak());
                }
                [Run::Same(text)] => {
                    ui.add(Text::new(text));
                }
                runs => difference::show(ui, runs),
            }
        }
        gap(ui, space::S);
        for voice in &version.by {
            spoken(ui, voice, drawn);
        }
        response
    };
    frame.show(ui, |ui| ui.vertical(column).inner).inner
}

/// Who and when, and the way to the entry.
fn spoken(ui: &mut Ui, voice: &Spoken, drawn: &mut Drawn) {
    wrapped(ui, |ui| {
        ui.add(Text::new(&voice.who).kind(Type::Small));
        ui.add(Text::new(&voice.when).kind(Type::Small).weak());
        let seq = tf("history-entry-number", &[("seq", voice.seq.to_string().into())]);
        let action = Action::quiet(&seq).with_icon(icons::ICON_HISTORY);
        if drawn.button(ui, action).0 {
            drawn.asked = Some(Asked::Entry(voice.seq));
        }
    });
}

fn removal(
    ui: &mut Ui,
    question: &Card,
    removed: &Spoken,
    worked: &[Spoken],
    with: &[String],
    drawn: &mut Drawn,
) -> Option<Response> {
    ui.add(Text::new(t("questions-removal")).kind(Type::Strong));
    weak_text(ui, t("questions-removal-text"));
    gap(ui, space::XS);
    weak_text(ui, t("questions-removed-by"));
    spoken(ui, removed, drawn);
    if !worked.is_empty() {
        weak_text(ui, t("questions-worked-by"));
        for voice in worked {
            spoken(ui, voice, drawn);
        }
    }
    if !with.is_empty() {
        let said = tf("questions-with", &[("count", with.len().into())]);
        weak_text(ui, &said).on_hover_text(with.join("\n"));
    }
    gap(ui, space::S);
    let mut first = None;
    wrapped(ui, |ui| {
        for (label, named_by, icon, removes) in [
            ("questions-keep", "questions-keep-of", icons::ICON_CHECK, false),
            (
                "questions-remove",
                "questions-remove-of",
                icons::ICON_DELETE,
                true,
            ),
        ] {
            let name = named(named_by, question, "");
            let action = Action::secondary(t(label)).with_icon(icon).spoken(&name);
            let (clicked, response) = drawn.button(ui, action);
            if clicked {
                drawn.asked = Some(Asked::Decide(Box::new(question.settle_removal(removes))));
            }
            first.get_or_insert(response);
        }
    });
    first
}

/// A control's name with the question that it is of.
fn named(key: &str, question: &Card, what: &str) -> String {
    let said = [
        ("what", what.into()),
        ("title", question.title.as_str().into()),
        ("fields", question.key().into()),
    ];
    tf(key, &said)
}
