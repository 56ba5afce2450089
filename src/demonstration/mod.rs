//! The demonstration case: the finding that the program grew from. Its facts are data (`assets/demonstration.toml`),
//! its pictures are drawn here, and it is built through the same door as every other case.

mod checklist;
pub mod illustration;

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Deserialize;

use crate::case::{Author, Case, CaseError, sha256};
use crate::intake::photo::new_photo;
use crate::intake::read::examine;
use crate::model::id::{ComponentId, PhotoId};
use crate::model::marking::{MarkKind, Method};
use crate::model::photo::PhotoKind;
use crate::model::record::CaseInfo;
use crate::model::when::Edtf;
use crate::model::{Change, Component, Marking, Region, Source, Strike, Tag, Transcription, Verdict, Weapon};
use crate::reading::decision::Decision;
use crate::reading::read_text;
use crate::reading::rules::RuleBook;
use crate::text::{Language, t, tf, tf_in};
use illustration::{Plate, Shape, draw};

const FACTS: &str = include_str!("../../assets/demonstration.toml");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Facts {
    title: String,
    notes: String,
    source: Vec<SourceFacts>,
    weapon: WeaponFacts,
    strike: Vec<StrikeFacts>,
    finding: FindingFacts,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceFacts {
    #[serde(rename = "id")]
    _id: String,
    title: String,
    by: String,
    date: Edtf,
    link: String,
    note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WeaponFacts {
    class: String,
    origin: String,
    origin_basis: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StrikeFacts {
    title: String,
    reported: Edtf,
    weapon: String,
    #[serde(default)]
    component: Vec<ComponentFacts>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ComponentFacts {
    title: String,
    kind: String,
    place_name: String,
    recovered: Edtf,
    documented: Edtf,
    mark: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FindingFacts {
    system: String,
    reason: String,
    documented: Date,
}

/// Where the demonstration case is kept unless somebody says otherwise.
#[must_use]
pub fn default_path() -> PathBuf {
    let name = format!("demonstration.{}", crate::case::EXTENSION);
    match directories::ProjectDirs::from("org", "", "witnessmark") {
        Some(dirs) => dirs.data_dir().join(name),
        None => PathBuf::from(name),
    }
}

/// Builds the demonstration case at `path` if there is no file.
///
/// # Errors
/// When it can't be written.
pub fn ensure(path: &Path, author: &Author) -> Result<(), CaseError> {
    if path.exists() {
        return Ok(());
    }
    let failed = |source| CaseError::Io {
        file: path.to_owned(),
        source,
    };
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    // Built beside its place and moved there when it is whole, so that half a case is never opened as one.
    let part = path.with_extension("part");
    if part.exists() {
        std::fs::remove_file(&part).map_err(failed)?;
    }
    build(&part, author)?.close()?;
    std::fs::rename(&part, path).map_err(failed)
}

/// Builds the demonstration case in the new file `path`. Its history says that the program made it.
fn build(path: &Path, author: &Author) -> Result<Case, CaseError> {
    let facts: Facts = toml::from_str(FACTS).map_err(|error| CaseError::Io {
        file: PathBuf::from("demonstration.toml"),
        source: std::io::Error::other(error),
    })?;
    let program = Author {
        person: t("demonstration-author").to_owned(),
        ..author.clone()
    };
    let mut case = Case::create(path, &facts.title, program)?;
    let notes = CaseInfo {
        title: facts.title.clone(),
        notes: facts.notes.clone(),
        ..CaseInfo::default()
    };
    let before = CaseInfo {
        title: facts.title.clone(),
        ..CaseInfo::default()
    };
    case.apply_all(Change::edit(&before, &notes).into_iter().collect())?;
    case.apply(Change::Create(tag().into()))?;
    case.apply(Change::Create(checklist::checklist().into()))?;
    let builder = Builder { facts: &facts };
    for (number, strike) in (0u32..).zip(&facts.strike) {
        let changes = builder.strike(strike, number)?;
        case.apply_all(changes)?;
    }
    Ok(case)
}

/// The tag of the strikes, with what it is called in each language.
fn tag() -> Tag {
    let label = |language| Some(tf_in(language, "demonstration-tag", &[]));
    Tag {
        name: t("demonstration-tag").to_owned(),
        en: label(Language::English),
        uk: label(Language::Ukrainian),
        ko: label(Language::Korean),
        source: Some(t("demonstration-tag-source").to_owned()),
        ..Tag::default()
    }
}

struct Builder<'a> {
    facts: &'a Facts,
}

impl Builder<'_> {
    fn sources(&self) -> Vec<Source> {
        let source = |facts: &SourceFacts| Source {
            title: facts.title.clone(),
            by: Some(facts.by.clone()),
            date: Some(facts.date.clone()),
            link: Some(facts.link.clone()),
            note: Some(facts.note.clone()),
        };
        self.facts.source.iter().map(source).collect()
    }

    /// Everything that is known of one attack, as one step.
    fn strike(&self, facts: &StrikeFacts, number: u32) -> Result<Vec<Change>, CaseError> {
        let source = self.facts.source.first();
        let strike = Strike {
            title: facts.title.clone(),
            reported: Some(facts.reported.clone()),
            reported_by: source.map(|source| source.by.clone()),
            reported_link: source.map(|source| source.link.clone()),
            sources: self.sources(),
            ..Strike::default()
        };
        let weapon = Weapon {
            title: facts.weapon.clone(),
            class: Some(self.facts.weapon.class.clone()),
            strike: Some(strike.id),
            origin: Some(self.facts.weapon.origin.clone()),
            origin_basis: Some(self.facts.weapon.origin_basis.clone()),
            sources: self.sources(),
            ..Weapon::default()
        };
        let strike_id = strike.id;
        let tag = Change::AddTag {
            name: t("demonstration-tag").to_owned(),
            vocabulary: String::new(),
            records: vec![strike_id.into()],
        };
        let weapon_id = weapon.id;
        let mut changes = vec![Change::Create(strike.into()), Change::Create(weapon.into()), tag];
        let components: Vec<Component> = facts
            .component
            .iter()
            .map(|facts| Component {
                title: facts.title.clone(),
                kind: Some(facts.kind.clone()),
                weapon: Some(weapon_id),
                place_name: Some(facts.place_name.clone()),
                recovered: Some(facts.recovered.clone()),
                documented: Some(facts.documented.clone()),
                sources: self.sources(),
                ..Component::default()
            })
            .collect();
        changes.extend(
            components
                .iter()
                .cloned()
                .map(|component| Change::Create(component.into())),
        );
        if components.is_empty() {
            let (add, photo) = picture(Shape::Card, &drawn_words("demonstration-card"), number)?;
            changes.push(add);
            changes.push(Change::LinkPhotos {
                photos: vec![photo.0],
                subject: strike_id.into(),
            });
            return Ok(changes);
        }
        let mark = &facts.component[0].mark;
        let (add, (pair, _)) = picture(Shape::Pair, mark, number)?;
        changes.push(add);
        for (component, facts) in components.iter().zip(&facts.component) {
            changes.push(Change::LinkPhotos {
                photos: vec![pair],
                subject: component.id.into(),
            });
            let shape = if component.id == components[0].id {
                Shape::Round
            } else {
                Shape::Close
            };
            changes.extend(self.mark(component.id, &facts.mark, shape, facts, &strike_days(&changes))?);
        }
        changes.push(Change::LinkPhotos {
            photos: vec![pair],
            subject: strike_id.into(),
        });
        Ok(changes)
    }

    /// The mark on one component: picture, region, transcription, and the accepted finding.
    fn mark(
        &self,
        component: ComponentId,
        mark: &str,
        shape: Shape,
        facts: &ComponentFacts,
        strike: &Strike,
    ) -> Result<Vec<Change>, CaseError> {
        let seed = if shape == Shape::Round { 1 } else { 2 };
        let (add, (photo, area)) = picture(shape, mark, seed)?;
        let marking = Marking {
            component: Some(component),
            title: tf("demonstration-marking", &[("mark", mark.into())]),
            kind: Some(MarkKind::Date),
            method: Some(Method::Stamped),
            script: Some("digits".to_owned()),
            ..Marking::default()
        };
        let (x, y, width, height) = area.unwrap_or((0, 0, 1, 1));
        let region = Region {
            marking: marking.id,
            photo,
            x,
            y,
            width,
            height,
            ..Region::default()
        };
        let by = t("demonstration-author");
        let now = Timestamp::now();
        let transcription = Transcription {
            marking: marking.id,
            text: mark.to_owned(),
            by: by.to_owned(),
            at: now,
            note: t("demonstration-transcription-note").to_owned(),
            ..Transcription::default()
        };
        let context = crate::case::MarkingContext {
            marking: marking.clone(),
            component: Some(Component {
                kind: Some(facts.kind.clone()),
                ..Component::default()
            }),
            weapon: Some(Weapon {
                origin: Some(self.facts.weapon.origin.clone()),
                origin_basis: Some(self.facts.weapon.origin_basis.clone()),
                ..Weapon::default()
            }),
            strike: Some(strike.clone()),
            rules: RuleBook::EMPTY,
        }
        .reading_context(self.facts.finding.documented);
        let decision = Decision {
            marking: marking.id,
            transcription: transcription.id,
            verdict: Verdict::Accepted,
            reason: &self.facts.finding.reason,
            by,
            at: now,
        };
        let readings = read_text(mark, &context).unwrap_or_default();
        let accepted = readings
            .iter()
            .find(|reading| reading.system == self.facts.finding.system);
        let finding = accepted.map(|reading| Change::Decide(Box::new(decision.on(reading, &context))));
        let mut changes = vec![
            add,
            Change::LinkPhotos {
                photos: vec![photo],
                subject: component.into(),
            },
            Change::DrawRegion {
                region,
                marking: Some(marking),
            },
            Change::Transcribe(transcription),
        ];
        changes.extend(finding);
        Ok(changes)
    }
}

/// The strike among the changes that make it.
fn strike_days(changes: &[Change]) -> Strike {
    changes
        .iter()
        .find_map(|change| match change {
            Change::Create(crate::model::Record::Strike(strike)) => Some((**strike).clone()),
            _ => None,
        })
        .unwrap_or_default()
}

type Drawn = (PhotoId, Option<(u32, u32, u32, u32)>);

/// Words that are drawn into a picture: in English, because strokes are there for Latin capitals alone, and a picture
/// must never go without the words that say what it is.
fn drawn_words(key: &str) -> String {
    tf_in(Language::English, key, &[])
}

/// Draws a picture and takes it in, said to be an illustration in the record as it says itself.
fn picture(shape: Shape, mark: &str, seed: u32) -> Result<(Change, Drawn), CaseError> {
    let caption = &drawn_words("demonstration-caption");
    let drawn = draw(&Plate {
        mark,
        shape,
        seed,
        caption,
    });
    let name = match shape {
        Shape::Card => format!("illustration-card-{seed}.png"),
        Shape::Pair => "illustration-pair.png".to_owned(),
        Shape::Round => "illustration-first.png".to_owned(),
        Shape::Close => "illustration-second.png".to_owned(),
    };
    let failed = |reason: String| CaseError::Io {
        file: PathBuf::from(&name),
        source: std::io::Error::other(reason),
    };
    let bytes = drawn.to_png().map_err(|error| failed(error.to_string()))?;
    let examined = examine(&name, &bytes).map_err(|refusal| failed(refusal.reason))?;
    let mut new = new_photo(examined, sha256(&bytes), &name, bytes);
    new.photo.kind = PhotoKind::Illustration;
    new.photo.caption = t(match shape {
        Shape::Card => "demonstration-caption-card",
        Shape::Pair => "demonstration-caption-pair",
        Shape::Round => "demonstration-caption-first",
        Shape::Close => "demonstration-caption-second",
    })
    .to_owned();
    new.photo.credit = Some(t("demonstration-credit").to_owned());
    let id = new.photo.id;
    Ok((Change::AddPhoto(Box::new(new)), (id, drawn.region_of_mark())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Finding;
    use crate::model::Photo;
    use crate::settings::Settings;

    #[test]
    fn the_demonstration_case_holds_the_finding_and_nothing_that_the_report_does_not_state() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("demonstration.witness");
        let author = Settings::in_memory().author();
        ensure(&path, &author).unwrap();
        let case = Case::open(&path, author.clone()).unwrap();
        let reader = case.reader().unwrap();
        let strikes = reader.all::<Strike>().unwrap();
        let reported: Vec<String> = strikes
            .iter()
            .map(|strike| strike.reported.as_ref().unwrap().to_string())
            .collect();
        assert_eq!(reported, ["2024-07-30", "2024-08-05", "2024-08-06", "2024-08-18"]);
        assert!(
            strikes
                .iter()
                .all(|strike| strike.occurred.is_none() && strike.target.is_none())
        );
        assert!(
            strikes
                .iter()
                .all(|strike| strike.latitude.is_none() && !strike.sources.is_empty())
        );
        assert_eq!(reader.all::<Weapon>().unwrap().len(), 4);
        assert!(
            reader
                .all::<Weapon>()
                .unwrap()
                .iter()
                .all(|weapon| weapon.model.is_none())
        );
        assert_eq!(reader.all::<Component>().unwrap().len(), 2);
        let findings = reader.all::<Finding>().unwrap();
        assert_eq!(findings.len(), 2);
        for finding in findings {
            assert_eq!((finding.system.as_str(), finding.grade.as_str()), ("juche", "B"));
            assert_eq!(finding.earliest, Some(jiff::civil::date(2024, 1, 1)));
            assert_eq!(finding.production_latest, Some(jiff::civil::date(2024, 8, 18)));
            assert_eq!((finding.days_min, finding.days_max), (Some(0), Some(230)));
        }
        let photos = reader.all::<Photo>().unwrap();
        assert!(!photos.is_empty());
        assert!(photos.iter().all(|photo| photo.kind == PhotoKind::Illustration));
        assert!(reader.verify(|_, _| true).unwrap().is_sound());
        drop(reader);
        case.close().unwrap();
        // A second time it is opened, not built.
        let before = std::fs::metadata(&path).unwrap().len();
        ensure(&path, &author).unwrap();
        Case::open(&path, author).unwrap().close().unwrap();
        assert_eq!(std::fs::metadata(&path).unwrap().len(), before);
    }
}
