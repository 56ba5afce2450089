//! The measures and letters of a page.

use crate::exchange::page::{POINTS, Room};
use crate::exchange::report::style::{Colour, Style};
use crate::exchange::report::{MM, PageSize};

/// The highest picture, so that its lines stand on the same page.
pub(super) const TALLEST: f32 = 150.0 * MM;
/// The highest crop of a mark.
pub(super) const CROP: f32 = 60.0 * MM;

/// The room that stays below a heading for what it heads: the head of a table with a short row, or some lines.
pub(super) const FOLLOWS: f32 = 72.0;
/// The room between two rows, with the line in it.
pub(super) const ROW: f32 = 5.0;
/// The room that stays below a picture for its caption.
pub(super) const CAPTION: f32 = 30.0;

/// Which of a style's colours.
#[derive(Clone, Copy)]
pub(super) enum Ink {
    Text,
    Weak,
    Accent,
}

impl Ink {
    pub(super) fn of(self, style: &Style) -> Colour {
        match self {
            Self::Text => style.text,
            Self::Weak => style.weak,
            Self::Accent => style.accent,
        }
    }
}

/// How a text looks: its size beside a text of 10 points.
#[derive(Clone, Copy)]
pub(super) struct Look {
    pub(super) size: f32,
    pub(super) is_bold: bool,
    pub(super) ink: Ink,
}

pub(super) const BODY: Look = Look {
    size: 10.0,
    is_bold: false,
    ink: Ink::Text,
};
pub(super) const NOTE: Look = Look {
    size: 8.5,
    is_bold: false,
    ink: Ink::Weak,
};
pub(super) const LABEL: Look = Look {
    size: 9.0,
    is_bold: false,
    ink: Ink::Weak,
};
pub(super) const VALUE: Look = Look {
    size: 9.0,
    is_bold: false,
    ink: Ink::Text,
};
pub(super) const HEAD_CELL: Look = Look {
    size: 8.5,
    is_bold: true,
    ink: Ink::Text,
};
pub(super) const CELL: Look = Look {
    size: 8.5,
    is_bold: false,
    ink: Ink::Text,
};
pub(super) const CHAPTER: Look = Look {
    size: 18.0,
    is_bold: true,
    ink: Ink::Accent,
};
pub(super) const HEADING: Look = Look {
    size: 11.5,
    is_bold: true,
    ink: Ink::Text,
};
pub(super) const TITLE: Look = Look {
    size: 26.0,
    is_bold: true,
    ink: Ink::Accent,
};

/// The room of a drawing on a page, below the heading of its chapter and above its caption.
pub(in crate::exchange::report) fn room(size: PageSize, style: &Style) -> Room {
    let (width, height) = size.points();
    let [top, right, bottom, left] = style.edges();
    let units = |points: f32| f64::from(points) / POINTS;
    Room {
        width: units(width - left - right).floor(),
        height: units(height - top - bottom - 2.0 * FOLLOWS).floor(),
    }
}
