//! The line above the readings that says what their grades rest on, and what is missing.

use egui::Ui;
use egui_material_icons::icons;

use crate::case::MarkingContext;
use crate::model::Vocabulary;
use crate::reading::Context;
use crate::text::{t, tf};
use crate::ui::desk::{Desk, Place};
use crate::ui::theme::{Type, space};
use crate::ui::widgets::{Action, Text, chip};

use super::readings::days_text;

/// Shows what is known apart from the mark; what the grades rest on.
pub fn context_line(ui: &mut Ui, desk: &mut Desk, known: &MarkingContext, context: &Context) {
    let words = desk.vocabularies();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(space::XS, space::XS);
        let fact = |ui: &mut Ui, key: &str, value: &str, why: &str| {
            let shown = chip(ui, &tf(key, &[("value", value.into())]));
            if !why.is_empty() {
                shown.on_hover_text(why);
            }
        };
        let basis = known
            .weapon
            .as_ref()
            .and_then(|weapon| weapon.origin_basis.as_deref());
        if let Some(origin) = &context.origin {
            let why = tf(
                "marking-context-basis",
                &[("basis", basis.unwrap_or_default().into())],
            );
            fact(ui, "marking-context-origin", origin, &why);
        }
        if let Some(object) = &context.object {
            let name = words.label(Vocabulary::ComponentKind, object);
            fact(ui, "marking-context-object", name, "");
        }
        if let Some(imported) = context.imported {
            let key = if imported {
                "marking-context-imported"
            } else {
                "marking-context-domestic"
            };
            chip(ui, t(key));
        }
        if let Some(maker) = &context.maker {
            fact(ui, "marking-context-maker", maker, "");
        }
        if let Some(strike) = context.strike {
            let title = known.strike.as_ref().map_or("", |strike| strike.title.as_str());
            fact(ui, "marking-context-strike", &days_text(strike), title);
        }
        if let Some(day) = context.documented {
            fact(ui, "marking-context-documented", &day.to_string(), "");
        }
    });
    if let Some((words, link)) = missing(known, context) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            ui.add(Text::new(words).kind(Type::Small).weak());
            if let Some(link) = link {
                let (name, record, place) = match link {
                    Link::Weapon(weapon) => (t("marking-context-open-weapon"), weapon.into(), Place::Weapons),
                    Link::Component(component) => (
                        t("marking-context-open-component"),
                        component.into(),
                        Place::Components,
                    ),
                };
                if ui
                    .add(Action::quiet(name).with_icon(icons::ICON_ARROW_FORWARD))
                    .clicked()
                {
                    desk.selected = vec![record];
                    desk.go(place);
                }
            }
        });
    }
}

/// Where something that is missing can be said.
enum Link {
    Weapon(crate::model::id::WeaponId),
    Component(crate::model::id::ComponentId),
}

/// The first thing that is missing, for each rests on the one before.
fn missing(known: &MarkingContext, context: &Context) -> Option<(&'static str, Option<Link>)> {
    let Some(component) = &known.component else {
        return Some((t("marking-context-no-component"), None));
    };
    let Some(weapon) = &known.weapon else {
        return Some((
            t("marking-context-no-weapon"),
            Some(Link::Component(component.id)),
        ));
    };
    if weapon.origin.is_some() && context.origin.is_none() {
        return Some((t("marking-context-no-basis"), Some(Link::Weapon(weapon.id))));
    }
    if context.origin.is_none() {
        return Some((t("marking-context-no-origin"), Some(Link::Weapon(weapon.id))));
    }
    if context.strike.is_none() {
        return Some((t("marking-context-no-strike"), Some(Link::Weapon(weapon.id))));
    }
    None
}
