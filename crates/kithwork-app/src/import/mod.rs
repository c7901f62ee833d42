//! Reading what a networker hands over: files, folders and zip files of any supported kind.
//!
//! Files are opened one at a time and let go once they are read, so that memory holds what they
//! say and one file's octets. What they say is then joined into the book all at once, because only
//! together do they tell one occasion from two.

mod found;

use crate::ctx::{Ctx, Rights};
use crate::error::{Code, Error, Result};
use crate::json::{FileJson, ImportJson, RefusedJson};
use crate::{note, settings};
use found::Found;
use kithwork_core::change::Edit;
use kithwork_core::facts::Settings;
use kithwork_core::handover::{self, Batch, DocumentOutcome};
use kithwork_formats::{Context, Given, Reading};
use kithwork_store::{Scope, Store};
use std::path::PathBuf;

/// Something to read.
#[derive(Clone, Debug)]
pub enum Input {
    /// A file, a folder or a zip file on this machine.
    Path(PathBuf),
    /// A file that was handed over.
    Bytes {
        /// Its name.
        name: String,
        /// What it holds.
        bytes: Vec<u8>,
    },
}

/// How far an import has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// So many files are to be read.
    Found {
        /// How many.
        files: usize,
    },
    /// One more of them was read.
    Read {
        /// Its number, counted from 1.
        file: usize,
    },
    /// It is being found out which records speak of the same thing.
    Joining,
    /// It is being written.
    Writing,
}

/// Reads files and joins what they say into the book, as one change. A dry run does all of it but
/// the writing.
///
/// # Errors
/// [`Code::FileMissing`] and [`Code::FileUnreadable`] where a path can't be read at all,
/// [`Code::NothingToRead`] where none of the folders holds anything of a kind we know; those of the
/// store. What is wrong with single files and records stands in the document instead.
pub async fn files(
    store: &dyn Store,
    ctx: &Ctx,
    inputs: Vec<Input>,
    dry_run: bool,
    progress: &(dyn Fn(Progress) + Send + Sync),
) -> Result<ImportJson> {
    ctx.require(Rights::Write)?;
    let settings = settings::of(store, ctx).await?;
    let readings = read(inputs, &settings, progress)?;
    progress(Progress::Joining);
    let facts = store.load(ctx.tenant, Scope::Whole).await?;
    let mut files: Vec<FileJson> = Vec::with_capacity(readings.len());
    let mut documents: Vec<String> = Vec::with_capacity(readings.len());
    let mut records = Vec::with_capacity(readings.len());
    let mut also = None;
    for reading in readings {
        // Of several exports the first one tells.
        also = also.or(reading.also);
        documents.push(document(&reading.path).to_owned());
        records.push(reading.records);
        files.push(FileJson {
            path: reading.path,
            kind: reading.kind,
            read: reading.read,
            refused: reading.refused.into_iter().map(RefusedJson::from).collect(),
            ignored_columns: reading.ignored_columns,
            ..FileJson::default()
        });
    }
    let batches = documents.iter().zip(records);
    let batches = batches.map(|(document, records)| Batch { document, records }).collect();
    let mut ids = ctx.ids();
    let outcome = match also {
        Some(also) => handover::restore(&facts, batches, &also, ctx.now, &mut ids),
        None => handover::reconcile(&facts, batches, ctx.now, &mut ids),
    };
    for (file, became) in files.iter_mut().zip(outcome.documents) {
        count(file, became);
    }
    let change = written(store, ctx, outcome.edits, dry_run, progress).await?;
    let of_notes = facts.questions.iter().filter(|q| q.is_open() && note::is_of_a_note(q)).count();
    let of_notes = u64::try_from(of_notes).unwrap_or(u64::MAX);
    let questions = u64::from(outcome.open_questions).saturating_add(of_notes);
    Ok(ImportJson { files, questions, change })
}

/// Reads every file, one at a time.
fn read(
    inputs: Vec<Input>,
    settings: &Settings,
    progress: &(dyn Fn(Progress) + Send + Sync),
) -> Result<Vec<Reading>> {
    let found = found::all(inputs)?;
    if found.is_empty() {
        let hint = "sheets (.csv, .xlsx), contacts (.vcf) and calendars (.ics) are read";
        return Err(Error::new(Code::NothingToRead).hint(hint));
    }
    progress(Progress::Found { files: found.len() });
    let context = Context { region: &settings.region, zone: &settings.zone };
    let mut readings = Vec::new();
    for (at, file) in found.into_iter().enumerate() {
        let Found { name, content, asked_for } = file;
        let octets = content.octets()?;
        let read = kithwork_formats::read(&Given { path: &name, octets: &octets }, &context);
        readings.extend(read.into_iter().filter(|r| asked_for || found::is_for_us(&name, r)));
        progress(Progress::Read { file: at + 1 });
    }
    Ok(readings)
}

/// A file's name without its folders: the same document wherever it lies.
fn document(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

fn count(file: &mut FileJson, became: DocumentOutcome) {
    file.created = became.created;
    file.updated = became.updated;
    file.unchanged = became.unchanged;
    file.set_aside = became.set_aside;
    file.vanished = became.vanished;
    file.refused.extend(became.refused.into_iter().map(RefusedJson::from));
}

async fn written(
    store: &dyn Store,
    ctx: &Ctx,
    edits: Vec<Edit>,
    dry_run: bool,
    progress: &(dyn Fn(Progress) + Send + Sync),
) -> Result<Option<kithwork_core::id::ChangeId>> {
    if dry_run || edits.is_empty() {
        return Ok(None);
    }
    progress(Progress::Writing);
    let change = ctx.change("import", None, edits);
    store.commit(ctx.tenant, &change).await?;
    Ok(Some(change.id))
}
