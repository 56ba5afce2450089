//! Degrees as people write them: decimal, with minutes, with seconds; with points or commas; with letters or words for
//! the direction, before or behind, in English, Ukrainian, Russian or Korean; with signs, or with none of these.

mod tokens;

use self::tokens::{Axis, Number, Token, tokens};
use super::geodesic::cell_radius;
use super::notation::{Notation, NotationError, Written};

/// Reads degrees.
pub(super) fn read(text: &str) -> Result<Written, NotationError> {
    let tokens = tokens(text)?;
    let [first, second] = parts(&tokens)?;
    let (first, second) = (first.angle()?, second.angle()?);
    let (latitude, longitude) = match (first.axis, second.axis) {
        (None, None) => (first, second),
        (Some(Axis::Latitude), Some(Axis::Longitude)) => (first, second),
        (Some(Axis::Longitude), Some(Axis::Latitude)) => (second, first),
        _ => return Err(NotationError::Letters),
    };
    let is_ordered = first.axis.is_none();
    if is_ordered && latitude.degrees.abs() > 90.0 && longitude.degrees.abs() <= 90.0 {
        return Err(NotationError::Swapped {
            degrees: latitude.degrees,
            other: format!("{}, {}", longitude.degrees, latitude.degrees),
        });
    }
    if latitude.degrees.abs() > 90.0 {
        return Err(NotationError::Latitude {
            degrees: latitude.degrees,
        });
    }
    if longitude.degrees.abs() > 180.0 {
        return Err(NotationError::Longitude {
            degrees: longitude.degrees,
        });
    }
    let notation = match latitude.units.max(longitude.units) {
        1 => Notation::Decimal,
        2 => Notation::Minutes,
        _ => Notation::Seconds,
    };
    let at = (latitude.degrees, longitude.degrees);
    let radius = cell_radius(at, latitude.half_step, longitude.half_step);
    Ok(Written::new(at.0, at.1, Some(radius), notation))
}

/// What is written of one axis.
#[derive(Debug, Clone, Default)]
struct Part {
    numbers: Vec<(Number, Option<usize>)>,
    axis: Option<Axis>,
    /// Whether the direction counts down, if there is one.
    down: Option<bool>,
}

/// An angle that was read.
#[derive(Clone, Copy)]
struct Angle {
    degrees: f64,
    /// Half of what the last digit counts, in degrees.
    half_step: f64,
    /// How many units it is written in.
    units: usize,
    axis: Option<Axis>,
}

impl Part {
    fn set_axis(&mut self, axis: Axis) -> Result<(), NotationError> {
        if self.axis.is_some_and(|other| other != axis) {
            return Err(NotationError::Letters);
        }
        self.axis = Some(axis);
        Ok(())
    }

    /// Takes what stands in a part; separators within one say nothing.
    fn take(&mut self, token: Token) -> Result<(), NotationError> {
        match token {
            Token::Number(number) => self.numbers.push((number, None)),
            Token::Unit(unit, _) => {
                let Some((_, of)) = self.numbers.last_mut().filter(|(_, of)| of.is_none()) else {
                    return Err(NotationError::Unrecognised);
                };
                *of = Some(unit);
            }
            Token::Direction(axis, down) => {
                self.set_axis(axis)?;
                if self.down.replace(down).is_some() {
                    return Err(NotationError::Letters);
                }
            }
            Token::Label(axis) => self.set_axis(axis)?,
            Token::Separator => {}
        }
        Ok(())
    }

    fn angle(&self) -> Result<Angle, NotationError> {
        let numbers = self.unpacked();
        let (Some((first, _)), 1..=3) = (numbers.first(), numbers.len()) else {
            return Err(NotationError::Unrecognised);
        };
        let mut degrees = 0.0;
        let mut half_step = 0.0;
        for (place, (number, unit)) in numbers.iter().enumerate() {
            if unit.is_some_and(|unit| unit != place) || (place > 0 && number.has_sign) {
                return Err(NotationError::Unrecognised);
            }
            if place + 1 < numbers.len() && number.decimals > 0 {
                return Err(NotationError::Fraction);
            }
            if place > 0 && number.value >= 60.0 {
                return Err(NotationError::Sixty);
            }
            let part = 60f64.powi(place as i32);
            degrees += number.value / part;
            half_step = 0.5 * 10f64.powi(-(number.decimals as i32)) / part;
        }
        if first.has_sign && self.down.is_some() {
            return Err(NotationError::SignAndLetter);
        }
        if first.is_negative || self.down == Some(true) {
            degrees = -degrees;
        }
        Ok(Angle {
            degrees,
            half_step,
            units: numbers.len(),
            axis: self.axis,
        })
    }

    /// The numbers; one that is written without a gap (`502730N`, `0303112E`, as in notices to airmen) taken apart.
    fn unpacked(&self) -> Vec<(Number, Option<usize>)> {
        let [(number, None)] = self.numbers.as_slice() else {
            return self.numbers.clone();
        };
        let degrees = match self.axis {
            Some(Axis::Latitude) => 2,
            Some(Axis::Longitude) => 3,
            None => return self.numbers.clone(),
        };
        let pairs = match number.whole.checked_sub(degrees) {
            Some(2) => 1,
            Some(4) => 2,
            _ => return self.numbers.clone(),
        };
        let mut rest = number.value;
        let mut parts = vec![];
        for pair in (0..=pairs).rev() {
            let unit = 100f64.powi(pair);
            let is_last = pair == 0;
            let value = if is_last { rest } else { (rest / unit).floor() };
            rest -= value * unit;
            parts.push((
                Number {
                    value,
                    decimals: if is_last { number.decimals } else { 0 },
                    ..*number
                },
                None,
            ));
        }
        for (part, _) in parts.iter_mut().skip(1) {
            part.has_sign = false;
        }
        parts
    }
}

/// Divides what was written into its two halves.
fn parts(tokens: &[Token]) -> Result<[Part; 2], NotationError> {
    let begins: Vec<usize> = beginnings(tokens)?;
    let [0, second] = begins.as_slice() else {
        return Err(NotationError::Unrecognised);
    };
    let mut parts = [Part::default(), Part::default()];
    for (place, token) in tokens.iter().enumerate() {
        parts[usize::from(place >= *second)].take(*token)?;
    }
    Ok(parts)
}

/// Where the halves begin: at labels, at or behind letters, at the one separator, at the second sign of degrees, or in
/// the middle.
fn beginnings(tokens: &[Token]) -> Result<Vec<usize>, NotationError> {
    let places = |wanted: fn(&Token) -> bool| -> Vec<usize> {
        let found = tokens.iter().enumerate().filter(|(_, token)| wanted(token));
        found.map(|(place, _)| place).collect()
    };
    let labels = places(|token| matches!(token, Token::Label(_)));
    if !labels.is_empty() {
        return Ok(labels);
    }
    let numbers = places(|token| matches!(token, Token::Number(_)));
    let directions = places(|token| matches!(token, Token::Direction(..)));
    if let (Some(direction), Some(number)) = (directions.first(), numbers.first()) {
        if direction < number {
            return Ok(directions);
        }
        return match directions.as_slice() {
            [first, last] if last + 1 == tokens.len() => Ok(vec![0, first + 1]),
            _ => Err(NotationError::Letters),
        };
    }
    let separators = places(|token| matches!(token, Token::Separator));
    if let [separator] = separators.as_slice() {
        return Ok(vec![0, *separator]);
    }
    if !separators.is_empty() {
        return Err(NotationError::Unrecognised);
    }
    let degrees = places(|token| matches!(token, Token::Unit(0, _)));
    if let [_, second] = degrees.as_slice() {
        return Ok(vec![0, second.saturating_sub(1)]);
    }
    let is_whole = |token: &Token| matches!(token, Token::Number(number) if number.decimals == 0);
    match numbers.as_slice() {
        // Two whole numbers without anything between may as well be degrees and minutes of one half.
        [first, second] if is_whole(&tokens[*first]) && is_whole(&tokens[*second]) && tokens.len() == 2 => {
            let text = |place: usize| match tokens[place] {
                Token::Number(number) => number.value.to_string(),
                _ => String::new(),
            };
            Err(NotationError::Ambiguous {
                one: format!("{}, {}", text(*first), text(*second)),
                other: format!("{}° {}′", text(*first), text(*second)),
            })
        }
        all if all.len().is_multiple_of(2) && !all.is_empty() => Ok(vec![0, all[all.len() / 2]]),
        _ => Err(NotationError::Unrecognised),
    }
}

#[cfg(test)]
mod tests;
