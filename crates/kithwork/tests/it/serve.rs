//! The server and the demo, as a browser meets them.

use crate::run::Book;
use serde_json::Value;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, Stdio};

/// A running server, ended with the test.
struct Served {
    child: Child,
    said: Vec<String>,
    authority: String,
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
    fn start(book: &Book, args: &[&str]) -> Self {
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

    fn answer(&self, path: &str, host: &str) -> String {
        let mut stream = TcpStream::connect(&self.authority).unwrap();
        let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    fn document(&self, path: &str) -> Value {
        let answer = self.answer(path, &self.authority);
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        let (start, end) = (answer.find("\r\n\r\n").unwrap(), answer.rfind('}').unwrap());
        let body = answer.get(start..=end).unwrap();
        serde_json::from_str(body.get(body.find('{').unwrap()..).unwrap()).unwrap()
    }
}

#[test]
fn the_server_answers_with_the_documents_that_the_command_line_prints() {
    let book = Book::small();
    let served = Served::start(&book, &["serve", "--listen", "127.0.0.1:0"]);
    let review = served.document("/api/v1/review");
    assert_eq!(review, book.json(&["review"]));
    let page = served.answer("/", &served.authority);
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("Kithwork"), "{page}");
    // A note taken beside it shows at once.
    book.text(&["note", "coffee with Nadia Frost"]);
    assert_eq!(served.document("/api/v1/review")["totals"]["people"], 5);
}

#[test]
fn a_page_of_another_site_that_points_here_is_refused() {
    let book = Book::new();
    let served = Served::start(&book, &["serve", "--listen", "127.0.0.1:0"]);
    let answer = served.answer("/api/v1/review", "evil.example");
    assert!(answer.starts_with("HTTP/1.1 4"), "{answer}");
}

#[test]
fn the_demo_shows_review_and_plan_of_a_sample_and_leaves_no_book_behind() {
    let book = Book::new();
    let served = Served::start(&book, &["demo"]);
    let said = served.said.join("\n");
    assert!(said.contains("Review of 16 November 2026"), "{said}");
    assert!(said.contains("The week of 16 November 2026"), "{said}");
    assert!(said.lines().all(|line| line.chars().count() <= 80), "{said}");
    let review = served.document("/api/v1/review");
    assert!(review["totals"]["meetings"].as_u64() > Some(50), "{review}");
    assert!(!book.file().exists());
}
