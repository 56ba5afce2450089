//! Which strikes share what: a graph of strikes, weapons and the marks and series that link them, laid out in three layers, and
//! the same as a matrix of marks and strikes. An edge says that a weapon belongs to a strike, or that it bears a mark; a link
//! says that marks are written alike or lie in one series, never that weapons are the same.

pub mod doubt;
pub mod layout;
pub mod matrix;
mod order;
mod parts;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde::Serialize;

use self::doubt::{Doubt, of_link, of_mark};
use super::links::{Link, LinkKind, links, repeats};
use super::{MarkFacts, WeaponFacts};
use crate::model::id::{MarkingId, StrikeId, WeaponId};
use crate::model::when::Interval;
use crate::text::{t, tf};

/// How far a mark must reach to be in the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// It joins weapons of several strikes.
    Strikes,
    /// It joins several weapons.
    Weapons,
    /// It does, or it is on several components of one weapon, which links nothing.
    Components,
}

/// What is left out of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Filter {
    /// How far a mark must reach; `None` for what fits: to several weapons, or where no mark does, to several components.
    pub reach: Option<Reach>,
    /// Marks with doubtful characters, and those that are read differently, do not count.
    pub certain_only: bool,
}

/// A strike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StrikeNode {
    /// The record.
    pub id: StrikeId,
    /// What people call it; may be empty.
    pub title: String,
    /// The days on which it can have happened.
    pub days: Option<Interval>,
}

/// A weapon.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeaponNode {
    /// The record.
    pub id: WeaponId,
    /// What people call it; may be empty.
    pub title: String,
    /// Its suspected model.
    pub model: Option<String>,
    /// The place of its strike among those of the network.
    pub strike: Option<usize>,
}

/// A mark or a series.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LinkNode {
    /// The link.
    pub link: Link,
    /// What stands on the node: the mark, or the first and the last number of a series.
    pub label: String,
    /// Whether it would be none without the doubtful marks.
    pub doubt: Doubt,
}

/// That a weapon bears marks of a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bears {
    /// The weapon's place in the network.
    pub weapon: usize,
    /// The link's.
    pub link: usize,
    /// These marks, by their ids.
    pub marks: Vec<MarkingId>,
    /// Whether all of them are doubtful.
    pub doubt: Doubt,
}

/// Strikes by their days, weapons by their use, links by how many strikes they join.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Network {
    /// How far the marks in it reach.
    pub reach: Reach,
    /// The strikes of these weapons.
    pub strikes: Vec<StrikeNode>,
    /// The weapons that bear a mark of a link.
    pub weapons: Vec<WeaponNode>,
    /// The marks and series.
    pub links: Vec<LinkNode>,
    /// Which weapon bears what, by link and weapon.
    pub bears: Vec<Bears>,
    /// How many weapons bear none of these marks.
    pub unlinked: usize,
}

/// The network of these weapons. The same weapons in another order give the same network.
#[must_use]
pub fn network(weapons: &[WeaponFacts], filter: Filter) -> Network {
    let weapons = counted(weapons, filter.certain_only);
    let mut found = links(&weapons);
    let within = match filter.reach {
        None if found.is_empty() => true,
        None => false,
        Some(reach) => reach == Reach::Components,
    };
    let reach = match filter.reach {
        Some(reach) => reach,
        None if within => Reach::Components,
        None => Reach::Weapons,
    };
    if reach == Reach::Strikes {
        found.retain(|link| link.strikes > 1);
    }
    if within {
        found.extend(repeats(&weapons));
    }
    assembled(&weapons, found, reach)
}

/// The weapons with those of their marks that count.
fn counted(weapons: &[WeaponFacts], certain_only: bool) -> Cow<'_, [WeaponFacts]> {
    if !certain_only {
        return Cow::Borrowed(weapons);
    }
    let certain = |weapon: &WeaponFacts| WeaponFacts {
        marks: weapon
            .marks
            .iter()
            .filter(|mark| !of_mark(mark).is_any())
            .cloned()
            .collect(),
        ..weapon.clone()
    };
    Cow::Owned(weapons.iter().map(certain).collect())
}

fn assembled(weapons: &[WeaponFacts], found: Vec<Link>, reach: Reach) -> Network {
    let by_mark: HashMap<MarkingId, (&WeaponFacts, &MarkFacts)> = weapons
        .iter()
        .flat_map(|weapon| weapon.marks.iter().map(move |mark| (mark.id, (weapon, mark))))
        .collect();
    let linked: BTreeSet<WeaponId> = found
        .iter()
        .flat_map(|link| link.weapons.iter().copied())
        .collect();
    let mut shown: Vec<&WeaponFacts> = weapons
        .iter()
        .filter(|weapon| linked.contains(&weapon.id))
        .collect();
    shown.sort_by_key(|weapon| (weapon.use_order().is_none(), weapon.use_order(), weapon.id));
    let mut strikes: BTreeMap<StrikeId, StrikeNode> = BTreeMap::new();
    for weapon in &shown {
        if let Some(id) = weapon.strike {
            strikes.entry(id).or_insert_with(|| StrikeNode {
                id,
                title: weapon.strike_title.clone(),
                days: weapon.used,
            });
        }
    }
    let mut strikes: Vec<StrikeNode> = strikes.into_values().collect();
    let days = |strike: &StrikeNode| strike.days.map(|days| (days.earliest(), days.latest()));
    strikes.sort_by_key(|strike| (strike.days.is_none(), days(strike), strike.id));
    let places: HashMap<StrikeId, usize> = strikes.iter().map(|strike| strike.id).zip(0..).collect();
    let rows: HashMap<WeaponId, usize> = shown.iter().map(|weapon| weapon.id).zip(0..).collect();
    let mut bears = Vec::new();
    let mut nodes = Vec::with_capacity(found.len());
    for (nth, link) in found.into_iter().enumerate() {
        let marks: Vec<(&WeaponFacts, &MarkFacts)> = link
            .marks
            .iter()
            .filter_map(|mark| by_mark.get(mark).copied())
            .collect();
        let mut of: BTreeMap<usize, Vec<&MarkFacts>> = BTreeMap::new();
        for (weapon, mark) in &marks {
            if let Some(row) = rows.get(&weapon.id) {
                of.entry(*row).or_default().push(mark);
            }
        }
        bears.extend(of.into_iter().map(|(weapon, marks)| {
            let mut ids: Vec<MarkingId> = marks.iter().map(|mark| mark.id).collect();
            ids.sort_unstable();
            Bears {
                weapon,
                link: nth,
                marks: ids,
                doubt: Doubt::of_all(marks.into_iter().map(of_mark)),
            }
        }));
        nodes.push(LinkNode {
            label: label(&link, &marks),
            doubt: of_link(&link, &marks),
            link,
        });
    }
    Network {
        reach,
        unlinked: weapons.len() - shown.len(),
        weapons: shown
            .iter()
            .map(|weapon| WeaponNode {
                id: weapon.id,
                title: weapon.title.clone(),
                model: weapon.model.clone(),
                strike: weapon.strike.and_then(|strike| places.get(&strike).copied()),
            })
            .collect(),
        strikes,
        links: nodes,
        bears,
    }
}

/// What stands on the node of a link.
fn label(link: &Link, marks: &[(&WeaponFacts, &MarkFacts)]) -> String {
    match &link.kind {
        LinkKind::Mark(text) => text.clone(),
        // The members of a series stand by their numbers.
        LinkKind::Series(_) => {
            let end = |mark: Option<&(&WeaponFacts, &MarkFacts)>| {
                mark.map(|(_, mark)| mark.text.trim().to_owned())
                    .unwrap_or_default()
            };
            tf(
                "network-series-label",
                &[
                    ("first", end(marks.first()).into()),
                    ("last", end(marks.last()).into()),
                ],
            )
        }
    }
}

impl Network {
    /// How many nodes it has.
    #[must_use]
    pub fn nodes(&self) -> usize {
        self.strikes.len() + self.weapons.len() + self.links.len()
    }

    /// Which weapons bear a link, by its place.
    #[must_use]
    pub fn borne_by(&self, link: usize) -> &[Bears] {
        let from = self.bears.partition_point(|bears| bears.link < link);
        let of = &self.bears[from..];
        &of[..of.partition_point(|bears| bears.link == link)]
    }

    /// The edges from strikes to weapons, and those from weapons to links.
    #[must_use]
    pub fn edges(&self) -> [Vec<(usize, usize)>; 2] {
        let weapons = self.weapons.iter().enumerate();
        let belongs = weapons.filter_map(|(weapon, node)| Some((node.strike?, weapon)));
        let bears = self.bears.iter().map(|bears| (bears.weapon, bears.link));
        [belongs.collect(), bears.collect()]
    }

    /// The part of it with these links alone, by their places.
    #[must_use]
    fn with_links(&self, kept: &BTreeSet<usize>) -> Self {
        let bears: Vec<&Bears> = self
            .bears
            .iter()
            .filter(|bears| kept.contains(&bears.link))
            .collect();
        let links: Vec<usize> = kept.iter().copied().collect();
        let weapons: Vec<usize> = BTreeSet::from_iter(bears.iter().map(|bears| bears.weapon))
            .into_iter()
            .collect();
        let strikes: Vec<usize> =
            BTreeSet::from_iter(weapons.iter().filter_map(|weapon| self.weapons[*weapon].strike))
                .into_iter()
                .collect();
        let place = |all: &[usize], of: usize| all.binary_search(&of).ok();
        Self {
            reach: self.reach,
            strikes: strikes.iter().map(|at| self.strikes[*at].clone()).collect(),
            weapons: weapons
                .iter()
                .map(|at| WeaponNode {
                    strike: self.weapons[*at]
                        .strike
                        .and_then(|strike| place(&strikes, strike)),
                    ..self.weapons[*at].clone()
                })
                .collect(),
            links: links.iter().map(|at| self.links[*at].clone()).collect(),
            bears: bears
                .into_iter()
                .filter_map(|bears| {
                    Some(Bears {
                        weapon: place(&weapons, bears.weapon)?,
                        link: place(&links, bears.link)?,
                        ..bears.clone()
                    })
                })
                .collect(),
            unlinked: self.unlinked,
        }
    }

    /// What is told of it as a whole: where no mark joins two weapons, and how many weapons bear none.
    #[must_use]
    pub fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        if !self.links.is_empty() && self.links.iter().all(|node| node.link.weapons.len() < 2) {
            notes.push(t("network-joins-none").to_owned());
        }
        if self.unlinked > 0 {
            notes.push(tf("network-unlinked", &[("count", self.unlinked.into())]));
        }
        notes
    }
}

#[cfg(test)]
pub(crate) mod tests;
