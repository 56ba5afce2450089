//! What a team's store of 100,000 originals costs: to see what there is to do, to bring ten new photos, and to take a whole case from it;
//! compared in the same run with looking through the whole store, which is what a store without logs would have to do each time.
//!
//! `cargo bench --bench team`. Figures are printed, never asserted: docs/performance.md says what they are compared to.

#[path = "../tests/common/s3.rs"]
mod s3;

use std::path::Path;
use std::time::Instant;

use rustix::time::{ClockId, clock_gettime};
use ssh_key::{Algorithm, PrivateKey};
use witnessmark::case::{Author, Case, sha256};
use witnessmark::exchange::team::push::How as Push;
use witnessmark::exchange::team::{Address, Team, Traffic, pull};
use witnessmark::job::Progress;
use witnessmark::model::{Change, NewPhoto, Photo};
use witnessmark::settings::Settings;

const PHOTOS: u32 = 100_000;

fn cpu(clock: ClockId) -> f64 {
    let used = clock_gettime(clock);
    used.tv_sec as f64 + used.tv_nsec as f64 / 1e9
}

/// Does `work` and says what it cost. Of a bucket the server is in this process too: there only this thread counts.
fn timed<T>(what: &str, clock: ClockId, work: impl FnOnce() -> T) -> T {
    let (begun, before) = (Instant::now(), cpu(clock));
    let made = work();
    println!(
        "{what}: {:.2} s of CPU, {:.2} s",
        cpu(clock) - before,
        begun.elapsed().as_secs_f64()
    );
    made
}

fn photo(number: u32, size: usize) -> Change {
    let mut bytes = number.to_le_bytes().to_vec();
    bytes.resize(size, 7);
    let photo = Photo {
        sha256: sha256(&bytes),
        byte_size: bytes.len() as u64,
        file_name: format!("IMG_{number:06}.jpg"),
        ..Photo::default()
    };
    let preview = |size| Some(number.to_le_bytes().repeat(size));
    Change::AddPhoto(Box::new(NewPhoto {
        photo,
        bytes,
        small_preview: preview(100),
        medium_preview: preview(200),
        likeness: Some(u64::from(number)),
        ..NewPhoto::default()
    }))
}

fn author(device: &str) -> Author {
    Author {
        device: device.to_owned(),
        ..Settings::in_memory().author()
    }
}

fn main() {
    let folder = tempfile::tempdir_in("/dev/shm")
        .or_else(|_| tempfile::tempdir())
        .expect("a folder");
    let path = |name: &str| folder.path().join(name);
    let mut case = Case::create(&path("case.witness"), "Bench", author("bench-a")).expect("a case");
    case.keep_backups_in(None);
    for part in 0..PHOTOS / 1000 {
        let photos = (part * 1000..(part + 1) * 1000).map(|number| photo(number, 1000));
        case.apply_all(photos.collect()).expect("photos");
    }
    let key = PrivateKey::random(&mut ssh_key::rand_core::OsRng, Algorithm::Ed25519).expect("a key");
    let reader = case.reader().expect("a reader");
    // The same objects are reached as a folder and through a server.
    let root = path("s3");
    let server = s3::serve(&root);
    let in_folder = Address::folder(&root.join(s3::BUCKET).join("case"));
    let line = s3::Line::to(server);
    let in_bucket = s3::address(line.address);
    let credentials = s3::credentials();
    let open = |address: &Address, memory: &Path| {
        Team::open(address, Some(&credentials), |_| None, Some(memory)).expect("a store")
    };
    let memory = path("memory");
    Team::found(&in_folder, None, &reader, None, Some(&memory)).expect("a store");
    let push = |address: &Address, case: &Case, how: Push| {
        let reader = case.reader().expect("a reader");
        open(address, &memory)
            .push(&reader, case.author(), &key, how, &Progress::new())
            .expect("a push")
    };
    let pushed = timed(
        "first push into a folder in memory",
        ClockId::ProcessCPUTime,
        || push(&in_folder, &case, Push::default()),
    );
    println!(
        "  {} entries, {} previews, {} originals",
        pushed.entries, pushed.previews, pushed.originals
    );

    for (name, address, clock) in [
        ("folder", &in_folder, ClockId::ProcessCPUTime),
        ("bucket", &in_bucket, ClockId::ThreadCPUTime),
    ] {
        line.take_counts();
        for (what, memory) in [
            ("status", memory.clone()),
            ("status of a laptop that knows nothing yet", path(name)),
        ] {
            let status = timed(&format!("{name}: {what}"), clock, || {
                let reader = case.reader().expect("a reader");
                open(address, &memory)
                    .status(&reader, case.author(), &Progress::new())
                    .expect("a status")
            });
            assert_eq!(status.to_push.originals, 0);
            let (sent, received) = line.take_counts();
            println!("  {sent} bytes went over the line, {received} came back");
        }
    }

    let mut size = 0;
    for number in PHOTOS..PHOTOS + 10 {
        case.apply(photo(number, 3_000_000)).expect("a photo");
        size += 3_000_000;
    }
    line.take_counts();
    let pushed = timed("bucket: push of 10 new photos", ClockId::ThreadCPUTime, || {
        push(&in_bucket, &case, Push::default())
    });
    assert_eq!(pushed.originals, 10);
    let (sent, received) = line.take_counts();
    println!(
        "  {sent} bytes went over the line for {size} bytes of photos ({:.2} %), {received} came back",
        sent as f64 / f64::from(size) * 100.0
    );
    timed(
        "folder: looking through all objects, as a store without logs must",
        ClockId::ProcessCPUTime,
        || {
            push(
                &in_folder,
                &case,
                Push {
                    check: true,
                    ..Push::default()
                },
            )
        },
    );

    let (other, pulled) = timed(
        "bucket: a new laptop takes entries and previews",
        ClockId::ThreadCPUTime,
        || {
            open(&in_bucket, &path("other"))
                .join(
                    &path("other.witness"),
                    author("bench-b"),
                    None,
                    None,
                    &pull::How::default(),
                    &Progress::new(),
                )
                .expect("a case")
        },
    );
    let Traffic { received, .. } = pulled.traffic;
    println!(
        "  {} entries, {} previews, {received} bytes of objects",
        pulled.taken.entries, pulled.previews
    );
    drop(other);
    let peak = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = peak
        .lines()
        .find(|line| line.starts_with("VmHWM"))
        .unwrap_or_default();
    println!("peak of memory, the server included: {peak}");
}
