//! Buffers for pixels that are used again by the same thread: memory that the system has to hand out and clear for each
//! photo costs a tenth of an import.

use std::cell::RefCell;

/// Each thread keeps so many bytes: what a photo of 12 megapixels needs. What is larger is rare and comes from the system.
const KEPT: usize = 12 << 20;

thread_local! {
    static BUFFERS: RefCell<Vec<Vec<u8>>> = const { RefCell::new(Vec::new()) };
}

/// A buffer of `length` bytes, whatever they are: the caller writes them all.
pub(super) fn take(length: usize) -> Vec<u8> {
    let kept = BUFFERS.with_borrow_mut(|buffers| {
        let fits = |buffer: &Vec<u8>| buffer.capacity() >= length;
        // The smallest that fits, so that large ones are there for large pictures.
        let places = (0..buffers.len()).filter(|place| fits(&buffers[*place]));
        let place = places.min_by_key(|place| buffers[*place].capacity())?;
        Some(buffers.remove(place))
    });
    match kept {
        Some(mut buffer) => {
            buffer.resize(length, 0);
            buffer
        }
        None => vec![0; length],
    }
}

/// Keeps a buffer for another picture.
pub(super) fn give(buffer: Vec<u8>) {
    if !(1..=KEPT).contains(&buffer.capacity()) {
        return;
    }
    BUFFERS.with_borrow_mut(|buffers| {
        buffers.push(buffer);
        let mut kept: usize = buffers.iter().map(Vec::capacity).sum();
        while kept > KEPT {
            // The oldest: a large one after a large photo does not stay for ever.
            kept -= buffers.remove(0).capacity();
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_buffer_is_used_again_and_has_the_length_that_is_asked_for() {
        give(vec![7; 1000]);
        let at = {
            let buffer = take(600);
            assert_eq!(buffer.len(), 600);
            let at = buffer.as_ptr();
            give(buffer);
            at
        };
        let buffer = take(1000);
        assert_eq!((buffer.len(), buffer.as_ptr()), (1000, at));
        assert_eq!(take(1001).len(), 1001);
        for _ in 0..5 {
            give(vec![1; KEPT / 2]);
        }
        give(vec![1; KEPT + 1]);
        BUFFERS.with_borrow(|buffers| assert_eq!(buffers.len(), 2));
    }
}
