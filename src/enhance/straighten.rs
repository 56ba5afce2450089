//! A mark that was photographed at an angle, seen straight from the front.

use image::{Rgba, RgbaImage};
use imageproc::geometric_transformations::{Border, Interpolation, Projection, warp_into};

use super::Pixels;

/// The part of `crop` between four corners (clockwise from the upper left, in pixels of the crop), as a rectangle.
/// `None` when the corners make no figure that can be one: crossed, or all on a line.
///
/// The rectangle is as wide and high as the longer of the two sides that face each other, so that no detail is lost.
#[must_use]
pub fn straightened(crop: &Pixels, corners: [[f32; 2]; 4]) -> Option<Pixels> {
    let [width, height] = size_of(corners)?;
    let to = [
        (0.0, 0.0),
        (width as f32, 0.0),
        (width as f32, height as f32),
        (0.0, height as f32),
    ];
    let from = corners.map(|[x, y]| (x, y));
    let projection = Projection::from_control_points(from, to)?;
    warped(crop, &projection, width, height)
}

/// Width and height in pixels of the rectangle between four corners; `None` when they make no convex figure.
#[must_use]
pub fn size_of(corners: [[f32; 2]; 4]) -> Option<[usize; 2]> {
    let side = |a: usize, b: usize| (corners[a][0] - corners[b][0]).hypot(corners[a][1] - corners[b][1]);
    // Going around, every turn is to the right (y grows downwards).
    let turns_right = (0..4).all(|at| {
        let [a, b, c] = [at, (at + 1) % 4, (at + 2) % 4].map(|at| corners[at]);
        (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]) > 0.5
    });
    let width = side(0, 1).max(side(3, 2)).round();
    let height = side(0, 3).max(side(1, 2)).round();
    let is_picture = turns_right && width >= 1.0 && height >= 1.0 && width * height < 1e8;
    is_picture.then_some([width as usize, height as usize])
}

/// The picture under a projection, so many pixels wide and high; what lies outside is black and clear.
pub(super) fn warped(crop: &Pixels, projection: &Projection, width: usize, height: usize) -> Option<Pixels> {
    let side = |side: usize| u32::try_from(side).ok();
    let from = RgbaImage::from_raw(side(crop.width)?, side(crop.height)?, crop.rgba.clone())?;
    let mut to = RgbaImage::new(side(width)?, side(height)?);
    warp_into(
        &from,
        *projection,
        Interpolation::Bilinear,
        Border::Constant(Rgba([0, 0, 0, 0])),
        &mut to,
    );
    Some(Pixels {
        width,
        height,
        rgba: to.into_raw(),
    })
}
