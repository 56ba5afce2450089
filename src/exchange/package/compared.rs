//! Two long texts compared without holding either: by their hashes.

use sha2::{Digest, Sha256 as Hasher};

/// A text that is made part by part.
pub(super) struct Text {
    hasher: Hasher,
    is_empty: bool,
}

impl Text {
    /// A text that begins so.
    pub(super) fn new(head: &str) -> Self {
        let mut hasher = Hasher::new();
        hasher.update(head.as_bytes());
        Self {
            hasher,
            is_empty: true,
        }
    }

    /// Goes on with this.
    pub(super) fn add(&mut self, part: &[u8]) {
        self.hasher.update(part);
    }

    /// Goes on with this, and `between` if it is not the first.
    pub(super) fn add_part(&mut self, part: &str, between: &str) {
        if !std::mem::take(&mut self.is_empty) {
            self.add(between.as_bytes());
        }
        self.add(part.as_bytes());
    }

    /// Whether with this end it is `text`.
    pub(super) fn ends_as(mut self, text: &[u8], tail: &str) -> bool {
        self.add(tail.as_bytes());
        self.hasher.finalize() == Hasher::digest(text)
    }

    /// Whether both are the same.
    pub(super) fn same_as(self, other: Self) -> bool {
        self.hasher.finalize() == other.hasher.finalize()
    }
}
