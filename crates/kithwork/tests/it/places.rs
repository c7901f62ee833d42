//! Where a book may lie, and where it can't: folders that can't be written, full disks, files that
//! another program holds or that are none of ours.

use crate::run::{Book, Ran, ran};
use serde_json::Value;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::Command;

fn error_of(ran: &Ran) -> (String, String) {
    let document: Value = serde_json::from_str(&ran.out)
        .unwrap_or_else(|cause| panic!("{cause}: {}{}", ran.out, ran.err));
    let text = |name: &str| document["error"][name].as_str().unwrap().to_owned();
    (text("code"), text("hint"))
}

fn allow(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

/// The program run by somebody who may not write everywhere. None where we are root and can't be
/// anybody else, which is said.
fn as_anybody(book: &Path, args: &[&str]) -> Option<Ran> {
    let program = env!("CARGO_BIN_EXE_kithwork");
    let is_root = fs::metadata(book.parent().unwrap()).unwrap().uid() == 0;
    let mut command = if is_root {
        let mut command = Command::new("setpriv");
        command.args(["--reuid=65534", "--regid=65534", "--clear-groups", program]);
        command
    } else {
        Command::new(program)
    };
    command.env_remove("KITHWORK_BOOK").env("HOME", "/nonexistent");
    command.arg("--book").arg(book).args(["--now", crate::run::NOW]).args(args);
    let output = command.output();
    let usable =
        output.as_ref().is_ok_and(|o| !String::from_utf8_lossy(&o.stderr).contains("setpriv:"));
    if !usable {
        eprintln!("skipped: root can’t become anybody else here: {output:?}");
        return None;
    }
    Some(ran(&output.unwrap()))
}

#[test]
fn a_folder_that_can_not_be_written_is_said_and_the_book_stays_whole() {
    let book = Book::small();
    let before = fs::read(book.file()).unwrap();
    let sheet = book.path("people.csv");
    fs::write(&sheet, "name\nNadia Frost\n").unwrap();
    allow(&book.file(), 0o444);
    allow(book.folder.path(), 0o555);
    let note = as_anybody(&book.file(), &["note", "coffee with Nadia Frost", "--json"]);
    let fresh = as_anybody(&book.path("new.kithwork"), &["note", "hello", "--json"]);
    let export = as_anybody(&book.file(), &["export", &book.path("out").to_string_lossy()]);
    let import = as_anybody(&book.file(), &["import", &sheet.to_string_lossy(), "--json"]);
    allow(book.folder.path(), 0o755);
    allow(&book.file(), 0o644);
    for ran in [note, fresh, import].into_iter().flatten() {
        let (code, hint) = error_of(&ran);
        assert_eq!((ran.code, code.as_str()), (1, "book-read-only"), "{}", ran.err);
        assert!(hint.contains("writable"), "{hint}");
    }
    if let Some(export) = export {
        assert_eq!(export.code, 1, "{}", export.out);
    }
    assert!(fs::read(book.file()).unwrap() == before, "not an octet of the book has changed");
    // Checking the search index counts as writing, so it comes last.
    assert_eq!(book.json(&["check"])["sound"], true);
    let mut names: Vec<_> =
        fs::read_dir(book.folder.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    names.retain(|name| name != "people.csv");
    names.retain(|name| !name.to_string_lossy().starts_with("book.kithwork"));
    assert!(names.is_empty(), "{names:?}");
}

/// A small disk of its own, unmounted with the test.
struct Disk(PathBuf);

impl Disk {
    fn mount(at: PathBuf) -> Option<Self> {
        fs::create_dir(&at).unwrap();
        let done =
            Command::new("mount").args(["-t", "tmpfs", "-o", "size=3m", "tmpfs"]).arg(&at).output();
        if done.as_ref().is_ok_and(|output| output.status.success()) {
            return Some(Self(at));
        }
        eprintln!("skipped: no small disk can be mounted here");
        None
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        if let Err(cause) = Command::new("umount").arg(&self.0).status() {
            eprintln!("the small disk stays: {cause}");
        }
    }
}

/// Takes notes until one is refused; how many were kept, and the refusal.
fn notes_until_full(run: impl Fn(&[&str]) -> Ran) -> (usize, Ran) {
    let long = "and we talked about everything under the sun ".repeat(800);
    for round in 0..400 {
        let said = format!("coffee with Nadia Frost number {round} {long}");
        let ran = run(&["note", &said, "--json"]);
        if ran.code != 0 {
            return (round, ran);
        }
    }
    panic!("four hundred long notes fitted");
}

#[test]
fn a_full_disk_is_said_and_what_was_acknowledged_is_there() {
    let place = Book::new();
    let Some(disk) = Disk::mount(place.path("disk")) else { return };
    let file = disk.0.join("book.kithwork");
    let run = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kithwork"));
        command.env_remove("KITHWORK_BOOK").arg("--book").arg(&file);
        ran(&command.args(["--now", crate::run::NOW]).args(args).output().unwrap())
    };
    let (kept, full) = notes_until_full(run);
    let (code, hint) = error_of(&full);
    assert_eq!((full.code, code.as_str()), (1, "disk-full"), "{}", full.err);
    assert!(hint.contains("make room"), "{hint}");
    assert!(kept > 0, "the first note did not fit");
    // The same book with room around it.
    fs::copy(&file, place.file()).unwrap();
    for ending in ["-wal", "-shm"] {
        let beside = PathBuf::from(format!("{}{ending}", file.display()));
        if beside.exists() {
            let to = format!("{}{ending}", place.file().display());
            fs::copy(beside, to).unwrap();
        }
    }
    assert_eq!(place.json(&["check"])["sound"], true);
    let person = place.json(&["person", "Nadia Frost"]);
    let notes = person["timeline"].as_array().unwrap();
    let notes = notes.iter().filter(|moment| moment["kind"] == "note").count();
    assert_eq!(notes, kept, "every note that was acknowledged, and no other");
}

#[test]
fn a_limit_on_files_is_said_like_a_full_disk() {
    let book = Book::new();
    book.json(&["review"]);
    let run = |args: &[&str]| {
        let script = "trap '' XFSZ; ulimit -f 1500; exec \"$@\"";
        let mut command = Command::new("bash");
        command.args(["-c", script, "bash", env!("CARGO_BIN_EXE_kithwork"), "--book"]);
        command.env_remove("KITHWORK_BOOK").arg(book.file());
        ran(&command.args(["--now", crate::run::NOW]).args(args).output().unwrap())
    };
    let (kept, full) = notes_until_full(run);
    assert_eq!((full.code, error_of(&full).0.as_str()), (1, "disk-full"), "{}", full.err);
    assert!(kept > 0);
    assert_eq!(book.json(&["check"])["sound"], true);
    book.json(&["note", "coffee with Nadia Frost once more"]);
}

#[test]
fn a_book_that_another_program_holds_is_busy_and_stays_whole() {
    let book = Book::small();
    let holder = rusqlite::Connection::open(book.file()).unwrap();
    holder.execute_batch("BEGIN IMMEDIATE; UPDATE book SET seq = seq;").unwrap();
    let ran = book.run(&["note", "coffee with Nadia Frost", "--json"]);
    assert_eq!((ran.code, error_of(&ran).0.as_str()), (1, "book-busy"), "{}", ran.err);
    // Reading goes on meanwhile.
    assert_eq!(book.review("2026-11-16")["totals"]["people"], 4);
    holder.execute_batch("ROLLBACK").unwrap();
    drop(holder);
    book.json(&["note", "coffee with Nadia Frost"]);
    assert_eq!(book.json(&["check"])["sound"], true);
}

#[test]
fn another_programs_database_is_no_book_and_stays_as_it_is() {
    let book = Book::new();
    let other = rusqlite::Connection::open(book.file()).unwrap();
    other
        .execute_batch("CREATE TABLE recipe (name TEXT); INSERT INTO recipe VALUES ('soup')")
        .unwrap();
    drop(other);
    let before = fs::read(book.file()).unwrap();
    for args in [&["review", "--json"][..], &["note", "hello", "--json"], &["check", "--json"]] {
        let ran = book.run(args);
        assert_eq!((ran.code, error_of(&ran).0.as_str()), (1, "book-foreign"), "{}", ran.err);
    }
    assert_eq!(fs::read(book.file()).unwrap(), before);
}

#[test]
fn a_folder_is_no_book() {
    let book = Book::new();
    let folder = book.path("a folder");
    fs::create_dir(&folder).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_kithwork"));
    command.env_remove("KITHWORK_BOOK").arg("--book").arg(&folder).args(["review", "--json"]);
    let ran = ran(&command.output().unwrap());
    let (code, hint) = error_of(&ran);
    assert_eq!((ran.code, code.as_str()), (1, "book-unavailable"));
    assert!(hint.contains("is a folder") && hint.contains("book.kithwork"), "{hint}");
    assert!(fs::read_dir(&folder).unwrap().next().is_none(), "nothing was laid in it");
}
