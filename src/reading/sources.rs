//! Where the rules of reading come from.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Citations by id, from `assets/readings/sources.toml`.
static SOURCES: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    // A malformed table is caught by `every_source_that_a_rule_names_is_cited`.
    toml::from_str(include_str!("../../assets/readings/sources.toml")).unwrap_or_default()
});

/// The citation of a source id such as `S12`.
///
/// ```
/// use witnessmark::reading::source;
/// assert!(source("S12").unwrap().contains("Newsis"));
/// assert_eq!(source("S0"), None);
/// ```
#[must_use]
pub fn source(id: &str) -> Option<&'static str> {
    SOURCES.get(id).map(String::as_str)
}

/// What to print for an entry of [`Reading::sources`](super::Reading::sources): the citation of a known id; a team's rules
/// cite in full themselves.
#[must_use]
pub fn citation(id: &str) -> &str {
    source(id).unwrap_or(id)
}
