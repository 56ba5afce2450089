//! Drawings for the pages of a document: as wide as its text and cut where a page ends, with letters that are readable there,
//! and without titles and notes, which the document says itself.

/// The room that a page has for a drawing, in units of the drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    /// So wide is the drawing.
    pub width: f64,
    /// No taller is it.
    pub height: f64,
}

/// Points of the printed page for each unit of a drawing. The smallest letters of drawings have 10 units, and are 7 points high.
pub const POINTS: f64 = 0.7;

/// About how wide a line of text is: letters of these faces are a little over half as wide as they are high, and those of
/// Hangul and Han as wide.
#[must_use]
pub(super) fn width(text: &str, size: f64) -> f64 {
    let wide = |letter: char| match letter {
        '\u{1100}'..='\u{11ff}'
        | '\u{2e80}'..='\u{d7ff}'
        | '\u{f900}'..='\u{faff}'
        | '\u{ff00}'..='\u{ff60}' => 1.0,
        'A'..='Z' | 'm' | 'w' | '\u{410}'..='\u{42f}' | 'ж' | 'м' | 'ш' | 'щ' | 'ю' => 0.7,
        'i' | 'j' | 'l' | 'f' | 't' | 'r' | '.' | ',' | ':' | ';' | ' ' | '\'' | '(' | ')' | 'і' | 'ї' => {
            0.34
        }
        _ => 0.58,
    };
    text.chars().map(wide).sum::<f64>() * size
}

/// A text in lines of a width, broken between words where it can be; what has no room in `most` lines is cut, and said so.
#[must_use]
pub(super) fn lines(text: &str, size: f64, room: f64, most: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let mut word = word.to_owned();
        loop {
            let line = lines.last().map_or("", String::as_str);
            let longer = if line.is_empty() {
                word.clone()
            } else {
                format!("{line} {word}")
            };
            let is_first = line.is_empty();
            if width(&longer, size) <= room {
                lines.pop();
                lines.push(longer);
                break;
            }
            if !is_first {
                lines.push(String::new());
                continue;
            }
            // A word that is wider than a line.
            let mut fits = String::new();
            let mut rest = word.chars().peekable();
            while let Some(letter) =
                rest.next_if(|letter| fits.is_empty() || width(&format!("{fits}{letter}"), size) <= room)
            {
                fits.push(letter);
            }
            lines.pop();
            lines.push(fits);
            word = rest.collect();
            if word.is_empty() {
                break;
            }
            lines.push(String::new());
        }
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while !last.is_empty() && width(&format!("{last}…"), size) > room {
                last.pop();
            }
            last.push('…');
        }
    }
    lines
}

/// How many rows of these heights stand on each page, at least one.
#[must_use]
pub(super) fn cut(heights: impl IntoIterator<Item = f64>, room: f64) -> Vec<usize> {
    let (mut pages, mut height) = (Vec::new(), 0.0);
    for row in heights {
        match pages.last_mut() {
            Some(rows) if height + row <= room => *rows += 1,
            _ => {
                pages.push(1);
                height = 0.0;
            }
        }
        height += row;
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_broken_into_lines_and_what_has_no_room_is_said_to_be_cut() {
        let short = lines("Missile of 18 August", 13.0, 400.0, 2);
        assert_eq!(short, ["Missile of 18 August"]);
        let broken = lines("Missile of 18 August, recovered north of Kyiv", 13.0, 170.0, 2);
        assert_eq!(broken.len(), 2);
        assert!(broken.iter().all(|line| width(line, 13.0) <= 170.0), "{broken:?}");
        assert_eq!(broken.join(" "), "Missile of 18 August, recovered north of Kyiv");
        let cut = lines(&"word ".repeat(60), 13.0, 170.0, 2);
        assert!(cut.len() == 2 && cut[1].ends_with('…'), "{cut:?}");
        let long = lines(&"A".repeat(60), 13.0, 170.0, 9);
        assert!(long.len() > 2 && long.concat() == "A".repeat(60), "{long:?}");
        assert_eq!(lines("", 13.0, 170.0, 2), [""]);
    }

    #[test]
    fn rows_go_on_on_the_next_page_and_none_is_lost() {
        assert_eq!(cut([10.0; 7], 30.0), [3, 3, 1]);
        assert_eq!(cut([50.0, 50.0], 30.0), [1, 1]);
        assert!(cut([], 30.0).is_empty());
    }
}
