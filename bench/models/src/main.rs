//! The models beside the libraries that people use for them: `cargo xtask bench --models`.
//!
//! ```text
//! seed ─▶ relationships, deals, waiting times, people, weeks ─▶ ours  ─┬─▶ times and answers side by side
//!                                                       └────▶ peers ─┘   (peers/*.py, in a Python of their own)
//! ```
//!
//! Prints its part of the page, or puts it into the page that is named. `--seed S` makes other data, `--runs N`
//! takes the best of more runs.

mod book;
mod clock;
mod deals;
mod draw;
mod error;
mod hard;
mod network;
mod peers;
mod people;
mod relationships;
mod report;
mod rhythm;
mod row;
mod sample;
mod waiting;
mod week;
mod words;

use error::Result;
use peers::Peers;
use row::Row;
use std::io::Write;
use std::process::ExitCode;
use words::Words;

fn main() -> ExitCode {
    let told = Words::read(std::env::args().skip(1)).and_then(|words| run(&words));
    match told {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("bench-models: {error}"));
            ExitCode::FAILURE
        }
    }
}

/// One part of the work: the peers, where they are to be had, and what was asked for.
type Work = fn(Option<&Peers>, &Words) -> Result<Vec<Row>>;

/// Measures everything and writes the part.
fn run(words: &Words) -> Result<()> {
    let prepared = Peers::prepare();
    let missing = prepared.as_ref().err().map(ToString::to_string);
    let parts: [(&str, Work); 4] = [
        ("fitting", fitting),
        ("waiting times", waiting::rows),
        ("the web of people", network::rows),
        ("the week's choices", week::rows),
    ];
    let mut rows = Vec::new();
    for (name, work) in parts {
        say(name);
        rows.extend(work(prepared.as_ref().ok(), words)?);
    }
    report::put(words.page.as_deref(), &report::part(words, &rows, missing.as_deref()))
}

fn fitting(peers: Option<&Peers>, words: &Words) -> Result<Vec<Row>> {
    let mut rows = rhythm::rows(peers, words)?;
    rows.extend(deals::rows(peers, words)?);
    Ok(rows)
}

/// Tells how far it has come.
fn say(text: &str) {
    let _closed = writeln!(std::io::stderr(), "{text}");
}
