//! Leading the eye and the keyboard to a place in a form: who is told what is missing gets there with one click. Forms name
//! their places ([`place`]), and sections that are folded away are looked into ([`is_on`]).

use egui::{Align, Context, Id, Rect, Ui};

use crate::model::record::RecordRef;

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Sought {
    record: RecordRef,
    name: String,
    /// The frames that are left: a place that no form has is given up.
    left: u8,
    /// It was found: sections have opened around it, and where it lies is certain in the next frame.
    is_found: bool,
}

/// For so many frames a place is looked for: the form may still be on its way.
const PATIENCE: u8 = 60;

fn id() -> Id {
    Id::unique("sought place")
}

/// Looks for the place `name` of the form of `record`.
pub fn ask(ctx: &Context, record: &RecordRef, name: &str) {
    let sought = Sought {
        record: record.clone(),
        name: name.to_owned(),
        left: PATIENCE,
        is_found: false,
    };
    ctx.data_mut(|data| data.insert_temp(id(), sought));
    ctx.request_repaint();
}

fn sought(ctx: &Context) -> Option<Sought> {
    ctx.data(|data| data.get_temp(id()))
}

/// Whether a place is looked for and not found yet: what is folded away is looked into.
#[must_use]
pub fn is_on(ctx: &Context) -> bool {
    sought(ctx).is_some_and(|sought| !sought.is_found)
}

/// To be called once a frame: gives up what no form has.
pub fn age(ctx: &Context) {
    if let Some(mut sought) = sought(ctx) {
        sought.left = sought.left.saturating_sub(1);
        ctx.data_mut(|data| {
            if sought.left == 0 {
                data.remove::<Sought>(id());
            } else {
                data.insert_temp(id(), sought);
            }
        });
    }
}

/// A place of the form of `record`. When it is looked for, it is brought into view, and the first thing in it that can have the
/// keyboard gets it.
pub fn place<R>(
    ui: &mut Ui,
    record: Option<&RecordRef>,
    name: &str,
    contents: impl FnOnce(&mut Ui) -> R,
) -> R {
    let found = sought(ui.ctx()).filter(|sought| sought.name == name && Some(&sought.record) == record);
    let Some(mut found) = found else {
        return contents(ui);
    };
    let layer = ui.layer_id();
    let widgets = |ui: &Ui| {
        ui.ctx()
            .viewport(|viewport| viewport.this_pass.widgets.get_layer(layer).count())
    };
    let (before, top) = (widgets(ui), ui.cursor().top());
    // In no area of its own, which would give what is inside other ids in this frame than in the next.
    let inner = contents(ui);
    if !found.is_found {
        found.is_found = true;
        ui.data_mut(|data| data.insert_temp(id(), found));
        ui.ctx().request_repaint();
        return inner;
    }
    let after = widgets(ui);
    ui.data_mut(|data| data.remove::<Sought>(id()));
    let shown = Rect::from_x_y_ranges(ui.max_rect().x_range(), top..=ui.cursor().top().max(top));
    ui.scroll_to_rect(shown, Some(Align::Center));
    let first = ui.ctx().viewport(|viewport| {
        let inside = viewport.this_pass.widgets.get_layer(layer);
        let mut inside = inside.take(after).skip(before);
        inside
            .find(|widget| widget.sense.is_focusable() && widget.enabled)
            .map(|widget| widget.id)
    });
    if let Some(first) = first {
        ui.memory_mut(|memory| memory.request_focus(first));
    }
    inner
}

#[cfg(test)]
mod tests {
    use egui::accesskit::Role;
    use egui_kittest::kittest::Queryable as _;

    use super::*;
    use crate::model::record::RecordKind;
    use crate::ui::widgets::testing::harness;
    use crate::ui::widgets::{folded_section, text_field};

    #[test]
    fn a_place_in_a_folded_section_opens_it_and_gets_the_keyboard() {
        let record = RecordRef::new(RecordKind::Strike, "1");
        let texts = [String::new(), String::new()];
        let mut window = harness((record.clone(), texts), |ui, (record, texts)| {
            text_field(ui, "Title", &mut texts[0], "");
            folded_section(ui, "strike", "More", |ui| {
                place(ui, Some(record), "notes", |ui| {
                    text_field(ui, "Notes", &mut texts[1], "")
                });
            });
            age(ui.ctx());
        });
        assert!(window.query_by_role_and_label(Role::TextInput, "Notes").is_none());
        ask(&window.ctx, &record, "notes");
        window.run();
        assert!(
            window
                .get_by_role_and_label(Role::TextInput, "Notes")
                .is_focused()
        );
        // Another record's place is not looked for.
        ask(&window.ctx, &RecordRef::new(RecordKind::Strike, "2"), "notes");
        window.get_by_role_and_label(Role::TextInput, "Title").focus();
        window.run();
        assert!(
            window
                .get_by_role_and_label(Role::TextInput, "Title")
                .is_focused()
        );
    }
}
