//! The languages that people read here, as data: a folder of files under `assets/locale/` each.

use std::cell::Cell;
use std::sync::atomic::{AtomicU8, Ordering};

/// A language of the interface. English is the source: whatever another one lacks is shown in English.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[repr(u8)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Ukrainian.
    Ukrainian,
    /// Korean.
    Korean,
}

/// The files of one language by their names, in the order of the house.
type Files = [(&'static str, &'static str)];

/// The same files of every language.
macro_rules! files {
    ($code:literal: $($name:literal)*) => {
        &[$(($name, include_str!(concat!("../../assets/locale/", $code, "/", $name, ".ftl")))),*]
    };
    ($code:literal) => {
        files!(
            $code: "common" "dates" "model" "reading" "case" "demonstration" "intake" "intake-import" "sheet" "cli" "ui"
            "ui-shell" "ui-photos" "ui-markings" "ui-records" "ui-calendar" "ui-timeline" "ui-network" "ui-map" "ui-vocabulary" "merging" "basemap" "checklists" "publication" "package" "report" "team" "ui-team" "handover"
        )
    };
}

impl Language {
    /// All of them, the source first.
    pub const ALL: [Self; 3] = [Self::English, Self::Ukrainian, Self::Korean];

    /// Its BCP 47 code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Ukrainian => "uk",
            Self::Korean => "ko",
        }
    }

    /// Its name in itself, by which whoever reads it finds it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Ukrainian => "Українська",
            Self::Korean => "한국어",
        }
    }

    /// The language of a code or a locale, such as `uk` or `ko_KR.UTF-8`.
    #[must_use]
    pub fn of_locale(locale: &str) -> Option<Self> {
        let code = locale.split(['_', '-', '.', '@']).next()?;
        Self::ALL
            .into_iter()
            .find(|language| language.code().eq_ignore_ascii_case(code))
    }

    /// The language that the variables of an environment ask for: `LC_ALL`, else `LC_MESSAGES`, else `LANG`
    /// (POSIX.1-2017, 8.2). English if there is none of it here.
    #[must_use]
    pub fn of_environment(variable: impl Fn(&str) -> Option<String>) -> Self {
        ["LC_ALL", "LC_MESSAGES", "LANG"]
            .into_iter()
            .find_map(|name| variable(name).filter(|value| !value.is_empty()))
            .and_then(|locale| Self::of_locale(&locale))
            .unwrap_or_default()
    }

    /// Its files.
    pub(super) const fn files(self) -> &'static Files {
        match self {
            Self::English => files!("en"),
            Self::Ukrainian => files!("uk"),
            Self::Korean => files!("ko"),
        }
    }
}

/// The place of the language in use in [`Language::ALL`].
static IN_USE: AtomicU8 = AtomicU8::new(0);

thread_local! {
    /// The language of the work that this thread does, where that is another.
    static OF_WORK: Cell<Option<Language>> = const { Cell::new(None) };
}

/// The language in use.
#[must_use]
pub fn language() -> Language {
    if let Some(language) = OF_WORK.get() {
        return language;
    }
    let place = usize::from(IN_USE.load(Ordering::Relaxed));
    Language::ALL.get(place).copied().unwrap_or_default()
}

/// Puts every text that is asked for from now on in `language`. Until this is called it is English, whatever the
/// laptop's own language is.
pub fn set_language(language: Language) {
    IN_USE.store(language as u8, Ordering::Relaxed);
}

/// Does `work` with every text that it asks for in `language`, and leaves the language of the window alone: a report may be
/// for somebody who reads another. It holds for this thread, not for threads that `work` starts.
pub fn in_language<T>(language: Language, work: impl FnOnce() -> T) -> T {
    /// Gives back what was there before, also when the work breaks off.
    struct Before(Option<Language>);
    impl Drop for Before {
        fn drop(&mut self) {
            OF_WORK.set(self.0);
        }
    }
    let _before = Before(OF_WORK.replace(Some(language)));
    work()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_in_a_language_leaves_the_one_in_use_alone() {
        let inside = in_language(Language::Ukrainian, || {
            let other = std::thread::spawn(language).join();
            let deeper = in_language(Language::Korean, language);
            (language(), other.ok(), deeper)
        });
        let expected = (Language::Ukrainian, Some(Language::English), Language::Korean);
        assert_eq!(inside, expected);
        assert_eq!(language(), Language::English);
        let broken = std::panic::catch_unwind(|| in_language(Language::Ukrainian, || panic!("on purpose")));
        assert!(broken.is_err());
        assert_eq!(language(), Language::English);
    }

    #[test]
    fn the_environment_names_the_language_in_the_order_of_posix() {
        let of = |variables: &[(&str, &str)]| {
            Language::of_environment(|name| {
                let found = variables.iter().find(|(known, _)| *known == name);
                found.map(|(_, value)| (*value).to_owned())
            })
        };
        assert_eq!(of(&[]), Language::English);
        assert_eq!(of(&[("LANG", "uk_UA.UTF-8")]), Language::Ukrainian);
        assert_eq!(
            of(&[("LC_ALL", ""), ("LC_MESSAGES", "ko_KR.UTF-8"), ("LANG", "uk_UA")]),
            Language::Korean
        );
        assert_eq!(of(&[("LC_ALL", "C.UTF-8"), ("LANG", "uk_UA")]), Language::English);
        assert_eq!(of(&[("LANG", "fr_FR.UTF-8")]), Language::English);
        assert_eq!(of(&[("LANG", "uk")]), Language::Ukrainian);
    }

    #[test]
    fn each_stands_at_its_own_place_among_all() {
        for (place, language) in Language::ALL.into_iter().enumerate() {
            assert_eq!(usize::from(language as u8), place);
            assert_eq!(Language::of_locale(language.code()), Some(language));
        }
    }
}
