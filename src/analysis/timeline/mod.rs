//! The timeline of a strike, a weapon, a model or the whole case: a row for each record, with what happened to it as the days
//! of which it was one. What can't have happened in that order is told in sentences.

pub mod layout;
pub mod order;
pub mod scale;

use std::collections::HashMap;

use serde::Serialize;

use self::order::Disorder;
use super::lifeline::{Event, Stage, lifeline, span};
use crate::model::id::{ComponentId, StrikeId, WeaponId};
use crate::model::record::RecordRef;
use crate::model::when::{Edtf, Interval, StrikeDates};

/// Of what a timeline is.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub enum Subject {
    /// The whole case: a row for each strike, in the order of time, and then for each weapon without one.
    #[default]
    Case,
    /// A strike, its weapons and their components.
    Strike(StrikeId),
    /// A weapon and its components.
    Weapon(WeaponId),
    /// All weapons of which this model is suspected.
    Model(String),
}

/// Whose row it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum Owner {
    /// A strike's.
    Strike(StrikeId),
    /// A weapon's.
    Weapon(WeaponId),
    /// A component's.
    Component(ComponentId),
}

impl From<Owner> for RecordRef {
    fn from(owner: Owner) -> Self {
        match owner {
            Owner::Strike(id) => id.into(),
            Owner::Weapon(id) => id.into(),
            Owner::Component(id) => id.into(),
        }
    }
}

/// A record with what happened to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Row {
    /// Which record.
    pub record: Owner,
    /// What people call it; may be empty.
    pub title: Box<str>,
    /// How deep it stands: 0 for what the timeline is of, 1 and 2 for what belongs to that.
    pub depth: u8,
    /// What happened, in the order of a life.
    pub events: Vec<Event>,
}

/// The rows, and what can't have happened in that order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Default)]
pub struct Timeline {
    /// What the case, the strike, the weapon or the model is called.
    pub title: String,
    /// The rows.
    pub rows: Vec<Row>,
    /// Dates that exclude each other.
    pub disorders: Vec<Disorder>,
}

impl Timeline {
    /// The days from the first to the last known end; `None` where no date is known.
    #[must_use]
    pub fn span(&self) -> Option<Interval> {
        span(self.rows.iter().flat_map(|row| &row.events))
    }

    /// Which stages it has, in the order of a life.
    #[must_use]
    pub fn stages(&self) -> Vec<Stage> {
        let has = |stage: &Stage| {
            let mut events = self.rows.iter().flat_map(|row| &row.events);
            events.any(|event| event.stage == *stage)
        };
        Stage::ALL.into_iter().filter(has).collect()
    }
}

/// A strike as far as a timeline needs it.
#[derive(Debug, Clone, PartialEq)]
pub struct StrikeFacts {
    /// The strike.
    pub id: StrikeId,
    /// What people call it.
    pub title: Box<str>,
    /// When it happened.
    pub occurred: Option<Edtf>,
    /// When it was reported.
    pub reported: Option<Edtf>,
    /// The time zone of `occurred`.
    pub zone: Option<Box<str>>,
    /// Who reported it.
    pub reported_by: Box<str>,
    /// When its sources were published.
    pub published: Vec<Event>,
}

impl StrikeFacts {
    fn dates(&self) -> StrikeDates<'_> {
        StrikeDates {
            occurred: self.occurred.as_ref(),
            reported: self.reported.as_ref(),
            zone: self.zone.as_deref(),
        }
    }

    /// When its weapons were used.
    #[must_use]
    pub fn used(&self) -> Option<Event> {
        Event::used(&self.dates())
    }

    fn reported(&self) -> Option<Event> {
        Event::stated(Stage::Reported, self.reported.as_ref()?, &self.reported_by)
    }

    fn events(&self) -> impl Iterator<Item = Event> {
        let own = self.used().into_iter().chain(self.reported());
        own.chain(self.published.iter().cloned())
    }
}

/// A weapon as far as a timeline needs it.
#[derive(Debug, Clone, PartialEq)]
pub struct WeaponFacts {
    /// The weapon.
    pub id: WeaponId,
    /// What people call it.
    pub title: Box<str>,
    /// The strike that it belongs to.
    pub strike: Option<StrikeId>,
    /// When it was put together.
    pub made: Option<Event>,
    /// When its sources were published.
    pub published: Vec<Event>,
}

/// A component as far as a timeline needs it.
#[derive(Debug, Clone, PartialEq)]
pub struct PartFacts {
    /// The component.
    pub id: ComponentId,
    /// What people call it: its title, or else its kind.
    pub title: Box<str>,
    /// The weapon that it belongs to, itself or by what contains it.
    pub weapon: WeaponId,
    /// When it was recovered.
    pub recovered: Option<Event>,
    /// When it was documented.
    pub documented: Option<Event>,
    /// When its sources were published.
    pub published: Vec<Event>,
}

impl PartFacts {
    fn events(&self) -> impl Iterator<Item = Event> {
        let own = self.recovered.iter().chain(&self.documented);
        own.chain(&self.published).cloned()
    }

    /// The same as events of the weapon: what matters there is to which part they happened.
    fn events_of_weapon(&self) -> impl Iterator<Item = Event> {
        let own = self.recovered.iter().chain(&self.documented);
        let own = own.map(|event| Event {
            of: self.title.clone(),
            ..event.clone()
        });
        own.chain(self.published.iter().cloned())
    }
}

/// What a timeline is made of: strikes, weapons and components in the order in which they are to stand.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Facts {
    /// The strikes.
    pub strikes: Vec<StrikeFacts>,
    /// The weapons.
    pub weapons: Vec<WeaponFacts>,
    /// The components.
    pub parts: Vec<PartFacts>,
}

/// Who belongs to whom.
struct Ties<'a> {
    facts: &'a Facts,
    strikes: HashMap<StrikeId, &'a StrikeFacts>,
    weapons: HashMap<StrikeId, Vec<&'a WeaponFacts>>,
    parts: HashMap<WeaponId, Vec<&'a PartFacts>>,
}

impl<'a> Ties<'a> {
    fn of(facts: &'a Facts) -> Self {
        let mut ties = Self {
            facts,
            strikes: facts.strikes.iter().map(|strike| (strike.id, strike)).collect(),
            weapons: HashMap::new(),
            parts: HashMap::new(),
        };
        for weapon in &facts.weapons {
            if let Some(strike) = weapon.strike {
                ties.weapons.entry(strike).or_default().push(weapon);
            }
        }
        for part in &facts.parts {
            ties.parts.entry(part.weapon).or_default().push(part);
        }
        ties
    }

    fn strike_of(&self, weapon: &WeaponFacts) -> Option<&'a StrikeFacts> {
        self.strikes.get(&weapon.strike?).copied()
    }

    fn weapons_of(&self, strike: StrikeId) -> &[&'a WeaponFacts] {
        self.weapons.get(&strike).map_or(&[], Vec::as_slice)
    }

    fn parts_of(&self, weapon: WeaponId) -> &[&'a PartFacts] {
        self.parts.get(&weapon).map_or(&[], Vec::as_slice)
    }

    /// What happened to a weapon and its parts, but for its use and what was said of that.
    fn life(&self, weapon: &WeaponFacts) -> Vec<Event> {
        let mut events: Vec<Event> = weapon.made.iter().chain(&weapon.published).cloned().collect();
        for part in self.parts_of(weapon.id) {
            events.extend(part.events_of_weapon());
        }
        events
    }

    /// All that happened to a weapon.
    fn whole_life(&self, weapon: &WeaponFacts) -> Vec<Event> {
        let strike = self.strike_of(weapon);
        let of_strike = strike.into_iter().flat_map(StrikeFacts::events);
        lifeline(self.life(weapon).into_iter().chain(of_strike))
    }

    fn weapon_row(&self, weapon: &WeaponFacts, depth: u8, events: Vec<Event>) -> Row {
        Row {
            record: Owner::Weapon(weapon.id),
            title: weapon.title.clone(),
            depth,
            events,
        }
    }

    fn part_rows(&self, weapon: WeaponId, depth: u8) -> impl Iterator<Item = Row> {
        self.parts_of(weapon).iter().map(move |part| Row {
            record: Owner::Component(part.id),
            title: part.title.clone(),
            depth,
            events: lifeline(part.events()),
        })
    }
}

/// The timeline of `subject`, of which `facts` are all that belongs to it.
#[must_use]
pub fn timeline(subject: &Subject, facts: &Facts) -> Timeline {
    let ties = Ties::of(facts);
    let mut rows = Vec::new();
    match subject {
        Subject::Case => {
            for strike in &facts.strikes {
                let of_weapons = ties.weapons_of(strike.id).iter();
                let of_weapons = of_weapons.flat_map(|weapon| ties.life(weapon));
                rows.push(strike_row(strike, lifeline(strike.events().chain(of_weapons))));
            }
            let alone = facts
                .weapons
                .iter()
                .filter(|weapon| ties.strike_of(weapon).is_none());
            rows.extend(alone.map(|weapon| ties.weapon_row(weapon, 0, ties.whole_life(weapon))));
        }
        Subject::Model(_) => {
            let weapons = facts.weapons.iter();
            rows.extend(weapons.map(|weapon| ties.weapon_row(weapon, 0, ties.whole_life(weapon))));
        }
        Subject::Strike(_) => {
            for strike in &facts.strikes {
                rows.push(strike_row(strike, lifeline(strike.events())));
                for weapon in ties.weapons_of(strike.id) {
                    let own = weapon.made.iter().chain(&weapon.published).cloned();
                    rows.push(ties.weapon_row(weapon, 1, lifeline(own)));
                    rows.extend(ties.part_rows(weapon.id, 2));
                }
            }
        }
        Subject::Weapon(_) => {
            for weapon in &facts.weapons {
                let strike = ties.strike_of(weapon);
                let own = weapon.made.iter().chain(&weapon.published).cloned();
                let of_strike = strike.into_iter().flat_map(StrikeFacts::events);
                rows.push(ties.weapon_row(weapon, 0, lifeline(own.chain(of_strike))));
                rows.extend(ties.part_rows(weapon.id, 1));
            }
        }
    }
    let disorders = order::disorders(&ties);
    Timeline {
        title: String::new(),
        rows,
        disorders,
    }
}

/// All that happened to the weapons of these facts, on one line.
#[must_use]
pub fn life(facts: &Facts) -> Vec<Event> {
    let ties = Ties::of(facts);
    lifeline(facts.weapons.iter().flat_map(|weapon| ties.whole_life(weapon)))
}

fn strike_row(strike: &StrikeFacts, events: Vec<Event>) -> Row {
    Row {
        record: Owner::Strike(strike.id),
        title: strike.title.clone(),
        depth: 0,
        events,
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn when(text: &str) -> Option<Edtf> {
        (!text.is_empty()).then(|| Edtf::parse(text).unwrap())
    }

    /// A strike with a weapon that has one part.
    pub(crate) fn facts(occurred: &str, reported: &str, recovered: &str, documented: &str) -> Facts {
        let strike = StrikeFacts {
            id: StrikeId::new(),
            title: "Strike".into(),
            occurred: when(occurred),
            reported: when(reported),
            zone: None,
            reported_by: "A newspaper".into(),
            published: Vec::new(),
        };
        let weapon = WeaponFacts {
            id: WeaponId::new(),
            title: "Missile".into(),
            strike: Some(strike.id),
            made: None,
            published: Vec::new(),
        };
        let stated = |stage, text: &str, of| when(text).and_then(|date| Event::stated(stage, &date, of));
        let part = PartFacts {
            id: ComponentId::new(),
            title: "Actuator".into(),
            weapon: weapon.id,
            recovered: stated(Stage::Recovered, recovered, "A police officer"),
            documented: stated(Stage::Documented, documented, ""),
            published: Vec::new(),
        };
        Facts {
            strikes: vec![strike],
            weapons: vec![weapon],
            parts: vec![part],
        }
    }

    fn told(row: &Row) -> Vec<(Stage, &str)> {
        row.events.iter().map(|event| (event.stage, &*event.of)).collect()
    }

    #[test]
    fn a_strike_has_a_row_for_each_record_and_in_the_case_it_is_one() {
        let facts = facts("2024-08-18", "2024-08-18", "2024-08-19", "2024-08-20");
        let strike = timeline(&Subject::Strike(facts.strikes[0].id), &facts);
        let depths: Vec<(u8, &str)> = strike.rows.iter().map(|row| (row.depth, &*row.title)).collect();
        assert_eq!(depths, [(0, "Strike"), (1, "Missile"), (2, "Actuator")]);
        assert_eq!(
            told(&strike.rows[0]),
            [(Stage::Used, ""), (Stage::Reported, "A newspaper")]
        );
        assert_eq!(
            told(&strike.rows[2]),
            [(Stage::Recovered, "A police officer"), (Stage::Documented, "")]
        );
        assert_eq!(strike.span().unwrap().to_string(), "2024-08-18/2024-08-20");
        let case = timeline(&Subject::Case, &facts);
        assert_eq!(case.rows.len(), 1);
        assert_eq!(
            told(&case.rows[0]),
            [
                (Stage::Used, ""),
                (Stage::Reported, "A newspaper"),
                (Stage::Recovered, "Actuator"),
                (Stage::Documented, "Actuator"),
            ]
        );
        assert_eq!(case.rows[0].events, life(&facts));
    }

    #[test]
    fn a_weapon_of_no_strike_is_not_lost_in_the_case() {
        let mut facts = facts("2024-08-18", "", "2024-08-19", "");
        facts.weapons[0].strike = None;
        let case = timeline(&Subject::Case, &facts);
        let titles: Vec<&str> = case.rows.iter().map(|row| &*row.title).collect();
        assert_eq!(titles, ["Strike", "Missile"]);
        assert_eq!(told(&case.rows[1]), [(Stage::Recovered, "Actuator")]);
        let model = timeline(&Subject::Model("X".to_owned()), &facts);
        assert_eq!(model.rows.len(), 1);
    }
}
