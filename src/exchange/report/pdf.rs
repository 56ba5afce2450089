//! A report as tagged PDF/A-2u: text laid out by parley with the bundled faces (fallback between scripts, line breaks,
//! right-to-left), written by krilla.
//!
//! Everything is placed on pages first, because the table of contents and "n / N" need their numbers; pictures are
//! read only when their page is written, one at a time.

mod blocks;
mod drawing;
mod emit;
mod glyphs;
mod look;
mod setter;
mod table;
mod tree;

use std::sync::Arc;

use parley::{FontContext, Layout, LayoutContext};
use resvg::usvg::Tree;

pub(super) use look::room;

use super::document::{Document, PictureOf};
use super::picture::Pictures;
use super::style::Style;
use super::{PageSize, ReportError};

/// What something is in the structure of the document.
enum Role {
    Paragraph,
    Heading(u16, String),
    Figure(String),
    Caption,
    Cell { table: usize, row: usize, is_head: bool },
}

struct Text {
    words: String,
    layout: Layout<[u8; 4]>,
    ink: [u8; 3],
}

enum Op {
    /// Lines of a text, the first of them at `y`; `None` for a role is an ornament.
    Lines {
        text: Arc<Text>,
        from: usize,
        to: usize,
        x: f32,
        y: f32,
        role: Option<usize>,
    },
    Bar {
        x: f32,
        y: f32,
        width: f32,
        height: f32,
        ink: [u8; 3],
    },
    Picture {
        of: PictureOf,
        x: f32,
        y: f32,
        width: f32,
        height: f32,
        role: usize,
    },
    /// An ornament: the organisation is named beside it.
    Logo {
        png: Vec<u8>,
        x: f32,
        y: f32,
        width: f32,
        height: f32,
    },
    Figure {
        tree: Box<Tree>,
        x: f32,
        y: f32,
        /// Points for each unit of the drawing.
        scale: f32,
        role: usize,
    },
}

/// Where a chapter begins.
#[derive(Clone, Default)]
struct Start {
    page: usize,
    y: f32,
}

struct Setter {
    fonts: FontContext,
    layouts: LayoutContext<[u8; 4]>,
    page: (f32, f32),
    style: Style,
    /// The margins in points: above, right, below and left.
    edges: [f32; 4],
    pages: Vec<Vec<Op>>,
    y: f32,
    roles: Vec<Role>,
    tables: usize,
}

pub(super) fn write(
    document: &Document,
    size: PageSize,
    style: &Style,
    pictures: &mut Pictures<'_>,
) -> Result<(Vec<u8>, usize), ReportError> {
    let mut setter = Setter::new(size, style.clone());
    setter.title_page(document);
    // The contents take as many pages as they take whatever the numbers are, so the chapters are placed first.
    let title = setter.take();
    setter.contents(document, &vec![Start::default(); document.chapters.len()]);
    let contents_roles = setter.roles.len();
    let before = title.len() + setter.take().len();
    let mut starts = Vec::new();
    setter.new_page();
    for chapter in &document.chapters {
        setter.begin(&chapter.blocks)?;
        starts.push(Start {
            page: before + setter.pages.len(),
            y: setter.y,
        });
        setter.chapter_heading(&chapter.heading);
        for (nth, block) in chapter.blocks.iter().enumerate() {
            setter.block(block, chapter.blocks.get(nth + 1..).unwrap_or_default())?;
        }
    }
    let body = setter.take();
    // Set anew with the numbers; what was set without them is forgotten, in the same places of the structure.
    let body_roles = setter.roles.split_off(contents_roles);
    let count = document.chapters.len();
    setter.roles.truncate(contents_roles - count - 1);
    setter.contents(document, &starts);
    setter.roles.extend(body_roles);
    let contents = setter.take();
    let pages: Vec<Vec<Op>> = title.into_iter().chain(contents).chain(body).collect();
    let number = pages.len();
    let bytes = setter.emit(document, pages, &starts, pictures)?;
    Ok((bytes, number))
}
