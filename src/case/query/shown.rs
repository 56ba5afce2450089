//! What counts as shown, inside of and read: one meaning for the coverage of a weapon and the checklists of every record.
//! Each is SQL over an expression for the record's id.

use super::pieces::WITHIN;

/// The ids of the photos that show a component, itself or a mark on it. Drawings prove nothing.
pub(super) fn photos_of_component(component: &str) -> String {
    format!(
        "SELECT p.id FROM photo AS p WHERE p.kind <> 'illustration' AND p.id IN (
            SELECT d.photo FROM depiction AS d WHERE d.subject_kind = 'component' AND d.subject = {component}
            UNION SELECT g.photo FROM marking AS k JOIN region AS g ON g.marking = k.id
                WHERE k.component = {component})"
    )
}

/// Whether a scale of known length is drawn on one of the photos that `photos` gives.
pub(super) fn has_scale(photos: &str) -> String {
    format!(
        "EXISTS (SELECT 1 FROM measurement AS x
            WHERE x.kind = 'scale' AND x.millimetres > 0 AND x.photo IN ({photos}))"
    )
}

/// The ids of the components of a weapon, those in other components included.
pub(super) fn components_of_weapon(weapon: &str) -> String {
    WITHIN.replace("?1", weapon)
}

/// How many people have read a mark. What a machine read counts for nobody.
pub(super) fn readers_of(marking: &str) -> String {
    format!(
        "(SELECT count(DISTINCT t.by) FROM transcription AS t
            WHERE t.marking = {marking} AND t.text <> '' AND t.role IS NOT 'machine')"
    )
}
