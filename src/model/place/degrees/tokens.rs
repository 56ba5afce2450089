//! Numbers, units, directions and what separates them.

use super::super::notation::NotationError;

/// North or south, or east or west.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Axis {
    Latitude,
    Longitude,
}

/// A number as it was written.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Number {
    pub(super) value: f64,
    /// Digits before the point.
    pub(super) whole: usize,
    pub(super) decimals: usize,
    pub(super) is_negative: bool,
    pub(super) has_sign: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Token {
    Number(Number),
    /// 0 degrees, 1 minutes, 2 seconds, and whether it is a word or letter, not a sign.
    Unit(usize, bool),
    /// A direction, and whether it counts down.
    Direction(Axis, bool),
    Label(Axis),
    Separator,
}

/// Words for directions, with the axis and whether they count down. With full stops they are the same words.
const DIRECTIONS: [(&[&str], Axis, bool); 4] = [
    (
        &[
            "n",
            "north",
            "пн",
            "пнш",
            "північ",
            "північної",
            "с",
            "сш",
            "сев",
            "север",
            "северной",
            "북",
            "북위",
        ],
        Axis::Latitude,
        false,
    ),
    (
        &[
            "s",
            "south",
            "пд",
            "пдш",
            "південь",
            "південної",
            "ю",
            "юш",
            "юж",
            "юг",
            "южной",
            "남",
            "남위",
        ],
        Axis::Latitude,
        true,
    ),
    (
        &[
            "e",
            "east",
            "сх",
            "схд",
            "схід",
            "східної",
            "в",
            "вд",
            "вост",
            "восток",
            "восточной",
            "동",
            "동경",
        ],
        Axis::Longitude,
        false,
    ),
    (
        &[
            "w",
            "west",
            "зх",
            "зхд",
            "захід",
            "західної",
            "з",
            "зд",
            "зап",
            "запад",
            "западной",
            "서",
            "서경",
        ],
        Axis::Longitude,
        true,
    ),
];

/// Words that say which axis a number is of.
const LABELS: [(&[&str], Axis); 2] = [
    (&["lat", "latitude", "широта", "위도"], Axis::Latitude),
    (
        &["lon", "long", "lng", "longitude", "довгота", "долгота", "경도"],
        Axis::Longitude,
    ),
];

/// Words that only follow a direction: the *ш.* of *пн. ш.*
const FOLLOWERS: [(&[&str], Axis); 2] = [
    (&["ш", "шир", "широти", "широты"], Axis::Latitude),
    (&["д", "дов", "дол", "довготи", "долготы"], Axis::Longitude),
];

/// Words for units, degrees first. Their single letters are told from directions by what stands before.
const UNITS: [&[&str]; 3] = [
    &["d", "deg", "degree", "degrees", "град", "도"],
    &["m", "min", "minute", "minutes", "хв", "мин", "분"],
    &["s", "sec", "second", "seconds", "сек", "с", "초"],
];

/// What a comma between two digits is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Commas {
    Separate,
    Decimal,
    /// The second of three separates, the others are decimal.
    Middle,
}

/// Decides what commas are: decimal if they stand close between digits and nothing else is.
fn commas(text: &str) -> Result<Commas, NotationError> {
    let chars: Vec<char> = text.chars().collect();
    let tight = |sign: char| {
        chars
            .windows(3)
            .filter(|three| three[0].is_ascii_digit() && three[1] == sign && three[2].is_ascii_digit())
            .count()
    };
    if tight(',') == 0 || tight('.') > 0 {
        return Ok(Commas::Separate);
    }
    if chars.iter().any(|c| c.is_alphabetic() || "°'\"".contains(*c)) {
        return Ok(Commas::Decimal);
    }
    let chunks: Vec<&str> = text
        .split(|c: char| c == ';' || c.is_whitespace())
        .map(|chunk| chunk.trim_matches(','))
        .filter(|chunk| !chunk.is_empty())
        .collect();
    let groups: Vec<Vec<&str>> = chunks.iter().map(|chunk| chunk.split(',').collect()).collect();
    match groups.as_slice() {
        [whole] => match whole.as_slice() {
            [degrees, decimals] => Err(NotationError::Ambiguous {
                one: format!("{degrees}, {decimals}"),
                other: format!("{degrees}.{decimals}"),
            }),
            [a, b, c, d] => {
                let is_minutes =
                    |part: &str| part.len() <= 2 && part.parse::<u8>().is_ok_and(|part| part < 60);
                if is_minutes(b) && is_minutes(d) {
                    Err(NotationError::Ambiguous {
                        one: format!("{a}.{b}, {c}.{d}"),
                        other: format!("{a}°{b}′ {c}°{d}′"),
                    })
                } else if c.starts_with(['+', '-']) {
                    Ok(Commas::Decimal)
                } else {
                    Ok(Commas::Middle)
                }
            }
            _ => Err(NotationError::Unrecognised),
        },
        [first, second] if first.len() == 2 && second.len() == 2 => Ok(Commas::Decimal),
        [first, second] => Err(NotationError::Ambiguous {
            one: format!("{}, {}", first.join("."), second.join(".")),
            other: format!("{}°{}′", first.join("°"), second.join("′")),
        }),
        _ => Ok(Commas::Decimal),
    }
}

/// Takes a text apart.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, NotationError> {
    let commas = commas(text)?;
    let chars: Vec<char> = text.chars().collect();
    let has_words = chars.iter().any(|c| c.is_alphabetic());
    let begins_with_sign = matches!(chars.first(), Some('+' | '-'));
    let is_digit = |place: usize| chars.get(place).is_some_and(char::is_ascii_digit);
    let mut tokens: Vec<Token> = Vec::new();
    let mut tight_commas = 0;
    let mut sign = None;
    let mut at = 0;
    while at < chars.len() {
        let c = chars[at];
        let is_tight = at > 0 && is_digit(at - 1) && is_digit(at + 1);
        match c {
            '0'..='9' => {
                let (number, end) = number(&chars, at, sign.take(), commas, &mut tight_commas)?;
                tokens.push(Token::Number(number));
                at = end;
                continue;
            }
            '+' | '-' if is_tight && begins_with_sign && !has_words => {
                // ISO 6709: +50.4501+030.5234/
                tokens.push(Token::Separator);
                sign = Some(c == '-');
            }
            '-' if is_tight && has_words => {} // 50-27-30N
            '+' | '-' if !is_tight && is_digit(at + 1) && sign.is_none() => sign = Some(c == '-'),
            '°' => tokens.push(Token::Unit(0, false)),
            '\'' => tokens.push(Token::Unit(1, false)),
            '"' => tokens.push(Token::Unit(2, false)),
            ',' | ';' | '/' | '|' => tokens.push(Token::Separator),
            ' ' | ':' | '=' | '(' | ')' | '.' | '_' => {}
            c if c.is_alphabetic() => {
                let end = (at..chars.len())
                    .find(|place| !chars[*place].is_alphabetic())
                    .unwrap_or(chars.len());
                let text: String = chars[at..end].iter().collect::<String>().to_lowercase();
                word(&text, &mut tokens)?;
                at = end;
                continue;
            }
            _ => return Err(NotationError::Unrecognised),
        }
        at += 1;
    }
    if sign.is_some() {
        return Err(NotationError::Unrecognised);
    }
    while tokens.last() == Some(&Token::Separator) {
        tokens.pop();
    }
    Ok(tokens)
}

/// Reads a number at `from`; gives the place after it.
fn number(
    chars: &[char],
    from: usize,
    sign: Option<bool>,
    commas: Commas,
    tight_commas: &mut usize,
) -> Result<(Number, usize), NotationError> {
    let is_digit = |place: usize| chars.get(place).is_some_and(char::is_ascii_digit);
    let mut text = String::new();
    let mut at = from;
    let mut point = None;
    loop {
        match chars.get(at) {
            Some(c) if c.is_ascii_digit() => text.push(*c),
            Some(c @ ('.' | ',')) if is_digit(at + 1) => {
                let is_decimal = match (c, commas) {
                    ('.', _) | (_, Commas::Decimal) => true,
                    (_, Commas::Separate) => false,
                    (_, Commas::Middle) => *tight_commas != 1,
                };
                if *c == ',' {
                    if commas == Commas::Middle && !is_decimal {
                        *tight_commas += 1;
                    }
                    if !is_decimal {
                        break;
                    }
                    *tight_commas += 1;
                }
                // A second point: 50.27.30 may be anything.
                if point.is_some() {
                    return Err(NotationError::Unrecognised);
                }
                point = Some(text.len());
                text.push('.');
            }
            _ => break,
        }
        at += 1;
    }
    let whole = point.unwrap_or(text.len());
    // More digits than a number holds are no measurement.
    if text.len() > 24 {
        return Err(NotationError::Unrecognised);
    }
    let number = Number {
        value: text.parse().map_err(|_| NotationError::Unrecognised)?,
        whole,
        decimals: point.map_or(0, |point| text.len() - point - 1),
        is_negative: sign == Some(true),
        has_sign: sign.is_some(),
    };
    Ok((number, at))
}

/// Adds what a word is.
fn word(text: &str, tokens: &mut Vec<Token>) -> Result<(), NotationError> {
    let last = tokens.last().copied();
    // A word behind a number is a unit if the next smaller one is due, or if it begins anew with degrees. Behind signs
    // of units a single letter is a direction: 33°52'10 S.
    let due = match tokens.as_slice() {
        [.., Token::Unit(_, false), Token::Number(_)] => None,
        [.., Token::Unit(unit, true), Token::Number(_)] => Some(unit + 1),
        [.., Token::Number(_)] => Some(0),
        _ => None,
    };
    let is_unit = |unit: &usize| {
        UNITS
            .get(*unit)
            .is_some_and(|words: &&[&str]| words.contains(&text))
    };
    if let Some(unit) = due.and_then(|due| [due, 0].into_iter().find(is_unit)) {
        tokens.push(Token::Unit(unit, true));
        return Ok(());
    }
    if let Some((_, axis, down)) = DIRECTIONS.iter().find(|(words, _, _)| words.contains(&text)) {
        tokens.push(Token::Direction(*axis, *down));
        return Ok(());
    }
    if let Some((_, axis)) = LABELS.iter().find(|(words, _)| words.contains(&text)) {
        tokens.push(Token::Label(*axis));
        return Ok(());
    }
    let follows = FOLLOWERS.iter().find(|(words, _)| words.contains(&text));
    match (follows, last) {
        (Some((_, axis)), Some(Token::Direction(of, _))) if of == *axis => Ok(()),
        _ => Err(NotationError::Unrecognised),
    }
}
