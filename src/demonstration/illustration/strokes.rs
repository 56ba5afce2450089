//! A small font of strokes, as a punch or a pen would make them: letters, digits and a few signs on a grid of 4 by 6.

/// The strokes of a character: polylines on a grid 4 units wide and 6 high, the top at 0.
fn strokes(character: char) -> &'static str {
    match character {
        'A' => "0,6 2,0 4,6;0.7,4 3.3,4",
        'B' => "0,0 0,6 3,6 4,5 4,4 3,3 0,3;3,3 3.7,2 3.7,1 3,0 0,0",
        'C' => "4,1 3,0 1,0 0,1 0,5 1,6 3,6 4,5",
        'D' => "0,0 0,6 2.5,6 4,4.5 4,1.5 2.5,0 0,0",
        'E' => "4,0 0,0 0,6 4,6;0,3 3,3",
        'F' => "4,0 0,0 0,6;0,3 3,3",
        'G' => "4,1 3,0 1,0 0,1 0,5 1,6 3,6 4,5 4,3 2.3,3",
        'H' => "0,0 0,6;4,0 4,6;0,3 4,3",
        'I' => "2,0 2,6",
        'J' => "4,0 4,5 3,6 1,6 0,5",
        'K' => "0,0 0,6;4,0 0,3.4;1.2,2.6 4,6",
        'L' => "0,0 0,6 4,6",
        'M' => "0,6 0,0 2,3 4,0 4,6",
        'N' => "0,6 0,0 4,6 4,0",
        'O' => "1,0 3,0 4,1 4,5 3,6 1,6 0,5 0,1 1,0",
        'P' => "0,6 0,0 3,0 4,1 4,2.2 3,3.2 0,3.2",
        'Q' => "1,0 3,0 4,1 4,5 3,6 1,6 0,5 0,1 1,0;2.4,4.4 4,6.4",
        'R' => "0,6 0,0 3,0 4,1 4,2.2 3,3.2 0,3.2;2,3.2 4,6",
        'S' => "4,1 3,0 1,0 0,1 0,2 1,3 3,3 4,4 4,5 3,6 1,6 0,5",
        'T' => "0,0 4,0;2,0 2,6",
        'U' => "0,0 0,5 1,6 3,6 4,5 4,0",
        'V' => "0,0 2,6 4,0",
        'W' => "0,0 1,6 2,2 3,6 4,0",
        'X' => "0,0 4,6;4,0 0,6",
        'Y' => "0,0 2,3 4,0;2,3 2,6",
        'Z' => "0,0 4,0 0,6 4,6",
        '0' => "1,0 3,0 4,1 4,5 3,6 1,6 0,5 0,1 1,0;0.8,5 3.2,1",
        '1' => "0.8,1.2 2.2,0 2.2,6",
        '2' => "0,1 1,0 3,0 4,1 4,2.2 0,6 4,6",
        '3' => "0,0.8 0.9,0 3,0 4,0.9 4,2.1 3.1,3 1.6,3;3.1,3 4,3.9 4,5.1 3,6 0.9,6 0,5.2",
        '4' => "3,6 3,0 0,4.2 4,4.2",
        '5' => "4,0 0.6,0 0.3,2.8 1.2,2.3 3,2.3 4,3.3 4,5 3,6 1,6 0,5.2",
        '6' => "3.6,0.4 2.6,0 1.2,0.2 0.2,1.8 0,4.4 1,6 3,6 4,5 4,3.8 3,2.8 1,2.8 0,3.9",
        '7' => "0,0 4,0 1.6,6",
        '8' => "1,0 3,0 3.8,0.9 3.8,2 3,3 1,3 0.2,2 0.2,0.9 1,0;3,3 4,4 4,5.1 3,6 1,6 0,5.1 0,4 1,3",
        '9' => "0.4,5.6 1.4,6 2.8,5.8 3.8,4.2 4,1.6 3,0 1,0 0,1 0,2.2 1,3.2 3,3.2 4,2.1",
        '-' => "0.6,3 3.4,3",
        '·' => "2,3 2,3.05",
        '.' => "2,5.9 2,5.95",
        _ => "",
    }
}

/// A segment of a stroke: where it begins and ends.
#[derive(Clone, Copy)]
pub(super) struct Segment {
    from: (f32, f32),
    to: (f32, f32),
}

impl Segment {
    /// How far the point is from it.
    pub(super) fn distance(self, (x, y): (f32, f32)) -> f32 {
        let (ax, ay) = self.from;
        let (dx, dy) = (self.to.0 - ax, self.to.1 - ay);
        let (px, py) = (x - ax, y - ay);
        let along = ((px * dx + py * dy) / (dx * dx + dy * dy).max(1e-9)).clamp(0.0, 1.0);
        (px - along * dx).hypot(py - along * dy)
    }
}

/// A text as segments, `height` units high, centred on the point (0, 0).
pub(super) fn centred(text: &str, height: f32) -> Vec<Segment> {
    let unit = height / 6.0;
    let width = width(text, height);
    let mut segments = Vec::new();
    for (place, character) in text.chars().enumerate() {
        let left = place as f32 * 5.6 * unit - width / 2.0;
        for line in strokes(character).split(';').filter(|line| !line.is_empty()) {
            let points: Vec<(f32, f32)> = line
                .split(' ')
                .filter_map(|point| {
                    let (x, y) = point.split_once(',')?;
                    let (x, y): (f32, f32) = (x.parse().ok()?, y.parse().ok()?);
                    Some((left + x * unit, (y - 3.0) * unit))
                })
                .collect();
            segments.extend(points.windows(2).map(|pair| Segment {
                from: pair[0],
                to: pair[1],
            }));
        }
    }
    segments
}

/// How wide a text of that height is.
pub(super) fn width(text: &str, height: f32) -> f32 {
    let characters = text.chars().count() as f32;
    (characters * 5.6 - 1.6).max(0.0) * height / 6.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_letter_and_digit_has_strokes_within_its_cell() {
        for character in ('A'..='Z').chain('0'..='9') {
            let segments = centred(&character.to_string(), 6.0);
            assert!(!segments.is_empty(), "{character}");
            for segment in segments {
                for (x, y) in [segment.from, segment.to] {
                    assert!(
                        (-2.1..=2.1).contains(&x) && (-3.1..=3.5).contains(&y),
                        "{character} {x} {y}"
                    );
                }
            }
        }
    }
}
