//! Panes that move together: where they lie, and how a movement in one carries over to the others, whatever the
//! number of their pixels.

use egui::{Pos2, Rect, Vec2, vec2};

use super::super::super::lens::Lens;

/// Between two panes, in points.
const GAP: f32 = 2.0;

/// Two panes lie beside each other, three and four in two lines.
pub(super) fn areas(whole: Rect, count: usize) -> Vec<Rect> {
    let lines = if count > 2 { 2 } else { 1 };
    let size = vec2(
        (whole.width() - GAP) / 2.0,
        (whole.height() - GAP * (lines - 1) as f32) / lines as f32,
    );
    (0..count)
        .map(|place| {
            let at = vec2((place % 2) as f32, (place / 2) as f32) * (size + Vec2::splat(GAP));
            Rect::from_min_size(whole.min + at, size)
        })
        .collect()
}

/// A photo as it lies on the screen.
pub(super) struct Laid<'a> {
    pub lens: &'a mut Lens,
    pub area: Rect,
    pub pixels: [u32; 2],
}

/// Zooms them all by `factor` at `at`, which lies in the area `of`, and at the same spot of the other areas. None is
/// zoomed further than all can be, so that they stay at the same part.
pub(super) fn zoom(panes: &mut [Laid<'_>], factor: f32, at: Pos2, of: Rect, pixels_per_point: f32) {
    let room = panes
        .iter()
        .map(|pane| pane.lens.room(pane.area, pane.pixels, pixels_per_point))
        .fold(factor, f32::min);
    // Closer than that already: zooming out must stay possible.
    let factor = if factor > 1.0 { room.max(1.0) } else { factor };
    for pane in panes {
        let at = pane.area.min + (at - of.min);
        pane.lens
            .zoom(pane.area, pane.pixels, factor, at, pixels_per_point);
    }
}

/// Moves them all by the same part of their photos; `delta` is in points of a photo that is shown as large as `size`.
pub(super) fn pan(panes: &mut [Laid<'_>], delta: Vec2, size: Vec2) {
    for pane in panes {
        let own = pane.lens.rect(pane.area, pane.pixels).size();
        pane.lens.pan(pane.area, pane.pixels, delta / size * own);
    }
}

#[cfg(test)]
mod tests {
    use egui::pos2;

    use super::*;
    use crate::ui::pictures::unturned;

    const WHOLE: Rect = Rect::from_min_max(pos2(100.0, 40.0), pos2(1102.0, 742.0));

    #[test]
    fn panes_are_alike_and_do_not_overlap() {
        for count in 2..=4 {
            let areas = areas(WHOLE, count);
            assert_eq!(areas.len(), count);
            for (place, area) in areas.iter().enumerate() {
                assert!(WHOLE.expand(0.1).contains_rect(*area));
                assert_eq!(area.size(), areas[0].size());
                assert!(areas[..place].iter().all(|other| !other.intersects(*area)));
            }
        }
    }

    #[test]
    fn the_same_part_of_each_photo_is_in_the_middle_whatever_its_pixels() {
        let areas = areas(WHOLE, 2);
        let mut lenses = [Lens::default(), Lens::default()];
        let pixels = [[4000, 3000], [8000, 6000]];
        let [first, second] = &mut lenses;
        let mut panes = [
            Laid {
                lens: first,
                area: areas[0],
                pixels: pixels[0],
            },
            Laid {
                lens: second,
                area: areas[1],
                pixels: pixels[1],
            },
        ];
        zoom(&mut panes, 6.0, areas[0].min + vec2(120.0, 300.0), areas[0], 1.0);
        let size = panes[0].lens.rect(areas[0], pixels[0]).size();
        pan(&mut panes, vec2(-90.0, 70.0), size);
        zoom(&mut panes, 1000.0, areas[0].center(), areas[0], 1.0);
        let middle = |place: usize| {
            let lens = &lenses[place];
            unturned(
                lens.rect(areas[place], pixels[place]),
                areas[place].center(),
                lens.turns,
            )
        };
        assert!(
            (middle(0) - middle(1)).length() < 1e-3,
            "{:?} {:?}",
            middle(0),
            middle(1)
        );
        let width = |place: usize| lenses[place].rect(areas[place], pixels[place]).width();
        assert!((width(0) / width(1) - 1.0).abs() < 1e-3);
    }
}
