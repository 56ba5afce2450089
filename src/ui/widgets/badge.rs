//! The badge of a grade: its letter on a ground that fades as certainty does, so that the order is seen
//! without colour, and `X` crossed.

use egui::accesskit::Role;
use egui::{Align2, CornerRadius, Response, Sense, StrokeKind, Ui, WidgetInfo, vec2};

use crate::text::tf;
use crate::ui::theme::{GradeTone, Tokens, Type, radius, size};

/// The tone of a grade's letter. Whatever is not A to D is shown as impossible, never as sure.
#[must_use]
pub fn grade_tone(letter: char) -> GradeTone {
    match letter.to_ascii_uppercase() {
        'A' => GradeTone::A,
        'B' => GradeTone::B,
        'C' => GradeTone::C,
        'D' => GradeTone::D,
        _ => GradeTone::X,
    }
}

/// Shows a grade by its letter, A to D or X.
pub fn grade_badge(ui: &mut Ui, letter: char) -> Response {
    let tokens = Tokens::of(ui);
    let tone = grade_tone(letter);
    let (ground, ink) = tokens.grade(tone);
    let (rect, response) = ui.allocate_exact_size(vec2(size::CHIP, size::CHIP), Sense::hover());
    response.widget_info(|| {
        let name = tf("widget-grade", &[("grade", letter.to_string().into())]);
        WidgetInfo::labeled(Role::Label, true, name)
    });
    let line = egui::Stroke::new(tokens.line_width, ink.gamma_multiply(0.35));
    ui.painter().rect(
        rect,
        CornerRadius::same(radius::S),
        ground,
        line,
        StrokeKind::Inside,
    );
    ui.painter().text(
        rect.center(),
        Align2::CENTER_CENTER,
        letter,
        Type::Strong.font(tokens),
        ink,
    );
    if tone == GradeTone::X {
        let inner = rect.shrink(3.0);
        let stroke = egui::Stroke::new(tokens.line_width, ink);
        ui.painter()
            .line_segment([inner.left_bottom(), inner.right_top()], stroke);
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_grade_is_never_shown_as_a_sure_one() {
        assert_eq!(grade_tone('a'), GradeTone::A);
        for letter in ['E', '?', 'x', ' '] {
            assert_eq!(grade_tone(letter), GradeTone::X);
        }
    }
}
