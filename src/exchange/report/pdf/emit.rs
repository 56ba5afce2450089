//! Pages as a PDF: what the setter placed is drawn and marked with its part in the structure.

use std::collections::HashMap;

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
use krilla::tagging::{Artifact, ArtifactType, ContentTag, Identifier, SpanTag};
use krilla::text::Font;

use super::drawing::{self, Faces};
use super::glyphs::draw;
use super::look::NOTE;
use super::tree::tree;
use super::{Op, Setter, Start};
use crate::exchange::report::document::Document;
use crate::exchange::report::picture::Pictures;
use crate::exchange::report::{MM, ReportError};
use crate::text::{t, tf};

impl Setter {
    pub(super) fn emit(
        mut self,
        document: &Document,
        pages: Vec<Vec<Op>>,
        starts: &[Start],
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
        let mut drawn = Faces::new();
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
            let header = self.lay(&document.header, NOTE, self.width());
            let footer = self.lay(&document.footer, NOTE, self.width() - 70.0);
            let mut page = pdf.start_page_with(settings);
            let mut surface = page.surface();
            surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Header)));
            if nth > 0 {
                draw(
                    &mut surface,
                    &header,
                    (0, 1),
                    (self.left(), 11.0 * MM),
                    &mut faces,
                );
            }
            surface.end_tagged();
            surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
            if nth > 0 {
                let at = (self.left(), self.page.1 - 14.0 * MM);
                draw(&mut surface, &footer, (0, 1), at, &mut faces);
            }
            surface.end_tagged();
            surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(
                ArtifactType::PageNumber,
            )));
            let x = self.page.0 - self.right() - number.layout.width();
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
                    Op::Logo {
                        png,
                        x,
                        y,
                        width,
                        height,
                    } => {
                        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
                        let image = Image::from_png(png.into(), false).map_err(refused)?;
                        put(&mut surface, image, [x, y, width, height]);
                        surface.end_tagged();
                    }
                    Op::Figure {
                        tree,
                        x,
                        y,
                        scale,
                        role,
                    } => {
                        let id = surface.start_tagged(ContentTag::Other);
                        drawing::draw(&mut surface, &tree, (x, y), scale, &mut drawn).map_err(refused)?;
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
            let to = XyzDestination::new(start.page - 1, Point::from_xy(0.0, start.y - 10.0));
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

pub(super) fn fill(ink: [u8; 3]) -> Fill {
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
