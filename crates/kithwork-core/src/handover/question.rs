//! What only the owner knows: raised, remembered when answered, closed when a later file knows.

use super::edits::Edits;
use super::erased::OF_ERASED;
use super::fold::fold;
use super::people::{People, Who};
use crate::facts::{Asks, Question};
use crate::id::{FactId, Ids, PersonId};
use std::collections::{HashMap, HashSet};

/// At most so many questions stand open at once, the most decisive first.
const AT_MOST: usize = 7;

/// What the keys of questions begin with that a note raised: the note's own reading answers them, and
/// no file closes them.
pub const OF_A_NOTE: &str = "note|";

/// The answer that something is the owner's own life.
pub const PRIVATE: &str = "private";
/// The answer that a name means someone the book does not know yet.
pub const SOMEONE_NEW: &str = "someone new";
/// The answer that words name a group the book does not know yet.
pub const A_NEW_GROUP: &str = "a new group";
/// The answer that an entry is time with people.
pub const TIME_WITH_PEOPLE: &str = "time with people";
/// The answer that an entry is a group or an event.
pub const GROUP_OR_EVENT: &str = "a group or event";

/// A question before it is known whether it was asked before.
#[derive(Clone, Debug)]
pub(super) struct Raised {
    pub(super) key: String,
    pub(super) asks: Asks,
    pub(super) about: Vec<String>,
    pub(super) count: u32,
    pub(super) choices: Vec<String>,
    pub(super) subjects: Vec<FactId>,
}

/// The key of the question whom a name means.
pub(super) fn who_key(name: &str) -> String {
    format!("who-is|{name}")
}

/// What the owner has answered, by the questions' keys.
#[derive(Debug, Default)]
pub(super) struct Answers<'q>(HashMap<&'q str, &'q Question>);

impl<'q> Answers<'q> {
    pub(super) fn read(questions: &'q [Question]) -> Self {
        let answered = questions.iter().filter(|q| q.answer.is_some());
        Self(answered.map(|q| (q.key.as_str(), q)).collect())
    }

    /// The answer to the question of that key.
    pub(super) fn to(&self, key: &str) -> Option<&'q str> {
        self.0.get(key).and_then(|q| q.answer.as_deref())
    }

    /// The fact that was chosen: choices stand in the order of the subjects, further ones after.
    pub(super) fn chosen(&self, key: &str) -> Option<FactId> {
        let question = self.0.get(key)?;
        let answer = question.answer.as_deref()?;
        let at = question.choices.iter().position(|choice| choice == answer)?;
        question.subjects.get(at).copied()
    }

    /// Whether the owner said that a name means someone the book does not know.
    pub(super) fn is_new(&self, name: &str) -> bool {
        self.to(&who_key(name)) == Some(SOMEONE_NEW)
    }

    /// Whom the owner said a name means.
    pub(super) fn person(&self, name: &str, people: &People) -> Option<Who> {
        people.of_id(PersonId(self.chosen(&who_key(name))?.0))
    }
}

/// Writes the questions: asks new ones, closes those that are no longer raised. `known` are those of
/// the book, with whatever has just been answered. Returns how many stand open.
pub(super) fn settle_questions(
    before: &[Question],
    known: &[Question],
    mut raised: Vec<Raised>,
    edits: &mut Edits,
    ids: Ids<'_>,
) -> u32 {
    let answered: HashSet<&str> =
        known.iter().filter(|q| q.answer.is_some()).map(|q| q.key.as_str()).collect();
    raised.retain(|raised| !answered.contains(raised.key.as_str()));
    raised.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.key.cmp(&b.key)));
    raised.dedup_by(|a, b| a.key == b.key);
    raised.truncate(AT_MOST);
    let mut open = u32::try_from(raised.len()).unwrap_or(u32::MAX);
    let mut raised: HashMap<String, Raised> =
        raised.into_iter().map(|raised| (raised.key.clone(), raised)).collect();
    let rows: HashMap<FactId, &Question> = before.iter().map(|q| (q.id, q)).collect();
    for question in known.iter().filter(|q| !q.key.starts_with(OF_A_NOTE)) {
        // Whoever was erased is asked about once, whatever other files arrive meanwhile.
        let stays = question.key.starts_with(OF_ERASED) && !raised.contains_key(&question.key);
        if stays {
            open += u32::from(question.is_open());
            edits.put(rows.get(&question.id).copied(), question.clone());
            continue;
        }
        let after = match raised.remove(&question.key) {
            Some(raised) => raised.into_question(question.id),
            None => Question { closed: question.answer.is_none(), ..question.clone() },
        };
        edits.put(rows.get(&question.id).copied(), after);
    }
    let mut new: Vec<Raised> = raised.into_values().collect();
    new.sort_by(|a, b| a.key.cmp(&b.key));
    for raised in new {
        edits.put(None, raised.into_question(FactId(ids())));
    }
    open
}

impl Raised {
    fn into_question(self, id: FactId) -> Question {
        Question {
            id,
            key: self.key,
            asks: self.asks,
            about: self.about,
            count: self.count,
            choices: self.choices,
            subjects: self.subjects,
            answer: None,
            closed: false,
        }
    }
}

/// A choice among the choices, as the owner may write it.
pub(super) fn matching_choice<'q>(question: &'q Question, choice: &str) -> Option<&'q str> {
    let folded = fold(choice);
    let by_number = choice.trim().parse::<usize>().ok().and_then(|n| n.checked_sub(1));
    let same = |c: &&String| c.as_str() == choice || fold(c) == folded;
    let chosen = question.choices.iter().find(same);
    chosen.or_else(|| question.choices.get(by_number?)).map(String::as_str)
}
