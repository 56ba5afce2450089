//! The commands of a team that comes together through a store.

#[path = "common/laptop.rs"]
mod laptop;
#[path = "common/s3.rs"]
mod s3;

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use laptop::Laptop;
use witnessmark::case::Reader;
use witnessmark::model::{Photo, Strike};

fn photos() -> String {
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/photos").to_owned()
}

fn target(case: &str, strike: &str) -> Option<String> {
    let reader = Reader::open(Path::new(case)).unwrap();
    reader.get::<Strike>(strike).unwrap().unwrap().target
}

#[test]
fn a_team_comes_together_through_a_folder() {
    let (olha, taras) = (Laptop::new(), Laptop::new());
    let (hers, strike) = olha.case_with_a_strike();
    let (store, his) = (olha.path("store"), taras.path("his.witness"));
    let (code, said) = olha.refused(&["team", "push", &hers]);
    assert_eq!((code, said.contains("--store")), (2, true), "{said}");
    let (_, said) = taras.refused(&["team", "join", &store, &his]);
    assert!(said.contains("no team's store"), "{said}");
    olha.ok(&["team", "init", &hers, &store]);
    olha.ok(&["import", &hers, &format!("{}/Pentax.jpg", photos())]);
    let status = &olha.json(&["team", "status", &hers, "--json"])["status"];
    assert_eq!(status["to_push"]["originals"], 1);
    let pushed = olha.json(&["team", "push", &hers, "--json"]);
    assert_eq!(
        (&pushed["originals"], &pushed["previews"]),
        (&1.into(), &1.into())
    );

    let said = taras.ok(&["team", "join", &store, &his]);
    assert!(
        said.contains("SHA256:"),
        "who is new is named with the key: {said}"
    );
    assert!(said.contains("not here yet"), "{said}");
    taras.ok(&["verify", &his]);
    taras.ok(&["set", &his, &strike, "target=garage"]);
    // The store is remembered.
    taras.ok(&["team", "push", &his]);
    let pulled = olha.json(&["team", "pull", &hers, "--json"]);
    assert!(pulled["entries"].as_u64() > Some(0), "{pulled}");
    assert_eq!(target(&hers, &strike).as_deref(), Some("garage"));

    let photo = Reader::open(Path::new(&his))
        .unwrap()
        .all::<Photo>()
        .unwrap()
        .remove(0);
    let pulled = taras.json(&["team", "pull", &his, "--photo", &photo.id.to_string(), "--json"]);
    assert_eq!(
        (&pulled["originals"], &pulled["still_awaited"]),
        (&1.into(), &0.into())
    );
    let out = taras.path("out.jpg");
    taras.ok(&["extract", &his, &photo.id.to_string(), &out]);
    let original = std::fs::read(format!("{}/Pentax.jpg", photos())).unwrap();
    assert_eq!(std::fs::read(out).unwrap(), original);

    // What one knows of the other's key is said, and a person can say that it is right.
    let status = olha.json(&["team", "status", &hers, "--json"]);
    let writers = status["status"]["writers"].as_array().unwrap();
    assert_eq!(writers.len(), 2);
    let fingerprint = writers[0]["fingerprint"].as_str().unwrap();
    olha.ok(&["team", "trust", &hers, fingerprint]);
    let said = olha.ok(&["team", "status", &hers]);
    assert!(
        said.contains("key named") && said.contains("key as first seen"),
        "{said}"
    );

    // A damaged part is named, with an exit code that a script sees.
    let log = Path::new(&store).join("log");
    // By name: the newest part of the laptop that came last.
    let parts = walkdir::WalkDir::new(log).sort_by_file_name();
    let parts = parts.into_iter().map(Result::unwrap);
    let part = parts.filter(|part| part.file_type().is_file()).last().unwrap();
    taras.ok(&["set", &his, &strike, "target=depot"]);
    taras.ok(&["team", "push", &his]);
    let mira = Laptop::new();
    std::fs::write(part.path(), b"damaged").unwrap();
    let (code, said) = mira.refused(&["team", "join", &store, &mira.path("new.witness")]);
    assert_eq!(code, 1);
    let name = part.file_name().to_string_lossy().into_owned();
    assert!(said.contains(&name), "{said}");
}

#[test]
fn a_sealed_store_in_a_bucket_is_reached_with_credentials_and_the_teams_key() {
    let (olha, taras) = (Laptop::new(), Laptop::new());
    let (hers, strike) = olha.case_with_a_strike();
    let (his, key) = (taras.path("his.witness"), olha.path("team.key"));
    let server = s3::serve(&olha.home.path().join("s3"));
    let endpoint = format!("http://{server}");
    let place = s3::address(server).place;
    let known = s3::credentials();
    let run = |laptop: &Laptop, args: &[&str]| {
        let output = laptop
            .command(args)
            .env("AWS_ACCESS_KEY_ID", &known.key_id)
            .env("AWS_SECRET_ACCESS_KEY", known.secret.as_str())
            .output()
            .unwrap();
        (
            output.status.success(),
            String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned(),
        )
    };
    let at = ["--endpoint", &endpoint];
    let (_, said) = olha.refused(&["team", "init", &hers, &place, "--endpoint", &endpoint]);
    assert!(said.contains("team credentials"), "{said}");
    let init = [
        &["team", "init", &hers, &place, "--seal", "--key-file", &key][..],
        &at,
    ]
    .concat();
    let (went, said) = run(&olha, &init);
    assert!(went && said.contains("sealed"), "{said}");
    assert!(said.contains("keyring"), "without a keyring it says so: {said}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(&key).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "nobody else reads the key");
    }
    let (went, said) = run(&olha, &["team", "push", &hers, "--key-file", &key]);
    assert!(went, "{said}");
    let join = [&["team", "join", &place, &his][..], &at].concat();
    let (went, said) = run(&taras, &join);
    assert!(!went && said.contains("--key-file"), "{said}");
    let (went, said) = run(&taras, &[&join[..], &["--key-file", &key]].concat());
    assert!(went, "{said}");
    taras.ok(&["set", &his, &strike, "target=garage"]);
    assert!(run(&taras, &["team", "push", &his, "--key-file", &key]).0);
    assert!(run(&olha, &["team", "pull", &hers, "--key-file", &key]).0);
    assert_eq!(target(&hers, &strike).as_deref(), Some("garage"));
    // No secret is in what the program keeps, nor in the case.
    let secret = std::fs::read_to_string(&key).unwrap();
    let secret = secret.lines().last().unwrap().as_bytes();
    for laptop in [&olha, &taras] {
        for file in walkdir::WalkDir::new(laptop.home.path())
            .into_iter()
            .map(Result::unwrap)
        {
            if !file.file_type().is_file() || file.path() == Path::new(&key) {
                continue;
            }
            let bytes = std::fs::read(file.path()).unwrap();
            for secret in [secret, known.secret.as_bytes()] {
                let found = bytes.windows(secret.len()).any(|part| part == secret);
                assert!(!found, "{}", file.path().display());
            }
        }
    }
    // A wrong secret is refused, and says of which store.
    let wrong = olha
        .command(&["team", "status", &hers, "--key-file", &key])
        .env("AWS_ACCESS_KEY_ID", &known.key_id)
        .env("AWS_SECRET_ACCESS_KEY", "wrong")
        .output()
        .unwrap();
    assert_eq!(wrong.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&wrong.stderr).contains(&place));
}

/// As on a stick that is sold with FAT or exFAT, which know no hard links.
#[cfg(target_os = "linux")]
#[test]
fn a_store_needs_no_hard_links() {
    let (olha, taras) = (Laptop::new(), Laptop::new());
    let (hers, _) = olha.case_with_a_strike();
    let (store, his) = (olha.path("store"), taras.path("his.witness"));
    olha.ok(&["import", &hers, &format!("{}/Pentax.jpg", photos())]);
    let log = olha.path("strace");
    for args in [&["team", "init", &hers, &store][..], &["team", "push", &hers]] {
        let plain = olha.command(args);
        let mut command = std::process::Command::new("strace");
        command
            .args(["-f", "-o", &log, "-e", "trace=?link,linkat"])
            .args(["-e", "inject=?link,linkat:error=EPERM"])
            .arg(plain.get_program())
            .args(plain.get_args());
        for (name, value) in plain.get_envs() {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        let Ok(output) = command.output() else {
            println!("skipped: strace is not installed");
            return;
        };
        assert!(output.status.success(), "{output:?}");
        assert!(std::fs::read_to_string(&log).unwrap().contains("INJECTED"));
    }
    taras.ok(&["team", "join", &store, &his, "--originals"]);
    assert_eq!(taras.json(&["verify", &his, "--json"])["awaited"], 0);
}

#[test]
fn what_is_killed_at_any_moment_goes_on() {
    let (olha, taras) = (Laptop::new(), Laptop::new());
    let (hers, _) = olha.case_with_a_strike();
    let (store, his) = (olha.path("store"), taras.path("his.witness"));
    olha.ok(&["team", "init", &hers, &store]);
    olha.ok(&["team", "push", &hers]);
    taras.ok(&["team", "join", &store, &his]);
    olha.ok(&["import", &hers, &photos()]);
    let killed = |laptop: &Laptop, args: &[&str], round: u64| {
        let mut child = laptop
            .command(args)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_millis(20 + 35 * round));
        let is_cut = child.try_wait().unwrap().is_none();
        child.kill().unwrap();
        child.wait().unwrap();
        is_cut
    };
    let push = ["team", "push", &hers];
    let pull = ["team", "pull", &his, "--originals"];
    let mut cut = 0;
    for round in 0..10 {
        cut += usize::from(killed(&olha, &push, round));
        cut += usize::from(killed(&taras, &pull, round));
        taras.ok(&["verify", &his]);
    }
    println!("{cut} of 20 were cut short");
    assert!(cut >= 5, "{cut}");
    olha.ok(&push);
    taras.ok(&pull);
    let verdicts = [
        olha.json(&["verify", &hers, "--json"]),
        taras.json(&["verify", &his, "--json"]),
    ];
    for verdict in &verdicts {
        assert_eq!(verdict["awaited"], 0, "{verdict}");
    }
    assert_eq!(verdicts[0]["originals"], verdicts[1]["originals"]);
    // What lies in the store is whole: every original has the bytes that its name tells.
    for file in walkdir::WalkDir::new(Path::new(&store).join("originals")) {
        let file = file.unwrap();
        let name = file.file_name().to_string_lossy().into_owned();
        if file.file_type().is_file() && !name.contains('#') {
            let bytes = std::fs::read(file.path()).unwrap();
            assert_eq!(witnessmark::case::sha256(&bytes).to_string(), name);
        }
    }
}
