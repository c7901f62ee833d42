//! Folders of personas, and a book to read them into.

use jiff::Timestamp;
use kithwork_core::fact::Facts;
use kithwork_core::facts::Settings;
use kithwork_core::handover::{Batch, Outcome, Record, Said, reconcile};
use kithwork_core::id::BookId;
use kithwork_formats::{Context, Given, read};
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// A file, read.
pub(crate) type File = (String, Vec<Record>);

/// A persona.
pub(crate) struct Folder {
    pub(crate) name: String,
    pub(crate) files: Vec<File>,
    pub(crate) truth: serde_json::Value,
}

/// All personas there are.
pub(crate) fn personas() -> Vec<Folder> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/personas");
    let Ok(entries) = std::fs::read_dir(root) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.filter_map(|e| Some(e.ok()?.path())).collect();
    paths.sort();
    paths.into_iter().filter(|path| path.is_dir()).map(|path| open(&path)).collect()
}

fn open(path: &Path) -> Folder {
    let mut names: Vec<PathBuf> = std::fs::read_dir(path)
        .expect("a folder")
        .filter_map(|e| Some(e.ok()?.path()))
        .filter(|file| file.extension().is_some_and(|e| e != "json"))
        .collect();
    names.sort();
    let context = Context { region: "GB", zone: "Europe/London" };
    let files = names
        .iter()
        .flat_map(|file| {
            let octets = std::fs::read(file).expect("a file");
            let name = file.file_name().expect("a name").to_string_lossy().into_owned();
            read(&Given { path: &name, octets: &octets }, &context)
        })
        .map(|reading| (reading.path, reading.records))
        .collect();
    let truth = std::fs::read(path.join("truth.json")).expect("the truth");
    Folder {
        name: path.file_name().expect("a name").to_string_lossy().into_owned(),
        files,
        truth: serde_json::from_slice(&truth).expect("JSON"),
    }
}

impl Folder {
    /// Whether its sums can be reached: contacts and calendar alone tell of no promise.
    pub(crate) fn has_sheets(&self) -> bool {
        self.files.iter().any(|(name, _)| name == "people.csv")
    }

    pub(crate) fn only(&self, names: &[&str]) -> Vec<File> {
        self.files.iter().filter(|(name, _)| names.contains(&name.as_str())).cloned().collect()
    }

    /// Contacts and calendar, with nobody invited to anything.
    pub(crate) fn without_attendees(&self) -> Vec<File> {
        let mut files = self.only(&["contacts.vcf", "calendar.ics"]);
        for record in files.iter_mut().flat_map(|(_, records)| records) {
            if let Said::Entry(entry) = &mut record.said {
                entry.event.attendees.clear();
            }
        }
        files
    }
}

/// A book to import into.
pub(crate) struct TestBook {
    pub(crate) facts: Facts,
    next: u128,
}

impl TestBook {
    pub(crate) fn new() -> Self {
        let settings = Settings::new(BookId(Uuid::from_u128(1)));
        Self { facts: Facts { settings: vec![settings], ..Facts::default() }, next: 1000 }
    }

    pub(crate) fn import(&mut self, files: &[File]) -> Outcome {
        let batches = files
            .iter()
            .map(|(document, records)| Batch { document, records: records.clone() })
            .collect();
        let now: Timestamp = "2026-11-16T20:00:00Z".parse().expect("a moment");
        let next = &mut self.next;
        let outcome = reconcile(&self.facts, batches, now, &mut || {
            *next += 1;
            Uuid::from_u128(*next)
        });
        for document in &outcome.documents {
            assert_eq!(document.read, document.told(), "{}", document.document);
        }
        let facts = std::mem::take(&mut self.facts);
        self.facts = facts.edited(&outcome.edits).expect("no stale edit");
        outcome
    }
}
