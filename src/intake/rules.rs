//! A file of a team's rules of reading, on its way into the case.

use std::path::Path;

use jiff::civil::Date;

use crate::model;
use crate::reading::rules::RuleFile;
use crate::text::tf;

/// A file of rules is no book: what is longer is something else.
const MOST_BYTES: u64 = 1 << 20;

/// Reads a file of rules and tries its examples; `now` is the day on which they are read. Gives the rules, and the
/// record that takes them into a case.
///
/// # Errors
/// When the file can't be read, or its rules are refused: says which rule, which example, and why.
pub fn rules_in(path: &Path, now: Date) -> Result<(RuleFile, model::RuleFile), String> {
    let refused = |reason: String| {
        tf(
            "rules-file",
            &[
                ("file", path.display().to_string().into()),
                ("reason", reason.into()),
            ],
        )
    };
    let size = std::fs::metadata(path)
        .map_err(|error| refused(error.to_string()))?
        .len();
    if size > MOST_BYTES {
        return Err(refused(tf("rules-file-long", &[("most", MOST_BYTES.into())])));
    }
    let text = std::fs::read_to_string(path).map_err(|error| refused(error.to_string()))?;
    let name = path
        .file_stem()
        .map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_default();
    let rules = RuleFile::load(&name, &text, now).map_err(|error| error.to_string())?;
    let record = model::RuleFile {
        name,
        text,
        ..model::RuleFile::default()
    };
    Ok((rules, record))
}
