//! HEIC pixels, in the colours that the stream states. Phones leave the range of the samples out of the container
//! (they put an ICC profile there) and state it in the HEVC stream; the decoder's own shortcut takes such files for
//! limited range, which turns everything dark black and everything bright white. So its stages are run one by
//! one here, with the right description.

use heic_rs::color::convert;
use heic_rs::context::Context;
use heic_rs::grid::compose;
use heic_rs::hevc::{self, Frame};
use heic_rs::image::check_pixels;
use heic_rs::props::ItemProps;
use heic_rs::transform::{apply_all, transformed_size};
use heic_rs::{Error, Image, MatrixCoefficients, Nclx, PixelLayout, Range, Result};

use super::vui::{self, SignalType};

/// One thread: the import already works on as many photos as there are cores.
const THREADS: Option<usize> = Some(1);

/// The primary picture as RGBA, with the file's own crop, rotation and mirroring applied.
pub(super) fn decode(bytes: &[u8], most_pixels: u64) -> Result<Image> {
    let context = Context::open(bytes)?;
    let primary = context.meta.primary;
    let properties = context.props(primary)?;
    // What the container states is refused before anything is decoded, before and after a crop.
    let (width, height) = context.coded_size(primary, &properties)?;
    check_pixels(width, height, most_pixels)?;
    let (width, height) = transformed_size(width, height, &properties.transforms)?;
    check_pixels(width, height, most_pixels)?;

    let (frame, stated) = item(&context, primary, &properties, most_pixels)?;
    let alpha = match context.alpha_item(primary)? {
        Some(alpha) => Some(item(&context, alpha, &context.props(alpha)?, most_pixels)?.0),
        None => None,
    };
    let colours = properties
        .nclx
        .unwrap_or_else(|| described(stated.unwrap_or_default()));
    let image = convert(
        &frame,
        alpha.as_ref(),
        colours,
        PixelLayout::Rgba8,
        most_pixels,
        THREADS,
    )?;
    apply_all(image, &properties.transforms)
}

/// The ICC profile of the primary picture.
pub(super) fn profile(bytes: &[u8]) -> Option<Vec<u8>> {
    let context = Context::open(bytes).ok()?;
    let properties = context.props(context.meta.primary).ok()?;
    properties.icc.map(<[u8]>::to_vec)
}

/// The samples of an item, a grid's tiles put together, and what its stream says of its colours.
fn item(
    context: &Context<'_>,
    id: u32,
    properties: &ItemProps<'_>,
    most_pixels: u64,
) -> Result<(Frame, Option<SignalType>)> {
    let Some((grid, tiles)) = context.grid(id)? else {
        return coded(context, id, properties, most_pixels);
    };
    check_pixels(grid.output_width, grid.output_height, most_pixels)?;
    let mut frames = Vec::with_capacity(tiles.len());
    let mut stated = None;
    let mut rest = most_pixels.saturating_mul(2);
    for tile in tiles {
        let (frame, of_tile) = coded(context, tile, &context.props(tile)?, rest)?;
        // Tiles reach over the edge of the picture, but not further than another picture of the limit's size.
        rest = rest.saturating_sub(u64::from(frame.width) * u64::from(frame.height));
        stated = stated.or(of_tile);
        frames.push(frame);
    }
    Ok((compose(&grid, &frames, most_pixels)?, stated))
}

fn coded(
    context: &Context<'_>,
    id: u32,
    properties: &ItemProps<'_>,
    most_pixels: u64,
) -> Result<(Frame, Option<SignalType>)> {
    let configuration = properties.hvcc.as_ref().ok_or(Error::MissingBox("hvcC"))?;
    let sets = configuration.parameter_sets();
    if sets.is_empty() {
        return Err(Error::Malformed("hvcC carries no parameter sets"));
    }
    // The stream's size need not be the container's.
    let stream = hevc::probe(&sets)?;
    check_pixels(stream.width, stream.height, most_pixels)?;
    let data = context.item_data(id)?;
    let frame = hevc::decode_still(&sets, &configuration.split_nals(&data)?)?;
    frame.validate()?;
    Ok((frame, sets.iter().find_map(|set| vui::signal_type(set))))
}

/// A colour description from the stream's. A matrix that it leaves open is BT.601, as ISO/IEC 23000-22 §7.3.6.4
/// has it for pictures without a description.
fn described(stated: SignalType) -> Nclx {
    let code = match u16::from(stated.matrix) {
        2 => 6,
        code => code,
    };
    Nclx {
        matrix: MatrixCoefficients::from_code(code),
        matrix_code: code,
        range: if stated.full_range {
            Range::Full
        } else {
            Range::Limited
        },
        ..Nclx::default()
    }
}
