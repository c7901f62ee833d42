//! How long the store takes for a large book: `cargo run --release -p kithwork-store --example
//! speed`. Compare the load with `sqlite3` selecting the same rows from the file it names.

use kithwork_core::change::{Change, Edit};
use kithwork_core::fact::{Fact, FactKind};
use kithwork_core::facts::{
    Card, Conversation, ConversationKind, Octets, Person, Settings, Statement,
};
use kithwork_core::handover::{Said, SaidPerson};
use kithwork_core::id::{BookId, ChangeId, FactId, PersonId};
use kithwork_core::source::Source;
use kithwork_store::{PeopleQuery, Scope, open};
use std::error::Error;
use std::io::Write;
use std::time::Instant;
use uuid::Uuid;

const PEOPLE: usize = 10_000;
const CONVERSATIONS: usize = 120_000;
const ADDRESSES: usize = 3;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let place = std::env::args().nth(1).ok_or("name a new file or a postgres:// database")?;
    let store = open(&place).await?;
    let book = BookId(Uuid::now_v7());
    store.create_book(&Settings::new(book)).await?;
    let people: Vec<Person> = (0..PEOPLE).map(person).collect();
    let contacts = people.iter().flat_map(facts_of).map(Edit::created).collect();
    timed("import of 10k people, cards and statements", store.commit(book, &change(contacts)))
        .await?;
    let talks = (0..CONVERSATIONS).map(|n| Edit::created(conversation(n, &people))).collect();
    timed("import of 120k conversations", store.commit(book, &change(talks))).await?;
    timed("load for the mind", store.load(book, Scope::Mind)).await?;
    timed("load for the mind, again", store.load(book, Scope::Mind)).await?;
    timed("load of everything", store.load(book, Scope::Whole)).await?;
    let one = change(vec![Edit::created(conversation(1, &people))]);
    timed("one conversation", store.commit(book, &one)).await?;
    let listed = PeopleQuery { limit: Some(100), ..PeopleQuery::default() };
    timed("list of 100", store.people(book, &listed)).await?;
    for text in ["Quill", "bakery lease", "coffee"] {
        let query = PeopleQuery { text: Some(text.to_owned()), ..listed.clone() };
        timed(&format!("search for {text}"), store.people(book, &query)).await?;
    }
    let someone = people.first().ok_or("nobody")?.id;
    timed("timeline", store.timeline(book, someone)).await?;
    timed("names", store.names(book)).await?;
    timed("check", store.check(book)).await?;
    Ok(())
}

async fn timed<T, E>(what: &str, work: impl Future<Output = Result<T, E>>) -> Result<T, E> {
    let start = Instant::now();
    let done = work.await;
    // A benchmark that can't write its result has no use.
    let _written =
        writeln!(std::io::stdout(), "{:>8.1} ms  {what}", start.elapsed().as_secs_f64() * 1e3);
    done
}

fn change(edits: Vec<Edit>) -> Change {
    Change {
        id: ChangeId(Uuid::now_v7()),
        actor: "owner".to_owned(),
        verb: "import".to_owned(),
        at: jiff::Timestamp::UNIX_EPOCH,
        on: None,
        undoes: None,
        from: None,
        edits,
    }
}

fn person(n: usize) -> Person {
    let first = ["Ann", "Bo", "Cy", "Dee", "Ed"].get(n % 5).copied().unwrap_or_default();
    let last = ["Quill", "Rowe", "Stern", "Todd"].get(n % 4).copied().unwrap_or_default();
    Person {
        emails: (0..ADDRESSES)
            .map(|at| format!("{first}.{n}@{at}.example").to_lowercase())
            .collect(),
        organisation: Some(format!("{last} & Co {}", n % 700)),
        role: Some("partner".to_owned()),
        city: Some("Leeds".to_owned()),
        ..Person::named(PersonId(Uuid::now_v7()), format!("{first} {last} {n}"))
    }
}

fn facts_of(person: &Person) -> [Fact; 3] {
    let (id, uid) = (FactId(Uuid::now_v7()), person.id.to_string());
    let octets = Octets(
        format!("BEGIN:VCARD\r\nFN:{}\r\n{}END:VCARD\r\n", person.name, "X-PAD:x\r\n".repeat(20))
            .into_bytes(),
    );
    let said = SaidPerson {
        name: Some(person.name.clone()),
        emails: person.emails.clone(),
        ..SaidPerson::default()
    };
    let statement = Statement {
        id: FactId(Uuid::now_v7()),
        source: Source::Card,
        key: format!("card|{uid}"),
        document: "contacts.vcf".to_owned(),
        about: FactKind::Person,
        subject: person.id.into(),
        written_under: person.id.into(),
        said: Said::Person(Box::new(said)),
        recorded_at: jiff::Timestamp::UNIX_EPOCH,
    };
    [person.clone().into(), Card { id, uid, person: person.id, octets }.into(), statement.into()]
}

fn conversation(n: usize, people: &[Person]) -> Conversation {
    let on = jiff::civil::date(2016, 1, 1)
        .saturating_add(jiff::Span::new().days(i32::try_from(n % 3650).unwrap_or(0)));
    let with = people.get((n * 7919) % people.len().max(1)).map(|person| person.id);
    let notes = ["coffee near the bakery", "spoke about the lease of the bakery", "rang back"];
    Conversation {
        minutes: Some(45),
        objective: Some("learn whom they serve".to_owned()),
        notes: notes.get(n % 3).map(|&note| note.to_owned()).filter(|_| n.is_multiple_of(10)),
        ..Conversation::happened(
            FactId(Uuid::now_v7()),
            ConversationKind::OneToOne,
            on,
            with.into_iter().collect(),
        )
    }
}
