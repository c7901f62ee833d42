//! The synthetic networkers that are handed over beside the project: each sum of each folder.

use crate::run::{Book, without_ids};
use crate::truth::Truth;
use rust_xlsxwriter::Workbook;
use std::fs;
use std::path::{Path, PathBuf};

/// The folders; none where they are not there, which is said.
fn personas() -> Vec<PathBuf> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/personas");
    let Ok(entries) = fs::read_dir(&shared) else {
        eprintln!("skipped: there are no personas beside the project");
        return Vec::new();
    };
    let mut folders: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    folders.retain(|path| path.join("truth.json").exists());
    folders.sort();
    folders
}

fn of_sheets() -> Vec<(PathBuf, Truth)> {
    let all = personas().into_iter().map(|folder| (folder.clone(), Truth::of(&folder)));
    all.filter(|(_, truth)| truth.is_of_sheets()).collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.file_name().is_some_and(|name| name != "truth.json"));
    files.sort();
    files
}

fn name(folder: &Path) -> String {
    folder.file_name().unwrap().to_string_lossy().into_owned()
}

/// All that is wrong with all of them at once: one run tells the whole story.
fn all_right(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn each_folder_whole_reaches_its_truth_and_a_second_import_changes_nothing() {
    let mut wrong = Vec::new();
    for (folder, truth) in of_sheets() {
        let book = Book::new();
        book.json(&["import", &folder.to_string_lossy()]);
        let differences = truth.differences(&book.review(truth.as_of()));
        wrong.extend(differences.into_iter().map(|d| format!("{}: {d}", name(&folder))));
        let again = book.json(&["import", &folder.to_string_lossy()]);
        if !again["change"].is_null() {
            wrong.push(format!("{}: the second import changed something", name(&folder)));
        }
    }
    all_right(&wrong);
}

#[test]
fn each_folder_file_by_file_in_any_order_reaches_the_same_truth() {
    let mut wrong = Vec::new();
    for (at, (folder, truth)) in of_sheets().into_iter().enumerate() {
        let book = Book::new();
        let mut files = files(&folder);
        let shift = (at * 5 + 3) % files.len();
        files.rotate_left(shift);
        if at % 2 == 1 {
            files.reverse();
        }
        for file in &files {
            book.json(&["import", &file.to_string_lossy()]);
        }
        let differences = truth.differences(&book.review(truth.as_of()));
        wrong.extend(differences.into_iter().map(|d| format!("{} shuffled: {d}", name(&folder))));
    }
    all_right(&wrong);
}

#[test]
fn each_folder_exported_and_read_again_gives_the_same_review() {
    let mut wrong = Vec::new();
    for (folder, truth) in of_sheets() {
        let (book, fresh) = (Book::new(), Book::new());
        book.json(&["import", &folder.to_string_lossy()]);
        let out = book.path("out");
        book.text(&["export", &out.to_string_lossy()]);
        fresh.json(&["import", &out.to_string_lossy()]);
        let differences = truth.differences(&fresh.review(truth.as_of()));
        wrong.extend(differences.into_iter().map(|d| format!("{} exported: {d}", name(&folder))));
        let before = without_ids(book.review(truth.as_of()));
        if before != without_ids(fresh.review(truth.as_of())) {
            wrong.push(format!("{}: the review after an export differs", name(&folder)));
        }
    }
    all_right(&wrong);
}

#[test]
fn contacts_and_calendar_alone_tell_people_rooms_and_one_to_ones() {
    let mut wrong = Vec::new();
    for folder in personas() {
        let truth = Truth::of(&folder);
        let Some(phone) = truth.phone_only() else { continue };
        let book = Book::new();
        let (cards, calendar) = (folder.join("contacts.vcf"), folder.join("calendar.ics"));
        let done = book.json(&["import", &cards.to_string_lossy(), &calendar.to_string_lossy()]);
        let asked = done["questions"].as_u64().unwrap();
        let review = book.review(truth.as_of());
        let rooms = review["rooms"].as_array().unwrap();
        let rooms = rooms.iter().filter(|room| room["meetings"].as_u64() > Some(0)).count();
        let found = [
            ("people", review["totals"]["people"].as_u64().unwrap()),
            ("one_to_ones", review["totals"]["one_to_ones"].as_u64().unwrap()),
            ("meetings", review["totals"]["meetings"].as_u64().unwrap()),
            ("rooms", u64::try_from(rooms).unwrap()),
        ];
        for (what, found) in found {
            if phone[what].as_u64() != Some(found) {
                let truth = &phone[what];
                wrong.push(format!("{} phone: {what}: {found} instead of {truth}", name(&folder)));
            }
        }
        if asked > 7 {
            wrong.push(format!("{} phone: {asked} questions", name(&folder)));
        }
    }
    all_right(&wrong);
}

#[test]
fn a_workbook_says_the_same_as_its_sheets() {
    let Some((folder, truth)) = of_sheets().into_iter().next() else { return };
    let book = Book::new();
    let workbook = book.path("handover.xlsx");
    let mut sheets = Workbook::new();
    for file in files(&folder).iter().filter(|f| is_sheet(f)) {
        let sheet = sheets.add_worksheet().set_name(file.file_stem().unwrap().to_string_lossy());
        let sheet = sheet.unwrap();
        let mut rows = csv::ReaderBuilder::new().has_headers(false).from_path(file).unwrap();
        for (row, record) in (0_u32..).zip(rows.records()) {
            for (column, cell) in (0_u16..).zip(record.unwrap().iter()) {
                sheet.write_string(row, column, cell).unwrap();
            }
        }
    }
    sheets.save(&workbook).unwrap();
    book.json(&["import", &workbook.to_string_lossy()]);
    for file in files(&folder).iter().filter(|f| !is_sheet(f)) {
        book.json(&["import", &file.to_string_lossy()]);
    }
    all_right(&truth.differences(&book.review(truth.as_of())));
}

fn is_sheet(file: &Path) -> bool {
    file.extension().is_some_and(|e| e == "csv")
        && file.file_stem().is_some_and(|stem| stem != "Connections")
}
