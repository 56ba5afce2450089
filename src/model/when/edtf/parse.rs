//! From text to what an expression says.

use super::shape::{Doubt, End, MissingEnd, Point, SetKind, Shape};
use super::{Edtf, EdtfError, Precision, calendar, clock};

/// The shape of a whole expression.
pub(super) fn shape(text: &str) -> Result<Shape, EdtfError> {
    let inside = |open, close| text.strip_prefix(open)?.strip_suffix(close);
    if let Some(list) = inside('[', ']') {
        return set(SetKind::OneOf, list);
    }
    if let Some(list) = inside('{', '}') {
        return set(SetKind::All, list);
    }
    match text.split_once('/') {
        None => Ok(Shape::Single(point(text)?)),
        Some((start, end)) => range(start, end),
    }
}

fn range(start: &str, end: &str) -> Result<Shape, EdtfError> {
    let part = |text: &str| match text {
        "" => Ok(End::Missing(MissingEnd::Unknown)),
        ".." => Ok(End::Missing(MissingEnd::Open)),
        _ => point(text).map(End::At),
    };
    let (first, last) = (part(start)?, part(end)?);
    match (first, last) {
        (End::Missing(_), End::Missing(_)) => Err(EdtfError::NoEnd),
        (End::At(a), End::At(b)) if a.days.earliest() > b.days.latest() || ends_before(a, b) => {
            Err(EdtfError::Backwards {
                start: start.to_owned(),
                end: end.to_owned(),
            })
        }
        _ => Ok(Shape::Range(first, last)),
    }
}

/// Whether two moments of one day, in the same offset, are in the wrong order.
fn ends_before(a: Point, b: Point) -> bool {
    match (a.moment, b.moment) {
        (Some(first), Some(last)) => {
            a.days == b.days && first.offset == last.offset && last.time < first.time
        }
        _ => false,
    }
}

/// The members of a set, separated by commas.
fn set(kind: SetKind, list: &str) -> Result<Shape, EdtfError> {
    let last = list.matches(',').count();
    let members: Result<Vec<Edtf>, EdtfError> = list
        .split(',')
        .enumerate()
        .map(|(at, text)| member(text, at == 0, at == last))
        .collect();
    Ok(Shape::Set(kind, members?))
}

/// A date, or all from one to another (`1670..1672`). Only the first may have no beginning, and only the last no end.
fn member(text: &str, is_first: bool, is_last: bool) -> Result<Edtf, EdtfError> {
    let form = || EdtfError::Form {
        text: text.to_owned(),
    };
    let (start, end) = match text.split_once("..") {
        None => {
            let shape = Shape::Single(point(text)?);
            return Ok(Edtf {
                text: text.to_owned(),
                shape,
            });
        }
        Some(("", "")) => return Err(EdtfError::NoEnd),
        Some(("", end)) if is_first => ("..", end),
        Some((start, "")) if is_last => (start, ".."),
        Some(("", _) | (_, "")) => return Err(form()),
        Some(ends) => ends,
    };
    let shape = range(start, end)?;
    match shape {
        // Between 1670 and May 1672 nobody could say what to count.
        Shape::Range(End::At(a), End::At(b)) if a.precision != b.precision => Err(form()),
        _ => Ok(Edtf {
            text: format!("{start}/{end}"),
            shape,
        }),
    }
}

/// One date, or date and time, with its qualifiers.
fn point(text: &str) -> Result<Point, EdtfError> {
    let form = || EdtfError::Form {
        text: text.to_owned(),
    };
    let Some((date, time)) = text.split_once('T') else {
        return calendar::date(text).map_err(|problem| problem.unwrap_or_else(form));
    };
    if text.contains(|sign| Doubt::of(sign).is_some()) {
        return Err(EdtfError::QualifiedTime {
            text: text.to_owned(),
        });
    }
    let (moment, precision) = clock::moment(time)?;
    let day = calendar::date(date).map_err(|problem| problem.unwrap_or_else(form))?;
    if day.precision != Precision::Day {
        return Err(form());
    }
    Ok(Point {
        precision,
        moment: Some(moment),
        ..day
    })
}
