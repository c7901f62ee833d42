//! The rows of people.

use super::super::ledger::{NOBODY, Told};
use super::super::people::{Mention, Someone, Who, person_memory, said_person};
use super::super::record::{Said, SaidPerson};
use super::super::said::{counting, first, is_forgotten, known, ranked, with_columns};
use super::{Ground, Meant, person_id};
use crate::fact::{FactKind, Facts};
use crate::facts::{Person, Statement};
use crate::id::{FactId, PersonId};
use crate::source::Source;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// Writes everyone's row, joins rows that turned out to be one person, and remembers those whom only
/// a mention knows.
pub(super) fn derive_people(ground: &mut Ground<'_, '_>) {
    let before: HashMap<PersonId, &Person> =
        ground.facts.people.iter().map(|p| (p.id, p)).collect();
    let mut standing: HashSet<PersonId> = HashSet::with_capacity(ground.people.everyone.len());
    for at in 0..ground.people.everyone.len() {
        let id = ground.id_of(Who(at));
        standing.insert(id);
        let someone = &ground.people.everyone[at];
        let row = before.get(&id).copied();
        let person = read(ground, someone, id, &before);
        ground.edits.put(row, person);
        // What the owner wrote is put down as theirs once another source speaks of the same person.
        let is_row_alone = someone.told.len() == 1;
        for &told in &someone.told {
            ground.told[told].provisional &= is_row_alone;
            ground.told[told].settle_on(FactKind::Person, id.into());
        }
    }
    remember_mentions(ground);
    retire(ground, &standing);
}

type Rows<'a> = HashMap<PersonId, &'a Person>;

fn read(ground: &Ground<'_, '_>, someone: &Someone, id: PersonId, before: &Rows<'_>) -> Person {
    let said = ranked(ground.told, &someone.told, |said| match said {
        Said::Person(said) => Some(&**said),
        _ => None,
    });
    let fallback = || name_of_stranger(someone, &said);
    let mut person = Person::named(id, first(&said, |s| s.name.clone()).unwrap_or_else(fallback));
    let more = if is_forgotten(&said, "emails") { &[][..] } else { &someone.emails[..] };
    person.emails = gather(counting(&said, "emails"), |s| &s.emails, more);
    person.phones = gather(counting(&said, "phones"), |s| &s.phones, &[]);
    person.urls = gather(&said, |s| &s.urls, &[]);
    for profile in said.iter().filter_map(|s| s.profile.as_ref()) {
        if !person.urls.contains(profile) {
            person.urls.push(profile.clone());
        }
    }
    person.organisation = first(&said, |s| s.organisation.clone());
    person.role = first(&said, |s| s.role.clone());
    person.sector = first(&said, |s| s.sector.clone());
    person.city = first(&said, |s| s.city.clone());
    person.met_on = known!(&said, met_on);
    person.met_at = first(&said, |s| s.met_at.as_deref().and_then(|name| ground.rooms.named(name)))
        .map(|at| ground.rooms.id(at));
    person.introduced_by =
        first(&said, |s| s.introduced_by.as_deref().and_then(|name| introducer(ground, name)))
            .filter(|by| *by != id);
    person.what_they_do = first(&said, |s| s.what_they_do.clone());
    person.who_they_serve = first(&said, |s| s.who_they_serve.clone());
    person.looking_for = first(&said, |s| s.looking_for.clone());
    let decided = first(&said, |s| s.care.map(|care| (care, s.care_on)));
    (person.care, person.care_on) = (decided.map(|d| d.0), decided.and_then(|d| d.1));
    let columns = said.iter().find(|s| !s.extra.is_empty());
    let notes = first(&said, |s| s.notes.clone());
    person.notes = columns.map_or(notes.clone(), |s| with_columns(notes, &s.extra));
    person.set_aside = is_set_aside(ground, someone, before);
    person.do_not_contact = asked_not_to(ground, someone, id, before);
    person
}

/// Contacts that nothing but an address book supports are set aside, and so is whoever may turn out
/// to be someone else, until the owner has answered.
fn is_set_aside(ground: &Ground<'_, '_>, someone: &Someone, before: &Rows<'_>) -> bool {
    if someone.is_organisation || someone.is_in_doubt {
        return true;
    }
    let supports = |&at: &usize| {
        let told = &ground.told[at];
        let row = || before.get(&PersonId(told.statement.written_under.0));
        match told.statement.source {
            Source::Card => false,
            // What the owner wrote on a row counts it in only if the row itself was.
            Source::Own if told.is_of_row() => row().is_some_and(|row| !row.set_aside),
            _ => true,
        }
    };
    !someone.is_supported && !someone.told.iter().any(supports)
}

/// Who asked not to be contacted stays so, under whichever id they asked.
fn asked_not_to(
    ground: &Ground<'_, '_>,
    someone: &Someone,
    id: PersonId,
    before: &Rows<'_>,
) -> bool {
    let asked = |id: &PersonId| before.get(id).is_some_and(|row| row.do_not_contact);
    let written = |&at: &usize| PersonId(ground.told[at].statement.written_under.0);
    asked(&id) || someone.told.iter().map(written).any(|id| asked(&id))
}

fn introducer(ground: &Ground<'_, '_>, name: &str) -> Option<PersonId> {
    match ground.cast.of(name) {
        Some(Meant::Person(who)) => Some(ground.id_of(*who)),
        _ => None,
    }
}

/// Values of all sources, the greatest first, each once.
fn gather(
    said: &[&SaidPerson],
    list: impl Fn(&SaidPerson) -> &Vec<String>,
    more: &[String],
) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for value in said.iter().flat_map(|s| list(s)).chain(more) {
        if !all.contains(value) {
            all.push(value.clone());
        }
    }
    all
}

/// Someone without a name still has one to be found by.
fn name_of_stranger(someone: &Someone, said: &[&SaidPerson]) -> String {
    let mention = someone.mention.as_ref().map(|m| m.name.clone());
    let organisation = first(said, |s| s.organisation.clone());
    let email = first(said, |s| s.emails.first().cloned());
    let phone = first(said, |s| s.phones.first().cloned());
    [mention, organisation, email, phone]
        .into_iter()
        .flatten()
        .next()
        .unwrap_or_else(|| "someone without a name".to_owned())
}

/// A person whom only a mention knows is remembered by a statement of that mention.
fn remember_mentions(ground: &mut Ground<'_, '_>) {
    let mut known: HashMap<String, usize> = HashMap::new();
    for (at, told) in ground.told.iter().enumerate().filter(|(_, t)| t.is_derived()) {
        if said_person(told).is_some() {
            known.insert(told.statement.key.clone(), at);
        }
    }
    for at in 0..ground.people.everyone.len() {
        let someone = &ground.people.everyone[at];
        let Some(mention) = &someone.mention else { continue };
        let id = person_id(ground.people, Who(at));
        let key = person_memory(mention);
        match known.remove(&key) {
            Some(at) => ground.told[at].settle_on(FactKind::Person, id.into()),
            None => remember(ground, mention, &someone.emails, key, id),
        }
    }
    for at in known.into_values() {
        ground.told[at].withdrawn = true;
    }
}

fn remember(
    ground: &mut Ground<'_, '_>,
    mention: &Mention,
    emails: &[String],
    key: String,
    id: PersonId,
) {
    let said = SaidPerson {
        name: Some(mention.name.clone()),
        emails: emails.to_vec(),
        ..SaidPerson::default()
    };
    let statement = Statement {
        id: FactId((ground.ids)()),
        source: mention.source,
        key,
        document: mention.document.clone(),
        about: FactKind::Person,
        subject: id.into(),
        written_under: id.into(),
        said: Said::Person(Box::new(said)),
        recorded_at: ground.now,
    };
    ground.told.push(Told::new(Cow::Owned(statement)));
}

/// Rows that are nobody's any more redirect to who they turned out to be, or go.
fn retire(ground: &mut Ground<'_, '_>, standing: &HashSet<PersonId>) {
    let gone: Vec<&Person> =
        ground.facts.people.iter().filter(|row| !standing.contains(&row.id)).collect();
    if gone.is_empty() {
        return;
    }
    let heirs = heirs(ground);
    let held = held(ground.facts);
    for row in gone {
        let heir = heirs.get(&row.id).copied().filter(|id| standing.contains(id));
        match heir.or(row.merged_into) {
            Some(heir) => {
                ground.edits.put(Some(row), Person { merged_into: Some(heir), ..row.clone() });
            }
            None if held.contains(&row.id) => {}
            None => ground.edits.remove(row),
        }
    }
}

/// Who stands for a row now: whoever its statements speak of.
fn heirs(ground: &Ground<'_, '_>) -> HashMap<PersonId, PersonId> {
    let mut heirs: HashMap<PersonId, PersonId> = HashMap::new();
    for (at, told) in ground.told.iter().enumerate() {
        let Some(said) = said_person(told) else { continue };
        let heir = if told.is_derived() {
            ground.people.heir_of(said).map(|who| ground.id_of(who))
        } else {
            Some(PersonId(told.statement.subject.0))
        };
        let Some(heir) = heir.filter(|id| FactId::from(*id) != NOBODY) else { continue };
        let before = ground.facts.statements.get(at).map(|s| s.subject);
        for old in before.into_iter().chain([told.statement.written_under]) {
            heirs.entry(PersonId(old.0)).or_insert(heir);
        }
    }
    heirs
}

/// The people of whom the owner's own facts speak.
fn held(facts: &Facts) -> HashSet<PersonId> {
    let mut held: HashSet<PersonId> = HashSet::new();
    held.extend(facts.notes.iter().flat_map(|n| &n.people));
    held.extend(facts.aims.iter().flat_map(|a| &a.people));
    held.extend(facts.projects.iter().flat_map(|p| &p.people));
    held.extend(facts.presentations.iter().flat_map(|p| &p.people));
    held.extend(facts.needs.iter().map(|n| n.person));
    held.extend(facts.offers.iter().map(|o| o.person));
    held.extend(facts.cards_given.iter().map(|c| c.person));
    let proposed = facts.proposed_introductions.iter();
    held.extend(proposed.flat_map(|p| [p.person_a, p.person_b]));
    held.extend(facts.mentions.iter().map(|m| m.person));
    held.extend(facts.promises.iter().map(|p| p.person));
    held.extend(facts.help.iter().map(|h| h.person));
    held.extend(facts.ratings.iter().map(|r| r.person));
    held
}
