//! One entry in full: every record that it touched, every field before and after, and the way back to that state.

use egui::Ui;
use egui_material_icons::icons;

use super::difference::{self, Run};
use super::sentence;
use crate::case::{CaseError, Op, Reader};
use crate::model::Change;
use crate::model::record::{Fields, RecordRef};
use crate::text::{t, tf};
use crate::ui::desk::Desk;
use crate::ui::link::Remote;
use crate::ui::theme::{Type, space};
use crate::ui::widgets::{Action, Text, gap, hairline, pair, weak_text};

/// What is shown of an operation.
struct Shown {
    title: String,
    /// Field, before, after; words apart when both are texts.
    fields: Vec<(String, Vec<Run>)>,
}

/// An entry with the words for everything.
pub struct Detail {
    heads: Vec<(&'static str, String)>,
    ops: Vec<Shown>,
    /// More records than are shown.
    more: usize,
    restore: Option<Restore>,
    record: Option<(RecordRef, String)>,
}

struct Restore {
    change: Option<Change>,
    fields: Vec<(String, Vec<Run>)>,
    fixed: String,
}

/// So many records of one entry are shown in full.
const MOST: usize = 40;

/// The panel.
#[derive(Default)]
pub struct DetailPanel {
    detail: Remote<i64, Option<Detail>>,
}

impl DetailPanel {
    /// Draws the entry. Gives the record whose life is asked for.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk, seq: i64) -> Option<(RecordRef, String)> {
        let detail = self.detail.get(&desk.link, seq, move |reader| load(reader, seq));
        let Some(Some(detail)) = detail else {
            return None;
        };
        let mut asked = None;
        ui.add(Text::new(&tf("history-entry-number", &[("seq", seq.to_string().into())])).kind(Type::Strong));
        gap(ui, space::XS);
        for (name, value) in &detail.heads {
            pair(ui, t(name), value);
        }
        if let Some(record) = &detail.record {
            gap(ui, space::S);
            let life = Action::secondary(t("history-life")).with_icon(icons::ICON_TIMELINE);
            if ui.add(life).clicked() {
                asked = Some(record.clone());
            }
        }
        for op in &detail.ops {
            gap(ui, space::S);
            hairline(ui);
            gap(ui, space::S);
            ui.add(Text::new(&op.title).kind(Type::Strong));
            fields(ui, &op.fields);
        }
        if detail.more > 0 {
            weak_text(ui, &tf("history-more", &[("count", detail.more.into())]));
        }
        if let Some(restore) = &detail.restore {
            gap(ui, space::S);
            hairline(ui);
            gap(ui, space::S);
            let title = match (&restore.change, restore.fields.is_empty()) {
                (None, _) => "history-restore-same",
                (Some(_), true) => "history-restore-gone",
                (Some(_), false) => "history-restore-title",
            };
            ui.add(Text::new(t(title)).kind(Type::Strong));
            fields(ui, &restore.fields);
            if !restore.fixed.is_empty() {
                weak_text(
                    ui,
                    &tf(
                        "history-restore-fixed",
                        &[("fields", restore.fixed.as_str().into())],
                    ),
                );
            }
            gap(ui, space::S);
            let reason = restore.change.is_none().then(|| t("history-restore-same"));
            let button = Action::primary(t("history-restore")).with_icon(icons::ICON_SETTINGS_BACKUP_RESTORE);
            if ui.add(button.unless(reason)).clicked()
                && let Some(change) = &restore.change
            {
                desk.apply(change.clone());
            }
        }
        asked
    }
}

fn fields(ui: &mut Ui, fields: &[(String, Vec<Run>)]) {
    for (name, runs) in fields {
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            gap(ui, space::XS);
            ui.add(Text::new(name).kind(Type::Small).weak());
            difference::show(ui, runs);
        });
    }
}

fn load(reader: &Reader, seq: i64) -> Result<Option<Detail>, CaseError> {
    let Some(entry) = reader.entry(seq)? else {
        return Ok(None);
    };
    let ops = entry.operations()?;
    let names = sentence::Names::new(reader, seq, seq)?;
    let line = sentence::Line::of(reader, &entry, &names)?;
    let mut shown = Vec::new();
    for op in ops.iter().take(MOST) {
        shown.push(Shown {
            title: title(reader, op)?,
            fields: changes(reader, op)?,
        });
    }
    let main = sentence::main_op(&ops);
    let restore = match main {
        Some(op) => restore(reader, op, seq)?,
        None => None,
    };
    let record = match (&line.record, main) {
        (Some(record), Some(_)) => Some((record.clone(), line.subject.clone())),
        _ => None,
    };
    Ok(Some(Detail {
        heads: vec![
            ("history-when", line.at.clone()),
            ("history-who", line.person.clone()),
            ("history-device", line.device.clone()),
            ("history-what", line.action.to_owned()),
            ("history-hash", entry.hash.to_string().chars().take(16).collect()),
        ],
        more: ops.len().saturating_sub(MOST),
        ops: shown,
        restore,
        record,
    }))
}

fn title(reader: &Reader, op: &Op) -> Result<String, CaseError> {
    let kind = op.kind.name();
    let named = sentence::named(reader, &op.record(), op)?;
    let what = match (&op.before, &op.after) {
        (None, _) => "history-op-made",
        (_, None) => "history-op-removed",
        _ => "history-op-changed",
    };
    let args = [("kind", kind.into()), ("name", named.into())];
    Ok(tf(what, &args).trim_end().to_owned())
}

/// The fields of an operation that say something.
fn changes(reader: &Reader, op: &Op) -> Result<Vec<(String, Vec<Run>)>, CaseError> {
    let empty = Fields::new();
    let (before, after) = (
        op.before.as_ref().unwrap_or(&empty),
        op.after.as_ref().unwrap_or(&empty),
    );
    let mut names: Vec<&String> = after
        .keys()
        .chain(before.keys())
        .filter(|name| *name != "id")
        .collect();
    names.sort();
    names.dedup();
    let null = serde_json::Value::Null;
    let mut rows = Vec::new();
    for name in names {
        let (one, other) = (
            before.get(name).unwrap_or(&null),
            after.get(name).unwrap_or(&null),
        );
        let says_nothing = |value: &serde_json::Value| match value {
            serde_json::Value::Null => true,
            serde_json::Value::String(text) => text.is_empty(),
            serde_json::Value::Array(list) => list.is_empty(),
            _ => false,
        };
        if says_nothing(one) && says_nothing(other) {
            continue;
        }
        let runs = match (&op.before, &op.after) {
            (Some(_), Some(_)) => runs(reader, op.kind, name, one, other)?,
            // All of it is new, or gone: the title says so.
            (None, _) => vec![Run::Same(sentence::whole_value(reader, op.kind, name, other)?)],
            (_, None) => vec![Run::Same(sentence::whole_value(reader, op.kind, name, one)?)],
        };
        rows.push((sentence::field_name(name).to_owned(), runs));
    }
    Ok(rows)
}

fn runs(
    reader: &Reader,
    kind: crate::model::record::RecordKind,
    name: &str,
    before: &serde_json::Value,
    after: &serde_json::Value,
) -> Result<Vec<Run>, CaseError> {
    let before = sentence::whole_value(reader, kind, name, before)?;
    let after = sentence::whole_value(reader, kind, name, after)?;
    // Short values read better as a whole; a long text is told apart word by word.
    let is_long = |text: &str| text.split_whitespace().nth(3).is_some();
    Ok(match (before.is_empty(), after.is_empty()) {
        (true, _) => vec![Run::New(after)],
        (_, true) => vec![Run::Gone(before)],
        _ if is_long(&before) || is_long(&after) => difference::words(&before, &after),
        _ => vec![Run::Gone(before), Run::Same(" → ".to_owned()), Run::New(after)],
    })
}

fn restore(reader: &Reader, op: &Op, seq: i64) -> Result<Option<Restore>, CaseError> {
    let record = op.record();
    let Some(restoration) = reader.restoration(&record, seq)? else {
        return Ok(None);
    };
    let mut rows = Vec::new();
    for (name, now, then) in &restoration.fields {
        let runs = runs(reader, op.kind, name, now, then)?;
        rows.push((sentence::field_name(name).to_owned(), runs));
    }
    let fixed: Vec<&str> = restoration
        .fixed
        .iter()
        .map(|name| sentence::field_name(name))
        .collect();
    Ok(Some(Restore {
        change: restoration.change,
        fields: rows,
        fixed: fixed.join(", "),
    }))
}
