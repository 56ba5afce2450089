//! The left part of the dialog: what, in which form, with which options, and where to.

use std::path::PathBuf;

use egui::Ui;

use super::{By, Handover, Wish};
use crate::exchange::handover::Form;
use crate::exchange::package::Standing;
use crate::exchange::report::PageSize;
use crate::text::{self, Language, t, tf};
use crate::ui::app::path_field::{heading, path};
use crate::ui::theme::space;
use crate::ui::widgets::{FieldEvent, Text, gap, secret_field, segmented, weak_text};

impl Handover {
    /// Draws what can be chosen. Gives what is asked of the window.
    pub(super) fn chosen(&mut self, ui: &mut Ui, there: Option<Standing>) -> Option<Wish> {
        self.what(ui);
        gap(ui, space::M);
        heading(ui, t("handover-form"));
        let forms = Form::ALL.map(|form| (form, label(form)));
        let before = self.form;
        if segmented(ui, t("handover-form"), &mut self.form, &forms) && self.is_typed {
            self.place = renamed(&self.place, before, self.form);
        }
        gap(ui, space::M);
        let mut wish = None;
        if self.form.is_report() {
            self.report(ui);
        } else {
            wish = self.package(ui);
        }
        gap(ui, space::M);
        wish.or(self.place(ui, there))
    }

    fn what(&mut self, ui: &mut Ui) {
        heading(ui, t("handover-what"));
        if self.selected.is_empty() {
            ui.add(Text::new(t("handover-whole")));
            weak_text(ui, t("handover-select-hint"));
            return;
        }
        let selected = tf("handover-selected", &[("count", self.selected.len().into())]);
        let choices = [(false, t("handover-whole")), (true, selected.as_str())];
        segmented(ui, t("handover-what"), &mut self.is_selection, &choices);
    }

    fn report(&mut self, ui: &mut Ui) {
        heading(ui, t("handover-language"));
        let mut language = self.language.unwrap_or_else(text::language);
        let languages = Language::ALL.map(|language| (language, language.name()));
        if segmented(ui, t("handover-language"), &mut language, &languages) {
            self.language = Some(language);
        }
        if self.form == Form::ReportPdf {
            gap(ui, space::M);
            heading(ui, t("handover-size"));
            let sizes = [
                (PageSize::A4, t("handover-a4")),
                (PageSize::Letter, t("handover-letter")),
            ];
            segmented(ui, t("handover-size"), &mut self.size, &sizes);
        }
    }

    fn package(&mut self, ui: &mut Ui) -> Option<Wish> {
        if self.is_selection {
            ui.checkbox(&mut self.adds_history, t("handover-history"));
        } else {
            let mut is_in = !self.leaves_history;
            ui.checkbox(&mut is_in, t("handover-history"));
            self.leaves_history = !is_in;
        }
        gap(ui, space::M);
        heading(ui, t("handover-sign"));
        let keys = [
            (By::Device, t("handover-sign-device")),
            (By::File, t("handover-sign-file")),
            (By::Nobody, t("handover-sign-nobody")),
        ];
        segmented(ui, t("handover-sign"), &mut self.by, &keys);
        if self.by != By::File {
            return None;
        }
        gap(ui, space::S);
        let (_, is_asked) = path(
            ui,
            t("handover-key"),
            &mut self.key_file,
            t("handover-choose-key"),
        );
        gap(ui, space::XS);
        secret_field(ui, t("handover-passphrase"), &mut self.passphrase);
        is_asked.then_some(Wish::Key)
    }

    fn place(&mut self, ui: &mut Ui, there: Option<Standing>) -> Option<Wish> {
        let (event, is_asked) = path(
            ui,
            t("handover-place"),
            &mut self.place,
            t("handover-choose-place"),
        );
        if matches!(event, FieldEvent::Changed | FieldEvent::Committed) {
            self.is_typed = true;
            self.is_kept = false;
        }
        if there == Some(Standing::Unfinished) {
            weak_text(
                ui,
                t(match self.form {
                    Form::PackageZip => "handover-unfinished-zip",
                    _ => "handover-unfinished",
                }),
            );
        }
        is_asked.then(|| Wish::Place(self.form, PathBuf::from(self.place.trim())))
    }
}

/// A form by its name.
pub(super) fn label(form: Form) -> &'static str {
    t(match form {
        Form::ReportPdf => "handover-report-pdf",
        Form::ReportHtml => "handover-report-html",
        Form::PackageFolder => "handover-package-folder",
        Form::PackageZip => "handover-package-zip",
    })
}

/// The name that a person gave, with the ending of the new form in place of that of the old one.
fn renamed(place: &str, before: Form, now: Form) -> String {
    let place = place.trim();
    let bare = match before.ending() {
        "" => place,
        ending => place
            .strip_suffix(ending)
            .and_then(|place| place.strip_suffix('.'))
            .unwrap_or(place),
    };
    match now.ending() {
        "" => bare.to_owned(),
        ending => format!("{bare}.{ending}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_takes_the_ending_of_the_form_and_keeps_the_rest() {
        let renamed = |place, before, now| renamed(place, before, now);
        assert_eq!(renamed("/a/x.pdf", Form::ReportPdf, Form::PackageZip), "/a/x.zip");
        assert_eq!(renamed("/a/x.zip", Form::PackageZip, Form::PackageFolder), "/a/x");
        assert_eq!(
            renamed("/a/x", Form::PackageFolder, Form::ReportHtml),
            "/a/x.html"
        );
        assert_eq!(
            renamed("/a/x.v2", Form::ReportPdf, Form::ReportHtml),
            "/a/x.v2.html"
        );
    }
}
