//! Lines on pages: texts laid out, and where each of their lines stands.

use std::collections::BTreeSet;
use std::sync::Arc;

use parley::fontique::{Blob, Collection, CollectionOptions, FontInfoOverride, SourceCache};
use parley::{
    Alignment, AlignmentOptions, FontContext, FontFamily, FontFamilyName, Layout, LayoutContext, LineHeight,
    OverflowWrap, StyleProperty,
};

use super::look::{BODY, FOLLOWS, Look};
use super::{Op, Role, Setter, Text};
use crate::exchange::report::PageSize;
use crate::exchange::report::style::Style;
use crate::text::faces::{ARABIC, FACES, HANGUL, SANS, SANS_BOLD};

impl Setter {
    pub(super) fn new(size: PageSize, style: Style) -> Self {
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
            page: size.points(),
            edges: style.edges(),
            style,
            pages: Vec::new(),
            y: 0.0,
            roles: Vec::new(),
            tables: 0,
        }
    }

    /// Where the text begins from above.
    pub(super) fn top(&self) -> f32 {
        self.edges[0]
    }

    /// The room at the right of the text.
    pub(super) fn right(&self) -> f32 {
        self.edges[1]
    }

    /// The room at the left of the text.
    pub(super) fn left(&self) -> f32 {
        self.edges[3]
    }

    pub(super) fn width(&self) -> f32 {
        self.page.0 - self.left() - self.right()
    }

    pub(super) fn end(&self) -> f32 {
        self.page.1 - self.edges[2]
    }

    pub(super) fn new_page(&mut self) {
        self.pages.push(Vec::new());
        self.y = self.top();
    }

    pub(super) fn take(&mut self) -> Vec<Vec<Op>> {
        std::mem::take(&mut self.pages)
    }

    pub(super) fn push(&mut self, op: Op) {
        if let Some(page) = self.pages.last_mut() {
            page.push(op);
        }
    }

    pub(super) fn role(&mut self, role: Role) -> usize {
        self.roles.push(role);
        self.roles.len() - 1
    }

    /// Goes to the next page if less than `height` is left on this one.
    pub(super) fn need(&mut self, height: f32) {
        if self.y + height > self.end() && self.y > self.top() {
            self.new_page();
        }
    }

    pub(super) fn lay(&mut self, words: &str, look: Look, width: f32) -> Arc<Text> {
        let mut words = words.replace(['\r', '\t'], " ");
        let mut layout = self.laid(&words, look, width);
        let missing = without_glyph(&layout, &words);
        if !missing.is_empty() {
            words = told(&words, &missing);
            layout = self.laid(&words, look, width);
        }
        Arc::new(Text {
            words,
            layout,
            ink: look.ink.of(&self.style),
        })
    }

    /// A drawing in which each character that no face has is told by its number, as in the text around it.
    pub(super) fn told(&mut self, drawing: &str) -> String {
        let signs: BTreeSet<char> = drawing
            .chars()
            .filter(|character| !character.is_ascii())
            .collect();
        let signs: String = signs.into_iter().collect();
        let missing = without_glyph(&self.laid(&signs, BODY, f32::MAX), &signs);
        told(drawing, &missing)
    }

    pub(super) fn laid(&mut self, words: &str, look: Look, width: f32) -> Layout<[u8; 4]> {
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, words, 1.0, false);
        let first = if look.is_bold { SANS_BOLD } else { SANS };
        let families = [first, ARABIC, HANGUL, SANS].map(|name| FontFamilyName::Named(name.into()));
        builder.push_default(StyleProperty::FontFamily(FontFamily::List(
            families.as_slice().into(),
        )));
        builder.push_default(StyleProperty::FontSize(look.size * self.style.scale()));
        builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(1.4)));
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        let mut layout = builder.build(words);
        layout.break_all_lines(Some(width));
        layout.align(Alignment::Start, AlignmentOptions::default());
        layout
    }

    /// A text over the whole width, with room before and after it; its lines go over pages, at least two together.
    pub(super) fn text(&mut self, words: &str, look: Look, role: Role, before: f32, after: f32) {
        if words.trim().is_empty() {
            return;
        }
        let text = self.lay(words, look, self.width());
        if self.y > self.top() {
            self.y += before;
        }
        // A heading stays with what follows it.
        let follows = if matches!(role, Role::Heading(..)) {
            FOLLOWS
        } else {
            0.0
        };
        let role = self.role(role);
        self.lines(&text, self.left(), role, follows);
        self.y += after;
    }

    pub(super) fn lines(&mut self, text: &Arc<Text>, x: f32, role: usize, follows: f32) {
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
}

/// The words with the numbers of these characters in their places: a blank box would say less.
fn told(words: &str, missing: &[char]) -> String {
    let told = |character: char| match missing.contains(&character) {
        true => format!("[U+{:04X}]", u32::from(character)),
        false => character.to_string(),
    };
    words.chars().map(told).collect()
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
