//! One thing to do, in words.

use super::act;
use super::day_form::DayForm;
use crate::act::Act;
use crate::say;
use crate::sight::Sight;
use crate::why::Why;
use crate::words::Words;
use jiff::ToSpan;
use jiff::civil::Date;
use kithwork_core::id::{FactId, PersonId};
use kithwork_core::plan::{Item, ItemKind, Promised, Status, Thing};

/// Days after which someone is no longer just met.
const JUST_MET_DAYS: i32 = 21;

/// One thing to do.
#[derive(Clone, Debug)]
pub(crate) struct Task {
    /// Under which heading it stands.
    pub group: Group,
    /// How many people it is about.
    pub people: u64,
    /// How many promises it keeps.
    pub promises: u64,
    /// Whether it keeps promises of which none has a day: they stand below the others.
    pub is_dayless: bool,
    /// What to do.
    pub heading: Words,
    /// When, if that is agreed.
    pub when: Option<When>,
    /// How long it takes; none for what takes a moment.
    pub takes: Option<String>,
    /// Makes its heading's id in the page.
    pub id: String,
    /// What it is made of, where it is several things in one go, each with its buttons.
    pub each: Vec<(Words, Vec<Act>)>,
    /// The buttons that show.
    pub acts: Vec<Act>,
    /// What moves it to another day, where it is agreed and still ahead.
    pub another_day: Option<DayForm>,
    /// Those one may look for.
    pub others: Vec<Act>,
    /// Why.
    pub because: Vec<String>,
    /// What the box is called.
    pub bring_title: &'static str,
    /// What to bring.
    pub bring: Vec<String>,
    /// Which meeting it could take the place of, and why that one, in a sentence.
    pub could_replace: Option<String>,
    /// The entries behind it.
    pub why: Why,
}

/// What the box is called that says what to bring to a conversation.
const WHOM: &str = "Whom can you help?";

/// A time in words and for machines.
#[derive(Clone, Debug)]
pub(crate) struct When {
    pub said: String,
    pub iso: String,
}

/// The headings, in the order of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Group {
    JustMet,
    Promises,
    Agreed,
    Ask,
    Others,
}

impl Group {
    fn title(self) -> &'static str {
        match self {
            Self::JustMet => "Just met",
            Self::Promises => "You said you would",
            Self::Agreed => "Agreed",
            Self::Ask => "Ask today, for the days ahead",
            Self::Others => "Worth a few minutes",
        }
    }
}

/// Things to do under one heading.
#[derive(Clone, Debug)]
pub(crate) struct Section {
    /// Makes the ids in the page unique.
    pub id: usize,
    /// The heading.
    pub title: &'static str,
    /// The things to do.
    pub tasks: Vec<Task>,
}

/// Tasks under their headings, in the order of the page; a heading without tasks is left out.
pub(crate) fn sections(mut tasks: Vec<Task>) -> Vec<Section> {
    tasks.sort_by_key(|t| (t.group, t.is_dayless));
    let chunks = tasks.chunk_by(|a, b| a.group == b.group);
    let titled = chunks.filter_map(|c| Some((c.first()?.group.title(), c.to_vec())));
    titled.enumerate().map(|(id, (title, tasks))| Section { id, title, tasks }).collect()
}

impl Task {
    /// The thing to do in words.
    pub(crate) fn of(thing: &Thing<'_>, sight: &Sight, id: String) -> Self {
        let task = match thing {
            Thing::One(item) => Self::one(item, sight),
            Thing::Late(items) => Self::late(items, sight),
        };
        Self { id, ..task }
    }

    /// Promises past their day, to be seen to in one go.
    fn late(items: &[&Item], sight: &Sight) -> Self {
        let each: Vec<(Words, Vec<Act>)> =
            items.iter().flat_map(|item| each_promise(item, sight)).collect();
        let count = each.len() as u64;
        let heading = say::counted(count, "promise past its day", "promises past their day");
        let minutes: u32 = items.iter().map(|item| item.minutes).fold(0, u32::saturating_add);
        let facts: Vec<FactId> = items.iter().flat_map(|item| item.facts.clone()).collect();
        Self {
            group: Group::Promises,
            people: items.len() as u64,
            promises: count,
            is_dayless: false,
            heading: Words::plain(say::capital(&heading)),
            when: None,
            takes: Some(say::duration(u64::from(minutes))),
            id: String::new(),
            each,
            acts: Vec::new(),
            another_day: None,
            others: Vec::new(),
            because: vec!["A line to say when, or that you can’t, keeps a promise too.".to_owned()],
            bring_title: "Bring",
            bring: Vec::new(),
            could_replace: None,
            why: rests_on(&facts, sight),
        }
    }

    fn one(item: &Item, sight: &Sight) -> Self {
        let (acts, others) = act::of(item, sight);
        // Several promises are kept one by one: each has its button.
        let each =
            if act::is_kept_one_by_one(item) { each_promise(item, sight) } else { Vec::new() };
        let helps = !matches!(item.kind, ItemKind::PreparePitch | ItemKind::Promise);
        let bring_title = if helps { WHOM } else { "Bring" };
        let titled =
            |said: &str| say::capital(said.strip_prefix(bring_title).unwrap_or(said).trim());
        Self {
            group: group(item, sight),
            people: item.people.len() as u64,
            promises: item.promises.len() as u64,
            is_dayless: item.kind == ItemKind::Promise
                && item.promises.iter().all(|promise| promise.due_on.is_none()),
            heading: heading(item),
            when: item.start.map(|start| When {
                said: format!(
                    "{}, {}",
                    say::weekday_of(start.date(), sight.today),
                    say::clock(start.time())
                ),
                iso: start.strftime("%Y-%m-%dT%H:%M").to_string(),
            }),
            takes: (item.minutes > 0).then(|| say::duration(u64::from(item.minutes))),
            id: String::new(),
            each,
            acts,
            another_day: act::another_day(item, sight),
            others,
            because: because(item, sight.today),
            bring_title,
            // What to bring to a promise is the promise, which is the heading.
            bring: (item.bring.iter().filter(|_| item.kind != ItemKind::Promise))
                .map(|b| titled(b))
                .collect(),
            could_replace: instead(item),
            why: rests_on(&item.facts, sight),
        }
    }
}

/// The entries behind a thing to do, each with its day and what it was.
fn rests_on(facts: &[FactId], sight: &Sight) -> Why {
    let behind = sight.shelf.behind(facts, sight.today);
    Why::entries(&behind, &sight.shelf, sight.today, None)
}

/// Each promise of an item with its buttons.
fn each_promise(item: &Item, sight: &Sight) -> Vec<(Words, Vec<Act>)> {
    // The plan gives promises and the facts behind them in one order.
    let mut facts = act::promised(item, sight).into_iter();
    let promises = item.promises.iter();
    promises
        .map(|promise| {
            let fact: Vec<FactId> = facts.next().filter(|_| sight.is_live).into_iter().collect();
            (was_due(promise, item), act::promises(&fact))
        })
        .collect()
}

/// Why; of a single promise only when, since the heading says what.
fn because(item: &Item, today: Date) -> Vec<String> {
    if let (ItemKind::Promise, [promise]) = (item.kind, item.promises.as_slice()) {
        return given(promise, today).into_iter().collect();
    }
    let swap = item.swap_reason();
    let reasons = item.because.iter().filter(|why| Some(why.as_str()) != swap);
    reasons.map(|why| say::capital(why)).collect()
}

/// `Promised on 12 November, for Friday 20 November`.
fn given(promise: &Promised, today: Date) -> Option<String> {
    let made = promise.made_on.map(|on| format!("promised on {}", say::day_of(on, today)));
    let due = promise.due_on.map(|on| {
        if promise.is_late {
            format!("due on {}", say::day_of(on, today))
        } else {
            format!("for {}", say::weekday_of(on, today))
        }
    });
    let said: Vec<String> = [made, due].into_iter().flatten().collect();
    (!said.is_empty()).then(|| say::capital(&said.join(", ")))
}

/// `Send the article, for Ruth Mills, was due on 13 November`.
fn was_due(promise: &Promised, item: &Item) -> Words {
    let words = named(Words::default().name(&say::capital(&promise.what)).then(", for "), item);
    match promise.due_on {
        Some(on) if promise.is_late => words.then(format!(", was due on {}", say::day_in(on))),
        Some(on) => words.then(format!(", by {}", say::day_in(on))),
        None => words,
    }
}

/// The meeting it could take the place of, said once: with its reason, where the plan gives one.
fn instead(item: &Item) -> Option<String> {
    let room = item.could_replace.as_deref().map(say::shortened)?;
    let said = item.swap_reason().map(str::to_owned);
    Some(said.unwrap_or_else(|| format!("It could take the place of one meeting of {room}.")))
}

fn group(item: &Item, sight: &Sight) -> Group {
    match (item.kind, item.status) {
        (ItemKind::Promise, _) => Group::Promises,
        (_, Status::Agreed) => Group::Agreed,
        (_, Status::Invite) => Group::Ask,
        (ItemKind::Message | ItemKind::Call | ItemKind::Help | ItemKind::Introduction, _)
            if item.people.iter().any(|&id| just_met(sight, id)) =>
        {
            Group::JustMet
        }
        _ => Group::Others,
    }
}

fn just_met(sight: &Sight, id: PersonId) -> bool {
    let since = sight.today.saturating_sub(JUST_MET_DAYS.days());
    sight.shelf.first_met(id).is_some_and(|met| met >= since)
}

pub(crate) fn heading(item: &Item) -> Words {
    let with = |before: &str| named(Words::plain(before), item);
    match (item.kind, item.status) {
        (ItemKind::OneToOne, Status::Invite) => with("Ask ").then(" for a one-to-one"),
        (ItemKind::OneToOne, _) => with("One-to-one with "),
        (ItemKind::SmallGroup, Status::Invite) => with("Bring ").then(" to one table"),
        (ItemKind::SmallGroup, _) => with("A table with "),
        (ItemKind::Call, Status::Invite) => with("Ask ").then(" for a call"),
        (ItemKind::Call, _) => with("Call "),
        (ItemKind::Message, _) => with("Write to "),
        (ItemKind::Promise, _) => promise(item),
        (ItemKind::Introduction, _) if item.people.len() > 1 => with("Introduce "),
        (ItemKind::Introduction, _) => with("An introduction for "),
        (ItemKind::Help, _) => with("Help "),
        (ItemKind::Revive, _) => with("Pick up again with "),
        (ItemKind::Meeting, _) => meeting(item),
        (ItemKind::PreparePitch, _) => {
            room(Words::plain("Prepare your minute for "), item, "the next meeting")
        }
    }
}

/// A promise is headed by what was promised; several, or one without words, by the person alone.
fn promise(item: &Item) -> Words {
    match item.promises.as_slice() {
        [one] if !one.what.is_empty() => {
            named(Words::default().name(&say::capital(&one.what)).then(", for "), item)
        }
        _ => named(Words::plain("What you promised "), item),
    }
}

fn named(words: Words, item: &Item) -> Words {
    words.people(item.people.iter().copied().zip(item.names.iter().map(String::as_str)))
}

/// A meeting leads to its page: the plan names its occasion first, and then the room.
fn meeting(item: &Item) -> Words {
    match (&item.room, item.facts.as_slice()) {
        (Some(room), [occasion, _, ..]) => {
            Words::default().place(format!("/meetings/{occasion}"), room)
        }
        _ => room(Words::default(), item, "A meeting"),
    }
}

fn room(words: Words, item: &Item, without: &str) -> Words {
    match &item.room {
        Some(room) => words.name(room),
        None => words.then(without),
    }
}

/// One day of the week in which something stands in the diary.
#[derive(Clone, Debug)]
pub(crate) struct Diary {
    /// `Tue 17 Nov`.
    pub day: String,
    /// The same for machines.
    pub iso: String,
    /// What stands there: its time and what it is.
    pub entries: Vec<(String, Words)>,
}

/// What stands in the diary, a meeting with the minute that is ready for it.
fn stands(item: &Item, sight: &Sight) -> Words {
    let mut meetings = sight.shelf.book.facts.meetings.iter();
    let meeting = item.facts.first().filter(|_| super::stands_in_diary(item));
    let meeting = meeting.and_then(|&id| meetings.find(|m| m.id == id));
    let ready = meeting.filter(|m| m.pitch_prepared == Some(true)).and_then(|m| m.pitch.as_deref());
    match ready {
        Some(version) => heading(item).then(": “").name(version).then("” is ready"),
        None => heading(item),
    }
}

/// What is agreed, day by day: meetings and conversations.
pub(crate) fn diary(sight: &Sight) -> Vec<Diary> {
    let mut agreed: Vec<_> = sight
        .plan
        .items
        .iter()
        .chain(&sight.plan.as_usual)
        .filter(|i| i.status == Status::Agreed || super::stands_in_diary(i))
        .filter_map(|i| Some((i.start?, i)))
        .collect();
    agreed.sort_by_key(|(start, _)| *start);
    let days = agreed.chunk_by(|(a, _), (b, _)| a.date() == b.date());
    days.filter_map(|entries| {
        let date: Date = entries.first()?.0.date();
        let entries =
            entries.iter().map(|(start, item)| (say::clock(start.time()), stands(item, sight)));
        Some(Diary {
            day: say::day(date, sight.today),
            iso: date.to_string(),
            entries: entries.collect(),
        })
    })
    .collect()
}
