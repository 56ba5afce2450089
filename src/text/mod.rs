//! The message catalogue: every text that a person reads, in the language in use.
//!
//! English is the source; a language is a folder of [Fluent](https://projectfluent.org) files under
//! `assets/locale/`, compiled in, and a line in `language.rs`. A message that a language lacks is shown in English.
//! [`t`] gives a message without arguments and costs one look-up, so a view may call it in every frame, and a change
//! of the language shows with the next one; [`tf`] fills in arguments, and numbers as the language writes them.
//! [`date`] and [`number()`] are the one place for days and numbers that people read.
//!
//! ```
//! use witnessmark::text::{t, tf};
//! assert_eq!(t("app-name"), "Witnessmark");
//! assert_eq!(tf("count-photos", &[("count", 2.into())]), "2 photos");
//! ```

pub mod date;
pub mod faces;
mod language;
mod number;

use std::collections::HashMap;
use std::sync::{OnceLock, RwLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

pub use fluent_bundle::FluentValue;
pub use language::{Language, in_language, language, set_language};
pub use number::number;

type Bundle = FluentBundle<FluentResource>;

/// The messages of one language as they were asked for, so that each is put together once.
type Messages = RwLock<HashMap<String, &'static str>>;

fn identifier(language: Language) -> LanguageIdentifier {
    language.code().parse().unwrap_or_default()
}

fn bundle(language: Language) -> Option<&'static Bundle> {
    static BUNDLES: [OnceLock<Bundle>; Language::ALL.len()] =
        [const { OnceLock::new() }; Language::ALL.len()];
    let place = BUNDLES.get(language as usize)?;
    Some(place.get_or_init(|| {
        let mut bundle = FluentBundle::new_concurrent(vec![identifier(language)]);
        // Isolation marks would end up in files, statements and tests as invisible characters.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(match language {
            Language::English => |value, _| figures(Language::English, value),
            Language::Ukrainian => |value, _| figures(Language::Ukrainian, value),
            Language::Korean => |value, _| figures(Language::Korean, value),
        }));
        for (_, source) in language.files() {
            // A malformed entry is left out here and caught by `every_catalogue_file_is_well_formed`.
            let resource = match FluentResource::try_new((*source).to_owned()) {
                Ok(resource) => resource,
                Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        bundle
    }))
}

/// A number within a message. Texts stay as they are.
fn figures(language: Language, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => number::in_language(language, &number.as_string()),
        _ => None,
    }
}

/// The message `key`, without arguments. A key that the catalogue lacks is shown as itself, so that a
/// missing message never hides a control.
#[must_use]
pub fn t(key: &str) -> &'static str {
    static MESSAGES: [OnceLock<Messages>; Language::ALL.len()] =
        [const { OnceLock::new() }; Language::ALL.len()];
    let language = language();
    let messages = MESSAGES
        .get(language as usize)
        .map(|messages| messages.get_or_init(RwLock::default));
    if let Some(messages) = messages
        && let Ok(known) = messages.read()
        && let Some(text) = known.get(key)
    {
        return text;
    }
    // Leaked once per key and language: the catalogue is a closed set that lives as long as the program.
    let text: &'static str = Box::leak(tf_in(language, key, &[]).into_boxed_str());
    if let Some(Ok(mut known)) = messages.map(RwLock::write) {
        known.insert(key.to_owned(), text);
    }
    text
}

/// The message `key` with its arguments filled in.
#[must_use]
pub fn tf(key: &str, arguments: &[(&str, FluentValue<'_>)]) -> String {
    tf_in(language(), key, arguments)
}

/// The message `key` in `language`, in English if that lacks it.
#[must_use]
pub fn tf_in(language: Language, key: &str, arguments: &[(&str, FluentValue<'_>)]) -> String {
    let found = [language, Language::English].into_iter().find_map(|language| {
        let bundle = bundle(language)?;
        Some((bundle, bundle.get_message(key)?.value()?))
    });
    let Some((bundle, pattern)) = found else {
        return key.to_owned();
    };
    let mut args = FluentArgs::new();
    for (name, value) in arguments {
        args.set(*name, value.clone());
    }
    let mut problems = Vec::new();
    bundle
        .format_pattern(pattern, Some(&args), &mut problems)
        .into_owned()
}

/// Whether the catalogue has the message `key`.
#[must_use]
pub fn has(key: &str) -> bool {
    bundle(Language::English).is_some_and(|bundle| bundle.has_message(key))
}

#[cfg(test)]
mod tests;
