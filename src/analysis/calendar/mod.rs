//! How strikes stand on a calendar: how exactly their days are known, dates in words, and which line of which week each has.
//! What the window draws and what is printed is laid out by the same functions.

mod certainty;
pub mod layout;
pub mod words;

pub use certainty::Certainty;
