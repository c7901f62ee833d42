//! Where a text turns from the encounter to what was promised, needed, given or arranged.

mod ends;
mod handed;
mod imperative;
mod subjects;
mod wished;

use super::lexicon::is_doing;
use super::names::Mention;
use super::rooms::RoomMention;
use super::verbs::{VERBS, Who};
use super::words::{Break, Word};
use jiff::civil::Date;
use std::ops::Range;

/// What a clause tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    /// The owner promised.
    Mine,
    /// The other promised.
    Theirs,
    /// The other needs something.
    Need,
    /// The other offers something.
    Offer,
    /// The owner helped.
    Gave,
    /// The other helped the owner.
    Received,
    /// The owner wants to be in touch again.
    FollowUp,
    /// Business was won.
    Won,
    /// The owner asked for something: the words stay, and nobody was met by them.
    Asked,
}

/// Whom a clause is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum About {
    /// Somebody named.
    Person(usize),
    /// Whoever was spoken of: a pronoun, or nobody named.
    Them,
    /// Somebody of a room, whom the words don't name: a group does nothing for anybody, people do.
    OfRoom(usize),
    /// Somebody of a firm, whom the words don't name.
    OfFirm,
}

/// One clause.
#[derive(Clone, Debug)]
pub(super) struct Clause {
    /// What it tells.
    pub head: Head,
    /// Whom it is about.
    pub about: About,
    /// Its verb's words, subject included.
    pub lead: Range<usize>,
    /// The words after its verb.
    pub body: Range<usize>,
}

/// The clauses of a text, in order; what lies outside them is the encounter.
pub(super) fn find(
    words: &[Word<'_>],
    (mentions, firms): (&[Mention], &[Range<usize>]),
    rooms: &[RoomMention],
    today: Date,
) -> Vec<Clause> {
    let scan = Scan { words, mentions, firms, rooms, today };
    let mut clauses: Vec<Clause> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let begins = scan.clause_at(at).or_else(|| scan.goes_on(at, clauses.last()));
        match begins.filter(|c| scan.stands(c, clauses.last())) {
            Some(clause) => {
                at = clause.body.start.max(at + 1);
                clauses.push(clause);
            }
            None => at += 1,
        }
    }
    let starts: Vec<usize> = clauses.iter().map(|c| c.lead.start).collect();
    for (i, clause) in clauses.iter_mut().enumerate() {
        let next = starts.get(i + 1).copied().unwrap_or(words.len()).max(clause.body.start);
        clause.body.end = scan.body_end(clause.head, clause.body.start, next);
        match clause.head {
            Head::Theirs if scan.is_to_themselves(clause) => clause.head = Head::Mine,
            Head::Mine if scan.is_to_the_owner(clause) => clause.head = Head::Theirs,
            _ => {}
        }
    }
    clauses
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Subject {
    Me,
    Other(About),
    Unsaid,
}

struct Scan<'a, 't> {
    words: &'a [Word<'t>],
    mentions: &'a [Mention],
    firms: &'a [Range<usize>],
    rooms: &'a [RoomMention],
    today: Date,
}

impl Scan<'_, '_> {
    fn low(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |w| w.low.as_str())
    }

    fn mention(&self, at: usize) -> Option<&Mention> {
        self.mentions.iter().find(|m| m.at.start == at)
    }

    fn clause_at(&self, at: usize) -> Option<Clause> {
        if let Some(room) = self.rooms.iter().find(|room| room.at.start == at) {
            return self.done_by_a_room(room);
        }
        let (subject, length) = self.subject(at);
        if length > 0
            && let Some(clause) = self.verb(at, at + length, subject)
        {
            return Some(clause);
        }
        if self.mentions.iter().any(|m| m.at.contains(&at)) {
            return None;
        }
        self.bracketed(at)
            .or_else(|| self.verb(at, at, Subject::Unsaid))
            .or_else(|| self.handed(at))
            .or_else(|| self.imperative(at))
    }

    /// `Makers' Lunch referred Kendal Bakery to me`: what a room is said to have done for the owner.
    fn done_by_a_room(&self, room: &RoomMention) -> Option<Clause> {
        let (start, verb) = (room.at.start, room.at.end);
        let joined = self.words.get(verb.checked_sub(1)?)?.ends == Break::None;
        let helps =
            joined.then(|| self.verb(start, verb, Subject::Other(About::OfRoom(room.room))))?;
        let clause = helps.filter(|clause| clause.head == Head::Received)?;
        // `Chamber Lunch introduced Tom to Ann` was dictated without an `at`: the owner did that.
        self.is_to_me(start).then_some(clause)
    }

    /// Whether the words from `start` to the end of their sentence speak of the owner.
    fn is_to_me(&self, start: usize) -> bool {
        (start..self.words.len())
            .take_while(|&i| {
                i == start || self.words.get(i - 1).is_none_or(|w| w.ends != Break::Sentence)
            })
            .any(|i| matches!(self.low(i), "me" | "us"))
    }

    /// Whether a wish to be in touch stands for itself: `a call back` and `promised to chase Tom for
    /// the invoice` are things promised.
    fn stands(&self, clause: &Clause, last: Option<&Clause>) -> bool {
        if clause.head == Head::Won {
            return self.is_business(clause.lead.end) && !self.is_theirs(&clause.lead);
        }
        if clause.head == Head::Need && last.is_some_and(|last| self.is_of_a_lead(clause, last)) {
            return false;
        }
        if clause.head == Head::Received && self.is_turned_down(clause.lead.start) {
            return false;
        }
        // `He passed his exam`: only what came to the owner is passed on.
        if clause.head == Head::Received && matches!(self.low(clause.lead.end - 1), "passed" | "on")
        {
            return self.is_to_me(clause.lead.end);
        }
        let start = clause.lead.start;
        // `Asked if I would speak`: what is asked is not yet promised.
        let is_asked = start > 0 && matches!(self.low(start - 1), "if" | "whether");
        if is_asked && matches!(clause.head, Head::Mine | Head::Theirs) {
            return false;
        }
        let promised = last.is_some_and(|l| l.head == Head::Mine && l.body.start == start);
        if clause.head == Head::Gave && self.low(start) == "put" {
            return !promised;
        }
        if clause.head != Head::FollowUp {
            return true;
        }
        !(promised && self.is_part_of_a_deed(start)) && self.is_wished(start..clause.lead.end)
    }

    /// `She won Ruth as a client`: another's business. They may well sign what is the owner's.
    fn is_theirs(&self, lead: &Range<usize>) -> bool {
        let before = lead.start.checked_sub(1).map_or("", |i| self.low(i));
        let wins = lead.clone().any(|i| matches!(self.low(i), "won" | "landed"));
        wins && matches!(before, "he" | "she" | "they" | "who")
    }

    /// `Turned down the lead from Ken`: nothing that was received.
    fn is_turned_down(&self, start: usize) -> bool {
        let before = |n: usize| start.checked_sub(n).map_or("", |i| self.low(i));
        (1..=3).any(|n| matches!(before(n), "down" | "declined" | "refused" | "rejected"))
    }

    /// `Coffee with Sarah promised to send her the list`: nobody promises to send herself a list, so the
    /// owner did, unless somebody else was spoken of.
    fn is_to_themselves(&self, clause: &Clause) -> bool {
        let About::Person(who) = clause.about else { return false };
        let alone = self.mentions.iter().all(|m| m.who == who || m.at.start > clause.lead.start);
        alone && matches!(self.low(clause.body.start + 1), "him" | "her" | "them")
    }

    /// `Chris said he knows her and will introduce me`: nobody promises to introduce himself to himself.
    fn is_to_the_owner(&self, clause: &Clause) -> bool {
        clause.about == About::Them
            && matches!(self.low(clause.body.start + 1), "me" | "us")
            && self.mentions.iter().any(|m| m.at.start < clause.lead.start)
    }

    /// Whether what was won is business: its sentence names a sum, a job, or through whom it came.
    fn is_business(&self, from: usize) -> bool {
        let mut at = from;
        while at < self.words.len() {
            let job = matches!(
                self.low(at),
                "job"
                    | "deal"
                    | "contract"
                    | "client"
                    | "work"
                    | "project"
                    | "order"
                    | "tender"
                    | "account"
                    | "through"
                    | "via"
                    | "thanks"
                    | "referred"
            );
            if job || super::amounts::at(self.words, at).is_some() {
                return true;
            }
            if self.words.get(at).is_some_and(|w| w.ends == Break::Sentence) {
                return false;
            }
            at += 1;
        }
        false
    }

    fn verb(&self, start: usize, at: usize, subject: Subject) -> Option<Clause> {
        let verb_at = at + self.adverbs(at);
        let opens = start == 0
            || self.words.get(start - 1).is_some_and(|w| w.ends != Break::None)
            || matches!(
                self.low(start - 1),
                "and" | "then" | "also" | "but" | "so" | "plus" | "to"
            );
        for (head, who, phrases) in VERBS {
            let fits = match subject {
                Subject::Me => matches!(who, Who::Me | Who::MeUnsaid),
                Subject::Other(_) => matches!(who, Who::Other | Who::OtherUnsaid),
                Subject::Unsaid => match who {
                    Who::MeUnsaid | Who::OtherUnsaid => true,
                    Who::Opening => opens,
                    Who::Me | Who::Other => false,
                },
            };
            let unparted = *who == Who::Opening && subject == Subject::Unsaid && !opens;
            let asked = fits || unparted;
            let found =
                asked.then(|| phrases.split('|').find_map(|p| self.phrase(*head, verb_at, p)));
            if let Some(Some((length, object))) = found
                && (fits || self.opens_unparted(start, verb_at + length))
            {
                return Some(clause(*head, subject, start..verb_at + length, object));
            }
        }
        None
    }

    fn adverbs(&self, at: usize) -> usize {
        (at..self.words.len())
            .take_while(|&i| {
                matches!(
                    self.low(i),
                    "also"
                        | "really"
                        | "just"
                        | "kindly"
                        | "desperately"
                        | "urgently"
                        | "badly"
                        | "always"
                        | "currently"
                        | "now"
                        | "both"
                        | "all"
                        | "still"
                        | "even"
                        | "actually"
                        | "already"
                        | "definitely"
                        | "kinda"
                        | "very"
                        | "then"
                        | "probably"
                )
            })
            .count()
    }

    /// Whether the words at `at` are a phrase: `_` stands for a person, `%` for a verb of doing
    /// (which stays in the body), `!` for the owner's own `me`.
    fn phrase(&self, head: Head, at: usize, phrase: &str) -> Option<(usize, Option<About>)> {
        let (mut i, mut object) = (at, None);
        for part in phrase.split(' ') {
            match part {
                "_" => {
                    let (about, length) = self.object(i).or_else(|| self.giver(head, i))?;
                    object = Some(about);
                    i += length;
                }
                "%" => {
                    let adverbs = self.adverbs(i);
                    is_doing(self.low(i + adverbs)).then_some(())?;
                    return Some((i - at, object));
                }
                word => {
                    (self.low(i) == word).then_some(())?;
                    i += 1;
                }
            }
        }
        Some((i - at, object))
    }

    fn object(&self, at: usize) -> Option<(About, usize)> {
        if let Some(mention) = self.mention(at) {
            // `Promised Tom's number`: what is his goes to somebody else.
            return (!mention.owns).then(|| (About::Person(mention.who), mention.at.len()));
        }
        if let Some(firm) = self.firms.iter().find(|firm| firm.start == at) {
            return Some((About::OfFirm, firm.len()));
        }
        matches!(self.low(at), "him" | "her" | "them" | "he" | "she" | "they")
            .then_some((About::Them, 1))
    }

    /// `A referral from the Chamber Lunch`: a room that something was received from, which somebody there gave.
    fn giver(&self, head: Head, at: usize) -> Option<(About, usize)> {
        let article = usize::from(matches!(self.low(at), "the" | "our"));
        let room = self.rooms.iter().find(|room| room.at.start == at + article)?;
        (head == Head::Received).then_some((About::OfRoom(room.room), article + room.at.len()))
    }
}

fn clause(head: Head, subject: Subject, lead: Range<usize>, object: Option<About>) -> Clause {
    let about = match (object, subject) {
        (Some(object), Subject::Me | Subject::Unsaid) => object,
        (_, Subject::Other(about)) => about,
        _ => About::Them,
    };
    Clause { head, about, body: lead.end..lead.end, lead }
}
