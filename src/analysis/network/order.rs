//! In which order the nodes of three layers stand, so that few edges cross. Sweeps by barycentres from layer to layer find an
//! order, and exchanges of neighbours improve it until none helps; where an exchange costs no crossing, what is earlier stands
//! higher.
//!
//! The crates that draw layered graphs find the layers themselves and take no order that is wished for. Here the layers are
//! given, and strikes shall stand by their dates where that costs nothing, so what would be left of such a crate is this file.

/// Three layers with the edges between the first and the second, and between the second and the third. A node's number is
/// also its wish: of two nodes that may stand either way the smaller stands higher.
#[derive(Debug, Clone)]
pub(super) struct Layers {
    sizes: [usize; 3],
    edges: [Vec<(usize, usize)>; 2],
    /// For each layer and node its neighbours in the layer before and after.
    around: [Vec<[Vec<usize>; 2]>; 3],
}

/// The nodes of each layer from the first place to the last.
pub(super) type Order = [Vec<usize>; 3];

/// More sweeps hardly find more.
const SWEEPS: usize = 12;
/// More rounds of exchanges are not made.
const ROUNDS: usize = 64;

impl Layers {
    pub(super) fn new(sizes: [usize; 3], edges: [Vec<(usize, usize)>; 2]) -> Self {
        let mut around = sizes.map(|size| vec![[Vec::new(), Vec::new()]; size]);
        for (gap, edges) in edges.iter().enumerate() {
            for (from, to) in edges {
                around[gap][*from][1].push(*to);
                around[gap + 1][*to][0].push(*from);
            }
        }
        Self { sizes, edges, around }
    }

    /// The order of the numbers.
    pub(super) fn wished(&self) -> Order {
        self.sizes.map(|size| (0..size).collect())
    }

    /// How many pairs of edges cross.
    pub(super) fn crossings(&self, order: &Order) -> usize {
        let places = places(order);
        let gaps = self.edges.iter().enumerate();
        gaps.map(|(gap, edges)| {
            let mut at: Vec<(usize, usize)> = edges
                .iter()
                .map(|(from, to)| (places[gap][*from], places[gap + 1][*to]))
                .collect();
            at.sort_unstable();
            inversions(&at, self.sizes[gap + 1])
        })
        .sum()
    }

    /// An order with few crossings, never more than the wished one has.
    pub(super) fn order(&self) -> Order {
        let mut best = self.exchanged(self.wished());
        let mut fewest = self.cost(&best);
        // The strikes as they are wished, or wherever they fall.
        for is_free in [false, true] {
            let mut order = self.wished();
            for sweep in 0..SWEEPS {
                self.sweep(&mut order, is_free, sweep % 2 == 0);
                let candidate = self.exchanged(order.clone());
                let cost = self.cost(&candidate);
                if cost < fewest {
                    (best, fewest) = (candidate, cost);
                }
            }
        }
        best
    }

    /// Crossings, and then how far the first layer is from what is wished.
    fn cost(&self, order: &Order) -> (usize, usize) {
        let first: Vec<(usize, usize)> = order[0].iter().copied().enumerate().collect();
        (self.crossings(order), inversions(&first, self.sizes[0]))
    }

    fn sweep(&self, order: &mut Order, is_free: bool, by_first: bool) {
        let middle = |order: &Order| -> Vec<(f64, f64)> {
            let [first, last] = [self.means(order, 1, 0), self.means(order, 1, 1)];
            let both = first.iter().zip(&last);
            both.map(|(first, last)| match (first, last) {
                // What belongs together stays together, and goes to its links within.
                (Some(first), last) if by_first => (*first, last.unwrap_or(*first)),
                (Some(first), Some(last)) => (f64::midpoint(*first, *last), *last),
                (Some(one), None) | (None, Some(one)) => (*one, *one),
                (None, None) => (0.5, 0.5),
            })
            .collect()
        };
        let one = |means: Vec<Option<f64>>| -> Vec<(f64, f64)> {
            means.into_iter().map(|mean| (mean.unwrap_or(0.5), 0.0)).collect()
        };
        let keys = middle(order);
        sort(&mut order[1], &keys);
        let keys = one(self.means(order, 2, 0));
        sort(&mut order[2], &keys);
        if is_free {
            let keys = one(self.means(order, 0, 1));
            sort(&mut order[0], &keys);
        }
    }

    /// Where the neighbours of each node of a layer stand on average, from 0 to 1; `None` for one without.
    fn means(&self, order: &Order, layer: usize, side: usize) -> Vec<Option<f64>> {
        let other = if side == 0 {
            layer.wrapping_sub(1)
        } else {
            layer + 1
        };
        let places = place(&order[other]);
        let size = self.sizes[other] as f64;
        let nodes = self.around[layer].iter();
        nodes
            .map(|around| {
                let sum: usize = around[side].iter().map(|node| places[*node]).sum();
                let count = around[side].len() as f64;
                (count > 0.0).then(|| (sum as f64 / count + 0.5) / size)
            })
            .collect()
    }

    /// Exchanges neighbours as long as that takes crossings away, or costs none and brings the wished order. Both together
    /// only ever fall, so it ends.
    fn exchanged(&self, mut order: Order) -> Order {
        for _ in 0..ROUNDS {
            let mut is_better = false;
            for layer in 0..3 {
                // The other layers stand still meanwhile.
                let sorted = self.sorted_around(layer, &order);
                for nth in 1..order[layer].len() {
                    let (above, below) = (order[layer][nth - 1], order[layer][nth]);
                    let (now, then) = crossed(&sorted[above], &sorted[below]);
                    if then < now || (then == now && below < above) {
                        order[layer].swap(nth - 1, nth);
                        is_better = true;
                    }
                }
            }
            if !is_better {
                break;
            }
        }
        order
    }

    /// The places of each node's neighbours, in order.
    fn sorted_around(&self, layer: usize, order: &Order) -> Vec<[Vec<usize>; 2]> {
        let places = places(order);
        let nodes = self.around[layer].iter();
        nodes
            .map(|around| {
                [0, 1].map(|side| {
                    let other = if side == 0 {
                        layer.wrapping_sub(1)
                    } else {
                        layer + 1
                    };
                    let mut at: Vec<usize> = around[side].iter().map(|node| places[other][*node]).collect();
                    at.sort_unstable();
                    at
                })
            })
            .collect()
    }
}

/// How often the edges of two neighbours cross as they stand, and how often the other way round.
fn crossed(above: &[Vec<usize>; 2], below: &[Vec<usize>; 2]) -> (usize, usize) {
    // How many pairs there are in which the one of `a` is greater than that of `b`; both are in order.
    let greater = |a: &[usize], b: &[usize]| -> usize {
        a.iter()
            .map(|place| b.partition_point(|other| other < place))
            .sum()
    };
    let both = |one: &[Vec<usize>; 2], other: &[Vec<usize>; 2]| {
        greater(&one[0], &other[0]) + greater(&one[1], &other[1])
    };
    (both(above, below), both(below, above))
}

/// Sorts the nodes by their keys; those with the same one keep their order.
fn sort(nodes: &mut [usize], keys: &[(f64, f64)]) {
    nodes.sort_by(|a, b| {
        let (a, b) = (keys[*a], keys[*b]);
        a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1))
    });
}

/// The place of each node.
pub(super) fn place(order: &[usize]) -> Vec<usize> {
    let mut places = vec![0; order.len()];
    for (nth, node) in order.iter().enumerate() {
        places[*node] = nth;
    }
    places
}

fn places(order: &Order) -> [Vec<usize>; 3] {
    [place(&order[0]), place(&order[1]), place(&order[2])]
}

/// How many pairs of a list that is in order by its first numbers are out of order by their second ones, by a binary indexed
/// tree as in W. Barth, M. Jünger and P. Mutzel, Simple and Efficient Bilayer Cross Counting (2002).
fn inversions(pairs: &[(usize, usize)], size: usize) -> usize {
    let mut tree = vec![0_usize; size + 1];
    let mut count = 0;
    for (seen, (_, to)) in pairs.iter().enumerate() {
        let mut at = to + 1;
        let mut not_greater = 0;
        while at > 0 {
            not_greater += tree[at];
            at &= at - 1;
        }
        count += seen - not_greater;
        let mut at = to + 1;
        while at <= size {
            tree[at] += 1;
            at += at & at.wrapping_neg();
        }
    }
    count
}
