//! What lies in one place that no zoom tells apart: a list beside it.

use egui::{Id, Key, Modifiers, Popup, PopupCloseBehavior, Pos2, Rect, RectAlign, ScrollArea, Ui, vec2};

use super::data::{Crowd, Kind};
use crate::model::record::RecordRef;
use crate::text::{t, tf};
use crate::ui::inspector::forms::link_row;
use crate::ui::theme::{Type, size, space};
use crate::ui::widgets::Text;

const WIDTH: f32 = 300.0;
const HEIGHT: f32 = 300.0;

/// A row of the list.
struct Row {
    record: RecordRef,
    title: String,
    remark: String,
}

/// What is listed, and beside which point.
struct Listed {
    kind: Kind,
    rows: Vec<Row>,
    at: Pos2,
}

/// The list, while it is open.
#[derive(Default)]
pub struct Pile {
    open: Option<Listed>,
}

impl Pile {
    /// Opens the list of these members beside a point.
    pub fn open(&mut self, kind: Kind, crowd: &Crowd, members: &[u32], at: Pos2) {
        // The rest is in the list of strikes: nobody reads thousands of rows in a window this small.
        const MOST: usize = 2000;
        let rows = members.iter().take(MOST).map(|member| {
            let item = crowd.shown.item(*member);
            Row {
                record: item.record.clone(),
                title: item.called().to_owned(),
                remark: if kind == Kind::Photo {
                    String::new()
                } else {
                    item.remark()
                },
            }
        });
        self.open = Some(Listed {
            kind,
            rows: rows.collect(),
            at,
        });
    }

    /// Whether it is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Draws the list; gives what was chosen.
    pub fn show(&mut self, ui: &Ui, id: Id) -> Option<RecordRef> {
        let Listed { kind, rows, at } = self.open.as_ref()?;
        let key = match kind {
            Kind::Strike => "map-cluster",
            Kind::Recovered => "map-cluster-recovered",
            Kind::Photo => "map-cluster-photos",
        };
        let name = tf(key, &[("count", rows.len().into())]);
        let leave = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        let mut is_open = !leave;
        let anchor = Rect::from_center_size(*at, vec2(28.0, 28.0));
        let shown = Popup::new(id, ui.ctx().clone(), anchor, ui.layer_id())
            .open_bool(&mut is_open)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .align(RectAlign::RIGHT_START)
            .accessible_name(name.clone())
            .width(WIDTH)
            .gap(2.0)
            .show(|ui| {
                ui.set_width(WIDTH);
                ui.add(Text::new(&name).kind(Type::Strong));
                ui.add(Text::new(t("map-pile-about")).kind(Type::Small).weak());
                ui.add_space(space::XS);
                ui.spacing_mut().item_spacing.y = 0.0;
                let mut chosen = None;
                ScrollArea::vertical().max_height(HEIGHT).show_rows(
                    ui,
                    size::CONTROL,
                    rows.len(),
                    |ui, shown| {
                        for place in shown {
                            let row = &rows[place];
                            if ui
                                .push_id(place, |ui| link_row(ui, &row.title, &row.remark))
                                .inner
                            {
                                chosen = Some(row.record.clone());
                            }
                        }
                    },
                );
                chosen
            });
        let chosen = shown.and_then(|shown| shown.inner);
        if !is_open || chosen.is_some() {
            self.open = None;
        }
        chosen
    }
}
