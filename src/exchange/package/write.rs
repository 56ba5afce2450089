//! Writes a package.

use std::io::{Read, Write};
use std::path::Path;

use ssh_key::{HashAlg, PrivateKey};

use super::chain::{self, Chain, Chains};
use super::selection::Selection;
use super::sink::{Packing, Sink, Tap, Written};
use super::{Extra, Made, PackageError, Plan, bag, names, places, schema, space, tables};
use crate::case::{CaseError, Device, Entry, Reader, field_names};
use crate::job::Progress;
use crate::model::record::{Record, RecordKind};
use crate::model::{Photo, Signature};
use crate::text::t;

/// Writes a package of what `plan` says to `to`, signed with `key` if there is one. The case is read as it is at one
/// moment; what others write meanwhile is not in the package.
///
/// It is written under the name `to` with `.partial` and gets its own at the end. A folder that was cut short is gone on
/// with: originals that are there with the right hash are kept. An archive is written anew.
///
/// # Errors
/// When something stands at `to`, there is too little room, an original is missing or changed, the case can't be
/// read, or the disk refuses. What was written stays under the name with `.partial`.
pub fn export(
    reader: &Reader,
    plan: &Plan,
    key: Option<&PrivateKey>,
    to: &Path,
    progress: &Progress,
) -> Result<Made, PackageError> {
    reader.at_one_moment(|reader| {
        let facts = Facts::of(reader, plan, key)?;
        Writer {
            reader,
            plan,
            facts,
            sink: Sink::begin(to, plan.is_zip, &whose(reader, plan)?)?,
            progress,
            made: Made {
                path: to.to_owned(),
                originals: 0,
                kept: 0,
                records: 0,
                entries: 0,
                bytes: 0,
                signed_by: key.map(|key| key.fingerprint(HashAlg::Sha256).to_string()),
            },
        }
        .write(key)
    })
}

/// A line that says of which case an unfinished folder is.
pub(super) fn whose(reader: &Reader, plan: &Plan) -> Result<String, PackageError> {
    let (first, _) = reader.first_and_newest()?.ok_or(PackageError::Empty)?;
    let part = if plan.of.is_empty() { "whole" } else { "selection" };
    Ok(format!("witnessmark package of {} {part}\n", first.hash))
}

/// What is known before anything is written.
struct Facts {
    selection: Selection,
    first: Entry,
    newest: Entry,
    devices: Vec<Device>,
    title: String,
    organisation: Option<String>,
    photos: Vec<Photo>,
    public: Option<String>,
}

impl Facts {
    fn of(reader: &Reader, plan: &Plan, key: Option<&PrivateKey>) -> Result<Self, PackageError> {
        for extra in &plan.extra {
            if !names::is_safe(&extra.name) {
                return Err(PackageError::Name(extra.name.clone()));
            }
        }
        let selection = Selection::of(reader, &plan.of, plan.with_history)?;
        let (first, newest) = reader.first_and_newest()?.ok_or(PackageError::Empty)?;
        let info = reader.info()?;
        let mut photos = Vec::new();
        reader.for_each_record(RecordKind::Photo, |record| {
            if selection.has(&record.record_ref())
                && let Record::Photo(photo) = record
            {
                photos.push(*photo);
            }
            Ok::<_, CaseError>(())
        })?;
        photos.sort_by_key(|photo| photo.sha256);
        // Two laptops may each have taken the same file in: it is there once for both photos, or an archive has it twice.
        photos.dedup_by_key(|photo| photo.sha256);
        let public = key.map(|key| key.public_key().to_openssh()).transpose();
        Ok(Self {
            selection,
            first,
            newest,
            devices: reader.devices()?,
            title: bag::value(&info.title),
            organisation: info.organisation.as_deref().map(bag::value),
            photos,
            public: public.map_err(|error| PackageError::Signing(error.to_string()))?,
        })
    }
}

struct Writer<'a> {
    reader: &'a Reader,
    plan: &'a Plan,
    facts: Facts,
    sink: Sink,
    progress: &'a Progress,
    made: Made,
}

impl Writer<'_> {
    fn write(mut self, key: Option<&PrivateKey>) -> Result<Made, PackageError> {
        let parts = self.facts.photos.len() + RecordKind::ALL.len() + self.facts.devices.len();
        self.progress.set_total(parts as u64);
        self.check_room()?;
        self.sink.text("bagit.txt", bag::BAGIT)?;
        self.originals()?;
        self.records()?;
        self.dictionary()?;
        if self.plan.with_history {
            self.history()?;
        }
        self.signatures()?;
        for extra in &self.plan.extra {
            add(&mut self.sink, extra)?;
        }
        self.tag_files(key)?;
        self.made.bytes = bag::oxum(&self.sink.files).0;
        self.sink.finish()?;
        Ok(self.made)
    }

    /// Stops at a point where all that is written is whole.
    fn go_on(&self) -> Result<(), PackageError> {
        self.progress.wait_while_paused();
        if self.progress.is_cancelled() {
            return Err(PackageError::Cancelled(self.sink.partial().to_owned()));
        }
        Ok(())
    }

    /// That every original is there, and room for them.
    fn check_room(&self) -> Result<(), PackageError> {
        // Tables and JSON of records are a few kilobytes each at most; 32 MB is for what is not counted.
        let mut needed: u64 = 32_000_000;
        for photo in &self.facts.photos {
            let size = self.reader.original_size(&photo.sha256)?;
            let size = size.ok_or_else(|| PackageError::MissingOriginal(photo.file_name.clone()))?;
            let there = self.sink.has(&names::original(photo));
            needed += size.saturating_sub(there) + 8_192;
        }
        if self.plan.with_history {
            // Quotation marks within the operations are escaped once more.
            needed += self
                .facts
                .devices
                .iter()
                .map(|device| device.bytes * 3 / 2)
                .sum::<u64>();
        }
        match space::free(self.sink.partial()) {
            Some(free) if free < needed => Err(PackageError::Space { needed, free }),
            _ => Ok(()),
        }
    }

    fn originals(&mut self) -> Result<(), PackageError> {
        for photo in std::mem::take(&mut self.facts.photos) {
            self.go_on()?;
            let name = names::original(&photo);
            let bytes = self.reader.original_size(&photo.sha256)?.unwrap_or(0);
            let wanted = Written {
                sha256: photo.sha256,
                bytes,
            };
            if self.sink.keep(&name, wanted)? {
                self.made.kept += 1;
            } else {
                let reader = self.reader;
                let path = self.sink.partial().join(&name);
                self.sink.write(&name, Packing::Stored, bytes, |out| {
                    let failed = |source| match PackageError::file(&path)(source) {
                        PackageError::Case(error) => error,
                        PackageError::File { file, source } => CaseError::Io { file, source },
                        other => CaseError::Query(other.to_string()),
                    };
                    let found =
                        reader.read_original(&photo.sha256, |part| out.write_all(part).map_err(failed))?;
                    match found {
                        true => Ok(()),
                        false => Err(PackageError::MissingOriginal(photo.file_name.clone())),
                    }
                })?;
            }
            self.made.originals += 1;
            self.progress.advance(bytes);
        }
        Ok(())
    }

    /// Every kind as a table, as JSON lines and as a schema, and the places of those that have one.
    fn records(&mut self) -> Result<(), PackageError> {
        for kind in RecordKind::ALL {
            self.go_on()?;
            let columns = field_names(kind);
            let count = self.listed(
                kind,
                &format!("data/records/{}.jsonl", kind.word()),
                b"",
                |record| {
                    let mut line = serde_json::to_vec(&record.fields()).unwrap_or_default();
                    line.push(b'\n');
                    line
                },
            )?;
            self.listed(
                kind,
                &format!("data/records/{}.csv", kind.word()),
                &tables::line(columns),
                |record| tables::line(tables::row(columns, &record.fields())),
            )?;
            let mut text = serde_json::to_string_pretty(&schema::of(kind)).unwrap_or_default();
            text.push('\n');
            self.sink
                .text(&format!("data/records/{}.schema.json", kind.word()), &text)?;
            self.made.records += count;
            self.progress.advance(0);
        }
        self.places()
    }

    /// A file with a part for every record of a kind. Gives how many there are.
    fn listed(
        &mut self,
        kind: RecordKind,
        name: &str,
        head: &[u8],
        part: impl Fn(&Record) -> Vec<u8>,
    ) -> Result<u64, PackageError> {
        let (reader, selection) = (self.reader, &self.facts.selection);
        let path = self.sink.partial().join(name);
        let mut count = 0;
        self.sink.write(name, Packing::Packed, 0, |out| {
            out.write_all(head).map_err(PackageError::file(&path))?;
            reader.for_each_record(kind, |record| {
                if selection.has(&record.record_ref()) {
                    out.write_all(&part(&record)).map_err(PackageError::file(&path))?;
                    count += 1;
                }
                Ok(())
            })
        })?;
        Ok(count)
    }

    fn places(&mut self) -> Result<(), PackageError> {
        let (reader, selection) = (self.reader, &self.facts.selection);
        let name = "data/records/places.geojson";
        let path = self.sink.partial().join(name);
        self.sink.write(name, Packing::Packed, 0, |out| {
            let put = |out: &mut Tap<'_>, text: &str| {
                out.write_all(text.as_bytes()).map_err(PackageError::file(&path))
            };
            put(out, places::HEAD)?;
            let mut is_first = true;
            for kind in [RecordKind::Strike, RecordKind::Component, RecordKind::Photo] {
                reader.for_each_record(kind, |record| {
                    let feature = places::feature(&record).filter(|_| selection.has(&record.record_ref()));
                    if let Some(feature) = feature {
                        let between = if std::mem::take(&mut is_first) { "" } else { ",\n" };
                        put(out, between)?;
                        put(out, &feature.to_string())?;
                    }
                    Ok::<_, PackageError>(())
                })?;
            }
            put(out, places::TAIL)
        })?;
        Ok(())
    }

    fn dictionary(&mut self) -> Result<(), PackageError> {
        let text = schema::dictionary();
        let name = "data/records/dictionary.csv";
        let path = self.sink.partial().join(name);
        self.sink.write(name, Packing::Packed, 0, |out| {
            out.write_all(&text).map_err(PackageError::file(&path))
        })?;
        Ok(())
    }

    fn history(&mut self) -> Result<(), PackageError> {
        let mut chains = Vec::new();
        for device in &self.facts.devices {
            chains.push(Chain::of(device, self.reader.known_by(&device.id)?));
        }
        for chain in &chains {
            self.go_on()?;
            let reader = self.reader;
            let path = self.sink.partial().join(&chain.file);
            let mut failed = None;
            let written = self.sink.write(&chain.file, Packing::Packed, 0, |out| {
                reader.for_each_entry(&chain.device, |entry| {
                    if failed.is_none() {
                        failed = chain::write(entry, out).err();
                    }
                    Ok(())
                })?;
                failed.map_or(Ok(()), |error| Err(PackageError::file(&path)(error)))
            })?;
            self.made.entries += chain.entries;
            self.progress.advance(written.bytes);
        }
        let list = Chains {
            format: 1,
            case: self.facts.first.hash,
            case_format: self.reader.format()?,
            chains,
        };
        let mut text = serde_json::to_string_pretty(&list).unwrap_or_default();
        text.push('\n');
        self.sink.text(chain::LIST, &text)?;
        Ok(())
    }

    /// The signatures that people made in the case, as files for `ssh-keygen`.
    fn signatures(&mut self) -> Result<(), PackageError> {
        let signatures = self.chosen_signatures()?;
        for signature in &signatures {
            let base = format!("data/signatures/{}.txt", signature.id);
            self.sink.text(&base, &signature.statement)?;
            self.sink.text(&format!("{base}.sig"), &signature.signature)?;
        }
        if !signatures.is_empty() {
            let refused = || PackageError::Signing(t("sign-other-statement").to_owned());
            let signers = bag::allowed_signers(&signatures).ok_or_else(refused)?;
            self.sink.text("data/signatures/allowed_signers", &signers)?;
        }
        Ok(())
    }

    fn chosen_signatures(&self) -> Result<Vec<Signature>, PackageError> {
        // A signature is of the history, and says nothing without it.
        if !self.plan.with_history {
            return Ok(Vec::new());
        }
        Ok(self.reader.signatures()?)
    }

    fn tag_files(&mut self, key: Option<&PrivateKey>) -> Result<(), PackageError> {
        let text = self.readme();
        self.sink.text("README.txt", &text)?;
        let (bytes, count) = bag::oxum(&self.sink.files);
        let facts = &self.facts;
        let version = env!("CARGO_PKG_VERSION");
        let mut info = format!("Bag-Software-Agent: witnessmark {version}\n");
        info += &format!(
            "Bagging-Date: {}\n",
            facts.newest.at.get(..10).unwrap_or_default()
        );
        info += &format!("External-Identifier: {}\n", facts.first.hash);
        info += &format!("Payload-Oxum: {bytes}.{count}\n");
        if !facts.title.is_empty() {
            info += &format!("External-Description: {}\n", facts.title);
        }
        if let Some(organisation) = facts.organisation.as_ref().filter(|name| !name.is_empty()) {
            info += &format!("Source-Organization: {organisation}\n");
        }
        let is_whole = facts.selection.is_whole();
        info += "Witnessmark-Package: 1\n";
        info += &format!(
            "Witnessmark-Records: {}\n",
            if is_whole { "all" } else { "selection" }
        );
        info += &format!(
            "Witnessmark-History: {}\n",
            if self.plan.with_history { "all" } else { "none" }
        );
        if let Some(fingerprint) = &self.made.signed_by {
            info += &format!("Witnessmark-Signed-By: {fingerprint}\n");
        }
        self.sink.text("bag-info.txt", &info)?;
        if let Some(public) = &self.facts.public {
            self.sink.text(bag::ALLOWED_SIGNERS, &bag::allowed(public))?;
            self.sink
                .text(bag::PUBLIC_KEY, &format!("{}\n", public.trim_end()))?;
        }
        let manifest = bag::manifest(&self.sink.files, true);
        self.sink.text(bag::MANIFEST, &manifest)?;
        let tags = bag::manifest(&self.sink.files, false);
        self.sink.text(bag::TAG_MANIFEST, &tags)?;
        if let Some(key) = key {
            self.sink.text(bag::SIGNATURE, &bag::sign(key, &tags)?)?;
        }
        Ok(())
    }

    fn readme(&self) -> String {
        let facts = &self.facts;
        let what = if facts.selection.is_whole() {
            "all records of the case"
        } else {
            "a selection of its records"
        };
        let history = if self.plan.with_history {
            "all entries"
        } else {
            "left out: it holds the text of all records; without it the chains can't be checked or merged"
        };
        let signature = self.made.signed_by.as_deref().unwrap_or("none");
        let signed = match &self.made.signed_by {
            None => "  It bears no signature: that nobody exchanged all of it can't be shown by the files alone.\n".to_owned(),
            Some(_) => SIGNED.replace("{SIGNATURE}", signature),
        };
        include_str!("../../../assets/package/README.txt")
            .replace("{VERSION}", env!("CARGO_PKG_VERSION"))
            .replace("{CASE}", &facts.first.hash.to_string())
            .replace("{NEWEST}", &facts.newest.at)
            .replace("{WHAT}", what)
            .replace("{HISTORY}", history)
            .replace("{SIGNED}", &signed)
            .replace("{SIGNATURE}", signature)
            .replace("{CHAINS}", if self.plan.with_history { CHAINS } else { "" })
            // Last, so that a title can't stand for anything else.
            .replace("{TITLE}", &facts.title)
    }
}

/// How the signature is checked, for the README of a signed package.
const SIGNED: &str = r#"  It was signed, and not changed since (needs OpenSSH 8.1 or newer):

    ssh-keygen -Y verify -f allowed_signers -I witnessmark -n witnessmark \
        -s tagmanifest-sha256.txt.sig < tagmanifest-sha256.txt

  This must answer with "Good". The signature covers tagmanifest-sha256.txt, that file covers manifest-sha256.txt, and
  that one every file under data/. Whose key it is the files can't say: ask the sender, by telephone, whether the
  fingerprint of their key is

    {SIGNATURE}
"#;

/// How chains are checked, for the README of a package with the history.
const CHAINS: &str = "
  Each entry of data/history/*.jsonl bears the hash of the one before. The hash is the SHA-256 of device, device_seq, at,
  person, action, step, takes_back, ops and the 32 bytes of prev_hash, each after its length in bytes as 64-bit
  little-endian number; numbers as decimal text, no takes_back as empty text. \"witnessmark package check\" computes all.
";

/// Adds a file under `data/report/`.
fn add(sink: &mut Sink, extra: &Extra) -> Result<(), PackageError> {
    let mut file = std::fs::File::open(&extra.from).map_err(PackageError::file(&extra.from))?;
    let bytes = file.metadata().map_or(0, |known| known.len());
    let name = format!("data/report/{}", extra.name);
    let path = sink.partial().join(&name);
    sink.write(&name, Packing::Packed, bytes, |out| {
        let mut part = vec![0; 128 << 10];
        loop {
            let read = file.read(&mut part).map_err(PackageError::file(&extra.from))?;
            if read == 0 {
                return Ok(());
            }
            out.write_all(&part[..read]).map_err(PackageError::file(&path))?;
        }
    })?;
    Ok(())
}
