//! Finding people, and what is known of them.

use super::book_of;
use crate::sample::{self, DAY};
use jiff::civil::date;
use kithwork_core::fact::Fact;
use kithwork_core::facts::{Need, Person};
use kithwork_core::id::{BookId, PersonId};
use kithwork_store::{PeopleQuery, PersonHit, Store, StoreError};
use std::sync::Arc;

async fn find(store: &dyn Store, book: BookId, text: &str) -> Vec<PersonHit> {
    let query = PeopleQuery { text: Some(text.to_owned()), ..PeopleQuery::default() };
    store.people(book, &query).await.unwrap()
}

fn names(hits: &[PersonHit]) -> Vec<&str> {
    hits.iter().map(|hit| hit.person.name.as_str()).collect()
}

pub(crate) async fn everyone_is_listed_by_name(store: Arc<dyn Store>) {
    let people = ["Zoë", "ann", "Émile", "Bob"].map(sample::person);
    let aside = Person { set_aside: true, ..sample::person("Carl") };
    let talk = sample::conversation(DAY, &[people[3].id]);
    let mut facts: Vec<Fact> = people.map(Fact::from).to_vec();
    facts.extend([aside.into(), talk.into()]);
    let book = book_of(&*store, facts).await;

    let hits = store.people(book, &PeopleQuery::default()).await.unwrap();
    assert_eq!(names(&hits), ["ann", "Bob", "Émile", "Zoë"]);
    assert_eq!(hits[1].last, Some(DAY));
    assert_eq!(hits[0].last, None);
    let query = PeopleQuery { with_set_aside: true, limit: Some(3), ..PeopleQuery::default() };
    let hits = store.people(book, &query).await.unwrap();
    assert_eq!(names(&hits), ["ann", "Bob", "Carl"]);
    assert_eq!(store.names(book).await.unwrap().len(), 5);
}

pub(crate) async fn a_list_goes_on_after_whoever_came_last(store: Arc<dyn Store>) {
    let mut facts: Vec<Fact> =
        ["Ann", "Ann", "", "Bob", "Zoë"].map(|name| sample::person(name).into()).to_vec();
    facts.push(Person { set_aside: true, ..sample::person("Carl") }.into());
    let book = book_of(&*store, facts).await;
    pages_make_the_whole(&*store, book, &PeopleQuery::default(), 5).await;
    let note = sample::note(DAY, "all of them paint", &everyone(&*store, book).await);
    store.commit(book, &sample::adding([note.into()])).await.unwrap();
    let query = PeopleQuery { text: Some("paint".to_owned()), ..PeopleQuery::default() };
    pages_make_the_whole(&*store, book, &query, 5).await;

    for text in [None, Some("paint".to_owned())] {
        let after = Some(sample::person("Nobody").id);
        let query = PeopleQuery { text, after, ..PeopleQuery::default() };
        assert!(matches!(store.people(book, &query).await, Err(StoreError::NotFound)));
    }
}

async fn everyone(store: &dyn Store, book: BookId) -> Vec<PersonId> {
    let hits = store.people(book, &PeopleQuery::default()).await.unwrap();
    hits.into_iter().map(|hit| hit.person.id).collect()
}

/// Whatever the size of a page, all pages together are the list.
async fn pages_make_the_whole(
    store: &dyn Store,
    book: BookId,
    query: &PeopleQuery,
    expected: usize,
) {
    let whole = store.people(book, query).await.unwrap();
    assert_eq!(whole.len(), expected);
    for size in 1..=6 {
        let mut paged: Vec<PersonHit> = Vec::new();
        loop {
            let after = paged.last().map(|hit| hit.person.id);
            let page = PeopleQuery { limit: Some(size), after, ..query.clone() };
            let page = store.people(book, &page).await.unwrap();
            if page.is_empty() {
                break;
            }
            assert!(page.len() <= size as usize);
            paged.extend(page);
        }
        assert_eq!(paged, whole, "pages of {size}");
    }
}

pub(crate) async fn people_are_found_by_what_is_written_about_them(store: Arc<dyn Store>) {
    let priya = Person {
        organisation: Some("Shah Mortgages".to_owned()),
        what_they_do: Some("Mortgages for nurses".to_owned()),
        ..sample::person("Priya Çelik")
    };
    let tom = sample::person("Tom Vane");
    let note = sample::note(DAY, "Tom's brother needs a mortgage; nurse too", &[tom.id]);
    let book = book_of(&*store, [priya.into(), tom.clone().into(), note.into()]).await;

    assert_eq!(names(&find(&*store, book, "celik PRIYA").await), ["Priya Çelik"]);
    let hits = find(&*store, book, "mortg").await;
    assert_eq!(names(&hits), ["Priya Çelik", "Tom Vane"], "an organisation beats a note");
    assert_eq!(hits[0].matched, ["organisation", "about"]);
    assert_eq!(hits[1].matched, ["note"]);
    assert_eq!(names(&find(&*store, book, "vane nurse").await), ["Tom Vane"]);
    assert!(find(&*store, book, "vane plumber").await.is_empty());

    let need = Need {
        id: sample::fact_id(),
        person: tom.id,
        on: None,
        what: "A plumber".to_owned(),
        met_on: None,
    };
    store.commit(book, &sample::adding([need.clone().into()])).await.unwrap();
    assert_eq!(find(&*store, book, "plumber").await[0].matched, ["need"]);
    let latest = store.latest_change(book, "owner").await.unwrap().unwrap();
    store.commit(book, &sample::undoing(latest)).await.unwrap();
    assert!(find(&*store, book, "plumber").await.is_empty(), "what is gone is not found");
}

pub(crate) async fn a_word_of_every_note_is_found_of_whoever_is_asked_for(store: Arc<dyn Store>) {
    let (zed, ann) = (sample::person("Zed"), sample::person("Ann Spring"));
    let mut facts: Vec<Fact> = vec![sample::note(DAY, "met in spring", &[zed.id]).into()];
    facts.extend((0..2100).map(|_| sample::note(DAY, "spring again", &[ann.id]).into()));
    facts.extend([zed.into(), ann.into()]);
    let book = book_of(&*store, facts).await;

    let hits = find(&*store, book, "zed spring").await;
    assert_eq!(names(&hits), ["Zed"]);
    assert_eq!(hits[0].matched, ["name", "note"]);
    let hits = find(&*store, book, "spring").await;
    assert_eq!(hits[0].matched, ["name", "note"], "a name comes before two thousand notes");
}

pub(crate) async fn hostile_words_find_nothing_and_break_nothing(store: Arc<dyn Store>) {
    let book = book_of(&*store, [sample::person("Ann Near").into()]).await;
    for text in
        ["\"", "*", "a* OR b", "NEAR(ann)", "-ann", "name:ann", "'; --", "\0", "((", "🎉", ""]
    {
        let _hits = find(&*store, book, text).await;
    }
    assert_eq!(names(&find(&*store, book, "\"near\" (ann)*").await), ["Ann Near"]);
    assert!(find(&*store, book, "\"*").await.is_empty());
}

pub(crate) async fn someone_joined_into_another_is_found_there(store: Arc<dyn Store>) {
    let winner = sample::person("Katherine Jones");
    let loser = Person { merged_into: Some(winner.id), ..sample::person("Kit Jones") };
    let talk = sample::conversation(DAY, &[loser.id]);
    let facts: [Fact; 3] = [winner.clone().into(), loser.clone().into(), talk.clone().into()];
    let book = book_of(&*store, facts).await;

    let hits = find(&*store, book, "kit").await;
    assert_eq!(names(&hits), ["Katherine Jones"]);
    assert_eq!(hits[0].last, Some(DAY));
    assert_eq!(store.names(book).await.unwrap(), [(winner.id, winner.name.clone())]);
    let timeline = store.timeline(book, winner.id).await.unwrap();
    assert!(timeline.contains(&talk.into()) && timeline.contains(&loser.into()), "{timeline:?}");
}

pub(crate) async fn a_timeline_is_oldest_first_with_undated_facts_in_front(store: Arc<dyn Store>) {
    let ann = sample::person("Ann");
    let late = sample::conversation(date(2026, 3, 1), &[ann.id]);
    let early = sample::note(date(2019, 12, 31), "first", &[ann.id]);
    let other = sample::conversation(DAY, &[]);
    let facts: [Fact; 4] =
        [late.clone().into(), other.into(), early.clone().into(), ann.clone().into()];
    let book = book_of(&*store, facts).await;
    let timeline = store.timeline(book, ann.id).await.unwrap();
    assert_eq!(timeline, [ann.into(), early.into(), late.into()]);
}
