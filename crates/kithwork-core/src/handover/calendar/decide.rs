//! What each entry means: invitations decide over titles, rooms come before names, and what stays
//! unclear is asked.

use super::super::ledger::Told;
use super::super::names::{is_full, name_key};
use super::super::owner::Owner;
use super::super::people::{Found, Mention, People, Who};
use super::super::question::{
    Answers, GROUP_OR_EVENT, PRIVATE as SAYS_PRIVATE, TIME_WITH_PEOPLE, who_key,
};
use super::super::rooms::{Rooms, Where};
use super::place::{Fit, Places, found_rooms, which_key};
use super::sight::Sight;
use super::who::Register;
use super::words::{PRIVATE, ROOMISH, ROOMS};
use super::{Doubts, Sense, what_key};
use crate::facts::Attendee;

/// More guests than sit round one table.
const CROWD: usize = 8;

/// Whatever decisions rest on.
pub(super) struct Decider<'d, 'a> {
    pub(super) told: &'d [Told<'a>],
    pub(super) people: &'d mut People,
    pub(super) rooms: &'d mut Rooms,
    pub(super) owner: &'d Owner,
    pub(super) answers: &'d Answers<'d>,
    pub(super) doubts: Doubts,
}

impl Decider<'_, '_> {
    /// Decides all entries: clear ones first, because others lean on them.
    pub(super) fn decide(&mut self, sights: &[Sight<'_>]) -> Vec<Sense> {
        let mut senses: Vec<Option<Sense>> = sights.iter().map(|s| self.at_once(s)).collect();
        self.find_rooms(sights, &mut senses);
        for (sight, sense) in sights.iter().zip(&mut senses) {
            if sense.is_none() && !sight.others.is_empty() {
                *sense = Some(self.by_invitation(sight));
            }
        }
        let mut register = Register::of(self.people);
        for (sight, sense) in sights.iter().zip(&mut senses) {
            if sense.is_none() {
                *sense = Some(self.by_title(sight, &mut register));
            }
        }
        senses.into_iter().map(|sense| sense.unwrap_or(Sense::Undecided)).collect()
    }

    /// What needs no look at others: cancelled entries, those of no date, and answers.
    fn at_once(&self, sight: &Sight<'_>) -> Option<Sense> {
        if sight.event.cancelled || sight.event.on.is_none() {
            return Some(Sense::Private);
        }
        (self.answers.to(&what_key(&sight.title)) == Some(SAYS_PRIVATE)).then_some(Sense::Private)
    }

    /// Rooms: known by name, named in so many words, or coming round as rooms do.
    fn find_rooms(&mut self, sights: &[Sight<'_>], senses: &mut [Option<Sense>]) {
        let candidates: Vec<&Sight<'_>> = sights
            .iter()
            .zip(senses.iter())
            .filter(|(sight, sense)| sense.is_none() && self.looks_like_a_room(sight))
            .map(|(sight, _)| sight)
            .collect();
        found_rooms(&candidates, self.rooms, self.told, self.answers);
        let places = Places::of(self.rooms);
        for (sight, sense) in sights.iter().zip(senses) {
            if sense.is_none() && self.may_be_a_room(sight) {
                if let Some(room) = self.room_chosen(sight) {
                    *sense = Some(Sense::Room(room));
                    continue;
                }
                *sense = match places.find(&sight.title.words) {
                    Fit::None => None,
                    Fit::One(room) => Some(Sense::Room(room)),
                    Fit::Several(rooms) => Some(self.which_room(sight, rooms)),
                };
            }
        }
    }

    /// The room that the owner said a title means, while there is one of that name.
    fn room_chosen(&self, sight: &Sight<'_>) -> Option<Where> {
        self.rooms.named(self.answers.to(&which_key(&sight.title.words))?)
    }

    /// A title that fits several rooms: the owner's answer, or a question.
    fn which_room(&mut self, sight: &Sight<'_>, rooms: Vec<Where>) -> Sense {
        let key = which_key(&sight.title.words);
        match self.answers.to(&key) {
            Some(SAYS_PRIVATE) => Sense::Private,
            _ if sight.is_private() => Sense::Private,
            _ => {
                self.doubts.which(&key, &sight.event.title, rooms);
                Sense::Undecided
            }
        }
    }

    fn looks_like_a_room(&self, sight: &Sight<'_>) -> bool {
        if self.answers.to(&what_key(&sight.title)) == Some(GROUP_OR_EVENT) {
            return true;
        }
        if sight.is_private() || self.names_someone(sight) {
            return false;
        }
        let is_met_as_one = sight.title.cue.is_some() && !sight.title.names.is_empty();
        match sight.others.len() {
            0 => sight.names_a_room() || sight.meets_like_a_room() && !is_met_as_one,
            1 | 2 => false,
            _ => sight.names_a_room() || sight.others.len() >= CROWD && sight.is_series(),
        }
    }

    /// Whether an entry that bears a room's name can be its meeting.
    fn may_be_a_room(&self, sight: &Sight<'_>) -> bool {
        sight.others.len() != 1 && !self.names_someone(sight)
    }

    /// Whether a name in the title is a full name of the book, and no room's.
    fn names_someone(&self, sight: &Sight<'_>) -> bool {
        let is_someone = |name: &String| {
            let key = name_key(name);
            is_full(&key)
                && self.people.named(&key).iter().any(|who| !self.people.get(*who).is_organisation)
        };
        sight.title.cue.is_some() && sight.title.names.iter().any(is_someone)
    }

    /// Whoever was invited decides.
    fn by_invitation(&mut self, sight: &Sight<'_>) -> Sense {
        if sight.others.len() >= CROWD {
            return self.ask_what(sight);
        }
        let found: Vec<Found> =
            sight.others.iter().map(|other| self.people.find_attendee(other, self.owner)).collect();
        let is_known = |found: &Found| matches!(found, Found::One(who) if self.people.get(*who).counts(self.told));
        if sight.is_private() && !found.iter().any(is_known) {
            return Sense::Private;
        }
        let mut whom = Vec::new();
        for (other, found) in sight.others.iter().zip(found) {
            match found {
                Found::Owner => {}
                Found::One(who) => whom.push(self.invited(who, other)),
                Found::Several(all) => match self.answered(&attendee_key(other)) {
                    Some(who) => whom.push(who),
                    None => return self.ask_who(sight, &attendee_key(other), all),
                },
                Found::Nobody => whom.push(self.welcome(other, sight)),
            }
        }
        self.talk(sight, whom, true)
    }

    fn invited(&mut self, who: Who, other: &Attendee) -> Who {
        if let Some(email) = &other.email {
            let told = self.told;
            let someone = self.people.get_mut(who);
            let knows = |&at: &usize| {
                super::super::people::said_person(&told[at])
                    .is_some_and(|s| s.emails.contains(email))
            };
            if !someone.emails.contains(email) && !someone.told.iter().any(knows) {
                someone.emails.push(email.clone());
            }
        }
        who
    }

    /// Someone whom only an invitation knows.
    fn welcome(&mut self, other: &Attendee, sight: &Sight<'_>) -> Who {
        let statement = &self.told[sight.told].statement;
        let name = other.name.clone().or_else(|| other.email.as_deref().map(name_of_address));
        let name = name.unwrap_or_default();
        let key = other.email.clone().unwrap_or_else(|| name_key(&name));
        let mention =
            Mention { key, name, source: statement.source, document: statement.document.clone() };
        self.people.introduce(mention, other.email.clone())
    }

    fn talk(&mut self, sight: &Sight<'_>, mut whom: Vec<Who>, is_invited: bool) -> Sense {
        whom.sort_unstable();
        whom.dedup();
        if whom.is_empty() {
            return Sense::Private;
        }
        for &who in &whom {
            let someone = self.people.get_mut(who);
            someone.is_supported = true;
            someone.is_invited |= is_invited;
        }
        Sense::Talk(sight.kind(whom.len()), whom)
    }

    /// Without an invitation the title must tell.
    fn by_title(&mut self, sight: &Sight<'_>, register: &mut Register) -> Sense {
        let is_answered = self.answers.to(&what_key(&sight.title)) == Some(TIME_WITH_PEOPLE);
        let is_meeting = sight.title.cue.is_some() || sight.title.names_owner || is_answered;
        let mut whom = Vec::new();
        let mut unclear: Option<(String, Vec<Who>)> = None;
        let mut stranger: Option<String> = None;
        for phrase in &sight.title.names {
            let key = name_key(phrase);
            if self.answers.to(&who_key(&key)) == Some(SAYS_PRIVATE) {
                return Sense::Private;
            }
            if let Some(who) = self.answered(&key) {
                whom.push(who);
                continue;
            }
            match register.find(phrase, self.people, self.told, self.owner) {
                _ if self.answers.is_new(&key) => whom.push(self.mention(phrase, sight)),
                Found::Owner => {}
                Found::One(who) if is_full(&key) || is_meeting => whom.push(who),
                Found::Several(all) => unclear = unclear.or(Some((key, all))),
                Found::One(_) | Found::Nobody => stranger = stranger.or(Some(phrase.clone())),
            }
        }
        let is_private = sight.is_private() || sight.event.starts.is_none();
        if !whom.is_empty() && !is_private && (is_meeting || is_only_a_name(sight)) {
            return self.talk(sight, whom, false);
        }
        if is_private || !is_meeting {
            return self.of_no_meeting(sight, is_private);
        }
        match (unclear, stranger) {
            (Some((key, all)), _) => self.ask_who(sight, &key, all),
            (None, Some(name)) if is_answered || looks_like_a_full_name(&name) => {
                let who = self.mention(&name, sight);
                self.talk(sight, vec![who], false)
            }
            (None, Some(name)) if looks_like_a_name(&name) => {
                self.ask_who(sight, &name_key(&name), Vec::new())
            }
            _ => Sense::Private,
        }
    }

    /// No sign that people meet: private, unless it comes round as something social might.
    fn of_no_meeting(&mut self, sight: &Sight<'_>, is_private: bool) -> Sense {
        let is_regular = super::rhythm::interval_days(sight.event).is_some_and(|days| days >= 7);
        let has_slot = super::rhythm::slot(sight.event).is_some();
        let is_odd = is_regular || sight.repeats > 3;
        if !is_private && has_slot && is_odd && !sight.title.words.is_empty() {
            return self.ask_what(sight);
        }
        Sense::Private
    }

    fn answered(&self, key: &str) -> Option<Who> {
        self.answers.person(key, self.people)
    }

    /// Someone whom only a title names.
    fn mention(&mut self, name: &str, sight: &Sight<'_>) -> Who {
        let statement = &self.told[sight.told].statement;
        let mention = Mention {
            key: name_key(name),
            name: name.trim().to_owned(),
            source: statement.source,
            document: statement.document.clone(),
        };
        self.people.introduce(mention, None)
    }

    fn ask_who(&mut self, sight: &Sight<'_>, key: &str, whom: Vec<Who>) -> Sense {
        self.doubts.who(key, &sight.event.title, whom);
        Sense::Undecided
    }

    fn ask_what(&mut self, sight: &Sight<'_>) -> Sense {
        let has_names = !sight.title.names.is_empty();
        self.doubts.what(&what_key(&sight.title), &sight.event.title, has_names);
        Sense::Undecided
    }
}

fn attendee_key(attendee: &Attendee) -> String {
    match &attendee.email {
        Some(email) => email.clone(),
        None => attendee.name.as_deref().map(name_key).unwrap_or_default(),
    }
}

/// `priya.shah@acme.example` as `Priya Shah`.
fn name_of_address(email: &str) -> String {
    let local = email.split('@').next().unwrap_or(email);
    let words = local.split(['.', '_', '-', '+']).filter(|word| !word.is_empty());
    let capital = |word: &str| {
        let mut letters = word.chars();
        letters
            .next()
            .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
    };
    words.map(capital).collect::<Vec<String>>().join(" ")
}

/// Nothing but names stands in the title.
fn is_only_a_name(sight: &Sight<'_>) -> bool {
    let named: usize = sight.title.names.iter().map(|name| name_key(name).split(' ').count()).sum();
    named == sight.title.words.len()
}

/// One to three words with capitals (or a title without any), none of them of rooms or of business.
fn looks_like_a_name(name: &str) -> bool {
    let key = name_key(name);
    let words: Vec<&str> = key.split(' ').collect();
    let is_word = |word: &&str| word.chars().count() > 1 && word.chars().all(char::is_alphabetic);
    (1..=3).contains(&words.len())
        && words.iter().any(is_word)
        && words.iter().all(|word| word.chars().all(char::is_alphabetic))
        && !ROOMS.stands_in(&words)
        && !ROOMISH.stands_in(&words)
        && !(words.len() == 1 && PRIVATE.stands_in(&words))
        && (has_initial(&words)
            || name.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase))
}

/// `j holiday`: an initial makes a name of a word that is none by itself, however it is written.
fn has_initial(words: &[&str]) -> bool {
    words.len() == 2 && words.first().is_some_and(|word| word.chars().count() == 1)
}

/// Two or three capitalised words.
fn looks_like_a_full_name(name: &str) -> bool {
    const NO_NAMES: &[&str] = &[
        "ltd",
        "limited",
        "llp",
        "plc",
        "inc",
        "llc",
        "co",
        "team",
        "client",
        "project",
        "bank",
        "office",
        "review",
        "plan",
        "budget",
        "council",
        "university",
        "college",
        "solutions",
        "services",
        "consulting",
        "partners",
        "accounts",
        "sales",
        "marketing",
        "product",
        "supplier",
        "design",
        "website",
        "kickoff",
        "kick",
        "strategy",
        "status",
        "contract",
        "training",
        "demo",
    ];
    let key = name_key(name);
    let words: Vec<&str> = key.split(' ').collect();
    let capitals =
        name.split_whitespace().all(|word| word.chars().next().is_some_and(char::is_uppercase));
    looks_like_a_name(name)
        && is_full(&key)
        && words.len() > 1
        && capitals
        && !words.iter().any(|word| NO_NAMES.contains(word))
}
