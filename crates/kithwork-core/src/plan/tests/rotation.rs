//! Which focus is due, and who heard what (row 30).

use super::*;
use crate::facts::Pitch;
use crate::plan::rotation::rotation;

/// A room that met for so many weeks, each meeting with a version; the latest first.
fn gave(given: &[&str], written: &[&str]) -> (Story, PersonId) {
    let mut story = Story::default();
    let guest = story.explorer("Gus Guest", 30);
    story.room("Chamber", 1, i64::try_from(given.len()).unwrap(), &[guest]);
    for (meeting, version) in story.facts.meetings.iter_mut().zip(given) {
        meeting.pitch = Some((*version).to_owned()).filter(|v| !v.is_empty());
    }
    for version in written {
        let id = FactId(story.id());
        story.facts.pitches.push(Pitch::named(id, *version));
    }
    (story, guest)
}

#[test]
fn the_one_unheard_for_longest_comes_first_and_one_never_given_before_all() {
    let given = ["a", "b", "a", "b", "a", "b", "c", "d"];
    let (mut story, _) = gave(&given, &["a", "b", "c", "d"]);
    let due = |story: &Story| rotation(&Book::new(story.facts.clone(), &[]), MONDAY).focus.version;
    assert_eq!(due(&story).as_deref(), Some("d"));
    let id = FactId(story.id());
    story.facts.pitches.push(Pitch::named(id, "e"));
    assert_eq!(due(&story).as_deref(), Some("e"));
    let (all, _) = gave(&["a", "B", " a "], &["a", "b"]);
    assert_eq!(due(&all), None, "letters and blanks make no new focus");
    assert_eq!(due(&Story::default()), None);
}

#[test]
fn everybody_talked_to_is_told_what_they_heard_and_a_meeting_without_a_minute_is_none() {
    let (story, guest) = gave(&["a", "", "b"], &["a"]);
    let told = rotation(&Book::new(story.facts.clone(), &[]), MONDAY);
    let [one] = &told.told[..] else { panic!("{told:#?}") };
    assert_eq!(one.person, guest);
    let heard: Vec<&str> = one.heard.iter().map(|h| h.version.as_str()).collect();
    assert_eq!(heard, ["a", "b"]);
    let b = told.versions.iter().find(|v| v.version == "b").unwrap();
    assert_eq!((b.given, b.meetings_since), (1, Some(1)), "given without being written down");
    // A year on it is no longer news.
    let later = MONDAY.checked_add(60.weeks()).unwrap();
    assert!(rotation(&Book::new(story.facts, &[]), later).told.is_empty());
}
