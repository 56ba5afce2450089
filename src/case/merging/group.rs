//! Fields that say one thing together: two edits of them are two things said, never a third made of both halves.

use crate::model::record::RecordKind;

/// The fields that belong together with `field`, itself among them; none when it stands for itself.
pub(in crate::case) fn of(kind: RecordKind, field: &str) -> &'static [&'static str] {
    const PLACE: &[&str] = &["latitude", "longitude", "radius_m"];
    let groups: &[&[&str]] = match kind {
        RecordKind::Strike => &[PLACE, &["occurred", "time_zone"]],
        RecordKind::Component => &[PLACE],
        RecordKind::Weapon => &[&["model", "model_grade"], &["origin", "origin_basis"]],
        RecordKind::Photo => &[
            &["latitude", "longitude"],
            &["placed_latitude", "placed_longitude", "placed_basis"],
            &["clock_shift_s", "clock_offset", "clock_basis"],
        ],
        RecordKind::Region => &[&["x", "y", "width", "height", "angle"]],
        RecordKind::Redaction => &[&["x", "y", "width", "height"]],
        RecordKind::Measurement => &[&["x1", "y1", "x2", "y2", "millimetres"]],
        RecordKind::Transcription => &[&["text", "role"]],
        _ => &[],
    };
    groups
        .iter()
        .find(|group| group.contains(&field))
        .copied()
        .unwrap_or_default()
}

/// Whether the field says how the record came into a case rather than what a person holds of it: two laptops that took
/// in the same photo each have their own path and time for it, about which there is nothing to decide.
pub(in crate::case) fn is_of_arrival(kind: RecordKind, field: &str) -> bool {
    kind == RecordKind::Photo && (field == "photo_set" || !crate::case::check::PHOTO_FIELDS.contains(&field))
}
