//! Rows that are contained in other rows of the same table: which can't be taken in because of that.

/// What became of a row on the way up to its outermost container.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Chain {
    /// It ends, and all on it is good.
    Good,
    /// The row itself has a problem.
    Wrong,
    /// The row that contains it can't be taken in.
    Blocked,
    /// It comes back to where it began.
    Circle,
}

/// By row, what becomes of it: `parents` are the rows that contain them, `wrong` the rows that have problems.
pub(super) fn chains(parents: &[Option<usize>], wrong: &[bool]) -> Vec<Chain> {
    let mut known: Vec<Option<Chain>> = wrong.iter().map(|wrong| wrong.then_some(Chain::Wrong)).collect();
    let mut passed = vec![usize::MAX; parents.len()];
    for start in 0..parents.len() {
        let mut path = Vec::new();
        let mut above = Some(start);
        let mut end = Chain::Good;
        while let Some(row) = above {
            if let Some(chain) = known[row] {
                end = chain;
                break;
            }
            if passed[row] == start {
                end = Chain::Circle;
                break;
            }
            passed[row] = start;
            path.push(row);
            above = parents[row];
        }
        let in_circle = path
            .iter()
            .position(|row| Some(*row) == above && end == Chain::Circle);
        for (place, row) in path.into_iter().enumerate() {
            known[row] = Some(match end {
                Chain::Good => Chain::Good,
                Chain::Circle if in_circle.is_some_and(|from| place >= from) => Chain::Circle,
                _ => Chain::Blocked,
            });
        }
    }
    known
        .into_iter()
        .map(|chain| chain.unwrap_or(Chain::Good))
        .collect()
}

/// The rows in an order in which each comes after the one that contains it.
pub(super) fn containers_first(parents: &[Option<usize>]) -> Vec<usize> {
    let mut done = vec![false; parents.len()];
    let mut order = Vec::with_capacity(parents.len());
    for start in 0..parents.len() {
        let mut path = Vec::new();
        let mut above = Some(start);
        while let Some(row) = above.filter(|row| !done[*row]) {
            done[row] = true;
            path.push(row);
            above = parents[row];
        }
        order.extend(path.into_iter().rev());
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_within_a_wrong_row_or_within_itself_is_left_out() {
        use Chain::{Blocked, Circle, Good, Wrong};
        let parents = [
            None,
            Some(0),
            Some(3),
            None,
            Some(2),
            Some(6),
            Some(5),
            Some(6),
            Some(8),
        ];
        let wrong = [false, false, false, true, false, false, false, false, false];
        assert_eq!(
            chains(&parents, &wrong),
            [
                Good, Good, Blocked, Wrong, Blocked, Circle, Circle, Blocked, Circle
            ]
        );
    }

    #[test]
    fn a_container_comes_before_what_it_contains() {
        assert_eq!(containers_first(&[Some(2), None, Some(1), Some(0)]), [1, 2, 0, 3]);
    }
}
