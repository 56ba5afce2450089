//! How the tiles lie: lines of tiles under the heads of their sections; short sections share a line. Everything is
//! found by halving, so that it costs the same for 100,000 photos as for 100.

use egui::{Key, Rect, Vec2, pos2, vec2};

/// Between two tiles.
pub const GAP: f32 = 8.0;
/// The head of a section.
pub const HEAD: f32 = 32.0;

/// Tiles side by side.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Line {
    /// The place of its first tile.
    start: usize,
    count: usize,
    top: f32,
}

/// How the tiles lie.
#[derive(Debug, Clone, Default)]
pub struct Tiling {
    across: usize,
    cell: Vec2,
    lines: Vec<Line>,
    /// Where the head of each section lies; none when there are no sections.
    heads: Vec<Rect>,
    height: f32,
    /// What it was made for.
    of: Option<(usize, Room, usize)>,
}

/// The room that tiles have, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    /// The width of all of them.
    pub width: f32,
    /// About the width of a tile.
    pub tile: f32,
    /// The height of what stands under a tile's picture.
    pub caption: f32,
}

/// What lies in view.
pub enum Piece {
    /// The head of the section with this number.
    Head(usize, Rect),
    /// The tile at this place.
    Tile(usize, Rect),
}

impl Tiling {
    /// Lays `count` tiles out over `room`, with sections that begin at `starts`, if that was not done already for this
    /// `version` of the list.
    pub fn sync(&mut self, version: usize, room: Room, count: usize, starts: &[usize]) {
        let of = (version, room, count);
        if self.of == Some(of) {
            return;
        }
        self.of = Some(of);
        let Room { width, tile, caption } = room;
        // What is left over is shared, so that the tiles fill the width.
        self.across = ((width / (tile + GAP)).floor() as usize).max(1);
        self.cell = vec2(width / self.across as f32, (tile * 0.75 + caption + GAP).round());
        self.lines.clear();
        self.heads.clear();
        let mut bottom = 0.0;
        if starts.is_empty() {
            self.add_lines(0, count, &mut bottom);
        }
        // The last line takes more sections while it has room.
        let mut room = 0;
        for (number, &start) in starts.iter().enumerate() {
            let end = starts.get(number + 1).copied().unwrap_or(count);
            let count = end.saturating_sub(start);
            if count <= room
                && let Some(line) = self.lines.last_mut()
            {
                let left = line.count as f32 * self.cell.x;
                let corner = pos2(left, line.top - HEAD);
                self.heads.push(head(corner, self.cell.x, count));
                line.count += count;
                room -= count;
                continue;
            }
            let corner = pos2(0.0, bottom);
            bottom += HEAD;
            self.heads.push(head(corner, self.cell.x, count.min(self.across)));
            self.add_lines(start, end, &mut bottom);
            room = self.across.saturating_sub(count);
        }
        self.height = bottom + GAP;
    }

    fn add_lines(&mut self, start: usize, end: usize, bottom: &mut f32) {
        for start in (start..end).step_by(self.across) {
            self.lines.push(Line {
                start,
                count: self.across.min(end - start),
                top: *bottom,
            });
            *bottom += self.cell.y;
        }
    }

    /// The height of all of it.
    pub fn height(&self) -> f32 {
        self.height
    }

    /// The height of a line of tiles.
    pub fn line(&self) -> f32 {
        self.cell.y
    }

    fn line_of(&self, place: usize) -> usize {
        self.lines
            .partition_point(|line| line.start <= place)
            .saturating_sub(1)
    }

    /// Where the tile at `place` lies, its part of the gaps included.
    pub fn rect(&self, place: usize) -> Rect {
        let Some(line) = self.lines.get(self.line_of(place)) else {
            return Rect::NOTHING;
        };
        let column = place.saturating_sub(line.start) as f32;
        Rect::from_min_size(pos2(column * self.cell.x, line.top), self.cell)
    }

    /// The heads and tiles between `top` and `bottom`.
    pub fn in_view(&self, top: f32, bottom: f32) -> Vec<Piece> {
        let first = self.heads.partition_point(|head| head.bottom() < top);
        let heads = self.heads.iter().enumerate().skip(first);
        let mut pieces: Vec<Piece> = heads
            .take_while(|(_, head)| head.top() <= bottom)
            .map(|(number, head)| Piece::Head(number, *head))
            .collect();
        let first = self.lines.partition_point(|line| line.top + self.cell.y < top);
        let lines = self
            .lines
            .iter()
            .skip(first)
            .take_while(|line| line.top <= bottom);
        let places = lines.flat_map(|line| line.start..line.start + line.count);
        pieces.extend(places.map(|place| Piece::Tile(place, self.rect(place))));
        pieces
    }

    /// The section whose head has just gone out of view over the height `y`, if its tiles have not.
    pub fn section_at(&self, y: f32) -> Option<usize> {
        self.heads.partition_point(|head| head.top() < y).checked_sub(1)
    }

    /// The scroll offset that brings `place` into view, if it is not.
    pub fn reveal(&self, place: usize, (offset, height): (f32, f32)) -> Option<f32> {
        let rect = self.rect(place);
        // Under the head that stays in view, or with its own.
        let head = if self.heads.is_empty() { 0.0 } else { HEAD };
        if rect.top() - head < offset {
            Some((rect.top() - head).max(0.0))
        } else if rect.bottom() > offset + height {
            Some(rect.bottom() - height)
        } else {
            None
        }
    }

    /// Where a key leads from `place` among `count` tiles; a page is `page` lines.
    pub fn target(&self, key: Key, place: usize, count: usize, page: usize) -> Option<usize> {
        let last = count.checked_sub(1)?;
        let page = isize::try_from(page).unwrap_or(1);
        Some(match key {
            Key::ArrowRight => (place + 1).min(last),
            Key::ArrowLeft => place.saturating_sub(1),
            Key::ArrowDown => self.lines_away(place, 1),
            Key::ArrowUp => self.lines_away(place, -1),
            Key::PageDown => self.lines_away(place, page),
            Key::PageUp => self.lines_away(place, -page),
            Key::Home => 0,
            Key::End => last,
            _ => return None,
        })
    }

    /// The tile `lines` further down (or up) in the same column, or the last of a line that is shorter.
    fn lines_away(&self, place: usize, lines: isize) -> usize {
        let from = self.line_of(place);
        let Some(last) = self.lines.len().checked_sub(1) else {
            return place;
        };
        let to = from.saturating_add_signed(lines).min(last);
        if to == from {
            return place;
        }
        let (from, to) = (self.lines[from], self.lines[to]);
        to.start + place.saturating_sub(from.start).min(to.count.saturating_sub(1))
    }
}

/// The head over `count` tiles.
fn head(corner: egui::Pos2, cell: f32, count: usize) -> Rect {
    Rect::from_min_size(corner, vec2(cell * count as f32, HEAD))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Four tiles across.
    fn layout(count: usize, starts: &[usize]) -> Tiling {
        let mut layout = Tiling::default();
        let room = Room {
            width: 420.0,
            tile: 96.0,
            caption: 22.0,
        };
        layout.sync(1, room, count, starts);
        assert_eq!(layout.across, 4);
        layout
    }

    #[test]
    fn short_sections_share_a_line_and_long_ones_begin_one() {
        // 5, 1, 2 and 3 tiles.
        let layout = layout(11, &[0, 5, 6, 8]);
        let line = layout.line();
        assert_eq!(layout.rect(4).top(), HEAD + line);
        assert_eq!(layout.rect(5).min, pos2(0.0, 2.0 * HEAD + 2.0 * line));
        assert_eq!(layout.rect(6).min, pos2(105.0, 2.0 * HEAD + 2.0 * line));
        assert_eq!(layout.heads[2], head(pos2(105.0, HEAD + 2.0 * line), 105.0, 2));
        assert_eq!(layout.rect(8).min, pos2(0.0, 3.0 * HEAD + 3.0 * line));
        assert_eq!(layout.height(), 3.0 * HEAD + 4.0 * line + GAP);
    }

    #[test]
    fn every_tile_is_in_view_at_its_place_and_nowhere_else() {
        let layout = layout(1000, &[0, 5, 6, 300]);
        for place in [0, 4, 5, 6, 299, 300, 999] {
            let rect = layout.rect(place);
            let seen = layout.in_view(rect.top() + 1.0, rect.bottom() - 1.0);
            let places: Vec<usize> = seen
                .iter()
                .filter_map(|piece| match piece {
                    Piece::Tile(place, _) => Some(*place),
                    Piece::Head(..) => None,
                })
                .collect();
            assert!(
                places.contains(&place) && places.len() <= 12,
                "{place}: {places:?}"
            );
        }
    }

    #[test]
    fn arrows_keep_their_column_across_sections() {
        // Lines of 4, 1, 4 (two sections) and 2 tiles.
        let layout = layout(11, &[0, 5, 6, 9]);
        let go = |key, place| layout.target(key, place, 11, 2).unwrap();
        assert_eq!(go(Key::ArrowDown, 1), 4, "the last line of a section is shorter");
        assert_eq!(go(Key::ArrowDown, 4), 5);
        assert_eq!(go(Key::ArrowUp, 8), 4);
        assert_eq!(go(Key::ArrowDown, 8), 10);
        assert_eq!(go(Key::ArrowUp, 2), 2);
        assert_eq!(go(Key::ArrowDown, 10), 10);
        assert_eq!(go(Key::End, 0), 10);
        assert_eq!(go(Key::PageDown, 6), 10, "a page ends at the last line");
        assert_eq!(go(Key::PageUp, 1), 1);
    }

    #[test]
    fn keys_lead_where_one_looks() {
        let layout = layout(10, &[]);
        for (key, from, to) in [
            (Key::ArrowRight, 3, 4),
            (Key::ArrowRight, 9, 9),
            (Key::ArrowLeft, 0, 0),
            (Key::ArrowDown, 1, 5),
            (Key::ArrowDown, 7, 9),
            (Key::ArrowDown, 8, 8),
            (Key::ArrowUp, 2, 2),
            (Key::ArrowUp, 9, 5),
            (Key::Home, 7, 0),
            (Key::End, 2, 9),
            (Key::PageDown, 1, 9),
            (Key::PageUp, 9, 1),
        ] {
            assert_eq!(layout.target(key, from, 10, 2), Some(to), "{key:?} from {from}");
        }
        assert_eq!(layout.target(Key::ArrowDown, 0, 0, 2), None);
    }

    #[test]
    fn only_a_tile_out_of_view_is_brought_into_view() {
        let layout = layout(40, &[]);
        let line = layout.line();
        assert_eq!(layout.reveal(5, (line / 2.0, line * 2.0)), None);
        assert_eq!(layout.reveal(1, (line / 2.0, line * 2.0)), Some(0.0));
        assert_eq!(layout.reveal(12, (0.0, line * 2.0)), Some(line * 2.0));
    }

    #[test]
    fn without_sections_it_is_a_plain_grid() {
        let layout = layout(10, &[]);
        assert_eq!(layout.rect(5).min, pos2(105.0, layout.line()));
        assert_eq!(layout.section_at(10.0), None);
        assert_eq!(layout.target(Key::ArrowDown, 6, 10, 1), Some(9));
    }
}
