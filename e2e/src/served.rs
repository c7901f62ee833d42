//! The program as a server on this machine.

use crate::{Owner, Result};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};

/// A running server, ended with the test.
#[derive(Debug)]
pub struct Served {
    child: Child,
    authority: String,
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
        let words = [words, &["serve", "--listen", "127.0.0.1:0"]].concat();
        let mut child = owner.command(&words).stdout(Stdio::piped()).spawn()?;
        let said = child.stdout.take().ok_or("it says nothing")?;
        for line in BufReader::new(said).lines() {
            if let Some((_, rest)) = line?.split_once("http://") {
                let authority = rest.split('/').next().unwrap_or_default().trim().to_owned();
                return Ok(Self { child, authority });
            }
        }
        Err("it named no address".into())
    }

    /// What it answers to a request for a path, head and body.
    ///
    /// # Errors
    /// Where it does not answer.
    pub fn page(&self, path: &str) -> Result<String> {
        let host = &self.authority;
        let mut stream = TcpStream::connect(host)?;
        let asks = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        stream.write_all(asks.as_bytes())?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    }
}
