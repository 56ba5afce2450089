//! What a person should know of an opening: what was healed, brought up to date, or is different here.

use std::path::PathBuf;

use rusqlite::{Connection, OptionalExtension};

use super::lock::Holder;
use super::{CaseError, Place};
use crate::text::{t, tf};

/// Something to tell about the opening of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The program had ended without closing the case. Everything committed is there; the holder says what long
    /// work was under way.
    AfterCrash(Option<Box<Holder>>),
    /// The file was of an older version and was brought up to date; the copy is as it was before.
    Migrated {
        /// The older version.
        from: i64,
        /// The copy's path.
        copy: PathBuf,
    },
    /// A change of the passphrase had not come to its end: the case is as it was before it.
    UnfinishedEncryption,
    /// The laptop's clock is behind the newest entry of the history, by this many seconds.
    ClockBehind(i64),
    /// The case lies in a folder on the network.
    NetworkFolder,
}

impl std::fmt::Display for Notice {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let text = match self {
            Self::AfterCrash(holder) => match holder.as_ref().filter(|holder| !holder.doing.is_empty()) {
                Some(holder) => tf(
                    "notice-after-crash-doing",
                    &[("doing", holder.doing.as_str().into())],
                ),
                None => t("notice-after-crash").to_owned(),
            },
            Self::Migrated { from, copy } => tf(
                "notice-migrated",
                &[
                    ("from", (*from).into()),
                    ("copy", copy.display().to_string().into()),
                ],
            ),
            Self::UnfinishedEncryption => t("notice-unfinished-encryption").to_owned(),
            Self::ClockBehind(seconds) => tf("notice-clock-behind", &[("span", span(*seconds).into())]),
            Self::NetworkFolder => t("notice-network-folder").to_owned(),
        };
        out.write_str(&text)
    }
}

fn span(seconds: i64) -> String {
    let (key, count) = match seconds {
        0..=7_199 => ("span-minutes", seconds / 60),
        7_200..=172_799 => ("span-hours", seconds / 3_600),
        _ => ("span-days", seconds / 86_400),
    };
    tf(key, &[("count", count.into())])
}

/// A clock may differ by this much, in seconds, before anyone is told.
const CLOCK_SLACK: i64 = 300;

pub(super) fn at_opening(
    conn: &Connection,
    place: Place,
    notices: &mut Vec<Notice>,
) -> Result<(), CaseError> {
    if place == Place::Network {
        notices.push(Notice::NetworkFolder);
    }
    let newest: Option<String> = conn
        .query_row("SELECT at FROM history ORDER BY seq DESC LIMIT 1", [], |row| {
            row.get(0)
        })
        .optional()?;
    if let Some(newest) = newest.and_then(|at| at.parse::<jiff::Timestamp>().ok()) {
        let behind = newest.as_second() - jiff::Timestamp::now().as_second();
        if behind > CLOCK_SLACK {
            notices.push(Notice::ClockBehind(behind));
        }
    }
    Ok(())
}
