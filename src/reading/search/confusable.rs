//! Characters that look the same, and characters that are alike.

/// The same shape in Cyrillic and Latin; always folded in a search, never in what is stored.
const SAME: [(char, char); 21] = [
    ('А', 'A'),
    ('В', 'B'),
    ('С', 'C'),
    ('Е', 'E'),
    ('Н', 'H'),
    ('К', 'K'),
    ('М', 'M'),
    ('О', 'O'),
    ('Р', 'P'),
    ('Т', 'T'),
    ('Х', 'X'),
    ('У', 'Y'),
    ('І', 'I'),
    ('а', 'a'),
    ('с', 'c'),
    ('е', 'e'),
    ('о', 'o'),
    ('р', 'p'),
    ('х', 'x'),
    ('у', 'y'),
    ('і', 'i'),
];

/// Alike when worn, small or in a dot matrix. Digits of other scripts are named by the ASCII digit to which
/// they are mapped before they come here: Persian and Arabic four and six differ only in form.
const ALIKE: [&[&str]; 17] = [
    &["0", "O", "o", "D", "Q", "ㅇ", "ᄋ"],
    &["1", "I", "l", "|", "ㅣ", "ᅵ", "丨", "7"],
    &["2", "Z"],
    &["3", "З", "Э", "E", "8"],
    &["4", "Ч", "A"],
    &["5", "S"],
    &["6", "б", "G"],
    &["8", "B", "&"],
    &["9", "g", "q"],
    &["Г", "r", "T", "7"],
    &["Ж", "Ӂ", "米"],
    &["И", "N", "Й"],
    &["Ы", "bl", "61"],
    &["Ю", "IO", "10"],
    &["ㅈ", "ᄌ", "ㅊ", "ᄎ", "ス", "又"],
    &["ㅅ", "ᄉ", "人", "Λ", "Л"],
    &["Д", "A", "ㅅ", "ᄉ"],
];

/// The character in the form in which it is compared: capital, and Latin where the shape is the same.
pub(super) fn fold(c: char) -> char {
    let mut capitals = c.to_uppercase();
    match (capitals.next(), capitals.next()) {
        (Some(capital), None) => shape(capital),
        _ => shape(c),
    }
}

/// The character in Latin where the shape is the same, with its case.
pub(super) fn shape(c: char) -> char {
    SAME.iter()
        .find(|(cyrillic, _)| *cyrillic == c)
        .map_or(c, |(_, latin)| *latin)
}

/// The characters that are alike, as [`shape`] gives them.
pub(super) fn alike(c: char) -> Vec<char> {
    let c = shape(c);
    let single = |text: &&str| {
        let mut chars = text.chars();
        chars.next().filter(|_| chars.next().is_none()).map(shape)
    };
    ALIKE
        .iter()
        .filter(|class| class.iter().filter_map(single).any(|member| member == c))
        .flat_map(|class| class.iter().filter_map(single))
        .filter(|member| *member != c)
        .collect()
}

/// The query with one letter written as the pair that it resembles, or the reverse.
pub(super) fn swapped(query: &str) -> impl Iterator<Item = String> {
    let pairs = ALIKE
        .iter()
        .filter(|class| class.iter().any(|text| text.chars().nth(1).is_some()));
    pairs.flat_map(move |class| {
        class.iter().flat_map(move |from| {
            let long = from.chars().nth(1).is_some();
            let others = class.iter().filter(move |to| to.chars().nth(1).is_some() != long);
            others.flat_map(move |to| {
                query
                    .match_indices(from)
                    .map(move |(at, _)| [&query[..at], to, &query[at + from.len()..]].concat())
            })
        })
    })
}
