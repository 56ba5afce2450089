//! The measures, colours and letters of a page.

use crate::exchange::page::{POINTS, Room};
use crate::exchange::report::{MM, PageSize};

/// Left and right of the text.
pub(super) const SIDE: f32 = 22.0 * MM;
/// Above the text, with the running header in it.
pub(super) const TOP: f32 = 24.0 * MM;
/// Below the text, with the page number in it.
pub(super) const BOTTOM: f32 = 22.0 * MM;
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

pub(super) const INK: [u8; 3] = [0x1a, 0x1a, 0x1a];
pub(super) const WEAK: [u8; 3] = [0x55, 0x55, 0x55];
pub(super) const ACCENT: [u8; 3] = [0x0b, 0x6e, 0x6e];
pub(super) const RULE: [u8; 3] = [0xcc, 0xcc, 0xcc];

/// How a text looks.
#[derive(Clone, Copy)]
pub(super) struct Look {
    pub(super) size: f32,
    pub(super) is_bold: bool,
    pub(super) ink: [u8; 3],
}

pub(super) const BODY: Look = Look {
    size: 10.0,
    is_bold: false,
    ink: INK,
};
pub(super) const NOTE: Look = Look {
    size: 8.5,
    is_bold: false,
    ink: WEAK,
};
pub(super) const LABEL: Look = Look {
    size: 9.0,
    is_bold: false,
    ink: WEAK,
};
pub(super) const VALUE: Look = Look {
    size: 9.0,
    is_bold: false,
    ink: INK,
};
pub(super) const HEAD_CELL: Look = Look {
    size: 8.5,
    is_bold: true,
    ink: INK,
};
pub(super) const CELL: Look = Look {
    size: 8.5,
    is_bold: false,
    ink: INK,
};
pub(super) const CHAPTER: Look = Look {
    size: 18.0,
    is_bold: true,
    ink: ACCENT,
};
pub(super) const HEADING: Look = Look {
    size: 11.5,
    is_bold: true,
    ink: INK,
};
pub(super) const TITLE: Look = Look {
    size: 26.0,
    is_bold: true,
    ink: ACCENT,
};

/// The room of a drawing on a page, below the heading of its chapter and above its caption.
pub(in crate::exchange::report) fn room(size: PageSize) -> Room {
    let (width, height) = size.points();
    let units = |points: f32| f64::from(points) / POINTS;
    Room {
        width: units(width - 2.0 * SIDE).floor(),
        height: units(height - TOP - BOTTOM - 2.0 * FOLLOWS).floor(),
    }
}
