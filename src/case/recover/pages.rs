//! The pages of a file that SQLite may refuse to open: read one by one, deciphered, and as its log says.
//!
//! Formats: <https://www.sqlite.org/fileformat2.html> for the file and its write-ahead log,
//! <https://www.zetetic.net/sqlcipher/design/> for encrypted pages.

use std::collections::HashMap;
use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

use aes::Aes256;
use cbc::cipher::{BlockModeDecrypt, KeyIvInit};

use crate::case::key::{Key, PAGE, PLAIN, RESERVE};

/// The pages of a file.
pub(super) struct Pages {
    file: File,
    count: u32,
    key: Option<Key>,
    log: Option<Log>,
    /// Bytes at the end of each page that hold no data.
    reserve: usize,
}

/// What a write-ahead log says of which page.
struct Log {
    file: File,
    /// Where in the log the newest committed state of a page is.
    places: HashMap<u32, u64>,
}

impl Pages {
    /// The pages of the file at `path`, and of the log beside it.
    pub(super) fn open(path: &Path, key: Option<Key>) -> std::io::Result<Self> {
        let file = File::open(path)?;
        let whole = file.metadata()?.len();
        let mut log_path = path.as_os_str().to_owned();
        log_path.push("-wal");
        let log = File::open(&log_path).ok().and_then(Log::read);
        let last = log
            .iter()
            .flat_map(|log| log.places.keys())
            .max()
            .copied()
            .unwrap_or(0);
        // A last page that is cut is read as far as it goes.
        let count = u32::try_from(whole.div_ceil(PAGE as u64))
            .unwrap_or(u32::MAX)
            .max(last);
        let reserve = if key.is_some() { RESERVE } else { 0 };
        Ok(Self {
            file,
            count,
            key,
            log,
            reserve,
        })
    }

    /// How many there are; they are numbered from 1.
    pub(super) fn count(&self) -> u32 {
        self.count
    }

    /// How many bytes of each page hold data.
    pub(super) fn usable(&self) -> usize {
        PAGE - self.reserve
    }

    /// A page's data, deciphered. `None` when it can't be read or its HMAC does not fit.
    pub(super) fn get(&mut self, number: u32) -> Option<Vec<u8>> {
        if number == 0 || number > self.count {
            return None;
        }
        let mut page = vec![0; PAGE];
        let logged = self.log.as_mut().and_then(|log| {
            let place = *log.places.get(&number)?;
            read_at(&mut log.file, place, &mut page).ok()
        });
        if logged.is_none() {
            let place = u64::from(number - 1) * PAGE as u64;
            read_as_far(&mut self.file, place, &mut page)?;
        }
        match &self.key {
            None => Some(page),
            Some(key) if key.fits(&page, number) => Some(decipher(key, page, number)),
            Some(_) => None,
        }
    }
}

fn decipher(key: &Key, mut page: Vec<u8>, number: u32) -> Vec<u8> {
    let begin = if number == 1 { PLAIN.len() } else { 0 };
    let end = PAGE - RESERVE;
    let mut vector = [0; 16];
    vector.copy_from_slice(&page[end..end + 16]);
    let mut cipher = cbc::Decryptor::<Aes256>::new(&(*key.bytes()).into(), &vector.into());
    for block in page[begin..end].chunks_exact_mut(16) {
        if let Ok(block) = block.try_into() {
            cipher.decrypt_block(block);
        }
    }
    page[..begin].copy_from_slice(&PLAIN[..begin]);
    page.truncate(end);
    page
}

fn read_at(file: &mut File, place: u64, bytes: &mut [u8]) -> std::io::Result<()> {
    file.seek(SeekFrom::Start(place))?;
    file.read_exact(bytes)
}

/// Reads until the end of the file; the rest stays zero. `None` when nothing can be read there.
fn read_as_far(file: &mut File, place: u64, bytes: &mut [u8]) -> Option<()> {
    file.seek(SeekFrom::Start(place)).ok()?;
    let mut done = 0;
    while done < bytes.len() {
        match file.read(&mut bytes[done..]) {
            Ok(0) | Err(_) => break,
            Ok(read) => done += read,
        }
    }
    (done > 0).then_some(())
}

impl Log {
    /// The header has 32 bytes, each frame 24 and a page.
    const HEADER: usize = 32;
    const FRAME: usize = 24;

    /// Which pages the log holds, up to its last commit whose checksums are right.
    fn read(mut file: File) -> Option<Self> {
        let mut header = [0; Self::HEADER];
        file.read_exact(&mut header).ok()?;
        let big = match word(&header, 0) {
            0x377f_0682 => false,
            0x377f_0683 => true,
            _ => return None,
        };
        if word(&header, 8) as usize != PAGE {
            return None;
        }
        let mut sum = checksum(big, &header[..24], (0, 0));
        if sum != (word(&header, 24), word(&header, 28)) {
            return None;
        }
        let (mut places, mut pending) = (HashMap::new(), HashMap::new());
        let mut place = Self::HEADER as u64;
        let mut frame = vec![0; Self::FRAME + PAGE];
        while file.read_exact(&mut frame).is_ok() {
            let same_salt = frame[8..16] == header[16..24];
            sum = checksum(big, &frame[..8], sum);
            sum = checksum(big, &frame[Self::FRAME..], sum);
            if !same_salt || sum != (word(&frame, 16), word(&frame, 20)) {
                break;
            }
            pending.insert(word(&frame, 0), place + Self::FRAME as u64);
            // The last frame of a transaction states the file's size after it.
            if word(&frame, 4) > 0 {
                places.extend(pending.drain());
            }
            place += frame.len() as u64;
        }
        (!places.is_empty()).then_some(Self { file, places })
    }
}

/// The big-endian number at `place`.
pub(super) fn word(bytes: &[u8], place: usize) -> u32 {
    bytes
        .get(place..place + 4)
        .and_then(|bytes| bytes.try_into().ok())
        .map_or(0, u32::from_be_bytes)
}

/// The log's checksum goes on from `sum`, over words in the byte order that its header names.
fn checksum(big: bool, bytes: &[u8], sum: (u32, u32)) -> (u32, u32) {
    let number = |bytes: &[u8]| {
        let number = word(bytes, 0);
        if big { number } else { number.swap_bytes() }
    };
    bytes.chunks_exact(8).fold(sum, |(one, other), pair| {
        let one = one.wrapping_add(number(&pair[..4])).wrapping_add(other);
        (one, other.wrapping_add(number(&pair[4..])).wrapping_add(one))
    })
}
