//! What was seen for the first time: a production year, a model, a maker, a mark. First means first among the strikes of this
//! case whose days are known; each says on which evidence it rests, and what could be earlier.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::{MarkFacts, WeaponFacts};
use crate::model::id::{MarkingId, WeaponId};
use crate::model::when::Interval;
use crate::reading::bound::days_phrase;
use crate::reading::{Grade, Notation};
use crate::text::{t, tf};

/// What is seen for the first time.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "what", content = "value", rename_all = "snake_case")]
pub enum Novelty {
    /// A mark that dates production in a year.
    Year(i16),
    /// A model.
    Model(String),
    /// A maker of weapons.
    Maker(String),
    /// A mark that is found more than once.
    Mark(String),
}

/// Something that was seen for the first time.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct First {
    /// What.
    pub novelty: Novelty,
    /// In which weapon.
    pub weapon: WeaponId,
    /// On which mark it rests, where it rests on one.
    pub marking: Option<MarkingId>,
    /// The days on which that weapon can have been used.
    pub used: Interval,
    /// In how many weapons it was seen.
    pub weapons: usize,
    /// The same in a sentence that may be quoted.
    pub statement: String,
}

/// What was seen of something.
struct Sighting<'a> {
    weapon: &'a WeaponFacts,
    mark: Option<&'a MarkFacts>,
    used: Interval,
}

/// What was seen for the first time in these weapons, the newest first.
#[must_use]
pub fn firsts(weapons: &[WeaponFacts]) -> Vec<First> {
    let mut seen: BTreeMap<Novelty, Vec<Sighting<'_>>> = BTreeMap::new();
    let undated = weapons.iter().filter(|weapon| weapon.used.is_none()).count();
    for weapon in weapons {
        let Some(used) = weapon.used else { continue };
        let mut note = |novelty, mark| {
            let sighting = Sighting { weapon, mark, used };
            seen.entry(novelty).or_default().push(sighting);
        };
        if let Some(model) = named(weapon.model.as_deref()) {
            note(Novelty::Model(model), None);
        }
        if let Some(maker) = named(weapon.maker.as_deref()) {
            note(Novelty::Maker(maker), None);
        }
        for mark in &weapon.marks {
            if let Some(year) = year_of(mark, used) {
                note(Novelty::Year(year), Some(mark));
            }
            if let Some(text) = plain(&mark.text) {
                note(Novelty::Mark(text), Some(mark));
            }
        }
    }
    let mut firsts: Vec<First> = seen
        .into_iter()
        .filter_map(|(novelty, seen)| first(novelty, &seen, undated))
        .collect();
    firsts.sort_by(|a, b| {
        let key = |first: &First| (first.used.earliest(), first.used.latest());
        key(b).cmp(&key(a)).then_with(|| a.novelty.cmp(&b.novelty))
    });
    firsts
}

/// The year of production that a mark names, when its reading is good enough to be quoted and possible.
fn year_of(mark: &MarkFacts, used: Interval) -> Option<i16> {
    let dated = mark.dated.as_ref()?;
    let is_good = dated.is_accepted || dated.grade <= Grade::B;
    let (first, last) = (dated.days.earliest(), dated.days.latest());
    (is_good && first.year() == last.year() && first <= used.latest()).then(|| first.year())
}

fn first(novelty: Novelty, seen: &[Sighting<'_>], undated: usize) -> Option<First> {
    let earliest = seen.iter().min_by_key(|sighting| {
        (
            sighting.used.latest(),
            sighting.used.earliest(),
            sighting.weapon.id,
        )
    })?;
    let mut weapons: Vec<WeaponId> = seen.iter().map(|sighting| sighting.weapon.id).collect();
    weapons.sort_unstable();
    weapons.dedup();
    // A mark that is on one weapon alone is no news of a series of weapons.
    if matches!(novelty, Novelty::Mark(_)) && weapons.len() < 2 {
        return None;
    }
    // What can have been used as early as that one may be the first as well.
    let rivals = weapons_before(seen, earliest.used.latest(), earliest.weapon.id);
    Some(First {
        statement: statement(&novelty, earliest, weapons.len(), rivals, undated),
        weapon: earliest.weapon.id,
        marking: earliest.mark.map(|mark| mark.id),
        used: earliest.used,
        weapons: weapons.len(),
        novelty,
    })
}

/// How many other weapons can have been used on `day` or before.
fn weapons_before(seen: &[Sighting<'_>], day: Date, but: WeaponId) -> usize {
    let mut others: Vec<WeaponId> = seen
        .iter()
        .filter(|sighting| sighting.weapon.id != but && sighting.used.earliest() <= day)
        .map(|sighting| sighting.weapon.id)
        .collect();
    others.sort_unstable();
    others.dedup();
    others.len()
}

fn statement(
    novelty: &Novelty,
    first: &Sighting<'_>,
    weapons: usize,
    rivals: usize,
    undated: usize,
) -> String {
    let used = days_phrase(first.used);
    let title = super::links::called(&first.weapon.title, t("record-weapon"));
    let mark = first.mark;
    let mut arguments = vec![("weapon", title.into()), ("used", used.into())];
    let key = match novelty {
        Novelty::Year(year) => {
            let (text, system) = mark.map_or(("", ""), |mark| {
                let system = mark.dated.as_ref().map_or("", |dated| dated.system.as_str());
                (mark.text.as_str(), system)
            });
            arguments.push(("year", year.to_string().into()));
            arguments.push(("mark", text.into()));
            arguments.push(("system", crate::reading::system::system_phrase(system).into()));
            "analysis-first-year"
        }
        Novelty::Model(model) => {
            arguments.push(("model", model.as_str().into()));
            "analysis-first-model"
        }
        Novelty::Maker(maker) => {
            arguments.push(("maker", maker.as_str().into()));
            "analysis-first-maker"
        }
        Novelty::Mark(mark) => {
            arguments.push(("mark", mark.as_str().into()));
            arguments.push(("count", weapons.into()));
            "analysis-first-mark"
        }
    };
    let mut sentences = vec![tf(key, &arguments)];
    if rivals > 0 {
        sentences.push(tf("analysis-first-rivals", &[("count", rivals.into())]));
    }
    if undated > 0 {
        sentences.push(tf("analysis-first-undated", &[("count", undated.into())]));
    }
    sentences.join(" ")
}

fn named(name: Option<&str>) -> Option<String> {
    name.map(str::trim)
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
}

/// The likeliest writing of a mark, without gaps: what is not legible is the same as nothing.
pub(super) fn plain(text: &str) -> Option<String> {
    let notation = Notation::parse(text).unwrap_or_else(|_| Notation::literal(text));
    Some(notation.preferred()).filter(|text| text.chars().count() > 1 && !text.contains('□'))
}

#[cfg(test)]
mod tests {
    use super::super::Dated;
    use super::super::chart::tests::weapon;
    use super::*;

    fn mark(text: &str, year: Option<i16>, grade: Grade, is_accepted: bool) -> MarkFacts {
        MarkFacts {
            id: MarkingId::new(),
            component: None,
            component_title: "actuator".to_owned(),
            kind: None,
            maker: None,
            text: text.to_owned(),
            is_disputed: false,
            dated: year.map(|year| Dated {
                system: "juche".to_owned(),
                days: Interval::year(year).unwrap(),
                grade,
                is_accepted,
            }),
        }
    }

    fn with(title: &str, used: &str, marks: Vec<MarkFacts>) -> WeaponFacts {
        WeaponFacts {
            marks,
            ..weapon(title, "", used)
        }
    }

    #[test]
    fn the_first_mark_of_a_year_is_that_of_the_earliest_strike() {
        let weapons = [
            with(
                "August",
                "2024-08-18",
                vec![mark("113", Some(2024), Grade::B, true)],
            ),
            with(
                "October",
                "2024-10-02",
                vec![mark("113", Some(2024), Grade::B, false)],
            ),
            with(
                "January",
                "2024-01-02",
                vec![mark("112", Some(2023), Grade::B, false)],
            ),
        ];
        let found = firsts(&weapons);
        let year = found
            .iter()
            .find(|first| first.novelty == Novelty::Year(2024))
            .unwrap();
        assert_eq!((year.weapon, year.weapons), (weapons[0].id, 2));
        assert_eq!(year.marking, Some(weapons[0].marks[0].id));
        assert!(
            year.statement.contains("2024") && year.statement.contains("113"),
            "{}",
            year.statement
        );
        assert!(year.statement.contains("August"), "{}", year.statement);
    }

    #[test]
    fn a_weak_reading_and_one_that_can_not_be_make_no_first() {
        let weapons = [
            with("A", "2024-08-18", vec![mark("113", Some(2024), Grade::C, false)]),
            with("B", "2024-08-18", vec![mark("114", Some(2025), Grade::B, true)]),
        ];
        let years: Vec<Novelty> = firsts(&weapons).into_iter().map(|first| first.novelty).collect();
        assert!(
            !years.iter().any(|novelty| matches!(novelty, Novelty::Year(_))),
            "{years:?}"
        );
    }

    #[test]
    fn what_may_be_as_early_and_what_is_not_dated_is_told() {
        let weapons = [
            with(
                "A",
                "2024-08-05/2024-08-06",
                vec![mark("113", Some(2024), Grade::B, true)],
            ),
            with(
                "B",
                "2024-08-06/2024-08-07",
                vec![mark("113", Some(2024), Grade::B, true)],
            ),
            with("C", "", vec![mark("113", Some(2024), Grade::B, true)]),
        ];
        let found = firsts(&weapons);
        let year = found
            .iter()
            .find(|first| first.novelty == Novelty::Year(2024))
            .unwrap();
        assert_eq!(year.weapon, weapons[0].id);
        assert!(year.statement.contains("as early"), "{}", year.statement);
        assert!(year.statement.contains("not known"), "{}", year.statement);
    }

    #[test]
    fn a_mark_counts_when_it_is_on_two_weapons_however_certain_its_characters() {
        let weapons = [
            with("A", "2024-08-05", vec![mark("LC 21", None, Grade::D, false)]),
            with("B", "2024-08-18", vec![mark("LC 2{1?}", None, Grade::D, false)]),
            with(
                "C",
                "2024-08-20",
                vec![
                    mark("L{.} 21", None, Grade::D, false),
                    mark("7", None, Grade::D, false),
                ],
            ),
        ];
        let marks: Vec<Novelty> = firsts(&weapons).into_iter().map(|first| first.novelty).collect();
        assert_eq!(marks, [Novelty::Mark("LC 21".to_owned())]);
    }
}
