//! A report as a tree, before anybody decides how it looks.

use super::template::Logo;
use crate::model::Region;
use crate::model::id::PhotoId;
use crate::text::t;

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
    /// The picture on its title page.
    pub logo: Option<Logo>,
    /// The line above each page but the first; may be empty.
    pub header: String,
    /// The line below each page but the first; may be empty.
    pub footer: String,
    /// What an organisation says on the title page.
    pub preface: Vec<String>,
    /// What the title page states besides.
    pub facts: Vec<(String, String)>,
    /// Its chapters.
    pub chapters: Vec<Chapter>,
}

/// Which chapter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The sentences that may be quoted.
    Summary,
    /// The strikes.
    Strikes,
    /// The timeline and the map.
    WhenAndWhere,
    /// The chart of production to use.
    Production,
    /// What the marks join.
    Network,
    /// The marks with their readings.
    Markings,
    /// The pieces.
    Components,
    /// Who held them.
    Custody,
    /// The photos.
    Photos,
    /// The hashes of their originals.
    Hashes,
    /// How the report came about.
    Method,
    /// What it rests on.
    Sources,
}

impl Part {
    /// All of them, in the order in which they stand unless a template says otherwise.
    pub const ALL: [Self; 12] = [
        Self::Summary,
        Self::Strikes,
        Self::WhenAndWhere,
        Self::Production,
        Self::Network,
        Self::Markings,
        Self::Components,
        Self::Custody,
        Self::Photos,
        Self::Hashes,
        Self::Method,
        Self::Sources,
    ];

    /// The word for it in a template.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Strikes => "strikes",
            Self::WhenAndWhere => "when_and_where",
            Self::Production => "production",
            Self::Network => "network",
            Self::Markings => "markings",
            Self::Components => "components",
            Self::Custody => "custody",
            Self::Photos => "photos",
            Self::Hashes => "hashes",
            Self::Method => "method",
            Self::Sources => "sources",
        }
    }

    /// Its heading.
    #[must_use]
    pub fn heading(self) -> &'static str {
        match self {
            Self::Summary => t("report-summary"),
            Self::Strikes => t("report-strikes"),
            Self::WhenAndWhere => t("report-when-and-where"),
            Self::Production => t("report-chart"),
            Self::Network => t("report-network"),
            Self::Markings => t("report-markings"),
            Self::Components => t("report-components"),
            Self::Custody => t("report-custody"),
            Self::Photos => t("report-plates"),
            Self::Hashes => t("report-hashes"),
            Self::Method => t("report-method"),
            Self::Sources => t("report-sources"),
        }
    }
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
