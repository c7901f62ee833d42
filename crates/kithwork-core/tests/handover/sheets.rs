//! Sheets into facts.

use crate::book::{TestBook, meeting, named, person, referral, room, talk, with_email};
use kithwork_core::facts::ConversationKind::{Call, Email, OneToOne};
use kithwork_core::handover::{Record, Said};

fn folder() -> Vec<(&'static str, Vec<Record>)> {
    vec![
        (
            "people.csv",
            vec![person(with_email("Priya Shah", "priya@shah.example")), person(named("Tom Hill"))],
        ),
        ("groups.csv", vec![room("Thursday Chapter")]),
        (
            "meetings.csv",
            vec![
                meeting("2026-03-05", "Thursday Chapter", &["Priya Shah", "Una Bell"]),
                meeting("2026-03-12", "thursday chapter", &["Tom Hill", "me"]),
                meeting("2026-03-12", "Harbour Lunch", &[]),
            ],
        ),
        (
            "interactions.csv",
            vec![
                talk("2026-03-06", OneToOne, &["Priya Shah"]),
                talk("2026-03-06", Email, &["Priya Shah"]),
                talk("2026-03-06", Call, &["Priya Shah"]),
            ],
        ),
        (
            "referrals.csv",
            vec![
                referral("2026-04-01", "Priya Shah", "me", "Acme"),
                referral("2026-04-02", "Thursday Chapter", "me", "Bolt"),
                referral("2026-04-03", "me", "me", "Cog"),
            ],
        ),
    ]
}

#[test]
fn a_folder_becomes_people_rooms_meetings_and_conversations() {
    let mut book = TestBook::new();
    let outcome = book.import(&folder());
    assert_eq!(book.network(), ["Priya Shah", "Tom Hill", "Una Bell"]);
    assert_eq!(book.facts.rooms.len(), 2);
    assert_eq!(book.facts.meetings.len(), 3);
    assert_eq!(book.facts.conversations.len(), 3);
    assert_eq!(book.facts.referrals.len(), 1);
    for document in &outcome.documents {
        assert_eq!(document.read, document.told(), "{}", document.document);
    }
}

#[test]
fn a_referral_whose_giver_is_a_room_or_nobody_is_refused_with_its_line() {
    let mut book = TestBook::new();
    let outcome = book.import(&folder());
    let refused = &outcome.documents[4].refused;
    assert_eq!(refused.len(), 2);
    assert!(refused.iter().all(|r| r.reason == "referral-needs-a-person" && r.line == Some(2)));
}

#[test]
fn a_second_import_changes_nothing() {
    let mut book = TestBook::new();
    book.import(&folder());
    let again = book.import(&folder());
    assert_eq!(again.edits, []);
    assert!(again.documents.iter().all(|d| d.created + d.updated + d.vanished == 0));
}

#[test]
fn files_one_by_one_in_any_order_tell_the_same() {
    let mut whole = TestBook::new();
    whole.import(&folder());
    for turn in 0..5 {
        let mut book = TestBook::new();
        let mut files = folder();
        files.rotate_left(turn);
        for file in files {
            book.import(&[file]);
        }
        assert_eq!(book.network(), whole.network(), "{turn}");
        assert_eq!(book.facts.rooms.len(), whole.facts.rooms.len(), "{turn}");
        assert_eq!(book.facts.meetings.len(), whole.facts.meetings.len(), "{turn}");
        assert_eq!(book.facts.conversations.len(), whole.facts.conversations.len(), "{turn}");
        assert_eq!(book.facts.referrals.len(), whole.facts.referrals.len(), "{turn}");
        assert_eq!(book.import(&folder()).edits, [], "{turn}");
    }
}

#[test]
fn an_empty_cell_says_nothing_and_an_absent_row_stays() {
    let mut book = TestBook::new();
    book.import(&folder());
    let bare = person(named("Priya Shah"));
    let outcome = book.import(&[("people.csv", vec![bare])]);
    assert_eq!(outcome.edits, []);
    assert_eq!((outcome.documents[0].unchanged, outcome.documents[0].vanished), (1, 1));
    assert_eq!(book.network().len(), 3);
}

#[test]
fn the_greater_source_wins_whichever_came_first() {
    let said = |city: &str| {
        let mut said = named("Priya Shah");
        said.city = Some(city.to_owned());
        said
    };
    let mut from_card = person(said("Leeds"));
    from_card.source = kithwork_core::source::Source::Card;
    from_card.key = "card|9".to_owned();
    for swapped in [false, true] {
        let mut book = TestBook::new();
        let mut files = vec![
            ("people.csv", vec![person(said("York"))]),
            ("contacts.vcf", vec![from_card.clone()]),
        ];
        if swapped {
            files.reverse();
        }
        for file in files {
            book.import(&[file]);
        }
        let standing: Vec<_> =
            book.facts.people.iter().filter(|p| p.merged_into.is_none()).collect();
        assert_eq!(standing.len(), 1);
        assert_eq!(standing[0].city.as_deref(), Some("York"));
    }
}

#[test]
fn an_owners_edit_outlives_the_next_import() {
    let mut book = TestBook::new();
    book.import(&folder());
    let row = book.facts.people.iter().find(|p| p.name == "Tom Hill").expect("known").clone();
    let template = book.facts.statements.iter().find(|s| s.subject == row.id.into());
    let mut own = template.expect("told").clone();
    own.id = kithwork_core::id::FactId(uuid::Uuid::from_u128(7));
    own.source = kithwork_core::source::Source::Own;
    own.key = "own|1".to_owned();
    if let Said::Person(said) = &mut own.said {
        said.city = Some("Kendal".to_owned());
    }
    let mut edited = row.clone();
    edited.city = Some("Kendal".to_owned());
    book.apply(&[
        kithwork_core::change::Edit::created(own),
        kithwork_core::change::Edit::changed(row, edited).expect("a change"),
    ]);
    let mut other = named("Tom Hill");
    other.city = Some("Leeds".to_owned());
    book.import(&[("people.csv", vec![person(other)])]);
    let row = book.facts.people.iter().find(|p| p.name == "Tom Hill").expect("known");
    assert_eq!(row.city.as_deref(), Some("Kendal"));
}
