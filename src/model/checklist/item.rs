//! One item of a checklist: what it asks for, how firmly, and what the team calls it.

use serde::{Deserialize, Serialize};

use super::vocabulary_of;
use crate::model::field::{self, Field};
use crate::model::record::RecordKind;
use crate::text::{self, Language, t, tf};

/// How firmly something is asked for.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Default,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Demand {
    /// A record is not complete without it.
    #[default]
    Required,
    /// It is good to have.
    Wanted,
}

impl Demand {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Required, Self::Wanted];

    /// Its word in files and on the command line.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Wanted => "wanted",
        }
    }

    /// What it is called.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Required => t("checklist-required"),
            Self::Wanted => t("checklist-wanted"),
        }
    }
}

/// What can be counted of a record.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Fact {
    /// Photos that show it; drawings are not counted.
    Photos,
    /// Photos of a component on which a scale is drawn.
    ScalePhotos,
    /// Scales that are drawn on a photo.
    Scales,
    /// Weapons of a strike.
    Weapons,
    /// Components of a weapon, those in other components included.
    Components,
    /// Marks on a component; that somebody said that there are none counts as one.
    Markings,
    /// Of a photo, the regions drawn on it; of a marking, the regions in which it is seen.
    Regions,
    /// Strikes, weapons and components that a photo shows.
    Subjects,
    /// People who have read a marking.
    Readers,
    /// Readings of a marking that somebody accepted or rejected.
    Decisions,
    /// Handovers of a component.
    Handovers,
    /// Sources.
    Sources,
    /// The position has a radius.
    Radius,
    /// The target, class or kind is a term of the vocabulary, not any other word.
    ListedTerm,
}

impl Fact {
    /// All of them.
    pub const ALL: [Self; 14] = [
        Self::Photos,
        Self::ScalePhotos,
        Self::Scales,
        Self::Weapons,
        Self::Components,
        Self::Markings,
        Self::Regions,
        Self::Subjects,
        Self::Readers,
        Self::Decisions,
        Self::Handovers,
        Self::Sources,
        Self::Radius,
        Self::ListedTerm,
    ];

    /// Its word in files.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Photos => "photos",
            Self::ScalePhotos => "scale_photos",
            Self::Scales => "scales",
            Self::Weapons => "weapons",
            Self::Components => "components",
            Self::Markings => "markings",
            Self::Regions => "regions",
            Self::Subjects => "subjects",
            Self::Readers => "readers",
            Self::Decisions => "decisions",
            Self::Handovers => "handovers",
            Self::Sources => "sources",
            Self::Radius => "radius",
            Self::ListedTerm => "listed_term",
        }
    }

    /// The kinds of record of which it can be known.
    #[must_use]
    pub const fn kinds(self) -> &'static [RecordKind] {
        use RecordKind::{Component, Marking, Photo, Strike, Weapon};
        match self {
            Self::Photos | Self::Sources | Self::ListedTerm => &[Strike, Weapon, Component],
            Self::ScalePhotos | Self::Markings | Self::Handovers => &[Component],
            Self::Weapons => &[Strike],
            Self::Components => &[Weapon],
            Self::Scales | Self::Subjects => &[Photo],
            Self::Regions => &[Photo, Marking],
            Self::Readers | Self::Decisions => &[Marking],
            Self::Radius => &[Strike, Component],
        }
    }

    /// Whether there can be more than one.
    #[must_use]
    pub const fn is_counted(self) -> bool {
        !matches!(self, Self::Radius | Self::ListedTerm)
    }

    /// Whether it can't be had of a mark that somebody removed.
    #[must_use]
    pub const fn is_of_legible_marks(self) -> bool {
        matches!(self, Self::Readers | Self::Decisions)
    }

    /// What is asked for, in words.
    #[must_use]
    pub fn label(self, kind: RecordKind, at_least: u32) -> String {
        let count = [("count", at_least.into())];
        match self {
            Self::Photos => tf("checklist-fact-photos", &count),
            Self::ScalePhotos => tf("checklist-fact-scale-photos", &count),
            Self::Scales => tf("checklist-fact-scales", &count),
            Self::Weapons => tf("checklist-fact-weapons", &count),
            Self::Components => tf("checklist-fact-components", &count),
            Self::Markings => tf("checklist-fact-markings", &count),
            Self::Regions => tf("checklist-fact-regions", &count),
            Self::Subjects => tf("checklist-fact-subjects", &count),
            Self::Readers => tf("checklist-fact-readers", &count),
            Self::Decisions => tf("checklist-fact-decisions", &count),
            Self::Handovers => tf("checklist-fact-handovers", &count),
            Self::Sources => tf("checklist-fact-sources", &count),
            Self::Radius => t("checklist-fact-radius").to_owned(),
            Self::ListedTerm => {
                let field = vocabulary_of(kind).and_then(|(_, name)| field::named(kind, name));
                let field = field.map_or("", Field::label);
                tf("checklist-fact-listed-term", &[("field", field.into())])
            }
        }
    }
}

/// What an item asks for.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Asks {
    /// A field is filled.
    Field {
        /// Its name.
        field: String,
    },
    /// So much of something is there.
    Fact {
        /// What.
        fact: Fact,
        /// How much: 1 or more, and 1 of what can't be counted.
        at_least: u32,
    },
    /// The record bears one of these tags.
    Tag {
        /// The tags, by name.
        one_of: Vec<String>,
    },
}

/// Why an item makes no sense.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ItemFault {
    /// It asks for nothing, or for several things.
    #[error("{}", t("checklist-fault-asks"))]
    Asks,
    /// The record has no such field.
    #[error("{}", tf("checklist-fault-field", &[("field", field.as_str().into()), ("fields", fields.as_str().into())]))]
    Field {
        /// The field.
        field: String,
        /// Those that it has.
        fields: String,
    },
    /// This can't be known of such a record.
    #[error("{}", tf("checklist-fault-fact", &[("fact", fact.word().into()), ("facts", facts.as_str().into())]))]
    Fact {
        /// The fact.
        fact: Fact,
        /// Those that can.
        facts: String,
    },
    /// The number makes no sense.
    #[error("{}", t("checklist-fault-count"))]
    Count,
    /// It names no tag.
    #[error("{}", t("checklist-fault-tag"))]
    Tag,
}

/// One item of a checklist.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(try_from = "Written", into = "Written")]
#[schemars(with = "Written")]
pub struct Item {
    /// What it asks for.
    pub asks: Asks,
    /// How firmly.
    pub demand: Demand,
    /// What the team calls it in English.
    pub en: Option<String>,
    /// What the team calls it in Ukrainian.
    pub uk: Option<String>,
    /// What the team calls it in Korean.
    pub ko: Option<String>,
    /// Where it is asked for: a standard, a guide.
    pub source: Option<String>,
}

/// An item as it stands in files and in the case.
#[derive(Debug, Clone, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Written {
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fact: Option<Fact>,
    #[serde(skip_serializing_if = "Option::is_none")]
    at_least: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    one_of_tags: Option<Vec<String>>,
    demand: Demand,
    #[serde(skip_serializing_if = "Option::is_none")]
    en: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    uk: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ko: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
}

impl TryFrom<Written> for Item {
    type Error = ItemFault;

    fn try_from(written: Written) -> Result<Self, ItemFault> {
        let asks = match (written.field, written.fact, written.one_of_tags) {
            (Some(field), None, None) if written.at_least.is_none() => Asks::Field { field },
            (None, Some(fact), None) => Asks::Fact {
                fact,
                at_least: written.at_least.unwrap_or(1),
            },
            (None, None, Some(one_of)) if written.at_least.is_none() => Asks::Tag { one_of },
            _ => return Err(ItemFault::Asks),
        };
        Ok(Self {
            asks,
            demand: written.demand,
            en: written.en,
            uk: written.uk,
            ko: written.ko,
            source: written.source,
        })
    }
}

impl From<Item> for Written {
    fn from(item: Item) -> Self {
        let (mut field, mut fact, mut at_least, mut one_of_tags) = (None, None, None, None);
        match item.asks {
            Asks::Field { field: name } => field = Some(name),
            Asks::Fact {
                fact: what,
                at_least: n,
            } => {
                fact = Some(what);
                at_least = (n != 1).then_some(n);
            }
            Asks::Tag { one_of } => one_of_tags = Some(one_of),
        }
        Self {
            field,
            fact,
            at_least,
            one_of_tags,
            demand: item.demand,
            en: item.en,
            uk: item.uk,
            ko: item.ko,
            source: item.source,
        }
    }
}

impl Item {
    /// An item that asks for this and is required.
    #[must_use]
    pub const fn new(asks: Asks) -> Self {
        Self {
            asks,
            demand: Demand::Required,
            en: None,
            uk: None,
            ko: None,
            source: None,
        }
    }

    /// A field must be filled.
    #[must_use]
    pub fn field(name: &str) -> Self {
        Self::new(Asks::Field {
            field: name.to_owned(),
        })
    }

    /// At least so much of something must be there.
    #[must_use]
    pub const fn fact(fact: Fact, at_least: u32) -> Self {
        Self::new(Asks::Fact { fact, at_least })
    }

    /// One of these tags must be borne.
    #[must_use]
    pub fn tag<'a>(one_of: impl IntoIterator<Item = &'a str>) -> Self {
        Self::new(Asks::Tag {
            one_of: one_of.into_iter().map(str::to_owned).collect(),
        })
    }

    /// The same, good to have.
    #[must_use]
    pub fn wanted(self) -> Self {
        Self {
            demand: Demand::Wanted,
            ..self
        }
    }

    /// That it makes sense for records of a kind.
    ///
    /// # Errors
    /// Why it does not.
    pub fn check(&self, kind: RecordKind) -> Result<(), ItemFault> {
        match &self.asks {
            Asks::Field { field: name } => {
                let fields = fields_of(kind);
                if fields.iter().any(|field| field.name == name) {
                    return Ok(());
                }
                let names: Vec<&str> = fields.iter().map(|field| field.name).collect();
                Err(ItemFault::Field {
                    field: name.clone(),
                    fields: names.join(", "),
                })
            }
            Asks::Fact { fact, at_least } => {
                if !fact.kinds().contains(&kind) {
                    let facts: Vec<&str> = facts_of(kind).map(Fact::word).collect();
                    return Err(ItemFault::Fact {
                        fact: *fact,
                        facts: facts.join(", "),
                    });
                }
                let is_number = *at_least == 1 || fact.is_counted() && (1..=1000).contains(at_least);
                is_number.then_some(()).ok_or(ItemFault::Count)
            }
            Asks::Tag { one_of } => {
                let is_named = !one_of.is_empty() && one_of.iter().all(|tag| !tag.trim().is_empty());
                is_named.then_some(()).ok_or(ItemFault::Tag)
            }
        }
    }

    /// What the team calls it in `language`.
    #[must_use]
    pub fn stated_in(&self, language: Language) -> &str {
        let stated = match language {
            Language::English => &self.en,
            Language::Ukrainian => &self.uk,
            Language::Korean => &self.ko,
        };
        stated.as_deref().unwrap_or_default()
    }

    /// What is shown: the team's label in the language in use, or else what the program calls it.
    #[must_use]
    pub fn label(&self, kind: RecordKind) -> String {
        match self.stated_in(text::language()) {
            "" => self.own_name(kind),
            stated => stated.to_owned(),
        }
    }

    /// What is asked for, in the program's words.
    #[must_use]
    pub fn own_name(&self, kind: RecordKind) -> String {
        match &self.asks {
            Asks::Field { field: name } => {
                field::named(kind, name).map_or_else(|| name.clone(), |field| field.label().to_owned())
            }
            Asks::Fact { fact, at_least } => fact.label(kind, *at_least),
            Asks::Tag { one_of } => match &one_of[..] {
                [only] => tf("checklist-one-tag", &[("tag", only.as_str().into())]),
                several => tf("checklist-one-of-tags", &[("tags", several.join(", ").into())]),
            },
        }
    }
}

/// The fields that a checklist can ask for: those that a record can lack.
#[must_use]
pub fn fields_of(kind: RecordKind) -> Vec<&'static Field> {
    field::of(kind)
        .iter()
        .filter(|field| field.can_be_empty())
        .collect()
}

/// The facts that a checklist can ask for.
pub fn facts_of(kind: RecordKind) -> impl Iterator<Item = Fact> {
    Fact::ALL
        .into_iter()
        .filter(move |fact| fact.kinds().contains(&kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_of_a_fact_and_of_a_demand_is_its_name_in_files() {
        for fact in Fact::ALL {
            assert_eq!(serde_json::to_value(fact).unwrap(), fact.word());
            assert!(
                !fact.label(fact.kinds()[0], 2).starts_with("checklist-"),
                "{fact:?}"
            );
        }
        for demand in Demand::ALL {
            assert_eq!(serde_json::to_value(demand).unwrap(), demand.word());
        }
    }

    #[test]
    fn an_item_reads_back_as_it_was_written() {
        let items = [
            Item::field("occurred"),
            Item::fact(Fact::Photos, 3).wanted(),
            Item::fact(Fact::Radius, 1),
            Item {
                ko: Some("태그".to_owned()),
                ..Item::tag(["day", "night"])
            },
        ];
        for item in items {
            let text = serde_json::to_string(&item).unwrap();
            assert_eq!(serde_json::from_str::<Item>(&text).unwrap(), item, "{text}");
        }
        for wrong in [
            "{}",
            r#"{"field": "title", "fact": "photos"}"#,
            r#"{"field": "title", "at_least": 2}"#,
            r#"{"fact": "luck"}"#,
            r#"{"field": "title", "colour": "red"}"#,
        ] {
            assert!(serde_json::from_str::<Item>(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn it_is_called_as_the_team_says_or_by_its_field() {
        let mut item = Item::field("occurred");
        assert_eq!(
            item.label(RecordKind::Strike),
            field::named(RecordKind::Strike, "occurred").unwrap().label()
        );
        item.en = Some("Date of the attack".to_owned());
        assert_eq!(item.label(RecordKind::Strike), "Date of the attack");
    }

    #[test]
    fn counts_that_make_no_sense_are_refused() {
        for (item, is_sound) in [
            (Item::fact(Fact::Sources, 2), true),
            (Item::fact(Fact::Sources, 0), false),
            (Item::fact(Fact::Radius, 2), false),
            (Item::tag([]), false),
            (Item::tag([" "]), false),
            (Item::field("id"), false),
        ] {
            assert_eq!(item.check(RecordKind::Strike).is_ok(), is_sound, "{item:?}");
        }
    }
}
