//! A book with its entries found by id, so that each figure opens to the entries behind it.

use crate::say;
use crate::words::Words;
use jiff::civil::Date;
use kithwork_core::book::Book;
use kithwork_core::facts::{
    Business, ChannelMonth, Conversation, ConversationKind, Direction, Explained, Help, HelpKind,
    Introduction, Meeting, Mention, Need, Party, Person, Playback, Promise, PromisedBy, Rated,
    Rating, Referral, ReferralStatus, Stage,
};
use kithwork_core::id::{FactId, PersonId};
use kithwork_core::matching::sought;
use std::cmp::Reverse;
use std::collections::HashMap;
use std::sync::Arc;

/// A book with its entries found by id.
#[derive(Debug)]
pub(crate) struct Shelf {
    /// The book.
    pub book: Arc<Book>,
    at: HashMap<FactId, Place>,
}

/// One entry behind a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    /// Its date; none where the book knows none.
    pub on: Option<Date>,
    /// What it is.
    pub what: Words,
}

#[derive(Clone, Copy, Debug)]
enum Place {
    Person(usize),
    Room(usize),
    Meeting(usize),
    Conversation(usize),
    Promise(usize),
    Help(usize),
    Introduction(usize),
    Referral(usize),
    Business(usize),
    Rating(usize),
    Playback(usize),
    Need(usize),
    Mention(usize),
    Channel(usize),
}

impl Shelf {
    /// Notes where each entry of the book stands.
    pub(crate) fn new(book: Arc<Book>) -> Self {
        let f = &book.facts;
        let mut at = HashMap::with_capacity(f.len());
        at.extend(f.people.iter().enumerate().map(|(i, p)| (p.id.into(), Place::Person(i))));
        at.extend(f.rooms.iter().enumerate().map(|(i, r)| (r.id.into(), Place::Room(i))));
        at.extend(f.meetings.iter().enumerate().map(|(i, m)| (m.id, Place::Meeting(i))));
        at.extend(f.conversations.iter().enumerate().map(|(i, c)| (c.id, Place::Conversation(i))));
        at.extend(f.promises.iter().enumerate().map(|(i, p)| (p.id, Place::Promise(i))));
        at.extend(f.help.iter().enumerate().map(|(i, h)| (h.id, Place::Help(i))));
        at.extend(f.introductions.iter().enumerate().map(|(i, x)| (x.id, Place::Introduction(i))));
        at.extend(f.referrals.iter().enumerate().map(|(i, r)| (r.id, Place::Referral(i))));
        at.extend(f.business.iter().enumerate().map(|(i, b)| (b.id, Place::Business(i))));
        at.extend(f.playbacks.iter().enumerate().map(|(i, p)| (p.id, Place::Playback(i))));
        at.extend(f.needs.iter().enumerate().map(|(i, n)| (n.id, Place::Need(i))));
        at.extend(f.mentions.iter().enumerate().map(|(i, m)| (m.id, Place::Mention(i))));
        at.extend(f.channel_months.iter().enumerate().map(|(i, c)| (c.id, Place::Channel(i))));
        at.extend(f.ratings.iter().enumerate().map(|(i, r)| (r.id, Place::Rating(i))));
        Self { book, at }
    }

    /// The entry of that id in a line; none where the book holds none that can be shown.
    pub(crate) fn line(&self, id: FactId) -> Option<Line> {
        let f = &self.book.facts;
        Some(match *self.at.get(&id)? {
            Place::Person(i) => {
                let p = f.people.get(i)?;
                let on = self.first_met(p.id);
                let opening = if on.is_some() { "Met " } else { "" };
                Line { on, what: self.and(Words::plain(opening), &[p.id]) }
            }
            Place::Room(i) => Line { on: None, what: Words::default().name(&f.rooms.get(i)?.name) },
            Place::Meeting(i) => self.meeting(f.meetings.get(i)?),
            Place::Conversation(i) => self.conversation(f.conversations.get(i)?),
            Place::Promise(i) => self.promise(f.promises.get(i)?),
            Place::Help(i) => self.help(f.help.get(i)?),
            Place::Introduction(i) => self.introduction(f.introductions.get(i)?),
            Place::Referral(i) => self.referral(f.referrals.get(i)?),
            Place::Business(i) => self.business(f.business.get(i)?),
            Place::Rating(i) => self.rating(f.ratings.get(i)?),
            Place::Playback(i) => self.playback(f.playbacks.get(i)?),
            Place::Need(i) => self.need(f.needs.get(i)?),
            Place::Mention(i) => self.mention(f.mentions.get(i)?),
            Place::Channel(i) => channel(f.channel_months.get(i)?),
        })
    }

    /// Whether an entry can be deleted by itself: people and groups go their own ways, and an occasion of a
    /// series (its id is made of the series' own) goes with its calendar.
    pub(crate) fn can_go(&self, id: FactId) -> bool {
        let is_of_series = id.0.get_version_num() == 5;
        let place = self.at.get(&id).filter(|_| !is_of_series);
        place.is_some_and(|place| !matches!(place, Place::Person(_) | Place::Room(_)))
    }

    /// The conversation of that id.
    pub(crate) fn conversation_of(&self, id: FactId) -> Option<&Conversation> {
        match *self.at.get(&id)? {
            Place::Conversation(i) => self.book.facts.conversations.get(i),
            _ => None,
        }
    }

    /// The promise of that id.
    pub(crate) fn promise_of(&self, id: FactId) -> Option<&Promise> {
        match *self.at.get(&id)? {
            Place::Promise(i) => self.book.facts.promises.get(i),
            _ => None,
        }
    }

    /// What a thing to do rests on: of a person the last meeting and the last conversation with them up to a
    /// date rather than their name, or how they were met where there was neither; a group is no entry.
    pub(crate) fn behind(&self, facts: &[FactId], until: Date) -> Vec<FactId> {
        let mut behind: Vec<FactId> = Vec::with_capacity(facts.len());
        for &id in facts {
            match self.at.get(&id) {
                Some(Place::Room(_)) | None => {}
                Some(Place::Person(i)) => {
                    behind.extend(
                        self.book
                            .facts
                            .people
                            .get(*i)
                            .map(|p| self.last_of(p, until))
                            .unwrap_or_default(),
                    );
                }
                Some(_) => behind.push(id),
            }
        }
        behind.sort_unstable();
        behind.dedup();
        behind
    }

    fn last_of(&self, person: &Person, until: Date) -> Vec<FactId> {
        let seen = self.book.meetings_of(person.id).take_while(|m| m.on <= until).last();
        let talks = self.book.conversations_of(person.id);
        let talked = talks.filter(|c| c.on <= until && c.stage == Stage::Happened).last();
        let last: Vec<FactId> =
            seen.map(|m| m.id).into_iter().chain(talked.map(|c| c.id)).collect();
        match person.met_on {
            Some(_) if last.is_empty() => vec![person.id.into()],
            _ => last,
        }
    }

    /// These entries, the latest first, undated ones last; what the book does not hold is left out.
    pub(crate) fn latest(&self, ids: &[FactId]) -> Vec<FactId> {
        let known = ids.iter().filter(|id| self.at.contains_key(id));
        let mut dated: Vec<_> = known.map(|&id| (Reverse(self.on(id)), id)).collect();
        dated.sort_unstable();
        dated.into_iter().map(|(_, id)| id).collect()
    }

    /// The date of an entry.
    fn on(&self, id: FactId) -> Option<Date> {
        let f = &self.book.facts;
        match *self.at.get(&id)? {
            Place::Person(i) => self.first_met(f.people.get(i)?.id),
            Place::Room(_) => None,
            Place::Meeting(i) => Some(f.meetings.get(i)?.on),
            Place::Conversation(i) => Some(f.conversations.get(i)?.on),
            Place::Promise(i) => f.promises.get(i)?.made_on,
            Place::Help(i) => f.help.get(i)?.on,
            Place::Introduction(i) => f.introductions.get(i)?.on,
            Place::Referral(i) => f.referrals.get(i)?.on,
            Place::Business(i) => f.business.get(i)?.won_on,
            Place::Rating(i) => f.ratings.get(i)?.on,
            Place::Playback(i) => f.playbacks.get(i)?.on,
            Place::Need(i) => f.needs.get(i)?.on,
            Place::Mention(i) => f.mentions.get(i)?.on,
            Place::Channel(i) => Some(f.channel_months.get(i)?.month),
        }
    }

    /// When the person was first met or talked to, as far as the book knows.
    pub(crate) fn first_met(&self, id: PersonId) -> Option<Date> {
        let person = self.book.person(id)?;
        let met = self.book.meetings_of(id).next().map(|m| m.on);
        let talks = self.book.conversations_of(id);
        let talked = talks.filter(|c| c.stage == Stage::Happened).map(|c| c.on).next();
        [person.met_on, met, talked].into_iter().flatten().min()
    }

    /// A meeting in a line.
    pub(crate) fn meeting(&self, meeting: &Meeting) -> Line {
        let room = self.book.room(meeting.room).map_or("A meeting", |r| r.name.as_str());
        let what = Words::default().name(room).then(self.taken(meeting));
        Line { on: Some(meeting.on), what }
    }

    /// What a meeting took, each as far as it is known.
    fn taken(&self, meeting: &Meeting) -> String {
        let length = meeting.minutes.map(|minutes| format!(", {}", say::duration(minutes.into())));
        let lasted =
            |what: &str, minutes: u32| format!(", {what} {}", say::duration(minutes.into()));
        let travel = meeting.travel_minutes.map(|minutes| lasted("travel", minutes));
        let prep = meeting.prep_minutes.map(|minutes| lasted("preparation", minutes));
        let cost = meeting.cost.map(|cost| cost.money(self.book.currency()));
        let cost = cost.map(|cost| format!(", {}", say::money(cost)));
        let energy = meeting.energy.map(|score| format!(", energy {score} of 5"));
        [length, travel, prep, cost, energy].into_iter().flatten().collect()
    }

    /// A conversation in a line.
    pub(crate) fn conversation(&self, conversation: &Conversation) -> Line {
        let kind = conversation_kind(conversation.kind);
        let mut what = self.and(Words::plain(format!("{kind} ")), &conversation.people);
        if let Some(minutes) = conversation.took().whole() {
            what = what.then(format!(", {}", say::duration(minutes)));
        }
        let cost = conversation.cost.map(|cost| cost.money(self.book.currency()));
        let cost = cost.map(|cost| format!(", {}", say::money(cost)));
        let energy = conversation.energy.map(|score| format!(", energy {score} of 5"));
        what = what.then([cost, energy].into_iter().flatten().collect::<String>());
        if conversation.stage != Stage::Happened {
            what = what.then(stage(conversation.stage));
        }
        if conversation.is_one_way() {
            what = what.then(" (one-way)");
        }
        Line { on: Some(conversation.on), what }
    }

    fn business(&self, business: &Business) -> Line {
        let mut what = Words::default().name(&business.client);
        if let Some(value) = business.value {
            let money = value.money(self.book.currency());
            what = what.then(format!(", {}", say::money(money)));
        }
        if let Some(source) = &business.source {
            what = what.then(", from ").name(source);
        }
        Line { on: business.won_on, what }
    }

    fn promise(&self, promise: &Promise) -> Line {
        let what = match promise.direction {
            PromisedBy::Mine => self.and(Words::plain("Your promise to "), &[promise.person]),
            PromisedBy::Theirs => self.named([promise.person]).then(" promised"),
        };
        let mut what = what.then(": ").name(&promise.what);
        if let Some(done) = promise.done_on {
            what = what.then(format!(", kept on {}", say::day_in(done)));
        } else if let Some(due) = promise.due_on {
            let has_passed = promise.made_on.is_some_and(|made_on| due < made_on);
            let passed = if has_passed { ", which has passed" } else { "" };
            what = what.then(format!(", by {}{passed}", say::day_in(due)));
        }
        Line { on: promise.made_on, what }
    }

    fn help(&self, help: &Help) -> Line {
        let kind = help_kind(help.kind);
        let what = match help.direction {
            Direction::Given => self.and(Words::plain(format!("{kind} for ")), &[help.person]),
            Direction::Received => self.and(Words::plain(format!("{kind} from ")), &[help.person]),
        };
        let about = help.about.as_ref().map(|about| format!(": {about}"));
        Line { on: help.on, what: what.then(about.unwrap_or_default()) }
    }

    fn introduction(&self, introduction: &Introduction) -> Line {
        let mut what = match introduction.introduced_by {
            Party::Me => Words::plain("You introduced "),
            Party::Person(id) => self.named([id]).then(" introduced "),
        };
        for (i, party) in [introduction.person_a, introduction.person_b].into_iter().enumerate() {
            if i > 0 {
                what = what.then(" and ");
            }
            what = match party {
                Party::Me => what.then("you"),
                Party::Person(id) => self.and(what, &[id]),
            };
        }
        Line { on: introduction.on, what }
    }

    fn referral(&self, referral: &Referral) -> Line {
        let what = match referral.direction {
            Direction::Given => self.and(Words::plain("Referral to "), &[referral.person]),
            Direction::Received => self.and(Words::plain("Referral from "), &[referral.person]),
        };
        let what = match &referral.prospect {
            Some(prospect) => what.then(": ").name(prospect),
            None => what,
        };
        let came = referral.status.map(came_to).map(|came| format!(", {came}"));
        let what = what.then(came.unwrap_or_default());
        Line { on: referral.on, what }
    }

    fn rating(&self, rating: &Rating) -> Line {
        let what = match rating.what {
            Rated::Trust => "trust in you",
            Rated::Understanding => "grasp of your work",
            Rated::Access => "nearness to your clients",
            Rated::IWouldRefer => "chance that you would refer them",
        };
        let what = format!(": {what}, {} of 4", rating.score);
        Line { on: rating.on, what: self.named([rating.person]).then(what) }
    }

    fn playback(&self, playback: &Playback) -> Line {
        let what = if playback.is_of_the_whole() { "what you do" } else { "when to think of you" };
        let asked = self.and(Words::plain("You asked "), &[playback.person]);
        let could = match playback.explained {
            Explained::Yes => "they could",
            Explained::Partly => "they could in part",
            Explained::No => "they could not yet",
        };
        let asked = asked.then(format!(" to say back {what}: {could}"));
        let what = match &playback.words {
            Some(words) => asked.then(", “").name(words).then("”"),
            None => asked,
        };
        Line { on: playback.on, what }
    }

    fn need(&self, need: &Need) -> Line {
        let what = self.named([need.person]).then(" looks for ").name(&sought(&need.what));
        Line { on: need.on, what }
    }

    fn mention(&self, mention: &Mention) -> Line {
        let what = self.named([mention.person]).then(" said of you: “").name(&mention.words);
        Line { on: mention.on, what: what.then("”") }
    }

    fn named(&self, people: impl IntoIterator<Item = PersonId>) -> Words {
        self.and(Words::default(), &people.into_iter().collect::<Vec<_>>())
    }

    /// Goes on with the names of people.
    pub(crate) fn and(&self, words: Words, people: &[PersonId]) -> Words {
        words.people(people.iter().map(|&id| {
            (id, self.book.person(id).map_or("someone no longer here", |p| p.name.as_str()))
        }))
    }
}

/// How far a referral came, in a word.
fn came_to(status: ReferralStatus) -> &'static str {
    match status {
        ReferralStatus::Open => "offered",
        ReferralStatus::Contacted => "contacted",
        ReferralStatus::Met => "met",
        ReferralStatus::Proposed => "quoted",
        ReferralStatus::Won => "won",
        ReferralStatus::Lost => "lost",
        ReferralStatus::NoFit => "no fit",
    }
}

/// What another way of finding clients took in a month.
fn channel(of: &ChannelMonth) -> Line {
    let spent = of.minutes.map(|minutes| format!(", {}", say::duration(u64::from(minutes))));
    let when = format!("{} in {}", spent.unwrap_or_default(), say::month_in(of.month));
    Line { on: None, what: Words::default().name(&of.channel).then(when) }
}

fn conversation_kind(kind: ConversationKind) -> &'static str {
    match kind {
        ConversationKind::OneToOne => "One-to-one with",
        ConversationKind::SmallGroup => "A small group with",
        ConversationKind::Call => "Call with",
        ConversationKind::Video => "Video one-to-one with",
        ConversationKind::Email => "E-mail with",
        ConversationKind::Message => "Message with",
        ConversationKind::Letter => "Letter with",
        ConversationKind::Social => "Time with",
    }
}

fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Suggested => " (suggested)",
        Stage::Asked => " (asked)",
        Stage::Agreed => " (agreed)",
        Stage::Happened => "",
    }
}

fn help_kind(kind: HelpKind) -> &'static str {
    match kind {
        HelpKind::Introduction => "An introduction",
        HelpKind::Referral => "A referral",
        HelpKind::Advice => "Advice",
        HelpKind::Experience => "Experience",
        HelpKind::Idea => "An idea",
        HelpKind::Resource => "Something useful",
        HelpKind::Testimonial => "A testimonial",
        HelpKind::Support => "Support",
        HelpKind::Invitation => "An invitation",
    }
}
