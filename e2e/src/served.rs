//! The program as a server on this machine.

use crate::{Owner, Result};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, ChildStdout, Stdio};

/// A running server, ended with the test.
#[derive(Debug)]
pub struct Served {
    child: Child,
    /// What answered last keeps the pipe open: a server that says more must not break.
    _said: BufReader<ChildStdout>,
    authority: String,
    phones: Option<String>,
}

impl Drop for Served {
    fn drop(&mut self) {
        // One that has ended by itself needs no ending.
        if self.child.kill().is_ok() {
            drop(self.child.wait());
        }
    }
}

impl Served {
    /// Serves an owner's book on a free port, at the moment of these words (`--now …`).
    ///
    /// # Errors
    /// Where it does not start or names no address.
    pub fn start(owner: &Owner, words: &[&str]) -> Result<Self> {
        Self::run(owner, &[words, &["serve", "--listen", "127.0.0.1:0"]].concat())
    }

    /// Serves an owner's book to phones too, on another free port.
    ///
    /// # Errors
    /// Where it does not start or names no addresses.
    pub fn with_phones(owner: &Owner) -> Result<Self> {
        let served =
            Self::run(owner, &["serve", "--listen", "127.0.0.1:0", "--phone=127.0.0.1:0"])?;
        if served.phones.is_some() { Ok(served) } else { Err("no phone can come in".into()) }
    }

    fn run(owner: &Owner, words: &[&str]) -> Result<Self> {
        let mut child = owner.command(words).stdout(Stdio::piped()).spawn()?;
        let mut said = BufReader::new(child.stdout.take().ok_or("it says nothing")?);
        let authority = named(&mut said, "http://")?;
        let has_phones = words.iter().any(|word| word.starts_with("--phone"));
        let phones = has_phones.then(|| named(&mut said, "https://")).transpose()?;
        Ok(Self { child, _said: said, authority, phones })
    }

    /// The address of its pages, `http://…`.
    pub fn here(&self) -> String {
        format!("http://{}", self.authority)
    }

    /// The address at which phones come in, `https://…`; empty where none can.
    pub fn there(&self) -> String {
        self.phones.as_ref().map(|at| format!("https://{at}")).unwrap_or_default()
    }

    /// What it answers to a request for a path, head and body.
    ///
    /// # Errors
    /// Where it does not answer.
    pub fn page(&self, path: &str) -> Result<String> {
        self.ask(&format!("GET {path} HTTP/1.1"), "")
    }

    /// What it answers to a form sent to a path, head and body.
    ///
    /// # Errors
    /// Where it does not answer.
    pub fn send(&self, path: &str, fields: &[(&str, &str)]) -> Result<String> {
        let fields = fields.iter().map(|(name, value)| format!("{name}={}", encoded(value)));
        let body = fields.collect::<Vec<_>>().join("&");
        self.ask(&format!("POST {path} HTTP/1.1"), &body)
    }

    fn ask(&self, line: &str, body: &str) -> Result<String> {
        let host = &self.authority;
        let mut stream = TcpStream::connect(host)?;
        let kind = "Content-Type: application/x-www-form-urlencoded";
        let length = body.len();
        let asks = format!(
            "{line}\r\nHost: {host}\r\nConnection: close\r\n{kind}\r\nContent-Length: {length}\r\n\r\n{body}"
        );
        stream.write_all(asks.as_bytes())?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    }
}

/// A value as forms send it.
fn encoded(value: &str) -> String {
    let octet = |octet: u8| match octet {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(octet).to_string(),
        _ => format!("%{octet:02X}"),
    };
    value.bytes().map(octet).collect()
}

/// The authority in the next line that names an address of this scheme.
fn named(said: &mut impl BufRead, scheme: &str) -> Result<String> {
    let mut line = String::new();
    while said.read_line(&mut line)? > 0 {
        if let Some((_, rest)) = line.split_once(scheme) {
            return Ok(rest.split('/').next().unwrap_or_default().trim().to_owned());
        }
        line.clear();
    }
    Err("it named no address".into())
}
