//! Tries the week's plan against simpler ways of spending the same hours, in made-up worlds:
//! `cargo xtask simulate [--worlds N] [--seed S] [--family NAME] [--with NAME=VALUE]… [PAGE]`.
//!
//! ```text
//! family ─▶ world (rooms, people as they are) ─▶ life (acts, ties nobody sees) ◀─ policy
//!                                                  │ law (what a week brings)       ▲
//!                                                  └─▶ diary (what is written) ─────┘
//! ```
//!
//! Prints its part of the page, or puts it into the page named. The same words give the same part.

mod chance;
mod diary;
mod family;
mod law;
mod life;
mod policy;
mod report;
mod score;
mod setting;
#[cfg(test)]
mod tests;
mod trial;
mod world;

use family::{FAMILIES, Family};
use life::Outcome;
use policy::Policy;
use report::Run;
use std::io::Write;
use std::process::ExitCode;
use world::World;

/// Worlds of each family where none are asked for.
const USUAL_WORLDS: usize = 20;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    match run(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("simulate: {error}"));
            ExitCode::FAILURE
        }
    }
}

fn run(words: &[String]) -> std::io::Result<()> {
    let each = number(words, "--worlds").and_then(|n| usize::try_from(n).ok());
    let seed = number(words, "--seed").unwrap_or(1);
    let run = Run { each: each.unwrap_or(USUAL_WORLDS), seed };
    let with = words.windows(2).filter(|pair| pair[0] == "--with").map(|pair| pair[1].as_str());
    let unreadable = || std::io::Error::other("a setting is written plan.exploration=0.4");
    let policies = policy::all(setting::read(with).ok_or_else(unreadable)?);
    let only = after(words, "--family");
    let lived: Vec<Vec<Vec<Outcome>>> = FAMILIES
        .iter()
        .enumerate()
        .map(|(at, family)| match only {
            Some(name) if name != family.name => Vec::new(),
            _ => worlds(family, at, run, &policies),
        })
        .collect();
    let part = report::part(run, &policies, &lived);
    let is_page = |at: usize, word: &str| {
        !word.starts_with("--") && at.checked_sub(1).is_none_or(|b| !words[b].starts_with("--"))
    };
    match words.iter().enumerate().find(|(at, word)| is_page(*at, word)) {
        Some((_, path)) => {
            let page = std::fs::read_to_string(path)?;
            std::fs::write(path, report::into_page(&page, &part))
        }
        None => std::io::stdout().write_all(part.as_bytes()),
    }
}

/// Lives through a family's worlds, on as many threads as there are cores.
fn worlds(family: &Family, at: usize, run: Run, policies: &[Box<dyn Policy>]) -> Vec<Vec<Outcome>> {
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    let one = |n: usize| trial::run(&World::new(*family, run.seed, at, n), policies);
    let mut lived: Vec<(usize, Vec<Outcome>)> = std::thread::scope(|scope| {
        let share = |thread: usize| (thread..run.each).step_by(threads).map(|n| (n, one(n)));
        let started: Vec<_> =
            (0..threads).map(|t| scope.spawn(move || share(t).collect::<Vec<_>>())).collect();
        started.into_iter().filter_map(|thread| thread.join().ok()).flatten().collect()
    });
    lived.sort_by_key(|(n, _)| *n);
    say(&format!("{}: {} worlds", family.name, lived.len()));
    lived.into_iter().map(|(_, outcome)| outcome).collect()
}

/// The word after another.
fn after<'w>(words: &'w [String], name: &str) -> Option<&'w str> {
    let at = words.iter().position(|word| word == name)?;
    words.get(at + 1).map(String::as_str)
}

fn number(words: &[String], name: &str) -> Option<u64> {
    after(words, name)?.parse().ok()
}

/// Tells how far it has come.
fn say(text: &str) {
    let _closed = writeln!(std::io::stderr(), "{text}");
}
