//! A report as tagged PDF/A-2u: text laid out by parley with the bundled faces (fallback between scripts, line breaks,
//! right-to-left), written by krilla.
//!
//! Everything is placed on pages first, because the table of contents and "n / N" need their numbers; pictures are
//! read only when their page is written, one at a time.

use std::collections::HashMap;
use std::num::NonZeroU16;
use std::ops::Range;
use std::sync::Arc;

use krilla::SerializeSettings;
use krilla::color::rgb;
use krilla::configure::{Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect, Size, Transform};
use krilla::image::Image;
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, SpanTag, TableHeaderScope, Tag, TagGroup, TagTree,
};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, SourceCache};
use parley::{
    Alignment, AlignmentOptions, FontContext, FontFamily, FontFamilyName, Layout, LayoutContext, LineHeight,
    OverflowWrap, StyleProperty,
};

use super::document::{Block, Document, PictureOf, Table};
use super::picture::Pictures;
use super::{PageSize, ReportError};
use crate::exchange::picture::{SCALE, png};
use crate::text::faces::{ARABIC, FACES, HANGUL, SANS, SANS_BOLD};
use crate::text::{t, tf};

/// Points for a millimetre.
const MM: f32 = 72.0 / 25.4;
/// Left and right of the text.
const SIDE: f32 = 22.0 * MM;
/// Above the text, with the running header in it.
const TOP: f32 = 24.0 * MM;
/// Below the text, with the page number in it.
const BOTTOM: f32 = 22.0 * MM;
/// The highest picture, so that its lines stand on the same page.
const TALLEST: f32 = 150.0 * MM;
/// The highest crop of a mark.
const CROP: f32 = 60.0 * MM;

/// The room that stays below a heading for what it heads: the head of a table with a short row, or some lines.
const FOLLOWS: f32 = 72.0;
/// The room between two rows, with the line in it.
const ROW: f32 = 5.0;
/// The room that stays below a picture for its caption.
const CAPTION: f32 = 30.0;

const INK: [u8; 3] = [0x1a, 0x1a, 0x1a];
const WEAK: [u8; 3] = [0x55, 0x55, 0x55];
const ACCENT: [u8; 3] = [0x0b, 0x6e, 0x6e];
const RULE: [u8; 3] = [0xcc, 0xcc, 0xcc];

/// How a text looks.
#[derive(Clone, Copy)]
struct Look {
    size: f32,
    is_bold: bool,
    ink: [u8; 3],
}

const BODY: Look = Look {
    size: 10.0,
    is_bold: false,
    ink: INK,
};
const NOTE: Look = Look {
    size: 8.5,
    is_bold: false,
    ink: WEAK,
};
const LABEL: Look = Look {
    size: 9.0,
    is_bold: false,
    ink: WEAK,
};
const VALUE: Look = Look {
    size: 9.0,
    is_bold: false,
    ink: INK,
};
const HEAD_CELL: Look = Look {
    size: 8.5,
    is_bold: true,
    ink: INK,
};
const CELL: Look = Look {
    size: 8.5,
    is_bold: false,
    ink: INK,
};
const CHAPTER: Look = Look {
    size: 18.0,
    is_bold: true,
    ink: ACCENT,
};
const HEADING: Look = Look {
    size: 11.5,
    is_bold: true,
    ink: INK,
};
const TITLE: Look = Look {
    size: 26.0,
    is_bold: true,
    ink: ACCENT,
};

/// What something is in the structure of the document.
enum Role {
    Paragraph,
    Heading(u16, String),
    Figure(String),
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
    Figure {
        png: Vec<u8>,
        x: f32,
        y: f32,
        width: f32,
        height: f32,
        role: usize,
    },
}

struct Setter {
    fonts: FontContext,
    layouts: LayoutContext<[u8; 4]>,
    page: (f32, f32),
    pages: Vec<Vec<Op>>,
    y: f32,
    roles: Vec<Role>,
    tables: usize,
}

pub(super) fn write(
    document: &Document,
    size: PageSize,
    pictures: &mut Pictures<'_>,
) -> Result<(Vec<u8>, usize), ReportError> {
    let mut setter = Setter::new(size);
    setter.title_page(document);
    // The contents take as many pages as they take whatever the numbers are, so the chapters are placed first.
    let title = setter.take();
    setter.contents(document, &vec![0; document.chapters.len()]);
    let contents_roles = setter.roles.len();
    let before = title.len() + setter.take().len();
    let mut starts = Vec::new();
    setter.new_page();
    for chapter in &document.chapters {
        if !starts.is_empty() && setter.y > TOP {
            setter.new_page();
        }
        starts.push(before + setter.pages.len());
        setter.text(
            &chapter.heading,
            CHAPTER,
            Role::Heading(1, chapter.heading.clone()),
            0.0,
            10.0,
        );
        for (nth, block) in chapter.blocks.iter().enumerate() {
            let next = chapter.blocks.get(nth + 1);
            setter.block(block, next)?;
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

impl Setter {
    fn new(size: PageSize) -> Self {
        let mut collection = Collection::new(CollectionOptions {
            shared: false,
            system_fonts: false,
        });
        for (name, face) in FACES {
            let named = FontInfoOverride {
                family_name: Some(name),
                ..FontInfoOverride::default()
            };
            collection.register_fonts(Blob::new(Arc::new(face)), Some(named));
        }
        Self {
            fonts: FontContext {
                collection,
                source_cache: SourceCache::default(),
            },
            layouts: LayoutContext::new(),
            page: match size {
                PageSize::A4 => (210.0 * MM, 297.0 * MM),
                PageSize::Letter => (612.0, 792.0),
            },
            pages: Vec::new(),
            y: 0.0,
            roles: Vec::new(),
            tables: 0,
        }
    }

    fn width(&self) -> f32 {
        self.page.0 - 2.0 * SIDE
    }

    fn end(&self) -> f32 {
        self.page.1 - BOTTOM
    }

    fn new_page(&mut self) {
        self.pages.push(Vec::new());
        self.y = TOP;
    }

    fn take(&mut self) -> Vec<Vec<Op>> {
        std::mem::take(&mut self.pages)
    }

    fn push(&mut self, op: Op) {
        if let Some(page) = self.pages.last_mut() {
            page.push(op);
        }
    }

    fn role(&mut self, role: Role) -> usize {
        self.roles.push(role);
        self.roles.len() - 1
    }

    /// Goes to the next page if less than `height` is left on this one.
    fn need(&mut self, height: f32) {
        if self.y + height > self.end() && self.y > TOP {
            self.new_page();
        }
    }

    fn lay(&mut self, words: &str, look: Look, width: f32) -> Arc<Text> {
        let mut words = words.replace(['\r', '\t'], " ");
        let mut layout = self.laid(&words, look, width);
        let missing = without_glyph(&layout, &words);
        if !missing.is_empty() {
            // A character that no face has is told by its number: a blank box would say less.
            let told = |character: char| match missing.contains(&character) {
                true => format!("[U+{:04X}]", u32::from(character)),
                false => character.to_string(),
            };
            words = words.chars().map(told).collect();
            layout = self.laid(&words, look, width);
        }
        Arc::new(Text {
            words,
            layout,
            ink: look.ink,
        })
    }

    fn laid(&mut self, words: &str, look: Look, width: f32) -> Layout<[u8; 4]> {
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, words, 1.0, false);
        let first = if look.is_bold { SANS_BOLD } else { SANS };
        let families = [first, ARABIC, HANGUL, SANS].map(|name| FontFamilyName::Named(name.into()));
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(
            families.as_slice().into(),
        )));
        builder.push_default(StyleProperty::FontSize(look.size));
        builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(1.4)));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        let mut layout = builder.build(words);
        layout.break_all_lines(Some(width));
        layout.align(Alignment::Start, AlignmentOptions::default());
        layout
    }

    /// A text over the whole width, with room before and after it; its lines go over pages, at least two together.
    fn text(&mut self, words: &str, look: Look, role: Role, before: f32, after: f32) {
        if words.trim().is_empty() {
            return;
        }
        let text = self.lay(words, look, self.width());
        if self.y > TOP {
            self.y += before;
        }
        // A heading stays with what follows it.
        let follows = if matches!(role, Role::Heading(..)) {
            FOLLOWS
        } else {
            0.0
        };
        let role = self.role(role);
        self.lines(&text, SIDE, role, follows);
        self.y += after;
    }

    fn lines(&mut self, text: &Arc<Text>, x: f32, role: usize, follows: f32) {
        let heights: Vec<f32> = text
            .layout
            .lines()
            .map(|line| line.metrics().line_height)
            .collect();
        let least: f32 = heights.iter().take(2).sum();
        self.need(least + follows);
        let mut from = 0;
        while from < heights.len() {
            let mut to = from;
            let mut height = 0.0;
            while let Some(next) = heights.get(to)
                && (self.y + height + next <= self.end() || to == from)
            {
                height += next;
                to += 1;
            }
            // No single last line on the next page.
            if to + 1 == heights.len() && to > from + 2 {
                to -= 1;
            }
            let y = self.y;
            self.push(Op::Lines {
                text: text.clone(),
                from,
                to,
                x,
                y,
                role: Some(role),
            });
            self.y += heights.get(from..to).unwrap_or_default().iter().sum::<f32>();
            from = to;
            if from < heights.len() {
                self.new_page();
            }
        }
    }

    fn title_page(&mut self, document: &Document) {
        self.new_page();
        self.y = 60.0 * MM;
        self.text(
            &document.organisation,
            Look { size: 12.0, ..LABEL },
            Role::Paragraph,
            0.0,
            6.0,
        );
        self.text(
            &document.title,
            TITLE,
            Role::Heading(1, document.title.clone()),
            0.0,
            8.0,
        );
        self.text(
            &document.subject,
            Look { size: 13.0, ..BODY },
            Role::Paragraph,
            0.0,
            10.0,
        );
        self.text(
            &document.handling,
            Look {
                size: 12.0,
                is_bold: true,
                ink: INK,
            },
            Role::Paragraph,
            4.0,
            6.0,
        );
        self.y = self.y.max(150.0 * MM);
        self.facts(&document.facts);
    }

    fn contents(&mut self, document: &Document, starts: &[usize]) {
        self.new_page();
        let heading = t("report-contents");
        self.text(heading, CHAPTER, Role::Heading(1, heading.to_owned()), 0.0, 10.0);
        for (chapter, start) in document.chapters.iter().zip(starts) {
            let number = self.lay(&start.to_string(), BODY, 40.0);
            let x = self.page.0 - SIDE - number.layout.width();
            let role = self.role(Role::Paragraph);
            let text = self.lay(&chapter.heading, BODY, self.width() - 50.0);
            self.need(text.layout.height());
            let (y, to) = (self.y, text.layout.len());
            self.push(Op::Lines {
                text: text.clone(),
                from: 0,
                to,
                x: SIDE,
                y,
                role: Some(role),
            });
            self.push(Op::Lines {
                text: number,
                from: 0,
                to: 1,
                x,
                y,
                role: Some(role),
            });
            self.y += text.layout.height() + 4.0;
        }
    }

    fn block(&mut self, block: &Block, next: Option<&Block>) -> Result<(), ReportError> {
        match block {
            Block::Heading(words) => {
                // A plate's title stands on the page of its picture.
                if let Some(Block::Picture { of, size, .. }) = next {
                    let (_, height) = self.fit(of, *size);
                    self.need(height + 130.0);
                }
                self.text(words, HEADING, Role::Heading(2, words.clone()), 12.0, 5.0);
            }
            Block::Paragraph(words) => self.text(words, BODY, Role::Paragraph, 0.0, 6.0),
            Block::Note(words) => self.text(words, NOTE, Role::Paragraph, 0.0, 8.0),
            Block::Statement(words) => self.statement(words),
            Block::Facts(rows) => self.facts(rows),
            Block::Table(table) => self.table(table),
            Block::Picture {
                of,
                size,
                alternative,
            } => {
                let (width, height) = self.fit(of, *size);
                self.need(height + CAPTION);
                let (y, role) = (self.y, self.role(Role::Figure(alternative.clone())));
                self.push(Op::Picture {
                    of: of.clone(),
                    x: SIDE,
                    y,
                    width,
                    height,
                    role,
                });
                self.y += height + 6.0;
            }
            Block::Figure { svg, alternative } => {
                let refused = |reason: String| ReportError::Form { reason };
                let png = png(svg, SCALE).map_err(|error| refused(error.to_string()))?;
                let image = Image::from_png(png.clone().into(), false).map_err(refused)?;
                let (across, down) = image.size();
                let shape = down as f32 / across.max(1) as f32;
                // The heading of its chapter stands above it.
                let most = self.end() - TOP - FOLLOWS;
                let width = self.width().min(most / shape);
                let height = width * shape;
                self.need(height);
                let (y, role) = (self.y, self.role(Role::Figure(alternative.clone())));
                self.push(Op::Figure {
                    png,
                    x: SIDE,
                    y,
                    width,
                    height,
                    role,
                });
                self.y += height + 6.0;
            }
        }
        Ok(())
    }

    fn fit(&self, of: &PictureOf, size: [u32; 2]) -> (f32, f32) {
        let shape = match size {
            [0, _] | [_, 0] => 0.75,
            [width, height] => height as f32 / width as f32,
        };
        let tallest = match of {
            PictureOf::Photo(_) => TALLEST,
            PictureOf::Region(_) => CROP,
        };
        let height = (self.width() * shape).min(tallest);
        (height / shape, height)
    }

    fn statement(&mut self, words: &str) {
        let text = self.lay(words, BODY, self.width() - 14.0);
        self.need(text.layout.height().min(self.end() - TOP));
        let (page, y) = (self.pages.len(), self.y);
        let role = self.role(Role::Paragraph);
        self.lines(&text, SIDE + 14.0, role, 0.0);
        if self.pages.len() == page {
            let height = self.y - y;
            self.push(Op::Bar {
                x: SIDE,
                y,
                width: 3.0,
                height,
                ink: ACCENT,
            });
        }
        self.y += 8.0;
    }

    fn facts(&mut self, rows: &[(String, String)]) {
        if rows.is_empty() {
            return;
        }
        let labels = 120.0;
        for (label, value) in rows {
            let label = self.lay(label, LABEL, labels - 10.0);
            let value = self.lay(value, VALUE, self.width() - labels);
            self.need(label.layout.height().max(value.layout.height().min(200.0)));
            let (y, to) = (self.y, label.layout.len());
            let role = self.role(Role::Paragraph);
            let height = label.layout.height();
            self.push(Op::Lines {
                text: label,
                from: 0,
                to,
                x: SIDE,
                y,
                role: Some(role),
            });
            let page = self.pages.len();
            self.lines(&value, SIDE + labels, role, 0.0);
            if self.pages.len() == page {
                self.y = self.y.max(y + height);
            }
            self.y += 2.0;
        }
        self.y += 6.0;
    }

    fn table(&mut self, table: &Table) {
        let whole: f32 = table.heads.iter().map(|(_, share)| share).sum();
        let widths: Vec<f32> = table
            .heads
            .iter()
            .map(|(_, share)| self.width() * share / whole)
            .collect();
        let nth = self.tables;
        self.tables += 1;
        let heads: Vec<String> = table.heads.iter().map(|(head, _)| head.clone()).collect();
        let heads = self.cells(&heads, &widths, HEAD_CELL);
        for (at, row) in table.rows.iter().enumerate() {
            let cells = self.cells(row, &widths, CELL);
            if at == 0 {
                // The head stands on no page without a row.
                self.need((tall(&heads) + tall(&cells)).min(self.end() - TOP));
                self.row(&heads, &heads, &widths, (nth, 0));
            }
            self.row(&cells, &heads, &widths, (nth, at + 1));
        }
        self.y += 8.0;
    }

    fn cells(&mut self, cells: &[String], widths: &[f32], look: Look) -> Vec<Arc<Text>> {
        let columns = cells.iter().zip(widths);
        columns
            .map(|(cell, width)| self.lay(cell, look, (width - 6.0).max(20.0)))
            .collect()
    }

    /// The page after this one, with the head of the table again; that is an ornament, and said once in the structure.
    fn go_on(&mut self, heads: &[Arc<Text>], widths: &[f32]) {
        self.new_page();
        let (y, mut x) = (self.y, SIDE);
        for (text, width) in heads.iter().zip(widths) {
            self.push(Op::Lines {
                text: text.clone(),
                from: 0,
                to: text.layout.len(),
                x,
                y,
                role: None,
            });
            x += width;
        }
        self.y += tall(heads) - ROW;
        self.rule();
    }

    /// The line below a row.
    fn rule(&mut self) {
        let (y, width) = (self.y + 2.0, self.width());
        self.push(Op::Bar {
            x: SIDE,
            y,
            width,
            height: 0.5,
            ink: RULE,
        });
        self.y += ROW;
    }

    /// A row stays on one page unless it is taller than one; then its cells are continued.
    fn row(
        &mut self,
        texts: &[Arc<Text>],
        heads: &[Arc<Text>],
        widths: &[f32],
        (table, row): (usize, usize),
    ) {
        let most = self.end() - TOP - if row == 0 { 0.0 } else { tall(heads) };
        if self.y + tall(texts).min(most) > self.end() && self.y > TOP {
            if row == 0 {
                self.new_page();
            } else {
                self.go_on(heads, widths);
            }
        }
        let mut from = vec![0; texts.len()];
        let roles: Vec<usize> = texts
            .iter()
            .map(|_| {
                self.role(Role::Cell {
                    table,
                    row,
                    is_head: row == 0,
                })
            })
            .collect();
        loop {
            let (y, mut lowest, mut is_done, mut x) = (self.y, self.y, true, SIDE);
            for ((text, from), (role, width)) in texts.iter().zip(&mut from).zip(roles.iter().zip(widths)) {
                let (start, mut to, mut down) = (*from, *from, y);
                for line in text.layout.lines().skip(start) {
                    let height = line.metrics().line_height;
                    if down + height > self.end() && down > TOP {
                        break;
                    }
                    down += height;
                    to += 1;
                }
                self.push(Op::Lines {
                    text: text.clone(),
                    from: start,
                    to,
                    x,
                    y,
                    role: Some(*role),
                });
                *from = to;
                is_done &= to >= text.layout.len();
                lowest = lowest.max(down);
                x += width;
            }
            self.y = lowest;
            if is_done {
                break;
            }
            self.go_on(heads, widths);
        }
        self.rule();
    }

    fn emit(
        mut self,
        document: &Document,
        pages: Vec<Vec<Op>>,
        starts: &[usize],
        pictures: &mut Pictures<'_>,
    ) -> Result<Vec<u8>, ReportError> {
        let refused = |reason: String| ReportError::Form { reason };
        let configuration = ConfigurationBuilder::new()
            .with_archival_validator(Archival::A2_U)
            .finish()
            .map_err(|error| refused(format!("{error:?}")))?;
        let mut pdf = krilla::Document::new_with(SerializeSettings {
            configuration,
            ..SerializeSettings::default()
        });
        let mut marked: Vec<Vec<Identifier>> = self.roles.iter().map(|_| Vec::new()).collect();
        let mut faces: HashMap<u64, Option<Font>> = HashMap::new();
        let total = pages.len();
        for (nth, ops) in pages.into_iter().enumerate() {
            let settings = PageSettings::from_wh(self.page.0, self.page.1)
                .ok_or_else(|| refused("page size".to_owned()))?;
            let said = tf(
                "report-page",
                &[
                    ("page", (nth + 1).to_string().into()),
                    ("pages", total.to_string().into()),
                ],
            );
            let number = self.lay(&said, NOTE, 100.0);
            let header = [document.handling.as_str(), document.title.as_str()];
            let header: Vec<&str> = header.into_iter().filter(|part| !part.is_empty()).collect();
            let header = self.lay(&header.join(" · "), NOTE, self.width());
            let mut page = pdf.start_page_with(settings);
            let mut surface = page.surface();
            surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Header)));
            if nth > 0 {
                draw(&mut surface, &header, (0, 1), (SIDE, 11.0 * MM), &mut faces);
            }
            surface.end_tagged();
            surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(
                ArtifactType::PageNumber,
            )));
            let x = self.page.0 - SIDE - number.layout.width();
            draw(
                &mut surface,
                &number,
                (0, 1),
                (x, self.page.1 - 14.0 * MM),
                &mut faces,
            );
            surface.end_tagged();
            for op in ops {
                match op {
                    Op::Lines {
                        text,
                        from,
                        to,
                        x,
                        y,
                        role,
                    } => {
                        if from >= to || text.words.trim().is_empty() {
                            continue;
                        }
                        let tag = match role {
                            Some(_) => ContentTag::Span(SpanTag::empty()),
                            None => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)),
                        };
                        let id = surface.start_tagged(tag);
                        draw(&mut surface, &text, (from, to), (x, y), &mut faces);
                        surface.end_tagged();
                        mark(&mut marked, role, id);
                    }
                    Op::Bar {
                        x,
                        y,
                        width,
                        height,
                        ink,
                    } => {
                        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
                        bar(&mut surface, [x, y, width, height], ink);
                        surface.end_tagged();
                    }
                    Op::Picture {
                        of,
                        x,
                        y,
                        width,
                        height,
                        role,
                    } => {
                        let id = surface.start_tagged(ContentTag::Other);
                        match pictures
                            .jpeg(&of)?
                            .and_then(|jpeg| Image::from_jpeg(jpeg.into(), false).ok())
                        {
                            Some(image) => put(&mut surface, image, [x, y, width, height]),
                            None => {
                                let none = self.lay(t("report-no-picture"), NOTE, width);
                                let to = none.layout.len();
                                draw(&mut surface, &none, (0, to), (x, y), &mut faces);
                            }
                        }
                        surface.end_tagged();
                        mark(&mut marked, Some(role), id);
                    }
                    Op::Figure {
                        png,
                        x,
                        y,
                        width,
                        height,
                        role,
                    } => {
                        let id = surface.start_tagged(ContentTag::Other);
                        put(
                            &mut surface,
                            Image::from_png(png.into(), false).map_err(refused)?,
                            [x, y, width, height],
                        );
                        surface.end_tagged();
                        mark(&mut marked, Some(role), id);
                    }
                }
            }
            surface.finish();
            page.finish();
        }
        let mut outline = Outline::new();
        for (chapter, start) in document.chapters.iter().zip(starts) {
            let to = XyzDestination::new(start - 1, Point::from_xy(0.0, TOP - 10.0));
            outline.push_child(OutlineNode::new(chapter.heading.clone(), to));
        }
        pdf.set_outline(outline);
        pdf.set_metadata(
            Metadata::new()
                .title(document.title.clone())
                .description(document.subject.clone())
                .language(document.language.to_owned())
                .creation_date(date_of(document.moment))
                .creator(format!("Witnessmark {}", env!("CARGO_PKG_VERSION"))),
        );
        pdf.set_tag_tree(tree(&self.roles, marked, document.language));
        pdf.finish().map_err(|error| refused(format!("{error:?}")))
    }
}

fn mark(marked: &mut [Vec<Identifier>], role: Option<usize>, id: Identifier) {
    if let Some(ids) = role.and_then(|role| marked.get_mut(role)) {
        ids.push(id);
    }
}

/// The structure of the document: its parts in their order, cells within rows within tables.
fn tree(roles: &[Role], marked: Vec<Vec<Identifier>>, language: &str) -> TagTree {
    let mut tree = TagTree::new().with_lang(Some(language.to_owned()));
    let mut open: Option<(usize, TagGroup)> = None;
    let mut line: Option<(usize, TagGroup)> = None;
    for (role, ids) in roles.iter().zip(marked) {
        let mut group = match role {
            Role::Paragraph => TagGroup::new(Tag::P),
            Role::Heading(level, title) => {
                let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
                TagGroup::new(Tag::Hn(level, Some(title.clone())))
            }
            Role::Figure(alternative) => TagGroup::new(Tag::Figure(Some(alternative.clone()))),
            Role::Cell { is_head: true, .. } => TagGroup::new(Tag::TH(TableHeaderScope::Column)),
            Role::Cell { .. } => TagGroup::new(Tag::TD),
        };
        for id in ids {
            group.push(id);
        }
        let (table, row) = match role {
            Role::Cell { table, row, .. } => (Some(*table), *row),
            _ => (None, 0),
        };
        let is_same_table = open.as_ref().map(|(nth, _)| *nth) == table;
        if let Some((at, _)) = &line
            && (!is_same_table || *at != row)
            && let (Some((_, done)), Some((_, whole))) = (line.take(), &mut open)
        {
            whole.push(done);
        }
        if !is_same_table && let Some((_, done)) = open.take() {
            tree.push(done);
        }
        match table {
            None => tree.push(group),
            Some(table) => {
                open.get_or_insert_with(|| (table, TagGroup::new(Tag::Table)));
                line.get_or_insert_with(|| (row, TagGroup::new(Tag::TR)))
                    .1
                    .push(group);
            }
        }
    }
    if let Some((_, mut whole)) = open {
        if let Some((_, done)) = line {
            whole.push(done);
        }
        tree.push(whole);
    }
    tree
}

/// How tall a row of these cells is, with the line below it.
fn tall(cells: &[Arc<Text>]) -> f32 {
    cells.iter().map(|text| text.layout.height()).fold(0.0, f32::max) + ROW
}

fn fill(ink: [u8; 3]) -> Fill {
    Fill {
        paint: rgb::Color::new(ink[0], ink[1], ink[2]).into(),
        ..Fill::default()
    }
}

fn bar(surface: &mut Surface<'_>, [x, y, width, height]: [f32; 4], ink: [u8; 3]) {
    let Some(area) = Rect::from_xywh(x, y, width, height) else {
        return;
    };
    let mut path = PathBuilder::new();
    path.push_rect(area);
    if let Some(path) = path.finish() {
        surface.set_stroke(None);
        surface.set_fill(Some(fill(ink)));
        surface.draw_path(&path);
    }
}

/// A picture as large as its room lets it be, with its own proportions.
fn put(surface: &mut Surface<'_>, image: Image, [x, y, width, height]: [f32; 4]) {
    let (across, down) = image.size();
    let scale = (width / across.max(1) as f32).min(height / down.max(1) as f32);
    if let Some(size) = Size::from_wh(across as f32 * scale, down as f32 * scale) {
        surface.push_transform(&Transform::from_translate(x, y));
        surface.draw_image(image, size);
        surface.pop();
    }
}

/// The characters that no face has.
fn without_glyph(layout: &Layout<[u8; 4]>, words: &str) -> Vec<char> {
    let mut missing = Vec::new();
    for line in layout.lines() {
        for run in line.runs() {
            for cluster in run.visual_clusters() {
                let text = words.get(cluster.text_range()).unwrap_or_default();
                if text.chars().all(char::is_control) {
                    continue;
                }
                if cluster.glyphs().any(|glyph| glyph.id == 0) {
                    missing.extend(text.chars());
                }
            }
        }
    }
    missing
}

/// Lines of a text, the upper edge of the first of them at `at`.
fn draw(
    surface: &mut Surface<'_>,
    text: &Text,
    (from, to): (usize, usize),
    at: (f32, f32),
    faces: &mut HashMap<u64, Option<Font>>,
) {
    surface.set_stroke(None);
    surface.set_fill(Some(fill(text.ink)));
    let above: f32 = text
        .layout
        .lines()
        .take(from)
        .map(|line| line.metrics().line_height)
        .sum();
    for line in text.layout.lines().skip(from).take(to - from) {
        let y = at.1 + line.metrics().baseline - above;
        let mut x = at.0 + line.metrics().offset;
        for run in line.runs() {
            let (data, id) = run.font().data.clone().into_raw_parts();
            let index = run.font().index;
            let face = faces.entry(id).or_insert_with(|| Font::new(data.into(), index));
            let size = run.font_size();
            let start = x;
            let mut glyphs: Vec<KrillaGlyph> = Vec::new();
            // From right to left the other letters of a ligature are met before the one that holds its glyph.
            let mut ahead: Option<Range<usize>> = None;
            for cluster in run.visual_clusters() {
                let own = cluster.text_range();
                if cluster.is_ligature_continuation() {
                    if run.is_rtl() {
                        ahead = Some(ahead.map_or(own.clone(), |more| joined(&own, &more)));
                    } else if let Some(first) = glyphs.last().map(|glyph| glyph.text_range.clone()) {
                        let all = glyphs.iter_mut().rev();
                        for glyph in all.take_while(|glyph| glyph.text_range == first) {
                            glyph.text_range = joined(&first, &own);
                        }
                    }
                    continue;
                }
                let range = ahead.take().map_or(own.clone(), |more| joined(&own, &more));
                let words = text.words.get(range.clone()).unwrap_or_default();
                let is_control = words.chars().all(char::is_control);
                for glyph in cluster.glyphs() {
                    if !is_control {
                        glyphs.push(KrillaGlyph::new(
                            GlyphId::new(glyph.id),
                            glyph.advance / size,
                            glyph.x / size,
                            glyph.y / size,
                            0.0,
                            range.clone(),
                            None,
                        ));
                    }
                    x += glyph.advance;
                }
            }
            if let (Some(face), false) = (face.clone(), glyphs.is_empty()) {
                surface.draw_glyphs(Point::from_xy(start, y), &glyphs, face, &text.words, size, false);
            }
        }
    }
}

fn joined(one: &Range<usize>, other: &Range<usize>) -> Range<usize> {
    one.start.min(other.start)..one.end.max(other.end)
}

/// A moment as PDF states it, in UTC.
fn date_of(moment: jiff::Timestamp) -> DateTime {
    let at = moment.to_zoned(jiff::tz::TimeZone::UTC);
    // The fields of a calendar date fit.
    DateTime::new(at.year().unsigned_abs())
        .month(at.month().unsigned_abs())
        .day(at.day().unsigned_abs())
        .hour(at.hour().unsigned_abs())
        .minute(at.minute().unsigned_abs())
        .second(at.second().unsigned_abs())
        .utc_offset_hour(0)
        .utc_offset_minute(0)
}
