//! What the benches of the window share.

#![allow(dead_code, reason = "each bench uses its part")]

use witnessmark::ui::app::App;

/// Milliseconds of CPU that this thread has used.
pub fn thread_cpu_ms() -> f64 {
    let used = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    used.tv_sec as f64 * 1e3 + used.tv_nsec as f64 / 1e6
}

/// How the grid is moved while frames are measured.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Move {
    /// Not at all.
    None,
    /// As by a wheel.
    Scroll,
    /// As by throwing it: more than a screen in each frame.
    Fling,
}

/// CPU milliseconds of frames.
pub struct Frames(pub Vec<f64>);

impl Frames {
    /// Prints what the frames cost.
    pub fn report(&mut self, what: &str) {
        self.0.sort_by(f64::total_cmp);
        let at = |part: f64| self.0[((self.0.len() - 1) as f64 * part) as usize];
        println!(
            "{what}: {} frames, CPU per frame p50 {:.2} ms, p99 {:.2} ms, max {:.2} ms",
            self.0.len(),
            at(0.5),
            at(0.99),
            at(1.0)
        );
    }
}

/// One frame as eframe runs it, without the painting itself.
pub fn frame(ctx: &egui::Context, app: &mut App, number: u64, moves: Move) -> f64 {
    let mut input = egui::RawInput {
        screen_rect: Some(egui::Rect::from_min_size(
            egui::Pos2::ZERO,
            egui::vec2(1920.0, 1080.0),
        )),
        time: Some(number as f64 / 60.0),
        ..egui::RawInput::default()
    };
    let middle = egui::pos2(800.0, 600.0);
    input.events.push(egui::Event::PointerMoved(middle));
    let points = match moves {
        Move::None => 0.0,
        Move::Scroll => 60.0,
        Move::Fling => 2000.0,
    };
    if points > 0.0 {
        let up = (number / 240) % 2 == 1;
        input.events.push(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, if up { points } else { -points }),
            source: egui::MouseWheelSource::Wheel,
            phase: egui::TouchPhase::Move,
            modifiers: egui::Modifiers::NONE,
        });
    }
    let before = thread_cpu_ms();
    let output = ctx.run_ui(input, |ui| app.show(ui));
    let shapes = ctx.tessellate(output.shapes, output.pixels_per_point);
    let cost = thread_cpu_ms() - before;
    assert!(!shapes.is_empty());
    cost
}
