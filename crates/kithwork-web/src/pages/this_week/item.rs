//! One thing to do, in words.

use crate::say;
use crate::sight::Sight;
use crate::why::Why;
use crate::words::Words;
use jiff::ToSpan;
use jiff::civil::Date;
use kithwork_core::id::PersonId;
use kithwork_core::plan::{Item, ItemKind, Status};

/// Days after which someone is no longer just met.
const JUST_MET_DAYS: i32 = 21;

/// One thing to do.
#[derive(Clone, Debug)]
pub(crate) struct Task {
    /// Under which heading it stands.
    pub group: Group,
    /// How many people it is about.
    pub people: u64,
    /// What to do.
    pub heading: Words,
    /// When, if that is agreed.
    pub when: Option<When>,
    /// How long it takes; none for what takes a moment.
    pub takes: Option<String>,
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
            Self::Ask => "Ask today, for the weeks after",
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
    tasks.sort_by_key(|t| t.group);
    let chunks = tasks.chunk_by(|a, b| a.group == b.group);
    let titled = chunks.filter_map(|c| Some((c.first()?.group.title(), c.to_vec())));
    titled.enumerate().map(|(id, (title, tasks))| Section { id, title, tasks }).collect()
}

impl Task {
    /// The item in words.
    pub(crate) fn of(item: &Item, sight: &Sight) -> Self {
        let helps = !matches!(item.kind, ItemKind::PreparePitch | ItemKind::Promise);
        let bring_title = if helps { WHOM } else { "Bring" };
        let titled =
            |said: &str| say::capital(said.strip_prefix(bring_title).unwrap_or(said).trim());
        let swap = item.swap_reason();
        Self {
            group: group(item, sight),
            people: item.people.len() as u64,
            heading: heading(item, sight),
            when: item.start.map(|start| When {
                said: format!(
                    "{}, {}",
                    say::month_day(start.date()),
                    start.time().strftime("%H:%M")
                ),
                iso: start.strftime("%Y-%m-%dT%H:%M").to_string(),
            }),
            takes: (item.minutes > 0).then(|| say::duration(u64::from(item.minutes))),
            because: (item.because.iter())
                .filter(|why| Some(why.as_str()) != swap)
                .map(|why| say::capital(why))
                .collect(),
            bring_title,
            bring: item.bring.iter().map(|b| titled(b)).collect(),
            could_replace: instead(item),
            why: Why { all: None, ..Why::entries(&item.facts, &sight.shelf, sight.today, "") },
        }
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

fn heading(item: &Item, sight: &Sight) -> Words {
    let with = |before: &str| named(Words::plain(before), item);
    match (item.kind, item.status) {
        (ItemKind::OneToOne, Status::Invite) => with("Ask ").then(" for a one-to-one"),
        (ItemKind::OneToOne, _) => with("One-to-one with "),
        (ItemKind::SmallGroup, Status::Invite) => with("Bring ").then(" to one table"),
        (ItemKind::SmallGroup, _) => with("A table with "),
        (ItemKind::Call, Status::Invite) => with("Ask ").then(" for a call"),
        (ItemKind::Call, _) => with("Call "),
        (ItemKind::Message, _) => with("Write to "),
        (ItemKind::Promise, _) => promise(item, sight),
        (ItemKind::Introduction, _) if item.people.len() > 1 => with("Introduce "),
        (ItemKind::Introduction, _) => with("An introduction for "),
        (ItemKind::Help, _) => with("Help "),
        (ItemKind::Revive, _) => with("Pick up again with "),
        (ItemKind::Meeting, _) => room(Words::default(), item, "A meeting"),
        (ItemKind::PreparePitch, _) => {
            room(Words::plain("Prepare your minute for "), item, "the next meeting")
        }
    }
}

/// A promise is headed by what was promised; without its words by the person alone.
fn promise(item: &Item, sight: &Sight) -> Words {
    let what = item.facts.iter().find_map(|&id| sight.shelf.promised(id));
    match what.map(|p| p.what.trim()).filter(|what| !what.is_empty()) {
        Some(what) => named(Words::default().name(&say::capital(what)).then(", for "), item),
        None => named(Words::plain("What you promised "), item),
    }
}

fn named(words: Words, item: &Item) -> Words {
    words.people(item.people.iter().copied().zip(item.names.iter().map(String::as_str)))
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

/// What is agreed, day by day: meetings and conversations.
pub(crate) fn diary(sight: &Sight) -> Vec<Diary> {
    let mut agreed: Vec<_> = sight
        .plan
        .items
        .iter()
        .filter(|i| i.status == Status::Agreed || super::stands_in_diary(i))
        .filter_map(|i| Some((i.start?, i)))
        .collect();
    agreed.sort_by_key(|(start, _)| *start);
    let days = agreed.chunk_by(|(a, _), (b, _)| a.date() == b.date());
    days.filter_map(|entries| {
        let date: Date = entries.first()?.0.date();
        let entries = entries.iter().map(|(start, item)| {
            (start.time().strftime("%H:%M").to_string(), heading(item, sight))
        });
        Some(Diary {
            day: say::day(date, sight.today),
            iso: date.to_string(),
            entries: entries.collect(),
        })
    })
    .collect()
}
