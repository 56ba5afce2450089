//! What leaves the case in a form that others read: pictures of charts so far.

pub mod chart;
pub mod picture;
