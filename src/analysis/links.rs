//! What is found in more than one place, and what is missing: the same mark or series in several strikes, components without
//! marks, strikes without remnants. A link says that two marks are written alike, never that two weapons are the same.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::firsts::plain;
use super::{MarkFacts, WeaponFacts};
use crate::model::id::{ComponentId, MarkingId, StrikeId, WeaponId};
use crate::reading::Grade;
use crate::reading::series::{Member, Number, Series, series, series_statement};
use crate::text::{t, tf};

/// How several weapons are linked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// The same mark.
    Mark(String),
    /// Numbers of one series.
    Series(String),
}

/// A link between weapons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Link {
    /// By what.
    pub kind: LinkKind,
    /// The marks, in the order of the weapons' use.
    pub marks: Vec<MarkingId>,
    /// The weapons.
    pub weapons: Vec<WeaponId>,
    /// How many strikes these belong to.
    pub strikes: usize,
    /// The same in a sentence that may be quoted.
    pub statement: String,
}

type At<'a> = (&'a WeaponFacts, &'a MarkFacts);

/// The links between these weapons: those that join most strikes first.
#[must_use]
pub fn links(weapons: &[WeaponFacts]) -> Vec<Link> {
    let all = by_use(weapons);
    let mut links: Vec<Link> = alike(&all)
        .into_iter()
        .filter_map(|(text, at)| same_mark(text, &at))
        .collect();
    // A mark that is read as a date is no serial number.
    let is_date = |mark: &MarkFacts| {
        let dated = mark.dated.as_ref();
        dated.is_some_and(|dated| dated.is_accepted || dated.grade <= Grade::B)
    };
    let numbered = all.iter().enumerate().filter_map(|(nth, (_, mark))| {
        if is_date(mark) {
            return None;
        }
        let number = Number::parse(&mark.text, mark.kind.as_deref(), mark.maker.as_deref())?;
        Some(Member {
            of: nth,
            number,
            made: mark.dated.as_ref().map(|dated| dated.days),
        })
    });
    links.extend(
        series(numbered)
            .iter()
            .filter_map(|series| same_series(series, &all)),
    );
    links.sort_by_key(|link| std::cmp::Reverse((link.strikes, link.weapons.len())));
    links
}

/// The same mark on several components of one weapon, and on no other weapon. That links nothing, but what is read twice
/// rests on more than what is read once.
#[must_use]
pub fn repeats(weapons: &[WeaponFacts]) -> Vec<Link> {
    let all = by_use(weapons);
    let repeats = alike(&all).into_iter().filter_map(|(text, at)| {
        let (weapon, _) = at.first()?;
        let components: BTreeSet<ComponentId> = at.iter().filter_map(|(_, mark)| mark.component).collect();
        if components.len() < 2 || at.iter().any(|(other, _)| other.id != weapon.id) {
            return None;
        }
        let statement = tf(
            "network-within-mark",
            &[
                ("mark", text.as_str().into()),
                ("components", components.len().into()),
                ("weapon", called(&weapon.title, t("record-weapon")).into()),
            ],
        );
        Some(Link {
            kind: LinkKind::Mark(text),
            marks: at.iter().map(|(_, mark)| mark.id).collect(),
            weapons: vec![weapon.id],
            strikes: weapon.strike.iter().count(),
            statement,
        })
    });
    repeats.collect()
}

/// The marks in the order of the weapons' use.
fn by_use(weapons: &[WeaponFacts]) -> Vec<At<'_>> {
    let mut weapons: Vec<&WeaponFacts> = weapons.iter().collect();
    weapons.sort_by_key(|weapon| (weapon.use_order().is_none(), weapon.use_order(), weapon.id));
    weapons
        .into_iter()
        .flat_map(|weapon| weapon.marks.iter().map(move |mark| (weapon, mark)))
        .collect()
}

/// The marks that are written alike.
fn alike<'a>(all: &[At<'a>]) -> BTreeMap<String, Vec<At<'a>>> {
    let mut alike: BTreeMap<String, Vec<At<'a>>> = BTreeMap::new();
    for at in all {
        if let Some(text) = plain(&at.1.text) {
            alike.entry(text).or_default().push(*at);
        }
    }
    alike
}

fn same_mark(text: String, at: &[At<'_>]) -> Option<Link> {
    let (weapons, strikes) = joined(at)?;
    let statement = tf(
        "analysis-link-mark",
        &[
            ("mark", text.as_str().into()),
            ("weapons", weapons.len().into()),
            ("strikes", strikes.into()),
            ("titles", titles(at).into()),
        ],
    );
    Some(Link {
        marks: at.iter().map(|(_, mark)| mark.id).collect(),
        kind: LinkKind::Mark(text),
        weapons,
        strikes,
        statement,
    })
}

fn same_series(series: &Series<usize>, all: &[At<'_>]) -> Option<Link> {
    let at: Vec<At<'_>> = series.members.iter().map(|member| all[member.of]).collect();
    let mut values: Vec<_> = series.members.iter().map(|member| member.number.value).collect();
    values.sort_unstable();
    values.dedup();
    // The same number is the same mark.
    if values.len() < 2 {
        return None;
    }
    let (weapons, strikes) = joined(&at)?;
    let statement = tf(
        "analysis-link-series",
        &[
            ("weapons", weapons.len().into()),
            ("strikes", strikes.into()),
            ("titles", titles(&at).into()),
            ("series", series_statement(series).into()),
        ],
    );
    Some(Link {
        kind: LinkKind::Series(series.key.prefix.clone()),
        marks: at.iter().map(|(_, mark)| mark.id).collect(),
        weapons,
        strikes,
        statement,
    })
}

/// The weapons that bear the marks, and how many strikes these belong to; `None` for one weapon.
fn joined(at: &[At<'_>]) -> Option<(Vec<WeaponId>, usize)> {
    let mut known: BTreeSet<WeaponId> = BTreeSet::new();
    let weapons: Vec<WeaponId> = at
        .iter()
        .map(|(weapon, _)| weapon.id)
        .filter(|weapon| known.insert(*weapon))
        .collect();
    let strikes: BTreeSet<StrikeId> = at.iter().filter_map(|(weapon, _)| weapon.strike).collect();
    (weapons.len() > 1).then_some((weapons, strikes.len()))
}

/// No more weapons are named in a sentence.
const MOST_NAMED: usize = 6;

fn titles(at: &[At<'_>]) -> String {
    let mut known: BTreeSet<WeaponId> = BTreeSet::new();
    let mut titles: Vec<&str> = at
        .iter()
        .filter(|(weapon, _)| known.insert(weapon.id))
        .map(|(weapon, _)| called(&weapon.title, t("record-weapon")))
        .collect();
    let more = titles.len().saturating_sub(MOST_NAMED);
    titles.truncate(MOST_NAMED);
    let named = titles.join("; ");
    if more == 0 {
        return named;
    }
    tf(
        "analysis-and-more",
        &[("named", named.into()), ("count", more.into())],
    )
}

/// A title, or what stands for one that is empty.
#[must_use]
pub fn called<'a>(title: &'a str, otherwise: &'a str) -> &'a str {
    if title.trim().is_empty() { otherwise } else { title }
}

#[cfg(test)]
mod tests {
    use super::super::chart::tests::weapon;
    use super::*;

    fn with(title: &str, used: &str, strike: StrikeId, marks: &[&str]) -> WeaponFacts {
        let mark = |text: &&str| MarkFacts {
            id: MarkingId::new(),
            component: None,
            component_title: String::new(),
            kind: Some("jet_vane_actuator".to_owned()),
            maker: None,
            text: (*text).to_owned(),
            is_disputed: false,
            dated: None,
        };
        WeaponFacts {
            strike: Some(strike),
            marks: marks.iter().map(mark).collect(),
            ..weapon(title, "", used)
        }
    }

    #[test]
    fn a_mark_in_two_strikes_is_a_link_and_one_that_repeats_on_a_weapon_is_none() {
        let [first, second] = [StrikeId::new(), StrikeId::new()];
        let weapons = [
            with("B", "2024-08-18", second, &["113", "113", "ОТК 7"]),
            with("A", "2024-08-05", first, &["11{3?}"]),
        ];
        let found = links(&weapons);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].kind, LinkKind::Mark("113".to_owned()));
        assert_eq!(
            found[0].weapons,
            [weapons[1].id, weapons[0].id],
            "in the order of their use"
        );
        assert_eq!((found[0].strikes, found[0].marks.len()), (2, 3));
        assert!(found[0].statement.contains("A; B"), "{}", found[0].statement);
    }

    #[test]
    fn marks_that_are_read_as_dates_are_no_series() {
        let mut weapons = [
            with("A", "2024-01-02", StrikeId::new(), &["112"]),
            with("B", "2024-08-18", StrikeId::new(), &["113"]),
        ];
        assert_eq!(links(&weapons).len(), 1);
        for (weapon, year) in weapons.iter_mut().zip([2023, 2024]) {
            weapon.marks[0].dated = Some(super::super::Dated {
                system: "juche".to_owned(),
                days: crate::model::when::Interval::year(year).unwrap(),
                grade: Grade::B,
                is_accepted: false,
            });
        }
        assert_eq!(links(&weapons), []);
    }

    #[test]
    fn numbers_of_one_series_are_a_link_that_claims_no_more_than_series_do() {
        let weapons = [
            with("A", "2024-08-05", StrikeId::new(), &["А0101"]),
            with("B", "2024-08-18", StrikeId::new(), &["А0109"]),
        ];
        let found = links(&weapons);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(matches!(found[0].kind, LinkKind::Series(_)));
        assert!(
            found[0].statement.contains("no quantity made"),
            "{}",
            found[0].statement
        );
    }
}
