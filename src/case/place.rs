//! Where a case file lies: a disk of this laptop, or a folder that is shared over a network.
//!
//! A write-ahead log needs memory that all who have the file open share, which a network folder can't give:
//! SQLite's documentation says not to use it there (<https://www.sqlite.org/wal.html>). There the rollback
//! journal is used, which is slower and as safe.

use std::path::Path;

/// What kind of folder a case lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A disk or stick of this laptop.
    Local,
    /// A folder on another machine, or one of a kind that can't be told from that.
    Network,
}

impl Place {
    /// Where `file` lies. What can't be asked is taken for a local disk; SQLite itself refuses a write-ahead log
    /// where shared memory fails.
    #[must_use]
    pub fn of(file: &Path) -> Self {
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
        Self::of_folder(folder.unwrap_or(Path::new(".")))
    }

    #[cfg(target_os = "linux")]
    fn of_folder(folder: &Path) -> Self {
        rustix::fs::statfs(folder).map_or(Self::Local, |stat| {
            Self::of_type(stat.f_type as u64 & 0xffff_ffff)
        })
    }

    #[cfg(not(target_os = "linux"))]
    fn of_folder(folder: &Path) -> Self {
        let is_share = folder.to_string_lossy().starts_with(r"\\");
        if is_share { Self::Network } else { Self::Local }
    }

    /// The kind of a file system by the number that `statfs(2)` gives it.
    #[cfg_attr(
        not(target_os = "linux"),
        expect(dead_code, reason = "only Linux numbers them")
    )]
    fn of_type(number: u64) -> Self {
        /// Numbers from `linux/magic.h` and `statfs(2)`: NFS, SMB, CIFS, SMB2, FUSE (sshfs, gvfs and others), 9P,
        /// AFS, Ceph, Coda, Lustre, VirtualBox and VMware folders.
        const NETWORK: [u64; 12] = [
            0x6969,
            0x517b,
            0xff53_4d42,
            0xfe53_4d42,
            0x6573_5546,
            0x0102_1997,
            0x5346_414f,
            0x00c3_6400,
            0x7375_7245,
            0x0bd0_0bd0,
            0x786f_4256,
            0xbacb_acbc,
        ];
        if NETWORK.contains(&number) {
            Self::Network
        } else {
            Self::Local
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_systems_are_told_apart() {
        for (number, place) in [
            (0xef53, Place::Local),        // ext4
            (0x4d44, Place::Local),        // a FAT stick
            (0x6969, Place::Network),      // NFS
            (0xfe53_4d42, Place::Network), // a Windows share
        ] {
            assert_eq!(Place::of_type(number), place, "{number:#x}");
        }
        assert_eq!(Place::of(&std::env::temp_dir().join("a.witness")), Place::Local);
    }
}
