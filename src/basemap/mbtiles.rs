//! [MBTiles 1.3](https://github.com/mapbox/mbtiles-spec/blob/master/1.3/spec.md): a SQLite database with the tables `metadata` and
//! `tiles`, whose rows are counted from the south.
//!
//! The database is foreign. It is opened read-only and as a file that nobody changes, its views can call no function with side
//! effects, and a query that looks at too much is ended.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use rusqlite::limits::Limit;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags, OptionalExtension};

use super::reason::Reason;
use super::unpack::unpack_vector;
use super::{Facts, Kind, TILE_BYTES, plain};
use crate::case::uri;
use crate::intake::format::Format;
use crate::model::place::mercator::{Bounds, project};
use crate::model::place::tile::{DEEPEST, TileId};

/// The steps of SQLite's machine between two looks, and how many looks a query may take: some seconds on an old laptop, which
/// only a file without an index needs.
const STEPS: i32 = 100_000;
const LOOKS: u32 = 400;
/// So many lines of metadata are read.
const LINES: u32 = 200;

/// An open file.
pub(super) struct MbTiles {
    db: Connection,
    looks: Arc<AtomicU32>,
    kind: Kind,
}

impl MbTiles {
    pub(super) fn open(file: &Path) -> Result<(Facts, Self), Reason> {
        let flags =
            OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
        let mut db = Connection::open_with_flags(uri(file, "?immutable=1"), flags)?;
        db.set_limit(Limit::SQLITE_LIMIT_LENGTH, TILE_BYTES as i32)?;
        db.pragma_update(None, "trusted_schema", false)?;
        db.pragma_update(None, "query_only", true)?;
        let looks = Arc::new(AtomicU32::new(0));
        let counted = looks.clone();
        db.progress_handler(
            STEPS,
            Some(move || counted.fetch_add(1, Ordering::Relaxed) > LOOKS),
        )?;
        let metadata = metadata(&db)?;
        let said = |name: &str| metadata.get(name).map(String::as_str).unwrap_or_default();
        looks.store(0, Ordering::Relaxed);
        let (min_zoom, max_zoom) = zooms(&db, said("minzoom"), said("maxzoom"))?;
        looks.store(0, Ordering::Relaxed);
        let kind = kind(&db, said("format"))?;
        let facts = Facts {
            name: plain(said("name")),
            attribution: plain(said("attribution")),
            kind,
            min_zoom,
            max_zoom,
            bounds: bounds(said("bounds")),
        };
        Ok((facts, Self { db, looks, kind }))
    }

    pub(super) fn tile(&mut self, tile: TileId) -> Result<Option<Vec<u8>>, Reason> {
        self.looks.store(0, Ordering::Relaxed);
        let row = (1_u32 << tile.zoom) - 1 - tile.y;
        let mut query = self.db.prepare_cached(
            "SELECT tile_data FROM tiles WHERE zoom_level = ?1 AND tile_column = ?2 AND tile_row = ?3",
        )?;
        let bytes = query
            .query_row((tile.zoom, tile.x, row), |row| bytes(row.get_ref(0)?))
            .optional()?
            .filter(|bytes| !bytes.is_empty());
        match (bytes, self.kind) {
            (Some(bytes), Kind::Vector) => unpack_vector(bytes, TILE_BYTES).map(Some),
            (bytes, _) => Ok(bytes),
        }
    }
}

fn bytes(value: ValueRef<'_>) -> rusqlite::Result<Vec<u8>> {
    Ok(match value {
        ValueRef::Blob(bytes) | ValueRef::Text(bytes) => bytes.to_vec(),
        _ => Vec::new(),
    })
}

fn metadata(db: &Connection) -> Result<HashMap<String, String>, Reason> {
    let mut query = db.prepare("SELECT name, value FROM metadata LIMIT ?1")?;
    let text = |value: ValueRef<'_>| match value {
        ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        _ => String::new(),
    };
    let lines = query.query_map([LINES], |row| Ok((text(row.get_ref(0)?), text(row.get_ref(1)?))))?;
    Ok(lines.collect::<Result<_, _>>()?)
}

/// The zooms as the file says, or else as its tiles are.
fn zooms(db: &Connection, least: &str, most: &str) -> Result<(u8, u8), Reason> {
    let zoom = |text: &str| text.trim().parse().ok().filter(|zoom| *zoom <= DEEPEST);
    let (least, most) = match zoom(least).zip(zoom(most)) {
        Some(said) => said,
        None => {
            // Two questions, because SQLite finds either end by the index, but not both at once.
            let end = |query: &str| db.query_row(query, [], |row| row.get::<_, Option<i64>>(0));
            let least = end("SELECT min(zoom_level) FROM tiles")?;
            let most = end("SELECT max(zoom_level) FROM tiles")?;
            let (least, most) = least.zip(most).ok_or(Reason::Empty)?;
            let zoom = |zoom: i64| u8::try_from(zoom).ok().filter(|zoom| *zoom <= DEEPEST);
            zoom(least).zip(zoom(most)).ok_or(Reason::Damaged("zoom_level"))?
        }
    };
    if least > most {
        return Err(Reason::Damaged("minzoom"));
    }
    Ok((least, most))
}

/// What the tiles are: as the first one begins, because what files say of it is often missing.
fn kind(db: &Connection, said: &str) -> Result<Kind, Reason> {
    let first = db
        .query_row("SELECT tile_data FROM tiles LIMIT 1", [], |row| {
            bytes(row.get_ref(0)?)
        })
        .optional()?
        .ok_or(Reason::Empty)?;
    match (Format::sniff(&first), said) {
        (Some(Format::Png | Format::Jpeg | Format::Webp), _) => Ok(Kind::Raster),
        (_, "pbf" | "mvt" | "application/x-protobuf" | "application/vnd.mapbox-vector-tile") => {
            Ok(Kind::Vector)
        }
        (_, said) => Err(Reason::Kind(said.chars().take(40).collect())),
    }
}

/// West, south, east and north in degrees.
fn bounds(text: &str) -> Option<Bounds> {
    let degrees: Vec<f64> = text
        .split(',')
        .filter_map(|part| part.trim().parse().ok())
        .collect();
    let [west, south, east, north] = degrees[..] else {
        return None;
    };
    area(west, south, east, north)
}

/// The rectangle between these degrees, if it is one on the earth.
pub(super) fn area(west: f64, south: f64, east: f64, north: f64) -> Option<Bounds> {
    let is_one = (-180.0..=180.0).contains(&west)
        && (-180.0..=180.0).contains(&east)
        && (-90.0..=90.0).contains(&south)
        && (-90.0..=90.0).contains(&north)
        && west < east
        && south < north;
    is_one.then(|| Bounds {
        min: project((north, west)),
        max: project((south, east)),
    })
}
