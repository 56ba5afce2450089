//! `witnessmark crop FILE REGION OUT.png`: a region as it was looked at, with what it was made from and how.

use std::fs::File;
use std::io::BufWriter;

use clap::ArgMatches;

use super::{CliError, open, output, path_of, text_of};
use crate::enhance::{Pixels, as_seen};
use crate::intake::decode::{Limits, decode};
use crate::model::id::{MarkingId, RegionId};
use crate::model::{Photo, Region};
use crate::text::tf;

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    let reader = open::reader(args)?;
    let wanted = text_of(args, "region")?;
    let region = match wanted.parse::<RegionId>() {
        Ok(id) => reader.get::<Region>(id)?,
        Err(_) => None,
    };
    // A marking's first region will do where somebody gives the marking.
    let region = match (region, wanted.parse::<MarkingId>()) {
        (None, Ok(marking)) => reader.regions_of_marking(marking)?.into_iter().next(),
        (region, _) => region,
    };
    let none = || CliError::Refused(tf("cli-crop-none", &[("region", wanted.into())]));
    let region = region.ok_or_else(none)?;
    let photo = reader.get::<Photo>(region.photo)?.ok_or_else(none)?;
    let bytes = reader.original(region.photo)?.ok_or_else(none)?;
    let picture = decode(&bytes, &Limits::default()).map_err(|error| CliError::Refused(error.to_string()))?;
    let seen = as_seen(
        &Pixels {
            width: picture.width as usize,
            height: picture.height as usize,
            rgba: picture.rgba,
        },
        &region,
    );
    let out = path_of(args, "out")?;
    write(
        &mut BufWriter::new(File::create_new(out)?),
        &seen,
        &region,
        &photo,
    )
    .map_err(|error| CliError::Refused(error.to_string()))?;
    output::line(&tf(
        "cli-crop-done",
        &[
            ("file", out.display().to_string().into()),
            ("photo", photo.file_name.as_str().into()),
        ],
    ))
}

/// Writes a PNG that says where it comes from: the original's SHA-256, and the region with its view as JSON.
fn write(
    to: &mut impl std::io::Write,
    seen: &Pixels,
    region: &Region,
    photo: &Photo,
) -> Result<(), png::EncodingError> {
    let side = |side: usize| u32::try_from(side).unwrap_or(u32::MAX);
    let mut encoder = png::Encoder::new(to, side(seen.width), side(seen.height));
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    let software = format!("Witnessmark {}", env!("CARGO_PKG_VERSION"));
    encoder.add_itxt_chunk("Software".to_owned(), software)?;
    encoder.add_itxt_chunk(
        "Source".to_owned(),
        format!("{} sha256:{}", photo.file_name, photo.sha256),
    )?;
    let region = serde_json::to_string(region).unwrap_or_default();
    encoder.add_itxt_chunk("Witnessmark region".to_owned(), region)?;
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&seen.rgba)?;
    writer.finish()
}
