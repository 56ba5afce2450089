use proptest::prelude::*;

use super::*;

/// The sixteen rows of the notation, with their canonical form where it differs.
const ROWS: [(&str, &str); 22] = [
    ("113", "113"),
    ("11{3?}", "11{3?}"),
    ("11{3/8}", "11{3/8}"),
    ("1{.}3", "1{.}3"),
    ("1{.2-3}7", "1{.2-3}7"),
    ("{.?}113", "{.?}113"),
    ("[.3]254", "[.3]254"),
    ("[.?]-23-254", "[.?]-23-254"),
    ("주체[1]13", "주체[1]13"),
    ("7-23-254|9М55К", "7-23-254|9М55К"),
    ("7-23-254\n9М55К", "7-23-254|9М55К"),
    ("7-23-254\r\n\n9М55К", "7-23-254\n\n9М55К"),
    ("@90 2317", "@90 2317"),
    ("@arc 113", "@arc 113"),
    ("<star in circle> 188", "<star in circle> 188"),
    ("<datamatrix><stamp ОТК>", "<datamatrix><stamp ОТК>"),
    ("[[112]] 113", "[[112]] 113"),
    ("@hand ㅈ{.?}", "@hand ㅈ{.?}"),
    ("188||85", "188||85"),
    (r"\[1\] a\@b \\", r"\[1\] a\@b \\"),
    (r"{\.?}{a\/b/c}[\.3]", r"{\.?}{a\/b/c}[\.3]"),
    ("[[1{2?}[3]]]|||x", "[[1{2?}[3]]]||\nx"),
];

fn kinds(notation: &Notation) -> Vec<(ItemKind, bool)> {
    let items = notation.items().iter();
    items.map(|item| (item.kind.clone(), item.struck)).collect()
}

#[test]
fn every_row_of_the_notation_is_printed_as_it_was_typed() {
    for (typed, canonical) in ROWS {
        let notation = Notation::parse(typed).unwrap();
        assert_eq!(notation.to_string(), canonical, "{typed}");
        assert_eq!(
            kinds(&Notation::parse(canonical).unwrap()),
            kinds(&notation),
            "{typed}"
        );
    }
}

#[test]
fn every_sign_says_what_it_should() {
    let only = |text: &str| Notation::parse(text).unwrap().items()[0].kind.clone();
    let range = |least, most| Extent {
        least,
        most: Some(most),
    };
    assert_eq!(only("{3?}"), ItemKind::Uncertain("3".into()));
    assert_eq!(only("{3/8}"), ItemKind::Choice(vec!["3".into(), "8".into()]));
    assert_eq!(only("{.}"), ItemKind::Illegible(Extent::exactly(1)));
    assert_eq!(only("{.2-3}"), ItemKind::Illegible(range(2, 3)));
    assert_eq!(only("{.?}"), ItemKind::Illegible(Extent::UNKNOWN));
    assert_eq!(only("[.3]"), ItemKind::Lost(Extent::exactly(3)));
    assert_eq!(only("[1]"), ItemKind::Restored("1".into()));
    assert_eq!(only("@270 1"), ItemKind::Orientation(Orientation::ThreeQuarters));
    assert_eq!(only("@etch"), ItemKind::Hand(Hand::Etch));
    assert_eq!(only("<a|b>"), ItemKind::Symbol("a|b".into()));
    assert_eq!(only(r"\{"), ItemKind::Clear('{'));
    assert_eq!(only("\n"), ItemKind::LineBreak);
}

#[test]
fn a_mistake_is_named_with_its_place() {
    use NotationProblem as P;
    for (text, problem, at) in [
        (
            "11{3?",
            P::Unclosed {
                open: "{",
                close: "}",
            },
            2,
        ),
        (
            "ㅈ[1",
            P::Unclosed {
                open: "[",
                close: "]",
            },
            3,
        ),
        (
            "1[[2",
            P::Unclosed {
                open: "[[",
                close: "]]",
            },
            1,
        ),
        (
            "<star",
            P::Unclosed {
                open: "<",
                close: ">",
            },
            0,
        ),
        ("11}", P::Unopened { close: '}' }, 2),
        ("1]", P::Unopened { close: ']' }, 1),
        (
            "{a{b?}?}",
            P::Nested {
                inner: '{',
                outer: "{",
            },
            2,
        ),
        (
            "[a{b?}]",
            P::Nested {
                inner: '{',
                outer: "[",
            },
            2,
        ),
        ("{}", P::Empty, 0),
        ("[[]]", P::Empty, 0),
        ("{3/}", P::Empty, 0),
        ("{3}", P::Braces, 0),
        ("{3/8?}", P::Braces, 0),
        ("{.x}", P::Extent, 0),
        ("{.3-2}", P::Extent, 0),
        ("[.100]", P::Extent, 0),
        ("1 @up", P::Direction, 2),
        ("1\\", P::Escape, 1),
    ] {
        assert_eq!(
            Notation::parse(text),
            Err(NotationError { problem, at }),
            "{text}"
        );
    }
}

#[test]
fn spans_cover_what_is_more_than_plain_text() {
    let text = "1{3?}[[11{2?}]] [.2]|<s>";
    let spans = Notation::parse(text).unwrap().spans();
    let found: Vec<(SpanKind, &str)> = spans
        .iter()
        .map(|span| (span.kind, &text[span.range.clone()]))
        .collect();
    assert_eq!(
        found,
        [
            (SpanKind::Uncertain, "{3?}"),
            (SpanKind::Struck, "[[11{2?}]]"),
            (SpanKind::Lost, "[.2]"),
            (SpanKind::Break, "|"),
            (SpanKind::Symbol, "<s>"),
        ]
    );
}

#[test]
fn every_doubt_has_a_sentence_of_its_own() {
    let text = "@90 {3?}{3/8}{.}{.2-3}{.?}[.3][1]<s>[[112]]";
    let sentences = Notation::parse(text).unwrap().explain();
    assert_eq!(sentences.len(), 10);
    for explanation in &sentences {
        assert!(!explanation.text.starts_with("reading-"), "{}", explanation.text);
    }
    let distinct: std::collections::HashSet<&str> = sentences
        .iter()
        .map(|explanation| explanation.text.as_str())
        .collect();
    assert_eq!(distinct.len(), sentences.len());
    assert!(sentences[9].text.contains("112"));
}

#[test]
fn choices_are_expanded_with_the_preferred_one_first() {
    let texts = |text: &str| {
        Notation::parse(text)
            .unwrap()
            .variants()
            .texts()
            .collect::<Vec<_>>()
    };
    assert_eq!(texts("{1/7}1{3/8}"), ["113", "713", "118", "718"]);
    assert_eq!(texts("{61/Ы}[2]{.}"), ["612□", "Ы2□"]);
    let many = Notation::parse(&"{0/O}".repeat(30)).unwrap().variants();
    assert!(many.capped);
    assert_eq!(many.all.len(), MOST_VARIANTS);
    assert_eq!(many.texts().next().unwrap(), "0".repeat(30));
}

fn any_piece() -> impl Strategy<Value = String> {
    prop_oneof![
        "[0-9A-ZА-Яㅈ주 ./()-]{1,4}",
        "\\{[0-9a-z]{1,2}\\?\\}",
        "\\{[0-9a-z]{1,2}/[0-9a-z]{1,2}\\}",
        Just("{.}".to_owned()),
        Just("{.2-3}".to_owned()),
        Just("[.?]".to_owned()),
        "\\[[0-9a-z]{1,3}\\]",
        "\\[\\[[0-9a-z|]{1,3}\\]\\]",
        "<[a-z ]{1,6}>",
        Just("|".to_owned()),
        Just("||".to_owned()),
        Just("\n".to_owned()),
        Just("@90 ".to_owned()),
        Just("\\@".to_owned()),
        Just("\\\\".to_owned()),
    ]
}

fn check_round_trip(text: &str) -> Result<(), TestCaseError> {
    match Notation::parse(text) {
        Ok(notation) => {
            let printed = notation.to_string();
            let again = Notation::parse(&printed).map_err(|e| TestCaseError::fail(e.to_string()))?;
            prop_assert_eq!(kinds(&again), kinds(&notation), "{}", printed);
            prop_assert_eq!(again.to_string(), printed);
            for span in notation.spans() {
                prop_assert!(text.get(span.range.clone()).is_some());
            }
            let _ = (notation.variants(), notation.explain());
        }
        Err(error) => {
            prop_assert!(text.is_char_boundary(error.at) && error.at <= text.len());
            prop_assert!(!error.to_string().is_empty());
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn what_is_printed_says_the_same(pieces in prop::collection::vec(any_piece(), 0..8)) {
        check_round_trip(&pieces.concat())?;
    }

    #[test]
    fn no_text_makes_it_panic(text in ".{0,24}|[\\[\\]{}<>|@\\\\?/.0-9a\n-]{0,24}") {
        check_round_trip(&text)?;
    }

    #[test]
    fn a_literal_text_keeps_every_character(text in "\\PC{0,24}") {
        let printed = Notation::literal(&text).to_string();
        let again = Notation::parse(&printed).unwrap();
        prop_assert_eq!(again.variants().texts().next().unwrap(), text);
    }
}
