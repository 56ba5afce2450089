//! A photo set: photos that came in together, from where and from whom, and what became of every file of them.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::id::PhotoSetId;
use super::when::Edtf;

/// Photos that came in together: the provenance of each of them, and the report of the import.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PhotoSet {
    /// Its id.
    pub id: PhotoSetId,
    /// What it is called: the folder's name, unless somebody gives it a better one.
    pub title: String,
    /// How the files came.
    pub origin: SetOrigin,
    /// The files, folders and archives that were given, as paths on the device that imported them.
    pub paths: Vec<String>,
    /// Who took the photos.
    pub taken_by: Option<String>,
    /// Who gave them to whoever imported them.
    pub given_by: Option<String>,
    /// When they were received.
    pub received: Option<Edtf>,
    /// The licence under which they may be used.
    pub licence: Option<String>,
    /// What must not be done with them.
    pub restrictions: Option<String>,
    /// When the import began.
    pub imported: Timestamp,
    /// Who imported them.
    pub imported_by: String,
    /// How far the import is.
    pub state: SetState,
    /// How many photos it added to the case.
    pub added: u64,
    /// The files whose bytes were in the case already.
    pub known: Vec<FileNote>,
    /// The files that were not taken in.
    pub refused: Vec<FileNote>,
    /// Anything else.
    pub notes: String,
}

/// How the files of a set came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SetOrigin {
    /// Single files.
    #[default]
    Files,
    /// A folder with all that is in it.
    Folder,
    /// A camera's memory card: a folder with `DCIM` in it
    /// ([DCF 2.0](https://www.cipa.jp/std/documents/e/DC-009-2010_E.pdf) §3.2).
    MemoryCard,
    /// An archive.
    Archive,
    /// A folder that was watched while a phone or a program filled it.
    Watched,
}

/// How far an import is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SetState {
    /// It is under way, or the program ended in the middle of it: it can be gone on with.
    #[default]
    UnderWay,
    /// Somebody stopped it.
    Stopped,
    /// Every file was looked at.
    Finished,
}

/// What there is to say about a file of a set.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub struct FileNote {
    /// The file, with its folder.
    pub file: String,
    /// What there is to say: why it was refused, or as what it is known.
    pub note: String,
}

impl Default for PhotoSet {
    fn default() -> Self {
        Self {
            id: PhotoSetId::new(),
            title: String::new(),
            origin: SetOrigin::Files,
            paths: Vec::new(),
            taken_by: None,
            given_by: None,
            received: None,
            licence: None,
            restrictions: None,
            imported: Timestamp::UNIX_EPOCH,
            imported_by: String::new(),
            state: SetState::UnderWay,
            added: 0,
            known: Vec::new(),
            refused: Vec::new(),
            notes: String::new(),
        }
    }
}
