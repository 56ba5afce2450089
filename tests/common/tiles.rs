//! Files of tiles, made here by the specifications alone: nothing of the program's own reader is used.

#![allow(dead_code, reason = "each test file uses its part")]

use std::io::Write;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;
use rusqlite::{Connection, params};

pub const CREDIT: &str = "<a href=\"https://example.org\">&copy; Example surveyors</a>";

pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

/// A tile of one colour.
pub fn png(side: u32, colour: [u8; 4]) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbaImage::from_pixel(side, side, image::Rgba(colour))
        .write_to(&mut bytes, image::ImageFormat::Png)
        .unwrap();
    bytes.into_inner()
}

/// Tiles by zoom, column and row from the north.
pub type Tiles = Vec<((u8, u32, u32), Vec<u8>)>;

/// All tiles down to a zoom, each in its own colour: red tells the zoom, green the column, blue the row.
pub fn coloured(zooms: std::ops::RangeInclusive<u8>) -> Tiles {
    let mut tiles = Vec::new();
    for zoom in zooms {
        for x in 0..1_u32 << zoom {
            for y in 0..1_u32 << zoom {
                let colour = [zoom * 20, (x * 4) as u8, (y * 4) as u8, 255];
                tiles.push(((zoom, x, y), png(256, colour)));
            }
        }
    }
    tiles
}

pub fn mbtiles(file: &Path, metadata: &[(&str, &str)], tiles: &Tiles) {
    let db = Connection::open(file).unwrap();
    db.execute_batch(
        "CREATE TABLE metadata (name text, value text);
         CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob);
         CREATE UNIQUE INDEX tile_index ON tiles (zoom_level, tile_column, tile_row);",
    )
    .unwrap();
    for pair in metadata {
        db.execute("INSERT INTO metadata VALUES (?1, ?2)", params![pair.0, pair.1])
            .unwrap();
    }
    for ((zoom, x, y), bytes) in tiles {
        let row = (1_u32 << zoom) - 1 - y;
        db.execute(
            "INSERT INTO tiles VALUES (?1, ?2, ?3, ?4)",
            params![zoom, x, row, bytes],
        )
        .unwrap();
    }
}

fn varint(mut number: u64, to: &mut Vec<u8>) {
    while number > 0x7f {
        to.push((number & 0x7f) as u8 | 0x80);
        number >>= 7;
    }
    to.push(number as u8);
}

/// The number of a tile, by drawing the curve as the specification describes it: step by step.
fn number(zoom: u8, x: u32, y: u32) -> u64 {
    fn curve(zoom: u8) -> Vec<(u32, u32)> {
        let Some(zoom) = zoom.checked_sub(1) else {
            return vec![(0, 0)];
        };
        let (inner, side) = (curve(zoom), 1 << zoom);
        let last = side - 1;
        let mut whole: Vec<(u32, u32)> = inner.iter().map(|(x, y)| (*y, *x)).collect();
        whole.extend(inner.iter().map(|(x, y)| (*x, y + side)));
        whole.extend(inner.iter().map(|(x, y)| (x + side, y + side)));
        whole.extend(inner.iter().map(|(x, y)| (last - y + side, last - x)));
        whole
    }
    let before: u64 = (0..zoom).map(|zoom| 4_u64.pow(zoom.into())).sum();
    before + curve(zoom).iter().position(|at| *at == (x, y)).unwrap() as u64
}

struct Entry {
    tile: u64,
    offset: u64,
    length: u64,
    run: u64,
}

fn directory(entries: &[Entry]) -> Vec<u8> {
    let mut bytes = Vec::new();
    varint(entries.len() as u64, &mut bytes);
    let mut before = 0;
    for entry in entries {
        varint(entry.tile - before, &mut bytes);
        before = entry.tile;
    }
    entries.iter().for_each(|entry| varint(entry.run, &mut bytes));
    entries.iter().for_each(|entry| varint(entry.length, &mut bytes));
    let mut after = None;
    for entry in entries {
        let is_next = after == Some(entry.offset);
        varint(if is_next { 0 } else { entry.offset + 1 }, &mut bytes);
        after = Some(entry.offset + entry.length);
    }
    gzip(&bytes)
}

/// A PMTiles file with directories packed by gzip, of which each leaf has at most `leaf` entries; equal tiles that follow each
/// other are one run. `kind` is 1 for vectors (packed by gzip), 2 for PNG.
pub fn pmtiles(file: &Path, metadata: &str, kind: u8, leaf: usize, tiles: &Tiles) {
    let mut numbered: Vec<(u64, &Vec<u8>)> = tiles
        .iter()
        .map(|((zoom, x, y), bytes)| (number(*zoom, *x, *y), bytes))
        .collect();
    numbered.sort_by_key(|(number, _)| *number);
    let (mut data, mut entries, mut before): (Vec<u8>, Vec<Entry>, &[u8]) = (Vec::new(), Vec::new(), &[]);
    for (tile, bytes) in numbered {
        if let Some(last) = entries.last_mut()
            && bytes == before
            && last.tile + last.run == tile
        {
            last.run += 1;
            continue;
        }
        let stored = if kind == 1 { gzip(bytes) } else { bytes.clone() };
        entries.push(Entry {
            tile,
            offset: data.len() as u64,
            length: stored.len() as u64,
            run: 1,
        });
        data.extend(stored);
        before = bytes;
    }
    let (mut leaves, mut root) = (Vec::new(), Vec::new());
    if entries.len() <= leaf {
        root = directory(&entries);
    } else {
        let mut tops = Vec::new();
        for part in entries.chunks(leaf) {
            let packed = directory(part);
            tops.push(Entry {
                tile: part[0].tile,
                offset: leaves.len() as u64,
                length: packed.len() as u64,
                run: 0,
            });
            leaves.extend(packed);
        }
        root.extend(directory(&tops));
    }
    let metadata = gzip(metadata.as_bytes());
    let zooms = || tiles.iter().map(|((zoom, ..), _)| *zoom);
    let mut bytes = b"PMTiles\x03".to_vec();
    let mut at = 127_u64;
    for part in [&root, &metadata, &leaves, &data] {
        bytes.extend(at.to_le_bytes());
        bytes.extend((part.len() as u64).to_le_bytes());
        at += part.len() as u64;
    }
    for _ in 0..3 {
        bytes.extend(0_u64.to_le_bytes());
    }
    bytes.extend([1, 2, if kind == 1 { 2 } else { 1 }, kind]);
    bytes.extend([zooms().min().unwrap(), zooms().max().unwrap()]);
    for degrees in [-180.0, -85.0, 180.0, 85.0] {
        bytes.extend(((degrees * 1e7) as i32).to_le_bytes());
    }
    bytes.extend([0; 9]);
    assert_eq!(bytes.len(), 127);
    for part in [root, metadata, leaves, data] {
        bytes.extend(part);
    }
    std::fs::write(file, bytes).unwrap();
}

fn field(number: u64, bytes: &[u8], to: &mut Vec<u8>) {
    varint(number << 3 | 2, to);
    varint(bytes.len() as u64, to);
    to.extend(bytes);
}

/// One feature of a layer: 1 for points, 2 for lines, 3 for areas; its rings or lines; and its properties.
pub struct Drawn<'a> {
    pub form: u8,
    pub lines: &'a [&'a [(i32, i32)]],
    pub properties: &'a [(&'a str, &'a str)],
}

/// A layer of a tile with vectors, as a tile of its own: tiles are put together by writing one after the other.
pub fn layer(name: &str, features: &[Drawn<'_>]) -> Vec<u8> {
    let (mut layer, mut words, mut count) = (Vec::new(), Vec::new(), 0);
    field(1, name.as_bytes(), &mut layer);
    for feature in features {
        let (mut tags, mut geometry, mut at) = (Vec::new(), Vec::new(), (0, 0));
        for (key, value) in feature.properties {
            varint(count, &mut tags);
            varint(count, &mut tags);
            count += 1;
            field(3, key.as_bytes(), &mut words);
            let mut text = Vec::new();
            field(1, value.as_bytes(), &mut text);
            field(4, &text, &mut words);
        }
        let mut go = |to: (i32, i32), geometry: &mut Vec<u8>| {
            for by in [to.0 - at.0, to.1 - at.1] {
                varint(((by << 1) ^ (by >> 31)) as u32 as u64, geometry);
            }
            at = to;
        };
        for line in feature.lines {
            varint(1 << 3 | 1, &mut geometry);
            go(line[0], &mut geometry);
            if line.len() > 1 {
                varint((line.len() as u64 - 1) << 3 | 2, &mut geometry);
                line[1..].iter().for_each(|to| go(*to, &mut geometry));
            }
            if feature.form == 3 {
                varint(1 << 3 | 7, &mut geometry);
            }
        }
        let mut bytes = Vec::new();
        field(2, &tags, &mut bytes);
        bytes.extend([0x18, feature.form]);
        field(4, &geometry, &mut bytes);
        field(2, &bytes, &mut layer);
    }
    layer.extend(words);
    layer.extend([0x28, 0x80, 0x20, 0x78, 2]);
    let mut tile = Vec::new();
    field(3, &layer, &mut tile);
    tile
}

/// A tile with water in its left half, a motorway across and a town, in the words of OpenMapTiles or of Protomaps.
pub fn vectors(is_protomaps: bool) -> Vec<u8> {
    let (kind, road, places, motorway) = if is_protomaps {
        ("kind", "roads", "places", "highway")
    } else {
        ("class", "transportation", "place", "motorway")
    };
    let detail: &[(&str, &str)] = if is_protomaps {
        &[
            ("kind", "locality"),
            ("kind_detail", "city"),
            ("name", "Київ"),
            ("name:en", "Kyiv"),
        ]
    } else {
        &[("class", "city"), ("name", "Київ"), ("name:en", "Kyiv")]
    };
    let half = [(0, 0), (2048, 0), (2048, 4096), (0, 4096)];
    let mut tile = layer(
        "water",
        &[Drawn {
            form: 3,
            lines: &[&half],
            properties: &[(kind, "lake")],
        }],
    );
    tile.extend(layer(
        road,
        &[Drawn {
            form: 2,
            lines: &[&[(0, 1024), (4096, 1024)]],
            properties: &[(kind, motorway)],
        }],
    ));
    tile.extend(layer(
        places,
        &[Drawn {
            form: 1,
            lines: &[&[(3072, 2048)]],
            properties: detail,
        }],
    ));
    tile
}
