//! What comes into a case from others, and leaves it for them, in forms that other programs know.

pub mod sheet;
