//! What the map shows of the case: asked for, put together and clustered off the frame. A frame looks only at what is in view.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::tags::Hidden;
use crate::analysis::calendar::words;
use crate::analysis::map::clusters::{Cluster, Clusters};
use crate::analysis::map::marks::{Mark, Shape};
use crate::analysis::map::outliers::{Outlier, outliers};
use crate::analysis::map::timeline::Timeline;
use crate::case::{CalendarFilter, CaseError, Reader};
use crate::model::place::mercator::{Bounds, Spot};
use crate::model::record::RecordRef;
use crate::model::when::{Edtf, Interval};
use crate::text::{t, tf};

/// What a thing on the map is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A strike.
    Strike,
    /// Where a component was recovered.
    Recovered,
    /// Where a photo says that it was taken.
    Photo,
}

/// A thing on the map.
#[derive(Debug, Clone)]
pub struct Item {
    /// The record.
    pub record: RecordRef,
    /// What it is called; may be empty.
    pub name: String,
    /// Where it is.
    pub mark: Mark,
    /// Only a report's day is known.
    pub reported_only: bool,
    /// Its date as it was typed, EDTF; or the place in words, of what has no date.
    pub remark: Option<String>,
    /// Its first tag, whose colour it has.
    pub tag: Option<String>,
    /// The days on which it may have been.
    pub days: Option<Interval>,
}

impl Item {
    /// What it is called, or that it has no name.
    #[must_use]
    pub fn called(&self) -> &str {
        if self.name.is_empty() {
            t("record-untitled")
        } else {
            &self.name
        }
    }

    /// Its date in words, or its place.
    #[must_use]
    pub fn remark(&self) -> String {
        let Some(text) = &self.remark else {
            return t("map-no-date").to_owned();
        };
        Edtf::parse(text).map_or_else(|_| text.clone(), |when| words::edtf(&when))
    }

    /// How exactly its place is known, in words.
    #[must_use]
    pub fn place(&self) -> String {
        match self.mark.shape {
            Shape::NotStated => t("map-radius-not-stated").to_owned(),
            Shape::Circle(radius) => tf("map-within", &[("length", length(radius).into())]),
            Shape::Sector(_) => t("map-sector").to_owned(),
        }
    }

    /// What is read out.
    #[must_use]
    pub fn spoken(&self, kind: Kind) -> String {
        let key = match kind {
            Kind::Strike => "map-strike",
            Kind::Recovered => "map-recovered",
            Kind::Photo => return tf("map-photo", &[("name", self.called().into())]),
        };
        let arguments = [
            ("name", self.called().into()),
            ("when", self.remark().into()),
            ("place", self.place().into()),
        ];
        tf(key, &arguments)
    }
}

/// Metres in words: metres below one kilometre, else kilometres.
#[must_use]
pub fn length(metres: f64) -> String {
    crate::exchange::map::length(metres)
}

/// All that passes the filter of tags.
#[derive(Debug, Default)]
pub struct Loaded {
    /// What has a place, in the order of its days.
    pub items: Vec<Item>,
    /// The days of the strikes without a place, as far as they are known.
    placeless: Vec<Option<Interval>>,
    /// Strikes by day, month or year.
    pub timeline: Timeline,
    /// How many strikes there are.
    pub total: usize,
}

impl Loaded {
    /// The strikes that bear the tags.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn strikes(reader: &Reader, filter: &CalendarFilter) -> Result<Arc<Self>, CaseError> {
        let strikes = reader.map_strikes(filter)?;
        let timeline = Timeline::new(strikes.iter().filter_map(|strike| strike.days));
        let mut loaded = Self {
            timeline,
            total: strikes.len(),
            ..Self::default()
        };
        for strike in strikes {
            let Some(mark) = strike.mark else {
                loaded.placeless.push(strike.days);
                continue;
            };
            loaded.items.push(Item {
                record: strike.id.into(),
                name: strike.name().to_owned(),
                mark,
                reported_only: strike.reported_only,
                remark: if strike.reported_only {
                    strike.reported
                } else {
                    strike.occurred
                },
                tag: strike.tags.into_iter().next(),
                days: strike.days,
            });
        }
        Ok(Arc::new(loaded))
    }

    /// Where components were recovered.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn recovered(reader: &Reader) -> Result<Arc<Self>, CaseError> {
        let items = reader.map_components()?.into_iter().map(|component| Item {
            record: component.id.into(),
            name: component.title,
            mark: component.mark,
            reported_only: false,
            remark: Some(component.place_name).filter(|name| !name.is_empty()),
            tag: None,
            days: None,
        });
        Ok(Arc::new(Self {
            items: items.collect(),
            ..Self::default()
        }))
    }

    /// Where photos were taken.
    ///
    /// # Errors
    /// When the case can't be read.
    pub fn photos(reader: &Reader) -> Result<Arc<Self>, CaseError> {
        let items = reader.map_photos()?.into_iter().map(|photo| Item {
            record: photo.id.into(),
            name: photo.file_name,
            mark: Mark {
                at: photo.at,
                shape: Shape::NotStated,
            },
            reported_only: false,
            remark: None,
            tag: None,
            days: None,
        });
        Ok(Arc::new(Self {
            items: items.collect(),
            ..Self::default()
        }))
    }

    /// How many strikes of these days have no place. Without a window, all of them.
    #[must_use]
    pub fn placeless(&self, window: Option<Interval>) -> usize {
        self.placeless
            .iter()
            .filter(|days| touches(**days, window))
            .count()
    }
}

/// Whether what may have been on `days` counts in the window; what has no days counts only without one.
fn touches(days: Option<Interval>, window: Option<Interval>) -> bool {
    window.is_none_or(|window| days.is_some_and(|days| days.overlap(&window).is_some()))
}

/// The photos that lie far from their strike.
///
/// # Errors
/// When the case can't be read.
pub fn strays(reader: &Reader) -> Result<Arc<Vec<Outlier>>, CaseError> {
    Ok(Arc::new(outliers(reader.photos_of_placed_strikes()?)))
}

/// What of a layer is in the window.
#[derive(Debug)]
pub struct Shown {
    /// The layer.
    pub of: Arc<Loaded>,
    /// Places in its items.
    places: Vec<u32>,
    /// Where these are.
    pub spots: Vec<Spot>,
    /// The tags by which they are coloured, the most frequent first, with how many of the window have each; also those that
    /// are hidden.
    pub tags: Vec<(Option<String>, usize)>,
}

impl Shown {
    /// Those of `of` whose days touch the window, without those of hidden tags.
    #[must_use]
    pub fn new(of: Arc<Loaded>, window: Option<Interval>, hidden: &Hidden) -> Arc<Self> {
        let in_window = || {
            (0..)
                .zip(&of.items)
                .filter(|(_, item)| touches(item.days, window))
        };
        let mut counts: BTreeMap<&Option<String>, usize> = BTreeMap::new();
        for (_, item) in in_window() {
            *counts.entry(&item.tag).or_default() += 1;
        }
        let mut tags: Vec<_> = counts
            .into_iter()
            .map(|(tag, count)| (tag.clone(), count))
            .collect();
        // Of equal counts in the order of their names; what has no tag comes last.
        tags.sort_by_key(|(tag, count)| (tag.is_none(), std::cmp::Reverse(*count)));
        let places: Vec<u32> = in_window()
            .filter(|(_, item)| !hidden.contains(&item.tag))
            .map(|(place, _)| place)
            .collect();
        let spots = places
            .iter()
            .map(|place| of.items[*place as usize].mark.spot())
            .collect();
        Arc::new(Self {
            of,
            places,
            spots,
            tags,
        })
    }

    /// The item of a member of a cluster.
    #[must_use]
    pub fn item(&self, member: u32) -> &Item {
        &self.of.items[self.places[member as usize] as usize]
    }

    /// Whether all of these have one and the same place, so that it can be drawn for all of them.
    #[must_use]
    pub fn are_alike(&self, members: &[u32]) -> bool {
        let Some((first, rest)) = members.split_first() else {
            return false;
        };
        let mark = self.item(*first).mark;
        rest.iter().all(|member| self.item(*member).mark == mark)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// The bounds of everything, with what the places reach; `None` when there is nothing.
    #[must_use]
    pub fn bounds(&self) -> Option<Bounds> {
        // Of very many the places are enough: what they reach changes nothing then.
        const EXACT: usize = 500;
        let edges = (0..self.len().min(EXACT) as u32)
            .filter_map(|member| self.item(member).mark.edge())
            .flatten();
        Bounds::around(self.spots.iter().copied().chain(edges))
    }
}

/// A layer, clustered for a zoom.
#[derive(Debug)]
pub struct Crowd {
    /// What is in it.
    pub shown: Arc<Shown>,
    clusters: Clusters,
    /// Those of one place that is so wide that it can reach into view from far outside, from north to south.
    wide: Vec<Cluster>,
    /// How far the widest of them reaches, on the square.
    widest: f64,
}

/// Points of the screen beyond the view in which marks are looked for.
const BEYOND: f64 = 80.0;

impl Crowd {
    /// Clusters what is shown.
    #[must_use]
    pub fn new(shown: Arc<Shown>, zoom: u32) -> Arc<Self> {
        let clusters = Clusters::new(&shown.spots, zoom);
        let point = 40_075_016.0 / (256.0 * f64::from(zoom).exp2());
        let world = 40_075_016.0;
        let reach = |cluster: &Cluster| {
            let members = clusters.members(cluster);
            let mark = shown.item(members[0]).mark;
            let stretch = mark.at.0.to_radians().cos().max(0.1);
            let reach = mark.reach()? / (world * stretch);
            (reach * world / point > BEYOND / 2.0 && shown.are_alike(members)).then_some(reach)
        };
        let mut widest = 0.0_f64;
        let mut wide: Vec<Cluster> = Vec::new();
        for cluster in clusters.iter() {
            if let Some(reach) = reach(cluster) {
                widest = widest.max(reach);
                wide.push(*cluster);
            }
        }
        wide.sort_by(|one, other| one.at.1.total_cmp(&other.at.1));
        Arc::new(Self {
            shown,
            clusters,
            wide,
            widest,
        })
    }

    /// The clusters in view or just beside it, each with the turns around the world at which it is seen.
    pub fn in_view(&self, view: Bounds, scale: f64) -> impl Iterator<Item = (&Cluster, f64)> {
        let by = BEYOND / scale;
        let area = Bounds {
            min: (view.min.0 - by, view.min.1 - by),
            max: (view.max.0 + by, view.max.1 + by),
        };
        // From north to south: only those near enough are looked at.
        let from = self
            .wide
            .partition_point(|one| one.at.1 < area.min.1 - self.widest);
        let to = self
            .wide
            .partition_point(|one| one.at.1 <= area.max.1 + self.widest);
        let beside = self.wide[from..to.max(from)].iter().flat_map(move |cluster| {
            let at = Bounds {
                min: cluster.at,
                max: cluster.at,
            };
            let near = Bounds {
                min: (area.min.0 - 1.0, 0.0),
                max: (area.max.0 + 1.0, 1.0),
            };
            near.turns(at)
                .filter(move |turn| {
                    let (x, y) = (cluster.at.0 + turn, cluster.at.1);
                    let is_inside =
                        (area.min.0..=area.max.0).contains(&x) && (area.min.1..=area.max.1).contains(&y);
                    let reaches = (area.min.0 - self.widest..=area.max.0 + self.widest).contains(&x);
                    !is_inside && reaches
                })
                .map(move |turn| (cluster, turn))
        });
        self.clusters.within(area).chain(beside)
    }

    /// The members of a cluster.
    #[must_use]
    pub fn members(&self, cluster: &Cluster) -> &[u32] {
        self.clusters.members(cluster)
    }
}
