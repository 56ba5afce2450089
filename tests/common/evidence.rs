//! A case that is built mark by mark, for tests of what marks come to together. Its photos have sizes and no pixels.

#![allow(dead_code, reason = "each test file uses its part")]

use jiff::Timestamp;
use tempfile::TempDir;
use witnessmark::case::{Author, Case, Reader, sha256};
use witnessmark::model::id::{ComponentId, MarkingId, PhotoId, RegionId, StrikeId, WeaponId};
use witnessmark::model::record::{RecordKind, RecordRef};
use witnessmark::model::when::Edtf;
use witnessmark::model::{
    Change, Component, Marking, NewPhoto, Photo, Region, Role, Strike, Transcription, Weapon,
};

pub struct Evidence {
    pub folder: TempDir,
    pub case: Case,
    weapon: WeaponId,
    strike: StrikeId,
}

pub fn transcription(marking: MarkingId, text: &str, by: &str, role: Option<Role>) -> Change {
    Change::Transcribe(Transcription {
        marking,
        text: text.to_owned(),
        by: by.to_owned(),
        at: Timestamp::now(),
        role,
        note: "read with a lamp".to_owned(),
        ..Transcription::default()
    })
}

impl Evidence {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let author = Author {
            person: "O. Tester".to_owned(),
            device: "11111111-1111-7111-8111-111111111111".to_owned(),
            device_name: "test laptop".to_owned(),
        };
        let case = Case::create(&folder.path().join("case.witness"), "Evidence", author).unwrap();
        Self {
            folder,
            case,
            weapon: WeaponId::new(),
            strike: StrikeId::new(),
        }
    }

    pub fn reader(&self) -> Reader {
        self.case.reader().unwrap()
    }

    pub fn apply(&mut self, change: Change) {
        self.case.apply(change).unwrap();
    }

    pub fn weapon(&mut self, weapon: Weapon) -> WeaponId {
        self.weapon = weapon.id;
        self.apply(Change::Create(weapon.into()));
        self.weapon
    }

    pub fn last_weapon(&self) -> WeaponId {
        self.weapon
    }

    /// A component of the weapon that was made last.
    pub fn component(&mut self, title: &str) -> ComponentId {
        let component = Component {
            title: title.to_owned(),
            weapon: Some(self.weapon),
            ..Component::default()
        };
        let id = component.id;
        self.apply(Change::Create(component.into()));
        id
    }

    pub fn inner(&mut self, title: &str, parent: ComponentId) -> ComponentId {
        let component = Component {
            title: title.to_owned(),
            parent: Some(parent),
            ..Component::default()
        };
        let id = component.id;
        self.apply(Change::Create(component.into()));
        id
    }

    /// Sets fields of a record.
    pub fn set(&mut self, record: impl Into<RecordRef>, fields: serde_json::Value) {
        let serde_json::Value::Object(fields) = fields else {
            unreachable!("fields are an object");
        };
        self.apply(Change::Edit {
            record: record.into(),
            fields,
        });
    }

    pub fn tie_to_strike(&mut self, day: &str) {
        let strike = Strike {
            title: "Depot".to_owned(),
            occurred: Some(Edtf::parse(day).unwrap()),
            ..Strike::default()
        };
        self.strike = strike.id;
        self.apply(Change::Create(strike.into()));
        let (weapon, strike) = (self.weapon, self.strike);
        self.set(weapon, serde_json::json!({ "strike": strike }));
    }

    pub fn re_date(&mut self, day: &str) {
        let strike = self.strike;
        self.set(strike, serde_json::json!({ "occurred": day }));
    }

    pub fn set_origin(&mut self, origin: &str, basis: &str) {
        let weapon = self.weapon;
        self.set(
            weapon,
            serde_json::json!({ "origin": origin, "origin_basis": basis }),
        );
    }

    pub fn photo(&mut self, name: &str, width: u32, height: u32) -> PhotoId {
        let bytes = name.as_bytes().to_vec();
        let photo = Photo {
            sha256: sha256(&bytes),
            byte_size: bytes.len() as u64,
            file_name: format!("{name}.jpg"),
            width,
            height,
            ..Photo::default()
        };
        let id = photo.id;
        self.apply(Change::AddPhoto(Box::new(NewPhoto {
            photo,
            bytes,
            ..NewPhoto::default()
        })));
        id
    }

    pub fn link(&mut self, photo: PhotoId, subject: RecordRef) {
        self.apply(Change::LinkPhotos {
            photos: vec![photo],
            subject,
        });
    }

    /// A mark on a component, with what was read there.
    pub fn mark(&mut self, component: Option<ComponentId>, text: Option<&str>) -> MarkingId {
        let marking = Marking {
            component,
            ..Marking::default()
        };
        let id = marking.id;
        self.apply(Change::Create(marking.into()));
        if let Some(text) = text {
            self.apply(transcription(id, text, "A", None));
        }
        id
    }

    pub fn region(&mut self, marking: MarkingId, photo: PhotoId, [width, height]: [u32; 2]) -> RegionId {
        let region = Region {
            marking,
            photo,
            width,
            height,
            ..Region::default()
        };
        let id = region.id;
        self.apply(Change::DrawRegion {
            region,
            marking: None,
        });
        id
    }

    /// Removes the regions of a marking but one.
    pub fn remove_other_regions(&mut self, marking: MarkingId, but: RegionId) {
        for region in self.reader().regions_of_marking(marking).unwrap() {
            if region.id != but {
                self.apply(Change::Remove(RecordRef::new(RecordKind::Region, region.id)));
            }
        }
    }
}
