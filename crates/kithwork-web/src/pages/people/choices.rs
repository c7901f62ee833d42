//! What people can be narrowed down by, and what is chosen already.

use super::Shelves;
use crate::filter::{FLAGS, Pair, key, pairs};
use crate::say;
use jiff::civil::Date;
use kithwork_app::person::Order;
use kithwork_core::facts::{Care, PeopleFilter};
use kithwork_core::ladder::State;

/// Something that is asked for, and what is asked for without it.
#[derive(Debug)]
pub(super) struct Chip {
    pub(super) label: String,
    pub(super) rest: Vec<Pair>,
}

impl Chip {
    /// How its form sends: words never stand in an address.
    pub(super) fn method(&self) -> &'static str {
        if self.rest.iter().any(|(name, _)| *name == "q") { "post" } else { "get" }
    }
}

/// One choice of several: its value, what it is called, whether it is chosen.
pub(super) type Choice = (String, String, bool);

/// A field by which a choice is added: its name, its label, and what there is: values and labels.
pub(super) type Add = (&'static str, &'static str, Vec<(String, String)>);

/// What people can be narrowed down by.
#[derive(Debug)]
pub(super) struct Choices {
    pub(super) levels: Vec<Choice>,
    pub(super) states: Vec<Choice>,
    pub(super) flags: Vec<Choice>,
    /// Groups, lines of business and tags that can be added to what is asked for: the name of the
    /// field, its label, and what there is.
    pub(super) adds: Vec<Add>,
    /// What of these is asked for already.
    pub(super) held: Vec<Pair>,
    pub(super) before: String,
    pub(super) after: String,
    pub(super) orders: Vec<Choice>,
    /// Tags and groups for a deed.
    pub(super) tags: Vec<(String, String)>,
    pub(super) rooms: Vec<(String, String)>,
}

impl Choices {
    pub(super) fn of(filter: &PeopleFilter, order: Order, shelves: Shelves) -> Self {
        let Shelves { tags, rooms, levels, sectors, .. } = shelves;
        let asked = pairs(filter);
        let is_held =
            |name: &str, value: &String| asked.iter().any(|(n, v)| *n == name && v == value);
        let rooms: Vec<_> = rooms.into_iter().map(|r| (r.id.to_string(), r.name)).collect();
        let tags: Vec<_> = tags.into_iter().map(|t| (t.id.to_string(), t.name)).collect();
        let sectors: Vec<_> = sectors.into_iter().map(|s| (key(&s), s)).collect();
        let free = |name: &str, all: &[(String, String)]| {
            all.iter().filter(|(value, _)| !is_held(name, value)).cloned().collect::<Vec<_>>()
        };
        let adds = [
            ("room", "Met in", &rooms),
            ("sector", "Line of business", &sectors),
            ("tag", "Tag", &tags),
        ];
        let adds = adds.map(|(name, label, all)| (name, label, free(name, all)));
        let level = |name: kithwork_core::ladder::LevelName| {
            (name.level.to_string(), name.listed().to_owned(), filter.levels.contains(&name.level))
        };
        let state = |state: State| {
            (state.word().to_owned(), said(state).to_owned(), filter.states.contains(&state))
        };
        let flag = |(name, label): (&str, &str)| {
            (name.to_owned(), say::capital(label), is_held(name, &"yes".to_owned()))
        };
        let is_added = |(name, _): &Pair| matches!(*name, "room" | "sector" | "tag");
        let held = asked.iter().filter(|pair| is_added(pair)).cloned().collect();
        let day = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
        Self {
            levels: levels.into_iter().map(level).collect(),
            states: [State::Warm, State::Cooling, State::Dormant].map(state).into(),
            flags: FLAGS.map(flag).into(),
            adds: adds.into_iter().filter(|(_, _, free)| !free.is_empty()).collect(),
            held,
            before: day(filter.seen_before),
            after: day(filter.seen_after),
            orders: orders(order),
            tags,
            rooms,
        }
    }
}

fn orders(chosen: Order) -> Vec<Choice> {
    let all = [
        (Order::Name, "Name"),
        (Order::Seen, "Last seen first"),
        (Order::Level, "Highest level first"),
    ];
    all.map(|(order, label)| (spelt(order).to_owned(), label.to_owned(), order == chosen)).into()
}

/// An order as an address spells it.
pub(super) fn spelt(order: Order) -> &'static str {
    match order {
        Order::Name => "name",
        Order::Seen => "seen",
        Order::Level => "level",
    }
}

fn said(state: State) -> &'static str {
    match state {
        State::Warm => "Warm",
        State::Cooling => "Cooling or new",
        State::Dormant => "Quiet outside meetings",
    }
}

/// A decision as a button says it.
pub(super) fn decided(care: Care) -> &'static str {
    match care {
        Care::Deepen => "Deepen",
        Care::Light => "Keep light",
        Care::LetGo => "Let go",
    }
}

/// Each thing that is asked for, with what is asked for without it.
pub(super) fn chips(filter: &PeopleFilter, shelves: &Shelves, today: Date) -> Vec<Chip> {
    let asked = pairs(filter);
    let chip = |(at, pair): (usize, &Pair)| {
        let rest = asked.iter().enumerate().filter(|(other, _)| *other != at);
        Chip {
            label: label(pair, filter, shelves, today),
            rest: rest.map(|(_, pair)| pair.clone()).collect(),
        }
    };
    asked.iter().enumerate().map(chip).collect()
}

fn label((name, value): &Pair, filter: &PeopleFilter, shelves: &Shelves, today: Date) -> String {
    let gone = || "no longer in the book".to_owned();
    match *name {
        "q" => format!("“{}”", say::shortened(value)),
        "level" => {
            let level = shelves.levels.iter().find(|level| level.level.to_string() == *value);
            level.map_or_else(gone, |level| level.listed().to_owned())
        }
        "state" => {
            let state = filter.states.iter().find(|state| state.word() == value);
            state.map_or_else(gone, |state| said(*state).to_owned())
        }
        "room" => {
            let room = shelves.rooms.iter().find(|room| room.id.to_string() == *value);
            room.map_or_else(gone, |room| format!("met in {}", say::shortened(&room.name)))
        }
        "sector" => {
            let sector = filter.sectors.iter().find(|sector| key(sector) == *value);
            sector.map_or_else(gone, |sector| say::shortened(sector))
        }
        "tag" => {
            let tag = shelves.tags.iter().find(|tag| tag.id.to_string() == *value);
            tag.map_or_else(gone, |tag| format!("tagged {}", say::shortened(&tag.name)))
        }
        "seen_before" => seen("not seen since", filter.seen_before, today),
        "seen_after" => seen("seen since", filter.seen_after, today),
        flag => {
            let label = FLAGS.into_iter().find(|(name, _)| *name == flag);
            label.map_or_else(gone, |(_, label)| label.to_owned())
        }
    }
}

fn seen(words: &str, day: Option<Date>, today: Date) -> String {
    day.map(|day| format!("{words} {}", say::day(day, today))).unwrap_or_default()
}
