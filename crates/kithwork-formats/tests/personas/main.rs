//! Synthetic networkers, read and settled, against the sums in their truth.json: each folder whole,
//! file by file in several orders, a second time, and with contacts and calendar alone.
//!
//! The personas lie beside the project, not in it; where they are absent the tests say so and pass.

mod folder;
mod truth;

use folder::{Folder, personas};
use kithwork_formats as _;
use truth::Sums;

/// A fixed shuffle: the same orders each time, chosen by nobody.
fn shuffled<T>(mut all: Vec<T>, seed: u64) -> Vec<T> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    for at in (1..all.len()).rev() {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        all.swap(at, usize::try_from(state >> 33).unwrap_or(0) % (at + 1));
    }
    all
}

#[test]
fn a_folder_read_whole_reaches_the_truth() {
    for folder in personas().iter().filter(|folder| folder.has_sheets()) {
        let mut book = folder::TestBook::new();
        book.import(&folder.files);
        assert_eq!(Sums::of(&book.facts, folder), Sums::expected(folder), "{}", folder.name);
    }
}

#[test]
fn a_second_import_of_a_folder_changes_nothing() {
    for folder in personas() {
        let mut book = folder::TestBook::new();
        book.import(&folder.files);
        let again = book.import(&shuffled(folder.files.clone(), 7));
        assert_eq!(again.edits.len(), 0, "{}", folder.name);
    }
}

#[test]
fn files_one_by_one_in_any_order_reach_the_truth() {
    for folder in personas().iter().filter(|folder| folder.has_sheets()) {
        for seed in 1..=3 {
            let mut book = folder::TestBook::new();
            for file in shuffled(folder.files.clone(), seed) {
                book.import(&[file]);
            }
            let sums = Sums::of(&book.facts, folder);
            assert_eq!(sums, Sums::expected(folder), "{} in order {seed}", folder.name);
            assert_eq!(book.import(&folder.files).edits.len(), 0, "{}", folder.name);
        }
    }
}

#[test]
fn contacts_and_calendar_alone_tell_people_rooms_and_one_to_ones() {
    for folder in personas() {
        let mut book = folder::TestBook::new();
        let outcome = book.import(&folder.only(&["contacts.vcf", "calendar.ics"]));
        let (told, expected) = (truth::PhoneOnly::of(&book.facts, &folder), folder.phone_only());
        assert_eq!(told, expected, "{}", folder.name);
        assert!(outcome.open_questions <= 7, "{}: {}", folder.name, outcome.open_questions);
    }
}

/// Titles decide where invitations name nobody.
#[test]
fn titles_alone_tell_most_one_to_ones() {
    for folder in personas() {
        let mut book = folder::TestBook::new();
        let outcome = book.import(&folder.without_attendees());
        let (told, expected) = (truth::PhoneOnly::of(&book.facts, &folder), folder.phone_only());
        assert_eq!(
            (told.rooms, told.meetings),
            (expected.rooms, expected.meetings),
            "{}",
            folder.name
        );
        let share = f64::from(told.one_to_ones) / f64::from(expected.one_to_ones.max(1));
        eprintln!(
            "{}: {told:?} of {expected:?}, {} questions",
            folder.name, outcome.open_questions
        );
        assert!(expected.one_to_ones == 0 || share > 0.6, "{}: {share}", folder.name);
        assert!(outcome.open_questions <= 7, "{}", folder.name);
    }
}

#[test]
fn the_personas_are_found_or_missed_aloud() {
    if personas().is_empty() {
        eprintln!("../shared/personas is not here: nothing was checked");
    }
    assert!(personas().iter().all(|folder: &Folder| !folder.files.is_empty()));
}
