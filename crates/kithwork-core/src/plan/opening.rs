//! The ninety days after a first meeting: five touches, each with a date and a reason (rows 12, 56).
//!
//! What happens in the first weeks decides whether there is a relationship (Vergara Hidd et al. 2023,
//! §3.1). Each step rests on something the owner wrote down; where nothing was, it asks for one line.
//! None of the five asks for anything: the first meeting has no sales ask (row 57).

use crate::book::Book;
use crate::days::{days_after, days_between};
use crate::facts::{Conversation, ConversationKind, Person};
use crate::id::{FactId, PersonId};
use crate::ladder::took_place;
use crate::matching::{plain, sought};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// Days after which a first meeting is an old one.
pub const DAYS: i32 = 90;

/// A step whose day has gone by is worth doing within a week, and the one after it a week later;
/// judgement.
const APART: i32 = 7;

/// One step after a first meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Touch {
    /// The day by which it is worth doing.
    pub by: Date,
    /// Where that day has gone by, or one before it moved: the day by which it is worth doing now.
    pub now_by: Option<Date>,
    /// What kind of thing it is.
    pub kind: TouchKind,
    /// What to do, in plain words.
    pub says: String,
    /// The stored note it rests on; none where it asks for one.
    pub because: Option<FactId>,
    /// Whether it has been done: there was contact for it; for the last step, that they were asked.
    pub is_done: bool,
}

/// The five steps, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TouchKind {
    /// A line that picks up what was talked about.
    Line,
    /// Something useful for what they look for.
    Useful,
    /// An hour together.
    SitDown,
    /// What became of it.
    PickUp,
    /// What they would say the owner does.
    SayBack,
}

/// The steps and the days after the meeting by which each is worth doing; our judgement, after the
/// funnel's 7, 45 and 90 days.
const STEPS: [(TouchKind, i32); 5] = [
    (TouchKind::Line, 2),
    (TouchKind::Useful, 14),
    (TouchKind::SitDown, 40),
    (TouchKind::PickUp, 60),
    (TouchKind::SayBack, DAYS),
];

/// The steps with somebody first met on a day, from the book's facts up to a date. Contact on a later
/// day does one of the first two each; only sitting down does the third, and with it the next of these two: one
/// talk is no second contact. Whatever comes on a day after all three does the fourth.
pub fn touches(book: &Book, person: &Person, met: Date, as_of: Date) -> Vec<Touch> {
    let done = done(book, person, met, as_of);
    let asked = was_asked(book, person.id, met, as_of);
    let known = Known::of(book, person, as_of);
    STEPS
        .iter()
        .enumerate()
        .map(|(at, &(kind, days))| {
            let (says, because) = known.step(kind);
            let by = days_after(met, days);
            let is_done = done.get(at).copied().unwrap_or(asked);
            // What was proposed is not what was done: only that there was contact is known.
            let says = if is_done { happened(kind).to_owned() } else { says };
            Touch { by, now_by: None, kind, says, because, is_done }
        })
        .collect()
}

/// The steps with somebody at a date; none where nobody knows when they were met, or that is longer
/// ago than ninety days, or they asked not to be contacted.
pub fn steps(book: &Book, person: &Person, as_of: Date) -> Option<Vec<Touch>> {
    if person.do_not_contact {
        return None;
    }
    let talked = book.conversations_of(person.id).find(|c| took_place(c, as_of)).map(|c| c.on);
    let seen = book.meetings_of(person.id).map(|m| m.on).find(|&on| on <= as_of);
    let told = person.met_on.filter(|&on| on <= as_of);
    let met = [told, talked, seen].into_iter().flatten().min()?;
    let current = days_between(met, as_of) <= DAYS;
    current.then(|| with_new_days(touches(book, person, met, as_of), as_of))
}

/// Whether somebody met within ninety days has not heard from the owner: the first step is open, and what they
/// began with was no call, letter or hour together.
pub fn is_unheard(book: &Book, person: &Person, as_of: Date) -> bool {
    let mut talks = book.conversations_of(person.id).filter(|talk| took_place(talk, as_of));
    let has_heard = talks.any(|talk| !matches!(talk.kind, ConversationKind::Social));
    let steps = steps(book, person, as_of);
    !has_heard && steps.is_some_and(|steps| steps.first().is_some_and(|line| !line.is_done))
}

/// The steps, each open one whose day has gone by with a new day, and those after it not before that.
pub(super) fn with_new_days(mut touches: Vec<Touch>, today: Date) -> Vec<Touch> {
    let mut before: Option<Date> = None;
    for touch in touches.iter_mut().filter(|touch| !touch.is_done) {
        let from = before.unwrap_or(today);
        let is_late = if before.is_some() { touch.by <= from } else { touch.by < from };
        if is_late {
            touch.now_by = Some(days_after(from, APART));
        }
        // Only a step that moved moves the next one.
        before = touch.now_by;
        if before.is_none() {
            break;
        }
    }
    touches
}

/// Whether they have been asked what they would say the owner does.
fn was_asked(book: &Book, person: PersonId, met: Date, as_of: Date) -> bool {
    let since = |on: Option<Date>| on.is_some_and(|on| met <= on && on <= as_of);
    book.playbacks_of(person).any(|p| since(p.on))
        || book.conversations_of(person).any(|c| since(Some(c.on)) && c.they_know_me.is_some())
}

/// What is known of a step that was done.
fn happened(kind: TouchKind) -> &'static str {
    match kind {
        TouchKind::Line => "You were in touch.",
        TouchKind::Useful => "You were in touch again.",
        TouchKind::SitDown => "You sat down together.",
        TouchKind::PickUp => "You picked up where you were.",
        TouchKind::SayBack => "You asked them to say back what you do.",
    }
}

/// Which of the first four steps have been done.
fn done(book: &Book, person: &Person, met: Date, as_of: Date) -> [bool; 4] {
    let days = days_since(book, person, met, as_of);
    days.values().fold([false; 4], |[line, again, sat, picked_up], &sat_down| {
        let picked_up = picked_up || line && again && sat;
        [true, again || line, sat || sat_down, picked_up]
    })
}

/// The days since the first meeting on which they heard from the owner, in order, and whether the two sat
/// down: a talk, or help or work passed on either way. Talks after a meeting in a room count on its own day.
fn days_since(book: &Book, person: &Person, met: Date, as_of: Date) -> BTreeMap<Date, bool> {
    let mut days = BTreeMap::new();
    let Some(at) = book.person_index(person.id) else { return days };
    let in_room = person.met_at.is_some() || book.meetings_at(at).any(|meeting| meeting.on == met);
    let talks = book.talks_at(at).iter();
    let talks = talks.filter(|talk| talk.took_place(as_of) && talk.follows(Some(met), in_room));
    for talk in talks {
        *days.entry(talk.on).or_default() |= talk.kind.is_one_to_one();
    }
    let help = book.help_at(at).filter_map(|help| help.on);
    let passed_on = book.referrals_at(at).filter_map(|referral| referral.on);
    for on in help.chain(passed_on).filter(|&on| met < on && on <= as_of) {
        days.entry(on).or_default();
    }
    days
}

/// What was written down about somebody.
struct Known<'b> {
    name: &'b str,
    /// What they look for.
    need: Option<(&'b str, FactId)>,
    /// What they do, or for whom.
    does: Option<(&'b str, FactId)>,
    /// Where they were met.
    place: Option<(&'b str, FactId)>,
    /// What was said or promised last.
    said: Option<(&'b str, FactId)>,
    /// What the owner noted of the last talk, or of them.
    noted: Option<(&'b str, FactId)>,
}

impl<'b> Known<'b> {
    fn of(book: &'b Book, person: &'b Person, as_of: Date) -> Self {
        let id = FactId::from(person.id);
        let does = person.what_they_do.as_deref().or(person.who_they_serve.as_deref());
        let room = book.last_met_in(person, as_of).map(|(_, room)| room);
        let talks: Vec<&Conversation> =
            book.conversations_of(person.id).filter(|c| c.on <= as_of).collect();
        let said = talks.iter().rev().find_map(|c| Some((c.objective.as_deref()?, c.id)));
        let noted = talks.iter().rev().find_map(|c| Some((first_line(c.notes.as_deref()?), c.id)));
        let of_them = person.notes.as_deref().map(|notes| (first_line(notes), id));
        Self {
            name: person.name.split_whitespace().next().unwrap_or(&person.name),
            need: book.looked_for(person, as_of),
            does: does.map(|what| (what, id)).filter(is_told),
            place: room.map(|room| (room.name.as_str(), room.id.into())),
            said: said.filter(is_told),
            noted: noted.filter(is_told).or(of_them.filter(is_told)),
        }
    }

    fn step(&self, kind: TouchKind) -> (String, Option<FactId>) {
        match kind {
            TouchKind::Line => self.line(),
            TouchKind::Useful => self.useful(),
            TouchKind::SitDown => self.sit_down(),
            TouchKind::PickUp => self.pick_up(),
            TouchKind::SayBack => self.say_back(),
        }
    }

    fn line(&self) -> (String, Option<FactId>) {
        let name = self.name;
        match (self.need, self.noted, self.place) {
            (Some((need, fact)), _, _) => {
                (format!("Pick up what {name} is looking for: {}.", sought(need)), Some(fact))
            }
            (None, Some((noted, fact)), _) => {
                (format!("Pick up with {name} what you noted: {}.", plain(noted)), Some(fact))
            }
            (None, None, Some((place, fact))) => (
                format!(
                    "Say what you remember of your talk at {place}, and ask what {name} is looking for."
                ),
                Some(fact),
            ),
            (None, None, None) => self.ask("what you talked about"),
        }
    }

    fn useful(&self) -> (String, Option<FactId>) {
        let name = self.name;
        match (self.need, self.does.or(self.noted)) {
            (Some((need, fact)), _) => (
                format!(
                    "Send {name} an article, a name or an idea: {name} is looking for {}.",
                    sought(need)
                ),
                Some(fact),
            ),
            (None, Some((does, fact))) if self.does.is_some() => (
                format!("Send {name} something of use in their work ({}).", plain(does)),
                Some(fact),
            ),
            (None, Some((noted, fact))) => (
                format!("Send {name} something that goes with what you noted: {}.", plain(noted)),
                Some(fact),
            ),
            (None, None) => self.ask("what would be useful to them"),
        }
    }

    fn sit_down(&self) -> (String, Option<FactId>) {
        let name = self.name;
        match (self.does, self.need, self.noted) {
            (Some((does, fact)), ..) => (
                format!(
                    "Sit down together; ask {name} how their work goes ({}), and for whom.",
                    plain(does)
                ),
                Some(fact),
            ),
            (None, Some((need, fact)), _) => (
                format!(
                    "Sit down together; ask {name} more of what they look for: {}.",
                    sought(need)
                ),
                Some(fact),
            ),
            (None, None, Some((noted, fact))) => (
                format!("Sit down together; go on from what you noted: {}.", plain(noted)),
                Some(fact),
            ),
            (None, None, None) => self.ask("what they do, and for whom"),
        }
    }

    fn pick_up(&self) -> (String, Option<FactId>) {
        let name = self.name;
        match (self.said, self.need, self.noted) {
            (Some((said, fact)), ..) => {
                (format!("Ask {name} what became of it: {}.", plain(said)), Some(fact))
            }
            (None, Some((need, fact)), _) => (
                format!(
                    "Ask {name} whether they have found {}, and whom you could introduce.",
                    sought(need)
                ),
                Some(fact),
            ),
            (None, None, Some((noted, fact))) => {
                (format!("Pick up with {name} again what you noted: {}.", plain(noted)), Some(fact))
            }
            (None, None, None) => self.ask("what you agreed when you last spoke"),
        }
    }

    fn say_back(&self) -> (String, Option<FactId>) {
        let name = self.name;
        let fact = self
            .said
            .or(self.does)
            .or(self.need)
            .or(self.noted)
            .or(self.place)
            .map(|(_, fact)| fact);
        match fact {
            Some(fact) => (
                format!(
                    "Ask {name} what they would tell a friend you do, and say back what they do."
                ),
                Some(fact),
            ),
            None => self.ask("one thing you remember of them"),
        }
    }

    /// Nothing is stored that the step could rest on.
    fn ask(&self, what: &str) -> (String, Option<FactId>) {
        (
            format!("Note in one line {what}: then this step with {} has its reason.", self.name),
            None,
        )
    }
}

/// The first line of a note; what follows are details. A column that a file brought is nothing that was said.
fn first_line(notes: &str) -> &str {
    let mut lines = notes.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.find(|line| !is_column(line)).unwrap_or_default()
}

/// `Connected On: 2026-10-20`: a few words, a colon and a date, a number or an address; `Loves: choirs` is a note.
fn is_column(line: &str) -> bool {
    let (column, value) = line.split_once(": ").unwrap_or_default();
    let is_value = value.starts_with(|c: char| c.is_ascii_digit() || c == '+')
        || value.starts_with("http")
        || value.contains('@');
    is_value && column.split_whitespace().count() <= 3
}

fn is_told(said: &(&str, FactId)) -> bool {
    !said.0.trim().is_empty()
}

/// The step that is due by a day, where one is: the first that has not been done.
pub(super) fn due(touches: &[Touch], met: Date, sunday: Date) -> Option<(usize, &Touch)> {
    let open = touches.iter().enumerate().find(|(_, t)| !t.is_done)?;
    (open.1.by <= sunday && days_between(met, sunday) <= DAYS).then_some(open)
}
