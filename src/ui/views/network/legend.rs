//! The line at the foot: what the lines mean, and how much there is.

use egui::{Align2, Rect, Stroke, Ui, pos2, vec2};

use super::{Shown, pen};
use crate::text::{t, tf};
use crate::ui::theme::{Tokens, Type, space};

/// The height of the line.
pub const HEIGHT: f32 = 28.0;
/// The room of a sample.
const SAMPLE: f32 = 28.0;

/// Draws it. What has no room is left out as a whole.
pub(super) fn show(ui: &Ui, area: Rect, shown: &Shown, is_picture: bool) {
    let tokens = Tokens::of(ui);
    let font = Type::Caption.font(tokens);
    let painter = ui.painter();
    painter.hline(area.x_range(), area.top(), tokens.hairline());
    let middle = area.center().y;
    let network = &shown.network;
    let count = tf(
        "network-count",
        &[
            ("strikes", network.strikes.len().into()),
            ("weapons", network.weapons.len().into()),
            ("links", network.links.len().into()),
        ],
    );
    let count = painter.text(
        pos2(area.right() - space::S, middle),
        Align2::RIGHT_CENTER,
        count,
        font.clone(),
        tokens.text_weak,
    );
    let mut x = area.left() + space::S;
    let mut entry = |text: &str, draw: &dyn Fn(f32)| {
        let galley = painter.layout_no_wrap(text.to_owned(), font.clone(), tokens.text_weak);
        let words = x + SAMPLE + space::XS;
        let end = words + galley.size().x;
        if end + space::M <= count.left() {
            draw(x);
            let at = pos2(words, middle - galley.size().y / 2.0);
            painter.galley(at, galley, tokens.text_weak);
            x = end + space::M;
        }
    };
    let line = Stroke::new(tokens.line_width, tokens.line_control);
    if !is_picture {
        let cell = |x: f32| Rect::from_center_size(pos2(x + SAMPLE / 2.0, middle), vec2(SAMPLE - 4.0, 16.0));
        entry(t("network-legend-cell"), &|x| {
            painter.rect_filled(cell(x), 2.0, tokens.selection);
            painter.text(
                cell(x).center(),
                Align2::CENTER_CENTER,
                crate::text::number(2),
                font.clone(),
                tokens.text_strong,
            );
        });
        entry(t("network-legend-doubtful"), &|x| {
            pen::frame(
                painter,
                cell(x),
                2.0,
                Stroke::new(tokens.line_width, tokens.warn.text),
                true,
            );
        });
    } else {
        entry(t("network-legend-edge"), &|x| {
            painter.hline(x..=x + SAMPLE, middle, line);
        });
        entry(t("network-legend-doubtful"), &|x| {
            let ends = [pos2(x, middle), pos2(x + SAMPLE, middle)];
            painter.extend(egui::Shape::dashed_line(&ends, line, 5.0, 4.0));
        });
    }
}
