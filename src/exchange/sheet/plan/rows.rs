//! Row by row: cells become fields, fields a record, and the record is checked as the case would.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use serde_json::Value;
use uuid::Uuid;

use super::super::Setting;
use super::super::cell::restored;
use super::super::field::{Field, Form};
use super::super::known::{Known, sameness};
use super::super::parents::{Chain, chains};
use super::super::position::{Placed, states};
use super::super::read::{Fault, Said, said};
use super::super::table::{Line, Table};
use super::{Plan, Problem, RowPlan, RowState};
use crate::case::{CaseError, Reader};
use crate::model::record::{Fields, Record, RecordKind, RecordRef};
use crate::text::{t, tf};

/// The longest part of a cell that a problem shows, in characters.
const SHOWN: usize = 120;

/// A row on its way.
struct Draft {
    number: usize,
    line: usize,
    fields: Fields,
    tags: Vec<String>,
    /// The column and the text that name what contains it.
    parent: Option<(usize, String)>,
    problems: Vec<Problem>,
    record: Option<Record>,
    state: RowState,
    within: Option<usize>,
}

/// Adds what the rows of `table` would become.
pub(super) fn add(
    plan: &mut Plan,
    table: &Table,
    setting: &Setting,
    reader: &Reader,
) -> Result<(), CaseError> {
    let known = Known::load(reader, plan.target, &plan.mapping)?;
    let mut drafts = Vec::new();
    // By what makes two rows the same, the place of the first.
    let mut seen: HashMap<String, usize> = HashMap::new();
    for (line, row) in table
        .lines()
        .iter()
        .enumerate()
        .skip(usize::from(plan.has_header))
    {
        let mut draft = Draft {
            number: row.number,
            line,
            fields: plan.target.blank(),
            tags: Vec::new(),
            parent: None,
            problems: Vec::new(),
            record: None,
            state: RowState::Good,
            within: None,
        };
        cells(plan, &mut draft, row, setting, &known, reader)?;
        if draft.problems.is_empty() {
            check(plan, &mut draft, reader)?;
        }
        if draft.problems.is_empty() && draft.state == RowState::Good {
            let place = drafts.len();
            same(plan, &mut draft, setting, &known, (&mut seen, place), &drafts);
        }
        drafts.push(draft);
    }
    if plan.mapping.column("parent").is_some() {
        contain(plan, &mut drafts, &known, reader)?;
    }
    for draft in drafts {
        let first = plan.problems.len();
        plan.problems.extend(draft.problems);
        let is_wrong = plan.problems.len() > first;
        let state = if is_wrong { RowState::Wrong } else { draft.state };
        let is_good = state == RowState::Good;
        plan.rows.push(RowPlan {
            number: draft.number,
            line: draft.line,
            record: draft.record.filter(|_| is_good),
            tags: draft.tags,
            state,
            parent: draft.within,
            problems: first..plan.problems.len(),
        });
    }
    Ok(())
}

/// A fault of a cell, or of the whole row.
fn problem(plan: &Plan, number: usize, cell: Option<(usize, &str)>, fault: Fault) -> Problem {
    let (place, value) = cell.unzip();
    Problem {
        row: number,
        place,
        column: place.map_or_else(String::new, |place| plan.columns[place].clone()),
        value: value.unwrap_or_default().chars().take(SHOWN).collect(),
        what: fault.what,
        mend: fault.mend,
    }
}

/// Reads the cells of a row into fields.
fn cells(
    plan: &mut Plan,
    draft: &mut Draft,
    row: &Line,
    setting: &Setting,
    known: &Known,
    reader: &Reader,
) -> Result<(), CaseError> {
    let width = plan.columns.len();
    if row.len() < width || !row.ends_before(width) {
        let counts = [("cells", row.len().into()), ("columns", width.into())];
        let fault = Fault::new(tf("sheet-ragged", &counts), t("sheet-ragged-mend"));
        draft.problems.push(problem(plan, draft.number, None, fault));
        return Ok(());
    }
    let mut position: Option<(usize, Placed)> = None;
    let mut is_empty = true;
    let mapped: Vec<(usize, &'static Field)> = plan.mapping.mapped().collect();
    for (column, field) in mapped {
        let cell = restored(row.cell(column));
        if cell.is_empty() {
            continue;
        }
        is_empty = false;
        let read = said(field, cell, setting.day_order, &plan.words);
        let fault = match read {
            Ok(Said::Value(value)) => {
                draft.fields.insert(field.name.to_owned(), value);
                None
            }
            Ok(Said::Typed(term)) => {
                let fault = Fault::new(t("sheet-term-typed"), t("sheet-term-typed-mend"));
                let remark = problem(plan, draft.number, Some((column, cell)), fault);
                plan.remarks.push(remark);
                draft.fields.insert(field.name.to_owned(), term.into());
                None
            }
            Ok(Said::Tags(tags)) => {
                draft.tags = tags;
                None
            }
            Ok(Said::Position(placed)) => {
                position = Some((column, placed));
                None
            }
            Ok(Said::Reference(name)) if field.name == "parent" => {
                draft.parent = Some((column, name));
                None
            }
            Ok(Said::Reference(name)) => match refer(field, &name, known, reader)? {
                Ok(id) => {
                    draft.fields.insert(field.name.to_owned(), id.into());
                    None
                }
                Err(fault) => Some(fault),
            },
            Err(fault) => Some(fault),
        };
        if let Some(fault) = fault {
            let problem = problem(plan, draft.number, Some((column, cell)), fault);
            draft.problems.push(problem);
        }
    }
    if let Some((column, placed)) = position
        && let Some(fault) = lay(&mut draft.fields, &placed)
    {
        let problem = problem(plan, draft.number, Some((column, row.cell(column))), fault);
        draft.problems.push(problem);
    }
    if is_empty {
        let fault = Fault::new(t("sheet-row-empty"), t("sheet-row-empty-mend"));
        draft.problems.push(problem(plan, draft.number, None, fault));
    }
    Ok(())
}

/// Writes a position where the record has its degrees; a row that states it twice is not weighed up.
fn lay(fields: &mut Fields, placed: &Placed) -> Option<Fault> {
    if states(fields, "latitude") || states(fields, "longitude") {
        return Some(Fault::new(
            t("sheet-position-twice"),
            t("sheet-position-twice-mend"),
        ));
    }
    placed.lay(fields);
    None
}

/// The id of the record that a cell names by its id or its title.
fn refer(
    field: &Field,
    name: &str,
    known: &Known,
    reader: &Reader,
) -> Result<Result<String, Fault>, CaseError> {
    let Form::Reference(kind) = field.form else {
        return Ok(Ok(name.to_owned()));
    };
    if let Ok(id) = Uuid::parse_str(name) {
        let id = id.to_string();
        let found = reader.record(&RecordRef::new(kind, &id))?.is_some();
        let missing = || Fault::new(t("sheet-reference-no-id"), t("sheet-reference-mend"));
        return Ok(if found { Ok(id) } else { Err(missing()) });
    }
    Ok(match known.titled(kind, name) {
        [id] => Ok(id.clone()),
        [] if kind == RecordKind::Photo => Err(Fault::new(t("sheet-reference-photo"), t("sheet-id-mend"))),
        [] => Err(Fault::new(t("sheet-reference-none"), t("sheet-reference-mend"))),
        several => Err(several_bear(several.len())),
    })
}

fn several_bear(count: usize) -> Fault {
    let count = [("count", count.into())];
    Fault::new(tf("sheet-reference-several", &count), t("sheet-id-mend"))
}

/// Makes the record and has the case check it.
fn check(plan: &Plan, draft: &mut Draft, reader: &Reader) -> Result<(), CaseError> {
    let refused = |reason: String| {
        problem(
            plan,
            draft.number,
            None,
            Fault::new(reason, t("sheet-refused-mend")),
        )
    };
    match Record::from_fields(plan.target.kind(), draft.fields.clone()) {
        Err(error) => draft.problems.push(refused(error.to_string())),
        Ok(record) => match reader.check(&record) {
            Ok(()) => draft.record = Some(record),
            Err(CaseError::RecordExists(name)) => draft.state = RowState::Known(name),
            Err(CaseError::Field { reason, .. }) => draft.problems.push(refused(reason)),
            Err(error @ CaseError::NoRecord(_)) => draft.problems.push(refused(error.to_string())),
            Err(error) => return Err(error),
        },
    }
    Ok(())
}

/// Tells whether the case or an earlier row has the same.
fn same(
    plan: &Plan,
    draft: &mut Draft,
    setting: &Setting,
    known: &Known,
    (seen, place): (&mut HashMap<String, usize>, usize),
    before: &[Draft],
) {
    let Some(record) = &draft.record else { return };
    let fields = record.fields();
    let mut first = |key: String| match seen.entry(key) {
        Entry::Vacant(free) => {
            free.insert(place);
            None
        }
        Entry::Occupied(first) => Some(RowState::Repeated(before[*first.get()].number)),
    };
    // The same id can't be there twice, whatever a person says.
    if let Some(repeated) = first(record.record_ref().id) {
        draft.state = repeated;
        return;
    }
    if setting.again {
        return;
    }
    if let Some(id) = known.same(plan.target, &fields) {
        draft.state = RowState::Known(RecordRef::new(plan.target.kind(), id));
    } else if let Some(repeated) = first(sameness(plan.target, &fields)) {
        draft.state = repeated;
    }
}

/// Finds what contains each row, in the table or in the case, and leaves out what can't be contained.
fn contain(plan: &Plan, drafts: &mut [Draft], known: &Known, reader: &Reader) -> Result<(), CaseError> {
    let mut titles: HashMap<String, Vec<usize>> = HashMap::new();
    let mut ids: HashMap<String, usize> = HashMap::new();
    let mut numbers: HashMap<usize, usize> = HashMap::new();
    for (place, draft) in drafts.iter().enumerate() {
        numbers.insert(draft.number, place);
        let text = |name: &str| draft.fields.get(name).and_then(Value::as_str).unwrap_or_default();
        ids.insert(text("id").to_owned(), place);
        if !matches!(draft.state, RowState::Repeated(_)) && !text("title").is_empty() {
            titles.entry(text("title").to_owned()).or_default().push(place);
        }
    }
    let Some(field) = plan.target.field("parent") else {
        return Ok(());
    };
    for place in 0..drafts.len() {
        let Some((column, name)) = drafts[place].parent.clone() else {
            continue;
        };
        let by_id = Uuid::parse_str(&name)
            .ok()
            .and_then(|id| ids.get(&id.to_string()));
        let rows: &[usize] = match by_id {
            Some(row) => std::slice::from_ref(row),
            None => titles.get(&name).map_or(&[], Vec::as_slice),
        };
        let in_case = known.titled(RecordKind::Component, &name);
        let found = match (rows, in_case) {
            ([], _) => refer(field, &name, known, reader)?,
            ([row], of_case) => match &drafts[*row].state {
                RowState::Known(record) => Ok(record.id.clone()),
                RowState::Repeated(first) => {
                    drafts[place].within = numbers.get(first).copied();
                    Ok(id_of(&drafts[numbers.get(first).copied().unwrap_or(*row)]))
                }
                _ if of_case.is_empty() || by_id.is_some() => {
                    let id = id_of(&drafts[*row]);
                    drafts[place].within = Some(*row);
                    Ok(id)
                }
                _ => Err(several_bear(of_case.len() + 1)),
            },
            (several, of_case) => Err(several_bear(several.len() + of_case.len())),
        };
        match found {
            Ok(id) => {
                if let (Some(Record::Component(component)), Ok(id)) = (&mut drafts[place].record, id.parse())
                {
                    component.parent = Some(id);
                }
            }
            Err(fault) => {
                let problem = problem(plan, drafts[place].number, Some((column, &name)), fault);
                drafts[place].problems.push(problem);
            }
        }
    }
    let parents: Vec<Option<usize>> = drafts.iter().map(|draft| draft.within).collect();
    let wrong: Vec<bool> = drafts.iter().map(|draft| !draft.problems.is_empty()).collect();
    for (place, chain) in chains(&parents, &wrong).into_iter().enumerate() {
        let within = drafts[place]
            .within
            .map(|row| drafts[row].number)
            .unwrap_or_default();
        let fault = match chain {
            Chain::Good | Chain::Wrong => continue,
            Chain::Blocked => {
                let row = [("row", within.to_string().into())];
                Fault::new(tf("sheet-parent-wrong", &row), t("sheet-parent-wrong-mend"))
            }
            Chain::Circle => Fault::new(t("case-weapon-contains-itself"), t("sheet-parent-circle-mend")),
        };
        let cell = drafts[place].parent.clone();
        let cell = cell.as_ref().map(|(column, name)| (*column, name.as_str()));
        let problem = problem(plan, drafts[place].number, cell, fault);
        drafts[place].problems.push(problem);
    }
    Ok(())
}

fn id_of(draft: &Draft) -> String {
    let id = draft.fields.get("id").and_then(Value::as_str);
    id.unwrap_or_default().to_owned()
}
