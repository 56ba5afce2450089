//! The jobs of an open case: what is under way, with its progress and a way to stop it, and what it came to.

mod codes;
mod handover;
mod merging;
mod publish;
mod report;
mod rules;
mod team;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crossbeam_channel::{Receiver, bounded, unbounded};
use egui::{ColorImage, Ui};

use crate::case::{CaseError, CaseFile, Reader, VerifyVerdict};
use crate::exchange::team::TeamError;
use crate::intake::barcode;
use crate::intake::import::{Batch, ImportReport, ImportedFile, Plan, import};
use crate::intake::photo::pasted_photo;
use crate::intake::watch::watch;
use crate::job::Progress;
use crate::model::PhotoSet;
use crate::text::{t, tf};
use crate::ui::commands::UiCommand;
use crate::ui::link::CaseLink;
use crate::ui::theme::space;
use crate::ui::widgets::{JobEvent, JobRow, Toast, Toasts, gap, job_row};
use crate::ui::worker::Worker;

pub(super) use handover::{HandOver, Next, Signing};
pub(super) use merging::Wanted;
use report::Report;
pub(super) use team::{Named, TeamEnd, TeamWish, notable, told};

enum Outcome {
    Import(Result<ImportReport, CaseError>),
    Verify(Result<VerifyVerdict, CaseError>),
    Past(Result<Reader, CaseError>),
    Watch(Result<(), CaseError>),
    Codes(Result<barcode::Outcome, CaseError>),
    Publish(publish::Ended),
    /// What was taken in, or why it was refused.
    Rules(Result<String, String>),
    /// Of another copy of the case.
    Joined(merging::Joined),
    /// A report or a package.
    HandedOver(Box<handover::Ended>),
    /// Of a team's store; `is_quiet` if the dialog tells what is wrong.
    Team {
        end: Result<TeamEnd, TeamError>,
        is_quiet: bool,
    },
    /// The thread ended without a word.
    Lost,
}

struct Job {
    title: String,
    progress: Progress,
    outcome: Receiver<Outcome>,
    /// What became of files that a watched folder brought.
    rounds: Option<Receiver<ImportReport>>,
    thread: Option<std::thread::JoinHandle<()>>,
    can_pause: bool,
    /// It makes a report or a package.
    hands_over: bool,
    /// It is of a team's store; set when pictures have come from there.
    brings: Option<Arc<AtomicBool>>,
}

/// The jobs of an open case, and the reports of those that ended.
#[derive(Default)]
pub(super) struct Jobs {
    running: Vec<Job>,
    report: Option<Report>,
    asked: Vec<UiCommand>,
    toasts: Vec<Toast>,
    past: Option<Reader>,
    /// What is asked about another copy of the case.
    copy: Option<merging::Asked>,
    /// What a hand-over came to.
    told: Option<handover::Told>,
    /// Where it is told that a folder could not be opened.
    folder: Option<Receiver<String>>,
    /// What is wanted after a hand-over that came to nothing.
    next: Option<Next>,
    /// What came of what was wanted of a team's store.
    team_ends: Vec<Result<TeamEnd, String>>,
    /// Pictures have come that views may have looked for before.
    has_brought: bool,
}

impl Jobs {
    /// Starts an import of these files, folders and archives.
    pub(super) fn import(&mut self, paths: Vec<PathBuf>, person: &str, worker: &Worker, link: &CaseLink) {
        let plan = Plan::new(paths, person);
        self.carry_out(worker, link, move |reader| plan.for_case(reader));
    }

    /// Goes on with an import that was stopped or cut short.
    pub(super) fn resume(&mut self, set: PhotoSet, worker: &Worker, link: &CaseLink) {
        self.carry_out(worker, link, move |reader| Plan::resume(set, reader));
    }

    /// Watches a folder until it is told to stop.
    pub(super) fn watch(&mut self, folder: PathBuf, person: &str, worker: &Worker, link: &CaseLink) {
        let (store, file, person) = (worker.store_link(), worker.file().clone(), person.to_owned());
        let (send, rounds) = unbounded();
        let name = folder.file_name().unwrap_or(folder.as_os_str()).to_string_lossy();
        let title = tf("job-watch", &[("folder", name.into_owned().into())]);
        let ctx = link.ctx().clone();
        self.start(&title, link, move |progress| {
            let told = |report| {
                let _ = send.send(report);
                ctx.request_repaint();
            };
            let store = |batch, step| store.store(batch, step);
            Outcome::Watch(watch(&folder, &person, || file.reader(), progress, store, told))
        });
        if let Some(job) = self.running.last_mut() {
            job.rounds = Some(rounds);
            job.can_pause = true;
        }
    }

    fn carry_out(
        &mut self,
        worker: &Worker,
        link: &CaseLink,
        plan: impl FnOnce(&Reader) -> Result<Plan, CaseError> + Send + 'static,
    ) {
        let store = worker.store_link();
        let file = worker.file().clone();
        worker.doing(t("job-import"));
        self.start(t("job-import"), link, move |progress| {
            let plan = file.reader().and_then(|reader| plan(&reader));
            Outcome::Import(
                plan.and_then(|plan| import(plan, progress, |batch, step| store.store(batch, step))),
            )
        });
        if let Some(job) = self.running.last_mut() {
            job.can_pause = true;
        }
    }

    /// Takes a pasted picture in.
    pub(super) fn paste(&mut self, image: Arc<ColorImage>, worker: &Worker, link: &CaseLink) {
        let store = worker.store_link();
        self.start(t("job-import"), link, move |progress| {
            progress.set_total(1);
            let [width, height] = image.size;
            let rgba: Vec<u8> = image
                .pixels
                .iter()
                .flat_map(egui::Color32::to_srgba_unmultiplied)
                .collect();
            let now = jiff::Zoned::now();
            Outcome::Import(match pasted_photo(width, height, &rgba, &now) {
                Err(refused) => Ok(ImportReport {
                    refused: vec![ImportedFile {
                        file: refused.file,
                        photo: None,
                        note: Some(refused.note),
                    }],
                    ..ImportReport::default()
                }),
                Ok(photo) => store.store(Batch::of(*photo), None).map(|stored| ImportReport {
                    added: stored.added,
                    known: stored.known,
                    step: stored.step,
                    ..ImportReport::default()
                }),
            })
        });
    }

    /// Starts a verification.
    pub(super) fn verify(&mut self, link: &CaseLink, file: CaseFile) {
        self.start(t("job-verify"), link, move |progress| {
            let verdict = file.reader().and_then(|reader| {
                reader.verify(|done, total| {
                    progress.set_total(total);
                    progress.set_done(done);
                    !progress.is_cancelled()
                })
            });
            Outcome::Verify(verdict)
        });
    }

    /// Starts to build the case as it was.
    pub(super) fn build_past(&mut self, link: &CaseLink, file: CaseFile, moment: jiff::Timestamp) {
        self.start(t("job-past"), link, move |progress| {
            Outcome::Past(file.as_of(moment, progress))
        });
    }

    /// The past, once it is built.
    pub(super) fn take_past(&mut self) -> Option<Reader> {
        self.past.take()
    }

    fn start(
        &mut self,
        title: &str,
        link: &CaseLink,
        work: impl FnOnce(&Progress) -> Outcome + Send + 'static,
    ) {
        let progress = Progress::new();
        let (send, outcome) = bounded(1);
        let (shared, ctx) = (progress.clone(), link.ctx().clone());
        let thread = std::thread::spawn(move || {
            // A panic in a job ends that job with a message and nothing else.
            let result = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| work(&shared)));
            let _ = send.send(result.unwrap_or(Outcome::Lost));
            ctx.request_repaint();
        });
        self.running.push(Job {
            title: title.to_owned(),
            progress,
            outcome,
            rounds: None,
            thread: Some(thread),
            can_pause: false,
            hands_over: false,
            brings: None,
        });
    }

    /// Stops everything at the next safe point and waits for it.
    pub(super) fn stop_all(&mut self) {
        for job in &self.running {
            job.progress.cancel();
        }
        for job in &mut self.running {
            if let Some(thread) = job.thread.take() {
                let _ = thread.join();
            }
        }
    }

    pub(super) fn is_quiet(&self) -> bool {
        self.running.iter().all(|job| job.progress.is_waiting())
    }

    /// Keeps a command that only the window can carry out.
    pub(super) fn ask(&mut self, command: UiCommand) {
        self.asked.push(command);
    }

    /// Those commands.
    pub(super) fn asked(&mut self) -> Vec<UiCommand> {
        std::mem::take(&mut self.asked)
    }

    /// Keeps a toast for the next frame.
    pub(super) fn tell(&mut self, toast: Toast) {
        self.toasts.push(toast);
    }

    /// What is wanted after a hand-over that came to nothing.
    pub(super) fn take_next(&mut self) -> Option<Next> {
        self.next.take()
    }

    /// Whether something that has ended is told, or asked about, and has the keyboard.
    pub(super) fn asks(&self) -> bool {
        self.copy.is_some() || self.told.is_some()
    }

    /// Draws the panel of running jobs, what those that ended came to, and what is asked about another copy. Gives what
    /// is wanted of that.
    pub(super) fn show(&mut self, ui: &mut Ui, toasts: &mut Toasts) -> Option<Wanted> {
        for toast in self.toasts.drain(..) {
            toasts.push(toast);
        }
        self.take_outcomes(toasts);
        if !self.running.is_empty() {
            ui.ctx()
                .request_repaint_after(std::time::Duration::from_millis(100));
            egui::Panel::bottom("jobs").show(ui, |ui| {
                gap(ui, space::XS);
                for job in &self.running {
                    let row = JobRow {
                        title: &job.title,
                        done: job.progress.done(),
                        total: job.progress.total(),
                        bytes: None,
                        stopping: job.progress.is_cancelled(),
                        paused: job.can_pause.then(|| job.progress.is_paused()),
                        waiting: job.progress.is_waiting() && !job.progress.is_paused(),
                    };
                    match job_row(ui, &row) {
                        Some(JobEvent::Stop) => job.progress.cancel(),
                        Some(JobEvent::Pause(pause)) => job.progress.set_paused(pause),
                        None => {}
                    }
                }
                gap(ui, space::XS);
            });
        }
        self.show_report(ui);
        if let Some(next) = self.show_told(ui.ctx(), toasts) {
            self.next = Some(next);
        }
        self.show_copy(ui.ctx())
    }

    fn take_outcomes(&mut self, toasts: &mut Toasts) {
        for rounds in self.running.iter().filter_map(|job| job.rounds.as_ref()) {
            for report in rounds.try_iter() {
                toasts.push(Toast::done(in_short(&report)).with_undo());
            }
        }
        let mut outcomes = Vec::new();
        self.running.retain(|job| match job.outcome.try_recv() {
            Ok(outcome) => {
                outcomes.push(outcome);
                false
            }
            Err(crossbeam_channel::TryRecvError::Empty) => true,
            Err(crossbeam_channel::TryRecvError::Disconnected) => false,
        });
        for outcome in outcomes {
            match outcome {
                Outcome::Import(Ok(report)) => self.imported(&report, toasts),
                Outcome::Verify(Ok(verdict)) => self.verified(&verdict, toasts),
                Outcome::Past(Ok(past)) => self.past = Some(past),
                Outcome::Rules(Ok(said)) => {
                    toasts.push(Toast::done(said).with_undo());
                }
                Outcome::Rules(Err(reason)) => {
                    toasts.push(Toast::refused(t("shell-refused"), reason));
                }
                Outcome::HandedOver(ended) => self.handed_over(*ended),
                Outcome::Joined(joined) => self.joined(joined, toasts),
                Outcome::Team { end, is_quiet } => self.team_ended(end, is_quiet, toasts),
                Outcome::Publish(ended) => self.published(ended, toasts),
                Outcome::Codes(Ok(found)) => self.found_codes(&found, toasts),
                Outcome::Watch(Ok(())) | Outcome::Past(Err(CaseError::Cancelled)) => {}
                Outcome::Import(Err(error))
                | Outcome::Verify(Err(error))
                | Outcome::Past(Err(error))
                | Outcome::Codes(Err(error))
                | Outcome::Watch(Err(error)) => {
                    toasts.push(Toast::refused(t("shell-refused"), error.to_string()));
                }
                Outcome::Lost => {
                    toasts.push(Toast::refused(t("shell-refused"), t("shell-panic")));
                }
            }
        }
    }

    fn imported(&mut self, report: &ImportReport, toasts: &mut Toasts) {
        let said = in_short(report);
        if report.refused.is_empty() && report.known.is_empty() {
            toasts.push(Toast::done(said).with_undo());
            return;
        }
        let lines = [
            (t("job-report-refused"), &report.refused),
            (t("job-report-known"), &report.known),
        ]
        .into_iter()
        .flat_map(|(part, files)| {
            files.iter().map(move |file| {
                let reason = file.note.clone().unwrap_or_default();
                let line = tf(
                    "job-import-detail",
                    &[("file", file.file.as_str().into()), ("reason", reason.into())],
                );
                (part, line)
            })
        })
        .collect();
        self.report = Some(Report { title: said, lines });
    }

    fn verified(&mut self, verdict: &VerifyVerdict, toasts: &mut Toasts) {
        if verdict.is_sound() {
            toasts.push(Toast::done(tf(
                "job-verify-sound",
                &[
                    ("originals", verdict.originals.into()),
                    ("entries", verdict.entries.into()),
                ],
            )));
        } else if verdict.cancelled {
            toasts.push(Toast::note(t("job-verify-cancelled")));
        } else {
            self.report = Some(Report {
                title: tf("job-verify-problems", &[("count", verdict.problems.len().into())]),
                lines: verdict
                    .problems
                    .iter()
                    .map(|problem| (t("job-verify"), problem.message.clone()))
                    .collect(),
            });
        }
    }
}

/// What an import came to, as a line.
fn in_short(report: &ImportReport) -> String {
    let count = |files: &[_]| files.len();
    let mut said = vec![tf("job-import-done", &[("added", count(&report.added).into())])];
    if !report.known.is_empty() {
        said.push(tf("job-import-known", &[("known", count(&report.known).into())]));
    }
    if !report.refused.is_empty() {
        said.push(tf(
            "job-import-refused",
            &[("refused", count(&report.refused).into())],
        ));
    }
    if report.cancelled {
        said.push(t("job-import-cancelled").to_owned());
    }
    said.join(" · ")
}
