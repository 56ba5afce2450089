//! `witnessmark network FILE`: which strikes and weapons the marks of a case link, as a picture and as a matrix.

use std::fs::File;
use std::io::BufWriter;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use serde_json::{Value, json};

use super::{CliError, open, output};
use crate::analysis::network::layout::Picture;
use crate::analysis::network::matrix::Matrix;
use crate::analysis::network::{Filter, Network, Reach, network};
use crate::exchange::network::{csv, on, svg};
use crate::exchange::picture::{SCALE, png};
use crate::text::t;

/// Adds this command's options.
pub(super) fn options(command: Command) -> Command {
    let file = |name: &'static str, value: &'static str, help: &'static str| {
        Arg::new(name)
            .long(name)
            .value_name(value)
            .help(t(help))
            .value_parser(value_parser!(PathBuf))
    };
    command
        .arg(file("svg", "OUT.svg", "cli-arg-network-svg"))
        .arg(file("png", "OUT.png", "cli-arg-network-png"))
        .arg(file("matrix", "OUT.csv", "cli-arg-network-matrix"))
        .arg(
            Arg::new("reach")
                .long("reach")
                .value_name("REACH")
                .help(t("cli-arg-network-reach"))
                .value_parser(PossibleValuesParser::new(["strikes", "weapons", "components"])),
        )
        .arg(
            Arg::new("certain")
                .long("certain")
                .help(t("cli-arg-network-certain"))
                .action(ArgAction::SetTrue),
        )
}

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    let filter = Filter {
        reach: args.get_one::<String>("reach").map(|word| match word.as_str() {
            "strikes" => Reach::Strikes,
            "components" => Reach::Components,
            _ => Reach::Weapons,
        }),
        certain_only: args.get_flag("certain"),
    };
    let reader = open::reader(args)?;
    let network = network(&reader.weapon_facts(jiff::Zoned::now().date())?, filter);
    let refused = |error: &dyn std::fmt::Display| CliError::Refused(error.to_string());
    if args.contains_id("svg") || args.contains_id("png") {
        let drawing = svg(&Picture::of(&network));
        if let Some(out) = args.get_one::<PathBuf>("png") {
            std::fs::write(out, png(&drawing, SCALE).map_err(|error| refused(&error))?)?;
        }
        if let Some(out) = args.get_one::<PathBuf>("svg") {
            std::fs::write(out, drawing)?;
        }
    }
    if let Some(out) = args.get_one::<PathBuf>("matrix") {
        let matrix = Matrix::of(&network);
        csv(&network, &matrix, BufWriter::new(File::create(out)?)).map_err(|error| refused(&error))?;
    }
    if args.get_flag("json") {
        return output::json(&told(&network));
    }
    let rows: Vec<Vec<String>> = network
        .links
        .iter()
        .map(|node| vec![node.label.clone(), on(&node.link), node.doubt.text().to_owned()])
        .collect();
    output::table(&rows)?;
    for node in &network.links {
        output::line(&node.link.statement)?;
    }
    for note in network.notes() {
        output::line(&note)?;
    }
    if !network.links.is_empty() {
        output::line(t("network-careful"))?;
    }
    Ok(())
}

/// The network with the ids of its records.
fn told(network: &Network) -> Value {
    let strikes = network
        .strikes
        .iter()
        .map(|strike| json!({ "id": strike.id, "title": strike.title, "days": strike.days }));
    let weapons = network.weapons.iter().map(|weapon| {
        let strike = weapon.strike.map(|strike| network.strikes[strike].id);
        json!({ "id": weapon.id, "title": weapon.title, "model": weapon.model, "belongs_to": strike })
    });
    let links = network.links.iter().enumerate().map(|(nth, node)| {
        let bears = network
            .bears
            .iter()
            .filter(|bears| bears.link == nth)
            .map(|bears| {
                json!({
                    "weapon": network.weapons[bears.weapon].id,
                    "marks": bears.marks,
                    "doubt": bears.doubt,
                })
            });
        json!({
            "kind": node.link.kind,
            "label": node.label,
            "strikes": node.link.strikes,
            "doubt": node.doubt,
            "statement": node.link.statement,
            "borne_by": bears.collect::<Vec<_>>(),
        })
    });
    json!({
        "reach": network.reach,
        "strikes": strikes.collect::<Vec<_>>(),
        "weapons": weapons.collect::<Vec<_>>(),
        "links": links.collect::<Vec<_>>(),
        "weapons_not_linked": network.unlinked,
    })
}
