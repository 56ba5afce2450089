//! A report as a tree, before anybody decides how it looks.

use crate::model::Region;
use crate::model::id::PhotoId;

/// A report.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// BCP 47 code of its language.
    pub language: &'static str,
    /// What the case is called.
    pub title: String,
    /// What the report is of.
    pub subject: String,
    /// Who keeps the case; may be empty.
    pub organisation: String,
    /// How it must be handled; may be empty.
    pub handling: String,
    /// The moment of the newest entry of the history.
    pub moment: jiff::Timestamp,
    /// What the title page states besides.
    pub facts: Vec<(String, String)>,
    /// Its chapters.
    pub chapters: Vec<Chapter>,
}

/// A chapter: what the table of contents lists.
#[derive(Debug, Clone, Default)]
pub struct Chapter {
    /// Its heading.
    pub heading: String,
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// A part of a chapter.
#[derive(Debug, Clone)]
pub enum Block {
    /// A heading within a chapter.
    Heading(String),
    /// A paragraph.
    Paragraph(String),
    /// What somebody may quote.
    Statement(String),
    /// Small print.
    Note(String),
    /// Labels with what belongs to each.
    Facts(Vec<(String, String)>),
    /// Rows under heads.
    Table(Table),
    /// A photo, or a part of one.
    Picture {
        /// Which.
        of: PictureOf,
        /// Width and height in pixels; 0 where they are not known.
        size: [u32; 2],
        /// What it shows, in words.
        alternative: String,
    },
    /// A drawing as SVG.
    Figure {
        /// The drawing.
        svg: String,
        /// What it shows, in words.
        alternative: String,
        /// What stands below it: what it shows, and what isn't in it.
        caption: String,
    },
}

/// Rows under heads.
#[derive(Debug, Clone, Default)]
pub struct Table {
    /// The heads, each with the share of the width that its column takes.
    pub heads: Vec<(String, f32)>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// Which picture.
#[derive(Debug, Clone, PartialEq)]
pub enum PictureOf {
    /// A photo.
    Photo(PhotoId),
    /// A part of one, as it was looked at.
    Region(Box<Region>),
}

impl Document {
    /// How many pictures it has.
    #[must_use]
    pub fn pictures(&self) -> usize {
        let blocks = self.chapters.iter().flat_map(|chapter| &chapter.blocks);
        blocks
            .filter(|block| matches!(block, Block::Picture { .. }))
            .count()
    }
}
