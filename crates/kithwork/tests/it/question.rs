//! Questions and answers.

use crate::run::Book;

#[test]
fn no_questions_is_an_answer_too() {
    let book = Book::new();
    let document = book.json(&["questions"]);
    assert_eq!(document, serde_json::json!({"questions": [], "more": 0}));
    assert_eq!(book.text(&["questions"]), "No questions wait.\n");
}

#[test]
fn an_answer_to_nothing_is_refused() {
    let book = Book::new();
    let id = "01930000-0000-7000-8000-000000000000";
    assert_eq!(book.run(&["answer", id, "yes"]).code, 1);
    assert_eq!(book.run(&["answer", "no-id", "yes"]).code, 2);
}

#[test]
fn questions_answered_one_by_one_come_to_an_end() {
    let book = Book::new();
    let mut calendar = String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
    let titles = [
        "Coffee with Sam",
        "121 Robin",
        "Lunch with Bex",
        "BNI breakfast",
        "Call Jo",
        "Zoom Max",
        "Coffee with Kit",
        "Meet Ash",
        "Drinks with Lou",
        "1-2-1 Fen",
    ];
    let entry = |(at, title): (usize, &&str)| {
        format!(
            "BEGIN:VEVENT\r\nUID:q{at}\r\nDTSTART:202603{:02}T100000\r\nDURATION:PT1H\r\n\
             SUMMARY:{title}\r\nEND:VEVENT\r\n",
            at + 2
        )
    };
    calendar.extend(titles.iter().enumerate().map(entry));
    calendar.push_str("END:VCALENDAR\r\n");
    std::fs::write(book.path("calendar.ics"), calendar).unwrap();
    std::fs::write(book.path("groups.csv"), "name\nBNI Quayside\nBNI Castle\n").unwrap();
    std::fs::write(book.path("people.csv"), "name\nSam Lee\nSam Ward\n").unwrap();
    for name in ["groups.csv", "people.csv", "calendar.ics"] {
        book.json(&["import", &book.path(name).to_string_lossy()]);
    }
    let mut answered = 0;
    loop {
        let document = book.json(&["questions"]);
        let open = document["questions"].as_array().unwrap().clone();
        assert!(open.len() <= 7);
        let Some(first) = open.first() else { break };
        book.json(&["answer", first["id"].as_str().unwrap(), "1"]);
        answered += 1;
        assert!(answered < 50, "the questions never end");
    }
    assert!(answered >= titles.len(), "{answered}");
    assert_eq!(book.json(&["check"])["sound"], true);
    let totals = &book.review("2026-11-16")["totals"];
    assert_eq!(totals["meetings"], 1, "{totals}");
    assert_eq!(totals["one_to_ones"].as_u64(), Some(8), "{totals}");
}
