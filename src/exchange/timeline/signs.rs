//! The signs of a timeline: what each stage is drawn as, and how a bar fades where an end is not known.

use svg::node::element::{Circle, Definitions, Group, LinearGradient, Polygon, Stop, Text};

use super::Form;
use crate::analysis::lifeline::Stage;
use crate::analysis::timeline::layout::MARK;
use crate::exchange::chart::words;
use crate::exchange::page;

pub(super) fn weak(text: Text) -> Text {
    text.set("font-size", 11).set("fill", "#555555")
}

/// What a bar is filled with, by which of its ends are not known.
pub(super) fn fades(form: &Form) -> Definitions {
    let mut all = Definitions::new();
    for (name, left, right) in [("between", 0.25, 0.25), ("until", 0.0, 0.25), ("from", 0.25, 0.0)] {
        let stop = |offset: f64, opacity: f64| {
            Stop::new()
                .set("offset", offset)
                .set("stop-color", "#2a7f78")
                .set("stop-opacity", opacity)
        };
        all = all.add(
            LinearGradient::new()
                .set("id", format!("{name}{}", form.page))
                .add(stop(0.0, left))
                .add(stop(0.3, 0.7))
                .add(stop(0.7, 0.7))
                .add(stop(1.0, right)),
        );
    }
    all
}

/// The sign of a stage; hollow where its date is approximate or uncertain.
pub(super) fn sign(stage: Stage, x: f32, y: f32, is_hollow: bool) -> Group {
    let fill = match (is_hollow, stage) {
        (true, _) => "#ffffff",
        (false, Stage::Used) => "#111111",
        (false, Stage::Reported | Stage::Published) => "#666666",
        (false, _) => "#2a7f78",
    };
    let half = MARK / 2.0;
    let corners: &[(f32, f32)] = match stage {
        Stage::Made => &[(-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)],
        Stage::Used => &[(0.0, -1.1), (1.1, 0.0), (0.0, 1.1), (-1.1, 0.0)],
        Stage::Reported => &[(0.0, -1.0), (1.05, 0.9), (-1.05, 0.9)],
        Stage::Recovered => {
            let circle = Circle::new().set("cx", x).set("cy", y).set("r", half * 0.95);
            return Group::new().add(circle.set("fill", fill).set("stroke", "#333333"));
        }
        Stage::Documented => &[(-0.5, -1.05), (0.5, -1.05), (0.5, 1.05), (-0.5, 1.05)],
        Stage::Published => &[(-1.05, -0.9), (1.05, -0.9), (0.0, 1.0)],
    };
    let points: Vec<String> = corners
        .iter()
        .map(|(across, down)| format!("{},{}", x + across * half, y + down * half))
        .collect();
    let polygon = Polygon::new().set("points", points.join(" "));
    Group::new().add(polygon.set("fill", fill).set("stroke", "#333333"))
}

pub(super) fn legend(stages: &[Stage], y: f32, form: &Form) -> Group {
    let mut group = Group::new();
    let mut x = form.left + 6.0;
    for stage in stages {
        group = group.add(sign(*stage, x, y - 4.0, false)).add(weak(words(
            f64::from(x) + 10.0,
            y.into(),
            stage.text(),
        )));
        x += 28.0 + page::width(stage.text(), 11.0) as f32;
    }
    group
}
