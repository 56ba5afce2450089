//! The line at the foot: what the signs mean, and how much is shown.

use egui::accesskit::Role;
use egui::{Align2, CornerRadius, Rect, Ui, WidgetInfo, pos2, vec2};
use egui_material_icons::icons;

use super::entry::{self, Stand};
use super::paint;
use crate::analysis::calendar::Certainty;
use crate::case::Reports;
use crate::text::t;
use crate::ui::theme::{Tokens, Type, radius, space};

/// The height of the line.
pub const HEIGHT: f32 = 26.0;
const SAMPLE: f32 = 24.0;

/// Draws the signs of the month from the left, as many as there is room for, and `status` at the right.
pub fn month(ui: &Ui, area: Rect, reports: Reports, status: &str) {
    let tokens = Tokens::of(ui);
    let mut pen = Pen::new(ui, area, status);
    let known = Certainty::default();
    for (key, certainty) in [
        ("calendar-legend-observed", known),
        (
            match reports {
                Reports::All => "calendar-legend-report",
                _ => "calendar-legend-reported",
            },
            Certainty {
                reported_only: true,
                ..known
            },
        ),
        (
            "calendar-legend-about",
            Certainty {
                qualified: true,
                ..known
            },
        ),
        ("calendar-legend-vague", Certainty { vague: true, ..known }),
    ] {
        pen.sample(t(key), SAMPLE, |rect| {
            let ground = if certainty.reported_only {
                tokens.base
            } else {
                paint::observed(tokens, certainty.vague)
            };
            let stand = Stand::whole(rect.shrink2(vec2(0.0, 1.0)));
            entry::body(ui.painter(), tokens, certainty, stand, ground);
            if certainty.reported_only {
                let icon = icons::ICON_CAMPAIGN;
                paint::icon(ui.painter(), rect.center(), icon, 12.0, tokens.text_weak);
            }
        });
    }
    pen.sample(t("calendar-legend-finding"), 14.0, |rect| {
        let icon = icons::ICON_VERIFIED;
        paint::icon(ui.painter(), rect.center(), icon, 14.0, tokens.good.text);
    });
}

/// Draws the steps of the year's colours, and `status` at the right.
pub fn year(ui: &Ui, area: Rect, status: &str) {
    let tokens = Tokens::of(ui);
    let mut pen = Pen::new(ui, area, status);
    pen.sample(t("calendar-legend-strikes"), 0.0, |_| {});
    for (step, from) in paint::STEP_FROM.into_iter().enumerate() {
        let next = paint::STEP_FROM.get(step + 1).copied();
        let name = match (from, next) {
            (0, _) => t("calendar-legend-none").to_owned(),
            (from, None) => format!("{from}+"),
            (from, Some(next)) if next == from + 1 => from.to_string(),
            (from, Some(next)) => format!("{from}–{}", next - 1),
        };
        pen.sample(&name, 16.0, |rect| {
            let (ground, _) = paint::heat(tokens, step);
            let corner = CornerRadius::same(radius::S);
            let line = tokens.hairline();
            ui.painter()
                .rect(rect, corner, ground, line, egui::StrokeKind::Inside);
        });
    }
}

/// Draws one sample after the other, while there is room.
struct Pen<'a> {
    ui: &'a Ui,
    x: f32,
    y: f32,
    end: f32,
}

impl<'a> Pen<'a> {
    fn new(ui: &'a Ui, area: Rect, status: &str) -> Self {
        let tokens = Tokens::of(ui);
        let shown = ui.painter().text(
            area.right_center(),
            Align2::RIGHT_CENTER,
            status,
            Type::Small.font(tokens),
            tokens.text_weak,
        );
        let id = ui.make_persistent_id("calendar status");
        ui.interact(shown, id, egui::Sense::hover())
            .widget_info(|| WidgetInfo::labeled(Role::Label, true, status));
        Self {
            ui,
            x: area.left() + space::XS,
            y: area.center().y,
            end: shown.left() - space::L,
        }
    }

    fn sample(&mut self, name: &str, width: f32, draw: impl FnOnce(Rect)) {
        let tokens = Tokens::of(self.ui);
        let painter = self.ui.painter();
        let galley = painter.layout_no_wrap(name.to_owned(), Type::Small.font(tokens), tokens.text_weak);
        let gap = if width > 0.0 { 6.0 } else { 0.0 };
        let whole = width + gap + galley.size().x;
        if self.x + whole > self.end {
            self.x = self.end;
            return;
        }
        draw(Rect::from_min_size(pos2(self.x, self.y - 8.0), vec2(width, 16.0)));
        let at = pos2(self.x + width + gap, self.y - galley.size().y / 2.0);
        painter.galley(at, galley, tokens.text_weak);
        self.x += whole + space::M;
    }
}
