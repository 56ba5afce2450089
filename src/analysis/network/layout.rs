//! The picture of a network: three layers, strikes, weapons, and marks and series, each node at a place of its own. The window
//! and the files draw the same one.

use std::collections::BTreeSet;

use super::order::{Layers, Order};
use super::{Network, WeaponNode};

/// With more nodes than this a matrix says more than a picture: it still fits a small laptop's screen within a turn or two of
/// the wheel, and its edges can be followed by eye.
pub const PICTURE_MOST: usize = 60;
/// No picture has more nodes than this, and so many edges: it could not be read.
pub const DRAWN_MOST: usize = 400;
const EDGES_MOST: usize = 1_200;

/// Which layer a node is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Layer {
    /// Strikes.
    Strikes,
    /// Weapons.
    Weapons,
    /// Marks and series.
    Links,
}

impl Layer {
    /// All of them, from left to right.
    pub const ALL: [Self; 3] = [Self::Strikes, Self::Weapons, Self::Links];
}

/// A node by its layer and its place among the network's nodes of that layer.
pub type NodeAt = (Layer, usize);

/// A network with where its nodes stand.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// What is drawn.
    pub network: Network,
    /// How many links are left out, because a picture of more can't be read.
    pub not_drawn: usize,
    /// The nodes of each layer from top to bottom.
    pub order: Order,
    /// Where the middle of each node stands, in rows from the top. Two nodes of a layer are at least one row apart.
    pub places: [Vec<f32>; 3],
    /// The height of all of it, in rows.
    pub height: f32,
}

impl Picture {
    /// Lays out a network: the links that join most strikes where it has too many.
    #[must_use]
    pub fn of(network: &Network) -> Self {
        let kept = readable(network);
        let not_drawn = network.links.len() - kept.len();
        let network = network.with_links(&kept);
        let sizes = [network.strikes.len(), network.weapons.len(), network.links.len()];
        let layers = Layers::new(sizes, network.edges());
        let order = layers.order();
        let places = placed(&network, &order);
        let height = places
            .iter()
            .flatten()
            .fold(0.0_f32, |height, place| height.max(place + 0.5));
        Self {
            network,
            not_drawn,
            order,
            places,
            height,
        }
    }

    /// Whether somebody can take it in at a glance.
    #[must_use]
    pub fn is_small(network: &Network) -> bool {
        network.nodes() <= PICTURE_MOST
    }

    /// Where the middle of a node stands, in rows.
    #[must_use]
    pub fn place(&self, (layer, nth): NodeAt) -> f32 {
        self.places[layer as usize].get(nth).copied().unwrap_or_default()
    }

    /// The nodes that a node is linked to directly.
    #[must_use]
    pub fn around(&self, (layer, nth): NodeAt) -> Vec<NodeAt> {
        let weapons = self.network.weapons.iter().enumerate();
        match layer {
            Layer::Strikes => weapons
                .filter(|(_, weapon)| weapon.strike == Some(nth))
                .map(|(weapon, _)| (Layer::Weapons, weapon))
                .collect(),
            Layer::Weapons => {
                let strike = self.network.weapons.get(nth).and_then(|weapon| weapon.strike);
                let bears = self.network.bears.iter().filter(|bears| bears.weapon == nth);
                strike
                    .map(|strike| (Layer::Strikes, strike))
                    .into_iter()
                    .chain(bears.map(|bears| (Layer::Links, bears.link)))
                    .collect()
            }
            Layer::Links => {
                let bears = self.network.borne_by(nth).iter();
                bears.map(|bears| (Layer::Weapons, bears.weapon)).collect()
            }
        }
    }

    /// The node itself and all that it is linked to: of a strike what its weapons bear, of a mark the weapons that bear it and
    /// their strikes.
    #[must_use]
    pub fn lit(&self, node: NodeAt) -> BTreeSet<NodeAt> {
        let near = self.around(node);
        let mut lit = BTreeSet::from([node]);
        for next in &near {
            // What lies beyond a weapon, on the other side of it.
            if node.0 != Layer::Weapons {
                let beyond = self.around(*next).into_iter();
                lit.extend(beyond.filter(|(layer, _)| *layer != node.0));
            }
        }
        lit.extend(near);
        lit
    }

    /// The next node of the same layer, `by` places further down.
    #[must_use]
    pub fn beside(&self, (layer, nth): NodeAt, by: isize) -> NodeAt {
        let order = &self.order[layer as usize];
        let here = order.iter().position(|node| *node == nth).unwrap_or_default();
        let there = here.saturating_add_signed(by).min(order.len().saturating_sub(1));
        (layer, order.get(there).copied().unwrap_or(nth))
    }

    /// The nearest node that it is linked to in the layer on that side.
    #[must_use]
    pub fn across(&self, node: NodeAt, to_the_right: bool) -> Option<NodeAt> {
        let here = self.place(node);
        let side = |other: &NodeAt| {
            if to_the_right {
                other.0 > node.0
            } else {
                other.0 < node.0
            }
        };
        let apart = |other: &NodeAt| (self.place(*other) - here).abs();
        self.around(node)
            .into_iter()
            .filter(side)
            .min_by(|a, b| apart(a).total_cmp(&apart(b)))
    }

    /// The node with which somebody begins who has chosen none: the highest link, or else the highest weapon.
    #[must_use]
    pub fn first(&self) -> Option<NodeAt> {
        let link = self.order[2].first().map(|link| (Layer::Links, *link));
        link.or_else(|| self.order[1].first().map(|weapon| (Layer::Weapons, *weapon)))
    }
}

/// The links of a picture that can be read: those first that join most strikes.
fn readable(network: &Network) -> BTreeSet<usize> {
    let mut kept = BTreeSet::new();
    let mut weapons: BTreeSet<usize> = BTreeSet::new();
    let mut strikes: BTreeSet<usize> = BTreeSet::new();
    let mut edges = 0;
    let strike = |weapon: &usize| {
        network
            .weapons
            .get(*weapon)
            .and_then(|node: &WeaponNode| node.strike)
    };
    for link in 0..network.links.len() {
        let of: Vec<usize> = network.borne_by(link).iter().map(|bears| bears.weapon).collect();
        let more = of.iter().filter(|weapon| !weapons.contains(weapon));
        let further: BTreeSet<usize> = of
            .iter()
            .filter_map(strike)
            .filter(|strike| !strikes.contains(strike))
            .collect();
        let nodes = kept.len() + 1 + weapons.len() + more.count() + strikes.len() + further.len();
        if nodes > DRAWN_MOST || edges + of.len() > EDGES_MOST {
            continue;
        }
        edges += of.len();
        weapons.extend(of);
        strikes.extend(further);
        kept.insert(link);
    }
    kept
}

/// Puts the nodes at their places: each as near to what it is linked to as its order and one row of distance allow.
fn placed(network: &Network, order: &Order) -> [Vec<f32>; 3] {
    let [belongs, bears] = network.edges();
    let mut weapons = spread(&order[1], |_| None);
    let mut strikes = Vec::new();
    let mut links = Vec::new();
    // The outer layers follow the middle one, which then goes half of the way towards them.
    for _ in 0..2 {
        strikes = spread(&order[0], |strike| {
            mean(
                belongs
                    .iter()
                    .filter(|(of, _)| *of == strike)
                    .map(|(_, weapon)| weapons[*weapon]),
            )
        });
        links = spread(&order[2], |link| {
            mean(
                bears
                    .iter()
                    .filter(|(_, of)| *of == link)
                    .map(|(weapon, _)| weapons[*weapon]),
            )
        });
        weapons = spread(&order[1], |weapon| {
            let strike = belongs.iter().filter(|(_, of)| *of == weapon);
            let link = bears.iter().filter(|(of, _)| *of == weapon);
            let near = strike
                .map(|(strike, _)| strikes[*strike])
                .chain(link.map(|(_, link)| links[*link]));
            mean(near).map(|near| f32::midpoint(near, weapons[weapon]))
        });
    }
    let top = [&strikes, &weapons, &links]
        .into_iter()
        .flatten()
        .copied()
        .fold(f32::INFINITY, f32::min);
    [strikes, weapons, links].map(|places| places.into_iter().map(|place| place - top + 0.5).collect())
}

fn mean(of: impl Iterator<Item = f32>) -> Option<f32> {
    let (sum, count) = of.fold((0.0, 0.0), |(sum, count), one| (sum + one, count + 1.0));
    (count > 0.0).then_some(sum / count)
}

/// The places nearest to the wished ones at which the nodes stand in their order, each at least a row below the one before: a
/// monotone regression by pooling neighbours that would stand too near (R. E. Barlow et al., Statistical Inference under
/// Order Restrictions, 1972). A node without a wish stands in its row.
fn spread(order: &[usize], wish: impl Fn(usize) -> Option<f32>) -> Vec<f32> {
    // Each pool is where its first row would be, and how many nodes it holds.
    let mut pools: Vec<(f32, usize)> = Vec::new();
    for (nth, node) in order.iter().enumerate() {
        let row = nth as f32;
        pools.push((wish(*node).unwrap_or(row) - row, 1));
        while let [.., (above, many), (below, few)] = pools[..] {
            if above <= below {
                break;
            }
            let count = many + few;
            let together = (above * many as f32 + below * few as f32) / count as f32;
            pools.truncate(pools.len() - 2);
            pools.push((together, count));
        }
    }
    let mut places = vec![0.0; order.len()];
    let firsts = pools
        .iter()
        .flat_map(|(first, count)| std::iter::repeat_n(*first, *count));
    for ((nth, node), first) in order.iter().enumerate().zip(firsts) {
        places[*node] = first + nth as f32;
    }
    places
}
