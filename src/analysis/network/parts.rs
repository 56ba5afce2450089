//! What hangs together in a graph.

/// Sets of things that are joined one by one.
pub(super) struct Parts(Vec<usize>);

impl Parts {
    /// Each of `count` things alone.
    pub(super) fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    /// The thing that stands for the part to which `of` belongs: the smallest one.
    pub(super) fn of(&mut self, of: usize) -> usize {
        let mut at = of;
        while self.0[at] != at {
            // Halving the way makes the next one short.
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    /// Makes the parts of two things one.
    pub(super) fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.of(one), self.of(other));
        self.0[one.max(other)] = one.min(other);
    }
}
