//! What is said of a node: on the node itself, when the pointer rests on it, to who can't see it, and at the foot once it is
//! chosen, as a sentence that can be quoted, with what it rests on one click away.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{ScrollArea, Ui};
use egui_material_icons::icons;

use super::Shown;
use super::choice::Chosen;
use crate::analysis::calendar::words;
use crate::analysis::links::{LinkKind, called};
use crate::analysis::network::layout::{Layer, NodeAt};
use crate::analysis::network::{Network, StrikeNode};
use crate::exchange::network::on;
use crate::text::date::{self, Length};
use crate::text::{t, tf};
use crate::ui::desk::Desk;
use crate::ui::theme::{Tokens, Type, space};
use crate::ui::widgets::{Action, Text, hairline, message, sign};

/// The height of what is said at the foot.
pub const HEIGHT: f32 = 108.0;
/// The height of what is told of the network as a whole.
pub const NOTES: f32 = 24.0;

/// When a strike happened, in words.
#[must_use]
pub fn when(strike: &StrikeNode) -> String {
    match strike.days {
        Some(days) => words::days(days),
        None => t("network-no-day").to_owned(),
    }
}

/// The same, short.
#[must_use]
pub fn when_short(strike: &StrikeNode) -> String {
    match strike.days {
        Some(days) => date::days(days.earliest(), days.latest(), Length::Short),
        None => t("network-no-day").to_owned(),
    }
}

/// A title, or what stands for none.
fn title(title: &str) -> &str {
    called(title, t("record-untitled"))
}

/// The two lines on a node; the second may be empty.
#[must_use]
pub fn lines(network: &Network, (layer, nth): NodeAt) -> (String, String) {
    match layer {
        Layer::Strikes => {
            let strike = &network.strikes[nth];
            (when(strike), title(&strike.title).to_owned())
        }
        Layer::Weapons => {
            let weapon = &network.weapons[nth];
            let below = match weapon.strike {
                Some(_) => weapon.model.clone().unwrap_or_default(),
                None => t("network-no-strike").to_owned(),
            };
            (title(&weapon.title).to_owned(), below)
        }
        Layer::Links => {
            let node = &network.links[nth];
            let below = if node.doubt.is_any() {
                format!("{}: {}", t("network-doubtful"), node.doubt.text())
            } else {
                on(&node.link)
            };
            (node.label.clone(), below)
        }
    }
}

/// What a node is called.
#[must_use]
pub fn name(network: &Network, (layer, nth): NodeAt) -> String {
    match layer {
        Layer::Strikes => {
            let strike = &network.strikes[nth];
            let of = [
                ("title", title(&strike.title).into()),
                ("when", when(strike).into()),
            ];
            tf("network-strike-name", &of)
        }
        Layer::Weapons => {
            let weapon = &network.weapons[nth];
            let of = [
                ("title", title(&weapon.title).into()),
                ("strike", belongs(network, nth).into()),
            ];
            tf("network-weapon-name", &of)
        }
        Layer::Links => {
            let node = &network.links[nth];
            let key = match node.link.kind {
                LinkKind::Mark(_) => "network-mark-name",
                LinkKind::Series(_) => "network-series-name",
            };
            let of = [
                ("mark", node.label.as_str().into()),
                ("on", on(&node.link).into()),
            ];
            let name = tf(key, &of);
            if !node.doubt.is_any() {
                return name;
            }
            let why = node.doubt.text();
            tf(
                "network-doubtful-name",
                &[("name", name.into()), ("why", why.into())],
            )
        }
    }
}

/// To which strike a weapon belongs.
fn belongs(network: &Network, weapon: usize) -> String {
    match network.weapons[weapon].strike {
        Some(strike) => tf(
            "network-weapon-of",
            &[("strike", title(&network.strikes[strike].title).into())],
        ),
        None => t("network-no-strike").to_owned(),
    }
}

/// What is told of a node where the pointer rests.
pub fn card(ui: &mut Ui, network: &Network, node: NodeAt) {
    ui.set_max_width(360.0);
    let said = Said::of(network, node);
    ui.add(Text::new(&said.title).kind(Type::Strong));
    if !said.doubt.is_empty() {
        let doubt = format!("{}: {}", t("network-doubtful"), said.doubt);
        ui.add(Text::new(&doubt).color(Tokens::of(ui).warn.text));
    }
    ui.add(Text::new(&said.text));
    ui.add(Text::new(t("network-click")).kind(Type::Caption).weak());
}

/// What is to be told of the network as a whole, whatever is chosen.
#[must_use]
pub(super) fn notes(shown: &Shown, is_picture: bool) -> String {
    let more = shown.picture.not_drawn;
    let not_drawn = (is_picture && more > 0).then(|| tf("network-not-drawn", &[("count", more.into())]));
    let notes: Vec<String> = shown.network.notes().into_iter().chain(not_drawn).collect();
    notes.join(" ")
}

/// What is said of what is chosen.
struct Said {
    title: String,
    text: String,
    doubt: &'static str,
    marks: usize,
}

impl Said {
    fn of(network: &Network, (layer, nth): NodeAt) -> Self {
        let plain = |title: String, text: String| Self {
            title,
            text,
            doubt: "",
            marks: 0,
        };
        match layer {
            Layer::Strikes => {
                let strike = &network.strikes[nth];
                let weapons = network.weapons.iter();
                let count = weapons.filter(|weapon| weapon.strike == Some(nth)).count();
                let text = [
                    when(strike),
                    tf("network-weapons-of-strike", &[("weapons", count.into())]),
                ];
                let text = format!("{}. {}", text.join(", "), shares(network, nth));
                plain(title(&strike.title).to_owned(), text)
            }
            Layer::Weapons => {
                let weapon = &network.weapons[nth];
                let links = network.bears.iter().filter(|bears| bears.weapon == nth).count();
                let text = [
                    belongs(network, nth),
                    tf("network-bears-count", &[("links", links.into())]),
                ];
                plain(title(&weapon.title).to_owned(), text.join("; "))
            }
            Layer::Links => {
                let node = &network.links[nth];
                Self {
                    title: node.label.clone(),
                    text: node.link.statement.clone(),
                    doubt: node.doubt.text(),
                    marks: node.link.marks.len(),
                }
            }
        }
    }
}

/// With how many others a strike shares marks.
fn shares(network: &Network, strike: usize) -> String {
    let of = |weapon: usize| network.weapons[weapon].strike;
    let mine: BTreeSet<usize> = network
        .bears
        .iter()
        .filter(|bears| of(bears.weapon) == Some(strike))
        .map(|bears| bears.link)
        .collect();
    let others: BTreeSet<usize> = mine
        .iter()
        .flat_map(|link| network.borne_by(*link))
        .filter_map(|bears| of(bears.weapon))
        .filter(|other| *other != strike)
        .collect();
    tf("network-shares", &[("strikes", others.len().into())])
}

/// What is said at the foot, made anew when something else is chosen or the case has changed.
#[derive(Default)]
pub struct Detail {
    of: Option<(Arc<Shown>, Chosen)>,
    said: Option<(Said, NodeAt)>,
}

impl Detail {
    /// Draws it.
    pub(super) fn show(&mut self, ui: &mut Ui, desk: &mut Desk, shown: &Arc<Shown>, chosen: Option<&Chosen>) {
        let is_same = match (&self.of, chosen) {
            (Some((known, of)), Some(chosen)) => Arc::ptr_eq(known, shown) && of == chosen,
            (None, None) => true,
            _ => false,
        };
        if !is_same {
            self.of = chosen.map(|chosen| (Arc::clone(shown), chosen.clone()));
            let node = chosen.and_then(|chosen| chosen.node(&shown.network));
            self.said = node.map(|node| (Said::of(&shown.network, node), node));
        }
        hairline(ui);
        ui.add_space(space::S);
        let (Some((said, node)), Some(chosen)) = (&self.said, chosen) else {
            ui.horizontal_top(|ui| {
                ui.add_space(space::S);
                ui.vertical(|ui| {
                    ui.add(Text::new(t("network-careful")));
                    ui.add(Text::new(t("network-choose")).kind(Type::Small).weak());
                });
            });
            return;
        };
        let scroll = ScrollArea::vertical()
            .id_salt("network detail")
            .auto_shrink(false);
        scroll.show(ui, |ui| {
            ui.horizontal_top(|ui| {
                ui.add_space(space::S);
                let icon = match node.0 {
                    Layer::Strikes => icons::ICON_CRISIS_ALERT,
                    Layer::Weapons => icons::ICON_ROCKET,
                    Layer::Links => icons::ICON_LINK,
                };
                sign(ui, icon, Tokens::of(ui).accent);
                ui.vertical(|ui| body(ui, desk, shown, said, chosen));
            });
        });
    }
}

fn body(ui: &mut Ui, desk: &mut Desk, shown: &Shown, said: &Said, chosen: &Chosen) {
    ui.spacing_mut().item_spacing.y = space::XS;
    if !said.doubt.is_empty() {
        let doubt = format!("{}: {}", t("network-doubtful"), said.doubt);
        message(ui, icons::ICON_HELP, Tokens::of(ui).warn, &doubt);
    }
    if said.marks == 0 {
        ui.add(Text::new(&said.title).kind(Type::Strong));
    }
    ui.add(Text::new(&said.text));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        let (words, icon) = match chosen {
            Chosen::Strike(_) => (t("network-open-strike").to_owned(), icons::ICON_CRISIS_ALERT),
            Chosen::Weapon(_) => (t("network-open-weapon").to_owned(), icons::ICON_ROCKET),
            Chosen::Link(..) => {
                let words = tf("analysis-compare", &[("count", said.marks.into())]);
                (words, icons::ICON_COMPARE)
            }
        };
        if ui.add(Action::quiet(&words).with_icon(icon)).clicked() {
            chosen.select(desk, &shown.network);
            chosen.open(desk, &shown.network);
        }
        let copy = Action::quiet(t("form-copy")).with_icon(icons::ICON_CONTENT_COPY);
        if ui.add(copy).clicked() {
            let text = if said.doubt.is_empty() {
                said.text.clone()
            } else {
                format!("{} ({}: {})", said.text, t("network-doubtful"), said.doubt)
            };
            ui.copy_text(text);
        }
    });
}
