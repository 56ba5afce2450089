//! The job that makes copies for publication.

use super::{Jobs, Outcome, Report};
use crate::case::CaseError;
use crate::exchange::publication::{Outcome as Published, Plan, PublishError, publish};
use crate::text::{t, tf};
use crate::ui::link::CaseLink;
use crate::ui::widgets::{Toast, Toasts};
use crate::ui::worker::Worker;

/// What a publication came to: the copies with what is to be told of them, or why there are none.
pub(super) type Ended = Result<(Published, String), String>;

impl Jobs {
    /// Makes the copies, and keeps in the case what was withheld.
    pub(in crate::ui::app) fn publish(&mut self, plan: Plan, worker: &Worker, link: &CaseLink) {
        let (store, file) = (worker.store_link(), worker.file().clone());
        self.start(t("job-publish"), link, move |progress| {
            let folder = plan.folder.display().to_string();
            let published = file
                .reader()
                .map_err(PublishError::from)
                .and_then(|reader| publish(&reader, &plan, progress))
                .map_err(|error| error.to_string());
            Outcome::Publish(published.and_then(|outcome| {
                let kept = outcome
                    .change()
                    .map_or(Ok(()), |change| store.apply(vec![change]));
                kept.map_err(|error: CaseError| {
                    let facts = [
                        ("folder", folder.as_str().into()),
                        ("reason", error.to_string().into()),
                    ];
                    tf("cli-publish-not-recorded", &facts)
                })?;
                Ok((outcome, folder))
            }))
        });
        if let Some(job) = self.running.last_mut() {
            job.can_pause = true;
        }
    }

    /// Says what came of it.
    pub(super) fn published(&mut self, ended: Ended, toasts: &mut Toasts) {
        let (outcome, folder) = match ended {
            Ok(ended) => ended,
            Err(reason) => {
                toasts.push(Toast::refused(t("shell-refused"), reason));
                return;
            }
        };
        let publication = &outcome.publication;
        let mut said = if publication.copies.is_empty() {
            t("cli-publish-none").to_owned()
        } else {
            let facts = [
                ("count", publication.copies.len().into()),
                ("folder", folder.as_str().into()),
            ];
            tf("publication-done", &facts)
        };
        if outcome.cancelled {
            said = format!("{said} · {}", t("publication-stopped"));
        }
        let line = |file: &str, reason: &str| {
            let facts = [("file", file.into()), ("reason", reason.into())];
            tf("job-import-detail", &facts)
        };
        let refused = publication
            .refused
            .iter()
            .map(|note| (t("job-report-refused"), line(&note.file, &note.note)));
        let warned = publication.copies.iter().filter_map(|copy| {
            let warning = copy.warning.as_ref()?;
            Some((t("publication-warned"), line(&copy.file, warning)))
        });
        let tables = outcome.no_tables.iter().map(|reason| {
            let facts = [
                ("folder", folder.as_str().into()),
                ("reason", reason.as_str().into()),
            ];
            (t("job-report-refused"), tf("cli-publish-no-tables", &facts))
        });
        let lines: Vec<(&'static str, String)> = tables.chain(refused).chain(warned).collect();
        if lines.is_empty() {
            toasts.push(Toast::done(said));
        } else {
            self.report = Some(Report { title: said, lines });
        }
    }
}
