//! A region as a person looked at it: cut out, straightened, shown by its view, and turned.

use imageproc::geometric_transformations::Projection;

use super::straighten::{straightened, warped};
use super::{Area, Pixels, shown};
use crate::model::{Region, View};

/// The region of an upright photo as it was looked at. Other photos of the mark are not laid on it.
#[must_use]
pub fn as_seen(photo: &Pixels, region: &Region) -> Pixels {
    let view = region.view.unwrap_or(View::PLAIN);
    let place = |corner: [i32; 2]| {
        let share = |at: i32, side: u32| at as f32 / View::WHOLE as f32 * side as f32;
        [
            region.x as f32 + share(corner[0], region.width),
            region.y as f32 + share(corner[1], region.height),
        ]
    };
    let straight = view
        .corners
        .and_then(|corners| straightened(photo, corners.map(place)));
    let crop = straight.unwrap_or_else(|| {
        let area = Area {
            x: region.x as usize,
            y: region.y as usize,
            width: region.width as usize,
            height: region.height as usize,
        };
        Pixels::part_of(&photo.rgba, photo.width, area)
    });
    let angle = region.angle.rem_euclid(360.0);
    // The light stands still while the picture is turned under it.
    let light = (view.light - angle.round() as i16).rem_euclid(360);
    turned(shown(&crop, &View { light, ..view }), angle as f32)
}

/// The picture turned clockwise, on a clear ground that holds all of it.
fn turned(picture: Pixels, degrees: f32) -> Pixels {
    if degrees == 0.0 || picture.is_empty() {
        return picture;
    }
    let (sin, cos) = degrees.to_radians().sin_cos();
    let (width, height) = (picture.width as f32, picture.height as f32);
    let across = (width * cos.abs() + height * sin.abs()).round().max(1.0);
    let down = (width * sin.abs() + height * cos.abs()).round().max(1.0);
    let turn = Projection::translate(across / 2.0, down / 2.0)
        * Projection::rotate(degrees.to_radians())
        * Projection::translate(-width / 2.0, -height / 2.0);
    warped(&picture, &turn, across as usize, down as usize).unwrap_or(picture)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ten by six, each pixel its own number.
    fn photo() -> Pixels {
        Pixels {
            width: 10,
            height: 6,
            rgba: (0..60_u8).flat_map(|n| [n, n, n, 255]).collect(),
        }
    }

    #[test]
    fn a_region_is_cut_out_and_turned() {
        let region = Region {
            x: 2,
            y: 1,
            width: 4,
            height: 2,
            ..Region::default()
        };
        let plain = as_seen(&photo(), &region);
        assert_eq!((plain.width, plain.height, plain.rgba[0]), (4, 2, 12));
        let quarter = as_seen(
            &photo(),
            &Region {
                angle: 90.0,
                ..region.clone()
            },
        );
        assert_eq!((quarter.width, quarter.height), (2, 4));
        let inverted = Region {
            view: Some(View {
                invert: true,
                ..View::PLAIN
            }),
            ..region
        };
        assert_eq!(as_seen(&photo(), &inverted).rgba[0], 255 - 12);
    }
}
