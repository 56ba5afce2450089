//! The figures: what happened when and where, how long it took from production to use, and what the marks join.

use std::collections::HashSet;

use jiff::civil::Date;

use crate::analysis::WeaponFacts;
use crate::analysis::chart::{self, chart};
use crate::analysis::network::layout::Picture;
use crate::analysis::network::{Filter, Reach, network};
use crate::analysis::timeline::{Owner, Subject, Timeline};
use crate::case::{CalendarFilter, Reader};
use crate::exchange::page::Room;
use crate::exchange::report::ReportError;
use crate::exchange::report::document::Block;
use crate::exchange::report::scope::Scope;
use crate::exchange::{self, map, timeline};
use crate::text::{t, tf};

/// The numbers of the figures, in the order in which they stand.
#[derive(Debug, Default)]
pub(super) struct Numbers(usize);

impl Numbers {
    /// The drawings of one figure, each with its caption; of several each says which it is.
    fn captioned(
        &mut self,
        drawings: Vec<String>,
        shows: &str,
        notes: &[String],
        alternative: &str,
    ) -> Vec<Block> {
        if drawings.is_empty() {
            return Vec::new();
        }
        self.0 += 1;
        let (count, mut blocks) = (drawings.len(), Vec::new());
        for (nth, svg) in drawings.into_iter().enumerate() {
            let number = self.0.to_string();
            let head = if count == 1 {
                tf("report-figure", &[("number", number.into())])
            } else {
                tf(
                    "report-figure-of",
                    &[
                        ("number", number.into()),
                        ("part", (nth + 1).to_string().into()),
                        ("parts", count.to_string().into()),
                    ],
                )
            };
            let mut caption = vec![head];
            if nth == 0 {
                caption.push(shows.to_owned());
                caption.extend(notes.iter().cloned());
            }
            blocks.push(Block::Figure {
                svg,
                alternative: alternative.to_owned(),
                caption: caption.join(" "),
            });
        }
        blocks
    }
}

/// When and where the strikes were.
pub(super) fn when_and_where(
    reader: &Reader,
    scope: &Scope,
    today: Date,
    room: Room,
    numbers: &mut Numbers,
) -> Result<Vec<Block>, ReportError> {
    let timeline = timeline_of(reader, scope, today)?;
    let mut blocks = Vec::new();
    if timeline.span().is_some() {
        let mut notes = timeline::notes(&timeline);
        let undated = timeline.rows.iter().filter(|row| row.events.is_empty()).count();
        if undated > 0 {
            notes.push(tf("report-figure-undated", &[("count", undated.into())]));
        }
        let drawn = timeline::pages(&timeline, room);
        let shows = t("report-figure-timeline");
        blocks.extend(numbers.captioned(drawn, shows, &notes, t("report-timeline-alternative")));
    }
    blocks.extend(on_map(reader, scope, room, numbers)?);
    Ok(blocks)
}

/// The rows of what the report is of.
fn timeline_of(reader: &Reader, scope: &Scope, today: Date) -> Result<Timeline, ReportError> {
    let mut whole = reader.timeline(&Subject::Case, today)?;
    if scope.is_whole {
        return Ok(whole);
    }
    let strikes: HashSet<_> = scope.strikes.iter().map(|one| Owner::Strike(one.id)).collect();
    let weapons: HashSet<_> = scope.weapons.iter().map(|one| Owner::Weapon(one.id)).collect();
    let is_in = |owner: &Owner| strikes.contains(owner) || weapons.contains(owner);
    whole.rows.retain(|row| is_in(&row.record));
    whole.disorders.retain(|one| strikes.contains(&one.strike));
    // A weapon whose strike the report is not of has a row of its own.
    for weapon in &scope.weapons {
        let is_shown = weapon
            .strike
            .is_none_or(|strike| strikes.contains(&Owner::Strike(strike)));
        if !is_shown {
            let own = reader.timeline(&Subject::Weapon(weapon.id), today)?;
            whole.rows.extend(own.rows);
            whole.disorders.extend(own.disorders);
        }
    }
    Ok(whole)
}

fn on_map(
    reader: &Reader,
    scope: &Scope,
    room: Room,
    numbers: &mut Numbers,
) -> Result<Vec<Block>, ReportError> {
    let shown: HashSet<_> = scope.strikes.iter().map(|one| one.id).collect();
    let mut strikes = reader.map_strikes(&CalendarFilter::default())?;
    strikes.retain(|one| shown.contains(&one.id));
    // Half a page, so that the timeline of a few strikes stands on the same one.
    let room = Room {
        height: room.height * 0.55,
        ..room
    };
    let figure = map::Figure::new(t("report-when-and-where").to_owned(), strikes, None).bare(room);
    if figure.shown() == 0 {
        return Ok(Vec::new());
    }
    let mut notes = Vec::new();
    if figure.placeless() > 0 {
        notes.push(tf(
            "report-figure-placeless",
            &[("count", figure.placeless().into())],
        ));
    }
    notes.push(t("map-sources").to_owned());
    Ok(numbers.captioned(
        vec![map::svg(&figure)],
        &tf("report-figure-map", &[("count", figure.shown().into())]),
        &notes,
        t("report-map-alternative"),
    ))
}

/// The days from production to use.
pub(super) fn production(weapons: &[WeaponFacts], room: Room, numbers: &mut Numbers) -> Vec<Block> {
    let chart = chart(weapons);
    let mut notes = Vec::new();
    let said = chart::notes(&chart);
    if !said.is_empty() {
        notes.push(said);
    }
    let not_drawn = exchange::chart::not_drawn(&chart);
    if not_drawn > 0 {
        notes.push(tf("timeline-not-drawn", &[("count", not_drawn.into())]));
    }
    let drawn = exchange::chart::pages(&chart, room);
    numbers.captioned(
        drawn,
        t("report-figure-chart"),
        &notes,
        t("report-chart-alternative"),
    )
}

/// What the marks join.
pub(super) fn joined(weapons: &[WeaponFacts], room: Room, numbers: &mut Numbers) -> Vec<Block> {
    let filter = Filter {
        reach: Some(Reach::Weapons),
        ..Filter::default()
    };
    let network = network(weapons, filter);
    if network.links.is_empty() {
        return Vec::new();
    }
    let mut notes = network.notes();
    let Some(drawing) = exchange::network::page(&Picture::of(&network), room) else {
        // A picture that is larger than a page can't be read on one.
        let said = network
            .links
            .iter()
            .map(|node| Block::Paragraph(node.link.statement.clone()));
        let blocks = said.chain(notes.into_iter().map(Block::Note)).collect();
        return blocks;
    };
    notes.push(t("network-careful").to_owned());
    numbers.captioned(
        vec![drawing],
        t("report-figure-network"),
        &notes,
        t("report-network-alternative"),
    )
}
