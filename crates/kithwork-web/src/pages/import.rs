//! Reading files in: dropping them, and what became of each.

use crate::frame::{Frame, Place};
use crate::say;
use askama::Template;
use kithwork_app::json::{FileJson, ImportJson, RefusedJson};

/// Refusals shown of one file.
const SHOWN: usize = 20;

/// Reading files in.
#[derive(Debug, Template)]
#[template(path = "import.html")]
pub(crate) struct Import {
    frame: Frame,
    files: Vec<File>,
    /// Questions that wait now.
    questions: u64,
    is_read: bool,
    /// Where the first hour goes on, while it does.
    next: Option<&'static str>,
}

crate::visit::framed!(Import);

/// What became of one file.
#[derive(Debug)]
struct File {
    name: String,
    says: String,
    refused: Vec<String>,
    more: usize,
    ignored: String,
}

impl Import {
    /// The page, with what was just read.
    pub(crate) fn of(read: Option<&ImportJson>) -> Self {
        Self {
            frame: Frame::new("Read in files", Place::More),
            files: read.map(|read| read.files.iter().map(file).collect()).unwrap_or_default(),
            questions: read.map_or(0, |read| read.questions),
            is_read: read.is_some(),
            next: None,
        }
    }

    /// The same, leading on in the first hour.
    pub(crate) fn going_on(self, next: Option<&'static str>) -> Self {
        Self { next, ..self }
    }
}

fn file(file: &FileJson) -> File {
    let counts = [
        (file.created, "new"),
        (file.updated, "changed"),
        (file.unchanged, "known already"),
        (file.set_aside, "set aside"),
        (file.vanished, "no longer in it, and kept"),
    ];
    let counts = counts.into_iter().filter(|(n, _)| *n > 0);
    let counts: Vec<String> = counts.map(|(n, what)| format!("{n} {what}")).collect();
    let says = match (file.is_refused(), counts.is_empty()) {
        (true, _) => "Nothing of it could be read.".to_owned(),
        (false, true) => "It holds nothing for your book.".to_owned(),
        (false, false) => format!("{}.", say::capital(&say::listed(&counts))),
    };
    File {
        name: file.path.clone(),
        says,
        refused: file.refused.iter().take(SHOWN).map(refused).collect(),
        more: file.refused.len().saturating_sub(SHOWN),
        ignored: file.ignored_columns.join(", "),
    }
}

/// `Line 17: date ambiguous; write 2026-03-04`.
fn refused(refused: &RefusedJson) -> String {
    let place = match (refused.line, refused.record) {
        (Some(line), _) => format!("Line {line}: "),
        (None, Some(record)) => format!("Record {record}: "),
        (None, None) => String::new(),
    };
    let reason = refused.reason.replace('-', " ");
    let hint = if refused.hint.is_empty() { String::new() } else { format!("; {}", refused.hint) };
    say::capital(&format!("{place}{reason}{hint}."))
}
