//! The peers that are written in Python, in a folder of their own.

use crate::clock;
use crate::error::{Error, Result};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// Reads every card; prints the seconds.
const CARDS: &str = "import sys,time,vobject
text=open(sys.argv[1],encoding='utf-8',newline='').read()
start=time.perf_counter()
n=sum(1 for card in vobject.readComponents(text) if card.fn.value)
print(time.perf_counter()-start)";

/// Reads every entry; prints the seconds.
const CALENDAR: &str = "import sys,time,icalendar
text=open(sys.argv[1],'rb').read()
start=time.perf_counter()
n=sum(1 for entry in icalendar.Calendar.from_ical(text).walk('VEVENT') if entry['SUMMARY'])
print(time.perf_counter()-start)";

/// A Python with the peers in it.
#[derive(Debug)]
pub(crate) struct Python(PathBuf);

impl Python {
    /// Makes one in this folder, with `pip`.
    pub(crate) fn prepare(folder: &Path) -> Result<Self> {
        let home = folder.join("python");
        clock::run(Command::new("python3").args(["-m", "venv"]).arg(&home))?;
        let python = home.join("bin").join("python");
        let packages =
            ["-m", "pip", "install", "--quiet", "vobject", "icalendar", "khard", "radicale"];
        clock::run(Command::new(&python).args(packages))?;
        Ok(Self(python))
    }

    /// A program that one of them brings.
    pub(crate) fn program(&self, name: &str) -> PathBuf {
        self.0.with_file_name(name)
    }

    /// How long `vobject` takes to read an address book.
    pub(crate) fn cards(&self, file: &Path) -> Result<Duration> {
        self.seconds(CARDS, file)
    }

    /// How long `icalendar` takes to read a calendar.
    pub(crate) fn calendar(&self, file: &Path) -> Result<Duration> {
        self.seconds(CALENDAR, file)
    }

    fn seconds(&self, script: &str, file: &Path) -> Result<Duration> {
        let program = "python3".to_owned();
        let mut command = Command::new(&self.0);
        let output = command
            .args(["-c", script])
            .arg(file)
            .stdin(Stdio::null())
            .output()
            .map_err(|source| Error::Program { program: program.clone(), source })?;
        let said = String::from_utf8_lossy(&output.stdout);
        let seconds = said.trim().parse().ok().filter(|seconds: &f64| seconds.is_finite());
        seconds.map(Duration::from_secs_f64).ok_or_else(|| Error::Ended {
            program,
            said: String::from_utf8_lossy(&output.stderr).trim().to_owned(),
        })
    }
}
