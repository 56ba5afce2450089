//! Photos that belong together by what they look like or when they were taken: the same picture in another size or
//! compression, and bursts. Only offered to a person, never decided.

use jiff::civil::DateTime;

/// Two pictures whose likenesses differ in at most this many of 64 bits look alike.
pub const ALIKE_BITS: u32 = 6;
/// Photos of one camera that follow each other within this many seconds are a burst.
pub const BURST_S: i64 = 2;

/// The groups of two and more among `likenesses` that look alike, as places in the list: each group in the order of
/// the list, and the groups in that of their first members.
#[must_use]
pub fn alike(likenesses: &[u64]) -> Vec<Vec<usize>> {
    let mut groups = Groups::new(likenesses.len());
    // Equal ones first, so that a thousand black pictures are not compared with each other.
    let mut distinct: Vec<usize> = (0..likenesses.len()).collect();
    distinct.sort_by_key(|place| likenesses[*place]);
    distinct.dedup_by(|next, one| {
        let same = likenesses[*next] == likenesses[*one];
        if same {
            groups.join(*one, *next);
        }
        same
    });
    // Two numbers that differ in fewer bits than there are bytes have a byte in common.
    for byte in 0..8 {
        let part = |place: usize| (likenesses[place] >> (8 * byte)) & 0xFF;
        let mut order = distinct.clone();
        order.sort_by_key(|place| part(*place));
        for same in order.chunk_by(|a, b| part(*a) == part(*b)) {
            for (at, one) in same.iter().enumerate() {
                for other in &same[at + 1..] {
                    if (likenesses[*one] ^ likenesses[*other]).count_ones() <= ALIKE_BITS {
                        groups.join(*one, *other);
                    }
                }
            }
        }
    }
    groups.of_several()
}

/// The runs of two and more photos of one camera that follow each other within [`BURST_S`]. `photos` are camera and
/// local time, in the order of both; photos without a camera or a time are in no burst.
#[must_use]
pub fn bursts(photos: &[(Option<&str>, Option<DateTime>)]) -> Vec<Vec<usize>> {
    let follows = |one: usize, other: usize| {
        let ((camera, Some(at)), (same, Some(next))) = (photos[one], photos[other]) else {
            return false;
        };
        camera.is_some() && camera == same && next.duration_since(at).as_secs() <= BURST_S
    };
    let places: Vec<usize> = (0..photos.len()).collect();
    places
        .chunk_by(|one, other| follows(*one, *other))
        .filter(|run| run.len() > 1)
        .map(<[usize]>::to_vec)
        .collect()
}

/// Which places belong together.
struct Groups(Vec<usize>);

impl Groups {
    fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    fn first(&mut self, mut place: usize) -> usize {
        while self.0[place] != place {
            self.0[place] = self.0[self.0[place]];
            place = self.0[place];
        }
        place
    }

    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.first(one), self.first(other));
        self.0[one.max(other)] = one.min(other);
    }

    fn of_several(mut self) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = vec![Vec::new(); self.0.len()];
        for place in 0..self.0.len() {
            let first = self.first(place);
            groups[first].push(place);
        }
        groups.retain(|group| group.len() > 1);
        groups
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn few_different_bits_make_a_group_and_many_do_not() {
        let one = 0x0123_4567_89AB_CDEF;
        let near = one ^ 0b10_0000_0001;
        let far = !one;
        assert_eq!(alike(&[one, far, near, 0]), [vec![0, 2]]);
    }

    #[test]
    fn photos_within_seconds_are_a_burst_unless_another_camera_took_them() {
        let at = |text: &str| Some(text.parse().unwrap());
        let photos = [
            (Some("A"), at("2024-08-18T09:00:00")),
            (Some("A"), at("2024-08-18T09:00:01")),
            (Some("A"), at("2024-08-18T09:00:03")),
            (Some("A"), at("2024-08-18T09:00:09")),
            (Some("B"), at("2024-08-18T09:00:10")),
            (None, at("2024-08-18T09:00:10")),
            (None, at("2024-08-18T09:00:10")),
        ];
        assert_eq!(bursts(&photos), [vec![0, 1, 2]]);
    }

    proptest! {
        #[test]
        fn groups_are_those_of_comparing_each_with_each(
            seeds in prop::collection::vec((0..6u64, prop::collection::vec(0..64u32, 0..5)), 0..40)
        ) {
            let likenesses: Vec<u64> = seeds
                .iter()
                .map(|(base, flips)| {
                    let base = base.wrapping_mul(0x9E37_79B9_7F4A_7C15);
                    flips.iter().fold(base, |hash, bit| hash ^ (1 << bit))
                })
                .collect();
            let mut plain = Groups::new(likenesses.len());
            for one in 0..likenesses.len() {
                for other in 0..one {
                    if (likenesses[one] ^ likenesses[other]).count_ones() <= ALIKE_BITS {
                        plain.join(one, other);
                    }
                }
            }
            prop_assert_eq!(alike(&likenesses), plain.of_several());
        }
    }
}
