//! A budget of bytes that threads share: who needs more than is left waits until others have given back.

use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};

/// A budget of bytes. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Budget(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    total: u64,
    used: Mutex<u64>,
    given_back: Condvar,
}

/// Bytes of a budget, given back when it is dropped.
#[derive(Debug)]
pub struct Share {
    of: Budget,
    bytes: u64,
}

impl Budget {
    /// A budget of `total` bytes.
    #[must_use]
    pub fn new(total: u64) -> Self {
        Self(Arc::new(Shared {
            total,
            used: Mutex::new(0),
            given_back: Condvar::new(),
        }))
    }

    /// Takes `bytes`, waiting until they are there. What is larger than the whole budget waits until nobody else
    /// holds a part of it.
    #[must_use]
    pub fn take(&self, bytes: u64) -> Share {
        let mut used = self.used();
        while *used > 0 && used.saturating_add(bytes) > self.0.total {
            used = self
                .0
                .given_back
                .wait(used)
                .unwrap_or_else(PoisonError::into_inner);
        }
        *used += bytes;
        Share {
            of: self.clone(),
            bytes,
        }
    }

    /// A thread that panics while it holds a share gives it back all the same.
    fn used(&self) -> MutexGuard<'_, u64> {
        self.0.used.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Share {
    fn drop(&mut self) {
        let mut used = self.of.used();
        *used = used.saturating_sub(self.bytes);
        drop(used);
        self.of.0.given_back.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU64, Ordering};

    use super::*;

    #[test]
    fn never_more_is_held_than_the_budget_but_by_one_alone() {
        let budget = Budget::new(100);
        let (held, most) = (AtomicU64::new(0), AtomicU64::new(0));
        std::thread::scope(|scope| {
            for thread in 0..4u64 {
                let (budget, held, most) = (&budget, &held, &most);
                scope.spawn(move || {
                    for round in 0..200 {
                        let bytes = [10, 40, 60, 250][((thread + round) % 4) as usize];
                        let share = budget.take(bytes);
                        let now = held.fetch_add(bytes, Ordering::SeqCst) + bytes;
                        assert!(now <= 100 || now == bytes, "{now}");
                        most.fetch_max(now, Ordering::SeqCst);
                        held.fetch_sub(bytes, Ordering::SeqCst);
                        drop(share);
                    }
                });
            }
        });
        assert_eq!(*budget.used(), 0);
        assert_eq!(most.load(Ordering::SeqCst), 250);
    }
}
