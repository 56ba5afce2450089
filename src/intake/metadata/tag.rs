//! A piece of metadata as it is kept: whole, unless it is very long.

use std::fmt::{self, Display, Write};

/// Directory or block, name, value.
pub type Tag = (String, String, String);

/// A value is kept up to this many characters: maker notes can be megabytes.
pub(super) const LONGEST_VALUE: usize = 2000;
/// And at most this many tags.
pub(super) const MOST_TAGS: usize = 1000;

/// `value` as text of at most [`LONGEST_VALUE`] characters; one that is longer ends with `…`.
pub(super) fn cut(value: &(impl Display + ?Sized)) -> String {
    cut_to(value, LONGEST_VALUE)
}

/// `value` as text of at most `most` characters; one that is longer ends with `…`.
pub(super) fn cut_to(value: &(impl Display + ?Sized), most: usize) -> String {
    let mut bounded = Bounded {
        text: String::new(),
        left: most,
    };
    if write!(bounded, "{value}").is_err() {
        bounded.text.push('…');
    }
    bounded.text
}

/// Text that takes a number of characters and then refuses: a value can be as large as its file, and written out
/// many times larger.
struct Bounded {
    text: String,
    left: usize,
}

impl Write for Bounded {
    fn write_str(&mut self, part: &str) -> fmt::Result {
        for letter in part.chars() {
            self.left = self.left.checked_sub(1).ok_or(fmt::Error)?;
            self.text.push(letter);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_value_is_cut_while_it_is_written() {
        assert_eq!(cut_to("жжж", 3), "жжж");
        assert_eq!(cut_to("жжжж", 3), "жжж…");
        assert_eq!(cut(&"x".repeat(9000)).chars().count(), LONGEST_VALUE + 1);
    }
}
