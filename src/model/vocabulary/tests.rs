use super::*;
use crate::model::Standing;

fn tag(vocabulary: Vocabulary, name: &str) -> Tag {
    Tag {
        name: name.to_owned(),
        vocabulary: vocabulary.stored().to_owned(),
        ..Tag::default()
    }
}

fn kinds() -> &'static [Term] {
    Vocabulary::ComponentKind.bundled()
}

#[test]
fn every_term_has_an_id_of_its_own_and_a_label() {
    for vocabulary in Vocabulary::ALL {
        let terms = vocabulary.bundled();
        assert_eq!(terms.is_empty(), vocabulary == Vocabulary::Tags);
        for term in terms {
            for source in [&term.source, &term.source_uk, &term.source_ko] {
                assert!(!source.is_empty(), "{}", term.id);
            }
            let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte == b'_';
            assert!(term.id.bytes().all(is_plain), "{}", term.id);
            let same = terms.iter().filter(|other| other.id == term.id).count();
            assert_eq!(same, 1, "{}", term.id);
            assert_eq!(label(terms, &term.id), term.label_in(Language::English));
            assert_eq!(term.labels().count(), 3, "{}", term.id);
            for name in term.names() {
                assert_eq!(id(terms, name), term.id, "{name}");
            }
        }
    }
}

#[test]
fn the_words_of_methods_are_those_that_markings_store() {
    use crate::model::marking::Method;
    for term in Vocabulary::MarkMethod.bundled() {
        let method: Result<Method, _> = serde_json::from_value(term.id.as_str().into());
        assert!(method.is_ok(), "{}", term.id);
    }
    assert_eq!(Vocabulary::MarkMethod.bundled().len(), 8);
}

#[test]
fn a_vocabulary_is_told_by_both_its_words() {
    for vocabulary in Vocabulary::ALL {
        assert_eq!(Vocabulary::from_word(vocabulary.word()), Some(vocabulary));
        assert_eq!(Vocabulary::from_stored(vocabulary.stored()), Some(vocabulary));
    }
}

#[test]
fn a_term_is_found_by_its_name_in_any_language() {
    for name in [
        "jet vane actuator",
        "привід газодинамічного керма",
        "제트 베인 액추에이터",
        "  Jet   vane ACTUATOR ",
    ] {
        assert_eq!(id(kinds(), name), "jet_vane_actuator");
    }
}

#[test]
fn a_term_that_nobody_foresaw_is_kept_as_typed() {
    assert_eq!(id(kinds(), " fuel pump "), "fuel pump");
    assert_eq!(label(kinds(), "fuel pump"), "fuel pump");
}

#[test]
fn a_case_adds_terms_and_says_others_otherwise() {
    let own = Tag {
        uk: Some("Паливний насос".to_owned()),
        synonyms: vec!["pump".to_owned()],
        ..tag(Vocabulary::ComponentKind, "fuel pump")
    };
    let said = Tag {
        en: Some("Vane actuator".to_owned()),
        ..tag(Vocabulary::ComponentKind, "jet_vane_actuator")
    };
    let words = Vocabularies::of(&[own, said]);
    let kind = Vocabulary::ComponentKind;
    assert_eq!(words.terms(kind).len(), kinds().len() + 1);
    for name in ["Pump", "паливний насос", "FUEL PUMP"] {
        assert_eq!(words.id(kind, name), "fuel pump");
    }
    assert_eq!(words.label(kind, "jet_vane_actuator"), "Vane actuator");
    let actuator = words.term(kind, "jet_vane_actuator").unwrap();
    assert_eq!(actuator.label_in(Language::Korean), "제트 베인 액추에이터");
    assert!(actuator.is_bundled && actuator.tag.is_some());
}

#[test]
fn a_hidden_term_is_shown_where_it_stands_and_not_offered() {
    let hidden = Tag {
        standing: Some(Standing::Hidden),
        ..tag(Vocabulary::ComponentKind, "jet_vane")
    };
    let words = Vocabularies::of(&[hidden]);
    let kind = Vocabulary::ComponentKind;
    assert_eq!(words.label(kind, "jet_vane"), "Jet vane");
    assert!(words.offered(kind).iter().all(|term| term.id != "jet_vane"));
    assert_eq!(words.offered(kind).len() + 1, words.terms(kind).len());
}

#[test]
fn the_name_of_a_merged_term_leads_to_the_one_that_was_kept() {
    let gone = Tag {
        standing: Some(Standing::Hidden),
        ..tag(Vocabulary::ComponentKind, "jet_vane")
    };
    let kept = Tag {
        synonyms: vec!["jet_vane".to_owned(), "Jet vane".to_owned()],
        ..tag(Vocabulary::ComponentKind, "control_surface")
    };
    let words = Vocabularies::of(&[gone, kept]);
    for name in ["jet_vane", "jet vane"] {
        assert_eq!(words.id(Vocabulary::ComponentKind, name), "control_surface");
    }
}

#[test]
fn what_is_spelled_alike_is_told_and_the_more_common_word_stays() {
    let used = [
        ("Fuel  pump".to_owned(), 1),
        ("fuel pump".to_owned(), 4),
        ("Connector".to_owned(), 2),
        ("connector".to_owned(), 3),
        ("gyro".to_owned(), 1),
        ("cafe\u{301}".to_owned(), 1),
        ("caf\u{e9}".to_owned(), 2),
    ];
    let pairs = alike(kinds(), &used);
    let told: Vec<(&str, &str)> = pairs
        .iter()
        .map(|pair| (pair.from.as_str(), pair.into.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            ("Connector", "connector"),
            ("cafe\u{301}", "caf\u{e9}"),
            ("Fuel  pump", "fuel pump"),
        ]
    );
}

#[test]
fn a_method_can_be_called_otherwise_but_not_added() {
    let words = Vocabularies::of(&[
        Tag {
            en: Some("Struck".to_owned()),
            ..tag(Vocabulary::MarkMethod, "stamped")
        },
        tag(Vocabulary::MarkMethod, "burned"),
    ]);
    assert_eq!(words.terms(Vocabulary::MarkMethod).len(), 8);
    assert_eq!(words.label(Vocabulary::MarkMethod, "stamped"), "Struck");
}
