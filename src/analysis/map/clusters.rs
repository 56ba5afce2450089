//! What lies closer together than can be told apart at a zoom, counted instead of drawn over itself. Clusters depend on the
//! points and the zoom alone, so they stay while one pans.

use crate::model::place::mercator::{Bounds, Spot, WORLD};

/// What is closer than this at its zoom, in points of the screen, is one cluster.
pub const APART: f64 = 44.0;
/// Cells of the index are so many points wide.
const CELL: f64 = 256.0;

/// One point or several that lie close together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cluster {
    /// Their mean.
    pub at: Spot,
    first: u32,
    /// How many there are.
    pub count: u32,
}

/// All clusters at a zoom.
#[derive(Debug, Clone, Default)]
pub struct Clusters {
    cells: u32,
    /// In the order of their cells, row by row.
    clusters: Vec<Cluster>,
    keys: Vec<u64>,
    members: Vec<u32>,
}

/// Cells that the world is wide where one is `points` points at `zoom`.
fn cells(zoom: u32, points: f64) -> u32 {
    (WORLD * f64::from(zoom).exp2() / points).ceil().clamp(1.0, 1e9) as u32
}

fn cell((x, y): Spot, cells: u32) -> (u32, u32) {
    let place = |at: f64| ((at * f64::from(cells)).max(0.0) as u32).min(cells - 1);
    (place(y), place(x))
}

fn key((row, column): (u32, u32)) -> u64 {
    u64::from(row) << 32 | u64::from(column)
}

impl Clusters {
    /// Puts points together that are closer than [`APART`] at `zoom`. The same points in the same order give the same clusters.
    #[must_use]
    pub fn new(points: &[Spot], zoom: u32) -> Self {
        let reach = APART / (WORLD * f64::from(zoom).exp2());
        // A cell is at least as wide as the reach, so what is near lies in it or in one of its eight neighbours.
        let side = ((1.0 / reach).floor() as u32).max(1);
        let mut order: Vec<(u64, u32)> = points
            .iter()
            .zip(0..)
            .map(|(spot, place)| (key(cell(*spot, side)), place))
            .collect();
        order.sort_unstable();
        let row = |first: u64, last: u64| {
            order.partition_point(|(key, _)| *key < first)..order.partition_point(|(key, _)| *key <= last)
        };
        let mut taken = vec![false; points.len()];
        let mut found = Vec::new();
        let mut members = Vec::with_capacity(points.len());
        for &(at, seed) in &order {
            if taken[seed as usize] {
                continue;
            }
            let first = members.len();
            let middle = points[seed as usize];
            let (line, column) = ((at >> 32) as u32, at as u32);
            let mut sum = (0.0, 0.0);
            for line in line.saturating_sub(1)..=(line + 1).min(side - 1) {
                let from = key((line, column.saturating_sub(1)));
                let to = key((line, (column + 1).min(side - 1)));
                for (_, place) in &order[row(from, to)] {
                    let (x, y) = points[*place as usize];
                    let is_near = (x - middle.0).hypot(y - middle.1) <= reach;
                    if is_near && !std::mem::replace(&mut taken[*place as usize], true) {
                        sum = (sum.0 + x, sum.1 + y);
                        members.push(*place);
                    }
                }
            }
            let count = (members.len() - first) as u32;
            found.push(Cluster {
                at: (sum.0 / f64::from(count), sum.1 / f64::from(count)),
                first: first as u32,
                count,
            });
        }
        let cells = cells(zoom, CELL);
        found.sort_by_key(|cluster| (key(cell(cluster.at, cells)), cluster.first));
        Self {
            cells,
            keys: found.iter().map(|cluster| key(cell(cluster.at, cells))).collect(),
            clusters: found,
            members,
        }
    }

    /// The points of a cluster by their place in the list of points.
    #[must_use]
    pub fn members(&self, cluster: &Cluster) -> &[u32] {
        let first = cluster.first as usize;
        &self.members[first..first + cluster.count as usize]
    }

    /// How many clusters there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.clusters.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.clusters.is_empty()
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Cluster> {
        self.clusters.iter()
    }

    /// The clusters in `area`, each with the turns around the world at which it is seen there.
    pub fn within(&self, area: Bounds) -> impl Iterator<Item = (&Cluster, f64)> {
        let world = Bounds {
            min: (0.0, 0.0),
            max: (1.0, 1.0),
        };
        area.turns(world)
            .filter(|_| self.cells > 0)
            .flat_map(move |turn| {
                let (top, west) = cell((area.min.0 - turn, area.min.1), self.cells);
                let (bottom, east) = cell((area.max.0 - turn, area.max.1), self.cells);
                (top..=bottom).flat_map(move |row| {
                    let from = self.keys.partition_point(|at| *at < key((row, west)));
                    let to = self.keys.partition_point(|at| *at <= key((row, east)));
                    self.clusters[from..to].iter().map(move |cluster| (cluster, turn))
                })
            })
            .filter(move |(cluster, turn)| {
                let (x, y) = (cluster.at.0 + turn, cluster.at.1);
                (area.min.0..=area.max.0).contains(&x) && (area.min.1..=area.max.1).contains(&y)
            })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::place::mercator::project;

    #[test]
    fn what_is_apart_at_a_zoom_is_told_apart() {
        let points = [(50.45, 30.52), (50.46, 30.53), (49.99, 36.23)].map(project);
        let counts = |zoom| {
            let mut counts: Vec<u32> = Clusters::new(&points, zoom).iter().map(|one| one.count).collect();
            counts.sort_unstable();
            counts
        };
        assert_eq!(counts(3), [3]);
        assert_eq!(counts(7), [1, 2]);
        assert_eq!(counts(15), [1, 1, 1]);
        assert!(Clusters::new(&[], 3).is_empty());
        assert_eq!(
            Clusters::default()
                .within(Bounds {
                    min: (0.0, 0.0),
                    max: (1.0, 1.0)
                })
                .count(),
            0
        );
    }

    #[test]
    fn what_is_in_view_is_found_also_across_the_antimeridian() {
        let points = [(0.0, 179.5), (0.0, -179.5), (0.0, 0.0)].map(project);
        let clusters = Clusters::new(&points, 9);
        let seen: Vec<u32> = clusters
            .within(Bounds {
                min: (0.99, 0.4),
                max: (1.01, 0.6),
            })
            .flat_map(|(cluster, _)| clusters.members(cluster).to_vec())
            .collect();
        assert_eq!(seen, [0, 1]);
    }

    proptest! {
        #[test]
        fn every_point_is_in_one_cluster_and_near_its_seed(
            points in prop::collection::vec((0.0..0.999f64, 0.0..1.0f64), 0..300), zoom in 0u32..16,
        ) {
            let clusters = Clusters::new(&points, zoom);
            let total: u32 = clusters.iter().map(|cluster| cluster.count).sum();
            prop_assert_eq!(total as usize, points.len());
            let mut seen: Vec<u32> = clusters.iter().flat_map(|one| clusters.members(one).to_vec()).collect();
            seen.sort_unstable();
            seen.dedup();
            prop_assert_eq!(seen.len(), points.len());
            let reach = APART / (WORLD * f64::from(zoom).exp2());
            for cluster in clusters.iter() {
                for member in clusters.members(cluster) {
                    let (x, y) = points[*member as usize];
                    prop_assert!((x - cluster.at.0).hypot(y - cluster.at.1) <= 2.0 * reach);
                }
            }
            let world = Bounds { min: (0.0, 0.0), max: (0.999_9, 1.0) };
            let seen: u32 = clusters.within(world).map(|(cluster, _)| cluster.count).sum();
            prop_assert_eq!(seen as usize, points.len());
        }

        #[test]
        fn the_same_points_give_the_same_clusters(
            points in prop::collection::vec((0.0..1.0f64, 0.0..1.0f64), 0..100), zoom in 0u32..12,
        ) {
            let (one, other) = (Clusters::new(&points, zoom), Clusters::new(&points, zoom));
            prop_assert_eq!(one.clusters, other.clusters);
        }
    }
}
