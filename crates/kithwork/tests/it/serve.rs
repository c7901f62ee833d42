//! The server and the demo, as a browser meets them.

use crate::run::Book;
use crate::served::Served;
use std::io::{BufRead, BufReader};
use std::process::{Child, Stdio};

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

#[test]
fn people_are_decided_about_on_the_page_and_the_page_takes_it_back() {
    let book = Book::small();
    let met = "name,met_on\nAna Reyes,2026-10-01\nBen Cole,2026-10-01\nCora Dunn,2026-10-01\n";
    std::fs::write(book.path("people.csv"), met).unwrap();
    book.json(&["import", &book.path("people.csv").to_string_lossy()]);
    let served = Served::start(&book, &["serve", "--listen", "127.0.0.1:0"]);
    let waiting = |list: &serde_json::Value| list["people"].as_array().unwrap().clone();
    let before = waiting(&book.json(&["triage"]));
    assert_eq!(before.len(), 3, "{before:#?}");
    let (one, two) = (&before[0]["person"], &before[1]["person"]);
    let (one, two) = (one.as_str().unwrap(), two.as_str().unwrap());
    let page = served.answer("/review", &served.authority);
    assert!(page.contains("action=\"/people/care\"") && page.contains(one), "{page}");

    let form = format!("who={one}&who={two}&care=let_go");
    let answer = served.post("/people/care", "application/x-www-form-urlencoded", &form);
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    assert_eq!(waiting(&book.json(&["triage"])), before[2..]);
    let then = answer.lines().find_map(|line| line.strip_prefix("location: ")).unwrap();
    let page = served.answer(then.split('#').next().unwrap(), &served.authority);
    let undo = page.split('"').find(|part| part.starts_with("/changes/")).unwrap();
    let answer = served.post(undo, "application/x-www-form-urlencoded", "");
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
    assert_eq!(waiting(&book.json(&["triage"])), before);

    // Pressed twice, it is taken back once, and nothing else in its place.
    let again = served.post(undo, "application/x-www-form-urlencoded", "");
    assert!(again.starts_with("HTTP/1.1 303"), "{again}");
    assert_eq!(waiting(&book.json(&["triage"])), before);
    let nobody = served.post("/people/care", "application/x-www-form-urlencoded", "care=light");
    assert!(nobody.starts_with("HTTP/1.1 422") && nobody.contains("Nobody was chosen"), "{nobody}");
}

#[test]
fn programs_decide_about_people_as_the_page_does() {
    let book = Book::small();
    let served = Served::start(&book, &["serve", "--listen", "127.0.0.1:0"]);
    let ada = book.json(&["person", "ada pen"]);
    let body = serde_json::json!({"care": "deepen", "people": [ada["id"]]}).to_string();
    let answer = served.post("/api/v1/triage", "application/json", &body);
    assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("\"deepen\""), "{answer}");
    assert_eq!(book.json(&["person", "ada pen"])["care"], "deepen");
    for wrong in ["{}", "{\"care\":\"adore\",\"people\":[]}", "{\"care\":\"light\",\"people\":[]}"]
    {
        let answer = served.post("/api/v1/triage", "application/json", wrong);
        assert!(answer.starts_with("HTTP/1.1 422") && answer.contains("problem+json"), "{answer}");
    }
}

/// Ends a program as Ctrl-C does, and waits for it.
#[cfg(unix)]
fn interrupted(child: &mut Child) -> std::process::ExitStatus {
    // Every shell has this word; a bare Debian has no program of that name.
    let interrupt = format!("kill -INT {}", child.id());
    let sent = std::process::Command::new("sh").args(["-c", &interrupt]).status().unwrap();
    assert!(sent.success());
    child.wait().unwrap()
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_the_demo_cleanly_and_leaves_nothing_behind() {
    let book = Book::new();
    let temporary = book.path("temporary");
    std::fs::create_dir(&temporary).unwrap();
    let left = || std::fs::read_dir(&temporary).unwrap().count();
    let start = || {
        let mut command = book.command();
        command.env("TMPDIR", &temporary).arg("demo").stdout(Stdio::piped());
        command.spawn().unwrap()
    };
    // Served, and while the sample is still being read: once it has laid its folder.
    let mut served = start();
    let mut lines = BufReader::new(served.stdout.take().unwrap()).lines();
    assert!(lines.any(|line| line.unwrap().contains("http://")));
    assert!(left() > 0, "the sample lies there meanwhile");
    assert_eq!(interrupted(&mut served).code(), Some(0));
    assert_eq!(left(), 0);

    let mut early = start();
    while left() == 0 {
        std::thread::sleep(std::time::Duration::from_millis(1));
    }
    // The folder is there a moment before the signal is listened for.
    std::thread::sleep(std::time::Duration::from_millis(100));
    assert_eq!(interrupted(&mut early).code(), Some(0));
    assert_eq!(left(), 0);
    assert!(!book.file().exists());
}
