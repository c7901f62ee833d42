//! The names that rows mention, and whom each one means.

use super::ledger::Told;
use super::names::name_key;
use super::owner::Owner;
use super::people::{Found, Mention, People, Who};
use super::question::Answers;
use super::record::Said;
use super::rooms::Rooms;
use crate::facts::BusinessSource;
use std::collections::{BTreeMap, HashMap};

/// Whom the names in rows mean.
#[derive(Debug, Default)]
pub(super) struct Cast {
    found: HashMap<String, (Meant, u32)>,
}

/// What a name in a row means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meant {
    /// The owner.
    Owner,
    /// Someone.
    Person(Who),
    /// A room, which is nobody.
    Room,
    /// One of several; a question stands.
    Unclear(Vec<Who>),
}

/// The first place that mentions a name.
struct FirstMention<'t, 'a> {
    told: &'t Told<'a>,
    count: u32,
    creates: bool,
}

impl Cast {
    /// Finds out whom all names in rows mean; a name that fits nobody makes a person.
    pub(super) fn call(
        told: &[Told<'_>],
        people: &mut People,
        rooms: &Rooms,
        owner: &Owner,
        answers: &Answers<'_>,
    ) -> Self {
        let mut named: BTreeMap<&str, FirstMention<'_, '_>> = BTreeMap::new();
        for told in told.iter().filter(|t| !t.is_derived() && !t.withdrawn) {
            each_name(told.said(), &mut |name, creates| {
                let first = || FirstMention { told, count: 0, creates };
                let mention = named.entry(name).or_insert_with(first);
                mention.count += 1;
                mention.creates |= creates;
            });
        }
        let mut cast = Self::default();
        for (name, mention) in named {
            if let Some(meant) = meaning(name, &mention, people, rooms, owner, answers) {
                if let Meant::Person(who) = meant {
                    people.get_mut(who).is_supported |= mention.creates;
                }
                cast.found.insert(name.to_owned(), (meant, mention.count));
            }
        }
        cast
    }

    /// Whom a name means; none where it is empty or creates nobody.
    pub(super) fn of(&self, name: &str) -> Option<&Meant> {
        self.found.get(name).map(|(meant, _)| meant)
    }

    /// The names that wait for an answer, how often each stands, and whom it could mean.
    pub(super) fn unclear(&self) -> impl Iterator<Item = (&str, u32, &[Who])> {
        self.found.iter().filter_map(|(name, (meant, count))| match meant {
            Meant::Unclear(whom) => Some((name.as_str(), *count, whom.as_slice())),
            _ => None,
        })
    }
}

fn meaning(
    name: &str,
    mention: &FirstMention<'_, '_>,
    people: &mut People,
    rooms: &Rooms,
    owner: &Owner,
    answers: &Answers<'_>,
) -> Option<Meant> {
    let key = name_key(name);
    if key.is_empty() {
        return None;
    }
    match people.find(&key, owner) {
        Found::Owner => Some(Meant::Owner),
        Found::One(who) => Some(Meant::Person(who)),
        Found::Several(whom) => Some(match answers.person(&key, people) {
            Some(who) => Meant::Person(who),
            None if answers.is_new(&key) => Meant::Person(stranger(key, name, mention, people)),
            None => Meant::Unclear(whom),
        }),
        Found::Nobody if rooms.named(name).is_some() => Some(Meant::Room),
        Found::Nobody if !mention.creates => None,
        Found::Nobody => Some(Meant::Person(stranger(key, name, mention, people))),
    }
}

/// Someone whom only rows name.
fn stranger(key: String, name: &str, mention: &FirstMention<'_, '_>, people: &mut People) -> Who {
    let statement = &mention.told.statement;
    let mention = Mention {
        key,
        name: name.trim().to_owned(),
        source: statement.source,
        document: statement.document.clone(),
    };
    people.introduce(mention, None)
}

/// The people a record names, and whether naming them makes them known.
fn each_name<'s>(said: &'s Said, hear: &mut impl FnMut(&'s str, bool)) {
    match said {
        Said::Person(person) => {
            if let Some(name) = &person.introduced_by {
                hear(name, true);
            }
        }
        Said::Meeting(meeting) => meeting.people.iter().for_each(|name| hear(name, true)),
        Said::Conversation(talk) => talk.people.iter().for_each(|name| hear(name, true)),
        Said::Help(help) => hear(&help.person, true),
        Said::Promise(promise) => hear(&promise.person, true),
        Said::Referral(referral) => {
            hear(&referral.from, true);
            hear(&referral.to, true);
        }
        Said::Introduction(introduction) => {
            for name in
                [&introduction.introduced_by, &introduction.person_a, &introduction.person_b]
            {
                hear(name, true);
            }
        }
        Said::Business(business) => {
            if let Some(name) = &business.source {
                match business.source_kind {
                    Some(BusinessSource::Referral) => hear(name, true),
                    None => hear(name, false),
                    Some(_) => {}
                }
            }
        }
        Said::Room(_)
        | Said::ChannelMonth(_)
        | Said::Pitch(_)
        | Said::Entry(_)
        | Said::Object(_) => {}
    }
}
