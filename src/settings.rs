//! The program's own settings on this laptop: who works here, the device's id, the theme, the language,
//! the recent cases, the files with base maps.
//! Nothing of a case is in them.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use ssh_key::{Algorithm, LineEnding, PrivateKey};

use crate::case::Author;
use crate::exchange::team::laptop::Laptop;
use crate::text::Language;

/// What the program remembers between two starts, apart from cases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The person's name as it goes into the history.
    pub person: String,
    /// This device's id: a UUID made at the first start.
    pub device: String,
    /// This device's name for people.
    pub device_name: String,
    /// `dark`, `light` or `high_contrast`.
    pub theme: String,
    /// The code of the language that was chosen; empty for the one of the laptop.
    pub language: String,
    /// The cases that were open last, newest first.
    pub recent: Vec<PathBuf>,
    /// After so many minutes without a key or a click an encrypted case asks for its passphrase again; 0 for never.
    pub lock_after_minutes: u32,
    /// The case that is open now. After a crash it is still here, and is opened at the next start.
    pub open_case: Option<PathBuf>,
    /// Where one was in it.
    pub open_place: String,
    /// Files with base maps, the lowest first. A path is of a laptop: a case that is carried to another finds other maps there.
    pub base_maps: Vec<KeptMap>,
    /// Where backups of records are kept; nowhere in tests.
    #[serde(skip)]
    pub backups: Option<PathBuf>,
    /// Where what this laptop wrote in which case is remembered; nowhere in tests.
    #[serde(skip)]
    pub chains: Option<PathBuf>,
    /// What this laptop brings to teams' stores; nothing in tests.
    #[serde(skip)]
    pub laptop: Laptop,
    /// Where these settings are kept; nowhere in tests.
    #[serde(skip)]
    file: Option<PathBuf>,
}

/// A file with a base map, and how it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptMap {
    /// The file.
    pub file: PathBuf,
    /// Whether it is shown.
    pub is_on: bool,
    /// How much it covers what is below it, in hundredths.
    pub opacity: u8,
}

impl KeptMap {
    /// A file that somebody has just chosen.
    #[must_use]
    pub fn new(file: PathBuf) -> Self {
        Self {
            file,
            is_on: true,
            opacity: 100,
        }
    }
}

/// The key with which this device signs, made when it is first needed: an OpenSSH private key of its own, readable by
/// this user alone.
///
/// # Errors
/// When it can't be read or kept.
pub fn signing_key() -> Result<PrivateKey, ssh_key::Error> {
    signing_key_in(&keys_folder())
}

/// Where the key with which this device signs lies.
#[must_use]
pub fn keys_folder() -> PathBuf {
    directories::ProjectDirs::from("org", "", "witnessmark")
        .map(|dirs| dirs.config_dir().to_owned())
        .unwrap_or_default()
}

/// As [`signing_key`], in another folder.
///
/// # Errors
/// As there.
pub fn signing_key_in(folder: &Path) -> Result<PrivateKey, ssh_key::Error> {
    let file = folder.join("signing-key");
    if file.exists() {
        return PrivateKey::read_openssh_file(&file);
    }
    std::fs::create_dir_all(folder)?;
    let mut key = PrivateKey::random(&mut ssh_key::rand_core::OsRng, Algorithm::Ed25519)?;
    key.set_comment("witnessmark");
    key.write_openssh_file(&file, LineEnding::LF)?;
    Ok(key)
}

/// The language to begin with: the one that was chosen in the settings, else that of the laptop's environment. Settings
/// that are not there yet are not made for it.
#[must_use]
pub fn language() -> Language {
    let kept = file().and_then(|file| std::fs::read_to_string(file).ok());
    let settings: Option<Settings> = kept.and_then(|text| toml::from_str(&text).ok());
    settings
        .and_then(|settings| Language::of_locale(&settings.language))
        .unwrap_or_else(|| Language::of_environment(|name| std::env::var(name).ok()))
}

/// Where this user's settings are kept.
fn file() -> Option<PathBuf> {
    directories::ProjectDirs::from("org", "", "witnessmark")
        .map(|dirs| dirs.config_dir().join("settings.toml"))
}

/// How many recent cases are remembered.
const MOST_RECENT: usize = 12;

impl Default for Settings {
    fn default() -> Self {
        Self {
            person: whoami::realname(),
            device: uuid::Uuid::now_v7().to_string(),
            device_name: hostname::get()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default(),
            theme: "dark".to_owned(),
            language: String::new(),
            recent: Vec::new(),
            lock_after_minutes: 15,
            open_case: None,
            open_place: String::new(),
            base_maps: Vec::new(),
            backups: None,
            chains: None,
            laptop: Laptop::default(),
            file: None,
        }
    }
}

impl Settings {
    /// The settings of this laptop's user. Missing or damaged settings are made anew: they never keep anyone
    /// from opening a case.
    #[must_use]
    pub fn load() -> Self {
        let Some(file) = file() else {
            return Self::default();
        };
        Self {
            backups: crate::case::backup_folder(),
            chains: crate::case::chains_folder(),
            laptop: Laptop::of_user(),
            ..Self::load_from(&file)
        }
    }

    /// The settings kept in `file`, which is made if it is not there.
    #[must_use]
    pub fn load_from(file: &Path) -> Self {
        let kept = std::fs::read_to_string(file).ok();
        let read: Option<Self> = kept.and_then(|text| toml::from_str(&text).ok());
        let is_new = read.is_none();
        let mut settings = read.unwrap_or_default();
        settings.file = Some(file.to_owned());
        if is_new {
            settings.save();
        }
        settings
    }

    /// Settings that are kept nowhere.
    #[must_use]
    pub fn in_memory() -> Self {
        Self::default()
    }

    /// Keeps them. A laptop on which that can't be done forgets them at the next start and works all the same.
    pub fn save(&self) {
        let Some(file) = &self.file else { return };
        let Ok(text) = toml::to_string_pretty(self) else {
            return;
        };
        if let Some(folder) = file.parent() {
            let _ = std::fs::create_dir_all(folder);
        }
        // Through a second file, so that a crash leaves the old settings or the new ones.
        let part = file.with_extension("part");
        if std::fs::write(&part, text).is_ok() {
            let _ = std::fs::rename(part, file);
        }
    }

    /// Keeps them without waiting for the disk.
    pub fn save_aside(&self) {
        let settings = self.clone();
        std::thread::spawn(move || settings.save());
    }

    /// Puts `case` first among the recent cases.
    pub fn opened(&mut self, case: &Path) {
        self.recent.retain(|other| other != case);
        self.recent.insert(0, case.to_owned());
        self.recent.truncate(MOST_RECENT);
        self.open_case = Some(case.to_owned());
        self.save();
    }

    /// Says that no case is open any more.
    pub fn closed(&mut self) {
        self.open_case = None;
        self.open_place.clear();
        self.save();
    }

    /// Who makes changes from here.
    #[must_use]
    pub fn author(&self) -> Author {
        Author {
            person: self.person.clone(),
            device: self.device.clone(),
            device_name: self.device_name.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_survive_a_restart_and_a_damaged_file_is_made_anew() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("settings.toml");
        let mut first = Settings::load_from(&file);
        first.opened(Path::new("a.witness"));
        first.opened(Path::new("b.witness"));
        first.opened(Path::new("a.witness"));
        first
            .base_maps
            .push(KeptMap::new(PathBuf::from("maps/kyiv.pmtiles")));
        first.save();
        let second = Settings::load_from(&file);
        assert_eq!(second, first);
        assert_eq!(second.recent.len(), 2);
        std::fs::write(&file, "= not toml").unwrap();
        assert!(Settings::load_from(&file).recent.is_empty());
    }
}
