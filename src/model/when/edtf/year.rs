//! Years that are more than four digits: with `Y` before them, as a power of ten, or with significant digits.

use super::{EdtfError, Precision};

/// From a first to a last year, and the one that is taken for the likeliest.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Years {
    pub first: i16,
    pub last: i16,
    pub estimate: Option<i16>,
}

impl Years {
    pub(super) fn precision(self) -> Precision {
        match self.last - self.first + 1 {
            1 => Precision::Year,
            10 => Precision::Decade,
            100 => Precision::Century,
            _ => Precision::Range,
        }
    }
}

/// What stands behind a `Y`: `170000002`, `-17E7`, `3388E2S3`. Few of these years can be kept.
///
/// The error is `None` when the form is wrong, which it also is for a year of four digits without an exponent.
pub(super) fn prefixed(text: &str) -> Result<Years, Option<EdtfError>> {
    let (negative, number) = match text.strip_prefix('-') {
        Some(number) => (true, number),
        None => (false, text),
    };
    let (number, kept) = match number.split_once('S') {
        Some((number, kept)) => (number, Some(digits(kept).ok_or(None)?)),
        None => (number, None),
    };
    let (number, exponent) = match number.split_once('E') {
        Some((number, exponent)) => (number, Some(digits(exponent).ok_or(None)?)),
        None => (number, None),
    };
    if !is_digits(number) || number.starts_with('0') || (exponent.is_none() && number.len() < 5) {
        return Err(None);
    }
    let too_far = || {
        Some(EdtfError::Year {
            year: format!("Y{text}"),
        })
    };
    let power = exponent.map_or(Some(1), |exponent| 10_i64.checked_pow(exponent));
    let year = number
        .parse::<i64>()
        .ok()
        .zip(power)
        .and_then(|(number, power)| number.checked_mul(power))
        .and_then(|year| i16::try_from(year).ok())
        .filter(|year| *year <= 9999)
        .ok_or_else(too_far)?;
    match kept {
        Some(kept) => significant(year, year.to_string().len(), kept, negative).ok_or(None),
        None => {
            let year = if negative { -year } else { year };
            Ok(Years {
                first: year,
                last: year,
                estimate: None,
            })
        }
    }
}

/// `1950S2`: the years that agree with `year`, written with so many `digits`, in the first `kept` of them.
pub(super) fn significant(year: i16, digits: usize, kept: u32, negative: bool) -> Option<Years> {
    let lost = u32::try_from(digits)
        .ok()?
        .checked_sub(kept)
        .filter(|_| kept > 0)?;
    let unit = 10_i16.checked_pow(lost)?;
    let first = year / unit * unit;
    let last = first.checked_add(unit - 1)?;
    Some(if negative {
        // There is no year -0000.
        let (first, last) = (-last, -first.max(1));
        Years {
            first,
            last,
            estimate: Some(-year),
        }
    } else {
        Years {
            first,
            last,
            estimate: Some(year),
        }
    })
}

/// A number of digits or an exponent.
pub(super) fn digits(text: &str) -> Option<u32> {
    is_digits(text).then(|| text.parse().ok())?
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
