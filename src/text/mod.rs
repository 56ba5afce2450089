//! The message catalogue: every text that a person reads.
//!
//! English is the source; a language is a folder of [Fluent](https://projectfluent.org) files under
//! `assets/locale/`, compiled in, so that another language is added without a change of code.
//! [`t`] gives a message without arguments and costs one look-up, so a view may call it in every frame;
//! [`tf`] fills in arguments.
//!
//! ```
//! use witnessmark::text::{t, tf};
//! assert_eq!(t("app-name"), "Witnessmark");
//! assert_eq!(tf("count-photos", &[("count", 2.into())]), "2 photos");
//! ```

use std::collections::HashMap;
use std::sync::{OnceLock, RwLock};

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

pub use fluent_bundle::FluentValue;

/// The English catalogue, one file a module, in the order of the house.
const ENGLISH: &[(&str, &str)] = &[
    ("common", include_str!("../../assets/locale/en/common.ftl")),
    ("model", include_str!("../../assets/locale/en/model.ftl")),
    ("reading", include_str!("../../assets/locale/en/reading.ftl")),
    ("case", include_str!("../../assets/locale/en/case.ftl")),
    (
        "demonstration",
        include_str!("../../assets/locale/en/demonstration.ftl"),
    ),
    ("intake", include_str!("../../assets/locale/en/intake.ftl")),
    (
        "intake-import",
        include_str!("../../assets/locale/en/intake-import.ftl"),
    ),
    ("sheet", include_str!("../../assets/locale/en/sheet.ftl")),
    ("cli", include_str!("../../assets/locale/en/cli.ftl")),
    ("ui", include_str!("../../assets/locale/en/ui.ftl")),
    ("ui-shell", include_str!("../../assets/locale/en/ui-shell.ftl")),
    ("ui-photos", include_str!("../../assets/locale/en/ui-photos.ftl")),
    (
        "ui-markings",
        include_str!("../../assets/locale/en/ui-markings.ftl"),
    ),
    (
        "ui-records",
        include_str!("../../assets/locale/en/ui-records.ftl"),
    ),
    (
        "ui-calendar",
        include_str!("../../assets/locale/en/ui-calendar.ftl"),
    ),
];

fn english() -> LanguageIdentifier {
    "en".parse().unwrap_or_default()
}

type Bundle = FluentBundle<FluentResource>;

fn bundle() -> &'static Bundle {
    static BUNDLE: OnceLock<Bundle> = OnceLock::new();
    BUNDLE.get_or_init(|| {
        let mut bundle = FluentBundle::new_concurrent(vec![english()]);
        // Isolation marks would end up in files, statements and tests as invisible characters.
        bundle.set_use_isolating(false);
        for (_, source) in ENGLISH {
            // A malformed entry is left out here and caught by `every_catalogue_file_is_well_formed`.
            let resource = match FluentResource::try_new((*source).to_owned()) {
                Ok(resource) => resource,
                Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        bundle
    })
}

/// The message `key`, without arguments. A key that the catalogue lacks is shown as itself, so that a
/// missing translation never hides a control.
#[must_use]
pub fn t(key: &str) -> &'static str {
    static MESSAGES: OnceLock<RwLock<HashMap<String, &'static str>>> = OnceLock::new();
    let messages = MESSAGES.get_or_init(RwLock::default);
    if let Ok(known) = messages.read()
        && let Some(text) = known.get(key)
    {
        return text;
    }
    // Leaked once per key: the catalogue is a closed set that lives as long as the program.
    let text: &'static str = Box::leak(tf(key, &[]).into_boxed_str());
    if let Ok(mut known) = messages.write() {
        known.insert(key.to_owned(), text);
    }
    text
}

/// The message `key` with its arguments filled in.
#[must_use]
pub fn tf(key: &str, arguments: &[(&str, FluentValue<'_>)]) -> String {
    let bundle = bundle();
    let Some(pattern) = bundle.get_message(key).and_then(|m| m.value()) else {
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
    bundle().has_message(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_catalogue_file_is_well_formed_and_no_key_is_defined_twice() {
        let mut bundle: Bundle = FluentBundle::new_concurrent(vec![english()]);
        for (name, source) in ENGLISH {
            let resource = FluentResource::try_new((*source).to_owned())
                .map_err(|(_, problems)| format!("{name}.ftl: {problems:?}"))
                .unwrap();
            bundle
                .add_resource(resource)
                .map_err(|problems| format!("{name}.ftl: {problems:?}"))
                .unwrap();
        }
    }

    #[test]
    fn a_missing_key_shows_itself() {
        assert_eq!(t("no-such-key"), "no-such-key");
    }

    #[test]
    fn plurals_follow_the_language() {
        assert_eq!(tf("count-photos", &[("count", 1.into())]), "1 photo");
        assert_eq!(tf("count-photos", &[("count", 0.into())]), "0 photos");
    }
}
