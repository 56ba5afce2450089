//! `witnessmark where TEXT`: a position in all notations, without a case; with one, also told from its places.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command, value_parser};
use serde_json::{Map, Value, json};

use super::{CliError, open, output, text_of};
use crate::model::place::compass::Point;
use crate::model::place::sector::{self, Located};
use crate::model::place::{Form, Position, gazetteer, print, read};
use crate::text::{t, tf};

pub(super) fn command() -> Command {
    Command::new("where")
        .about(t("cli-where"))
        .arg(
            Arg::new("text")
                .value_name("TEXT")
                .help(t("cli-arg-where"))
                .allow_hyphen_values(true)
                .required(true),
        )
        .arg(
            Arg::new("file")
                .long("case")
                .value_name("FILE")
                .help(t("cli-arg-where-case"))
                .value_parser(value_parser!(PathBuf)),
        )
}

/// What was understood.
struct Found {
    place: Position,
    notation: Option<String>,
    located: Option<Located>,
}

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    let text = text_of(args, "text")?;
    let found = find(args, text)?;
    let point = (found.place.latitude, found.place.longitude);
    let near = gazetteer::shared().near(point);
    if args.get_flag("json") {
        let formats: Map<String, Value> = Form::ALL
            .iter()
            .map(|form| (form.word().to_owned(), json!(print(&found.place, *form))))
            .collect();
        let near: Vec<Value> = near
            .iter()
            .map(|(town, metres, bearing)| {
                json!({
                    "name": town.name, "region": town.region, "country": town.country,
                    "distance_m": metres.round(), "bearing": bearing.round(),
                })
            })
            .collect();
        let told_from = found.located.as_ref().map(|located| {
            json!({
                "name": located.from.name,
                "latitude": located.from.point.0, "longitude": located.from.point.1,
                "bearings": [located.sector.bearings.0, located.sector.bearings.1],
                "distance_m": [located.sector.distance.0, located.sector.distance.1],
                "distance_is_assumed": located.is_assumed,
            })
        });
        return output::json(&json!({
            "text": text,
            "notation": found.notation,
            "latitude": found.place.latitude,
            "longitude": found.place.longitude,
            "radius_m": found.place.radius_m,
            "told_from": told_from,
            "formats": formats,
            "near": near,
        }));
    }
    let unknown = || t("form-unknown").to_owned();
    let mut rows = vec![vec![
        t("cli-where-read").to_owned(),
        match (&found.notation, &found.located) {
            (Some(notation), _) => notation.clone(),
            (None, Some(located)) => told(located),
            (None, None) => unknown(),
        },
    ]];
    for form in Form::ALL {
        rows.push(vec![form.name().to_owned(), print(&found.place, form)]);
    }
    let radius = found.place.radius_m.map(|metres| format!("{metres} m"));
    rows.push(vec![t("form-radius").to_owned(), radius.unwrap_or_else(unknown)]);
    for (town, metres, bearing) in near {
        let facts = [
            ("distance", format!("{:.1}", metres / 1000.0).into()),
            ("direction", Point::nearest(bearing).name().into()),
            ("name", town.full_name().into()),
        ];
        rows.push(vec![t("cli-where-near").to_owned(), tf("place-near", &facts)]);
    }
    output::table(&rows)
}

/// Reads a position, or one that is told from a named place.
fn find(args: &ArgMatches, text: &str) -> Result<Found, CliError> {
    let error = match read(text) {
        Ok(written) => {
            return Ok(Found {
                place: Position {
                    latitude: written.latitude,
                    longitude: written.longitude,
                    radius_m: written.radius_m,
                },
                notation: Some(written.notation.name()),
                located: None,
            });
        }
        Err(error) => error,
    };
    let told = sector::told(text).ok_or_else(|| CliError::Refused(error.to_string()))?;
    let own = if args.contains_id("file") {
        open::reader(args)?.named_places(None)?
    } else {
        Vec::new()
    };
    let named = |name: &str| sector::known(name, Some(gazetteer::shared()), &own);
    let located = sector::locate(&told, &named).map_err(|error| CliError::Refused(error.to_string()))?;
    let (latitude, longitude, radius) = located.sector.circle();
    Ok(Found {
        place: Position {
            latitude,
            longitude,
            radius_m: Some(radius),
        },
        notation: None,
        located: Some(located),
    })
}

/// A sector in words.
fn told(located: &Located) -> String {
    let (near, far) = located.sector.distance;
    let (from, to) = located.sector.bearings;
    let key = if located.is_assumed {
        "cli-where-sector-assumed"
    } else {
        "cli-where-sector"
    };
    let facts = [
        ("from", located.from.name.as_str().into()),
        ("bearing", from.to_string().into()),
        ("to", to.to_string().into()),
        ("near", (near / 1000.0).to_string().into()),
        ("far", (far / 1000.0).to_string().into()),
    ];
    tf(key, &facts)
}
