//! One photo of a comparison: its name, its time and its tools above it.

use egui::accesskit::Role;
use egui::{Align, Id, Layout, Rect, Response, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo};
use egui_material_icons::icons;

use super::super::super::lens::Lens;
use super::super::super::listing::Listing;
use super::super::super::tile::shown_name;
use super::super::canvas;
use crate::case::{PhotoRow, Reader};
use crate::model::id::PhotoId;
use crate::text::tf;
use crate::ui::desk::Desk;
use crate::ui::link::Remote;
use crate::ui::theme::{Tokens, Type, size, space};
use crate::ui::widgets::{Action, Text, weak_text};

/// Height of the line above the photo.
const HEAD: f32 = size::CONTROL + space::XS;
/// A head that is narrower than this leaves the time out.
const WITH_TIME: f32 = 360.0;

/// One photo of a comparison.
pub(super) struct Pane {
    pub photo: PhotoId,
    pub lens: Lens,
    stray: Remote<PhotoId, Option<PhotoRow>>,
}

/// What is known of a pane's photo.
pub(super) enum Known {
    Row(PhotoRow),
    /// It is on its way.
    NotYet,
    /// It was removed.
    Gone,
}

/// What was asked for in a pane's head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    Step(isize),
    Turn(u8),
}

impl Pane {
    pub(super) fn new(photo: PhotoId) -> Self {
        Self {
            photo,
            lens: Lens::default(),
            stray: Remote::default(),
        }
    }

    /// The photo's row, also when the filter no longer lets it through.
    pub(super) fn row(&mut self, desk: &Desk, listing: &Listing) -> Known {
        if let Some(place) = listing.place(self.photo) {
            return listing.row(place).cloned().map_or(Known::NotYet, Known::Row);
        }
        let photo = self.photo;
        let question = move |reader: &Reader| super::super::load_stray(reader, photo);
        match self.stray.get(&desk.link, photo, question) {
            None => Known::NotYet,
            Some(None) => Known::Gone,
            Some(Some(row)) => Known::Row(row.clone()),
        }
    }
}

/// Where a pane's photo is shown in `area`, below its head.
pub(super) fn picture_area(area: Rect) -> Rect {
    area.with_min_y(area.top() + HEAD)
}

/// Where a pane stands.
#[derive(Clone, Copy)]
pub(super) struct Stand {
    /// From 1.
    pub number: usize,
    pub count: usize,
    /// The keys go to it.
    pub focused: bool,
}

/// Draws the head of a pane and gives what was asked for there.
pub(super) fn head(ui: &mut Ui, area: Rect, row: &PhotoRow, stand: Stand) -> Option<Asked> {
    let tokens = Tokens::of(ui);
    let rect = Rect::from_min_max(area.min, picture_area(area).right_top());
    let ground = if stand.focused {
        tokens.selection
    } else {
        tokens.raised
    };
    ui.painter().rect_filled(rect, 0.0, ground);
    let salt = ("compare head", stand.number);
    let mut head = ui.new_child(UiBuilder::new().id_salt(salt).max_rect(rect));
    let mut asked = None;
    let number = [("number", stand.number.into())];
    head.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        ui.add_space(space::XS);
        for (icon, name, what) in [
            (icons::ICON_ARROW_FORWARD, "compare-next", Asked::Step(1)),
            (icons::ICON_ARROW_BACK, "compare-previous", Asked::Step(-1)),
            (icons::ICON_ROTATE_RIGHT, "compare-turn-right", Asked::Turn(1)),
            (icons::ICON_ROTATE_LEFT, "compare-turn-left", Asked::Turn(3)),
        ] {
            if ui.add(Action::icon(icon, &tf(name, &number))).clicked() {
                asked = Some(what);
            }
        }
        if let Some(taken) = row.taken.as_ref().filter(|_| rect.width() > WITH_TIME) {
            ui.add_space(space::XS);
            weak_text(ui, &taken.replace('T', " "));
        }
        ui.add_space(space::S);
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add_space(space::S);
            ui.add(Text::new(shown_name(row)).kind(Type::Strong).truncate());
        });
    });
    asked
}

/// Draws the photo of a pane as `lens` shows it, with a line that says whether the keys go to it.
pub(super) fn picture(
    ui: &mut Ui,
    desk: &mut Desk,
    row: &PhotoRow,
    (lens, area): (Lens, Rect),
    stand: Stand,
) -> Response {
    let tokens = Tokens::of(ui);
    let id = Id::unique(("compare pane", stand.number));
    let response = ui.interact(area, id, Sense::CLICK | Sense::DRAG);
    response.widget_info(|| {
        let facts = [
            ("number", stand.number.into()),
            ("count", stand.count.into()),
            ("name", shown_name(row).into()),
        ];
        WidgetInfo::selected(
            Role::ListBoxOption,
            true,
            stand.focused,
            tf("compare-pane", &facts),
        )
    });
    canvas::show(ui, desk, row, (lens, area), false);
    let line = if stand.focused {
        Stroke::new(2.0, tokens.accent)
    } else {
        tokens.hairline()
    };
    ui.painter().rect_stroke(area, 0.0, line, StrokeKind::Inside);
    response
}
