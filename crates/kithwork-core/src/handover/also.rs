//! What an export holds besides statements, read back: the owner's settings, aims, notes and answers,
//! what people asked for, and what is only planned.
//!
//! ```text
//! statements ─reconcile▶ book ─▶ whom the exported rows mean now ─▶ rows of `also` ─settle▶ book
//! ```

mod giving;
mod lists;

use super::edits::Edits;
use super::ledger::Ledger;
use super::names::name_key;
use super::outcome::{Batch, Outcome};
use super::people::{UNASKED, unasked_key};
use super::question::OF_A_NOTE;
use super::settle::settle;
use crate::change::Edit;
use crate::fact::{Fact, FactKind, Facts};
use crate::facts::{
    Aim, Asks, CardGiven, Conversation, Mention, Need, Note, Offer, PeopleList, Person, Playback,
    Presentation, Project, ProposedIntroduction, Question, Rating, RoomRating, Settings,
    Suppression, Tag, TriggerProblem,
};
use crate::id::{FactId, Ids, PersonId};
use crate::source::Source;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap, HashSet};
use uuid::Uuid;

/// Facts that are the owner's own, and people's rows for what no statement tells of them: whether
/// they asked not to be contacted. Ids are those of the book that was exported.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[expect(missing_docs, reason = "each list is of the facts of its name")]
pub struct Also {
    pub settings: Vec<Settings>,
    pub people: Vec<Person>,
    pub aims: Vec<Aim>,
    pub projects: Vec<Project>,
    pub tags: Vec<Tag>,
    /// Filters kept under a name, each with the names of the rooms it asks for.
    pub people_lists: Vec<(Vec<String>, PeopleList)>,
    pub ratings: Vec<Rating>,
    pub triggers: Vec<TriggerProblem>,
    pub playbacks: Vec<Playback>,
    /// What the owner thinks of rooms, each with the room's name.
    pub room_ratings: Vec<(String, RoomRating)>,
    pub mentions: Vec<Mention>,
    pub needs: Vec<Need>,
    pub offers: Vec<Offer>,
    pub presentations: Vec<Presentation>,
    pub cards_given: Vec<CardGiven>,
    pub proposed_introductions: Vec<ProposedIntroduction>,
    pub notes: Vec<Note>,
    pub questions: Vec<Question>,
    /// Conversations that have not happened, as far as no calendar tells of them.
    pub planned: Vec<Conversation>,
    pub suppressions: Vec<Suppression>,
}

impl Also {
    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Settles a book on an export: as [`reconcile`](super::reconcile) on its statements, and then on
/// what stands beside them. Reading the same export twice changes nothing; what the owner has told
/// this book already stays.
pub fn restore(
    facts: &Facts,
    batches: Vec<Batch<'_>>,
    also: &Also,
    now: Timestamp,
    ids: Ids<'_>,
) -> Outcome {
    let mut begun = facts.clone();
    set(&mut begun, also);
    for row in &also.suppressions {
        add(&mut begun.suppressions, row.clone(), |old| old.id == row.id);
    }
    let first = super::reconcile(&begun, batches, now, &mut *ids);
    let mut book = applied(&begun, &first.edits);
    let means = Means::of(&book, also);
    means.write(&mut book, also);
    let ledger = Ledger::open(&book, Vec::new(), now, &mut *ids);
    let settled = settle(&book, ledger, &[], now, ids, book.questions.as_slice().into());
    let end = applied(&book, &settled.edits);
    Outcome {
        edits: difference(facts, end),
        documents: first.documents,
        open_questions: settled.open_questions,
    }
}

/// The exported settings, wherever this book's owner has not told their own.
fn set(book: &mut Facts, also: &Also) {
    let (Some(mine), Some(theirs)) = (book.settings.first_mut(), also.settings.first()) else {
        return;
    };
    if *mine == Settings::new(mine.book) {
        *mine = Settings { book: mine.book, ..theirs.clone() };
        return;
    }
    if mine.owner_names.is_empty() {
        mine.owner_names.clone_from(&theirs.owner_names);
    }
    if mine.owner_emails.is_empty() {
        mine.owner_emails.clone_from(&theirs.owner_emails);
    }
    mine.currency = mine.currency.or(theirs.currency);
    mine.hours_per_week = mine.hours_per_week.or(theirs.hours_per_week);
    mine.hourly_rate = mine.hourly_rate.or(theirs.hourly_rate);
    mine.words_per_minute = mine.words_per_minute.or(theirs.words_per_minute);
    mine.lock_hours = mine.lock_hours.or(theirs.lock_hours);
    mine.locale = mine.locale.or(theirs.locale);
    mine.matters_most = mine.matters_most.or(theirs.matters_most);
    if mine.level_names.is_empty() {
        mine.level_names.clone_from(&theirs.level_names);
    }
    for (mine, theirs) in [
        (&mut mine.helps, &theirs.helps),
        (&mut mine.excels_at, &theirs.excels_at),
        (&mut mine.differs_by, &theirs.differs_by),
    ] {
        if mine.is_none() {
            mine.clone_from(theirs);
        }
    }
}

/// Adds a row unless it is there already.
fn add<T>(rows: &mut Vec<T>, row: T, is_same: impl Fn(&T) -> bool) {
    if !rows.iter().any(is_same) {
        rows.push(row);
    }
}

/// What the ids of an export mean in this book.
struct Means {
    people: HashMap<PersonId, PersonId>,
    facts: HashMap<FactId, FactId>,
}

impl Means {
    fn of(book: &Facts, also: &Also) -> Self {
        Self { people: people(book, also), facts: told_as_own(book) }
    }

    fn person(&self, old: PersonId) -> Option<PersonId> {
        self.people.get(&old).copied()
    }

    fn everyone(&self, old: &[PersonId]) -> Vec<PersonId> {
        old.iter().filter_map(|id| self.person(*id)).collect()
    }

    fn fact(&self, old: FactId) -> Option<FactId> {
        let person = self.person(PersonId(old.0)).map(FactId::from);
        person.or_else(|| self.facts.get(&old).copied())
    }

    /// Writes the rows, each with what its ids mean here.
    fn write(&self, book: &mut Facts, also: &Also) {
        self.write_people(book, also);
        for old in &also.aims {
            let row = Aim { people: self.everyone(&old.people), ..old.clone() };
            add(&mut book.aims, row, |a| {
                a.id == old.id || (&a.what, a.kind, a.set_on) == (&old.what, old.kind, old.set_on)
            });
        }
        for old in &also.projects {
            let row = Project { people: self.everyone(&old.people), ..old.clone() };
            add(&mut book.projects, row, |p| {
                p.id == old.id || (&p.what, p.begun_on) == (&old.what, old.begun_on)
            });
        }
        for old in &also.notes {
            let facts = old.facts.iter().filter_map(|id| self.fact(*id)).collect();
            let row = Note { people: self.everyone(&old.people), facts, ..old.clone() };
            add(&mut book.notes, row, |n| n.id == old.id || (n.on, &n.text) == (old.on, &old.text));
        }
        self.write_words(book, also);
        self.write_playbacks(book, also);
        self.write_giving(book, also);
        write_room_ratings(book, also);
        self.write_tags(book, also);
        self.write_planned(book, also);
        for question in &also.questions {
            self.write_question(book, question);
        }
    }

    /// Whoever no statement tells of comes along; whoever asked not to be contacted stays so.
    fn write_people(&self, book: &mut Facts, also: &Also) {
        for old in &also.people {
            if let Some(id) = self.person(old.id) {
                let row = book.people.iter_mut().find(|row| row.id == id);
                if let Some(row) = row.filter(|_| old.do_not_contact) {
                    row.do_not_contact = true;
                }
            } else {
                let introduced_by = old.introduced_by.and_then(|id| self.person(id));
                let merged_into = old.merged_into.and_then(|id| self.person(id));
                let alone = Person { met_at: None, introduced_by, merged_into, ..old.clone() };
                add(&mut book.people, alone, |row| row.id == old.id);
            }
        }
    }

    fn write_words(&self, book: &mut Facts, also: &Also) {
        for old in &also.ratings {
            let Some(person) = self.person(old.person) else { continue };
            let row = Rating { person, ..old.clone() };
            add(&mut book.ratings, row, |r| {
                r.id == old.id || (r.person, r.what, r.on) == (person, old.what, old.on)
            });
        }
        for old in &also.mentions {
            let Some(person) = self.person(old.person) else { continue };
            let row = Mention { person, ..old.clone() };
            add(&mut book.mentions, row, |m| {
                m.id == old.id || (m.person, m.on, &m.words) == (person, old.on, &old.words)
            });
        }
        for old in &also.needs {
            let Some(person) = self.person(old.person) else { continue };
            let row = Need { person, ..old.clone() };
            add(&mut book.needs, row, |n| {
                n.id == old.id || (n.person, n.on, &n.what) == (person, old.on, &old.what)
            });
        }
        for old in &also.offers {
            let Some(person) = self.person(old.person) else { continue };
            let row = Offer { person, ..old.clone() };
            add(&mut book.offers, row, |o| {
                o.id == old.id || (o.person, o.on, &o.what) == (person, old.on, &old.what)
            });
        }
    }

    /// A playback of a trigger problem that this book calls by another id names that one.
    fn write_playbacks(&self, book: &mut Facts, also: &Also) {
        let mut here: HashMap<FactId, FactId> = HashMap::new();
        for old in &also.triggers {
            let same = |t: &&TriggerProblem| t.id == old.id || t.what == old.what;
            let id = book.trigger_problems.iter().find(same).map(|t| t.id);
            here.insert(old.id, id.unwrap_or(old.id));
            if id.is_none() {
                book.trigger_problems.push(old.clone());
            }
        }
        for old in &also.playbacks {
            let Some(person) = self.person(old.person) else { continue };
            let trigger = old.trigger.and_then(|id| here.get(&id).copied());
            let row = Playback { person, trigger, ..old.clone() };
            add(&mut book.playbacks, row.clone(), |p| {
                p.id == old.id
                    || (p.person, p.on, p.trigger, &p.words)
                        == (person, old.on, trigger, &row.words)
            });
        }
    }

    fn write_planned(&self, book: &mut Facts, also: &Also) {
        for old in &also.planned {
            let people = self.everyone(&old.people);
            if people.is_empty() {
                continue;
            }
            let row = Conversation { people: people.clone(), ..old.clone() };
            add(&mut book.conversations, row, |c| {
                c.id == old.id || (c.on, c.kind, &c.people) == (old.on, old.kind, &people)
            });
        }
    }

    /// An answer is remembered, and what a note left open is asked on; whatever else stands open is
    /// raised anew.
    fn write_question(&self, book: &mut Facts, old: &Question) {
        let is_of_a_note = old.key.starts_with(OF_A_NOTE);
        if old.answer.is_none() && !is_of_a_note {
            return;
        }
        let subjects: Vec<FactId> =
            old.subjects.iter().map(|id| self.fact(*id).unwrap_or(*id)).collect();
        let known = |id: &FactId| book.people.iter().any(|p| FactId::from(p.id) == *id);
        if old.asks == Asks::SamePerson && !subjects.iter().all(known) {
            return;
        }
        let key = match subjects.as_slice() {
            [a, b, ..] if old.key.starts_with(UNASKED) => unasked_key(*a, *b),
            _ => old.key.clone(),
        };
        let row = Question { key, subjects, ..old.clone() };
        match book.questions.iter_mut().find(|q| q.key == row.key || q.id == row.id) {
            Some(mine) if mine.answer.is_none() && row.answer.is_some() => {
                *mine = Question { id: mine.id, ..row };
            }
            Some(_) => {}
            None => book.questions.push(row),
        }
    }
}

/// What was thought of a room belongs to the room of that name here.
fn write_room_ratings(book: &mut Facts, also: &Also) {
    for (name, old) in &also.room_ratings {
        let named = |r: &&crate::facts::Room| r.id == old.room || r.name == *name;
        let Some(room) = book.rooms.iter().find(named).map(|r| r.id) else { continue };
        add(&mut book.room_ratings, RoomRating { room, ..old.clone() }, |r| {
            r.id == old.id || (r.room, r.on) == (room, old.on)
        });
    }
}

/// Who the exported people are here: of their name, and best by what else they share. Namesakes are
/// taken one for one.
fn people(book: &Facts, also: &Also) -> HashMap<PersonId, PersonId> {
    let here: HashSet<PersonId> = book.people.iter().map(|p| p.id).collect();
    let mut named: HashMap<String, Vec<&Person>> = HashMap::new();
    for person in &book.people {
        named.entry(name_key(&person.name)).or_default().push(person);
    }
    let mut taken: HashSet<PersonId> = HashSet::new();
    let mut means = HashMap::new();
    for old in &also.people {
        if here.contains(&old.id) {
            means.insert(old.id, old.id);
            continue;
        }
        let candidates = named.get(&name_key(&old.name)).map_or(&[][..], Vec::as_slice);
        let best = candidates
            .iter()
            .rev()
            .max_by_key(|new| (likeness(old, new), !taken.contains(&new.id)));
        if let Some(new) = best {
            taken.insert(new.id);
            means.insert(old.id, new.id);
        }
    }
    means
}

/// How much two records of one name share.
fn likeness(old: &Person, new: &Person) -> u8 {
    let shares = |a: &[String], b: &[String]| a.iter().any(|value| b.contains(value));
    let key = shares(&old.emails, &new.emails)
        || shares(&old.phones, &new.phones)
        || shares(&old.urls, &new.urls);
    let same = |a: &Option<String>, b: &Option<String>| a.is_some() && a == b;
    4 * u8::from(key)
        + 2 * u8::from(same(&old.organisation, &new.organisation))
        + u8::from(same(&old.city, &new.city))
}

/// What the owner told the other book carries its row's id there in the key of its statement.
fn told_as_own(book: &Facts) -> HashMap<FactId, FactId> {
    let own = book.statements.iter().filter(|s| s.source == Source::Own);
    own.flat_map(|statement| {
        let parts = statement.key.split(['|', '#']).filter_map(|part| part.parse::<Uuid>().ok());
        parts.map(|old| (FactId(old), statement.subject)).collect::<Vec<_>>()
    })
    .collect()
}

type Rows = BTreeMap<(FactKind, FactId), Fact>;

fn rows(facts: Facts) -> Rows {
    facts.into_all().map(|fact| ((fact.kind(), fact.id()), fact)).collect()
}

/// The facts after these edits.
fn applied(facts: &Facts, edits: &[Edit]) -> Facts {
    let mut rows = rows(facts.clone());
    for edit in edits {
        let Some(subject) = edit.subject() else { continue };
        match &edit.after {
            Some(after) => rows.insert(subject, after.clone()),
            None => rows.remove(&subject),
        };
    }
    let mut facts = Facts::default();
    for fact in rows.into_values() {
        facts.push(fact);
    }
    facts
}

/// The edits that lead from one to the other.
fn difference(before: &Facts, after: Facts) -> Vec<Edit> {
    let (before, after) = (rows(before.clone()), rows(after));
    let mut edits = Edits::default();
    for (subject, row) in &before {
        if !after.contains_key(subject) {
            edits.remove(row);
        }
    }
    for (subject, row) in after {
        edits.put(before.get(&subject), row);
    }
    edits.in_order()
}
