//! The job that takes a file of rules of reading in.

use std::path::PathBuf;

use jiff::civil::Date;

use super::{Jobs, Outcome};
use crate::intake::rules::rules_in;
use crate::model::Change;
use crate::text::{t, tf};
use crate::ui::link::CaseLink;
use crate::ui::worker::Worker;

impl Jobs {
    /// Takes a file of rules in, once its examples come out as they say.
    pub(in crate::ui::app) fn add_rules(
        &mut self,
        path: PathBuf,
        today: Date,
        worker: &Worker,
        link: &CaseLink,
    ) {
        let store = worker.store_link();
        self.start(t("job-rules"), link, move |_| {
            let added = rules_in(&path, today).and_then(|(rules, record)| {
                store
                    .apply(vec![Change::Create(record.into())])
                    .map_err(|error| error.to_string())?;
                Ok(tf(
                    "cli-rules-added",
                    &[
                        ("name", rules.name.as_str().into()),
                        ("count", rules.rules.len().into()),
                    ],
                ))
            });
            Outcome::Rules(added)
        });
    }
}
