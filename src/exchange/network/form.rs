//! Where the parts of a network's picture stand, alone in a file and on a page.

use crate::analysis::network::layout::{Layer, Picture};
use crate::exchange::page::{Room, lines};

/// From one node to the next.
const APART: f64 = 10.0;

/// How the picture is laid out: its width, and the room of its parts.
pub(super) struct Form {
    pub(super) width: f64,
    /// The room at both sides, and of a node between them.
    pub(super) side: f64,
    pub(super) node: f64,
    /// The height of a node, how many lines a name has in it, and how many there are in all.
    pub(super) tall: f64,
    pub(super) name: usize,
    pub(super) lines: usize,
    /// Above the nodes.
    pub(super) head: f64,
    /// Whether it has a title and notes of its own.
    pub(super) is_alone: bool,
}

/// In a file of its own, in pixels.
pub(super) const ALONE: Form = Form {
    width: 1280.0,
    side: 24.0,
    node: 300.0,
    tall: 40.0,
    name: 1,
    lines: 2,
    head: 112.0,
    is_alone: true,
};

impl Form {
    /// On a page nodes are narrow, and names go on on a second line.
    pub(super) fn page(room: Room) -> Self {
        Self {
            width: room.width,
            side: 1.0,
            node: room.width * 0.25,
            tall: 56.0,
            name: 2,
            lines: 3,
            head: 44.0,
            is_alone: false,
        }
    }

    /// Between two layers.
    pub(super) fn gap(&self) -> f64 {
        (self.width - 2.0 * self.side - 3.0 * self.node) / 2.0
    }

    pub(super) fn left(&self, layer: Layer) -> f64 {
        self.side + f64::from(layer as u8) * (self.node + self.gap())
    }

    pub(super) fn y(&self, picture: &Picture, layer: Layer, nth: usize) -> f64 {
        self.head + f64::from(picture.place((layer, nth))) * self.row()
    }

    /// From the middle of a node to that of the next.
    pub(super) fn row(&self) -> f64 {
        self.tall + APART
    }

    /// A text in a node, as much of it as has room.
    pub(super) fn cut(&self, text: &str, size: f64, most: usize) -> Vec<String> {
        lines(text, size, self.node - 20.0, most)
    }
}
