//! The checklist of the demonstration case: what can be asked of a component that is known from a publication alone.

use crate::model::Checklist;
use crate::model::checklist::{Fact, Item};
use crate::model::record::RecordKind;
use crate::text::{Language, t, tf_in};

/// The checklist, with what the team calls one of its items in each language.
pub(super) fn checklist() -> Checklist {
    let label = |language| Some(tf_in(language, "demonstration-checklist-place", &[]));
    let place = Item {
        en: label(Language::English),
        uk: label(Language::Ukrainian),
        ko: label(Language::Korean),
        ..Item::field("place_name")
    };
    Checklist {
        name: t("demonstration-checklist").to_owned(),
        record_kind: RecordKind::Component,
        items: vec![
            Item::field("title"),
            Item::fact(Fact::ListedTerm, 1),
            Item::field("weapon"),
            place,
            Item::fact(Fact::Markings, 1),
            Item::fact(Fact::Sources, 1),
            Item::field("exhibit_number").wanted(),
            Item::fact(Fact::Photos, 1).wanted(),
        ],
        notes: t("demonstration-checklist-notes").to_owned(),
        ..Checklist::default()
    }
}
