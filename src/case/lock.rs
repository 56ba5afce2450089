//! One writer: who has a case open for writing says so in a file beside it, which the system locks.
//!
//! The system's lock ends with the process that holds it, so that a file left behind by a crash is known for what
//! it is and heals itself. Over a network the system's lock may not reach the other laptop: there the holder also
//! counts up a number in the file, and whoever finds a file of another device waits to see whether it moves.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use crossbeam_channel::{RecvTimeoutError, Sender, bounded};
use serde::{Deserialize, Serialize};

use super::{Author, CaseError, Place};

/// How often a holder on a network folder counts up.
const BEAT: Duration = Duration::from_millis(if cfg!(test) { 40 } else { 4_000 });

/// Who has a case open for writing.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Holder {
    /// The person's name.
    pub person: String,
    /// The device's id.
    pub device: String,
    /// The device's name for people.
    pub device_name: String,
    /// The process on that device.
    pub process: u32,
    /// Since when: RFC 3339, UTC.
    pub since: String,
    /// What long work was under way, or nothing.
    pub doing: String,
    /// Counts up on network folders.
    pub beat: u64,
}

/// The right to write a case, until it is dropped.
pub(super) struct Lock {
    path: PathBuf,
    shared: Arc<Mutex<(File, Holder)>>,
    // Dropped to end the thread that counts up.
    _beat: Option<Sender<()>>,
}

/// The file beside `case` that says who has it.
fn beside(case: &Path) -> PathBuf {
    let mut name = case.as_os_str().to_owned();
    name.push("-lock");
    name.into()
}

impl Lock {
    /// Takes the right to write `case`. Gives also who had it when the program ended without closing it.
    pub(super) fn take(
        case: &Path,
        author: &Author,
        place: Place,
    ) -> Result<(Self, Option<Holder>), CaseError> {
        let path = beside(case);
        let mut file = open_locked(case, &path)?;
        let before = read(&mut file);
        if let Some(other) = &before
            && place == Place::Network
            && other.device != author.device
        {
            std::thread::sleep(BEAT * 5 / 2);
            if read(&mut file).is_some_and(|now| now.beat != other.beat) {
                return Err(in_use(case, other.clone()));
            }
        }
        let holder = Holder {
            person: author.person.clone(),
            device: author.device.clone(),
            device_name: author.device_name.clone(),
            process: std::process::id(),
            since: jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
            ..Holder::default()
        };
        write(&mut file, &holder).map_err(|source| CaseError::of_io(&path, source))?;
        let shared = Arc::new(Mutex::new((file, holder)));
        let beat = (place == Place::Network).then(|| count_up(shared.clone()));
        let lock = Self {
            path,
            shared,
            _beat: beat,
        };
        Ok((lock, before))
    }

    /// Says what long work is under way, for whoever finds the file after a crash.
    pub(super) fn doing(&self, what: &str) {
        let mut shared = self.shared.lock().unwrap_or_else(PoisonError::into_inner);
        let (file, holder) = &mut *shared;
        what.clone_into(&mut holder.doing);
        // Only a note: where it can't be written, a crash is explained in fewer words.
        let _ = write(file, holder);
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Before the system's lock ends, so that nobody locks a file that is about to go.
        let _ = std::fs::remove_file(&self.path);
    }
}

/// Opens and locks the file; again when its holder took it away in between.
fn open_locked(case: &Path, path: &Path) -> Result<File, CaseError> {
    loop {
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        let mut file = options.open(path).map_err(|source| match source.kind() {
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                CaseError::ReadOnlyFolder(case.to_owned())
            }
            _ => CaseError::of_io(path, source),
        })?;
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => {
                return Err(in_use(case, read(&mut file).unwrap_or_default()));
            }
            // A folder that knows no locks: the counting alone tells.
            Err(TryLockError::Error(_)) | Ok(()) => {}
        }
        if is_same(&file, path) {
            return Ok(file);
        }
    }
}

#[cfg(unix)]
fn is_same(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let ours = file.metadata().map(|meta| (meta.dev(), meta.ino()));
    let there = std::fs::metadata(path).map(|meta| (meta.dev(), meta.ino()));
    matches!((ours, there), (Ok(ours), Ok(there)) if ours == there)
}

#[cfg(not(unix))]
fn is_same(_: &File, path: &Path) -> bool {
    // A file that is open can't be taken away there.
    path.exists()
}

fn in_use(case: &Path, holder: Holder) -> CaseError {
    CaseError::InUse {
        file: case.to_owned(),
        holder: Box::new(holder),
    }
}

/// What the file says, `None` when it says nothing that can be understood.
fn read(file: &mut File) -> Option<Holder> {
    let mut text = String::new();
    file.seek(SeekFrom::Start(0)).ok()?;
    file.take(64 * 1024).read_to_string(&mut text).ok()?;
    serde_json::from_str(&text).ok()
}

fn write(file: &mut File, holder: &Holder) -> std::io::Result<()> {
    let text = serde_json::to_string(holder)?;
    file.set_len(0)?;
    file.seek(SeekFrom::Start(0))?;
    file.write_all(text.as_bytes())?;
    file.flush()
}

fn count_up(shared: Arc<Mutex<(File, Holder)>>) -> Sender<()> {
    let (stop, stopped) = bounded(0);
    std::thread::spawn(move || {
        while stopped.recv_timeout(BEAT) == Err(RecvTimeoutError::Timeout) {
            let mut shared = shared.lock().unwrap_or_else(PoisonError::into_inner);
            let (file, holder) = &mut *shared;
            holder.beat += 1;
            let _ = write(file, holder);
        }
    });
    stop
}

#[cfg(test)]
mod tests {
    use super::*;

    fn author(name: &str) -> Author {
        Author {
            person: name.to_owned(),
            device: format!("device of {name}"),
            device_name: format!("laptop of {name}"),
        }
    }

    #[test]
    fn a_second_writer_is_told_who_has_the_case() {
        let folder = tempfile::tempdir().unwrap();
        let case = folder.path().join("a.witness");
        let (lock, before) = Lock::take(&case, &author("Olha"), Place::Local).unwrap();
        assert_eq!(before, None);
        match Lock::take(&case, &author("Petro"), Place::Local) {
            Err(CaseError::InUse { holder, .. }) => assert_eq!(holder.person, "Olha"),
            other => panic!("{:?}", other.map(|(_, before)| before)),
        }
        drop(lock);
        assert!(!beside(&case).exists());
        assert!(Lock::take(&case, &author("Petro"), Place::Local).is_ok());
    }

    #[test]
    fn a_lock_left_by_a_crash_heals_and_tells_what_was_under_way() {
        let folder = tempfile::tempdir().unwrap();
        let case = folder.path().join("a.witness");
        let left = Holder {
            person: "Olha".to_owned(),
            doing: "import".to_owned(),
            ..Holder::default()
        };
        std::fs::write(beside(&case), serde_json::to_string(&left).unwrap()).unwrap();
        let (_lock, before) = Lock::take(&case, &author("Petro"), Place::Local).unwrap();
        assert_eq!(before, Some(left));
    }

    #[test]
    fn on_a_network_folder_a_count_that_moves_is_a_living_holder() {
        let folder = tempfile::tempdir().unwrap();
        let case = folder.path().join("a.witness");
        let mut holder = Holder {
            device: "device of Olha".to_owned(),
            ..Holder::default()
        };
        let path = beside(&case);
        std::fs::write(&path, serde_json::to_string(&holder).unwrap()).unwrap();
        let living = std::thread::spawn(move || {
            std::thread::sleep(BEAT);
            holder.beat += 1;
            std::fs::write(path, serde_json::to_string(&holder).unwrap()).unwrap();
        });
        let taken = Lock::take(&case, &author("Petro"), Place::Network);
        assert!(matches!(taken, Err(CaseError::InUse { .. })));
        living.join().unwrap();
        // Nobody counts any more: the next one may have it.
        assert!(Lock::take(&case, &author("Petro"), Place::Network).is_ok());
    }
}
