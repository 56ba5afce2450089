//! [Mapbox Vector Tile 2.1](https://github.com/mapbox/vector-tile-spec/tree/master/2.1): layers of features, in protobuf. Read where it
//! lies: nothing is copied, and no count in the bytes is believed before what it counts is there.

use super::reason::Reason;

/// At most so many layers, and so many steps of a pen in one feature.
const LAYERS: usize = 256;
const STEPS: usize = 1_000_000;
/// The names of properties, and their values, that a layer may have.
const WORDS: usize = 200_000;

/// A tile.
#[derive(Debug, Clone, Default)]
pub struct Tile<'a> {
    /// Its layers, in their order in the file.
    pub layers: Vec<Layer<'a>>,
}

/// A layer.
#[derive(Debug, Clone, Default)]
pub struct Layer<'a> {
    /// What it is called.
    pub name: &'a str,
    /// How many units the tile's side has, not 0.
    pub extent: u32,
    keys: Vec<&'a str>,
    values: Vec<Value<'a>>,
    features: Vec<&'a [u8]>,
}

/// The value of a property.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value<'a> {
    /// A text.
    Text(&'a str),
    /// A number.
    Number(f64),
    /// Yes or no.
    Bool(bool),
}

impl<'a> Value<'a> {
    /// The text.
    #[must_use]
    pub fn text(self) -> Option<&'a str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number; also one that is written as a text.
    #[must_use]
    pub fn number(self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(number),
            Self::Text(text) => text.parse().ok(),
            Self::Bool(_) => None,
        }
    }
}

/// What a feature's geometry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Points.
    Points,
    /// Lines.
    Lines,
    /// Areas.
    Areas,
}

/// What the pen does, in units of the layer's extent from the corner in the north-west.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// It is lifted and put down here: a point, or the begin of a line or a ring.
    To(i32, i32),
    /// It draws a line to here.
    Line(i32, i32),
    /// It closes the ring.
    Close,
}

/// A feature.
#[derive(Debug, Clone, Copy)]
pub struct Feature<'a> {
    /// What its geometry is.
    pub form: Form,
    layer: &'a Layer<'a>,
    tags: &'a [u8],
    geometry: &'a [u8],
}

impl<'a> Tile<'a> {
    /// Reads a tile that is unpacked.
    ///
    /// # Errors
    /// When it is cut or makes no sense.
    pub fn parse(bytes: &'a [u8]) -> Result<Self, Reason> {
        let mut tile = Self::default();
        let mut wire = Wire(bytes);
        while let Some((field, part)) = wire.next()? {
            if let (3, Part::Bytes(bytes)) = (field, part) {
                if tile.layers.len() == LAYERS {
                    return Err(Reason::TooLarge);
                }
                tile.layers.push(Layer::parse(bytes)?);
            }
        }
        Ok(tile)
    }
}

impl<'a> Layer<'a> {
    fn parse(bytes: &'a [u8]) -> Result<Self, Reason> {
        let mut layer = Self {
            extent: 4096,
            ..Self::default()
        };
        let mut wire = Wire(bytes);
        while let Some(field) = wire.next()? {
            match field {
                (1, Part::Bytes(name)) => layer.name = text(name)?,
                (2, Part::Bytes(feature)) => layer.features.push(feature),
                (3, Part::Bytes(key)) => layer.keys.push(text(key)?),
                (4, Part::Bytes(value)) => layer.values.push(value_of(value)?),
                (5, Part::Number(extent)) => {
                    layer.extent = u32::try_from(extent).map_err(|_| Reason::Damaged("extent"))?;
                }
                _ => {}
            }
            if layer.keys.len() > WORDS || layer.values.len() > WORDS {
                return Err(Reason::TooLarge);
            }
        }
        if !(1..=1 << 20).contains(&layer.extent) {
            return Err(Reason::Damaged("extent"));
        }
        Ok(layer)
    }

    /// Its features. One that makes no sense is left out: the rest of the tile is as good without it.
    pub fn features(&'a self) -> impl Iterator<Item = Feature<'a>> {
        self.features.iter().filter_map(|bytes| self.feature(bytes).ok()?)
    }

    fn feature(&'a self, bytes: &'a [u8]) -> Result<Option<Feature<'a>>, Reason> {
        let (mut form, mut tags, mut geometry): (_, &[u8], &[u8]) = (None, &[], &[]);
        let mut wire = Wire(bytes);
        while let Some(field) = wire.next()? {
            match field {
                (2, Part::Bytes(bytes)) => tags = bytes,
                (3, Part::Number(1)) => form = Some(Form::Points),
                (3, Part::Number(2)) => form = Some(Form::Lines),
                (3, Part::Number(3)) => form = Some(Form::Areas),
                (4, Part::Bytes(bytes)) => geometry = bytes,
                _ => {}
            }
        }
        Ok(form.map(|form| Feature {
            form,
            layer: self,
            tags,
            geometry,
        }))
    }
}

impl<'a> Feature<'a> {
    /// The value of a property.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Value<'a>> {
        let mut wire = Wire(self.tags);
        while !wire.0.is_empty() {
            let (key, value) = (wire.varint().ok()?, wire.varint().ok()?);
            let key = usize::try_from(key).ok()?;
            if self.layer.keys.get(key).is_some_and(|key| *key == name) {
                return self.layer.values.get(usize::try_from(value).ok()?).copied();
            }
        }
        None
    }

    /// The text of a property; empty when it has none.
    #[must_use]
    pub fn text(&self, name: &str) -> &'a str {
        self.get(name).and_then(Value::text).unwrap_or_default()
    }

    /// The number of a property.
    #[must_use]
    pub fn number(&self, name: &str) -> Option<f64> {
        self.get(name)?.number()
    }

    /// What the pen does, one step after the other; it ends where the bytes make no sense.
    pub fn steps(&self) -> impl Iterator<Item = Step> + use<'a> {
        Pen {
            wire: Wire(self.geometry),
            at: (0, 0),
            command: 0,
            left: 0,
        }
        .take(STEPS)
    }
}

struct Pen<'a> {
    wire: Wire<'a>,
    at: (i32, i32),
    command: u64,
    left: u64,
}

impl Iterator for Pen<'_> {
    type Item = Step;

    fn next(&mut self) -> Option<Step> {
        while self.left == 0 {
            let command = self.wire.varint().ok()?;
            (self.command, self.left) = (command & 7, command >> 3);
        }
        self.left -= 1;
        if self.command == 7 {
            // It is told once; more of them would change nothing.
            self.left = 0;
            return Some(Step::Close);
        }
        let mut by = || self.wire.varint().ok().map(zigzag);
        let (right, down) = (by()?, by()?);
        self.at = (self.at.0.wrapping_add(right), self.at.1.wrapping_add(down));
        match self.command {
            1 => Some(Step::To(self.at.0, self.at.1)),
            2 => Some(Step::Line(self.at.0, self.at.1)),
            _ => None,
        }
    }
}

/// A number whose lowest bit is its sign.
fn zigzag(number: u64) -> i32 {
    // The format's numbers have 32 bits; what is beyond is cut off, as its readers do.
    let number = number as u32;
    ((number >> 1) as i32) ^ -((number & 1) as i32)
}

fn text(bytes: &[u8]) -> Result<&str, Reason> {
    std::str::from_utf8(bytes).map_err(|_| Reason::Damaged("UTF-8"))
}

fn value_of(bytes: &[u8]) -> Result<Value<'_>, Reason> {
    let mut value = Value::Text("");
    let mut wire = Wire(bytes);
    while let Some(field) = wire.next()? {
        value = match field {
            (1, Part::Bytes(bytes)) => Value::Text(text(bytes)?),
            (2, Part::Four(bytes)) => Value::Number(f32::from_le_bytes(bytes).into()),
            (3, Part::Eight(bytes)) => Value::Number(f64::from_le_bytes(bytes)),
            (4, Part::Number(number)) => Value::Number(number as i64 as f64),
            (5, Part::Number(number)) => Value::Number(number as f64),
            (6, Part::Number(number)) => {
                Value::Number(((number >> 1) as i64 ^ -((number & 1) as i64)) as f64)
            }
            (7, Part::Number(number)) => Value::Bool(number != 0),
            _ => value,
        };
    }
    Ok(value)
}

/// [Protobuf's encoding](https://protobuf.dev/programming-guides/encoding/): fields one after the other.
struct Wire<'a>(&'a [u8]);

/// The part of a field after its number.
enum Part<'a> {
    Number(u64),
    Eight([u8; 8]),
    Bytes(&'a [u8]),
    Four([u8; 4]),
}

impl<'a> Wire<'a> {
    fn next(&mut self) -> Result<Option<(u64, Part<'a>)>, Reason> {
        if self.0.is_empty() {
            return Ok(None);
        }
        let key = self.varint()?;
        let part = match key & 7 {
            0 => Part::Number(self.varint()?),
            1 => Part::Eight(self.fixed()?),
            2 => {
                let length = usize::try_from(self.varint()?).map_err(|_| Reason::Cut)?;
                let (bytes, rest) = self.0.split_at_checked(length).ok_or(Reason::Cut)?;
                self.0 = rest;
                Part::Bytes(bytes)
            }
            5 => Part::Four(self.fixed()?),
            _ => return Err(Reason::Damaged("protobuf")),
        };
        Ok(Some((key >> 3, part)))
    }

    fn fixed<const N: usize>(&mut self) -> Result<[u8; N], Reason> {
        let (bytes, rest) = self.0.split_first_chunk::<N>().ok_or(Reason::Cut)?;
        self.0 = rest;
        Ok(*bytes)
    }

    fn varint(&mut self) -> Result<u64, Reason> {
        super::pmtiles::varint(&mut self.0)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The example of the specification, section 4.3.5, with a property.
    fn example() -> Vec<u8> {
        let geometry = [9, 4, 4, 18, 0, 16, 16, 0, 15];
        let mut feature = vec![0x12, 2, 0, 0, 0x18, 3, 0x22, geometry.len() as u8];
        feature.extend(geometry);
        let mut layer = vec![0x0a, 5];
        layer.extend(b"water");
        layer.extend([0x12, feature.len() as u8]);
        layer.extend(feature);
        layer.extend([0x1a, 5]);
        layer.extend(b"class");
        layer.extend([0x22, 6, 0x0a, 4]);
        layer.extend(b"lake");
        layer.extend([0x28, 0x80, 0x20, 0x78, 2]);
        let mut tile = vec![0x1a, layer.len() as u8];
        tile.extend(layer);
        tile
    }

    #[test]
    fn a_tile_is_read_with_its_properties_and_the_way_of_the_pen() {
        let bytes = example();
        let tile = Tile::parse(&bytes).unwrap();
        let layer = &tile.layers[0];
        assert_eq!((layer.name, layer.extent), ("water", 4096));
        let feature = layer.features().next().unwrap();
        assert_eq!((feature.form, feature.text("class")), (Form::Areas, "lake"));
        assert_eq!(feature.get("name"), None);
        let steps: Vec<Step> = feature.steps().collect();
        assert_eq!(
            steps,
            [Step::To(2, 2), Step::Line(2, 10), Step::Line(10, 10), Step::Close]
        );
    }

    #[test]
    fn a_cut_tile_is_refused_and_counts_that_nothing_follows_cost_nothing() {
        let bytes = example();
        for end in 1..bytes.len() {
            assert!(Tile::parse(&bytes[..end]).is_err(), "{end}");
        }
        let layer = Layer::default();
        // A line of half a billion points, of which one is there.
        let geometry = [0xfa, 0xff, 0xff, 0xff, 0x0f, 2, 2];
        let feature = Feature {
            form: Form::Lines,
            layer: &layer,
            tags: &[],
            geometry: &geometry,
        };
        assert_eq!(feature.steps().count(), 1);
    }

    proptest! {
        #[test]
        fn no_bytes_end_the_program(bytes in prop::collection::vec(any::<u8>(), 0..400), at in any::<usize>(), by in any::<u8>()) {
            let mut changed = example();
            let at = at % changed.len();
            changed[at] = by;
            for bytes in [bytes, changed] {
                let Ok(tile) = Tile::parse(&bytes) else { continue };
                for feature in tile.layers.iter().flat_map(Layer::features) {
                    let _ = (feature.text("class"), feature.number("rank"), feature.steps().count());
                }
            }
        }
    }
}
