//! `cargo xtask api`: every operation of the programs' interface under generated requests, good and bad,
//! by schemathesis in a virtual environment of its own, against the built program and a sample book.

use crate::error::{Error, Result};
use crate::{step, tree};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// The version that is asked for.
const SCHEMATHESIS: &str = "schemathesis==4.32.5";
/// What must hold of each answer.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,\
                      response_schema_conformance";
/// How long the program may take to answer for the first time.
const PATIENCE: Duration = Duration::from_secs(30);

/// Sends some requests to each operation; other words go to schemathesis, such as `-n 200`.
pub(crate) fn run(words: &[String]) -> Result<()> {
    let root = tree::root();
    let packages = ["build", "--workspace", "--bin", "kithwork"];
    step::run("building the program", step::cargo().args(packages))?;
    let folder = root.join("target").join("api");
    let asks = asker(&folder)?;
    let program = root.join("target").join("debug").join("kithwork");
    let book = folder.join("book.kith");
    for end in ["", "-wal", "-shm"] {
        // A book of an earlier run; there may be none.
        let _ = std::fs::remove_file(folder.join(format!("book.kith{end}")));
    }
    let samples: Vec<_> =
        std::fs::read_dir(root.join("samples"))?.collect::<std::io::Result<_>>()?;
    let samples = samples.iter().map(std::fs::DirEntry::path);
    let samples = samples.filter(|path| path.extension().is_some_and(|end| end == "csv"));
    step::run(
        "reading the samples in",
        Command::new(&program).arg("--book").arg(&book).arg("import").args(samples),
    )?;
    let served = Served::start(&program, &book, &folder.join("address"))?;
    let document = format!("{}/api/v1/openapi.json", served.address);
    let mut sends = Command::new(asks);
    sends.args(["run", &document, "--checks", CHECKS, "--seed", "1", "-n", "25"]).args(words);
    step::run("sending requests to every operation", sends.current_dir(&folder))
}

/// The program that sends the requests, installed where it isn't yet.
fn asker(folder: &Path) -> Result<std::path::PathBuf> {
    let asks = folder.join("venv").join("bin").join("schemathesis");
    if !asks.exists() {
        std::fs::create_dir_all(folder)?;
        let venv = folder.join("venv");
        step::run("a Python of its own", Command::new("python3").args(["-m", "venv"]).arg(&venv))?;
        let mut pip = Command::new(venv.join("bin").join("pip"));
        step::run("installing", pip.args(["install", "--quiet", SCHEMATHESIS]))?;
    }
    Ok(asks)
}

/// The program while it serves a book; it ends with this value.
struct Served {
    child: Child,
    address: String,
}

impl Served {
    fn start(program: &Path, book: &Path, said: &Path) -> Result<Self> {
        let output = std::fs::File::create(said)?;
        let child = Command::new(program)
            .arg("--book")
            .arg(book)
            .args(["serve", "--listen", "127.0.0.1:0"])
            .stdout(output.try_clone()?)
            .stderr(Stdio::from(output))
            .spawn()?;
        let mut served = Self { child, address: String::new() };
        let began = Instant::now();
        while began.elapsed() < PATIENCE {
            let text = std::fs::read_to_string(said)?;
            if let Some(at) = text.find("http://") {
                let address = text.get(at..).unwrap_or_default();
                let end = address.find(|c: char| c.is_whitespace() || c == '"');
                let address = address.get(..end.unwrap_or(address.len())).unwrap_or_default();
                address.trim_end_matches(['/', '.']).clone_into(&mut served.address);
                return Ok(served);
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Err(Error::NotServing)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
