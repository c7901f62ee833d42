//! One note being read: its words, whom it names, what it says.

use super::alone::{self, Alone};
use super::clauses::{self, About, Clause, Head};
use super::names::{self, Mention};
use super::rooms::{self, RoomMention};
use super::travel::Way;
use super::words::{self, Break, Word, is_in};
use super::{
    Gathering, Named, NamedRoom, Part, Said, Through, Unclear, Understood, apart, brackets, dates,
    durations, encounter, energy, help, others, promises, trades, travel, wants, won,
};
use jiff::civil::Date;
use std::ops::Range;

/// One note being read.
pub(super) struct Reading<'a> {
    pub text: &'a str,
    pub words: Vec<Word<'a>>,
    pub today: Date,
    pub on: Date,
    /// The meeting it is said at, and its room's place in `named_rooms`.
    pub at: Option<(Gathering, usize)>,
    /// The words that tell of something apart from that meeting; all of them where there is none.
    pub apart: Vec<Range<usize>>,
    pub rooms: Vec<RoomMention>,
    pub named_rooms: Vec<NamedRoom>,
    pub people: Vec<Named>,
    pub mentions: Vec<Mention>,
    pub clauses: Vec<Clause>,
    /// The ways to meetings.
    pub ways: Vec<Way>,
    /// What the owner did by themselves.
    pub alone: Vec<Alone>,
    /// How something left them.
    pub energies: Vec<energy::Felt>,
    /// Sentences that tell what others did with each other.
    pub others: Vec<Range<usize>>,
    pub unclear: Vec<Unclear>,
}

impl<'a> Reading<'a> {
    pub(super) fn of(text: &'a str, said: &Said<'_>) -> Self {
        let reading = Self::read(text, said);
        // Nothing of it is of the meeting that was chosen: then it is a note like any other.
        if reading.at.is_some() && apart::is_all(&reading) {
            return Self::read(text, &Said { at: None, ..*said });
        }
        reading
    }

    fn read(text: &'a str, said: &Said<'_>) -> Self {
        let words = words::spoken(text);
        let (mut named_rooms, rooms) = rooms::find(&words, said);
        let at = said.at.zip(rooms::said_at(&mut named_rooms, said));
        let alone = alone::find(&words);
        let taken = rooms.iter().map(|r| r.at.clone()).chain(alone.iter().map(|a| a.at.clone()));
        let mut taken: Vec<Range<usize>> = taken.collect();
        taken.sort_by_key(|at| at.start);
        let names::Found { people, mut mentions, firms } = names::find(&words, said, &taken);
        let others = others::find(&words, &mentions);
        mentions.retain(|mention| !others.iter().any(|words| words.contains(&mention.at.start)));
        let mut clauses = clauses::find(&words, (&mentions, &firms), &rooms, said.today);
        clauses.retain(|clause| !others.iter().any(|words| words.contains(&clause.lead.start)));
        let ways = travel::find(&words, &rooms);
        let energies = energy::find(&words, &rooms, said.today);
        let (today, unclear) = (said.today, Vec::new());
        let mut reading = Self {
            text,
            words,
            today,
            on: today,
            at,
            apart: Vec::new(),
            rooms,
            named_rooms,
            people,
            mentions,
            clauses,
            ways,
            alone,
            energies,
            others,
            unclear,
        };
        reading.give_back_encounter();
        reading.apart = apart::of(&reading);
        // What is said at a meeting is of its day.
        reading.on = match reading.at {
            Some((meeting, _)) => meeting.on,
            None => encounter::day(&reading).unwrap_or(today),
        };
        reading
    }

    /// `She needs a bookkeeper yesterday 45m`: a day gone by and a length of time at the end of a
    /// clause belong to the encounter.
    fn give_back_encounter(&mut self) {
        let mut clauses = std::mem::take(&mut self.clauses);
        for clause in clauses.iter_mut().filter(|clause| clause.head != Head::FollowUp) {
            let body = clause.body.clone();
            let is_tail = |&at: &usize| {
                self.is_of_the_encounter(at, &body) || self.is_time_of_a_deed(at, clause)
            };
            let tail = body.clone().find(is_tail);
            clause.body.end = tail.unwrap_or(body.end).max(body.start);
        }
        self.clauses = clauses;
    }

    /// Whether a word of a clause begins what ends it and belongs to the encounter.
    fn is_of_the_encounter(&self, at: usize, body: &Range<usize>) -> bool {
        let day = |sense| dates::at(&self.words, at, self.today, sense);
        let is_led = at > body.start
            && matches!(self.low(at - 1), "in" | "for" | "by" | "a" | "an" | "the" | "her" | "his");
        // `Sent by Friday 13 November`: no part of a day that something is due by is another day.
        let is_due = (body.start..=at).filter(|&from| dates::is_due(self.low(from))).any(|from| {
            let due = dates::at(&self.words, from, self.today, dates::Sense::Due);
            due.is_some_and(|(_, length)| at < from + length)
        });
        let length = durations::length(&self.words, at).map(|(_, length)| length);
        let gone = day(dates::Sense::Past)
            .filter(|(date, _)| *date < self.today && !is_due)
            .filter(|_| day(dates::Sense::Due).is_none_or(|(due, _)| due < self.today))
            .map(|(_, length)| length);
        !is_led && length.into_iter().chain(gone).any(|length| at + length >= body.end)
    }

    /// `Helped Tom with his CV for 30 minutes on Friday`: how long and when something was done, at its end.
    fn is_time_of_a_deed(&self, at: usize, clause: &Clause) -> bool {
        let is_deed = matches!(clause.head, Head::Gave | Head::Received)
            && clause.lead.clone().any(|i| is_in("helped advised showed", self.low(i)));
        let (mut next, mut is_timed) = (at, false);
        while is_deed && next < clause.body.end {
            let led = next + usize::from(self.low(next) == "for");
            let long = durations::length(&self.words, led).map(|(_, length)| led + length);
            let day = dates::at(&self.words, next, self.today, dates::Sense::Past);
            let gone = day.filter(|(day, _)| *day <= self.today).map(|(_, length)| next + length);
            let Some(end) = long.or(gone) else { return false };
            is_timed |= long.is_some();
            next = end;
        }
        is_timed
    }

    pub(super) fn low(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |w| w.low.as_str())
    }

    /// The user's own words of a range.
    pub(super) fn raw(&self, range: Range<usize>) -> String {
        let first = self.words.get(range.start).filter(|_| range.start < range.end);
        let last = range.end.checked_sub(1).and_then(|i| self.words.get(i));
        let (Some(first), Some(last)) = (first, last) else { return String::new() };
        self.text.get(first.start..last.end).unwrap_or_default().to_owned()
    }

    /// The words of the sentence that word `at` stands in.
    pub(super) fn sentence(&self, at: usize) -> Range<usize> {
        let ends = |i: usize| self.words.get(i).is_some_and(|w| w.ends == Break::Sentence);
        let start = (0..at).rev().find(|&i| ends(i)).map_or(0, |i| i + 1);
        let end = (at..self.words.len()).find(|&i| ends(i)).map_or(self.words.len(), |i| i + 1);
        start..end
    }

    /// Whether a word belongs to the encounter: to no clause, and to nothing that others did.
    pub(super) fn is_encounter(&self, at: usize) -> bool {
        !self.clauses.iter().any(|c| (c.lead.start..c.body.end).contains(&at))
            && !self.others.iter().any(|words| words.contains(&at))
    }

    /// Whether a word tells of something apart from the meeting it is said at.
    pub(super) fn is_apart(&self, at: usize) -> bool {
        self.apart.iter().any(|range| range.contains(&at))
    }

    /// Whether a word tells of an encounter apart from the meeting a note is taken at.
    pub(super) fn is_told(&self, at: usize) -> bool {
        self.is_of_an_encounter(at) && self.is_apart(at)
    }

    /// Whether a word tells of an encounter: of none of the ways to it, nor of what the owner did alone or
    /// how it left them.
    pub(super) fn is_of_an_encounter(&self, at: usize) -> bool {
        self.is_encounter(at)
            && !self.ways.iter().any(|way| way.at.contains(&at))
            && !self.alone.iter().any(|alone| alone.at.contains(&at))
            && !self.energies.iter().any(|felt| felt.holds(at))
    }

    /// How something left the owner, as the first of these words tells it.
    pub(super) fn energy(&self, is_of_it: impl Fn(usize) -> bool) -> Option<u8> {
        let told = |at: usize| self.is_encounter(at) && is_of_it(at);
        self.energies.iter().find(|felt| told(felt.at.start)).map(|felt| felt.score)
    }

    /// Whether a day or time stands at a word.
    pub(super) fn names_a_day(&self, at: usize) -> bool {
        dates::at(&self.words, at, self.today, dates::Sense::Due).is_some()
    }

    /// The person a clause is about; asks where it can't be told.
    pub(super) fn person(&mut self, about: About, clause: &Clause) -> Option<usize> {
        match about {
            About::Person(who) => Some(who),
            About::Them => self.spoken_of(clause),
            About::OfRoom(room) => {
                let giver = self.giver_at(clause);
                let named = self.mentions.iter().find(|m| Some(&m.at) == giver.as_ref());
                if let Some(mention) = named {
                    return Some(mention.who);
                }
                let words = self.raw(clause.lead.start..clause.body.end);
                self.unclear.push(Unclear::WhoThere { words, room, could_be: Vec::new() });
                None
            }
            About::OfFirm => {
                let words = self.raw(clause.lead.start..clause.body.end);
                let before = self.mentions.iter().filter(|m| m.at.start < clause.lead.start);
                let mut could_be: Vec<usize> = before.map(|m| m.who).collect();
                could_be.sort_unstable();
                could_be.dedup();
                self.unclear.push(Unclear::Whose { words, could_be });
                None
            }
        }
    }

    /// Who of a room did it, where the clause says so: `via Dave Okafor`, `Tom Ellis it was`.
    pub(super) fn giver_at(&self, clause: &Clause) -> Option<Range<usize>> {
        let is_room = matches!(clause.about, About::OfRoom(_));
        let back = |at: usize, n: usize| at.checked_sub(n).map_or("", |i| self.low(i));
        let was = |at: usize| self.low(at) == "it" && self.low(at + 1) == "was";
        let gave = |at: &Range<usize>| {
            help::is_via(back(at.start, 1))
                || was(at.end)
                || (back(at.start, 2) == "it" && back(at.start, 1) == "was")
        };
        let mut inside = self.mentions.iter().map(|m| &m.at);
        inside.find(|at| is_room && clause.body.contains(&at.start) && gave(at)).cloned()
    }

    /// Whoever was spoken of last before the clause, or the one person of the note. Whose thing it is, and
    /// whom somebody needs, is spoken of only where nobody else is.
    fn spoken_of(&mut self, clause: &Clause) -> Option<usize> {
        let at = clause.lead.start;
        let before: Vec<&Mention> = self.mentions.iter().filter(|m| m.at.start < at).collect();
        let is_needed = |m: &Mention| {
            self.clauses.iter().any(|c| c.head == Head::Need && c.body.contains(&m.at.start))
        };
        let own: Vec<&Mention> =
            before.iter().copied().filter(|m| !m.owns && !is_needed(m)).collect();
        let spoken_of = if own.is_empty() { &before } else { &own };
        let group = spoken_of.last().map(|last| self.listed_with(last, spoken_of));
        let first = || self.mentions.iter().find(|m| !m.owns).map(|m| vec![m.who]);
        let group = group.or_else(first).unwrap_or_default();
        if let [who] = group.as_slice() {
            return Some(*who);
        }
        let words = self.raw(clause.lead.start..clause.body.end);
        self.unclear.push(Unclear::Whose { words, could_be: group });
        None
    }

    /// Everybody named in one breath with a mention: `Ann Lee, Tom and Priya`.
    fn listed_with(&self, last: &Mention, before: &[&Mention]) -> Vec<usize> {
        let mut group = vec![last.who];
        let mut start = last.at.start;
        for mention in before.iter().rev().skip(1) {
            let inside = brackets::from(&self.words, mention.at.end);
            let end = inside.map_or(mention.at.end, |inside| inside.end);
            let between = self.words.get(end..start).unwrap_or_default();
            let last = end.checked_sub(1).and_then(|i| self.words.get(i));
            let is_parted = last.is_some_and(|word| word.ends == Break::Sentence);
            if is_parted || between.iter().any(|w| w.low != "and") || between.len() > 1 {
                break;
            }
            group.push(mention.who);
            start = mention.at.start;
        }
        group.sort_unstable();
        group.dedup();
        group
    }

    pub(super) fn understood(mut self) -> Understood {
        let mut parts = encounter::parts(&mut self);
        parts.extend(trades::parts(&self));
        for clause in self.clauses.clone() {
            match clause.head {
                Head::Mine | Head::Theirs | Head::FollowUp => {
                    promises::read(&mut self, &clause, &mut parts);
                }
                Head::Need => self.need(&clause, &mut parts),
                Head::Offer => self.offer(&clause, &mut parts),
                Head::Gave | Head::Received => help::read(&mut self, &clause, &mut parts),
                Head::Won => won::read(&mut self, &clause, &mut parts),
                Head::Asked => {}
            }
        }
        if parts.is_empty() && !self.text.trim().is_empty() {
            self.unclear.retain(Unclear::is_left);
            self.unclear.insert(0, Unclear::Text(self.text.to_owned()));
        } else {
            self.ask_who(&parts);
        }
        // Where nothing was read, no day of an encounter is known either.
        let on = if parts.is_empty() && self.at.is_none() { self.today } else { self.on };
        let Self { people, named_rooms: rooms, unclear, .. } = self;
        Understood { on, people, rooms, parts, unclear }
    }

    fn need(&mut self, clause: &Clause, parts: &mut Vec<Part>) {
        let what = self.raw(clause.body.clone());
        let is_a_prospects = || wants::is_of_a_prospect(self, clause, parts.last());
        if what.is_empty() || wants::is_for_nothing(self, clause) || is_a_prospects() {
            return;
        }
        for who in self.subjects(clause) {
            parts.push(Part::Need { who, what: what.clone() });
        }
    }

    fn offer(&mut self, clause: &Clause, parts: &mut Vec<Part>) {
        let mut body = clause.body.clone();
        body.start += usize::from(matches!(self.low(body.start), "me" | "us"));
        let what = self.raw(body);
        if what.is_empty() || wants::is_for_nothing(self, clause) {
            return;
        }
        for who in self.subjects(clause) {
            parts.push(Part::Offer { who, what: what.clone() });
        }
    }

    /// Who needs or offers something: whoever the clause is about, with all of whom one verb is said.
    fn subjects(&mut self, clause: &Clause) -> Vec<Option<usize>> {
        match self.said_of_all(clause) {
            Some(all) => all.into_iter().map(Some).collect(),
            None => vec![self.person(clause.about, clause)],
        }
    }

    /// `Ann and Tom need`, `Ann and Tom, who need`, `they both need`: everybody of whom it is said.
    fn said_of_all(&self, clause: &Clause) -> Option<Vec<usize>> {
        let start = clause.lead.start;
        let named: Vec<&Mention> = self.mentions.iter().filter(|m| m.at.start <= start).collect();
        let last = named.last()?;
        let is_named = last.at.start == start;
        let spoken_of = clause.about == About::Them;
        let verb = if is_named { last.at.end } else { start + 1 };
        let is_plural =
            (is_named || spoken_of && self.low(start) == "who") && wants::is_plural(self.low(verb));
        let are_both = spoken_of && clause.lead.clone().any(|i| self.low(i) == "both");
        (is_plural || are_both).then(|| self.listed_with(last, &named))
    }

    fn ask_who(&mut self, parts: &[Part]) {
        for (who, named) in self.people.iter().enumerate() {
            if !named.could_be.is_empty() {
                self.unclear.push(Unclear::Who { who });
            }
        }
        for (room, named) in self.named_rooms.iter().enumerate() {
            let told = parts.iter().any(|part| match part {
                Part::Meeting { room: of, .. }
                | Part::Travel { room: of, .. }
                | Part::Energy { room: of, .. }
                | Part::Preparation { room: Some(of), .. }
                | Part::Business { through: Through::Room(of), .. } => *of == room,
                _ => false,
            });
            if told && !named.could_be.is_empty() {
                self.unclear.push(Unclear::Room { room });
            }
        }
    }
}
