//! The libraries beside which we stand: a Python of their own, with the versions of `peers/requirements.txt`.

use crate::clock::PATIENCE;
use crate::error::{Error, Result};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// The versions, one a line.
const PINS: &str = include_str!("../peers/requirements.txt");
/// What every script begins with.
const CLOCK: &str = include_str!("../peers/clock.py");

/// A Python with the libraries in it.
#[derive(Debug)]
pub(crate) struct Peers {
    python: PathBuf,
}

/// A question to a script: what it asks, and how often to try.
#[derive(Serialize)]
struct Asked<'a, Q> {
    runs: u32,
    patience: f64,
    #[serde(flatten)]
    question: &'a Q,
}

impl Peers {
    /// The one beside this program, made with `pip` where it is missing or of other versions.
    pub(crate) fn prepare() -> Result<Self> {
        let home = std::env::current_exe()?.with_file_name("peers");
        let (bin, stamp) = (home.join("bin"), home.join("made-from.txt"));
        let peers = Self { python: bin.join("python") };
        if std::fs::read_to_string(&stamp).is_ok_and(|made_from| made_from == PINS) {
            return Ok(peers);
        }
        let file = |path: &Path| {
            let path = path.to_path_buf();
            move |source| Error::File { path, source }
        };
        crate::say("fetching the libraries to stand beside");
        run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&home))?;
        let pins = home.join("requirements.txt");
        std::fs::write(&pins, PINS).map_err(file(&pins))?;
        run(Command::new(&peers.python)
            .args(["-m", "pip", "install", "--quiet", "-r"])
            .arg(&pins))?;
        std::fs::write(&stamp, PINS).map_err(file(&stamp))?;
        Ok(peers)
    }

    /// What a script answers to a question.
    pub(crate) fn ask<A: DeserializeOwned>(
        &self,
        script: &str,
        runs: u32,
        question: &impl Serialize,
    ) -> Result<A> {
        let asked = Asked { runs, patience: PATIENCE.as_secs_f64(), question };
        let asked = serde_json::to_vec(&asked)?;
        let mut python = Command::new(&self.python);
        python.arg("-c").arg(format!("{CLOCK}\n{script}"));
        let said = talk(&mut python, &asked)?;
        Ok(serde_json::from_slice(&said)?)
    }
}

/// The version of a library.
pub(crate) fn version(library: &str) -> &'static str {
    PINS.lines()
        .filter_map(|line| line.split_once("=="))
        .find(|(name, _)| *name == library)
        .map_or("", |(_, version)| version)
}

/// Runs a program to its end, without a word to it.
fn run(command: &mut Command) -> Result<()> {
    talk(command, b"").map(|_| ())
}

/// Runs a program to its end with this on its standard input; what it printed.
fn talk(command: &mut Command, input: &[u8]) -> Result<Vec<u8>> {
    let program = command.get_program().to_string_lossy().into_owned();
    let failed = |source| Error::Program { program: program.clone(), source };
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(failed)?;
    let handed = hand(&mut child, input);
    let output = child.wait_with_output().map_err(failed)?;
    if !output.status.success() {
        return Err(Error::Ended { program, said: last_line(&output.stderr) });
    }
    handed.map_err(failed)?;
    Ok(output.stdout)
}

/// Hands over the input, and closes it.
fn hand(child: &mut Child, input: &[u8]) -> std::io::Result<()> {
    child.stdin.take().map_or(Ok(()), |mut pipe| pipe.write_all(input))
}

fn last_line(said: &[u8]) -> String {
    let said = String::from_utf8_lossy(said);
    said.trim().lines().last().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_library_has_one_exact_version() {
        let pins = PINS.lines().filter(|line| !line.starts_with('#'));
        for pin in pins {
            let (_, version) = pin.split_once("==").unwrap();
            assert!(version.chars().all(|c| c.is_ascii_digit() || c == '.'), "{pin}");
        }
        for library in ["lifetimes", "lifelines", "networkx", "highspy"] {
            assert!(!version(library).is_empty(), "{library}");
        }
        assert_eq!(version("pip"), "");
    }

    #[test]
    fn what_goes_wrong_is_told_with_its_last_line() {
        let told = |script: &str| talk(Command::new("sh").args(["-c", script]), b"asked\n");
        assert_eq!(told("cat").unwrap(), b"asked\n");
        let error = told("cat >/dev/null; echo why >&2; exit 3").unwrap_err();
        assert_eq!(error.to_string(), "sh ended badly: why");
        assert!(matches!(run(&mut Command::new("no-such-program")), Err(Error::Program { .. })));
    }

    #[test]
    fn a_question_carries_how_often_to_try() {
        #[derive(Serialize)]
        struct Question {
            repeats: [f64; 2],
        }
        let asked = Asked { runs: 3, patience: 1.5, question: &Question { repeats: [0.0, 2.0] } };
        let told = serde_json::to_string(&asked).unwrap();
        assert_eq!(told, r#"{"runs":3,"patience":1.5,"repeats":[0.0,2.0]}"#);
    }
}
