//! Runs the built program as its users do: files in, words and documents out.

mod served;

pub use served::Served;

use serde_json::Value;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// What a test returns.
pub type Result<T = ()> = std::result::Result<T, Box<dyn Error>>;

/// One owner's book in a folder of its own, and the program that keeps it.
#[derive(Debug)]
pub struct Owner {
    folder: tempfile::TempDir,
    program: PathBuf,
    params: Option<PathBuf>,
}

impl Owner {
    /// An owner who has not begun.
    ///
    /// # Errors
    /// Where the program has not been built.
    pub fn new() -> Result<Self> {
        Ok(Self { folder: tempfile::tempdir()?, program: program()?, params: None })
    }

    /// The same owner, whose models assume what this file says (as `kithwork params` writes it).
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn assuming(mut self, params: &str) -> Result<Self> {
        let file = self.folder.path().join("params.toml");
        fs::write(&file, params)?;
        self.params = Some(file);
        Ok(self)
    }

    /// An owner whose book holds these sheets, each with its name and its text.
    ///
    /// # Errors
    /// Where the import refuses anything.
    pub fn with(sheets: &[(&str, String)]) -> Result<Self> {
        let owner = Self::new()?;
        let document = owner.hand_over("first", sheets)?;
        for file in document["files"].as_array().into_iter().flatten() {
            if file["refused"].as_array().is_some_and(|refused| !refused.is_empty()) {
                return Err(format!("refused: {file}").into());
            }
        }
        Ok(owner)
    }

    /// The same, of an owner who began at a moment such as `2026-11-01T09:00:00Z`: the plan of a week
    /// before that nobody has seen.
    ///
    /// # Errors
    /// Where the import refuses anything.
    pub fn since(now: &str, sheets: &[(&str, String)]) -> Result<Self> {
        let owner = Self::new()?;
        let first = owner.folder.path().join("first");
        fs::create_dir_all(&first)?;
        for (name, text) in sheets {
            fs::write(first.join(format!("{name}.csv")), text)?;
        }
        owner.json_at(now, &["import", &first.to_string_lossy()])?;
        Ok(owner)
    }

    /// Writes sheets into a folder of this name and imports it; what the import answers.
    ///
    /// # Errors
    /// Where the answer is no document.
    pub fn hand_over(&self, folder: &str, sheets: &[(&str, String)]) -> Result<Value> {
        let folder = self.folder.path().join(folder);
        fs::create_dir_all(&folder)?;
        for (name, text) in sheets {
            let name = if name.contains('.') { (*name).to_owned() } else { format!("{name}.csv") };
            fs::write(folder.join(name), text)?;
        }
        document(&self.run(&["import", &folder.to_string_lossy(), "--json"])?)
    }

    /// Where this owner keeps files of their own.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Runs a command on the book.
    ///
    /// # Errors
    /// Where the program cannot be started.
    pub fn run(&self, words: &[&str]) -> Result<Output> {
        Ok(self.command(words).output()?)
    }

    /// The command on the book, not started yet.
    pub fn command(&self, words: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        let book = self.folder.path().join("book.kith");
        if let Some(params) = &self.params {
            command.env("KITHWORK_PARAMS", params);
        }
        command.arg("--book").arg(book).args(words).stdin(Stdio::null());
        command
    }

    /// The document that a command answers with.
    ///
    /// # Errors
    /// Where the command fails or its answer is no document.
    pub fn json(&self, words: &[&str]) -> Result<Value> {
        let output = self.run(&[words, &["--json"]].concat())?;
        succeeded(&output)?;
        document(&output)
    }

    /// What a command says to a person.
    ///
    /// # Errors
    /// Where the command fails.
    pub fn text(&self, words: &[&str]) -> Result<String> {
        let output = self.run(words)?;
        succeeded(&output)?;
        Ok(String::from_utf8(output.stdout)?)
    }

    /// The document that a command answers with at a moment such as `2026-11-16T09:00:00Z`.
    ///
    /// # Errors
    /// Where the command fails or its answer is no document.
    pub fn json_at(&self, now: &str, words: &[&str]) -> Result<Value> {
        self.json(&[&["--now", now], words].concat())
    }

    /// What a command says to a person at a moment.
    ///
    /// # Errors
    /// Where the command fails.
    pub fn text_at(&self, now: &str, words: &[&str]) -> Result<String> {
        self.text(&[&["--now", now], words].concat())
    }

    /// The review at a date.
    ///
    /// # Errors
    /// Where there is none.
    pub fn review(&self, as_of: &str) -> Result<Value> {
        self.json(&["review", "--as-of", as_of])
    }
}

/// A review's finding of this code.
///
/// # Errors
/// Where the review does not list it; it lists all of them, whatever their state.
pub fn finding<'r>(review: &'r Value, code: &str) -> Result<&'r Value> {
    let findings = review["findings"].as_array().into_iter().flatten();
    let found = findings.into_iter().find(|finding| finding["code"] == code);
    found.ok_or_else(|| format!("the review does not list {code}").into())
}

/// Whether a number is this one, to the last digit that is written down.
pub fn is_about(value: &Value, expected: f64, tolerance: f64) -> bool {
    value.as_f64().is_some_and(|value| (value - expected).abs() <= tolerance)
}

fn succeeded(output: &Output) -> Result {
    if output.status.success() {
        return Ok(());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    Err(format!("the program ended with {}: {said}", output.status).into())
}

fn document(output: &Output) -> Result<Value> {
    serde_json::from_slice(&output.stdout).map_err(|error| {
        let said = String::from_utf8_lossy(&output.stderr);
        format!("no document ({error}); the program said: {said}").into()
    })
}

/// The program, built beside this test.
fn program() -> Result<PathBuf> {
    let here = std::env::current_exe()?;
    let built = here
        .ancestors()
        .nth(2)
        .map(|profile| profile.join(format!("kithwork{}", std::env::consts::EXE_SUFFIX)));
    built.filter(|program| program.is_file()).ok_or_else(|| {
        "the program is not built: run `cargo xtask test`, or `cargo build --package kithwork` first".into()
    })
}
