//! A book encrypted at rest, through the command line.

use crate::run::{Book, Ran, ran};
use std::fs;

fn run(book: &Book, passphrase: Option<&str>, args: &[&str]) -> Ran {
    let mut command = book.command();
    command.env_remove("KITHWORK_PASSPHRASE");
    if let Some(passphrase) = passphrase {
        command.env("KITHWORK_PASSPHRASE", passphrase);
    }
    ran(&command.args(args).output().unwrap())
}

#[cfg(feature = "encryption")]
#[test]
fn an_encrypted_book_shows_no_name_and_opens_with_nothing_but_its_passphrase() {
    let book = Book::new();
    let mine = Some("it's four words long");
    let done = |args: &[&str]| {
        let ran = run(&book, mine, args);
        assert_eq!(ran.code, 0, "{args:?}: {}{}", ran.out, ran.err);
        ran.out
    };
    done(&["note", "coffee with Nadia Frost, she needs a locksmith"]);
    assert!(done(&["person", "Nadia Frost"]).contains("locksmith"));
    let copy = book.path("copy.kithwork");
    done(&["backup", &copy.to_string_lossy()]);
    for entry in fs::read_dir(book.folder.path()).unwrap() {
        let octets = fs::read(entry.unwrap().path()).unwrap();
        let text = String::from_utf8_lossy(&octets).to_lowercase();
        for trace in ["nadia", "frost", "locksmith", "sqlite format"] {
            assert!(!text.contains(trace), "{trace}");
        }
    }
    for wrong in [None, Some("a guess")] {
        let ran = run(&book, wrong, &["people", "--json"]);
        assert_eq!(ran.code, 1, "{}", ran.out);
        assert!(ran.out.contains("book-foreign") && ran.out.contains("KITHWORK_PASSPHRASE"));
        assert!(!ran.out.contains("Nadia"));
    }
    done(&["note", "call with Tom Vane"]);
    done(&["restore", &copy.to_string_lossy()]);
    assert!(!done(&["people"]).contains("Tom Vane"));
    done(&["check"]);
}

#[cfg(not(feature = "encryption"))]
#[test]
fn a_program_that_can_not_encrypt_says_so_and_lays_no_readable_book() {
    let book = Book::new();
    let ran = run(&book, Some("four words"), &["note", "coffee with Nadia Frost", "--json"]);
    assert_eq!(ran.code, 1, "{}", ran.out);
    assert!(ran.out.contains("encryption"), "{}", ran.out);
    assert!(!book.file().exists());
    // What begins like no database may be an encrypted book.
    fs::write(book.file(), vec![0xa5_u8; 8192]).unwrap();
    let ran = self::run(&book, None, &["people", "--json"]);
    assert!(ran.out.contains("book-foreign") && ran.out.contains("passphrase"), "{}", ran.out);
}
