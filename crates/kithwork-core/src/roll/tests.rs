use super::*;
use crate::fact::Facts;
use crate::facts::{
    Care, Conversation, ConversationKind, Meeting, Rated, Rating, Room, Stage, Tag,
};
use jiff::civil::date;
use uuid::Uuid;

const TODAY: Date = date(2026, 11, 16);

fn person(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(n))
}

fn fact(n: u128) -> FactId {
    FactId(Uuid::from_u128(1000 + n))
}

fn room(n: u128) -> RoomId {
    RoomId(Uuid::from_u128(2000 + n))
}

/// Ann was met at the lunch, talked to there and called; Ben was sat down with a year ago; Cat is set aside.
fn facts() -> Facts {
    let mut facts = Facts::default();
    facts.rooms.push(Room::named(room(1), "Chamber Lunch"));
    let mut ann = Person::named(person(1), "Ann");
    (ann.met_on, ann.met_at) = (Some(date(2026, 10, 1)), Some(room(1)));
    ann.sector = Some("Accountancy".to_owned());
    let mut ben = Person::named(person(2), "Ben");
    (ben.met_on, ben.care) = (Some(date(2025, 9, 1)), Some(Care::Light));
    let mut cat = Person::named(person(3), "Cat");
    cat.set_aside = true;
    facts.people = vec![ann, ben, cat];
    let mut lunch = Meeting::held(fact(1), room(1), date(2026, 10, 8));
    lunch.people = vec![person(1)];
    facts.meetings.push(lunch);
    let kind = ConversationKind::OneToOne;
    facts.conversations.push(Conversation::happened(
        fact(2),
        kind,
        date(2025, 10, 1),
        vec![person(2)],
    ));
    let called = ConversationKind::Call;
    facts.conversations.push(Conversation::happened(
        fact(5),
        called,
        date(2026, 10, 15),
        vec![person(1)],
    ));
    let agreed = Conversation::happened(fact(3), kind, date(2026, 11, 20), vec![person(1)]);
    facts.conversations.push(Conversation { stage: Stage::Agreed, ..agreed });
    facts.tags.push(Tag { id: fact(4), name: "Bakers".to_owned(), people: vec![person(2)] });
    facts
}

fn who(filter: &PeopleFilter) -> Vec<PersonId> {
    let all = roll(&Book::new(facts(), &[]), TODAY, &Params::default());
    all.into_iter().filter(|one| filter.fits(one)).map(|one| one.person).collect()
}

#[test]
fn without_a_choice_everyone_of_the_network_fits() {
    assert_eq!(who(&PeopleFilter::default()), [person(1), person(2)]);
    let aside = PeopleFilter { set_aside: true, ..PeopleFilter::default() };
    assert_eq!(who(&aside), [person(3)]);
}

#[test]
fn words_alone_may_find_whoever_is_set_aside() {
    let words = PeopleFilter { words: Some("cat".to_owned()), ..PeopleFilter::default() };
    assert_eq!(who(&words).len(), 3);
    assert_eq!(who(&PeopleFilter { not_sat_down: true, ..words }), [person(1)]);
}

#[test]
fn each_kind_of_choice_finds_whom_it_is_said_of() {
    let none = PeopleFilter::default;
    for (filter, expected) in [
        (PeopleFilter { rooms: vec![room(1)], ..none() }, 1),
        (PeopleFilter { sectors: vec![" ACCOUNTANCY ".to_owned()], ..none() }, 1),
        (PeopleFilter { not_sat_down: true, ..none() }, 1),
        (PeopleFilter { tags: vec![fact(4)], ..none() }, 2),
        (PeopleFilter { seen_before: Some(date(2026, 1, 1)), ..none() }, 2),
        (PeopleFilter { seen_after: Some(date(2026, 10, 8)), ..none() }, 1),
        (PeopleFilter { levels: vec![1], ..none() }, 1),
        (PeopleFilter { states: vec![State::Dormant], ..none() }, 2),
    ] {
        assert_eq!(who(&filter), [person(expected)], "{filter:?}");
    }
}

/// Row 56: the filter finds whom the review lists, and nobody else.
#[test]
fn undecided_is_who_was_met_with_nothing_since_agreed_or_decided() {
    let mut facts = facts();
    for (n, care) in [(6, None), (7, Some(Care::Light)), (8, None)] {
        let met_on = Some(date(2024, 3, 1));
        facts.people.push(Person { met_on, care, ..Person::named(person(n), "Met once") });
    }
    facts.people.push(Person::named(person(9), "Never met"));
    let agreed = Conversation::happened(
        fact(20),
        ConversationKind::OneToOne,
        date(2026, 11, 30),
        vec![person(8)],
    );
    facts.conversations.push(Conversation { stage: Stage::Agreed, ..agreed });
    let book = Book::new(facts, &[]);
    let undecided = PeopleFilter { undecided: true, ..PeopleFilter::default() };
    let all = roll(&book, TODAY, &Params::default());
    let found: Vec<PersonId> =
        all.iter().filter(|one| undecided.fits(one)).map(|one| one.person).collect();
    assert_eq!(found, [person(6)]);
    let review = crate::review::Review::of(&book, TODAY, &Params::default());
    let listed: Vec<PersonId> = review.pull_back.iter().map(|one| one.person).collect();
    assert_eq!(listed, found);
}

#[test]
fn choices_of_one_kind_widen_and_different_kinds_narrow() {
    let both = PeopleFilter { levels: vec![0, 1], ..PeopleFilter::default() };
    assert_eq!(who(&both).len(), 2);
    assert_eq!(who(&PeopleFilter { tags: vec![fact(4)], ..both.clone() }), [person(2)]);
    assert!(who(&PeopleFilter { levels: vec![5], ..both }).is_empty());
}

#[test]
fn what_is_agreed_for_another_day_is_not_yet_sitting_down() {
    let all = roll(&Book::new(facts(), &[]), date(2026, 11, 20), &Params::default());
    assert!(all[0].has_sat_down, "its day has come");
    let today = roll(&Book::new(facts(), &[]), TODAY, &Params::default());
    assert!(!today[0].has_sat_down);
    assert_eq!(today[0].seen, Some(date(2026, 10, 15)));
}

#[test]
fn nobody_below_getting_to_know_could_refer_however_they_are_rated() {
    let mut facts = facts();
    for (n, what) in [Rated::Trust, Rated::Understanding, Rated::Access].into_iter().enumerate() {
        let id = fact(10 + n as u128);
        facts.ratings.push(Rating { id, person: person(2), what, score: 4, on: Some(TODAY) });
    }
    let all = roll(&Book::new(facts, &[]), TODAY, &Params::default());
    assert!(all.iter().all(|one| !one.could_refer));
}
