//! The parts of a report on pages: its title page, its contents, and each kind of block.

use std::sync::Arc;

use resvg::usvg::Tree;

use super::look::{
    BODY, CAPTION, CHAPTER, CROP, FOLLOWS, HEADING, Ink, LABEL, Look, NOTE, TALLEST, TITLE, VALUE,
};
use super::{Op, Role, Setter, Start, Text};
use crate::exchange::page::POINTS;
use crate::exchange::picture::tree;
use crate::exchange::report::document::{Block, Document, PictureOf};
use crate::exchange::report::{MM, ReportError};
use crate::text::t;

/// The room of a chapter's heading, before a chapter that begins below another, and of what stands below a picture.
const HEADED: f32 = 36.0;
const BETWEEN: f32 = 26.0;
const BELOW: f32 = 100.0;

/// The widest and the highest logo.
const LOGO: [f32; 2] = [70.0 * MM, 26.0 * MM];

/// A drawing, ready for its page.
struct Figure {
    tree: Box<Tree>,
    caption: Arc<Text>,
    /// Points for each unit of the drawing.
    scale: f32,
    height: f32,
}

impl Setter {
    pub(super) fn title_page(&mut self, document: &Document) {
        self.new_page();
        if let Some(logo) = &document.logo {
            let [across, down] = logo.size.map(|side| side.max(1) as f32);
            let scale = (LOGO[0] / across).min(LOGO[1] / down);
            let (x, y) = (self.left(), self.top());
            self.push(Op::Logo {
                png: logo.png.clone(),
                x,
                y,
                width: across * scale,
                height: down * scale,
            });
        }
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
                ink: Ink::Text,
            },
            Role::Paragraph,
            4.0,
            6.0,
        );
        for paragraph in &document.preface {
            self.text(paragraph, BODY, Role::Paragraph, 0.0, 6.0);
        }
        self.y = self.y.max(150.0 * MM);
        self.facts(&document.facts);
    }

    pub(super) fn contents(&mut self, document: &Document, starts: &[Start]) {
        self.new_page();
        let heading = t("report-contents");
        self.text(heading, CHAPTER, Role::Heading(1, heading.to_owned()), 0.0, 10.0);
        for (chapter, start) in document.chapters.iter().zip(starts) {
            let number = self.lay(&start.page.to_string(), BODY, 40.0);
            let x = self.page.0 - self.right() - number.layout.width();
            let role = self.role(Role::Paragraph);
            let text = self.lay(&chapter.heading, BODY, self.width() - 50.0);
            self.need(text.layout.height());
            let (y, to) = (self.y, text.layout.len());
            self.push(Op::Lines {
                text: text.clone(),
                from: 0,
                to,
                x: self.left(),
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

    /// Goes to where a chapter begins: below the one before if enough of the page is left for its heading and what stays with it,
    /// and that is more than a scrap.
    pub(super) fn begin(&mut self, blocks: &[Block]) -> Result<(), ReportError> {
        let stays = HEADED + self.stays(blocks)?;
        if self.y > self.top() {
            self.y += BETWEEN;
            self.need(stays.max((self.end() - self.top()) / 4.0));
        }
        Ok(())
    }

    pub(super) fn chapter_heading(&mut self, heading: &str) {
        self.text(heading, CHAPTER, Role::Heading(1, heading.to_owned()), 0.0, 10.0);
    }

    /// The room that the first of these blocks takes, as far as it has to stand on one page with what is before it.
    fn stays(&mut self, blocks: &[Block]) -> Result<f32, ReportError> {
        let (mut room, mut was_note) = (0.0, false);
        for block in blocks {
            match block {
                Block::Heading(words) => {
                    room += self.lay(words, HEADING, self.width()).layout.height() + 17.0;
                    was_note = false;
                }
                // One belongs to what follows; several are a text of their own.
                Block::Note(_) if was_note => return Ok(room),
                Block::Note(words) => {
                    room += self.lay(words, NOTE, self.width()).layout.height() + 8.0;
                    was_note = true;
                }
                Block::Picture { of, size, .. } => return Ok(room + self.fit(of, *size).1 + 6.0 + BELOW),
                Block::Figure { svg, caption, .. } => {
                    let figure = self.figure(svg, caption)?;
                    return Ok(room + figure.height + figure.caption.layout.height() + 6.0);
                }
                _ => return Ok(room + FOLLOWS),
            }
        }
        Ok(room)
    }

    /// A drawing as large as the page lets it be, with its caption.
    fn figure(&mut self, svg: &str, caption: &str) -> Result<Figure, ReportError> {
        let refused = |reason: String| ReportError::Form { reason };
        let tree = tree(&self.told(svg)).map_err(|error| refused(error.to_string()))?;
        let caption = self.lay(caption, NOTE, self.width());
        let most = self.end() - self.top() - FOLLOWS - caption.layout.height() - 6.0;
        let (wide, high) = (tree.size().width(), tree.size().height());
        let scale = (POINTS as f32).min(self.width() / wide).min(most / high);
        Ok(Figure {
            height: high * scale,
            tree: Box::new(tree),
            caption,
            scale,
        })
    }

    /// Sets a block; `rest` are those after it.
    pub(super) fn block(&mut self, block: &Block, rest: &[Block]) -> Result<(), ReportError> {
        match block {
            Block::Heading(words) => {
                // A heading stands on the page of what it heads.
                let heading = self.lay(words, HEADING, self.width()).layout.height() + 17.0;
                let stays = self.stays(rest)?;
                self.need((heading + stays).min(self.end() - self.top()));
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
                    x: self.left(),
                    y,
                    width,
                    height,
                    role,
                });
                self.y += height + 6.0;
            }
            Block::Figure {
                svg,
                alternative,
                caption,
            } => {
                let figure = self.figure(svg, caption)?;
                self.need(figure.height + figure.caption.layout.height() + 6.0);
                let (y, role) = (self.y, self.role(Role::Figure(alternative.clone())));
                self.push(Op::Figure {
                    tree: figure.tree,
                    x: self.left(),
                    y,
                    scale: figure.scale,
                    role,
                });
                self.y += figure.height + 6.0;
                let role = self.role(Role::Caption);
                self.lines(&figure.caption, self.left(), role, 0.0);
                self.y += 14.0;
            }
        }
        Ok(())
    }

    pub(super) fn fit(&self, of: &PictureOf, size: [u32; 2]) -> (f32, f32) {
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

    pub(super) fn statement(&mut self, words: &str) {
        let text = self.lay(words, BODY, self.width() - 14.0);
        self.need(text.layout.height().min(self.end() - self.top()));
        let (page, y) = (self.pages.len(), self.y);
        let role = self.role(Role::Paragraph);
        self.lines(&text, self.left() + 14.0, role, 0.0);
        if self.pages.len() == page {
            let height = self.y - y;
            self.push(Op::Bar {
                x: self.left(),
                y,
                width: 3.0,
                height,
                ink: self.style.accent,
            });
        }
        self.y += 8.0;
    }

    pub(super) fn facts(&mut self, rows: &[(String, String)]) {
        if rows.is_empty() {
            return;
        }
        let labels = 120.0 * self.style.scale();
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
                x: self.left(),
                y,
                role: Some(role),
            });
            let page = self.pages.len();
            self.lines(&value, self.left() + labels, role, 0.0);
            if self.pages.len() == page {
                self.y = self.y.max(y + height);
            }
            self.y += 2.0;
        }
        self.y += 6.0;
    }
}
