//! `geo:` URIs (RFC 5870).

use super::super::notation::{Notation, NotationError, Written};
use super::{Link, in_range, located};

/// `geo:LAT,LON[,ALT][;crs=wgs84][;u=METRES][;...]`. The number of digits says nothing of the uncertainty
/// (RFC 5870 §3.4.3), so that without `u` no radius is known.
pub(super) fn read(rest: &str) -> Result<Written, NotationError> {
    // Android adds a question: geo:50.45,30.52?z=15, and geo:0,0?q=50.45,30.52 for a marked point.
    let (rest, query) = rest.split_once('?').unwrap_or((rest, ""));
    let mut parts = rest.split(';');
    let mut coordinates = parts.next().unwrap_or_default().split(',');
    let mut number = || {
        let text = coordinates.next()?.trim();
        let number: f64 = text.parse().ok()?;
        // `parse` also takes words and powers, which the standard doesn't have.
        let is_plain = text
            .trim_start_matches('-')
            .chars()
            .all(|c| c.is_ascii_digit() || c == '.');
        is_plain.then_some(number)
    };
    let (Some(latitude), Some(longitude)) = (number(), number()) else {
        return Err(NotationError::GeoUri);
    };
    let mut radius = None;
    for part in parts {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        match name.trim().to_ascii_lowercase().as_str() {
            "crs" if !value.eq_ignore_ascii_case("wgs84") => {
                return Err(NotationError::Crs {
                    crs: value.chars().take(40).collect(),
                });
            }
            "u" => {
                let metres = value.parse::<f64>().ok();
                let metres = metres.filter(|metres| metres.is_finite() && *metres >= 0.0);
                radius = Some(metres.ok_or(NotationError::GeoUri)?);
            }
            _ => {}
        }
    }
    if (latitude, longitude) == (0.0, 0.0)
        && let Some(marked) = Link::new(&format!("geo?{query}")).pair("q", false)
    {
        return located(marked?, Notation::GeoUri, false);
    }
    in_range(latitude, longitude)?;
    Ok(Written {
        radius_m: radius,
        ..Written::new(latitude, longitude, None, Notation::GeoUri)
    })
}
