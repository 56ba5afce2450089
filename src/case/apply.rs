//! The one door for writes: a change becomes operations, and these become a history entry, rows and search
//! text in one transaction, or nothing at all.

use std::collections::BTreeMap;

use jiff::Timestamp;
use rusqlite::{Connection, Transaction, TransactionBehavior, params};
use serde_json::Value;

use super::history::{Draft, Op};
use super::{Applied, Author, Case, CaseError, check, history, merging, originals, search, tables};
use crate::model::id::TagId;
use crate::model::record::{Fields, Record, RecordKind, RecordRef, Recorded};
use crate::model::{Change, Depiction, Finding, NewPhoto, Tag, Tagging, Vocabulary};
use crate::text::t;

impl Case {
    /// Carries out one change. It is one step: one undo takes it back.
    ///
    /// # Errors
    /// When the change is refused, with the reason; nothing of it is kept then.
    pub fn apply(&mut self, change: Change) -> Result<Applied, CaseError> {
        self.apply_in_step(vec![change], None)
    }

    /// Carries out several changes as one step, all or none.
    ///
    /// # Errors
    /// When one of them is refused; none of them is kept then.
    pub fn apply_all(&mut self, changes: Vec<Change>) -> Result<Applied, CaseError> {
        self.apply_in_step(changes, None)
    }

    /// As [`Case::apply_all`], joining the step `step` if that is the newest one: an import commits in parts
    /// and is still taken back as a whole.
    ///
    /// # Errors
    /// As [`Case::apply_all`].
    pub fn apply_in_step(&mut self, changes: Vec<Change>, step: Option<i64>) -> Result<Applied, CaseError> {
        let joined = step.filter(|step| self.undo.newest() == Some(*step));
        let transaction = Transaction::new_unchecked(&self.conn, TransactionBehavior::Immediate)?;
        let mut applied = Applied::default();
        let mut step = joined;
        for change in changes {
            let action = change.action();
            let ops = plan(&transaction, change)?;
            if ops.is_empty() {
                continue;
            }
            merging::acknowledge(&transaction, &self.author)?;
            for op in &ops {
                perform(&transaction, op, Trust::Checked)?;
                applied.records.push(op.record());
            }
            let draft = draft(&self.author, action, step, None, &ops);
            let (_, joined_step) = history::append(&transaction, draft)?;
            step = Some(joined_step);
        }
        transaction.commit()?;
        if let Some(step) = step {
            applied.step = step;
            if joined != Some(step) {
                self.undo.did(step);
            }
            self.note_own_chain()?;
        }
        Ok(applied)
    }

    /// The first entry of a new case.
    pub(super) fn begin_case(&mut self, info: &Record) -> Result<(), CaseError> {
        let transaction = Transaction::new_unchecked(&self.conn, TransactionBehavior::Immediate)?;
        let ops = [Op::create(info)];
        perform(&transaction, &ops[0], Trust::Checked)?;
        history::append(&transaction, draft(&self.author, "create-case", None, None, &ops))?;
        transaction.commit()?;
        Ok(())
    }
}

pub(super) fn draft<'a>(
    author: &'a Author,
    action: &'a str,
    step: Option<i64>,
    takes_back: Option<i64>,
    ops: &'a [Op],
) -> Draft<'a> {
    Draft {
        device: &author.device,
        device_name: &author.device_name,
        person: &author.person,
        at: Timestamp::now().to_string(),
        action,
        step,
        takes_back,
        ops,
    }
}

/// How much is known of an operation's origin.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Trust {
    /// It was planned against the very rows that it changes.
    Checked,
    /// It was planned earlier: the fields must still be as it found them.
    Compare,
}

/// Carries out one operation on the projections and the search text.
pub(super) fn perform(conn: &Connection, op: &Op, trust: Trust) -> Result<(), CaseError> {
    let record = op.record();
    let current = match &op.before {
        None => None,
        Some(before) => {
            let current = tables::get(conn, &record)?.ok_or_else(|| CaseError::NoRecord(record.clone()))?;
            let same = |(name, value): (&String, &Value)| current.get(name) == Some(value);
            if trust == Trust::Compare && !before.iter().all(same) {
                return Err(CaseError::ChangedSince(record));
            }
            Some(current)
        }
    };
    // Whoever writes this knows everything that is in the file.
    merging::settle(conn, &record, op.after.as_ref())?;
    let Some(after) = &op.after else {
        tables::delete(conn, &record)?;
        return search::forget(conn, &record);
    };
    if op.before.is_none() && trust == Trust::Compare && tables::get(conn, &record)?.is_some() {
        return Err(CaseError::RecordExists(record));
    }
    let mut fields = current.unwrap_or_default();
    fields.extend(after.clone());
    let whole = Record::from_fields(record.kind, fields).map_err(|error| CaseError::Field {
        record: record.clone(),
        reason: error.to_string(),
    })?;
    tables::put(conn, &whole)?;
    search::remember(conn, &whole)
}

/// What a change does to which record, checked against the case as it is now.
fn plan(conn: &Connection, change: Change) -> Result<Vec<Op>, CaseError> {
    match change {
        Change::Create(record) => create(conn, &record).map(|op| vec![op]),
        Change::Edit { record, fields } => {
            let mut ops: Vec<Op> = edit(conn, &record, fields)?.into_iter().collect();
            if record.kind == RecordKind::Tag {
                ops.extend(super::terms::follow_name(conn, &ops)?);
            }
            Ok(ops)
        }
        Change::EditAll { records, fields } => {
            let mut ops = Vec::with_capacity(records.len());
            for record in records {
                ops.extend(edit(conn, &record, fields.clone())?);
            }
            Ok(ops)
        }
        Change::Remove(record) => remove(conn, &record),
        Change::AddPhoto(new) => add_photo(conn, &new),
        Change::LinkPhotos { photos, subject } => {
            let ties = photos
                .into_iter()
                .map(|photo| Depiction::new(photo, &subject).into());
            create_missing(conn, ties)
        }
        Change::UnlinkPhotos { photos, subject } => {
            let ties = photos
                .into_iter()
                .map(|photo| Depiction::new(photo, &subject).record_ref());
            remove_present(conn, ties)
        }
        Change::AddTag {
            name,
            vocabulary,
            records,
        } => {
            let (tag, new) = find_or_make_tag(conn, &name, &vocabulary)?;
            let mut ops: Vec<Op> = new.iter().map(|tag| Op::create(&tag.clone().into())).collect();
            let ties = records.iter().map(|record| Tagging::new(tag, record).into());
            ops.extend(create_missing(conn, ties)?);
            Ok(ops)
        }
        Change::RemoveTag {
            name,
            vocabulary,
            records,
        } => match find_tag(conn, &name, &vocabulary)? {
            None => Ok(Vec::new()),
            Some(tag) => {
                let ties = records
                    .iter()
                    .map(|record| Tagging::new(tag, record).record_ref());
                remove_present(conn, ties)
            }
        },
        Change::MergeTerms {
            vocabulary,
            from,
            into,
        } => super::terms::terms(conn, vocabulary, &from, &into),
        Change::Settle { record, fields } => merging::settled_by(conn, &record, fields).map(|op| vec![op]),
        Change::SettleRemoval { record, removes } => merging::removal_settled(conn, &record, removes),
        Change::DrawRegion { region, marking } => {
            let mut ops = Vec::new();
            if let Some(marking) = marking {
                ops.push(create(conn, &marking.into())?);
            } else {
                check::exists(conn, &region.marking.into())?;
            }
            check::region(conn, &region)?;
            ops.push(Op::create(&region.into()));
            Ok(ops)
        }
        Change::Transcribe(transcription) => {
            check::exists(conn, &transcription.marking.into())?;
            let record = transcription.record_ref();
            match tables::get(conn, &record)? {
                None => create(conn, &transcription.into()).map(|op| vec![op]),
                Some(_) => {
                    let mut fields = Fields::new();
                    fields.insert("text".to_owned(), transcription.text.clone().into());
                    fields.insert("note".to_owned(), transcription.note.clone().into());
                    let role = Recorded::fields(&transcription).remove("role");
                    fields.insert("role".to_owned(), role.unwrap_or_default());
                    Ok(edit(conn, &record, fields)?.into_iter().collect())
                }
            }
        }
        Change::Decide(finding) => decide(conn, &finding),
    }
}

pub(super) fn create(conn: &Connection, record: &Record) -> Result<Op, CaseError> {
    let name = record.record_ref();
    if tables::get(conn, &name)?.is_some() {
        return Err(CaseError::RecordExists(name));
    }
    check::record(conn, record)?;
    Ok(Op::create(record))
}

pub(super) fn edit(conn: &Connection, record: &RecordRef, fields: Fields) -> Result<Option<Op>, CaseError> {
    let before = tables::get(conn, record)?.ok_or_else(|| CaseError::NoRecord(record.clone()))?;
    check::editable(record, &fields)?;
    let mut whole = before.clone();
    whole.extend(fields);
    let whole = Record::from_fields(record.kind, whole).map_err(|error| CaseError::Field {
        record: record.clone(),
        reason: error.to_string(),
    })?;
    check::record(conn, &whole)?;
    // Compared in the record's own form, so that `1` and `1.0` or two spellings of a date are no change.
    let after = whole.fields();
    let (mut old, mut new) = (Fields::new(), Fields::new());
    for (name, value) in after {
        let was = before.get(&name).cloned().unwrap_or(Value::Null);
        if was != value {
            old.insert(name.clone(), was);
            new.insert(name, value);
        }
    }
    Ok((!new.is_empty()).then(|| Op {
        kind: record.kind,
        id: record.id.clone(),
        before: Some(old),
        after: Some(new),
    }))
}

pub(super) fn take_away(conn: &Connection, record: &RecordRef) -> Result<Op, CaseError> {
    let before = tables::get(conn, record)?.ok_or_else(|| CaseError::NoRecord(record.clone()))?;
    Ok(Op {
        kind: record.kind,
        id: record.id.clone(),
        before: Some(before),
        after: None,
    })
}

/// The fields that point at a record, by the kind they point at: table's kind, column, and whether the pointing
/// record makes no sense without its target.
const POINTERS: [(RecordKind, RecordKind, &str, bool); 16] = [
    (RecordKind::Strike, RecordKind::Weapon, "strike", false),
    (RecordKind::Weapon, RecordKind::Component, "weapon", false),
    (RecordKind::Component, RecordKind::Component, "parent", false),
    (RecordKind::Component, RecordKind::Marking, "component", false),
    (RecordKind::Component, RecordKind::Custody, "component", true),
    (RecordKind::PhotoSet, RecordKind::Photo, "photo_set", false),
    (RecordKind::Photo, RecordKind::Region, "photo", true),
    (RecordKind::Photo, RecordKind::Measurement, "photo", true),
    (RecordKind::Photo, RecordKind::Redaction, "photo", true),
    (RecordKind::Photo, RecordKind::Depiction, "photo", true),
    (RecordKind::Photo, RecordKind::Strike, "cover_photo", false),
    (RecordKind::Photo, RecordKind::Custody, "proof_photo", false),
    (RecordKind::Marking, RecordKind::Region, "marking", true),
    (RecordKind::Marking, RecordKind::Transcription, "marking", true),
    (RecordKind::Marking, RecordKind::Finding, "marking", true),
    (RecordKind::Tag, RecordKind::Tagging, "tag", true),
];

pub(super) fn remove(conn: &Connection, record: &RecordRef) -> Result<Vec<Op>, CaseError> {
    let whole = take_away(conn, record)?;
    let mut ops = Vec::new();
    for (_, kind, column, belongs) in POINTERS.iter().filter(|(target, ..)| *target == record.kind) {
        for id in pointing(conn, *kind, column, &record.id)? {
            let pointing = RecordRef::new(*kind, id);
            if *belongs {
                ops.push(take_away(conn, &pointing)?);
            } else {
                let unset = Fields::from_iter([((*column).to_owned(), Value::Null)]);
                ops.extend(edit(conn, &pointing, unset)?);
            }
        }
    }
    if record.kind == RecordKind::Transcription {
        for id in pointing(conn, RecordKind::Finding, "transcription", &record.id)? {
            ops.push(take_away(conn, &RecordRef::new(RecordKind::Finding, id))?);
        }
    }
    let word = record.kind.word();
    for (kind, sql) in [
        (
            RecordKind::Depiction,
            "SELECT id FROM depiction WHERE subject_kind = ?1 AND subject = ?2",
        ),
        (
            RecordKind::Tagging,
            "SELECT id FROM tagging WHERE record_kind = ?1 AND record = ?2",
        ),
    ] {
        let mut statement = conn.prepare_cached(sql)?;
        let ids = statement
            .query_map(params![word, record.id], |row| row.get::<_, String>(0))?
            .collect::<Result<Vec<_>, _>>()?;
        for id in ids {
            ops.push(take_away(conn, &RecordRef::new(kind, id))?);
        }
    }
    ops.push(whole);
    Ok(ops)
}

/// The ids of the records of `kind` whose `column` (one of [`POINTERS`]) is `id`.
pub(super) fn pointing(
    conn: &Connection,
    kind: RecordKind,
    column: &str,
    id: &str,
) -> Result<Vec<String>, CaseError> {
    let sql = format!("SELECT id FROM {} WHERE {column} = ?1 ORDER BY id", kind.word());
    let mut statement = conn.prepare_cached(&sql)?;
    let ids = statement
        .query_map([id], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    Ok(ids)
}

fn add_photo(conn: &Connection, new: &NewPhoto) -> Result<Vec<Op>, CaseError> {
    if let Some((photo, name)) = originals::known(conn, &new.photo.sha256)? {
        return Err(CaseError::AlreadyKnown { photo, name });
    }
    originals::keep(conn, new)?;
    create(conn, &new.photo.clone().into()).map(|op| vec![op])
}

fn create_missing(conn: &Connection, records: impl Iterator<Item = Record>) -> Result<Vec<Op>, CaseError> {
    // By id, so that a tie that is asked for twice is made once.
    let mut ops = BTreeMap::new();
    for record in records {
        let name = record.record_ref();
        if tables::get(conn, &name)?.is_none() {
            check::record(conn, &record)?;
            ops.insert(name, Op::create(&record));
        }
    }
    Ok(ops.into_values().collect())
}

fn remove_present(conn: &Connection, records: impl Iterator<Item = RecordRef>) -> Result<Vec<Op>, CaseError> {
    let mut ops = BTreeMap::new();
    for name in records {
        if tables::get(conn, &name)?.is_some() {
            ops.insert(name.clone(), take_away(conn, &name)?);
        }
    }
    Ok(ops.into_values().collect())
}

fn find_tag(conn: &Connection, name: &str, vocabulary: &str) -> Result<Option<TagId>, CaseError> {
    let wanted = name.trim().to_lowercase();
    let mut statement = conn.prepare_cached("SELECT id, name FROM tag WHERE vocabulary = ?1")?;
    let mut rows = statement.query([vocabulary])?;
    while let Some(row) = rows.next()? {
        // Compared here: SQLite's lower() knows ASCII only.
        if row.get_ref(1)?.as_str().unwrap_or_default().to_lowercase() == wanted {
            return Ok(row.get::<_, String>(0)?.parse().ok());
        }
    }
    // By another word for it: a label, a synonym, or what a tag was called that was merged into it.
    let Some(known) = Vocabulary::from_stored(vocabulary) else {
        return Ok(None);
    };
    let words = super::terms::vocabularies(conn)?;
    Ok(words.find(known, name).and_then(|term| term.tag))
}

fn find_or_make_tag(
    conn: &Connection,
    name: &str,
    vocabulary: &str,
) -> Result<(TagId, Option<Tag>), CaseError> {
    if let Some(tag) = find_tag(conn, name, vocabulary)? {
        return Ok((tag, None));
    }
    let mut tag = Tag {
        name: name.trim().to_owned(),
        vocabulary: vocabulary.to_owned(),
        ..Tag::default()
    };
    // Another device that makes the tag makes the same one. The id is taken when that one has another name by now.
    let words = format!("{vocabulary}\0{}", tag.name.to_lowercase());
    let id = TagId::from_hash(&super::sha256(words.as_bytes()));
    if tables::get(conn, &id.into())?.is_none() {
        tag.id = id;
    }
    check::record(conn, &tag.clone().into())?;
    Ok((tag.id, Some(tag)))
}

fn decide(conn: &Connection, finding: &Finding) -> Result<Vec<Op>, CaseError> {
    check::exists(conn, &finding.marking.into())?;
    check::exists(conn, &finding.transcription.into())?;
    if finding.reason.trim().is_empty() {
        return Err(CaseError::Field {
            record: finding.record_ref(),
            reason: t("case-reason-required").to_owned(),
        });
    }
    let mut ops = Vec::new();
    let mut statement = conn.prepare_cached(
        "SELECT id FROM finding WHERE marking = ?1 AND system = ?2 AND rule = ?3 AND earliest IS ?4 AND latest IS ?5",
    )?;
    let earlier = statement
        .query_map(
            params![
                finding.marking.to_string(),
                finding.system,
                finding.rule,
                finding.earliest.map(|date| date.to_string()),
                finding.latest.map(|date| date.to_string()),
            ],
            |row| row.get::<_, String>(0),
        )?
        .collect::<Result<Vec<_>, _>>()?;
    for id in earlier {
        ops.push(take_away(conn, &RecordRef::new(RecordKind::Finding, id))?);
    }
    ops.push(create(conn, &finding.clone().into())?);
    Ok(ops)
}
