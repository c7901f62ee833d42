//! A running server, as a browser or a program meets it.

use crate::run::Book;
use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};

/// A running server, ended with the test.
pub(crate) struct Served {
    child: Child,
    pub(crate) said: Vec<String>,
    pub(crate) authority: String,
}

impl Drop for Served {
    fn drop(&mut self) {
        if let Err(cause) = self.child.kill() {
            eprintln!("the server had ended: {cause}");
        }
        let ended = self.child.wait();
        eprintln!("the server ended: {ended:?}");
    }
}

impl Served {
    /// Starts it and reads what it prints until it names its address.
    pub(crate) fn start(book: &Book, args: &[&str]) -> Self {
        let child = book.command().args(args).stdout(Stdio::piped()).spawn().unwrap();
        let mut served = Self { child, said: Vec::new(), authority: String::new() };
        let lines = BufReader::new(served.child.stdout.take().unwrap()).lines();
        for line in lines {
            served.said.push(line.unwrap());
            if let Some((_, rest)) = served.said.last().unwrap().split_once("http://") {
                served.authority = rest.split('/').next().unwrap().to_owned();
                return served;
            }
        }
        panic!("it named no address: {:?}", served.said);
    }

    /// What it answers to a request for a path.
    pub(crate) fn answer(&self, path: &str, host: &str) -> String {
        self.ask(&format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"))
    }

    /// What it answers to something sent.
    pub(crate) fn post(&self, path: &str, kind: &str, body: &str) -> String {
        let (host, length) = (&self.authority, body.len());
        self.ask(&format!(
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: {kind}\r\n\
             Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
        ))
    }

    fn ask(&self, request: &str) -> String {
        let mut stream = TcpStream::connect(&self.authority).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// The document at a path.
    pub(crate) fn document(&self, path: &str) -> Value {
        let answer = self.answer(path, &self.authority);
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        let (start, end) = (answer.find("\r\n\r\n").unwrap(), answer.rfind('}').unwrap());
        let body = answer.get(start..=end).unwrap();
        serde_json::from_str(body.get(body.find('{').unwrap()..).unwrap()).unwrap()
    }
}
