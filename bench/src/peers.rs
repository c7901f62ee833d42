//! Others that keep an address book, asked the same: who of these contacts is called so?

use crate::clock;
use crate::error::{Error, Result};
use crate::line;
use crate::python::Python;
use crate::report::Row;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Times each is asked.
const RUNS: usize = 5;
/// Whom they are asked for.
pub(crate) const NAME: &str = "Abbott";
/// How long a server may take to answer for the first time.
const PATIENCE: Duration = Duration::from_secs(20);

/// The same cards as single files, as others keep them.
#[derive(Debug)]
pub(crate) struct Peers<'p> {
    python: &'p Python,
    home: PathBuf,
}

impl<'p> Peers<'p> {
    /// Lays the cards of an address book out, a file each.
    pub(crate) fn prepare(python: &'p Python, home: &Path, cards: &Path) -> Result<Self> {
        let folder = home.join("radicale").join("collection-root").join("owner").join("contacts");
        std::fs::create_dir_all(&folder)?;
        std::fs::write(folder.join(".Radicale.props"), r#"{"tag":"VADDRESSBOOK"}"#)?;
        let text = std::fs::read_to_string(cards)?;
        let each = text.split_inclusive("END:VCARD\r\n");
        for (number, card) in each.filter(|card| card.contains("UID:")).enumerate() {
            std::fs::write(folder.join(format!("card-{number}.vcf")), card)?;
        }
        let home = home.to_path_buf();
        let config = "[addressbooks]\n[[owner]]\npath = ";
        let khard = format!("{config}{}\n[general]\n[contact table]\n", folder.display());
        std::fs::write(home.join("khard.conf"), khard)?;
        Ok(Self { python, home })
    }

    /// How long `khard` takes from a cold start.
    pub(crate) fn khard(&self) -> Result<Duration> {
        clock::median(RUNS, || {
            let mut asks = Command::new(self.python.program("khard"));
            asks.arg("-c").arg(self.home.join("khard.conf")).args(["list", NAME]);
            clock::run(&mut asks)
        })
    }

    /// How long a running Radicale takes.
    pub(crate) fn radicale(&self) -> Result<Duration> {
        let server = Radicale::start(self.python, &self.home.join("radicale"))?;
        // It reads every card once, and keeps what it read.
        server.ask()?;
        clock::median(RUNS, || server.ask())
    }
}

/// Ours from a cold start, and in an open book, beside theirs.
pub(crate) fn rows(
    (cold, open): (Duration, Duration),
    peers: Option<&Peers<'_>>,
    size: &str,
    remarks: &mut Vec<String>,
) -> Vec<Row> {
    let mut beside = |name, took: Option<Result<Duration>>| match took? {
        Ok(took) => Some((name, took)),
        Err(missing) => {
            remarks.push(format!("{name} could not be asked: {missing}."));
            None
        }
    };
    let khard = beside("khard", peers.map(Peers::khard));
    let radicale = beside("Radicale", peers.map(Peers::radicale));
    vec![
        Row::new("finding contacts by name, cold process", size, cold).beside(khard),
        Row::new("finding contacts by name, running server", size, open).beside(radicale),
    ]
}

/// A running Radicale on this machine alone.
struct Radicale {
    child: Child,
    port: u16,
}

impl Radicale {
    fn start(python: &Python, folder: &Path) -> Result<Self> {
        // A port that was free a moment ago.
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let child = Command::new(python.program("python"))
            .args(["-m", "radicale", "--auth-type=none", "--rights-type=authenticated"])
            .arg(format!("--server-hosts=127.0.0.1:{port}"))
            .arg(format!("--storage-filesystem-folder={}", folder.display()))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let server = Self { child, port };
        let began = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            if began.elapsed() > PATIENCE {
                return Err(Error::Page("Radicale did not begin to serve".to_owned()));
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        Ok(server)
    }

    /// Asks for the cards whose name contains the words (RFC 6352 §8.6).
    fn ask(&self) -> Result<()> {
        let query = format!(
            "<?xml version=\"1.0\"?><C:addressbook-query xmlns:D=\"DAV:\" \
             xmlns:C=\"urn:ietf:params:xml:ns:carddav\"><D:prop><D:getetag/><C:address-data/></D:prop>\
             <C:filter><C:prop-filter name=\"FN\"><C:text-match>{NAME}</C:text-match></C:prop-filter>\
             </C:filter></C:addressbook-query>"
        );
        // The owner, who needs no password here.
        let headers = "Depth: 1\r\nAuthorization: Basic b3duZXI6\r\nContent-Type: text/xml\r\n";
        let at = SocketAddr::from(([127, 0, 0, 1], self.port));
        let answer = line::ask(at, "REPORT /owner/contacts/", headers, &query)?;
        if answer.contains("207") && answer.contains(NAME) {
            return Ok(());
        }
        Err(Error::Page(answer.lines().next().unwrap_or("no answer").to_owned()))
    }
}

impl Drop for Radicale {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
