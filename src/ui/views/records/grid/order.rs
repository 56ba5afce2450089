//! In which order the rows of a sheet stand. While somebody works, rows stay where they are: what an edit would sort or
//! filter elsewhere is moved only when the order or the filter is asked for anew.

use std::collections::HashMap;

use uuid::Uuid;

/// The rows in their order.
#[derive(Debug, Default)]
pub struct Order<K> {
    /// For what the order was asked.
    asked: Option<K>,
    rows: Vec<Uuid>,
    places: HashMap<Uuid, usize>,
}

impl<K: PartialEq> Order<K> {
    /// Takes an answer: to another question as it is; to the same one only what is new in it, at the end.
    pub fn take(&mut self, question: K, answer: &[Uuid]) {
        if self.asked.as_ref() == Some(&question) {
            for row in answer {
                self.push(*row);
            }
            return;
        }
        self.asked = Some(question);
        self.rows = answer.to_vec();
        self.number(0);
    }

    /// Adds a row at the end, unless it is there.
    pub fn push(&mut self, row: Uuid) {
        if let std::collections::hash_map::Entry::Vacant(free) = self.places.entry(row) {
            free.insert(self.rows.len());
            self.rows.push(row);
        }
    }

    /// Takes a row out.
    pub fn remove(&mut self, row: Uuid) {
        if let Some(place) = self.places.remove(&row) {
            self.rows.remove(place);
            self.number(place);
        }
    }

    fn number(&mut self, from: usize) {
        if from == 0 {
            self.places.clear();
        }
        for (place, row) in self.rows.iter().enumerate().skip(from) {
            self.places.insert(*row, place);
        }
    }

    /// The rows.
    #[must_use]
    pub fn rows(&self) -> &[Uuid] {
        &self.rows
    }

    /// Where a row stands.
    #[must_use]
    pub fn place(&self, row: Uuid) -> Option<usize> {
        self.places.get(&row).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_stay_where_they_are_until_another_order_is_asked_for() {
        let id = |nth: u128| Uuid::from_u128(nth);
        let mut order = Order::default();
        order.take("by title", &[id(2), id(1)]);
        order.push(id(3));
        order.take("by title", &[id(3), id(1), id(2), id(4)]);
        assert_eq!(order.rows(), [id(2), id(1), id(3), id(4)]);
        order.remove(id(1));
        assert_eq!(order.place(id(4)), Some(2));
        assert_eq!(order.place(id(1)), None);
        order.take("by date", &[id(4), id(2), id(3)]);
        assert_eq!(order.rows(), [id(4), id(2), id(3)]);
        assert_eq!(order.place(id(2)), Some(1));
    }
}
