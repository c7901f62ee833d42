//! The sheet to prepare a one-to-one with.

use crate::ctx::Ctx;
use crate::error::Result;
use crate::person::moment::day;
use crate::person::{self, Shown};
use crate::{book, conversation, plan, settings};
use jiff::SignedDuration;
use jiff::civil::{Date, Time};
use kithwork_core::fact::Fact;
use kithwork_core::facts::{Conversation, Promise, PromisedBy, Stage};
use kithwork_core::id::PersonId;
use kithwork_core::ladder::Explains;
use kithwork_core::plan::{Item, ItemKind, Plan};
use kithwork_store::Store;
use serde::Serialize;

/// What to know and to bring before sitting down with someone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sheet {
    /// Their name.
    pub name: String,
    /// What they are, and where.
    pub organisation: Option<String>,
    /// The plain label of where they stand.
    pub level: Option<String>,
    /// The same as screens say it: nobody one has talked to is a name only.
    #[serde(skip)]
    pub stands: Option<String>,
    /// Since when they stand there.
    pub since: Option<Date>,
    /// The room they were met in.
    pub met_at: Option<String>,
    /// When something last happened.
    pub last: Option<Date>,
    /// What the coming one is for, where that was said.
    pub objective: Option<String>,
    /// The owner's aims that they matter to.
    pub goals: Vec<String>,
    /// What they do and whom they serve.
    pub about_them: Vec<String>,
    /// What is written down of the last one-to-one, each under what it says.
    pub last_time: Vec<Said>,
    /// What they look for: the owner's chance to help.
    pub looking_for: Vec<String>,
    /// What the owner promised them and has not done yet.
    pub my_promises: Vec<String>,
    /// What they promised.
    pub their_promises: Vec<String>,
    /// The steps of the ninety days after a first meeting that are still open, with their days.
    pub opening: Vec<String>,
    /// Whether they can explain what the owner does.
    pub explains: Option<String>,
    /// What they said about the owner, the latest first.
    pub said: Vec<String>,
    /// What to bring.
    pub bring: Vec<String>,
    /// What to ask.
    pub questions: Vec<String>,
    /// The time together in two halves, theirs first (mission row 66); none with someone not to be contacted.
    pub halves: Vec<Half>,
    /// Whether they asked not to be contacted: nothing is suggested then.
    pub do_not_contact: bool,
}

/// Words of the owner.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Said {
    /// What they say.
    pub of: &'static str,
    /// The words.
    pub words: String,
}

/// One half of a one-to-one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Half {
    /// `theirs` or `mine`: whose work it is about.
    pub whose: &'static str,
    /// How long it is, minutes.
    pub minutes: u32,
    /// When it begins, where that is agreed.
    pub starts: Option<Time>,
    /// When it ends.
    pub ends: Option<Time>,
    /// What to write down of it.
    pub asks: &'static str,
}

/// The time together where none is agreed, minutes; judgement.
const TOGETHER: u32 = 60;

/// The next one-to-one that is agreed, in two halves; theirs gets the odd minute.
fn halves(facts: &[Fact], today: Date) -> Vec<Half> {
    let agreed = facts.iter().filter_map(|fact| match fact {
        Fact::Conversation(c) if c.on >= today && c.stage == Stage::Agreed => Some(c),
        _ => None,
    });
    let next = agreed.min_by_key(|c| (c.on, c.starts));
    let minutes = next.and_then(|c| c.minutes).unwrap_or(TOGETHER);
    let theirs = minutes.div_ceil(2);
    let starts = next.and_then(|c| c.starts);
    let after =
        |minutes: u32| starts.map(|at| at.wrapping_add(SignedDuration::from_mins(minutes.into())));
    vec![
        Half {
            whose: "theirs",
            minutes: theirs,
            starts,
            ends: after(theirs),
            asks: "How could you help them?",
        },
        Half {
            whose: "mine",
            minutes: minutes - theirs,
            starts: after(theirs),
            ends: after(minutes),
            asks: "What did they learn of your work?",
        },
    ]
}

/// The sheet for one person.
///
/// # Errors
/// [`Code::PersonNotFound`](crate::Code::PersonNotFound); those of the store.
pub async fn sheet(store: &dyn Store, ctx: &Ctx, id: PersonId) -> Result<Sheet> {
    let today = ctx.today(&settings::of(store, ctx).await?);
    let params = book::params(store, ctx, today).await?;
    let shown = person::show(store, ctx, id, &params).await?;
    let facts = store.timeline(ctx.tenant, shown.person.id).await?;
    let plan = plan::week(store, ctx, None, None).await?;
    let person = &shown.person;
    let standing = shown.standing.as_ref();
    let asked_not_to = person.do_not_contact;
    Ok(Sheet {
        name: person.name.clone(),
        organisation: role_and_organisation(person),
        level: standing.map(|s| s.label.clone()),
        stands: standing.map(|s| if s.level == 0 { &s.says } else { &s.label }).cloned(),
        since: standing.and_then(|s| s.since),
        met_at: shown.met_at.clone(),
        last: last(&facts, today),
        objective: objective(&facts, today, id),
        goals: goals(&facts),
        about_them: [("does", &person.what_they_do), ("serves", &person.who_they_serve)]
            .into_iter()
            .filter_map(|(verb, what)| Some(format!("{verb} {}", what.as_ref()?)))
            .collect(),
        last_time: last_time(&facts, today),
        looking_for: looking_for(&shown, &facts),
        my_promises: promises(&facts, PromisedBy::Mine),
        their_promises: promises(&facts, PromisedBy::Theirs),
        opening: opening(&shown),
        explains: shown.explains.as_ref().map(Explains::says),
        said: shown.said.iter().rev().map(|said| format!("“{}”", said.words)).collect(),
        bring: bring(&plan, &shown),
        questions: if asked_not_to { Vec::new() } else { questions(&shown) },
        halves: if asked_not_to { Vec::new() } else { halves(&facts, today) },
        do_not_contact: asked_not_to,
    })
}

fn role_and_organisation(person: &kithwork_core::facts::Person) -> Option<String> {
    match (&person.role, &person.organisation) {
        (Some(role), Some(organisation)) => Some(format!("{role}, {organisation}")),
        (role, organisation) => role.clone().or_else(|| organisation.clone()),
    }
}

/// When the two last met or talked.
fn last(facts: &[Fact], today: Date) -> Option<Date> {
    let happened = facts.iter().filter_map(|fact| match fact {
        Fact::Conversation(c) if c.stage == Stage::Happened => Some(c.on),
        Fact::Meeting(meeting) => Some(meeting.on),
        _ => None,
    });
    happened.filter(|on| *on <= today).max()
}

/// What the next one is for; what a talk already held was for is no aim of the next one.
fn objective(facts: &[Fact], today: Date, person: PersonId) -> Option<String> {
    conversation::coming(facts, today, person).find_map(|talk| talk.objective.clone())
}

/// What was written down when the two last sat together and anything was.
fn last_time(facts: &[Fact], today: Date) -> Vec<Said> {
    let held = facts.iter().filter_map(|fact| match fact {
        Fact::Conversation(talk) => Some(talk),
        _ => None,
    });
    let held = held.filter(|talk| talk.kind.is_one_to_one() && talk.stage == Stage::Happened);
    let told = held.filter(|talk| talk.on <= today && !talk.written().is_empty());
    let last = told.max_by_key(|talk| (talk.on, talk.id));
    let written = last.map(Conversation::written).unwrap_or_default().into_iter();
    written.map(|(of, words)| Said { of, words: words.to_owned() }).collect()
}

fn goals(facts: &[Fact]) -> Vec<String> {
    let open = facts.iter().filter_map(|fact| match fact {
        Fact::Aim(aim) if aim.closed_on.is_none() => Some(aim.what.clone()),
        _ => None,
    });
    open.collect()
}

fn looking_for(shown: &Shown, facts: &[Fact]) -> Vec<String> {
    let needs = facts.iter().filter_map(|fact| match fact {
        Fact::Need(need) if need.met_on.is_none() => Some(need.what.clone()),
        _ => None,
    });
    let mut all: Vec<String> = shown.person.looking_for.iter().cloned().chain(needs).collect();
    all.dedup();
    all
}

fn promises(facts: &[Fact], direction: PromisedBy) -> Vec<String> {
    let line = |promise: &Promise| {
        let due = promise.due_on.map(|due| format!(", for {}", day(due))).unwrap_or_default();
        format!("{}{due}", promise.what)
    };
    let open = facts.iter().filter_map(|fact| match fact {
        Fact::Promise(p) if p.direction == direction && p.done_on.is_none() => Some(line(p)),
        _ => None,
    });
    open.collect()
}

fn opening(shown: &Shown) -> Vec<String> {
    let open = shown.opening.iter().flatten().filter(|touch| !touch.is_done);
    open.map(|touch| format!("by {}: {}", day(touch.now_by.unwrap_or(touch.by)), touch.says))
        .collect()
}

/// What the plan would bring. The steps of the first ninety days stand in a part of their own.
fn bring(plan: &Plan, shown: &Shown) -> Vec<String> {
    let is_said = |item: &Item| shown.opening.is_some() && item.kind == ItemKind::Message;
    let items = plan.items.iter();
    let items = items.filter(|item| item.people.contains(&shown.person.id) && !is_said(item));
    let mut bring: Vec<String> = items.flat_map(|item| item.bring.iter().cloned()).collect();
    bring.dedup();
    bring
}

/// What is not known yet, the listening half first.
fn questions(shown: &Shown) -> Vec<String> {
    let person = &shown.person;
    let mut ask = Vec::new();
    if person.looking_for.is_none() {
        ask.push("What are you looking for at the moment?");
    }
    if person.who_they_serve.is_none() {
        ask.push("Whom do you most like to work for, and how would I recognise them?");
    }
    if person.what_they_do.is_none() {
        ask.push("What do you do that others in your field don’t?");
    }
    let checked = shown.explains.as_ref().is_some_and(|explains| explains.now.is_some());
    if !checked {
        ask.push("If you told a friend what I do, what would you say?");
    }
    ask.push("What would be the most useful thing I could do for you before we next talk?");
    ask.into_iter().map(str::to_owned).collect()
}
