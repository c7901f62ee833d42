//! vCards: the stored ones as they were received, and one for everyone of the network who has none.

use super::{escaped, line, said::Names};
use kithwork_core::fact::Facts;
use kithwork_core::facts::Person;
use kithwork_core::id::PersonId;
use std::collections::HashSet;

/// All cards of a book in one file.
pub fn vcards(facts: &Facts) -> Vec<u8> {
    let mut octets = Vec::new();
    let names = Names::of(facts);
    let mut carded: HashSet<PersonId> = HashSet::new();
    for card in &facts.cards {
        carded.extend(names.person(card.person).map(|person| person.id));
        octets.extend(&card.octets.0);
        if !card.octets.0.ends_with(b"\n") {
            octets.extend(b"\r\n");
        }
    }
    for person in facts.people.iter().filter(|p| p.counts() && !carded.contains(&p.id)) {
        push_card(&mut octets, person);
    }
    octets
}

/// A card of version 4.0 (RFC 6350). Notes are the owner's, and stay out of what phones share.
fn push_card(octets: &mut Vec<u8>, person: &Person) {
    let mut push = |line: &str| line::push(octets, line);
    push("BEGIN:VCARD");
    push("VERSION:4.0");
    push(&format!("UID:urn:uuid:{}", person.id));
    push(&format!("FN:{}", escaped(&person.name)));
    for email in &person.emails {
        push(&format!("EMAIL:{}", escaped(email)));
    }
    for phone in &person.phones {
        match phone.strip_prefix('+') {
            Some(_) => push(&format!("TEL;VALUE=uri:tel:{phone}")),
            None => push(&format!("TEL:{}", escaped(phone))),
        }
    }
    if let Some(organisation) = &person.organisation {
        push(&format!("ORG:{}", escaped(organisation)));
    }
    if let Some(role) = &person.role {
        push(&format!("TITLE:{}", escaped(role)));
    }
    if let Some(city) = &person.city {
        push(&format!("ADR:;;;{};;;", escaped(city)));
    }
    for url in &person.urls {
        push(&format!("URL:{}", url.replace(['\r', '\n'], "")));
    }
    push("END:VCARD");
}
