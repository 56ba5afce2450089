//! Vocabularies as files: written as CSV, and taken in after a dry run that shows what every row would become.

use std::path::{Path, PathBuf};

use egui::Ui;
use egui_material_icons::icons;

use crate::exchange::sheet::{Problem, read_file};
use crate::exchange::vocabulary::{Plan, TermState, plan, write};
use crate::model::Vocabulary;
use crate::text::{t, tf};
use crate::ui::desk::{Desk, TermsFile};
use crate::ui::link::Answer;
use crate::ui::theme::{Status, Tokens, Type, space};
use crate::ui::views::saving::Saving;
use crate::ui::widgets::{Action, Align, Column, Table, Text, gap, hairline, message, weak_text};

/// What a file would make of the vocabularies; or why it can't be read.
type Planned = Result<Plan, String>;

/// A file that is written or being taken in.
#[derive(Default)]
pub(super) struct Files {
    reading: Option<(PathBuf, Answer<Planned>)>,
    read: Option<(PathBuf, Planned)>,
    saving: Saving,
}

impl Files {
    /// Whether a table waits to be taken in.
    pub(super) fn is_open(&self) -> bool {
        self.read.is_some()
    }

    /// Begins what was asked for, off the frame, and tells what is done.
    pub(super) fn heed(&mut self, desk: &mut Desk) {
        match desk.terms_file.take() {
            Some(TermsFile::In(file)) => self.read(desk, file),
            Some(TermsFile::Out(file)) => self.write(desk, file),
            None => {}
        }
        if let Some((file, answer)) = self.reading.take() {
            match answer.take() {
                Ok(planned) => {
                    let planned = planned.map_err(|error| error.to_string()).flatten();
                    self.read = Some((file, planned));
                }
                Err(answer) => self.reading = Some((file, answer)),
            }
        }
        self.saving.tell(desk, "vocabulary-written", "analysis-not-saved");
    }

    fn read(&mut self, desk: &Desk, file: PathBuf) {
        let from = file.clone();
        let answer = desk.link.ask(move |reader| {
            Ok(match read_file(&from, None) {
                Ok(table) => plan(&table, reader).map_err(|error| error.to_string()),
                Err(error) => Err(error.to_string()),
            })
        });
        self.reading = Some((file, answer));
    }

    fn write(&mut self, desk: &Desk, file: PathBuf) {
        self.saving.begin(desk, file, |reader, to| {
            let words = reader.vocabularies()?;
            let written = write(&words, &Vocabulary::ALL).map_err(|error| error.to_string());
            Ok(written.and_then(|bytes| std::fs::write(to, bytes).map_err(|error| error.to_string())))
        });
    }

    /// Draws what the table would become. Nothing is written until somebody takes it in.
    pub(super) fn show(&mut self, ui: &mut Ui, desk: &mut Desk) {
        let Some((file, planned)) = &self.read else { return };
        let mut is_over = false;
        gap(ui, space::S);
        ui.horizontal(|ui| {
            ui.add_space(space::S);
            let name = file.file_name().unwrap_or(Path::new("").as_os_str());
            let title = tf(
                "vocabulary-file",
                &[("file", name.to_string_lossy().into_owned().into())],
            );
            ui.add(Text::new(&title).kind(Type::Title).truncate());
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.add_space(space::S);
                let count = planned.as_ref().map_or(0, |plan| plan.changes().len());
                let name = tf("vocabulary-take", &[("count", count.into())]);
                let nothing = (count == 0).then(|| t("vocabulary-take-nothing"));
                let take = Action::primary(&name)
                    .with_icon(icons::ICON_CHECK)
                    .unless(nothing);
                if ui.add(take).clicked()
                    && let Ok(plan) = planned
                {
                    desk.apply_all(plan.changes());
                    is_over = true;
                }
                is_over |= ui.add(Action::secondary(t("shell-path-cancel"))).clicked();
            });
        });
        gap(ui, space::S);
        hairline(ui);
        match planned {
            Ok(plan) => table(ui, plan),
            Err(reason) => {
                gap(ui, space::M);
                let bad: Status = Tokens::of(ui).bad;
                message(ui, icons::ICON_ERROR, bad, reason);
            }
        }
        if is_over || ui.input(|input| input.key_pressed(egui::Key::Escape)) {
            self.read = None;
        }
    }
}

/// Every row with what becomes of it and what is wrong with it.
fn table(ui: &mut Ui, plan: &Plan) {
    ui.horizontal(|ui| {
        ui.add_space(space::S);
        weak_text(ui, &plan.summary());
    });
    if !plan.left_out.is_empty() {
        ui.horizontal(|ui| {
            ui.add_space(space::S);
            let columns = [("columns", plan.left_out.join(", ").into())];
            weak_text(ui, &tf("sheet-left-out", &columns));
        });
    }
    // A table without its columns has problems and no rows.
    let count = plan.rows.len().max(plan.problems.len());
    let column = |title: &'static str, width| Column {
        title: t(title),
        width,
        align: Align::Left,
        sorts: false,
    };
    let columns = [
        column("sheet-row", 64.0),
        column("vocabulary-column", 160.0),
        column("vocabulary-name", 180.0),
        column("vocabulary-becomes", 110.0),
        column("sheet-problem", 0.0),
    ];
    let told = |number: usize| -> Option<&Problem> {
        let all = plan.problems.iter().chain(&plan.remarks);
        all.into_iter().find(|problem| problem.row == number)
    };
    Table::new(t("sheet-problems"), &columns).show(
        ui,
        count,
        |row| {
            plan.rows
                .get(row)
                .map_or_else(String::new, |row| row.term.clone())
        },
        |ui, row, column| {
            let planned = plan.rows.get(row);
            let number = planned.map_or_else(|| plan.problems[row].row, |row| row.number);
            let words = match (column, planned) {
                (0, _) => number.to_string(),
                (1, Some(row)) => row.vocabulary.map(super::name_of).unwrap_or_default().to_owned(),
                (2, Some(row)) => row.term.clone(),
                (3, Some(row)) => state(row.state).to_owned(),
                (4, Some(_)) => told(number).map(said).unwrap_or_default(),
                (4, None) => said(&plan.problems[row]),
                _ => String::new(),
            };
            let tokens = Tokens::of(ui);
            let ink = match planned.map_or(TermState::Wrong, |row| row.state) {
                TermState::Wrong => tokens.bad.text,
                TermState::Same => tokens.text_weak,
                TermState::New | TermState::Changed => tokens.text,
            };
            ui.add(Text::new(&words).color(ink).truncate())
                .on_hover_text(&words);
        },
    );
}

fn said(problem: &Problem) -> String {
    format!("{} {}", problem.what, problem.mend)
}

fn state(state: TermState) -> &'static str {
    t(match state {
        TermState::New => "vocabulary-state-new",
        TermState::Changed => "vocabulary-state-changed",
        TermState::Same => "vocabulary-state-same",
        TermState::Wrong => "vocabulary-state-wrong",
    })
}
