//! Any fact as one value: what a change edits and a store keeps.

use crate::facts::{
    Aim, Business, CalendarObject, Card, CardGiven, ChannelMonth, Conversation, Entry, Help,
    Introduction, Meeting, Mention, Need, Note, Offer, PeopleList, Person, Pitch, Playback,
    Presentation, Project, Promise, ProposedIntroduction, Question, Rating, Referral, Room,
    RoomRating, Settings, Statement, Suppression, Tag, TriggerProblem,
};
use crate::id::{FactId, PersonId};
use serde::{Deserialize, Serialize};

macro_rules! fact {
    ($($(#[$doc:meta])* $kind:ident($name:literal, $list:ident, $id:expr))+) => {
        /// A fact of any kind.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(tag = "fact", content = "row", rename_all = "snake_case")]
        pub enum Fact {
            $($(#[$doc])* $kind($kind),)+
        }

        /// The kinds of fact; the names are those of the tables.
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        #[serde(rename_all = "snake_case")]
        pub enum FactKind {
            $($(#[$doc])* $kind,)+
        }

        impl FactKind {
            /// All kinds, in an order in which whatever is referred to comes first.
            pub const ALL: &[Self] = &[$(Self::$kind,)+];

            /// The kind's name: its table's, and its spelling in changes and exports.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$kind => $name,)+
                }
            }
        }

        impl Fact {
            /// Which kind of fact it is.
            pub fn kind(&self) -> FactKind {
                match self {
                    $(Self::$kind(_) => FactKind::$kind,)+
                }
            }

            /// Its identity, unique in its book among all kinds.
            pub fn id(&self) -> FactId {
                match self {
                    $(Self::$kind(fact) => {
                        let id: fn(&$kind) -> FactId = $id;
                        id(fact)
                    })+
                }
            }
        }

        /// All facts of one owner, one list a kind, each in the order of its ids.
        #[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
        pub struct Facts {
            $($(#[$doc])* pub $list: Vec<$kind>,)+
        }

        impl Facts {
            /// Adds a fact to the list of its kind.
            pub fn push(&mut self, fact: Fact) {
                match fact {
                    $(Fact::$kind(fact) => self.$list.push(fact),)+
                }
            }

            /// Every fact, kind by kind, in the order of [`FactKind::ALL`].
            pub fn into_all(self) -> impl Iterator<Item = Fact> {
                std::iter::empty()$(.chain(self.$list.into_iter().map(Fact::$kind)))+
            }

            /// How many facts there are.
            pub fn len(&self) -> usize {
                0 $(+ self.$list.len())+
            }

            /// Whether there is none.
            pub fn is_empty(&self) -> bool {
                self.len() == 0
            }
        }

        $(impl From<$kind> for Fact {
            fn from(fact: $kind) -> Self {
                Self::$kind(fact)
            }
        })+
    };
}

fact! {
    /// What the owner told of themselves: one row a book.
    Settings("settings", settings, |s| FactId(s.book.0))
    /// Rooms.
    Room("room", rooms, |r| r.id.into())
    /// People.
    Person("person", people, |p| p.id.into())
    /// Pitches.
    Pitch("pitch", pitches, |p| p.id)
    /// Problems by which others should think of the owner.
    TriggerProblem("trigger_problem", trigger_problems, |t| t.id)
    /// Aims.
    Aim("aim", aims, |a| a.id)
    /// What the owner makes together with others.
    Project("project", projects, |p| p.id)
    /// Words of the owner's own that people bear.
    Tag("tag", tags, |t| t.id)
    /// Filters kept under a name.
    PeopleList("people_list", people_lists, |l| l.id)
    /// Meetings.
    Meeting("meeting", meetings, |m| m.id)
    /// Conversations.
    Conversation("conversation", conversations, |c| c.id)
    /// Promises.
    Promise("promise", promises, |p| p.id)
    /// Help.
    Help("help", help, |h| h.id)
    /// Introductions.
    Introduction("introduction", introductions, |i| i.id)
    /// Referrals.
    Referral("referral", referrals, |r| r.id)
    /// Business won.
    Business("business", business, |b| b.id)
    /// Months of other channels.
    ChannelMonth("channel_month", channel_months, |c| c.id)
    /// Ratings.
    Rating("rating", ratings, |r| r.id)
    /// Opinions of rooms.
    RoomRating("room_rating", room_ratings, |r| r.id)
    /// Playback checks.
    Playback("playback", playbacks, |p| p.id)
    /// Share-cards given.
    CardGiven("card_given", cards_given, |c| c.id)
    /// Introductions on their way.
    ProposedIntroduction("proposed_introduction", proposed_introductions, |p| p.id)
    /// Mentions of the owner.
    Mention("mention", mentions, |m| m.id)
    /// Needs heard.
    Need("need", needs, |n| n.id)
    /// Offers heard.
    Offer("offer", offers, |o| o.id)
    /// Talks the owner gives.
    Presentation("presentation", presentations, |p| p.id)
    /// Raw notes.
    Note("note", notes, |n| n.id)
    /// Calendar entries.
    Entry("entry", entries, |e| e.id)
    /// Calendar components as received.
    CalendarObject("calendar_object", calendar_objects, |o| o.id)
    /// Cards as received.
    Card("card", cards, |c| c.id)
    /// Open and answered questions.
    Question("question", questions, |q| q.id)
    /// Whom no file may bring back unasked.
    Suppression("suppression", suppressions, |s| s.id)
    /// What sources said.
    Statement("statement", statements, |s| s.id)
}

impl Fact {
    /// The people it speaks of, each once: whose timeline shows it, and whose erasure touches it.
    pub fn people(&self) -> Vec<PersonId> {
        let mut people = match self {
            Self::Person(p) => p.introduced_by.into_iter().chain([p.id]).collect(),
            Self::Aim(a) => a.people.clone(),
            Self::Project(p) => p.people.clone(),
            Self::Tag(t) => t.people.clone(),
            Self::Meeting(m) => m.people.clone(),
            Self::Conversation(c) => c.people.clone(),
            Self::Promise(p) => vec![p.person],
            Self::Help(h) => vec![h.person],
            Self::Introduction(i) => [i.introduced_by, i.person_a, i.person_b]
                .iter()
                .filter_map(|p| p.person())
                .collect(),
            Self::Referral(r) => vec![r.person],
            Self::Business(b) => b.referrer.into_iter().collect(),
            Self::Rating(r) => vec![r.person],
            Self::Playback(p) => vec![p.person],
            Self::CardGiven(c) => vec![c.person],
            Self::ProposedIntroduction(p) => vec![p.person_a, p.person_b],
            Self::Presentation(p) => p.people.clone(),
            Self::Mention(m) => vec![m.person],
            Self::Need(n) => vec![n.person],
            Self::Offer(o) => vec![o.person],
            Self::Note(n) => n.people.clone(),
            Self::Entry(e) => match &e.meaning {
                crate::facts::Meaning::Conversation { people, .. } => people.clone(),
                _ => Vec::new(),
            },
            Self::Card(c) => vec![c.person],
            Self::Settings(_)
            | Self::Room(_)
            | Self::RoomRating(_)
            | Self::TriggerProblem(_)
            | Self::Pitch(_)
            | Self::ChannelMonth(_)
            | Self::CalendarObject(_)
            | Self::Question(_)
            | Self::Suppression(_)
            | Self::PeopleList(_)
            | Self::Statement(_) => Vec::new(),
        };
        people.sort_unstable();
        people.dedup();
        people
    }

    /// The civil date it holds at; none where it is undated, and then it holds at every date.
    pub fn on(&self) -> Option<jiff::civil::Date> {
        match self {
            Self::Meeting(m) => Some(m.on),
            Self::Conversation(c) => Some(c.on),
            Self::Note(n) => Some(n.on),
            Self::Promise(p) => p.made_on,
            Self::Help(h) => h.on,
            Self::Introduction(i) => i.on,
            Self::Referral(r) => r.on,
            Self::Business(b) => b.won_on,
            Self::ChannelMonth(c) => Some(c.month),
            Self::Rating(r) => r.on,
            Self::RoomRating(r) => r.on,
            Self::Playback(p) => p.on,
            Self::CardGiven(c) => c.on,
            Self::ProposedIntroduction(p) => p.proposed_on,
            Self::Presentation(p) => p.on,
            Self::TriggerProblem(t) => t.set_on,
            Self::Mention(m) => m.on,
            Self::Need(n) => n.on,
            Self::Offer(o) => o.on,
            Self::Aim(a) => a.set_on,
            Self::Project(p) => p.begun_on,
            Self::Pitch(p) => p.first_used_on,
            Self::Person(p) => p.met_on,
            Self::Entry(e) => e.event.on,
            Self::Settings(_)
            | Self::Room(_)
            | Self::CalendarObject(_)
            | Self::Card(_)
            | Self::Tag(_)
            | Self::PeopleList(_)
            | Self::Question(_)
            | Self::Suppression(_)
            | Self::Statement(_) => None,
        }
    }
}
