//! `witnessmark alarms FILE`: marks that can't be what they say. As `verify` does, it ends with 1 when there is one.

use clap::ArgMatches;

use super::{CliError, open, output};
use crate::case::AlarmScope;
use crate::text::tf;

pub(super) fn run(args: &ArgMatches) -> Result<(), CliError> {
    let reader = open::reader(args)?;
    let alarms = reader.alarms(AlarmScope::Case, jiff::Zoned::now().date())?;
    if args.get_flag("json") {
        output::json(&alarms)?;
    } else {
        output::line(&tf("cli-alarms-count", &[("count", alarms.len().into())]))?;
    }
    for alarm in &alarms {
        let place = [&alarm.weapon_title, &alarm.component_title];
        let place: Vec<&str> = place
            .into_iter()
            .map(String::as_str)
            .filter(|title| !title.is_empty())
            .collect();
        output::complain(&format!(
            "{} [{}] {}",
            place.join(", "),
            alarm.marking,
            alarm.reason
        ));
    }
    if alarms.is_empty() {
        Ok(())
    } else {
        Err(CliError::Said)
    }
}
