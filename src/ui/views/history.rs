//! What was done to the case, newest first: who, when, on which device, what.

use egui::Ui;
use egui_material_icons::icons;
use jiff::Timestamp;

use crate::case::{CaseError, Entry, Op, Reader};
use crate::model::record::{RecordKind, RecordRef};
use crate::text::{t, tf};
use crate::ui::desk::Desk;
use crate::ui::link::Remote;
use crate::ui::theme::{Type, space};
use crate::ui::widgets::{Align, Column, Table, Text, empty_state, gap, weak_text};

/// An entry as it is shown.
struct Line {
    seq: i64,
    at: String,
    person: String,
    what: String,
    hash: String,
    record: Option<RecordRef>,
}

/// At most so many entries are shown: the newest.
const MOST: u32 = 5_000;
/// A value longer than this is cut.
const LONGEST: usize = 60;

/// What was done to the case.
#[derive(Default)]
pub struct HistoryView {
    lines: Remote<(), Vec<Line>>,
}

impl HistoryView {
    /// Draws the view.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        gap(ui, space::S);
        ui.horizontal(|ui| {
            ui.add_space(space::S);
            ui.add(Text::new(t("command-go-history")).kind(Type::Title));
            weak_text(ui, t("history-text"));
        });
        gap(ui, space::S);
        let Some(lines) = self.lines.get(&desk.link, (), load) else {
            return;
        };
        if lines.is_empty() {
            empty_state(
                ui,
                icons::ICON_HISTORY,
                t("history-empty"),
                t("history-empty-text"),
                |_| {},
            );
            return;
        }
        let column = |title: &'static str, width: f32, align: Align| Column {
            title: t(title),
            width,
            align,
            sorts: false,
        };
        let columns = [
            column("history-entry", 70.0, Align::Right),
            column("history-when", 160.0, Align::Left),
            column("history-who", 220.0, Align::Left),
            column("history-what", 0.0, Align::Left),
            column("history-hash", 96.0, Align::Left),
        ];
        let chosen = desk.selected.last().and_then(|selected| {
            lines
                .iter()
                .position(|line| line.record.as_ref() == Some(selected))
        });
        let output = Table::new(t("command-go-history"), &columns).chosen(chosen).show(
            ui,
            lines.len(),
            |row| lines[row].what.clone(),
            |ui, row, column| {
                let line = &lines[row];
                match column {
                    0 => ui.add(Text::new(&line.seq.to_string()).weak()),
                    1 => ui.add(Text::new(&line.at).truncate()),
                    2 => ui.add(Text::new(&line.person).truncate()),
                    3 => ui.add(Text::new(&line.what).truncate()),
                    _ => ui.add(Text::new(&line.hash).kind(Type::Mono).weak()),
                };
            },
        );
        if let Some(record) = output.chosen.and_then(|row| lines.get(row)?.record.clone()) {
            desk.selected = vec![record];
        }
    }
}

fn load(reader: &Reader) -> Result<Vec<Line>, CaseError> {
    let zone = jiff::tz::TimeZone::system();
    let entries = reader.history(None, MOST)?;
    entries
        .into_iter()
        .map(|entry| line(reader, &entry, &zone))
        .collect()
}

fn line(reader: &Reader, entry: &Entry, zone: &jiff::tz::TimeZone) -> Result<Line, CaseError> {
    let ops = entry.operations()?;
    let at = entry.at.parse::<Timestamp>().map_or_else(
        |_| entry.at.clone(),
        |at| {
            at.to_zoned(zone.clone())
                .strftime("%Y-%m-%d %H:%M:%S")
                .to_string()
        },
    );
    let main = ops
        .iter()
        .find(|op| !matches!(op.kind, RecordKind::Tagging | RecordKind::Depiction))
        .or(ops.first());
    let record = main.map(Op::record);
    let title = match &record {
        Some(record) => named(reader, record, main)?,
        None => String::new(),
    };
    let action = t(&format!("action-{}", entry.action));
    let changes = main.map(fields).unwrap_or_default();
    let more = ops.len().saturating_sub(1);
    let mut what = action.to_owned();
    if !title.is_empty() {
        what = format!("{what} · {title}");
    }
    if entry.action == "edit" && !changes.is_empty() {
        what = format!("{what} · {changes}");
    } else if more > 0 {
        what = tf("history-more", &[("what", what.into()), ("count", more.into())]);
    }
    Ok(Line {
        seq: entry.seq,
        at,
        person: entry.person.clone(),
        what,
        hash: entry.hash.to_string()[..8].to_owned(),
        record,
    })
}

/// The record's title now, or the one it had in this entry.
fn named(reader: &Reader, record: &RecordRef, op: Option<&Op>) -> Result<String, CaseError> {
    let fields = op.and_then(|op| op.after.as_ref().or(op.before.as_ref()));
    let text = |name: &str| fields?.get(name)?.as_str();
    // Ties and decisions have no title of their own: what they join or decide stands for them.
    let joined = match record.kind {
        RecordKind::Depiction => tie(text("subject_kind"), text("subject")),
        RecordKind::Tagging => tie(text("record_kind"), text("record")),
        _ => None,
    };
    if let Some(joined) = joined {
        return reader.title(&joined);
    }
    if record.kind == RecordKind::Finding {
        let system = text("system").map(|system| t(&format!("reading-system-{}", system.replace('_', "-"))));
        return Ok(format!(
            "{}: {}",
            text("raw").unwrap_or_default(),
            system.unwrap_or_default()
        ));
    }
    let now = reader.title(record)?;
    if !now.is_empty() {
        return Ok(now);
    }
    let title = ["title", "text", "name", "file_name"]
        .iter()
        .filter_map(|name| fields?.get(*name)?.as_str())
        .find(|text| !text.is_empty());
    Ok(title.unwrap_or_default().to_owned())
}

/// The record at the other end of a tie.
fn tie(kind: Option<&str>, id: Option<&str>) -> Option<RecordRef> {
    Some(RecordRef::new(RecordKind::from_word(kind?)?, id?))
}

/// `target: – → a depot`, for each field that changed.
fn fields(op: &Op) -> String {
    let (Some(before), Some(after)) = (&op.before, &op.after) else {
        return String::new();
    };
    let value = |fields: &crate::model::Fields, name: &str| match fields.get(name) {
        None | Some(serde_json::Value::Null) => "–".to_owned(),
        Some(serde_json::Value::String(text)) if text.is_empty() => "–".to_owned(),
        Some(serde_json::Value::String(text)) => short(text),
        Some(other) => short(&other.to_string()),
    };
    let changes: Vec<String> = after
        .keys()
        .map(|name| format!("{name}: {} → {}", value(before, name), value(after, name)))
        .collect();
    changes.join("; ")
}

fn short(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}
