//! Families of worlds. None of them works as the plan's own model does: people refer from a hidden
//! threshold of trust and of understanding on, not by level; warmth is being in mind; moods, seasons
//! and how much gets written down are not known to anybody.

/// How the worlds of one family are made.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Family {
    /// Its name in the report.
    pub name: &'static str,
    /// What is peculiar about it.
    pub says: &'static str,
    /// How unequal people are in the prospects they come across.
    pub reach: Reach,
    /// Weeks after which somebody comes across others than before; none where that never changes.
    pub reach_lasts: Option<f64>,
    /// Mean trust from which somebody refers at all, 0..1.
    pub bar: f64,
    /// How strong moods are that nobody sees.
    pub moods: f64,
    /// The share of the rooms' life that a season takes away, 0..1.
    pub season: f64,
    /// How unequal rooms are, on the log scale.
    pub rooms: f64,
    /// The share of what happens that the owner writes down.
    pub logs: f64,
    /// Weeks that people stay in a room, on average.
    pub stay: f64,
    /// The share of trust that only help can bring.
    pub help: f64,
    /// The trust that being seen in a room can bring on its own.
    pub seen: f64,
}

/// How prospects are spread over people.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Reach {
    /// Log-normal, with that spread.
    Uneven(f64),
    /// Pareto, with that exponent: a few have nearly all.
    HeavyTailed(f64),
}

const PLAIN: Family = Family {
    name: "plain",
    says: "people differ in reach, thresholds and memory; nine in ten talks are written down",
    reach: Reach::Uneven(0.8),
    reach_lasts: None,
    bar: 0.45,
    moods: 0.2,
    season: 0.1,
    rooms: 0.3,
    logs: 0.9,
    stay: 90.0,
    help: 0.2,
    seen: 0.2,
};

/// All families.
pub(crate) const FAMILIES: [Family; 10] = [
    PLAIN,
    Family {
        name: "few referrers",
        says: "heavy tails: a few people have nearly all the prospects",
        reach: Reach::HeavyTailed(1.1),
        ..PLAIN
    },
    Family {
        name: "high thresholds",
        says: "nobody refers before a great deal of trust",
        bar: 0.58,
        ..PLAIN
    },
    Family { name: "moods", says: "strong moods nobody sees", moods: 0.8, ..PLAIN },
    Family {
        name: "seasons",
        says: "rooms empty for months, and they differ widely",
        season: 0.7,
        rooms: 0.8,
        ..PLAIN
    },
    Family { name: "forgetful", says: "only half is written down", logs: 0.5, ..PLAIN },
    Family { name: "passing through", says: "people stay for half a year", stay: 26.0, ..PLAIN },
    Family {
        name: "helpers",
        says: "most trust comes from help, not from talk",
        help: 0.65,
        ..PLAIN
    },
    Family {
        name: "changing reach",
        says: "whoever meets prospects now won't in half a year",
        reach: Reach::Uneven(1.3),
        reach_lasts: Some(26.0),
        ..PLAIN
    },
    Family {
        name: "being seen",
        says: "turning up is nearly enough: thresholds are low and being seen brings trust",
        bar: 0.2,
        seen: 0.75,
        ..PLAIN
    },
];
