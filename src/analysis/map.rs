//! What a map of a case shows, without drawing it: clusters of what lies close together, names that do not overlap, strikes by
//! month, and photos that were taken far from the strike they show.

pub mod clusters;
pub mod marks;
pub mod names;
pub mod outliers;
pub mod timeline;
