//! Taking a person out of facts that live on without them.

use kithwork_core::erasure::{letters, scrub};
use kithwork_core::fact::{Fact, Facts};
use kithwork_core::facts::{CalendarObject, Card, Meaning, Octets, Person};
use kithwork_core::id::PersonId;
use serde_json::Value;

/// Shorter words of a name (`de`, `Al`) are found in too much else.
const WORD_LETTERS: usize = 3;
/// Shorter numbers are no telephone numbers.
const PHONE_LETTERS: usize = 7;

/// By what a person is known in free text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Traces {
    people: Vec<PersonId>,
    /// Names, addresses and numbers that are theirs alone, lower case.
    own: Vec<Vec<char>>,
    /// The words of their names: theirs only in facts that speak of them.
    words: Vec<Vec<char>>,
}

impl Traces {
    /// By what these records, all of one person, are known among everyone else's facts.
    pub(crate) fn of(people: &[PersonId], facts: &Facts) -> Self {
        let (theirs, others): (Vec<&Person>, Vec<&Person>) =
            facts.people.iter().partition(|person| people.contains(&person.id));
        let is_shared = |name: &str| others.iter().any(|p| letters(&p.name) == letters(name));
        let mut traces = Self { people: people.to_vec(), ..Self::default() };
        for person in theirs {
            let words: Vec<&str> = person.name.split_whitespace().collect();
            if words.len() > 1 && !is_shared(&person.name) {
                traces.own.push(letters(&person.name));
            }
            traces.words.push(letters(&person.name));
            let long = words.into_iter().filter(|word| word.chars().count() >= WORD_LETTERS);
            traces.words.extend(long.map(letters));
            let phones = person.phones.iter().filter(|phone| phone.len() >= PHONE_LETTERS);
            traces
                .own
                .extend(person.emails.iter().chain(phones).chain(&person.urls).map(|s| letters(s)));
        }
        for list in [&mut traces.own, &mut traces.words] {
            list.retain(|trace| !trace.is_empty());
            // The longest first, so that a whole name goes before its words.
            list.sort_by_key(|trace| std::cmp::Reverse(trace.len()));
        }
        traces
    }

    /// Whether a text holds what is theirs alone.
    pub(crate) fn are_in(&self, text: &str) -> bool {
        scrub(text, &self.own).is_some()
    }

    /// The fact without the person; none where nothing of it is left.
    pub(crate) fn without(&self, fact: &Fact) -> Option<Fact> {
        let speaks = fact.people().iter().any(|id| self.people.contains(id));
        let kept = if speaks { self.unlinked(fact.clone())? } else { fact.clone() };
        if matches!(kept, Fact::Settings(_)) {
            return Some(kept);
        }
        let own_only = !speaks || matches!(kept, Fact::Person(_));
        Some(scrub_fact(kept, if own_only { &self.own } else { &self.words }, &self.own))
    }

    fn is_them(&self, id: PersonId) -> bool {
        self.people.contains(&id)
    }

    fn unlinked(&self, mut fact: Fact) -> Option<Fact> {
        match &mut fact {
            Fact::Person(person) => {
                person.introduced_by.take_if(|id| self.is_them(*id));
                return (!self.is_them(person.id)).then_some(fact);
            }
            Fact::Aim(aim) => aim.people.retain(|id| !self.is_them(*id)),
            Fact::Project(project) => project.people.retain(|id| !self.is_them(*id)),
            Fact::Tag(tag) => {
                tag.people.retain(|id| !self.is_them(*id));
                return (!tag.people.is_empty()).then_some(fact);
            }
            Fact::Presentation(talk) => {
                talk.people.retain(|id| !self.is_them(*id));
                for point in &mut talk.points {
                    point.needs.retain(|id| !self.is_them(PersonId(id.0)));
                }
            }
            Fact::Meeting(meeting) => meeting.people.retain(|id| !self.is_them(*id)),
            Fact::Business(business) => business.referrer = None,
            Fact::Conversation(conversation) => {
                conversation.people.retain(|id| !self.is_them(*id));
                return (!conversation.people.is_empty()).then_some(fact);
            }
            Fact::Note(note) => {
                note.people.retain(|id| !self.is_them(*id));
                return (!note.people.is_empty()).then_some(fact);
            }
            Fact::Entry(entry) => {
                let Meaning::Conversation { people, .. } = &mut entry.meaning else {
                    return Some(fact);
                };
                people.retain(|id| !self.is_them(*id));
                return (!people.is_empty()).then_some(fact);
            }
            _ => return None,
        }
        Some(fact)
    }
}

/// The fact with its texts scrubbed, one by one: a word that only looks like a name (a kind, a
/// zone) is left, because the fact could not be read without it.
fn scrub_fact(fact: Fact, traces: &[Vec<char>], own: &[Vec<char>]) -> Fact {
    let scrubbed = match &fact {
        Fact::Card(card) => scrub_octets(&card.octets, own)
            .map(|octets| Fact::Card(Card { octets, ..card.clone() })),
        Fact::CalendarObject(object) => scrub_octets(&object.octets, own)
            .map(|octets| Fact::CalendarObject(CalendarObject { octets, ..object.clone() })),
        _ => None,
    };
    let fact = scrubbed.unwrap_or(fact);
    let Ok(mut value) = serde_json::to_value(&fact) else { return fact };
    let mut paths = Vec::new();
    find_texts(&value, &mut String::new(), traces, &mut paths);
    let mut fact = fact;
    for (path, text) in paths {
        let Some(place) = value.pointer_mut(&path) else { continue };
        let before = std::mem::replace(place, Value::String(text));
        match serde_json::from_value(value.clone()) {
            Ok(scrubbed) => fact = scrubbed,
            Err(_unreadable_without) => {
                if let Some(place) = value.pointer_mut(&path) {
                    *place = before;
                }
            }
        }
    }
    fact
}

fn scrub_octets(octets: &Octets, traces: &[Vec<char>]) -> Option<Octets> {
    let text = std::str::from_utf8(&octets.0).ok()?;
    scrub(text, traces).map(|text| Octets(text.into_bytes()))
}

/// Texts that hold traces, by their JSON pointers (RFC 6901), and what is left of them.
fn find_texts(
    value: &Value,
    path: &mut String,
    traces: &[Vec<char>],
    found: &mut Vec<(String, String)>,
) {
    let mut enter = |step: &str, value: &Value| {
        let length = path.len();
        path.push('/');
        path.push_str(&step.replace('~', "~0").replace('/', "~1"));
        find_texts(value, path, traces, found);
        path.truncate(length);
    };
    match value {
        Value::Object(fields) => fields.iter().for_each(|(name, value)| enter(name, value)),
        Value::Array(values) => {
            values
                .iter()
                .zip(0..)
                .for_each(|(value, at): (_, usize)| enter(&at.to_string(), value));
        }
        Value::String(text) => {
            found.extend(scrub(text, traces).map(|text| (path.clone(), text)));
        }
        _ => {}
    }
}
