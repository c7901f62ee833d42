//! What a note leaves open, as questions. Their keys begin with `note|` and name the note, the kind
//! of question, its place and the day the note was said on, so that an answer can read it again.

use super::known::Known;
use jiff::civil::Date;
use kithwork_core::capture::{Unclear, Understood};
use kithwork_core::facts::{Asks, Meeting, Question};
use kithwork_core::handover::{A_NEW_GROUP, OF_A_NOTE, SOMEONE_NEW};
use kithwork_core::id::{FactId, Ids, PersonId};

/// What is said of a note of which nothing was written down.
pub(super) const ONLY_KEPT: &str = "kept as you wrote it; nothing else was read out of it";

/// What a question of a note asks about: decided by its key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Key {
    pub(super) note: FactId,
    pub(super) said_on: Date,
    pub(super) kind: Kind,
    /// The number of the unclear thing in the note, counted from 0.
    pub(super) place: usize,
    /// The meeting at which the note was taken.
    pub(super) at: Option<FactId>,
}

/// The note that raises questions.
#[derive(Clone, Copy, Debug)]
pub(super) struct Taken<'a> {
    pub(super) note: FactId,
    pub(super) said_on: Date,
    /// The meeting at which it was taken.
    pub(super) at: Option<&'a Meeting>,
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Who,
    Whose,
    Room,
}

impl Key {
    fn written(&self) -> String {
        let kind = match self.kind {
            Kind::Who => "who",
            Kind::Whose => "whose",
            Kind::Room => "room",
        };
        let at = self.at.map(|at| format!("|{at}")).unwrap_or_default();
        format!("{OF_A_NOTE}{}|{kind}|{}|{}{at}", self.note, self.place, self.said_on)
    }

    pub(super) fn read(key: &str) -> Option<Self> {
        let mut parts = key.strip_prefix(OF_A_NOTE)?.split('|');
        let note = FactId(parts.next()?.parse().ok()?);
        let kind = match parts.next()? {
            "who" => Kind::Who,
            "whose" => Kind::Whose,
            "room" => Kind::Room,
            _ => return None,
        };
        let place = parts.next()?.parse().ok()?;
        let said_on = parts.next()?.parse().ok()?;
        let at = parts.next().and_then(|at| at.parse().ok()).map(FactId);
        Some(Self { note, said_on, kind, place, at })
    }
}

/// The questions a note raises.
pub(super) fn raised(
    understood: &Understood,
    known: &Known,
    taken: &Taken<'_>,
    ids: Ids<'_>,
) -> Vec<Question> {
    let (note, said_on, at) = (taken.note, taken.said_on, taken.at.map(|m| m.id));
    let mut questions = Vec::new();
    for (place, unclear) in understood.unclear.iter().enumerate() {
        let Some((kind, asks, about, candidates)) = asked(unclear, understood, known) else {
            continue;
        };
        let (mut choices, mut subjects) = (Vec::new(), Vec::new());
        for (name, id) in candidates {
            // Namesakes are told apart by their place in the list.
            let twin = choices.iter().filter(|c: &&String| c.starts_with(&name)).count();
            choices.push(if twin == 0 { name } else { format!("{name} ({})", twin + 1) });
            subjects.push(id);
        }
        let new = if kind == Kind::Room { A_NEW_GROUP } else { SOMEONE_NEW };
        choices.push(new.to_owned());
        questions.push(Question {
            id: FactId(ids()),
            key: Key { note, said_on, kind, place, at }.written(),
            asks,
            about: vec![about],
            count: 1,
            choices,
            subjects,
            answer: None,
            closed: false,
        });
    }
    questions
}

type Asked = (Kind, Asks, String, Vec<(String, FactId)>);

fn asked(unclear: &Unclear, understood: &Understood, known: &Known) -> Option<Asked> {
    let person = |id: &PersonId| Some((known.person(*id)?.to_owned(), FactId::from(*id)));
    match unclear {
        Unclear::Who { who } => {
            let named = understood.people.get(*who).filter(|named| named.id.is_none())?;
            let candidates = named.could_be.iter().filter_map(person).collect();
            Some((Kind::Who, Asks::WhoIsThis, named.name.clone(), candidates))
        }
        Unclear::Whose { words, could_be } => {
            let named = could_be.iter().filter_map(|&place| understood.people.get(place));
            let candidates = named.filter_map(|n| person(&n.id?)).collect();
            Some((Kind::Whose, Asks::WhoIsThis, words.clone(), candidates))
        }
        Unclear::WhoThere { words, could_be, .. } => {
            let there = could_be.iter().filter_map(person).collect();
            Some((Kind::Whose, Asks::WhoThere, words.clone(), there))
        }
        Unclear::Room { room } => {
            let named = understood.rooms.get(*room)?;
            let of_the_book = |id: &kithwork_core::id::RoomId| {
                Some((known.room(*id)?.to_owned(), FactId::from(*id)))
            };
            let candidates = named.could_be.iter().filter_map(of_the_book).collect();
            Some((Kind::Room, Asks::WhichRoom, named.name.clone(), candidates))
        }
        Unclear::Meetings { .. }
        | Unclear::NoDay { .. }
        | Unclear::NoPlace { .. }
        | Unclear::Text(_) => None,
    }
}

/// What stayed open, in plain words.
pub(super) fn in_words(understood: &Understood, known: &Known) -> Vec<String> {
    let words = |unclear: &Unclear| match unclear {
        Unclear::Who { who } => {
            let named = understood.people.get(*who);
            let name = named.map_or("", |named| named.name.as_str());
            match named.map(|named| named.could_be.as_slice()) {
                Some([only]) => {
                    let near = known.person(*only).unwrap_or_default();
                    format!("“{name}” could be {near}, or someone new")
                }
                _ => format!("“{name}” could be more than one person"),
            }
        }
        Unclear::Whose { words, .. } => format!("“{words}” doesn’t say who is meant"),
        Unclear::WhoThere { words, .. } => {
            format!("“{words}”: a group never does that, somebody there did. Who there?")
        }
        Unclear::Room { room } => {
            let name = understood.rooms.get(*room).map_or("", |named| named.name.as_str());
            format!("“{name}” could be more than one group")
        }
        Unclear::Meetings { words } => format!(
            "“{words}” tells no meeting from the other: note each by itself with its day and its group, such \
             as “Chamber breakfast Monday 2 h”"
        ),
        Unclear::NoDay { words } => {
            format!("“{words}” names no day: note it again with its day, such as “on 12 June”")
        }
        Unclear::NoPlace { words } => {
            format!("“{words}” stays in your words: it does not say for which meeting or for whom")
        }
        Unclear::Text(_) => ONLY_KEPT.to_owned(),
    };
    let is_known =
        |who: &usize| understood.people.get(*who).is_some_and(|named| named.id.is_some());
    let open = |unclear: &&Unclear| !matches!(unclear, Unclear::Who { who } if is_known(who));
    understood.unclear.iter().filter(open).map(words).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_key_can_be_read_again() {
        let (note, said_on) = (FactId(Uuid::from_u128(7)), jiff::civil::date(2026, 11, 16));
        for at in [None, Some(FactId(Uuid::from_u128(9)))] {
            let key = Key { note, said_on, kind: Kind::Whose, place: 3, at };
            assert_eq!(Key::read(&key.written()), Some(key));
        }
        assert_eq!(Key::read("who-is|sam"), None);
    }
}
