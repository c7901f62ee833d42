//! How often a book's people are in touch, learned from all of them.

use super::*;

/// A book of people met once a year and a half ago, of whom every fourth was seen each month since.
fn circle(people: u128) -> Book {
    let mut story = Story::new();
    story.facts.people.clear();
    for n in 0..people {
        let person = PersonId(Uuid::from_u128(1000 + n));
        story.facts.people.push(Person::named(person, format!("Person {n}")));
        for month in 1..=if n % 4 == 0 { 12 } else { 1 } {
            let id = story.id();
            let (kind, on) = (ConversationKind::OneToOne, date(2025, month, 3));
            story.facts.conversations.push(Conversation::happened(id, kind, on, vec![person]));
        }
    }
    Book::new(story.facts, &[])
}

/// Row 13: names of a list teach nothing, and thin out nobody who does.
#[test]
fn two_thousand_names_leave_the_rhythm_as_it_was() {
    let (book, own) = (circle(40), |book: &Book| Params::default().learned(book, TODAY).alive);
    let mut listed = book.facts.clone();
    let names = (0..2000).map(|n| PersonId(Uuid::from_u128(100_000 + n)));
    listed.people.extend(names.map(|id| Person::named(id, "Listed")));
    assert_eq!(own(&Book::new(listed, &[])), own(&book));
}

#[test]
fn a_book_of_thirty_people_is_judged_by_its_own_rhythm() {
    let (few, enough) = (circle(29), circle(40));
    assert_eq!(Params::default().learned(&few, TODAY), Params::default());
    let learned = Params::default().learned(&enough, TODAY);
    assert_eq!(learned.alive.learned_from, 40);
    assert_eq!(learned.learned(&few, TODAY), learned, "learned once");
    let person = PersonId(Uuid::from_u128(1001));
    let says =
        |book: &Book, params: &Params| alive(book, person, TODAY, params).unwrap().explanation;
    let (default, own) = (says(&few, &Params::default()), says(&enough, &learned));
    assert!(default.says.ends_with("as a rule of thumb, until this book holds more people."));
    assert!(own.says.ends_with("as 40 people in this book have shown."), "{}", own.says);
    let origin = |explanation: &Explanation| explanation.inputs.last().map(|input| input.origin);
    assert_eq!(origin(&default), Some(Origin::Judgement));
    assert_eq!(origin(&own), Some(Origin::Learned));
}

/// People who are set aside, and those met after the date, teach nothing.
#[test]
fn only_those_of_the_network_and_of_the_past_teach_the_rhythm() {
    let mut facts = circle(40).facts;
    for person in facts.people.iter_mut().take(11) {
        person.set_aside = true;
    }
    let book = Book::new(facts, &[]);
    assert!(!rhythm(&book, TODAY, &Params::default().alive).is_learned());
    let before = rhythm(&circle(40), date(2024, 12, 31), &Params::default().alive);
    assert!(!before.is_learned());
    assert!(!rhythm(&Book::default(), TODAY, &Params::default().alive).is_learned());
}

/// Row 52: the state is named once, by the words beside the name; the sentence below only says why it is not quiet.
#[test]
fn the_chance_names_no_second_state() {
    let ago = |days| crate::days::days_before(TODAY, days);
    let mut told = 0;
    for (last, gap) in (35..400).step_by(7).flat_map(|last| [(last, 30), (last, 60), (last, 90)]) {
        let talks = [2, 1, 0].into_iter().map(|n| ago(last + n * gap));
        let story = talks.fold(Story::new(), Story::one_to_one);
        let story = story.talked(ConversationKind::Message, ago(1));
        let book = Book::new(story.facts.clone(), &[]);
        let says = alive(&book, who(), TODAY, &Params::default()).unwrap().explanation.says;
        assert!(!says.to_lowercase().contains("cooling"), "{says}");
        let warmth = story.standing().warmth.unwrap();
        assert!(["warm", "in touch lately"].contains(&warmth), "{warmth}");
        told += u32::from(says.contains(" Not quiet yet: "));
    }
    assert!(told > 0);
}
