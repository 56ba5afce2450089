//! What has not been looked at: of a weapon, which views, marks, readings and looks are missing, while the site may still
//! be there. Counts and records, never a score.

use std::collections::HashMap;

use rusqlite::params;
use serde::{Serialize, Serializer};

use super::super::{CaseError, Reader};
use super::pieces::WITHIN;
use super::shown::{has_scale, photos_of_component, readers_of};
use super::{id, some_id};
use crate::model::id::{ComponentId, MarkingId, PhotoId, TagId, WeaponId};
use crate::model::record::RecordRef;
use crate::model::{Term, Vocabularies, Vocabulary, Weapon};
use crate::reading::Notation;
use crate::reading::legibility::{CLOSE, WIDE, pixels_per_character};
use crate::text::{Language, t, tf, tf_in};

/// What is there of a weapon, and what is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// The weapon.
    pub weapon: WeaponId,
    /// Its title.
    pub title: String,
    /// How many components it has, those in other components included.
    pub components: usize,
    /// How many marks these bear, but for those that somebody removed.
    pub marks: usize,
    /// How many of the marks somebody has read, be it a machine.
    pub read: usize,
    /// How many of the marks two people have read.
    pub read_twice: usize,
    /// How many photos show the weapon, its components or their marks.
    pub photos: usize,
    /// How many of these somebody has opened, as far as is noted.
    pub opened: usize,
    /// What is missing, in the order of [`GapKind`].
    pub gaps: Vec<Gap>,
}

/// Something that is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// What is missing.
    pub kind: GapKind,
    /// Of which record.
    pub record: RecordRef,
    /// What people call it.
    pub name: String,
    /// How far it is there, where a number says more: pixels for a character.
    pub pixels: Option<u32>,
}

/// What can be missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum GapKind {
    /// The weapon belongs to no strike.
    NoStrike,
    /// There is no evidence for where the weapon was made.
    NoOrigin,
    /// The weapon has no component, so that nothing of it is documented.
    NoComponent,
    /// No photo shows the component.
    NoPhoto,
    /// One photo shows the component, which can't be all its sides.
    OnePhoto,
    /// No photo of the component has a scale.
    NoScale,
    /// The mark is outlined in no photo.
    Unseen,
    /// In every photo of the mark a character has fewer pixels than [`CLOSE`].
    NotClose,
    /// In every photo of the mark it is seen close, so that none shows where on the piece it is.
    NotWide,
    /// The component bears no mark, and nobody has said that there is none.
    NoMarks,
    /// Nobody has transcribed the mark.
    Untranscribed,
    /// One person alone has read the mark.
    ReadOnce,
    /// Two people read the mark differently, and nobody has decided.
    Disagreeing,
    /// Nobody has opened the photo.
    Unopened,
}

/// What a gap belongs to on the card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GapGroup {
    /// What is known of the weapon.
    Weapon,
    /// What photos show.
    Views,
    /// Marks and who read them.
    Marks,
    /// Which photos were opened.
    Photos,
}

impl GapGroup {
    /// All of them, in the order of the card.
    pub const ALL: [Self; 4] = [Self::Weapon, Self::Views, Self::Marks, Self::Photos];
}

impl GapKind {
    /// What it belongs to.
    #[must_use]
    pub const fn group(self) -> GapGroup {
        match self {
            Self::NoStrike | Self::NoOrigin | Self::NoComponent => GapGroup::Weapon,
            Self::NoPhoto
            | Self::OnePhoto
            | Self::NoScale
            | Self::Unseen
            | Self::NotClose
            | Self::NotWide => GapGroup::Views,
            Self::NoMarks | Self::Untranscribed | Self::ReadOnce | Self::Disagreeing => GapGroup::Marks,
            Self::Unopened => GapGroup::Photos,
        }
    }

    /// What is missing, in a sentence about a record that is named beside it.
    #[must_use]
    pub fn sentence(self) -> String {
        match self {
            Self::NoStrike => t("coverage-no-strike").to_owned(),
            Self::NoOrigin => t("coverage-no-origin").to_owned(),
            Self::NoComponent => t("coverage-no-component").to_owned(),
            Self::NoPhoto => t("coverage-no-photo").to_owned(),
            Self::OnePhoto => t("coverage-one-photo").to_owned(),
            Self::NoScale => t("coverage-no-scale").to_owned(),
            Self::Unseen => t("coverage-unseen").to_owned(),
            Self::NotClose => tf("coverage-not-close", &[("pixels", CLOSE.into())]),
            Self::NotWide => t("coverage-not-wide").to_owned(),
            Self::NoMarks => tf("coverage-no-marks", &[("tag", t("coverage-no-marks-tag").into())]),
            Self::Untranscribed => t("coverage-untranscribed").to_owned(),
            Self::ReadOnce => t("coverage-read-once").to_owned(),
            Self::Disagreeing => t("coverage-disagreeing").to_owned(),
            Self::Unopened => t("coverage-unopened").to_owned(),
        }
    }
}

impl Gap {
    fn new(kind: GapKind, record: impl Into<RecordRef>, name: impl Into<String>) -> Self {
        Self {
            kind,
            record: record.into(),
            name: name.into(),
            pixels: None,
        }
    }

    /// The number beside the name.
    #[must_use]
    pub fn remark(&self) -> String {
        self.pixels
            .map(|pixels| tf("coverage-pixels", &[("pixels", pixels.into())]))
            .unwrap_or_default()
    }

    /// Name, number and what is missing, on one line.
    #[must_use]
    pub fn line(&self) -> String {
        let name = match self.remark() {
            remark if remark.is_empty() => self.name.clone(),
            remark => format!("{} ({remark})", self.name),
        };
        let sentence = self.kind.sentence();
        tf(
            "coverage-line",
            &[("name", name.into()), ("sentence", sentence.into())],
        )
    }
}

impl Serialize for Gap {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Written<'a> {
            gap: GapKind,
            kind: &'static str,
            record: &'a str,
            name: &'a str,
            #[serde(skip_serializing_if = "Option::is_none")]
            pixels: Option<u32>,
            sentence: String,
        }
        Written {
            gap: self.kind,
            kind: self.record.kind.word(),
            record: &self.record.id,
            name: &self.name,
            pixels: self.pixels,
            sentence: self.kind.sentence(),
        }
        .serialize(serializer)
    }
}

impl Reader {
    /// What is there of a weapon, and what is missing. `None` when it is not in the case.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn coverage(&self, weapon: WeaponId) -> Result<Option<Coverage>, CaseError> {
        let Some(record) = self.get::<Weapon>(weapon)? else {
            return Ok(None);
        };
        let title = match record.title.as_str() {
            "" => t("record-untitled"),
            title => title,
        };
        let mut coverage = Coverage {
            weapon,
            title: title.to_owned(),
            components: 0,
            marks: 0,
            read: 0,
            read_twice: 0,
            photos: 0,
            opened: 0,
            gaps: Vec::new(),
        };
        if record.strike.is_none() {
            coverage.gaps.push(Gap::new(GapKind::NoStrike, weapon, title));
        }
        let basis = record.origin_basis.unwrap_or_default();
        if record.origin.is_none() || basis.trim().is_empty() {
            coverage.gaps.push(Gap::new(GapKind::NoOrigin, weapon, title));
        }
        let words = self.vocabularies()?;
        let names = self.cover_components(weapon, &words, &mut coverage)?;
        if coverage.components == 0 {
            coverage.gaps.push(Gap::new(GapKind::NoComponent, weapon, title));
        }
        self.cover_marks(weapon, &names, &mut coverage)?;
        self.cover_photos(weapon, &mut coverage)?;
        coverage.gaps.sort_by_key(|gap| gap.kind);
        Ok(Some(coverage))
    }

    /// Which components are not photographed or bear no mark. Gives what people call each.
    fn cover_components(
        &self,
        weapon: WeaponId,
        words: &Vocabularies,
        coverage: &mut Coverage,
    ) -> Result<HashMap<ComponentId, String>, CaseError> {
        let photos = photos_of_component("c.id");
        let scale = has_scale(&photos);
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT c.id, c.title, c.kind, (SELECT count(*) FROM ({photos})), {scale},
                EXISTS (SELECT 1 FROM marking AS m WHERE m.component = c.id)
                OR EXISTS (SELECT 1 FROM tagging AS g WHERE g.record_kind = 'component' AND g.record = c.id
                    AND g.tag IN (SELECT value FROM json_each(?2)))
             FROM component AS c WHERE c.id IN ({WITHIN}) ORDER BY c.id"
        ))?;
        let tags = serde_json::to_string(&tags_of_no_marks(words)).unwrap_or_default();
        let mut rows = statement.query(params![weapon.to_string(), tags])?;
        let mut names = HashMap::new();
        while let Some(row) = rows.next()? {
            let component: ComponentId = id(row, 0)?;
            let (title, kind): (String, Option<String>) = (row.get(1)?, row.get(2)?);
            let kind = kind.unwrap_or_default();
            let name = match (title.is_empty(), kind.is_empty()) {
                (false, _) => title,
                (true, false) => words.label(Vocabulary::ComponentKind, &kind).to_owned(),
                (true, true) => t("record-untitled").to_owned(),
            };
            let (photos, has_scale, is_looked_over): (u32, bool, bool) =
                (row.get(3)?, row.get(4)?, row.get(5)?);
            let views = match photos {
                0 => Some(GapKind::NoPhoto),
                1 => Some(GapKind::OnePhoto),
                _ => None,
            };
            let scale = (photos > 0 && !has_scale).then_some(GapKind::NoScale);
            let marks = (!is_looked_over).then_some(GapKind::NoMarks);
            let missing = [views, scale, marks].into_iter().flatten();
            coverage
                .gaps
                .extend(missing.map(|kind| Gap::new(kind, component, name.clone())));
            coverage.components += 1;
            names.insert(component, name);
        }
        Ok(names)
    }

    /// Which marks are not seen well, not read, or read by too few.
    fn cover_marks(
        &self,
        weapon: WeaponId,
        names: &HashMap<ComponentId, String>,
        coverage: &mut Coverage,
    ) -> Result<(), CaseError> {
        let regions = self.regions_within(weapon)?;
        let readers = readers_of("m.id");
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT m.id, m.title, m.kind IS 'removed', m.component,
                (SELECT text FROM transcription AS t WHERE t.marking = m.id AND t.text <> ''
                 ORDER BY (t.role IS 'adjudicator') DESC, (t.role IS 'machine'), t.at DESC, t.id DESC LIMIT 1),
                {readers},
                (SELECT count(DISTINCT t.text) FROM transcription AS t
                 WHERE t.marking = m.id AND t.text <> '' AND (t.role IS NULL OR t.role = 'blind_reader')) > 1
                AND NOT EXISTS (SELECT 1 FROM transcription AS t WHERE t.marking = m.id AND t.role = 'adjudicator')
             FROM marking AS m WHERE m.component IN ({WITHIN}) ORDER BY m.component, m.id"
        ))?;
        let mut rows = statement.query([weapon.to_string()])?;
        while let Some(row) = rows.next()? {
            let marking: MarkingId = id(row, 0)?;
            let is_removed: bool = row.get(2)?;
            let component: Option<ComponentId> = some_id(row, 3)?;
            let text: Option<String> = row.get(4)?;
            let (people, may_differ): (u32, bool) = (row.get(5)?, row.get(6)?);
            let on = component.and_then(|id| names.get(&id)).map_or("", String::as_str);
            let title: String = row.get(1)?;
            // What one person read there, and the title that may repeat it, is not told to the second reader.
            let called = match people {
                1 => None,
                _ => text.clone().or(Some(title)).filter(|name| !name.is_empty()),
            };
            let name = match called {
                Some(name) => tf(
                    "coverage-mark-on",
                    &[("mark", name.into()), ("component", on.into())],
                ),
                None => tf("coverage-a-mark-on", &[("component", on.into())]),
            };
            let seen = regions.get(&marking).map_or(&[][..], Vec::as_slice);
            coverage
                .gaps
                .extend(views_of(seen, text.as_deref()).map(|(kind, pixels)| Gap {
                    pixels,
                    ..Gap::new(kind, marking, name.clone())
                }));
            if is_removed {
                continue;
            }
            coverage.marks += 1;
            coverage.read += usize::from(text.is_some());
            coverage.read_twice += usize::from(people > 1);
            let reading = match (&text, people) {
                (None, _) => Some(GapKind::Untranscribed),
                (_, 1) => Some(GapKind::ReadOnce),
                _ if may_differ && self.is_read_differently(marking)? => Some(GapKind::Disagreeing),
                _ => None,
            };
            coverage
                .gaps
                .extend(reading.map(|kind| Gap::new(kind, marking, name)));
        }
        Ok(())
    }

    /// The regions of the marks on a weapon's components, with the size of their photos. Drawings prove nothing.
    fn regions_within(&self, weapon: WeaponId) -> Result<HashMap<MarkingId, Vec<SeenAs>>, CaseError> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT r.marking, r.width, r.height, p.width, p.height
             FROM marking AS m JOIN region AS r ON r.marking = m.id JOIN photo AS p ON p.id = r.photo
             WHERE m.component IN ({WITHIN}) AND p.kind <> 'illustration'"
        ))?;
        let mut rows = statement.query([weapon.to_string()])?;
        let mut regions: HashMap<MarkingId, Vec<SeenAs>> = HashMap::new();
        while let Some(row) = rows.next()? {
            regions.entry(id(row, 0)?).or_default().push(SeenAs {
                region: [row.get(1)?, row.get(2)?],
                photo: [row.get(3)?, row.get(4)?],
            });
        }
        Ok(regions)
    }

    /// Which photos nobody has opened.
    fn cover_photos(&self, weapon: WeaponId, coverage: &mut Coverage) -> Result<(), CaseError> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT p.id, p.file_name, EXISTS (SELECT 1 FROM opened AS o WHERE o.photo = p.id)
             FROM photo AS p WHERE p.id IN (
                 SELECT photo FROM depiction WHERE subject_kind = 'weapon' AND subject = ?1
                 UNION SELECT photo FROM depiction WHERE subject_kind = 'component' AND subject IN ({WITHIN})
                 UNION SELECT r.photo FROM marking AS m JOIN region AS r ON r.marking = m.id
                     WHERE m.component IN ({WITHIN}))
             ORDER BY p.taken, p.file_name, p.id"
        ))?;
        let mut rows = statement.query([weapon.to_string()])?;
        while let Some(row) = rows.next()? {
            coverage.photos += 1;
            if row.get(2)? {
                coverage.opened += 1;
                continue;
            }
            let photo: PhotoId = id(row, 0)?;
            let name: String = row.get(1)?;
            coverage.gaps.push(Gap::new(GapKind::Unopened, photo, name));
        }
        Ok(())
    }
}

/// A region and its photo, in pixels; a photo of 0 pixels is one whose file doesn't say.
struct SeenAs {
    region: [u32; 2],
    photo: [u32; 2],
}

impl SeenAs {
    /// Whether the region is so small a part of the photo that one sees where on the piece the mark is.
    fn is_wide(&self) -> bool {
        let area = |[width, height]: [u32; 2]| f64::from(width) * f64::from(height);
        area(self.region) <= WIDE * area(self.photo)
    }
}

/// Which views of a mark are missing: how many pixels a character has where it is seen best, if that is too few.
fn views_of(seen: &[SeenAs], text: Option<&str>) -> impl Iterator<Item = (GapKind, Option<u32>)> {
    let notation = text.map(|text| Notation::parse(text).unwrap_or_else(|_| Notation::literal(text)));
    let best = notation.and_then(|notation| {
        let pixels = |one: &SeenAs| pixels_per_character(one.region[0], one.region[1], &notation);
        seen.iter().filter_map(pixels).max()
    });
    let unseen = seen.is_empty().then_some((GapKind::Unseen, None));
    let not_close = best
        .filter(|pixels| *pixels < CLOSE)
        .map(|pixels| (GapKind::NotClose, Some(pixels)));
    let is_wide = seen.iter().any(SeenAs::is_wide);
    let not_wide = (!seen.is_empty() && !is_wide).then_some((GapKind::NotWide, None));
    [unseen, not_close, not_wide].into_iter().flatten()
}

/// The tags by which somebody said that there is no mark, in whichever language that was, or under another name since.
pub(super) fn tags_of_no_marks(words: &Vocabularies) -> Vec<TagId> {
    let names = Language::ALL.map(|language| tf_in(language, "coverage-no-marks-tag", &[]).to_lowercase());
    let is_it = |term: &&Term| term.names().any(|name| names.contains(&name.to_lowercase()));
    let tags = words.terms(Vocabulary::Tags).iter().filter(is_it);
    tags.filter_map(|term| term.tag).collect()
}
