//! Running the program on a book in a folder of its own.

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// The moment at which every test happens, a Monday.
pub(crate) const NOW: &str = "2026-11-16T09:00:00Z";

/// A book in a folder of its own.
pub(crate) struct Book {
    pub(crate) folder: TempDir,
}

/// How a run ended.
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Book {
    /// A book that isn't there yet.
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A book with our own small hand-over in it.
    pub(crate) fn small() -> Self {
        let book = Self::new();
        let ran = book.run(&["import", &fixture("small").to_string_lossy(), "--json"]);
        assert_eq!(ran.code, 0, "{}{}", ran.out, ran.err);
        book
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn file(&self) -> PathBuf {
        self.path("book.kithwork")
    }

    /// The program, ready to be given a verb.
    pub(crate) fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kithwork"));
        command.env_remove("KITHWORK_BOOK").env_remove("KITHWORK_LOG");
        command.arg("--book").arg(self.file()).args(["--now", NOW]);
        command
    }

    pub(crate) fn run(&self, args: &[&str]) -> Ran {
        ran(&self.command().args(args).output().unwrap())
    }

    /// A run that has to succeed; what it printed.
    pub(crate) fn text(&self, args: &[&str]) -> String {
        let ran = self.run(args);
        assert_eq!(ran.code, 0, "{args:?}: {}{}", ran.out, ran.err);
        ran.out
    }

    /// A run with `--json` that has to succeed; its one document.
    pub(crate) fn json(&self, args: &[&str]) -> Value {
        let mut args = args.to_vec();
        args.push("--json");
        let text = self.text(&args);
        serde_json::from_str(&text).unwrap_or_else(|cause| panic!("{args:?}: {cause}: {text}"))
    }

    pub(crate) fn review(&self, as_of: &str) -> Value {
        self.json(&["review", "--as-of", as_of])
    }
}

pub(crate) fn ran(output: &Output) -> Ran {
    Ran {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8_lossy(&output.stdout).into_owned(),
        err: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

pub(crate) fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name)
}

/// A document without ids, which differ from book to book.
pub(crate) fn without_ids(document: Value) -> Value {
    let is_id =
        |value: &Value| value.as_str().is_some_and(|text| uuid::Uuid::parse_str(text).is_ok());
    match document {
        Value::Array(items) => {
            Value::Array(items.into_iter().filter(|item| !is_id(item)).map(without_ids).collect())
        }
        Value::Object(fields) => Value::Object(
            fields
                .into_iter()
                .filter(|(_, value)| !is_id(value))
                .map(|(name, value)| (name, without_ids(value)))
                .collect(),
        ),
        other => other,
    }
}
