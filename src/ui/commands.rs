//! Everything that a person can ask for without pointing at a thing, as data: the menu, the palette, the
//! sheet of keys and the tests are all read from this one table.

mod keys;
mod table;

pub use keys::{claim_keys, pressed};
pub use table::{Group, UiCommand};

#[cfg(test)]
mod tests;
