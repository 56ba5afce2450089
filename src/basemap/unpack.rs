//! What is packed, unpacked within limits.

use std::io::Read;

use flate2::read::{MultiGzDecoder, ZlibDecoder};

use super::reason::Reason;

/// How bytes are packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Packing {
    /// Not at all.
    None,
    /// By gzip.
    Gzip,
    /// In a way that this program knows by name alone.
    Unknown(&'static str),
}

/// The bytes unpacked, at most `most` of them.
pub(super) fn unpack(bytes: Vec<u8>, packing: Packing, most: u64) -> Result<Vec<u8>, Reason> {
    match packing {
        Packing::None if bytes.len() as u64 <= most => Ok(bytes),
        Packing::None => Err(Reason::TooLarge),
        Packing::Gzip => read(MultiGzDecoder::new(bytes.as_slice()), most),
        Packing::Unknown(name) => Err(Reason::Compression(name)),
    }
}

/// Vectors unpacked as their first bytes say: MBTiles doesn't say it elsewhere, and some PMTiles say it wrongly.
pub(super) fn unpack_vector(bytes: Vec<u8>, most: u64) -> Result<Vec<u8>, Reason> {
    match bytes.as_slice() {
        [0x1f, 0x8b, ..] => unpack(bytes, Packing::Gzip, most),
        // A layer's field is 0x1a: no vector begins with the head of a zlib stream.
        [0x78, 0x01 | 0x5e | 0x9c | 0xda, ..] => read(ZlibDecoder::new(bytes.as_slice()), most),
        _ => unpack(bytes, Packing::None, most),
    }
}

fn read(packed: impl Read, most: u64) -> Result<Vec<u8>, Reason> {
    let mut bytes = Vec::new();
    packed
        .take(most + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| match error.kind() {
            std::io::ErrorKind::UnexpectedEof => Reason::Cut,
            _ => Reason::Damaged("gzip"),
        })?;
    if bytes.len() as u64 > most {
        return Err(Reason::TooLarge);
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::*;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn what_would_fill_the_memory_is_refused_and_a_cut_end_is_noticed() {
        let bomb = packed(&vec![0; 4 << 20]);
        assert!(bomb.len() < 10_000);
        assert!(matches!(
            unpack(bomb, Packing::Gzip, 1 << 20),
            Err(Reason::TooLarge)
        ));
        let whole = packed(b"a tile of some bytes");
        assert_eq!(
            unpack_vector(whole.clone(), 100).unwrap(),
            b"a tile of some bytes"
        );
        let cut = whole[..whole.len() - 10].to_vec();
        assert!(matches!(unpack(cut, Packing::Gzip, 100), Err(Reason::Cut)));
        let brotli = unpack(whole, Packing::Unknown("brotli"), 100);
        assert!(matches!(brotli, Err(Reason::Compression("brotli"))));
    }
}
