//! The promise: the program speaks to no network, and writes nowhere but in the case, its side files, the output
//! that was asked for, and its own folders.
//!
//! A command makes no socket at all, but for the C library's own question to this machine's user database (who is
//! the user?). The window speaks to the screen and the desktop through sockets that do not leave the machine.
//!
//! Commands and the window run under `strace`, which writes down every socket and every file that is opened for
//! writing, made, renamed or taken away. Where there is no `strace` or no `Xvfb` the test says that it is skipped.
//! By hand: `cargo test --test quiet -- --nocapture`.
#![cfg(target_os = "linux")]

use std::io::{BufRead, BufReader};
use std::net::UdpSocket;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process_group};
use tempfile::TempDir;

/// How long the window is watched once it has the case.
const WATCHED: Duration = Duration::from_secs(4);

/// Names a file outside to the child that misbehaves.
const STRAY: &str = "WITNESSMARK_CHILD_STRAY";

/// Whether `tool` can be run; says so when not.
fn has(tool: &str) -> bool {
    let there = std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default())
        .any(|folder| folder.join(tool).is_file());
    if !there {
        println!("skipped: {tool} is not installed");
    }
    there
}

/// A home, and a folder beside it to work in.
struct Watch {
    folder: TempDir,
    /// The files that may be written, with those whose names go on with `-`.
    files: Vec<PathBuf>,
    /// The folders in which anything may be written.
    folders: Vec<PathBuf>,
}

impl Watch {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let home = folder.path().join("home");
        let work = folder.path().join("work");
        std::fs::create_dir_all(&work).unwrap();
        std::fs::create_dir_all(&home).unwrap();
        Self {
            files: vec![work.join("case.witness"), PathBuf::from("/dev/null")],
            folders: ["config", "data", "cache"].map(|own| home.join(own)).to_vec(),
            folder,
        }
    }

    fn work(&self, name: &str) -> String {
        let path = self.folder.path().join("work").join(name);
        path.to_str().unwrap().to_owned()
    }

    /// `program` under strace, which writes to `log`.
    fn traced(&self, program: impl AsRef<Path>, log: &str) -> Command {
        let home = self.folder.path().join("home");
        let mut command = Command::new("strace");
        command
            .args(["-f", "-q", "-s", "4096", "-o"])
            .arg(self.folder.path().join(log))
            // The question mark: not every processor has all of them.
            .arg("-e")
            .arg(
                "trace=%network,?open,?openat,?openat2,?creat,?rename,?renameat,?renameat2,?unlink,?unlinkat,\
                 ?mkdir,?mkdirat,?link,?linkat,?symlink,?symlinkat,?truncate",
            )
            .arg("--")
            .arg(program.as_ref())
            .current_dir(self.folder.path().join("work"))
            .env("HOME", &home)
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY");
        command
    }

    fn log(&self, log: &str) -> String {
        let bytes = std::fs::read(self.folder.path().join(log)).unwrap_or_default();
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// Runs a command of the program to its end; gives what it did that it may not do.
    fn command(&self, args: &[&str]) -> Vec<String> {
        let output = self
            .traced(env!("CARGO_BIN_EXE_witnessmark"), "log")
            .args(args)
            .output()
            .unwrap();
        assert!(output.status.success(), "{args:?}: {output:?}");
        let log = self.log("log");
        assert!(
            log.lines().any(|line| line.contains("openat(")),
            "strace saw nothing"
        );
        sockets(&log, &["AF_UNIX"])
            .into_iter()
            .chain(talks(&log))
            .chain(self.strays(&log))
            .map(|line| format!("{}: {line}", args[0]))
            .collect()
    }

    /// The lines that touch a file which is none of those that may be written.
    fn strays(&self, log: &str) -> Vec<String> {
        log.lines()
            .filter(|line| touched(line).iter().any(|path| !self.may_be_written(path)))
            .map(str::to_owned)
            .collect()
    }

    fn may_be_written(&self, path: &str) -> bool {
        let own = |file: &PathBuf| {
            path.strip_prefix(file.to_str().unwrap())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
        };
        self.files.iter().any(own)
            || self
                .folders
                .iter()
                .any(|folder| Path::new(path).starts_with(folder))
    }
}

/// The name of the system call in a line of the log, after the process's number.
fn call(line: &str) -> &str {
    let call = line.split_once('(').map_or("", |(call, _)| call);
    call.rsplit(' ').next().unwrap_or_default()
}

/// The paths that a line opens for writing, makes, renames or takes away.
fn touched(line: &str) -> Vec<String> {
    let writes = match call(line) {
        "open" | "openat" | "openat2" => ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_APPEND"]
            .iter()
            .any(|flag| line.contains(flag)),
        "creat" | "rename" | "renameat" | "renameat2" | "unlink" | "unlinkat" | "mkdir" | "mkdirat"
        | "link" | "linkat" | "symlink" | "symlinkat" | "truncate" => true,
        _ => false,
    };
    let quoted = line.split('"').skip(1).step_by(2).map(str::to_owned);
    if writes { quoted.collect() } else { Vec::new() }
}

/// The lines that make a socket, unless it is of one of these families.
fn sockets(log: &str, allowed: &[&str]) -> Vec<String> {
    log.lines()
        .filter(|line| call(line).starts_with("socket"))
        .filter(|line| !allowed.iter().any(|family| line.contains(family)))
        .map(str::to_owned)
        .collect()
}

/// The lines that connect to anything but the user database.
fn talks(log: &str) -> Vec<String> {
    let users = ["nscd/socket", "systemd/userdb/", "sss/pipes/"];
    log.lines()
        .filter(|line| call(line) == "connect" && !users.iter().any(|path| line.contains(path)))
        .map(str::to_owned)
        .collect()
}

#[test]
fn commands_open_no_socket_and_write_only_what_is_theirs() {
    if !has("strace") {
        return;
    }
    let begin = Instant::now();
    let mut watch = Watch::new();
    let (case, out) = (watch.work("case.witness"), watch.work("out.jpg"));
    watch.files.push(PathBuf::from(&out));
    let store = watch.work("store");
    watch.folders.push(PathBuf::from(&store));
    let photos = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/photos");
    let photo = |name: &str| photos.join(name).to_str().unwrap().to_owned();
    let (one, two, three) = (
        photo("mushroom.jpg"),
        photo("Pentax.jpg"),
        photo("HTC Desire.webp"),
    );
    let session: [&[&str]; 14] = [
        &["new", &case, "--title", "Quiet"],
        &["import", &case, &one, &two, &three],
        &["list", &case, "photos", "--json"],
        &["list", &case, "components", "--csv"],
        &["search", &case, "mushroom"],
        &["calendar", &case, "2024-08"],
        &["read", "ㅈ107"],
        &["extract", &case, "mushroom.jpg", &out],
        &["verify", &case],
        // A team's store in a folder needs no network either.
        &["team", "init", &case, &store],
        &["team", "push", &case],
        &["team", "status", &case],
        &["team", "pull", &case],
        &["--help"],
    ];
    let found: Vec<String> = session.iter().flat_map(|args| watch.command(args)).collect();
    assert_eq!(std::fs::read(&out).unwrap(), std::fs::read(&one).unwrap());
    println!(
        "{} commands watched, {} wrong, {:.1} s",
        session.len(),
        found.len(),
        begin.elapsed().as_secs_f64()
    );
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// A process that ends, with all that it started, when the test does.
struct Started(Child);

impl Started {
    fn new(command: &mut Command) -> Self {
        Self(command.process_group(0).spawn().unwrap())
    }
}

impl Drop for Started {
    fn drop(&mut self) {
        let _ = kill_process_group(Pid::from_child(&self.0), Signal::KILL);
        let _ = self.0.wait();
    }
}

/// A screen of its own that listens on no network; the number of its display.
fn screen() -> (Started, String) {
    let mut xvfb = Started::new(
        Command::new("Xvfb")
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                "1280x800x24",
                "-nolisten",
                "tcp",
            ])
            .stdout(Stdio::piped())
            .stderr(Stdio::null()),
    );
    let mut number = String::new();
    BufReader::new(xvfb.0.stdout.take().unwrap())
        .read_line(&mut number)
        .unwrap();
    (xvfb, format!(":{}", number.trim()))
}

#[test]
fn the_window_speaks_to_the_screen_and_to_no_network() {
    if !has("strace") || !has("Xvfb") {
        return;
    }
    let mut watch = Watch::new();
    let case = watch.work("case.witness");
    assert_eq!(watch.command(&["new", &case]), [""; 0]);
    // What graphics drivers use to draw, which is not of the disk.
    watch
        .folders
        .extend(["/dev/dri", "/dev/shm", "/proc/self"].map(PathBuf::from));
    let (_screen, display) = screen();
    let mut window = Started::new(
        watch
            .traced(env!("CARGO_BIN_EXE_witnessmark"), "window")
            .arg(&case)
            .env("DISPLAY", display)
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .stdout(Stdio::null())
            .stderr(Stdio::null()),
    );
    let begin = Instant::now();
    while !watch.log("window").contains("case.witness") {
        let ended = window.0.try_wait().unwrap();
        assert!(
            ended.is_none() && begin.elapsed().as_secs() < 60,
            "no window: {ended:?}"
        );
        std::thread::sleep(Duration::from_millis(100));
    }
    std::thread::sleep(WATCHED);
    assert!(window.0.try_wait().unwrap().is_none(), "the window did not stay");
    drop(window);
    let log = watch.log("window");
    assert!(
        !sockets(&log, &[]).is_empty(),
        "it does not even speak to the screen"
    );
    let mut found = sockets(&log, &["AF_UNIX"]);
    found.extend(watch.strays(&log));
    println!(
        "window watched, {} lines, {} wrong",
        log.lines().count(),
        found.len()
    );
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
#[ignore = "the child of the test below"]
fn misbehaves() {
    if let Some(stray) = std::env::var_os(STRAY) {
        std::fs::write(stray, "stray").unwrap();
        UdpSocket::bind("127.0.0.1:0").unwrap();
    }
}

#[test]
fn a_socket_and_a_stray_file_would_be_seen() {
    if !has("strace") {
        return;
    }
    let watch = Watch::new();
    let stray = watch.work("stray.txt");
    let output = watch
        .traced(std::env::current_exe().unwrap(), "log")
        .args(["misbehaves", "--ignored", "--exact"])
        .env(STRAY, &stray)
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let log = watch.log("log");
    assert!(
        sockets(&log, &["AF_UNIX"])
            .iter()
            .any(|line| line.contains("AF_INET"))
    );
    assert!(watch.strays(&log).iter().any(|line| line.contains(&stray)));
}
