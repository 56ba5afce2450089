//! Where a team's store lies, and with what right it is reached.

use std::fmt;

use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::TeamError;
use crate::text::{t, tf};

/// Where a team's store lies. There is no secret in it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// A folder, or `s3://BUCKET` or `s3://BUCKET/PREFIX`.
    pub place: String,
    /// The address of an S3-compatible service, as `https://s3.example.org`; without it Amazon's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<String>,
    /// The region that the service wants to hear.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
}

/// The two sorts of places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place<'a> {
    Folder(&'a str),
    Bucket { name: &'a str, prefix: &'a str },
}

/// What an S3-compatible service wants to see.
#[derive(Clone)]
pub struct Credentials {
    /// The id of the access key.
    pub key_id: String,
    /// The secret of it.
    pub secret: Zeroizing<String>,
}

impl Address {
    /// A folder of this laptop.
    #[must_use]
    pub fn folder(path: &std::path::Path) -> Self {
        Self {
            place: path.to_string_lossy().into_owned(),
            ..Self::default()
        }
    }

    /// Whether it is a bucket, which wants credentials.
    #[must_use]
    pub fn is_bucket(&self) -> bool {
        self.place.starts_with("s3://")
    }

    pub(super) fn parse(&self) -> Result<Place<'_>, TeamError> {
        let refused = |key: &str| {
            let said = [("store", self.place.as_str().into())];
            Err(TeamError::Refused(tf(key, &said)))
        };
        if let Some(rest) = self.place.strip_prefix("s3://") {
            let (name, prefix) = rest.split_once('/').unwrap_or((rest, ""));
            if name.is_empty() || name.contains(['@', ':', '?', '#']) {
                return refused("team-bucket-wrong");
            }
            return Ok(Place::Bucket {
                name,
                prefix: prefix.trim_matches('/'),
            });
        }
        // Another scheme is a slip, not the name of a folder.
        if self.place.contains("://") {
            return refused("team-place-unknown");
        }
        if self.place.is_empty() {
            return Err(TeamError::Refused(t("team-place-missing").to_owned()));
        }
        Ok(Place::Folder(&self.place))
    }

    /// What others may read in the history: the last part of the place, without anything of this laptop.
    #[must_use]
    pub fn title(&self) -> String {
        let name = self.place.trim_end_matches(['/', '\\']);
        let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
        tf("team-source", &[("name", name.into())])
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.place)?;
        match &self.endpoint {
            Some(endpoint) => write!(f, " ({endpoint})"),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(place: &str) -> Address {
        Address {
            place: place.to_owned(),
            ..Address::default()
        }
    }

    #[test]
    fn buckets_and_folders_are_told_apart_and_slips_are_refused() {
        let bucket = |name, prefix| Place::Bucket { name, prefix };
        assert_eq!(at("s3://team").parse().unwrap(), bucket("team", ""));
        assert_eq!(at("s3://team/a/b/").parse().unwrap(), bucket("team", "a/b"));
        assert_eq!(at("/media/stick").parse().unwrap(), Place::Folder("/media/stick"));
        for wrong in [
            "",
            "s3://",
            "s3://key:secret@team",
            "https://s3.example.org/team",
            "sftp://host",
        ] {
            assert!(at(wrong).parse().is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_goes_into_the_history_tells_nothing_of_the_laptop() {
        let title = at("/home/anna/stick/team/").title();
        assert!(title.contains("team") && !title.contains("anna"), "{title}");
    }
}
