//! The tokens as egui wants them: a whole `Style`, with nothing of egui's own look left.

use egui::style::{
    HandleShape, KineticScrollStyle, ScrollStyle, Selection, Spacing, TextCursorStyle, WidgetVisuals, Widgets,
};
use egui::{Color32, CornerRadius, Margin, Shadow, Stroke, Style, Visuals, vec2};

use super::{Tokens, Type, radius, size, space};

/// The egui style that shows `tokens`.
pub(super) fn of(tokens: &Tokens) -> Style {
    Style {
        text_styles: Type::ALL
            .into_iter()
            .map(|kind| (kind.style(), kind.font(tokens)))
            .chain([(egui::TextStyle::Button, Type::Body.font(tokens))])
            .collect(),
        spacing: spacing(),
        visuals: visuals(tokens),
        animation_time: 0.08,
        interaction: egui::style::Interaction {
            tooltip_delay: 0.35,
            ..Default::default()
        },
        scroll_animation: egui::style::ScrollAnimation::none(),
        ..Style::default()
    }
}

fn spacing() -> Spacing {
    Spacing {
        item_spacing: vec2(space::S, space::XS),
        window_margin: Margin::same(16),
        menu_margin: Margin::same(4),
        button_padding: vec2(space::M, space::XS),
        indent: space::L,
        interact_size: vec2(size::CONTROL, size::CONTROL),
        combo_width: 120.0,
        text_edit_width: 240.0,
        icon_width: 16.0,
        icon_width_inner: 10.0,
        icon_spacing: space::S,
        tooltip_width: 360.0,
        menu_width: 360.0,
        combo_height: 320.0,
        scroll: ScrollStyle {
            bar_width: 8.0,
            floating_width: 4.0,
            floating_allocated_width: 8.0,
            handle_min_length: 24.0,
            dormant_background_opacity: 0.0,
            active_background_opacity: 0.0,
            interact_background_opacity: 0.3,
            dormant_handle_opacity: 0.55,
            active_handle_opacity: 0.75,
            interact_handle_opacity: 1.0,
            foreground_color: true,
            kinetic: KineticScrollStyle {
                rubber_band: false,
                ..Default::default()
            },
            ..ScrollStyle::thin()
        },
        ..Spacing::default()
    }
}

fn visuals(tokens: &Tokens) -> Visuals {
    let floating = Shadow {
        offset: [0, 6],
        blur: 20,
        spread: 0,
        color: tokens.shadow,
    };
    let base = if tokens.dark {
        Visuals::dark()
    } else {
        Visuals::light()
    };
    Visuals {
        dark_mode: tokens.dark,
        weak_text_color: Some(tokens.text_weak),
        widgets: widgets(tokens),
        selection: Selection {
            bg_fill: tokens.selection,
            stroke: Stroke::new(tokens.line_width + 1.0, tokens.accent),
        },
        hyperlink_color: tokens.accent,
        faint_bg_color: tokens.base,
        extreme_bg_color: tokens.field,
        text_edit_bg_color: Some(tokens.field),
        code_bg_color: tokens.sunken,
        warn_fg_color: tokens.warn.text,
        error_fg_color: tokens.bad.text,
        window_corner_radius: CornerRadius::same(radius::L),
        window_shadow: floating,
        window_fill: tokens.overlay,
        window_stroke: tokens.hairline(),
        window_highlight_topmost: false,
        menu_corner_radius: CornerRadius::same(radius::M),
        panel_fill: tokens.base,
        popup_shadow: floating,
        text_cursor: TextCursorStyle {
            stroke: Stroke::new(tokens.line_width + 0.5, tokens.accent),
            ..Default::default()
        },
        button_frame: true,
        indent_has_left_vline: false,
        striped: false,
        slider_trailing_fill: true,
        handle_shape: HandleShape::Circle,
        disabled_alpha: 0.5,
        ..base
    }
}

fn widgets(tokens: &Tokens) -> Widgets {
    let look = |fill: Color32, line: Stroke, text: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: line,
        corner_radius: CornerRadius::same(radius::M),
        fg_stroke: Stroke::new(tokens.line_width, text),
        expansion: 0.0,
    };
    let control = tokens.control_line();
    Widgets {
        noninteractive: look(tokens.base, tokens.hairline(), tokens.text),
        inactive: look(tokens.raised, control, tokens.text),
        hovered: look(
            tokens.hover,
            Stroke::new(tokens.line_width, tokens.text_weak),
            tokens.text_strong,
        ),
        // egui shows what has the keyboard with these as well: the line is the focus ring.
        active: look(tokens.pressed, tokens.focus_ring(), tokens.text_strong),
        open: look(tokens.hover, control, tokens.text_strong),
    }
}
