//! The line at the foot: what the signs mean, and how many rows there are.

use egui::{Align2, Rect, Ui, pos2};

use super::pen;
use crate::analysis::lifeline::Stage;
use crate::text::{t, tf};
use crate::ui::theme::{Tokens, Type, space};

/// The height of the line.
pub const HEIGHT: f32 = 28.0;
/// The room of a bar.
const SAMPLE: f32 = 28.0;

/// Draws the signs of the stages that there are, and how an interval, a doubt and an open end are drawn. What has no room is
/// left out as a whole.
pub fn show(ui: &Ui, area: Rect, stages: &[Stage], rows: usize) {
    let tokens = Tokens::of(ui);
    let font = Type::Caption.font(tokens);
    let painter = ui.painter();
    painter.hline(area.x_range(), area.top(), tokens.hairline());
    let middle = area.center().y;
    let count = painter.text(
        pos2(area.right() - space::S, middle),
        Align2::RIGHT_CENTER,
        tf("timeline-rows", &[("count", rows.into())]),
        font.clone(),
        tokens.text_weak,
    );
    let mut x = area.left() + space::S;
    let mut entry = |width: f32, text: &str, draw: &dyn Fn(f32)| {
        let galley = painter.layout_no_wrap(text.to_owned(), font.clone(), tokens.text_weak);
        let words = x + width + space::XS;
        let end = words + galley.size().x;
        if end + space::M <= count.left() {
            draw(x);
            painter.galley(
                pos2(words, middle - galley.size().y / 2.0),
                galley,
                tokens.text_weak,
            );
            x = end + space::M;
        }
    };
    for stage in stages {
        entry(10.0, stage.text(), &|x| {
            let ink = pen::ink(tokens, *stage);
            pen::sign(painter, *stage, pos2(x + 5.0, middle), ink, false);
        });
    }
    for (key, opens) in [
        ("timeline-legend-interval", [false, false]),
        ("timeline-legend-open", [false, true]),
    ] {
        entry(SAMPLE, t(key), &|x| {
            pen::span(painter, opens, (x, x + SAMPLE), middle, tokens.text);
        });
    }
    entry(10.0, t("timeline-legend-doubtful"), &|x| {
        pen::sign(
            painter,
            Stage::Recovered,
            pos2(x + 5.0, middle),
            tokens.text,
            true,
        );
    });
}
