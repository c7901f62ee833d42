//! What became of last week's plan (row 20): what was done, and what rolls on, with a reason.
//!
//! No plan is stored. Last week's is made again from what was known on its Monday, which gives the
//! same plan, and set against what has been written down since.

use super::{Item, ItemKind, Plan};
use crate::book::Book;
use crate::days::days_after;
use crate::fact::{Fact, Facts};
use crate::facts::{Direction, Party, Stage};
use crate::id::PersonId;
use crate::params::Params;
use jiff::civil::Date;

/// How far a week's plan was carried out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Adherence {
    /// What was done.
    pub done: Vec<Item>,
    /// What was not.
    pub missed: Vec<Item>,
}

impl Adherence {
    /// How far the plan of the week that a day lies in was carried out, going by the book as it is now.
    /// Preparing the minute leaves no trace and is not counted.
    pub fn of_week(book: &Book, week: Date, budget_minutes: u32, params: &Params) -> Self {
        let monday = super::week::Week::of(book, week, budget_minutes, params).monday;
        let then = Book::new(known_before(&book.facts, monday), &[]);
        let plan = Plan::for_week(&then, monday, budget_minutes, params);
        let trace = Trace { book, monday, sunday: days_after(monday, 6) };
        let counted = plan.items.into_iter().filter(|i| i.kind != ItemKind::PreparePitch);
        let (done, missed) = counted.partition(|item| trace.shows(item));
        Self { done, missed }
    }

    /// The share that was done; none where nothing was planned.
    pub fn share(&self) -> Option<f64> {
        let count = |items: &[Item]| u32::try_from(items.len()).map_or(f64::MAX, f64::from);
        let all = count(&self.done) + count(&self.missed);
        (all > 0.0).then(|| count(&self.done) / all)
    }
}

impl Plan {
    /// The plan, saying of what rolls over from the week before why it is here again. Where nothing of
    /// it was done the owner may never have seen that plan: then it says nothing.
    #[must_use]
    pub fn carrying_over(mut self, before: &Adherence) -> Self {
        if before.done.is_empty() {
            return self;
        }
        for item in self.items.iter_mut().filter(|i| i.kind != ItemKind::Meeting) {
            let same = |missed: &&Item| !item.people.is_empty() && missed.people == item.people;
            if let Some(missed) = before.missed.iter().find(same) {
                item.because.push(rolls(missed).to_owned());
            }
        }
        let (done, all) = (before.done.len(), before.done.len() + before.missed.len());
        let rest = if done == all { "" } else { " What still makes sense is here again." };
        self.remarks.push(format!("Last week: {done} of {all} done.{rest}"));
        self
    }
}

/// Why something is here again.
fn rolls(missed: &Item) -> &'static str {
    match missed.kind {
        ItemKind::Promise => "It was in last week's plan, and you promised it.",
        ItemKind::Message | ItemKind::Introduction | ItemKind::Help => {
            "It was in last week's plan, and a few minutes do it."
        }
        _ => "It was in last week's plan, and nothing else has come of it yet.",
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

    fn holds(&self, on: Date) -> bool {
        self.monday <= on && on <= self.sunday
    }

    /// To have asked is to have done it: whether they say yes is theirs.
    fn touched(&self, who: PersonId) -> bool {
        self.book.conversations_of(who).any(|c| c.stage >= Stage::Asked && self.holds(c.on))
    }

    fn attended(&self, item: &Item) -> bool {
        let rooms = self.book.facts.rooms.iter();
        let room = rooms.filter(|r| Some(&r.name) == item.room.as_ref()).map(|r| r.id).next();
        let meetings = &self.book.facts.meetings;
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
