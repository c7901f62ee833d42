//! Development tasks: `cargo xtask test`, `ci`, `bench`, `simulate`, `api`, `rules`.

mod api;
mod bench;
mod browser;
mod ci;
mod error;
mod postgres;
mod rules;
mod say;
mod simulate;
mod step;
mod test;
mod tree;

use error::{Error, Result};
use std::process::ExitCode;

/// Every task, in the order in which help lists them.
const TASKS: [(&str, &str); 6] = [
    (
        "test",
        "run every test, then those in a browser; --encryption also those of the encrypted book; other words go to cargo test alone",
    ),
    ("ci", "what the project asks of every change: format, lints, docs, rules, tests"),
    (
        "bench",
        "measure at 1 000 and 10 000 people, --full also at 50 000, --models only the models; writes docs/benchmarks.md",
    ),
    (
        "simulate",
        "try the week's plan against simpler ways in made-up worlds; writes its part of docs/benchmarks.md",
    ),
    (
        "api",
        "send generated requests, good and bad, to every operation of the programs' interface; words go to schemathesis",
    ),
    (
        "rules",
        "check the rules of the house: layers, purity, file sizes, words, the mission's table",
    ),
];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say::line(&format!("xtask: {error}"));
            if let Some(cause) = std::error::Error::source(&error) {
                say::line(&format!("  because: {cause}"));
            }
            ExitCode::FAILURE
        }
    }
}

/// Runs the task that the words name.
fn run(words: &[String]) -> Result<()> {
    let (task, rest) = words.split_first().map_or(("help", words), |(t, r)| (t.as_str(), r));
    match task {
        "test" => test::run(rest),
        "ci" => ci::run(),
        "bench" => bench::run(rest),
        "simulate" => simulate::run(rest),
        "api" => api::run(rest),
        "rules" => rules::run(),
        "help" | "--help" | "-h" => {
            help();
            Ok(())
        }
        other => Err(Error::UnknownTask(other.to_owned())),
    }
}

/// Lists the tasks.
fn help() {
    say::line("cargo xtask TASK");
    for (task, does) in TASKS {
        say::line(&format!("  {task:<8} {does}"));
    }
}
