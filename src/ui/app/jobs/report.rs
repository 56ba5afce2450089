//! What a job came to, when that is more than a sentence: shown until it is closed.

use egui::Ui;

use super::Jobs;
use crate::text::t;
use crate::ui::theme::{Type, space};
use crate::ui::widgets::{Action, Text, gap, weak_text};

/// So many lines are shown in full; of more each has one row.
const IN_FULL: usize = 100;

/// A title and lines, each with what it belongs to.
pub(super) struct Report {
    pub(super) title: String,
    pub(super) lines: Vec<(&'static str, String)>,
}

impl Jobs {
    /// Shows a title and lines until they are closed.
    pub(in crate::ui::app) fn report(&mut self, title: String, lines: Vec<String>) {
        let lines = lines.into_iter().map(|line| ("", line)).collect();
        self.report = Some(Report { title, lines });
    }

    pub(super) fn show_report(&mut self, ui: &mut Ui) {
        let Some(report) = &self.report else { return };
        let mut closed = false;
        let modal = egui::Modal::new(egui::Id::unique("job report")).show(ui.ctx(), |ui| {
            ui.set_width(640.0);
            ui.add(Text::new(&report.title).kind(Type::Strong));
            gap(ui, space::M);
            let area = egui::ScrollArea::vertical()
                .max_height(360.0)
                .auto_shrink([false, true]);
            if report.lines.len() <= IN_FULL {
                area.show(ui, |ui| {
                    for (part, line) in &report.lines {
                        if !part.is_empty() {
                            weak_text(ui, part);
                        }
                        ui.add(Text::new(line));
                        gap(ui, space::XS);
                    }
                });
            } else {
                area.show_rows(ui, 20.0, report.lines.len(), |ui, rows| {
                    for (part, line) in &report.lines[rows] {
                        ui.horizontal(|ui| {
                            weak_text(ui, part);
                            ui.add(Text::new(line).truncate());
                        });
                    }
                });
            }
            gap(ui, space::M);
            closed = ui.add(Action::primary(t("job-report-close"))).clicked();
        });
        if closed || modal.should_close() {
            self.report = None;
        }
    }
}
