//! One item of a checklist: what it asks for, how firmly, and what the team calls it.

use egui::Ui;
use egui_material_icons::icons;

use super::form::Typed;
use crate::exchange::vocabulary::synonyms;
use crate::model::checklist::{Asks, Demand, Fact, Item, facts_of, fields_of};
use crate::model::id::ChecklistId;
use crate::model::{Change, Checklist, Vocabulary};
use crate::text::{Language, t};
use crate::ui::desk::Desk;
use crate::ui::theme::Type;
use crate::ui::widgets::{Action, Field, FieldEvent, Text, segmented, select};

/// What an item can ask for, without numbers and tags.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Sort {
    Field(String),
    Fact(Fact),
    Tag,
}

impl Sort {
    fn of(asks: &Asks) -> Self {
        match asks {
            Asks::Field { field } => Self::Field(field.clone()),
            Asks::Fact { fact, .. } => Self::Fact(*fact),
            Asks::Tag { .. } => Self::Tag,
        }
    }

    fn asks(self) -> Asks {
        match self {
            Self::Field(field) => Asks::Field { field },
            Self::Fact(fact) => Asks::Fact { fact, at_least: 1 },
            // Which tags is said next; a list can't be stored before.
            Self::Tag => Asks::Tag { one_of: Vec::new() },
        }
    }
}

/// The form of an item.
#[derive(Default)]
pub(super) struct ItemForm {
    of: Option<(ChecklistId, usize)>,
    at_least: Typed,
    tags: Typed,
    labels: [Typed; 3],
    source: Typed,
    /// Tags are to be asked for, and none is named yet.
    awaits_tags: bool,
}

impl ItemForm {
    /// Draws the form. Gives what is chosen from now on, if that is something else: another place, or the list.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        desk: &mut Desk,
        list: &Checklist,
        (place, item): (usize, &Item),
    ) -> Option<Option<usize>> {
        if self.of != Some((list.id, place)) {
            *self = Self {
                of: Some((list.id, place)),
                ..Self::default()
            };
        }
        let kind = list.record_kind;
        ui.add(Text::new(&item.label(kind)).kind(Type::Heading));
        let mut after = item.clone();
        self.asks(ui, desk, list, &mut after);
        ui.add(Text::new(t("checklist-demand")).kind(Type::Small).weak());
        let demands = Demand::ALL.map(|demand| (demand, demand.label()));
        segmented(ui, t("checklist-demand"), &mut after.demand, &demands);
        let own_name = item.own_name(kind);
        let labels = [
            (Language::English, "checklist-label-en", &mut after.en),
            (Language::Ukrainian, "checklist-label-uk", &mut after.uk),
            (Language::Korean, "checklist-label-ko", &mut after.ko),
        ];
        for ((language, key, slot), typed) in labels.into_iter().zip(&mut self.labels) {
            let shown = item.stated_in(language);
            text(ui, Field::new(t(key)).hint(&own_name), typed, shown, slot);
        }
        let shown = item.source.as_deref().unwrap_or_default();
        let field = Field::new(t("checklist-source")).lines(2);
        text(ui, field, &mut self.source, shown, &mut after.source);
        if after != *item {
            let mut changed = list.clone();
            changed.items[place] = after;
            desk.apply_all(Change::edit(list, &changed).into_iter().collect());
        }
        arrange(ui, desk, list, place)
    }

    /// What it asks for.
    fn asks(&mut self, ui: &mut Ui, desk: &mut Desk, list: &Checklist, item: &mut Item) {
        let kind = list.record_kind;
        let fields: Vec<(Sort, String)> = fields_of(kind)
            .into_iter()
            .map(|field| (Sort::Field(field.name.to_owned()), field.label().to_owned()))
            .collect();
        let facts = facts_of(kind).map(|fact| (Sort::Fact(fact), fact.label(kind, 1)));
        let tag = (Sort::Tag, t("checklist-asks-tag").to_owned());
        let named: Vec<(Sort, String)> = fields.into_iter().chain(facts).chain([tag]).collect();
        let choices: Vec<(Sort, &str)> = named
            .iter()
            .map(|(sort, name)| (sort.clone(), name.as_str()))
            .collect();
        let mut sort = if self.awaits_tags {
            Sort::Tag
        } else {
            Sort::of(&item.asks)
        };
        if select(ui, t("checklist-asks"), &mut sort, &choices) {
            self.awaits_tags = sort == Sort::Tag;
            if !self.awaits_tags {
                item.asks = sort.clone().asks();
            }
        }
        match (&mut item.asks, sort) {
            (_, Sort::Tag) => self.tags(ui, desk, item),
            (Asks::Fact { fact, at_least }, _) if fact.is_counted() => {
                let shown = at_least.to_string();
                self.at_least.follow(&shown);
                let field = Field::new(t("checklist-at-least"))
                    .width(96.0)
                    .show(ui, &mut self.at_least.text);
                if field.event == FieldEvent::Committed {
                    match self.at_least.text.trim().parse() {
                        Ok(number @ 1..=1000) => *at_least = number,
                        _ => self.at_least.text = shown,
                    }
                }
            }
            _ => {}
        }
    }

    fn tags(&mut self, ui: &mut Ui, desk: &mut Desk, item: &mut Item) {
        let shown = match &item.asks {
            Asks::Tag { one_of } => one_of.join("; "),
            _ => String::new(),
        };
        self.tags.follow(&shown);
        let field = Field::new(t("checklist-asks-tag"))
            .hint(t("checklist-tags-hint"))
            .show(ui, &mut self.tags.text);
        if field.event != FieldEvent::Committed {
            return;
        }
        let words = desk.vocabularies();
        let named = synonyms(&self.tags.text);
        let one_of: Vec<String> = named.iter().map(|tag| words.id(Vocabulary::Tags, tag)).collect();
        if !one_of.is_empty() {
            self.awaits_tags = false;
            item.asks = Asks::Tag { one_of };
        }
    }
}

/// A text that may be left out.
fn text(ui: &mut Ui, field: Field<'_>, typed: &mut Typed, shown: &str, slot: &mut Option<String>) {
    typed.follow(shown);
    let event = field.show(ui, &mut typed.text).event;
    let text = typed.text.trim();
    if event == FieldEvent::Committed && text != shown {
        *slot = (!text.is_empty()).then(|| text.to_owned());
    }
}

/// Moves the item, or takes it away.
fn arrange(ui: &mut Ui, desk: &mut Desk, list: &Checklist, place: usize) -> Option<Option<usize>> {
    let mut after = list.clone();
    let mut chosen = None;
    ui.horizontal(|ui| {
        let first = (place == 0).then(|| t("checklist-is-first"));
        let up = Action::icon(icons::ICON_ARROW_UPWARD, t("checklist-move-up")).unless(first);
        if ui.add(up).clicked() && place > 0 {
            after.items.swap(place, place - 1);
            chosen = Some(Some(place - 1));
        }
        let last = (place + 1 == list.items.len()).then(|| t("checklist-is-last"));
        let down = Action::icon(icons::ICON_ARROW_DOWNWARD, t("checklist-move-down")).unless(last);
        if ui.add(down).clicked() && place + 1 < after.items.len() {
            after.items.swap(place, place + 1);
            chosen = Some(Some(place + 1));
        }
        let remove = Action::quiet(t("checklist-remove-item")).with_icon(icons::ICON_DELETE);
        if ui.add(remove).clicked() {
            after.items.remove(place);
            chosen = Some(None);
        }
    });
    desk.apply_all(Change::edit(list, &after).into_iter().collect());
    chosen
}
