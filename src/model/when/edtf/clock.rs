//! The time of day behind a date.

use jiff::civil::Time;

use super::shape::Moment;
use super::{EdtfError, Precision};

/// `03:40`, `03:40:00`, each with `Z` or `+03:00` behind it or not.
pub(super) fn moment(text: &str) -> Result<(Moment, Precision), EdtfError> {
    let wrong = || EdtfError::Time {
        time: text.to_owned(),
    };
    let (clock, offset) = match text.find(['Z', '+', '-']) {
        None => (text, None),
        Some(at) => (&text[..at], Some(offset(&text[at..]).ok_or_else(wrong)?)),
    };
    let mut parts = clock.split(':').map(two_digits);
    let (hour, minute, second) = (parts.next(), parts.next(), parts.next());
    let (Some(Some(hour)), Some(Some(minute)), None) = (hour, minute, parts.next()) else {
        return Err(wrong());
    };
    let (second, precision) = match second {
        None => (0, Precision::Minute),
        // A leap second is told apart by the text alone: clocks and `Time` have no 60th second.
        Some(Some(60)) if ends_utc_day(hour, minute, offset) => (59, Precision::Second),
        Some(Some(second)) => (second, Precision::Second),
        Some(None) => return Err(wrong()),
    };
    let time = Time::new(hour, minute, second, 0).map_err(|_| wrong())?;
    Ok((Moment { time, offset }, precision))
}

/// Whether a minute can be the last one of a day in UTC, to which leap seconds are added. Without an offset any zone
/// is possible, and they are whole quarters of an hour apart.
fn ends_utc_day(hour: i8, minute: i8, offset: Option<i16>) -> bool {
    let minutes = i16::from(hour) * 60 + i16::from(minute);
    match offset {
        Some(offset) => (minutes - offset).rem_euclid(24 * 60) == 24 * 60 - 1,
        None => minutes % 15 == 14,
    }
}

/// Minutes east of UTC: `Z`, `+03`, `+03:00`. No place is more than 14 hours away.
fn offset(text: &str) -> Option<i16> {
    let (sign, rest) = match text.split_at_checked(1)? {
        ("Z", "") => return Some(0),
        ("+", rest) => (1, rest),
        ("-", rest) => (-1, rest),
        _ => return None,
    };
    let (hours, minutes) = match rest.split_once(':') {
        None => (two_digits(rest)?, 0),
        Some((hours, minutes)) => (two_digits(hours)?, two_digits(minutes)?),
    };
    let all = i16::from(hours) * 60 + i16::from(minutes);
    (minutes < 60 && all <= 14 * 60).then_some(sign * all)
}

fn two_digits(text: &str) -> Option<i8> {
    if text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit()) {
        text.parse().ok()
    } else {
        None
    }
}
