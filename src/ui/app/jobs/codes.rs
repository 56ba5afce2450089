//! The job that looks for bar codes on photos.

use super::{Jobs, Outcome, Report};
use crate::intake::barcode::{Outcome as Found, every_photo, find_on};
use crate::model::id::PhotoId;
use crate::text::{t, tf};
use crate::ui::link::CaseLink;
use crate::ui::widgets::{Toast, Toasts};
use crate::ui::worker::Worker;

impl Jobs {
    /// Looks for codes on these photos; on all of the case if there are none.
    pub(in crate::ui::app) fn find_codes(&mut self, photos: Vec<PhotoId>, worker: &Worker, link: &CaseLink) {
        let (store, file) = (worker.store_link(), worker.file().clone());
        self.start(t("job-codes"), link, move |progress| {
            let found = file.reader().and_then(|reader| {
                let photos = if photos.is_empty() {
                    every_photo(&reader)?
                } else {
                    photos
                };
                find_on(&photos, &reader, progress, |changes| store.apply(changes))
            });
            Outcome::Codes(found)
        });
    }

    /// Says what was found.
    pub(super) fn found_codes(&mut self, found: &Found, toasts: &mut Toasts) {
        let said = tf(
            "job-codes-done",
            &[
                ("found", found.found.len().into()),
                ("photos", found.photos.into()),
                ("known", found.known.into()),
            ],
        );
        if found.found.is_empty() && found.refused.is_empty() {
            toasts.push(Toast::done(said));
            return;
        }
        let line = |file: &str, words: &str| {
            tf(
                "job-import-detail",
                &[("file", file.into()), ("reason", words.into())],
            )
        };
        let codes = found.found.iter().map(|(file, sort, text)| {
            let shown = text.replace(char::is_control, "␟");
            (t("job-codes-found"), line(file, &format!("{sort} {shown}")))
        });
        let refused = found
            .refused
            .iter()
            .map(|(file, reason)| (t("job-report-refused"), line(file, reason)));
        self.report = Some(Report {
            lines: codes.chain(refused).collect(),
            title: said,
        });
    }
}
