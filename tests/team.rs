//! A team's store: laptops come to the same through a folder or a bucket, whatever is cut, lost or forged on the way.

#[path = "common/s3.rs"]
mod s3;
#[path = "common/walk.rs"]
mod work;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use proptest::prelude::*;
use ssh_key::{Algorithm, HashAlg, PrivateKey};
use tempfile::TempDir;
use witnessmark::case::{Case, CaseError, sha256};
use witnessmark::exchange::team::pull::{How as Pull, Originals, Pulled};
use witnessmark::exchange::team::push::{How as Push, Pushed};
use witnessmark::exchange::team::seal::Seal;
use witnessmark::exchange::team::status::Status;
use witnessmark::exchange::team::{Address, Credentials, Team as Store, TeamError};
use witnessmark::intake::renew::photo_of;
use witnessmark::job::Progress;
use witnessmark::model::record::Recorded;
use witnessmark::model::{Change, NewPhoto, Photo, Strike};
use work::{Team, author, deeds, heads, only, questions, set, state, walk_of};

/// What each laptop has of the store: the way to it, its key, its memory.
struct Laptops {
    address: Address,
    credentials: Option<Credentials>,
    seal: Option<Seal>,
    keys: Vec<PrivateKey>,
    memories: Vec<TempDir>,
    /// Whether originals come with every pull.
    all: bool,
}

impl Laptops {
    fn found(address: Address, credentials: Option<Credentials>, seal: Option<Seal>, case: &Case) -> Self {
        let reader = case.reader().unwrap();
        Store::found(&address, credentials.as_ref(), &reader, seal.clone(), None).unwrap();
        let key = || PrivateKey::random(&mut ssh_key::rand_core::OsRng, Algorithm::Ed25519).unwrap();
        Self {
            address,
            credentials,
            seal,
            keys: (0..4).map(|_| key()).collect(),
            memories: (0..4).map(|_| tempfile::tempdir().unwrap()).collect(),
            all: true,
        }
    }

    fn in_folder(folder: &Path, case: &Case) -> Self {
        Self::found(Address::folder(&folder.join("store")), None, None, case)
    }

    fn open(&self, device: usize) -> Result<Store, TeamError> {
        Store::open(
            &self.address,
            self.credentials.as_ref(),
            |_| self.seal.clone(),
            Some(self.memories[device].path()),
        )
    }

    fn try_push(&self, case: &Case, device: usize, how: Push) -> Result<Pushed, TeamError> {
        let mut store = self.open(device)?;
        let reader = case.reader()?;
        store.push(&reader, case.author(), &self.keys[device], how, &Progress::new())
    }

    fn push(&self, case: &Case, device: usize) -> Pushed {
        self.try_push(case, device, Push::default()).unwrap()
    }

    fn try_pull(&self, case: &mut Case, device: usize) -> Result<Pulled, TeamError> {
        let how = Pull {
            originals: if self.all {
                Originals::All
            } else {
                Originals::Later
            },
            ..Pull::default()
        };
        self.open(device)?.pull(case, &how, &Progress::new())
    }

    fn pull(&self, case: &mut Case, device: usize) -> Pulled {
        self.try_pull(case, device).unwrap()
    }

    fn status(&self, case: &Case, device: usize) -> Status {
        let mut store = self.open(device).unwrap();
        store
            .status(&case.reader().unwrap(), case.author(), &Progress::new())
            .unwrap()
    }
}

impl work::Store for Laptops {
    fn push(&mut self, case: &Case, device: usize) {
        let pushed = Laptops::push(self, case, device);
        assert!(pushed.troubles.is_empty(), "{:?}", pushed.troubles);
    }

    fn pull(&mut self, case: &mut Case, device: usize) -> u64 {
        let foreseen = self.status(case, device).to_pull;
        let pulled = Laptops::pull(self, case, device);
        assert!(pulled.troubles.is_empty(), "{:?}", pulled.troubles);
        assert!(pulled.taken.refused.is_empty(), "{:?}", pulled.taken.refused);
        assert_eq!(
            foreseen.entries, pulled.taken.entries,
            "status says what would come"
        );
        pulled.taken.entries
    }
}

fn add_photo(case: &mut Case, name: &str) -> Photo {
    let file = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/photos")
        .join(name);
    let bytes = std::fs::read(file).unwrap();
    let new = photo_of(name, sha256(&bytes), bytes);
    let photo = new.photo.clone();
    case.apply(Change::AddPhoto(Box::new(new))).unwrap();
    photo
}

/// Every file below `folder`, by its path there.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let all = walkdir::WalkDir::new(folder).into_iter().map(Result::unwrap);
    all.filter(|file| file.file_type().is_file())
        .map(|file| {
            let path = file.path().strip_prefix(folder).unwrap().to_owned();
            (path, std::fs::read(file.path()).unwrap())
        })
        .collect()
}

fn three_through(store: impl FnOnce(&Team) -> Laptops) -> Team {
    let mut team = Team::new(&["A", "B", "C"]);
    team.store = Some(Box::new(store(&team)));
    team
}

fn through_a_bucket(team: &Team, seal: Option<Seal>) -> Laptops {
    let server = s3::serve(&team.folder.path().join("s3"));
    Laptops::found(s3::address(server), Some(s3::credentials()), seal, &team.cases[0])
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4, max_shrink_iters: 20, ..ProptestConfig::default() })]

    /// Whatever three people do, and whenever they push and pull: in the end all have the same, and whatever contradicts is asked.
    #[test]
    fn three_come_to_the_same_through_a_folder(steps in prop::collection::vec((0..3usize, deeds()), 1..120)) {
        let team = three_through(|team| Laptops::in_folder(team.folder.path(), &team.cases[0]));
        walk_of(team, &steps, true);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1, max_shrink_iters: 0, ..ProptestConfig::default() })]

    /// A thousand edits and more on each of three devices, which push and pull at random moments.
    #[test]
    fn a_thousand_edits_on_each_of_three_come_to_the_same_through_a_folder(
        steps in prop::collection::vec((0..3usize, deeds()), 3_300),
    ) {
        let team = three_through(|team| Laptops::in_folder(team.folder.path(), &team.cases[0]));
        walk_of(team, &steps, true);
    }

    /// The same through a server that speaks S3, sealed.
    #[test]
    fn a_thousand_edits_on_each_of_three_come_to_the_same_through_a_bucket(
        steps in prop::collection::vec((0..3usize, deeds()), 3_300),
    ) {
        let team = three_through(|team| through_a_bucket(team, Some(Seal::new())));
        walk_of(team, &steps, true);
    }
}

#[test]
fn previews_come_first_and_originals_when_they_are_wanted() {
    let mut team = Team::new(&["A", "B"]);
    let mut laptops = Laptops::in_folder(team.folder.path(), &team.cases[0]);
    laptops.all = false;
    let photo = add_photo(&mut team.cases[0], "Issue 609.jpg");
    let second = add_photo(&mut team.cases[0], "Pentax.jpg");
    let before = laptops.status(&team.cases[0], 0).to_push;
    assert_eq!((before.previews, before.originals), (2, 2));
    assert_eq!(before.bytes, photo.byte_size + second.byte_size);
    let pushed = laptops.push(&team.cases[0], 0);
    assert_eq!((pushed.previews, pushed.originals), (2, 2));
    let pulled = laptops.pull(&mut team.cases[1], 1);
    assert_eq!(
        (pulled.previews, pulled.originals, pulled.still_awaited),
        (2, 0, 2)
    );
    let (one, other) = (&team.readers[0], &team.readers[1]);
    for photo in [&photo, &second] {
        assert_eq!(
            other.medium_preview(photo.id).unwrap(),
            one.medium_preview(photo.id).unwrap()
        );
        assert!(other.medium_preview(photo.id).unwrap().is_some());
        assert_eq!(other.metadata(photo.id).unwrap(), one.metadata(photo.id).unwrap());
        assert_eq!(other.original(photo.id).unwrap(), None);
    }
    let verdict = other.verify(|_, _| true).unwrap();
    assert!(verdict.is_sound(), "{:?}", verdict.problems);
    assert_eq!(verdict.awaited, 2);
    let status = laptops.status(&team.cases[1], 1);
    assert_eq!(
        (status.to_pull.originals, status.to_pull.previews, status.nowhere),
        (2, 0, 0)
    );
    // One, then the rest.
    let how = Pull {
        originals: Originals::Of(vec![photo.sha256]),
        ..Pull::default()
    };
    let pulled = laptops
        .open(1)
        .unwrap()
        .pull(&mut team.cases[1], &how, &Progress::new())
        .unwrap();
    assert_eq!((pulled.originals, pulled.still_awaited), (1, 1));
    laptops.all = true;
    assert_eq!(laptops.pull(&mut team.cases[1], 1).originals, 1);
    for photo in [&photo, &second] {
        let bytes = team.readers[1].original(photo.id).unwrap().unwrap();
        assert_eq!(sha256(&bytes), photo.sha256);
    }
    let verdict = team.readers[1].verify(|_, _| true).unwrap();
    assert!(
        verdict.is_sound() && verdict.awaited == 0,
        "{:?}",
        verdict.problems
    );
    // Nothing is left to do, and doing it again changes nothing in the store.
    let stored = files(&team.folder.path().join("store"));
    laptops.push(&team.cases[1], 1);
    let again = laptops.push(&team.cases[1], 1);
    assert_eq!((again.entries, again.previews, again.originals), (0, 0, 0));
    let now = files(&team.folder.path().join("store"));
    assert!(
        stored.iter().all(|(path, bytes)| now.get(path) == Some(bytes)),
        "written once"
    );
}

#[test]
fn a_case_is_joined_from_its_store_and_worked_on() {
    let mut team = Team::new(&["A"]);
    let laptops = Laptops::in_folder(team.folder.path(), &team.cases[0]);
    let photo = add_photo(&mut team.cases[0], "Issue 609.jpg");
    let new = team.folder.path().join("joined.witness");
    let chains = team.folder.path().join("chains");
    let join = |name: &str, device: usize| {
        laptops.open(device).unwrap().join(
            &new,
            author(name),
            None,
            Some(&chains),
            &Pull::default(),
            &Progress::new(),
        )
    };
    let empty = join("B", 1).err().unwrap().to_string();
    assert!(empty.contains("Nothing in the store"), "{empty}");
    assert!(!new.exists());
    laptops.push(&team.cases[0], 0);
    let (mut joined, pulled) = join("B", 1).unwrap();
    joined.keep_backups_in(None);
    assert_eq!(pulled.newcomers.len(), 1);
    assert_eq!(joined.author().device, author("B").device);
    let reader = joined.reader().unwrap();
    assert!(reader.medium_preview(photo.id).unwrap().is_some());
    let strike: Strike = only(&reader, "Strike 0");
    set(&mut joined, strike.id, "target", "depot");
    laptops.push(&joined, 1);
    laptops.pull(&mut team.cases[0], 0);
    let strike: Strike = team.readers[0].get(strike.id).unwrap().unwrap();
    assert_eq!(strike.target.as_deref(), Some("depot"));
    assert!(reader.verify(|_, _| true).unwrap().is_sound());
    // The laptop has written in this case: a second copy must not write in the same chain.
    let second = team.folder.path().join("second.witness");
    let (second, _) = laptops
        .open(1)
        .unwrap()
        .join(
            &second,
            author("B"),
            None,
            Some(&chains),
            &Pull::default(),
            &Progress::new(),
        )
        .unwrap();
    assert_ne!(second.author().device, author("B").device);
}

#[test]
fn a_sealed_store_tells_its_owner_nothing() {
    let mut team = Team::new(&["A", "B"]);
    let seal = Seal::new();
    let address = Address::folder(&team.folder.path().join("store"));
    let mut laptops = Laptops::found(address, None, Some(seal), &team.cases[0]);
    let photo = add_photo(&mut team.cases[0], "Issue 609.jpg");
    let strike: Strike = only(&team.readers[0], "Strike 0");
    set(&mut team.cases[0], strike.id, "target", "the garage by the river");
    laptops.push(&team.cases[0], 0);
    for (path, bytes) in files(&team.folder.path().join("store")) {
        let path = path.to_string_lossy().into_owned();
        assert!(!path.contains(&photo.sha256.to_string()), "{path}");
        let is_head = path == "witnessmark-team.json";
        assert!(is_head || bytes.starts_with(b"age-encryption.org/v1"), "{path}");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let first = team.readers[0].beginnings().unwrap()[0].to_string();
        assert!(!text.contains("river") && !text.contains(&first), "{path}");
    }
    assert_eq!(laptops.pull(&mut team.cases[1], 1).originals, 1);
    let strike: Strike = team.readers[1].get(strike.id).unwrap().unwrap();
    assert_eq!(strike.target.as_deref(), Some("the garage by the river"));
    laptops.seal = None;
    assert!(matches!(laptops.open(1), Err(TeamError::KeyNeeded(_))));
    laptops.seal = Some(Seal::new());
    let other = laptops.open(1).err().unwrap().to_string();
    assert!(other.contains("another store's"), "{other}");
}

#[test]
fn a_store_of_another_case_is_neither_read_nor_written() {
    let team = Team::new(&["A"]);
    let laptops = Laptops::in_folder(team.folder.path(), &team.cases[0]);
    let path = team.folder.path().join("other.witness");
    let mut other = Case::create(&path, "Other", author("B")).unwrap();
    other.keep_backups_in(None);
    let before = files(&team.folder.path().join("store"));
    for refused in [
        laptops.try_push(&other, 1, Push::default()).err(),
        laptops.try_pull(&mut other, 1).err(),
    ] {
        let refused = refused.unwrap().to_string();
        assert!(refused.contains("another case"), "{refused}");
    }
    assert_eq!(files(&team.folder.path().join("store")), before);
    let twice = Store::found(&laptops.address, None, &other.reader().unwrap(), None, None);
    assert!(twice.err().unwrap().to_string().contains("already"));
    let nowhere = Address::folder(&team.folder.path().join("unplugged"));
    let nowhere = Store::open(&nowhere, None, |_| None, None);
    assert!(nowhere.is_err());
    assert!(!team.folder.path().join("unplugged").exists());
}

/// The parts of the log of a laptop, in order.
fn log(team: &Team, device: &str) -> Vec<PathBuf> {
    let folder = team.folder.path().join("store/log").join(author(device).device);
    let mut parts: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|part| part.unwrap().path())
        .collect();
    parts.sort();
    parts
}

fn reasons(pulled: &Pulled) -> String {
    let troubles = pulled.troubles.iter().map(|trouble| trouble.reason.clone());
    let refused = pulled.taken.refused.iter().map(|refusal| refusal.reason.clone());
    troubles.chain(refused).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_is_changed_cut_or_taken_away_is_named_and_the_rest_goes_on() {
    let mut team = Team::new(&["A", "B", "C"]);
    let laptops = Laptops::in_folder(team.folder.path(), &team.cases[0]);
    let strike: Strike = only(&team.readers[0], "Strike 0");
    let other: Strike = only(&team.readers[0], "Strike 1");
    for number in 0..3 {
        set(
            &mut team.cases[0],
            strike.id,
            "target",
            format!("target {number}"),
        );
        laptops.push(&team.cases[0], 0);
    }
    set(&mut team.cases[1], other.id, "target", "of B");
    laptops.push(&team.cases[1], 1);
    let parts = log(&team, "A");
    let sound: Vec<Vec<u8>> = parts.iter().map(|part| std::fs::read(part).unwrap()).collect();
    let target = |team: &Team, strike: &Strike| {
        let strike: Strike = team.readers[2].get(strike.id).unwrap().unwrap();
        strike.target
    };
    // One byte of the second part of A's log is another.
    let mut changed = sound[1].clone();
    let middle = changed.len() / 2;
    changed[middle] ^= 1;
    std::fs::write(&parts[1], &changed).unwrap();
    let pulled = laptops.pull(&mut team.cases[2], 2);
    assert!(
        reasons(&pulled).contains("not those that its name tells"),
        "{}",
        reasons(&pulled)
    );
    // What came before it holds, and so does the work of the others.
    assert_eq!(target(&team, &strike).as_deref(), Some("target 0"));
    assert_eq!(target(&team, &other).as_deref(), Some("of B"));
    // Taken away altogether.
    std::fs::remove_file(&parts[1]).unwrap();
    let pulled = laptops.pull(&mut team.cases[2], 2);
    assert!(
        reasons(&pulled).contains("are not in the store"),
        "{}",
        reasons(&pulled)
    );
    assert_eq!(target(&team, &strike).as_deref(), Some("target 0"));
    // It comes late, as through a synced folder.
    std::fs::write(&parts[1], &sound[1]).unwrap();
    let pulled = laptops.pull(&mut team.cases[2], 2);
    assert_eq!(reasons(&pulled), "");
    assert_eq!(target(&team, &strike).as_deref(), Some("target 2"));
    // An older state is put in its place.
    std::fs::remove_file(&parts[2]).unwrap();
    let pulled = laptops.pull(&mut team.cases[2], 2);
    assert!(
        reasons(&pulled).contains("was there and is not any more"),
        "{}",
        reasons(&pulled)
    );
    assert_eq!(target(&team, &strike).as_deref(), Some("target 2"));
    // Whoever has it brings it again, and a newcomer gets all of it.
    let check = Push {
        check: true,
        ..Push::default()
    };
    let mended = laptops.try_push(&team.cases[2], 2, check).unwrap();
    assert!(mended.entries > 0);
    let mut fresh = Team::new(&["A"]).cases.remove(0);
    drop(fresh.take_notices());
    let joined = team.folder.path().join("joined.witness");
    let how = Pull {
        relayed: true,
        ..Pull::default()
    };
    let (joined, _) = laptops
        .open(3)
        .unwrap()
        .join(&joined, author("D"), None, None, &how, &Progress::new())
        .unwrap();
    let strike: Strike = joined.reader().unwrap().get(strike.id).unwrap().unwrap();
    assert_eq!(strike.target.as_deref(), Some("target 2"));
}

#[test]
fn forged_logs_and_false_originals_are_refused_by_name() {
    let mut team = Team::new(&["A", "B"]);
    let laptops = Laptops::in_folder(team.folder.path(), &team.cases[0]);
    let photo = add_photo(&mut team.cases[0], "Issue 609.jpg");
    laptops.push(&team.cases[0], 0);
    laptops.pull(&mut team.cases[1], 1);
    // Somebody who has a copy of the case writes in A's name, with another key.
    let strike: Strike = only(&team.readers[0], "Strike 0");
    let before = state(&team.readers[1]);
    let forged = Laptops {
        address: laptops.address.clone(),
        credentials: None,
        seal: None,
        keys: vec![PrivateKey::random(&mut ssh_key::rand_core::OsRng, Algorithm::Ed25519).unwrap()],
        memories: vec![tempfile::tempdir().unwrap()],
        all: true,
    };
    set(&mut team.cases[0], strike.id, "target", "forged");
    let refused = forged
        .try_push(&team.cases[0], 0, Push::default())
        .unwrap_err()
        .to_string();
    assert!(refused.contains("not its key any more"), "{refused}");
    // Someone else's log, which says that it is of another place.
    let parts = log(&team, "A");
    let to = team.folder.path().join("store/log").join(author("C").device);
    std::fs::create_dir_all(&to).unwrap();
    std::fs::copy(&parts[0], to.join(parts[0].file_name().unwrap())).unwrap();
    let pulled = laptops.pull(&mut team.cases[1], 1);
    assert!(
        reasons(&pulled).contains("written for another place"),
        "{}",
        reasons(&pulled)
    );
    assert_eq!(state(&team.readers[1]), before);
    // A false original under the true name.
    let name = photo.sha256.to_string();
    let original = team
        .folder
        .path()
        .join("store/originals")
        .join(&name[..2])
        .join(&name);
    std::fs::write(&original, vec![0; 4000]).unwrap();
    let mut third = joined(&laptops, team.folder.path(), 2);
    let pulled = laptops.pull(&mut third, 2);
    assert!(
        reasons(&pulled).contains("not those that its name tells"),
        "{}",
        reasons(&pulled)
    );
    assert_eq!((pulled.originals, pulled.still_awaited), (0, 1));
    assert_eq!(third.reader().unwrap().original(photo.id).unwrap(), None);
    // And one that is gone comes again.
    std::fs::remove_file(&original).unwrap();
    assert!(reasons(&laptops.pull(&mut third, 2)).contains("put it there"));
    let check = Push {
        check: true,
        ..Push::default()
    };
    assert_eq!(laptops.try_push(&team.cases[0], 0, check).unwrap().originals, 1);
    assert_eq!(laptops.pull(&mut third, 2).originals, 1);
}

fn joined(laptops: &Laptops, folder: &Path, device: usize) -> Case {
    let path = folder.join(format!("joined-{device}.witness"));
    let mut store = laptops.open(device).unwrap();
    let (mut case, _) = store
        .join(&path, author("D"), None, None, &Pull::default(), &Progress::new())
        .unwrap();
    case.keep_backups_in(None);
    case
}

#[test]
fn only_those_whose_key_was_named_are_let_in_where_that_is_asked() {
    let mut team = Team::new(&["A", "B"]);
    let laptops = Laptops::in_folder(team.folder.path(), &team.cases[0]);
    let strike: Strike = only(&team.readers[0], "Strike 0");
    set(&mut team.cases[0], strike.id, "target", "depot");
    laptops.push(&team.cases[0], 0);
    let how = Pull {
        only_trusted: true,
        ..Pull::default()
    };
    let mut store = laptops.open(1).unwrap();
    let pulled = store.pull(&mut team.cases[1], &how, &Progress::new()).unwrap();
    let fingerprint = laptops.keys[0].fingerprint(HashAlg::Sha256).to_string();
    assert!(reasons(&pulled).contains(&fingerprint), "{}", reasons(&pulled));
    assert_eq!(pulled.taken.entries, 0);
    store.trust(&fingerprint).unwrap();
    let pulled = store.pull(&mut team.cases[1], &how, &Progress::new()).unwrap();
    assert_eq!((reasons(&pulled), pulled.taken.entries), (String::new(), 1));
}

#[test]
fn work_that_came_by_hand_is_carried_on_and_not_taken_unasked() {
    // C gives A a copy by hand and has never pushed: A brings C's entries, and B takes them.
    let mut team = Team::new(&["A", "B", "C"]);
    let laptops = Laptops::in_folder(team.folder.path(), &team.cases[0]);
    let strike: Strike = only(&team.readers[0], "Strike 0");
    set(&mut team.cases[2], strike.id, "target", "of C");
    team.take(0, 2);
    set(&mut team.cases[0], strike.id, "notes", "of A");
    laptops.push(&team.cases[0], 0);
    laptops.pull(&mut team.cases[1], 1);
    let devices: Vec<String> = heads(&team.readers[1])
        .into_iter()
        .map(|(device, _)| device)
        .collect();
    assert!(devices.contains(&author("C").device), "{devices:?}");
    // Once C pushes itself, what others say of C is left until C does.
    set(&mut team.cases[2], strike.id, "notes", "of C");
    laptops.push(&team.cases[2], 2);
    set(&mut team.cases[2], strike.id, "notes", "of C, later");
    team.take(0, 2);
    laptops.push(&team.cases[0], 0);
    let pulled = laptops.pull(&mut team.cases[1], 1);
    assert!(
        reasons(&pulled).contains("brought by this laptop only"),
        "{}",
        reasons(&pulled)
    );
    laptops.push(&team.cases[2], 2);
    let pulled = laptops.pull(&mut team.cases[1], 1);
    assert_eq!(reasons(&pulled), "");
    for device in 0..3 {
        laptops.pull(&mut team.cases[device], device);
        laptops.push(&team.cases[device], device);
    }
    for device in 0..3 {
        laptops.pull(&mut team.cases[device], device);
    }
    assert_eq!(questions(&team.readers[0]), questions(&team.readers[1]));
    assert_eq!(state(&team.readers[1]).len(), state(&team.readers[2]).len());
}

#[test]
fn an_older_copy_pulls_before_it_pushes_and_a_fork_is_refused() {
    let mut team = Team::new(&["A", "B"]);
    let laptops = Laptops::in_folder(team.folder.path(), &team.cases[0]);
    let strike: Strike = only(&team.readers[0], "Strike 0");
    let older = team.folder.path().join("older.witness");
    std::fs::copy(team.folder.path().join("first.witness"), &older).unwrap();
    set(&mut team.cases[0], strike.id, "target", "depot");
    laptops.push(&team.cases[0], 0);
    let mut older = Case::open(&older, author("A")).unwrap();
    older.keep_backups_in(None);
    let refused = laptops
        .try_push(&older, 0, Push::default())
        .unwrap_err()
        .to_string();
    assert!(refused.contains("Pull first"), "{refused}");
    set(&mut older, strike.id, "target", "garage");
    let refused = laptops
        .try_push(&older, 0, Push::default())
        .unwrap_err()
        .to_string();
    assert!(refused.contains("another version"), "{refused}");
    assert!(reasons(&laptops.pull(&mut older, 0)).contains("worked on apart"));
    let status = laptops.status(&older, 0);
    assert_eq!(status.troubles.len(), 2, "{:?}", status.troubles);
}

#[test]
fn the_line_may_be_cut_at_any_moment() {
    let mut team = Team::new(&["A", "B"]);
    let server = s3::serve(&team.folder.path().join("s3"));
    let line = s3::Line::to(server);
    let laptops = Laptops::found(s3::address(server), Some(s3::credentials()), None, &team.cases[0]);
    let cut = Laptops {
        address: s3::address(line.address),
        credentials: Some(s3::credentials()),
        seal: None,
        keys: laptops.keys.clone(),
        memories: (0..2).map(|_| tempfile::tempdir().unwrap()).collect(),
        all: true,
    };
    let mut bytes = 0;
    for name in ["Issue 609.jpg", "Pentax.jpg"] {
        bytes += add_photo(&mut team.cases[0], name).byte_size;
    }
    // Cut later and later, until it holds.
    let mut cuts = 0;
    let mut after = 500;
    line.cut_after(after);
    while let Err(error) = cut.try_push(&team.cases[0], 0, Push::default()) {
        assert!(line.is_cut(), "{error}");
        assert!(error.to_string().contains("do it again"), "{error}");
        cuts += 1;
        after += 3_000;
        line.mend();
        line.cut_after(after);
    }
    let mut after = 500;
    line.mend();
    line.cut_after(after);
    while let Err(error) = cut.try_pull(&mut team.cases[1], 1) {
        assert!(line.is_cut(), "{error}");
        cuts += 1;
        after += 3_000;
        line.mend();
        line.cut_after(after);
    }
    assert!(cuts > 10, "{cuts}");
    line.mend();
    team.assert_equal_but_merges();
    let verdict = team.readers[1].verify(|_, _| true).unwrap();
    assert!(
        verdict.is_sound() && verdict.awaited == 0,
        "{:?}",
        verdict.problems
    );
    assert_eq!(verdict.bytes, bytes);
    // Another laptop, which was never cut, sees the same.
    let mut third = joined(&laptops, team.folder.path(), 2);
    assert_eq!(reasons(&laptops.pull(&mut third, 2)), "");
    assert!(third.reader().unwrap().verify(|_, _| true).unwrap().awaited == 0);
}

/// A photo of so many bytes, which no decoder takes for a picture.
fn raw_photo(number: u32, size: usize) -> NewPhoto {
    let mut bytes = number.to_le_bytes().to_vec();
    bytes.resize(size, 7);
    photo_of(&format!("{number}.jpg"), sha256(&bytes), bytes)
}

#[test]
fn what_had_come_before_the_line_was_cut_is_not_sent_again() {
    const SIZE: usize = 200_000;
    let mut team = Team::new(&["A"]);
    let server = s3::serve(&team.folder.path().join("s3"));
    let line = s3::Line::to(server);
    let laptops = Laptops::found(
        s3::address(line.address),
        Some(s3::credentials()),
        None,
        &team.cases[0],
    );
    for number in 0..20 {
        team.cases[0]
            .apply(Change::AddPhoto(Box::new(raw_photo(number, SIZE))))
            .unwrap();
    }
    line.take_counts();
    line.cut_after(2_000_000);
    assert!(laptops.try_push(&team.cases[0], 0, Push::default()).is_err());
    line.mend();
    assert_eq!(
        laptops.push(&team.cases[0], 0).originals,
        20,
        "all of them are told of"
    );
    let (sent, _) = line.take_counts();
    // Once each, and once more the four that were on their way, with what HTTP says around them.
    let most = (20 + 4) * SIZE as u64 + 300_000;
    assert!(sent < most, "{sent} bytes went, {most} were expected at most");
}

#[test]
fn ten_new_photos_cost_little_more_than_their_bytes() {
    let mut team = Team::new(&["A", "B"]);
    let server = s3::serve(&team.folder.path().join("s3"));
    let line = s3::Line::to(server);
    let laptops = Laptops::found(
        s3::address(line.address),
        Some(s3::credentials()),
        None,
        &team.cases[0],
    );
    for number in 0..2_000 {
        team.cases[0]
            .apply(Change::AddPhoto(Box::new(raw_photo(number, 64))))
            .unwrap();
    }
    laptops.push(&team.cases[0], 0);
    let mut size = 0;
    for number in 10_000..10_010 {
        let new = raw_photo(number, 100_000);
        size += new.bytes.len() as u64;
        team.cases[0].apply(Change::AddPhoto(Box::new(new))).unwrap();
    }
    line.take_counts();
    let pushed = laptops.push(&team.cases[0], 0);
    assert_eq!(pushed.originals, 10);
    let (sent, received) = line.take_counts();
    assert!(sent < size + size / 10, "{sent} bytes went for {size}");
    assert!(received < 100_000, "{received} bytes came back");
    // And to see that there is nothing to do costs next to nothing.
    let nothing = laptops.status(&team.cases[0], 0).to_push;
    assert_eq!((nothing.entries, nothing.previews, nothing.originals), (0, 0, 0));
    let (sent, received) = line.take_counts();
    assert!(
        sent + received < 20_000,
        "{sent} and {received} bytes for a status"
    );
}

#[test]
fn a_stopped_push_and_pull_go_on_where_they_were() {
    let mut team = Team::new(&["A", "B"]);
    let laptops = Laptops::in_folder(team.folder.path(), &team.cases[0]);
    add_photo(&mut team.cases[0], "Issue 609.jpg");
    let stopped = Progress::new();
    stopped.cancel();
    let mut store = laptops.open(0).unwrap();
    let reader = team.cases[0].reader().unwrap();
    let push = store.push(
        &reader,
        team.cases[0].author(),
        &laptops.keys[0],
        Push::default(),
        &stopped,
    );
    assert!(matches!(push, Err(TeamError::Case(CaseError::Cancelled))));
    let pushed = laptops.push(&team.cases[0], 0);
    assert_eq!(pushed.originals, 1);
    let pull = laptops
        .open(1)
        .unwrap()
        .pull(&mut team.cases[1], &Pull::default(), &stopped);
    assert!(matches!(pull, Err(TeamError::Case(CaseError::Cancelled))));
    assert_eq!(laptops.pull(&mut team.cases[1], 1).originals, 1);
    let records: BTreeSet<_> = state(&team.readers[1]).into_keys().collect();
    assert!(records.contains(&reader.all::<Photo>().unwrap()[0].record_ref()));
}
