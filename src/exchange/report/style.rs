//! How a report looks: its margins, the size of its text and its colours.

use super::MM;

/// Red, green and blue.
pub type Colour = [u8; 3];

/// How a report looks.
#[derive(Debug, Clone, PartialEq)]
pub struct Style {
    /// The size of the text in points; headings, tables and small print follow it.
    pub size: f32,
    /// The margins in millimetres: above, right, below and left.
    pub margins: [f32; 4],
    /// Titles, the headings of chapters, and the bar beside what may be quoted.
    pub accent: Colour,
    /// The text.
    pub text: Colour,
    /// Small print and labels.
    pub weak: Colour,
    /// The lines of tables.
    pub line: Colour,
}

impl Default for Style {
    fn default() -> Self {
        Self {
            size: USUAL,
            margins: [24.0, 22.0, 22.0, 22.0],
            accent: [0x0b, 0x6e, 0x6e],
            text: [0x1a, 0x1a, 0x1a],
            weak: [0x55, 0x55, 0x55],
            line: [0xcc, 0xcc, 0xcc],
        }
    }
}

/// The size of the text that all other sizes are stated beside.
const USUAL: f32 = 10.0;

impl Style {
    /// How much larger than usual the letters are.
    pub(super) fn scale(&self) -> f32 {
        self.size / USUAL
    }

    /// The margins in points: above, right, below and left.
    pub(super) fn edges(&self) -> [f32; 4] {
        self.margins.map(|millimetres| millimetres * MM)
    }
}
