//! When: dates that are known as exactly as they are known, and no more.
//!
//! What a person enters is an [`Edtf`] expression (ISO 8601-2, Library of Congress EDTF): it keeps what was
//! typed and says which days it may mean. Arithmetic is done on [`Interval`]s, which are whole days of the
//! proleptic Gregorian calendar, both ends included. [`StrikeDates`] turns what is known of a strike into
//! the days on which the weapon can have been used. A date is moved by whole days where that is exact ([`Edtf::moved`]).

mod clocks;
mod edtf;
mod interval;
mod lenient;
mod redate;
mod strike_dates;

pub use clocks::Clocks;
pub use edtf::{Bounds, Doubt, Edtf, EdtfError, MissingEnd, Precision, SetKind};
pub use interval::{Interval, IntervalError, nights};
pub use redate::CannotMove;
pub use strike_dates::StrikeDates;
