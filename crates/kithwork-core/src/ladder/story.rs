//! What a person's facts say to the ladder.

use super::contact::is_two_way;
use crate::book::{Book, PassedOn, Talk};
use crate::facts::{Direction, Help, HelpKind, Introduction, Party, Rated, Referral};
use crate::id::{FactId, PersonId};
use crate::params::LadderParams;
use jiff::civil::Date;

/// One piece of evidence. Undated evidence holds at every date: it stands at the first there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Dated {
    pub(super) on: Date,
    pub(super) fact: FactId,
}

impl Dated {
    fn new(on: Option<Date>, fact: FactId) -> Self {
        Self { on: on.unwrap_or(Date::MIN), fact }
    }
}

/// A person's evidence by what it shows, each list in the order of its dates.
#[derive(Clone, Debug, Default)]
pub(super) struct Story {
    /// Everything that happened with them.
    pub(super) touches: Vec<Dated>,
    /// Of these, what both took part in: it shows that they know the owner too.
    pub(super) mutual: Vec<Dated>,
    /// One-to-ones that are not waiting for their outcome.
    pub(super) one_to_ones: Vec<Dated>,
    /// The last one-to-one that took place, whether its outcome is told or not.
    pub(super) sat_down: Option<Date>,
    /// Needs and aims of theirs.
    pub(super) needs: Vec<Dated>,
    /// Help that went to them.
    pub(super) given: Vec<Dated>,
    /// Help that came from them.
    pub(super) received: Vec<Dated>,
    /// Understanding checks that were passed.
    pub(super) checks: Vec<Dated>,
    /// Checks in which they had the owner right altogether.
    pub(super) playbacks: Vec<Dated>,
    /// Introductions the owner made for them.
    pub(super) introduced: Vec<Dated>,
    /// Introductions they made for the owner.
    pub(super) introductions: Vec<Dated>,
    /// Help they gave when asked.
    pub(super) asked: Vec<Dated>,
    /// What was made together and finished.
    pub(super) joint: Vec<Dated>,
    /// Referrals and testimonials that nobody asked for.
    pub(super) unprompted: Vec<Dated>,
}

impl Story {
    /// Reads a person's facts in place of whatever was read before.
    pub(super) fn read(&mut self, book: &Book, at: usize, as_of: Date, params: &LadderParams) {
        self.lists().into_iter().for_each(Vec::clear);
        self.sat_down = None;
        let Some(person) = book.facts.people.get(at) else { return };
        let seen = |on: Option<Date>| on.is_none_or(|on| on <= as_of);
        for meeting in book.meetings_at(at).take_while(|m| m.on <= as_of) {
            self.touch(Dated::new(Some(meeting.on), meeting.id), true);
        }
        for talk in book.talks_at(at).iter().filter(|t| t.took_place(as_of)) {
            self.talked(talk, params);
        }
        book.help_at(at).filter(|h| seen(h.on)).for_each(|h| self.helped(h));
        for referral in book.referrals_at(at).filter(|r| seen(r.on)) {
            self.referred(referral);
        }
        book.passed_on_at(at, as_of).iter().for_each(|one| self.was_sent(one));
        for introduction in book.introductions_at(at).filter(|i| seen(i.on)) {
            self.introduced(introduction, person.id);
        }
        for need in book.needs_at(at).filter(|n| seen(n.on)) {
            self.needs.push(Dated::new(need.on, need.id));
        }
        if person.looking_for.as_ref().is_some_and(|text| !text.trim().is_empty()) {
            self.needs.push(Dated::new(None, person.id.into()));
        }
        for rating in book.ratings_at(at).filter(|r| seen(r.on) && r.what == Rated::Understanding) {
            self.checked(rating.score, Dated::new(rating.on, rating.id), params);
        }
        for project in book.projects_at(at) {
            if project.ended_on.is_some_and(|on| on <= as_of) {
                self.joint.push(Dated::new(project.ended_on, project.id));
            }
        }
        for asked in book.playbacks_at(at).filter(|p| seen(p.on) && p.is_of_the_whole()) {
            self.checked(asked.explained.score(), Dated::new(asked.on, asked.id), params);
        }
        self.lists().into_iter().for_each(|list| list.sort_unstable());
    }

    fn touch(&mut self, evidence: Dated, is_mutual: bool) {
        self.touches.push(evidence);
        if is_mutual {
            self.mutual.push(evidence);
        }
    }

    fn talked(&mut self, talk: &Talk, params: &LadderParams) {
        let evidence = Dated::new(Some(talk.on), talk.fact);
        self.touch(evidence, is_two_way(talk.kind));
        if talk.kind.is_one_to_one() {
            self.sat_down = self.sat_down.max(Some(talk.on));
        }
        if talk.kind.is_one_to_one() && !talk.is_open {
            self.one_to_ones.push(evidence);
        }
        if talk.kind.is_one_to_one() && talk.is_heard {
            self.needs.push(evidence);
        }
        if let Some(score) = talk.they_know_me {
            self.checked(score, evidence, params);
        }
    }

    fn helped(&mut self, help: &Help) {
        let evidence = Dated::new(help.on, help.id);
        let is_received = help.direction == Direction::Received;
        self.touch(evidence, is_received);
        if !is_received {
            self.given.push(evidence);
            if help.kind == HelpKind::Introduction {
                self.introduced.push(evidence);
            }
            return;
        }
        self.received.push(evidence);
        if help.kind == HelpKind::Introduction {
            self.introductions.push(evidence);
        }
        if help.asked == Some(true) {
            self.asked.push(evidence);
        } else if matches!(help.kind, HelpKind::Referral | HelpKind::Testimonial) {
            self.unprompted.push(evidence);
        }
    }

    fn referred(&mut self, referral: &Referral) {
        let evidence = Dated::new(referral.on, referral.id);
        let is_given = referral.direction == Direction::Given;
        self.touch(evidence, !is_given);
        if is_given {
            self.given.push(evidence);
        }
    }

    /// Work they passed on. The day on which business was won is none on which something happened with them.
    fn was_sent(&mut self, passed_on: &PassedOn) {
        let evidence = Dated::new(passed_on.on, passed_on.fact);
        self.received.push(evidence);
        self.unprompted.push(evidence);
    }

    fn introduced(&mut self, introduction: &Introduction, person: PersonId) {
        let evidence = Dated::new(introduction.on, introduction.id);
        if introduction.introduced_by == Party::Me {
            self.touch(evidence, false);
            self.given.push(evidence);
            self.introduced.push(evidence);
            return;
        }
        self.touch(evidence, true);
        let with_me = [introduction.person_a, introduction.person_b].contains(&Party::Me);
        if introduction.introduced_by == Party::Person(person) && with_me {
            self.received.push(evidence);
            self.introductions.push(evidence);
        }
    }

    fn checked(&mut self, score: u8, evidence: Dated, params: &LadderParams) {
        if score >= params.check_passed {
            self.checks.push(evidence);
        }
        if score >= params.playback_correct {
            self.playbacks.push(evidence);
        }
    }

    fn lists(&mut self) -> [&mut Vec<Dated>; 13] {
        [
            &mut self.touches,
            &mut self.mutual,
            &mut self.one_to_ones,
            &mut self.needs,
            &mut self.given,
            &mut self.received,
            &mut self.checks,
            &mut self.playbacks,
            &mut self.introduced,
            &mut self.introductions,
            &mut self.asked,
            &mut self.unprompted,
            &mut self.joint,
        ]
    }

    /// The last date on which something happened; none where nothing dated did.
    pub(super) fn last(&self) -> Option<Date> {
        self.touches.last().map(|t| t.on).filter(|&on| on > Date::MIN)
    }
}
