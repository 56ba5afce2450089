//! What of a record's checklists is there, and what is not: counted, never judged. Pure: facts come in, answers go out.

use std::collections::HashMap;

use serde::Serialize;

use crate::model::checklist::{Asks, Checklists, Demand, Fact, Item, Missing, vocabulary_of};
use crate::model::field;
use crate::model::record::{Fields, RecordKind};
use crate::model::{Vocabularies, Vocabulary};

/// What is known of a record, as far as its checklists ask.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RecordFacts {
    /// Its fields.
    pub fields: Fields,
    /// Its tags, by name.
    pub tags: Vec<String>,
    /// How much there is of what is counted. What is not counted here is not there.
    pub counts: HashMap<Fact, u32>,
}

/// What an item comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer<'l> {
    /// The item.
    pub item: &'l Item,
    /// How much is there.
    pub has: u32,
    /// How much is asked for.
    pub wants: u32,
}

impl Answer<'_> {
    /// Whether what is asked for is there.
    #[must_use]
    pub const fn is_there(&self) -> bool {
        self.has >= self.wants
    }
}

/// How much of what is asked for is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
pub struct Tally {
    /// How many items are asked for.
    pub asked: u32,
    /// How many of them are there.
    pub there: u32,
    /// How many are not and are required.
    pub required_missing: u32,
    /// How many are not and are wanted.
    pub wanted_missing: u32,
}

impl Tally {
    /// The tally of answers.
    #[must_use]
    pub fn of(answers: &[Answer<'_>]) -> Self {
        let mut tally = Self::default();
        for answer in answers {
            tally.asked += 1;
            match (answer.is_there(), answer.item.demand) {
                (true, _) => tally.there += 1,
                (false, Demand::Required) => tally.required_missing += 1,
                (false, Demand::Wanted) => tally.wanted_missing += 1,
            }
        }
        tally
    }

    /// Whether this is missing.
    #[must_use]
    pub const fn lacks(&self, missing: Missing) -> bool {
        match missing {
            Missing::Required => self.required_missing > 0,
            Missing::Wanted => self.wanted_missing > 0,
            Missing::Anything => self.there < self.asked,
        }
    }
}

/// The answers to the checklists that are for a record: what is required first, in the order of the lists. What several lists
/// ask for stands once, as firmly as the firmest asks.
#[must_use]
pub fn answers<'l>(
    lists: &'l Checklists,
    kind: RecordKind,
    facts: &RecordFacts,
    words: &Vocabularies,
) -> Vec<Answer<'l>> {
    let text = |name: &str| facts.fields.get(name).and_then(serde_json::Value::as_str);
    let vocabulary = vocabulary_of(kind);
    let term = vocabulary.and_then(|(_, name)| text(name));
    let is_removed = kind == RecordKind::Marking && text("kind") == Some("removed");
    let mut asked: Vec<&Item> = Vec::new();
    for list in lists.of_kind(kind).filter(|list| list.is_for(term, &facts.tags)) {
        for item in &list.items {
            let is_moot =
                matches!(item.asks, Asks::Fact { fact, .. } if is_removed && fact.is_of_legible_marks());
            if is_moot {
                continue;
            }
            match asked.iter_mut().find(|other| other.asks == item.asks) {
                Some(other) if item.demand < other.demand => *other = item,
                Some(_) => {}
                None => asked.push(item),
            }
        }
    }
    asked.sort_by_key(|item| item.demand);
    let answer = |item: &'l Item| {
        let (has, wants) = match &item.asks {
            Asks::Field { field } => {
                let is_filled = field::named(kind, field)
                    .is_some_and(|field| field.is_filled(&facts.fields, facts.tags.len()));
                (is_filled.into(), 1)
            }
            Asks::Fact {
                fact: Fact::ListedTerm,
                ..
            } => (is_listed(words, vocabulary.map(|(of, _)| of), term).into(), 1),
            Asks::Fact { fact, at_least } => (facts.counts.get(fact).copied().unwrap_or_default(), *at_least),
            Asks::Tag { one_of } => {
                let bears = facts.tags.iter().any(|tag| one_of.contains(tag));
                (bears.into(), 1)
            }
        };
        Answer { item, has, wants }
    };
    asked.into_iter().map(answer).collect()
}

fn is_listed(words: &Vocabularies, vocabulary: Option<Vocabulary>, term: Option<&str>) -> bool {
    vocabulary
        .zip(term)
        .is_some_and(|(vocabulary, term)| words.term(vocabulary, term).is_some())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::record::Recorded;
    use crate::model::{Checklist, Strike, Weapon};

    fn list(kind: RecordKind, items: Vec<Item>) -> Checklist {
        Checklist {
            name: format!("List of {}", items.len()),
            record_kind: kind,
            items,
            ..Checklist::default()
        }
    }

    fn tally(lists: &Checklists, kind: RecordKind, facts: &RecordFacts) -> Tally {
        Tally::of(&answers(lists, kind, facts, &Vocabularies::default()))
    }

    #[test]
    fn fields_facts_and_tags_are_counted_as_they_are_filled() {
        let lists = Checklists::of(vec![list(
            RecordKind::Strike,
            vec![
                Item::fact(Fact::Photos, 2).wanted(),
                Item::field("title"),
                Item::field("occurred"),
                Item::tag(["night", "dark"]),
                Item::fact(Fact::ListedTerm, 1).wanted(),
            ],
        )]);
        let mut facts = RecordFacts {
            fields: Strike {
                title: "Depot".to_owned(),
                target: Some("some depot".to_owned()),
                ..Strike::default()
            }
            .fields(),
            ..RecordFacts::default()
        };
        let kind = RecordKind::Strike;
        let missing = Tally {
            asked: 5,
            there: 1,
            required_missing: 2,
            wanted_missing: 2,
        };
        assert_eq!(tally(&lists, kind, &facts), missing);
        facts.counts.insert(Fact::Photos, 1);
        facts.tags.push("dark".to_owned());
        facts.fields.insert("target".to_owned(), "hospital".into());
        let words = Vocabularies::default();
        let found = answers(&lists, kind, &facts, &words);
        let there: Vec<bool> = found.iter().map(Answer::is_there).collect();
        // What is required stands first.
        assert_eq!(there, [true, false, true, false, true]);
        assert_eq!((found[3].has, found[3].wants), (1, 2));
        assert!(Tally::of(&found).lacks(Missing::Wanted));
        facts.counts.insert(Fact::Photos, 3);
        facts.fields.insert("occurred".to_owned(), "2024".into());
        assert!(!tally(&lists, kind, &facts).lacks(Missing::Anything));
    }

    #[test]
    fn what_two_lists_ask_for_counts_once_and_as_firmly_as_the_firmest_asks() {
        let mut only = list(
            RecordKind::Weapon,
            vec![Item::field("model"), Item::field("maker")],
        );
        only.term = Some("cruise_missile".to_owned());
        let all = list(
            RecordKind::Weapon,
            vec![
                Item::field("model").wanted(),
                Item::field("class"),
                Item::field("notes"),
            ],
        );
        let lists = Checklists::of(vec![only, all]);
        let facts = |class: &str| RecordFacts {
            fields: Weapon {
                class: Some(class.to_owned()),
                ..Weapon::default()
            }
            .fields(),
            ..RecordFacts::default()
        };
        let other = tally(&lists, RecordKind::Weapon, &facts("drone"));
        assert_eq!(
            (
                other.asked,
                other.there,
                other.required_missing,
                other.wanted_missing
            ),
            (3, 1, 1, 1)
        );
        let missile = tally(&lists, RecordKind::Weapon, &facts("cruise_missile"));
        assert_eq!(
            (
                missile.asked,
                missile.there,
                missile.required_missing,
                missile.wanted_missing
            ),
            (4, 1, 3, 0)
        );
    }

    #[test]
    fn nobody_is_asked_to_read_a_mark_that_was_removed() {
        let lists = Checklists::of(vec![list(
            RecordKind::Marking,
            vec![Item::fact(Fact::Readers, 2), Item::fact(Fact::Regions, 1)],
        )]);
        let facts = RecordFacts {
            fields: Fields::from_iter([("kind".to_owned(), "removed".into())]),
            ..RecordFacts::default()
        };
        assert_eq!(tally(&lists, RecordKind::Marking, &facts).asked, 1);
    }

    #[test]
    fn an_empty_list_asks_for_nothing() {
        let lists = Checklists::of(vec![list(RecordKind::Photo, Vec::new())]);
        assert_eq!(
            tally(&lists, RecordKind::Photo, &RecordFacts::default()),
            Tally::default()
        );
    }

    fn item() -> impl Strategy<Value = Item> {
        let asks = prop_oneof![
            prop::sample::select(vec!["title", "occurred", "notes", "tags", "position"])
                .prop_map(Item::field),
            (
                prop::sample::select(vec![Fact::Photos, Fact::Weapons, Fact::Radius]),
                1u32..3
            )
                .prop_map(|(fact, n)| Item::fact(fact, n)),
            prop::sample::subsequence(vec!["a", "b"], 1..=2).prop_map(Item::tag),
        ];
        (asks, any::<bool>()).prop_map(|(item, wanted)| if wanted { item.wanted() } else { item })
    }

    proptest! {
        #[test]
        fn more_that_is_there_never_makes_less_of_it(
            items in prop::collection::vec(item(), 0..8),
            more in prop::collection::vec(item(), 0..4),
            photos in 0u32..4,
            title in "[a ]{0,2}",
            tags in prop::sample::subsequence(vec!["a".to_owned(), "b".to_owned()], 0..=2),
        ) {
            let lists = Checklists::of(vec![list(RecordKind::Strike, items), list(RecordKind::Strike, more)]);
            let facts = RecordFacts {
                fields: Strike { title, ..Strike::default() }.fields(),
                tags,
                counts: HashMap::from([(Fact::Photos, photos)]),
            };
            let before = tally(&lists, RecordKind::Strike, &facts);
            prop_assert_eq!(before.asked, before.there + before.required_missing + before.wanted_missing);
            prop_assert_eq!(before.lacks(Missing::Anything), before.lacks(Missing::Required) || before.lacks(Missing::Wanted));
            let mut richer = facts;
            richer.counts.insert(Fact::Photos, photos + 1);
            richer.fields.insert("occurred".to_owned(), "2024".into());
            let after = tally(&lists, RecordKind::Strike, &richer);
            prop_assert_eq!(after.asked, before.asked);
            prop_assert!(after.there >= before.there);
        }
    }
}
