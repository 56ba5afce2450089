//! What an import costs beside the pipeline of command-line tools that does the same: `vipsthumbnail`, `openssl dgst
//! -sha256`, `exiftool`, `cp`, `sync`. Both sides in turns on the same photos, CPU time of each with all its children.
//!
//! Also the wall time until the first photo is in the case, for a few files and for all, and what it costs to write
//! originals out again and hash them, beside `cp` and `sync`.
//!
//! `WITNESSMARK_BENCH_PHOTOS=FOLDER cargo bench --bench intake`; the tools are Debian's `libvips-tools openssl
//! libimage-exiftool-perl`. Without them only the import is measured. Figures are printed, never asserted.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use witnessmark::case::{Case, Reader};
use witnessmark::intake::import::{Plan, import, store};
use witnessmark::job::Progress;
use witnessmark::model::Photo;
use witnessmark::settings::Settings;

/// CPU seconds of this process and of its children that have ended.
fn cpu() -> (f64, f64) {
    let text = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = text.rsplit(") ").next().unwrap_or_default().split(' ').collect();
    let ticks = |place: usize| {
        fields
            .get(place)
            .and_then(|n| n.parse::<f64>().ok())
            .unwrap_or(0.0)
    };
    ((ticks(11) + ticks(12)) / 100.0, (ticks(13) + ticks(14)) / 100.0)
}

/// The most memory that this process has held, in MB.
fn peak_mb() -> f64 {
    let text = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = text.lines().find(|line| line.starts_with("VmHWM"));
    let kb = line.and_then(|line| line.split_whitespace().nth(1)?.parse::<f64>().ok());
    kb.unwrap_or(0.0) / 1024.0
}

/// Imports the photos into a new case. Gives CPU and wall seconds.
fn by_witnessmark(photos: &Path, workers: Option<usize>) -> (f64, f64, usize) {
    let folder = tempfile::tempdir_in(place()).expect("a folder");
    let path = folder.path().join("bench.witness");
    let (before, start) = (cpu().0, Instant::now());
    let mut case = Case::create(&path, "Bench", Settings::in_memory().author()).expect("a case");
    // As the command does it.
    case.write_once().expect("another journal");
    let mut plan = Plan::new(vec![photos.to_owned()], "Bench");
    plan.workers = workers;
    let report = import(plan, &Progress::new(), |batch, step| {
        store(&mut case, batch, step)
    })
    .expect("an import");
    case.close().expect("closed");
    (
        cpu().0 - before,
        start.elapsed().as_secs_f64(),
        report.added.len(),
    )
}

/// What the pipeline of tools makes beside hashes, metadata and copies.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Makes {
    /// Thumbnails of 512 pixels.
    Thumbnails,
    /// Previews of 2,000 pixels, and thumbnails from them.
    Both,
}

/// The pipeline of tools. Gives CPU seconds.
fn by_tools(photos: &Path, makes: Makes) -> f64 {
    let folder = tempfile::tempdir_in(place()).expect("a folder");
    let script = r#"
        set -e
        find "$1" -type f -print0 | sort -z > "$2/list"
        xargs -0 openssl dgst -sha256 < "$2/list" > "$2/sums"
        if [ "$3" = both ]; then
            xargs -0 -P 2 -n 16 vipsthumbnail --size 2000x2000 -o "$2/%s-large.jpg[Q=85]" < "$2/list"
            find "$2" -name '*-large.jpg' -print0 |
                xargs -0 -P 2 -n 16 vipsthumbnail --size 512x512 -o "$2/%s-512.jpg[Q=85]"
        else
            xargs -0 -P 2 -n 16 vipsthumbnail --size 512x512 -o "$2/%s-512.jpg[Q=85]" < "$2/list"
        fi
        xargs -0 exiftool -json -q < "$2/list" > "$2/exif.json" || true
        mkdir "$2/originals"
        xargs -0 cp -t "$2/originals" < "$2/list"
        sync -f "$2"
    "#;
    let before = cpu().1;
    let status = Command::new("bash")
        .args(["-c", script, "tools"])
        .arg(photos)
        .arg(folder.path())
        .arg(if makes == Makes::Both {
            "both"
        } else {
            "thumbnails"
        })
        .status()
        .expect("bash");
    assert!(status.success(), "the tools failed");
    cpu().1 - before
}

/// Milliseconds from the start of an import until its first photo is committed and can be shown; the import stops there.
fn first_photo(photos: &[PathBuf]) -> f64 {
    let folder = tempfile::tempdir_in(place()).expect("a folder");
    let path = folder.path().join("bench.witness");
    let mut case = Case::create(&path, "Bench", Settings::in_memory().author()).expect("a case");
    let progress = Progress::new();
    let (start, mut first) = (Instant::now(), f64::NAN);
    import(Plan::new(photos.to_vec(), "Bench"), &progress, |batch, step| {
        let stored = store(&mut case, batch, step);
        if first.is_nan() {
            first = start.elapsed().as_secs_f64() * 1e3;
        }
        progress.cancel();
        stored
    })
    .expect("an import");
    first
}

/// Writes every original out, synced, its bytes hashed before; then the same files by `cp` and `sync`. CPU seconds.
fn export(photos: &Path) -> (f64, f64) {
    let folder = tempfile::tempdir_in(place()).expect("a folder");
    let path = folder.path().join("bench.witness");
    let mut case = Case::create(&path, "Bench", Settings::in_memory().author()).expect("a case");
    let plan = Plan::new(vec![photos.to_owned()], "Bench");
    let report = import(plan, &Progress::new(), |batch, step| {
        store(&mut case, batch, step)
    })
    .expect("an import");
    case.close().expect("closed");
    let out = folder.path().join("out");
    std::fs::create_dir(&out).expect("a folder");
    let reader = Reader::open(&path).expect("a reader");
    let before = cpu().0;
    for id in report.added.iter().filter_map(|file| file.photo) {
        let photo: Photo = reader.get(id).expect("a photo").expect("a photo");
        let written = reader.write_original(&photo.sha256, &out.join(id.to_string()));
        assert!(written.expect("written"));
    }
    let ours = cpu().0 - before;
    let before = cpu().1;
    let script = r#"mkdir "$2/cp" && find "$1" -type f -print0 | xargs -0 cp -t "$2/cp" && sync -f "$2""#;
    let status = Command::new("bash")
        .args(["-c", script, "cp"])
        .arg(photos)
        .arg(folder.path())
        .status()
        .expect("bash");
    assert!(status.success(), "cp failed");
    (ours, cpu().1 - before)
}

/// Every file of the folder, by name.
fn files_of(photos: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(photos).expect("a folder");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}

/// A folder on a disk and not in memory.
fn place() -> PathBuf {
    std::env::var_os("WITNESSMARK_BENCH_PLACE").map_or_else(std::env::temp_dir, PathBuf::from)
}

fn has_tools() -> bool {
    ["vipsthumbnail", "openssl", "exiftool"].iter().all(|tool| {
        let found = Command::new("sh")
            .args(["-c", &format!("command -v {tool}")])
            .output();
        found.is_ok_and(|output| output.status.success())
    })
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

fn main() {
    let Some(photos) = std::env::var_os("WITNESSMARK_BENCH_PHOTOS").map(PathBuf::from) else {
        println!("WITNESSMARK_BENCH_PHOTOS names no folder of photos: nothing is measured");
        return;
    };
    let rounds = std::env::var("WITNESSMARK_BENCH_ROUNDS")
        .ok()
        .and_then(|rounds| rounds.parse().ok())
        .unwrap_or(5);
    let has_tools = has_tools();
    // The files are in the cache of the system for both.
    by_witnessmark(&photos, None);
    let (mut ours, mut walls) = (Vec::new(), Vec::new());
    let mut others = [Makes::Thumbnails, Makes::Both].map(|makes| (makes, Vec::new(), Vec::new()));
    for _ in 0..rounds {
        let (cpu, wall, count) = by_witnessmark(&photos, None);
        let count = count as f64;
        ours.push(cpu * 1e3 / count);
        walls.push(count / wall);
        for (makes, theirs, ratios) in others.iter_mut().filter(|_| has_tools) {
            let other = by_tools(&photos, *makes);
            theirs.push(other * 1e3 / count);
            ratios.push(cpu / other);
        }
    }
    println!(
        "import: {:.1} ms CPU a photo, {:.1} photos/s, peak {:.0} MB",
        median(&mut ours),
        median(&mut walls),
        peak_mb()
    );
    for (makes, mut theirs, mut ratios) in others.into_iter().filter(|_| has_tools) {
        let what = match makes {
            Makes::Thumbnails => "tools that make thumbnails only",
            Makes::Both => "tools that make previews and thumbnails",
        };
        let all: Vec<String> = ratios.iter().map(|ratio| format!("{ratio:.2}")).collect();
        let (theirs, ratio) = (median(&mut theirs), median(&mut ratios));
        println!(
            "{what}: {theirs:.1} ms CPU a photo; ratio {ratio:.2} ({})",
            all.join(" ")
        );
    }
    let one = by_witnessmark(&photos, Some(1)).1;
    let two = by_witnessmark(&photos, Some(2)).1;
    println!("two workers: {:.2} x one (wall)", one / two);
    let files = files_of(&photos);
    for count in [10, 100, files.len()] {
        let files = &files[..count.min(files.len())];
        let mut times: Vec<f64> = (0..rounds).map(|_| first_photo(files)).collect();
        println!(
            "the first of {} photos after {:.0} ms (wall)",
            files.len(),
            median(&mut times)
        );
    }
    let (mut ours, mut theirs): (Vec<f64>, Vec<f64>) = (0..rounds).map(|_| export(&photos)).unzip();
    let (ours, theirs) = (median(&mut ours), median(&mut theirs));
    println!(
        "originals written out and hashed: {ours:.2} s CPU; cp and sync {theirs:.2} s; ratio {:.2}",
        ours / theirs
    );
}
