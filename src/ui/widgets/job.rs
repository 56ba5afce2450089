//! A row of the job panel: what is being done, how far it is, and a way to stop it.

use egui::accesskit::Role;
use egui::{CornerRadius, Rect, Sense, Ui, WidgetInfo, vec2};
use egui_material_icons::icons::{ICON_CLOSE, ICON_PAUSE, ICON_PLAY_ARROW};

use crate::text::{t, tf};
use crate::ui::theme::{Tokens, Type, space};

use super::{Action, Text};

/// What is shown of a job.
#[derive(Clone, Copy, Debug)]
pub struct JobRow<'a> {
    /// What is being done.
    pub title: &'a str,
    /// How many are done.
    pub done: u64,
    /// Of how many; 0 while that is not known.
    pub total: u64,
    /// Bytes done and to do, if they are counted.
    pub bytes: Option<(u64, u64)>,
    /// It was told to stop and finishes what is under way.
    pub stopping: bool,
    /// Whether it waits; `None` for a job that can't.
    pub paused: Option<bool>,
    /// There is nothing to do until something comes.
    pub waiting: bool,
}

/// What is asked of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobEvent {
    /// To stop.
    Stop,
    /// To wait, or to go on.
    Pause(bool),
}

/// Shows a job. Gives what is asked of it.
pub fn job_row(ui: &mut Ui, job: &JobRow<'_>) -> Option<JobEvent> {
    let tokens = Tokens::of(ui);
    let mut asked = None;
    super::bar(
        ui,
        |ui| {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add(Text::new(job.title).kind(Type::Strong));
                ui.add(Text::new(&progress(job)).kind(Type::Small).weak());
            });
        },
        |ui| {
            if !job.stopping {
                let name = tf("widget-job-cancel", &[("job", job.title.into())]);
                if ui.add(Action::icon(ICON_CLOSE, &name)).clicked() {
                    asked = Some(JobEvent::Stop);
                }
                if let Some(paused) = job.paused {
                    let (icon, key) = if paused {
                        (ICON_PLAY_ARROW, "widget-job-go-on")
                    } else {
                        (ICON_PAUSE, "widget-job-pause")
                    };
                    let name = tf(key, &[("job", job.title.into())]);
                    if ui.add(Action::icon(icon, &name)).clicked() {
                        asked = Some(JobEvent::Pause(!paused));
                    }
                }
            }
        },
    );
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), space::XS), Sense::hover());
    let part = fraction(job);
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ProgressIndicator, true, job.title);
        info.value = Some(f64::from(part) * 100.0);
        info
    });
    let corner = CornerRadius::same(2);
    let mut filled: Rect = rect;
    filled.set_width(rect.width() * part);
    ui.painter().rect_filled(rect, corner, tokens.pressed);
    ui.painter().rect_filled(filled, corner, tokens.accent_fill);
    ui.add_space(space::XS);
    asked
}

/// How far it is, 0 to 1: by bytes where they are counted, because files differ in size.
fn fraction(job: &JobRow<'_>) -> f32 {
    let (done, total) = match job.bytes {
        Some((done, total)) if total > 0 => (done, total),
        _ => (job.done, job.total),
    };
    if total == 0 || job.waiting {
        return 0.0;
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_precision_loss,
        reason = "a length on the screen"
    )]
    let part = (done as f64 / total as f64) as f32;
    part.clamp(0.0, 1.0)
}

fn progress(job: &JobRow<'_>) -> String {
    if job.stopping {
        return t("widget-job-cancelling").to_owned();
    }
    if job.waiting {
        return t("widget-job-waiting").to_owned();
    }
    let mut text = if job.total == 0 {
        job.done.to_string()
    } else {
        tf(
            "widget-job-count",
            &[("done", job.done.into()), ("total", job.total.into())],
        )
    };
    if let Some((done, total)) = job.bytes {
        text.push_str(" · ");
        text.push_str(&tf(
            "widget-job-bytes",
            &[("done", bytes(done).into()), ("total", bytes(total).into())],
        ));
    }
    text
}

/// A number of bytes for people, in decimal units (IEC 80000-13): `3.2 MB`.
#[must_use]
pub fn bytes(count: u64) -> String {
    const UNITS: [&str; 5] = ["B", "kB", "MB", "GB", "TB"];
    let mut unit = 0;
    let mut whole = count;
    let mut rest = 0;
    while whole >= 1000 && unit + 1 < UNITS.len() {
        rest = whole % 1000;
        whole /= 1000;
        unit += 1;
    }
    if unit == 0 || whole >= 100 {
        format!("{whole} {}", UNITS[unit])
    } else {
        format!("{whole}.{} {}", rest / 100, UNITS[unit])
    }
}

#[cfg(test)]
mod tests {
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::ui::widgets::testing::harness;

    const IMPORT: JobRow<'_> = JobRow {
        title: "Importing photos",
        done: 12,
        total: 40,
        bytes: Some((48_000_000, 160_000_000)),
        stopping: false,
        paused: None,
        waiting: false,
    };

    #[test]
    fn a_job_can_be_stopped_by_its_name() {
        let mut window = harness(false, |ui, stopped| *stopped |= job_row(ui, &IMPORT).is_some());
        assert!(window.query_by_label("12 of 40 · 48.0 MB of 160 MB").is_some());
        window.get_by_label("Cancel: Importing photos").click();
        window.run();
        assert!(*window.state());
    }

    #[test]
    fn the_bar_never_leaves_its_frame() {
        let job = |done, total| JobRow {
            done,
            total,
            bytes: None,
            ..IMPORT
        };
        assert!((fraction(&job(0, 0)) - 0.0).abs() < f32::EPSILON);
        assert!((fraction(&job(20, 40)) - 0.5).abs() < f32::EPSILON);
        assert!((fraction(&job(50, 40)) - 1.0).abs() < f32::EPSILON);
    }

    #[test]
    fn bytes_are_told_in_decimal_units() {
        assert_eq!(bytes(0), "0 B");
        assert_eq!(bytes(999), "999 B");
        assert_eq!(bytes(3_240_000), "3.2 MB");
        assert_eq!(bytes(160_000_000), "160 MB");
    }
}
