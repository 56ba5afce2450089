//! What a record must fulfil before it is written, beyond the form of its fields.

use rusqlite::Connection;

use super::{CaseError, Reader, tables};
use crate::model::id::PhotoId;
use crate::model::photo::{LONGEST_SHIFT_S, is_offset};
use crate::model::place::Position;
use crate::model::record::{Fields, Record, RecordKind, RecordRef, Recorded};
use crate::model::tag::is_colour;
use crate::model::{Checklist, Photo, Redaction, Region, Role, Tag, View, Vocabulary};
use crate::reading::rules::RuleFile;
use crate::text::{t, tf};

impl Reader {
    /// Checks a new record as [`Case::apply`](super::Case::apply) would, and writes nothing.
    ///
    /// # Errors
    /// Why it would be refused.
    pub fn check(&self, new: &Record) -> Result<(), CaseError> {
        let name = new.record_ref();
        if tables::get(&self.conn, &name)?.is_some() {
            return Err(CaseError::RecordExists(name));
        }
        record(&self.conn, new)
    }
}

/// That `record` is in the case.
pub(super) fn exists(conn: &Connection, record: &RecordRef) -> Result<(), CaseError> {
    match tables::get(conn, record)? {
        Some(_) => Ok(()),
        None => Err(CaseError::NoRecord(record.clone())),
    }
}

/// The fields of a photo that people write; the others state what the file says.
pub(super) const PHOTO_FIELDS: [&str; 17] = [
    "caption",
    "photographer",
    "credit",
    "licence",
    "kind",
    "notes",
    "rating",
    "pick",
    "colour",
    "needs",
    "clock_shift_s",
    "clock_offset",
    "clock_basis",
    "placed_latitude",
    "placed_longitude",
    "placed_basis",
    "photo_set",
];

/// That all of `fields` may be changed.
pub(super) fn editable(record: &RecordRef, fields: &Fields) -> Result<(), CaseError> {
    let fixed = fields.keys().find(|name| {
        name.as_str() == "id"
            || match record.kind {
                RecordKind::Photo => !PHOTO_FIELDS.contains(&name.as_str()),
                RecordKind::Transcription => {
                    matches!(name.as_str(), "marking" | "by" | "at" | "symbology" | "data")
                }
                RecordKind::Finding
                | RecordKind::Tagging
                | RecordKind::Depiction
                | RecordKind::Signature
                | RecordKind::Merge => true,
                RecordKind::Custody => name.as_str() == "component",
                RecordKind::Region => matches!(name.as_str(), "photo" | "marking"),
                RecordKind::PhotoSet => matches!(name.as_str(), "imported" | "imported_by" | "origin"),
                RecordKind::Measurement | RecordKind::Redaction => name.as_str() == "photo",
                // What was given out can't be said otherwise afterwards.
                RecordKind::Publication => {
                    !matches!(name.as_str(), "title" | "purpose" | "recipient" | "notes")
                }
                RecordKind::Tag => name.as_str() == "vocabulary",
                RecordKind::Checklist => name.as_str() == "record_kind",
                _ => false,
            }
    });
    match fixed {
        None => Ok(()),
        Some(name) => Err(refused(
            record,
            tf("case-fixed-field", &[("field", name.as_str().into())]),
        )),
    }
}

fn refused(record: &RecordRef, reason: impl Into<String>) -> CaseError {
    CaseError::Field {
        record: record.clone(),
        reason: reason.into(),
    }
}

/// That the record's values make sense and what it points at is there.
pub(super) fn record(conn: &Connection, record: &Record) -> Result<(), CaseError> {
    let name = record.record_ref();
    let place = |latitude, longitude, radius_m| {
        Position::from_fields(latitude, longitude, radius_m)
            .map(drop)
            .map_err(|error| refused(&name, error.to_string()))
    };
    match record {
        Record::Strike(strike) => {
            place(strike.latitude, strike.longitude, strike.radius_m)?;
            if let Some(photo) = strike.cover_photo {
                exists(conn, &photo.into())?;
            }
        }
        Record::Weapon(weapon) => {
            if let Some(strike) = weapon.strike {
                exists(conn, &strike.into())?;
            }
        }
        Record::Component(component) => {
            place(component.latitude, component.longitude, component.radius_m)?;
            if component.quantity == 0 {
                return Err(refused(&name, t("case-quantity")));
            }
            if let Some(weapon) = component.weapon {
                exists(conn, &weapon.into())?;
            }
            if let Some(parent) = component.parent {
                not_within_itself(conn, &name, parent.into())?;
            }
        }
        Record::Marking(marking) => {
            if let Some(component) = marking.component {
                exists(conn, &component.into())?;
            }
        }
        Record::Region(region) => self::region(conn, region)?,
        Record::Tag(tag) => {
            self::tag(conn, &name, tag)?;
        }
        Record::Tagging(tagging) => {
            exists(conn, &RecordRef::new(tagging.record_kind, &tagging.record))?;
        }
        Record::Depiction(depiction) => {
            if !matches!(
                depiction.subject_kind,
                RecordKind::Strike | RecordKind::Weapon | RecordKind::Component
            ) {
                return Err(refused(&name, t("case-subject-kind")));
            }
            exists(conn, &depiction.photo.into())?;
            exists(conn, &RecordRef::new(depiction.subject_kind, &depiction.subject))?;
        }
        Record::Custody(custody) => {
            exists(conn, &custody.component.into())?;
            if let Some(photo) = custody.proof_photo {
                exists(conn, &photo.into())?;
            }
        }
        Record::Signature(signature) => super::sign::check(signature)?,
        Record::Photo(photo) => self::photo(&name, photo)?,
        Record::Measurement(measurement) => {
            exists(conn, &measurement.photo.into())?;
            let ends = [measurement.x1, measurement.y1, measurement.x2, measurement.y2];
            let is_length = |metres: f64| metres.is_finite() && metres > 0.0;
            if ends.iter().any(|end| !end.is_finite()) || !is_length(measurement.pixels()) {
                return Err(refused(&name, t("case-measurement-empty")));
            }
            if measurement.millimetres.is_some_and(|length| !is_length(length)) {
                return Err(refused(&name, t("case-measurement-length")));
            }
        }
        Record::Redaction(redaction) => self::redaction(conn, redaction)?,
        Record::Publication(publication) => {
            let options = publication.options.check();
            options.map_err(|fault| refused(&name, fault.to_string()))?;
            if publication.copies.is_empty() {
                return Err(refused(&name, t("case-publication-empty")));
            }
        }
        Record::Album(album) => {
            if album.title.trim().is_empty() {
                return Err(refused(&name, t("case-album-title")));
            }
        }
        Record::Symbol(symbol) => {
            let is_free = |c: char| !"<>[]{}|@\\".contains(c);
            let is_named = !symbol.name.trim().is_empty() && symbol.name.chars().all(is_free);
            if !is_named || is_taken(conn, "symbol", &symbol.name, &name.id)? {
                return Err(refused(&name, t("case-symbol-name")));
            }
            if symbol.strokes.iter().all(|stroke| stroke.len() < 2) {
                return Err(refused(&name, t("case-symbol-empty")));
            }
        }
        Record::RuleFile(file) => {
            if file.name.trim().is_empty() || is_taken(conn, "rule_file", &file.name, &name.id)? {
                return Err(refused(&name, t("case-rules-name")));
            }
            RuleFile::load(&file.name, &file.text, jiff::Zoned::now().date())
                .map_err(|error| refused(&name, error.to_string()))?;
        }
        Record::Checklist(list) => {
            list.check().map_err(|fault| refused(&name, fault.to_string()))?;
            if is_list_taken(conn, list)? {
                return Err(refused(&name, t("case-checklist-name")));
            }
        }
        Record::Transcription(transcription) => {
            let reasoned = !transcription.note.trim().is_empty();
            if transcription.role == Some(Role::Adjudicator) && !reasoned {
                return Err(refused(&name, t("case-adjudicate-why")));
            }
        }
        Record::CaseInfo(_) | Record::PhotoSet(_) | Record::Finding(_) | Record::Merge(_) => {}
    }
    Ok(())
}

/// Whether another record of the table bears the name, whatever its capitals.
fn is_taken(conn: &Connection, table: &'static str, name: &str, id: &str) -> Result<bool, CaseError> {
    let mut statement = conn.prepare_cached(&format!("SELECT id, name FROM {table}"))?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (other, known): (String, String) = (row.get(0)?, row.get(1)?);
        if other != id && known.trim().to_lowercase() == name.trim().to_lowercase() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Whether another checklist for the same kind of record bears the name.
fn is_list_taken(conn: &Connection, list: &Checklist) -> Result<bool, CaseError> {
    let mut statement = conn.prepare_cached("SELECT id, name FROM checklist WHERE record_kind = ?1")?;
    let mut rows = statement.query([list.record_kind.word()])?;
    while let Some(row) = rows.next()? {
        let (other, known): (String, String) = (row.get(0)?, row.get(1)?);
        if other != list.id.to_string() && known.trim().to_lowercase() == list.name.trim().to_lowercase() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// That a tag has a name that no other of its vocabulary has, a colour that is one, and no fixed term is added to or hidden.
fn tag(conn: &Connection, name: &RecordRef, tag: &Tag) -> Result<(), CaseError> {
    if tag.name.trim().is_empty() {
        return Err(refused(name, t("case-tag-name")));
    }
    let mut statement = conn.prepare_cached("SELECT id, name FROM tag WHERE vocabulary = ?1")?;
    let mut rows = statement.query([&tag.vocabulary])?;
    while let Some(row) = rows.next()? {
        let (other, known): (String, String) = (row.get(0)?, row.get(1)?);
        if other != name.id && known.trim().to_lowercase() == tag.name.trim().to_lowercase() {
            let known = [("name", known.into())];
            return Err(refused(name, tf("case-tag-taken", &known)));
        }
    }
    if tag.colour.as_deref().is_some_and(|colour| !is_colour(colour)) {
        return Err(refused(name, t("case-tag-colour")));
    }
    if let Some(vocabulary) = Vocabulary::from_stored(&tag.vocabulary)
        && !vocabulary.is_open()
    {
        let is_known = vocabulary.bundled().iter().any(|term| term.id == tag.name);
        if !is_known || tag.standing.is_some() {
            return Err(refused(name, t("case-term-fixed")));
        }
    }
    Ok(())
}

/// That what people state of a photo makes sense.
fn photo(name: &RecordRef, photo: &Photo) -> Result<(), CaseError> {
    if photo.rating.is_some_and(|rating| !(1..=5).contains(&rating)) {
        return Err(refused(name, t("case-rating")));
    }
    if photo
        .clock_shift_s
        .is_some_and(|shift| shift.abs() > LONGEST_SHIFT_S)
    {
        return Err(refused(name, t("case-clock-shift")));
    }
    if let Some(offset) = &photo.clock_offset
        && !is_offset(offset)
    {
        return Err(refused(name, t("case-clock-offset")));
    }
    Position::from_fields(photo.placed_latitude, photo.placed_longitude, None)
        .map(drop)
        .map_err(|error| refused(name, error.to_string()))
}

/// That a component's chain of containers ends, without coming back to it.
fn not_within_itself(conn: &Connection, component: &RecordRef, parent: RecordRef) -> Result<(), CaseError> {
    let mut above = Some(parent);
    while let Some(record) = above {
        if record == *component {
            return Err(refused(component, t("case-weapon-contains-itself")));
        }
        let fields = tables::get(conn, &record)?.ok_or_else(|| CaseError::NoRecord(record.clone()))?;
        above = fields
            .get("parent")
            .and_then(|parent| parent.as_str())
            .map(|id| RecordRef::new(RecordKind::Component, id));
    }
    Ok(())
}

/// That the region has an area and lies within its photo, as far as the photo's size is known.
pub(super) fn region(conn: &Connection, region: &Region) -> Result<(), CaseError> {
    let name = region.record_ref();
    within(
        conn,
        &name,
        region.photo,
        (region.x, region.y, region.width, region.height),
    )?;
    if let Some(field) = region.view.as_ref().and_then(View::out_of_range) {
        return Err(refused(&name, tf("case-view-range", &[("field", field.into())])));
    }
    Ok(())
}

/// That the redaction has an area and lies within its photo.
fn redaction(conn: &Connection, redaction: &Redaction) -> Result<(), CaseError> {
    let Redaction {
        x, y, width, height, ..
    } = *redaction;
    within(
        conn,
        &redaction.record_ref(),
        redaction.photo,
        (x, y, width, height),
    )
}

/// That the rectangle of `name` (left, top, width, height) has an area and lies within the photo, as far as the photo's size is known.
fn within(
    conn: &Connection,
    name: &RecordRef,
    photo: PhotoId,
    (x, y, width, height): (u32, u32, u32, u32),
) -> Result<(), CaseError> {
    let photo = tables::get(conn, &photo.into())?.ok_or_else(|| CaseError::NoRecord(photo.into()))?;
    if width == 0 || height == 0 {
        return Err(refused(name, t("case-region-empty")));
    }
    let size = |name: &str| photo.get(name).and_then(serde_json::Value::as_u64).unwrap_or(0);
    let outside =
        |start: u32, length: u32, limit: u64| limit > 0 && u64::from(start) + u64::from(length) > limit;
    if outside(x, width, size("width")) || outside(y, height, size("height")) {
        return Err(refused(name, t("case-region-outside")));
    }
    Ok(())
}
