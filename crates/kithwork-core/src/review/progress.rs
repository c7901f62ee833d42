//! What comes before success: the first signs of an aim, counted since it was set and in as many days
//! before (row 19). Which signs, its template says.

use super::reading::Reading;
use crate::days::{days_before, days_between};
use crate::facts::{Aim, AimKind, Direction, HelpKind, Party};
use crate::id::PersonId;
use crate::network::Shared;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeSet;

/// One sign of an aim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Progress {
    /// What is counted, such as `one-to-ones`.
    pub sign: &'static str,
    /// How often since the aim was set; in the review's period where nobody noted when. None where the
    /// book holds nothing of the kind at all: that is unknown, and not nought.
    pub count: Option<u64>,
    /// How often in as many days before that.
    pub before: Option<u64>,
}

/// Every sign there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sign {
    OneToOnes,
    PeopleSeen,
    CouldSayWhatIDo,
    IntroductionsReceived,
    IntroductionsMade,
    ReferralsReceived,
    BusinessWon,
    HelpGiven,
    HelpReceived,
    AdviceReceived,
    Projects,
}

impl Sign {
    fn name(self) -> &'static str {
        match self {
            Self::OneToOnes => "one-to-ones",
            Self::PeopleSeen => "people seen",
            Self::CouldSayWhatIDo => "people who could say what you do",
            Self::IntroductionsReceived => "introductions received",
            Self::IntroductionsMade => "introductions made",
            Self::ReferralsReceived => "referrals received",
            Self::BusinessWon => "pieces of business won",
            Self::HelpGiven => "acts of help given",
            Self::HelpReceived => "acts of help received",
            Self::Projects => "joint projects begun",
            Self::AdviceReceived => "advice, experience and ideas received",
        }
    }
}

/// The signs of a template, the earliest first. A judgement.
fn signs(kind: AimKind) -> &'static [Sign] {
    use Sign as S;
    match kind {
        AimKind::Revenue => {
            &[S::OneToOnes, S::IntroductionsReceived, S::ReferralsReceived, S::BusinessWon]
        }
        AimKind::Referrals => {
            &[S::OneToOnes, S::CouldSayWhatIDo, S::IntroductionsReceived, S::ReferralsReceived]
        }
        AimKind::Collaborators => &[S::OneToOnes, S::HelpGiven, S::HelpReceived, S::Projects],
        AimKind::Learning => &[S::OneToOnes, S::AdviceReceived],
        AimKind::Belonging => &[S::PeopleSeen, S::OneToOnes],
        AimKind::Variety => &[S::PeopleSeen, S::IntroductionsReceived],
        AimKind::Help => &[S::HelpGiven, S::IntroductionsMade],
    }
}

/// The signs of an aim: among its people, or among everybody where it names nobody.
pub(super) fn of(reading: &Reading<'_>, aim: &Aim) -> Vec<Progress> {
    let from = aim.set_on.unwrap_or(reading.from);
    let days = days_between(from, reading.as_of).max(0) + 1;
    let since = Window::new(reading, aim, from, reading.as_of);
    let before = Window::new(reading, aim, days_before(from, days), days_before(from, 1));
    let ever =
        Window::new(reading, &Aim { people: Vec::new(), ..aim.clone() }, Date::MIN, Date::MAX);
    let sign = |&sign: &Sign| {
        let is_noted = ever.count(sign) > 0;
        let [count, before] = [&since, &before].map(|w| is_noted.then(|| w.count(sign)));
        Progress { sign: sign.name(), count, before }
    };
    signs(aim.kind).iter().map(sign).collect()
}

/// Some days, and the people looked at in them.
struct Window<'r> {
    reading: &'r Reading<'r>,
    people: BTreeSet<PersonId>,
    from: Date,
    to: Date,
}

impl<'r> Window<'r> {
    fn new(reading: &'r Reading<'r>, aim: &Aim, from: Date, to: Date) -> Self {
        Self { reading, people: aim.people.iter().copied().collect(), from, to }
    }

    fn holds(&self, on: Option<Date>) -> bool {
        on.is_some_and(|on| self.from <= on && on <= self.to)
    }

    fn means(&self, person: PersonId) -> bool {
        self.people.is_empty() || self.people.contains(&person)
    }

    fn count(&self, sign: Sign) -> u64 {
        let count = match sign {
            Sign::OneToOnes => self.one_to_ones(),
            Sign::PeopleSeen => self.people_seen(),
            Sign::CouldSayWhatIDo => self.could_say(),
            Sign::IntroductionsReceived => {
                self.introductions(|by, with_me| by.is_some() && with_me)
            }
            Sign::IntroductionsMade => self.introductions(|by, _| by.is_none()),
            Sign::ReferralsReceived => self.referrals(),
            Sign::BusinessWon => self.business(),
            Sign::HelpGiven => self.help(Direction::Given, |_| true),
            Sign::HelpReceived => self.help(Direction::Received, |_| true),
            Sign::AdviceReceived => self.help(Direction::Received, |kind| {
                matches!(Shared::by(kind), Shared::Expertise | Shared::Experience | Shared::Ideas)
            }),
            Sign::Projects => self.projects(),
        };
        count as u64
    }

    fn one_to_ones(&self) -> usize {
        let talks = self.reading.conversations.iter();
        let talks = talks.filter(|c| c.kind.is_one_to_one() && self.holds(Some(c.on)));
        talks.filter(|c| self.people.is_empty() || c.people.iter().any(|&p| self.means(p))).count()
    }

    fn people_seen(&self) -> usize {
        let talks = self.reading.conversations.iter().map(|c| (c.on, &c.people));
        let meetings = self.reading.meetings.iter().map(|m| (m.on, &m.people));
        let held = talks.chain(meetings).filter(|(on, _)| self.holds(Some(*on)));
        let people = held.flat_map(|(_, people)| people.iter().copied());
        people.filter(|&person| self.means(person)).collect::<BTreeSet<_>>().len()
    }

    /// People who passed a check, in a conversation or a playback.
    fn could_say(&self) -> usize {
        let passed = self.reading.params.ladder.check_passed;
        let talks = self.reading.conversations.iter();
        let talks = talks.filter(|c| c.they_know_me.is_some_and(|score| score >= passed));
        let told = talks.filter(|c| self.holds(Some(c.on))).flat_map(|c| c.people.iter().copied());
        let asked = self.reading.book.facts.playbacks.iter();
        let asked = asked.filter(|p| p.is_of_the_whole() && p.explained.score() >= passed);
        let said = asked.filter(|p| self.holds(p.on)).map(|p| p.person);
        told.chain(said).filter(|&p| self.means(p)).collect::<BTreeSet<_>>().len()
    }

    /// Introductions by who made them (none for the owner) and whether the owner was introduced.
    fn introductions(&self, fits: impl Fn(Option<PersonId>, bool) -> bool) -> usize {
        let made = self.reading.book.facts.introductions.iter().filter(|i| self.holds(i.on));
        let made = made.filter(|i| {
            let sides = [i.person_a, i.person_b];
            let parties = sides.into_iter().chain([i.introduced_by]);
            let is_meant = parties.filter_map(Party::person).any(|person| self.means(person));
            is_meant && fits(i.introduced_by.person(), sides.contains(&Party::Me))
        });
        made.count()
    }

    fn projects(&self) -> usize {
        let begun = self.reading.book.facts.projects.iter().filter(|p| self.holds(p.begun_on));
        begun
            .filter(|p| self.people.is_empty() || p.people.iter().any(|&id| self.means(id)))
            .count()
    }

    fn referrals(&self) -> usize {
        let passed_on = self.reading.passed_on.iter();
        passed_on.filter(|one| self.holds(one.on) && self.means(one.by)).count()
    }

    fn business(&self) -> usize {
        let through = |by: Option<PersonId>| match by {
            Some(person) => self.means(person),
            None => self.people.is_empty(),
        };
        let won = self.reading.book.facts.business.iter().filter(|b| self.holds(b.won_on));
        won.filter(|b| through(b.referrer)).count()
    }

    fn help(&self, direction: Direction, fits: impl Fn(HelpKind) -> bool) -> usize {
        let help = self.reading.book.facts.help.iter();
        let help = help.filter(|h| h.direction == direction && self.holds(h.on));
        help.filter(|h| self.means(h.person) && fits(h.kind)).count()
    }
}
