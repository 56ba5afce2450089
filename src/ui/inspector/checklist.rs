//! The quiet line of a form that says how much of the record's checklists is filled in. It opens to the list; what is missing
//! leads to where it is filled in.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{
    Align, Align2, CornerRadius, FontId, Id, Layout, Rect, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};
use egui_material_icons::MaterialIcon;
use egui_material_icons::icons::{
    ICON_CHECK, ICON_CHEVRON_RIGHT, ICON_EXPAND_MORE, ICON_RADIO_BUTTON_UNCHECKED, ICON_RULE,
};

use crate::analysis::completeness::{Answer, Tally, answers};
use crate::case::{CaseError, Reader};
use crate::model::checklist::{Asks, Demand, Fact};
use crate::model::record::{RecordKind, RecordRef};
use crate::text::{t, tf};
use crate::ui::desk::{Desk, Place};
use crate::ui::link::Remote;
use crate::ui::seek;
use crate::ui::theme::{Tokens, Type, radius, size, space};
use crate::ui::widgets::{Action, Text, focus_ring, gap, weak_text};

/// An item in words.
struct Item {
    label: String,
    /// What it asks for in the program's words, where the team calls it otherwise, and who asks for it.
    hint: String,
    asks: Asks,
    demand: Demand,
    has: u32,
    wants: u32,
    is_there: bool,
}

/// What the line shows.
struct Shown {
    tally: Tally,
    items: Vec<Item>,
    /// The lists are the case's own.
    are_own: bool,
}

fn load(reader: &Reader, record: &RecordRef) -> Result<Option<Arc<Shown>>, CaseError> {
    let Some(facts) = reader.facts_of(record)? else {
        return Ok(None);
    };
    let (lists, words) = (reader.checklists()?, reader.vocabularies()?);
    let found = answers(&lists, record.kind, &facts, &words);
    let item = |answer: &Answer<'_>| {
        let label = answer.item.label(record.kind);
        let own_name = answer.item.own_name(record.kind);
        let own_name = (own_name != label).then_some(own_name);
        let hint: Vec<String> = own_name.into_iter().chain(answer.item.source.clone()).collect();
        Item {
            hint: hint.join("\n"),
            label,
            asks: answer.item.asks.clone(),
            demand: answer.item.demand,
            has: answer.has,
            wants: answer.wants,
            is_there: answer.is_there(),
        }
    };
    Ok(Some(Arc::new(Shown {
        tally: Tally::of(&found),
        items: found.iter().map(item).collect(),
        are_own: lists.are_own(record.kind),
    })))
}

/// How much is filled in, in a few words.
#[must_use]
pub fn in_short(tally: &Tally) -> String {
    let asked = ("asked", tally.asked.into());
    let there = ("there", tally.there.into());
    match tally {
        Tally { asked: 0, .. } => t("checklist-asks-nothing").to_owned(),
        _ if tally.there == tally.asked => tf("checklist-all-there", &[asked]),
        Tally {
            required_missing: 0, ..
        } => tf("checklist-of", &[there, asked]),
        _ => {
            let missing = ("missing", tally.required_missing.into());
            tf("checklist-of-missing", &[there, asked, missing])
        }
    }
}

/// The line.
#[derive(Default)]
pub struct ChecklistLine {
    shown: Remote<RecordRef, Option<Arc<Shown>>>,
}

impl ChecklistLine {
    /// Shows the line of a record, once it is known what is filled in.
    pub fn show(&mut self, ui: &mut Ui, desk: &mut Desk, record: &RecordRef) {
        let asked = record.clone();
        let shown = self
            .shown
            .get(&desk.link, record.clone(), move |reader| load(reader, &asked));
        let Some(Some(shown)) = shown else { return };
        let shown = Arc::clone(shown);
        // Who opens it for one record finds it open for the next.
        let id = Id::unique("checklist line");
        let mut is_open = ui.data(|data| data.get_temp(id)).unwrap_or(false);
        if head(ui, &in_short(&shown.tally), is_open) {
            is_open = !is_open;
            ui.data_mut(|data| data.insert_temp(id, is_open));
        }
        if is_open {
            let between = std::mem::replace(&mut ui.spacing_mut().item_spacing.y, 0.0);
            for (place, item) in shown.items.iter().enumerate() {
                if ui.push_id(place, |ui| row(ui, record.kind, item)).inner {
                    lead(ui, desk, record, &item.asks);
                }
            }
            foot(ui, desk, record.kind, shown.are_own);
            ui.spacing_mut().item_spacing.y = between;
        }
        gap(ui, space::XS);
    }
}

/// The line itself; whether it was clicked.
fn head(ui: &mut Ui, said: &str, is_open: bool) -> bool {
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::CONTROL), Sense::click());
    response.widget_info(|| {
        let name = tf("checklist-line", &[("said", said.into())]);
        WidgetInfo::selected(Role::Button, ui.is_enabled(), is_open, name)
    });
    let ink = if response.hovered() {
        tokens.text_strong
    } else {
        tokens.text_weak
    };
    let fold = if is_open {
        ICON_EXPAND_MORE
    } else {
        ICON_CHEVRON_RIGHT
    };
    icon(ui, fold, pos2(rect.left() + 7.0, rect.center().y), ink);
    let (colour, room) = (tokens.text, rect.with_min_x(rect.left() + space::L + 2.0));
    let builder = UiBuilder::new()
        .max_rect(room)
        .layout(Layout::left_to_right(Align::Center));
    let mut inside = ui.new_child(builder);
    inside.style_mut().interaction.selectable_labels = false;
    inside.add(Text::new(t("checklist-one")).kind(Type::Small).color(ink));
    inside.add(Text::new(said).kind(Type::Small).color(colour).truncate());
    focus_ring(ui, &response, rect.shrink(1.0), radius::S);
    response.clicked()
}

fn icon(ui: &Ui, icon: MaterialIcon, at: egui::Pos2, ink: egui::Color32) {
    let font = FontId::new(15.0, icon.font_family());
    ui.painter()
        .text(at, Align2::CENTER_CENTER, icon.codepoint, font, ink);
}

/// One item; whether what is missing was asked for.
fn row(ui: &mut Ui, kind: RecordKind, item: &Item) -> bool {
    let tokens = Tokens::of(ui);
    let leads = !item.is_there && way(kind, &item.asks) != Way::None;
    let sense = if leads { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), size::ROW), sense);
    let key = if item.is_there {
        "checklist-item-there"
    } else {
        "checklist-item-missing"
    };
    let role = if leads { Role::Button } else { Role::Label };
    response.widget_info(|| {
        let name = tf(key, &[("item", item.label.as_str().into())]);
        WidgetInfo::labeled(role, ui.is_enabled(), name)
    });
    if leads && response.hovered() {
        let corner = CornerRadius::same(radius::S);
        ui.painter().rect_filled(rect, corner, tokens.hover);
    }
    let (sign, ink) = if item.is_there {
        (ICON_CHECK, tokens.text_weak)
    } else {
        (ICON_RADIO_BUTTON_UNCHECKED, tokens.text)
    };
    icon(ui, sign, pos2(rect.left() + space::L + 9.0, rect.center().y), ink);
    let inner = Rect::from_min_max(
        pos2(rect.left() + space::L + space::XL, rect.top()),
        rect.max - vec2(space::XS, 0.0),
    );
    let builder = UiBuilder::new()
        .max_rect(inner)
        .layout(Layout::right_to_left(Align::Center));
    let mut inside = ui.new_child(builder);
    inside.style_mut().interaction.selectable_labels = false;
    if !item.is_there {
        let remark = if item.wants > 1 {
            let count = [("has", item.has.into()), ("wants", item.wants.into())];
            format!("{} · {}", tf("checklist-item-has", &count), item.demand.label())
        } else {
            item.demand.label().to_owned()
        };
        inside.add(Text::new(&remark).kind(Type::Small).weak());
    }
    inside.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.add(Text::new(&item.label).kind(Type::Small).color(ink).truncate());
    });
    focus_ring(ui, &response, rect.shrink(1.0), radius::S);
    let clicked = response.clicked();
    if !item.hint.is_empty() {
        response.on_hover_text(&item.hint);
    }
    clicked
}

/// What the list is, and the way to where it is edited.
fn foot(ui: &mut Ui, desk: &mut Desk, kind: RecordKind, are_own: bool) {
    gap(ui, space::XS);
    ui.horizontal(|ui| {
        ui.add_space(space::L + 2.0);
        ui.vertical(|ui| {
            weak_text(ui, t("checklist-says"));
            if !are_own {
                weak_text(ui, t("checklist-is-ours"));
            }
            let edit = Action::quiet(t("checklist-edit")).with_icon(ICON_RULE);
            if ui.add(edit).clicked() {
                desk.show_checklists(kind);
            }
        });
    });
}

/// Where something is filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way<'a> {
    /// At this place of the form.
    Form(&'a str),
    /// Where photos are linked to records.
    Photos,
    /// In the record's own view.
    Own,
    /// Nowhere: the file says it or does not.
    None,
}

fn way(kind: RecordKind, asks: &Asks) -> Way<'_> {
    match (asks, kind) {
        (Asks::Field { field }, RecordKind::Photo)
            if matches!(field.as_str(), "captured" | "camera_model" | "photo_set") =>
        {
            Way::None
        }
        (Asks::Field { field }, _) => Way::Form(field),
        (Asks::Tag { .. }, _) => Way::Form("tags"),
        (Asks::Fact { fact, .. }, _) => match fact {
            Fact::Photos | Fact::ScalePhotos | Fact::Markings => Way::Photos,
            Fact::Scales | Fact::Regions | Fact::Readers | Fact::Decisions => Way::Own,
            Fact::Weapons => Way::Form("weapons"),
            Fact::Components => Way::Form("components"),
            Fact::Subjects => Way::Form("subjects"),
            Fact::Handovers => Way::Form("handovers"),
            Fact::Sources => Way::Form("sources"),
            Fact::Radius => Way::Form("radius_m"),
            Fact::ListedTerm => match kind {
                RecordKind::Strike => Way::Form("target"),
                RecordKind::Weapon => Way::Form("class"),
                _ => Way::Form("kind"),
            },
        },
    }
}

/// Goes to where something is filled in.
fn lead(ui: &Ui, desk: &mut Desk, record: &RecordRef, asks: &Asks) {
    match way(record.kind, asks) {
        Way::Form(name) => seek::ask(ui.ctx(), record, name),
        Way::Photos => {
            // One key there links photos to what is in hand.
            desk.in_hand.take(record);
            desk.go(Place::Photos);
        }
        Way::Own => {
            let place = match record.kind {
                RecordKind::Photo => record.id.parse().ok().map(Place::Photo),
                _ => record.id.parse().ok().map(Place::Marking),
            };
            if let Some(place) = place {
                desk.go(place);
            }
        }
        Way::None => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Checklist;
    use crate::model::checklist::{facts_of, fields_of};

    #[test]
    fn every_item_that_can_be_asked_for_leads_somewhere_unless_the_file_says_it() {
        for kind in Checklist::KINDS {
            let fields = fields_of(kind).into_iter().map(|field| Asks::Field {
                field: field.name.to_owned(),
            });
            let facts = facts_of(kind).map(|fact| Asks::Fact { fact, at_least: 1 });
            let nowhere = fields
                .chain(facts)
                .filter(|asks| way(kind, asks) == Way::None)
                .count();
            assert_eq!(nowhere, if kind == RecordKind::Photo { 3 } else { 0 }, "{kind:?}");
        }
    }

    #[test]
    fn what_is_required_and_missing_is_said_apart() {
        let tally = |there, required_missing| Tally {
            asked: 8,
            there,
            required_missing,
            wanted_missing: 8 - there - required_missing,
        };
        assert_eq!(in_short(&tally(5, 2)), "5 of 8 · 2 required are missing");
        assert_eq!(in_short(&tally(7, 0)), "7 of 8");
        assert_eq!(in_short(&tally(8, 0)), "All 8 filled in");
    }
}
