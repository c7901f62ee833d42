//! Quick capture: what a line of plain, dictated, misspelt words tells. Pure, and never a refusal:
//! whatever isn't understood stays in the note's raw words, and what could mean several people is
//! asked, not guessed.
//!
//! ```text
//! text ─▶ words ─▶ rooms ─▶ names ─▶ clauses (promise, need, help…) ─▶ parts
//!                                  └▶ the rest: the encounter (kind, day, minutes, place)
//! ```

mod alone;
mod amounts;
mod apart;
mod brackets;
mod clauses;
mod clock;
mod costs;
mod counted;
mod dates;
mod deeds;
mod durations;
mod encounter;
mod energy;
mod help;
mod kept;
mod kinds;
mod lexicon;
mod months;
mod names;
mod not_held;
mod others;
mod outings;
mod promises;
mod reading;
mod rooms;
mod spelling;
mod there;
mod trades;
mod travel;
mod verbs;
mod wants;
mod won;
mod words;

#[cfg(test)]
mod tests;

pub use kept::{is_what_was_promised, says_as_promised};

use crate::facts::{ConversationKind, Direction, HelpKind, PromisedBy};
use crate::id::{PersonId, RoomId};
use crate::money::Amount;
use jiff::civil::Date;

/// What is known when something is said.
#[derive(Clone, Copy, Debug)]
pub struct Said<'a> {
    /// The day it is said on.
    pub today: Date,
    /// The people of the book with their names.
    pub people: &'a [(PersonId, String)],
    /// The rooms of the book with their names.
    pub rooms: &'a [(RoomId, String)],
    /// The meeting it is said at: whoever is named first was talked to there, unless the words tell
    /// otherwise.
    pub at: Option<Gathering>,
}

/// A meeting that something is said at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gathering {
    /// The room that meets.
    pub room: RoomId,
    /// The day it meets on.
    pub on: Date,
}

/// What a note was understood to say. Nothing understood is a note too.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    /// The day it speaks of: that of the encounter, else the day it was said on.
    pub on: Date,
    /// Everybody it names, each once. Parts refer to them by their place in this list.
    pub people: Vec<Named>,
    /// Every room it names, each once. Parts refer to them by their place in this list.
    pub rooms: Vec<NamedRoom>,
    /// What it says, in the order of its words.
    pub parts: Vec<Part>,
    /// What has to be asked.
    pub unclear: Vec<Unclear>,
}

/// Somebody a note names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The person of the book, where there is exactly one that fits.
    pub id: Option<PersonId>,
    /// Their name in the book, or as the note has it. Someone without id and without candidates is
    /// new to the book.
    pub name: String,
    /// The people of the book between whom nobody but the owner can tell; empty otherwise.
    pub could_be: Vec<PersonId>,
}

/// A room a note names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedRoom {
    /// The room of the book, where there is exactly one that fits.
    pub id: Option<RoomId>,
    /// Its name in the book, or as one would write it. One without id and without candidates is new
    /// to the book.
    pub name: String,
    /// The rooms of the book between which nobody but the owner can tell; empty otherwise.
    pub could_be: Vec<RoomId>,
}

/// Through whom business came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Through {
    /// A person: a place in [`Understood::people`].
    Person(usize),
    /// A room: a place in [`Understood::rooms`].
    Room(usize),
    /// A channel, in the owner's words.
    Channel(String),
    /// The note doesn't say.
    Unsaid,
}

/// One thing that a note says. A `who` is a place in [`Understood::people`]; none where the note
/// does not tell whom it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Contact outside a room. One after the day it was said on is agreed, not happened.
    Conversation(Spoke),
    /// A meeting of a room.
    Meeting {
        /// Which room: a place in [`Understood::rooms`].
        room: usize,
        /// When.
        on: Date,
        /// Length, minutes.
        minutes: Option<u32>,
        /// The way there and back, minutes.
        travel: Option<u32>,
        /// Getting ready, minutes.
        prep: Option<u32>,
        /// What it cost.
        cost: Option<Amount>,
        /// The owner's energy afterwards, 1 to 5.
        energy: Option<u8>,
        /// Whom the owner talked to.
        people: Vec<usize>,
    },
    /// Time spent on another way of finding clients.
    Channel {
        /// What it is called, such as `cold calling`.
        name: String,
        /// When.
        on: Date,
        /// How long, minutes.
        minutes: u32,
    },
    /// The way to a meeting of a room, which makes no meeting of its own.
    Travel {
        /// Which room: a place in [`Understood::rooms`].
        room: usize,
        /// The day it names; none where it means the last one.
        on: Option<Date>,
        /// There and back, minutes.
        minutes: u32,
    },
    /// Getting the owner's minute ready for the next meeting, which makes none of its own.
    Preparation {
        /// Of which room: a place in [`Understood::rooms`]; none for whichever meets next.
        room: Option<usize>,
        /// The day of the meeting, where it is named; never before the day it was done on.
        meets_on: Option<Date>,
        /// The day it was done on.
        on: Date,
        /// How long, minutes.
        minutes: u32,
    },
    /// How the last meeting of a room left the owner, told without its day.
    Energy {
        /// Which room: a place in [`Understood::rooms`].
        room: usize,
        /// From 1 (drained) to 5 (full).
        score: u8,
    },
    /// What somebody does for a living.
    Trade {
        /// Who: a place in [`Understood::people`].
        who: usize,
        /// In the owner's words.
        what: String,
    },
    /// Something promised.
    Promise {
        /// The other party.
        who: Option<usize>,
        /// Whose promise.
        direction: PromisedBy,
        /// In the owner's words.
        what: String,
        /// When it is due; before the day it speaks of only where that has just passed: whoever says "by
        /// 20 November" on the 22nd means no other year.
        due_on: Option<Date>,
    },
    /// A need heard.
    Need {
        /// Whose.
        who: Option<usize>,
        /// In the owner's words.
        what: String,
    },
    /// An offer heard.
    Offer {
        /// Whose.
        who: Option<usize>,
        /// In the owner's words.
        what: String,
    },
    /// Help given or received.
    Help {
        /// Which way.
        direction: Direction,
        /// With whom.
        who: Option<usize>,
        /// What kind.
        kind: HelpKind,
        /// In the owner's words.
        about: String,
    },
    /// The owner wants to be in touch again.
    FollowUp {
        /// With whom.
        who: Option<usize>,
        /// When, if it was said; never before the day it speaks of.
        on: Option<Date>,
    },
    /// Two people made known to each other; none stands for the owner.
    Introduction {
        /// Who made it.
        by: Option<usize>,
        /// One side.
        a: Option<usize>,
        /// The other side.
        b: Option<usize>,
    },
    /// A prospect passed on.
    Referral {
        /// Received or given.
        direction: Direction,
        /// The giver of what was received; the receiver of what was given.
        who: Option<usize>,
        /// Who was referred, in the owner's words.
        prospect: Option<String>,
        /// What it may be worth.
        value: Option<Amount>,
    },
    /// Business won.
    Business {
        /// The client or the job, in the owner's words.
        client: String,
        /// Through whom it came.
        through: Through,
        /// What it is worth.
        value: Option<Amount>,
    },
}

/// A conversation as a note tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spoke {
    /// One-to-one, call, message…
    pub kind: ConversationKind,
    /// When.
    pub on: Date,
    /// Length, minutes.
    pub minutes: Option<u32>,
    /// Getting ready, minutes.
    pub prep: Option<u32>,
    /// What it cost.
    pub cost: Option<Amount>,
    /// The owner's energy afterwards, 1 to 5.
    pub energy: Option<u8>,
    /// With whom; never empty.
    pub people: Vec<usize>,
    /// Where, in the owner's words.
    pub place: Option<String>,
}

/// What a note leaves open: asked later, never refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unclear {
    /// A name that fits several people of the book.
    Who {
        /// Whom it names: a place in [`Understood::people`].
        who: usize,
    },
    /// Words that speak of somebody without saying of whom.
    Whose {
        /// The words.
        words: String,
        /// The people of the note it could be, by their places; empty where it names nobody.
        could_be: Vec<usize>,
    },
    /// Words that say a room did what only somebody there can have done.
    WhoThere {
        /// The words.
        words: String,
        /// The room: a place in [`Understood::rooms`].
        room: usize,
        /// The people of the book it could be; empty until [`Understood::found_there`] says.
        could_be: Vec<PersonId>,
    },
    /// A name that fits several rooms.
    Room {
        /// Which: a place in [`Understood::rooms`].
        room: usize,
    },
    /// Words that tell of meetings without saying which groups or which days: none of these was made.
    Meetings {
        /// The words.
        words: String,
    },
    /// Words that tell of something at a time without its day, as in `last month`: none of it was made.
    NoDay {
        /// The words.
        words: String,
    },
    /// Preparation that names neither one meeting nor one person it was for.
    NoPlace {
        /// The words.
        words: String,
    },
    /// Nothing was understood: the whole text.
    Text(String),
}

impl Unclear {
    /// Whether words tell something that was read and nobody could write down, and no question asks for it.
    fn is_left(&self) -> bool {
        matches!(self, Self::Meetings { .. } | Self::NoDay { .. } | Self::NoPlace { .. })
    }
}

impl NamedRoom {
    /// The rooms of the book that it is, or may be.
    pub fn candidates(&self) -> impl Iterator<Item = RoomId> + '_ {
        self.id.into_iter().chain(self.could_be.iter().copied())
    }
}

impl Understood {
    /// Who it could be, of words that say a room did something: whoever belongs to it, or to one of those it
    /// may be.
    pub fn found_there(&mut self, of: RoomId, people: &[PersonId]) {
        let rooms = &self.rooms;
        let is_it = |place: usize| {
            rooms.get(place).is_some_and(|named| named.candidates().any(|id| id == of))
        };
        for unclear in &mut self.unclear {
            if let Unclear::WhoThere { room, could_be, .. } = unclear
                && is_it(*room)
            {
                for person in people {
                    if !could_be.contains(person) {
                        could_be.push(*person);
                    }
                }
            }
        }
    }

    /// Of several who bear a name, the only one who belongs to where it was said is meant. The others are
    /// not asked about any more.
    pub fn meant_among(&mut self, near: &[PersonId], people: &[(PersonId, String)]) {
        for named in &mut self.people {
            let mut among = named.could_be.iter().filter(|id| near.contains(id));
            let (Some(&only), None) = (among.next(), among.next()) else { continue };
            named.id = Some(only);
            if let Some((_, name)) = people.iter().find(|(id, _)| *id == only) {
                named.name.clone_from(name);
            }
            named.could_be.clear();
        }
    }
}

/// What a text tells and nobody could write down, whatever the book holds: meetings whose days it doesn't
/// name, a month without its day, preparation for nothing that it names. Empty where all of it was read, or nothing was understood.
pub fn not_read(text: &str, on: Date) -> Vec<Unclear> {
    let understood = understand(text, &Said { today: on, people: &[], rooms: &[], at: None });
    understood.unclear.into_iter().filter(Unclear::is_left).collect()
}

/// Whether a text says on which day it was what it tells of, whatever the book holds: else the day it was said on
/// was taken.
pub fn names_its_day(text: &str, on: Date) -> bool {
    let said = Said { today: on, people: &[], rooms: &[], at: None };
    encounter::day(&reading::Reading::of(text, &said)).is_some()
}

/// Reads a note. Never fails; the caller keeps the raw words whatever is understood.
pub fn understand(text: &str, said: &Said<'_>) -> Understood {
    reading::Reading::of(text, said).understood()
}
