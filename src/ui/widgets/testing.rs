//! A window without a screen, with our faces and theme, for the tests of widgets and views.

use egui::{Ui, vec2};
use egui_kittest::Harness;

use crate::ui::{fonts, theme};

/// A window of 900 by 640 points that shows `view` on `state`.
pub(crate) fn harness<'a, State: 'a>(
    state: State,
    view: impl FnMut(&mut Ui, &mut State) + 'a,
) -> Harness<'a, State> {
    let mut window = Harness::builder()
        .with_size(vec2(900.0, 640.0))
        .with_context_setup(|ctx| {
            fonts::install(ctx);
            theme::apply(ctx, theme::Theme::Light);
        })
        .build_ui_state(view, state);
    window.run();
    window
}
