//! `witnessmark map FILE`: the strikes of a case on a map as a figure, or as GeoJSON.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use jiff::civil::Date;

use super::{CliError, open, output};
use crate::analysis::map::outliers::outliers;
use crate::basemap::BaseMap;
use crate::case::CalendarFilter;
use crate::exchange::map::{Figure, geojson, is_in, length, write};
use crate::model::when::Interval;
use crate::text::{t, tf};

/// Adds this command's options.
pub(super) fn options(command: Command) -> Command {
    let picture = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name)
            .long(name)
            .value_name(value)
            .help(t(help))
            .value_parser(value_parser!(PathBuf))
    };
    let option = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name).long(name).value_name(value).help(t(help))
    };
    command
        .arg(picture("svg", "OUT.svg", "cli-arg-map-svg"))
        .arg(picture("png", "OUT.png", "cli-arg-map-png"))
        .arg(option("size", "WxH", "cli-arg-map-size").default_value("1200x800"))
        .arg(option("from", "DATE", "cli-arg-map-from"))
        .arg(option("to", "DATE", "cli-arg-map-to"))
        .arg(option("tag", "TAG", "cli-arg-tag").action(ArgAction::Append))
        .arg(picture("tiles", "TILES", "cli-arg-map-tiles").action(ArgAction::Append))
        .arg(
            Arg::new("geojson")
                .long("geojson")
                .help(t("cli-arg-map-geojson"))
                .action(ArgAction::SetTrue),
        )
}

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    let window = window(args)?;
    let size = size(args)?;
    let reader = open::reader(args)?;
    let tags = args.get_many::<String>("tag").into_iter().flatten();
    let filter = CalendarFilter::tagged(tags.cloned().collect());
    let strikes = reader.map_strikes(&filter)?;
    let mut maps = Vec::new();
    for file in args.get_many::<PathBuf>("tiles").into_iter().flatten() {
        maps.push(BaseMap::open(file).map_err(|refused| CliError::Refused(refused.to_string()))?);
    }
    for name in ["svg", "png"] {
        let Some(out) = args.get_one::<PathBuf>(name) else {
            continue;
        };
        // The option says the kind, whatever the file is called.
        let mut figure = Figure::new(reader.info()?.title, strikes.clone(), window);
        figure.size = size;
        for map in &mut maps {
            lay(&mut figure, map)?;
        }
        write(&figure, out, name == "png").map_err(|error| CliError::Refused(error.to_string()))?;
    }
    let shown: Vec<_> = strikes
        .into_iter()
        .filter(|strike| is_in(strike, window))
        .collect();
    if args.get_flag("geojson") {
        return output::json(&geojson(&shown));
    }
    let rows: Vec<Vec<String>> = shown
        .iter()
        .map(|strike| {
            let place = match strike.mark {
                Some(mark) => format!("{:.5}, {:.5}", mark.at.0, mark.at.1),
                None => t("map-no-place").to_owned(),
            };
            let reach = strike.mark.and_then(|mark| mark.reach()).map(length);
            let days = strike.days.map(|days| days.to_string());
            vec![
                days.unwrap_or_default(),
                strike.name().to_owned(),
                place,
                reach.unwrap_or_default(),
            ]
        })
        .collect();
    output::table(&rows)?;
    for stray in outliers(reader.photos_of_placed_strikes()?) {
        output::line(&tf(
            "cli-map-stray",
            &[
                ("photo", stray.photo_name.as_str().into()),
                ("strike", stray.strike_title.as_str().into()),
                ("distance", length(stray.metres).into()),
                ("allowed", length(stray.allowed_m).into()),
            ],
        ))?;
    }
    Ok(())
}

/// Lays a base map below the strikes, and tells what of it is not there.
fn lay(figure: &mut Figure, map: &mut BaseMap) -> Result<(), CliError> {
    let name = map.facts().name.clone();
    let laid = figure
        .lay(map, 1.0)
        .map_err(|reason| CliError::Refused(format!("{}: {reason}", map.file().display())))?;
    let file = ("file", name.into());
    match laid {
        None => output::complain(&tf("cli-map-no-tiles", &[file])),
        Some(0) => {}
        Some(damaged) => output::complain(&tf("cli-map-tiles-damaged", &[file, ("count", damaged.into())])),
    }
    Ok(())
}

/// The days from `--from` to `--to`; either may be left out.
fn window(args: &ArgMatches) -> Result<Option<Interval>, CliError> {
    let day = |name: &str| -> Result<Option<Date>, CliError> {
        let Some(text) = args.get_one::<String>(name) else {
            return Ok(None);
        };
        let wrong = || CliError::Usage(tf("cli-map-day", &[("day", text.as_str().into())]));
        text.parse().map(Some).map_err(|_| wrong())
    };
    let (from, to) = (day("from")?, day("to")?);
    if from.is_none() && to.is_none() {
        return Ok(None);
    }
    Interval::new(from.unwrap_or(Date::MIN), to.unwrap_or(Date::MAX))
        .map(Some)
        .map_err(|error| CliError::Usage(error.to_string()))
}

fn size(args: &ArgMatches) -> Result<(f64, f64), CliError> {
    let text = args.get_one::<String>("size").map_or("", String::as_str);
    let wrong = || CliError::Usage(tf("cli-map-size", &[("size", text.into())]));
    let (width, height) = text.split_once('x').ok_or_else(wrong)?;
    let side = |side: &str| {
        side.parse::<u16>()
            .ok()
            .filter(|side| (240..=8000).contains(side))
            .map(f64::from)
    };
    side(width).zip(side(height)).ok_or_else(wrong)
}
