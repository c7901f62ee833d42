//! What became of last week's plan (row 20): what was done, and what rolls on, with a reason.
//!
//! No plan is stored. Last week's is made again from what was known on its Monday, which gives the
//! same plan, and set against what has been written down since.

use super::says::{long, number};
use super::week::{Week, minutes};
use super::{Item, ItemKind, Plan, Status};
use crate::book::Book;
use crate::days::days_after;
use crate::fact::{Fact, Facts};
use crate::facts::{Conversation, Direction, Meeting, Party, Stage};
use crate::id::PersonId;
use crate::params::Params;
use jiff::civil::Date;
use serde::Serialize;

/// More than so much beyond the plan, and a week went to rooms; minutes, judgement.
const BEYOND: u32 = 30;

/// Things named of those that are here again.
const NAMED: usize = 5;

/// How far a week's plan was carried out.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Adherence {
    /// The week's Monday.
    pub week: Date,
    /// What was done.
    pub done: Vec<Item>,
    /// What was not, and why.
    pub missed: Vec<Missed>,
    /// Meetings that a room’s rhythm put into the week and of which nothing is noted: nobody has said whether the owner
    /// was there, so they are neither done nor missed.
    pub unnoted: Vec<Item>,
    /// Minutes as they were planned.
    pub planned: Effort,
    /// Minutes as they were written down.
    pub spent: Effort,
}

/// Minutes of a week.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Effort {
    /// In rooms, travel and preparation included.
    pub rooms: u32,
    /// With people, travel and preparation included.
    pub people: u32,
}

/// Something that was planned and not done.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Missed {
    /// What was planned.
    pub item: Item,
    /// Why, as far as the book tells; in plain words.
    pub why: String,
    /// Whether the plan of the next week holds it again.
    pub is_here_again: bool,
}

impl Adherence {
    /// How far the plan of the week that a day lies in was carried out, going by the book as it is now.
    /// Preparing the minute leaves no trace and is not counted.
    pub fn of_week(book: &Book, week: Date, budget_minutes: u32, params: &Params) -> Self {
        let monday = Week::of(book, week, budget_minutes.into(), params).monday;
        let then = Book::new(known_before(&book.facts, monday), &[]);
        let plan = Plan::for_week(&then, monday, budget_minutes, params);
        let planned = Effort { rooms: plan.meeting_minutes, people: plan.people_minutes };
        let trace = Trace { book, monday, sunday: days_after(monday, 6) };
        let spent = trace.effort(params.plan.one_to_one_minutes);
        let counted = plan.items.into_iter().filter(|i| i.kind != ItemKind::PreparePitch);
        let (done, left): (Vec<Item>, Vec<Item>) = counted.partition(|item| trace.shows(item));
        let (unnoted, missed): (Vec<Item>, Vec<Item>) =
            left.into_iter().partition(|item| trace.is_unnoted(item));
        // A meeting that stands until somebody says yes to something in its place was planned too.
        let as_usual: u32 = plan.as_usual.iter().map(|item| item.minutes).sum();
        let told = Effort { rooms: planned.rooms.saturating_add(as_usual), ..planned };
        let missed = missed.into_iter().map(|item| {
            let why = why(&trace, &item, told, spent);
            Missed { item, why, is_here_again: false }
        });
        Self { week: monday, done, missed: missed.collect(), unnoted, planned, spent }
    }

    /// How many things were planned of which the book tells what became.
    pub fn all(&self) -> usize {
        self.done.len() + self.missed.len()
    }

    /// Whether anything of it was done that the owner would not have done without a plan: more than
    /// going to meetings.
    pub fn was_followed(&self) -> bool {
        self.done.iter().any(|item| item.kind != ItemKind::Meeting)
    }

    /// The share that was done, 0..=1; none where nothing was planned.
    pub fn share(&self) -> Option<f64> {
        let count = |n: usize| u32::try_from(n).map_or(f64::MAX, f64::from);
        (self.all() > 0).then(|| count(self.done.len()) / count(self.all()))
    }

    /// Whether anything was planned at all.
    fn holds_anything(&self) -> bool {
        self.all() > 0 || !self.unnoted.is_empty()
    }

    /// `Last week: 4 of 6 done; here again: Mo Missed, Ana Reyes.` Where none of it is noted, that is said, and no
    /// reproach.
    fn says(&self) -> String {
        let again = self.here_again();
        let unnoted = self.says_unnoted();
        match (self.done.len(), self.all()) {
            (_, 0) => format!("Last week:{unnoted}"),
            (0, 1) => {
                format!(
                    "Last week: one thing was planned, and it is not noted as done{again}.{unnoted}"
                )
            }
            (0, all) => {
                format!(
                    "Last week: {all} things were planned, and none is noted as done{again}.{unnoted}"
                )
            }
            (done, all) => format!("Last week: {done} of {all} done{again}.{unnoted}"),
        }
    }

    /// `; here again: Mo Missed, a table with Ana Reyes, and 2 more`: each thing once, however many people it is with.
    fn here_again(&self) -> String {
        let mut things: Vec<String> = Vec::new();
        for missed in self.missed.iter().filter(|missed| missed.is_here_again) {
            let thing = called(&missed.item.names);
            if !things.contains(&thing) {
                things.push(thing);
            }
        }
        let more = things.len().saturating_sub(NAMED);
        things.truncate(NAMED);
        match (things.as_slice(), more) {
            ([], _) => String::new(),
            (things, 0) => format!("; here again: {}", things.join(", ")),
            (things, more) => format!("; here again: {} and {more} more", things.join(", ")),
        }
    }

    /// ` Of three meetings nothing is noted.`
    fn says_unnoted(&self) -> String {
        match u32::try_from(self.unnoted.len()).unwrap_or(u32::MAX) {
            0 => String::new(),
            1 => " Of one meeting nothing is noted.".to_owned(),
            n => format!(" Of {} meetings nothing is noted.", number(n).to_lowercase()),
        }
    }
}

/// `Ana Reyes`, `Ana Reyes with Ben Cole and Cy Dunn`: one thing, whoever takes part in it.
fn called(names: &[String]) -> String {
    match names {
        [first, others @ ..] if !others.is_empty() => {
            format!("{first} with {}", others.join(" and "))
        }
        names => names.concat(),
    }
}

impl Plan {
    /// The plan with what became of the week before: of what rolls over it says why it is here again.
    /// Where nothing of it was done but going to meetings, the owner may never have seen that plan: then it is
    /// said once what is noted of it, and no thing explains itself by it.
    #[must_use]
    pub fn carrying_over(mut self, mut before: Adherence) -> Self {
        let was_followed = before.was_followed();
        for item in self.items.iter_mut().filter(|i| i.kind != ItemKind::Meeting) {
            let same =
                |missed: &&mut Missed| !item.people.is_empty() && missed.item.people == item.people;
            if let Some(missed) = before.missed.iter_mut().find(same) {
                missed.is_here_again = true;
                if was_followed {
                    item.because.push(format!("It was in last week’s plan. {}", missed.why));
                }
            }
        }
        let held = before.holds_anything();
        if held {
            self.remarks.push(before.says());
        }
        self.last_week = held.then_some(before);
        self
    }
}

/// Why something was not done, as far as the book tells.
fn why(trace: &Trace<'_>, item: &Item, planned: Effort, spent: Effort) -> String {
    let beyond = spent.rooms.saturating_sub(planned.rooms);
    match (item.kind, item.status) {
        (ItemKind::Promise, _) => "You said you would, and it is not noted as done.".to_owned(),
        (ItemKind::Meeting, _) => "You noted that you were not there.".to_owned(),
        (_, Status::Agreed) => "It was agreed, and nothing is noted of it.".to_owned(),
        _ if trace.was_put_off(item) => "You put it off.".to_owned(),
        _ if beyond > BEYOND => {
            let planned = if planned.rooms == 0 { "none".to_owned() } else { long(planned.rooms) };
            format!("The week went to meetings: {}, {planned} of it planned.", long(spent.rooms))
        }
        (ItemKind::Message | ItemKind::Introduction | ItemKind::Help, _) => {
            "A few minutes do it.".to_owned()
        }
        _ if spent == Effort::default() => "Nothing is noted of it.".to_owned(),
        _ => "Nothing else has come of it yet.".to_owned(),
    }
}

/// The facts as they stood before a day: what is dated later, or was settled later, is not known yet.
fn known_before(facts: &Facts, day: Date) -> Facts {
    let mut then = Facts::default();
    for mut fact in facts.clone().into_all() {
        if fact.on().is_some_and(|on| on >= day) {
            continue;
        }
        match &mut fact {
            Fact::Promise(promise) => promise.done_on = promise.done_on.filter(|&on| on < day),
            Fact::Need(need) => need.met_on = need.met_on.filter(|&on| on < day),
            Fact::Offer(offer) => offer.closed_on = offer.closed_on.filter(|&on| on < day),
            _ => {}
        }
        then.push(fact);
    }
    then
}

/// What a week left behind in the book.
struct Trace<'b> {
    book: &'b Book,
    monday: Date,
    sunday: Date,
}

impl Trace<'_> {
    fn shows(&self, item: &Item) -> bool {
        match item.kind {
            ItemKind::Meeting => self.attended(item),
            ItemKind::Promise => item.people.iter().any(|&who| self.kept(who)),
            ItemKind::Introduction => self.introduced(item),
            ItemKind::Help => item.people.iter().any(|&who| self.helped(who) || self.touched(who)),
            _ => item.people.iter().any(|&who| self.touched(who)),
        }
    }

    /// Minutes in rooms and with people, as far as entries say.
    fn effort(&self, usual: u32) -> Effort {
        let facts = &self.book.facts;
        let meetings = facts.meetings.iter().filter(|m| self.holds(m.on));
        let rooms: u64 = meetings.map(|m| m.took_as_usual(self.book.room(m.room)).known()).sum();
        let talks = facts.conversations.iter();
        let talks = talks.filter(|c| c.stage == Stage::Happened && self.holds(c.on));
        let timed = talks.filter(|c| c.minutes.is_some());
        Effort {
            rooms: u32::try_from(rooms).unwrap_or(u32::MAX),
            people: timed.map(|c| minutes(c, usual)).fold(0, u32::saturating_add),
        }
    }

    fn holds(&self, on: Date) -> bool {
        self.monday <= on && on <= self.sunday
    }

    /// To have asked is to have done it: whether they say yes is theirs.
    fn touched(&self, who: PersonId) -> bool {
        self.book
            .conversations_of(who)
            .any(|c| c.stage >= Stage::Asked && self.holds(c.on) || self.was_agreed_for_later(c))
    }

    /// Whether it was asked for in the week and agreed for a day after it. A yes moves the row to its day, so that
    /// only the making of the row tells of the asking.
    fn was_agreed_for_later(&self, talk: &Conversation) -> bool {
        talk.stage >= Stage::Agreed
            && talk.on > self.sunday
            && talk.id.made_on().is_some_and(|on| self.holds(on))
    }

    /// Whether a wish for a later day stands with each whom it is about.
    fn was_put_off(&self, item: &Item) -> bool {
        let is_later = |c: &Conversation| c.stage == Stage::Suggested && c.on > self.sunday;
        let put_off = |&who: &PersonId| self.book.conversations_of(who).any(is_later);
        !item.people.is_empty() && item.people.iter().all(put_off)
    }

    fn attended(&self, item: &Item) -> bool {
        self.is_among(&self.book.facts.meetings, item)
    }

    /// A meeting of which the owner has said neither that they were there nor that they were not.
    fn is_unnoted(&self, item: &Item) -> bool {
        item.kind == ItemKind::Meeting && !self.is_among(&self.book.missed, item)
    }

    /// Whether one of these meetings is one of the item’s room in the week.
    fn is_among(&self, meetings: &[Meeting], item: &Item) -> bool {
        let rooms = self.book.facts.rooms.iter();
        let room = rooms.filter(|r| Some(&r.name) == item.room.as_ref()).map(|r| r.id).next();
        meetings.iter().any(|m| Some(m.room) == room && self.holds(m.on))
    }

    fn kept(&self, who: PersonId) -> bool {
        self.book.promises_of(who).any(|p| p.done_on.is_some_and(|on| self.holds(on)))
    }

    fn helped(&self, who: PersonId) -> bool {
        let given = |h: &crate::facts::Help| h.direction == Direction::Given;
        self.book.help_of(who).any(|h| given(h) && h.on.is_some_and(|on| self.holds(on)))
    }

    fn introduced(&self, item: &Item) -> bool {
        let [one, other] = item.people.as_slice() else { return false };
        let pair = [Party::Person(*one), Party::Person(*other)];
        self.book.introductions_of(*one).any(|i| {
            i.on.is_some_and(|on| self.holds(on))
                && pair.contains(&i.person_a)
                && pair.contains(&i.person_b)
        })
    }
}
