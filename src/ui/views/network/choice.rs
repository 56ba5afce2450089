//! What is chosen in the network: a record, or a link, which is none.

use crate::analysis::links::LinkKind;
use crate::analysis::network::layout::{Layer, NodeAt};
use crate::analysis::network::{LinkNode, Network};
use crate::model::id::{MarkingId, StrikeId, WeaponId};
use crate::model::record::RecordRef;
use crate::ui::desk::{Desk, Place};

/// No more marks of a link are selected: as many as are compared side by side.
const MOST: usize = 120;

/// Something that is chosen, by what stays the same when the case changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chosen {
    /// A strike.
    Strike(StrikeId),
    /// A weapon.
    Weapon(WeaponId),
    /// A mark or a series, with its first mark: two series can have one prefix.
    Link(LinkKind, Option<MarkingId>),
}

impl Chosen {
    /// What stands at a node.
    pub fn at(network: &Network, (layer, nth): NodeAt) -> Option<Self> {
        match layer {
            Layer::Strikes => network.strikes.get(nth).map(|node| Self::Strike(node.id)),
            Layer::Weapons => network.weapons.get(nth).map(|node| Self::Weapon(node.id)),
            Layer::Links => network.links.get(nth).map(Self::link),
        }
    }

    fn link(node: &LinkNode) -> Self {
        Self::Link(node.link.kind.clone(), node.link.marks.first().copied())
    }

    /// Its node; `None` where the network has it no longer. Looks at each node of its layer.
    pub fn node(&self, network: &Network) -> Option<NodeAt> {
        match self {
            Self::Strike(id) => {
                let at = network.strikes.iter().position(|node| node.id == *id);
                at.map(|nth| (Layer::Strikes, nth))
            }
            Self::Weapon(id) => {
                let at = network.weapons.iter().position(|node| node.id == *id);
                at.map(|nth| (Layer::Weapons, nth))
            }
            Self::Link(kind, mark) => {
                let is_it =
                    |node: &LinkNode| node.link.kind == *kind && node.link.marks.first() == mark.as_ref();
                let at = network.links.iter().position(is_it);
                at.map(|nth| (Layer::Links, nth))
            }
        }
    }

    /// The marks of the link that it is.
    pub fn marks<'a>(&self, network: &'a Network) -> &'a [MarkingId] {
        match self.node(network) {
            Some((Layer::Links, nth)) => &network.links[nth].link.marks,
            _ => &[],
        }
    }

    /// Selects its record, or the marks of a link.
    pub fn select(&self, desk: &mut Desk, network: &Network) {
        match self {
            Self::Strike(id) => desk.select(*id),
            Self::Weapon(id) => desk.select(*id),
            Self::Link(..) => {
                // The one selected last is edited: the first of the marks.
                let marks = self.marks(network).iter().take(MOST);
                desk.selected = marks.rev().map(|mark| RecordRef::from(*mark)).collect();
            }
        }
    }

    /// Goes to the record, or lays the marks of a link side by side.
    pub fn open(&self, desk: &mut Desk, network: &Network) {
        match self {
            Self::Strike(_) => desk.go(Place::Strikes),
            Self::Weapon(_) => desk.go(Place::Weapons),
            Self::Link(..) => desk.compare_marks(self.marks(network).to_vec()),
        }
    }
}
