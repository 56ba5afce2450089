//! Whether there is room for a package, asked before anything is written.

use std::path::Path;

/// How many bytes are free in the folder that holds `path`; `None` where that can't be asked.
#[cfg(unix)]
pub(super) fn free(path: &Path) -> Option<u64> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let stat = rustix::fs::statvfs(folder.unwrap_or(Path::new("."))).ok()?;
    stat.f_bavail.checked_mul(stat.f_frsize)
}

/// How many bytes are free in the folder that holds `path`; `None` where that can't be asked.
#[cfg(not(unix))]
pub(super) fn free(_: &Path) -> Option<u64> {
    None
}
