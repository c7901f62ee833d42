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

/// Row 34: a version that is chosen for a meeting is given once that has been.
#[test]
fn a_version_chosen_for_a_meeting_is_given_on_its_day_and_not_before_it_is_said() {
    let (mut story, _) = gave(&["a", "b"], &["a", "b"]);
    let last = story.facts.meetings.first().unwrap().on;
    let given = |story: &Story, on: Date| {
        let told = rotation(&Book::new(story.facts.clone(), &[]), on);
        let a = told.versions.into_iter().find(|v| v.version == "a").unwrap();
        (a.given, a.last_on)
    };
    let tomorrow = last.tomorrow().unwrap();
    for before in [last.yesterday().unwrap(), last] {
        assert_eq!(given(&story, before), (0, None), "only chosen on {before}");
    }
    assert_eq!(given(&story, tomorrow), (1, Some(last)));
    story.facts.meetings[0].pitch_changed = Some(false);
    assert_eq!(given(&story, last), (1, Some(last)), "it is said how it went");
    story.facts.meetings[0].pitch_skipped = Some(true);
    assert_eq!(given(&story, tomorrow), (0, None), "left out");
}

fn prepares(story: &Story) -> Option<String> {
    let plan = story.plan(420);
    of(&plan, ItemKind::PreparePitch).first().map(|item| item.bring[0].clone())
}

/// Row 28: where a minute is ready there is nothing to prepare, and the one that was chosen is the one to prepare.
#[test]
fn a_minute_that_is_chosen_is_the_one_to_prepare_and_one_that_is_ready_is_not() {
    let mut story = Story::default();
    let people: Vec<PersonId> = (0..2).map(|i| story.explorer(&format!("Guest {i}"), 30)).collect();
    story.room("Chamber", 1, 12, &people);
    for version in ["a", "b"] {
        let id = FactId(story.id());
        story.facts.pitches.push(Pitch::named(id, version));
    }
    story.facts.meetings.iter_mut().for_each(|m| m.pitch = Some("a".to_owned()));
    assert_eq!(prepares(&story).as_deref(), Some("“b”: your last 6 meetings have not heard it."));
    let room = story.facts.rooms[0].id;
    let mut next = Meeting::held(FactId(story.id()), room, MONDAY.checked_add(1.day()).unwrap());
    (next.minutes, next.people, next.pitch) = (Some(60), people, Some("a".to_owned()));
    story.facts.meetings.push(next);
    assert!(prepares(&story).unwrap().starts_with("“a”: you chose it."), "{:?}", prepares(&story));
    story.facts.meetings.last_mut().unwrap().pitch_prepared = Some(true);
    assert_eq!(prepares(&story), None);
}

#[test]
fn what_takes_more_than_a_minute_is_never_due() {
    let (mut story, _) = gave(&["a", "b", "a"], &["b", "c"]);
    story.facts.pitches.last_mut().unwrap().text = Some("word ".repeat(260));
    let due = rotation(&Book::new(story.facts, &[]), MONDAY).focus;
    assert_eq!(due.version, None, "{}", due.says);
}

/// Row 27: a locked minute that is changed before its meeting has not been given by that.
#[test]
fn a_locked_version_changed_before_its_meeting_is_not_given_yet() {
    let (mut story, _) = gave(&["a"], &["a"]);
    let tonight = story.facts.meetings[0].on;
    let meeting = &mut story.facts.meetings[0];
    (meeting.pitch_prepared, meeting.pitch_changed) = (Some(false), Some(true));
    let given = |on: Date| rotation(&Book::new(story.facts.clone(), &[]), on).versions[0].last_on;
    assert_eq!((given(tonight), given(tonight.tomorrow().unwrap())), (None, Some(tonight)));
}
