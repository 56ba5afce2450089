//! `witnessmark coverage FILE [WEAPON]`: what of a weapon, or of every weapon, nobody has looked at.

use clap::ArgMatches;

use super::{CliError, open, output};
use crate::case::Coverage;
use crate::model::Weapon;
use crate::model::id::WeaponId;
use crate::text::{t, tf};

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    let reader = open::reader(args)?;
    let weapons: Vec<WeaponId> = match args.get_one::<String>("weapon") {
        Some(weapon) => {
            let unknown = || CliError::Refused(tf("cli-no-weapon", &[("id", weapon.as_str().into())]));
            vec![weapon.parse().map_err(|_| unknown())?]
        }
        None => reader
            .all::<Weapon>()?
            .into_iter()
            .map(|weapon| weapon.id)
            .collect(),
    };
    let mut all: Vec<Coverage> = Vec::new();
    for weapon in weapons {
        let coverage = reader.coverage(weapon)?;
        let unknown = || CliError::Refused(tf("cli-no-weapon", &[("id", weapon.to_string().into())]));
        all.push(coverage.ok_or_else(unknown)?);
    }
    if args.get_flag("json") {
        return output::json(&all);
    }
    if all.is_empty() {
        return output::line(t("cli-coverage-none"));
    }
    for coverage in &all {
        output::line(&tf(
            "cli-coverage-weapon",
            &[
                ("title", coverage.title.as_str().into()),
                ("components", coverage.components.into()),
                ("marks", coverage.marks.into()),
                ("read", coverage.read.into()),
                ("twice", coverage.read_twice.into()),
                ("photos", coverage.photos.into()),
                ("opened", coverage.opened.into()),
            ],
        ))?;
        for gap in &coverage.gaps {
            output::line(&format!("  {}", gap.line()))?;
        }
        if coverage.gaps.is_empty() {
            output::line(&format!("  {}", t("form-coverage-nothing")))?;
        }
    }
    Ok(())
}
